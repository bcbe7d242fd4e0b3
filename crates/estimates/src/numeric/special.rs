//! Gamma and beta functions, complete and incomplete.
//!
//! Stirling's series for the logarithm of gamma (DLMF 5.11.1), continued fractions by Lentz for the incomplete
//! functions (DLMF 8.9.2 and 8.17.22).

const LN_SQRT_2PI: f64 = 0.918_938_533_204_672_7;
const TINY: f64 = 1e-300;

/// What Stirling's formula lacks in `ln gamma(x)`; `x` is at least 10.
fn stirling_rest(x: f64) -> f64 {
    let s = 1.0 / (x * x);
    let series = [
        1.0 / 12.0,
        -1.0 / 360.0,
        1.0 / 1260.0,
        -1.0 / 1680.0,
        1.0 / 1188.0,
        -691.0 / 360_360.0,
        1.0 / 156.0,
        -3617.0 / 122_400.0,
    ];
    series.iter().rev().fold(0.0, |sum, c| sum * s + c) / x
}

/// The natural logarithm of gamma, for positive `x`.
pub(crate) fn ln_gamma(x: f64) -> f64 {
    if x >= 10.0 {
        return (x - 0.5) * x.ln() - x + LN_SQRT_2PI + stirling_rest(x);
    }
    let (mut product, mut shifted) = (1.0, x);
    while shifted < 10.0 {
        product *= shifted;
        shifted += 1.0;
    }
    ln_gamma(shifted) - product.ln()
}

/// The natural logarithm of the beta function, without the loss of digits that three large gammas bring.
pub(crate) fn ln_beta(a: f64, b: f64) -> f64 {
    let (p, q) = if a < b { (a, b) } else { (b, a) };
    let part = p / (p + q);
    if p >= 10.0 {
        let rest = stirling_rest(p) + stirling_rest(q) - stirling_rest(p + q);
        -0.5 * q.ln() + LN_SQRT_2PI + rest + (p - 0.5) * part.ln() + q * (-part).ln_1p()
    } else if q >= 10.0 {
        let rest = stirling_rest(q) - stirling_rest(p + q);
        ln_gamma(p) + rest + p - p * (p + q).ln() + (q - 0.5) * (-part).ln_1p()
    } else {
        ln_gamma(p) + ln_gamma(q) - ln_gamma(p + q)
    }
}

/// The regularised incomplete beta function: the part below `x` and the part above it, `y` being `1 - x`.
pub(crate) fn beta_parts(x: f64, y: f64, a: f64, b: f64) -> (f64, f64) {
    if x <= 0.0 {
        return (0.0, 1.0);
    }
    if y <= 0.0 {
        return (1.0, 0.0);
    }
    let ln_x = if x > 0.5 { (-y).ln_1p() } else { x.ln() };
    let ln_y = if y > 0.5 { (-x).ln_1p() } else { y.ln() };
    let front = (a * ln_x + b * ln_y - ln_beta(a, b)).exp();
    if x < (a + 1.0) / (a + b + 2.0) {
        let lower = (front * beta_fraction(x, a, b) / a).min(1.0);
        (lower, 1.0 - lower)
    } else {
        let upper = (front * beta_fraction(y, b, a) / b).min(1.0);
        (1.0 - upper, upper)
    }
}

fn beta_fraction(x: f64, a: f64, b: f64) -> f64 {
    let away = |v: f64| if v.abs() < TINY { TINY } else { v };
    let mut c = 1.0;
    let mut d = 1.0 / away(1.0 - (a + b) * x / (a + 1.0));
    let mut h = d;
    for step in 1..100_000_u32 {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / away(1.0 + even * d);
        c = away(1.0 + even / c);
        h *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / away(1.0 + odd * d);
        c = away(1.0 + odd / c);
        let change = d * c;
        h *= change;
        if (change - 1.0).abs() < 1e-16 {
            break;
        }
    }
    h
}

/// The regularised incomplete gamma function: the part below `x` and the part above it.
pub(crate) fn gamma_parts(a: f64, x: f64) -> (f64, f64) {
    if x <= 0.0 {
        return (0.0, 1.0);
    }
    let front = (a * x.ln() - x - ln_gamma(a)).exp();
    if x < a + 1.0 {
        let (mut term, mut total, mut n) = (1.0 / a, 1.0 / a, a);
        while term > total * 1e-17 {
            n += 1.0;
            term *= x / n;
            total += term;
        }
        let lower = (front * total).min(1.0);
        (lower, 1.0 - lower)
    } else {
        let mut b = x + 1.0 - a;
        let mut c = 1.0 / TINY;
        let mut d = 1.0 / b;
        let mut h = d;
        for step in 1..100_000_u32 {
            let n = f64::from(step);
            let part = -n * (n - a);
            b += 2.0;
            d = 1.0 / if (part * d + b).abs() < TINY { TINY } else { part * d + b };
            c = if (b + part / c).abs() < TINY { TINY } else { b + part / c };
            h *= d * c;
            if (d * c - 1.0).abs() < 1e-16 {
                break;
            }
        }
        let upper = (front * h).min(1.0);
        (1.0 - upper, upper)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gamma_agrees_with_factorials() {
        let mut factorial = 1.0_f64;
        for n in 1..30_u32 {
            let expected = factorial.ln();
            assert!((ln_gamma(f64::from(n)) - expected).abs() < 1e-13 * (1.0 + expected.abs()), "n = {n}");
            factorial *= f64::from(n);
        }
        assert!((ln_gamma(0.5) - std::f64::consts::PI.sqrt().ln()).abs() < 1e-14);
    }

    #[test]
    fn the_parts_of_beta_make_a_whole() {
        for (a, b, x) in [(0.5, 0.5, 0.3), (2.0, 8000.0, 0.001), (40.0, 3.0, 0.9), (5e5, 2.0, 0.999_99)] {
            let (lower, upper) = beta_parts(x, 1.0 - x, a, b);
            assert!((lower + upper - 1.0).abs() < 1e-14);
            let (swapped, _) = beta_parts(1.0 - x, x, b, a);
            assert!((upper - swapped).abs() < 1e-12, "{a} {b} {x}: {upper} and {swapped}");
        }
        let (arcsine, _) = beta_parts(0.25, 0.75, 0.5, 0.5);
        assert!((arcsine - 1.0 / 3.0).abs() < 1e-14);
    }

    #[test]
    fn gamma_parts_of_one_are_exponential() {
        for x in [0.1, 1.0, 2.5, 30.0] {
            let (_, upper) = gamma_parts(1.0, x);
            assert!((upper - (-x).exp()).abs() < 1e-15);
        }
    }
}
