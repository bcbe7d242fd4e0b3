//! `/api/post`: where systems hand in messages, ask for receipts, and fetch what was written to their organisation.

use std::fs::File;

use access::Holder;
use axum::Json;
use axum::body::Body;
use axum::extract::{Path, Request};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use basics::Id;
use futures_util::StreamExt as _;
use http::header::{AUTHORIZATION, CONTENT_TYPE, WWW_AUTHENTICATE};
use http::{HeaderMap, StatusCode};
use memo::receipt::{Receipt, ReceiptStatus};
use page::{May, Problem, Query, Routes, Visit};
use realm::{Actor, Via};
use serde::{Deserialize, Serialize};
use tokio::io::{AsyncSeekExt as _, AsyncWriteExt as _};
use utoipa::openapi::OpenApi as Document;
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityScheme};
use utoipa::{Modify, OpenApi};
use uuid::Uuid;

use super::{Answer, Sending, TakeError, Taking, receipt_of, receipts_of, take_source};
use crate::boxes;
use crate::follow_up::{CallUp, not_opened_for};
use crate::letters::sql::handed_over;
use crate::letters::{LetterTag, memo_of};
use crate::reading::as_memo;
use crate::senders::{Sender, sender_by_secret};

/// Where messages are handed in.
pub const HAND_IN: &str = "/api/post/messages";
/// The most that is taken at once, in bytes: a batch as large as any (2 GB).
const LARGEST: u64 = 2_000_000_000;
/// The longest reason that a receipt has, in characters.
const LONGEST_REASON: usize = 512;
/// How many letters are listed at once.
const ON_A_PAGE: i64 = 500;

/// Describes the interface.
#[derive(OpenApi)]
#[openapi(paths(hand_in, transmission, receipt, letters, letter, not_opened), modifiers(&Secret))]
pub struct PostApi;

/// A system shows its secret with each call.
struct Secret;

impl Modify for Secret {
    fn modify(&self, document: &mut Document) {
        let secret = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
        document.components.get_or_insert_default().add_security_scheme("system", secret);
    }
}

/// The routes.
pub(crate) fn routes() -> Routes {
    let may = May::System;
    Routes::new()
        .post(HAND_IN, may, post(hand_in))
        .get("/api/post/transmissions/{id}", may, get(transmission))
        .get("/api/post/receipts/{message}", may, get(receipt))
        .get("/api/post/letters", may, get(letters))
        .get("/api/post/letters/{id}", may, get(letter))
        .get("/api/post/follow-up", may, get(not_opened))
}

/// What is answered about everything that was handed in together.
#[derive(Debug, Serialize)]
struct Answered {
    transmission: Uuid,
    receipts: Vec<Receipt>,
    /// What stopped the taking, where something did. What has a receipt is kept; the rest can be sent again.
    #[serde(skip_serializing_if = "Option::is_none")]
    stopped: Option<String>,
}

/// Hand in a message or a batch; each message is answered with a receipt.
#[utoipa::path(
    post,
    path = "/api/post/messages",
    request_body(content = Vec<u8>, content_type = "application/octet-stream", description = "One MeMo, or a tar.lzma of them"),
    responses(
        (status = 200, description = "The transmission and its receipts"),
        (status = 401, description = "The system is not let in"),
        (status = 422, description = "The batch is damaged; receipts of what was kept, and what stopped it"),
    ),
    security(("system" = []))
)]
async fn hand_in(visit: Visit, request: Request) -> Result<Response, Problem> {
    let (sender, sending) = system(&visit, request.headers()).await?;
    let spooled = spool(request.into_body()).await?;
    let actor = actor(&visit, &sender);
    let mut receipts = Vec::new();
    let taken = take_source(&visit.realm, &actor, &sending, spooled, |taking| {
        receipts.push(receipt_for(&taking, &sending, visit.realm.now()));
    })
    .await;
    let (status, stopped) = match taken {
        Ok(()) => (StatusCode::OK, None),
        Err(TakeError::Batch(error)) => (StatusCode::UNPROCESSABLE_ENTITY, Some(error.to_string())),
        Err(TakeError::Mailbox(error)) if receipts.is_empty() => return Err(error.into()),
        Err(error) => {
            tracing::error!(%error, "messages could not all be taken");
            (StatusCode::SERVICE_UNAVAILABLE, Some("not everything could be kept; send it again".to_owned()))
        }
    };
    let answered = Answered { transmission: sending.transmission, receipts, stopped };
    Ok((status, Json(answered)).into_response())
}

