//! What many people, or many organisations, are called: for lists, in one statement each.

use std::collections::HashMap;

use basics::Id;
use realm::PersonTag;
use store::rows::{AT_ONCE, places};
use store::{DbError, Param as _, Tx, row};

use crate::OrganisationTag;

row! {
    struct PersonName {
        id: Id<PersonTag>,
        name: String,
    }
}

row! {
    struct OrganisationName {
        id: Id<OrganisationTag>,
        name: String,
    }
}

/// What these people are called. Whoever is not known has no name in it.
///
/// # Errors
/// When the database does not answer.
pub async fn names_of_persons(
    tx: &Tx,
    ids: &[Id<PersonTag>],
) -> Result<HashMap<Id<PersonTag>, String>, DbError> {
    let mut names = HashMap::with_capacity(ids.len());
    for some in ids.chunks(AT_ONCE) {
        let sql = format!("select id, name from people_person where id in ({})", places(some.len()));
        let found: Vec<PersonName> = tx.all(&sql, some.iter().map(|id| id.value()).collect()).await?;
        names.extend(found.into_iter().map(|one| (one.id, one.name)));
    }
    Ok(names)
}

/// What these organisations are called. Whichever is not known has no name in it.
///
/// # Errors
/// When the database does not answer.
pub async fn names_of_organisations(
    tx: &Tx,
    ids: &[Id<OrganisationTag>],
) -> Result<HashMap<Id<OrganisationTag>, String>, DbError> {
    let mut names = HashMap::with_capacity(ids.len());
    for some in ids.chunks(AT_ONCE) {
        let sql = format!("select id, name from people_organisation where id in ({})", places(some.len()));
        let found: Vec<OrganisationName> = tx.all(&sql, some.iter().map(|id| id.value()).collect()).await?;
        names.extend(found.into_iter().map(|one| (one.id, one.name)));
    }
    Ok(names)
}
