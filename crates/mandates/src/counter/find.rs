//! `/staff/mandates`: finding what lies between two people, and beginning something new for them.

use access::mandates::{AskedBy, By, Mandate, Party, State, begin, may_look_up, note_wrong_number, of_owner};
use access::{Action as _, Holder, RegisterMandate, allow};
use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use http::StatusCode;
use page::{FieldErrors, Form, May, Problem, Routes, Shell, Visit, html};
use realm::Change;
use serde::Deserialize;
use store::Tx;

use super::numbers::{Known, NumberError, address_of, holder_at, holder_of, known, party_of};
use super::{Choices, PATH, PREFIX, TermsForm, log_refusal, path_of, permit, redirect, refusal};

const FIND: &str = "/staff/mandates/find";
const BETWEEN: &str = "/staff/mandates/between/{giver_kind}/{giver}/{holder_kind}/{holder}";
const NEW: &str = "/staff/mandates/between/{giver_kind}/{giver}/{holder_kind}/{holder}/new";

pub(super) fn routes() -> Routes {
    let may = May::Do(RegisterMandate::NAME);
    Routes::new()
        .get(PATH, may, get(list))
        .get(FIND, may, get(back_to_list))
        .post(FIND, may, post(find))
        .get(BETWEEN, may, get(between))
        .get(NEW, may, get(new))
        .post(NEW, may, post(begin_one))
}

/// Numbers come by form, so that they stand in no address and in no log of addresses.
#[derive(Default, Deserialize)]
#[serde(default)]
struct FindForm {
    giver: String,
    holder: String,
    /// What stands under the square code of a printed form.
    code: String,
}

#[derive(Template)]
#[template(path = "counter/list.html")]
struct ListPage {
    shell: Shell,
    errors: FieldErrors,
    form: FindForm,
    waiting: usize,
    to_review: usize,
}

async fn list(visit: Visit) -> Result<Response, Problem> {
    Ok(html(&list_page(&visit, FindForm::default(), FieldErrors::default()).await?))
}

async fn list_page(visit: &Visit, form: FindForm, errors: FieldErrors) -> Result<ListPage, Problem> {
    let tx = visit.realm.read().await?;
    let waiting = access::mandates::waiting_for_second(&tx, &permit(visit, &tx).await?).await?.len();
    let to_review = super::review::lines(visit, &tx).await?.len();
    let shell = visit.staff_shell(visit.staff_words().t("counter-title")).with_errors(!errors.is_empty());
    Ok(ListPage { shell, errors, form, waiting, to_review })
}

async fn back_to_list(visit: Visit) -> Response {
    redirect(&visit, PATH)
}

async fn find(visit: Visit, Form(form): Form<FindForm>) -> Result<Response, Problem> {
    // The whole address of the code reads too.
    let code = form.code.trim().trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    if !code.is_empty() {
        let tx = visit.realm.read().await?;
        permit(&visit, &tx).await?;
        if let Ok(id) = code.parse()
            && let Some(found) = access::mandates::mandate(&tx, id).await?
        {
            return Ok(redirect(&visit, &path_of(found.id)));
        }
        return wrong(&visit, form, &[("code", "code-unknown")]).await;
    }
    let (mut work, permit) = allow::<RegisterMandate>(visit.realm.work(visit.actor()).await?, ()).await?;
    if let Err(error) = may_look_up(&work, &permit).await {
        drop(work);
        return again(&visit, form, refusal(visit.staff_words(), PREFIX, &error)?).await;
    }
    let giver = holder_of(&visit, work.tx(), &form.giver).await?;
    let holder = holder_of(&visit, work.tx(), &form.holder).await?;
    let (giver, holder) = match (giver, holder) {
        (Ok(giver), Ok(holder)) if giver == holder => {
            drop(work);
            return wrong(&visit, form, &[("holder", "oneself")]).await;
        }
        (Ok(giver), Ok(holder)) => (giver, holder),
        (giver, holder) => {
            if [giver, holder].contains(&Err(NumberError::Unknown)) {
                note_wrong_number(&mut work, &permit).await?;
                work.commit().await?;
            } else {
                drop(work);
            }
            let faults = [("giver", giver.err()), ("holder", holder.err())];
            let faults = faults.into_iter().filter_map(|(field, why)| Some((field, why?.key())));
            return wrong(&visit, form, &faults.collect::<Vec<_>>()).await;
        }
    };
    for found in [giver, holder] {
        work.record(about("mandate.look_up", found));
    }
    work.commit().await?;
    Ok(redirect(&visit, &between_path(giver, holder)))
}

fn about(action: &'static str, holder: Holder) -> Change {
    match holder {
        Holder::Person(id) => Change::new(action, "person", &id).concerns(id),
        Holder::Organisation(id) => Change::new(action, "organisation", &id),
    }
}

async fn wrong(visit: &Visit, form: FindForm, faults: &[(&str, &str)]) -> Result<Response, Problem> {
    let mut errors = FieldErrors::default();
    for (field, why) in faults {
        let words = visit.staff_words();
        let label = words.t(&format!("counter-{field}"));
        errors.add(*field, format!("{label}: {}", words.t(&format!("counter-error-{why}"))));
    }
    again(visit, form, errors).await
}

async fn again(visit: &Visit, form: FindForm, errors: FieldErrors) -> Result<Response, Problem> {
    let page = list_page(visit, form, errors).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)).into_response())
}

