//! Columns gathered from files whose values have types of their own: numbers, texts, and none.

use std::collections::BTreeSet;
use std::path::Path;

use estimates::{Column, Frame};

use super::columns::Texts;
use super::{Reading, Table, WrongRows};
use crate::codebook::Rules;
use crate::{Error, Reason};

/// A value of such a file.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Value<'v> {
    Missing,
    Number(f64),
    Text(&'v str),
}

/// The columns of a file, as they grow.
pub(super) struct Gathering<'p, 'c> {
    reading: &'p Reading<'c>,
    path: &'p Path,
    columns: Vec<Gathered<'c>>,
    wrong: WrongRows,
    /// Rows, counted from 1, that are wrong.
    bad: BTreeSet<u64>,
}

struct Gathered<'c> {
    name: String,
    rules: Rules<'c>,
    numbers_only: bool,
    values: Values,
}

enum Values {
    Numbers(Vec<f64>),
    Texts(Texts),
}

impl<'p, 'c> Gathering<'p, 'c> {
    pub(super) fn new(reading: &'p Reading<'c>, path: &'p Path, chosen: &[(usize, String)]) -> Self {
        let columns = chosen
            .iter()
            .map(|(_, name)| {
                let rules = Rules::of(reading.codebook, name);
                let numbers_only = reading.numbers.contains(name) || rules.is_number();
                let texts = rules.is_category() && !numbers_only;
                let values =
                    if texts { Values::Texts(Texts::default()) } else { Values::Numbers(Vec::new()) };
                Gathered { name: name.clone(), rules, numbers_only, values }
            })
            .collect();
        Self { reading, path, columns, wrong: WrongRows::default(), bad: BTreeSet::new() }
    }

    /// Puts a value into a column; `row` counts from 1.
    pub(super) fn put(&mut self, column: usize, row: u64, value: Value<'_>) {
        let gathered = &mut self.columns[column];
        let missing = match value {
            Value::Text(text) => {
                text.is_empty()
                    || self.reading.missing.iter().any(|other| other == text)
                    || gathered.rules.is_missing(text)
            }
            Value::Number(number) => !number.is_finite(),
            Value::Missing => true,
        };
        let weight = match value {
            Value::Number(number) if !missing => Some(number),
            _ => None,
        };
        let is_text = matches!(value, Value::Text(_)) && !missing;
        let wrong = self.reading.wrong_weight(&gathered.name, weight).filter(|_| !is_text);
        let taken = wrong.map_or_else(|| gathered.take(if missing { Value::Missing } else { value }), Err);
        if let Err(why) = taken {
            self.wrong.add(self.reading, row, Some(&gathered.name), why);
            self.bad.insert(row);
            gathered.none();
        }
    }

    /// Marks a row as wrong for a reason of the file.
    pub(super) fn refuse(&mut self, row: u64, why: Reason) {
        if self.bad.insert(row) {
            self.wrong.add(self.reading, row, None, why);
        }
    }

    /// What was gathered, without the wrong rows if they may be left out.
    pub(super) fn told(mut self, mut table: Table) -> Result<Table, Error> {
        self.wrong.count = self.bad.len();
        self.wrong.first.dedup_by_key(|wrong| wrong.row);
        self.wrong.told(self.reading, self.path.to_owned(), &mut table)?;
        let mut frame = Frame::new();
        for column in self.columns {
            let values = match column.values {
                Values::Numbers(values) => Column::Numbers(values),
                Values::Texts(texts) => texts.column(),
            };
            frame.push(column.name, values)?;
        }
        if !self.bad.is_empty() {
            let keep: Vec<bool> = (1..=frame.rows() as u64).map(|row| !self.bad.contains(&row)).collect();
            frame = frame.rows_where(&keep);
        }
        table.frame = frame;
        Ok(table)
    }
}

impl Gathered<'_> {
    fn none(&mut self) {
        match &mut self.values {
            Values::Numbers(values) => values.push(f64::NAN),
            Values::Texts(texts) => texts.push(None),
        }
    }

    fn take(&mut self, value: Value<'_>) -> Result<(), Reason> {
        match (value, &mut self.values) {
            (Value::Missing, _) => self.none(),
            (Value::Number(number), Values::Numbers(values)) => {
                values.push(self.rules.number(&self.name, number + 0.0)?);
            }
            (Value::Number(number), Values::Texts(texts)) => {
                let text = (number + 0.0).to_string();
                let there = !self.rules.is_missing(&text);
                if there {
                    self.rules.check_text(&self.name, &text)?;
                }
                texts.push(there.then_some(&text));
            }
            (Value::Text(text), Values::Texts(texts)) => {
                self.rules.check_text(&self.name, text)?;
                texts.push(Some(text));
            }
            (Value::Text(text), Values::Numbers(_)) if self.numbers_only => {
                return Err(super::no_number(&self.name, text));
            }
            (Value::Text(text), Values::Numbers(_)) => {
                self.becomes_texts();
                return self.take(Value::Text(text));
            }
        }
        Ok(())
    }

    /// What were numbers so far are texts from now on.
    fn becomes_texts(&mut self) {
        let Values::Numbers(values) = &self.values else { return };
        let mut texts = Texts::default();
        for value in values {
            let text = value.to_string();
            texts.push((!value.is_nan()).then_some(&text));
        }
        self.values = Values::Texts(texts);
    }
}
