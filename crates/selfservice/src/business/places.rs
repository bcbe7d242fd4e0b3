//! The companies that somebody has to do with.

use access::mandates::{Thing, held_by, in_force};
use access::{ActInService, Action as _, Decision, Holder, Question, Target, consider, now_in};
use basics::Id;
use page::{Problem, Visit};
use people::{OrganisationTag, Role, memberships_of};
use realm::PersonTag;
use store::Tx;

use crate::forms::Form;

/// A company, and what somebody is there.
pub(crate) struct Place {
    pub(crate) organisation: Id<OrganisationTag>,
    pub(crate) name: String,
    /// Whether they sign for it alone.
    pub(crate) signs: bool,
    /// Whether they work there at all, or help from outside.
    pub(crate) works: bool,
}

impl Place {
    /// The key of what they are there.
    pub(crate) fn as_what(&self) -> &'static str {
        match (self.signs, self.works) {
            (true, _) => "virk-signs",
            (false, true) => "virk-works",
            (false, false) => "virk-helps",
        }
    }
}

/// The companies where somebody signs or works, and those that have given them something; by name.
pub(crate) async fn companies(visit: &Visit, tx: &Tx, person: Id<PersonTag>) -> Result<Vec<Place>, Problem> {
    let moment = now_in(&visit.realm);
    let mut found: Vec<Place> = Vec::new();
    for membership in memberships_of(tx, person, moment.today).await? {
        let signs = membership.role == Role::Signatory;
        let is_company_role = signs
            || matches!(
                membership.role,
                Role::MailAdministrator | Role::RightsAdministrator | Role::Employee
            );
        if is_company_role {
            note(&mut found, membership.organisation, signs, true);
        }
    }
    let mut holders = vec![Holder::Person(person)];
    // Whoever signs for an adviser acts for those that the adviser acts for.
    holders.extend(
        found.iter().filter(|place| place.signs).map(|place| Holder::Organisation(place.organisation)),
    );
    let mut held = Vec::new();
    for holder in holders {
        held.extend(held_by(tx, holder).await?);
    }
    for mandate in held {
        if let (Holder::Organisation(organisation), Ok(())) = (mandate.owner, in_force(&mandate, moment)) {
            note(&mut found, organisation, false, false);
        }
    }
    for place in &mut found {
        place.name = crate::web::name_of(tx, Holder::Organisation(place.organisation)).await?;
    }
    found.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(found)
}

fn note(found: &mut Vec<Place>, organisation: Id<OrganisationTag>, signs: bool, works: bool) {
    match found.iter_mut().find(|place| place.organisation == organisation) {
        Some(place) => {
            place.signs |= signs;
            place.works |= works;
        }
        None => found.push(Place { organisation, name: String::new(), signs, works }),
    }
}

/// Whether somebody may fill in a form for a company. Nothing is recorded: before it is done, it is asked again.
pub(crate) async fn may(
    visit: &Visit,
    tx: &Tx,
    person: Id<PersonTag>,
    organisation: Id<OrganisationTag>,
    form: &Form,
) -> Result<bool, Problem> {
    let thing = Thing { service: Some(form.service), ..Thing::default() };
    let question = Question {
        action: ActInService::NAME,
        target: Target::Organisation(organisation),
        thing: Some(&thing),
        moment: now_in(&visit.realm),
    };
    let (decision, _) = consider(tx, person, question).await?;
    Ok(matches!(decision, Decision::Allowed(_)))
}
