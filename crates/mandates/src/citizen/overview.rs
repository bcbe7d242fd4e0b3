//! "Hvem kan se min post og handle for mig?": everybody who may, on one page, each with a button that ends it.

use access::mandates::{AskedBy, Mandate, State, held_by, in_force, of_owner};
use access::{Holder, Refusal, SeeMandates, allow_to_see, now_in};
use askama::Template;
use axum::response::Response;
use page::{Problem, Query, Shell, Visit, html};
use serde::Deserialize;

use super::one::{day, moment};
use super::whose::me;
use crate::company;
use crate::who::Names;
use crate::words::{Named, limits, powers, state, until};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asking {
    /// What has just been done.
    pub(super) saved: String,
}

impl Asking {
    /// The word for what has just been done.
    pub(super) fn in_words(&self, visit: &Visit) -> Option<String> {
        let known =
            ["given", "asked", "rejected", "taken-back", "laid-down", "thrown-away", "over", "on-paper"];
        known.contains(&self.saved.as_str()).then(|| visit.words.t(&format!("mandate-saved-{}", self.saved)))
    }
}

/// A mandate in a list.
pub(super) struct Line {
    pub(super) id: String,
    pub(super) who: String,
    pub(super) powers: Vec<String>,
    pub(super) limits: Vec<String>,
    pub(super) state: String,
    pub(super) since: String,
    pub(super) until: String,
    pub(super) used: Option<String>,
    pub(super) is_draft: bool,
    pub(super) on_paper: bool,
}

impl Line {
    pub(super) fn of(visit: &Visit, names: &Names, mandate: &Mandate, who: String) -> Self {
        let words = visit.words;
        let terms = &mandate.terms;
        let named = Named { sender: names.sender(mandate), folders: None };
        Self {
            id: mandate.id.to_string(),
            who,
            powers: powers(words, terms),
            limits: limits(words, terms, &named, visit.realm.zone()),
            state: state(words, mandate, now_in(&visit.realm)),
            since: day(visit, mandate.state_at),
            until: until(words, terms),
            used: mandate.last_used_at.map(|at| moment(visit, at)),
            is_draft: mandate.state == State::Draft,
            on_paper: mandate.state == State::WaitingForSignature,
        }
    }
}

#[derive(Template)]
#[template(path = "citizen/overview.html")]
struct Overview {
    shell: Shell,
    saved: Option<String>,
    /// What others ask of me.
    asked: Vec<Line>,
    active: Vec<Line>,
    /// What I have begun or asked for, and what waits for a signature.
    waiting: Vec<Line>,
    past: Vec<Line>,
    /// Whether there is a company in which they may do something.
    has_company: bool,
}

pub(super) async fn page(visit: Visit, Query(asking): Query<Asking>) -> Result<Response, Problem> {
    let person = me(&visit)?;
    let me = Holder::Person(person);
    let moment = now_in(&visit.realm);
    let tx = visit.realm.read().await?;
    allow_to_see::<SeeMandates>(&visit.realm, &visit.actor(), &tx, me).await?;
    let mut mine = of_owner(&tx, me).await?;
    // A draft is seen by its author alone.
    mine.retain(|one| one.state != State::Draft || one.asked_by == AskedBy::Giver);
    let mut wished = held_by(&tx, me).await?;
    let memberships = people::memberships_of(&tx, person, moment.today).await?;
    let has_company = company::is_somewhere(&memberships, &wished);
    wished.retain(|one| one.asked_by == AskedBy::Holder && one.state != State::Active);
    let names = Names::of(&tx, mine.iter().chain(&wished)).await?;
    drop(tx);
    let mut page = Overview {
        shell: visit.shell(visit.words.t("mandate-title")),
        saved: asking.in_words(&visit),
        asked: Vec::new(),
        active: Vec::new(),
        waiting: Vec::new(),
        past: Vec::new(),
        has_company,
    };
    for mandate in &mine {
        let line = Line::of(&visit, &names, mandate, names.party(mandate.to));
        match mandate.state {
            State::Requested => page.asked.push(line),
            State::Draft | State::WaitingForSignature => page.waiting.push(line),
            State::Active if matches!(in_force(mandate, moment), Ok(()) | Err(Refusal::NotYet)) => {
                page.active.push(line);
            }
            _ => page.past.push(line),
        }
    }
    let from = |mandate: &Mandate| {
        let who = visit.words.t1("mandate-over", "name", names.holder(mandate.owner));
        Line::of(&visit, &names, mandate, who)
    };
    page.waiting.extend(wished.iter().map(from));
    Ok(html(&page))
}
