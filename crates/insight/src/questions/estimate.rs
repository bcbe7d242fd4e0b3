//! A question: of what, about whom, by which groups.

use std::collections::BTreeMap;

use estimates::{
    Ask, DesignEffect, Disclosure, Estimate, Estimates, Flag, LonelyUnits, Missing, MultiResponse,
    QuantileRule, Quantiles, Reliability, ShareInterval, Shown, Sum,
};
use serde::{Deserialize, Serialize};

use super::{Answer, Row, Unanswered};
use crate::source::{Opened, Source};
use crate::{Error, Labels, Reason};

/// Why a number is hidden: it is of too few people.
pub(crate) const FEW: &str = "too few respondents";
/// Why a number is hidden: one that is hidden could be found from it.
pub(crate) const FOR_OTHERS: &str = "another would follow from it";

/// What is estimated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Statistic {
    /// The mean of a variable with numbers.
    #[default]
    Mean,
    /// The share of each label of a variable, or of those for whom a condition is true.
    Share,
    /// The total of a variable with numbers.
    Total,
    /// How many people have each label of a variable.
    Count,
    /// The ratio of two totals, `a/b`.
    Ratio,
    /// Quantiles.
    Quantile,
    /// The median.
    Median,
    /// The variance of a variable.
    Variance,
    /// The share of each answer to a question that several answers may be given to.
    Multiple,
}

/// A question.
#[derive(Clone, Debug)]
pub struct Question {
    /// What is estimated.
    pub statistic: Statistic,
    /// Of which variables, conditions or, for ratios, pairs `a/b`; for several answers, the set or its variables.
    pub of: Vec<String>,
    /// In which groups.
    pub by: Vec<String>,
    /// About whom; everybody who was asked, without it.
    pub filter: Option<String>,
    /// How sure intervals are.
    pub level: f64,
    /// The kind of interval of shares. Without it, logit where shares are asked for, and symmetric where means are.
    pub interval: Option<ShareInterval>,
    /// What to do about strata with one unit.
    pub lonely: LonelyUnits,
    /// What to do about missing values.
    pub missing: Missing,
    /// Also tell the design effect.
    pub design_effect: Option<DesignEffect>,
    /// Which quantiles.
    pub p: Vec<f64>,
    /// Where quantiles lie.
    pub rule: QuantileRule,
    /// For publishing: hide what fewer respondents than this stand behind.
    pub hide_below: Option<usize>,
}

impl Default for Question {
    fn default() -> Self {
        Self {
            statistic: Statistic::Mean,
            of: Vec::new(),
            by: Vec::new(),
            filter: None,
            level: 0.95,
            interval: None,
            lonely: LonelyUnits::Fail,
            missing: Missing::PerVariable,
            design_effect: None,
            p: vec![0.5],
            rule: QuantileRule::Math,
            hide_below: None,
        }
    }
}

impl Question {
    /// Reads what the question needs of a file, and answers it.
    ///
    /// # Errors
    /// The file cannot be read, or nothing can be estimated. Where some groups can be estimated and others not, the answer
    /// lists those.
    pub fn ask(&self, source: &Source) -> Result<Answer, Error> {
        self.answer(&self.open(source)?)
    }

    /// Reads what the question needs of a file.
    ///
    /// # Errors
    /// As [`Source::open`].
    pub fn open(&self, source: &Source) -> Result<Opened, Error> {
        let (texts, derived) = self.texts(source);
        source.open(&as_strs(&texts), &as_strs(&derived))
    }

    /// What has to be read for the question: texts that name variables, and those that become variables.
    pub(crate) fn texts(&self, source: &Source) -> (Vec<String>, Vec<String>) {
        let book = source.codebook.clone().unwrap_or_default();
        let mut texts: Vec<String> = self.filter.iter().cloned().collect();
        let mut derived: Vec<String> = self.by.clone();
        for name in &self.of {
            texts.extend(book.asked(name).map(str::to_owned));
            match (self.statistic, book.multiple.get(name)) {
                (Statistic::Multiple, Some(set)) => texts.extend(set.answers.iter().cloned()),
                (Statistic::Ratio, _) => {
                    derived.extend(pair(name).map(|(a, b)| [a, b]).into_iter().flatten());
                }
                _ => derived.push(name.clone()),
            }
        }
        (texts, derived)
    }

