//! `/staff/surveys/{survey}/{version}/weights`: what the weights are like, and what they cost.

use access::{Action as _, AnalyseSurveys};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use page::{May, Problem, Routes, Shell, Visit, html};

use super::{PATH, broken, language, permit, say, survey_path, version_at, version_path};
use crate::analyst::tell_weights;
use crate::kept;
use crate::made::Terms;
use crate::made::tables::thousands;

pub(super) fn routes() -> Routes {
    Routes::new().get(
        "/staff/surveys/{survey}/{version}/weights",
        May::Do(AnalyseSurveys::NAME),
        get(weights),
    )
}

struct Line {
    year: String,
    n: String,
    zero: String,
    sum: String,
    least: String,
    middle: String,
    most: String,
    effect: String,
    counts_as: String,
}

#[derive(Template)]
#[template(path = "insight/weights.html")]
struct WeightsPage {
    shell: Shell,
    weight: String,
    strata: String,
    lonely: Vec<String>,
    lines: Vec<Line>,
}

async fn weights(visit: Visit, Path((survey, version)): Path<(String, String)>) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    let permit = permit(&visit, &tx).await?;
    let (survey, import) = version_at(&tx, &permit, &survey, &version).await?;
    let (words, language) = (visit.staff_words(), language(&visit));
    let number = import.version;
    let opened = kept::open_import(&tx, &permit, &visit.realm, import).await.map_err(broken)?;
    drop(tx);
    let told = tokio::task::spawn_blocking(move || tell_weights(&opened.offered, opened.source()));
    let told = told.await.map_err(|_| Problem::broken())?.map_err(|error| broken(error.into()))?;
    let terms = Terms(language);
    let lines = told.years.iter().map(|year| Line {
        year: year.year.clone().unwrap_or_else(|| terms.all().to_owned()),
        n: thousands(year.n, language),
        zero: thousands(year.zero, language),
        sum: thousands(year.sum.round() as usize, language),
        least: terms.read(year.spread[0], false, 2),
        middle: terms.read(year.spread[1], false, 2),
        most: terms.read(year.spread[2], false, 2),
        effect: terms.read(year.design_effect, false, 2),
        counts_as: thousands((year.n as f64 / year.design_effect).round() as usize, language),
    });
    let shell = visit
        .staff_shell(words.t("insight-weights-title"))
        .crumb(words.t("insight-title"), PATH)
        .crumb(say(&survey.title(), language), &survey_path(&survey))
        .crumb(words.t1("insight-ask-title", "number", number), &version_path(&survey, number));
    let page = WeightsPage {
        shell,
        weight: told.weight.clone().unwrap_or_default(),
        strata: thousands(told.strata, language),
        lonely: told.lonely.clone(),
        lines: lines.collect(),
    };
    Ok(html(&page))
}
