//! `/selvbetjening`: what there is to apply for, what one has begun, and the pages of every form.

mod intro;
mod last;
mod overview;
mod seen;
mod step;

use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{get, post};
use page::{May, Problem, Routes, Visit};

pub(crate) use overview::{Line, lines};
pub(crate) use seen::name_of;

use crate::applications::ApplicationError;

/// Where a citizen's self-service is.
pub(crate) const PATH: &str = "/selvbetjening";

/// The routes of every form. Nobody is asked to sign in where there is nothing to be found: that is for
/// [`PracticeVisit`](crate::visit::PracticeVisit) to say.
pub(crate) fn routes() -> Routes {
    let may = May::Anyone;
    Routes::new()
        .get(PATH, may, get(overview::page))
        .get("/selvbetjening/{form}", may, get(intro::page))
        .post("/selvbetjening/{form}", may, post(intro::begin))
        .get("/selvbetjening/{form}/{application}", may, get(last::receipt))
        .post("/selvbetjening/{form}/{application}", may, post(last::sign))
        .get("/selvbetjening/{form}/{application}/{step}", may, get(step::page))
        .post("/selvbetjening/{form}/{application}/{step}", may, post(step::save))
        .get("/virk/{form}", may, get(intro::page))
        .post("/virk/{form}", may, post(intro::begin))
        .get("/virk/{form}/{application}", may, get(last::receipt))
        .post("/virk/{form}/{application}", may, post(last::sign))
        .get("/virk/{form}/{application}/{step}", may, get(step::page))
        .post("/virk/{form}/{application}/{step}", may, post(step::save))
}

fn redirect(visit: &Visit, path: &str) -> Response {
    Redirect::to(&visit.href(path)).into_response()
}

impl From<ApplicationError> for Problem {
    fn from(error: ApplicationError) -> Self {
        match error {
            ApplicationError::Db(error) => error.into(),
            ApplicationError::NotThere | ApplicationError::OtherService => {
                Problem::not_found().next("selfservice-title", PATH)
            }
            // Pages lead on before it comes to this.
            ApplicationError::Sent | ApplicationError::Unfinished(_) => Problem::unreadable(),
            error => {
                tracing::error!(%error, "an application cannot be kept");
                Problem::broken()
            }
        }
    }
}
