//! Weighting as the fixture sets describe it.

use std::path::Path;

use estimates::{Calibration, Column, Formula, Frame, Margin, Reweighted, Survey, Totals};
use serde_json::{Value, json};

use super::design::Designs;
use super::fields::{numbers, rows, texts};
use super::{Trouble, unsupported};
use crate::margins::{Margins, order};

fn of_file(folder: &Path, set: &str) -> Result<Margins, Trouble> {
    match Margins::read(&folder.join(format!("{set}_margins.csv"))) {
        Ok(margins) => Ok(margins),
        Err(error) => unsupported(error.to_string()),
    }
}

/// Adds the variables of margins that combine two.
pub(super) fn combine(folder: &Path, set: &str, frame: &mut Frame) -> Result<(), Trouble> {
    match of_file(folder, set) {
        Ok(margins) => Ok(margins.combine(frame)?),
        Err(_) => Ok(()),
    }
}

/// Does to a survey what a weighting case says.
pub(super) fn apply(designs: &Designs<'_>, survey: &Survey, recipe: &Value) -> Result<Reweighted, Trouble> {
    let args = &recipe["args"];
    match (recipe["op"].as_str(), &args["totals"]) {
        (Some("poststratify"), _) => match margins(designs, recipe)?.as_slice() {
            [margin] => Ok(survey.post_stratified(margin)?),
            _ => unsupported("post-stratification by several margins"),
        },
        (Some("rake"), _) => Ok(survey.raked(&margins(designs, recipe)?)?),
        (Some("trim"), _) => {
            let limit = |name: &str, without: f64| args[name].as_f64().unwrap_or(without);
            Ok(survey.trimmed(limit("lower", 0.0), limit("upper", f64::MAX), args["strict"] == true)?)
        }
        (Some("calibrate"), Value::Object(totals)) => {
            let Some(formula) = args["formula"].as_str() else {
                return unsupported("totals without a formula");
            };
            let totals = totals.iter().filter_map(|(name, total)| Some((name.clone(), total.as_f64()?)));
            Ok(survey.calibrated(&Formula::read(formula)?, &Totals::new(totals), calibration(args)?)?)
        }
        (Some("calibrate"), _) => {
            Ok(survey.calibrated_to_margins(&margins(designs, recipe)?, calibration(args)?)?)
        }
        (other, _) => unsupported(format!("weighting by {}", other.unwrap_or("nothing"))),
    }
}

fn calibration(args: &Value) -> Result<Calibration, Trouble> {
    let bounds = match numbers(&args["bounds"]).as_slice() {
        [lower, upper] => Some((*lower, *upper)),
        [] => None,
        _ => return unsupported(format!("bounds {}", args["bounds"])),
    };
    Ok(match (args["calfun"].as_str().unwrap_or("linear"), bounds) {
        ("linear", None) => Calibration::Linear,
        ("linear", Some((lower, upper))) => Calibration::LinearWithin { lower, upper },
        ("raking", None) => Calibration::Raking,
        ("raking", Some((lower, upper))) => Calibration::RakingWithin { lower, upper },
        ("logit", Some((lower, upper))) => Calibration::Logit { lower, upper },
        (other, _) => return unsupported(format!("calibration by {other}")),
    })
}

fn margins(designs: &Designs<'_>, recipe: &Value) -> Result<Vec<Margin>, Trouble> {
    let args = &recipe["args"];
    if let Some(margins) = args["margins"].as_object() {
        // JSON has no order, the call has
        let call = recipe["r"].as_str().unwrap_or_default();
        let mut margins: Vec<(&String, &Value)> = margins.iter().collect();
        margins.sort_by_key(|(name, _)| call.find(&format!("~{name}")).unwrap_or(usize::MAX));
        return margins.into_iter().map(|(name, totals)| stated(name, totals)).collect();
    }
    let Some((said, list)) = args["totals"].as_str().and_then(|said| said.split_once(':')) else {
        return unsupported("weighting without margins");
    };
    let year = year_of(designs, recipe, said);
    let margins = of_file(&designs.folder, &designs.set)?;
    let margin = |name: &str| match margins.margin(name.trim(), year.as_deref()) {
        Ok(margin) => Ok(margin),
        Err(error) => unsupported(error.to_string()),
    };
    list.split(',').map(margin).collect()
}

