//! A question to a survey: about whom, by which groups, and how to go about it.

use std::collections::HashMap;

use crate::estimate::ShareInterval;
use crate::expression::Expression;
use crate::frame::NONE;
use crate::variance::{LonelyUnits, Presence, Rules};
use crate::{Column, Error, Survey};

/// What to do about rows in which a variable is missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Missing {
    /// Each variable is estimated from the rows that have it; how many have not is told with the estimate.
    #[default]
    PerVariable,
    /// A row counts only if it has all variables of the question.
    Listwise,
    /// A missing value within the domain is an error.
    Refuse,
}

/// With what the variance is compared in a design effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DesignEffect {
    /// A simple random sample of the same size, drawn without replacement: `1 - n/W` of the variance is left.
    WithoutReplacement,
    /// A simple random sample of the same size, drawn with replacement.
    WithReplacement,
}

/// A question to a survey. Every choice belongs to the question, none to the program.
#[derive(Clone, Debug)]
pub struct Ask<'s> {
    pub(crate) survey: &'s Survey,
    pub(crate) filter: Option<(String, Vec<bool>)>,
    pub(crate) by: Vec<String>,
    pub(crate) missing: Missing,
    pub(crate) rules: Rules,
    pub(crate) design_effect: Option<DesignEffect>,
    pub(crate) level: f64,
    pub(crate) covariance: bool,
    pub(crate) share_interval: ShareInterval,
}

impl<'s> Ask<'s> {
    pub(crate) fn new(survey: &'s Survey) -> Self {
        Self {
            survey,
            filter: None,
            by: Vec::new(),
            missing: Missing::default(),
            rules: Rules::default(),
            design_effect: None,
            level: 0.95,
            covariance: false,
            share_interval: ShareInterval::Mean,
        }
    }

    /// About those rows only for which a condition holds; missing is false. Strata, units and population sizes stay those
    /// of the whole file. Asked again, both conditions must hold.
    ///
    /// # Errors
    /// A condition that cannot be read, or a variable that is not there.
    pub fn filter(self, condition: &str) -> Result<Self, Error> {
        let expression = Expression::read(condition)?;
        let keep = expression.is_true(&self.survey.frame)?;
        Ok(self.filter_rows(condition, &keep))
    }

    /// About the marked rows only; `said` is what errors call them.
    #[must_use]
    pub fn filter_rows(mut self, said: &str, keep: &[bool]) -> Self {
        self.filter = Some(match self.filter.take() {
            None => (said.to_owned(), keep.to_vec()),
            Some((before, kept)) => {
                (format!("{before} and {said}"), kept.iter().zip(keep).map(|(a, b)| *a && *b).collect())
            }
        });
        self
    }

    /// In each group of these variables. Rows without a group are left out.
    #[must_use]
    pub fn by(mut self, variables: &[&str]) -> Self {
        self.by = variables.iter().map(|&name| name.to_owned()).collect();
        self
    }

    /// What to do about missing values.
    #[must_use]
    pub fn missing(mut self, missing: Missing) -> Self {
        self.missing = missing;
        self
    }

    /// What to do about strata with one unit.
    #[must_use]
    pub fn lonely(mut self, units: LonelyUnits) -> Self {
        self.rules.units = units;
        self
    }

    /// Whether strata with several units, of which one is in the domain, are treated as strata with one unit.
    #[must_use]
    pub fn lonely_in_domains(mut self, treat: bool) -> Self {
        self.rules.in_domains = treat;
        self
    }

    /// Also tell the design effect.
    #[must_use]
    pub fn design_effect(mut self, design_effect: DesignEffect) -> Self {
        self.design_effect = Some(design_effect);
        self
    }

    /// How sure intervals are to be; 0.95 unless told otherwise.
    #[must_use]
    pub fn level(mut self, level: f64) -> Self {
        self.level = level;
        self
    }

    /// Also tell the covariances of all estimates, which contrasts need.
    #[must_use]
    pub fn covariance(mut self) -> Self {
        self.covariance = true;
        self
    }

