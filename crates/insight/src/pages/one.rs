//! `/staff/surveys/{survey}`: a survey, its versions and its figures. `…/{version}/file`: what came, and what is wrong with it.

use access::{Action as _, AnalyseSurveys};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use basics::Id;
use page::{May, Problem, Routes, Shell, Visit, html};

use super::{PATH, broken, figure_path, files, language, permit, say, version_path};
use crate::kept::{self, SurveyTag};
use crate::made::tables::thousands;

pub(super) fn routes() -> Routes {
    Routes::new().get("/staff/surveys/{survey}", May::Do(AnalyseSurveys::NAME), get(one)).get(
        "/staff/surveys/{survey}/{version}/file",
        May::Do(AnalyseSurveys::NAME),
        get(files::file),
    )
}

struct Version {
    number: i64,
    path: String,
    file: String,
    rows: String,
    wrong: i64,
    by: String,
    at: String,
}

struct FigureLine {
    path: String,
    title: String,
    is_public: bool,
}

#[derive(Template)]
#[template(path = "insight/one.html")]
struct OnePage {
    shell: Shell,
    source: String,
    name: String,
    versions: Vec<Version>,
    figures: Vec<FigureLine>,
}

async fn one(visit: Visit, Path(survey): Path<String>) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    let permit = permit(&visit, &tx).await?;
    let id: Id<SurveyTag> = survey.parse().map_err(|_| Problem::not_found())?;
    let survey = kept::survey(&tx, &permit, id).await.map_err(broken)?.ok_or_else(Problem::not_found)?;
    let imports = kept::imports_of(&tx, &permit, id).await.map_err(broken)?;
    let (words, language) = (visit.staff_words(), language(&visit));
    let mut figures = Vec::new();
    for figure in kept::figures_of(&tx, &permit, id).await.map_err(broken)? {
        let publications = kept::publications_of(&tx, &permit, figure.id).await.map_err(broken)?;
        figures.push(FigureLine {
            path: figure_path(figure.id),
            title: say(&figure.title(), language),
            is_public: publications.iter().any(|one| one.withdrawn_at.is_none()),
        });
    }
    let source = match imports.first() {
        Some(import) => say(&import.offers().map_err(broken)?.source, language),
        None => String::new(),
    };
    let versions = imports.iter().map(|import| Version {
        number: import.version,
        path: version_path(&survey, import.version),
        file: import.file_name.clone(),
        rows: thousands(usize::try_from(import.row_count).unwrap_or(0), language),
        wrong: import.wrong_count,
        by: import.imported_by.clone(),
        at: words.short_date(import.imported_at.to_zoned(visit.realm.zone().clone()).date()),
    });
    let shell = visit.staff_shell(say(&survey.title(), language)).crumb(words.t("insight-title"), PATH);
    Ok(html(&OnePage { shell, source, name: survey.name.clone(), versions: versions.collect(), figures }))
}