/// The receipts of what was handed in together.
#[utoipa::path(
    get,
    path = "/api/post/transmissions/{id}",
    params(("id" = Uuid, Path, description = "The transmission")),
    responses((status = 200, description = "The transmission and its receipts"), (status = 404, description = "Not this system's")),
    security(("system" = []))
)]
async fn transmission(visit: Visit, headers: HeaderMap, Path(id): Path<Uuid>) -> Result<Response, Problem> {
    let (_, sending) = system(&visit, &headers).await?;
    let answers = receipts_of(&visit.realm.read().await?, sending.system, id).await?;
    if answers.is_empty() {
        return Err(Problem::not_found());
    }
    let now = visit.realm.now();
    let receipts = answers.iter().map(|answer| answer.receipt(now)).collect();
    Ok(Json(Answered { transmission: id, receipts, stopped: None }).into_response())
}

/// The receipt of one message.
#[utoipa::path(
    get,
    path = "/api/post/receipts/{message}",
    params(("message" = Uuid, Path, description = "The messageUUID")),
    responses((status = 200, description = "The receipt"), (status = 404, description = "Not sent by this system")),
    security(("system" = []))
)]
async fn receipt(visit: Visit, headers: HeaderMap, Path(message): Path<Uuid>) -> Result<Response, Problem> {
    let (_, sending) = system(&visit, &headers).await?;
    let answer = receipt_of(&visit.realm.read().await?, sending.system, message).await?;
    let answer = answer.ok_or_else(Problem::not_found)?;
    Ok(Json(answer.receipt(visit.realm.now())).into_response())
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct After {
    /// The last letter that is known already.
    after: Option<Uuid>,
}

#[derive(Debug, Serialize)]
struct Listed {
    id: Id<LetterTag>,
    message: Uuid,
    at: jiff::Timestamp,
}

/// What has come to the organisation, the oldest first.
#[utoipa::path(
    get,
    path = "/api/post/letters",
    params(("after" = Option<Uuid>, Query, description = "The last letter that is known already")),
    responses((status = 200, description = "At most 500 letters: id, message, at")),
    security(("system" = []))
)]
async fn letters(
    visit: Visit,
    headers: HeaderMap,
    Query(After { after }): Query<After>,
) -> Result<Response, Problem> {
    let (sender, _) = system(&visit, &headers).await?;
    let tx = visit.realm.read().await?;
    let holder = Holder::Organisation(sender.organisation);
    let Some(mailbox) = boxes::mailbox_of(&tx, &visit.realm.vault, holder).await? else {
        return Ok(Json(Vec::<Listed>::new()).into_response());
    };
    let after = Id::from_uuid(after.unwrap_or_default());
    let rows = handed_over(&tx, mailbox.id, after, visit.realm.now(), ON_A_PAGE).await?;
    let listed: Vec<Listed> =
        rows.into_iter().map(|row| Listed { id: row.id, message: row.message_uuid, at: row.at }).collect();
    Ok(Json(listed).into_response())
}

/// One of them, as MeMo.
#[utoipa::path(
    get,
    path = "/api/post/letters/{id}",
    params(("id" = Uuid, Path, description = "The letter")),
    responses((status = 200, description = "The MeMo", content_type = "application/xml"), (status = 404, description = "No such letter of the organisation")),
    security(("system" = []))
)]
async fn letter(visit: Visit, headers: HeaderMap, Path(id): Path<Uuid>) -> Result<Response, Problem> {
    let (sender, _) = system(&visit, &headers).await?;
    let tx = visit.realm.read().await?;
    let holder = Holder::Organisation(sender.organisation);
    let mailbox = boxes::mailbox_of(&tx, &visit.realm.vault, holder).await?.ok_or_else(Problem::not_found)?;
    let message = memo_of(&tx, &mailbox, Id::from_uuid(id)).await?.ok_or_else(Problem::not_found)?;
    let document = as_memo(&tx, &visit.realm.vault, &message).await?;
    Ok(([(CONTENT_TYPE, "application/xml")], document).into_response())
}

