//! What is known of the population: how many there are of each kind.

use std::collections::HashMap;

use crate::combined::Combined;
use crate::frame::NONE;
use crate::{Column, Error, Survey};

/// The population totals of one variable's categories, or of the combinations of several.
#[derive(Clone, Debug, PartialEq)]
pub struct Margin {
    pub(crate) variables: Vec<String>,
    pub(crate) cells: Vec<(Vec<String>, f64)>,
}

impl Margin {
    /// A margin of one variable, with the total of each of its labels.
    pub fn new<L: Into<String>>(
        variable: impl Into<String>,
        totals: impl IntoIterator<Item = (L, f64)>,
    ) -> Self {
        Self {
            variables: vec![variable.into()],
            cells: totals.into_iter().map(|(label, total)| (vec![label.into()], total)).collect(),
        }
    }

    /// A margin of combinations of several variables, with the total of each combination of labels.
    pub fn crossed<L: Into<String>>(
        variables: &[&str],
        totals: impl IntoIterator<Item = (Vec<L>, f64)>,
    ) -> Self {
        Self {
            variables: variables.iter().map(|&name| name.to_owned()).collect(),
            cells: totals
                .into_iter()
                .map(|(labels, total)| (labels.into_iter().map(Into::into).collect(), total))
                .collect(),
        }
    }

    pub(crate) fn name(&self) -> String {
        self.variables.join(" x ")
    }

    pub(crate) fn cell_name(&self, cell: usize) -> String {
        self.cells[cell].0.join("/")
    }

    pub(crate) fn sum(&self) -> f64 {
        crate::numeric::sum(self.cells.iter().map(|(_, total)| *total))
    }

    /// The cell of each row. Rows without a weight may be without a cell.
    pub(crate) fn cells(&self, survey: &Survey) -> Result<Vec<u32>, Error> {
        for (cell, (labels, total)) in self.cells.iter().enumerate() {
            if !total.is_finite() || *total < 0.0 || labels.len() != self.variables.len() {
                return Err(Error::BadTotal {
                    margin: self.name(),
                    cell: self.cell_name(cell),
                    total: *total,
                });
            }
        }
        let mut number: HashMap<&[String], u32> = HashMap::new();
        for (cell, (labels, _)) in self.cells.iter().enumerate() {
            let cell_number = u32::try_from(cell).expect("fewer cells than rows");
            if number.insert(labels, cell_number).is_some() {
                return Err(Error::CellTwice { margin: self.name(), cell: self.cell_name(cell) });
            }
        }
        let mut key: Vec<Vec<u32>> = Vec::new();
        let mut labels: Vec<Vec<String>> = Vec::new();
        for name in &self.variables {
            let Column::Categories { codes, labels: of_column } =
                survey.frame.column(name)?.as_categories().into_owned()
            else {
                unreachable!("as_categories gives categories")
            };
            let gap = |row: usize| codes[row] == NONE && survey.weights[row] != 0.0;
            let rows = survey.frame.rows();
            if let Some(row) = (0..rows).find(|&row| gap(row)) {
                let count = (0..rows).filter(|&row| gap(row)).count();
                return Err(Error::MissingInDesign { variable: name.clone(), row: row + 1, count });
            }
            key.push(codes);
            labels.push(of_column);
        }
        let variables: Vec<(&[u32], usize)> =
            key.iter().zip(&labels).map(|(codes, labels)| (codes.as_slice(), labels.len())).collect();
        let combined = Combined::of(survey.frame.rows(), &variables);
        let cell_of = |&row: &usize| {
            let of_row: Option<Vec<String>> = key
                .iter()
                .zip(&labels)
                .map(|(codes, labels)| labels.get(codes[row] as usize).cloned())
                .collect();
            of_row.and_then(|of_row| number.get(of_row.as_slice()).copied()).unwrap_or(NONE)
        };
        let of_combined: Vec<u32> = combined.first.iter().map(cell_of).collect();
        let cells: Vec<u32> = combined.of_rows.iter().map(|&at| of_combined[at as usize]).collect();
        self.every_row_has_one(survey, &cells, &key, &labels)?;
        Ok(cells)
    }

    fn every_row_has_one(
        &self,
        survey: &Survey,
        cells: &[u32],
        key: &[Vec<u32>],
        labels: &[Vec<String>],
    ) -> Result<(), Error> {
        let lost = |row: usize| cells[row] == NONE && survey.weights[row] != 0.0;
        let Some(row) = (0..cells.len()).find(|&row| lost(row)) else { return Ok(()) };
        let label = |row: usize| -> Vec<&str> {
            key.iter().zip(labels).map(|(codes, labels)| labels[codes[row] as usize].as_str()).collect()
        };
        let rows = (0..cells.len()).filter(|&other| lost(other) && label(other) == label(row)).count();
        Err(Error::NoTotal { margin: self.name(), cell: label(row).join("/"), rows })
    }
}

/// Margins of one population have one sum.
pub(crate) fn add_up(margins: &[Margin]) -> Result<(), Error> {
    let Some(first) = margins.first() else { return Ok(()) };
    for other in &margins[1..] {
        if (first.sum() - other.sum()).abs() > 1e-6 * first.sum().abs() {
            return Err(Error::MarginsDiffer {
                first: first.name(),
                first_total: first.sum(),
                second: other.name(),
                second_total: other.sum(),
            });
        }
    }
    Ok(())
}
