//! Who asks: a system with its secret, or somebody who is signed in.

use basics::Id;
use http::HeaderMap;
use http::header::AUTHORIZATION;
use page::{Problem, Visit};
use realm::PersonTag;
use store::Tx;

use crate::systems::system_by_secret;

/// Who asks.
pub(super) enum Caller {
    /// A system that was admitted: it asks about everybody.
    System,
    /// Somebody who is signed in: they ask about themself.
    Person(Id<PersonTag>),
}

impl Caller {
    /// Finds out. Whoever shows a secret is that system or nobody, signed in or not.
    pub(super) async fn of(visit: &Visit, headers: &HeaderMap, tx: &Tx) -> Result<Self, Problem> {
        if let Some(shown) = headers.get(AUTHORIZATION) {
            let shown = shown.to_str().unwrap_or_default();
            let secret = shown.split_once(' ').filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"));
            let Some((_, secret)) = secret else { return Err(Problem::sign_in_first()) };
            let system = system_by_secret(tx, secret.trim()).await?.ok_or_else(Problem::sign_in_first)?;
            // Which system, and in the request's span which call: never about whom.
            tracing::info!(system = %system.id, "a system asks who may do what");
            return Ok(Caller::System);
        }
        let visitor = visit.visitor.as_ref().ok_or_else(Problem::sign_in_first)?;
        Ok(Caller::Person(visitor.person))
    }

    /// Lets a person ask only what they themself may.
    pub(super) fn may_ask_about(&self, subject: Id<PersonTag>) -> Result<(), Problem> {
        match self {
            Caller::System => Ok(()),
            Caller::Person(person) if *person == subject => Ok(()),
            Caller::Person(_) => {
                let detail = "subject.id: a person asks about themself alone".to_owned();
                Err(Problem { detail, ..Problem::forbidden() })
            }
        }
    }
}
