//! Saying yes, saying no, and taking back.

use basics::Id;
use realm::Work;

use super::beginning::{check, is_new, not_involved};
use super::hands::{step, take};
use super::{AskedBy, By, Event, Mandate, MandateError, MandateTag, State, Step, events};

/// The giver says yes: the mandate is in force on the days it names, for the very next question.
///
/// # Errors
/// When it is not in the giver's hands, or is no draft or request any more.
pub async fn sign(work: &mut Work<'_>, by: By<'_>, id: Id<MandateTag>) -> Result<Mandate, MandateError> {
    let mut mandate = take(work, by, id).await?;
    let may = match by {
        By::Giver(_) => !(mandate.state == State::Draft && mandate.asked_by != AskedBy::Giver),
        By::Holder(_) | By::HolderOrganisation(_) | By::Counter(_) => false,
    };
    if !may || !by.is_giver_of(&mandate) {
        return Err(MandateError::Step(mandate.state));
    }
    put_in_force(work, &mut mandate).await?;
    Ok(mandate)
}

/// Puts a mandate in force, whoever has said yes.
pub(super) async fn put_in_force(work: &mut Work<'_>, mandate: &mut Mandate) -> Result<(), MandateError> {
    check(work, mandate).await?;
    if mandate.state == State::Draft {
        is_new(work, mandate).await?;
    }
    if !mandate.terms.with_past_mail {
        mandate.terms.limits.since = Some(work.now());
    }
    step(work, mandate, Step::Sign).await?;
    events::tell(work, mandate, Event::Given).await?;
    Ok(())
}

/// The giver, or a trusted employee, says no.
///
/// # Errors
/// When it is not in these hands, nobody has asked, or the employee is a party or near family of one.
pub async fn reject(work: &mut Work<'_>, by: By<'_>, id: Id<MandateTag>) -> Result<Mandate, MandateError> {
    let mut mandate = take(work, by, id).await?;
    match by {
        By::Giver(_) if mandate.state != State::Active && by.is_giver_of(&mandate) => {}
        // What is in force is ended, or found wrong afterwards; whoever says no a moment too late does not end it.
        By::Counter(permit) if mandate.state != State::Active => {
            not_involved(work, permit, &mandate).await?;
        }
        By::Giver(_) | By::Counter(_) | By::Holder(_) | By::HolderOrganisation(_) => {
            return Err(MandateError::Step(mandate.state));
        }
    }
    step(work, &mut mandate, Step::Reject).await?;
    events::tell(work, &mandate, Event::Rejected).await?;
    Ok(mandate)
}

/// The giver takes it back, or the holder lays it down: it opens nothing from the very next question on, nor does what was
/// passed on from it.
///
/// # Errors
/// When it is not in these hands, or is over already.
pub async fn withdraw(work: &mut Work<'_>, by: By<'_>, id: Id<MandateTag>) -> Result<Mandate, MandateError> {
    let mut mandate = take(work, by, id).await?;
    if let By::Counter(permit) = by {
        not_involved(work, permit, &mandate).await?;
    }
    let was_seen = mandate.state != State::Draft;
    step(work, &mut mandate, Step::Withdraw).await?;
    if was_seen {
        events::tell(work, &mandate, Event::Withdrawn).await?;
    }
    Ok(mandate)
}
