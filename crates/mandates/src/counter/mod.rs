//! The counter: a trusted employee registers, a second one looks, and a sample is looked at afterwards. Numbers are typed into
//! forms, and stand in no address.

mod find;
mod numbers;
mod one;
mod print;
mod review;
mod steps;
mod terms;
mod waiting;

use access::mandates::MandateError;
use access::{Permit, RegisterMandate, allow_to_see};
use axum::response::{IntoResponse as _, Redirect, Response};
use page::{Problem, Routes, Visit};
use realm::Change;
use store::{DbError, Tx};

pub(crate) use terms::{Choices, TermsForm, refusal};

/// Where it begins.
const PATH: &str = "/staff/mandates";
/// What the keys of the counter's refusals begin with.
const PREFIX: &str = "counter";

/// The routes of this part.
pub(crate) fn routes() -> Routes {
    find::routes()
        .merge(one::routes())
        .merge(steps::routes())
        .merge(waiting::routes())
        .merge(review::routes())
        .merge(print::routes())
}

/// The visitor's leave to stand at the counter.
async fn permit(visit: &Visit, tx: &Tx) -> Result<Permit<RegisterMandate>, Problem> {
    allow_to_see::<RegisterMandate>(&visit.realm, &visit.actor(), tx, ()).await
}

fn redirect(visit: &Visit, path: &str) -> Response {
    Redirect::to(&visit.href(path)).into_response()
}

/// The address of the page about a mandate.
fn path_of(id: impl std::fmt::Display) -> String {
    format!("{PATH}/{id}")
}

/// Keeps in the log what the rules forbid an employee, in a work of its own.
async fn log_refusal(visit: &Visit, change: Change, error: &MandateError) -> Result<(), DbError> {
    if matches!(error, MandateError::Involved | MandateError::SameEmployee | MandateError::OtherPeople) {
        let mut log = visit.realm.work(visit.actor()).await?;
        log.record(change.because(error.to_string()));
        log.commit().await?;
    }
    Ok(())
}
