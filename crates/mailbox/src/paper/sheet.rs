//! What is printed: the address where an envelope has its window, and the letter.

use access::Holder;
use basics::Language;
use documents::{Kind as FileKind, LARGEST_PAGE, Preview, clean_html, decoded, safe_file_name, text_of};
use memo::{File, Message};
use notices::PostalAddress;
use realm::Realm;
use store::Tx;
use words::{Words, words};

use super::{Kind, Paper};
use crate::letters::{Stored, memo_of};
use crate::{Mailbox, MailboxError, boxes, files};

/// A letter as it is printed.
pub(super) struct Sheet {
    pub(super) lang: String,
    pub(super) dir: &'static str,
    pub(super) name: String,
    pub(super) address: Option<PostalAddress>,
    /// Who writes; nobody in the letters of this room itself.
    pub(super) from: String,
    pub(super) date: String,
    pub(super) number: String,
    pub(super) subject: String,
    /// When it came, where it came before it was asked for on paper.
    pub(super) came: Option<String>,
    pub(super) body: Body,
    /// What belongs to the letter, by name.
    pub(super) enclosed: Option<String>,
    /// The files to be printed too: which they are, and their names.
    pub(super) files: Vec<(usize, String)>,
}

/// What stands on the sheet.
pub(super) enum Body {
    /// A page, made safe.
    Html(String),
    /// Paragraphs of lines.
    Text(Vec<Vec<String>>),
}

/// The sheet; `None` where its letter is gone.
pub(super) async fn sheet(tx: &Tx, realm: &Realm, paper: &Paper) -> Result<Option<Sheet>, MailboxError> {
    let Some(mailbox) = boxes::mailbox(tx, &realm.vault, paper.mailbox).await? else { return Ok(None) };
    let (name, address) = address_of(tx, mailbox.holder).await?;
    let words = words(language_of(tx, mailbox.holder).await?);
    let day = |at: jiff::Timestamp| words.date(at.to_zoned(realm.zone().clone()).date());
    let number = paper.number.map(|number| words.t1("paper-number", "number", number.to_string()));
    let own = Sheet {
        lang: words.language().code().to_owned(),
        dir: words.language().direction().as_str(),
        name,
        address,
        from: String::new(),
        date: day(paper.created_at),
        number: number.unwrap_or_default(),
        subject: String::new(),
        came: None,
        body: Body::Text(Vec::new()),
        enclosed: None,
        files: Vec::new(),
    };
    let Some(letter) = paper.letter else { return Ok(Some(of_ours(own, words, paper.kind))) };
    let Some(message) = memo_of(tx, &mailbox, letter).await? else { return Ok(None) };
    let came = paper.available_at.filter(|_| paper.kind == Kind::Older).map(day);
    let date = paper.available_at.map_or(own.date.clone(), day);
    let came = came.map(|date| words.t1("paper-older", "date", date));
    of_letter(tx, realm, words, Sheet { date, came, ..own }, &mailbox, &message).await.map(Some)
}

/// Who somebody is on an envelope, and where they live.
pub(super) async fn address_of(
    tx: &Tx,
    holder: Holder,
) -> Result<(String, Option<PostalAddress>), store::DbError> {
    match holder {
        Holder::Person(id) => {
            let name = people::person(tx, id).await?.map(|person| person.name).unwrap_or_default();
            let contact = notices::contact(tx, id).await?;
            Ok((name, contact.and_then(|contact| contact.address)))
        }
        Holder::Organisation(id) => {
            let known = people::organisation(tx, id).await?;
            Ok((known.map(|known| known.details.name).unwrap_or_default(), None))
        }
    }
}

async fn language_of(tx: &Tx, holder: Holder) -> Result<Language, store::DbError> {
    let Holder::Person(id) = holder else { return Ok(Language::default()) };
    let contact = notices::contact(tx, id).await?;
    Ok(contact.and_then(|contact| contact.language).unwrap_or_default())
}

