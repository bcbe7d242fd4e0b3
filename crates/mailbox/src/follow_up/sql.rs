//! The SQL of call-ups that nobody has opened.

use basics::Id;
use jiff::Timestamp;
use people::OrganisationTag;
use store::{DbError, Tx, params};

use super::CallUp;

pub(super) async fn not_opened(
    tx: &Tx,
    organisation: Id<OrganisationTag>,
    until: Timestamp,
    behind: CallUp,
    most: i64,
) -> Result<Vec<CallUp>, DbError> {
    tx.all(
        "select l.message_uuid, l.at
         from mailbox_sender f
         join mailbox_letter l on l.sender = f.id
         join mailbox_box b on b.id = l.box
         where f.organisation = $1
           and l.weight = 'call-up' and l.direction = 'in' and l.at < $2
           and (l.at, l.message_uuid) < ($3, $4)
           and b.way = 'digital'
           and not exists (select 1 from mailbox_seen s where s.box = l.box and s.letter = l.id)
         order by l.at desc, l.message_uuid desc
         limit $5",
        params![organisation, until, behind.at, behind.message_uuid, most],
    )
    .await
}
