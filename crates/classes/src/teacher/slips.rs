//! Slips of paper to hand out: how to come in, and a line for the picture. In the language of the page.

use askama::Template;
use axum::response::Response;
use page::{Qr, Query, Shell, html};
use serde::Deserialize;

use crate::join::address;
use crate::record::MOST_SEATS;
use crate::visits::{TeacherVisit, class_path};

/// How many there are on two sheets.
const USUAL: usize = 16;

#[derive(Template)]
#[template(path = "teacher/slips.html")]
struct SlipsPage {
    shell: Shell,
    base: String,
    many: usize,
    code: String,
    place: String,
    qr: Option<Qr>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    antal: Option<usize>,
}

/// `GET /klasse/{id}/sedler`
pub(crate) async fn page(teacher: TeacherVisit, Query(asked): Query<Asked>) -> Response {
    let (visit, code) = (&teacher.visit, teacher.class.read().code.clone());
    let shell = visit.shell(visit.words.t("class-slips-title")).of_class();
    html(&SlipsPage {
        shell: shell.back_to(&class_path(&teacher.class.id)),
        base: teacher.at(""),
        many: asked.antal.unwrap_or(USUAL).clamp(1, MOST_SEATS),
        place: format!("{}/klasse/med", visit.site.public_url),
        qr: Qr::of(&address(&visit.site, &code)),
        code: code.spaced(),
    })
}
