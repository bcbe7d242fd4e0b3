//! The operations of the fixture sets, each in the words of this crate.

use estimates::{Ask, Error, Estimates, Missing, QuantileRule, Quantiles, ShareInterval, Survey};
use serde_json::{Map, Value, json};

use super::design::{Designs, ask, texts};
use super::{models, weights};

/// Runs a case: what came of it, in the shape of the expectation.
pub(crate) fn run(designs: &mut Designs<'_>, case: &Value) -> Result<Value, String> {
    let args = &case["args"];
    let survey = designs.survey(case)?;
    match case["op"].as_str().expect("an op") {
        op @ ("mean" | "share" | "total" | "level_total" | "ratio" | "var") => table(&survey, op, args),
        "quantile" => quantiles(&survey, args),
        "proportion_ci" => share(&survey, args),
        "contrast" => contrast(&survey, args),
        "crosstab" => crosstab(&survey, args),
        "standardised_mean" => {
            let by = texts(&args["over"]);
            let by: Vec<&str> = by.iter().map(String::as_str).collect();
            let asked = ask(&survey, args)?.by(&by);
            let standard = weights::standard(designs, &survey);
            let vars = args["vars"].as_str().expect("a variable");
            let found = asked.standardised_mean(&[vars], &standard).map_err(|e| e.to_string())?;
            Ok(json!({ "results": rows(&found.estimates, 0.95) }))
        }
        "poststratify" | "rake" | "calibrate" | "trim" => {
            Ok(weights::told(&survey, &weights::apply(designs, &survey, case)?))
        }
        "glm" => models::glm(designs, &survey, case),
        "term_test" => models::term_test(designs, &survey, case),
        "predict" => models::predict(designs, &survey, case),
        "predictive_margins" => models::margins(&survey, args),
        "chisq" => models::chisq(&survey, args),
        "ttest" => models::ttest(&survey, args),
        "ranktest" => models::ranktest(&survey, args),
        "fay_herriot" => models::small_areas(&survey, args),
        other => Err(format!("{other} is not done")),
    }
}

fn estimate(ask: &Ask<'_>, op: &str, args: &Value) -> Result<Estimates, Error> {
    let names = texts(&args["vars"]);
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    match op {
        "mean" => ask.mean(&names),
        "share" => ask.shares(&names),
        "total" => ask.total(&names),
        "level_total" => ask.counts(&names),
        "var" => ask.variance(&names),
        _ => ask
            .ratio(&[(args["num"].as_str().expect("a variable"), args["den"].as_str().expect("a variable"))]),
    }
}

fn table(survey: &Survey, op: &str, args: &Value) -> Result<Value, String> {
    let ask = ask(survey, args)?.covariance();
    let level = args["level"].as_f64().unwrap_or(0.95);
    match estimate(&ask, op, args) {
        Ok(found) => {
            let matrix = found.covariance.as_ref().expect("covariances were asked for");
            let covariance: Vec<Value> = (0..matrix.rows()).map(|i| json!(matrix.row(i))).collect();
            Ok(json!({ "results": rows(&found, level), "vcov": covariance }))
        }
        // R gives missing for missing; here it is an error, and the expectation must be that nothing is told
        Err(Error::Missing { .. }) => {
            let mut found = rows(
                &estimate(&ask.missing(Missing::PerVariable), op, args).map_err(|e| e.to_string())?,
                level,
            );
            for row in &mut found {
                for name in ["estimate", "se", "cv"] {
                    row[name] = Value::Null;
                }
                row["ci_normal"] = json!([null, null]);
                row["ci_t"] = json!([null, null]);
            }
            Ok(json!({ "results": found }))
        }
        Err(error) => Err(error.to_string()),
    }
}

fn rows(found: &Estimates, level: f64) -> Vec<Value> {
    found
        .rows
        .iter()
        .map(|row| {
            let by: Map<String, Value> =
                found.by.iter().cloned().zip(row.domain.iter().map(|label| json!(label))).collect();
            let normal = row.normal_interval(level);
            let t = row.t_interval(level, row.df).map_or([None, None], |t| [Some(t.low), Some(t.high)]);
            json!({
                "by": by,
                "estimate": row.value,
                "se": row.se,
                "cv": row.cv(),
                "df": row.df,
                "df_domain": row.df,
                "n_unweighted": row.rows,
                "ci_normal": [normal.low, normal.high],
                "ci_t": t,
                "ci_t_domain": t,
                "ci": t,
                "deff": row.design_effect,
            })
        })
        .collect()
}

