//! In whose hands a mandate is: who may take which step, and what may stand in the way.

use basics::Id;
use realm::{Change, PersonTag, Work};
use store::DbError;

use super::{AskedBy, Mandate, MandateTag, Party, State, Step, Unfit, sql};
use crate::{Holder, ManageMandates, Permit, RegisterMandate};

/// Who takes a step.
#[derive(Debug, Clone, Copy)]
pub enum By<'p> {
    /// Whoever may open the giver's things to others.
    Giver(&'p Permit<ManageMandates>),
    /// The person who is to help, or helps.
    Holder(Id<PersonTag>),
    /// Whoever decides for an organisation that is to help, or helps.
    HolderOrganisation(&'p Permit<ManageMandates>),
    /// A trusted employee, for whoever stands at the counter.
    Counter(&'p Permit<RegisterMandate>),
}

/// A step cannot be taken.
#[derive(Debug, thiserror::Error)]
pub enum MandateError {
    /// What it says cannot be.
    #[error(transparent)]
    Unfit(#[from] Unfit),
    /// There is no such mandate for whoever asks.
    #[error("there is no such mandate")]
    NotThere,
    /// It stands where this step cannot be taken; perhaps somebody else was faster.
    #[error("a mandate that is {} cannot take this step", .0.code())]
    Step(State),
    /// The same is given or asked for already.
    #[error("there is such a mandate already")]
    Already(Id<MandateTag>),
    /// The person has as many open requests as the rules allow.
    #[error("at most {0} requests can wait for an answer at once")]
    TooManyOpen(i64),
    /// So many requests of the person were refused that they can ask for no more for a time.
    #[error("{rejected} requests were refused within {days} days; no more can be sent now")]
    Locked {
        /// How many.
        rejected: i64,
        /// In how many days.
        days: i64,
    },
    /// Somebody in it has died.
    #[error("one of the parties has died")]
    Dead,
    /// The trusted employee is a party, or near family of one.
    #[error("whoever is a party, or near family of one, cannot decide it")]
    Involved,
    /// Whoever was seen at the counter is not who the mandate names.
    #[error("the people at the counter are not those that the mandate names")]
    OtherPeople,
    /// A case number is missing or too long.
    #[error("a case number has 1 to 40 characters")]
    CaseNumber,
    /// The one who registered it cannot be the second pair of eyes.
    #[error("a second employee must look, not the one who registered it")]
    SameEmployee,
    /// The trusted employee has typed too many numbers that were nobody's, or somebody else's.
    #[error("too many wrong numbers were typed; nobody can be looked up for {minutes} minutes")]
    WrongNumbers {
        /// How long to wait.
        minutes: i64,
    },
    /// The database does not answer.
    #[error(transparent)]
    Db(#[from] DbError),
}

impl By<'_> {
    /// Whether the mandate is in these hands. Nobody but its author sees a draft.
    fn reaches(self, mandate: &Mandate) -> bool {
        match self {
            // Whose things it opens can take back even what others have passed on.
            By::Giver(permit) => permit.on() == mandate.giver || permit.on() == mandate.owner,
            By::Holder(person) => mandate.to.person() == Some(person),
            By::HolderOrganisation(permit) => {
                matches!(mandate.to, Party::Organisation(held) if Holder::Organisation(held) == permit.on())
            }
            By::Counter(_) => true,
        }
    }

    /// Whether the one who takes the step as giver is the one who gives. Nothing is said of others.
    pub(super) fn is_giver_of(self, mandate: &Mandate) -> bool {
        match self {
            By::Giver(permit) => permit.on() == mandate.giver,
            By::Holder(_) | By::HolderOrganisation(_) | By::Counter(_) => true,
        }
    }
}

/// The mandate, kept from others until the work ends.
pub(super) async fn take(work: &Work<'_>, by: By<'_>, id: Id<MandateTag>) -> Result<Mandate, MandateError> {
    let mandate = sql::lock(work.tx(), id).await?.ok_or(MandateError::NotThere)?;
    if by.reaches(&mandate) { Ok(mandate) } else { Err(MandateError::NotThere) }
}

/// Moves a mandate one step on, in the table, the database and the log.
pub(super) async fn step(work: &mut Work<'_>, mandate: &mut Mandate, step: Step) -> Result<(), MandateError> {
    let before = mandate.clone();
    mandate.state = mandate.state.after(step).ok_or(MandateError::Step(mandate.state))?;
    mandate.state_at = work.now();
    if !mandate.state.is_open() {
        mandate.pending_until = None;
    }
    sql::set_state(work.tx(), mandate).await?;
    let action = match step {
        Step::Ask => "mandate.ask",
        Step::AwaitSignature => "mandate.await_signature",
        Step::Sign => "mandate.sign",
        Step::Reject => "mandate.reject",
        Step::Withdraw => "mandate.withdraw",
        Step::Expire => "mandate.expire",
        Step::Die => "mandate.end_by_death",
    };
    // What is thrown away unsent was seen by nobody else.
    let known = if mandate.state.is_over() { &before } else { &*mandate };
    let change = about(Change::new(action, "mandate", &mandate.id), known);
    work.record(change.before(&before).after(mandate));
    Ok(())
}

/// The change with the person whose things the mandate opens. What somebody writes who wants to help, and has not sent, does not
/// concern them yet: a draft is its author's alone.
pub(super) fn about(change: Change, mandate: &Mandate) -> Change {
    let is_unsent = mandate.state == State::Draft && mandate.asked_by == AskedBy::Holder;
    match mandate.owner {
        Holder::Person(person) if !is_unsent => change.concerns(person),
        Holder::Person(_) | Holder::Organisation(_) => change,
    }
}

/// Checks that nobody in it has died.
pub(super) async fn all_live(work: &Work<'_>, owner: Holder, to: Party) -> Result<(), MandateError> {
    for person in [owner.person(), to.person()].into_iter().flatten() {
        if people::died_on(work.tx(), person).await?.is_some() {
            return Err(MandateError::Dead);
        }
    }
    Ok(())
}
