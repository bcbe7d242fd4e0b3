//! The letter that lies in a new mailbox and explains it in plain words.

use access::Holder;
use askama::Template;
use basics::Language;
use jobs::JobError;
use mailbox::files::Incoming;
use mailbox::intake::{message_uuid, recipient_of};
use memo::{
    Action, ActionTarget, EntryPoint, File, MainDocument, Message, MessageBody, MessageHeader, MessageType,
    Recipient, Sender, Version, action_code, id_type,
};
use page::Site;
use people::cpr::ReadCprError;
use realm::Work;
use uuid::Uuid;
use words::{Words, words};

use super::web::WELCOME;

/// What this installation is called as a sender, in every language.
const SENDER: &str = "Omtanke";
/// How many paragraphs the letter has.
const PARAGRAPHS: usize = 5;

/// The letter in one language.
struct Part {
    lang: &'static str,
    dir: &'static str,
    title: String,
    paragraphs: Vec<String>,
    link: String,
    phone: String,
}

#[derive(Template)]
#[template(path = "opening/letter.html")]
struct Letter {
    /// The receiver's language first, and Danish beneath it.
    parts: Vec<Part>,
    href: String,
    number: String,
}

/// The letter to a holder; `None` where their number is not known, since a message must be addressed to one.
pub(super) async fn welcome(
    work: &mut Work<'_>,
    site: &Site,
    holder: Holder,
) -> Result<Option<Message<Incoming>>, JobError> {
    let Some(recipient) = recipient(work, holder).await? else { return Ok(None) };
    let language = language(work, holder).await?;
    let theirs = words(language);
    let key = match holder {
        Holder::Person(_) => "welcome-letter",
        Holder::Organisation(_) => "welcome-company",
    };
    let href = format!("{}{}{WELCOME}", site.public_url, work.realm.prefix);
    let mut languages = vec![language, Language::Da];
    languages.dedup();
    let letter = Letter {
        parts: languages.into_iter().map(|language| part(words(language), key)).collect(),
        href: href.clone(),
        number: site.phone.number.clone(),
    };
    let html = letter.render().map_err(|_| JobError::Never("the letter cannot be written".to_owned()))?;
    let content = Incoming::of(html.into_bytes());
    let mut main = MainDocument::new(File::new("text/html", "velkommen.html", language.code(), content));
    let mut action = Action::new(theirs.t("welcome-letter-action"), action_code::SELF_SERVICE);
    action.target = Some(ActionTarget::EntryPoint(EntryPoint { url: href }));
    main.actions.push(action);
    let subject = theirs.t(&format!("{key}-title"));
    let sender = sender(site);
    let mut header =
        MessageHeader::new(MessageType::DigitalPost, message_uuid(work), subject, sender, recipient);
    header.notification = Some(theirs.t(&format!("{key}-notification")));
    header.reply = Some(false);
    let mut message = Message::new(Version::V1_2, header);
    message.body = Some(MessageBody::new(work.now(), main));
    Ok(Some(message))
}

fn part(words: &Words, key: &str) -> Part {
    let language = words.language();
    Part {
        lang: language.code(),
        dir: language.direction().as_str(),
        title: words.t(&format!("{key}-title")),
        paragraphs: (1..=PARAGRAPHS).map(|n| words.t(&format!("{key}-{n}"))).collect(),
        link: words.t("welcome-letter-action"),
        phone: words.t("welcome-letter-phone"),
    }
}

async fn language(work: &Work<'_>, holder: Holder) -> Result<Language, JobError> {
    let Holder::Person(person) = holder else { return Ok(Language::Da) };
    let contact = notices::contact(work.tx(), person).await?;
    Ok(contact.and_then(|contact| contact.language).unwrap_or_default())
}

async fn recipient(work: &mut Work<'_>, holder: Holder) -> Result<Option<Recipient>, JobError> {
    match recipient_of(work, holder, "to send the welcome letter").await {
        Ok(recipient) => Ok(recipient),
        Err(ReadCprError::Db(error)) => Err(error.into()),
        // Others must not wait for a number that does not open.
        Err(error) => {
            tracing::warn!(%error, "a mailbox is opened without a welcome letter");
            Ok(None)
        }
    }
}

/// This installation as a sender. It has no number in a register; its address on the web gives one that is always the same.
fn sender(site: &Site) -> Sender {
    let id = Uuid::new_v5(&Uuid::NAMESPACE_URL, site.public_url.as_bytes());
    Sender::new(id.to_string(), id_type::AUTHORITY, SENDER)
}
