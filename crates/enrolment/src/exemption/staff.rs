//! `/staff/exemptions`: exemption at the counter, and for whoever looks after the post of a company.

use access::{
    Action as _, AssistExempt, Exempt, Holder, Permit, Where, allow, allow_to_see, organisations_where,
};
use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{get, post};
use basics::{Cpr, Cvr};
use http::StatusCode;
use page::{FieldErrors, Form, May, Problem, Query, Routes, Shell, Visit, html};
use people::organisation;
use realm::{Change, Work};
use serde::Deserialize;
use store::Tx;

use super::citizen::{Shown, lines};
use super::form::{Choices, ExemptForm, FilledInBy, has_self_service, is_more};
use super::{ExemptionError, enrol_again, exempt, exemption_of};

pub(super) const LIST: &str = "/staff/exemptions";
const FIND: &str = "/staff/exemptions/find";
const ONE: &str = "/staff/exemptions/{kind}/{id}";
const ENROL: &str = "/staff/exemptions/{kind}/{id}/enrol";

pub(super) fn routes() -> Routes {
    let may = May::Do(AssistExempt::NAME);
    Routes::new()
        .get(LIST, may, get(list))
        .get(FIND, may, get(back_to_list))
        .post(FIND, may, post(find))
        .get(ONE, may, get(show))
        .post(ONE, may, post(send))
        .get(ENROL, may, get(back_to_one))
        .post(ENROL, may, post(enrol))
}

/// Where the visitor may decide, other than for themself. Everybody may do that, on a page of their own.
async fn places(visit: &Visit, tx: &Tx) -> Result<Where, Problem> {
    let visitor = visit.visitor.as_ref().ok_or_else(Problem::sign_in_first)?;
    let today = visit.realm.now().to_zoned(visit.realm.zone().clone()).date();
    let places = organisations_where::<AssistExempt>(tx, visitor.person, today).await?;
    if places.is_nowhere() { Err(Problem::forbidden()) } else { Ok(places) }
}

#[derive(Template)]
#[template(path = "exemption/staff_list.html")]
struct ListPage {
    shell: Shell,
    errors: FieldErrors,
    number: String,
    /// Whether people can be looked up here.
    anywhere: bool,
    /// Name and path of the visitor's own organisations.
    own: Vec<(String, String)>,
}

async fn list(visit: Visit) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    let places = places(&visit, &tx).await?;
    Ok(html(&list_page(&visit, &tx, &places, String::new(), FieldErrors::default()).await?))
}

async fn list_page(
    visit: &Visit,
    tx: &Tx,
    places: &Where,
    number: String,
    errors: FieldErrors,
) -> Result<ListPage, Problem> {
    let mut own = Vec::new();
    if let Where::Only(organisations) = places {
        for id in organisations {
            let name = organisation(tx, *id).await?.map(|organisation| organisation.details.name);
            own.push((name.unwrap_or_default(), path_of(Holder::Organisation(*id))));
        }
    }
    let shell = visit.staff_shell(visit.staff_words().t("exemptions-title"));
    let anywhere = *places == Where::Anywhere;
    Ok(ListPage { shell: shell.with_errors(!errors.is_empty()), errors, number, anywhere, own })
}

/// The address of the page about a holder.
pub(super) fn path_of(holder: Holder) -> String {
    match holder {
        Holder::Person(id) => format!("{LIST}/person/{id}"),
        Holder::Organisation(id) => format!("{LIST}/organisation/{id}"),
    }
}

async fn back_to_list(visit: Visit) -> Response {
    redirect(&visit, LIST)
}

/// A number comes by form, so that it stands in no address and in no log of addresses.
#[derive(Default, Deserialize)]
#[serde(default)]
struct FindForm {
    number: String,
}

async fn find(visit: Visit, Form(form): Form<FindForm>) -> Result<Response, Problem> {
    let mut work = visit.realm.work(visit.actor()).await?;
    let places = places(&visit, work.tx()).await?;
    let found = match holder_of(&work, &places, &form.number).await? {
        Ok(holder) => holder,
        Err(key) => {
            let mut errors = FieldErrors::default();
            errors.add("number", visit.staff_words().t(key));
            let page = list_page(&visit, work.tx(), &places, form.number, errors).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)).into_response());
        }
    };
    work.record(match found {
        Holder::Person(id) => Change::new("exemption.look_up", "person", &id).concerns(id),
        Holder::Organisation(id) => Change::new("exemption.look_up", "organisation", &id),
    });
    work.commit().await?;
    Ok(redirect(&visit, &path_of(found)))
}

/// Who has the number; else the key of what is wrong.
async fn holder_of(
    work: &Work<'_>,
    places: &Where,
    number: &str,
) -> Result<Result<Holder, &'static str>, Problem> {
    if number.trim().is_empty() {
        return Ok(Err("exemptions-number-missing"));
    }
    if let Ok(cvr) = number.parse::<Cvr>() {
        let known = people::organisations_by_cvr(work.tx(), &[cvr]).await?;
        let found = known.into_iter().map(|(_, id)| id).find(|id| places.includes(*id));
        return Ok(found.map(Holder::Organisation).ok_or("exemptions-unknown"));
    }
    let Ok(cpr) = number.parse::<Cpr>() else { return Ok(Err("exemptions-number-wrong")) };
    if *places != Where::Anywhere {
        return Ok(Err("exemptions-unknown"));
    }
    let found = people::cpr::find(work.tx(), &work.realm.vault, &cpr).await?;
    Ok(found.map(|person| Holder::Person(person.id)).ok_or("exemptions-unknown"))
}

