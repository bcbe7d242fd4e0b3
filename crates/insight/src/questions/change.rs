//! Two years, or two groups: how much they differ, and whether that is more than chance.

use std::collections::BTreeMap;

use serde::Serialize;

use super::estimate::label_groups;
use super::sentence::{Kind, Sentence, Sides};
use super::{Answer, Question, Row, Statistic};
use crate::source::{Opened, Source};
use crate::{Error, Reason, Words};

/// A comparison of two groups.
#[derive(Clone, Debug, Default)]
pub struct Comparison {
    /// What is compared. Its groups are not used.
    pub question: Question,
    /// The variable that tells the two apart.
    pub by: String,
    /// The first of them.
    pub from: String,
    /// The second: differences are this one less the first.
    pub to: String,
    /// A variable: the difference is told of everybody, and then of each of its groups.
    pub within: Option<String>,
    /// What sentences call the share, mean or number.
    pub subject: Option<Words>,
    /// What somebody wants to say. It is refused if the test does not support it.
    pub claim: Option<Claim>,
}

/// What somebody wants to say of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    /// It fell, or the second is lower.
    Fell,
    /// It rose, or the second is higher.
    Rose,
}

/// How much two groups differ.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Change {
    /// What was compared, in words of statistics.
    pub statistic: String,
    /// About whom.
    pub base: String,
    /// The group that it is told of, by its variable; nothing for everybody.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub by: BTreeMap<String, String>,
    /// The estimate of the first group.
    pub from: Row,
    /// The estimate of the second.
    pub to: Row,
    /// The second less the first.
    pub difference: f64,
    /// Its standard error.
    pub se: f64,
    /// Its interval.
    pub ci: [Option<f64>; 2],
    /// Its degrees of freedom.
    pub df: f64,
    /// How probable a difference at least as large is if there is none.
    pub p_value: Option<f64>,
    /// Whether the test lets it be said that there is a change.
    pub supported: bool,
    /// The change in words.
    pub sentence: Sentence,
    /// What a reader should know.
    pub notes: Vec<String>,
}

impl Comparison {
    /// Reads what is needed, and compares.
    ///
    /// # Errors
    /// As [`Question::ask`]; a group that is not there or was not asked; a claim that the test does not support.
    pub fn ask(&self, source: &Source) -> Result<Vec<Change>, Error> {
        let (mut texts, derived) = self.question.texts(source);
        texts.push(self.by.clone());
        texts.extend(self.within.clone());
        let opened = source.open(&super::as_strs(&texts), &super::as_strs(&derived))?;
        self.answer(&opened)
    }

    /// Compares what was read: a change for each thing that the question asks for, of everybody and then of each group. A
    /// group that is not there on both sides has none, which the notes of the first change say.
    ///
    /// # Errors
    /// As [`Comparison::ask`].
    pub fn answer(&self, opened: &Opened) -> Result<Vec<Change>, Error> {
        let mut changes = self.among(opened, None)?;
        for change in &changes {
            self.allowed(change)?;
        }
        let Some(within) = &self.within else { return Ok(changes) };
        let mut lacking = Vec::new();
        let (codes, labels) = categories(opened, within)?;
        for (at, label) in labels.iter().enumerate() {
            let keep: Vec<bool> = codes.iter().map(|&code| code as usize == at).collect();
            match self.among(opened, Some((&format!("{within} {label}"), &keep))) {
                Ok(found) => {
                    let mut by = BTreeMap::from([(within.clone(), label.clone())]);
                    label_groups(&mut by, opened);
                    changes.extend(found.into_iter().map(|change| Change { by: by.clone(), ..change }));
                }
                Err(error) => lacking.push(format!("{within} {label}: {error}")),
            }
        }
        if let Some(first) = changes.first_mut() {
            first.notes.extend(lacking);
        }
        Ok(changes)
    }

