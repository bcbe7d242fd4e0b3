//! Models and tests of the fixture sets.

use estimates::{
    Area, Ask, AssociationTest, Column, Convergence, Expression, Family, Formula, Frame, Model, RankScore,
    Scale, Survey, fay_herriot,
};
use serde_json::{Value, json};

use super::design::{Designs, ask};
use super::fields::texts;
use super::{Trouble, unsupported};
use crate::margins::labels;

fn family(args: &Value) -> Result<Family, Trouble> {
    Ok(match args["family"].as_str().map(|family| family.trim_end_matches("()")) {
        Some("quasibinomial" | "binomial" | "logit" | "logistic") => Family::Logistic,
        Some("quasipoisson" | "poisson") => Family::Poisson,
        None | Some("gaussian" | "linear") => Family::Linear,
        Some(other) => return unsupported(format!("{other} models")),
    })
}

/// A text that a case has to have.
fn text<'v>(value: &'v Value, what: &str) -> Result<&'v str, Trouble> {
    value.as_str().map_or_else(|| unsupported(format!("no {what}")), Ok)
}

/// Fits the model of a case.
fn fit<'s>(designs: &Designs<'_>, survey: &'s Survey, case: &Value) -> Result<Model<'s>, Trouble> {
    let args = &case["args"];
    let mut formula = text(&args["formula"], "formula")?.to_owned();
    if let Some(other) = formula.strip_prefix("same as ") {
        let end = format!("/{other}");
        let case = designs.cases().find(|case| case["id"].as_str().is_some_and(|id| id.ends_with(&end)));
        formula =
            text(&case.unwrap_or(&Value::Null)["args"]["formula"], "formula of the other model")?.to_owned();
    }
    // R stops early unless it is told not to
    let call = case["r"].as_str().unwrap_or_default();
    let early = call.contains("svyglm(") && !call.contains("control") && call.contains("family");
    let convergence = if early { Convergence::Deviance(1e-8) } else { Convergence::Full };
    let formula = match Formula::read(&formula) {
        Ok(formula) => formula,
        Err(error) => return unsupported(error.to_string()),
    };
    Ok(ask(designs.expected, survey, case)?.model_until(&formula, family(args)?, convergence)?)
}

pub(super) fn glm(designs: &Designs<'_>, survey: &Survey, case: &Value) -> Result<Value, Trouble> {
    let model = fit(designs, survey, case)?;
    let coefficients: Vec<Value> = model
        .coefficients
        .iter()
        .map(|c| {
            json!({ "estimate": c.value, "se": c.se, "t": c.t, "p": c.p_value, "ci": [c.interval.low, c.interval.high] })
        })
        .collect();
    let p = model.covariance.rows();
    let covariance: Vec<Value> = (0..p).map(|i| json!(model.covariance.row(i))).collect();
    Ok(json!({ "results": {
        "coefficients": coefficients,
        "df_residual": model.df,
        "vcov": covariance,
        "n": model.n,
        "dispersion": model.dispersion,
        "deviance": model.deviance,
        "null_deviance": model.null_deviance,
    } }))
}

/// The model that another case names.
fn named<'s>(designs: &Designs<'_>, survey: &'s Survey, case: &Value) -> Result<Model<'s>, Trouble> {
    let name = text(&case["args"]["model"], "model")?;
    let found = designs.cases().find(|other| {
        other["op"] == "glm"
            && other["design"] == case["design"]
            && other["id"].as_str().is_some_and(|id| id.ends_with(&format!("/{name}")))
    });
    match found {
        Some(model) => fit(designs, survey, model),
        None => unsupported(format!("there is no model {name}")),
    }
}

pub(super) fn term_test(designs: &Designs<'_>, survey: &Survey, case: &Value) -> Result<Value, Trouble> {
    let model = named(designs, survey, case)?;
    let term = text(&case["args"]["term"], "term")?;
    if case["args"]["method"] == "LRT" {
        let test = model.likelihood_ratio(term)?;
        return Ok(json!({ "results": {
            "chisq": test.statistic,
            "df": test.df,
            "ddf": test.denominator_df,
            "p": test.p_value,
            "lambda": test.design_effects,
        } }));
    }
    let test = model.test(term)?;
    Ok(json!({ "results": { "F": test.f, "df": test.df, "ddf": test.denominator_df, "p": test.p_value } }))
}

