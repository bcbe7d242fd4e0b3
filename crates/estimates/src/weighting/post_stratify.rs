//! Post-stratification: each cell is brought to its total by one factor.

use super::{Margin, Reweighted, Step, WeightReport};
use crate::frame::NONE;
use crate::{Error, Survey};

impl Survey {
    /// Brings the weights of each cell to its total: `g = N / N̂`. Replicate weights are brought there too.
    ///
    /// # Errors
    /// Cells that rows have and the margin has not, or the other way round; totals that are negative.
    pub fn post_stratified(&self, margin: &Margin) -> Result<Reweighted, Error> {
        let cell = margin.cells(self)?;
        let totals: Vec<f64> = margin.cells.iter().map(|(_, total)| *total).collect();
        let name = |cell: usize| (margin.name(), margin.cell_name(cell));
        let said = format!("post-stratified by {}", margin.name());
        let adjust = |weights: &[f64]| adjusted(weights, &cell, &totals, name);
        let after = adjust(&self.weights)?;
        let replicates = self.calibrated_replicates(adjust)?;
        let report = WeightReport::new(&self.weights, &after, 1, 0.0, 0);
        let step = Step::Cells {
            cell: cell.clone(),
            cells: totals.len(),
            before: self.weights.to_vec(),
            after: after.clone(),
        };
        let mut survey = self.reweighted(after, Some(step), said);
        survey.replicates = replicates;
        Ok(Reweighted { survey, report })
    }
}

/// The weights of each cell brought to its total; rows without a cell keep theirs.
fn adjusted(
    weights: &[f64],
    cell: &[u32],
    totals: &[f64],
    name: impl Fn(usize) -> (String, String),
) -> Result<Vec<f64>, Error> {
    let factors = cells_of(weights, cell, totals, name)?;
    Ok(weights
        .iter()
        .zip(cell)
        .map(|(weight, &cell)| if cell == NONE { *weight } else { weight * factors[cell as usize] })
        .collect())
}

/// The factor of each cell. A cell whose total is zero and that nobody is in has the factor 1.
pub(crate) fn cells_of(
    weights: &[f64],
    cell: &[u32],
    totals: &[f64],
    name: impl Fn(usize) -> (String, String),
) -> Result<Vec<f64>, Error> {
    let mut sums = vec![0.0; totals.len()];
    for (weight, &cell) in weights.iter().zip(cell) {
        if cell != NONE {
            sums[cell as usize] += weight;
        }
    }
    sums.iter()
        .zip(totals)
        .enumerate()
        .map(|(cell, (&sum, &total))| {
            if sum > 0.0 {
                Ok(total / sum)
            } else if total == 0.0 {
                Ok(1.0)
            } else {
                let (margin, cell) = name(cell);
                Err(Error::EmptyCell { margin, cell, total })
            }
        })
        .collect()
}
