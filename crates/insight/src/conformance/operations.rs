//! The operations of the fixture sets, each in the words of this crate.

use estimates::{Ask, Error, Estimates, Missing, QuantileRule, Quantiles, ShareInterval};
use serde_json::{Map, Value, json};

use super::design::{Designs, ask};
use super::fields::{numbers, texts};
use super::{Trouble, models, unsupported, weights};

/// Arguments that are understood, or that say nothing which the others do not. Any other is not guessed at.
const KNOWN: [&str; 46] = [
    "adjust_domain_lonely",
    "base",
    "bounds",
    "by",
    "calfun",
    "calibration",
    "cols",
    "contrast",
    "covariates",
    "covmat",
    "deff",
    "den",
    "derived",
    "df",
    "expr",
    "family",
    "formula",
    "group",
    "indicator",
    "interval",
    "level",
    "lonely",
    "lonely_psu",
    "lonely.psu",
    "lower",
    "margins",
    "method",
    "min_n",
    "model",
    "na_rm",
    "newdata",
    "num",
    "options",
    "over",
    "p",
    "population",
    "qrule",
    "rows",
    "scale",
    "standard",
    "standardise_by",
    "statistic",
    "strict",
    "term",
    "test",
    "totals",
];
const ALSO_KNOWN: [&str; 5] = ["upper", "vars", "weights", "where", "note"];

/// Runs a case: what came of it, in the shape of the expectation.
pub(super) fn run(designs: &mut Designs<'_>, case: &Value) -> Result<Value, Trouble> {
    let args = &case["args"];
    let mut given = args.as_object().into_iter().flatten();
    if let Some((strange, _)) = given.find(|(name, value)| {
        !value.is_null() && !KNOWN.contains(&name.as_str()) && !ALSO_KNOWN.contains(&name.as_str())
    }) {
        return unsupported(format!("the argument {strange}"));
    }
    let Some(op) = case["op"].as_str() else { return unsupported("it names no operation") };
    let survey = designs.survey(case)?;
    let asked = || ask(designs.expected, &survey, case);
    match op {
        "mean" | "share" | "total" | "level_total" | "ratio" | "var" => table(&asked()?, op, args),
        "quantile" => quantiles(&asked()?, args),
        "proportion_ci" => share(&asked()?, args),
        "contrast" => contrast(&asked()?, case),
        "crosstab" => crosstab(&asked()?, args),
        "standardised_mean" => {
            let over = texts(&args["over"]);
            let by = if over.is_empty() { texts(&args["by"]) } else { over };
            let by: Vec<&str> = by.iter().map(String::as_str).collect();
            let standard = weights::standard(designs, &survey, case)?;
            let names = texts(&args["vars"]);
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let found = asked()?.by(&by).standardised_mean(&names, &standard)?;
            Ok(json!({ "results": rows(&found.estimates, 0.95) }))
        }
        "poststratify" | "rake" | "calibrate" | "trim" => {
            Ok(weights::told(&survey, &weights::apply(designs, &survey, case)?))
        }
        "glm" => models::glm(designs, &survey, case),
        "term_test" => models::term_test(designs, &survey, case),
        "predict" => models::predict(designs, &survey, case),
        "predictive_margins" => models::margins(&asked()?, args),
        "chisq" => models::chisq(&asked()?, args),
        "ttest" => models::ttest(&asked()?, args),
        "ranktest" => models::ranktest(&asked()?, args),
        "fay_herriot" => models::small_areas(&asked()?, &survey, case),
        other => unsupported(format!("the operation {other}")),
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
        _ => {
            let (num, den) = (texts(&args["num"]), texts(&args["den"]));
            let pairs: Vec<(&str, &str)> =
                num.iter().map(String::as_str).zip(den.iter().map(String::as_str)).collect();
            ask.ratio(&pairs)
        }
    }
}

fn table(ask: &Ask<'_>, op: &str, args: &Value) -> Result<Value, Trouble> {
    let ask = ask.clone().covariance();
    let level = args["level"].as_f64().unwrap_or(0.95);
    match estimate(&ask, op, args) {
        Ok(found) => {
            let whole =
                |matrix: &estimates::Matrix| (0..matrix.rows()).map(|i| json!(matrix.row(i))).collect();
            let covariance: Vec<Value> = found.covariance.as_ref().map_or_else(Vec::new, whole);
            Ok(json!({ "results": rows(&found, level), "vcov": covariance }))
        }
        // R gives missing for missing; here it is an error, and the expectation must be that nothing is told
        Err(Error::Missing { .. }) => {
            let mut found = rows(&estimate(&ask.missing(Missing::PerVariable), op, args)?, level);
            for row in &mut found {
                for name in ["estimate", "se", "cv"] {
                    row[name] = Value::Null;
                }
                row["ci_normal"] = json!([null, null]);
                row["ci_t"] = json!([null, null]);
            }
            Ok(json!({ "results": found }))
        }
        Err(error) => Err(error.into()),
    }
}

