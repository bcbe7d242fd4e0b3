//! Models written as text, `needed_help ~ age + C(sex) + region`, and their columns.

use crate::expression::{Expression, Node, Reader};
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

    /// Multiplies the columns of a term that are there, from `first`, by those of this factor: column k of the term becomes
    /// its product with each column of the factor. NaN where something is missing, or has a label without a column.
    fn write(&self, frame: &Frame, to: &mut Matrix, first: usize, before: usize) -> Result<(), Error> {
        match self {
            Self::Number(name) => {
                for (row, &value) in frame.numbers(name)?.iter().enumerate() {
                    to.row_mut(row)[first..first + before].iter_mut().for_each(|to| *to *= value);
                }
            }
            Self::Numbers(expression) => {
                for (row, value) in expression.numbers(frame)?.into_iter().enumerate() {
                    to.row_mut(row)[first..first + before].iter_mut().for_each(|to| *to *= value);
                }
            }
            Self::Labels { variable, labels } => {
                let column = frame.column(variable)?.as_categories();
                let Column::Categories { codes, labels: own } = column.as_ref() else {
                    unreachable!("as_categories gives categories")
                };
                let place: Vec<Option<usize>> =
                    own.iter().map(|label| labels.iter().position(|known| known == label)).collect();
                let levels = labels.len().saturating_sub(1);
                for (row, &code) in codes.iter().enumerate() {
                    let place = if code == NONE { None } else { place[code as usize] };
                    let cells = &mut to.row_mut(row)[first..first + before * levels];
                    for level in (0..levels).rev() {
                        for k in 0..before {
                            cells[level * before + k] = match place {
                                None => f64::NAN,
                                Some(own) if own == level + 1 => cells[k],
                                // what is missing stays missing
                                Some(_) => cells[k] * 0.0,
                            };
                        }
                    }
                }
            }
        }
        Ok(())
    }

    /// How many columns it has.
    fn width(&self) -> usize {
        match self {
            Self::Number(_) | Self::Numbers(_) => 1,
            Self::Labels { labels, .. } => labels.len().saturating_sub(1),
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

    /// The variables whose labels are columns, each once.
    pub(crate) fn variables(&self) -> Vec<&str> {
        let mut variables: Vec<&str> = Vec::new();
        for factor in self.terms.iter().flat_map(|(_, factors)| factors) {
            if let Encoded::Labels { variable, .. } = factor
                && !variables.contains(&variable.as_str())
            {
                variables.push(variable);
            }
        }
        variables
    }

    /// The columns of all rows, each row by itself; NaN where something is missing. [`Columns`](super::Columns) keeps rows that have the
    /// same labels once.
    pub(crate) fn matrix(&self, frame: &Frame) -> Result<Matrix, Error> {
        let widths: Vec<usize> =
            self.terms.iter().map(|(_, factors)| factors.iter().map(Encoded::width).product()).collect();
        let mut first = usize::from(self.intercept);
        let columns = first + widths.iter().sum::<usize>();
        // every term begins with one in its first column
        let mut begins = vec![0.0; columns];
        begins[..first].fill(1.0);
        let mut at = first;
        for &width in widths.iter().filter(|&&width| width > 0) {
            begins[at] = 1.0;
            at += width;
        }
        let mut matrix = Matrix::repeated(frame.rows(), &begins);
        for ((_, factors), width) in self.terms.iter().zip(widths) {
            let mut before = 1;
            for factor in factors.iter().filter(|_| width > 0) {
                factor.write(frame, &mut matrix, first, before)?;
                before *= factor.width();
            }
            first += width;
        }
        Ok(matrix)
    }
}
