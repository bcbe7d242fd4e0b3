//! The designs of the fixture sets.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use estimates::{Ask, Design, Expression, Frame, LonelyUnits, Method, Missing, ReplicateWeights, Survey};
use serde_json::Value;

use super::{load, weights};

/// The surveys of a set, each made when it is first needed.
pub(crate) struct Designs<'e> {
    pub(crate) folder: PathBuf,
    pub(crate) set: String,
    pub(crate) expected: &'e Value,
    frame: Frame,
    made: HashMap<(String, String), Survey>,
}

impl<'e> Designs<'e> {
    pub(crate) fn new(folder: &Path, set: &str, expected: &'e Value) -> Self {
        let frame = load::frame(folder, set);
        Self { folder: folder.to_owned(), set: set.to_owned(), expected, frame, made: HashMap::new() }
    }

    /// The survey of a case, calibrated as it says.
    pub(crate) fn survey(&mut self, case: &Value) -> Result<Survey, String> {
        let design = case["design"].as_str().expect("a design").to_owned();
        let calibration = match case["op"].as_str() {
            Some("trim") => weights::before_trimming(case),
            _ => case["args"]["calibration"].as_str().unwrap_or("").to_owned(),
        };
        let key = (design.clone(), calibration.clone());
        if let Some(survey) = self.made.get(&key) {
            return Ok(survey.clone());
        }
        let mut survey = self.uncalibrated(&design)?;
        if !calibration.is_empty() {
            let ends = [format!("/{calibration}/weights"), format!("/cal_{calibration}/weights")];
            let recipe = self.cases().find(|case| {
                let id = case["id"].as_str().expect("an id");
                ends.iter().any(|end| id.ends_with(end))
                    && (case["design"] == design.as_str() || design.starts_with("rep_"))
            });
            let recipe = recipe.ok_or_else(|| format!("there is no weighting {calibration}"))?;
            survey = weights::apply(self, &survey, recipe)?.survey;
        }
        self.made.insert(key, survey.clone());
        Ok(survey)
    }

    pub(crate) fn cases(&self) -> impl Iterator<Item = &'e Value> + use<'e> {
        self.expected["cases"].as_array().expect("cases").iter()
    }

    fn uncalibrated(&self, name: &str) -> Result<Survey, String> {
        let said = &self.expected["designs"][name];
        if said["replicate"] == true && !said["base"].is_null() {
            let base = self.uncalibrated(said["base"].as_str().expect("a base"))?;
            return self.replicated(&base, said);
        }
        let design = match (self.set.as_str(), name) {
            ("dk", "jk") => Design::new().units("rgroup").weights("weight"),
            ("dk", "jkn") => Design::new().strata("stratum").weights("weight"),
            _ => from(said),
        };
        let rows = if said["replicate"] == true {
            "year == 2024"
        } else {
            said["rows"].as_str().unwrap_or("1 == 1")
        };
        let keep =
            Expression::read(rows).and_then(|rows| rows.is_true(&self.frame)).map_err(|e| e.to_string())?;
        let survey = Survey::new(self.frame.rows_where(&keep), &design).map_err(|e| e.to_string())?;
        if said["replicate"] == true { self.replicated(&survey, said) } else { Ok(survey) }
    }

    fn replicated(&self, base: &Survey, said: &Value) -> Result<Survey, String> {
        let from_estimate = said["mse"] == true;
        let made = match said["type"].as_str() {
            Some("JK1") => base.replicated(Method::Jk1, from_estimate, LonelyUnits::Fail),
            Some("JKn") => base.replicated(Method::Jkn, from_estimate, LonelyUnits::Fail),
            _ => {
                let file = said["factors_file"].as_str().expect("a file");
                let (_, columns) = load::table(&self.folder.join(file));
                let number = |text: &String| text.parse().expect("a factor");
                base.with_replicates(ReplicateWeights {
                    columns: columns.iter().map(|column| column.iter().map(number).collect()).collect(),
                    are_weights: said["combined_weights"] == true,
                    scale: said["scale"].as_f64().expect("a scale"),
                    scales: said["rscales"]
                        .as_array()
                        .map_or_else(Vec::new, |scales| scales.iter().filter_map(Value::as_f64).collect()),
                    from_estimate,
                    degrees: None,
                })
            }
        };
        made.map_err(|e| e.to_string())
    }
}

fn from(said: &Value) -> Design {
    let mut design = Design::new();
    for name in texts(&said["ids"]) {
        design = design.units(name);
    }
    for name in texts(&said["strata"]) {
        design = design.strata(name);
    }
    for name in texts(&said["fpc"]) {
        design = design.population(name);
    }
    if let Some(name) = said["weights"].as_str() {
        design = design.weights(name);
    }
    if said["nest"] == true { design.nested() } else { design }
}

/// One text, or a list of them.
pub(crate) fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(list) => list.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        _ => Vec::new(),
    }
}

/// The question that a case asks.
pub(crate) fn ask<'s>(survey: &'s Survey, args: &Value) -> Result<Ask<'s>, String> {
    let mut ask = survey.ask();
    if let Some(condition) = args["where"].as_str() {
        ask = ask.filter(condition).map_err(|e| e.to_string())?;
    }
    let by = texts(&args["by"]);
    ask = ask.by(&by.iter().map(String::as_str).collect::<Vec<_>>());
    let missing = if args["na_rm"] == true { Missing::Listwise } else { Missing::Refuse };
    ask = ask.missing(missing);
    Ok(match args["deff"].as_str() {
        Some("wor") => ask.design_effect(estimates::DesignEffect::WithoutReplacement),
        Some("wr") => ask.design_effect(estimates::DesignEffect::WithReplacement),
        _ => ask,
    })
}
