//! Which handlers belong to which kinds of job: one visible list, made by the program.

use std::collections::BTreeMap;
use std::pin::Pin;
use std::sync::Arc;

use realm::{Realm, Work};

use crate::{Job, JobError, Schedule};

/// What a handler gives back.
pub type Doing<'a> = Pin<Box<dyn Future<Output = Result<(), JobError>> + Send + 'a>>;

/// Works in the transaction that ends the job: what it does to the database is done exactly once.
pub trait Within: Send + Sync {
    /// Does the job. It must not wait for anything outside the database: on SQLite every other writer waits with it.
    fn run<'a>(&'a self, work: &'a mut Work<'_>, job: &'a Job) -> Doing<'a>;
}

impl<F> Within for F
where
    F: for<'a, 'r> Fn(&'a mut Work<'r>, &'a Job) -> Doing<'a> + Send + Sync,
{
    fn run<'a>(&'a self, work: &'a mut Work<'_>, job: &'a Job) -> Doing<'a> {
        self(work, job)
    }
}

/// Talks to another system. It may be done twice, when a node dies between the talk and the note that it is done.
pub trait Outside: Send + Sync {
    /// Does the job, in as many small works of its own as it needs.
    fn run<'a>(&'a self, realm: &'a Arc<Realm>, job: &'a Job) -> Doing<'a>;
}

#[derive(Clone)]
pub(crate) enum Handler {
    Within(Vec<Arc<dyn Within>>),
    Outside(Arc<dyn Outside>),
}

/// Every kind of job that this program knows, and the schedules.
///
/// A node leaves alone what it does not know: in a rolling upgrade the newer nodes do it.
#[derive(Clone, Default)]
pub struct Jobs {
    handlers: BTreeMap<&'static str, Handler>,
    schedules: Vec<Schedule>,
}

impl Jobs {
    /// No handlers yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a handler that works within the job's transaction. Several for one kind are done together: all or none.
    ///
    /// # Panics
    /// When the kind already has a handler outside.
    #[must_use]
    pub fn within(mut self, kind: &'static str, handler: impl Within + 'static) -> Self {
        match self.handlers.entry(kind).or_insert_with(|| Handler::Within(Vec::new())) {
            Handler::Within(handlers) => handlers.push(Arc::new(handler)),
            Handler::Outside(_) => panic!("{kind} is done outside, and can have one handler only"),
        }
        self
    }

    /// Adds the handler that talks to another system for this kind.
    ///
    /// # Panics
    /// When the kind already has a handler.
    #[must_use]
    pub fn outside(mut self, kind: &'static str, handler: impl Outside + 'static) -> Self {
        let before = self.handlers.insert(kind, Handler::Outside(Arc::new(handler)));
        assert!(before.is_none(), "{kind} has two handlers");
        self
    }

    /// Adds a schedule.
    #[must_use]
    pub fn schedule(mut self, schedule: Schedule) -> Self {
        self.schedules.push(schedule);
        self
    }

    /// The kinds that have a handler, in alphabetical order.
    pub fn kinds(&self) -> impl Iterator<Item = &'static str> {
        self.handlers.keys().copied()
    }

    /// The schedules.
    #[must_use]
    pub fn schedules(&self) -> &[Schedule] {
        &self.schedules
    }

    pub(crate) fn handler(&self, kind: &str) -> Option<(&'static str, &Handler)> {
        self.handlers.get_key_value(kind).map(|(kind, handler)| (*kind, handler))
    }
}

impl std::fmt::Debug for Jobs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Jobs")
            .field("kinds", &self.handlers.keys())
            .field("schedules", &self.schedules)
            .finish()
    }
}
