//! Coming into a class: a code to type, or a link from the code on the wall with one button.

use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse as _, Response};
use http::header::SET_COOKIE;
use http::{HeaderMap, HeaderValue, StatusCode};
use page::{Caller, FieldErrors, Form, Problem, SeatMark, Shell, Site, Visit, cookies};
use practice::sandbox::{enter, refused};
use serde::Deserialize;

use crate::PATH;
use crate::class::Class;
use crate::register::{Classes, NotJoined};
use crate::secrets::{Code, is_secret, new_secret};
use crate::visits::ClassVisit;

/// What the cookie of a seat is called, before the end of its path completes it.
const SEAT: &str = "omtanke-seat";
/// Where it is sent: where one comes in, and nowhere else.
const WAY_IN: &str = "/klasse/med";
/// As long as a sandbox may lie unused, in seconds.
const KEPT_SECONDS: i64 = 24 * 3600;

#[derive(Template)]
#[template(path = "join.html")]
struct JoinPage {
    shell: Shell,
    errors: FieldErrors,
    typed: String,
    /// Whether the code came from the link, so that one button is enough.
    is_known: bool,
    /// The seat that this browser has in the class.
    own: Option<SeatMark>,
    /// The secret of the seat that this form takes. Sent twice, it takes one.
    seat: String,
    /// The secret of a seat for somebody else at the same browser.
    other_seat: String,
}

/// `GET /klasse/med`
pub(crate) async fn page(ClassVisit { visit, classes }: ClassVisit, headers: HeaderMap) -> Response {
    join_page(&visit, &classes, &headers, String::new(), FieldErrors::default()).into_response()
}

/// `GET /klasse/med/{code}`: from the code on the wall. Looking at it takes no seat.
pub(crate) async fn page_with_code(
    ClassVisit { visit, classes }: ClassVisit,
    Path(code): Path<String>,
    headers: HeaderMap,
) -> Response {
    let typed = code.parse::<Code>().map(|code| code.to_string()).unwrap_or_default();
    join_page(&visit, &classes, &headers, typed, FieldErrors::default()).into_response()
}

#[derive(Deserialize, Default)]
pub(crate) struct Wish {
    #[serde(default)]
    code: String,
    #[serde(default)]
    seat: String,
}

/// `POST /klasse/med`: takes a seat, and leads into its sandbox.
pub(crate) async fn join(
    ClassVisit { visit, classes }: ClassVisit,
    Caller(caller): Caller,
    headers: HeaderMap,
    Form(wish): Form<Wish>,
) -> Result<Response, Problem> {
    let now = classes.house().now();
    if !classes.guesses.may_try(caller, now) {
        return Err(Problem::own(StatusCode::TOO_MANY_REQUESTS, "class-guessed").next("class-join", WAY_IN));
    }
    let again = |key: &str| {
        let mut errors = FieldErrors::default();
        errors.add("code", visit.words.t(key));
        let page = join_page(&visit, &classes, &headers, wish.code.clone(), errors);
        Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
    };
    if wish.code.trim().is_empty() {
        return again("class-code-missing");
    }
    let secret = if is_secret(&wish.seat) { wish.seat.clone() } else { new_secret(&classes.house().chance) };
    let Ok(code) = wish.code.parse::<Code>() else { return again("class-code-digits") };
    match classes.join(&code, &secret).await {
        Ok((class, opened)) => {
            let mut response = enter(&visit, opened).await?;
            let cookie = seat_cookie(&visit.site, &class, &secret);
            let cookie = HeaderValue::from_str(&cookie).map_err(|_| Problem::broken())?;
            response.headers_mut().append(SET_COOKIE, cookie);
            Ok(response)
        }
        Err(NotJoined::NoSuchCode) => {
            classes.guesses.note(caller, now);
            again("class-code-wrong")
        }
        Err(NotJoined::Full) => again("class-full"),
        Err(NotJoined::NotOpened(why)) => Err(refused(&why).next("class-join", WAY_IN)),
        Err(NotJoined::Db(error)) => Err(error.into()),
        Err(NotJoined::Disk(error)) => {
            tracing::error!(%error, "a class cannot be written down");
            Err(Problem::unavailable())
        }
    }
}

fn join_page(
    visit: &Visit,
    classes: &Classes,
    headers: &HeaderMap,
    typed: String,
    errors: FieldErrors,
) -> Response {
    let chance = &classes.house().chance;
    let class = typed.parse::<Code>().ok().and_then(|code| classes.by_code(&code));
    let own = class.as_ref().and_then(|class| own_seat(visit, headers, class));
    let title = visit.words.t("class-join-title");
    let shell = visit.shell(title).with_errors(!errors.is_empty()).of_class();
    page::html(&JoinPage {
        shell: shell.crumb(visit.words.t("practice-outside-title"), "/oev"),
        is_known: errors.is_empty() && class.is_some(),
        errors,
        typed,
        seat: own.as_ref().map_or_else(|| new_secret(chance), |(_, secret)| secret.clone()),
        own: own.map(|(mark, _)| mark),
        other_seat: new_secret(chance),
    })
}

/// The seat in the class that this browser has taken, with its secret.
fn own_seat(visit: &Visit, headers: &HeaderMap, class: &Class) -> Option<(SeatMark, String)> {
    let value = cookies::read(headers, &cookies::secret_name(&visit.site, WAY_IN, SEAT))?;
    let (id, secret) = value.split_once('.')?;
    if id != class.id.to_string() {
        return None;
    }
    let record = class.read();
    let picture = &record.seat_of(secret)?.picture;
    let mark = SeatMark { colour: picture.colour_key(), noun: picture.thing_key(), told: 0 };
    Some((mark, secret.to_owned()))
}

fn seat_cookie(site: &Site, class: &Class, secret: &str) -> String {
    cookies::secret(site, WAY_IN, SEAT, &format!("{}.{secret}", class.id), KEPT_SECONDS)
}

/// The address that learners are led to by the code on the wall.
pub(crate) fn address(site: &Site, code: &Code) -> String {
    format!("{}{PATH}/med/{code}", site.public_url)
}
