//! Every component once, in the reader's language and direction: what the gates test first. Demonstration only.

use askama::Template;
use axum::response::Response;
use axum::routing::get;
use page::{FieldErrors, May, Routes, Shell, Visit};

pub(crate) fn routes() -> Routes {
    Routes::new().get("/designsystem", May::Anyone, get(gallery))
}

#[derive(Template)]
#[template(path = "gallery.html")]
struct Gallery {
    shell: Shell,
    errors: FieldErrors,
    options: Vec<(String, String)>,
    chosen: Vec<String>,
    one: String,
    icons: Vec<&'static str>,
}

async fn gallery(visit: Visit) -> Response {
    let words = visit.words;
    let mut errors = FieldErrors::default();
    errors.add("wrong", words.t("ask-wrong-date"));
    let options: Vec<(String, String)> = ["mitid", "digital-post", "borger-dk"]
        .map(|code| (code.to_owned(), words.t(&format!("topic-{code}"))))
        .into();
    page::html(&Gallery {
        shell: visit.shell(words.t("gallery-title")).crumb(words.t("front-page"), "/"),
        errors,
        chosen: vec!["mitid".to_owned()],
        one: "mitid".to_owned(),
        options,
        icons: page::assets::icon_names().collect(),
    })
}
