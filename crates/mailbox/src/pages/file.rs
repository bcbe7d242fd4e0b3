//! Files of letters, and the calendar entries of appointments, as their own answers: told as what their bytes are, closed in
//! by a policy of their own, and never run.

use askama::Template;
use axum::body::{Body, Bytes};
use axum::response::{IntoResponse as _, Response};
use documents::{Kind, Preview, Verdict, clean_html, content_disposition, decoded};
use futures_util::stream;
use http::header::{
    CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS,
};
use http::{HeaderMap, HeaderValue, StatusCode};
use memo::{ActionTarget, File};
use page::{Problem, Query, Shell, html};
use serde::Deserialize;

use super::documents::{Ways, by_itself, first_of, language, name_of};
use super::frame::Frame;
use super::whose::{Looking, Whose};
use crate::MailboxError;
use crate::files::OpenFile;
use crate::letters::{Letter, Stored};
use crate::reading::{self, Look};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    /// `ja` for whoever wants to save the file rather than look at it.
    hent: String,
}

/// A file that is a page: shown as a page of ours, made safe.
#[derive(Template)]
#[template(path = "letter/file.html")]
struct FilePage {
    shell: Shell,
    frame: Frame,
    lang: String,
    dir: &'static str,
    html: String,
    save: String,
}

/// Why a file is not shown, or not even handed out.
#[derive(Template)]
#[template(path = "letter/warned.html")]
struct WarnedPage {
    shell: Shell,
    frame: Frame,
    text: String,
    save: Option<String>,
}

pub(super) async fn file(whose: Whose, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let looking = whose.look().await?;
    let letter = whose.letter(&looking).await?;
    let n: usize = whose.part("n")?;
    let vault = &whose.visit.realm.vault;
    let found = reading::file_of(&looking.tx, vault, &looking.permit, &looking.mailbox, &letter, n).await?;
    let (file, open) = found.ok_or_else(|| whose.not_found())?;
    let verdict = super::documents::verdict_of(&whose.visit, &looking.tx, &file).await?;
    let looking = whose.note_look(looking, Look::File(letter.id, n)).await?;
    let saves = asked.hent == "ja";
    match Ways::of(verdict) {
        Ways::Never => warned(&whose, &looking, &letter, &file, verdict).await,
        Ways::Differs if !saves => warned(&whose, &looking, &letter, &file, verdict).await,
        Ways::Open(Preview::SafeHtml) if !saves => as_page(&whose, &looking, &letter, &file, verdict).await,
        _ if verdict.kind() == Kind::Html => saved_page(&whose, &looking, &file, verdict).await,
        ways => {
            drop(looking.tx);
            Ok(served(&whose, file, open, verdict, matches!(ways, Ways::Open(_)) && !saves))
        }
    }
}

fn save_link(whose: &Whose, letter: &Letter) -> Result<String, Problem> {
    let n: usize = whose.part("n")?;
    Ok(whose.visit.href(&whose.path(&format!("/brev/{}/fil/{n}?hent=ja", letter.id))))
}

async fn warned(
    whose: &Whose,
    looking: &Looking,
    letter: &Letter,
    file: &File<Stored>,
    verdict: Verdict,
) -> Result<Response, Problem> {
    let words = whose.visit.words;
    let (key, status, save) = if verdict.is_dangerous() {
        ("mail-file-never-text", StatusCode::FORBIDDEN, None)
    } else {
        ("mail-file-differs-text", StatusCode::OK, Some(save_link(whose, letter)?))
    };
    let shell = whose.visit.shell(name_of(file, verdict));
    let page = html(&WarnedPage {
        shell: shell.back_to(&whose.path(&format!("/brev/{}", letter.id))),
        frame: Frame::bare(whose, &looking.tx).await?,
        text: words.t(key),
        save,
    });
    Ok((status, page).into_response())
}

