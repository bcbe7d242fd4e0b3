//! `/staff/figures/{figure}`: a figure with its name, what it came to with each import, and whether everybody may see it.

use access::{Action as _, AnalyseSurveys, allow};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::{get, post};
use basics::Id;
use page::{Form, May, Problem, Query, Routes, Shell, Visit, html};
use serde::Deserialize;

use super::ask::given;
use super::view::View;
use super::{PATH, broken, figure_path, language, permit, redirect, say, survey_path, version_path};
use crate::Words;
use crate::kept::{self, Figure, FigureTag, SavedResult};
use crate::made::Format;

/// The longest text above the numbers, in letters.
const LONGEST: usize = 2000;

pub(super) fn routes() -> Routes {
    let may = May::Do(AnalyseSurveys::NAME);
    Routes::new()
        .get("/staff/figures/{figure}", may, get(show))
        .get("/staff/figures/{figure}/export/{format}", may, get(export))
        .post("/staff/figures/{figure}/publication", may, post(publication))
        .post("/staff/figures/{figure}/withdrawal", may, post(withdrawal))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    version: String,
    done: String,
}

/// What a figure came to with a version, in a line.
struct Line {
    version: i64,
    path: String,
    at: String,
    says: String,
    is_public: bool,
}

#[derive(Template)]
#[template(path = "insight/figure.html")]
struct FigurePage {
    shell: Shell,
    done: Option<String>,
    path: String,
    public_path: String,
    view: Option<View>,
    failed: String,
    version: i64,
    ask: String,
    query: String,
    lines: Vec<Line>,
    formats: Vec<&'static str>,
    /// The version that everybody sees.
    public: Option<i64>,
    text_da: String,
    text_en: String,
}

async fn found(visit: &Visit, id: &str) -> Result<(Figure, Vec<SavedResult>), Problem> {
    let tx = visit.realm.read().await?;
    let permit = permit(visit, &tx).await?;
    let id: Id<FigureTag> = id.parse().map_err(|_| Problem::not_found())?;
    let figure = kept::figure(&tx, &permit, id).await.map_err(broken)?.ok_or_else(Problem::not_found)?;
    let results = kept::results_of(&tx, &permit, id).await.map_err(broken)?;
    Ok((figure, results))
}

/// The result of the version that was asked for; the latest without.
fn chosen<'r>(results: &'r [SavedResult], version: &str) -> Result<&'r SavedResult, Problem> {
    let by_number =
        || version.parse().ok().and_then(|number: i64| results.iter().find(|one| one.version == number));
    let found = if version.is_empty() { results.first() } else { by_number() };
    found.ok_or_else(Problem::not_found)
}

async fn show(visit: Visit, Path(id): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let (figure, results) = found(&visit, &id).await?;
    let result = chosen(&results, &asked.version)?;
    let (words, language) = (visit.staff_words(), language(&visit));
    let tx = visit.realm.read().await?;
    let permit = permit(&visit, &tx).await?;
    let survey =
        kept::survey(&tx, &permit, figure.survey).await.map_err(broken)?.ok_or_else(Problem::not_found)?;
    let publications = kept::publications_of(&tx, &permit, figure.id).await.map_err(broken)?;
    let current = publications.iter().find(|one| one.withdrawn_at.is_none());
    let public = current
        .and_then(|one| results.iter().find(|result| result.import == one.import))
        .map(|one| one.version);
    let path = figure_path(figure.id);
    let title = say(&figure.title(), language);
    let lines = results.iter().map(|one| Line {
        version: one.version,
        path: format!("{path}?version={}", one.version),
        at: words.short_date(one.at.to_zoned(visit.realm.zone().clone()).date()),
        says: match &one.told {
            Ok(told) => summary(told, language),
            Err(why) => why.said(words),
        },
        is_public: public == Some(one.version),
    });
    let (view, failed) = match &result.told {
        Ok(told) => (Some(View::of(told, &title, language, 1)), String::new()),
        Err(why) => (None, why.said(words)),
    };
    let done = ["published", "withdrawn"].contains(&asked.done.as_str());
    let shell = visit
        .staff_shell(title)
        .crumb(words.t("insight-title"), PATH)
        .crumb(say(&survey.title(), language), &survey_path(&survey));
    Ok(html(&FigurePage {
        shell,
        done: done.then(|| words.t(&format!("insight-figure-{}", asked.done))),
        public_path: format!("/tal/{}", figure.name),
        view,
        failed,
        version: result.version,
        query: format!("version={}", result.version),
        ask: format!("{}?{}", version_path(&survey, result.version), figure.choice),
        lines: lines.collect(),
        formats: Format::ALL.map(Format::ending).to_vec(),
        public,
        text_da: current.map(|one| one.text_da.clone()).unwrap_or_default(),
        text_en: current.map(|one| one.text_en.clone()).unwrap_or_default(),
        path,
    }))
}

/// A result in a line: the sentence about the change, or the first number.
fn summary(told: &crate::analyst::Told, language: crate::Language) -> String {
    if let Some(change) = told.changes.first() {
        return say(&change.sentence, language);
    }
    let terms = crate::made::Terms(language);
    let first = told.cells.iter().find_map(|cell| Some((cell, cell.estimate?)));
    first.map_or_else(String::new, |(cell, estimate)| {
        let labels: Vec<String> = told.label(cell).iter().map(|label| say(label, language)).collect();
        format!("{} {}", labels.join(", "), terms.read(estimate, told.is_share, 1)).trim().to_owned()
    })
}

async fn export(
    visit: Visit,
    Path((id, format)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let format = Format::of_ending(&format).ok_or_else(Problem::not_found)?;
    let (figure, results) = found(&visit, &id).await?;
    let told = chosen(&results, &asked.version)?.told.as_ref().map_err(|_| Problem::not_found())?;
    given(&visit, told, (figure.title(), None), &figure.name, format, language(&visit))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct PublicForm {
    version: String,
    text_da: String,
    text_en: String,
}

async fn publication(
    visit: Visit,
    Path(id): Path<String>,
    Form(form): Form<PublicForm>,
) -> Result<Response, Problem> {
    let (figure, results) = found(&visit, &id).await?;
    let import = chosen(&results, &form.version)?.import;
    let line = |text: &str| text.trim().chars().take(LONGEST).collect::<String>();
    let text = Words { da: line(&form.text_da), en: line(&form.text_en) };
    let (mut work, permit) = allow::<AnalyseSurveys>(visit.realm.work(visit.actor()).await?, ()).await?;
    if !kept::publish(&mut work, &permit, &figure, import, &text).await.map_err(broken)? {
        return Err(Problem::not_found());
    }
    work.commit().await?;
    Ok(redirect(&visit, &format!("{}?done=published", figure_path(figure.id))))
}

async fn withdrawal(visit: Visit, Path(id): Path<String>) -> Result<Response, Problem> {
    let (figure, _) = found(&visit, &id).await?;
    let (mut work, permit) = allow::<AnalyseSurveys>(visit.realm.work(visit.actor()).await?, ()).await?;
    kept::withdraw(&mut work, &permit, &figure).await.map_err(broken)?;
    work.commit().await?;
    Ok(redirect(&visit, &format!("{}?done=withdrawn", figure_path(figure.id))))
}
