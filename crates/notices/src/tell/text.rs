//! A text message that somebody has asked another for, such as a reminder of an appointment by an authority.

use basics::Id;
use jiff::Timestamp;
use jobs::Urgency;
use realm::{PersonTag, Work};

use super::{Notice, TellError, order};
use crate::message::{HIDDEN, Message, MessageTag, sql};
use crate::{Channel, contact};

/// As much of a sender's name as a subject takes.
const LONGEST_SENDER: usize = 100;

/// Sends a text to somebody's confirmed mobile number, not before a moment, and by no other way, whatever they chose. It
/// stands in their log under the sender's name. `None` where they have no number that works; then nothing was written.
///
/// # Errors
/// When there is no such person, or the text has more than 160 characters or a link.
pub async fn text(
    work: &mut Work<'_>,
    person: Id<PersonTag>,
    kind: &'static str,
    sender: &str,
    text: &str,
    not_before: Timestamp,
) -> Result<Option<Id<MessageTag>>, TellError> {
    let contact = contact::lock(work, person).await?;
    if contact.mobile.working().is_none() {
        return Ok(None);
    }
    // What stands in place of codes must not be taken for one.
    let text = text.replace(HIDDEN, "******");
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let notice = Notice {
        kind,
        subject: one_line(sender),
        paragraphs: vec![lines.join("\n")],
        short: text.clone(),
        link: None,
        news: false,
        urgency: Urgency::Ordinary,
    };
    notice.check()?;
    let language = contact.language.unwrap_or_default();
    let message = Message {
        // For this number alone: what does not arrive there is not told in another way.
        apart: true,
        ..Message::new(work, person, language, notice, Some(Channel::Sms))
    };
    sql::insert(work.tx(), &message).await?;
    // In no line: one that waits for next week must not hold up one for today.
    jobs::order(work, order(&message).not_before(not_before)).await?;
    Ok(Some(message.id))
}

fn one_line(sender: &str) -> String {
    let visible: String = sender.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let words: Vec<&str> = visible.split_whitespace().collect();
    words.join(" ").chars().take(LONGEST_SENDER).collect()
}
