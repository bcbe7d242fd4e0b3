//! The SQL of telling.

use access::Holder;
use basics::Id;
use people::OrganisationTag;
use realm::PersonTag;
use store::{DbError, Tx, params, row};

use crate::letters::{LetterTag, Weight};
use crate::{MailboxTag, Way};

row! {
    struct NewsRow {
        person: Option<Id<PersonTag>>,
        organisation: Option<Id<OrganisationTag>>,
        way: String,
        weight: String,
        opened: i64,
    }
}

/// A letter that somebody may have to be told of.
pub(super) struct News {
    pub(super) holder: Holder,
    pub(super) way: Way,
    pub(super) weight: Weight,
    pub(super) is_opened: bool,
}

/// How often the holder has opened the letter `l` of the box `b`: a person themself, an organisation through anybody.
pub(crate) const OPENED: &str = "(select count(*) from mailbox_seen s
     where s.box = l.box and s.letter = l.id and (b.person is null or s.person = b.person))";

/// The letter, unless it is deleted.
pub(super) async fn news(
    tx: &Tx,
    mailbox: Id<MailboxTag>,
    letter: Id<LetterTag>,
) -> Result<Option<News>, DbError> {
    let sql = format!(
        "select b.person, b.organisation, b.way, l.weight, {OPENED} as opened
         from mailbox_letter l
         join mailbox_box b on b.id = l.box
         where l.box = $1 and l.id = $2 and l.deleted_at is null"
    );
    let found: Option<NewsRow> = tx.optional(&sql, params![mailbox, letter]).await?;
    Ok(found.and_then(|row| {
        let holder = row.person.map(Holder::Person).or(row.organisation.map(Holder::Organisation))?;
        Some(News {
            holder,
            way: Way::from_code(&row.way),
            weight: Weight::from_code(&row.weight),
            is_opened: row.opened > 0,
        })
    }))
}
