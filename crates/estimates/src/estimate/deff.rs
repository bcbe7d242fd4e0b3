//! Design effects: the variance beside that of a simple random sample of as many rows (Kish 1965).

use super::engine::{Linear, Statistic, complete};
use crate::DesignEffect;
use crate::ask::{Missing, View};
use crate::frame::NONE;

/// `V / (s² W²/n (1 - n/W))` of the total of each influence `r`, s² being its variance between rows with divisor n - 1.
pub(crate) fn design_effects(
    view: &View<'_>,
    statistics: &[Statistic<'_>],
    missing: Missing,
    linear: &Linear,
    kind: DesignEffect,
) -> Vec<Option<f64>> {
    let k = statistics.len();
    let complete = complete(statistics, view.domain.len(), missing);
    let size = linear.values.len();
    let residual = |at: usize, row: usize| -> f64 {
        let statistic = &statistics[at % k];
        match &statistic.bottom {
            None => statistic.top.at(row),
            Some(bottom) => {
                (statistic.top.at(row) - linear.values[at] * bottom.at(row)) / linear.sums.bottoms[at]
            }
        }
    };
    let pass = |means: Option<&[f64]>| {
        let mut sums = vec![0.0; size];
        for (row, &domain) in view.domain.iter().enumerate() {
            if domain == NONE || complete.as_ref().is_some_and(|complete| !complete[row]) {
                continue;
            }
            for j in 0..k {
                let at = domain as usize * k + j;
                let value = residual(at, row);
                if !value.is_nan() {
                    let term = means.map_or(value, |means| (value - means[at]).powi(2));
                    sums[at] += view.weights()[row] * term;
                }
            }
        }
        for (sum, weight) in sums.iter_mut().zip(&linear.sums.weights) {
            *sum /= weight;
        }
        sums
    };
    let means = pass(None);
    let spreads = pass(Some(&means));
    (0..size)
        .map(|at| {
            let (n, whole) = (linear.sums.n[at] as f64, linear.sums.weights[at]);
            let simple = spreads[at] * n / (n - 1.0) * whole * whole / n;
            let simple = match kind {
                DesignEffect::WithReplacement => simple,
                DesignEffect::WithoutReplacement => simple * (1.0 - n / whole),
            };
            let effect = linear.covariance.variances[at] / simple;
            (n > 1.0 && simple > 0.0 && effect.is_finite()).then_some(effect)
        })
        .collect()
}
