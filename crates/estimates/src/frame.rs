//! Data as columns: numbers with gaps, and categories with labels.

use crate::Error;

/// The code of a missing category.
pub(crate) const NONE: u32 = u32::MAX;

/// One variable, a value a row.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Column {
    /// Numbers; NaN where there is none.
    Numbers(Vec<f64>),
    /// Categories, as numbers of labels; `u32::MAX` where there is none.
    Categories {
        /// The label number of each row.
        codes: Vec<u32>,
        /// The labels, in the order in which tables list them.
        labels: Vec<String>,
    },
}

impl Column {
    /// Numbers of which some may be missing.
    pub fn numbers(values: impl IntoIterator<Item = Option<f64>>) -> Self {
        Self::Numbers(values.into_iter().map(|value| value.unwrap_or(f64::NAN)).collect())
    }

    /// Categories of which some may be missing; their labels are put in the order of their text.
    pub fn categories<T: AsRef<str>>(values: impl IntoIterator<Item = Option<T>>) -> Self {
        let mut seen = std::collections::BTreeMap::new();
        let mut order = Vec::new();
        for value in values {
            order.push(match value {
                None => NONE,
                Some(text) => {
                    let next = u32::try_from(seen.len()).expect("fewer labels than rows of memory");
                    match seen.get(text.as_ref()) {
                        Some(&code) => code,
                        None => {
                            seen.insert(text.as_ref().to_owned(), next);
                            next
                        }
                    }
                }
            });
        }
        let mut rank = vec![0; seen.len()];
        for (place, &code) in seen.values().enumerate() {
            rank[code as usize] = u32::try_from(place).expect("as many places as labels");
        }
        let codes =
            order.into_iter().map(|code| if code == NONE { NONE } else { rank[code as usize] }).collect();
        Self::Categories { codes, labels: seen.into_keys().collect() }
    }

    /// How many rows it has.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Numbers(values) => values.len(),
            Self::Categories { codes, .. } => codes.len(),
        }
    }

    /// Whether it has no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The same variable as categories. Numbers become categories in the order of the numbers.
    #[must_use]
    pub fn as_categories(&self) -> std::borrow::Cow<'_, Self> {
        match self {
            Self::Categories { .. } => std::borrow::Cow::Borrowed(self),
            Self::Numbers(values) => {
                if let Some(column) = small_numbers(values) {
                    return std::borrow::Cow::Owned(column);
                }
                // levels are few beside rows, so each is looked up rather than all rows sorted
                let mut levels: Vec<f64> = Vec::new();
                for value in values.iter().filter(|value| !value.is_nan()) {
                    let value = value + 0.0;
                    if let Err(place) = levels.binary_search_by(|level| level.total_cmp(&value)) {
                        levels.insert(place, value);
                    }
                }
                let code = |value: &f64| {
                    levels
                        .binary_search_by(|level| level.total_cmp(value))
                        .map_or(NONE, |place| u32::try_from(place).expect("fewer levels than rows of memory"))
                };
                std::borrow::Cow::Owned(Self::Categories {
                    codes: values.iter().map(|v| if v.is_nan() { NONE } else { code(&(v + 0.0)) }).collect(),
                    labels: levels.iter().map(f64::to_string).collect(),
                })
            }
        }
    }

    fn check(&self, name: &str) -> Result<(), Error> {
        match self {
            Self::Numbers(values) => match values.iter().position(|value| value.is_infinite()) {
                None => Ok(()),
                Some(row) => Err(Error::NotFinite { variable: name.to_owned(), row: row + 1 }),
            },
            Self::Categories { codes, labels } => {
                match codes.iter().position(|&code| code != NONE && code as usize >= labels.len()) {
                    None => Ok(()),
                    Some(row) => Err(Error::Code {
                        variable: name.to_owned(),
                        code: codes[row],
                        row: row + 1,
                        labels: labels.len(),
                    }),
                }
            }
        }
    }
}

