//! Mandates (*fuldmagt*) as people meet them: a citizen gives and asks (`citizen`), a trusted employee registers what was signed
//! by hand (`counter`), a company gives its people rights (`company`), and everybody hears what became of it
//! (`telling`). What a mandate is and what it opens is decided in `access` alone.

mod citizen;
mod company;
mod counter;
mod telling;
mod who;
mod words;

use std::sync::Arc;

use jobs::Jobs;
use page::{Routes, Site};

/// The routes of this room.
#[must_use]
pub fn routes() -> Routes {
    citizen::routes().merge(counter::routes()).merge(company::routes())
}

/// Adds what this room does after others: telling the parties. `site` is where its links lead.
#[must_use]
pub fn wire(jobs: Jobs, site: Arc<Site>) -> Jobs {
    telling::wire(access::mandates::wire(jobs), site)
}