pub(super) fn predict(designs: &Designs<'_>, survey: &Survey, case: &Value) -> Result<Value, Trouble> {
    let model = named(designs, survey, case)?;
    let people = match case["args"]["newdata"].as_array() {
        Some(people) if people.iter().all(Value::is_object) && !people.is_empty() => people,
        _ => return unsupported("predictions of nobody"),
    };
    let mut frame = Frame::new();
    for name in people[0].as_object().into_iter().flat_map(|person| person.keys()) {
        let column = if people[0][name].is_number() {
            Column::numbers(people.iter().map(|person| person[name].as_f64()))
        } else {
            Column::categories(people.iter().map(|person| person[name].as_str()))
        };
        frame.push(name, column)?;
    }
    let scale = if case["args"]["scale"] == "link" { Scale::Link } else { Scale::Response };
    let rows: Vec<Value> = model
        .predict(&frame, scale)?
        .iter()
        .map(|prediction| json!({ "estimate": prediction.value, "se": prediction.se }))
        .collect();
    Ok(json!({ "results": rows }))
}

pub(super) fn margins(ask: &Ask<'_>, args: &Value) -> Result<Value, Trouble> {
    let formula = Formula::read(text(&args["formula"], "formula")?)?;
    let group = text(&args["group"], "group")?;
    let means = ask.marginal_means(
        &formula,
        match &args["family"] {
            Value::Null => Family::Logistic,
            _ => family(args)?,
        },
        group,
    )?;
    let rows: Vec<Value> = means
        .means
        .iter()
        .map(|mean| {
            let reach = 1.959_963_984_540_054 * mean.se;
            json!({
                "estimate": mean.value,
                "se": mean.se,
                "cv": mean.se / mean.value,
                "df": mean.df,
                "ci_normal": [mean.value - reach, mean.value + reach],
                "ci_t": [mean.interval.low, mean.interval.high],
            })
        })
        .collect();
    Ok(json!({ "results": rows }))
}

pub(super) fn chisq(ask: &Ask<'_>, args: &Value) -> Result<Value, Trouble> {
    let test = match args["statistic"].as_str() {
        Some("Chisq") => AssociationTest::FirstOrder,
        Some("saddlepoint") => AssociationTest::Saddlepoint,
        Some("Wald") => AssociationTest::Wald,
        Some("adjWald") => AssociationTest::AdjustedWald,
        None | Some("F") => AssociationTest::RaoScott,
        Some(other) => return unsupported(format!("the statistic {other}")),
    };
    let (rows, columns) = (text(&args["rows"], "rows")?, text(&args["cols"], "columns")?);
    let found = ask.association(rows, columns, test)?;
    Ok(json!({ "results": {
        "statistic": found.statistic,
        "parameter": { "df": found.df, "ndf": found.df, "ddf": found.denominator_df },
        "p_value": found.p_value,
    } }))
}

fn sides(args: &Value) -> Result<(String, String), Trouble> {
    let Some((left, right)) = text(&args["formula"], "formula")?.split_once('~') else {
        return unsupported("a formula with one side");
    };
    let right = right.trim();
    let right = ["C(", "factor("]
        .iter()
        .find_map(|open| right.strip_prefix(open)?.strip_suffix(')'))
        .unwrap_or(right);
    Ok((left.trim().to_owned(), right.to_owned()))
}

pub(super) fn ttest(ask: &Ask<'_>, args: &Value) -> Result<Value, Trouble> {
    let (variable, group) = sides(args)?;
    let test = ask.mean_difference(&variable, &group)?;
    Ok(json!({ "results": {
        "statistic": test.t,
        "parameter": { "df": test.df },
        "p_value": test.p_value,
        "estimate": test.difference,
        "conf_int": [test.interval.low, test.interval.high],
    } }))
}

