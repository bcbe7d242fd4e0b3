//! Around the pages of a learner: what the class says goes before the page, and where the learner is goes to the class after it.
//!
//! While the class pauses, pages give way to one that says so. What is *sent* is let through: a form that somebody had filled in is
//! taken as it is, and only the page after it waits. So nothing that was typed is lost, and nothing has to be sent again.

use std::sync::Arc;

use askama::Template;
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::{Extension, Json};
use http::{HeaderMap, Method, header};
use page::{ClassSeat, Problem, SeatMark, Shell, Visit};
use practice::exercises::{Chosen, Standing, standings};
use practice::sandbox::{Key, Opened, Start, enter};
use realm::RealmKind;
use serde::Serialize;

use crate::areas::Area;
use crate::class::Class;
use crate::news::News;
use crate::register::Classes;

/// Where a learner's page asks what the teacher wants.
pub(crate) const ASK: &str = "/oevelse/klasse";
/// Where a learner begins anew, after which nothing is left of what was.
const BEGIN_ANEW: &str = "/oevelse/forfra";

/// What a learner meets instead of the page they asked for.
enum Instead {
    /// A page that says that there is a pause.
    Pause,
    /// The beginning, after the teacher has begun anew for them.
    Anew(String),
    /// Where everybody was sent.
    There(String),
}

/// Stands around every page of a sandbox that has a seat in a class; lets everything else through.
pub async fn in_class(
    classes: Option<Extension<Arc<Classes>>>,
    visit: Visit,
    request: Request,
    next: Next,
) -> Response {
    let Some(Extension(classes)) = classes.filter(|_| visit.realm.kind == RealmKind::Sandbox) else {
        return next.run(request).await;
    };
    let seat = classes.seat_in(&visit.realm);
    let mark = seat.as_ref().and_then(|(class, number)| mark(class, *number));
    let chosen = seat.as_ref().map(|(class, _)| class.read().chosen.clone());
    visit.realm.keep.get::<ClassSeat>().set(mark);
    visit.realm.keep.get::<Chosen>().set(&chosen.unwrap_or_default());
    let Some((class, number)) = seat else { return next.run(request).await };
    let path = request.uri().path().to_owned();
    let is_page = request.method() == Method::GET && is_page(request.headers(), &path);
    let is_sent = request.method() == Method::POST && !is_beside(&path);
    if !is_page && !is_sent {
        return next.run(request).await;
    }
    if is_page && let Some(instead) = instead(&class, number, &path) {
        return answer(&classes, &visit, instead).await;
    }
    let response = next.run(request).await;
    let standings = if path == BEGIN_ANEW { Vec::new() } else { read(&visit).await };
    if path == BEGIN_ANEW
        && let Some(key) = Key::of(&visit.realm)
    {
        // Another database lies under the same address now.
        classes.switch_quiz_at(&class, &key).await;
    }
    let now = classes.house().now();
    class.change(News::Learner(number), |record| {
        record.used_at = now;
        if let Some(seat) = record.seat_mut(number) {
            seat.step(Area::of(&path), &standings, now);
        }
    });
    response
}

/// Whether somebody looks at a page: not what belongs to one, and not what asks in the background.
fn is_page(headers: &HeaderMap, path: &str) -> bool {
    let says = |name: &str, value: &str| {
        headers.get(name).and_then(|header| header.to_str().ok()).is_some_and(|header| header.contains(value))
    };
    let is_background = headers.contains_key("sec-fetch-dest")
        && !["document", "iframe"].iter().any(|kind| says("sec-fetch-dest", kind));
    let wants_page = !headers.contains_key(header::ACCEPT) || says(header::ACCEPT.as_str(), "text/html");
    !is_background && !is_beside(path) && wants_page
}

/// What belongs to a page, and what the program asks itself while somebody signs in.
fn is_beside(path: &str) -> bool {
    let begin = [ASK, "/assets/", "/mitid/.well-known", "/mitid/jwks", "/mitid/token"];
    begin.iter().any(|begin| path.starts_with(begin))
}

fn mark(class: &Class, number: u16) -> Option<SeatMark> {
    let record = class.read();
    let seat = record.seat(number)?;
    Some(SeatMark { colour: seat.picture.colour_key(), noun: seat.picture.thing_key(), told: record.sent })
}

/// What the class wants instead of this page. Whoever is sent somewhere is sent once.
fn instead(class: &Class, number: u16, path: &str) -> Option<Instead> {
    let mut record = class.read();
    if record.is_paused {
        return Some(Instead::Pause);
    }
    let (sent, to, beginning) = (record.sent, record.sent_to.clone(), record.beginning());
    let seat = record.seat_mut(number)?;
    let is_to_follow = seat.followed < sent;
    seat.followed = sent;
    if std::mem::take(&mut seat.is_anew) {
        return Some(Instead::Anew(if is_to_follow { to } else { beginning }));
    }
    (is_to_follow && path != to).then_some(Instead::There(to))
}

#[derive(Template)]
#[template(path = "pause.html")]
struct PausePage {
    shell: Shell,
}

async fn answer(classes: &Classes, visit: &Visit, instead: Instead) -> Response {
    match instead {
        Instead::Pause => page::html(&PausePage { shell: visit.shell(visit.words.t("class-pause-title")) }),
        Instead::There(path) => Redirect::to(&visit.href(&path)).into_response(),
        Instead::Anew(path) => begin(classes, visit, path).await.unwrap_or_else(Problem::into_response),
    }
}

async fn begin(classes: &Classes, visit: &Visit, path: String) -> Result<Response, Problem> {
    let key = Key::of(&visit.realm).ok_or_else(Problem::not_found)?;
    let (_, start) = classes.sandboxes.began(&key).await.ok_or_else(Problem::not_found)?;
    let opened = Opened { realm: visit.realm.clone(), start: Start { path, ..start } };
    enter(visit, opened).await
}

/// How the learner's exercises stand. A teacher who is not told of one step is told of the next.
async fn read(visit: &Visit) -> Vec<Standing> {
    let read = async { standings(&visit.realm.read().await?).await };
    read.await
        .inspect_err(|error| tracing::warn!(%error, "a step of a learner cannot be read"))
        .unwrap_or_default()
}

/// What a learner's page is told when it asks.
#[derive(Serialize)]
pub(crate) struct Told {
    paused: bool,
    /// How often everybody has been sent somewhere.
    told: u64,
    /// Where last.
    href: String,
}

/// `GET /oevelse/klasse`, within a sandbox
pub(crate) async fn ask(
    classes: Option<Extension<Arc<Classes>>>,
    visit: Visit,
) -> Result<Json<Told>, Problem> {
    let Extension(classes) = classes.ok_or_else(Problem::not_found)?;
    let (class, number) = classes.seat_in(&visit.realm).ok_or_else(Problem::not_found)?;
    let record = class.read();
    // After the teacher has begun anew, a page that is open leads nowhere any more.
    let is_anew = record.seat(number).is_some_and(|seat| seat.is_anew);
    let (told, path) =
        if is_anew { (u64::MAX, record.beginning()) } else { (record.sent, record.sent_to.clone()) };
    Ok(Json(Told { paused: record.is_paused, told, href: visit.href(&path) }))
}
