//! Weighting as the fixture sets describe it.

use std::collections::BTreeMap;

use estimates::{Calibration, Formula, Margin, Reweighted, Survey, Totals};
use serde_json::{Value, json};

use super::design::Designs;
use super::load;

/// The weighting that comes before trimming: that of a case that says none is raking.
pub(crate) fn before_trimming(case: &Value) -> String {
    case["args"]["calibration"].as_str().unwrap_or("").to_owned()
}

/// Does to a survey what a weighting case says.
pub(crate) fn apply(designs: &Designs<'_>, survey: &Survey, recipe: &Value) -> Result<Reweighted, String> {
    let args = &recipe["args"];
    let how = calibration(args);
    let result = match (recipe["op"].as_str(), &args["totals"]) {
        (Some("poststratify"), _) => {
            let margins = margins(designs, recipe);
            survey.post_stratified(&margins[0])
        }
        (Some("rake"), _) => survey.raked(&margins(designs, recipe)),
        (Some("trim"), _) => survey.trimmed(
            args["lower"].as_f64().expect("a limit"),
            args["upper"].as_f64().expect("a limit"),
            false,
        ),
        (_, Value::Object(totals)) => {
            let formula =
                Formula::read(args["formula"].as_str().expect("a formula")).map_err(|e| e.to_string())?;
            let totals = totals.iter().map(|(name, total)| (name.clone(), total.as_f64().expect("a total")));
            survey.calibrated(&formula, &Totals::new(totals), how)
        }
        _ => survey.calibrated_to_margins(&margins(designs, recipe), how),
    };
    result.map_err(|e| e.to_string())
}

fn calibration(args: &Value) -> Calibration {
    let bounds = args["bounds"]
        .as_array()
        .map(|bounds| (bounds[0].as_f64().expect("a bound"), bounds[1].as_f64().expect("a bound")));
    match (args["calfun"].as_str().unwrap_or("linear"), bounds) {
        ("raking", None) => Calibration::Raking,
        ("raking", Some((lower, upper))) => Calibration::RakingWithin { lower, upper },
        ("logit", Some((lower, upper))) => Calibration::Logit { lower, upper },
        (_, Some((lower, upper))) => Calibration::LinearWithin { lower, upper },
        _ => Calibration::Linear,
    }
}

fn margins(designs: &Designs<'_>, recipe: &Value) -> Vec<Margin> {
    let args = &recipe["args"];
    if let Some(margins) = args["margins"].as_object() {
        // JSON has no order, the call has
        let call = recipe["r"].as_str().expect("a call");
        let mut margins: Vec<(&String, &Value)> = margins.iter().collect();
        margins.sort_by_key(|(name, _)| call.find(&format!("~{name}")));
        return margins
            .into_iter()
            .map(|(name, totals)| {
                let totals = totals.as_object().expect("totals");
                Margin::new(
                    name,
                    totals.iter().map(|(label, total)| (label, total.as_f64().expect("a total"))),
                )
            })
            .collect();
    }
    let said = args["totals"].as_str().expect("margins");
    let names = said.split_once(':').expect("names of margins").1;
    names.split(',').map(|name| margin(designs, name.trim())).collect()
}

/// A margin of 2024 from the file of margins.
fn margin(designs: &Designs<'_>, name: &str) -> Margin {
    let totals = of_file(designs, name);
    Margin::new(
        name,
        totals.into_iter().map(|(key1, key2, total)| {
            (if key2.is_empty() { key1 } else { format!("{key1}/{key2}") }, total)
        }),
    )
}

fn of_file(designs: &Designs<'_>, name: &str) -> Vec<(String, String, f64)> {
    let (_, columns) = load::table(&designs.folder.join("dk_margins.csv"));
    (0..columns[0].len())
        .filter(|&row| columns[0][row] == "2024" && columns[1][row] == name)
        .map(|row| {
            (columns[2][row].clone(), columns[3][row].clone(), columns[4][row].parse().expect("a total"))
        })
        .collect()
}

/// The population of 2024 by age group.
pub(crate) fn standard(designs: &Designs<'_>, survey: &Survey) -> Margin {
    let mut by_age: BTreeMap<usize, f64> = BTreeMap::new();
    for (_, age, total) in of_file(designs, "region_age") {
        *by_age.entry(age.parse().expect("a number")).or_default() += total;
    }
    let labels = load::age_groups(survey.frame());
    Margin::new("age_group", by_age.into_iter().map(|(age, total)| (labels[age - 1].clone(), total)))
}

/// The weights that a weighting case leads to.
pub(crate) fn told(survey: &Survey, done: &Reweighted) -> Value {
    let (before, after) = (survey.weights(), done.survey.weights());
    let file = done.survey.frame().column("weight").ok();
    let ids = done.survey.frame().column("id").ok();
    let number = |column: Option<&estimates::Column>, row: usize| match column {
        Some(estimates::Column::Numbers(values)) => values[row],
        _ => f64::NAN,
    };
    let rows: Vec<Value> = (0..25.min(after.len()))
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
        "first_rows": rows,
        "max_abs_diff_to_file_weight": away,
    } })
}
