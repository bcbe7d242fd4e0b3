//! `/staff/surveys/new`: a file and its codebook are taken in as the next version of a survey.

use access::{Action as _, AnalyseSurveys, ImportSurveys, allow, allow_to_see};
use askama::Template;
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{DefaultBodyLimit, Multipart};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use http::StatusCode;
use page::{FieldErrors, May, Problem, Routes, Shell, Visit, html};
use zeroize::Zeroizing;

use super::view::Wrong;
use super::{PATH, broken, language, redirect, say};
use crate::kept::{self, Held, ImportError, KeptError};

pub(super) const NEW: &str = "/staff/surveys/new";

/// The largest file that is taken at a page, in bytes; the command line takes any.
const LARGEST: usize = 64 * 1024 * 1024;
/// The longest codebook, in bytes.
const LONGEST: usize = 1024 * 1024;
/// How many wrong rows a page lists.
const LISTED: usize = 200;

pub(super) fn routes() -> Routes {
    let upload = DefaultBodyLimit::max(LARGEST + 2 * LONGEST);
    Routes::new().get(NEW, May::Do(ImportSurveys::NAME), get(form)).post(
        NEW,
        May::Do(ImportSurveys::NAME),
        post(taken).layer(upload),
    )
}

#[derive(Default)]
struct Sent {
    survey: String,
    name: String,
    data: Option<(String, Zeroizing<Vec<u8>>)>,
    codebook: Option<(String, Zeroizing<Vec<u8>>)>,
    leave_out: bool,
    too_large: bool,
}

#[derive(Template)]
#[template(path = "insight/new.html")]
struct NewPage {
    shell: Shell,
    errors: FieldErrors,
    surveys: Vec<(String, String)>,
    survey: String,
    new_name: String,
    leave_out: bool,
    wrong: Vec<Wrong>,
    wrong_count: u64,
}

async fn form(visit: Visit) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    allow_to_see::<ImportSurveys>(&visit.realm, &visit.actor(), &tx, ()).await?;
    drop(tx);
    Ok(html(&page(&visit, FieldErrors::default(), &Sent::default()).await?))
}

async fn page(visit: &Visit, errors: FieldErrors, sent: &Sent) -> Result<NewPage, Problem> {
    let words = visit.staff_words();
    let tx = visit.realm.read().await?;
    let mut surveys = vec![(String::new(), words.t("insight-new-survey"))];
    let permit = allow_to_see::<AnalyseSurveys>(&visit.realm, &visit.actor(), &tx, ()).await?;
    for survey in kept::surveys(&tx, &permit).await.map_err(broken)? {
        surveys.push((survey.name.clone(), say(&survey.title(), language(visit))));
    }
    let shell = visit
        .staff_shell(words.t("insight-new-title"))
        .crumb(words.t("insight-title"), PATH)
        .with_errors(!errors.is_empty());
    let (survey, new_name, leave_out) = (sent.survey.clone(), sent.name.clone(), sent.leave_out);
    Ok(NewPage { shell, errors, surveys, survey, new_name, leave_out, wrong: Vec::new(), wrong_count: 0 })
}

async fn taken(visit: Visit, form: Multipart) -> Result<Response, Problem> {
    let words = visit.staff_words();
    let sent = read(form).await?;
    let mut errors = FieldErrors::default();
    let name = if sent.survey.is_empty() { sent.name.trim() } else { &sent.survey };
    if name.is_empty() {
        errors.add("name", words.t("insight-new-name-missing"));
    }
    if sent.too_large {
        errors.add("data", words.t("insight-new-too-large"));
    } else if sent.data.is_none() {
        errors.add("data", words.t("insight-new-data-missing"));
    }
    if sent.codebook.is_none() {
        errors.add("codebook", words.t("insight-new-codebook-missing"));
    }
    if let (true, Some((file, data)), Some((book, text))) = (errors.is_empty(), &sent.data, &sent.codebook) {
        match import(
            &visit,
            name,
            (file.as_str(), data.as_slice()),
            (book.as_str(), text.as_slice()),
            sent.leave_out,
        )
        .await
        {
            Ok(path) => return Ok(redirect(&visit, &path)),
            Err(Refused::Problem(problem)) => return Err(problem),
            Err(Refused::Wrong(wrong)) => {
                let mut page = page(&visit, FieldErrors::default(), &sent).await?;
                let mut errors = FieldErrors::default();
                match wrong {
                    ImportError::WrongRows { count, rows } => {
                        errors.add("data", words.t1("insight-new-wrong-rows", "count", count));
                        page.wrong_count = count;
                        page.wrong = rows.iter().take(LISTED).map(|row| Wrong::of(row, words)).collect();
                    }
                    ImportError::Same(version) => {
                        errors.add("data", words.t1("insight-new-same", "version", version));
                    }
                    ImportError::Name(_) => errors.add("name", words.t("insight-new-name-wrong")),
                    ImportError::Unusable(why) => {
                        errors.add("data", words.t1("insight-new-unusable", "why", why.said(words)));
                    }
                    ImportError::Kept(error) => return Err(broken(error)),
                }
                page.shell.has_errors = true;
                page.errors = errors;
                return Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)).into_response());
            }
        }
    }
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page(&visit, errors, &sent).await?)).into_response())
}

