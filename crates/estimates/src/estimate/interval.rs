//! Confidence intervals.

use crate::Error;
use crate::numeric::quantile;

/// A confidence interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Its lower end.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
}

/// The kind of interval that a share gets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum ShareInterval {
    /// `p ± t se`. May leave the range from 0 to 1.
    Mean,
    /// `p ± t se` on the logit scale. The usual choice.
    #[default]
    Logit,
    /// `p ± t se` on the scale of the arcsine of the root.
    Arcsine,
    /// By the beta distribution, with an effective sample size (Korn and Graubard 1998). Holds for 0 and 1 too.
    Beta,
    /// Wilson's score interval, with an effective sample size.
    Wilson,
    /// By the likelihood, scaled by the design effect of the logit (Rao and Scott 1984).
    Likelihood,
}

impl ShareInterval {
    fn name(self) -> &'static str {
        match self {
            Self::Mean => "the symmetric method",
            Self::Logit => "the logit method",
            Self::Arcsine => "the arcsine method",
            Self::Beta => "the beta method",
            Self::Wilson => "Wilson's method",
            Self::Likelihood => "the likelihood method",
        }
    }
}

pub(crate) fn symmetric(value: f64, se: f64, df: f64, level: f64) -> Interval {
    if se == 0.0 {
        return Interval { low: value, high: value };
    }
    let reach = quantile::t(0.5 + level / 2.0, df) * se;
    Interval { low: value - reach, high: value + reach }
}

/// The interval for a share `p` with variance `v` from `rows` rows. `df` is that of the domain, and of the design for the
/// effective sample size.
pub(crate) fn share_interval(
    how: ShareInterval,
    p: f64,
    v: f64,
    df: f64,
    rows: usize,
    level: f64,
) -> Result<Interval, Error> {
    let t = quantile::t(0.5 + level / 2.0, df);
    let se = v.max(0.0).sqrt();
    let certain = p <= 0.0 || p >= 1.0 || v <= 0.0;
    if certain && how != ShareInterval::Beta && how != ShareInterval::Mean {
        return if p > 0.0 && p < 1.0 {
            Ok(Interval { low: p, high: p })
        } else {
            Err(Error::NoInterval { method: how.name(), share: p })
        };
    }
    Ok(match how {
        ShareInterval::Mean => symmetric(p, se, df, level),
        ShareInterval::Logit => {
            let (logit, reach) = ((p / (1.0 - p)).ln(), t * se / (p * (1.0 - p)));
            Interval { low: expit(logit - reach), high: expit(logit + reach) }
        }
        ShareInterval::Arcsine => {
            let (angle, reach) = (p.sqrt().asin(), t * se / (2.0 * (p * (1.0 - p)).sqrt()));
            Interval { low: (angle - reach).sin().powi(2), high: (angle + reach).sin().powi(2) }
        }
        ShareInterval::Wilson => {
            let n = p * (1.0 - p) / v;
            let below = 1.0 + t * t / n;
            let middle = p + t * t / (2.0 * n);
            let reach = t / (2.0 * n) * (4.0 * n * p * (1.0 - p) + t * t).sqrt();
            Interval { low: (middle - reach) / below, high: (middle + reach) / below }
        }
        ShareInterval::Beta => {
            let rows = rows as f64;
            let corrected = if df.is_finite() && rows > 1.0 {
                quantile::t(0.5 + level / 2.0, rows - 1.0) / t
            } else {
                1.0
            };
            // nobody, everybody, or no variance: every row counts as itself (Korn and Graubard)
            let n = if certain { rows } else { p * (1.0 - p) / v } * corrected * corrected;
            let tail = (1.0 - level) / 2.0;
            Interval {
                low: if p <= 0.0 { 0.0 } else { quantile::beta(tail, n * p, n * (1.0 - p) + 1.0) },
                high: if p >= 1.0 { 1.0 } else { quantile::beta(1.0 - tail, n * p + 1.0, n * (1.0 - p)) },
            }
        }
        // the likelihood is measured in units of the residuals' variance, which has the divisor n - 1
        ShareInterval::Likelihood => likelihood(p, v, t * (rows as f64 / (rows as f64 - 1.0)).sqrt()),
    })
}

fn expit(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

/// Where twice the loss of log-likelihood, per effective row, is t squared.
fn likelihood(p: f64, v: f64, t: f64) -> Interval {
    let effective = p * (1.0 - p) / v;
    let loss =
        |q: f64| 2.0 * effective * (p * (p / q).ln() + (1.0 - p) * ((1.0 - p) / (1.0 - q)).ln()) - t * t;
    let end = |mut outer: f64| {
        let mut inner = p;
        for _ in 0..200 {
            let middle = f64::midpoint(outer, inner);
            if loss(middle) > 0.0 {
                outer = middle;
            } else {
                inner = middle;
            }
        }
        f64::midpoint(outer, inner)
    };
    Interval { low: end(0.0), high: end(1.0) }
}
