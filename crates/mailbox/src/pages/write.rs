//! Writing: answering a letter, writing a new one, and being told that it was sent.

use access::WriteMail;
use askama::Template;
use axum::extract::Multipart;
use axum::extract::multipart::MultipartRejection;
use axum::response::{IntoResponse as _, Response};
use basics::Id;
use documents::fold;
use http::StatusCode;
use page::{FieldErrors, Problem, Query, Shell, html};
use people::{Organisation, OrganisationKind, OrganisationTag};
use serde::Deserialize;
use store::Tx;
use words::Words;

use super::frame::{Frame, Place};
use super::line;
use super::may::WithLetter;
use super::upload::{self, Written};
use super::when;
use super::whose::{Looking, Whose};
use crate::intake::TakeError;
use crate::letters::{Direction, Letter, LetterTag};
use crate::reading;
use crate::terms::{PostTerms, post_terms};
use crate::writing::{self, LONGEST_SUBJECT, LONGEST_TEXT, Sheet, WriteError};

#[derive(Template)]
#[template(path = "write/letter.html")]
struct WritePage {
    shell: Shell,
    frame: Frame,
    errors: FieldErrors,
    /// Who it goes to.
    to: String,
    action: String,
    subject: String,
    text: String,
    sheet: Sheet,
    files_hint: String,
    /// Files were chosen, and must be chosen again.
    files_again: bool,
}

/// What a page to write on is about.
struct Paper<'a> {
    whose: &'a Whose,
    title: String,
    to: String,
    /// The address of the form, and of the page before it.
    path: String,
    back: String,
}

impl Paper<'_> {
    async fn page(&self, tx: &Tx, errors: FieldErrors, written: &Written) -> Result<WritePage, Problem> {
        let visit = &self.whose.visit;
        let terms = terms(self.whose);
        let shell = visit.shell(&self.title).with_errors(!errors.is_empty());
        Ok(WritePage {
            shell: shell.back_to(&self.back),
            frame: Frame::bare(self.whose, tx).await?,
            files_again: written.had_files && !errors.is_empty(),
            errors,
            to: self.to.clone(),
            action: visit.href(&self.path),
            subject: written.draft.subject.clone(),
            text: written.draft.text.clone(),
            sheet: written.draft.sheet.unwrap_or_else(|| Sheet::blank(&visit.realm)),
            files_hint: visit.words.t2(
                "mail-write-files-hint",
                "most",
                terms.most_files_written,
                "size",
                megabytes(&terms),
            ),
        })
    }

    /// The page once more, with what was typed and what is wrong with it.
    async fn refused(&self, tx: &Tx, errors: FieldErrors, written: &Written) -> Result<Response, Problem> {
        let page = self.page(tx, errors, written).await?;
        Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)).into_response())
    }
}

fn terms(whose: &Whose) -> PostTerms {
    post_terms(whose.visit.realm.now().to_zoned(whose.visit.realm.zone().clone()).date())
}

fn megabytes(terms: &PostTerms) -> i64 {
    terms.most_bytes_written / 1_000_000
}

fn reply_paper<'a>(whose: &'a Whose, letter: &Letter) -> Paper<'a> {
    Paper {
        whose,
        title: whose.visit.words.t("mail-reply-title"),
        to: letter.head.with.clone(),
        path: whose.path(&format!("/brev/{}/svar", letter.id)),
        back: whose.path(&format!("/brev/{}", letter.id)),
    }
}

pub(super) async fn reply(whose: Whose) -> Result<Response, Problem> {
    let looking = whose.look().await?;
    let letter = whose.letter(&looking).await?;
    whose.only_if(WithLetter::of(&looking, &letter).await?.write)?;
    may_reply(&whose, &letter)?;
    let mut written = Written::default();
    let subject: String = line::subject(&whose.visit, &letter).chars().take(LONGEST_SUBJECT - 10).collect();
    // The sender reads Danish, whatever language the page is in.
    written.draft.subject = format!("Svar: {subject}");
    let page = reply_paper(&whose, &letter).page(&looking.tx, FieldErrors::default(), &written).await?;
    Ok(html(&page))
}

fn may_reply(whose: &Whose, letter: &Letter) -> Result<(), Problem> {
    if letter.head.may_reply && letter.direction == Direction::In {
        return Ok(());
    }
    let back = whose.path(&format!("/brev/{}", letter.id));
    Err(Problem::own(StatusCode::CONFLICT, "no-reply").next("mail-to-letter", back))
}

