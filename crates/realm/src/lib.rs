//! A realm is one whole world of Omtanke: its database, its clock, its chance. *Live* is one; every practice
//! sandbox is another. No query can cross from one to the next, because no connection does.
//!
//! [`Work`] is one transaction in a realm: who acts, on whose behalf, when, and what it leaves in the audit
//! log. Operations take `&mut Work` first and never commit; the handler, job or command does.

mod audit;
mod clock;
mod keep;
mod realms;
mod work;

pub use audit::{
    AuditError, AuditRecord, Change, Verified, concerning, done_by_others, last, newest, subject_history,
    verify,
};
pub use clock::{Chance, Clock};
pub use keep::Keep;
pub use realms::{Realm, RealmKeeper, RealmKind, Realms, SANDBOXES};
pub use work::{Actor, PersonTag, Via, Work};
