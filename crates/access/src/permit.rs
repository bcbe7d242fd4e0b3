//! Asking for leave to do something, and the proof of having got it.

use std::marker::PhantomData;

use basics::Id;
use jiff::civil::Date;
use page::Problem;
use people::{OrganisationTag, Role, memberships_of};
use realm::{Actor, Change, PersonTag, Realm, Via, Work};
use store::{DbError, Tx};

use crate::{Action, Decision, Place as _, Refusal, Scope, Target, Where, decide, places, policy};

/// Proof that whoever acts may do `A` to what the permit names. Only [`allow`] and [`allow_to_see`] make one; it is good for
/// the piece of work, or the reading, that it was asked for in.
#[derive(Debug)]
pub struct Permit<A: Action> {
    on: A::On,
    action: PhantomData<A>,
}

impl<A: Action> Permit<A> {
    /// What it may be done to.
    #[must_use]
    pub fn on(&self) -> A::On {
        self.on
    }
}

impl<A: Action<On = Id<OrganisationTag>>> Permit<A> {
    /// The organisation whose thing it may be done to.
    #[must_use]
    pub fn organisation(&self) -> Id<OrganisationTag> {
        self.on
    }
}

/// Decides whether whoever acts may do `A` to `on`, by the memberships that are valid today, inside the work's own
/// transaction. The work comes back with the permit.
///
/// The program itself, and an operator at the command line, may do everything: whoever can start them can also
/// write the database.
///
/// # Errors
/// [`Problem::forbidden`] where they may not. The work is then undone, and the refusal is recorded in a work of its
/// own, since the undoing would take the record with it. [`Problem::sign_in_first`] where nobody is signed in.
pub async fn allow<A: Action>(work: Work<'_>, on: A::On) -> Result<(Work<'_>, Permit<A>), Problem> {
    match judge::<A>(work.tx(), &work.actor, work.today(), on).await? {
        Decision::Allowed(..) => Ok((work, Permit { on, action: PhantomData })),
        Decision::Refused(why) => {
            let (realm, actor) = (work.realm, work.actor.clone());
            drop(work);
            record_refusal(realm, actor, A::NAME, on.target(), why).await?;
            Err(Problem::forbidden())
        }
    }
}

/// As [`allow`], for whoever only looks: `tx` may be one that cannot write, and the permit is good for what is read in it.
///
/// # Errors
/// As those of [`allow`].
pub async fn allow_to_see<A: Action>(
    realm: &Realm,
    actor: &Actor,
    tx: &Tx,
    on: A::On,
) -> Result<Permit<A>, Problem> {
    let today = realm.now().to_zoned(realm.zone().clone()).date();
    match judge::<A>(tx, actor, today, on).await? {
        Decision::Allowed(..) => Ok(Permit { on, action: PhantomData }),
        Decision::Refused(why) => {
            record_refusal(realm, actor.clone(), A::NAME, on.target(), why).await?;
            Err(Problem::forbidden())
        }
    }
}

async fn judge<A: Action>(tx: &Tx, actor: &Actor, today: Date, on: A::On) -> Result<Decision, Problem> {
    let person = match (actor.person, actor.via) {
        (Some(person), _) => person,
        (None, Via::CommandLine | Via::Program) => {
            return Ok(Decision::Allowed(Role::Administrator, Scope::Anywhere));
        }
        (None, Via::Web | Via::Api) => return Err(Problem::sign_in_first()),
    };
    let memberships = memberships_of(tx, person, today).await?;
    Ok(decide(policy(), person, &memberships, A::NAME, on.target()))
}

async fn record_refusal(
    realm: &Realm,
    actor: Actor,
    action: &str,
    target: Target,
    why: Refusal,
) -> Result<(), DbError> {
    let mut work = realm.work(actor).await?;
    let change = match target {
        Target::Nothing => Change::new("access.refuse", "action", &action),
        Target::Organisation(id) => Change::new("access.refuse", "organisation", &id),
        Target::Person(id) => Change::new("access.refuse", "person", &id).concerns(id),
    };
    work.record(change.because(format!("{action}: {why}")));
    work.commit().await
}

/// Where the person may do `A` on a date, for lists. Before doing it, [`allow`] still decides.
///
/// # Errors
/// When the database does not answer.
pub async fn organisations_where<A: Action>(
    tx: &Tx,
    person: Id<PersonTag>,
    date: Date,
) -> Result<Where, DbError> {
    Ok(places(policy(), &memberships_of(tx, person, date).await?, A::NAME))
}