fn rows(found: &Estimates, level: f64) -> Vec<Value> {
    let told = found
        .rows
        .iter()
        .map(|row| {
            let by: Map<String, Value> =
                found.by.iter().cloned().zip(row.domain.iter().map(|label| json!(label))).collect();
            let normal = row.normal_interval(level);
            let t = row.t_interval(level, row.df).map_or([None, None], |t| [Some(t.low), Some(t.high)]);
            json!({
                "by": by,
                "name": row.name,
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
        .collect::<Vec<Value>>();
    // R lists groups that cannot be estimated, without numbers
    let untold = found.undefined.iter().map(|row| {
        let by: Map<String, Value> =
            found.by.iter().cloned().zip(row.domain.iter().map(|label| json!(label))).collect();
        json!({ "by": by, "name": row.name, "n_unweighted": 0, "ci_normal": [null, null], "ci_t": [null, null], "ci_t_domain": [null, null] })
    });
    told.into_iter().chain(untold).collect()
}

fn interval(name: Option<&str>) -> Result<ShareInterval, Trouble> {
    Ok(match name {
        Some("logit" | "xlogit") => ShareInterval::Logit,
        Some("asin") => ShareInterval::Arcsine,
        Some("beta") => ShareInterval::Beta,
        Some("wilson") => ShareInterval::Wilson,
        Some("likelihood") => ShareInterval::Likelihood,
        None | Some("mean" | "quantile") => ShareInterval::Mean,
        Some(other) => return unsupported(format!("intervals by {other}")),
    })
}

fn quantiles(ask: &Ask<'_>, args: &Value) -> Result<Value, Trouble> {
    use QuantileRule::{Hf2, Hf3, Hf4, Hf5, Hf6, Hf7, Hf8, Hf9, Math, School, ShahVaish};
    let rule = match args["qrule"].as_str().unwrap_or("math") {
        "school" => School,
        "shahvaish" => ShahVaish,
        "hf2" => Hf2,
        "hf3" => Hf3,
        "hf4" => Hf4,
        "hf5" => Hf5,
        "hf6" => Hf6,
        "hf7" => Hf7,
        "hf8" => Hf8,
        "hf9" => Hf9,
        "math" | "hf1" => Math,
        other => return unsupported(format!("the rule {other} of quantiles")),
    };
    let how = Quantiles { rule, by_replicates: args["interval"] == "quantile" };
    let ask = ask.clone().share_interval(interval(args["interval"].as_str())?);
    let p = numbers(&args["p"]);
    let names = texts(&args["vars"]);
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let by = texts(&args["by"]);
    let found = ask.quantiles(&names, &p, how)?;
    let rows: Vec<Value> = found
        .iter()
        .map(|q| {
            let by: Map<String, Value> =
                by.iter().cloned().zip(q.domain.iter().map(|label| json!(label))).collect();
            json!({ "by": by, "name": q.name, "p": q.p, "estimate": q.value, "ci": [q.low, q.high], "se": q.se, "df": q.df })
        })
        .collect();
    Ok(json!({ "results": rows }))
}

fn share(ask: &Ask<'_>, args: &Value) -> Result<Value, Trouble> {
    let Some(condition) = args["indicator"].as_str() else {
        return unsupported("a share without an indicator");
    };
    let found = ask.share(condition, interval(args["method"].as_str())?)?;
    let by = texts(&args["by"]);
    let rows: Vec<Value> = found
        .iter()
        .map(|share| {
            let ends = share.interval.as_ref().map_or([None, None], |ends| [Some(ends.low), Some(ends.high)]);
            let by: Map<String, Value> =
                by.iter().cloned().zip(share.domain.iter().map(|label| json!(label))).collect();
            json!({ "by": by, "estimate": share.value, "se": share.se, "ci": ends, "df": share.df, "n": share.n })
        })
        .collect();
    Ok(json!({ "results": rows }))
}

/// What a contrast is of: means, unless the case or R's call says otherwise.
fn statistic(case: &Value) -> Result<&'static str, Trouble> {
    let call = case["r"].as_str().unwrap_or_default();
    let names = [
        ("svytotal", "total"),
        ("svyratio", "ratio"),
        ("svyvar", "var"),
        ("svyquantile", ""),
        ("svyglm", ""),
    ];
    match case["args"]["statistic"].as_str() {
        Some("mean") => Ok("mean"),
        Some("total") => Ok("total"),
        Some("ratio") => Ok("ratio"),
        Some("share") => Ok("share"),
        Some(other) => unsupported(format!("a contrast of {other}")),
        None => match names.iter().find(|(name, _)| call.contains(name)) {
            Some((name, "")) => unsupported(format!("a contrast of {name}")),
            Some((_, op)) => Ok(op),
            None => Ok("mean"),
        },
    }
}

fn contrast(ask: &Ask<'_>, case: &Value) -> Result<Value, Trouble> {
    let args = &case["args"];
    let found = estimate(&ask.clone().covariance(), statistic(case)?, args)?;
    let contrast = if let Some(expression) = args["expr"].as_str() {
        found.contrast_of(expression)?
    } else if let Some(parts) = args["contrast"].as_object() {
        let parts: Vec<(&str, f64)> =
            parts.iter().filter_map(|(name, factor)| Some((name.as_str(), factor.as_f64()?))).collect();
        found.contrast(&parts)?
    } else {
        let factors = numbers(&args["weights"]);
        let names = found.names();
        if factors.len() != names.len() {
            return unsupported("a contrast without a factor for each estimate");
        }
        let parts: Vec<(&str, f64)> = names.iter().map(String::as_str).zip(factors).collect();
        found.contrast(&parts)?
    };
    Ok(json!({ "results": [{ "estimate": contrast.value, "se": contrast.se, "df": contrast.df }] }))
}

fn crosstab(ask: &Ask<'_>, args: &Value) -> Result<Value, Trouble> {
    let (Some(row), Some(column)) = (args["rows"].as_str(), args["cols"].as_str()) else {
        return unsupported("a table without rows and columns");
    };
    let table = ask.cross_table(row, column)?;
    let cells: Vec<Value> = table
        .cells
        .iter()
        .map(|cell| json!({ row: cell.row, column: cell.column, "estimate": cell.count }))
        .collect();
    Ok(json!({ "results": cells }))
}