    /// Answers the question from what was read.
    ///
    /// # Errors
    /// As [`Question::ask`].
    pub fn answer(&self, opened: &Opened) -> Result<Answer, Error> {
        if self.of.is_empty() {
            return Err(Error::request("name what is to be estimated"));
        }
        let (ask, base) = self.asked(opened)?;
        let mut answer = Answer {
            statistic: self.said(),
            base,
            interval: self.interval_said(),
            design: opened.survey.history().to_vec(),
            by: self.by.clone(),
            notes: opened.notes_said(),
            ..Answer::default()
        };
        match self.statistic {
            Statistic::Quantile | Statistic::Median => self.quantiles(&ask, &mut answer)?,
            _ => {
                let found = self.estimates(&ask, opened)?;
                if let (true, Some(first)) = (found.rows.is_empty(), found.undefined.first()) {
                    return Err(first.reason.clone().into());
                }
                self.rows(&found, &mut answer);
            }
        }
        let name = |row: &mut BTreeMap<String, String>| label_groups(row, opened);
        answer.rows.iter_mut().for_each(|row| name(&mut row.by));
        answer.undefined.iter_mut().for_each(|row| name(&mut row.by));
        for row in &mut answer.rows {
            if let Some(label) = &mut row.label
                && let Some(words) = meaning(opened, &row.name, label)
            {
                *label = words;
            }
        }
        Ok(answer)
    }

