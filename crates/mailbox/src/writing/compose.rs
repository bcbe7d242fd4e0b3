//! Making the MeMo of what somebody writes.

use access::Holder;
use basics::Id;
use documents::{Verdict, safe_file_name};
use memo::{
    AdditionalDocument, File, ForwardData, MainDocument, Message, MessageBody, MessageHeader, MessageType,
    Recipient, ReplyData, Representative, Sender, Version, id_type,
};
use people::OrganisationTag;
use realm::Work;

use super::{Attached, Draft, ForwardTo, Sheet, WriteError};
use crate::files::Incoming;
use crate::letters::{Letter, Stored};
use crate::{Mailbox, MailboxError, senders};

/// The longest text, in characters: some eight pages.
pub const LONGEST_TEXT: usize = 20_000;
/// The longest subject, in characters: a MeMo has 256, and an answer puts a word in front.
pub const LONGEST_SUBJECT: usize = 200;
/// The longest comment that a MeMo takes beside a forwarded letter.
const LONGEST_COMMENT: usize = 500;

/// Who gets what is written.
pub(super) struct Receiver {
    pub(super) holder: Holder,
    pub(super) label: String,
    id: String,
    id_type: &'static str,
}

/// Who writes, and for whom.
pub(super) struct Writer {
    sender: Sender,
}

/// The holder as a sender; whoever writes for them stands beside, so that the receiver sees who helped.
pub(super) async fn writer(work: &mut Work<'_>, holder: Holder) -> Result<Writer, WriteError> {
    let mut sender = match holder {
        Holder::Person(id) => {
            let person = people::person(work.tx(), id).await?.ok_or(WriteError::NoNumber)?;
            let closed = |_| WriteError::Mailbox(MailboxError::Closed { what: "people.cpr" });
            let cpr = people::cpr::reveal(work, id, "to send a letter").await.map_err(closed)?;
            let cpr = cpr.ok_or(WriteError::NoNumber)?;
            Sender::new(cpr.expose(), id_type::CPR, cut(&person.name, 256))
        }
        Holder::Organisation(id) => {
            let organisation = people::organisation(work.tx(), id).await?.ok_or(WriteError::NoNumber)?;
            let cvr = organisation.cvr.ok_or(WriteError::NoNumber)?;
            Sender::new(cvr.to_string(), id_type::CVR, cut(&organisation.name, 256))
        }
    };
    let writes_for_another = match (holder, work.actor.person) {
        (Holder::Person(owner), Some(actor)) => owner != actor,
        (Holder::Organisation(_), Some(_)) => true,
        (_, None) => false,
    };
    if writes_for_another {
        sender.representative =
            Some(Representative { label: Some(cut(&work.actor.label, 256)), ..Representative::default() });
    }
    Ok(Writer { sender })
}

/// Who an answer to the letter goes to: the organisation whose system sent it, else the one that it names.
pub(super) async fn receiver_of_reply(
    work: &Work<'_>,
    mailbox: &Mailbox,
    original: &Message<Stored>,
    letter: &Letter,
) -> Result<Option<Receiver>, WriteError> {
    if let Some(system) = crate::letters::sql::sender_of(work.tx(), mailbox.id, letter.id).await?
        && let Some(organisation) = senders::organisation_of(work.tx(), system).await?
        && let Some(receiver) = of_organisation(work, organisation.id).await?
    {
        return Ok(Some(receiver));
    }
    let sender = &original.header.sender;
    if sender.id_type.eq_ignore_ascii_case(id_type::CVR) {
        let Ok(cvr) = sender.sender_id.trim().parse() else { return Ok(None) };
        return receiver_of_forward(work, &ForwardTo::Organisation(cvr)).await;
    }
    if sender.id_type.eq_ignore_ascii_case(id_type::CPR) {
        let Ok(cpr) = sender.sender_id.trim().parse() else { return Ok(None) };
        return receiver_of_forward(work, &ForwardTo::Person(cpr)).await;
    }
    Ok(None)
}

pub(super) async fn receiver_of_forward(
    work: &Work<'_>,
    to: &ForwardTo,
) -> Result<Option<Receiver>, WriteError> {
    match to {
        ForwardTo::Organisation(cvr) => {
            match people::organisations_by_cvr(work.tx(), &[*cvr]).await?.first() {
                Some((_, organisation)) => of_organisation(work, *organisation).await,
                None => Ok(None),
            }
        }
        ForwardTo::Person(cpr) => {
            let person = people::cpr::find(work.tx(), &work.realm.vault, cpr).await?;
            Ok(person.map(|person| Receiver {
                holder: Holder::Person(person.id),
                label: person.name,
                id: cpr.expose().to_owned(),
                id_type: id_type::CPR,
            }))
        }
    }
}

pub(super) async fn receiver_by_id(
    work: &Work<'_>,
    organisation: Id<OrganisationTag>,
) -> Result<Option<Receiver>, WriteError> {
    of_organisation(work, organisation).await
}