pub(super) fn ranktest(ask: &Ask<'_>, args: &Value) -> Result<Value, Trouble> {
    let (variable, group) = sides(args)?;
    let score = match args["test"].as_str() {
        Some("vanderWaerden") => RankScore::Normal,
        Some("median") => RankScore::Median,
        None | Some("wilcoxon" | "KruskalWallis") => RankScore::Rank,
        Some(other) => return unsupported(format!("the test {other}")),
    };
    let test = ask.rank_test(&variable, &group, score)?;
    if test.differences.len() > 1 {
        return Ok(json!({ "results": {
            "chisq": test.statistic, "df": test.numerator_df, "p_value": test.p_value,
        } }));
    }
    Ok(json!({ "results": {
        "statistic": test.statistic,
        "parameter": { "df": test.df },
        "p_value": test.p_value,
        "estimate": test.differences[0],
    } }))
}

/// Areas with enough answers; what is known of an area is known of everybody in it, also outside of the domain.
pub(super) fn small_areas(ask: &Ask<'_>, survey: &Survey, case: &Value) -> Result<Value, Trouble> {
    let args = &case["args"];
    if !matches!(args["method"].as_str(), None | Some("REML")) {
        return unsupported(format!("small areas by {}", args["method"]));
    }
    // the key of the areas that is none of the numbers is what they are named by
    const NUMBERS: [&str; 8] = ["direct", "direct_var", "x", "gamma", "eblup", "mse", "n", "df"];
    let first = case["results"]["areas"][0].as_object();
    let from_results = first.and_then(|area| area.keys().find(|key| !NUMBERS.contains(&key.as_str())));
    let by = texts(&args["by"]).into_iter().next().or_else(|| from_results.cloned());
    let by = by.unwrap_or_else(|| "municipality".to_owned());
    let names = texts(&args["vars"]);
    let call = case["r"].as_str().unwrap_or_default();
    let from_call =
        || call.split_once("svyby(~").and_then(|(_, rest)| Some(rest.split_once(',')?.0.to_owned()));
    let Some(variable) = names.first().cloned().or_else(from_call) else {
        return unsupported("small areas of nothing");
    };
    let need = ask.clone().by(&[&by]).mean(&[&variable])?;
    let least = args["min_n"].as_u64().unwrap_or(0);
    let area_of = labels(survey.frame(), &by)?;
    let mut covariates = Vec::new();
    for said in texts(&args["covariates"]).iter().filter(|said| *said != "intercept") {
        let Some(condition) = said.strip_prefix("unweighted share ") else {
            return unsupported(format!("the covariate {said}"));
        };
        covariates.push(Expression::read(condition)?.is_true(survey.frame())?);
    }
    let own = |label: &str| -> Vec<usize> {
        (0..area_of.len()).filter(|&at| area_of[at].as_deref() == Some(label)).collect()
    };
    let mut areas = Vec::new();
    for row in need.rows.iter().filter(|row| row.n as u64 >= least) {
        let rows = own(&row.domain[0]);
        let share = |is: &Vec<bool>| rows.iter().filter(|&&at| is[at]).count() as f64 / rows.len() as f64;
        areas.push(Area {
            name: row.domain[0].clone(),
            direct: row.value,
            variance: row.se * row.se,
            covariates: covariates.iter().map(share).collect(),
        });
    }
    let model = fay_herriot(&areas)?;
    let rows: Vec<Value> = areas
        .iter()
        .zip(&model.areas)
        .map(|(area, estimate)| {
            json!({
                by.as_str(): area.name,
                "direct": area.direct,
                "direct_var": area.variance,
                "x": area.covariates,
                "gamma": estimate.weight_of_direct,
                "eblup": estimate.value,
                "mse": estimate.mse,
            })
        })
        .collect();
    Ok(json!({ "results": { "sigma2_u": model.variance, "beta": model.coefficients, "areas": rows } }))
}
