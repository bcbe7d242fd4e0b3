//! The last page of a form: everything that was answered, and the signature; and the receipt.

use access::{ActInService, Holder, allow, now_in};
use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse as _, Response};
use http::StatusCode;
use page::{FieldErrors, Form as Sent, Problem, Shell, Visit, html};
use serde::Deserialize;

use super::redirect;
use super::seen::{Seen, name_of};
use crate::applications::{ApplicationError, State, outcome, sign as sign_form};
use crate::forms::{Form, LAST, Whose, check_field};
use crate::visit::PracticeVisit;

/// An answer, and where it can be changed.
struct Answer {
    label: String,
    said: String,
    change: String,
}

#[derive(Template)]
#[template(path = "last.html")]
struct LastPage {
    shell: Shell,
    errors: FieldErrors,
    form: String,
    look: &'static str,
    /// For whom the visitor acts, where that is another one.
    whose: Option<String>,
    owner: String,
    answers: Vec<Answer>,
    outcome: Option<(String, String)>,
    declare: Vec<(String, String)>,
    nothing: Vec<String>,
    action: String,
}

/// The answers with a link to each step, or the way to the first step that is not finished.
pub(super) fn page(visit: &Visit, seen: &Seen, errors: FieldErrors) -> Result<Response, Problem> {
    let words = visit.words;
    let application = &seen.application;
    let form = application.form;
    let today = now_in(&visit.realm).today;
    let checked = match form.check(&application.answers, today) {
        Ok(checked) => checked,
        Err(step) => return Ok(redirect(visit, &format!("{}/{}", application.path(), step.slug))),
    };
    let mut answers = Vec::new();
    for step in form.steps(&application.answers) {
        for field in step.fields {
            let typed = application.answers.get(field.name).map_or("", String::as_str);
            let Ok(value) = check_field(field.kind, typed, today) else { continue };
            answers.push(Answer {
                label: words.t(&form.key(field.name)),
                said: value.said(words, form, field.name),
                change: format!("{}/{}#{}", application.path(), step.slug, field.name),
            });
        }
    }
    let before = form.before(LAST, &application.answers).unwrap_or_default();
    let page = LastPage {
        shell: seen
            .shell(visit, words.t("selfservice-last-title"))
            .back_to(&format!("{}/{before}", application.path()))
            .with_errors(!errors.is_empty()),
        form: words.t(&form.key("")),
        look: look(form),
        whose: seen.whose.clone(),
        owner: seen.owner.clone(),
        answers,
        outcome: outcome(words, form, &checked),
        declare: vec![("yes".to_owned(), words.t("selfservice-true-yes"))],
        nothing: Vec::new(),
        action: application.path(),
        errors,
    };
    let status = if page.errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, html(&page)).into_response())
}

/// Whose portal a form looks like.
pub(super) fn look(form: &Form) -> &'static str {
    match form.whose {
        Whose::Person => "citizen",
        Whose::Company => "business",
    }
}

#[derive(Template)]
#[template(path = "receipt.html")]
struct ReceiptPage {
    shell: Shell,
    form: String,
    look: &'static str,
    /// For whom the visitor acts, where that is another one.
    whose: Option<String>,
    owner: String,
    author: String,
    number: String,
    when: String,
    answers: Vec<(String, String)>,
    outcome: Option<(String, String)>,
    /// Where the letter about it lies, for whoever may read there.
    post: Option<String>,
    /// Whether a letter was sent.
    has_letter: bool,
}

/// The receipt; for a draft the way on.
pub(super) async fn receipt(
    PracticeVisit { visit, person }: PracticeVisit,
    Path((slug, id)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let words = visit.words;
    let tx = visit.realm.read().await?;
    let seen = Seen::find(&visit, &tx, person, &slug, &id).await?;
    let (application, form) = (&seen.application, seen.application.form);
    let (State::Sent, Some(sent_at)) = (application.state, application.sent_at) else {
        let next = form
            .check(&application.answers, now_in(&visit.realm).today)
            .map_or_else(|step| step.slug, |_| LAST);
        return Ok(redirect(&visit, &format!("{}/{next}", application.path())));
    };
    let zoned = sent_at.to_zoned(visit.realm.zone().clone());
    // As it was looked at when it was signed: what has passed since does not make it wrong.
    let checked = form.check(&application.answers, zoned.date()).map_err(ApplicationError::Unfinished)?;
    let post = match application.owner {
        Holder::Person(owner) if owner == person => Some("/post".to_owned()),
        Holder::Person(_) => None,
        Holder::Organisation(_) => Some("/post/kasser".to_owned()),
    };
    Ok(html(&ReceiptPage {
        shell: seen.shell(&visit, words.t("selfservice-receipt-title")),
        form: words.t(&form.key("")),
        look: look(form),
        whose: seen.whose.clone(),
        owner: seen.owner.clone(),
        author: name_of(&tx, Holder::Person(application.author)).await?,
        number: application.number.clone().unwrap_or_default(),
        when: words.t2("practice-moment", "date", words.date(zoned.date()), "time", words.time(zoned.time())),
        answers: checked.said(words, form),
        outcome: outcome(words, form, &checked),
        has_letter: application.letter.is_some(),
        post: post.filter(|_| application.letter.is_some()),
    }))
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Signature {
    declared: Vec<String>,
}

/// Signs it. Pressing twice signs once, and leads to the same receipt.
pub(super) async fn sign(
    PracticeVisit { visit, person }: PracticeVisit,
    Path((slug, id)): Path<(String, String)>,
    Sent(signature): Sent<Signature>,
) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    let seen = Seen::find(&visit, &tx, person, &slug, &id).await?;
    drop(tx);
    let path = seen.application.path();
    if seen.application.state == State::Sent {
        return Ok(redirect(&visit, &path));
    }
    if !signature.declared.iter().any(|one| one == "yes") {
        let mut errors = FieldErrors::default();
        errors.add("declared", visit.words.t("selfservice-true-missing"));
        return page(&visit, &seen, errors);
    }
    let work = visit.realm.work(visit.actor()).await?;
    let (mut work, permit) = allow::<ActInService>(work, seen.application.owner).await?;
    match sign_form(&mut work, &permit, seen.application.id, visit.words).await {
        Ok(_) => work.commit().await?,
        Err(ApplicationError::Unfinished(step)) => {
            return Ok(redirect(&visit, &format!("{path}/{}", step.slug)));
        }
        Err(error) => return Err(error.into()),
    }
    Ok(redirect(&visit, &path))
}