    /// Compares among these rows, or among all.
    fn among(&self, opened: &Opened, rows: Option<(&str, &[bool])>) -> Result<Vec<Change>, Error> {
        if matches!(self.question.statistic, Statistic::Quantile | Statistic::Median) {
            return Err(Error::request(
                "quantiles have no test of a difference; compare means, shares, totals or ratios",
            ));
        }
        let (codes, labels) = categories(opened, &self.by)?;
        let mut keep = vec![false; codes.len()];
        for wanted in [&self.from, &self.to] {
            let Some(at) = labels.iter().position(|label| label == wanted) else {
                let known = labels.join(", ");
                let reason = Reason::of("insight-why-no-group").with("variable", &self.by);
                return Err(Error::Request(reason.with("group", wanted).with("known", known)));
            };
            keep.iter_mut().zip(&codes).for_each(|(keep, code)| *keep |= *code as usize == at);
        }
        let question = Question { by: vec![self.by.clone()], ..self.question.clone() };
        let (ask, base) = question.asked(opened)?;
        let mut ask = ask.filter_rows(&format!("{} {} or {}", self.by, self.from, self.to), &keep);
        if let Some((name, keep)) = rows {
            ask = ask.filter_rows(name, keep);
        }
        let ask = ask.covariance();
        let found = question.estimates(&ask, opened)?;
        if let Some(undefined) = found.undefined.first() {
            let group = undefined.domain.join(", ");
            let code = labels.iter().position(|label| *label == group);
            let rows = codes.iter().filter(|&&other| code == Some(other as usize)).count();
            return Err(match undefined.reason {
                estimates::Error::EmptyDomain { .. } => Error::NotAsked {
                    variable: undefined.name.clone(),
                    group: format!("{} {group}", self.by),
                    rows,
                },
                ref other => other.clone().into(),
            });
        }
        let mut answer = Answer::default();
        question.rows(&found, &mut answer);
        let names = found.names();
        let mut changes = Vec::new();
        let of = |group: &str| {
            let own = answer
                .rows
                .iter()
                .enumerate()
                .filter(move |(_, row)| row.by.values().any(|label| label == group));
            own.map(|(at, row)| (at, row.clone())).collect::<Vec<_>>()
        };
        for (first, second) in of(&self.from).into_iter().zip(of(&self.to)) {
            let contrast = found.contrast(&[(&names[second.0], 1.0), (&names[first.0], -1.0)])?;
            let ci =
                contrast.interval(question.level).map_or([None, None], |ci| [Some(ci.low), Some(ci.high)]);
            let p_value = contrast.p_value();
            let hidden = first.1.hidden.is_some() || second.1.hidden.is_some();
            let supported = p_value.is_some_and(|p| p < 1.0 - question.level) && !hidden;
            let kind = match question.statistic {
                Statistic::Total | Statistic::Count => Kind::Number,
                _ if first.1.is_share && second.1.is_share => Kind::Share,
                _ => Kind::Mean,
            };
            let reach = ci[1].map(|high| high - contrast.value);
            let in_time = opened.codebook.period.as_ref() == Some(&self.by)
                || [&self.from, &self.to]
                    .iter()
                    .all(|label| label.len() == 4 && label.parse::<u16>().is_ok());
            let sentence = Sides {
                kind,
                values: [found.rows[first.0].value, found.rows[second.0].value],
                difference: contrast.value,
                reach,
                labels: [self.label(opened, &self.from), self.label(opened, &self.to)],
                in_time,
                supported,
                subject: self.subject.clone(),
            }
            .sentence(hidden);
            let keep = |value: f64| if hidden { f64::NAN } else { value };
            changes.push(Change {
                statistic: format!("difference in the {}", question.said()),
                base: base.clone(),
                by: BTreeMap::new(),
                notes: opened.notes_said(),
                from: first.1,
                to: second.1,
                difference: keep(contrast.value),
                se: keep(contrast.se),
                ci: if hidden { [None, None] } else { ci },
                df: contrast.df,
                p_value: p_value.filter(|_| !hidden),
                supported,
                sentence,
            });
        }
        if changes.is_empty() {
            return Err(Error::Request(Reason::of("insight-why-nothing-to-compare")));
        }
        Ok(changes)
    }

    fn label(&self, opened: &Opened, label: &str) -> Words {
        let known = opened.codebook.label(&self.by, label).cloned();
        known.unwrap_or_else(|| Words { da: label.to_owned(), en: label.to_owned() })
    }

    /// Refuses a claim that the test does not support.
    fn allowed(&self, change: &Change) -> Result<(), Error> {
        let Change { difference, supported, p_value, .. } = *change;
        let Some(claim) = self.claim else { return Ok(()) };
        let word = if claim == Claim::Fell { "fell" } else { "rose" };
        let p = p_value.map_or("cannot be told".to_owned(), |p| format!("is {p:.3}"));
        if !supported {
            return Err(Error::request(format!(
                "the survey does not support saying that it {word}: the p-value of the difference {p}"
            )));
        }
        if (difference < 0.0) != (claim == Claim::Fell) {
            let other = if claim == Claim::Fell { "rose" } else { "fell" };
            return Err(Error::request(format!(
                "it did not {}: it {other}",
                if claim == Claim::Fell { "fall" } else { "rise" }
            )));
        }
        Ok(())
    }
}

/// The code of each row, and the labels.
fn categories(opened: &Opened, name: &str) -> Result<(Vec<u32>, Vec<String>), Error> {
    match opened.survey.frame().column(name)?.as_categories().into_owned() {
        estimates::Column::Categories { codes, labels } => Ok((codes, labels)),
        _ => Err(Error::request(format!("{name} has no groups"))),
    }
}
