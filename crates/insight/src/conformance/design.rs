//! The designs of the fixture sets.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use estimates::{
    Ask, Column, Design, DesignEffect, Expression, Frame, LonelyUnits, Method, Missing, ReplicateWeights,
    Survey,
};
use serde_json::Value;

use super::fields::{argument, names, numbers, rows, texts, yes};
use super::{Trouble, load, unsupported, weights};

/// The surveys of a set, each made when it is first needed.
pub(super) struct Designs<'e> {
    pub(super) folder: PathBuf,
    pub(super) set: String,
    pub(super) expected: &'e Value,
    frame: Result<Frame, String>,
    made: HashMap<(String, String, bool), Survey>,
}

impl<'e> Designs<'e> {
    pub(super) fn new(folder: &Path, set: &str, expected: &'e Value) -> Self {
        let frame = load::frame(folder, set).and_then(|mut frame| {
            weights::combine(folder, set, &mut frame)?;
            load::derive_all(&mut frame, expected)?;
            Ok(frame)
        });
        let frame = frame.map_err(|trouble| match trouble {
            Trouble::Unsupported(why) | Trouble::Refused(why) => why,
        });
        Self { folder: folder.to_owned(), set: set.to_owned(), expected, frame, made: HashMap::new() }
    }

    /// The survey of a case, calibrated as it says.
    pub(super) fn survey(&mut self, case: &Value) -> Result<Survey, Trouble> {
        let Some(design) = case["design"].as_str() else { return unsupported("it names no design") };
        let calibration = match &case["args"]["calibration"] {
            Value::Null => String::new(),
            Value::String(key) => key.clone(),
            other => return unsupported(format!("calibration {other}")),
        };
        let first_stage = option(self.expected, case, "survey.ultimate.cluster") == Some(&Value::Bool(true));
        let key = (design.to_owned(), calibration.clone(), first_stage);
        if let Some(survey) = self.made.get(&key) {
            return Ok(survey.clone());
        }
        let mut survey = self.uncalibrated(design, first_stage)?;
        if !calibration.is_empty() {
            let recipe = self.recipe(design, &calibration)?;
            survey = weights::apply(self, &survey, recipe)?.survey;
        }
        self.made.insert(key, survey.clone());
        Ok(survey)
    }

