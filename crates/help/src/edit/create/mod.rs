//! A new help point: what it is called and what kind it is; all the rest follows.

pub(crate) mod web;

use std::collections::BTreeSet;

use access::{CreateHelpPoint, Permit};
use basics::Id;
use people::OrganisationTag;
use realm::{Change, Work};
use store::DbError;

use super::typed;
use crate::denmark::Places;
use crate::model::{HelpPoint, Kind, Status, StepFree};
use crate::sql;

/// As many characters as a name has.
pub(crate) const LONGEST_NAME: usize = 120;

/// What is known of a help point from the beginning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewHelpPoint {
    /// What kind it is.
    pub kind: Kind,
    /// What it is called.
    pub name: String,
}

/// A help point cannot be made so.
#[derive(Debug, thiserror::Error)]
pub enum CreateError {
    /// The organisation already has one by that name, which is what sending a form twice looks like.
    #[error("the organisation already has a help point called {0}")]
    NameTaken(String),
    /// There is no such organisation.
    #[error("there is no organisation {0}")]
    NoOrganisation(Id<OrganisationTag>),
    /// The database does not answer.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Makes a help point in the municipality of its organisation, as nobody has confirmed it.
///
/// # Errors
/// When the organisation is not known, or has a point by that name already.
pub async fn create(
    work: &mut Work<'_>,
    permit: &Permit<CreateHelpPoint>,
    places: &Places,
    new: NewHelpPoint,
) -> Result<HelpPoint, CreateError> {
    let owner = permit.organisation();
    let organisation =
        people::organisation(work.tx(), owner).await?.ok_or(CreateError::NoOrganisation(owner))?;
    let others = sql::points_of(work.tx(), owner).await?;
    let same = |point: &HelpPoint| typed::line(&point.name).to_lowercase() == new.name.to_lowercase();
    if others.iter().any(|point| point.status == Status::Active && same(point)) {
        return Err(CreateError::NameTaken(new.name));
    }
    let municipality = organisation.municipality_code.as_deref().and_then(|code| places.municipality(code));
    let point = HelpPoint {
        id: work.new_id(),
        organisation: owner,
        kind: new.kind,
        name: new.name,
        description: String::new(),
        municipality_code: municipality.map(|municipality| municipality.code.clone()),
        street: None,
        postcode: None,
        position: municipality.map(|municipality| municipality.position),
        precise: false,
        phone: None,
        email: None,
        website: None,
        step_free: StepFree::Unknown,
        national: false,
        status: Status::Active,
        assured: None,
        examples: BTreeSet::new(),
        source: organisation.name.clone(),
        version: 1,
        languages: BTreeSet::from(["da".to_owned()]),
        services: Vec::new(),
        rules: Vec::new(),
        exceptions: Vec::new(),
    };
    sql::put(work.tx(), &point).await?;
    work.record(Change::new("help_point.create", "help_point", &point.id).after(&point));
    Ok(point)
}
