//! Models written as text, `needed_help ~ age + C(sex) + region`, and their columns.

use crate::expression::{Expression, Node, Reader, Value};
use crate::frame::NONE;
use crate::{Column, Error, Frame, Matrix};

/// The name of the column of ones.
pub(crate) const INTERCEPT: &str = "(Intercept)";

/// A model: what is explained, by which terms.
///
/// Terms stand between plus signs. A term is a variable, a sum in parentheses, or several of them joined by `:` (their
/// product) or `*` (the product and each by itself). Categories, and numbers within `C(…)`, give a column for each
/// label but the first that occurs. `0` leaves out the intercept.
#[derive(Clone, Debug, PartialEq)]
pub struct Formula {
    pub(crate) text: String,
    pub(crate) response: Option<Expression>,
    pub(crate) intercept: bool,
    pub(crate) terms: Vec<Vec<Factor>>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Factor {
    Variable(String),
    Category(String),
    Sum(Expression),
}

impl Factor {
    fn name(&self) -> &str {
        match self {
            Self::Variable(name) | Self::Category(name) => name,
            Self::Sum(expression) => expression.text(),
        }
    }
}

impl Formula {
    /// Reads a formula. Before the `~` may stand a variable or an expression, or nothing.
    ///
    /// # Errors
    /// Where it cannot be read, and what could have stood there.
    pub fn read(text: &str) -> Result<Self, Error> {
        let mut formula = Self { text: text.to_owned(), response: None, intercept: true, terms: Vec::new() };
        let (before, after) = match text.split_once('~') {
            Some(parts) => parts,
            None => ("", text),
        };
        if !before.trim().is_empty() {
            formula.response = Some(Expression::read(before.trim())?);
        }
        let mut reader = Reader::new(after, &[]);
        loop {
            formula.term(&mut reader)?;
            if !reader.take("+") {
                break;
            }
        }
        reader.end()?;
        Ok(formula)
    }

    /// The text it was read from.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    fn term(&mut self, reader: &mut Reader<'_>) -> Result<(), Error> {
        let mut factors = vec![factor(reader)?];
        let mut each = false;
        loop {
            if reader.take(":") {
                factors.push(factor(reader)?);
            } else if reader.take("*") {
                each = true;
                factors.push(factor(reader)?);
            } else {
                break;
            }
        }
        if let [Factor::Sum(expression)] = factors.as_slice()
            && (expression.text() == "1" || expression.text() == "0")
        {
            self.intercept = expression.text() == "1";
            return Ok(());
        }
        if each {
            for factor in &factors {
                self.add(vec![factor.clone()]);
            }
        }
        self.add(factors);
        Ok(())
    }

    fn add(&mut self, term: Vec<Factor>) {
        if !self.terms.contains(&term) {
            self.terms.push(term);
        }
    }

    pub(crate) fn term_name(term: &[Factor]) -> String {
        term.iter().map(Factor::name).collect::<Vec<_>>().join(":")
    }

    /// The same model with one term more.
    pub(crate) fn with_category(&self, variable: &str) -> Self {
        let mut formula = self.clone();
        formula.add(vec![Factor::Category(variable.to_owned())]);
        formula.text = format!("{} + C({variable})", self.text);
        formula
    }

    /// The same model without a term.
    pub(crate) fn without(&self, term: usize) -> Self {
        let mut formula = self.clone();
        formula.terms.remove(term);
        formula
    }

    /// Settles which labels have columns, from the rows that are used.
    pub(crate) fn encoding(&self, frame: &Frame, used: &[bool]) -> Result<Encoding, Error> {
        let mut terms = Vec::new();
        for term in &self.terms {
            let mut encoded = Vec::new();
            for factor in term {
                encoded.push(match factor {
                    Factor::Sum(expression) => Encoded::Numbers(expression.clone()),
                    Factor::Variable(name) => match frame.column(name)? {
                        Column::Numbers(_) => Encoded::Number(name.clone()),
                        Column::Categories { .. } => labels(frame, name, used)?,
                    },
                    Factor::Category(name) => labels(frame, name, used)?,
                });
            }
            terms.push((Self::term_name(term), encoded));
        }
        Ok(Encoding { intercept: self.intercept, terms })
    }
}

fn factor(reader: &mut Reader<'_>) -> Result<Factor, Error> {
    reader.skip();
    for opening in ["C(", "factor("] {
        if reader.take(opening) {
            let Some(name) = reader.name() else { return Err(reader.expected("a name")) };
            let name = name.to_owned();
            if !reader.take(")") {
                return Err(reader.expected(")"));
            }
            return Ok(Factor::Category(name));
        }
    }
    let (node, text) = reader.part_with_text()?;
    Ok(match node {
        Node::Name(name) => Factor::Variable(name),
        node => Factor::Sum(Expression::of_node(text, node)),
    })
}

