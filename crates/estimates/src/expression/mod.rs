//! Conditions and sums written as text: `age >= 65 and region in ('081', '082')`, `year - 2022`.
//!
//! Names of variables may hold letters, digits, dots and underscores. Texts stand in single or double quotes. There are
//! `+ - * / ^`, comparisons, `in (…)`, `and`, `or`, `not`, and the functions `log`, `exp` and `sqrt`.
//! What follows from a missing value is missing; in a filter, missing is false.

mod evaluate;
mod read;

pub(crate) use evaluate::Value;
pub(crate) use read::Reader;

use crate::{Error, Frame};

/// A condition or a sum, read from text.
#[derive(Clone, Debug, PartialEq)]
pub struct Expression {
    text: String,
    node: Node,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Node {
    Number(f64),
    Text(String),
    Name(String),
    Not(Box<Node>),
    Minus(Box<Node>),
    Function(Function, Box<Node>),
    Two(Operator, Box<Node>, Box<Node>),
    In(Box<Node>, Vec<Node>),
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Function {
    Log,
    Exp,
    Sqrt,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Operator {
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Plus,
    Minus,
    Times,
    Divided,
    Power,
}

impl Expression {
    /// Reads an expression.
    ///
    /// # Errors
    /// Where it cannot be read, and what could have stood there.
    pub fn read(text: &str) -> Result<Self, Error> {
        let mut reader = Reader::new(text, &[]);
        let node = reader.whole()?;
        Ok(Self { text: text.to_owned(), node })
    }

    pub(crate) fn of_node(text: String, node: Node) -> Self {
        Self { text, node }
    }

    /// The text it was read from.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its value in every row, as a number; conditions are 1 and 0. NaN where it is missing.
    ///
    /// # Errors
    /// A variable that is not there, or text where numbers are needed.
    pub fn numbers(&self, frame: &Frame) -> Result<Vec<f64>, Error> {
        match self.value(frame)? {
            Value::Numbers(values) => Ok(values),
            Value::One(value) => Ok(vec![value; frame.rows()]),
            Value::Text(_) | Value::Categories { .. } => Err(Error::Kind {
                variable: self.text.clone(),
                found: "text",
                needed: "numbers or a condition",
            }),
        }
    }

    /// In which rows it is true. Missing counts as false.
    ///
    /// # Errors
    /// A variable that is not there, or text where a condition is needed.
    pub fn is_true(&self, frame: &Frame) -> Result<Vec<bool>, Error> {
        Ok(self.numbers(frame)?.into_iter().map(|value| !value.is_nan() && value != 0.0).collect())
    }

    pub(crate) fn value<'f>(&'f self, frame: &'f Frame) -> Result<Value<'f>, Error> {
        evaluate::value(&self.node, frame)
    }

    /// The node of an expression whose names are among those given: they may hold any characters, and come before numbers.
    pub(crate) fn of_names(text: &str, names: &[String]) -> Result<Node, Error> {
        Reader::new(text, names).whole()
    }
}
