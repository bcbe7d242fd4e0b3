//! Answers, in plain fields: what the command line prints, reports quote and programs read.

use std::collections::BTreeMap;

use serde::Serialize;

/// One estimate.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Row {
    /// The group, by variable.
    pub by: BTreeMap<String, String>,
    /// What is estimated.
    pub name: String,
    /// The label that it is the share or number of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Which quantile it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub p: Option<f64>,
    /// The estimate; shares are from 0 to 1. None if it is hidden.
    pub estimate: Option<f64>,
    /// Its standard error.
    pub se: Option<f64>,
    /// Its interval.
    pub ci: [Option<f64>; 2],
    /// Degrees of freedom in the group.
    pub df: f64,
    /// Respondents that it is made from. None if it is hidden.
    pub n: Option<usize>,
    /// Respondents of the group without an answer.
    pub missing: usize,
    /// The people that the respondents stand for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub population: Option<f64>,
    /// The coefficient of variation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cv: Option<f64>,
    /// The design effect.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deff: Option<f64>,
    /// Whether it is a share.
    pub is_share: bool,
    /// The same, for programs.
    #[serde(skip)]
    pub(crate) marks: Vec<estimates::Flag>,
    /// What speaks against relying on it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub flags: Vec<String>,
    /// Why it is hidden.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hidden: Option<String>,
}

/// Something that could not be estimated.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Unanswered {
    /// The group, by variable.
    pub by: BTreeMap<String, String>,
    /// What was to be estimated.
    pub name: String,
    /// Why it could not be.
    pub reason: String,
    /// The same, for whoever reads another language.
    #[serde(skip)]
    pub(crate) why: crate::Words,
}

/// The answer to a question.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Answer {
    /// What was estimated, in words of statistics.
    pub statistic: String,
    /// About whom.
    pub base: String,
    /// The kind of interval, and its level.
    pub interval: String,
    /// How the sample was drawn, and what was done to its weights.
    pub design: Vec<String>,
    /// The variables that divide into groups, in their order.
    pub by: Vec<String>,
    /// The estimates.
    pub rows: Vec<Row>,
    /// What could not be estimated.
    pub undefined: Vec<Unanswered>,
    /// What a reader should know.
    pub notes: Vec<String>,
}