fn interval(name: Option<&str>) -> ShareInterval {
    match name {
        Some("logit" | "xlogit") => ShareInterval::Logit,
        Some("asin") => ShareInterval::Arcsine,
        Some("beta") => ShareInterval::Beta,
        Some("wilson") => ShareInterval::Wilson,
        Some("likelihood") => ShareInterval::Likelihood,
        _ => ShareInterval::Mean,
    }
}

fn quantiles(survey: &Survey, args: &Value) -> Result<Value, String> {
    use QuantileRule::{Hf1, Hf2, Hf3, Hf4, Hf5, Hf6, Hf7, Hf8, Hf9, Math, School, ShahVaish};
    let rule = match args["qrule"].as_str().unwrap_or("math") {
        "school" => School,
        "shahvaish" => ShahVaish,
        "hf1" => Hf1,
        "hf2" => Hf2,
        "hf3" => Hf3,
        "hf4" => Hf4,
        "hf5" => Hf5,
        "hf6" => Hf6,
        "hf7" => Hf7,
        "hf8" => Hf8,
        "hf9" => Hf9,
        _ => Math,
    };
    let how = Quantiles { rule, by_replicates: args["interval"] == "quantile" };
    let ask = ask(survey, args)?.share_interval(interval(args["interval"].as_str()));
    let p: Vec<f64> = match &args["p"] {
        Value::Array(list) => list.iter().filter_map(Value::as_f64).collect(),
        one => vec![one.as_f64().expect("a p")],
    };
    let names = texts(&args["vars"]);
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let by = texts(&args["by"]);
    let found = ask.quantiles(&names, &p, how).map_err(|e| e.to_string())?;
    let rows: Vec<Value> = found
        .iter()
        .map(|q| {
            let by: Map<String, Value> =
                by.iter().cloned().zip(q.domain.iter().map(|label| json!(label))).collect();
            json!({ "by": by, "p": q.p, "estimate": q.value, "ci": [q.low, q.high], "se": q.se, "df": q.df })
        })
        .collect();
    Ok(json!({ "results": rows }))
}

fn share(survey: &Survey, args: &Value) -> Result<Value, String> {
    let condition = args["indicator"].as_str().expect("an indicator");
    let found =
        ask(survey, args)?.share(condition, interval(args["method"].as_str())).map_err(|e| e.to_string())?;
    let rows: Vec<Value> = found
        .iter()
        .map(|share| {
            let ends = share.interval.as_ref().map_or([None, None], |ends| [Some(ends.low), Some(ends.high)]);
            json!({ "estimate": share.value, "se": share.se, "ci": ends, "df": share.df, "n": share.n })
        })
        .collect();
    Ok(json!({ "results": rows }))
}

fn contrast(survey: &Survey, args: &Value) -> Result<Value, String> {
    let found = estimate(&ask(survey, args)?.covariance(), "mean", args).map_err(|e| e.to_string())?;
    let number = |value: &Value| value.as_f64().expect("a number");
    let contrast = if let Some(expression) = args["expr"].as_str() {
        found.contrast_of(expression)
    } else if let Some(parts) = args["contrast"].as_object() {
        let parts: Vec<(&str, f64)> =
            parts.iter().map(|(name, factor)| (name.as_str(), number(factor))).collect();
        found.contrast(&parts)
    } else {
        let factors: Vec<f64> = args["weights"].as_array().expect("factors").iter().map(number).collect();
        let names = texts(&args["vars"]);
        let parts: Vec<(&str, f64)> = names.iter().map(String::as_str).zip(factors).collect();
        found.contrast(&parts)
    };
    let contrast = contrast.map_err(|e| e.to_string())?;
    Ok(json!({ "results": [{ "estimate": contrast.value, "se": contrast.se }] }))
}

fn crosstab(survey: &Survey, args: &Value) -> Result<Value, String> {
    let (row, column) = (args["rows"].as_str().expect("rows"), args["cols"].as_str().expect("columns"));
    let table = ask(survey, args)?.cross_table(row, column).map_err(|e| e.to_string())?;
    let cells: Vec<Value> = table
        .cells
        .iter()
        .map(|cell| json!({ row: cell.row, column: cell.column, "estimate": cell.count }))
        .collect();
    Ok(json!({ "results": cells }))
}
