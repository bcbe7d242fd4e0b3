//! The rules of who may do what, in plain words and slow loops. Nothing here is taken from the code of `access` but the shapes of
//! mandates and questions.
//!
//! *By role.* Everybody is a citizen, everywhere. Whoever is something in an organisation on the day is that too. A line of
//! `policies/roles.csv` lets a role do an action: `self`, to what is the person's own; `own_organisation`, to what belongs to
//! the organisation where they have the role, or to nobody in particular; `anywhere`, to everything.
//!
//! *By mandate.* A mandate opens an action for an owner's things when all of this holds:
//! 1. It is in the hands of whoever asks: it names them; or it names them as somebody who works in an organisation, and they are
//!    something there on the day; or it names an organisation for which they may sign alone on the day.
//! 2. It stands by itself, given by the owner; or it passes on a mandate over the same owner's things that its giver holds,
//!    which stands by itself or passes on another, and so on: the chain. It has no more links than the rules allow.
//! 3. Every link of the chain was given and not taken back, its first day has come, its last one has not passed, and where it
//!    ends to the moment, that moment has not come.
//! 4. Every link opens the action by a power that is in the catalogue on the day, all of them in one service at least.
//!
//! *How far.* To a thing that says in which service it is, in the services in which every link opens the action; and only to
//! what lies within every limit of every link. What a limit asks for and a thing does not say lies outside.
//!
//! *Why not.* Of each mandate over the owner's things that is in the asker's hands, or was when they worked there, the first
//! obstacle on the way from the asker to the owner; and of several, that of the mandate that came farthest.

use std::collections::BTreeSet;

use access::mandates::{Limits, Mandate, MandateTag, Moment, Party, State, Thing};
use access::{Holder, Refusal, Scope, Target};
use basics::Id;
use jiff::civil::Date;
use people::{OrganisationTag, Role};
use realm::PersonTag;

use crate::question::Asked;
use crate::tables::Tables;
use crate::world::World;

/// The farther down, the nearer to a yes.
const FARTHEST: [Refusal; 12] = [
    Refusal::NoRole,
    Refusal::NotHere,
    Refusal::NoMandate,
    Refusal::NotGiven,
    Refusal::TakenBack,
    Refusal::Ended,
    Refusal::LeftEmployer,
    Refusal::NotPassedOn,
    Refusal::TooDeep,
    Refusal::NotYet,
    Refusal::OtherPower,
    Refusal::OutOfReach,
];

/// What the model answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// By any of these roles.
    ByRole(Vec<(Role, Scope)>),
    /// By these mandates, all of them.
    ByMandates(BTreeSet<Id<MandateTag>>),
    /// No, and what is in the way.
    No(Refusal),
}

/// The rules over some tables.
#[derive(Debug, Clone)]
pub struct Model {
    /// The tables.
    pub tables: Tables,
}

impl Model {
    /// May they?
    #[must_use]
    pub fn answer(&self, world: &World, asked: &Asked) -> Verdict {
        let roles = self.roles_that_allow(world, asked);
        if !roles.is_empty() {
            return Verdict::ByRole(roles);
        }
        let mandates = self.mandates_that_allow(world, asked);
        if !mandates.is_empty() {
            return Verdict::ByMandates(mandates);
        }
        Verdict::No(self.why_not(world, asked))
    }

    // -- by role --------------------------------------------------------------------------------------------------------

    /// What somebody is on a day: a citizen of nowhere, and whatever their memberships say.
    fn is_what_where(
        world: &World,
        person: Id<PersonTag>,
        day: Date,
    ) -> Vec<(Role, Option<Id<OrganisationTag>>)> {
        let mut is = vec![(Role::Citizen, None)];
        for membership in &world.memberships {
            let has_begun = membership.valid_from <= day;
            let has_ended = matches!(membership.valid_to, Some(last) if last < day);
            if membership.person == person && has_begun && !has_ended {
                is.push((membership.role, Some(membership.organisation)));
            }
        }
        is
    }

    /// The roles, with the scope that the table gives them, by which they may.
    #[must_use]
    pub fn roles_that_allow(&self, world: &World, asked: &Asked) -> Vec<(Role, Scope)> {
        let mut allow = Vec::new();
        for (role, place) in Self::is_what_where(world, asked.person, asked.moment.today) {
            for (of, action, scope) in &self.tables.roles {
                if *of != role || *action != asked.action {
                    continue;
                }
                match scope.as_str() {
                    "anywhere" => allow.push((role, Scope::Anywhere)),
                    "self" if asked.target == Target::Person(asked.person) => allow.push((role, Scope::Own)),
                    "own_organisation" => {
                        let Some(place) = place else { continue };
                        if asked.target == Target::Organisation(place) || asked.target == Target::Nothing {
                            allow.push((role, Scope::OwnOrganisation));
                        }
                    }
                    _ => {}
                }
            }
        }
        allow
    }

