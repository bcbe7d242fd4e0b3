//! The SQL of helpers.

use basics::Id;
use jiff::Timestamp;
use realm::PersonTag;
use store::{DbError, Param as _, Tx, params, row};

use crate::MailboxTag;
use crate::rows::{AT_ONCE, places};

row! {
    /// Who helps the holder of a mailbox.
    #[derive(Debug, Clone)]
    pub struct Helper {
        /// Who.
        pub helper: Id<PersonTag>,
        /// Since when.
        pub chosen_at: Timestamp,
        /// Which text both said yes to.
        pub consent: i64,
    }
}

row! {
    /// A mailbox whose holder somebody helps.
    #[derive(Debug, Clone)]
    pub struct Helped {
        /// The mailbox.
        pub mailbox: Id<MailboxTag>,
        /// Whose it is.
        pub person: Id<PersonTag>,
        /// Since when.
        pub chosen_at: Timestamp,
    }
}

row! {
    pub(super) struct Invitation {
        pub(super) mailbox: Id<MailboxTag>,
        pub(super) consent: i64,
    }
}

row! {
    struct OfBox {
        mailbox: Id<MailboxTag>,
        helper: Id<PersonTag>,
    }
}

row! {
    struct Until {
        expires_at: Timestamp,
    }
}

/// Who helps the holder of the mailbox.
///
/// # Errors
/// When the database does not answer.
pub async fn helper_of(tx: &Tx, mailbox: Id<MailboxTag>) -> Result<Option<Helper>, DbError> {
    tx.optional("select helper, chosen_at, consent from mailbox_helper where box = $1", params![mailbox])
        .await
}

/// Whom somebody helps, the first chosen first.
///
/// # Errors
/// When the database does not answer.
pub async fn helped_by(tx: &Tx, helper: Id<PersonTag>) -> Result<Vec<Helped>, DbError> {
    tx.all(
        "select h.box as mailbox, b.person, h.chosen_at
         from mailbox_helper h
         join mailbox_box b on b.id = h.box
         where h.helper = $1 and b.person is not null
         order by h.chosen_at, h.box",
        params![helper],
    )
    .await
}

/// Which of the boxes have a helper, and whom.
pub(crate) async fn helpers_of(
    tx: &Tx,
    boxes: &[Id<MailboxTag>],
) -> Result<Vec<(Id<MailboxTag>, Id<PersonTag>)>, DbError> {
    let mut helpers = Vec::new();
    for some in boxes.chunks(AT_ONCE) {
        let sql = format!(
            "select box as mailbox, helper from mailbox_helper where box in ({})",
            places(some.len())
        );
        let found: Vec<OfBox> = tx.all(&sql, some.iter().map(|id| id.value()).collect()).await?;
        helpers.extend(found.into_iter().map(|row| (row.mailbox, row.helper)));
    }
    Ok(helpers)
}

pub(super) async fn put_helper(
    tx: &Tx,
    mailbox: Id<MailboxTag>,
    helper: Id<PersonTag>,
    consent: i64,
    at: Timestamp,
) -> Result<(), DbError> {
    tx.run(
        "insert into mailbox_helper (box, helper, chosen_at, consent)
         values ($1, $2, $3, $4)
         on conflict (box) do update
         set helper = excluded.helper, chosen_at = excluded.chosen_at, consent = excluded.consent",
        params![mailbox, helper, at, consent],
    )
    .await?;
    Ok(())
}

/// Ends it for this helper, or for any. Says whether there was one.
pub(super) async fn end_helper(
    tx: &Tx,
    mailbox: Id<MailboxTag>,
    helper: Option<Id<PersonTag>>,
) -> Result<bool, DbError> {
    let ended = match helper {
        Some(helper) => {
            tx.run("delete from mailbox_helper where box = $1 and helper = $2", params![mailbox, helper])
                .await?
        }
        None => tx.run("delete from mailbox_helper where box = $1", params![mailbox]).await?,
    };
    Ok(ended == 1)
}

pub(super) async fn put_invitation(
    tx: &Tx,
    mailbox: Id<MailboxTag>,
    code_hash: &str,
    consent: i64,
    at: Timestamp,
    expires_at: Timestamp,
) -> Result<(), DbError> {
    tx.run(
        "insert into mailbox_helper_invitation (box, code_hash, consent, created_at, expires_at)
         values ($1, $2, $3, $4, $5)
         on conflict (box) do update
         set code_hash = excluded.code_hash, consent = excluded.consent, created_at = excluded.created_at,
             expires_at = excluded.expires_at",
        params![mailbox, code_hash, consent, at, expires_at],
    )
    .await?;
    Ok(())
}

/// The invitation with this code, which is used up by that; unless it is over.
pub(super) async fn take_invitation(
    tx: &Tx,
    code_hash: &str,
    now: Timestamp,
) -> Result<Option<Invitation>, DbError> {
    tx.optional(
        "delete from mailbox_helper_invitation
         where code_hash = $1 and expires_at > $2
         returning box as mailbox, consent",
        params![code_hash, now],
    )
    .await
}

pub(super) async fn invitation_of(tx: &Tx, mailbox: Id<MailboxTag>) -> Result<Option<Timestamp>, DbError> {
    let found: Option<Until> = tx
        .optional("select expires_at from mailbox_helper_invitation where box = $1", params![mailbox])
        .await?;
    Ok(found.map(|row| row.expires_at))
}

pub(super) async fn forget_invitation(tx: &Tx, mailbox: Id<MailboxTag>) -> Result<(), DbError> {
    tx.run("delete from mailbox_helper_invitation where box = $1", params![mailbox]).await?;
    Ok(())
}
