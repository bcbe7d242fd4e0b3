//! `/staff/surveys/{survey}/{version}/areas`: regions, and municipalities by a model that says that it is one.
//! `…/areas/{which}/export/{format}`: the same numbers as a file.

use access::{Action as _, AnalyseSurveys};
use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use http::StatusCode;
use page::{FieldErrors, May, Problem, Query, Routes, Shell, Visit, html};

use super::ask::{Fields, given};
use super::{PATH, broken, language, permit, refusal, say, survey_path, version_at, version_path};
use crate::analyst::{AreaTold, AreasTold, Choice, Told};
use crate::kept::{self, Import, KeptError};
use crate::made::tables::thousands;
use crate::made::{Format, Terms, drawing};
use crate::{Language, Words};

pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/staff/surveys/{survey}/{version}/areas", May::Do(AnalyseSurveys::NAME), get(areas))
        .get(
            "/staff/surveys/{survey}/{version}/areas/{which}/export/{format}",
            May::Do(AnalyseSurveys::NAME),
            get(export),
        )
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
    command: String,
    command_name: &'static str,
}

#[derive(Template)]
#[template(path = "insight/areas.html")]
struct AreasPage {
    shell: Shell,
    errors: FieldErrors,
    fields: Fields,
    choice: Choice,
    path: String,
    /// Where the files of regions and of municipalities are.
    paths: [String; 2],
    address: String,
    formats: Vec<&'static str>,
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
        match told(&visit, &tx, &permit, import, choice.clone()).await? {
            Ok(told) => shown = Some(show(&told, words, language)),
            Err(error) => {
                let (field, why) = refusal(words, error)?;
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
    let (address, formats) = (choice.address(), Format::ALL.map(Format::ending).to_vec());
    let paths = ["regions", "municipalities"].map(|which| format!("{path}/{which}"));
    let page = AreasPage { shell, errors, fields, choice, path, paths, address, formats, shown };
    Ok((status, html(&page)).into_response())
}

/// What a choice comes to, estimated on a thread of its own.
async fn told(
    visit: &Visit,
    tx: &store::Tx,
    permit: &access::Permit<AnalyseSurveys>,
    import: Import,
    choice: Choice,
) -> Result<Result<AreasTold, KeptError>, Problem> {
    let opened = match kept::open_import(tx, permit, &visit.realm, import).await {
        Ok(opened) => opened,
        Err(error @ KeptError::Survey(_)) => return Ok(Err(error)),
        Err(error) => return Err(broken(error)),
    };
    let told = tokio::task::spawn_blocking(move || opened.tell_areas(&choice));
    told.await.map_err(|_| Problem::broken())
}

async fn export(
    visit: Visit,
    Path((survey, version, which, format)): Path<(String, String, String, String)>,
    Query(choice): Query<Choice>,
) -> Result<Response, Problem> {
    let format = Format::of_ending(&format).ok_or_else(Problem::not_found)?;
    let pick: fn(AreasTold) -> Told = match which.as_str() {
        "regions" => |told| told.of_regions,
        "municipalities" => |told| told.of_municipalities,
        _ => return Err(Problem::not_found()),
    };
    let tx = visit.realm.read().await?;
    let permit = permit(&visit, &tx).await?;
    let (_, import) = version_at(&tx, &permit, &survey, &version).await?;
    let name = format!("{}-{which}", choice.of);
    let figure = match told(&visit, &tx, &permit, import, choice).await? {
        Ok(told) => pick(told),
        Err(error) => {
            let detail = refusal(visit.staff_words(), error)?.1;
            return Err(Problem { detail, ..Problem::bad_parameter("choice", "") });
        }
    };
    if figure.cells.is_empty() {
        return Err(Problem::not_found());
    }
    given(&visit, &figure, (title(&figure), None), &name, format, language(&visit))
}

/// What is told of which areas.
fn title(figure: &Told) -> Words {
    let areas = figure.groups.as_ref().map(|axis| axis.words.clone()).unwrap_or_default();
    crate::analyst::words_of(&[areas, figure.question.clone()], ": ")
}

fn show(told: &AreasTold, words: &words::Words, language: Language) -> Shown {
    let terms = Terms(language);
    let chart = |figure: &Told, key: &str, id: &str| match figure.cells.as_slice() {
        [] => String::new(),
        _ => drawing(figure, &words.t(key), language, id),
    };
    let known = &told.of_regions;
    let facts = [
        (terms.definition(), &known.definition),
        (terms.base(), &known.base),
        (terms.source(), &known.source),
        (terms.method(), &known.method),
    ];
    let notes = known.notes.iter().map(|note| (terms.note().to_owned(), say(note, language)));
    Shown {
        regions_chart: chart(&told.of_regions, "insight-areas-regions", "regions"),
        municipalities_chart: chart(
            &told.of_municipalities,
            "insight-areas-municipalities",
            "municipalities",
        ),
        regions: told.regions.iter().map(|area| line(area, told, words, language)).collect(),
        municipalities: told.municipalities.iter().map(|area| line(area, told, words, language)).collect(),
        hidden: told.hidden,
        spread: told.spread.map(|spread| terms.points(spread, told.is_share)).unwrap_or_default(),
        facts: facts
            .map(|(name, fact)| (name.to_owned(), say(fact, language)))
            .into_iter()
            .chain(notes)
            .collect(),
        command: known.command.clone(),
        command_name: terms.command(),
    }
}

fn line(area: &AreaTold, told: &AreasTold, words: &words::Words, language: Language) -> Line {
    let (terms, row) = (Terms(language), &area.row);
    let read =
        |value: Option<f64>| value.map(|value| terms.read(value, told.is_share, 1)).unwrap_or_default();
    let range = |[low, high]: [Option<f64>; 2]| match (low, high) {
        (Some(_), Some(_)) => words.t2("insight-range", "low", read(low), "high", read(high)),
        _ => String::new(),
    };
    Line {
        name: say(&area.words, language),
        direct: if row.direct.is_some() { read(row.direct) } else { terms.hidden_short().to_owned() },
        direct_interval: range(row.direct_ci),
        model: read(row.model),
        model_interval: range(row.model_ci),
        own: row.own_share.map(|own| terms.read(own, true, 0)).unwrap_or_default(),
        n: row.n.map(|n| thousands(n, language)).unwrap_or_default(),
    }
}