    /// The question as `estimates` asks it, and who it is about.
    pub(crate) fn asked<'s>(&self, opened: &'s Opened) -> Result<(Ask<'s>, String), Error> {
        let mut conditions: Vec<&str> = Vec::new();
        for name in &self.of {
            if let Some(asked) = opened.codebook.asked(name)
                && !conditions.contains(&asked)
            {
                conditions.push(asked);
            }
        }
        conditions.extend(self.filter.as_deref());
        let mut ask = opened.survey.ask();
        for condition in &conditions {
            ask = ask.filter(condition)?;
        }
        if !conditions.is_empty() {
            self.somebody_is_left(opened, &conditions)?;
        }
        let by: Vec<&str> = as_strs(&self.by);
        let shares = matches!(self.statistic, Statistic::Share | Statistic::Multiple);
        let interval =
            self.interval.unwrap_or(if shares { ShareInterval::Logit } else { ShareInterval::Mean });
        ask =
            ask.by(&by).level(self.level).missing(self.missing).lonely(self.lonely).share_interval(interval);
        if let Some(against) = self.design_effect {
            ask = ask.design_effect(against);
        }
        let base =
            if conditions.is_empty() { "all respondents".to_owned() } else { conditions.join(" and ") };
        Ok((ask, base))
    }

    fn somebody_is_left(&self, opened: &Opened, conditions: &[&str]) -> Result<(), Error> {
        let mut left = vec![true; opened.survey.frame().rows()];
        for condition in conditions {
            let keep = estimates::Expression::read(condition)?.is_true(opened.survey.frame())?;
            left.iter_mut().zip(keep).for_each(|(left, keep)| *left &= keep);
        }
        let weighted = left.iter().zip(opened.survey.weights()).any(|(left, weight)| *left && *weight > 0.0);
        if weighted {
            return Ok(());
        }
        Err(Error::Request(Reason::of("insight-why-empty").with("condition", conditions.join(" and "))))
    }

    pub(super) fn said(&self) -> String {
        let what = match self.statistic {
            Statistic::Mean => "mean",
            Statistic::Share => "share",
            Statistic::Total => "total",
            Statistic::Count => "number of people",
            Statistic::Ratio => "ratio of totals",
            Statistic::Quantile => "quantile",
            Statistic::Median => "median",
            Statistic::Variance => "variance",
            Statistic::Multiple => "share of people who gave the answer",
        };
        format!("{what} of {}", self.of.join(", "))
    }

    fn interval_said(&self) -> String {
        let kind = match self.interval {
            None => match self.statistic {
                Statistic::Share | Statistic::Multiple => "logit",
                Statistic::Quantile | Statistic::Median => "Woodruff",
                _ => "t",
            },
            Some(ShareInterval::Logit) => "logit",
            Some(ShareInterval::Arcsine) => "arcsine",
            Some(ShareInterval::Beta) => "beta (Korn and Graubard)",
            Some(ShareInterval::Wilson) => "Wilson",
            Some(ShareInterval::Likelihood) => "likelihood",
            Some(_) => "t",
        };
        format!("{} %, {kind}, degrees of freedom of each group", (self.level * 1e6).round() / 1e4)
    }

    /// The estimates of everything but quantiles.
    pub(crate) fn estimates(&self, ask: &Ask<'_>, opened: &Opened) -> Result<Estimates, Error> {
        let names = as_strs(&self.of);
        let frame = opened.survey.frame();
        Ok(match self.statistic {
            Statistic::Total => ask.total(&names)?,
            Statistic::Count => ask.counts(&names)?,
            Statistic::Variance => ask.variance(&names)?,
            Statistic::Ratio => {
                let mut pairs = Vec::new();
                for name in &self.of {
                    pairs.push(
                        pair(name)
                            .ok_or_else(|| Error::request(format!("a ratio is written a/b, not {name}")))?,
                    );
                }
                let pairs: Vec<(&str, &str)> = pairs.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
                ask.ratio(&pairs)?
            }
            Statistic::Multiple => {
                let answers = match self.of.as_slice() {
                    [set] => opened.codebook.multiple.get(set).map_or(&self.of, |set| &set.answers),
                    _ => &self.of,
                };
                ask.multi_response(&as_strs(answers), MultiResponse::OfPeople)?
            }
            // a condition is a variable of 0 and 1; a variable of labels has a share for each
            Statistic::Share if names.iter().all(|name| is_condition(name) || is_yes_or_no(frame, name)) => {
                ask.mean(&names)?
            }
            Statistic::Share => ask.shares(&names)?,
            _ => ask.mean(&names)?,
        })
    }

    pub(super) fn rows(&self, found: &Estimates, answer: &mut Answer) {
        let hidden = self.hide_below.map(|least| hidden(found, least));
        let reliability = Reliability::default();
        for (at, estimate) in found.rows.iter().enumerate() {
            let hidden = hidden.as_ref().and_then(|hidden| hidden[at].clone());
            let shown = hidden.is_none();
            let keep = |value: f64| shown.then_some(value);
            let marks = if shown { reliability.flags(estimate) } else { Vec::new() };
            answer.rows.push(Row {
                by: groups(&self.by, &estimate.domain),
                name: named(estimate),
                label: estimate.label.clone(),
                p: None,
                estimate: keep(estimate.value),
                se: keep(estimate.se),
                ci: match estimate.interval.filter(|_| shown) {
                    Some(interval) => [Some(interval.low), Some(interval.high)],
                    None => [None, None],
                },
                df: estimate.df,
                n: shown.then_some(estimate.n),
                missing: estimate.missing,
                population: keep(estimate.population),
                cv: estimate.cv().filter(|_| shown),
                deff: estimate.design_effect.filter(|_| shown),
                is_share: estimate.is_share,
                flags: marks.iter().copied().map(flagged).collect(),
                marks,
                hidden,
            });
        }
        self.list(&found.undefined, answer);
    }

    fn list(&self, undefined: &[estimates::Undefined], answer: &mut Answer) {
        for undefined in undefined {
            answer.undefined.push(Unanswered {
                by: groups(&self.by, &undefined.domain),
                name: undefined.name.clone(),
                reason: undefined.reason.to_string(),
                why: crate::reasons::of_estimate(&undefined.reason).words(),
            });
        }
    }

    fn quantiles(&self, ask: &Ask<'_>, answer: &mut Answer) -> Result<(), Error> {
        let p = if self.statistic == Statistic::Median { vec![0.5] } else { self.p.clone() };
        let how = Quantiles { rule: self.rule, by_replicates: false };
        let (found, undefined) = ask.quantiles_listed(&as_strs(&self.of), &p, how)?;
        if let (true, Some(first)) = (found.is_empty(), undefined.first()) {
            return Err(first.reason.clone().into());
        }
        self.list(&undefined, answer);
        for quantile in found {
            let few = self.hide_below.is_some_and(|least| quantile.n < least);
            answer.rows.push(Row {
                by: groups(&self.by, &quantile.domain),
                name: quantile.name,
                p: Some(quantile.p),
                estimate: (!few).then_some(quantile.value),
                se: quantile.se.filter(|_| !few),
                ci: if few { [None, None] } else { [quantile.low, quantile.high] },
                df: quantile.df,
                n: (!few).then_some(quantile.n),
                hidden: few.then(|| FEW.to_owned()),
                ..Row::default()
            });
        }
        Ok(())
    }
}

