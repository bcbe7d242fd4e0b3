//! Models and tests of the fixture sets.

use estimates::{
    Area, AssociationTest, Column, Convergence, Family, Formula, Frame, Model, RankScore, Scale, Survey,
    fay_herriot,
};
use serde_json::{Value, json};

use super::design::{Designs, ask};

fn said<T>(result: Result<T, estimates::Error>) -> Result<T, String> {
    result.map_err(|e| e.to_string())
}

fn family(args: &Value) -> Family {
    match args["family"].as_str() {
        Some("quasibinomial") => Family::Logistic,
        Some("quasipoisson") => Family::Poisson,
        _ => Family::Linear,
    }
}

/// Fits the model of a case.
fn fit<'s>(designs: &Designs<'_>, survey: &'s Survey, case: &Value) -> Result<Model<'s>, String> {
    let args = &case["args"];
    let mut formula = args["formula"].as_str().expect("a formula").to_owned();
    let mut convergence = Convergence::Full;
    if let Some(other) = formula.strip_prefix("same as ") {
        let end = format!("/{other}");
        let case = designs.cases().find(|case| case["id"].as_str().is_some_and(|id| id.ends_with(&end)));
        formula = case.expect("the other model")["args"]["formula"].as_str().expect("a formula").to_owned();
        convergence = Convergence::Deviance(1e-8);
    }
    let formula = said(Formula::read(&formula))?;
    said(ask(survey, args)?.model_until(&formula, family(args), convergence))
}

pub(crate) fn glm(designs: &Designs<'_>, survey: &Survey, case: &Value) -> Result<Value, String> {
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
fn named<'s>(designs: &Designs<'_>, survey: &'s Survey, case: &Value) -> Result<Model<'s>, String> {
    let name = case["args"]["model"].as_str().expect("a model");
    let found = designs.cases().find(|other| {
        other["op"] == "glm"
            && other["design"] == case["design"]
            && other["id"].as_str().is_some_and(|id| id.ends_with(&format!("/{name}")))
    });
    fit(designs, survey, found.ok_or_else(|| format!("there is no model {name}"))?)
}

pub(crate) fn term_test(designs: &Designs<'_>, survey: &Survey, case: &Value) -> Result<Value, String> {
    let model = named(designs, survey, case)?;
    let term = case["args"]["term"].as_str().expect("a term");
    if case["args"]["method"] == "LRT" {
        let test = said(model.likelihood_ratio(term))?;
        return Ok(json!({ "results": {
            "chisq": test.statistic,
            "df": test.df,
            "ddf": test.denominator_df,
            "p": test.p_value,
            "lambda": test.design_effects,
        } }));
    }
    let test = said(model.test(term))?;
    Ok(json!({ "results": { "F": test.f, "df": test.df, "ddf": test.denominator_df, "p": test.p_value } }))
}

pub(crate) fn predict(designs: &Designs<'_>, survey: &Survey, case: &Value) -> Result<Value, String> {
    let model = named(designs, survey, case)?;
    let people = case["args"]["newdata"].as_array().expect("people");
    let mut frame = Frame::new();
    for name in people[0].as_object().expect("a person").keys() {
        let column = if people[0][name].is_number() {
            Column::numbers(people.iter().map(|person| person[name].as_f64()))
        } else {
            Column::categories(people.iter().map(|person| person[name].as_str()))
        };
        said(frame.push(name, column))?;
    }
    let scale = if case["args"]["scale"] == "link" { Scale::Link } else { Scale::Response };
    let rows: Vec<Value> = said(model.predict(&frame, scale))?
        .iter()
        .map(|prediction| json!({ "estimate": prediction.value, "se": prediction.se }))
        .collect();
    Ok(json!({ "results": rows }))
}

pub(crate) fn margins(survey: &Survey, args: &Value) -> Result<Value, String> {
    let formula = said(Formula::read(args["formula"].as_str().expect("a formula")))?;
    let group = args["group"].as_str().expect("a group");
    let means = said(ask(survey, args)?.marginal_means(&formula, Family::Logistic, group))?;
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

pub(crate) fn chisq(survey: &Survey, args: &Value) -> Result<Value, String> {
    let test = match args["statistic"].as_str() {
        Some("Chisq") => AssociationTest::FirstOrder,
        Some("saddlepoint") => AssociationTest::Saddlepoint,
        Some("Wald") => AssociationTest::Wald,
        Some("adjWald") => AssociationTest::AdjustedWald,
        _ => AssociationTest::RaoScott,
    };
    let (rows, columns) = (args["rows"].as_str().expect("rows"), args["cols"].as_str().expect("columns"));
    let found = said(ask(survey, args)?.association(rows, columns, test))?;
    Ok(json!({ "results": {
        "statistic": found.statistic,
        "parameter": { "df": found.df, "ndf": found.df, "ddf": found.denominator_df },
        "p_value": found.p_value,
    } }))
}

fn sides(args: &Value) -> (String, String) {
    let (left, right) = args["formula"].as_str().expect("a formula").split_once('~').expect("two sides");
    let right = right.trim().trim_start_matches("C(").trim_end_matches(')');
    (left.trim().to_owned(), right.to_owned())
}

pub(crate) fn ttest(survey: &Survey, args: &Value) -> Result<Value, String> {
    let (variable, group) = sides(args);
    let test = said(ask(survey, args)?.mean_difference(&variable, &group))?;
    Ok(json!({ "results": {
        "statistic": test.t,
        "parameter": { "df": test.df },
        "p_value": test.p_value,
        "estimate": test.difference,
        "conf_int": [test.interval.low, test.interval.high],
    } }))
}

pub(crate) fn ranktest(survey: &Survey, args: &Value) -> Result<Value, String> {
    let (variable, group) = sides(args);
    let score = match args["test"].as_str() {
        Some("vanderWaerden") => RankScore::Normal,
        Some("median") => RankScore::Median,
        _ => RankScore::Rank,
    };
    let test = said(ask(survey, args)?.rank_test(&variable, &group, score))?;
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

/// Municipalities with enough users, by age and education of the users.
pub(crate) fn small_areas(survey: &Survey, args: &Value) -> Result<Value, String> {
    let ask = ask(survey, args)?.by(&["municipality"]);
    let need = said(ask.mean(&["needed_help"]))?;
    let least = args["min_n"].as_u64().expect("a number");
    let number = |name: &str| match survey.frame().column(name) {
        Ok(Column::Numbers(values)) => values.clone(),
        _ => panic!("{name} has numbers"),
    };
    let (municipality, age, education) = (number("municipality"), number("age"), number("education"));
    let mut areas = Vec::new();
    for row in need.rows.iter().filter(|row| row.n as u64 >= least) {
        let code: f64 = row.domain[0].parse().expect("a code");
        let own: Vec<usize> = (0..age.len()).filter(|&at| municipality[at] == code).collect();
        let share =
            |is: &dyn Fn(usize) -> bool| own.iter().filter(|&&at| is(at)).count() as f64 / own.len() as f64;
        areas.push(Area {
            name: row.domain[0].clone(),
            direct: row.value,
            variance: row.se * row.se,
            covariates: vec![share(&|at| age[at] >= 65.0), share(&|at| education[at] == 1.0)],
        });
    }
    let model = said(fay_herriot(&areas))?;
    let rows: Vec<Value> = areas
        .iter()
        .zip(&model.areas)
        .map(|(area, estimate)| {
            json!({
                "municipality": area.name,
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
