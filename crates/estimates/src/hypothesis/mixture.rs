//! Sums of chi-squares with different weights, over a chi-square of their own: the saddlepoint approximation of
//! Lugannani and Rice, as Kuonen (1999) gives it.

use crate::numeric::distribution::{chi_square_above, f_above, normal_above};

/// The probability that `Σ a χ²₁` over `χ²_df / df` is above `x`; with no end of `df`, of the sum itself.
pub(crate) fn f_mixture_above(x: f64, weights: &[f64], df: f64) -> f64 {
    let count = weights.len() as f64;
    let mean = weights.iter().sum::<f64>() / count;
    let spread = weights.iter().map(|a| a * a).sum::<f64>() / count / (mean * mean);
    let (scale, numerator) = (mean * spread, count / spread);
    if df.is_infinite() {
        let parts: Vec<(f64, f64)> = weights.iter().map(|&a| (a, 1.0)).collect();
        return saddle(x, &parts).unwrap_or_else(|| chi_square_above(x / scale, numerator));
    }
    let mut parts: Vec<(f64, f64)> = weights.iter().map(|&a| (a, 1.0)).collect();
    // as many copies as there are whole degrees of freedom, as R has it
    parts.push((-x / df, df.floor()));
    saddle(0.0, &parts).unwrap_or_else(|| f_above(x / numerator / scale, numerator, df))
}

/// The probability that a sum of chi-squares is above `x`; each part is a weight and its degrees of freedom. None where the
/// approximation breaks down, near the mean.
fn saddle(x: f64, parts: &[(f64, f64)]) -> Option<f64> {
    let largest = parts.iter().map(|(a, _)| *a).fold(f64::NEG_INFINITY, f64::max);
    let parts: Vec<(f64, f64)> = parts.iter().map(|&(a, d)| (a / largest, d)).collect();
    let x = x / largest;
    let cumulant = |z: f64| -parts.iter().map(|(a, d)| d * (1.0 - 2.0 * z * a).ln()).sum::<f64>() / 2.0;
    let slope = |z: f64| parts.iter().map(|(a, d)| d * a / (1.0 - 2.0 * z * a)).sum::<f64>();
    let bend = |z: f64| 2.0 * parts.iter().map(|(a, d)| d * a * a / (1.0 - 2.0 * z * a).powi(2)).sum::<f64>();
    let total: f64 = parts.iter().map(|(a, d)| a * d).sum();
    let count: f64 = parts.iter().map(|(_, d)| d).sum();
    let below =
        parts.iter().filter(|(a, _)| *a < 0.0).map(|(a, _)| 0.5 / a).fold(f64::NEG_INFINITY, f64::max);
    let mut low = if below.is_finite() {
        below * 0.999_99
    } else if x > total {
        -0.01
    } else {
        -count / (2.0 * x)
    };
    let mut high = 0.5 * 0.999_99;
    for _ in 0..200 {
        let middle = f64::midpoint(low, high);
        if slope(middle) > x {
            high = middle;
        } else {
            low = middle;
        }
    }
    let zeta = f64::midpoint(low, high);
    if zeta.abs() < 1e-4 {
        return None;
    }
    let w = zeta.signum() * (2.0 * (zeta * x - cumulant(zeta))).sqrt();
    let v = zeta * bend(zeta).sqrt();
    let above = normal_above(w + (v / w).ln() / w);
    above.is_finite().then_some(above)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_weights_are_nearly_chi_square_and_f() {
        let near = |a: f64, b: f64| assert!((a / b - 1.0).abs() < 0.02, "{a} and {b}");
        near(f_mixture_above(9.0, &[1.0, 1.0, 1.0], f64::INFINITY), chi_square_above(9.0, 3.0));
        near(f_mixture_above(9.0, &[1.0, 1.0, 1.0], 50.0), f_above(3.0, 3.0, 50.0));
    }
}
