//! Cross tables: how many people have each pair of labels.

use crate::frame::NONE;
use crate::{Ask, Error};

/// A cell of a cross table.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CrossTableCell {
    /// The label of the row variable.
    pub row: String,
    /// The label of the column variable.
    pub column: String,
    /// The estimated number of people.
    pub count: f64,
    /// Rows of the data.
    pub n: usize,
}

/// How many people have each pair of labels.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CrossTable {
    /// The labels of the rows.
    pub rows: Vec<String>,
    /// The labels of the columns.
    pub columns: Vec<String>,
    /// The cells; the rows run fastest.
    pub cells: Vec<CrossTableCell>,
    /// Rows of the data in which either is missing.
    pub missing: usize,
}

impl Ask<'_> {
    /// The estimated number of people with each pair of labels of two variables. Labels that nobody in the domain has are
    /// left out.
    ///
    /// # Errors
    /// Variables that are not there; nobody to count.
    pub fn cross_table(&self, row: &str, column: &str) -> Result<CrossTable, Error> {
        let view = self.view()?;
        let crossed = Crossed::new(&view, &self.survey.frame, row, column)?;
        let mut cells = Vec::new();
        let (mut counts, mut n) = (vec![0.0; crossed.cells()], vec![0; crossed.cells()]);
        let mut missing = 0;
        for (at, &cell) in crossed.cell.iter().enumerate() {
            if view.domain[at] == NONE {
                continue;
            }
            if cell == NONE {
                missing += 1;
            } else {
                counts[cell as usize] += view.weights()[at];
                n[cell as usize] += usize::from(view.weights()[at] != 0.0);
            }
        }
        for (c, column) in crossed.columns.iter().enumerate() {
            for (r, row) in crossed.rows.iter().enumerate() {
                let at = c * crossed.rows.len() + r;
                cells.push(CrossTableCell {
                    row: row.clone(),
                    column: column.clone(),
                    count: counts[at],
                    n: n[at],
                });
            }
        }
        Ok(CrossTable { rows: crossed.rows, columns: crossed.columns, cells, missing })
    }
}

/// The cell of each row in a table of two variables: rows run fastest.
pub(crate) struct Crossed {
    pub(crate) cell: Vec<u32>,
    pub(crate) rows: Vec<String>,
    pub(crate) columns: Vec<String>,
}

impl Crossed {
    pub(crate) fn cells(&self) -> usize {
        self.rows.len() * self.columns.len()
    }

    pub(crate) fn new(
        view: &crate::ask::View<'_>,
        frame: &crate::Frame,
        row: &str,
        column: &str,
    ) -> Result<Self, Error> {
        let side = |name: &str| -> Result<(Vec<u32>, Vec<String>), Error> {
            let categories = frame.column(name)?.as_categories();
            let (codes, labels) = super::mean::codes(&categories);
            let mut place = vec![NONE; labels.len()];
            for (at, &code) in codes.iter().enumerate() {
                if code != NONE && view.domain[at] != NONE {
                    place[code as usize] = 0;
                }
            }
            let mut kept = Vec::new();
            for (place, label) in place.iter_mut().zip(labels) {
                if *place == 0 {
                    *place = u32::try_from(kept.len()).expect("fewer labels than rows");
                    kept.push(label.clone());
                }
            }
            Ok((
                codes.iter().map(|&code| if code == NONE { NONE } else { place[code as usize] }).collect(),
                kept,
            ))
        };
        let (row_codes, rows) = side(row)?;
        let (column_codes, columns) = side(column)?;
        if rows.is_empty() || columns.is_empty() {
            let domain = view.names.first().cloned().unwrap_or_default();
            return Err(Error::EmptyDomain { variable: format!("{row} x {column}"), domain });
        }
        let width = u32::try_from(rows.len()).expect("fewer labels than rows");
        let cell = row_codes
            .iter()
            .zip(&column_codes)
            .map(|(&r, &c)| if r == NONE || c == NONE { NONE } else { c * width + r })
            .collect();
        Ok(Self { cell, rows, columns })
    }
}