fn labels(frame: &Frame, name: &str, used: &[bool]) -> Result<Encoded, Error> {
    let Column::Categories { codes, labels } = frame.column(name)?.as_categories().into_owned() else {
        unreachable!("as_categories gives categories")
    };
    let mut occurs = vec![false; labels.len()];
    for (&code, &used) in codes.iter().zip(used) {
        if used && code != NONE {
            occurs[code as usize] = true;
        }
    }
    let labels =
        labels.into_iter().zip(occurs).filter(|(_, occurs)| *occurs).map(|(label, _)| label).collect();
    Ok(Encoded::Labels { variable: name.to_owned(), labels })
}

/// How terms become columns.
#[derive(Clone, Debug)]
pub(crate) struct Encoding {
    pub(crate) intercept: bool,
    pub(crate) terms: Vec<(String, Vec<Encoded>)>,
}

#[derive(Clone, Debug)]
pub(crate) enum Encoded {
    Number(String),
    Numbers(Expression),
    Labels { variable: String, labels: Vec<String> },
}

impl Encoded {
    /// The names of the columns; the first label has none.
    fn names(&self) -> Vec<String> {
        match self {
            Self::Number(name) => vec![name.clone()],
            Self::Numbers(expression) => vec![expression.text().to_owned()],
            Self::Labels { variable, labels } => {
                labels.iter().skip(1).map(|label| format!("{variable}{label}")).collect()
            }
        }
    }

    /// The columns, one after the other; NaN where something is missing, or has a label without a column.
    fn columns(&self, frame: &Frame) -> Result<Vec<Vec<f64>>, Error> {
        match self {
            Self::Number(name) => Ok(vec![frame.numbers(name)?.to_vec()]),
            Self::Numbers(expression) => match expression.value(frame)? {
                Value::Numbers(values) => Ok(vec![values]),
                _ => Ok(vec![expression.numbers(frame)?]),
            },
            Self::Labels { variable, labels } => {
                let column = frame.column(variable)?.as_categories();
                let Column::Categories { codes, labels: own } = column.as_ref() else {
                    unreachable!("as_categories gives categories")
                };
                let place: Vec<Option<usize>> =
                    own.iter().map(|label| labels.iter().position(|known| known == label)).collect();
                let mut columns = vec![vec![0.0; codes.len()]; labels.len().saturating_sub(1)];
                for (row, &code) in codes.iter().enumerate() {
                    let place = if code == NONE { None } else { place[code as usize] };
                    match place {
                        None => columns.iter_mut().for_each(|column| column[row] = f64::NAN),
                        Some(0) => {}
                        Some(level) => columns[level - 1][row] = 1.0,
                    }
                }
                Ok(columns)
            }
        }
    }
}

impl Encoding {
    /// The names of the columns, and the term of each; the intercept has none.
    pub(crate) fn names(&self) -> Vec<(String, Option<usize>)> {
        let mut names = Vec::new();
        if self.intercept {
            names.push((INTERCEPT.to_owned(), None));
        }
        for (number, (_, factors)) in self.terms.iter().enumerate() {
            let mut of_term = vec![String::new()];
            for factor in factors {
                let of_factor = factor.names();
                of_term = of_factor
                    .iter()
                    .flat_map(|name| {
                        of_term.iter().map(move |before| {
                            if before.is_empty() { name.clone() } else { format!("{before}:{name}") }
                        })
                    })
                    .collect();
            }
            names.extend(of_term.into_iter().map(|name| (name, Some(number))));
        }
        names
    }

    /// The columns of all rows; NaN where something is missing.
    pub(crate) fn matrix(&self, frame: &Frame) -> Result<Matrix, Error> {
        let rows = frame.rows();
        let mut columns: Vec<Vec<f64>> = Vec::new();
        if self.intercept {
            columns.push(vec![1.0; rows]);
        }
        for (_, factors) in &self.terms {
            let mut of_term: Option<Vec<Vec<f64>>> = None;
            for factor in factors {
                let of_factor = factor.columns(frame)?;
                of_term = Some(match of_term {
                    None => of_factor,
                    Some(before) => of_factor
                        .iter()
                        .flat_map(|own| {
                            before.iter().map(move |b| b.iter().zip(own).map(|(x, y)| x * y).collect())
                        })
                        .collect(),
                });
            }
            columns.extend(of_term.unwrap_or_default());
        }
        Ok(Matrix::from_fn(rows, columns.len(), |row, column| columns[column][row]))
    }
}
