//! Who comes: only to a sandbox, and only signed in.

use axum::extract::FromRequestParts;
use basics::Id;
use http::request::Parts;
use page::{Problem, Visit};
use realm::{PersonTag, RealmKind};

/// A visit of somebody who is signed in, to a sandbox. Every handler here takes its visit through this and not otherwise: elsewhere
/// there is nothing to be found, and nobody is asked to sign in for it.
pub(crate) struct PracticeVisit {
    /// The visit.
    pub(crate) visit: Visit,
    /// Who.
    pub(crate) person: Id<PersonTag>,
}

impl<S: Sync> FromRequestParts<S> for PracticeVisit {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let Ok(visit) = Visit::from_request_parts(parts, state).await;
        if visit.realm.kind != RealmKind::Sandbox {
            return Err(Problem::not_found());
        }
        match &visit.visitor {
            Some(visitor) => Ok(Self { person: visitor.person, visit }),
            None if visit.unsure => Err(Problem::unavailable()),
            None => {
                let here = visit.uri.path_and_query().map_or("/", |whole| whole.as_str());
                let back = serde_urlencoded::to_string([("next", here)]).unwrap_or_default();
                Err(Problem::sign_in_first().next("sign-in", format!("/log-ind?{back}")))
            }
        }
    }
}
