//! What is done with a mandate at the counter: registering, the second pair of eyes, saying no, and ending.

use access::mandates::{
    By, EvidenceKind, Mandate, MandateError, Proof, Registered, Seen, State, evidence_of, register, reject,
    second, withdraw,
};
use access::{Action as _, Permit, RegisterMandate, allow};
use axum::extract::Path;
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use http::StatusCode;
use page::{FieldErrors, Form, May, Problem, Routes, Visit};
use realm::{Change, Work};
use serde::Deserialize;

use super::numbers::{holder_of, party_of, seen_as};
use super::one::{OneForm, at, page, waits};
use super::{PREFIX, path_of, permit, redirect, refusal};

const REGISTER: &str = "/staff/mandates/{id}/register";
const SECOND: &str = "/staff/mandates/{id}/second";
const REJECT: &str = "/staff/mandates/{id}/reject";
const END: &str = "/staff/mandates/{id}/end";

pub(super) fn routes() -> Routes {
    let may = May::Do(RegisterMandate::NAME);
    Routes::new()
        .get(REGISTER, may, get(back))
        .post(REGISTER, may, post(register_one))
        .get(SECOND, may, get(back))
        .post(SECOND, may, post(look_second))
        .get(REJECT, may, get(back))
        .post(REJECT, may, post(reject_one))
        .get(END, may, get(back))
        .post(END, may, post(end_one))
}

async fn back(visit: Visit, Path(id): Path<String>) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    permit(&visit, &tx).await?;
    Ok(redirect(&visit, &path_of(at(&tx, &id).await?.id)))
}

/// What stood in the way of a step.
enum Stop {
    /// Something was typed wrong.
    Typed(FieldErrors),
    /// The rules say no.
    Refused(MandateError),
    /// The page cannot be shown.
    Problem(Problem),
}

impl From<MandateError> for Stop {
    fn from(error: MandateError) -> Self {
        Stop::Refused(error)
    }
}

impl From<store::DbError> for Stop {
    fn from(error: store::DbError) -> Self {
        Stop::Problem(error.into())
    }
}

impl From<Problem> for Stop {
    fn from(problem: Problem) -> Self {
        Stop::Problem(problem)
    }
}

async fn register_one(
    visit: Visit,
    Path(id): Path<String>,
    Form(form): Form<OneForm>,
) -> Result<Response, Problem> {
    let (mut work, permit) = allow::<RegisterMandate>(visit.realm.work(visit.actor()).await?, ()).await?;
    let mandate = at(work.tx(), &id).await?;
    match try_register(&visit, &mut work, &permit, &mandate, &form).await {
        Ok(done) => {
            work.commit().await?;
            let saved = if done == Registered::InForce { "registered" } else { "waits" };
            Ok(redirect(&visit, &format!("{}?saved={saved}", path_of(mandate.id))))
        }
        Err(stop) => again(&visit, work, &mandate, form, stop).await,
    }
}

async fn try_register(
    visit: &Visit,
    work: &mut Work<'_>,
    permit: &Permit<RegisterMandate>,
    mandate: &Mandate,
    form: &OneForm,
) -> Result<Registered, Stop> {
    let words = visit.staff_words();
    let mut errors = FieldErrors::default();
    let mut wrong = |field: &str, why: &str| {
        let label = words.t(&format!("counter-seen-{field}"));
        errors.add(field, format!("{label}: {}", words.t(&format!("counter-error-{why}"))));
    };
    let kind = form.kind.first().and_then(|code| EvidenceKind::from_code(code));
    if kind.is_none() {
        wrong("kind", "kind");
    }
    let giver = holder_of(visit, work.tx(), &form.giver).await?;
    let holder = holder_of(visit, work.tx(), &form.holder).await?;
    for (field, found) in [("giver", &giver), ("holder", &holder)] {
        if let Err(why) = found {
            // Whether somebody else has the number is not told: it is not one of these two.
            wrong(field, if *why == "number-unknown" { "other-person" } else { why });
        }
    }
    if let Ok(holder) = holder
        && seen_as(holder, mandate.to) != mandate.to
    {
        wrong("holder", "other-person");
    }
    if giver.is_ok_and(|giver| giver != mandate.giver) {
        wrong("giver", "other-person");
    }
    let (Some(kind), Ok(giver), Ok(holder), true) = (kind, giver, holder, errors.is_empty()) else {
        return Err(Stop::Typed(errors));
    };
    let seen = Seen { giver, to: seen_as(holder, mandate.to) };
    let proof = Proof { kind, case_number: form.case.clone(), seen };
    Ok(register(work, permit, mandate.id, &proof).await?)
}

/// The answer of the second employee.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Answer {
    answer: String,
}

async fn look_second(
    visit: Visit,
    Path(id): Path<String>,
    Form(form): Form<Answer>,
) -> Result<Response, Problem> {
    let (mut work, permit) = allow::<RegisterMandate>(visit.realm.work(visit.actor()).await?, ()).await?;
    let mandate = at(work.tx(), &id).await?;
    match try_second(&mut work, &permit, &mandate, &form.answer).await {
        Ok(saved) => {
            work.commit().await?;
            Ok(redirect(&visit, &format!("{}?saved={saved}", path_of(mandate.id))))
        }
        Err(stop) => again(&visit, work, &mandate, OneForm::default(), stop).await,
    }
}

