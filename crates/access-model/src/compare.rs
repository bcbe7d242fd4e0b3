//! Asking the decision and the model the same.

use std::collections::BTreeSet;

use access::mandates::{Asker, Catalogue, Thing};
use access::{Decision, Ground, Where, actions_of, decide, places, policy};
use people::Membership;

use crate::model::{Model, Verdict, lies_within};
use crate::question::{Asked, questions, things};
use crate::seen::Seen;
use crate::tables::{Tables, stretched_powers};
use crate::world::World;

/// On how many things the reach of each yes is tried.
const THINGS: usize = 8;

/// Whoever decides.
pub type Decider<'a> = dyn Fn(&Catalogue, &World, &Asked) -> Decision + 'a;

/// The decision of the program, given everything that is in the world.
#[must_use]
pub fn real(catalogue: &Catalogue, world: &World, asked: &Asked) -> Decision {
    let memberships = memberships_on(world, asked);
    let asker = Asker { person: asked.person, memberships: &memberships };
    decide(policy(), catalogue, asker, &world.mandates, asked.question())
}

fn memberships_on(world: &World, asked: &Asked) -> Vec<Membership> {
    let day = asked.moment.today;
    let of = world.memberships.iter().filter(|one| one.person == asked.person);
    of.filter(|one| one.valid_from <= day && one.valid_to.is_none_or(|last| day <= last)).cloned().collect()
}

/// Both, over the same tables.
pub struct Pair {
    /// The rules told a second time.
    pub model: Model,
    /// The catalogue as the program reads it.
    pub catalogue: Catalogue,
}

/// Where the two differ.
#[derive(Debug, Clone)]
pub struct Difference {
    /// The world.
    pub world: World,
    /// What was asked.
    pub asked: Asked,
    /// In plain words.
    pub what: String,
}

impl Pair {
    /// Over the catalogue with powers that come, go and change.
    ///
    /// # Panics
    /// When the catalogue does not read.
    #[must_use]
    pub fn stretched() -> Self {
        let powers = stretched_powers();
        let catalogue = Catalogue::parse(&powers).expect("the stretched catalogue reads");
        Self { model: Model { tables: Tables::with_powers(&powers) }, catalogue }
    }

    /// Over the tables of the program.
    #[must_use]
    pub fn shipped() -> Self {
        let catalogue = access::mandates::catalogue().clone();
        Self { model: Model { tables: Tables::shipped() }, catalogue }
    }

    /// Asks both all the questions about one world; says how many there were, and the first difference.
    pub fn ask(
        &self,
        decider: &Decider<'_>,
        seed: u64,
        number: u64,
        many: usize,
        seen: &mut Seen,
    ) -> (usize, Option<Difference>) {
        let world = crate::world(&self.model.tables, seed, number);
        seen.world(&world);
        let asked = questions(&self.model.tables, &world, seed, number, many);
        for one in &asked {
            let decision = decider(&self.catalogue, &world, one);
            seen.answer(&world, one, &decision);
            if let Some(what) = self.difference(&world, one, &decision) {
                let shrunk = self.shrink(decider, Difference { world, asked: one.clone(), what });
                return (asked.len(), Some(shrunk));
            }
        }
        (asked.len(), None)
    }

    /// What a decision and the model say differently of a question, if anything.
    #[must_use]
    pub fn difference(&self, world: &World, asked: &Asked, decision: &Decision) -> Option<String> {
        let verdict = self.model.answer(world, asked);
        let agree = match (decision, &verdict) {
            (Decision::Allowed(Ground::Role(role, scope)), Verdict::ByRole(roles)) => {
                roles.contains(&(*role, *scope))
            }
            (Decision::Allowed(Ground::Mandates(grants)), Verdict::ByMandates(mandates)) => {
                let granted: BTreeSet<_> = grants.iter().map(|grant| grant.mandate).collect();
                granted == *mandates && granted.len() == grants.len()
            }
            (Decision::Refused(why), Verdict::No(because)) => why == because,
            _ => false,
        };
        if !agree {
            return Some(format!("decided: {}; model: {verdict:?}", told(decision)));
        }
        self.reach_differs(world, asked, decision).or_else(|| self.lists_differ(world, asked))
    }

