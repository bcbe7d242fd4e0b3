//! Beginning a mandate: drafting, asking for it, and putting it on paper.

use basics::Id;
use jiff::{SignedDuration, Timestamp};
use realm::{Change, PersonTag, Work};

use super::hands::{about, all_live, step, take};
use super::{
    AskedBy, Basis, By, Event, Mandate, MandateError, MandateTag, Party, State, Step, Terms, Unfit,
    catalogue, events, mandate_law, rules, sql,
};
use crate::{Action, Holder};

/// Begins a mandate as a draft that only its author sees, and that may open nothing yet. `owner` is whose things it is about;
/// for a giver it is whoever the permit is for, unless `parent` is passed on.
///
/// # Errors
/// When it says what cannot be, somebody in it has died, or the trusted employee is a party or near family of one.
pub async fn begin(
    work: &mut Work<'_>,
    by: By<'_>,
    owner: Holder,
    to: Party,
    parent: Option<Id<MandateTag>>,
    terms: Terms,
) -> Result<Mandate, MandateError> {
    let (giver, asked_by) = match by {
        By::Giver(permit) => (permit.on(), AskedBy::Giver),
        By::Holder(person) if to.person() == Some(person) => (owner, AskedBy::Holder),
        By::HolderOrganisation(permit) if to.is(permit.on()) => (owner, AskedBy::Holder),
        By::Counter(_) => (owner, AskedBy::Counter),
        By::Holder(_) | By::HolderOrganisation(_) => return Err(MandateError::NotThere),
    };
    if parent.is_none() && giver != owner {
        return Err(MandateError::NotThere);
    }
    let mandate = Mandate {
        id: work.new_id(),
        owner,
        giver,
        to,
        parent,
        basis: if asked_by == AskedBy::Counter { Basis::Counter } else { Basis::Digital },
        asked_by,
        state: State::Draft,
        terms,
        until: None,
        created_at: work.now(),
        state_at: work.now(),
        // What nobody goes on with is thrown away.
        pending_until: Some(work.now() + days(mandate_law(work.today()).pending_days)),
        first_used_at: None,
        last_used_at: None,
    };
    if let By::Counter(permit) = by {
        not_involved(work, permit, &mandate).await?;
    }
    check_so_far(work, &mandate).await?;
    sql::insert(work.tx(), &mandate).await?;
    work.record(about(Change::new("mandate.begin", "mandate", &mandate.id), &mandate).after(&mandate));
    Ok(mandate)
}

/// Says something else in a draft. The giver can also narrow or change what somebody has asked for, before saying yes.
///
/// # Errors
/// When it is no draft or request in these hands, or says what cannot be.
pub async fn reword(
    work: &mut Work<'_>,
    by: By<'_>,
    id: Id<MandateTag>,
    terms: Terms,
) -> Result<Mandate, MandateError> {
    let mut mandate = take(work, by, id).await?;
    let may = match (mandate.state, by) {
        (State::Draft, By::Giver(_)) => mandate.asked_by == AskedBy::Giver,
        (State::Draft, By::Holder(_) | By::HolderOrganisation(_)) => mandate.asked_by == AskedBy::Holder,
        (State::Draft, By::Counter(_)) => mandate.asked_by == AskedBy::Counter,
        (State::Requested, By::Giver(_)) => true,
        _ => false,
    };
    if !may || !by.is_giver_of(&mandate) {
        return Err(MandateError::Step(mandate.state));
    }
    let before = mandate.clone();
    mandate.terms = terms;
    check(work, &mandate).await?;
    sql::set_terms(work.tx(), id, &mandate.terms).await?;
    let change = Change::new("mandate.reword", "mandate", &id).before(&before).after(&mandate);
    work.record(about(change, &mandate));
    Ok(mandate)
}

/// Sends a draft to the giver as a request.
///
/// # Errors
/// When the rules against abuse forbid it, or the same is given or asked for already.
pub async fn ask(work: &mut Work<'_>, by: By<'_>, id: Id<MandateTag>) -> Result<Mandate, MandateError> {
    let mut mandate = take(work, by, id).await?;
    if mandate.asked_by != AskedBy::Holder || matches!(by, By::Giver(_) | By::Counter(_)) {
        return Err(MandateError::Step(mandate.state));
    }
    check(work, &mandate).await?;
    may_ask(work, &mandate).await?;
    is_new(work, &mandate).await?;
    let law = mandate_law(work.today());
    mandate.pending_until = Some(work.now() + days(law.pending_days));
    step(work, &mut mandate, Step::Ask).await?;
    events::tell(work, &mandate, Event::Asked).await?;
    Ok(mandate)
}

/// Puts a draft or a request on paper: it waits for a signature by hand.
///
/// # Errors
/// As those of [`ask`].
pub async fn await_signature(
    work: &mut Work<'_>,
    by: By<'_>,
    id: Id<MandateTag>,
) -> Result<Mandate, MandateError> {
    let mut mandate = take(work, by, id).await?;
    if mandate.state == State::Draft {
        check(work, &mandate).await?;
        if mandate.asked_by == AskedBy::Holder {
            may_ask(work, &mandate).await?;
        }
        is_new(work, &mandate).await?;
    }
    mandate.basis = Basis::Paper;
    mandate.pending_until = Some(work.now() + days(mandate_law(work.today()).paper_pending_days));
    step(work, &mut mandate, Step::AwaitSignature).await?;
    events::tell(work, &mandate, Event::AwaitsSignature).await?;
    Ok(mandate)
}

