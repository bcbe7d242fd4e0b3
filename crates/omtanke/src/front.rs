//! The front page, and the pages about the site itself.

use askama::Template;
use axum::Extension;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::get;
use help::{Kind, Topic};
use page::{May, Routes, Shell, Visit};
use realm::RealmKind;

use crate::app::Practice;

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/", May::Anyone, get(front))
        .get("/tilgaengelighed", May::Anyone, get(accessibility))
        .get("/om", May::Anyone, get(about))
}

struct Choice {
    href: String,
    icon: &'static str,
    key: &'static str,
}

#[derive(Template)]
#[template(path = "front.html")]
struct FrontPage {
    shell: Shell,
    choices: Vec<Choice>,
    /// Whether people can practise, and are not doing so now.
    can_practise: bool,
}

async fn front(visit: Visit, practice: Option<Extension<Practice>>) -> Response {
    let is_outside = visit.realm.kind != RealmKind::Sandbox;
    if is_outside && practice.as_ref().is_some_and(|practice| practice.alone) {
        return Redirect::to(&visit.href("/oev")).into_response();
    }
    let find = |query: String| visit.href(&format!("/find-hjaelp{query}"));
    let about = |topic: Topic| find(format!("?topic={}", topic.code()));
    let mut choices = vec![
        Choice { href: find(String::new()), icon: "location_on", key: "choice-near" },
        Choice { href: format!("{}#lines", find(String::new())), icon: "call", key: "choice-call" },
        Choice { href: about(Topic::MitId), icon: "key", key: "choice-mitid" },
        Choice { href: about(Topic::DigitalPost), icon: "mail", key: "choice-digital-post" },
        Choice {
            href: find(format!("?kind={}", Kind::HomeVisit.code())),
            icon: "home",
            key: "choice-home-visit",
        },
        Choice { href: about(Topic::Business), icon: "storefront", key: "choice-business" },
    ];
    if !is_outside {
        let within = |path: &str| visit.href(path);
        choices.push(Choice { href: within("/selvbetjening"), icon: "edit", key: "choice-selfservice" });
        choices.push(Choice { href: within("/virk"), icon: "business", key: "choice-virk" });
    }
    let can_practise = is_outside && practice.is_some();
    page::html(&FrontPage { shell: visit.shell(visit.words.t("front-title")), choices, can_practise })
}

#[derive(Template)]
#[template(path = "text.html")]
struct TextPage {
    shell: Shell,
    sections: Vec<(String, Vec<String>)>,
}

/// Pages of plain text: a title and sections, each a heading and some paragraphs, from the words.
fn text_page(visit: &Visit, prefix: &str, sections: &[(&str, usize)]) -> Response {
    let words = visit.words;
    let sections = sections
        .iter()
        .map(|(name, paragraphs)| {
            let heading = words.t(&format!("{prefix}-{name}"));
            let texts = (1..=*paragraphs).map(|n| words.t(&format!("{prefix}-{name}-{n}"))).collect();
            (heading, texts)
        })
        .collect();
    let shell = visit.shell(words.t(&format!("{prefix}-title"))).crumb(words.t("front-page"), "/");
    page::html(&TextPage { shell, sections })
}

async fn accessibility(visit: Visit) -> Response {
    text_page(&visit, "was", &[("status", 2), ("known", 2), ("tell", 2), ("law", 2)])
}

async fn about(visit: Visit) -> Response {
    text_page(&visit, "about", &[("what", 2), ("data", 3), ("cookies", 2), ("facts", 3)])
}