    /// Whether the role of anybody's that they have lets them do it somewhere.
    #[must_use]
    pub fn may_somewhere(&self, world: &World, asked: &Asked) -> bool {
        Self::is_what_where(world, asked.person, asked.moment.today)
            .into_iter()
            .any(|(role, _)| self.tables.roles.iter().any(|line| line.0 == role && line.1 == asked.action))
    }

    // -- by mandate -----------------------------------------------------------------------------------------------------

    fn mandates_that_allow(&self, world: &World, asked: &Asked) -> BTreeSet<Id<MandateTag>> {
        world.mandates.iter().filter(|one| self.opens(world, one, asked)).map(|one| one.id).collect()
    }

    fn opens(&self, world: &World, mandate: &Mandate, asked: &Asked) -> bool {
        if Some(mandate.owner) != owner(asked.target) || !Self::is_in_hands_of(world, mandate, asked) {
            return false;
        }
        let Some(chain) = self.chain(world, mandate, asked.moment) else { return false };
        let all_stand = chain.iter().all(|link| Self::stands(link, asked.moment).is_none());
        let services = self.services(&chain, asked);
        all_stand
            && !services.is_empty()
            && asked.thing.as_ref().is_none_or(|thing| reaches(&chain, &services, thing))
    }

    fn is_in_hands_of(world: &World, mandate: &Mandate, asked: &Asked) -> bool {
        let is = Self::is_what_where(world, asked.person, asked.moment.today);
        match mandate.to {
            Party::Person(person) => person == asked.person,
            Party::Employee { person, organisation } => {
                person == asked.person && is.iter().any(|(_, place)| *place == Some(organisation))
            }
            Party::Organisation(organisation) => is.contains(&(Role::Signatory, Some(organisation))),
        }
    }

    fn names(mandate: &Mandate, person: Id<PersonTag>) -> bool {
        match mandate.to {
            Party::Person(named) | Party::Employee { person: named, .. } => named == person,
            Party::Organisation(_) => false,
        }
    }

    fn deepest(&self, day: Date) -> usize {
        let of_day = |(_, first, last): &&(i64, Date, Option<Date>)| {
            *first <= day && last.is_none_or(|last| day <= last)
        };
        let line = self.tables.deepest.iter().find(of_day).expect("a rule for every day");
        usize::try_from(line.0).expect("a small number")
    }

    /// The links from the asker's to the owner's; none where it is broken, or longer than the rules allow.
    fn chain<'w>(&self, world: &'w World, mandate: &'w Mandate, moment: Moment) -> Option<Vec<&'w Mandate>> {
        let mut chain = vec![mandate];
        while let Some(parent) = chain[chain.len() - 1].parent {
            if chain.len() > self.deepest(moment.today) {
                return None;
            }
            let passed_on = world.mandates.iter().find(|one| one.id == parent)?;
            if !Self::is_passed_on_by(passed_on, chain[chain.len() - 1]) {
                return None;
            }
            chain.push(passed_on);
        }
        let first = chain[chain.len() - 1];
        (first.giver == first.owner && chain.len() <= self.deepest(moment.today)).then_some(chain)
    }

    /// Whether a link passes on what its giver holds, over the same owner's things.
    fn is_passed_on_by(held: &Mandate, link: &Mandate) -> bool {
        let is_held = match held.to {
            Party::Person(person) => link.giver == Holder::Person(person),
            Party::Organisation(organisation) => link.giver == Holder::Organisation(organisation),
            // What somebody holds where they work is theirs to use, not the employer's to pass on.
            Party::Employee { .. } => false,
        };
        is_held && held.owner == link.owner
    }

    /// Why a link does not stand at a moment; none where it does.
    fn stands(link: &Mandate, moment: Moment) -> Option<Refusal> {
        if [State::Draft, State::Requested, State::WaitingForSignature].contains(&link.state) {
            return Some(Refusal::NotGiven);
        }
        if [State::Rejected, State::Withdrawn, State::EndedByDeath].contains(&link.state) {
            return Some(Refusal::TakenBack);
        }
        if link.state == State::Expired {
            return Some(Refusal::Ended);
        }
        if link.terms.starts_on > moment.today {
            return Some(Refusal::NotYet);
        }
        if matches!(link.terms.ends_on, Some(last) if moment.today > last) {
            return Some(Refusal::Ended);
        }
        if matches!(link.until, Some(end) if moment.now >= end) {
            return Some(Refusal::Ended);
        }
        None
    }

    /// The services in which every link opens the action.
    fn services(&self, chain: &[&Mandate], asked: &Asked) -> BTreeSet<String> {
        let every: BTreeSet<String> = self.tables.powers.iter().map(|power| power.service.clone()).collect();
        every
            .into_iter()
            .filter(|service| chain.iter().all(|link| self.opens_in(link, service, asked)))
            .collect()
    }

    fn opens_in(&self, link: &Mandate, service: &str, asked: &Asked) -> bool {
        let day = asked.moment.today;
        self.tables.powers.iter().any(|power| {
            link.terms.powers.contains(&power.code)
                && power.first <= day
                && power.last.is_none_or(|last| last >= day)
                && power.service == service
                && power.actions.contains(&asked.action)
        })
    }

