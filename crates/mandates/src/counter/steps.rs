//! What is done with a mandate at the counter: registering, the second pair of eyes, saying no, and ending.

use access::mandates::{
    By, EvidenceKind, Mandate, MandateError, Proof, Registered, Seen, State, may_look_up, note_wrong_number,
    register, reject, second, turn_down, withdraw,
};
use access::{Action as _, Holder, Permit, RegisterMandate, allow};
use axum::extract::Path;
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use http::StatusCode;
use page::{FieldErrors, Form, May, Problem, Routes, Visit};
use realm::{Change, Work};

use super::numbers::{NumberError, holder_of, party_of, seen_as};
use super::one::{OneForm, at, page};
use super::{PREFIX, log_refusal, path_of, permit, redirect, refusal};

const REGISTER: &str = "/staff/mandates/{id}/register";
const SECOND: &str = "/staff/mandates/{id}/second";
const REJECT: &str = "/staff/mandates/{id}/reject";
const END: &str = "/staff/mandates/{id}/end";

pub(super) fn routes() -> Routes {
    let may = May::Do(RegisterMandate::NAME);
    Routes::new()
        .get(REGISTER, may, get(back))
        .post(REGISTER, may, post(|visit, id, form| take(visit, id, form, Deed::Register)))
        .get(SECOND, may, get(back))
        .post(SECOND, may, post(|visit, id, form| take(visit, id, form, Deed::Second)))
        .get(REJECT, may, get(back))
        .post(REJECT, may, post(|visit, id, form| take(visit, id, form, Deed::Reject)))
        .get(END, may, get(back))
        .post(END, may, post(|visit, id, form| take(visit, id, form, Deed::End)))
}

async fn back(visit: Visit, Path(id): Path<String>) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    permit(&visit, &tx).await?;
    Ok(redirect(&visit, &path_of(at(&tx, &id).await?.id)))
}

/// What can be done.
#[derive(Clone, Copy)]
enum Deed {
    Register,
    Second,
    Reject,
    End,
}

