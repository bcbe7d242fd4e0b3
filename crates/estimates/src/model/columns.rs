//! The columns of a model, row by row. People who have the same labels have the same columns, and these are kept once: a million
//! answers to four questions are some hundred combinations.

use std::borrow::Cow;
use std::ops::Range;

use super::formula::{Encoded, Encoding};
use crate::combined::Combined;
use crate::numeric::parallel;
use crate::{Column, Error, Frame, Matrix};

/// What each row has in each column.
#[derive(Clone, Debug)]
pub(crate) struct Columns {
    matrix: Matrix,
    /// The row of the matrix that each row has; none where each has its own.
    of_rows: Option<Vec<u32>>,
}

impl Columns {
    /// The columns of all rows; NaN where something is missing.
    pub(crate) fn new(encoding: &Encoding, frame: &Frame) -> Result<Self, Error> {
        let Some(combined) = combinations(encoding, frame)? else {
            return Ok(Self::each(encoding.matrix(frame)?));
        };
        let matrix = encoding.matrix(&frame.rows_at(&combined.first, &encoding.variables())?)?;
        Ok(Self { matrix, of_rows: Some(combined.of_rows) })
    }

    /// A row of its own for each.
    pub(crate) fn each(matrix: Matrix) -> Self {
        Self { matrix, of_rows: None }
    }

    /// Only the rows of these numbers.
    pub(crate) fn at(self, rows: &[usize]) -> Self {
        match self.of_rows {
            Some(of_rows) => {
                Self { matrix: self.matrix, of_rows: Some(rows.iter().map(|&row| of_rows[row]).collect()) }
            }
            None => {
                let columns = self.matrix.columns();
                Self::each(Matrix::from_fn(rows.len(), columns, |at, column| self.matrix[(rows[at], column)]))
            }
        }
    }

    /// What a row has in each column.
    pub(crate) fn row(&self, row: usize) -> &[f64] {
        match &self.of_rows {
            Some(of_rows) => self.matrix.row(of_rows[row] as usize),
            None => self.matrix.row(row),
        }
    }

    /// How many columns there are.
    pub(crate) fn columns(&self) -> usize {
        self.matrix.columns()
    }

    /// The columns themselves, without the rows that have them: by combination where these are kept once.
    pub(crate) fn matrix(&self) -> &Matrix {
        &self.matrix
    }

    /// For each row what `work` makes of its columns, worked out once for those that are kept once.
    pub(crate) fn map<T: Copy + Send>(&self, work: impl Fn(&[f64]) -> T + Sync) -> Vec<T> {
        let some = |rows: Range<usize>| rows.map(|at| work(self.matrix.row(at))).collect::<Vec<T>>();
        let of_matrix = parallel::blocks(self.matrix.rows(), 1, some).concat();
        match &self.of_rows {
            Some(of_rows) => of_rows.iter().map(|&at| of_matrix[at as usize]).collect(),
            None => of_matrix,
        }
    }

    /// The sum of what rows with the same columns have, for each row of the [matrix](Self::matrix).
    pub(crate) fn sums<'v>(&self, values: &'v [f64]) -> Cow<'v, [f64]> {
        let Some(of_rows) = &self.of_rows else { return Cow::Borrowed(values) };
        let mut sums = vec![0.0; self.matrix.rows()];
        for (&at, value) in of_rows.iter().zip(values) {
            sums[at as usize] += value;
        }
        Cow::Owned(sums)
    }
}

/// The combinations of labels that rows have, where the terms are made of labels alone and many rows share them.
fn combinations(encoding: &Encoding, frame: &Frame) -> Result<Option<Combined>, Error> {
    let factors = || encoding.terms.iter().flat_map(|(_, factors)| factors);
    if !factors().all(|factor| matches!(factor, Encoded::Labels { .. })) {
        return Ok(None);
    }
    let mut columns = Vec::new();
    for variable in encoding.variables() {
        columns.push(frame.column(variable)?.as_categories());
    }
    let codes: Vec<(&[u32], usize)> = columns
        .iter()
        .map(|column| match column.as_ref() {
            Column::Categories { codes, labels } => (codes.as_slice(), labels.len()),
            Column::Numbers(_) => unreachable!("as_categories gives categories"),
        })
        .collect();
    let combined = Combined::of(frame.rows(), &codes);
    Ok((combined.count() < frame.rows() / 2).then_some(combined))
}
