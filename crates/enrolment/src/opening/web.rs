//! `/post/velkommen`: what Digital Post is, for whoever has just got it.

use askama::Template;
use axum::response::Response;
use axum::routing::get;
use page::{May, Routes, Shell, Visit, html};

/// The address of the page, as letters have it.
pub(super) const WELCOME: &str = "/post/velkommen";

/// How many steps there are.
const STEPS: usize = 5;

pub(crate) fn routes() -> Routes {
    Routes::new().get(WELCOME, May::Anyone, get(welcome))
}

#[derive(Template)]
#[template(path = "opening/welcome.html")]
struct Welcome {
    shell: Shell,
    /// Heading and text of each step.
    steps: Vec<(String, String)>,
}

async fn welcome(visit: Visit) -> Response {
    let words = visit.words;
    let step = |n| (words.t(&format!("welcome-step-{n}-title")), words.t(&format!("welcome-step-{n}-text")));
    html(&Welcome { shell: visit.shell(words.t("welcome-title")), steps: (1..=STEPS).map(step).collect() })
}
