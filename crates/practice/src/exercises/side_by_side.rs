//! Two people side by side on one screen: whoever gives on the left, whoever helps on the right. A teacher shows both at a projector,
//! and each of two learners does their part.
//!
//! Each side is a frame with the sandbox's own pages, by a door and with a cookie of its own (see [`Seat`]). Taking turns in one seat,
//! with a summary of what the other sees, would be one more page to keep true, and would show nobody's real page; frames need no script,
//! and what one does stands on the other side as soon as its page is asked for again. On a narrow screen the frames stand under each
//! other.

use askama::Template;
use axum::response::{AppendHeaders, IntoResponse as _, Redirect, Response};
use http::StatusCode;
use http::header::{CONTENT_SECURITY_POLICY, SET_COOKIE};
use page::{FieldErrors, Form, Problem, Query, Shell, Visit};
use people::session;
use serde::Deserialize;

use super::said::Said;
use super::task::base;
use super::{PATH, progress};
use crate::mitid::{self, PracticeUser};
use crate::sandbox::{Key, SandboxVisit, Seat, person, sign_in};
use crate::scenarios::library;

/// Where it is.
const TWO: &str = "/oevelse/to";
/// Where both begin: mandates have two sides.
const BEGINNING: &str = "/fuldmagt";
/// How many people can be chosen from.
const SHOWN_PEOPLE: usize = 40;
/// Where each side leads without going through its pages, with the word for it.
const SHORT_CUTS: [(&str, &str); 4] = [
    ("mail-nav", "/post"),
    ("mandate-nav", "/fuldmagt"),
    ("helped-title", "/jeg-hjaelper"),
    ("my-page", "/min-side"),
];

struct Side {
    /// What links lead into.
    frame: &'static str,
    who: String,
    begins: String,
    links: Vec<(String, String)>,
}

struct Present {
    text: Said,
    look: String,
    base: String,
}

#[derive(Template)]
#[template(path = "exercises/side_by_side.html")]
struct TwoPage {
    shell: Shell,
    errors: FieldErrors,
    sides: Vec<Side>,
    present: Option<Present>,
    /// By user name and name.
    people: Vec<(String, String)>,
    left: String,
    right: String,
    action: String,
}

/// Who sits where, by user name.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub(super) struct Seats {
    left: String,
    right: String,
}

/// `GET /oevelse/to`: both sides, or who is to sit where.
pub(super) async fn page(
    SandboxVisit { visit, key, seat, .. }: SandboxVisit,
    Query(seats): Query<Seats>,
) -> Result<Response, Problem> {
    if seat == Seat::Second {
        // A page with two frames in one of its frames would be three people.
        return Ok(Redirect::to(&format!("{}{TWO}", key.prefix())).into_response());
    }
    two_page(&visit, &key, seats, None).await
}

/// `POST /oevelse/to`: these two sit down.
pub(super) async fn sit_down(
    SandboxVisit { visit, key, .. }: SandboxVisit,
    Form(seats): Form<Seats>,
) -> Result<Response, Problem> {
    let left = person(&visit.realm, &seats.left).await?;
    let right = person(&visit.realm, &seats.right).await?;
    let (Some(left), Some(right)) = (left, right) else {
        return two_page(&visit, &key, seats, Some("exercise-two-missing")).await;
    };
    if left == right {
        return two_page(&visit, &key, seats, Some("exercise-two-same")).await;
    }
    let mut cookies = Vec::new();
    for (seat, who) in [(Seat::First, left), (Seat::Second, right)] {
        let secret = sign_in(&visit.realm, who).await?;
        cookies.push((SET_COOKIE, session::set_cookie(&visit.site, &key.prefix_at(seat), &secret)));
    }
    let query = serde_urlencoded::to_string([("left", &seats.left), ("right", &seats.right)]);
    let to = format!("{}{TWO}?{}", key.prefix(), query.map_err(|_| Problem::unreadable())?);
    Ok((AppendHeaders(cookies), Redirect::to(&to)).into_response())
}

async fn two_page(visit: &Visit, key: &Key, seats: Seats, wrong: Option<&str>) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    let story = progress::all(&tx).await?.into_iter().find(|one| one.done_at.is_none());
    let story = story.and_then(|progress| Some((library().get(&progress.scenario)?, progress)));
    let mut people = mitid::users(&tx).await?;
    // Those of the present story come first, in the order in which they have something to do.
    let place = |user: &PracticeUser| {
        let tasks = story.as_ref().map(|(scenario, _)| &scenario.tasks);
        let has_task = tasks.and_then(|tasks| tasks.iter().position(|task| task.who.text == user.user_name));
        let is_in_it =
            story.as_ref().is_some_and(|(scenario, _)| scenario.people.contains_key(&user.user_name));
        (!is_in_it, has_task.unwrap_or(usize::MAX))
    };
    people.sort_by_key(place);
    people.truncate(SHOWN_PEOPLE);
    let or_else = |wanted: &str, at: usize| {
        let fallback = || people.get(at).map(|user| user.user_name.clone()).unwrap_or_default();
        if wanted.is_empty() { fallback() } else { wanted.to_owned() }
    };
    let (left, right) = (or_else(&seats.left, 0), or_else(&seats.right, 1));
    let named = |user_name: &str| people.iter().find(|user| user.user_name == user_name);
    let sides = match (named(&seats.left), named(&seats.right)) {
        (Some(left), Some(right)) if wrong.is_none() => {
            vec![side(visit, key, Seat::First, left), side(visit, key, Seat::Second, right)]
        }
        _ => Vec::new(),
    };
    let mut errors = FieldErrors::default();
    if let Some(wrong) = wrong {
        errors.add("right", visit.words.t(wrong));
    }
    let present = story.and_then(|(scenario, progress)| {
        let task = scenario.tasks.get(progress::at(&progress))?;
        let base = base(visit, scenario);
        let text = Said::of(&task.text, visit.words.language());
        Some(Present { text, look: format!("{base}?se=1"), base })
    });
    let shell = visit.shell(visit.words.t("exercise-two-title"));
    let page = TwoPage {
        shell: shell.crumb(visit.words.t("exercise-list-title"), PATH).with_errors(wrong.is_some()),
        errors,
        sides,
        present,
        left,
        right,
        action: visit.href(TWO),
        people: people.into_iter().map(|user| (user.user_name, user.name)).collect(),
    };
    let status = if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let mut response = (status, page::html(&page)).into_response();
    response.headers_mut().insert(CONTENT_SECURITY_POLICY, page::policy::WITH_FRAMES_WITHIN);
    Ok(response)
}

fn side(visit: &Visit, key: &Key, seat: Seat, who: &PracticeUser) -> Side {
    let prefix = key.prefix_at(seat);
    let link = |(word, path): (&str, &str)| (visit.words.t(word), format!("{prefix}{path}"));
    Side {
        frame: if seat == Seat::First { "left" } else { "right" },
        who: who.name.clone(),
        begins: format!("{prefix}{BEGINNING}"),
        links: SHORT_CUTS.into_iter().map(link).collect(),
    }
}