async fn of_organisation(work: &Work<'_>, id: Id<OrganisationTag>) -> Result<Option<Receiver>, WriteError> {
    let organisation = people::organisation(work.tx(), id).await?;
    Ok(organisation.and_then(|organisation| {
        Some(Receiver {
            holder: Holder::Organisation(id),
            id: organisation.cvr?.to_string(),
            id_type: id_type::CVR,
            label: organisation.details.name,
        })
    }))
}

pub(super) fn reply(
    work: &Work<'_>,
    writer: &Writer,
    receiver: &Receiver,
    original: &Message<Stored>,
    letter: &Letter,
    draft: &Draft,
) -> Message<Incoming> {
    let subject = match draft.subject.trim() {
        "" => format!("Svar: {}", cut(&letter.head.subject, LONGEST_SUBJECT)),
        typed => typed.to_owned(),
    };
    let mut message = begin(work, writer, receiver, &subject);
    let was = &original.header;
    message.header.reply_data.push(ReplyData {
        message_id: was.message_id.clone(),
        message_uuid: was.message_uuid,
        reply_uuid: None,
        sender_id: Some(was.sender.sender_id.clone()),
        recipient_id: None,
        case_id: was
            .content_data
            .as_ref()
            .and_then(|data| data.case_id.as_ref())
            .map(|case| case.case_id.clone()),
        contact_point_id: was.sender.contact_point.as_ref().map(|point| point.contact_point_id.clone()),
        generating_system_id: None,
        comment: None,
        additional_reply_data: Vec::new(),
    });
    message.body = Some(body(work, draft));
    message
}

pub(super) fn new_letter(
    work: &Work<'_>,
    writer: &Writer,
    receiver: &Receiver,
    draft: &Draft,
) -> Message<Incoming> {
    let mut message = begin(work, writer, receiver, draft.subject.trim());
    message.body = Some(body(work, draft));
    message
}

pub(super) fn forward(
    work: &Work<'_>,
    writer: &Writer,
    receiver: &Receiver,
    original: Message<Stored>,
    files: Vec<Incoming>,
    letter: &Letter,
    comment: &str,
) -> Message<Incoming> {
    let subject = format!("Videresendt: {}", cut(&letter.head.subject, LONGEST_SUBJECT));
    let mut message = begin(work, writer, receiver, &subject);
    let was = &original.header;
    let comment = comment.trim();
    message.header.forward_data = Some(ForwardData {
        message_uuid: was.message_uuid,
        original_message_date_time: original.body.as_ref().map_or(letter.at, |body| body.created_date_time),
        original_sender: cut(&was.sender.label, 256),
        original_content_responsible: None,
        original_representative: was.sender.representative.as_ref().and_then(|by| by.label.clone()),
        contact_point_id: None,
        comment: Some(cut(comment, LONGEST_COMMENT)).filter(|comment| !comment.is_empty()),
    });
    let mut files = files.into_iter();
    let carried = crate::letters::with_contents(original, |_| {
        files.next().expect("there are as many contents as files")
    });
    message.body = carried.body;
    message
}

fn begin(work: &Work<'_>, writer: &Writer, receiver: &Receiver, subject: &str) -> Message<Incoming> {
    let mut recipient = Recipient::new(receiver.id.as_str(), receiver.id_type);
    recipient.label = Some(cut(&receiver.label, 256));
    let mut header = MessageHeader::new(
        MessageType::DigitalPost,
        Sheet::blank(work.realm).uuid(),
        cut(subject, 256),
        writer.sender.clone(),
        recipient,
    );
    header.reply = Some(true);
    Message::new(Version::V1_2, header)
}

fn body(work: &Work<'_>, draft: &Draft) -> MessageBody<Incoming> {
    let html = Incoming::of(as_html(&draft.text).into_bytes());
    let main = MainDocument::new(File::new("text/html", "brev.html", "da", html));
    let mut body = MessageBody::new(work.now(), main);
    for file in &draft.files {
        let Some(kind) = kind_of(file) else { continue };
        let name = safe_file_name(&file.name, kind);
        let content = Incoming::of(file.bytes.clone());
        body.additional_documents.push(AdditionalDocument {
            additional_document_id: None,
            label: Some(cut(&name, 256)),
            files: vec![File::new(kind.mime(), name, "da", content)],
            actions: Vec::new(),
        });
    }
    body
}

/// What a file is; `None` where it may be dangerous.
pub(super) fn kind_of(file: &Attached) -> Option<documents::Kind> {
    let head = &file.bytes[..file.bytes.len().min(8192)];
    match Verdict::of(&file.mime, &file.name, head) {
        Verdict::Agrees(kind) => Some(kind),
        Verdict::Differs { found, .. } => Some(found),
        Verdict::Dangerous(_) => None,
    }
}

/// The text as paragraphs. It is shown as any other letter's, made safe once more.
fn as_html(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let paragraphs = text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty());
    let escaped = paragraphs.map(|paragraph| {
        let safe = paragraph.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        format!("<p>{}</p>", safe.replace('\n', "<br>"))
    });
    format!(
        "<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>{}</body></html>",
        escaped.collect::<String>()
    )
}

fn cut(text: &str, most: usize) -> String {
    text.chars().filter(|c| !c.is_control()).take(most).collect::<String>().trim().to_owned()
}
