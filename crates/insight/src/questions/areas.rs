//! Regions and municipalities: direct estimates of regions, and a model that borrows strength for municipalities.
//!
//! The model is Fay and Herriot's (1979), with the region as what is known of a municipality. The variance of each direct
//! estimate is smoothed: that of the whole sample, by the number of respondents, since one from few respondents tells little
//! of itself.

use std::collections::BTreeMap;

use estimates::{Area, fay_herriot};
use serde::Serialize;

use super::{Answer, Question, Row};
use crate::margins::labels;
use crate::source::{Opened, Source};
use crate::{Error, Reason};

/// What is asked of which areas.
#[derive(Clone, Debug, Default)]
pub struct AreaQuestion {
    /// A share of yes, or a mean. Its groups are not used.
    pub question: Question,
    /// The variable with the region.
    pub region: Option<String>,
    /// The variable with the municipality.
    pub municipality: Option<String>,
    /// The fewest respondents of a municipality that is shown.
    pub least: usize,
}

/// What an area came to.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct AreaRow {
    /// The variable: that of regions, or that of municipalities.
    pub variable: String,
    /// Its value for the area.
    pub code: String,
    /// What its own respondents say; none where it is hidden.
    pub direct: Option<f64>,
    /// The interval of that.
    pub direct_ci: [Option<f64>; 2],
    /// What the model says; none for regions.
    pub model: Option<f64>,
    /// The root of its mean squared error.
    pub model_error: Option<f64>,
    /// The interval of that: 1.96 times the error to each side.
    pub model_ci: [Option<f64>; 2],
    /// How much of the model's number is the area's own: 1 is all.
    pub own_share: Option<f64>,
    /// Respondents; none where it is hidden.
    pub n: Option<usize>,
    /// The standard error of the direct estimate.
    #[serde(skip)]
    pub(crate) direct_se: Option<f64>,
}

/// Regions and municipalities.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct AreaAnswer {
    /// What was estimated, in words of statistics.
    pub statistic: String,
    /// About whom.
    pub base: String,
    /// Whether the numbers are shares.
    pub is_share: bool,
    /// The regions, in the order of the file.
    pub regions: Vec<AreaRow>,
    /// The municipalities, the highest by the model first.
    pub municipalities: Vec<AreaRow>,
    /// Municipalities that are not shown since too few respondents stand behind them.
    pub hidden: usize,
    /// How much municipalities differ beyond what their regions explain and chance does, as a standard deviation.
    pub spread: Option<f64>,
    /// What a reader should know.
    pub notes: Vec<String>,
}

impl AreaQuestion {
    /// Reads what is needed, and answers.
    ///
    /// # Errors
    /// As [`Question::ask`], and too few people or areas for a model.
    pub fn ask(&self, source: &Source) -> Result<AreaAnswer, Error> {
        self.answer(&self.open(source)?)
    }

    /// Reads what is needed.
    ///
    /// # Errors
    /// No variable with areas is named, and as [`Source::open`].
    pub fn open(&self, source: &Source) -> Result<Opened, Error> {
        let by: Vec<String> = [&self.region, &self.municipality].into_iter().flatten().cloned().collect();
        if by.is_empty() {
            return Err(Error::Request(Reason::of("insight-why-no-areas")));
        }
        self.by(by).open(source)
    }

    fn by(&self, by: Vec<String>) -> Question {
        Question { by, ..self.question.clone() }
    }

