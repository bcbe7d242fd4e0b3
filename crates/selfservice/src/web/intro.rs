//! The first page of a form: what it is, what one needs, and for whom it is filled in.

use access::mandates::{held_by, in_force};
use access::{ActInService, Holder, allow, now_in};
use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse as _, Response};
use basics::Id;
use http::StatusCode;
use page::{FieldErrors, Form as Sent, Problem, Query, Shell, Visit, html};
use people::OrganisationTag;
use realm::PersonTag;
use serde::Deserialize;
use store::Tx;

use super::redirect;
use super::seen::{above, form_at, name_of, no_longer};
use crate::applications::{State, applications_of, begin as begin_form, reaches};
use crate::business::{self, Place, companies};
use crate::forms::{Form, Whose};
use crate::visit::PracticeVisit;

/// The field that says for whom.
const WHOM: &str = "whom";

#[derive(Template)]
#[template(path = "intro.html")]
struct IntroPage {
    shell: Shell,
    errors: FieldErrors,
    form: &'static Form,
    /// Drafts of it that the visitor has: whose, and where.
    drafts: Vec<(String, String)>,
    /// For whom it can be filled in.
    whom: Vec<(String, String)>,
    chosen: Vec<String>,
    /// Where somebody may not: the name of the place, and where the way on is explained.
    closed: Vec<(String, String)>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    /// The company that is chosen beforehand.
    firma: String,
}

pub(super) async fn page(
    PracticeVisit { visit, person }: PracticeVisit,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let form = form_at(&visit, &slug)?;
    let tx = visit.realm.read().await?;
    let page = shown(&visit, &tx, person, form, asked.firma, FieldErrors::default()).await?;
    Ok(html(&page))
}

async fn shown(
    visit: &Visit,
    tx: &Tx,
    person: Id<PersonTag>,
    form: &'static Form,
    chosen: String,
    errors: FieldErrors,
) -> Result<IntroPage, Problem> {
    let words = visit.words;
    let mut drafts = Vec::new();
    for one in applications_of(tx, &visit.realm.vault, person).await? {
        if one.state == State::Draft && one.form == form {
            drafts.push((name_of(tx, one.owner).await?, one.path()));
        }
    }
    let (whom, closed) = match form.whose {
        Whose::Person => (people_of(visit, tx, person, form).await?, Vec::new()),
        Whose::Company => places(visit, tx, person, form).await?,
    };
    let only = if whom.len() == 1 { whom.first().map(|(code, _)| code.clone()) } else { None };
    let (label, path) = above(form);
    Ok(IntroPage {
        shell: visit
            .shell(words.t(&form.key("")))
            .crumb(words.t(label), path)
            .with_errors(!errors.is_empty()),
        errors,
        form,
        drafts,
        chosen: vec![only.unwrap_or(chosen)],
        whom,
        closed,
    })
}

/// The visitor, and whoever has let them fill this in.
async fn people_of(
    visit: &Visit,
    tx: &Tx,
    person: Id<PersonTag>,
    form: &Form,
) -> Result<Vec<(String, String)>, Problem> {
    let myself = name_of(tx, Holder::Person(person)).await?;
    let mut whom = vec![(person.to_string(), visit.words.t1("selfservice-myself", "name", myself))];
    for mandate in held_by(tx, Holder::Person(person)).await? {
        let opens = mandate.terms.powers.iter().any(|power| power == form.power);
        let Holder::Person(owner) = mandate.owner else { continue };
        let code = owner.to_string();
        if opens
            && in_force(&mandate, now_in(&visit.realm)).is_ok()
            && !whom.iter().any(|(one, _)| *one == code)
        {
            whom.push((code, name_of(tx, mandate.owner).await?));
        }
    }
    Ok(whom)
}

/// The companies for which the visitor may, and those for which they may not.
async fn places(
    visit: &Visit,
    tx: &Tx,
    person: Id<PersonTag>,
    form: &Form,
) -> Result<(Vec<(String, String)>, Vec<(String, String)>), Problem> {
    let (mut open, mut closed) = (Vec::new(), Vec::new());
    for Place { organisation, name, .. } in companies(visit, tx, person).await? {
        if business::may(visit, tx, person, organisation, form).await? {
            open.push((organisation.to_string(), name));
        } else {
            closed.push((name, business::path(organisation)));
        }
    }
    Ok((open, closed))
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Whom {
    whom: String,
}

/// Begins it, or goes on with the draft that there is.
pub(super) async fn begin(
    PracticeVisit { visit, person }: PracticeVisit,
    Path(slug): Path<String>,
    Sent(sent): Sent<Whom>,
) -> Result<Response, Problem> {
    let form = form_at(&visit, &slug)?;
    let owner = match (form.whose, sent.whom.trim()) {
        (Whose::Person, "") => Some(Holder::Person(person)),
        (Whose::Person, typed) => typed.parse().ok().map(Holder::Person),
        (Whose::Company, typed) => typed.parse::<Id<OrganisationTag>>().ok().map(Holder::Organisation),
    };
    let Some(owner) = owner else {
        let mut errors = FieldErrors::default();
        errors.add(WHOM, visit.words.t("selfservice-whom-missing"));
        let tx = visit.realm.read().await?;
        let page = shown(&visit, &tx, person, form, sent.whom, errors).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)).into_response());
    };
    let work = visit.realm.work(visit.actor()).await?;
    let (mut work, permit) = match allow::<ActInService>(work, owner).await {
        Ok((work, permit)) if reaches(&permit, form) => (work, permit),
        Ok((work, _)) => {
            drop(work);
            return may_not(&visit, owner);
        }
        Err(problem) if problem.status == StatusCode::FORBIDDEN => return may_not(&visit, owner),
        Err(problem) => return Err(problem),
    };
    let application = begin_form(&mut work, &permit, form).await?;
    work.commit().await?;
    let first = match form.check(&application.answers, now_in(&visit.realm).today) {
        Ok(_) => crate::forms::LAST,
        Err(step) if application.answers.is_empty() => {
            form.steps.first().map_or(step.slug, |first| first.slug)
        }
        Err(step) => step.slug,
    };
    Ok(redirect(&visit, &format!("{}/{first}", application.path())))
}

/// Whoever may not for a company is led to the page that says who can let them.
fn may_not(visit: &Visit, owner: Holder) -> Result<Response, Problem> {
    match owner {
        Holder::Organisation(organisation) => Ok(redirect(visit, &business::path(organisation))),
        Holder::Person(_) => Err(no_longer()),
    }
}