/// Where a list goes on: behind this call-up.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Behind {
    at: Option<jiff::Timestamp>,
    message: Option<Uuid>,
}

/// A call-up that nobody has opened.
#[derive(Debug, Serialize)]
struct NotOpened {
    message: Uuid,
    at: jiff::Timestamp,
}

/// The organisation's call-ups that nobody has opened for longer than the rules say, the newest first.
#[utoipa::path(
    get,
    path = "/api/post/follow-up",
    params(
        ("at" = Option<String>, Query, description = "Of the last call-up that is known already"),
        ("message" = Option<Uuid>, Query, description = "Of the last call-up that is known already"),
    ),
    responses((status = 200, description = "At most 500 call-ups: message, at")),
    security(("system" = []))
)]
async fn not_opened(
    visit: Visit,
    headers: HeaderMap,
    Query(known): Query<Behind>,
) -> Result<Response, Problem> {
    let (sender, _) = system(&visit, &headers).await?;
    let behind = known.at.zip(known.message).map(|(at, message_uuid)| CallUp { message_uuid, at });
    let (tx, realm) = (visit.realm.read().await?, &visit.realm);
    let found = not_opened_for(&tx, &sender, realm.now(), realm.zone(), behind, ON_A_PAGE).await?;
    let listed: Vec<NotOpened> =
        found.into_iter().map(|one| NotOpened { message: one.message_uuid, at: one.at }).collect();
    Ok(Json(listed).into_response())
}

/// Which system calls; nobody is let in without its secret.
async fn system(visit: &Visit, headers: &HeaderMap) -> Result<(Sender, Sending), Problem> {
    let shown = headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    let secret = shown.and_then(|shown| shown.strip_prefix("Bearer ")).map(str::trim);
    let Some(secret) = secret else { return Err(let_in_first()) };
    let tx = visit.realm.read().await?;
    let Some((sender, cvr)) = sender_by_secret(&tx, secret).await? else { return Err(let_in_first()) };
    let sending = Sending {
        system: sender.id.uuid(),
        organisation: Some((sender.organisation, cvr)),
        transmission: visit.realm.chance.id(visit.realm.now()),
    };
    Ok((sender, sending))
}

fn let_in_first() -> Problem {
    Problem { detail: format!("{WWW_AUTHENTICATE}: Bearer"), ..Problem::sign_in_first() }
}

fn actor(visit: &Visit, sender: &Sender) -> Actor {
    Actor { request: visit.request.clone(), ..Actor::program(format!("system {}", sender.name), Via::Api) }
}

/// Puts the body aside in a file without a name, so that a slow sender holds neither memory nor the database.
async fn spool(body: Body) -> Result<File, Problem> {
    let aside = |error: std::io::Error| {
        tracing::error!(%error, "what is handed in cannot be put aside");
        Problem::unavailable()
    };
    let mut file = tokio::fs::File::from_std(tempfile::tempfile().map_err(aside)?);
    let mut stream = body.into_data_stream();
    let mut size = 0_u64;
    while let Some(piece) = stream.next().await {
        let piece = piece.map_err(|_| Problem::unreadable())?;
        size += piece.len() as u64;
        if size > LARGEST {
            return Err(Problem::too_large());
        }
        file.write_all(&piece).await.map_err(aside)?;
    }
    file.rewind().await.map_err(aside)?;
    Ok(file.into_std().await)
}

/// What is answered about one message.
pub fn receipt_for(taking: &Taking, sending: &Sending, now: jiff::Timestamp) -> Receipt {
    match taking {
        Taking::Answered(answer) => Answer::receipt(answer, now),
        Taking::Unreadable(unreadable) => Receipt {
            transmission_id: sending.transmission,
            message_uuid: unreadable.message_uuid.unwrap_or_default(),
            time_stamp: now,
            status: ReceiptStatus::Invalid,
            reason: Some(unreadable.why.chars().take(LONGEST_REASON).collect()),
        },
    }
}