/// Does it, and shows the page again: with what was done, or with what stood in the way.
async fn take(
    visit: Visit,
    Path(id): Path<String>,
    Form(form): Form<OneForm>,
    deed: Deed,
) -> Result<Response, Problem> {
    let (mut work, permit) = allow::<RegisterMandate>(visit.realm.work(visit.actor()).await?, ()).await?;
    let mandate = at(work.tx(), &id).await?;
    let counter = Counter { visit: &visit, permit: &permit, mandate: &mandate, form: &form };
    let done = match deed {
        Deed::Register => counter.register(&mut work).await,
        Deed::Second => counter.second(&mut work).await,
        Deed::Reject => counter.reject(&mut work).await,
        Deed::End => counter.end(&mut work).await,
    };
    match done {
        Ok(saved) => {
            work.commit().await?;
            Ok(redirect(&visit, &format!("{}?saved={saved}", path_of(mandate.id))))
        }
        Err(stop) => {
            let errors = in_words(&visit, work, &permit, &mandate, stop).await?;
            let tx = visit.realm.read().await?;
            // Somebody else may have been faster.
            let page = page(&visit, &tx, &at(&tx, &id).await?, form, errors, None).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// What stood in the way of a step.
enum Stop {
    /// Something was typed wrong.
    Typed(Wrong),
    /// The rules say no.
    Refused(MandateError),
    /// The page cannot be shown.
    Problem(Problem),
}

/// What is wrong with what was typed.
#[derive(Default)]
struct Wrong {
    errors: FieldErrors,
    /// Whether a number is not that of whoever should stand there.
    is_number: bool,
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

/// What stood in the way, at its field. What the rules forbid an employee is kept in the log, and wrong numbers are counted.
async fn in_words(
    visit: &Visit,
    mut work: Work<'_>,
    permit: &Permit<RegisterMandate>,
    mandate: &Mandate,
    stop: Stop,
) -> Result<FieldErrors, Problem> {
    match stop {
        Stop::Problem(problem) => Err(problem),
        Stop::Typed(wrong) => {
            if wrong.is_number {
                // Numbers are compared before anything is done: the work holds nothing else.
                note_wrong_number(&mut work, permit).await?;
                work.commit().await?;
            }
            Ok(wrong.errors)
        }
        Stop::Refused(error) => {
            drop(work);
            let change = Change::new("mandate.refuse", "mandate", &mandate.id);
            let change = match mandate.owner.person() {
                Some(owner) => change.concerns(owner),
                None => change,
            };
            log_refusal(visit, change, &error).await?;
            refusal(visit.staff_words(), PREFIX, &error)
        }
    }
}

/// A form about a mandate, sent by somebody who may stand at the counter.
struct Counter<'a> {
    visit: &'a Visit,
    permit: &'a Permit<RegisterMandate>,
    mandate: &'a Mandate,
    form: &'a OneForm,
}

impl Counter<'_> {
    async fn register(&self, work: &mut Work<'_>) -> Result<&'static str, Stop> {
        let Self { permit, mandate, form, .. } = *self;
        may_look_up(work, permit).await?;
        let mut wrong = Wrong::default();
        let kind = form.kind.first().and_then(|code| EvidenceKind::from_code(code));
        if kind.is_none() {
            self.say(&mut wrong, "kind", "kind");
        }
        let is_giver = |one| one == mandate.giver;
        let giver = self.seen(work, &mut wrong, "giver", &form.giver, is_giver).await?;
        let is_holder = |one| seen_as(one, mandate.to) == mandate.to;
        let holder = self.seen(work, &mut wrong, "holder", &form.holder, is_holder).await?;
        let (Some(kind), Some(giver), Some(holder)) = (kind, giver, holder) else {
            return Err(Stop::Typed(wrong));
        };
        let seen = Seen { giver, to: seen_as(holder, mandate.to) };
        let proof = Proof { kind, case_number: form.case.clone(), seen };
        Ok(match register(work, permit, mandate.id, &proof).await? {
            Registered::InForce => "registered",
            Registered::NeedsSecond => "waits",
        })
    }

    async fn second(&self, work: &mut Work<'_>) -> Result<&'static str, Stop> {
        match self.form.answer.as_str() {
            "yes" => second(work, self.permit, self.mandate.id).await.map(|_| "second"),
            "no" => turn_down(work, self.permit, self.mandate.id).await.map(|_| "refused"),
            _ => return Err(Stop::Problem(Problem::unreadable())),
        }
        .map_err(Stop::Refused)
    }

    /// Whoever should give says no.
    async fn reject(&self, work: &mut Work<'_>) -> Result<&'static str, Stop> {
        self.is_asked_by(work, |_| false).await?;
        reject(work, By::Counter(self.permit), self.mandate.id).await?;
        Ok("rejected")
    }

    /// Either of the two takes it back or lays it down. A draft is thrown away by those who wrote it.
    async fn end(&self, work: &mut Work<'_>) -> Result<&'static str, Stop> {
        let to = self.mandate.to;
        if self.mandate.state != State::Draft {
            self.is_asked_by(work, |one| seen_as(one, to) == to || party_of(one) == to).await?;
        }
        withdraw(work, By::Counter(self.permit), self.mandate.id).await?;
        Ok("ended")
    }

    /// Checks that the citizen at the counter is the giver, or somebody else who may ask for it.
    async fn is_asked_by(&self, work: &Work<'_>, or: impl Fn(Holder) -> bool) -> Result<(), Stop> {
        may_look_up(work, self.permit).await?;
        let mut wrong = Wrong::default();
        let Mandate { giver, owner, .. } = self.mandate;
        let is_right = |one| one == *giver || one == *owner || or(one);
        match self.seen(work, &mut wrong, "asker", &self.form.asker, is_right).await? {
            Some(_) => Ok(()),
            None => Err(Stop::Typed(wrong)),
        }
    }

    /// Who has the number that was typed, where it is the right one. Whether it is somebody else's is not told.
    async fn seen(
        &self,
        work: &Work<'_>,
        wrong: &mut Wrong,
        field: &str,
        typed: &str,
        is_right: impl Fn(Holder) -> bool,
    ) -> Result<Option<Holder>, Stop> {
        let why = match holder_of(self.visit, work.tx(), typed).await? {
            Ok(holder) if is_right(holder) => return Ok(Some(holder)),
            Ok(_) | Err(NumberError::Unknown) => {
                wrong.is_number = true;
                "other-person"
            }
            Err(why) => why.key(),
        };
        self.say(wrong, field, why);
        Ok(None)
    }

    fn say(&self, wrong: &mut Wrong, field: &str, why: &str) {
        let words = self.visit.staff_words();
        let label =
            if field == "asker" { "counter-asker".to_owned() } else { format!("counter-seen-{field}") };
        wrong.errors.add(field, format!("{}: {}", words.t(&label), words.t(&format!("counter-error-{why}"))));
    }
}
