//! A citizen's own mandates: giving, asking, answering, taking back, helping others, and who has looked.
//!
//! Giving has four steps, one thing on each page: to whom, what, how long, and a look at what it opens. Asking has the same
//! four with the roles turned, and ends with a request instead of a yes. What was typed is kept as a draft.

mod deeds;
mod held;
mod how_long;
mod looked;
mod one;
mod overview;
mod paper;
mod preview;
mod refusal;
mod see;
mod what;
mod whom;
mod whose;

use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{get, post};
use page::{May, Routes, Visit};

/// Who can see my post and act for me.
pub(crate) const GIVEN: &str = "/fuldmagt";
/// The people I help.
pub(crate) const HELD: &str = "/jeg-hjaelper";

/// The routes of this part.
pub(crate) fn routes() -> Routes {
    let may = May::SignedIn;
    Routes::new()
        .get(GIVEN, may, get(overview::page))
        .get("/fuldmagt/giv", may, get(whom::give))
        .post("/fuldmagt/giv", may, post(whom::give_to))
        .get("/fuldmagt/bed", may, get(whom::ask))
        .post("/fuldmagt/bed", may, post(whom::ask_of))
        .get("/fuldmagt/hvem-kiggede", may, get(looked::page))
        .get("/fuldmagt/hvem-kiggede.csv", may, get(looked::file))
        .get("/fuldmagt/{id}", may, get(one::page))
        .get("/fuldmagt/{id}/hvad", may, get(what::page))
        .post("/fuldmagt/{id}/hvad", may, post(what::save))
        .get("/fuldmagt/{id}/hvor-laenge", may, get(how_long::page))
        .post("/fuldmagt/{id}/hvor-laenge", may, post(how_long::save))
        .get("/fuldmagt/{id}/se", may, get(see::page))
        .get("/fuldmagt/{id}/papir", may, get(paper::page))
        .post("/fuldmagt/{id}/papir", may, post(paper::put_on_paper))
        .get("/fuldmagt/{id}/ja", may, get(one::back))
        .post("/fuldmagt/{id}/ja", may, post(see::say_yes))
        .get("/fuldmagt/{id}/nej", may, get(one::back))
        .post("/fuldmagt/{id}/nej", may, post(one::say_no))
        .get("/fuldmagt/{id}/send", may, get(one::back))
        .post("/fuldmagt/{id}/send", may, post(see::send))
        .get("/fuldmagt/{id}/tilbage", may, get(one::back))
        .post("/fuldmagt/{id}/tilbage", may, post(one::take_back))
        .get(HELD, may, get(held::page))
        .get("/jeg-hjaelper/{mandate}", may, get(held::back))
        .post("/jeg-hjaelper/{mandate}", may, post(held::enter))
}

fn redirect(visit: &Visit, path: &str) -> Response {
    Redirect::to(&visit.href(path)).into_response()
}