    /// The case that says how weights are calibrated: that of the same design first.
    fn recipe(&self, design: &str, calibration: &str) -> Result<&'e Value, Trouble> {
        let ends = [format!("/{calibration}/weights"), format!("/cal_{calibration}/weights")];
        let found: Vec<&Value> = self
            .cases()
            .filter(|case| case["id"].as_str().is_some_and(|id| ends.iter().any(|end| id.ends_with(end))))
            .collect();
        let base = self.expected["designs"][design]["base"].as_str();
        let of =
            |name: Option<&str>| found.iter().find(|case| case["design"].as_str() == name && name.is_some());
        match of(Some(design)).or_else(|| of(base)).or_else(|| found.first()) {
            Some(case) => Ok(case),
            None => unsupported(format!("there is no weighting {calibration}")),
        }
    }

    pub(super) fn cases(&self) -> impl Iterator<Item = &'e Value> + use<'e> {
        self.expected["cases"].as_array().into_iter().flatten()
    }

    fn uncalibrated(&self, name: &str, first_stage: bool) -> Result<Survey, Trouble> {
        let said = &self.expected["designs"][name];
        if !said.is_object() {
            return unsupported(format!("there is no design {name}"));
        }
        let call = said["r"].as_str().unwrap_or_default();
        let replicate = said["replicate"] == true
            || call.starts_with("as.svrepdesign")
            || call.starts_with("svrepdesign");
        if !replicate && ["twophase", "multiframe", "pps=", "pps ="].iter().any(|what| call.contains(what)) {
            return unsupported(format!("the design {call}"));
        }
        let base = said["base"].as_str().or_else(|| self.named_in(call, replicate));
        if let (true, Some(base)) = (replicate, base) {
            return self.replicated(&self.uncalibrated(base, first_stage)?, said);
        }
        let frame = self.frame.as_ref().map_err(|why| Trouble::Unsupported(why.clone()))?;
        let frame = match rows(said, &self.expected["designs"]) {
            None => frame.clone(),
            Some(rows) => match Expression::read(&rows).and_then(|rows| rows.is_true(frame)) {
                Ok(keep) => frame.rows_where(&keep),
                Err(error) => return unsupported(format!("rows {rows}: {error}")),
            },
        };
        let survey = Survey::new(frame, &plain(said, first_stage))?;
        if replicate { self.replicated(&survey, said) } else { Ok(survey) }
    }

    /// The design of the set that `as.svrepdesign(d, …)` names.
    fn named_in(&self, call: &str, replicate: bool) -> Option<&'e str> {
        let inner = call.split_once("as.svrepdesign(")?.1;
        let name = inner.split([',', ')']).next()?.trim();
        let designs = self.expected["designs"].as_object()?;
        designs.keys().map(String::as_str).find(|known| replicate && *known == name)
    }

    fn replicated(&self, base: &Survey, said: &Value) -> Result<Survey, Trouble> {
        let call = said["r"].as_str().unwrap_or_default();
        let from_estimate = yes(said, "mse");
        let kind = said["type"].as_str().or_else(|| argument(call, "type")).unwrap_or("JK1");
        let kind = kind.trim_matches(['\'', '"']);
        if let Some(file) = said["factors_file"].as_str() {
            return self.with_replicates(base, said, &load::table(&self.folder.join(file))?);
        }
        let columns = texts(&said["repweights"]);
        if !columns.is_empty() {
            let frame = base.frame();
            let mut own = Frame::new();
            for name in columns.iter().flat_map(|text| matching(frame, text)) {
                own.push(name.clone(), frame.column(&name)?.clone())?;
            }
            return self.with_replicates(base, said, &own);
        }
        let method = match kind {
            "JK1" => Method::Jk1,
            "JKn" => Method::Jkn,
            "auto" if base.design() == &Design::new() => Method::Jk1,
            "BRR" => Method::BalancedHalves,
            "Fay" => {
                Method::Fay { rho: number(said, "fay.rho").or_else(|| number(said, "rho")).unwrap_or(0.0) }
            }
            other => return unsupported(format!("{other} replicates without a file of factors")),
        };
        Ok(base.replicated(method, from_estimate, LonelyUnits::Fail)?)
    }

    fn with_replicates(&self, base: &Survey, said: &Value, factors: &Frame) -> Result<Survey, Trouble> {
        let mut columns = Vec::new();
        for name in factors.names().filter(|name| *name != "id") {
            match factors.column(name)? {
                Column::Numbers(values) => columns.push(values.clone()),
                _ => return unsupported(format!("replicate weights {name} are no numbers")),
            }
        }
        let count = columns.len() as f64;
        let kind = said["type"].as_str().unwrap_or_default();
        let rho = number(said, "fay.rho").or_else(|| number(said, "rho")).unwrap_or(0.0);
        let scale = number(said, "scale").unwrap_or(match kind {
            "JK1" => (count - 1.0) / count,
            "BRR" => 1.0 / count,
            "Fay" => 1.0 / (count * (1.0 - rho) * (1.0 - rho)),
            "bootstrap" | "subbootstrap" => 1.0 / (count - 1.0),
            _ => 1.0,
        });
        let scales = match numbers(&said["rscales"]) {
            one if one.len() == 1 && columns.len() > 1 => vec![one[0]; columns.len()],
            all => all,
        };
        Ok(base.with_replicates(ReplicateWeights {
            columns,
            are_weights: yes(said, "combined_weights") || yes(said, "combined.weights"),
            scale,
            scales,
            from_estimate: yes(said, "mse"),
            degrees: None,
        })?)
    }
}

