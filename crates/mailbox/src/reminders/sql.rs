//! The SQL of reminders. The ladder goes through partial indexes by the moment at which letters became available.

use std::collections::HashSet;

use access::Holder;
use basics::Id;
use jiff::Timestamp;
use people::OrganisationTag;
use realm::PersonTag;
use store::{DbError, Param as _, Tx, params, row};
use uuid::Uuid;

use super::rules::Step;
use crate::letters::{LetterTag, Weight};
use crate::rows::{AT_ONCE, Rows, places_from};
use crate::telling::OPENED;
use crate::{MailboxTag, Way};

row! {
    /// A place in the order of letters. What lies behind it is still to be looked at.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
    pub(super) struct Place {
        at: Timestamp,
        mailbox: Id<MailboxTag>,
        letter: Id<LetterTag>,
    }
}

impl Place {
    /// The place before everything that was available from this moment on.
    pub(super) fn before(moment: Timestamp) -> Self {
        Self { at: moment, mailbox: Id::from_uuid(Uuid::nil()), letter: Id::from_uuid(Uuid::nil()) }
    }
}

row! {
    struct CandidateRow {
        at: Timestamp,
        mailbox: Id<MailboxTag>,
        letter: Id<LetterTag>,
        person: Option<Id<PersonTag>>,
        organisation: Option<Id<OrganisationTag>>,
        way: String,
        deleted_at: Option<Timestamp>,
        opened: i64,
    }
}

/// A letter that its holder may have to be reminded of.
pub(super) struct Candidate {
    at: Timestamp,
    pub(super) mailbox: Id<MailboxTag>,
    pub(super) letter: Id<LetterTag>,
    pub(super) holder: Holder,
    pub(super) way: Way,
    pub(super) is_deleted: bool,
    pub(super) is_opened: bool,
}

impl Candidate {
    pub(super) fn place(&self) -> Place {
        Place { at: self.at, mailbox: self.mailbox, letter: self.letter }
    }
}

/// Letters of a weight behind a place and before a moment, in order. All of them, opened or not, so that the limit bounds the
/// work.
pub(super) async fn candidates(
    tx: &Tx,
    weight: Weight,
    from: Place,
    until: Timestamp,
    limit: i64,
) -> Result<Vec<Candidate>, DbError> {
    let rows: Vec<CandidateRow> =
        tx.all(&candidates_sql(weight), params![from.at, from.mailbox, from.letter, until, limit]).await?;
    let candidate = |row: CandidateRow| {
        let holder = row.person.map(Holder::Person).or(row.organisation.map(Holder::Organisation));
        Ok(Candidate {
            at: row.at,
            mailbox: row.mailbox,
            letter: row.letter,
            holder: holder.ok_or_else(|| DbError::Other("a mailbox has no holder".to_owned()))?,
            way: Way::from_code(&row.way),
            is_deleted: row.deleted_at.is_some(),
            is_opened: row.opened > 0,
        })
    };
    rows.into_iter().map(candidate).collect()
}

/// The statement says the condition of the index that it wants, word for word.
pub(crate) fn candidates_sql(weight: Weight) -> String {
    let weighs = match weight {
        Weight::CallUp => "l.weight = 'call-up'",
        _ => "l.weight <> 'ordinary' and l.weight = 'important'",
    };
    format!(
        "select l.at, l.box as mailbox, l.id as letter, b.person, b.organisation, b.way, l.deleted_at,
             {OPENED} as opened
         from mailbox_letter l
         join mailbox_box b on b.id = l.box
         where {weighs} and l.direction = 'in' and l.at >= $1 and l.at < $4
           and (l.at, l.box, l.id) > ($1, $2, $3)
         order by l.at, l.box, l.id
         limit $5"
    )
}

/// How far a step has come, kept from other writers.
pub(super) async fn reached(tx: &Tx, step: &str) -> Result<Option<Place>, DbError> {
    tx.optional_for_update(
        "select at, box as mailbox, letter from mailbox_reminder_pass where name = $1",
        params![step],
    )
    .await
}

pub(super) async fn set_reached(tx: &Tx, step: &str, place: Place) -> Result<(), DbError> {
    tx.run(
        "insert into mailbox_reminder_pass (name, at, box, letter)
         values ($1, $2, $3, $4)
         on conflict (name) do update
         set at = excluded.at, box = excluded.box, letter = excluded.letter",
        params![step, place.at, place.mailbox, place.letter],
    )
    .await?;
    Ok(())
}

row! {
    struct ToldBox {
        mailbox: Id<MailboxTag>,
    }
}

/// Which of the boxes somebody was reminded of since a moment.
pub(super) async fn told_since(
    tx: &Tx,
    boxes: &[Id<MailboxTag>],
    to_helper: bool,
    since: Timestamp,
) -> Result<HashSet<Id<MailboxTag>>, DbError> {
    let mut told = HashSet::new();
    for some in boxes.chunks(AT_ONCE) {
        let places = places_from(3, some.len());
        let sql = format!(
            "select distinct box as mailbox
             from mailbox_reminder
             where box in ({places}) and to_helper = $1 and at >= $2"
        );
        let bound = params![to_helper, since].into_iter().chain(some.iter().map(|id| id.value())).collect();
        told.extend(tx.all::<ToldBox>(&sql, bound).await?.into_iter().map(|row| row.mailbox));
    }
    Ok(told)
}

pub(super) async fn note(
    tx: &Tx,
    reminded: &[(Id<MailboxTag>, Id<LetterTag>)],
    step: &Step,
    at: Timestamp,
) -> Result<(), DbError> {
    let mut rows = Rows::new(5);
    for (mailbox, letter) in reminded {
        rows.push(params![*mailbox, *letter, step.number, step.to_helper, at]);
    }
    let sql = |rows: &str| {
        format!(
            "insert into mailbox_reminder (box, letter, step, to_helper, at)
             {rows}
             on conflict do nothing"
        )
    };
    rows.run(tx, sql).await
}

pub(super) async fn forget_before(tx: &Tx, moment: Timestamp) -> Result<(), DbError> {
    tx.run("delete from mailbox_reminder where at < $1", params![moment]).await?;
    Ok(())
}