    /// The kind of interval that shares get, and quantiles by way of shares.
    #[must_use]
    pub fn share_interval(mut self, interval: ShareInterval) -> Self {
        self.share_interval = interval;
        self
    }

    /// The same question about all groups together.
    pub(crate) fn whole(&self) -> Self {
        Self { by: Vec::new(), ..self.clone() }
    }

    pub(crate) fn view(&self) -> Result<View<'s>, Error> {
        if !(self.level > 0.0 && self.level < 1.0) {
            return Err(Error::Range { what: "the level", value: self.level, limits: "between 0 and 1" });
        }
        let keep = self.filter.as_ref().map(|(_, keep)| keep.as_slice());
        if let Some(keep) = keep
            && keep.len() != self.survey.frame.rows()
        {
            return Err(Error::Length {
                variable: "the filter".to_owned(),
                rows: keep.len(),
                expected: self.survey.frame.rows(),
            });
        }
        let (domain, labels) = domains(self.survey, keep, &self.by)?;
        let base = self.filter.as_ref().map_or("all rows", |(said, _)| said);
        let names = labels.iter().map(|labels| domain_name(base, &self.by, labels)).collect();
        Ok(View { survey: self.survey, domain, labels, names, rules: self.rules })
    }
}

/// The rows of a question: the domain of each, and what the domains are called.
pub(crate) struct View<'s> {
    pub(crate) survey: &'s Survey,
    pub(crate) domain: Vec<u32>,
    /// The labels of each domain, one for each variable that divides.
    pub(crate) labels: Vec<Vec<String>>,
    /// What errors call each domain.
    pub(crate) names: Vec<String>,
    pub(crate) rules: Rules,
}

fn domain_name(base: &str, by: &[String], labels: &[String]) -> String {
    if by.is_empty() {
        return base.to_owned();
    }
    let parts: Vec<String> = by.iter().zip(labels).map(|(name, label)| format!("{name} {label}")).collect();
    parts.join(", ")
}

/// The domain of each row, and the labels of the domains that occur; the first variable runs fastest.
fn domains(
    survey: &Survey,
    keep: Option<&[bool]>,
    by: &[String],
) -> Result<(Vec<u32>, Vec<Vec<String>>), Error> {
    let rows = survey.frame.rows();
    let mut key: Vec<u64> = match keep {
        None => vec![0; rows],
        Some(keep) => keep.iter().map(|&kept| if kept { 0 } else { u64::MAX }).collect(),
    };
    if by.is_empty() {
        return Ok((key.iter().map(|&key| if key == 0 { 0 } else { NONE }).collect(), vec![Vec::new()]));
    }
    let mut levels = Vec::new();
    let mut stride = 1_u64;
    for name in by {
        let column = survey.frame.column(name)?.as_categories();
        let Column::Categories { codes, labels } = column.as_ref() else {
            unreachable!("as_categories gives categories")
        };
        for (key, &code) in key.iter_mut().zip(codes) {
            if *key != u64::MAX {
                *key = if code == NONE { u64::MAX } else { *key + stride * u64::from(code) };
            }
        }
        stride = stride.saturating_mul(labels.len().max(1) as u64);
        levels.push(labels.clone());
    }
    let mut found: Vec<u64> = if stride <= 1 << 20 {
        let mut seen = vec![false; usize::try_from(stride).expect("small")];
        for &key in key.iter().filter(|&&key| key != u64::MAX) {
            seen[usize::try_from(key).expect("below the stride")] = true;
        }
        (0..stride).filter(|&key| seen[usize::try_from(key).expect("below the stride")]).collect()
    } else {
        key.iter().copied().filter(|&key| key != u64::MAX).collect()
    };
    found.sort_unstable();
    found.dedup();
    let number: HashMap<u64, u32> = found
        .iter()
        .enumerate()
        .map(|(n, &key)| (key, u32::try_from(n).expect("fewer domains than rows")))
        .collect();
    let domain = if stride <= 1 << 20 {
        let mut table = vec![NONE; usize::try_from(stride).expect("small")];
        for (&key, &n) in &number {
            table[usize::try_from(key).expect("below the stride")] = n;
        }
        key.iter()
            .map(|&key| usize::try_from(key).ok().and_then(|key| table.get(key)).copied().unwrap_or(NONE))
            .collect()
    } else {
        key.iter().map(|key| number.get(key).copied().unwrap_or(NONE)).collect()
    };
    let labels = found
        .iter()
        .map(|&key| {
            let mut rest = key;
            levels
                .iter()
                .map(|labels| {
                    let size = labels.len().max(1) as u64;
                    let label = labels[usize::try_from(rest % size).expect("a label")].clone();
                    rest /= size;
                    label
                })
                .collect()
        })
        .collect();
    Ok((domain, labels))
}

