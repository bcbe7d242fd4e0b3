//! `/virk/firma/{organisation}`: what one may do for a company; and where one may not, who can let one.

use access::mandates::{State, held_by};
use access::{Action as _, Holder, ManageMandates, now_in, places, policy};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use basics::Id;
use page::{Problem, Query, Shell, Visit, html};
use people::{OrganisationTag, members_of, memberships_of};
use realm::PersonTag;
use serde::Deserialize;
use store::Tx;

use super::places::{Place, companies, may};
use super::{PATH, path};
use crate::applications::sent_of;
use crate::forms::{FORMS, Form, Whose};
use crate::visit::PracticeVisit;
use crate::web::{Line, lines};

/// A form as far as one may fill it in here.
struct Task {
    title: String,
    line: String,
    path: String,
    may: bool,
    /// Whether leave was asked for already.
    is_asked: bool,
    slug: &'static str,
}

#[derive(Template)]
#[template(path = "company.html")]
struct CompanyPage {
    shell: Shell,
    /// For whom the visitor acts here.
    whose: Option<String>,
    /// What one is there, and why one's own MitID is enough: keys of texts.
    role: &'static str,
    role_text: &'static str,
    tasks: Vec<Task>,
    /// Who can let others act for the company.
    givers: Vec<String>,
    rights: Option<String>,
    ask: String,
    has_asked: bool,
    sent: Vec<Line>,
}

#[derive(Deserialize)]
pub(super) struct Said {
    /// Set when leave has just been asked for.
    bedt: Option<String>,
}

/// The company of an address, where the visitor has to do with it.
pub(super) async fn place_at(
    visit: &Visit,
    tx: &Tx,
    person: Id<PersonTag>,
    id: &str,
) -> Result<Place, Problem> {
    let not_found = || Problem::not_found().next("virk-title", PATH);
    let id: Id<OrganisationTag> = id.parse().map_err(|_| not_found())?;
    let found = companies(visit, tx, person).await?.into_iter().find(|place| place.organisation == id);
    found.ok_or_else(not_found)
}

/// Whether somebody has asked the company for leave to fill in the form, and waits for an answer.
pub(super) async fn has_asked(
    tx: &Tx,
    person: Id<PersonTag>,
    organisation: Id<OrganisationTag>,
    form: &Form,
) -> Result<bool, Problem> {
    let held = held_by(tx, Holder::Person(person)).await?;
    Ok(held.iter().any(|one| {
        one.state == State::Requested
            && one.owner == Holder::Organisation(organisation)
            && one.terms.powers.iter().any(|power| power == form.power)
    }))
}

pub(super) async fn page(
    PracticeVisit { visit, person }: PracticeVisit,
    Path(id): Path<String>,
    Query(said): Query<Said>,
) -> Result<Response, Problem> {
    let words = visit.words;
    let tx = visit.realm.read().await?;
    let place = place_at(&visit, &tx, person, &id).await?;
    let organisation = place.organisation;
    let mut tasks = Vec::new();
    for form in FORMS.into_iter().filter(|form| form.whose == Whose::Company) {
        tasks.push(Task {
            title: words.t(&form.key("")),
            line: words.t(&form.key("line")),
            path: format!("{}?firma={organisation}", form.path()),
            may: may(&visit, &tx, person, organisation, form).await?,
            is_asked: has_asked(&tx, person, organisation, form).await?,
            slug: form.slug,
        });
    }
    let today = now_in(&visit.realm).today;
    let memberships = memberships_of(&tx, person, today).await?;
    let decides = places(policy(), &memberships, ManageMandates::NAME).includes(organisation);
    let sent = if tasks.iter().any(|task| task.may) {
        let sent = sent_of(&tx, &visit.realm.vault, Holder::Organisation(organisation)).await?;
        lines(&visit, &tx, &sent).await?
    } else {
        Vec::new()
    };
    let mut givers = Vec::new();
    for member in members_of(&tx, organisation, today).await? {
        let gives =
            !places(policy(), std::slice::from_ref(&member.membership), ManageMandates::NAME).is_nowhere();
        if gives && !givers.contains(&member.name) {
            givers.push(member.name);
        }
    }
    Ok(html(&CompanyPage {
        shell: visit.shell(place.name.clone()).crumb(words.t("virk-title"), PATH),
        whose: Some(place.name.clone()),
        role: place.as_what(),
        role_text: match place.as_what() {
            "virk-signs" => "virk-signs-text",
            "virk-works" => "virk-works-text",
            _ => "virk-helps-text",
        },
        tasks,
        givers,
        rights: decides.then(|| format!("/virksomhed/{organisation}/rettigheder")),
        ask: format!("{}/bed", path(organisation)),
        has_asked: said.bedt.is_some(),
        sent,
    }))
}
