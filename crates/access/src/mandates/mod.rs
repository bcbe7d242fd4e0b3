//! Mandates (*fuldmagt*), access to somebody's post (*læseadgang*) and rights in a company: one thing, whoever gives it.
//!
//! - A [`Mandate`] opens powers of the [`catalogue()`] to a [`Party`], within [`Limits`], from a first day to a last one.
//! - [`State`] and [`Step`] are the table of what can become of it; [`begin`], [`ask`], [`sign`], [`reject`] and the others
//!   take the steps, each in one work.
//! - [`grant`] says whether a mandate holds for somebody; the decision of the room is built on it.

mod answering;
mod beginning;
mod catalogue;
mod counter;
mod ending;
mod events;
mod hands;
mod law;
mod limits;
mod lists;
mod login;
mod mandate;
mod rules;
pub(crate) mod sql;
mod standing;
mod states;
mod using;

pub use answering::{reject, sign, withdraw};
pub use beginning::{ask, await_signature, begin, reword};
pub use catalogue::{Catalogue, CatalogueError, Level, Power, catalogue};
pub use counter::{
    Evidence, EvidenceKind, Proof, Registered, Seen, Verdict, evidence_of, may_look_up, note_wrong_number,
    register, review, second, to_review, turn_down, waiting_for_second,
};
pub use ending::{end_by_death, wire};
pub(crate) use events::tell_of_refusal;
pub use events::{Event, TELL, Told};
pub use hands::{By, MandateError};
pub(crate) use law::deepest_link;
pub use law::{MandateLaw, mandate_law};
pub use limits::{Grant, Limits, Reach, Thing};
pub(crate) use lists::between;
pub use lists::{given_by, held_by, mandate, of_owner, passed_on_from};
pub use login::{PRIVILEGE, Privileges, bring_in, privileges_of};
pub use mandate::{AskedBy, Basis, Mandate, MandateTag, Party, Terms};
pub use rules::Unfit;
pub use standing::{Asker, Moment, grant, in_force};
pub use states::{State, Step};
pub(crate) use using::note_use;
