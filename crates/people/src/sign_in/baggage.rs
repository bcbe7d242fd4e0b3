//! What a login brings along besides who somebody is: a privilege list, which another room understands.

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;

use basics::Id;
use jiff::Timestamp;
use realm::{PersonTag, Work};
use store::DbError;

/// What a [`Baggage`] gives back.
pub type Bringing<'a> = Pin<Box<dyn Future<Output = Result<(), DbError>> + Send + 'a>>;

/// Takes in what a login brings along, in the work that starts the session.
pub trait Baggage: Send + Sync {
    /// Takes it in for as long as the session can last. `list` is the claim as the broker wrote it, none where there was no such
    /// claim or the person signs out: what an earlier login brought is over in any case.
    fn take_in<'a>(
        &'a self,
        work: &'a mut Work<'_>,
        person: Id<PersonTag>,
        list: Option<&'a str>,
        until: Timestamp,
    ) -> Bringing<'a>;
}

/// Whoever takes baggage in; nobody, where there is none.
#[derive(Clone, Default)]
pub(super) struct Porter(Option<Arc<dyn Baggage>>);

impl Porter {
    pub(super) fn new(baggage: Arc<dyn Baggage>) -> Self {
        Self(Some(baggage))
    }

    pub(super) async fn take_in(
        &self,
        work: &mut Work<'_>,
        person: Id<PersonTag>,
        list: Option<&str>,
        until: Timestamp,
    ) -> Result<(), DbError> {
        match &self.0 {
            Some(baggage) => baggage.take_in(work, person, list, until).await,
            None => Ok(()),
        }
    }
}

impl fmt::Debug for Porter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() { "Porter" } else { "no porter" })
    }
}
