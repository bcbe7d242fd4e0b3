//! Asking for leave to do something, and the proof of having got it.

use std::marker::PhantomData;

use basics::Id;
use jiff::civil::Date;
use page::Problem;
use people::{OrganisationTag, Role, memberships_of};
use realm::{Actor, Change, PersonTag, Realm, Via, Work};
use store::{DbError, Tx};

use crate::mandates::{self, Asker, Mandate, Moment, Reach, catalogue};
use crate::{
    Action, Decision, Ground, Place as _, Question, Refusal, Scope, Target, Where, decide, places, policy,
};

/// Proof that whoever acts may do `A` to what the permit names, as far as it [reaches](Permit::reach). Only [`allow`] and
/// [`allow_to_see`] make one; it is good for the piece of work, or the reading, that it was asked for in.
#[derive(Debug)]
pub struct Permit<A: Action> {
    on: A::On,
    ground: Ground,
    action: PhantomData<A>,
}

impl<A: Action> Permit<A> {
    fn new(on: A::On, ground: Ground) -> Self {
        Self { on, ground, action: PhantomData }
    }

    /// What it may be done to.
    #[must_use]
    pub fn on(&self) -> A::On {
        self.on
    }

    /// What it rests on.
    #[must_use]
    pub fn ground(&self) -> &Ground {
        &self.ground
    }

    /// How far it reaches among the owner's things. Whatever is done with a permit to one thing asks for that thing first.
    #[must_use]
    pub fn reach(&self) -> Reach {
        self.ground.reach()
    }
}

impl<A: Action<On = Id<OrganisationTag>>> Permit<A> {
    /// The organisation whose thing it may be done to.
    #[must_use]
    pub fn organisation(&self) -> Id<OrganisationTag> {
        self.on
    }
}

/// Decides whether whoever acts may do `A` to `on`, by the memberships and mandates that are valid now, inside the work's own
/// transaction. The work comes back with the permit; where it rests on a mandate, the work is done on behalf of its owner.
///
/// The program itself, and an operator at the command line, may do everything: whoever can start them can also
/// write the database.
///
/// # Errors
/// [`Problem::forbidden`] where they may not. The work is then undone, and the refusal is recorded in a work of its
/// own, since the undoing would take the record with it. [`Problem::sign_in_first`] where nobody is signed in.
pub async fn allow<A: Action>(mut work: Work<'_>, on: A::On) -> Result<(Work<'_>, Permit<A>), Problem> {
    let moment = Moment { now: work.now(), today: work.today() };
    let (decision, mandates) = judge::<A>(work.tx(), &work.actor, moment, on).await?;
    match decision {
        Decision::Allowed(ground) => {
            if let Ground::Mandates(grants) = &ground {
                work.actor.on_behalf_of = on.target().owner().and_then(crate::Holder::person);
                let (realm, actor) = (work.realm, work.actor.clone());
                mandates::note_use(realm, &actor, Some(&mut work), grants, &mandates).await?;
            }
            Ok((work, Permit::new(on, ground)))
        }
        Decision::Refused(why) => {
            let (realm, actor) = (work.realm, work.actor.clone());
            drop(work);
            record_refusal(realm, actor, A::NAME, on.target(), why, &mandates).await?;
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
    let moment = now_in(realm);
    let (decision, mandates) = judge::<A>(tx, actor, moment, on).await?;
    match decision {
        Decision::Allowed(ground) => {
            if let Ground::Mandates(grants) = &ground {
                let on_behalf_of = on.target().owner().and_then(crate::Holder::person);
                let actor = Actor { on_behalf_of, ..actor.clone() };
                mandates::note_use(realm, &actor, None, grants, &mandates).await?;
            }
            Ok(Permit::new(on, ground))
        }
        Decision::Refused(why) => {
            record_refusal(realm, actor.clone(), A::NAME, on.target(), why, &mandates).await?;
            Err(Problem::forbidden())
        }
    }
}

/// The present moment of a realm, as questions need it.
#[must_use]
pub fn now_in(realm: &Realm) -> Moment {
    let now = realm.now();
    Moment { now, today: now.to_zoned(realm.zone().clone()).date() }
}

async fn judge<A: Action>(
    tx: &Tx,
    actor: &Actor,
    moment: Moment,
    on: A::On,
) -> Result<(Decision, Vec<Mandate>), Problem> {
    let person = match (actor.person, actor.via) {
        (Some(person), _) => person,
        (None, Via::CommandLine | Via::Program) => {
            return Ok((Decision::Allowed(Ground::Role(Role::Administrator, Scope::Anywhere)), Vec::new()));
        }
        (None, Via::Web | Via::Api) => return Err(Problem::sign_in_first()),
    };
    Ok(consider(tx, person, Question { action: A::NAME, target: on.target(), thing: None, moment }).await?)
}

/// Answers a question about a person from the database, and gives the mandates that were looked at. Nothing is recorded: this is for
/// whoever only asks. Before anything is done, [`allow`] decides.
///
/// # Errors
/// When the database does not answer.
pub async fn consider(
    tx: &Tx,
    person: Id<PersonTag>,
    question: Question<'_>,
) -> Result<(Decision, Vec<Mandate>), DbError> {
    // Most questions are about oneself: what everybody may needs no look at the database.
    let nobody_in_particular = Asker { person, memberships: &[] };
    let by_being_oneself = decide(policy(), catalogue(), nobody_in_particular, &[], question);
    if matches!(by_being_oneself, Decision::Allowed(_)) {
        return Ok((by_being_oneself, Vec::new()));
    }
    let memberships = memberships_of(tx, person, question.moment.today).await?;
    let asker = Asker { person, memberships: &memberships };
    let by_role = decide(policy(), catalogue(), asker, &[], question);
    let Some(owner) = question.target.owner() else { return Ok((by_role, Vec::new())) };
    if matches!(by_role, Decision::Allowed(_)) {
        return Ok((by_role, Vec::new()));
    }
    // Also where no mandate opens such a thing: whoever has given something hears that more was tried.
    let mandates = mandates::between(tx, owner, asker).await?;
    Ok((decide(policy(), catalogue(), asker, &mandates, question), mandates))
}

async fn record_refusal(
    realm: &Realm,
    actor: Actor,
    action: &str,
    target: Target,
    why: Refusal,
    mandates: &[Mandate],
) -> Result<(), DbError> {
    let mut work = realm.work(actor).await?;
    let change = match target {
        Target::Nothing => Change::new("access.refuse", "action", &action),
        Target::Organisation(id) => Change::new("access.refuse", "organisation", &id),
        Target::Person(id) => Change::new("access.refuse", "person", &id).concerns(id),
    };
    work.record(change.because(format!("{action}: {why}")));
    // Whoever has given somebody something hears that they tried more. Strangers are not heard of: anybody could knock.
    if let Some(mandate) = mandates.iter().find(|mandate| mandate.state != mandates::State::Draft) {
        mandates::tell_of_refusal(&mut work, mandate.id).await?;
    }
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
