//! What the weights of an import are like: how unequal they are, and what that costs.

use estimates::Column;

use super::offered::Offered;
use crate::margins::labels;
use crate::{Error, Source};

/// What the weights of an import are like.
#[derive(Clone, Debug, PartialEq)]
pub struct WeightsTold {
    /// How the sample was drawn: strata, and those of them with one unit.
    pub strata: usize,
    /// Strata with a single unit, by name.
    pub lonely: Vec<String>,
    /// All respondents, then those of each year.
    pub years: Vec<YearOfWeights>,
    /// The variable of the weights.
    pub weight: Option<String>,
}

/// The weights of all respondents or of a year.
#[derive(Clone, Debug, PartialEq)]
pub struct YearOfWeights {
    /// The year; none for all.
    pub year: Option<String>,
    /// Respondents with a weight.
    pub n: usize,
    /// Respondents with the weight 0, who do not count.
    pub zero: usize,
    /// What the weights add up to: the people they stand for.
    pub sum: f64,
    /// The smallest, the middle and the largest weight.
    pub spread: [f64; 3],
    /// Kish's design effect of unequal weights, `1 + cv²`.
    pub design_effect: f64,
}

/// Tells what the weights of an import are like.
///
/// # Errors
/// As [`Source::open`].
pub fn tell_weights(offered: &Offered, source: &Source) -> Result<WeightsTold, Error> {
    let texts: Vec<&str> = offered.period.as_deref().into_iter().collect();
    let opened = source.open(&texts, &[])?;
    let frame = opened.survey.frame();
    let weights = opened.survey.weights();
    let mut years = vec![of(None, weights.iter().copied())];
    if let Some(period) = &offered.period {
        let own = labels(frame, period)?;
        for year in &offered.years {
            let chosen = own.iter().zip(weights).filter(|(label, _)| label.as_ref() == Some(year));
            years.push(of(Some(year.clone()), chosen.map(|(_, weight)| *weight)));
        }
    }
    let design = source.names();
    let (mut strata, mut lonely) = (0, Vec::new());
    if let (Some(name), true) = (design.strata.first(), design.units.is_empty()) {
        let column = frame.column(name)?.as_categories();
        if let Column::Categories { codes, labels } = column.as_ref() {
            let mut counts = vec![0_usize; labels.len()];
            for code in codes {
                if let Some(count) = counts.get_mut(*code as usize) {
                    *count += 1;
                }
            }
            strata = counts.iter().filter(|count| **count > 0).count();
            lonely = labels
                .iter()
                .zip(&counts)
                .filter(|(_, count)| **count == 1)
                .map(|(label, _)| label.clone())
                .collect();
        }
    }
    Ok(WeightsTold { strata, lonely, years, weight: design.weights })
}

fn of(year: Option<String>, weights: impl Iterator<Item = f64>) -> YearOfWeights {
    let all: Vec<f64> = weights.collect();
    let mut there: Vec<f64> = all.iter().copied().filter(|weight| *weight != 0.0).collect();
    there.sort_by(f64::total_cmp);
    let n = there.len();
    let (sum, squares) = there.iter().fold((0.0, 0.0), |(sum, squares), w| (sum + w, squares + w * w));
    let at = |place: usize| there.get(place).copied().unwrap_or(0.0);
    YearOfWeights {
        year,
        n,
        zero: all.len() - n,
        sum,
        spread: [at(0), at(n / 2), at(n.saturating_sub(1))],
        design_effect: if sum > 0.0 { n as f64 * squares / (sum * sum) } else { 1.0 },
    }
}