    // -- how far --------------------------------------------------------------------------------------------------------

    /// Whether some mandate reaches whatever comes from now on: no link of it says anything but since when.
    #[must_use]
    pub fn is_whole_from_now_on(&self, world: &World, asked: &Asked) -> bool {
        self.any_chain(world, asked, |chain| {
            chain.iter().all(|link| {
                let Limits { folders, since: _, sender, letter, case_number, production_unit } =
                    &link.terms.limits;
                folders.is_none()
                    && sender.is_none()
                    && letter.is_none()
                    && case_number.is_none()
                    && production_unit.is_none()
            })
        })
    }

    /// Whether some mandate can reach something in a folder.
    #[must_use]
    pub fn touches_folder(&self, world: &World, asked: &Asked, folder: uuid::Uuid) -> bool {
        self.any_chain(world, asked, |chain| {
            chain.iter().all(|link| match &link.terms.limits.folders {
                None => true,
                Some(folders) => folders.contains(&folder),
            })
        })
    }

    fn any_chain(&self, world: &World, asked: &Asked, holds: impl Fn(&[&Mandate]) -> bool) -> bool {
        let of = self.mandates_that_allow(world, asked);
        let opening = world.mandates.iter().filter(|one| of.contains(&one.id));
        opening.filter_map(|one| self.chain(world, one, asked.moment)).any(|chain| holds(&chain))
    }

    // -- why not --------------------------------------------------------------------------------------------------------

    fn why_not(&self, world: &World, asked: &Asked) -> Refusal {
        let mut why = if self.may_somewhere(world, asked) { Refusal::NotHere } else { Refusal::NoRole };
        let Some(owner) = owner(asked.target) else { return why };
        // Where a mandate could open it at all, its want is what to say.
        if self.tables.powers.iter().any(|power| power.actions.contains(&asked.action)) {
            why = Refusal::NoMandate;
        }
        for mandate in world.mandates.iter().filter(|mandate| mandate.owner == owner) {
            if let Some(obstacle) = self.first_obstacle(world, mandate, asked)
                && rank(obstacle) > rank(why)
            {
                why = obstacle;
            }
        }
        why
    }

    /// The first obstacle on the way from the asker to the owner; none where the mandate is none of the asker's.
    fn first_obstacle(&self, world: &World, mandate: &Mandate, asked: &Asked) -> Option<Refusal> {
        if !Self::is_in_hands_of(world, mandate, asked) {
            return Self::names(mandate, asked.person).then_some(Refusal::LeftEmployer);
        }
        let mut walked: Vec<&Mandate> = Vec::new();
        let mut next = Some(mandate);
        while let Some(link) = next {
            walked.push(link);
            if let Some(why) = Self::stands(link, asked.moment) {
                return Some(why);
            }
            if self.services(&walked, asked).is_empty() {
                return Some(Refusal::OtherPower);
            }
            if walked.len() > self.deepest(asked.moment.today) {
                return Some(Refusal::TooDeep);
            }
            next = match link.parent {
                Some(parent) => {
                    let held = world.mandates.iter().find(|one| one.id == parent);
                    let Some(held) = held.filter(|held| Self::is_passed_on_by(held, link)) else {
                        return Some(Refusal::NotPassedOn);
                    };
                    Some(held)
                }
                None if link.giver != link.owner => return Some(Refusal::NotPassedOn),
                None => None,
            };
        }
        Some(Refusal::OutOfReach)
    }
}

fn owner(target: Target) -> Option<Holder> {
    match target {
        Target::Nothing => None,
        Target::Person(person) => Some(Holder::Person(person)),
        Target::Organisation(organisation) => Some(Holder::Organisation(organisation)),
    }
}

fn rank(why: Refusal) -> usize {
    FARTHEST.iter().position(|one| *one == why).expect("every obstacle has its place")
}

fn reaches(chain: &[&Mandate], services: &BTreeSet<String>, thing: &Thing<'_>) -> bool {
    if let Some(service) = thing.service
        && !services.contains(service)
    {
        return false;
    }
    chain.iter().all(|link| lies_within(&link.terms.limits, thing))
}

/// Whether a thing lies within one mandate's limits.
pub(crate) fn lies_within(limits: &Limits, thing: &Thing<'_>) -> bool {
    if let Some(folders) = &limits.folders {
        let Some(lies_in) = thing.folder else { return false };
        if !folders.contains(&lies_in) {
            return false;
        }
    }
    if let Some(since) = limits.since {
        let Some(arrived) = thing.arrived else { return false };
        if arrived < since {
            return false;
        }
    }
    if limits.sender.is_some() && thing.sender != limits.sender {
        return false;
    }
    if limits.letter.is_some() && thing.letter != limits.letter {
        return false;
    }
    if limits.case_number.is_some() && thing.case_number != limits.case_number.as_deref() {
        return false;
    }
    limits.production_unit.is_none() || thing.production_unit == limits.production_unit.as_deref()
}
