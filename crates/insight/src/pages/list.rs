//! `/staff/surveys`: the surveys that there are.

use access::{Action as _, AnalyseSurveys, ImportSurveys};
use askama::Template;
use axum::response::Response;
use axum::routing::get;
use page::{May, Problem, Routes, Shell, Visit, html};

use super::{PATH, broken, language, permit, say, survey_path};
use crate::kept;
use crate::made::tables::thousands;

pub(super) fn routes() -> Routes {
    Routes::new().get(PATH, May::Do(AnalyseSurveys::NAME), get(list))
}

struct Line {
    path: String,
    title: String,
    versions: usize,
    rows: String,
    latest: String,
    figures: usize,
}

#[derive(Template)]
#[template(path = "insight/list.html")]
struct ListPage {
    shell: Shell,
    lines: Vec<Line>,
    may_import: bool,
}

async fn list(visit: Visit) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    let permit = permit(&visit, &tx).await?;
    let (words, language) = (visit.staff_words(), language(&visit));
    let mut lines = Vec::new();
    for survey in kept::surveys(&tx, &permit).await.map_err(broken)? {
        let imports = kept::imports_of(&tx, &permit, survey.id).await.map_err(broken)?;
        let latest = imports.first();
        let day = |import: &kept::Import| {
            words.short_date(import.imported_at.to_zoned(visit.realm.zone().clone()).date())
        };
        lines.push(Line {
            path: survey_path(&survey),
            title: say(&survey.title(), language),
            versions: imports.len(),
            rows: latest
                .map(|import| thousands(usize::try_from(import.row_count).unwrap_or(0), language))
                .unwrap_or_default(),
            latest: latest.map(day).unwrap_or_default(),
            figures: kept::figures_of(&tx, &permit, survey.id).await.map_err(broken)?.len(),
        });
    }
    let shell = visit.staff_shell(words.t("insight-title"));
    let may_import = shell.may(ImportSurveys::NAME);
    Ok(html(&ListPage { shell, lines, may_import }))
}