/// Checks what a mandate says, and who is in it.
pub(super) async fn check(work: &Work<'_>, mandate: &Mandate) -> Result<(), MandateError> {
    let (law, today) = (mandate_law(work.today()), work.today());
    rules::check(&mandate.terms, mandate.owner, mandate.to, catalogue(), &law, today)?;
    check_so_far(work, mandate).await
}

/// Checks what a draft says so far, and who is in it.
async fn check_so_far(work: &Work<'_>, mandate: &Mandate) -> Result<(), MandateError> {
    let (law, today) = (mandate_law(work.today()), work.today());
    rules::check_so_far(&mandate.terms, mandate.owner, mandate.to, catalogue(), &law, today)?;
    all_live(work, mandate.owner, mandate.to).await?;
    if let Holder::Person(owner) = mandate.owner {
        let known = people::person(work.tx(), owner).await?.ok_or(MandateError::NotThere)?;
        rules::old_enough(known.birth_date, &law, today)?;
    }
    if let Party::Employee { person, organisation } = mandate.to {
        let memberships = people::memberships_of(work.tx(), person, today).await?;
        if !memberships.iter().any(|one| one.organisation == organisation) {
            return Err(Unfit::NotOwnEmployee.into());
        }
        // A company gives rights to its own people; others it gives them through where they work.
        if mandate.parent.is_none() && mandate.owner != Holder::Organisation(organisation) {
            return Err(Unfit::NotOwnEmployee.into());
        }
    }
    if let Some(id) = mandate.parent {
        let parent = sql::by_id(work.tx(), id).await?.ok_or(MandateError::NotThere)?;
        if parent.owner != mandate.owner || !parent.to.is(mandate.giver) {
            return Err(MandateError::NotThere);
        }
        if parent.state != State::Active {
            return Err(MandateError::Step(parent.state));
        }
        rules::check_passing_on(&mandate.terms, mandate.to, &parent, links(work, &parent).await?, &law)?;
    }
    Ok(())
}

async fn links(work: &Work<'_>, mandate: &Mandate) -> Result<i64, MandateError> {
    let (mut links, mut parent) = (1, mandate.parent);
    while let Some(id) = parent {
        links += 1;
        parent = sql::by_id(work.tx(), id).await?.ok_or(MandateError::NotThere)?.parent;
    }
    Ok(links)
}

/// The limits against abuse, as dated data.
async fn may_ask(work: &Work<'_>, mandate: &Mandate) -> Result<(), MandateError> {
    let Some(person) = mandate.to.person() else { return Ok(()) };
    // Two requests of one person are counted one after the other.
    people::hold(work.tx(), person).await?;
    let law = mandate_law(work.today());
    let since: Timestamp = work.now() - days(law.lock_window_days);
    let rejected = sql::rejections(work.tx(), person.uuid(), since).await?;
    if rejected >= law.rejections_before_lock {
        return Err(MandateError::Locked { rejected, days: law.lock_window_days });
    }
    if sql::open_requests(work.tx(), person.uuid()).await? >= law.open_requests {
        return Err(MandateError::TooManyOpen(law.open_requests));
    }
    Ok(())
}

/// Checks that the same is not given or asked for already.
pub(super) async fn is_new(work: &Work<'_>, mandate: &Mandate) -> Result<(), MandateError> {
    let holder = match mandate.to {
        Party::Person(person) | Party::Employee { person, .. } => person.uuid(),
        Party::Organisation(organisation) => organisation.uuid(),
    };
    let today = work.today();
    let same = |other: &&Mandate| {
        let says = |one: &Mandate| (one.to, one.parent, one.terms.powers.clone(), one.terms.limits.clone());
        let stands = other.state.is_open()
            || (other.state == State::Active && other.terms.ends_on.is_none_or(|last| today <= last));
        other.id != mandate.id
            && stands
            && says(other) == says(mandate)
            && (other.state.is_open() || lasts_as_long(other, mandate))
    };
    let others = sql::between(work.tx(), mandate.owner.uuid(), &[holder]).await?;
    match others.iter().find(same) {
        Some(other) => Err(MandateError::Already(other.id)),
        None => Ok(()),
    }
}

fn lasts_as_long(one: &Mandate, other: &Mandate) -> bool {
    match (one.terms.ends_on, other.terms.ends_on) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(one), Some(other)) => other <= one,
    }
}

pub(super) fn days(days: i64) -> SignedDuration {
    SignedDuration::from_hours(24 * days)
}

/// Whether somebody decides about their own affairs or those of their near family.
pub(super) async fn not_involved<A: Action>(
    work: &Work<'_>,
    _permit: &crate::Permit<A>,
    mandate: &Mandate,
) -> Result<(), MandateError> {
    let Some(employee) = work.actor.person else { return Ok(()) };
    let parties: Vec<Id<PersonTag>> =
        [mandate.owner.person(), mandate.giver.person(), mandate.to.person()].into_iter().flatten().collect();
    if parties.contains(&employee) {
        return Err(MandateError::Involved);
    }
    let relatives = people::relatives_of(work.tx(), employee).await?;
    if parties.iter().any(|party| relatives.contains(party)) {
        return Err(MandateError::Involved);
    }
    Ok(())
}