pub(super) async fn send_reply(
    whose: Whose,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Problem> {
    let looking = whose.look().await?;
    let letter = whose.letter(&looking).await?;
    may_reply(&whose, &letter)?;
    drop(looking.tx);
    let written = upload::read(form.map_err(|_| Problem::unreadable())?, &terms(&whose)).await?;
    let paper = reply_paper(&whose, &letter);
    let sent = match too_much(&whose, &written) {
        Some(errors) => Err(errors),
        None => {
            let (mut work, permit) = whose.work::<WriteMail>().await?;
            let mailbox = &looking.mailbox;
            match writing::reply(&mut work, &permit, mailbox, &letter, &written.draft).await {
                Ok(sent) => {
                    work.commit().await?;
                    Ok(sent)
                }
                Err(error) => Err(errors_of(&whose, error, &written)?),
            }
        }
    };
    match sent {
        Ok(sent) => sent_to(&whose, sent, &letter).await,
        Err(errors) => paper.refused(&whose.visit.realm.read().await?, errors, &written).await,
    }
}

/// To the receipt; for whoever helps and does not reach what was sent, back to where the letter lies that they answered.
pub(super) async fn sent_to(
    whose: &Whose,
    sent: Id<LetterTag>,
    answered: &Letter,
) -> Result<Response, Problem> {
    let Looking { tx, permit, mailbox, .. } = whose.look().await?;
    let now = whose.visit.realm.now();
    Ok(match reading::letter(&tx, &permit, &mailbox, whose.person, sent, now).await? {
        Some(sent) => whose.redirect(&format!("/kvittering/{}", sent.id)),
        None => whose.redirect(&format!("{}?done=sent&count=1", Place::of(answered.folder).path())),
    })
}

/// What is beyond the rules, of which nothing was kept.
fn too_much(whose: &Whose, written: &Written) -> Option<FieldErrors> {
    let terms = terms(whose);
    let error = match written {
        Written { too_large: true, .. } => WriteError::TooLarge { most: terms.most_bytes_written },
        Written { too_many: true, .. } => WriteError::TooManyFiles { most: terms.most_files_written },
        _ => return None,
    };
    errors_of(whose, error, written).ok()
}

/// What is wrong with a letter, at the field that it is about.
pub(super) fn errors_of(whose: &Whose, error: WriteError, written: &Written) -> Result<FieldErrors, Problem> {
    let words: &Words = whose.visit.words;
    let (field, message) = match error {
        WriteError::NotThere => return Err(whose.not_found()),
        WriteError::NoReply => ("text", words.t("problem-no-reply-text")),
        WriteError::NoReceiver => ("to", words.t("mail-write-no-receiver")),
        WriteError::NoText => ("text", words.t("mail-write-no-text")),
        WriteError::LongText => {
            ("text", words.t1("mail-write-long-text", "most", words.number(number(LONGEST_TEXT))))
        }
        WriteError::Subject => ("subject", words.t1("mail-write-subject-wrong", "most", LONGEST_SUBJECT)),
        WriteError::Dangerous { n } => {
            let name = written.draft.files.get(n - 1).map_or("", |file| file.name.as_str());
            ("files", words.t1("mail-write-dangerous", "name", name))
        }
        WriteError::TooManyFiles { most } => ("files", words.t1("mail-write-too-many", "most", most)),
        WriteError::TooLarge { most } => {
            ("files", words.t1("mail-write-too-large", "size", most / 1_000_000))
        }
        WriteError::Full => ("to", words.t("mail-write-full")),
        WriteError::NoNumber => ("to", words.t("mail-write-no-number")),
        WriteError::Mailbox(error) | WriteError::Take(TakeError::Mailbox(error)) => return Err(error.into()),
        WriteError::Take(error) => {
            tracing::error!(%error, "a letter could not be kept");
            return Err(Problem::unavailable());
        }
    };
    let mut errors = FieldErrors::default();
    errors.add(field, message);
    Ok(errors)
}

fn number(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
}

/// An authority to write to.
struct Choice {
    name: String,
    href: String,
}

#[derive(Template)]
#[template(path = "write/choose.html")]
struct ChoosePage {
    shell: Shell,
    frame: Frame,
    q: String,
    found: Option<String>,
    choices: Vec<Choice>,
}

/// As many authorities as somebody reads through.
const MOST_CHOICES: usize = 30;

pub(super) async fn choose(whose: Whose, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let (visit, words) = (&whose.visit, whose.visit.words);
    let looking = whose.look().await?;
    whose.only_if(looking.may.write_new())?;
    let q = asked.q.trim();
    let wanted: Vec<String> = q.split_whitespace().map(fold).collect();
    let all = people::organisations(&looking.tx).await?;
    let fits = |organisation: &&Organisation| {
        let name = fold(&organisation.name);
        can_be_written_to(organisation) && wanted.iter().all(|word| name.contains(word.as_str()))
    };
    let found: Vec<&Organisation> =
        if wanted.is_empty() { Vec::new() } else { all.iter().filter(fits).collect() };
    let count = found.len();
    let choices = found.into_iter().take(MOST_CHOICES).map(|organisation| Choice {
        name: organisation.name.clone(),
        href: visit.href(&whose.path(&format!("/nyt/{}", organisation.id))),
    });
    let shell = visit.shell(words.t("mail-new-title"));
    Ok(html(&ChoosePage {
        shell: shell.back_to(&whose.path("")),
        frame: Frame::bare(&whose, &looking.tx).await?,
        found: (!wanted.is_empty()).then(|| words.t2("mail-new-found", "count", count, "q", q)),
        q: q.to_owned(),
        choices: choices.collect(),
    }))
}

/// Authorities and libraries that are known by a number.
fn can_be_written_to(organisation: &Organisation) -> bool {
    let is_public = matches!(organisation.kind, OrganisationKind::Authority | OrganisationKind::Library);
    is_public && organisation.cvr.is_some()
}

async fn new_paper<'a>(whose: &'a Whose, tx: &Tx) -> Result<(Paper<'a>, Id<OrganisationTag>), Problem> {
    let id = whose.id("to")?;
    let organisation = people::organisation(tx, id).await?.filter(can_be_written_to);
    let organisation = organisation.ok_or_else(|| whose.not_found())?;
    let paper = Paper {
        whose,
        title: whose.visit.words.t("mail-new-title"),
        to: organisation.details.name,
        path: whose.path(&format!("/nyt/{id}")),
        back: whose.path("/nyt"),
    };
    Ok((paper, id))
}

