//! Direct standardisation: what a group's mean would be, had it the age (or other) distribution of a standard population.

use super::Estimates;
use crate::Error;
use crate::ask::Ask;
use crate::frame::NONE;
use crate::weighting::{Margin, Step, cells_of};

/// Standardised means.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Standardised {
    /// The means.
    pub estimates: Estimates,
    /// Cells of the standard that a group has nobody in, by the group's labels: they do not count for that group.
    pub empty: Vec<(Vec<String>, String)>,
}

impl Ask<'_> {
    /// The means of variables in each group, every group weighted to the standard: post-stratified to its own size times the
    /// standard's shares.
    ///
    /// # Errors
    /// As [`Ask::mean`]; people without a cell in the standard.
    pub fn standardised_mean(&self, variables: &[&str], standard: &Margin) -> Result<Standardised, Error> {
        let view = self.view()?;
        let cell = standard.cells(self.survey)?;
        let cells = standard.cells.len();
        let whole = standard.sum();
        let mut sizes = vec![0.0; view.domains()];
        let mut seen = vec![false; view.domains() * cells];
        let mut joint = vec![NONE; cell.len()];
        for (row, (&domain, &cell)) in view.domain.iter().zip(&cell).enumerate() {
            if domain != NONE && cell != NONE {
                let at = domain as usize * cells + cell as usize;
                sizes[domain as usize] += view.weights()[row];
                seen[at] |= view.weights()[row] != 0.0;
                joint[row] = u32::try_from(at).expect("fewer cells than rows");
            }
        }
        let mut empty = Vec::new();
        let totals: Vec<f64> = seen
            .iter()
            .enumerate()
            .map(|(at, &seen)| {
                let (domain, cell) = (at / cells, at % cells);
                let share = standard.cells[cell].1 / whole;
                if !seen && share > 0.0 {
                    empty.push((view.labels[domain].clone(), standard.cell_name(cell)));
                }
                if seen { sizes[domain] * share } else { 0.0 }
            })
            .collect();
        let adjust = |weights: &[f64]| -> Result<Vec<f64>, Error> {
            let name = |at: usize| (view.names[at / cells].clone(), standard.cell_name(at % cells));
            let factors = cells_of(weights, &joint, &totals, name)?;
            let factor = |at: u32| if at == NONE { 1.0 } else { factors[at as usize] };
            Ok(weights.iter().zip(&joint).map(|(weight, &at)| weight * factor(at)).collect())
        };
        let after = adjust(view.weights())?;
        let replicates = self.survey.calibrated_replicates(adjust)?;
        let step = Step::Cells {
            cell: joint,
            cells: totals.len(),
            before: view.weights().to_vec(),
            after: after.clone(),
        };
        let mut survey =
            self.survey.reweighted(after, Some(step), format!("standardised by {}", standard.name()));
        survey.replicates = replicates;
        let asked = Ask {
            survey: &survey,
            filter: self.filter.clone(),
            by: self.by.clone(),
            missing: self.missing,
            rules: self.rules,
            design_effect: self.design_effect,
            level: self.level,
            covariance: self.covariance,
            share_interval: self.share_interval,
        };
        Ok(Standardised { estimates: asked.mean(variables)?, empty })
    }
}
