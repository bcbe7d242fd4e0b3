//! Who gets a mailbox and when, and who is exempt from Digital Post.
//!
//! - **Residents** ([`import_residents`]): who lives here, since when, as the register says it.
//! - **Opening**: every night, mailboxes are opened for those whose day it is, and for companies that are new, with a letter
//!   that explains in plain words what this is.
//! - **Exemption** ([`exempt`], [`enrol_again`]): declared on honour, at home or at the counter, and in effect at once. Why
//!   somebody asks is shown to them as guidance; it is never asked for and kept nowhere.
//!
//! What follows from the law is dated data, [`mailbox::terms`].

mod exemption;
mod opening;
mod resident;

use std::sync::Arc;

use jobs::Jobs;
use page::{Routes, Site};

pub use exemption::{
    AskedBy, Covers, Exemption, ExemptionError, ExemptionTag, Request, enrol_again, exempt, exemption_of,
};
pub use opening::{Residency, opens_on};
pub use resident::{
    ImportError, Imported, Resident, RowFault, Strictness, WrongRow, import_residents, resident_of,
};

/// The pages of this room.
#[must_use]
pub fn routes() -> Routes {
    opening::routes().merge(exemption::routes())
}

/// Adds what is done every night: mailboxes are opened, and exemptions that have an end are warned of and ended.
#[must_use]
pub fn wire(jobs: Jobs, site: Arc<Site>) -> Jobs {
    exemption::wire(opening::wire(jobs, site))
}
