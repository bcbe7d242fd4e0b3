//! Organisations: municipalities, libraries, associations, companies.

mod sql;

use basics::{Cvr, Id};
use jiff::Timestamp;
use realm::{Change, Work};
use serde::{Deserialize, Serialize};
use store::{DbError, Tx};

/// Marks ids of organisations.
pub enum OrganisationTag {}

/// What kind of organisation it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum OrganisationKind {
    /// A municipality, region or national authority.
    Authority,
    /// A public library.
    Library,
    /// A voluntary association.
    Association,
    /// A company.
    Company,
}

impl OrganisationKind {
    /// Every kind.
    pub const ALL: [OrganisationKind; 4] = [
        OrganisationKind::Authority,
        OrganisationKind::Library,
        OrganisationKind::Association,
        OrganisationKind::Company,
    ];

    /// The word in tables, files and text keys (`organisation-kind-library`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            OrganisationKind::Authority => "authority",
            OrganisationKind::Library => "library",
            OrganisationKind::Association => "association",
            OrganisationKind::Company => "company",
        }
    }

    /// The kind of this word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// What is known of an organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationDetails {
    /// What it is called.
    pub name: String,
    /// What kind it is.
    pub kind: OrganisationKind,
    /// What it does, in a sentence or two; may be empty.
    #[serde(default)]
    pub description: String,
    /// Its number in the business register.
    #[serde(default)]
    pub cvr: Option<Cvr>,
    /// The municipality it belongs to, as four digits: `0630` for Vejle.
    #[serde(default)]
    pub municipality_code: Option<String>,
    /// Its own pages.
    #[serde(default)]
    pub website: Option<String>,
}

impl OrganisationDetails {
    /// An organisation of which only name and kind are known.
    #[must_use]
    pub fn new(name: impl Into<String>, kind: OrganisationKind) -> Self {
        Self {
            name: name.into(),
            kind,
            description: String::new(),
            cvr: None,
            municipality_code: None,
            website: None,
        }
    }
}

/// An organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Organisation {
    /// The id.
    pub id: Id<OrganisationTag>,
    /// What is known of it.
    #[serde(flatten)]
    pub details: OrganisationDetails,
    /// Since when we know it.
    pub created_at: Timestamp,
}

impl std::ops::Deref for Organisation {
    type Target = OrganisationDetails;

    fn deref(&self) -> &OrganisationDetails {
        &self.details
    }
}

/// Makes an organisation.
///
/// # Errors
/// When the database does not answer.
pub async fn create_organisation(
    work: &mut Work<'_>,
    details: OrganisationDetails,
) -> Result<Organisation, DbError> {
    let id = work.new_id();
    insert(work, id, details).await
}

/// Makes the organisation with this id be as described, as an import does. Says whether anything changed.
///
/// # Errors
/// When the database does not answer.
pub async fn put_organisation(
    work: &mut Work<'_>,
    id: Id<OrganisationTag>,
    details: OrganisationDetails,
) -> Result<bool, DbError> {
    let Some(before) = sql::lock(work.tx(), id).await? else {
        insert(work, id, details).await?;
        return Ok(true);
    };
    if before.details == details {
        return Ok(false);
    }
    let after = Organisation { details, ..before.clone() };
    sql::update(work.tx(), &after).await?;
    work.record(Change::new("organisation.edit", "organisation", &id).before(&before).after(&after));
    Ok(true)
}

async fn insert(
    work: &mut Work<'_>,
    id: Id<OrganisationTag>,
    details: OrganisationDetails,
) -> Result<Organisation, DbError> {
    let organisation = Organisation { id, details, created_at: work.now() };
    sql::insert(work.tx(), &organisation).await?;
    work.record(Change::new("organisation.create", "organisation", &id).after(&organisation));
    Ok(organisation)
}

/// Every organisation, by name.
///
/// # Errors
/// When the database does not answer.
pub async fn organisations(tx: &Tx) -> Result<Vec<Organisation>, DbError> {
    sql::all(tx).await
}

/// The organisation.
///
/// # Errors
/// When the database does not answer.
pub async fn organisation(tx: &Tx, id: Id<OrganisationTag>) -> Result<Option<Organisation>, DbError> {
    sql::by_id(tx, id).await
}

/// The organisations that have the numbers, with their numbers.
///
/// # Errors
/// When the database does not answer.
pub async fn organisations_by_cvr(
    tx: &Tx,
    numbers: &[Cvr],
) -> Result<Vec<(Cvr, Id<OrganisationTag>)>, DbError> {
    sql::by_cvr(tx, numbers).await
}

/// Organisations that have a number, in order of their ids: at most `most` after `after`, for going through all of them a
/// portion at a time.
///
/// # Errors
/// When the database does not answer.
pub async fn organisations_with_cvr(
    tx: &Tx,
    after: Option<Id<OrganisationTag>>,
    most: i64,
) -> Result<Vec<Organisation>, DbError> {
    sql::with_cvr(tx, after, most).await
}