async fn as_page(
    whose: &Whose,
    looking: &Looking,
    letter: &Letter,
    file: &File<Stored>,
    verdict: Verdict,
) -> Result<Response, Problem> {
    let bytes = first_of(&whose.visit, &looking.tx, &file.content, documents::LARGEST_PAGE + 1).await?;
    let shell = whose.visit.shell(name_of(file, verdict));
    let (lang, dir) = language(&file.language);
    let mut response = html(&FilePage {
        shell: shell.back_to(&whose.path(&format!("/brev/{}", letter.id))),
        frame: Frame::bare(whose, &looking.tx).await?,
        lang,
        dir,
        html: clean_html(&decoded(&bytes)).html,
        save: save_link(whose, letter)?,
    });
    response.headers_mut().insert(CONTENT_SECURITY_POLICY, page::policy::WITH_PICTURES_WITHIN);
    Ok(response)
}

/// A page to save is the one that is shown: a browser trusts what lies on a disk more than it should.
async fn saved_page(
    whose: &Whose,
    looking: &Looking,
    file: &File<Stored>,
    verdict: Verdict,
) -> Result<Response, Problem> {
    let bytes = first_of(&whose.visit, &looking.tx, &file.content, documents::LARGEST_PAGE + 1).await?;
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static(Kind::Html.mime())),
        (CONTENT_DISPOSITION, disposition(&name_of(file, verdict), false)),
        (CONTENT_SECURITY_POLICY, page::policy::SEALED_IN),
    ];
    Ok((headers, by_itself(&bytes)).into_response())
}

/// The bytes, as they come out of the database.
fn served(
    whose: &Whose,
    file: File<Stored>,
    open: Option<OpenFile>,
    verdict: Verdict,
    inline: bool,
) -> Response {
    let kind = verdict.kind();
    let name = name_of(&file, verdict);
    let length = file.content.size();
    let body = match (file.content, open) {
        (Stored::Inside(bytes), _) => Body::from(bytes),
        (Stored::Apart(_), Some(open)) => streamed(whose, open),
        (Stored::Apart(_), None) => return Problem::broken().into_response(),
    };
    let mime = match kind.preview() {
        Preview::Text => format!("{}; charset=utf-8", kind.mime()),
        _ => kind.mime().to_owned(),
    };
    let mut headers = HeaderMap::new();
    let is_pdf = kind.preview() == Preview::Pdf;
    headers.insert(CONTENT_TYPE, HeaderValue::from_str(&mime).expect("media types are plain"));
    headers.insert(CONTENT_LENGTH, HeaderValue::from(length));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(CONTENT_DISPOSITION, disposition(&name, inline));
    headers.insert(
        CONTENT_SECURITY_POLICY,
        if is_pdf && inline { page::policy::PDF } else { page::policy::SEALED_IN },
    );
    (headers, body).into_response()
}

pub(super) fn disposition(name: &str, inline: bool) -> HeaderValue {
    HeaderValue::from_str(&content_disposition(name, inline)).expect("it fits on a line of a header")
}

/// A file piece by piece, each in a reading of its own, so that whoever reads slowly keeps nothing from anybody.
fn streamed(whose: &Whose, file: OpenFile) -> Body {
    let realm = whose.visit.realm.clone();
    Body::from_stream(stream::try_unfold((realm, file, 0_i64), async |(realm, file, n)| {
        let piece = file.piece(&realm.read().await?, n).await?;
        Ok::<_, MailboxError>(piece.map(|piece| (Bytes::from(piece), (realm, file, n + 1))))
    }))
}

pub(super) async fn appointment(whose: Whose) -> Result<Response, Problem> {
    let looking = whose.look().await?;
    let letter = whose.letter(&looking).await?;
    let file: String = whose.part("file")?;
    let n: usize = file.strip_suffix(".ics").and_then(|n| n.parse().ok()).ok_or_else(|| whose.not_found())?;
    let looking = whose.note_look(looking, Look::Export(letter.id)).await?;
    let Looking { tx, permit, mailbox, .. } = &looking;
    let message = reading::message_of(tx, permit, mailbox, &letter).await?;
    let action = message.as_ref().and_then(|message| message.actions().nth(n));
    let Some(ActionTarget::Reservation(reservation)) = action.and_then(|action| action.target.as_ref())
    else {
        return Err(whose.not_found());
    };
    let calendar = memo::calendar::calendar(reservation, whose.visit.realm.now());
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static("text/calendar; charset=utf-8")),
        (CONTENT_DISPOSITION, disposition("aftale.ics", false)),
        (CONTENT_SECURITY_POLICY, page::policy::SEALED_IN),
    ];
    Ok((headers, calendar).into_response())
}