/// A confirmation, or a warning.
fn of_ours(sheet: Sheet, words: &Words, kind: Kind) -> Sheet {
    let (key, paragraphs) = match kind {
        Kind::Warning => ("paper-warning", 2),
        _ => ("paper-confirmation", 3),
    };
    let text = (1..=paragraphs).map(|n| vec![words.t(&format!("{key}-{n}"))]).collect();
    Sheet { subject: words.t(&format!("{key}-subject")), body: Body::Text(text), ..sheet }
}

async fn of_letter(
    tx: &Tx,
    realm: &Realm,
    words: &Words,
    sheet: Sheet,
    _mailbox: &Mailbox,
    message: &Message<Stored>,
) -> Result<Sheet, MailboxError> {
    let technical = message.body.iter().flat_map(|body| &body.technical_documents);
    let for_machines: usize = technical.map(|document| document.files.len()).sum();
    let for_people = message.files().count().saturating_sub(for_machines);
    let of_main = message.body.as_ref().map_or(0, |body| body.main_document.files.len());
    let mut shown = None;
    let mut files = Vec::new();
    for (n, file) in message.files().enumerate().take(for_people) {
        let kind = kind_of(tx, realm, file).await?;
        if n < of_main && shown.is_none() && matches!(kind.preview(), Preview::SafeHtml | Preview::Text) {
            shown = Some((body(kind, &beginning(tx, realm, &file.content).await?), file.language.clone()));
        } else {
            files.push((n, safe_file_name(&file.filename, kind)));
        }
    }
    let (lang, dir) =
        match shown.as_ref().and_then(|(_, named)| Language::from_code(&named.to_ascii_lowercase())) {
            Some(language) => (language.code().to_owned(), language.direction().as_str()),
            None => ("da".to_owned(), "ltr"),
        };
    let body = match shown {
        Some((body, _)) => body,
        None => Body::Text(vec![vec![words.t("paper-no-text")]]),
    };
    let names: Vec<String> = files.iter().map(|(_, name)| name.clone()).collect();
    Ok(Sheet {
        lang,
        dir,
        from: message.header.sender.label.clone(),
        subject: message.header.label.clone(),
        body,
        enclosed: (!names.is_empty()).then(|| words.t1("paper-files", "files", names.join(", "))),
        files,
        ..sheet
    })
}

fn body(kind: FileKind, bytes: &[u8]) -> Body {
    if kind == FileKind::Html {
        return Body::Html(clean_html(&decoded(bytes)).html);
    }
    let text = text_of(kind, bytes).unwrap_or_default();
    let blocks = text.split("\n\n").filter(|block| !block.trim().is_empty());
    Body::Text(blocks.map(|block| block.trim_matches('\n').lines().map(str::to_owned).collect()).collect())
}

/// What the bytes of a file say it is.
pub(super) async fn kind_of(tx: &Tx, realm: &Realm, file: &File<Stored>) -> Result<FileKind, MailboxError> {
    match &file.content {
        Stored::Inside(bytes) => Ok(FileKind::sniff(bytes)),
        Stored::Apart(apart) => {
            let open = files::open(tx, &realm.vault, apart.id).await?;
            Ok(open.map_or(FileKind::Unknown, |open| open.kind))
        }
    }
}

/// As much of a file as is shown of a page.
async fn beginning(tx: &Tx, realm: &Realm, content: &Stored) -> Result<Vec<u8>, MailboxError> {
    let apart = match content {
        Stored::Inside(bytes) => return Ok(bytes.clone()),
        Stored::Apart(apart) => apart,
    };
    let missing = MailboxError::Closed { what: "mailbox.file" };
    let file = files::open(tx, &realm.vault, apart.id).await?.ok_or(missing)?;
    let mut bytes = Vec::new();
    let mut n = 0;
    while bytes.len() <= LARGEST_PAGE
        && let Some(piece) = file.piece(tx, n).await?
    {
        bytes.extend_from_slice(&piece);
        n += 1;
    }
    Ok(bytes)
}
