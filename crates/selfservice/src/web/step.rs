//! One step of a form: shown with what was typed before, and kept as it is sent.

use access::{ActInService, Holder, allow, now_in};
use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse as _, Response};
use http::StatusCode;
use page::{FieldErrors, Form as Sent, Problem, Shell, Visit, html};
use store::Tx;

use super::seen::Seen;
use super::{last, redirect};
use crate::applications::{State, discard, keep};
use crate::forms::{Answers, Field, Kind, LAST, Step, check_field, quarter_said, quarters};
use crate::visit::PracticeVisit;

/// The last part of the address by which a draft is thrown away.
const DISCARD: &str = "slet";

/// A field as its page shows it.
struct Shown {
    name: &'static str,
    /// Which part of the page it is: `amount`, `count`, `text`, `lines`, `day`, `choice`, `account`, `agree`.
    part: &'static str,
    label: String,
    hint: String,
    value: String,
    options: Vec<(String, String)>,
    chosen: Vec<String>,
}

#[derive(Template)]
#[template(path = "step.html")]
struct StepPage {
    shell: Shell,
    errors: FieldErrors,
    form: String,
    look: &'static str,
    /// For whom the visitor acts, where that is another one.
    whose: Option<String>,
    action: String,
    /// Which of how many.
    at: String,
    text: String,
    why: String,
    /// What is known of whoever it is about, on the step that shows it.
    known: Vec<(String, String)>,
    fields: Vec<Shown>,
    discard: String,
}

pub(super) async fn page(
    PracticeVisit { visit, person }: PracticeVisit,
    Path((slug, id, step)): Path<(String, String, String)>,
) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    let seen = Seen::find(&visit, &tx, person, &slug, &id).await?;
    if seen.application.state == State::Sent {
        return Ok(redirect(&visit, &seen.application.path()));
    }
    if step == LAST {
        return last::page(&visit, &seen, FieldErrors::default());
    }
    let step = asked(&seen, &step)?;
    Ok(html(&shown(&visit, &tx, &seen, step, FieldErrors::default()).await?))
}

/// The step of this name, where the form asks it of whoever has answered so.
fn asked(seen: &Seen, slug: &str) -> Result<&'static Step, Problem> {
    let application = &seen.application;
    let found = application.form.steps(&application.answers).find(|step| step.slug == slug);
    found.ok_or_else(|| Problem::not_found().next("selfservice-go-on", application.path()))
}

async fn shown(
    visit: &Visit,
    tx: &Tx,
    seen: &Seen,
    step: &'static Step,
    errors: FieldErrors,
) -> Result<StepPage, Problem> {
    let words = visit.words;
    let application = &seen.application;
    let form = application.form;
    let steps: Vec<&str> = form.steps(&application.answers).map(|step| step.slug).collect();
    let at = steps.iter().position(|slug| *slug == step.slug).unwrap_or(0) + 1;
    let before = match form.before(step.slug, &application.answers) {
        Some(before) => format!("{}/{before}", application.path()),
        None => form.path(),
    };
    let key = |rest: &str| form.key(&format!("{}{rest}", step.slug));
    let known = if step.fields.is_empty() { known(visit, tx, seen).await? } else { Vec::new() };
    Ok(StepPage {
        shell: seen.shell(visit, words.t(&key(""))).back_to(&before).with_errors(!errors.is_empty()),
        errors,
        form: words.t(&form.key("")),
        look: last::look(form),
        whose: seen.whose.clone(),
        action: format!("{}/{}", application.path(), step.slug),
        at: words.t2("selfservice-step", "n", at, "of", steps.len() + 1),
        text: words.t(&key("-text")),
        why: words.t(&key("-why")),
        known,
        fields: step.fields.iter().map(|field| show(visit, seen, field)).collect(),
        discard: format!("{}/{DISCARD}", application.path()),
    })
}

