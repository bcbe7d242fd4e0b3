//! The SQL of how people are reached.

use basics::{Id, Language};
use jiff::Timestamp;
use realm::PersonTag;
use store::{DbError, FromRow, Row, Tx, params};

use super::{Contact, PostalAddress, Reach};
use crate::Channel;
use crate::message::sql::code;

const COLUMNS: &str =
    "person, channel, language, email, email_state, email_typed, mobile, mobile_state, mobile_typed,
    street, street_extra, postcode, town, exempt, wants_news";

impl FromRow for Contact {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        let channel: Option<String> = row.get_optional("channel")?;
        let language: Option<String> = row.get_optional("language")?;
        Ok(Self {
            person: row.get("person")?,
            channel: channel.map(|word| code("channel", &word, Channel::from_code)).transpose()?,
            language: language.map(|word| code("language", &word, Language::from_code)).transpose()?,
            email: reach(row, "email", "email_state", "email_typed")?,
            mobile: reach(row, "mobile", "mobile_state", "mobile_typed")?,
            address: address(row)?,
            exempt: row.get("exempt")?,
            wants_news: row.get("wants_news")?,
        })
    }
}

fn reach(row: &Row, in_use: &str, state: &str, typed: &str) -> Result<Reach, DbError> {
    let state: String = row.get(state)?;
    Ok(Reach {
        in_use: row.get_optional(in_use)?,
        bounced: state == "bounced",
        typed: row.get_optional(typed)?,
    })
}

fn address(row: &Row) -> Result<Option<PostalAddress>, DbError> {
    let text = |column| row.get_optional::<String>(column);
    let (street, extra, postcode, town) =
        (text("street")?, text("street_extra")?, text("postcode")?, text("town")?);
    Ok(match (street, postcode, town) {
        (Some(street), Some(postcode), Some(town)) => {
            Some(PostalAddress { street, extra: extra.unwrap_or_default(), postcode, town })
        }
        _ => None,
    })
}

fn state(reach: &Reach) -> &'static str {
    match (&reach.in_use, reach.bounced) {
        (None, _) => "none",
        (Some(_), false) => "confirmed",
        (Some(_), true) => "bounced",
    }
}

/// Does nothing where there is one already.
pub(super) async fn insert(tx: &Tx, contact: &Contact, now: Timestamp) -> Result<(), DbError> {
    tx.run(
        "insert into notices_contact (person, email_state, mobile_state, exempt, wants_news, updated_at)
         values ($1, 'none', 'none', $2, $3, $4)
         on conflict (person) do nothing",
        params![contact.person, contact.exempt, contact.wants_news, now],
    )
    .await?;
    Ok(())
}

pub(super) async fn of(tx: &Tx, person: Id<PersonTag>) -> Result<Option<Contact>, DbError> {
    tx.optional(&format!("select {COLUMNS} from notices_contact where person = $1"), params![person]).await
}

pub(super) async fn lock(tx: &Tx, person: Id<PersonTag>) -> Result<Option<Contact>, DbError> {
    let sql = format!("select {COLUMNS} from notices_contact where person = $1");
    tx.optional_for_update(&sql, params![person]).await
}

pub(super) async fn save(tx: &Tx, contact: &Contact, now: Timestamp) -> Result<(), DbError> {
    let c = contact;
    let address = c.address.as_ref();
    tx.run(
        "update notices_contact
         set channel = $2, language = $3,
             email = $4, email_state = $5, email_typed = $6,
             mobile = $7, mobile_state = $8, mobile_typed = $9,
             street = $10, street_extra = $11, postcode = $12, town = $13,
             exempt = $14, wants_news = $15, updated_at = $16
         where person = $1",
        params![
            c.person,
            c.channel.map(Channel::code),
            c.language.map(Language::code),
            c.email.in_use.clone(),
            state(&c.email),
            c.email.typed.clone(),
            c.mobile.in_use.clone(),
            state(&c.mobile),
            c.mobile.typed.clone(),
            address.map(|address| address.street.clone()),
            address.map(|address| address.extra.clone()),
            address.map(|address| address.postcode.clone()),
            address.map(|address| address.town.clone()),
            c.exempt,
            c.wants_news,
            now
        ],
    )
    .await?;
    Ok(())
}