fn pair(text: &str) -> Option<(String, String)> {
    let (a, b) = text.split_once('/')?;
    Some((a.trim().to_owned(), b.trim().to_owned()))
}

fn is_condition(text: &str) -> bool {
    text.contains(['=', '<', '>', '(', ' '])
}

fn is_yes_or_no(frame: &estimates::Frame, name: &str) -> bool {
    matches!(frame.column(name), Ok(estimates::Column::Numbers(values))
        if values.iter().all(|&value| value == 0.0 || value == 1.0 || value.is_nan()))
}

pub(crate) fn as_strs(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}

fn groups(by: &[String], labels: &[String]) -> BTreeMap<String, String> {
    by.iter().cloned().zip(labels.iter().cloned()).collect()
}

/// What an estimate is called: without its label, which has a field of its own.
fn named(estimate: &Estimate) -> String {
    match &estimate.label {
        Some(label) => estimate.name.strip_suffix(label.as_str()).unwrap_or(&estimate.name).to_owned(),
        None => estimate.name.clone(),
    }
}

fn flagged(flag: Flag) -> String {
    match flag {
        Flag::FewRows(n) => format!("only {n} respondents"),
        Flag::LargeVariation(cv) => format!("the standard error is {:.0} % of it", cv * 100.0),
        Flag::FewUnits(df) => format!("only {df} degrees of freedom"),
        Flag::WideInterval(width) => format!("the interval is {:.0} points wide", width * 100.0),
        _ => "not reliable".to_owned(),
    }
}

/// Which estimates are hidden, and why. The shares of all labels of a variable add up, so that one may hide another.
fn hidden(found: &Estimates, least: usize) -> Vec<Option<String>> {
    let disclosure = Disclosure { least };
    let mut reasons: Vec<Option<String>> =
        found.rows.iter().map(|row| disclosure.hides(row).then(|| FEW.to_owned())).collect();
    let mut from = 0;
    while from < found.rows.len() {
        let first = &found.rows[from];
        let same =
            |row: &&Estimate| row.domain == first.domain && row.label.is_some() && named(row) == named(first);
        let until = from + found.rows[from..].iter().take_while(same).count();
        if until - from > 1 {
            let mut cells: Vec<usize> = found.rows[from..until].iter().map(|row| row.nonzero).collect();
            cells.push(cells.iter().sum());
            let sum = Sum { total: until - from, parts: (0..until - from).collect() };
            for (at, shown) in
                disclosure.protect(&cells, &[sum]).unwrap_or_default().iter().enumerate().take(until - from)
            {
                let why = match shown {
                    Shown::Yes => None,
                    Shown::TooFew => Some(FEW),
                    Shown::ForOthers => Some(FOR_OTHERS),
                };
                reasons[from + at] = why.map(str::to_owned);
            }
        }
        from = until.max(from + 1);
    }
    reasons
}

pub(super) fn label_groups(by: &mut BTreeMap<String, String>, opened: &Opened) {
    for (variable, label) in by.iter_mut() {
        if let Some(words) = from_file(opened, variable, label) {
            *label = words;
        }
    }
}

/// What a label of the file means, by the file itself: value labels of SPSS and Stata.
fn from_file(opened: &Opened, variable: &str, label: &str) -> Option<String> {
    let Labels { values, .. } = opened.labels.get(variable)?;
    values.iter().find(|(value, _)| value == label).map(|(_, words)| words.clone())
}

fn meaning(opened: &Opened, variable: &str, label: &str) -> Option<String> {
    from_file(opened, variable, label)
}