/// Whole numbers that lie near one another, such as years, as categories: looked up rather than searched for.
fn small_numbers(values: &[f64]) -> Option<Column> {
    const WIDEST: f64 = 65_536.0;
    let (mut least, mut most) = (f64::INFINITY, f64::NEG_INFINITY);
    for &value in values.iter().filter(|value| !value.is_nan()) {
        if value.fract() != 0.0 {
            return None;
        }
        least = least.min(value);
        most = most.max(value);
    }
    if least > most || most - least >= WIDEST || least.abs().max(most.abs()) > 1e9 {
        return None;
    }
    // the difference is a whole number below the widest
    let place = |value: f64| (value - least) as usize;
    let mut number = vec![NONE; place(most) + 1];
    for &value in values.iter().filter(|value| !value.is_nan()) {
        number[place(value)] = 0;
    }
    let mut labels = Vec::new();
    for (offset, number) in number.iter_mut().enumerate().filter(|(_, number)| **number == 0) {
        *number = u32::try_from(labels.len()).expect("fewer labels than the widest");
        labels.push((least + offset as f64 + 0.0).to_string());
    }
    let codes =
        values.iter().map(|&value| if value.is_nan() { NONE } else { number[place(value)] }).collect();
    Some(Column::Categories { codes, labels })
}

/// Columns of equal length, each with its name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Frame {
    columns: Vec<(String, Column)>,
    rows: usize,
}

impl Frame {
    /// A frame without columns.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The frame with one column more.
    ///
    /// # Errors
    /// The name is taken, the length differs, a number is infinite, or a category has no label.
    pub fn with(mut self, name: impl Into<String>, column: Column) -> Result<Self, Error> {
        self.push(name, column)?;
        Ok(self)
    }

    /// Adds a column.
    ///
    /// # Errors
    /// The name is taken, the length differs, a number is infinite, or a category has no label.
    pub fn push(&mut self, name: impl Into<String>, column: Column) -> Result<(), Error> {
        let name = name.into();
        if self.columns.iter().any(|(taken, _)| *taken == name) {
            return Err(Error::SameName(name));
        }
        if !self.columns.is_empty() && column.len() != self.rows {
            return Err(Error::Length { variable: name, rows: column.len(), expected: self.rows });
        }
        column.check(&name)?;
        self.rows = column.len();
        self.columns.push((name, column));
        Ok(())
    }

    /// How many rows it has.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// The names of its columns, in their order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(|(name, _)| name.as_str())
    }

    /// One column.
    ///
    /// # Errors
    /// There is none of that name.
    pub fn column(&self, name: &str) -> Result<&Column, Error> {
        self.columns
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, column)| column)
            .ok_or_else(|| Error::NoSuchVariable(name.to_owned()))
    }

    pub(crate) fn numbers(&self, name: &str) -> Result<&[f64], Error> {
        match self.column(name)? {
            Column::Numbers(values) => Ok(values),
            Column::Categories { .. } => {
                Err(Error::Kind { variable: name.to_owned(), found: "categories", needed: "numbers" })
            }
        }
    }

    /// The same frame with one column exchanged.
    pub(crate) fn replaced(&self, name: &str, column: &Column) -> Self {
        let mut frame = self.clone();
        for (known, old) in &mut frame.columns {
            if known == name {
                *old = column.clone();
            }
        }
        frame
    }

    /// Some columns of the rows with these numbers.
    ///
    /// # Errors
    /// There is no column of a name.
    pub(crate) fn rows_at(&self, rows: &[usize], names: &[&str]) -> Result<Self, Error> {
        let mut columns = Vec::new();
        for &name in names {
            let column = match self.column(name)? {
                Column::Numbers(values) => Column::Numbers(rows.iter().map(|&row| values[row]).collect()),
                Column::Categories { codes, labels } => Column::Categories {
                    codes: rows.iter().map(|&row| codes[row]).collect(),
                    labels: labels.clone(),
                },
            };
            columns.push((name.to_owned(), column));
        }
        Ok(Self { columns, rows: rows.len() })
    }

    /// The rows for which the condition is true, as a frame of their own: for cutting a file before it is anybody's
    /// sample. To estimate for a part of a sample, use [`crate::Ask::filter`], which keeps the design whole.
    #[must_use]
    pub fn rows_where(&self, keep: &[bool]) -> Self {
        fn chosen<T: Copy>(values: &[T], keep: &[bool]) -> Vec<T> {
            values.iter().zip(keep).filter(|(_, kept)| **kept).map(|(value, _)| *value).collect()
        }
        let columns: Vec<(String, Column)> = self
            .columns
            .iter()
            .map(|(name, column)| {
                let column = match column {
                    Column::Numbers(values) => Column::Numbers(chosen(values, keep)),
                    Column::Categories { codes, labels } => {
                        Column::Categories { codes: chosen(codes, keep), labels: labels.clone() }
                    }
                };
                (name.clone(), column)
            })
            .collect();
        Self { columns, rows: keep.iter().filter(|kept| **kept).count() }
    }
}
