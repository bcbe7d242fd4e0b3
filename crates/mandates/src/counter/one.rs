//! `/staff/mandates/{id}`: a mandate in plain words, what it opens and what not, and what can be done with it at the counter.

use access::mandates::{AskedBy, EvidenceKind, Mandate, State, Step, evidence_of, mandate};
use access::{Action as _, RegisterMandate};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use page::{FieldErrors, May, Problem, Query, Routes, Shell, Visit, html};
use serde::Deserialize;
use store::Tx;

use super::numbers::{Known, known, known_party};
use super::{PATH, path_of, permit};
use crate::words as say;

const ONE: &str = "/staff/mandates/{id}";

pub(super) fn routes() -> Routes {
    Routes::new().get(ONE, May::Do(RegisterMandate::NAME), get(show))
}

/// What a power is called, what it opens and what not.
pub(super) struct Opened {
    name: String,
    opens: String,
    opens_not: String,
}

/// A mandate as the counter sees it.
pub(super) struct Shown {
    pub(super) giver: Known,
    pub(super) holder: Known,
    pub(super) state: String,
    pub(super) powers: Vec<Opened>,
    pub(super) limits: Vec<String>,
    pub(super) since: String,
    pub(super) until: String,
    pub(super) basis: String,
    pub(super) is_sensitive: bool,
}

impl Shown {
    pub(super) async fn of(visit: &Visit, tx: &Tx, mandate: &Mandate) -> Result<Self, Problem> {
        let words = visit.staff_words();
        let moment = access::now_in(&visit.realm);
        let terms = &mandate.terms;
        let opened = |code: &str| Opened {
            name: say::power(words, code),
            opens: say::opens(words, code),
            opens_not: say::opens_not(words, code),
        };
        let sender = match terms.limits.sender {
            Some(sender) => people::organisation(tx, sender).await?.map(|known| known.details.name),
            None => None,
        };
        // The names of folders are the citizen's own.
        let named = say::Named { sender, folders: None };
        let needs_second = |code: &String| {
            let power = access::mandates::catalogue().power(code, moment.today);
            power.is_some_and(|power| power.is_sensitive)
        };
        Ok(Self {
            giver: known(visit, tx, mandate.giver).await?.ok_or_else(Problem::not_found)?,
            holder: known_party(visit, tx, mandate.to).await?.ok_or_else(Problem::not_found)?,
            state: say::state(words, mandate, moment),
            powers: say::in_order(terms).into_iter().map(opened).collect(),
            limits: say::limits(words, terms, &named, visit.realm.zone()),
            since: words.short_date(terms.starts_on),
            until: say::until(words, terms),
            basis: say::basis(words, mandate.basis),
            is_sensitive: terms.powers.iter().any(needs_second),
        })
    }
}

/// What was typed on the page.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct OneForm {
    pub(super) kind: Vec<String>,
    pub(super) case: String,
    pub(super) giver: String,
    pub(super) holder: String,
    /// The number of the citizen who asks that it be refused or ended.
    pub(super) asker: String,
    /// What the second employee says.
    pub(super) answer: String,
}

#[derive(Template)]
#[template(path = "counter/one.html")]
struct OnePage {
    shell: Shell,
    errors: FieldErrors,
    saved: Option<String>,
    shown: Shown,
    form: OneForm,
    kinds: Vec<(String, String)>,
    can_register: bool,
    can_reject: bool,
    can_end: bool,
    can_print: bool,
    /// A second employee must look; whether that can be the visitor.
    second: Option<bool>,
    path: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Saved {
    saved: String,
}

async fn show(visit: Visit, Path(id): Path<String>, Query(asked): Query<Saved>) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    permit(&visit, &tx).await?;
    let mandate = at(&tx, &id).await?;
    let saved = ["registered", "waits", "second", "refused", "rejected", "ended"];
    let saved = saved.iter().find(|code| **code == asked.saved);
    let saved = saved.map(|code| visit.staff_words().t(&format!("counter-saved-{code}")));
    page(&visit, &tx, &mandate, OneForm::default(), FieldErrors::default(), saved).await
}

/// The mandate of an address. Nobody but its author sees a draft.
pub(super) async fn at(tx: &Tx, id: &str) -> Result<Mandate, Problem> {
    let not_found = || Problem::not_found().next("counter-title", PATH);
    let found = mandate(tx, id.parse().map_err(|_| not_found())?).await?.ok_or_else(not_found)?;
    if found.state == State::Draft && found.asked_by != AskedBy::Counter {
        Err(not_found())
    } else {
        Ok(found)
    }
}

/// The page, with what was typed and what is wrong with it.
pub(super) async fn page(
    visit: &Visit,
    tx: &Tx,
    mandate: &Mandate,
    form: OneForm,
    errors: FieldErrors,
    saved: Option<String>,
) -> Result<Response, Problem> {
    let words = visit.staff_words();
    let evidence = evidence_of(tx, mandate.id).await?;
    let waits = evidence.as_ref().is_some_and(|evidence| evidence.waits(mandate.state));
    let visitor = visit.visitor.as_ref().map(|visitor| visitor.person);
    let is_other = evidence.is_some_and(|evidence| Some(evidence.registered_by) != visitor);
    let shell = visit.staff_shell(words.t("counter-one-title")).crumb(words.t("counter-title"), PATH);
    let kind = |kind: EvidenceKind| {
        let key = kind.code().replace('_', "-");
        (kind.code().to_owned(), words.t(&format!("counter-kind-{key}")))
    };
    Ok(html(&OnePage {
        shell: shell.with_errors(!errors.is_empty()),
        errors,
        saved,
        shown: Shown::of(visit, tx, mandate).await?,
        form,
        kinds: EvidenceKind::ALL.map(kind).to_vec(),
        can_register: !waits && mandate.state.after(Step::Sign).is_some(),
        can_reject: !waits && mandate.state.is_open(),
        can_end: matches!(mandate.state, State::Active | State::Draft),
        can_print: mandate.state != State::Draft,
        second: waits.then_some(is_other),
        path: path_of(mandate.id),
    }))
}