async fn try_second(
    work: &mut Work<'_>,
    permit: &Permit<RegisterMandate>,
    mandate: &Mandate,
    answer: &str,
) -> Result<&'static str, Stop> {
    match answer {
        "yes" => {
            second(work, permit, mandate.id).await?;
            Ok("second")
        }
        "no" => {
            let evidence = evidence_of(work.tx(), mandate.id).await?;
            if !waits(mandate, evidence.as_ref()) {
                return Err(MandateError::Step(mandate.state).into());
            }
            if evidence.is_some_and(|evidence| Some(evidence.registered_by) == work.actor.person) {
                return Err(MandateError::SameEmployee.into());
            }
            reject(work, By::Counter(permit), mandate.id).await?;
            Ok("refused")
        }
        _ => Err(Problem::unreadable().into()),
    }
}

async fn reject_one(
    visit: Visit,
    Path(id): Path<String>,
    Form(form): Form<OneForm>,
) -> Result<Response, Problem> {
    let (mut work, permit) = allow::<RegisterMandate>(visit.realm.work(visit.actor()).await?, ()).await?;
    let mandate = at(work.tx(), &id).await?;
    match try_reject(&visit, &mut work, &permit, &mandate, &form).await {
        Ok(()) => {
            work.commit().await?;
            Ok(redirect(&visit, &format!("{}?saved=rejected", path_of(mandate.id))))
        }
        Err(stop) => again(&visit, work, &mandate, form, stop).await,
    }
}

/// Whoever gives says no, at the counter.
async fn try_reject(
    visit: &Visit,
    work: &mut Work<'_>,
    permit: &Permit<RegisterMandate>,
    mandate: &Mandate,
    form: &OneForm,
) -> Result<(), Stop> {
    if !mandate.state.is_open() {
        return Err(MandateError::Step(mandate.state).into());
    }
    is_asked_by(visit, work, mandate, form, false).await?;
    reject(work, By::Counter(permit), mandate.id).await?;
    Ok(())
}

async fn end_one(
    visit: Visit,
    Path(id): Path<String>,
    Form(form): Form<OneForm>,
) -> Result<Response, Problem> {
    let (mut work, permit) = allow::<RegisterMandate>(visit.realm.work(visit.actor()).await?, ()).await?;
    let mandate = at(work.tx(), &id).await?;
    match try_end(&visit, &mut work, &permit, &mandate, &form).await {
        Ok(()) => {
            work.commit().await?;
            Ok(redirect(&visit, &format!("{}?saved=ended", path_of(mandate.id))))
        }
        Err(stop) => again(&visit, work, &mandate, form, stop).await,
    }
}

/// Either of the two takes it back or lays it down, at the counter. A draft is thrown away by whoever wrote it.
async fn try_end(
    visit: &Visit,
    work: &mut Work<'_>,
    permit: &Permit<RegisterMandate>,
    mandate: &Mandate,
    form: &OneForm,
) -> Result<(), Stop> {
    if !matches!(mandate.state, State::Active | State::Draft) {
        return Err(MandateError::Step(mandate.state).into());
    }
    if mandate.state == State::Active {
        is_asked_by(visit, work, mandate, form, true).await?;
    }
    withdraw(work, By::Counter(permit), mandate.id).await?;
    Ok(())
}

/// Checks that the citizen at the counter is the giver, or one of the two.
async fn is_asked_by(
    visit: &Visit,
    work: &Work<'_>,
    mandate: &Mandate,
    form: &OneForm,
    or_holder: bool,
) -> Result<(), Stop> {
    let found = holder_of(visit, work.tx(), &form.asker).await?;
    let why = match found {
        Ok(asker) if asker == mandate.giver || asker == mandate.owner => return Ok(()),
        Ok(asker)
            if or_holder && (seen_as(asker, mandate.to) == mandate.to || party_of(asker) == mandate.to) =>
        {
            return Ok(());
        }
        Ok(_) | Err("number-unknown") => "other-person",
        Err(why) => why,
    };
    let words = visit.staff_words();
    let mut errors = FieldErrors::default();
    let label = words.t("counter-asker");
    errors.add("asker", format!("{label}: {}", words.t(&format!("counter-error-{why}"))));
    Err(Stop::Typed(errors))
}

/// The page again, with what stood in the way. What the rules forbid an employee is kept in the log.
async fn again(
    visit: &Visit,
    work: Work<'_>,
    mandate: &Mandate,
    form: OneForm,
    stop: Stop,
) -> Result<Response, Problem> {
    drop(work);
    let errors = match stop {
        Stop::Problem(problem) => return Err(problem),
        Stop::Typed(errors) => errors,
        Stop::Refused(error) => {
            if matches!(
                error,
                MandateError::Involved | MandateError::SameEmployee | MandateError::OtherPeople
            ) {
                let mut log = visit.realm.work(visit.actor()).await?;
                let change = Change::new("mandate.refuse", "mandate", &mandate.id).because(error.to_string());
                log.record(match mandate.owner.person() {
                    Some(owner) => change.concerns(owner),
                    None => change,
                });
                log.commit().await?;
            }
            refusal(visit.staff_words(), PREFIX, &error)?
        }
    };
    let tx = visit.realm.read().await?;
    // Somebody else may have been faster.
    let mandate = at(&tx, &mandate.id.to_string()).await?;
    let page = page(visit, &tx, &mandate, form, errors, None).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}
