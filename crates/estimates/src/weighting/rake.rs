//! Raking: margins met one after the other, again and again (Deming and Stephan 1940).

use std::sync::Arc;

use super::margin::add_up;
use super::{Margin, Reweighted, Step, WeightReport, cells_of};
use crate::combined::Combined;
use crate::frame::NONE;
use crate::{Error, Survey};

const ROUNDS: usize = 500;
const SETTLED: f64 = 1e-13;
const NEAR_ENOUGH: f64 = 1e-6;

impl Survey {
    /// Brings the weights to several margins at once, by meeting one after the other until all are met. Replicate weights
    /// are brought there too, each by itself, in as many rounds as the weights themselves needed.
    ///
    /// # Errors
    /// Margins whose sums differ, cells that rows have and a margin has not, or the other way round, and margins that
    /// cannot all be met; the error names margin and cell.
    pub fn raked(&self, margins: &[Margin]) -> Result<Reweighted, Error> {
        if margins.is_empty() {
            return Err(Error::Unsupported("raking needs at least one margin"));
        }
        let mut cells = Vec::new();
        for margin in margins {
            cells.push(margin.cells(self)?);
        }
        add_up(margins)?;
        let (after, rounds, furthest) = met(&self.weights, margins, &cells)?;
        let replicates = self.calibrated_replicates(|weights| {
            let mut weights = weights.to_vec();
            for _ in 0..rounds {
                round(&mut weights, margins, &cells)?;
            }
            Ok(weights)
        })?;
        let names: Vec<String> = margins.iter().map(Margin::name).collect();
        let after = Arc::new(after);
        let report = WeightReport::new(&self.weights, &after, rounds, furthest, 0);
        let step = Step::Raked {
            margins: cells
                .into_iter()
                .zip(margins)
                .map(|(cell, margin)| (cell, margin.cells.len()))
                .collect(),
            after: after.clone(),
        };
        let mut survey = self.reweighted(after, Some(step), format!("raked to {}", names.join(", ")));
        survey.replicates = replicates;
        Ok(Reweighted { survey, report })
    }
}

/// Weights that meet the margins, the rounds it took, and how far the furthest cell is from its total. Rows in the same cell of
/// every margin get the same factor, so the rounds go over combinations of cells, which are few beside rows.
fn met(weights: &[f64], margins: &[Margin], cells: &[Vec<u32>]) -> Result<(Vec<f64>, usize, f64), Error> {
    let whole = margins[0].sum();
    let of_margins: Vec<(&[u32], usize)> =
        cells.iter().zip(margins).map(|(cells, margin)| (cells.as_slice(), margin.cells.len())).collect();
    let combined = Combined::of(weights.len(), &of_margins);
    let mut begun = vec![0.0; combined.count()];
    for (weight, &at) in weights.iter().zip(&combined.of_rows) {
        begun[at as usize] += weight;
    }
    let of_combined: Vec<Vec<u32>> =
        cells.iter().map(|cells| combined.first.iter().map(|&row| cells[row]).collect()).collect();
    let mut table = begun.clone();
    let mut change = f64::INFINITY;
    for rounds in 1..=ROUNDS {
        let before = table.clone();
        round(&mut table, margins, &of_combined)?;
        let changed = before.iter().zip(&table).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
        // settled, or as settled as rounding lets it be
        if changed < SETTLED * whole || (changed < 1e-11 * whole && changed >= change) || rounds == ROUNDS {
            let tables = tables(&table, margins, &of_combined);
            let (away, margin, cell) = furthest(&tables, margins);
            if away < NEAR_ENOUGH {
                let factor = |at: u32| {
                    let (from, to) = (begun[at as usize], table[at as usize]);
                    if from == 0.0 { 1.0 } else { to / from }
                };
                let after =
                    weights.iter().zip(&combined.of_rows).map(|(weight, &at)| weight * factor(at)).collect();
                return Ok((after, rounds, away));
            }
            return Err(Error::NotReached {
                margin: format!("{} {}", margins[margin].name(), margins[margin].cell_name(cell)),
                rounds,
                reached: tables[margin][cell],
                total: margins[margin].cells[cell].1,
            });
        }
        change = changed;
    }
    unreachable!("the last round returns")
}

/// Meets each margin once.
fn round(weights: &mut [f64], margins: &[Margin], cells: &[Vec<u32>]) -> Result<(), Error> {
    for (margin, cell) in margins.iter().zip(cells) {
        let totals: Vec<f64> = margin.cells.iter().map(|(_, total)| *total).collect();
        let factors = cells_of(weights, cell, &totals, |cell| (margin.name(), margin.cell_name(cell)))?;
        for (weight, &cell) in weights.iter_mut().zip(cell) {
            if cell != NONE {
                *weight *= factors[cell as usize];
            }
        }
    }
    Ok(())
}

/// The sums of the cells of each margin.
fn tables(weights: &[f64], margins: &[Margin], cells: &[Vec<u32>]) -> Vec<Vec<f64>> {
    let of_margin = |margin: &Margin, cell: &[u32]| {
        let mut sums = vec![0.0; margin.cells.len()];
        for (weight, &cell) in weights.iter().zip(cell) {
            if cell != NONE {
                sums[cell as usize] += weight;
            }
        }
        sums
    };
    margins.iter().zip(cells).map(|(margin, cell)| of_margin(margin, cell)).collect()
}

/// The cell that is furthest from its total: how far, as a part of the margin's sum, and which.
fn furthest(tables: &[Vec<f64>], margins: &[Margin]) -> (f64, usize, usize) {
    let mut furthest = (0.0, 0, 0);
    for (m, (margin, sums)) in margins.iter().zip(tables).enumerate() {
        let whole = margin.sum().max(f64::MIN_POSITIVE);
        for (c, (sum, (_, total))) in sums.iter().zip(&margin.cells).enumerate() {
            let away = (sum - total).abs() / whole;
            if away > furthest.0 {
                furthest = (away, m, c);
            }
        }
    }
    furthest
}
