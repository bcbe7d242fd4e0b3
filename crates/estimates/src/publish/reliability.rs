//! How far an estimate can be relied on, after the standards of NCHS for shares (Parker and others 2017).

use crate::estimate::share_interval;
use crate::{Estimate, ShareInterval};

/// The limits beyond which an estimate is flagged.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reliability {
    /// Fewer rows than this are few.
    pub least_rows: usize,
    /// A larger coefficient of variation is large. It does not count for shares.
    pub largest_cv: f64,
    /// Fewer degrees of freedom are few.
    pub least_df: f64,
    /// An interval of a share at least this wide is wide.
    pub widest: f64,
    /// An interval of a share narrower than this is narrow, however small the share.
    pub narrow: f64,
    /// An interval between the two is wide if it is wider than this many times the share.
    pub widest_relative: f64,
}

impl Default for Reliability {
    /// 30 rows, a coefficient of variation of 30 percent, 8 degrees of freedom; intervals of 30 points, or of more than
    /// 5 points and 130 percent of the share.
    fn default() -> Self {
        Self {
            least_rows: 30,
            largest_cv: 0.30,
            least_df: 8.0,
            widest: 0.30,
            narrow: 0.05,
            widest_relative: 1.30,
        }
    }
}

/// Why an estimate should not be relied on.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Flag {
    /// It is made from few rows.
    FewRows(usize),
    /// Its standard error is large beside it.
    LargeVariation(f64),
    /// Few sampling units tell its variance.
    FewUnits(f64),
    /// The interval of a share, by the beta distribution, is this wide.
    WideInterval(f64),
}

impl Reliability {
    /// Everything that speaks against relying on an estimate.
    #[must_use]
    pub fn flags(&self, estimate: &Estimate) -> Vec<Flag> {
        let mut flags = Vec::new();
        if estimate.n < self.least_rows {
            flags.push(Flag::FewRows(estimate.n));
        }
        if estimate.df < self.least_df {
            flags.push(Flag::FewUnits(estimate.df));
        }
        if estimate.is_share {
            flags.extend(self.width(estimate).map(Flag::WideInterval));
        } else if let Some(cv) = estimate.cv()
            && cv > self.largest_cv
        {
            flags.push(Flag::LargeVariation(cv));
        }
        flags
    }

    fn width(&self, estimate: &Estimate) -> Option<f64> {
        let Estimate { value, se, df, n, .. } = *estimate;
        if df <= 0.0 {
            return None;
        }
        let interval = share_interval(ShareInterval::Beta, value, se * se, df, n, 0.95).ok()?;
        let width = interval.high - interval.low;
        let relative = width > self.narrow && width > self.widest_relative * value;
        (width >= self.widest || relative).then_some(width)
    }
}
