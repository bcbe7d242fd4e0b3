//! Ordering a job, in the transaction of the change that it follows from.

use jiff::Timestamp;
use realm::Work;
use serde::Serialize;
use store::{DbError, Tx, params, row};

use crate::runner::Wake;

/// Who waits for the job.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Urgency {
    /// Somebody sits in front of a screen, as for a code by text message.
    Now,
    /// Nobody waits, but soon is better than late.
    #[default]
    Ordinary,
    /// One of thousands, as for news to everybody.
    Bulk,
}

impl Urgency {
    fn rank(self) -> i64 {
        match self {
            Urgency::Now => 0,
            Urgency::Ordinary => 1,
            Urgency::Bulk => 2,
        }
    }
}

/// A job to be done after the change that it is ordered with.
///
/// An order that is named after what has happened, `help_point.gone_stale`, is a fact: several handlers may be wired to it,
/// and the domain that orders it knows none of them.
#[derive(Debug, Clone)]
pub struct Order {
    kind: &'static str,
    payload: String,
    line: String,
    urgency: Urgency,
    not_before: Option<Timestamp>,
    once: Option<String>,
}

impl Order {
    /// An order of a kind that is wired in [`Jobs`](crate::Jobs), with what its handler needs to know: ids, never personal
    /// data.
    ///
    /// # Panics
    /// Never for the plain structs that payloads are.
    #[must_use]
    pub fn new(kind: &'static str, payload: &impl Serialize) -> Self {
        Self {
            kind,
            payload: serde_json::to_string(payload).expect("a payload becomes JSON"),
            line: String::new(),
            urgency: Urgency::default(),
            not_before: None,
            once: None,
        }
    }

    /// Puts the job in a line, such as `person:UUID`. Jobs in one line are done in the order in which they were ordered, as
    /// long as the operations that order them lock the thing that the line is about before they order. A job among the dead
    /// letters holds nobody up.
    #[must_use]
    pub fn in_line(mut self, line: impl Into<String>) -> Self {
        self.line = line.into();
        self
    }

    /// Says who waits for it.
    #[must_use]
    pub fn urgency(mut self, urgency: Urgency) -> Self {
        self.urgency = urgency;
        self
    }

    /// Not before this moment.
    #[must_use]
    pub fn not_before(mut self, moment: Timestamp) -> Self {
        self.not_before = Some(moment);
        self
    }

    /// Takes the order only when no other with the same key is there: waiting, being done, or among the dead letters.
    #[must_use]
    pub fn once(mut self, key: impl Into<String>) -> Self {
        self.once = Some(key.into());
        self
    }
}

row! {
    struct Payload {
        payload: String,
    }
}

/// What the jobs of a kind carry that are ordered and not ended, in the order of their ordering.
///
/// # Errors
/// When the database does not answer.
pub async fn ordered(tx: &Tx, kind: &str) -> Result<Vec<String>, DbError> {
    let found: Vec<Payload> =
        tx.all("select payload from jobs_job where kind = $1 order by seq", params![kind]).await?;
    Ok(found.into_iter().map(|job| job.payload).collect())
}

/// Orders the job: it is there when the work is committed, and was never there when it is not.
///
/// # Errors
/// When the database does not answer.
pub async fn order(work: &mut Work<'_>, order: Order) -> Result<(), DbError> {
    let now = work.now();
    let id = work.new_uuid();
    work.tx()
        .run(
            "insert into jobs_job (id, kind, line, payload, urgency, once_key, state, attempts, run_at, node,
                 last_error, created_at, request)
             values ($1, $2, $3, $4, $5, $6, 'waiting', 0, $7, '', '', $8, $9)
             on conflict (once_key) do nothing",
            params![
                id,
                order.kind,
                order.line,
                order.payload,
                order.urgency.rank(),
                order.once,
                order.not_before.map_or(now, |moment| moment.max(now)),
                now,
                &work.actor.request
            ],
        )
        .await?;
    work.realm.keep.get::<Wake>().soon();
    Ok(())
}
