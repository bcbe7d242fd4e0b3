//! The letter about what was sent: from a made-up authority, as a MeMo like every other, with everything that was answered.

use std::fmt::Write as _;

use access::Holder;
use askama::Template;
use basics::Id;
use mailbox::files::Incoming;
use mailbox::intake::{Arrival, message_uuid, put_letter, recipient_of};
use mailbox::letters::{Direction, LetterTag};
use mailbox::{Mailbox, Way, mailbox_of, open_mailbox};
use memo::{
    AdditionalDocument, File, MainDocument, Message, MessageBody, MessageHeader, MessageType, Recipient,
    Sender, Version, id_type,
};
use realm::Work;
use uuid::Uuid;
use words::Words;

use super::{Application, ApplicationError};
use crate::forms::{Checked, Form, Outcome};

#[derive(Template)]
#[template(path = "letter.html")]
struct Letter<'a> {
    lang: &'static str,
    dir: &'static str,
    title: &'a str,
    sender: &'a str,
    name: &'a str,
    words: &'a Words,
    number: &'a str,
    date: String,
    lines: &'a [(String, String)],
    outcome: Option<(String, String)>,
}

/// Puts the letter into the owner's mailbox. Nothing is put where a person has none; a company that is written to has one from
/// then on.
pub(super) async fn put(
    work: &mut Work<'_>,
    application: &Application,
    checked: &Checked,
    words: &Words,
) -> Result<Option<Id<LetterTag>>, ApplicationError> {
    let Some(mailbox) = box_of(work, application.owner).await? else { return Ok(None) };
    let Some(recipient) = recipient_of(work, application.owner, "to send a receipt").await? else {
        return Ok(None);
    };
    let message = message(work, application, checked, words, recipient)?;
    let arrival = Arrival::of(message, Vec::new());
    Ok(Some(put_letter(work, &mailbox, arrival, Direction::In, None).await?))
}

async fn box_of(work: &mut Work<'_>, owner: Holder) -> Result<Option<Mailbox>, ApplicationError> {
    match owner {
        Holder::Person(_) => Ok(mailbox_of(work.tx(), &work.realm.vault, owner).await?),
        Holder::Organisation(_) => Ok(Some(open_mailbox(work, owner, Way::Digital).await?.0)),
    }
}

fn message(
    work: &Work<'_>,
    application: &Application,
    checked: &Checked,
    words: &Words,
    recipient: Recipient,
) -> Result<Message<Incoming>, ApplicationError> {
    let form = application.form;
    let language = words.language();
    let number = application.number.as_deref().unwrap_or_default();
    let lines = checked.said(words, form);
    let outcome = outcome(words, form, checked);
    let title = words.t1("selfservice-letter-title", "form", words.t(&form.key("")));
    let sender_name = words.t(&form.key("sender"));
    let name = recipient.label.clone().unwrap_or_default();
    let letter = Letter {
        lang: language.code(),
        dir: language.direction().as_str(),
        title: &title,
        sender: &sender_name,
        name: &name,
        words,
        number,
        date: words.date(work.today()),
        lines: &lines,
        outcome: outcome.clone(),
    };
    let html = letter.render().map_err(|_| ApplicationError::Closed)?;
    let html = Incoming::of(html.into_bytes());
    let main = MainDocument::new(File::new("text/html", "kvittering.html", language.code(), html));
    let mut text = format!("{title}\n{}: {number}\n\n", words.t("selfservice-number"));
    for (label, said) in lines.iter().chain(&outcome) {
        // A string takes text.
        let _ = writeln!(text, "{label}: {said}");
    }
    let text = Incoming::of(text.into_bytes());
    let filename = format!("{}.txt", form.slug);
    let answers = AdditionalDocument::new(File::new("text/plain", filename, language.code(), text));
    let sender = Sender::new(sender_id(form).to_string(), id_type::AUTHORITY, sender_name);
    let mut header =
        MessageHeader::new(MessageType::DigitalPost, message_uuid(work), title.clone(), sender, recipient);
    header.notification = Some(words.t("selfservice-letter-notification"));
    header.reply = Some(false);
    let mut body = MessageBody::new(work.now(), main);
    body.additional_documents.push(answers);
    let mut message = Message::new(Version::V1_2, header);
    message.body = Some(body);
    Ok(message)
}

/// What was worked out from the answers, in words.
pub(crate) fn outcome(words: &Words, form: &Form, checked: &Checked) -> Option<(String, String)> {
    let Outcome { key, amount } = form.result?(checked)?;
    Some((words.t(&form.key(key)), amount.to_string()))
}

/// The authority of a form is made up; it has the same number in every letter.
fn sender_id(form: &Form) -> Uuid {
    Uuid::new_v5(&Uuid::NAMESPACE_OID, form.slug.as_bytes())
}