/// A margin whose totals the case lists: of one variable, or of several joined by `:`, `,`, ` x ` or `+`.
fn stated(name: &str, totals: &Value) -> Result<Margin, Trouble> {
    let Some(totals) = totals.as_object() else { return unsupported(format!("the margin {name}")) };
    let totals = totals.iter().filter_map(|(label, total)| Some((label.clone(), total.as_f64()?)));
    let variables: Vec<&str> = name.split([':', ',', '+']).map(str::trim).collect();
    if let [one] = variables.as_slice() {
        return Ok(Margin::new(*one, totals));
    }
    let split = |label: String| label.split([':', '/', '.']).map(str::to_owned).collect::<Vec<String>>();
    Ok(Margin::crossed(&variables, totals.map(|(label, total)| (split(label), total))))
}

/// The year that margins are of: as the case says, or as its design cuts the file.
fn year_of(designs: &Designs<'_>, case: &Value, said: &str) -> Option<String> {
    let years = |text: &str| -> Option<String> {
        let is_year = |word: &&str| word.len() == 4 && word.parse::<u16>().is_ok();
        text.split(|c: char| !c.is_ascii_digit()).find(is_year).map(str::to_owned)
    };
    let design = &designs.expected["designs"][case["design"].as_str()?];
    years(said).or_else(|| years(&rows(design, &designs.expected["designs"])?))
}

/// The population that means are standardised to: listed in the case, or the margin of the file that knows the variable.
pub(super) fn standard(designs: &Designs<'_>, survey: &Survey, case: &Value) -> Result<Margin, Trouble> {
    let args = &case["args"];
    let call = case["r"].as_str().unwrap_or_default();
    let stated_by = texts(&args["standardise_by"]).into_iter().next();
    let from_call = || super::fields::argument(call, "by").map(super::fields::of_formula)?.into_iter().next();
    let Some(variable) = stated_by.or_else(from_call) else {
        return unsupported("a standard of no variable");
    };
    if let Some(shares) = args["standard"].as_object().or_else(|| args["population"].as_object()) {
        let shares = shares.iter().filter_map(|(label, share)| Some((label.clone(), share.as_f64()?)));
        return Ok(Margin::new(variable, shares));
    }
    let Some(order) = order(survey.frame(), &variable) else {
        return unsupported(format!("a standard of {variable}"));
    };
    let list = numbers(&args["standard"]);
    if list.len() == order.len() {
        return Ok(Margin::new(variable, order.into_iter().zip(list)));
    }
    let year = year_of(designs, case, args["standard"].as_str().unwrap_or_default());
    let sums = of_file(&designs.folder, &designs.set)?.of_variable(&variable, &order, year.as_deref());
    if sums.is_empty() {
        unsupported(format!("a standard of {variable}"))
    } else {
        Ok(Margin::new(variable, sums))
    }
}

/// The weights that a weighting case leads to.
pub(super) fn told(survey: &Survey, done: &Reweighted) -> Value {
    let (before, after) = (survey.weights(), done.survey.weights());
    let file = done.survey.frame().column("weight").ok();
    let ids = done.survey.frame().column("id").ok();
    let number = |column: Option<&Column>, row: usize| match column {
        Some(Column::Numbers(values)) => values[row],
        _ => f64::NAN,
    };
    let first: Vec<Value> = (0..25.min(after.len()))
        .map(|row| json!({ "id": number(ids, row), "weight": after[row], "g": after[row] / before[row] }))
        .collect();
    let away = (0..after.len()).map(|row| (after[row] - number(file, row)).abs()).fold(0.0, f64::max);
    json!({ "results": {
        "weights": after,
        "g_range": [done.report.smallest_factor, done.report.largest_factor],
        "g_min": done.report.smallest_factor,
        "g_max": done.report.largest_factor,
        "sum": done.report.sum,
        "sum_sq": after.iter().map(|w| w * w).sum::<f64>(),
        "first_rows": first,
        "max_abs_diff_to_file_weight": away,
    } })
}
