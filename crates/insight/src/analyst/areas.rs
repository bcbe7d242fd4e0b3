//! Regions and municipalities of a choice, told with everything that a reader needs to judge them.

use super::choice::{Choice, ChoiceError, LEAST};
use super::offered::{Measure, Offered, OfferedVariable};
use super::telling::{Telling, cited};
use super::told::{Axis, Cell, Hidden, Told};
use super::{commands, said, words_of};
use crate::{AreaQuestion, AreaRow, Error, Question, Reason, Statistic, Words};

/// What a region or municipality came to.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaTold {
    /// What it is called.
    pub words: Words,
    /// Its numbers.
    pub row: AreaRow,
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
    /// The regions as a figure, which can be given as a file.
    pub of_regions: Told,
    /// The municipalities as a figure.
    pub of_municipalities: Told,
}

/// Estimates regions, and municipalities by the model. Groups and compared years of the choice are not used.
///
/// # Errors
/// An import without areas, a question that is no share or mean, and as [`Question::ask`].
pub fn tell_areas(telling: &Telling<'_>) -> Result<AreasTold, Error> {
    let Telling { choice, offered, source, .. } = telling;
    let wrong = |error: ChoiceError| Error::Request(error.reason());
    let plain = Choice { by: String::new(), from: String::new(), to: String::new(), ..(*choice).clone() };
    let question = Question { by: Vec::new(), ..plain.question(offered).map_err(wrong)? };
    let of = offered.variable(&choice.of).ok_or_else(|| wrong(ChoiceError::NoQuestion(choice.of.clone())))?;
    let is_share = question.statistic == Statistic::Share && of.measure == Measure::YesNo;
    if !is_share && question.statistic != Statistic::Mean {
        return Err(Error::Request(Reason::of("insight-why-areas-of")));
    }
    let areas = AreaQuestion {
        question: question.clone(),
        region: offered.region.clone(),
        municipality: offered.municipality.clone(),
        least: LEAST,
    };
    let opened = areas.open(source)?;
    let found = areas.answer(&opened)?;
    let codebook = source.codebook.clone().unwrap_or_default();
    let about = Words {
        da: "Regioner er regnet direkte. Kommuner er regnet med en model (Fay og Herriot), der låner styrke fra regionen.".to_owned(),
        en: "Regions are direct estimates. Municipalities are from a model (Fay and Herriot) that borrows strength from the region.".to_owned(),
    };
    let empty = Told {
        statistic: question.statistic,
        is_share,
        question: of.words.clone(),
        years: None,
        groups: None,
        answers: None,
        cells: Vec::new(),
        changes: Vec::new(),
        definition: said::definition(&question, of),
        base: said::base(&plain, &codebook, offered),
        source: cited(telling),
        method: words_of(&[about, said::method(&question, &source.names(), &opened)], " "),
        command: commands::areas(telling, &question),
        change_command: String::new(),
        notes: opened.notes.iter().map(Reason::words).collect(),
    };
    let named = |rows: Vec<AreaRow>, name: &Option<String>| -> Vec<AreaTold> {
        let variable = name.as_ref().and_then(|name| offered.variable(name));
        rows.into_iter().map(|row| AreaTold { words: label(variable, &row.code), row }).collect()
    };
    let regions = named(found.regions, &offered.region);
    let municipalities = named(found.municipalities, &offered.municipality);
    Ok(AreasTold {
        is_share,
        of_regions: figure(&empty, &regions, offered.region.as_deref(), offered),
        of_municipalities: figure(&empty, &municipalities, offered.municipality.as_deref(), offered),
        regions,
        municipalities,
        hidden: found.hidden,
        spread: found.spread,
    })
}

fn label(variable: Option<&OfferedVariable>, code: &str) -> Words {
    variable.map_or_else(|| Words::same(code), |variable| variable.label(code))
}

/// Areas as a figure: the model's numbers where there are any, else the direct ones.
fn figure(empty: &Told, areas: &[AreaTold], name: Option<&str>, offered: &Offered) -> Told {
    let variable = name.and_then(|name| offered.variable(name));
    let cell = |AreaTold { row, .. }: &AreaTold| {
        let ([low, high], se) = match row.model {
            Some(_) => (row.model_ci, row.model_error),
            None => (row.direct_ci, row.direct_se),
        };
        Cell {
            group: Some(row.code.clone()),
            estimate: row.model.or(row.direct),
            se,
            low,
            high,
            n: row.n,
            hidden: (row.model.or(row.direct).is_none()).then_some(Hidden::TooFew),
            ..Cell::default()
        }
    };
    let axis = variable.map(|variable| Axis {
        name: variable.name.clone(),
        words: variable.words.clone(),
        codes: areas.iter().map(|area| (area.row.code.clone(), area.words.clone())).collect(),
    });
    Told { groups: axis, cells: areas.iter().map(cell).collect(), ..empty.clone() }
}
