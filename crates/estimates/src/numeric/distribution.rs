//! Probabilities of the normal, t, chi-square, F and beta distributions.

use super::special::{beta_parts, gamma_parts};

/// The probability of a standard normal value above `z`.
pub(crate) fn normal_above(z: f64) -> f64 {
    let (lower, upper) = gamma_parts(0.5, z * z / 2.0);
    if z >= 0.0 { upper / 2.0 } else { 0.5 + lower / 2.0 }
}

/// A value over its standard error. Where nothing varies, it is zero or has no end.
pub(crate) fn t_of(value: f64, se: f64) -> f64 {
    if value == 0.0 { 0.0 } else { value / se }
}

/// The probability of a value of t further from zero than `t`, on either side. Without an end of `df` it is the normal's.
pub(crate) fn t_outside(t: f64, df: f64) -> f64 {
    if t.is_nan() || df <= 0.0 {
        return f64::NAN;
    }
    if t.is_infinite() {
        return 0.0;
    }
    if df.is_infinite() {
        return 2.0 * normal_above(t.abs());
    }
    let whole = df + t * t;
    let (lower, _) = beta_parts(df / whole, t * t / whole, df / 2.0, 0.5);
    lower
}

/// The probability of chi-square above `x`.
pub(crate) fn chi_square_above(x: f64, df: f64) -> f64 {
    gamma_parts(df / 2.0, x / 2.0).1
}

/// The probability of F above `f`.
pub(crate) fn f_above(f: f64, numerator: f64, denominator: f64) -> f64 {
    if f.is_nan() || numerator <= 0.0 || denominator <= 0.0 {
        return f64::NAN;
    }
    if denominator.is_infinite() {
        return chi_square_above(f * numerator, numerator);
    }
    if f <= 0.0 {
        return 1.0;
    }
    let whole = denominator + numerator * f;
    let (lower, _) =
        beta_parts(denominator / whole, numerator * f / whole, denominator / 2.0, numerator / 2.0);
    lower
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_probabilities_come_out() {
        let close = |a: f64, b: f64| assert!((a - b).abs() < 1e-14, "{a} and {b}");
        close(normal_above(1.959_963_984_540_054), 0.025);
        close(normal_above(-1.0), 0.841_344_746_068_542_9);
        close(t_outside(12.706_204_736_174_707, 1.0), 0.05);
        close(t_outside(1.0, 1.0), 0.5);
        close(chi_square_above(2.0 * 2.0_f64.ln(), 2.0), 0.5);
        close(f_above(1.0, 7.0, 7.0), 0.5);
        close(f_above(4.0, 1.0, 9.0), t_outside(2.0, 9.0));
    }
}
