//! Persons, organisations and who belongs to which; signing in by a broker, and the page that shows people what
//! is known about them.
//!
//! A person is known by what a broker calls them ([`link_identity`]), and the same person at another broker by their
//! CPR number, which [`cpr`] keeps sealed. What a person may do follows from their [`Membership`]s; the room `access`
//! decides that.

pub mod cpr;
mod membership;
mod my_page;
mod organisation;
mod person;
mod role;
pub mod session;
mod sign_in;

pub use membership::{
    AddMemberError, EndMembershipError, Member, Membership, MembershipTag, add_member, all_memberships_of,
    end_membership, members_of, memberships_of,
};
pub use organisation::{
    Organisation, OrganisationDetails, OrganisationKind, OrganisationTag, create_organisation, organisation,
    organisations, organisations_by_cvr, organisations_with_cvr, put_organisation,
};
pub use person::{
    Identity, Kin, LinkError, NewPerson, Person, create_person, died_on, hold, identities_of, link_identity,
    names_of_organisations, names_of_persons, note_death, note_relatives, person, person_by_identity,
    relatives_of,
};
pub use role::Role;
pub use session::Session;
pub use sign_in::{
    Assurance, Baggage, Bringing, Broker, BrokerName, ClaimNames, Preset, SignIn, SignInSettingsError,
    local_path,
};

/// Signing in and out, and the person's own page.
#[must_use]
pub fn routes() -> page::Routes {
    sign_in::web::routes().merge(my_page::routes())
}
