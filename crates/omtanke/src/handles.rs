//! How many files the process may have open.

use rustix::process::{Resource, getrlimit, setrlimit};

/// What an open sandbox takes: its database, the log of it, and a moment's third.
const EACH: u64 = 3;
/// What everything else takes: connections of readers, the live database, the log.
const OTHERS: u64 = 1_000;
/// More open at once than this is of no use to anybody, and takes memory.
const MOST: u64 = 1_200;
/// Fewer are not worth practising in.
const FEWEST: u64 = 30;

/// Asks for as many open files as the operating system allows, and says how many sandboxes can be open at once with them.
pub(crate) fn sandboxes() -> usize {
    let mut limit = getrlimit(Resource::Nofile);
    limit.current = limit.maximum;
    if let Err(error) = setrlimit(Resource::Nofile, limit) {
        tracing::warn!(%error, "the number of open files stays as it was");
    }
    let files = getrlimit(Resource::Nofile).current.unwrap_or(u64::MAX);
    let open = (files.saturating_sub(OTHERS) / EACH).clamp(FEWEST, MOST);
    usize::try_from(open).unwrap_or(usize::MAX)
}
