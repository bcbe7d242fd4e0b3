//! `/tal`: figures that everybody may see, each on a page that is written as a press note. The frame is in the reader's
//! language; the texts of surveys are in Danish and English.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use page::{May, Problem, Routes, Shell, Visit, html};

use super::ask::given;
use super::view::View;
use super::{broken, say};
use crate::kept;
use crate::made::Format;
use crate::{Language, Words};

pub(super) fn routes() -> Routes {
    Routes::new().get("/tal", May::Anyone, get(list)).get("/tal/{figure}", May::Anyone, get(figure)).get(
        "/tal/{figure}/{format}",
        May::Anyone,
        get(file),
    )
}

/// Danish for those who read it, English for everybody else.
fn language(visit: &Visit) -> Language {
    match visit.words.language() {
        basics::Language::Da => Language::Danish,
        _ => Language::English,
    }
}

fn code(language: Language) -> &'static str {
    match language {
        Language::Danish => "da",
        Language::English => "en",
    }
}

#[derive(Template)]
#[template(path = "insight/public_list.html")]
struct ListPage {
    shell: Shell,
    lang: &'static str,
    lines: Vec<(String, String)>,
}

async fn list(visit: Visit) -> Result<Response, Problem> {
    let figures = kept::published(&visit.realm.read().await?).await.map_err(broken)?;
    let language = language(&visit);
    let lines = figures.iter().map(|one| (format!("/tal/{}", one.name), say(&one.title(), language)));
    let lines = lines.collect();
    Ok(html(&ListPage { shell: visit.shell(visit.words.t("figures-title")), lang: code(language), lines }))
}

#[derive(Template)]
#[template(path = "insight/public.html")]
struct FigurePage {
    shell: Shell,
    title: String,
    text: Vec<String>,
    view: View,
    on: String,
    path: String,
    is_translated: bool,
}

async fn figure(visit: Visit, Path(name): Path<String>) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    let found = kept::published_named(&tx, &name).await.map_err(broken)?.ok_or_else(Problem::not_found)?;
    let language = language(&visit);
    let title = say(&found.figure.title(), language);
    let text = match language {
        Language::Danish => &found.publication.text_da,
        Language::English => &found.publication.text_en,
    };
    let on = found.publication.published_at.to_zoned(visit.realm.zone().clone()).date();
    let shell = visit.shell(title.clone()).crumb(visit.words.t("figures-title"), "/tal");
    Ok(html(&FigurePage {
        shell,
        view: View::of(&found.told, &title, language, 0),
        title,
        text: text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect(),
        on: visit.words.date(on),
        path: format!("/tal/{}", found.figure.name),
        is_translated: !matches!(visit.words.language(), basics::Language::Da | basics::Language::En),
    }))
}

async fn file(visit: Visit, Path((name, format)): Path<(String, String)>) -> Result<Response, Problem> {
    let format = Format::of_ending(&format).ok_or_else(Problem::not_found)?;
    let tx = visit.realm.read().await?;
    let found = kept::published_named(&tx, &name).await.map_err(broken)?.ok_or_else(Problem::not_found)?;
    let text = Words { da: found.publication.text_da, en: found.publication.text_en };
    let above = (found.figure.title(), Some(text));
    given(&visit, &found.told, above, &found.figure.name, format, language(&visit))
}
