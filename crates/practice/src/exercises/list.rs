//! The list of exercises, by whom they are for.

use std::collections::BTreeSet;

use ::scenarios::{Audience, Scenario};
use askama::Template;
use axum::response::Response;
use page::{Problem, Query, Shell, Visit};
use serde::Deserialize;

use super::progress::{self, Progress};
use super::quiz::is_quiz_on;
use super::said::Said;
use super::{Chosen, PATH};
use crate::sandbox::SandboxVisit;
use crate::scenarios::library;

pub(super) struct Card {
    pub(super) title: Said,
    pub(super) about: Said,
    pub(super) facts: String,
    pub(super) href: String,
    pub(super) is_done: bool,
}

struct Choice {
    label: String,
    href: String,
    current: bool,
}

#[derive(Template)]
#[template(path = "exercises/list.html")]
struct ListPage {
    shell: Shell,
    present: Option<Card>,
    choices: Vec<Choice>,
    chosen: Vec<Card>,
    cards: Vec<Card>,
    is_quiz_on: bool,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Asked {
    r#for: String,
}

/// `GET /oevelser`
pub(super) async fn page(
    SandboxVisit { visit, .. }: SandboxVisit,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let library = library();
    let tx = visit.realm.read().await?;
    let (begun, done) = (progress::all(&tx).await?, progress::done(&tx, library).await?);
    let audience = Audience::ALL.into_iter().find(|audience| audience.code() == asked.r#for);
    let is_open = |one: &&Progress| one.done_at.is_none();
    let present = begun.iter().find(is_open).and_then(|one| library.get(&one.scenario));
    let fits = |one: &&Scenario| audience.is_none_or(|audience| one.audiences.contains(&audience));
    let mut fitting: Vec<&Scenario> = library.all().filter(fits).collect();
    // What a teacher has chosen comes first, in the teacher's order.
    let chosen = visit.realm.keep.get::<Chosen>().slugs();
    let place = |one: &Scenario| chosen.iter().position(|slug| *slug == one.slug).unwrap_or(usize::MAX);
    fitting.sort_by_key(|one| (place(one), one.level, one.number));
    let others = if chosen.is_empty() { 0 } else { fitting.partition_point(|one| place(one) < usize::MAX) };
    let cards = |some: &[&Scenario]| some.iter().map(|one| card(&visit, one, &done)).collect();
    Ok(page::html(&ListPage {
        shell: visit.shell(visit.words.t("exercise-list-title")),
        present: present.map(|one| card(&visit, one, &done)),
        choices: choices(&visit, audience),
        chosen: cards(&fitting[..others]),
        cards: cards(&fitting[others..]),
        is_quiz_on: is_quiz_on(&tx).await?,
    }))
}

pub(super) fn card(visit: &Visit, scenario: &Scenario, done: &BTreeSet<u8>) -> Card {
    let language = visit.words.language();
    Card {
        title: Said::of(&scenario.title, language),
        about: Said::of(&scenario.about, language),
        facts: facts(visit, scenario),
        href: visit.href(&format!("{PATH}/{}", scenario.slug)),
        is_done: done.contains(&scenario.number),
    }
}

/// How hard an exercise is and how long it takes, as a line.
pub(super) fn facts(visit: &Visit, scenario: &Scenario) -> String {
    let words = visit.words;
    let level = words.t(&format!("exercise-level-{}", scenario.level.code()));
    let minutes = words.t1("exercise-minutes", "n", i64::from(scenario.minutes));
    words.list(&[level, minutes])
}

fn choices(visit: &Visit, chosen: Option<Audience>) -> Vec<Choice> {
    let one = |audience: Option<Audience>| {
        let code = audience.map_or("all", Audience::code).replace('_', "-");
        let query = audience.map(|audience| format!("?for={}", audience.code())).unwrap_or_default();
        Choice {
            label: visit.words.t(&format!("exercise-for-{code}")),
            href: visit.href(&format!("{PATH}{query}")),
            current: audience == chosen,
        }
    };
    std::iter::once(None).chain(Audience::ALL.map(Some)).map(one).collect()
}

/// A story that can be begun from outside.
pub(crate) struct Story {
    pub(crate) slug: String,
    pub(crate) title: Said,
    pub(crate) facts: String,
}

/// The stories for some people.
pub(crate) struct Audiences {
    pub(crate) label: String,
    pub(crate) stories: Vec<Story>,
}

/// Every story, under each of those that it is for, the easy ones first.
pub(crate) fn by_audience(visit: &Visit) -> Vec<Audiences> {
    let mut all: Vec<&Scenario> = library().all().collect();
    all.sort_by_key(|one| (one.level, one.number));
    let story = |one: &Scenario| Story {
        slug: one.slug.clone(),
        title: Said::of(&one.title, visit.words.language()),
        facts: facts(visit, one),
    };
    let of = |audience: Audience| Audiences {
        label: visit.words.t(&format!("exercise-for-{}", audience.code().replace('_', "-"))),
        stories: all.iter().filter(|one| one.audiences.contains(&audience)).map(|one| story(one)).collect(),
    };
    Audience::ALL.into_iter().map(of).filter(|group| !group.stories.is_empty()).collect()
}
