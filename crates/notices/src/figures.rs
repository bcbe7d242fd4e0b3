//! How it stands with what people are told: for the page that says whether all is well.

use jiff::{SignedDuration, Timestamp};
use store::{DbError, Tx, params, row};

row! {
    struct Messages {
        waiting: i64,
        letters: i64,
        oldest_letter: Option<Timestamp>,
        unsendable: i64,
    }
}

row! {
    struct Counted {
        count: i64,
    }
}

/// How it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figures {
    /// Mails and text messages that are not sent yet.
    pub waiting: i64,
    /// Mails and text messages that could not be sent, or came back, within the last 24 hours.
    pub failed: i64,
    /// People with an e-mail address or a mobile number from which something came back.
    pub bounced: i64,
    /// Letters that are to be printed.
    pub letters: i64,
    /// When the oldest of them was written.
    pub oldest_letter: Option<Timestamp>,
    /// Messages to people to whom no way leads, and letters to people who have taken their address away.
    pub unsendable: i64,
}

/// How it stands at `now`.
///
/// # Errors
/// When the database does not answer.
pub async fn figures(tx: &Tx, now: Timestamp) -> Result<Figures, DbError> {
    let messages: Messages = tx
        .optional(
            "select
                 count(case when m.channel in ('email', 'sms') then 1 end) as waiting,
                 count(case when m.channel = 'letter' and c.street is not null then 1 end) as letters,
                 min(case when m.channel = 'letter' and c.street is not null then m.created_at end)
                     as oldest_letter,
                 count(case when m.state = 'unsendable' then 1
                            when m.channel = 'letter' and c.street is null then 1 end) as unsendable
             from notices_message as m
             left join notices_contact as c on c.person = m.person
             where m.state in ('waiting', 'unsendable')",
            params![],
        )
        .await?
        .expect("a count always gives a row");
    let failed = "select count(*) as count from notices_message
                  where state in ('failed', 'bounced') and state_at > $1";
    let bounced = "select count(*) as count from notices_contact
                   where email_state = 'bounced' or mobile_state = 'bounced'";
    let since = now - SignedDuration::from_hours(24);
    let failed = tx.optional::<Counted>(failed, params![since]).await?.map_or(0, |row| row.count);
    let bounced = tx.optional::<Counted>(bounced, params![]).await?.map_or(0, |row| row.count);
    let Messages { waiting, letters, oldest_letter, unsendable } = messages;
    Ok(Figures { waiting, failed, bounced, letters, oldest_letter, unsendable })
}
