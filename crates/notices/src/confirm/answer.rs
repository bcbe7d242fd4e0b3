//! Answering a confirmation: by the link in a mail, or by the code in a text message.

use basics::Id;
use jiff::Timestamp;
use realm::{Change, PersonTag, Work};
use store::{DbError, Tx};

use super::sql::{self, Confirmation};
use super::{AskError, MOST_TRIES, secret, tell_former};
use crate::{Channel, contact, mask, tell};

/// What becomes of a code that somebody typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeAnswer {
    /// The number is confirmed.
    Right,
    /// It is another one; so many tries are left.
    Wrong {
        /// How many.
        left: i64,
    },
    /// The tries are used up, or the code is too old, or none was asked for: a new one is needed.
    Over,
}

/// What a link in a mail leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkAnswer {
    /// The address, masked, that can be confirmed.
    Open(String),
    /// It has been confirmed.
    Done,
    /// It is too old, or a newer one was sent, or it never was one.
    Over,
}

/// What the link in a mail leads to.
///
/// # Errors
/// When the database does not answer.
pub async fn look_at_link(tx: &Tx, token: &str, now: Timestamp) -> Result<LinkAnswer, DbError> {
    let Some(confirmation) = sql::by_hash(tx, &secret::hash(token)).await? else {
        return Ok(LinkAnswer::Over);
    };
    if confirmation.is_done() {
        return Ok(LinkAnswer::Done);
    }
    let typed = contact(tx, confirmation.person).await?.and_then(|contact| contact.email.typed);
    Ok(match typed {
        Some(typed) if confirmation.is_open_at(now) => LinkAnswer::Open(mask::email(&typed)),
        _ => LinkAnswer::Over,
    })
}

/// Confirms the e-mail address that the link was sent to. Whoever has the link has read the mail, so nobody needs to be
/// signed in; doing it twice changes nothing.
///
/// # Errors
/// When the database does not answer.
pub async fn confirm_link(work: &mut Work<'_>, token: &str) -> Result<LinkAnswer, AskError> {
    let Some(seen) = sql::by_hash(work.tx(), &secret::hash(token)).await? else {
        return Ok(LinkAnswer::Over);
    };
    contact::lock(work, seen.person).await?;
    match sql::lock(work.tx(), seen.id).await? {
        Some(confirmation) if confirmation.is_done() => Ok(LinkAnswer::Done),
        Some(confirmation) if confirmation.is_open_at(work.now()) => {
            confirmed(work, confirmation, Channel::Email).await?;
            Ok(LinkAnswer::Done)
        }
        _ => Ok(LinkAnswer::Over),
    }
}

/// Confirms the mobile number that the code was sent to. A wrong code is counted, so the work must be committed whatever
/// the answer is.
///
/// # Errors
/// When the database does not answer.
pub async fn confirm_code(
    work: &mut Work<'_>,
    person: Id<PersonTag>,
    typed: &str,
) -> Result<CodeAnswer, AskError> {
    contact::lock(work, person).await?;
    let Some(newest) = sql::newest(work.tx(), person, Channel::Sms).await? else {
        return Ok(CodeAnswer::Over);
    };
    let locked = sql::lock(work.tx(), newest.id).await?;
    let Some(mut confirmation) = locked.filter(|one| one.is_open_at(work.now())) else {
        return Ok(CodeAnswer::Over);
    };
    let hashes = secret::code_hashes(&work.realm.vault, confirmation.id, &digits(typed));
    if confirmation.secret_hash.as_ref().is_some_and(|hash| hashes.contains(hash)) {
        confirmed(work, confirmation, Channel::Sms).await?;
        return Ok(CodeAnswer::Right);
    }
    confirmation.tries += 1;
    let left = MOST_TRIES - confirmation.tries;
    if left <= 0 {
        "over".clone_into(&mut confirmation.state);
    }
    sql::save(work.tx(), &confirmation).await?;
    work.record(Change::new("contact.wrong_code", "contact", &person).concerns(person));
    Ok(if left > 0 { CodeAnswer::Wrong { left } } else { CodeAnswer::Over })
}

/// What somebody typed as digits, without what stands between, in whichever digits their keyboard has.
fn digits(typed: &str) -> String {
    let digit = |c: char| match c {
        '0'..='9' => Some(c),
        '\u{660}'..='\u{669}' => char::from_digit(u32::from(c) - 0x660, 10),
        '\u{6f0}'..='\u{6f9}' => char::from_digit(u32::from(c) - 0x6f0, 10),
        _ => None,
    };
    typed.chars().filter_map(digit).collect()
}

async fn confirmed(
    work: &mut Work<'_>,
    mut confirmation: Confirmation,
    channel: Channel,
) -> Result<(), AskError> {
    let person = confirmation.person;
    "done".clone_into(&mut confirmation.state);
    sql::save(work.tx(), &confirmation).await?;
    let before = contact::lock(work, person).await?;
    let after = contact::change(work, person, "contact.confirm", |contact| {
        if let Some(reach) = contact.reach_mut(channel)
            && let Some(typed) = reach.typed.take()
        {
            reach.in_use = Some(typed);
            reach.bounced = false;
        }
    })
    .await?;
    if let Some(former) = before.working(channel)
        && after.working(channel) != Some(former)
    {
        tell_former(work, &after, channel, former, "notices-replaced").await?;
    }
    tell::take_up(work, &after).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        assert_eq!(digits(" 123 456 "), "123456");
        assert_eq!(digits("١٢٣-۴۵۶"), "123456");
        assert_eq!(digits("ingen"), "");
    }
}
