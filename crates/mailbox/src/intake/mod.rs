//! Taking in messages from authorities: each is read, judged and kept, and answered with a receipt.
//!
//! Reading ([`Arrival::read`]) needs no database and may be done on many threads. [`take`] keeps many arrivals in one
//! transaction together with their receipts: what was answered is kept, what was not answered was never here, and whoever
//! sends it again is answered the same.

mod addressee;
pub(crate) mod api;
mod arrival;
mod batch;
mod judge;
mod keep;
mod make;
mod receipts;
mod telling;

pub use addressee::{message_uuid, recipient_of};
pub use api::{HAND_IN, PostApi, receipt_for};
pub use arrival::{Arrival, Unreadable};
pub use batch::{Taking, take_arrivals, take_document, take_files, take_source};
pub(crate) use judge::{Judged, Refused, not_found, refuses_sender};
pub use keep::{TakeError, take, take_within};
pub use make::put_letter;
pub use receipts::{Answer, receipt_of, receipts_of};
pub use telling::ARRIVED;
pub(crate) use telling::Arrived;

use uuid::Uuid;

use basics::{Cvr, Id};
use people::OrganisationTag;

/// In whose name messages are handed in.
#[derive(Debug, Clone)]
pub struct Sending {
    /// The system that hands them in: receipts are kept for each.
    pub system: Uuid,
    /// The organisation it belongs to, and its number; none for an operator of the machine, who may hand in anything.
    pub organisation: Option<(Id<OrganisationTag>, Option<Cvr>)>,
    /// What handing in together is known by.
    pub transmission: Uuid,
}

impl Sending {
    /// An operator of the machine hands in.
    #[must_use]
    pub fn by_operator(transmission: Uuid) -> Self {
        Self { system: Uuid::nil(), organisation: None, transmission }
    }
}
