//! The SQL of call-ups that nobody has opened.

use basics::Id;
use jiff::Timestamp;
use people::OrganisationTag;
use store::{DbError, Tx, params, row};
use uuid::Uuid;

use super::CallUp;
use crate::senders::SenderTag;

row! {
    struct System {
        id: Id<SenderTag>,
    }
}

/// What systems of an organisation, those that have ended too, have sent: few, so each is asked for by itself.
pub(super) async fn not_opened(
    tx: &Tx,
    organisation: Id<OrganisationTag>,
    until: Timestamp,
    behind: Option<CallUp>,
    most: i64,
) -> Result<Vec<CallUp>, DbError> {
    let sql = "select id from mailbox_sender where organisation = $1";
    let systems: Vec<System> = tx.all(sql, params![organisation]).await?;
    let behind = behind.unwrap_or(CallUp { message_uuid: Uuid::max(), at: until });
    let mut found: Vec<CallUp> = Vec::new();
    for system in systems {
        let bound = params![system.id, until, behind.at, behind.message_uuid, most];
        found.extend(tx.all::<CallUp>(NOT_OPENED, bound).await?);
    }
    found.sort_by_key(|one| std::cmp::Reverse((one.at, one.message_uuid)));
    found.truncate(usize::try_from(most).unwrap_or(usize::MAX));
    Ok(found)
}

/// The letters of a system lie in an index of their own, in order; what is no call-up is not there.
pub(crate) const NOT_OPENED: &str = "select l.message_uuid, l.at
    from mailbox_letter l
    join mailbox_box b on b.id = l.box
    where l.sender = $1
      and l.weight = 'call-up' and l.direction = 'in' and l.at < $2
      and (l.at, l.message_uuid) < ($3, $4)
      and b.way = 'digital'
      and not exists (select 1 from mailbox_seen s where s.box = l.box and s.letter = l.id)
    order by l.at desc, l.message_uuid desc
    limit $5";