impl View<'_> {
    pub(crate) fn domains(&self) -> usize {
        self.labels.len()
    }

    pub(crate) fn weights(&self) -> &[f64] {
        &self.survey.weights
    }

    /// Rows of each domain, and those of them that have a weight.
    pub(crate) fn sizes(&self) -> (Vec<usize>, Vec<usize>) {
        let mut rows = vec![0; self.domains()];
        let mut weighted = vec![0; self.domains()];
        for (&domain, &weight) in self.domain.iter().zip(self.weights()) {
            if domain != NONE {
                rows[domain as usize] += 1;
                weighted[domain as usize] += usize::from(weight != 0.0);
            }
        }
        (rows, weighted)
    }

    /// Units of each stratum in each domain; with `weighted`, only units with a weight.
    fn units(&self, weighted: bool) -> Vec<u32> {
        let stage = self.survey.index.first();
        let domains = self.domains();
        let mut units = vec![0_u32; stage.strata.len() * domains];
        let mut seen = if stage.rows_are_units {
            Vec::new()
        } else {
            vec![0_u64; (stage.units() * domains).div_ceil(64)]
        };
        for (row, &domain) in self.domain.iter().enumerate() {
            if domain == NONE || (weighted && self.survey.weights[row] == 0.0) {
                continue;
            }
            if !stage.rows_are_units {
                let bit = stage.unit[row] as usize * domains + domain as usize;
                let word = &mut seen[bit / 64];
                if *word >> (bit % 64) & 1 == 1 {
                    continue;
                }
                *word |= 1 << (bit % 64);
            }
            units[stage.stratum[row] as usize * domains + domain as usize] += 1;
        }
        units
    }

    pub(crate) fn presence(&self) -> Presence {
        let strata = &self.survey.index.first().strata;
        // only where a unit is alone does it matter who is there
        let matters = self.rules.in_domains || strata.iter().any(|h| h.sampled == 1 && !h.is_whole());
        Presence {
            domains: self.domains(),
            units: if matters { self.units(false) } else { vec![0; strata.len() * self.domains()] },
            everywhere: !matters || !self.survey.steps.is_empty(),
        }
    }

    /// All domains as one.
    pub(crate) fn together(&self) -> Self {
        Self {
            survey: self.survey,
            domain: self.domain.iter().map(|&domain| if domain == NONE { NONE } else { 0 }).collect(),
            labels: vec![Vec::new()],
            names: vec!["all groups".to_owned()],
            rules: self.rules,
        }
    }

    /// The degrees of freedom of each domain: units less strata, of rows with a weight; for replicates, their rank less one.
    pub(crate) fn degrees(&self) -> Vec<f64> {
        if let Some(replicates) = &self.survey.replicates {
            return (0..self.domains())
                .map(|d| replicates.degrees(self.survey, |row| self.domain[row] as usize == d))
                .collect();
        }
        let units = self.units(true);
        let mut degrees = vec![0.0; self.domains()];
        for by_domain in units.chunks(self.domains()) {
            for (to, &units) in degrees.iter_mut().zip(by_domain) {
                *to += f64::from(units) - if units > 0 { 1.0 } else { 0.0 };
            }
        }
        degrees
    }
}
