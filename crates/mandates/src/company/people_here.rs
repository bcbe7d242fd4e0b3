//! Letting somebody in as an employee, and ending it: whoever leaves loses every right at once.

use access::mandates::{By, Mandate, Party, State, given_by, withdraw};
use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use basics::{Cpr, Id};
use http::StatusCode;
use jiff::ToSpan as _;
use page::{FieldErrors, Form, May, Problem, Routes, Shell, Visit, html};
use people::{
    AddMemberError, EndMembershipError, Member, MembershipTag, Organisation, Role, add_member,
    end_membership, members_of,
};
use serde::Deserialize;
use store::Tx;

use super::{PREFIX, at, mine, redirect, rights_path, work_at};
use crate::counter::refusal;
use crate::who;

const JOIN: &str = "/virksomhed/{organisation}/ansatte/ny";
const END: &str = "/virksomhed/{organisation}/ansatte/{membership}";

pub(super) fn routes() -> Routes {
    let may = May::SignedIn;
    Routes::new()
        .get(JOIN, may, get(join))
        .post(JOIN, may, post(let_in))
        .get(END, may, get(confirm_end))
        .post(END, may, post(end))
}

/// A number comes by form, so that it stands in no address.
#[derive(Default, Deserialize)]
#[serde(default)]
struct JoinForm {
    cpr: String,
    name: String,
}

#[derive(Template)]
#[template(path = "company/join.html")]
struct JoinPage {
    shell: Shell,
    errors: FieldErrors,
    form: JoinForm,
    path: String,
}

fn join_page(visit: &Visit, organisation: &Organisation, form: JoinForm, errors: FieldErrors) -> JoinPage {
    let words = visit.words;
    let shell = visit.shell(words.t("company-join-title")).crumb(words.t("company-mine-title"), mine::PATH);
    let shell = shell.crumb(words.t("company-rights-title"), &rights_path(organisation.id));
    let path = format!("{}/{}/ansatte/ny", mine::PATH, organisation.id);
    JoinPage { shell: shell.with_errors(!errors.is_empty()), errors, form, path }
}

async fn join(visit: Visit, Path(organisation): Path<String>) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    let (_, organisation) = at(&visit, &tx, &organisation).await?;
    Ok(html(&join_page(&visit, &organisation, JoinForm::default(), FieldErrors::default())))
}

async fn let_in(
    visit: Visit,
    Path(organisation): Path<String>,
    Form(form): Form<JoinForm>,
) -> Result<Response, Problem> {
    let (mut work, _, organisation) = work_at(&visit, &organisation).await?;
    let found = match form.cpr.parse::<Cpr>() {
        Ok(cpr) => who::person_by(work.tx(), &visit.realm, &cpr, &form.name).await?,
        Err(_) => None,
    };
    let refused = match found {
        // Neither whether the number is somebody's, nor whose it is, is told.
        None => "company-error-person",
        Some(person) => {
            let today = work.today();
            match add_member(&mut work, person.id, organisation.id, Role::Employee, today, None).await {
                Ok(_) => {
                    work.commit().await?;
                    return Ok(redirect(&visit, &format!("{}?saved=joined", rights_path(organisation.id))));
                }
                Err(AddMemberError::AlreadyMember(_)) => "company-error-already-here",
                Err(AddMemberError::Db(error)) => return Err(error.into()),
                Err(error) => {
                    tracing::error!(%error, "somebody cannot be let in");
                    return Err(Problem::broken());
                }
            }
        }
    };
    drop(work);
    let mut errors = FieldErrors::default();
    errors.add("cpr", visit.words.t(refused));
    let page = join_page(&visit, &organisation, form, errors);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)).into_response())
}

#[derive(Template)]
#[template(path = "company/end.html")]
struct EndPage {
    shell: Shell,
    name: String,
    rights: usize,
    path: String,
}

/// Somebody who works here and can be said to have left.
async fn employee(visit: &Visit, tx: &Tx, organisation: &Organisation, id: &str) -> Result<Member, Problem> {
    let not_found = || Problem::not_found().next("company-rights-title", rights_path(organisation.id));
    let id: Id<MembershipTag> = id.parse().map_err(|_| not_found())?;
    let members = members_of(tx, organisation.id, access::now_in(&visit.realm).today).await?;
    let is_it = |member: &Member| member.membership.id == id && member.membership.role == Role::Employee;
    members.into_iter().find(is_it).ok_or_else(not_found)
}

/// What the organisation has given somebody as its employee, and is not over.
async fn rights_of(tx: &Tx, permit_on: access::Holder, to: Party) -> Result<Vec<Mandate>, Problem> {
    let mut given = given_by(tx, permit_on).await?;
    given.retain(|mandate| mandate.to == to && !mandate.state.is_over() && mandate.state != State::Draft);
    Ok(given)
}

async fn confirm_end(
    visit: Visit,
    Path((organisation, membership)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    let (permit, organisation) = at(&visit, &tx, &organisation).await?;
    let member = employee(&visit, &tx, &organisation, &membership).await?;
    let to = Party::Employee { person: member.membership.person, organisation: organisation.id };
    let words = visit.words;
    let shell = visit.shell(words.t("company-end-title")).crumb(words.t("company-mine-title"), mine::PATH);
    Ok(html(&EndPage {
        shell: shell.crumb(words.t("company-rights-title"), &rights_path(organisation.id)),
        rights: rights_of(&tx, permit.on(), to).await?.len(),
        name: member.name,
        path: format!("{}/{}/ansatte/{}", mine::PATH, organisation.id, member.membership.id),
    }))
}

async fn end(
    visit: Visit,
    Path((organisation, membership)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let (mut work, permit, organisation) = work_at(&visit, &organisation).await?;
    let member = employee(&visit, work.tx(), &organisation, &membership).await?;
    let (person, today) = (member.membership.person, work.today());
    match end_membership(&mut work, member.membership.id, today.saturating_sub(1.day())).await {
        Ok(_) | Err(EndMembershipError::AlreadyEnded(_)) => {}
        Err(EndMembershipError::NoMembership(_)) => return Err(Problem::not_found()),
        Err(EndMembershipError::Db(error)) => return Err(error.into()),
    }
    // Whoever comes back one day begins with nothing. Who is here in another way keeps what they were given.
    let left = members_of(work.tx(), organisation.id, today).await?;
    if !left.iter().any(|other| other.membership.person == person) {
        let to = Party::Employee { person, organisation: organisation.id };
        for mandate in rights_of(work.tx(), permit.on(), to).await? {
            if let Err(error) = withdraw(&mut work, By::Giver(&permit), mandate.id).await {
                refusal(visit.words, PREFIX, &error)?;
            }
        }
    }
    work.commit().await?;
    Ok(redirect(&visit, &format!("{}?saved=left", rights_path(organisation.id))))
}
