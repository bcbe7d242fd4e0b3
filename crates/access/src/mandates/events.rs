//! What happens to mandates, for whoever tells people of it.

use basics::Id;
use jobs::Order;
use realm::{PersonTag, Work};
use serde::{Deserialize, Serialize};
use store::DbError;

use super::{Mandate, MandateTag};

/// The job that tells the parties; whoever wires the program gives it a handler.
pub const TELL: &str = "mandates.tell";

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "what")]
pub enum Event {
    /// It is in force.
    Given,
    /// The holder asks for it.
    Asked,
    /// It waits for a signature by hand, or for a second trusted employee.
    AwaitsSignature,
    /// The giver, or a trusted employee, said no.
    Rejected,
    /// The giver took it back, or the holder laid it down.
    Withdrawn,
    /// Its last day has passed, or nobody answered in time.
    Expired,
    /// The giver or the holder has died; the other one is told.
    EndedByDeath,
    /// It ends in so many days.
    EndsSoon {
        /// How many.
        days: i64,
    },
    /// It was used for the first time.
    UsedFirst,
    /// Somebody who holds or held it tried what it does not open.
    RefusedAttempt,
}

/// What the job carries: ids, and nothing that tells anything of anybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// The mandate.
    pub mandate: Id<MandateTag>,
    /// What happened to it.
    #[serde(flatten)]
    pub event: Event,
    /// Who did it, where it was a person; they need not be told.
    pub by: Option<Id<PersonTag>>,
}

/// Orders that the parties be told.
pub(super) async fn tell(work: &mut Work<'_>, mandate: &Mandate, event: Event) -> Result<(), DbError> {
    let told = Told { mandate: mandate.id, event, by: work.actor.person };
    jobs::order(work, Order::new(TELL, &told).in_line(format!("mandate {}", mandate.id))).await
}

/// As [`tell`], once a day.
pub(crate) async fn tell_of_refusal(work: &mut Work<'_>, mandate: Id<MandateTag>) -> Result<(), DbError> {
    let told = Told { mandate, event: Event::RefusedAttempt, by: work.actor.person };
    let key = format!("refused attempt {mandate} {}", work.today());
    jobs::order(work, Order::new(TELL, &told).once(key)).await
}