pub(super) async fn new(whose: Whose) -> Result<Response, Problem> {
    let looking = whose.look().await?;
    whose.only_if(looking.may.write_new())?;
    let (paper, _) = new_paper(&whose, &looking.tx).await?;
    Ok(html(&paper.page(&looking.tx, FieldErrors::default(), &Written::default()).await?))
}

pub(super) async fn send_new(
    whose: Whose,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Problem> {
    let looking = whose.look().await?;
    let (paper, to) = new_paper(&whose, &looking.tx).await?;
    drop(looking.tx);
    let written = upload::read(form.map_err(|_| Problem::unreadable())?, &terms(&whose)).await?;
    let sent = match too_much(&whose, &written) {
        Some(errors) => Err(errors),
        None => {
            let (mut work, permit) = whose.work::<WriteMail>().await?;
            match writing::write_new(&mut work, &permit, &looking.mailbox, to, &written.draft).await {
                Ok(sent) => {
                    work.commit().await?;
                    Ok(sent)
                }
                Err(error) => Err(errors_of(&whose, error, &written)?),
            }
        }
    };
    match sent {
        Ok(sent) => Ok(whose.redirect(&format!("/kvittering/{sent}"))),
        Err(errors) => paper.refused(&whose.visit.realm.read().await?, errors, &written).await,
    }
}

#[derive(Template)]
#[template(path = "write/receipt.html")]
struct ReceiptPage {
    shell: Shell,
    frame: Frame,
    to: String,
    subject: String,
    at: String,
    letter: String,
}

pub(super) async fn receipt(whose: Whose) -> Result<Response, Problem> {
    let visit = &whose.visit;
    let looking = whose.look().await?;
    let letter = whose.letter(&looking).await?;
    if letter.direction == Direction::In {
        return Err(whose.not_found());
    }
    Ok(html(&ReceiptPage {
        shell: visit.shell(visit.words.t("mail-receipt-title")),
        frame: Frame::bare(&whose, &looking.tx).await?,
        to: letter.head.with.clone(),
        subject: line::subject(visit, &letter),
        at: when::moment(visit, letter.at),
        letter: visit.href(&whose.path(&format!("/brev/{}", letter.id))),
    }))
}
