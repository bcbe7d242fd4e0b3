//! An exercise on paper: for whoever would rather have it beside the keyboard, and for a teacher to hand out.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use page::{Problem, Shell};

use super::PATH;
use super::said::{Said, Somebody};
use crate::sandbox::SandboxVisit;
use crate::scenarios::library;

struct SheetTask {
    text: Said,
    hints: Vec<Said>,
    choices: Vec<Said>,
}

/// Where sandboxes are opened.
const OUTSIDE: &str = "/oev";

#[derive(Template)]
#[template(path = "exercises/sheet.html")]
struct SheetPage {
    shell: Shell,
    title: Said,
    about: Said,
    everybody: Vec<Somebody>,
    tasks: Vec<SheetTask>,
    address: String,
}

/// `GET /oevelser/{scenario}/ark`
pub(super) async fn page(
    SandboxVisit { visit, .. }: SandboxVisit,
    Path(slug): Path<String>,
) -> Result<Response, Problem> {
    let scenario = library().get(&slug).ok_or_else(Problem::not_found)?;
    let language = visit.words.language();
    let title = Said::of(&scenario.title, language);
    Ok(page::html(&SheetPage {
        shell: visit.shell(title.text.clone()).back_to(&format!("{PATH}/{slug}")),
        about: Said::of(&scenario.about, language),
        everybody: Somebody::everybody(scenario, visit.words),
        tasks: scenario
            .tasks
            .iter()
            .map(|task| SheetTask {
                text: Said::of(&task.text, language),
                hints: Said::all(&task.hints, language),
                choices: Said::all(task.choices.iter().map(|choice| &choice.text), language),
            })
            .collect(),
        // Where everybody begins: this sandbox will be gone when somebody reads it on paper.
        address: format!("{}{OUTSIDE}", visit.site.public_url),
        title,
    }))
}