/// A holder as staff see them: enough to ask whether this is who stands there, and no more.
pub(super) struct Known {
    pub(super) name: String,
    pub(super) birth_year: Option<i16>,
    pub(super) address: Option<Vec<String>>,
}

/// The holder of an address of this room, if there is one that the visitor may decide for.
pub(super) async fn permitted(
    visit: &Visit,
    tx: &Tx,
    kind: &str,
    id: &str,
) -> Result<(Permit<Exempt>, Known), Problem> {
    let not_found = || Problem::not_found().next("exemptions-title", LIST);
    let holder = match kind {
        "person" => Holder::Person(id.parse().map_err(|_| not_found())?),
        "organisation" => Holder::Organisation(id.parse().map_err(|_| not_found())?),
        _ => return Err(not_found()),
    };
    let places = places(visit, tx).await?;
    if matches!(holder, Holder::Person(_)) && places != Where::Anywhere {
        return Err(Problem::forbidden());
    }
    let permit = allow_to_see::<Exempt>(&visit.realm, &visit.actor(), tx, holder).await?;
    let known = match holder {
        Holder::Person(id) => {
            let person = people::person(tx, id).await?.ok_or_else(not_found)?;
            let contact = notices::contact(tx, id).await?;
            Known {
                name: person.name,
                birth_year: person.birth_date.map(jiff::civil::Date::year),
                address: contact.and_then(|contact| contact.address).map(|address| lines(&address)),
            }
        }
        Holder::Organisation(id) => {
            let organisation = organisation(tx, id).await?.ok_or_else(not_found)?;
            Known { name: organisation.details.name, birth_year: None, address: None }
        }
    };
    Ok((permit, known))
}

#[derive(Template)]
#[template(path = "exemption/staff_one.html")]
struct OnePage {
    shell: Shell,
    errors: FieldErrors,
    saved: Option<String>,
    known: Known,
    is_person: bool,
    /// Whether the visitor says who asks.
    asks_who: bool,
    present: Option<Shown>,
    is_more: bool,
    form: ExemptForm,
    choices: Choices,
    path: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Saved {
    saved: String,
}

async fn show(
    visit: Visit,
    Path((kind, id)): Path<(String, String)>,
    Query(asked): Query<Saved>,
) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    let (permit, known) = permitted(&visit, &tx, &kind, &id).await?;
    let mut page = one_page(&visit, &tx, permit.on(), known, None, FieldErrors::default()).await?;
    let saved = ["exempt", "enrolled"].iter().find(|code| **code == asked.saved);
    page.saved = saved.map(|code| visit.staff_words().t(&format!("exemptions-saved-{code}")));
    Ok(html(&page))
}

async fn one_page(
    visit: &Visit,
    tx: &Tx,
    holder: Holder,
    known: Known,
    form: Option<ExemptForm>,
    errors: FieldErrors,
) -> Result<OnePage, Problem> {
    let words = visit.staff_words();
    let present = exemption_of(tx, holder).await?;
    let is_person = has_self_service(holder);
    let declared = if is_person { "exemptions-declared" } else { "exemptions-company-declared" };
    let shell = visit.staff_shell(known.name.clone()).crumb(words.t("exemptions-title"), LIST);
    Ok(OnePage {
        shell: shell.with_errors(!errors.is_empty()),
        errors,
        saved: None,
        known,
        is_person,
        asks_who: places(visit, tx).await? == Where::Anywhere,
        is_more: is_more(holder, present.as_ref()),
        form: form.unwrap_or_else(|| ExemptForm::of(holder, present.as_ref())),
        present: present.map(|present| Shown::of(words, &present)),
        choices: Choices::new(words, declared),
        path: path_of(holder),
    })
}

async fn send(
    visit: Visit,
    Path((kind, id)): Path<(String, String)>,
    Form(form): Form<ExemptForm>,
) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    let (permit, known) = permitted(&visit, &tx, &kind, &id).await?;
    let holder = permit.on();
    let by = match places(&visit, &tx).await? {
        Where::Anywhere => FilledInBy::Counter,
        Where::Only(_) => FilledInBy::Holder,
    };
    let request = match form.parse(visit.staff_words(), holder, by) {
        Ok(request) => request,
        Err(errors) => {
            let page = one_page(&visit, &tx, holder, known, Some(form), errors).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)).into_response());
        }
    };
    drop(tx);
    let (mut work, permit) = allow::<Exempt>(visit.realm.work(visit.actor()).await?, holder).await?;
    match exempt(&mut work, &permit, request).await {
        Ok(_) => work.commit().await?,
        // The button was pressed twice, or by two.
        Err(ExemptionError::Already(_)) => {}
        Err(error) => return Err(error.into()),
    }
    Ok(redirect(&visit, &format!("{}?saved=exempt", path_of(holder))))
}

async fn back_to_one(visit: Visit, Path((kind, id)): Path<(String, String)>) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    let (permit, _) = permitted(&visit, &tx, &kind, &id).await?;
    Ok(redirect(&visit, &path_of(permit.on())))
}

async fn enrol(visit: Visit, Path((kind, id)): Path<(String, String)>) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    let (permit, _) = permitted(&visit, &tx, &kind, &id).await?;
    let holder = permit.on();
    drop(tx);
    let (mut work, permit) = allow::<Exempt>(visit.realm.work(visit.actor()).await?, holder).await?;
    match enrol_again(&mut work, &permit).await {
        Ok(_) => work.commit().await?,
        Err(ExemptionError::NotExempt) => {}
        Err(error) => return Err(error.into()),
    }
    Ok(redirect(&visit, &format!("{}?saved=enrolled", path_of(holder))))
}

fn redirect(visit: &Visit, path: &str) -> Response {
    Redirect::to(&visit.href(path)).into_response()
}