fn between_path(giver: Holder, holder: Holder) -> String {
    format!("{PATH}/between/{}/{}", address_of(giver), address_of(holder))
}

/// The two people of an address.
struct Two {
    giver: Holder,
    holder: Holder,
    giver_known: Known,
    holder_known: Known,
}

type TwoParts = Path<(String, String, String, String)>;

impl Two {
    async fn at(
        visit: &Visit,
        tx: &Tx,
        Path((giver_kind, giver, holder_kind, holder)): &TwoParts,
    ) -> Result<Self, Problem> {
        let (giver, holder) = (holder_at(giver_kind, giver)?, holder_at(holder_kind, holder)?);
        let giver_known = known(visit, tx, giver).await?.ok_or_else(Problem::not_found)?;
        let holder_known = known(visit, tx, holder).await?.ok_or_else(Problem::not_found)?;
        Ok(Self { giver, holder, giver_known, holder_known })
    }

    fn path(&self) -> String {
        between_path(self.giver, self.holder)
    }
}

/// One mandate between the two.
struct Line {
    path: String,
    state: String,
    powers: String,
    since: String,
}

#[derive(Template)]
#[template(path = "counter/between.html")]
struct BetweenPage {
    shell: Shell,
    two: Two,
    lines: Vec<Line>,
    path: String,
}

async fn between(visit: Visit, parts: TwoParts) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    permit(&visit, &tx).await?;
    let two = Two::at(&visit, &tx, &parts).await?;
    let words = visit.staff_words();
    let moment = access::now_in(&visit.realm);
    let lines = of_owner(&tx, two.giver).await?.into_iter().filter(|one| is_shown(one, two.holder));
    let lines = lines.map(|mandate| Line {
        path: path_of(mandate.id),
        state: crate::words::state(words, &mandate, moment),
        powers: words.list(&crate::words::powers(words, &mandate.terms)),
        since: words.short_date(mandate.state_at.to_zoned(visit.realm.zone().clone()).date()),
    });
    let lines = lines.collect();
    let shell = visit.staff_shell(words.t("counter-between-title")).crumb(words.t("counter-title"), PATH);
    Ok(html(&BetweenPage { shell, path: two.path(), two, lines }))
}

/// What is open or in force between the two; nobody but its author sees a draft.
fn is_shown(mandate: &Mandate, holder: Holder) -> bool {
    let is_theirs = match holder {
        Holder::Person(person) => mandate.to.person() == Some(person),
        Holder::Organisation(organisation) => mandate.to == Party::Organisation(organisation),
    };
    let is_alive = match mandate.state {
        State::Draft => mandate.asked_by == AskedBy::Counter,
        State::Requested | State::WaitingForSignature | State::Active => true,
        State::Rejected | State::Withdrawn | State::Expired | State::EndedByDeath => false,
    };
    is_theirs && is_alive
}

#[derive(Template)]
#[template(path = "counter/new.html")]
struct NewPage {
    shell: Shell,
    errors: FieldErrors,
    two: Two,
    form: TermsForm,
    choices: Choices,
    path: String,
}

async fn new(visit: Visit, parts: TwoParts) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    permit(&visit, &tx).await?;
    let two = Two::at(&visit, &tx, &parts).await?;
    let form = TermsForm::from(access::now_in(&visit.realm).today, None);
    Ok(html(&new_page(&visit, two, form, FieldErrors::default())))
}

fn new_page(visit: &Visit, two: Two, form: TermsForm, errors: FieldErrors) -> NewPage {
    let words = visit.staff_words();
    let shell = visit.staff_shell(words.t("counter-new-title")).with_errors(!errors.is_empty());
    let shell =
        shell.crumb(words.t("counter-title"), PATH).crumb(words.t("counter-between-title"), &two.path());
    let choices = Choices::new(words, two.giver, None, access::now_in(&visit.realm).today);
    NewPage { shell, errors, form, choices, path: format!("{}/new", two.path()), two }
}

async fn begin_one(visit: Visit, parts: TwoParts, Form(form): Form<TermsForm>) -> Result<Response, Problem> {
    let words = visit.staff_words();
    let (mut work, permit) = allow::<RegisterMandate>(visit.realm.work(visit.actor()).await?, ()).await?;
    let two = Two::at(&visit, work.tx(), &parts).await?;
    let terms = match form.parse(words, PREFIX, None) {
        Ok(terms) => terms,
        Err(errors) => return Ok(wrong_terms(&visit, two, form, errors)),
    };
    let to = party_of(two.holder);
    match begin(&mut work, By::Counter(&permit), two.giver, to, None, terms).await {
        Ok(draft) => {
            work.commit().await?;
            Ok(redirect(&visit, &path_of(draft.id)))
        }
        Err(error) => {
            drop(work);
            log_refusal(&visit, about("mandate.refuse", two.giver), &error).await?;
            let errors = refusal(words, PREFIX, &error)?;
            Ok(wrong_terms(&visit, two, form, errors))
        }
    }
}

fn wrong_terms(visit: &Visit, two: Two, form: TermsForm, errors: FieldErrors) -> Response {
    let page = new_page(visit, two, form, errors);
    (StatusCode::UNPROCESSABLE_ENTITY, html(&page)).into_response()
}
