//! The helper whom a holder has chosen: somebody who is told when important post stays unopened for weeks, and nothing else.
//! A helper reads nothing; that is another matter.
//!
//! The holder gets a code, shown once, and gives it to whom they trust; that person signs in, types it and says yes. Either
//! can end it at once.

mod code;
mod sql;
pub(crate) mod web;

use access::{ChooseMail, Permit};
use basics::Id;
use jiff::{SignedDuration, Timestamp};
use jobs::Urgency;
use notices::Notice;
use realm::{Change, PersonTag, Work};
use serde::Serialize;
use store::{DbError, Tx};
use words::Words;

use crate::boxes::{concerning, lock};
use crate::terms::post_terms;
use crate::{Mailbox, MailboxError, MailboxTag, telling};

pub(crate) use sql::helpers_of;
pub use sql::{Helped, Helper, helped_by, helper_of};

/// The page of whoever is helped, and of whoever helps.
pub(crate) const PATH: &str = "/min-side/hjaelper";

/// Which text both say yes to: the one of the page. A text that promises something else gets another number.
const CONSENT: i64 = 1;

#[derive(Serialize)]
struct Chosen {
    helper: Id<PersonTag>,
    consent: i64,
}

/// Makes a code for whoever is to help the holder, and gives it out this once. A code that was given before works no more.
///
/// # Errors
/// When the database does not answer.
pub async fn invite_helper(
    work: &mut Work<'_>,
    permit: &Permit<ChooseMail>,
    mailbox: &Mailbox,
) -> Result<String, DbError> {
    let code = code::new(&work.realm.chance);
    let days = post_terms(work.today()).helper_code_days;
    let expires_at = work.now() + SignedDuration::from_hours(24 * days);
    sql::put_invitation(work.tx(), mailbox.id, &code::hash(&code), CONSENT, work.now(), expires_at).await?;
    work.record(concerning(Change::new("mail_helper.invite", "box", &mailbox.id), permit.on()));
    Ok(code)
}

/// Why a code lets nobody help.
#[derive(Debug, thiserror::Error)]
pub enum AcceptError {
    /// It was never given, or it is over, or it was used.
    #[error("the code is not one that works")]
    NoCode,
    /// Nobody is their own helper.
    #[error("the code is one's own")]
    Oneself,
    /// The mailbox cannot be had.
    #[error(transparent)]
    Mailbox(#[from] MailboxError),
}

impl From<DbError> for AcceptError {
    fn from(error: DbError) -> Self {
        AcceptError::Mailbox(error.into())
    }
}

/// Takes a code that somebody was given: they are the holder's helper from now on, in place of any before. The holder is told.
///
/// # Errors
/// When the code does not work, or is the holder's own.
pub async fn accept_to_help(
    work: &mut Work<'_>,
    helper: Id<PersonTag>,
    typed: &str,
) -> Result<(), AcceptError> {
    let hash = code::hash(typed);
    let Some(invitation) = sql::take_invitation(work.tx(), &hash, work.now()).await? else {
        return Err(AcceptError::NoCode);
    };
    let mailbox = lock(work, invitation.mailbox).await?.ok_or(AcceptError::NoCode)?;
    let access::Holder::Person(owner) = mailbox.holder else { return Err(AcceptError::NoCode) };
    if owner == helper {
        return Err(AcceptError::Oneself);
    }
    sql::put_helper(work.tx(), mailbox.id, helper, invitation.consent, work.now()).await?;
    let chosen = Chosen { helper, consent: invitation.consent };
    work.record(Change::new("mail_helper.accept", "box", &mailbox.id).concerns(owner).after(&chosen));
    let name = people::person(work.tx(), helper).await?.map(|person| person.name).unwrap_or_default();
    telling::tell(work, owner, |words| accepted(words, &name)).await?;
    Ok(())
}

/// Ends that somebody helps; whoever is helped needs to give no reason. Says whether there was a helper.
///
/// # Errors
/// When the database does not answer.
pub async fn end_helper(
    work: &mut Work<'_>,
    permit: &Permit<ChooseMail>,
    mailbox: &Mailbox,
) -> Result<bool, DbError> {
    sql::forget_invitation(work.tx(), mailbox.id).await?;
    let ended = sql::end_helper(work.tx(), mailbox.id, None).await?;
    if ended {
        work.record(concerning(Change::new("mail_helper.end", "box", &mailbox.id), permit.on()));
    }
    Ok(ended)
}

/// Ends that `helper` helps, as they wish. Says whether they did.
///
/// # Errors
/// When the database does not answer.
pub async fn stop_helping(
    work: &mut Work<'_>,
    helper: Id<PersonTag>,
    mailbox: Id<MailboxTag>,
) -> Result<bool, MailboxError> {
    let Some(locked) = lock(work, mailbox).await? else { return Ok(false) };
    let ended = sql::end_helper(work.tx(), mailbox, Some(helper)).await?;
    if ended {
        work.record(concerning(Change::new("mail_helper.stop", "box", &mailbox), locked.holder));
    }
    Ok(ended)
}

/// Until when the code that was given last can be used; `None` where there is none.
pub(crate) async fn open_until(
    tx: &Tx,
    mailbox: Id<MailboxTag>,
    now: Timestamp,
) -> Result<Option<Timestamp>, DbError> {
    Ok(sql::invitation_of(tx, mailbox).await?.filter(|until| now < *until))
}

fn accepted(words: &Words, name: &str) -> Notice {
    let name: String = name.chars().filter(|c| !c.is_control()).take(40).collect();
    let say = |part: &str| words.t1(&format!("post-helper-accepted-{part}"), "name", &name);
    Notice {
        kind: "post.helper_accepted",
        subject: say("subject"),
        paragraphs: vec![say("1"), words.t("post-helper-accepted-2")],
        short: say("short"),
        link: Some(notices::Link { label: words.t("post-link-helper"), path: PATH.to_owned() }),
        news: false,
        urgency: Urgency::Ordinary,
    }
}

#[cfg(test)]
mod tests {
    use basics::Language;
    use words::words;

    use super::*;

    #[test]
    fn that_somebody_helps_is_told_in_every_language() {
        for language in Language::ALL {
            let long = "Annemarie Kirstine Rosenkrantz-Gyldenløve til Ravnholt";
            assert_eq!(accepted(words(language), long).check(), Ok(()), "{}", language.code());
        }
    }
}