    /// Estimates areas from what was read.
    ///
    /// # Errors
    /// As [`AreaQuestion::ask`].
    pub fn answer(&self, opened: &Opened) -> Result<AreaAnswer, Error> {
        let whole = self.by(Vec::new()).answer(opened)?;
        if whole.rows.len() != 1 {
            return Err(Error::Request(Reason::of("insight-why-areas-of")));
        }
        let mut found = AreaAnswer {
            statistic: whole.statistic.clone(),
            base: whole.base.clone(),
            is_share: whole.rows.iter().all(|row| row.is_share),
            notes: opened.notes_said(),
            ..AreaAnswer::default()
        };
        if let Some(name) = &self.region {
            found.regions = direct(&self.by(vec![name.clone()]).answer(opened)?, name);
        }
        if let Some(name) = &self.municipality {
            // The model is fitted to all: without those where few answered so, it would take shares for higher than they are.
            let all = Question { hide_below: None, ..self.by(vec![name.clone()]) }.answer(opened)?;
            let mut areas = direct(&all, name);
            let belongs = belongs_to(opened, name, self.region.as_deref())?;
            found.spread = Some(model(&mut areas, &whole, &belongs, found.is_share)?);
            let shown = direct(&self.by(vec![name.clone()]).answer(opened)?, name);
            let may_be_seen = |code: &String| {
                shown.iter().any(|area| area.code == *code && area.n.is_some_and(|n| n >= self.least))
            };
            let before = areas.len();
            areas.retain(|area| may_be_seen(&area.code));
            found.hidden = before - areas.len();
            found.municipalities = areas;
        }
        Ok(found)
    }
}

fn direct(answer: &Answer, name: &str) -> Vec<AreaRow> {
    let told = answer.rows.iter().map(|row: &Row| AreaRow {
        variable: name.to_owned(),
        code: row.by.get(name).cloned().unwrap_or_default(),
        direct: row.estimate,
        direct_ci: row.ci,
        direct_se: row.se,
        n: row.n,
        ..AreaRow::default()
    });
    told.collect()
}

/// The region in which most respondents of each municipality live.
fn belongs_to(
    opened: &Opened,
    municipality: &str,
    region: Option<&str>,
) -> Result<BTreeMap<String, String>, Error> {
    let Some(region) = region else { return Ok(BTreeMap::new()) };
    let frame = opened.survey.frame();
    let mut counts: BTreeMap<(String, String), usize> = BTreeMap::new();
    for pair in labels(frame, municipality)?.into_iter().zip(labels(frame, region)?) {
        if let (Some(municipality), Some(region)) = pair {
            *counts.entry((municipality, region)).or_default() += 1;
        }
    }
    let mut most: BTreeMap<String, (usize, String)> = BTreeMap::new();
    for ((municipality, region), count) in counts {
        let best = most.entry(municipality).or_default();
        if count > best.0 {
            *best = (count, region);
        }
    }
    Ok(most.into_iter().map(|(municipality, (_, region))| (municipality, region)).collect())
}

/// Puts the model's numbers beside the direct ones; gives how much areas differ by themselves.
fn model(
    areas: &mut [AreaRow],
    whole: &Answer,
    belongs: &BTreeMap<String, String>,
    is_share: bool,
) -> Result<f64, Error> {
    let all = whole.rows.first().and_then(|row| Some((row.se?, row.n?)));
    let (se, n) = all.ok_or_else(|| Error::Request(Reason::of("insight-why-areas-few")))?;
    let one = se * se * n as f64;
    let mut regions: Vec<&String> = areas.iter().filter_map(|area| belongs.get(&area.code)).collect();
    regions.sort_unstable();
    regions.dedup();
    let known = |code: &String| {
        let own = belongs.get(code);
        regions.iter().skip(1).map(|region| f64::from(u8::from(own == Some(*region)))).collect::<Vec<f64>>()
    };
    let given: Vec<Area> = areas
        .iter()
        .map(|area| Area {
            name: area.code.clone(),
            direct: area.direct.unwrap_or_default(),
            variance: one / area.n.unwrap_or(1).max(1) as f64,
            covariates: known(&area.code),
        })
        .collect();
    let fitted = fay_herriot(&given)?;
    for (area, found) in areas.iter_mut().zip(fitted.areas) {
        let error = found.mse.sqrt();
        let within = |value: f64| if is_share { value.clamp(0.0, 1.0) } else { value };
        area.model = Some(within(found.value));
        area.model_error = Some(error);
        let ends = [found.value - 1.96 * error, found.value + 1.96 * error];
        area.model_ci = ends.map(|end| Some(within(end)));
        area.own_share = Some(found.weight_of_direct);
    }
    areas.sort_by(|a, b| b.model.partial_cmp(&a.model).unwrap_or(std::cmp::Ordering::Equal));
    Ok(fitted.variance.sqrt())
}
