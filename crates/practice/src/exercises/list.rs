//! The list of exercises, by whom they are for.

use std::collections::BTreeSet;

use ::scenarios::{Audience, Scenario};
use askama::Template;
use axum::response::Response;
use page::{Problem, Query, Shell, Visit};
use serde::Deserialize;

use super::PATH;
use super::progress::{self, Progress};
use super::said::Said;
use crate::mitid::SimulatorRealm;
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
    cards: Vec<Card>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Asked {
    r#for: String,
}

/// `GET /oevelser`
pub(super) async fn page(
    SimulatorRealm(visit): SimulatorRealm,
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
    fitting.sort_by_key(|one| (one.level, one.number));
    Ok(page::html(&ListPage {
        shell: visit.shell(visit.words.t("exercise-list-title")),
        present: present.map(|one| card(&visit, one, &done)),
        choices: choices(&visit, audience),
        cards: fitting.into_iter().map(|one| card(&visit, one, &done)).collect(),
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
