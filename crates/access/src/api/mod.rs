//! How other systems ask who may do what, in the shape of the Authorization API 1.0 of OpenID AuthZEN; and how people ask what they
//! themselves may. `docs/access.md` says how.
//!
//! - An [`Evaluation`] is read from JSON, and every [`Fault`] names its field; [`answer()`] answers it by the one decision of this room.
//! - [`who_can`] and [`what_can`] are the lists.
//! - An answer is not a permit: nothing is recorded and nothing noted as used. Whoever then does something here is asked again.

mod answer;
mod ask;
mod caller;
mod description;
mod lists;
mod overview;
mod question;
mod search;

use axum::Json;
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use page::{May, Routes, Visit};
use serde_json::json;

pub use answer::{Answer, Granted, Known, Opened, Why, Wrong, answer, granted};
pub use description::AccessApi;
pub use lists::{Whose, in_service, roles_everywhere, what_can, who_can};
pub use question::{Evaluation, Fault, Resource, ResourceKind};

/// Where one question is asked.
pub const EVALUATION: &str = "/api/access/v1/evaluation";
const EVALUATIONS: &str = "/api/access/v1/evaluations";
const SUBJECTS: &str = "/api/access/v1/search/subject";
const RESOURCES: &str = "/api/access/v1/search/resource";
const ACTIONS: &str = "/api/access/v1/search/action";

/// The routes.
pub(crate) fn routes() -> Routes {
    let may = May::SystemOrSignedIn;
    Routes::new()
        .post(EVALUATION, may, post(ask::evaluation))
        .post(EVALUATIONS, may, post(ask::evaluations))
        .post(SUBJECTS, may, post(search::subjects))
        .post(RESOURCES, may, post(search::resources))
        .post(ACTIONS, may, post(search::actions))
        .get("/api/access/v1/who-can", may, get(overview::who))
        .get("/api/access/v1/what-can-i", may, get(overview::what))
        .get("/.well-known/authzen-configuration", May::Anyone, get(configuration))
}

/// What this installation offers, as AuthZEN's metadata of a policy decision point.
async fn configuration(visit: Visit) -> Response {
    let at = |path: &str| format!("{}{}", visit.site.public_url, visit.href(path));
    let metadata = json!({
        "policy_decision_point": at(""),
        "access_evaluation_endpoint": at(EVALUATION),
        "access_evaluations_endpoint": at(EVALUATIONS),
        "search_subject_endpoint": at(SUBJECTS),
        "search_resource_endpoint": at(RESOURCES),
        "search_action_endpoint": at(ACTIONS),
    });
    Json(metadata).into_response()
}
