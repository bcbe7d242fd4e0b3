//! Quantiles of the normal, t and beta distributions.
//!
//! A quantile is found by Newton's method kept between bounds, on the probabilities of [`super::distribution`].

use super::distribution::{normal_above, t_outside};
use super::special::{beta_parts, ln_beta, ln_gamma};

/// The value that a standard normal variable is below with probability `p`.
pub(crate) fn normal(p: f64) -> f64 {
    if p <= 0.0 {
        return f64::NEG_INFINITY;
    }
    if p >= 1.0 {
        return f64::INFINITY;
    }
    let tail = p.min(1.0 - p);
    let density = |z: f64| (-z * z / 2.0).exp() / (2.0 * std::f64::consts::PI).sqrt();
    let z = search(0.0, 40.0, start_of_tail(tail), |z| normal_above(z) - tail, |z| -density(z));
    if p < 0.5 { -z } else { z }
}

/// The value that t with `df` degrees of freedom is below with probability `p`.
pub(crate) fn t(p: f64, df: f64) -> f64 {
    if df.is_infinite() {
        return normal(p);
    }
    if p.is_nan() || df <= 0.0 || df.is_nan() {
        return f64::NAN;
    }
    let tail = p.min(1.0 - p);
    if tail <= 0.0 {
        return if p < 0.5 { f64::NEG_INFINITY } else { f64::INFINITY };
    }
    let front = ln_gamma((df + 1.0) / 2.0) - ln_gamma(df / 2.0) - 0.5 * (df * std::f64::consts::PI).ln();
    let density = |x: f64| (front - (df + 1.0) / 2.0 * (x * x / df).ln_1p()).exp();
    let mut high = 40.0;
    while t_outside(high, df) / 2.0 > tail {
        high *= 8.0;
    }
    let x = search(0.0, high, start_of_tail(tail), |x| t_outside(x, df) / 2.0 - tail, |x| -density(x));
    if p < 0.5 { -x } else { x }
}

/// The value that a beta variable is below with probability `p`.
pub(crate) fn beta(p: f64, a: f64, b: f64) -> f64 {
    let density = |x: f64| ((a - 1.0) * x.ln() + (b - 1.0) * (-x).ln_1p() - ln_beta(a, b)).exp();
    search(0.0, 1.0, a / (a + b), |x| beta_parts(x, 1.0 - x, a, b).0 - p, density)
}

/// Roughly where the tail of the normal begins: enough to start from.
fn start_of_tail(tail: f64) -> f64 {
    let u = (-2.0 * tail.ln()).sqrt();
    (u - (2.307_53 + 0.270_61 * u) / (1.0 + u * (0.992_29 + 0.044_81 * u))).max(0.0)
}

/// The zero of a function that only rises, or only falls, between `low` and `high`.
fn search(
    mut low: f64,
    mut high: f64,
    start: f64,
    value: impl Fn(f64) -> f64,
    slope: impl Fn(f64) -> f64,
) -> f64 {
    let rises = value(high) > value(low);
    let mut x = start.clamp(low, high);
    for _ in 0..200 {
        let v = value(x);
        if v == 0.0 {
            return x;
        }
        if (v > 0.0) == rises {
            high = x;
        } else {
            low = x;
        }
        let newton = x - v / slope(x);
        let next = if newton > low && newton < high { newton } else { f64::midpoint(low, high) };
        if (next - x).abs() <= 1e-15 * x.abs() || next == low || next == high {
            return next;
        }
        x = next;
    }
    x
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_quantiles_come_out() {
        let close = |a: f64, b: f64| assert!((a - b).abs() < 1e-12 * (1.0 + b.abs()), "{a} and {b}");
        close(normal(0.975), 1.959_963_984_540_054);
        close(normal(0.5), 0.0);
        close(t(0.975, 1.0), 12.706_204_736_174_707);
        close(t(0.025, 10.0), -2.228_138_851_986_274);
        close(t(0.975, f64::INFINITY), 1.959_963_984_540_054);
        close(beta(0.5, 3.0, 3.0), 0.5);
        close(beta(0.05, 1.0, 20.0), 1.0 - 0.95_f64.powf(0.05));
        close(beta(0.9, 0.5, 0.5), (std::f64::consts::PI * 0.45).sin().powi(2));
    }

    #[test]
    fn a_quantile_undoes_its_probability() {
        for df in [1.0, 2.5, 39.0, 17_154.0, 2e6] {
            for p in [1e-6, 0.01, 0.3, 0.6, 0.999] {
                let x = t(p, df);
                let back = if x < 0.0 { t_outside(x, df) / 2.0 } else { 1.0 - t_outside(x, df) / 2.0 };
                assert!((back - p).abs() < 1e-12, "df {df}, p {p}: {back}");
            }
        }
    }
}
