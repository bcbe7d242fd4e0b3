//! The wall between the simulated MitID and real people.

use axum::extract::FromRequestParts;
use http::request::Parts;
use page::{Problem, Visit};
use realm::RealmKind;

/// Whether a realm of this kind may have a simulated MitID.
pub(crate) fn may_simulate(kind: RealmKind) -> bool {
    match kind {
        RealmKind::Demo | RealmKind::Sandbox => true,
        RealmKind::Live => false,
    }
}

/// A visit to a realm where nobody is real. Every handler here takes its visit through this and not otherwise, so
/// that in a live realm there is nothing to be found.
pub(crate) struct SimulatorRealm(pub(crate) Visit);

impl<S: Sync> FromRequestParts<S> for SimulatorRealm {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let Ok(visit) = Visit::from_request_parts(parts, state).await;
        if may_simulate(visit.realm.kind) { Ok(Self(visit)) } else { Err(Problem::not_found()) }
    }
}
