//! A class that practises together: a teacher, a code on the wall, and learners who have pictures for names.
//!
//! Each learner has a sandbox of their own (see `practice::sandbox`), which belongs to a *seat* in the class. The teacher sees how far
//! each has come, never what they type; can let all pause, send them somewhere, move their clocks, and begin for them anew. Nobody has
//! an account. The teacher is whoever has the class's cookie; a learner is whoever has the cookie of a seat.
//!
//! A class is a small file beside the sandboxes, and lies in memory while it runs. [`Classes`] keeps them. [`in_class`] stands around
//! the pages of sandboxes: it asks the class before a page, and tells it afterwards.

mod areas;
mod class;
mod files;
mod guesses;
mod join;
mod news;
mod picture;
mod record;
mod register;
mod secrets;
mod stuck;
mod summary;
mod teacher;
mod trail;
mod visits;
mod within;

use axum::routing::{get, post};
use page::{May, Routes};

pub use register::Classes;
pub use within::in_class;

/// Where a class is opened; everything about one lies beneath.
pub const PATH: &str = "/klasse";

/// The routes of classes. Where nobody can practise, and within a sandbox, none of them is found, but for the last.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .get("/klasse", May::Anyone, get(teacher::open::page))
        .post("/klasse", May::Anyone, post(teacher::open::open))
        .get("/klasse/tilbage", May::Anyone, get(teacher::back::page))
        .post("/klasse/tilbage", May::Anyone, post(teacher::back::come_back))
        .get("/klasse/med", May::Anyone, get(join::page))
        .post("/klasse/med", May::Anyone, post(join::join))
        .get("/klasse/med/{code}", May::Anyone, get(join::page_with_code))
        .get("/klasse/{id}", May::Anyone, get(teacher::overview::page))
        .get("/klasse/{id}/stroem", May::Anyone, get(teacher::stream::stream))
        .get("/klasse/{id}/tavle", May::Anyone, get(teacher::board::page))
        .get("/klasse/{id}/sedler", May::Anyone, get(teacher::slips::page))
        .post("/klasse/{id}/pause", May::Anyone, post(teacher::deeds::pause))
        .post("/klasse/{id}/send", May::Anyone, post(teacher::deeds::send))
        .post("/klasse/{id}/tid", May::Anyone, post(teacher::deeds::move_clocks))
        .post("/klasse/{id}/forfra", May::Anyone, post(teacher::deeds::begin_anew))
        .get("/klasse/{id}/oevelser", May::Anyone, get(teacher::choose::page))
        .post("/klasse/{id}/oevelser", May::Anyone, post(teacher::choose::choose))
        .get("/klasse/{id}/kode", May::Anyone, get(teacher::back::code_page))
        .post("/klasse/{id}/kode", May::Anyone, post(teacher::back::make_code))
        .get("/klasse/{id}/slut", May::Anyone, get(teacher::deeds::end_page))
        .post("/klasse/{id}/slut", May::Anyone, post(teacher::deeds::end))
        .get("/klasse/{id}/resultat", May::Anyone, get(teacher::results::page))
        .get("/klasse/{id}/resultat.csv", May::Anyone, get(teacher::results::csv))
        .get(within::ASK, May::Anyone, get(within::ask))
}
