//! `/staff/surveys/{survey}/{version}/areas`: regions, and municipalities by a model that says that it is one.

use access::{Action as _, AnalyseSurveys};
use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use http::StatusCode;
use page::{FieldErrors, May, Problem, Query, Routes, Shell, Visit, html};

use super::ask::Fields;
use super::view::thousands;
use super::{PATH, broken, language, permit, refusal, say, survey_path, version_at, version_path};
use crate::analyst::{AreaTold, AreasTold, Choice, tell_areas};
use crate::made::{AreaBars, Terms, area_bars};
use crate::{Language, kept};

pub(super) fn routes() -> Routes {
    Routes::new().get("/staff/surveys/{survey}/{version}/areas", May::Do(AnalyseSurveys::NAME), get(areas))
}

struct Line {
    name: String,
    direct: String,
    direct_interval: String,
    model: String,
    model_interval: String,
    own: String,
    n: String,
}

struct Shown {
    regions_chart: String,
    municipalities_chart: String,
    regions: Vec<Line>,
    municipalities: Vec<Line>,
    hidden: usize,
    spread: String,
    facts: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "insight/areas.html")]
struct AreasPage {
    shell: Shell,
    errors: FieldErrors,
    fields: Fields,
    choice: Choice,
    path: String,
    shown: Option<Shown>,
}

async fn areas(
    visit: Visit,
    Path((survey, version)): Path<(String, String)>,
    Query(choice): Query<Choice>,
) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    let permit = permit(&visit, &tx).await?;
    let (survey, import) = version_at(&tx, &permit, &survey, &version).await?;
    let (words, language) = (visit.staff_words(), language(&visit));
    let number = import.version;
    let offered = import.offers().map_err(broken)?;
    if offered.region.is_none() && offered.municipality.is_none() {
        return Err(Problem::not_found());
    }
    let (mut errors, mut shown) = (FieldErrors::default(), None);
    if !choice.of.is_empty() {
        let opened = kept::open_import(&tx, &permit, &visit.realm, import).await.map_err(broken)?;
        let asked = choice.clone();
        let told = tokio::task::spawn_blocking(move || tell_areas(&asked, &opened.offered, opened.source()));
        match told.await.map_err(|_| Problem::broken())? {
            Ok(told) => shown = Some(show(&told, words, language)),
            Err(error) => {
                let (field, why) = refusal(words, error.into())?;
                errors.add(field, why);
            }
        }
    }
    let shell = visit
        .staff_shell(words.t("insight-areas-title"))
        .crumb(words.t("insight-title"), PATH)
        .crumb(say(&survey.title(), language), &survey_path(&survey))
        .crumb(words.t1("insight-ask-title", "number", number), &version_path(&survey, number))
        .with_errors(!errors.is_empty());
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let path = format!("{}/areas", version_path(&survey, number));
    let fields = Fields::of(words, &offered, language);
    Ok((status, html(&AreasPage { shell, errors, fields, choice, path, shown })).into_response())
}

fn show(told: &AreasTold, words: &words::Words, language: Language) -> Shown {
    let terms = Terms(language);
    let bars = |areas: &[AreaTold], which, key: &str, id: &str| match areas {
        [] => String::new(),
        areas => area_bars(areas, which, told.is_share, &words.t(key), language, id),
    };
    let facts = [
        (terms.definition(), &told.known.definition),
        (terms.base(), &told.known.base),
        (terms.method(), &told.known.method),
    ];
    Shown {
        regions_chart: bars(&told.regions, AreaBars::Direct, "insight-areas-regions", "regions"),
        municipalities_chart: bars(
            &told.municipalities,
            AreaBars::Model,
            "insight-areas-municipalities",
            "municipalities",
        ),
        regions: told.regions.iter().map(|area| line(area, told, words, language)).collect(),
        municipalities: told.municipalities.iter().map(|area| line(area, told, words, language)).collect(),
        hidden: told.hidden,
        spread: told.spread.map(|spread| terms.read(spread, told.is_share, 1)).unwrap_or_default(),
        facts: facts.map(|(name, fact)| (name.to_owned(), say(fact, language))).to_vec(),
    }
}

fn line(area: &AreaTold, told: &AreasTold, words: &words::Words, language: Language) -> Line {
    let terms = Terms(language);
    let read =
        |value: Option<f64>| value.map(|value| terms.read(value, told.is_share, 1)).unwrap_or_default();
    let range = |[low, high]: [Option<f64>; 2]| match (low, high) {
        (Some(_), Some(_)) => words.t2("insight-range", "low", read(low), "high", read(high)),
        _ => String::new(),
    };
    Line {
        name: say(&area.words, language),
        direct: if area.direct.is_some() { read(area.direct) } else { terms.hidden_short().to_owned() },
        direct_interval: range(area.direct_interval),
        model: read(area.model),
        model_interval: range(area.model_interval),
        own: area.own_share.map(|own| terms.read(own, true, 0)).unwrap_or_default(),
        n: area.n.map(|n| thousands(n, language)).unwrap_or_default(),
    }
}