    /// Whether leave without a thing in mind reaches what the model opens when asked for that very thing, and no more.
    fn reach_differs(&self, world: &World, asked: &Asked, decision: &Decision) -> Option<String> {
        if let Some(thing) = &asked.thing
            && let Some(what) = limits_differ(world, thing)
        {
            return Some(what);
        }
        let Decision::Allowed(ground) = decision else { return None };
        let reach = ground.reach();
        if let Ground::Role(..) = ground {
            let all = things(world, 1, 2)
                .iter()
                .all(|thing| reach.includes(thing) && reach.mandate_for(thing).is_none());
            let whole = reach.is_whole_from_now_on() && reach.touches_folder(uuid::Uuid::nil());
            return (!all || !whole).then(|| "a role does not reach everything".to_owned());
        }
        if asked.thing.is_some() {
            return None;
        }
        for thing in things(world, asked.moment.now.as_second().unsigned_abs(), THINGS) {
            let of_thing = Asked { thing: Some(thing), ..asked.clone() };
            let by = match self.model.answer(world, &of_thing) {
                Verdict::ByMandates(mandates) => mandates,
                Verdict::ByRole(_) | Verdict::No(_) => BTreeSet::new(),
            };
            let reaches = reach.mandate_for(&thing);
            if reach.includes(&thing) == by.is_empty() || reaches.is_some() == by.is_empty() {
                return Some(format!("the reach of a yes and the model differ on {thing:?}"));
            }
            if reaches.is_some_and(|mandate| !by.contains(&mandate)) {
                return Some(format!("the reach names another mandate for {thing:?}"));
            }
            if let Some(folder) = thing.folder
                && reach.touches_folder(folder) != self.model.touches_folder(world, asked, folder)
            {
                return Some(format!("the reach and the model differ on folder {folder}"));
            }
        }
        (reach.is_whole_from_now_on() != self.model.is_whole_from_now_on(world, asked))
            .then(|| "the reach and the model differ on what comes from now on".to_owned())
    }

    /// Whether the lists of places and of actions say the same as questions one by one.
    fn lists_differ(&self, world: &World, asked: &Asked) -> Option<String> {
        let memberships = memberships_on(world, asked);
        let found: Where = places(policy(), &memberships, &asked.action);
        for &organisation in &world.organisations {
            let target = access::Target::Organisation(organisation);
            let there = Asked { target, thing: None, ..asked.clone() };
            if found.includes(organisation) == self.model.roles_that_allow(world, &there).is_empty() {
                return Some(format!(
                    "the list of places differs on {}",
                    world.organisation_name(organisation)
                ));
            }
        }
        let nowhere = world.organisations.iter().all(|&organisation| !found.includes(organisation));
        if found.is_nowhere() != nowhere {
            return Some("the list of places is empty or not".to_owned());
        }
        let listed = actions_of(policy(), &memberships).contains(asked.action.as_str());
        (listed != self.model.may_somewhere(world, asked)).then(|| "the list of actions differs".to_owned())
    }

    /// Drops what does not matter for the difference.
    fn shrink(&self, decider: &Decider<'_>, mut found: Difference) -> Difference {
        let differs = |world: &World| {
            let decision = decider(&self.catalogue, world, &found.asked);
            self.difference(world, &found.asked, &decision)
        };
        let mut world = found.world.clone();
        let mut what = found.what.clone();
        let mut n = 0;
        while n < world.mandates.len() {
            let mut less = world.clone();
            less.mandates.remove(n);
            match differs(&less) {
                Some(still) => (world, what) = (less, still),
                None => n += 1,
            }
        }
        let mut n = 0;
        while n < world.memberships.len() {
            let mut less = world.clone();
            less.memberships.remove(n);
            match differs(&less) {
                Some(still) => (world, what) = (less, still),
                None => n += 1,
            }
        }
        (found.world, found.what) = (world, what);
        found
    }
}

/// Limits that are within others take in nothing that those do not.
fn limits_differ(world: &World, thing: &Thing<'_>) -> Option<String> {
    let every = || world.mandates.iter().take(4).map(|mandate| &mandate.terms.limits);
    for narrow in every().filter(|narrow| lies_within(narrow, thing)) {
        for wide in every().filter(|wide| narrow.are_within(wide)) {
            if !lies_within(wide, thing) {
                return Some(format!("{narrow:?} is not within {wide:?}"));
            }
        }
    }
    None
}

fn told(decision: &Decision) -> String {
    match decision {
        Decision::Allowed(Ground::Role(role, scope)) => format!("yes, as {} ({})", role.code(), scope.code()),
        Decision::Allowed(Ground::Mandates(grants)) => {
            let ids: Vec<String> = grants.iter().map(|grant| grant.mandate.to_string()).collect();
            format!("yes, by {}", ids.join(" and "))
        }
        Decision::Refused(why) => format!("no, {why}"),
    }
}