fn show(visit: &Visit, seen: &Seen, field: &'static Field) -> Shown {
    let words = visit.words;
    let form = seen.application.form;
    let value = seen.application.answers.get(field.name).cloned().unwrap_or_default();
    let hint = if field.kind.has_hint() {
        words.t(&form.key(&format!("{}-hint", field.name)))
    } else {
        String::new()
    };
    let (part, options) = match field.kind {
        Kind::Amount => ("amount", Vec::new()),
        Kind::Count(..) => ("count", Vec::new()),
        Kind::Text(_) => ("text", Vec::new()),
        Kind::Lines(_) => ("lines", Vec::new()),
        Kind::Day(_) => ("day", Vec::new()),
        Kind::Account => ("account", Vec::new()),
        Kind::Choice(options) => {
            let said = |option: &&str| words.t(&form.key(&format!("{}-{option}", field.name)));
            ("choice", options.iter().map(|option| ((*option).to_owned(), said(option))).collect())
        }
        Kind::Quarter => {
            let offered = quarters(now_in(&visit.realm).today).into_iter();
            ("choice", offered.map(|one| (one.to_string(), quarter_said(words, one))).collect())
        }
        Kind::Agree => {
            let label = words.t(&form.key(&format!("{}-yes", field.name)));
            ("agree", vec![("yes".to_owned(), label)])
        }
    };
    let label = words.t(&form.key(field.name));
    Shown { name: field.name, part, label, hint, chosen: vec![value.clone()], value, options }
}

/// Who it is about, as far as the register knows; it cannot be changed here.
async fn known(visit: &Visit, tx: &Tx, seen: &Seen) -> Result<Vec<(String, String)>, Problem> {
    let words = visit.words;
    let mut known = vec![(words.t("my-page-name"), seen.owner.clone())];
    if let Holder::Person(person) = seen.application.owner {
        let masked = people::cpr::masked(tx, &visit.realm.vault, person).await.unwrap_or_default();
        known.extend(masked.map(|cpr| (words.t("my-page-cpr"), cpr)));
        let contact = notices::contact(tx, person).await?;
        let address = contact.and_then(|contact| contact.address);
        known.extend(address.map(|at| {
            (words.t("selfservice-address"), format!("{}, {} {}", at.street, at.postcode, at.town))
        }));
    }
    Ok(known)
}

/// Keeps what was typed, right or wrong, and goes on where it is right.
pub(super) async fn save(
    PracticeVisit { visit, person }: PracticeVisit,
    Path((slug, id, step)): Path<(String, String, String)>,
    Sent(typed): Sent<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    let seen = Seen::find(&visit, &tx, person, &slug, &id).await?;
    drop(tx);
    // Whoever goes back after signing, and sends a step anew, is shown what was sent.
    if seen.application.state == State::Sent {
        return Ok(redirect(&visit, &seen.application.path()));
    }
    if step == DISCARD {
        let (mut work, permit) =
            allow::<ActInService>(visit.realm.work(visit.actor()).await?, seen.application.owner).await?;
        discard(&mut work, &permit, seen.application.id).await?;
        work.commit().await?;
        return Ok(redirect(&visit, &format!("{}?slettet=1", super::PATH)));
    }
    let step = asked(&seen, &step)?;
    let typed: Answers = typed.into_iter().collect();
    let work = visit.realm.work(visit.actor()).await?;
    let (mut work, permit) = allow::<ActInService>(work, seen.application.owner).await?;
    let application = keep(&mut work, &permit, seen.application.id, step, &typed).await?;
    work.commit().await?;
    let errors = wrong(&visit, &application.answers, application.form, step);
    if errors.is_empty() {
        let next = application.form.behind(step.slug, &application.answers);
        return Ok(redirect(&visit, &format!("{}/{next}", application.path())));
    }
    let seen = Seen { application, ..seen };
    let tx = visit.realm.read().await?;
    let page = shown(&visit, &tx, &seen, step, errors).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)).into_response())
}

/// What is wrong with a step, each error with the name of its field in it.
fn wrong(visit: &Visit, answers: &Answers, form: &crate::forms::Form, step: &'static Step) -> FieldErrors {
    let (words, today) = (visit.words, now_in(&visit.realm).today);
    let mut errors = FieldErrors::default();
    for field in step.fields {
        let typed = answers.get(field.name).map_or("", String::as_str);
        if let Err(wrong) = check_field(field.kind, typed, today) {
            errors.add(field.name, wrong.said(words, &words.t(&form.key(field.name))));
        }
    }
    errors
}