enum Refused {
    Problem(Problem),
    Wrong(ImportError),
}

async fn import(
    visit: &Visit,
    name: &str,
    (file, data): (&str, &[u8]),
    (book, text): (&str, &[u8]),
    leave_out: bool,
) -> Result<String, Refused> {
    let failed = |error: KeptError| Refused::Problem(broken(error));
    let held = Held::of(file, data).map_err(|error| failed(error.into()))?;
    let (book, text) = (book.to_owned(), String::from_utf8_lossy(text).into_owned());
    let checked = tokio::task::spawn_blocking(move || kept::check(held, &book, &text, leave_out));
    let checked = checked.await.map_err(|_| Refused::Problem(Problem::broken()))?.map_err(Refused::Wrong)?;
    let work = visit.realm.work(visit.actor()).await.map_err(|error| Refused::Problem(error.into()))?;
    let (mut work, permit) = allow::<ImportSurveys>(work, ()).await.map_err(Refused::Problem)?;
    let taken = kept::take(&mut work, &permit, name, &checked, |_, _| ()).await.map_err(Refused::Wrong)?;
    work.commit().await.map_err(|error| Refused::Problem(error.into()))?;
    Ok(format!("{PATH}/{}/{}/file", taken.survey, taken.version))
}

async fn read(mut form: Multipart) -> Result<Sent, Problem> {
    let mut sent = Sent::default();
    while let Some(field) = form.next_field().await.map_err(unread)? {
        let name = field.name().unwrap_or_default().to_owned();
        let file = field.file_name().unwrap_or_default().to_owned();
        match name.as_str() {
            "survey" => sent.survey = text(field).await?,
            "name" => sent.name = text(field).await?,
            "leave_out" => sent.leave_out = !text(field).await?.is_empty(),
            "data" | "codebook" => {
                let most = if name == "data" { LARGEST } else { LONGEST };
                let bytes = bytes(field, most).await?;
                sent.too_large |= bytes.is_none();
                let there =
                    bytes.filter(|bytes| !file.is_empty() || !bytes.is_empty()).map(|bytes| (file, bytes));
                if name == "data" { sent.data = there } else { sent.codebook = there }
            }
            _ => {}
        }
    }
    Ok(sent)
}

async fn text(field: Field<'_>) -> Result<String, Problem> {
    let bytes = bytes(field, LONGEST).await?.ok_or_else(Problem::too_large)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The content of a field; `None` where it is longer than `most`. It is read to its end either way.
async fn bytes(mut field: Field<'_>, most: usize) -> Result<Option<Zeroizing<Vec<u8>>>, Problem> {
    let mut all = Zeroizing::new(Vec::new());
    let mut fits = true;
    while let Some(piece) = field.chunk().await.map_err(unread)? {
        fits &= all.len() + piece.len() <= most;
        if fits {
            all.extend_from_slice(&piece);
        }
    }
    Ok(fits.then_some(all))
}

#[expect(clippy::needless_pass_by_value, reason = "it maps errors")]
fn unread(error: MultipartError) -> Problem {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE { Problem::too_large() } else { Problem::unreadable() }
}
