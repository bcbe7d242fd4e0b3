//! Whether one group tends to higher values than another: rank tests (Lumley and Scott 2013).

use crate::frame::NONE;
use crate::model::influence_of_linear;
use crate::numeric::distribution::{f_above, t_of, t_outside};
use crate::numeric::matrix::{Cholesky, dot};
use crate::numeric::quantile;
use crate::{Ask, Column, Error, Matrix};

/// What becomes of ranks before groups are compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum RankScore {
    /// The rank as a part of the population: Wilcoxon's test, and that of Kruskal and Wallis for several groups.
    #[default]
    Rank,
    /// The normal quantile of the rank: van der Waerden's test.
    Normal,
    /// Whether the rank is above the middle: the median test.
    Median,
}

/// The outcome of a rank test.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RankTest {
    /// The mean score of each group but the first, less that of the first.
    pub differences: Vec<f64>,
    /// t for two groups, Wald's chi-square for more.
    pub statistic: f64,
    /// Groups less one.
    pub numerator_df: f64,
    /// Degrees of freedom of t, or of the denominator of F.
    pub df: f64,
    /// The probability of a statistic at least as large if groups did not differ.
    pub p_value: f64,
}

impl Ask<'_> {
    /// Tests whether a variable tends to be higher in some groups of another. Rows that lack either do not count.
    ///
    /// # Errors
    /// As [`Ask::mean`]; fewer than two groups.
    pub fn rank_test(&self, variable: &str, group: &str, score: RankScore) -> Result<RankTest, Error> {
        let values = self.survey.frame.numbers(variable)?;
        let categories = self.survey.frame.column(group)?.as_categories();
        let Column::Categories { codes, .. } = categories.as_ref() else {
            unreachable!("as_categories gives categories")
        };
        let has_both: Vec<bool> =
            values.iter().zip(codes).map(|(value, &code)| !value.is_nan() && code != NONE).collect();
        let view = self.whole().filter_rows("rows with both variables", &has_both).view()?;
        let rows: Vec<usize> =
            (0..values.len()).filter(|&row| view.domain[row] != NONE && view.weights()[row] != 0.0).collect();
        let mut groups: Vec<u32> = rows.iter().map(|&row| codes[row]).collect();
        groups.sort_unstable();
        groups.dedup();
        if groups.len() < 2 {
            return Err(Error::Levels {
                variable: group.to_owned(),
                levels: groups.len(),
                needed: "at least 2",
            });
        }
        let scores = scores(&rows, values, view.weights(), score);
        let x = Matrix::from_fn(rows.len(), groups.len(), |at, column| {
            f64::from(u8::from(column == 0 || codes[rows[at]] == groups[column]))
        });
        let (coefficients, covariance) = influence_of_linear(&view, &rows, x, &scores)?;
        let differences = coefficients[1..].to_vec();
        let numerator_df = differences.len() as f64;
        let df = view.degrees()[0] - numerator_df;
        if df <= 0.0 {
            return Err(Error::NoDegrees { what: variable.to_owned(), domain: view.names[0].clone(), df });
        }
        if let [difference] = differences.as_slice() {
            let t = t_of(*difference, covariance[(1, 1)].max(0.0).sqrt());
            return Ok(RankTest { statistic: t, numerator_df, df, p_value: t_outside(t, df), differences });
        }
        let which: Vec<usize> = (1..coefficients.len()).collect();
        let factor =
            Cholesky::of(&covariance.part(&which)).map_err(|_| Error::Singular { term: group.to_owned() })?;
        let wald = dot(&differences, &factor.solve(&differences));
        let p_value = f_above(wald / numerator_df, numerator_df, df);
        Ok(RankTest { statistic: wald, numerator_df, df, p_value, differences })
    }
}

/// The score of each of the rows: its estimated rank is the weight below it and half of its own, the mean over ties.
fn scores(rows: &[usize], values: &[f64], weights: &[f64], score: RankScore) -> Vec<f64> {
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by(|&a, &b| values[rows[a]].total_cmp(&values[rows[b]]));
    let mut ranks = vec![0.0; rows.len()];
    let mut upto = 0.0;
    let mut begin = 0;
    while begin < order.len() {
        let value = values[rows[order[begin]]];
        let end = begin + order[begin..].iter().take_while(|&&at| values[rows[at]] == value).count();
        let mut mean = 0.0;
        for &at in &order[begin..end] {
            let weight = weights[rows[at]];
            upto += weight;
            mean += (upto - weight / 2.0) / (end - begin) as f64;
        }
        for &at in &order[begin..end] {
            ranks[at] = mean;
        }
        begin = end;
    }
    ranks
        .into_iter()
        .map(|rank| match score {
            RankScore::Rank => rank / upto,
            RankScore::Normal => quantile::normal(rank / upto),
            RankScore::Median => f64::from(u8::from(rank > upto / 2.0)),
        })
        .collect()
}
