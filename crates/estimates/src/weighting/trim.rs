//! Trimming: no weight outside of given limits, and the same sum as before.

use super::{Reweighted, WeightReport};
use crate::{Error, Survey};

impl Survey {
    /// Sets weights outside of the limits to the limits, and spreads what is cut off, or added, equally over the other rows.
    /// That is done once; with `strict`, again until nobody is outside.
    ///
    /// # Errors
    /// Limits the wrong way round, so that nothing is left to spread over; replicate weights, which are trimmed before they
    /// are made.
    pub fn trimmed(&self, lower: f64, upper: f64, strict: bool) -> Result<Reweighted, Error> {
        if lower.is_nan() || upper.is_nan() || lower >= upper {
            return Err(Error::Range {
                what: "the lower limit",
                value: lower,
                limits: "below the upper limit",
            });
        }
        if self.replicates.is_some() {
            return Err(Error::Unsupported("weights are trimmed before replicates are made of them"));
        }
        let mut weights = self.weights.to_vec();
        let mut settled = vec![false; weights.len()];
        let mut rounds = 0;
        loop {
            let outside: Vec<bool> = weights.iter().map(|&w| w != 0.0 && (w < lower || w > upper)).collect();
            if !outside.contains(&true) || (rounds > 0 && !strict) {
                break;
            }
            rounds += 1;
            let mut excess = 0.0;
            for (weight, outside) in weights.iter_mut().zip(&outside) {
                if *outside {
                    let limited = weight.clamp(lower, upper);
                    excess += *weight - limited;
                    *weight = limited;
                }
            }
            // a row without weight is nobody's, and stays so
            let free: Vec<bool> =
                (0..weights.len()).map(|row| !outside[row] && !settled[row] && weights[row] != 0.0).collect();
            let takers = free.iter().filter(|free| **free).count();
            if takers == 0 {
                return Err(Error::Range {
                    what: "the upper limit",
                    value: upper,
                    limits: "further from the lower",
                });
            }
            for (weight, free) in weights.iter_mut().zip(&free) {
                if *free {
                    *weight += excess / takers as f64;
                }
            }
            for (settled, outside) in settled.iter_mut().zip(outside) {
                *settled |= outside;
            }
        }
        let limited = settled.iter().filter(|settled| **settled).count();
        let report = WeightReport::new(&self.weights, &weights, rounds, 0.0, limited);
        let survey = self.reweighted(weights, None, format!("trimmed to between {lower} and {upper}"));
        Ok(Reweighted { survey, report })
    }
}
