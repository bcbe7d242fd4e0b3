//! Regions and municipalities: direct estimates where enough people answered, and a model that borrows strength for the rest.
//!
//! The model is Fay and Herriot's, with the region as what is known of a municipality. The variance of each direct estimate is
//! smoothed: that of the whole sample, by the number of respondents, since one from few respondents tells little of itself.

use estimates::{Area, fay_herriot};
use serde::{Deserialize, Serialize};

use super::choice::{Choice, LEAST};
use super::offered::{Measure, Offered};
use super::{said, words_of};
use crate::margins::labels;
use crate::{Answer, Error, Opened, Question, Reason, Source, Statistic, Words};

/// What a region or municipality came to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AreaTold {
    /// Its code.
    pub code: String,
    /// What it is called.
    pub words: Words,
    /// What its own respondents say; none where it is hidden.
    pub direct: Option<f64>,
    /// The interval of that.
    pub direct_interval: [Option<f64>; 2],
    /// What the model says.
    pub model: Option<f64>,
    /// The interval of that, by its mean squared error.
    pub model_interval: [Option<f64>; 2],
    /// How much of the model's number is the area's own: 1 is all.
    pub own_share: Option<f64>,
    /// Respondents; none where it is hidden.
    pub n: Option<usize>,
}

/// What is known of where the numbers are from.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    /// What is told, in words.
    pub definition: Words,
    /// About whom.
    pub base: Words,
    /// How.
    pub method: Words,
}

/// Regions and municipalities of a choice.
#[derive(Clone, Debug, PartialEq)]
pub struct AreasTold {
    /// Whether the numbers are shares.
    pub is_share: bool,
    /// The regions, by direct estimates.
    pub regions: Vec<AreaTold>,
    /// The municipalities, by the model.
    pub municipalities: Vec<AreaTold>,
    /// Municipalities that are not shown since fewer than five respondents stand behind them.
    pub hidden: usize,
    /// How much municipalities differ beyond what their regions explain and chance does, as a standard deviation.
    pub spread: Option<f64>,
    /// What they are.
    pub known: Known,
}

/// Estimates regions, and municipalities by the model. The groups of the choice are not used.
///
/// # Errors
/// An import without areas, a question that is no share or mean, and as [`Question::ask`].
pub fn tell_areas(choice: &Choice, offered: &Offered, source: &Source) -> Result<AreasTold, Error> {
    let wrong = |error: super::ChoiceError| Error::Request(error.reason());
    let plain = Choice { by: String::new(), from: String::new(), to: String::new(), ..choice.clone() };
    let question = Question { by: Vec::new(), ..plain.question(offered).map_err(wrong)? };
    let of = offered
        .variable(&choice.of)
        .ok_or_else(|| wrong(super::ChoiceError::NoQuestion(choice.of.clone())))?;
    let is_share = question.statistic == Statistic::Share && of.measure == Measure::YesNo;
    if !is_share && question.statistic != Statistic::Mean {
        return Err(Error::Request(Reason::of("insight-why-areas-of")));
    }
    let variables = [&offered.region, &offered.municipality].map(Option::as_ref);
    if variables.iter().all(Option::is_none) {
        return Err(Error::Request(Reason::of("insight-why-no-areas")));
    }
    let all =
        Question { by: variables.iter().flatten().map(|name| (*name).clone()).collect(), ..question.clone() };
    let opened = all.open(source)?;
    let by = |name: &String| Question { by: vec![name.clone()], ..question.clone() }.answer(&opened);
    let regions = match &offered.region {
        Some(name) => direct(&by(name)?, name, offered),
        None => Vec::new(),
    };
    let (mut municipalities, mut hidden, mut spread) = (Vec::new(), 0, None);
    if let Some(name) = &offered.municipality {
        // The model is fitted to all: without those where few answered so, it would take shares for higher than they are.
        let all =
            Question { by: vec![name.clone()], hide_below: None, ..question.clone() }.answer(&opened)?;
        municipalities = direct(&all, name, offered);
        let whole = question.answer(&opened)?;
        let belongs = belongs_to(&opened, name, offered.region.as_deref())?;
        spread = Some(model(&mut municipalities, &whole, &belongs, is_share)?);
        let shown = direct(&by(name)?, name, offered);
        let may_be_seen =
            |code: &String| shown.iter().any(|area| area.code == *code && area.n.is_some_and(|n| n >= LEAST));
        let before = municipalities.len();
        municipalities.retain(|area| may_be_seen(&area.code));
        hidden = before - municipalities.len();
    }
    let codebook = source.codebook.clone().unwrap_or_default();
    let method = said::method(&question, &source.names(), &opened);
    let about = Words {
        da: "Regioner er regnet direkte. Kommuner er regnet med en model (Fay og Herriot), der låner styrke fra regionen.".to_owned(),
        en: "Regions are direct estimates. Municipalities are from a model (Fay and Herriot) that borrows strength from the region.".to_owned(),
    };
    let known = Known {
        definition: said::definition(&question, of),
        base: said::base(&plain, &codebook, offered),
        method: words_of(&[about, method], " "),
    };
    Ok(AreasTold { is_share, regions, municipalities, hidden, spread, known })
}

fn direct(answer: &Answer, name: &str, offered: &Offered) -> Vec<AreaTold> {
    let variable = offered.variable(name);
    let told = answer.rows.iter().map(|row| {
        let code = row.by.get(name).cloned().unwrap_or_default();
        let words = variable.map_or_else(|| Words::same(&code), |variable| variable.label(&code));
        AreaTold {
            code,
            words,
            direct: row.estimate,
            direct_interval: row.ci,
            model: None,
            model_interval: [None, None],
            own_share: None,
            n: row.n,
        }
    });
    told.collect()
}

/// The region in which most respondents of each municipality live.
fn belongs_to(
    opened: &Opened,
    municipality: &str,
    region: Option<&str>,
) -> Result<std::collections::BTreeMap<String, String>, Error> {
    let Some(region) = region else { return Ok(std::collections::BTreeMap::new()) };
    let frame = opened.survey.frame();
    let mut counts: std::collections::BTreeMap<(String, String), usize> = std::collections::BTreeMap::new();
    for pair in labels(frame, municipality)?.into_iter().zip(labels(frame, region)?) {
        if let (Some(municipality), Some(region)) = pair {
            *counts.entry((municipality, region)).or_default() += 1;
        }
    }
    let mut most: std::collections::BTreeMap<String, (usize, String)> = std::collections::BTreeMap::new();
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
    areas: &mut [AreaTold],
    whole: &Answer,
    belongs: &std::collections::BTreeMap<String, String>,
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
            name: area.words.da.clone(),
            direct: area.direct.unwrap_or_default(),
            variance: one / area.n.unwrap_or(1).max(1) as f64,
            covariates: known(&area.code),
        })
        .collect();
    let fitted = fay_herriot(&given)?;
    for (area, found) in areas.iter_mut().zip(fitted.areas) {
        let reach = 1.96 * found.mse.sqrt();
        let within = |value: f64| if is_share { value.clamp(0.0, 1.0) } else { value };
        area.model = Some(within(found.value));
        area.model_interval = [Some(within(found.value - reach)), Some(within(found.value + reach))];
        area.own_share = Some(found.weight_of_direct);
    }
    areas.sort_by(|a, b| b.model.partial_cmp(&a.model).unwrap_or(std::cmp::Ordering::Equal));
    Ok(fitted.variance.sqrt())
}