/// Columns that a text names: one, or all that a pattern such as `repw[0-9]+` or `repw*` begins.
fn matching(frame: &Frame, text: &str) -> Vec<String> {
    if frame.column(text).is_ok() {
        return vec![text.to_owned()];
    }
    let stem: String = text.chars().take_while(|c| c.is_alphanumeric() || *c == '_' || *c == '.').collect();
    let numbered = |name: &&str| {
        name.strip_prefix(&stem)
            .is_some_and(|rest| !rest.is_empty() && rest.chars().all(|c| c.is_ascii_digit()))
    };
    frame.names().filter(numbered).map(str::to_owned).collect()
}

fn number(said: &Value, field: &str) -> Option<f64> {
    let call = said["r"].as_str().unwrap_or_default();
    said[field].as_f64().or_else(|| argument(call, field)?.parse().ok())
}

/// Strata, units, sizes and weights, as the fields say, or R's call.
fn plain(said: &Value, first_stage: bool) -> Design {
    let mut design = Design::new();
    let stages = if first_stage { 1 } else { usize::MAX };
    for name in names(said, "ids").into_iter().take(stages) {
        design = design.units(name);
    }
    for name in names(said, "strata").into_iter().take(stages) {
        design = design.strata(name);
    }
    for name in names(said, "fpc").into_iter().take(stages) {
        design = design.population(name);
    }
    if let Some(name) = names(said, "weights").into_iter().next() {
        design = design.weights(name);
    }
    if yes(said, "nest") { design.nested() } else { design }
}

/// An option of R that a case sets, or its design, or the whole set.
fn option<'v>(expected: &'v Value, case: &'v Value, name: &str) -> Option<&'v Value> {
    let short = name.strip_prefix("survey.").unwrap_or(name);
    let design = &expected["designs"][case["design"].as_str().unwrap_or_default()];
    let places =
        [&case["r_options"], &case["args"]["options"], &design["r_options"], &expected["meta"]["r_defaults"]];
    places.into_iter().find_map(|place| place.get(name).or_else(|| place.get(short)))
}

/// The question that a case asks.
pub(super) fn ask<'s>(expected: &Value, survey: &'s Survey, case: &Value) -> Result<Ask<'s>, Trouble> {
    let args = &case["args"];
    let mut ask = survey.ask();
    if let Some(condition) = args["where"].as_str() {
        ask = match ask.filter(condition) {
            Ok(ask) => ask,
            Err(error) => return unsupported(format!("where: {error}")),
        };
    }
    let by = texts(&args["by"]);
    ask = ask.by(&by.iter().map(String::as_str).collect::<Vec<_>>());
    ask = ask.missing(if args["na_rm"] == true { Missing::Listwise } else { Missing::Refuse });
    if let Some(level) = args["level"].as_f64() {
        ask = ask.level(level);
    }
    let own = ["lonely", "lonely_psu", "lonely.psu"].into_iter().find_map(|name| args[name].as_str());
    let lonely = own.or_else(|| option(expected, case, "survey.lonely.psu")?.as_str());
    ask = ask.lonely(match lonely {
        None | Some("fail") => LonelyUnits::Fail,
        Some("certainty" | "remove") => LonelyUnits::Certainty,
        Some("adjust") => LonelyUnits::Adjust,
        Some("average") => LonelyUnits::Average,
        Some(other) => return unsupported(format!("lonely units: {other}")),
    });
    let in_domains = option(expected, case, "survey.adjust.domain.lonely") == Some(&Value::Bool(true));
    ask = ask.lonely_in_domains(in_domains || args["adjust_domain_lonely"] == true);
    Ok(match &args["deff"] {
        Value::Null | Value::Bool(false) => ask,
        Value::Bool(true) => ask.design_effect(DesignEffect::WithoutReplacement),
        Value::String(text) if text == "wor" => ask.design_effect(DesignEffect::WithoutReplacement),
        Value::String(text) if text == "wr" || text == "replace" => {
            ask.design_effect(DesignEffect::WithReplacement)
        }
        other => return unsupported(format!("deff {other}")),
    })
}
