//! What the questions have met, so that nothing the rules know of stays untried.

use std::collections::BTreeMap;

use access::mandates::{Basis, Party, State};
use access::{Decision, Ground, Refusal, Scope, Target};

use crate::question::Asked;
use crate::tables::Tables;
use crate::world::World;

/// How often each thing was met.
#[derive(Debug, Clone, Default)]
pub struct Seen(BTreeMap<String, usize>);

const REFUSALS: [Refusal; 12] = [
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
const LIMITS: [&str; 6] = ["folders", "since", "sender", "letter", "case number", "production unit"];
const TARGETS: [&str; 3] = ["nothing", "person", "organisation"];
const PARTIES: [&str; 3] = ["person", "employee", "organisation"];

impl Seen {
    fn note(&mut self, what: String) {
        *self.0.entry(what).or_default() += 1;
    }

    pub(crate) fn world(&mut self, world: &World) {
        for mandate in &world.mandates {
            self.note(format!("a mandate that is {}", mandate.state.code()));
            self.note(format!("a mandate that rests on {}", mandate.basis.code()));
            self.note(format!("a mandate to {}", party(mandate.to)));
        }
    }

    pub(crate) fn answer(&mut self, world: &World, asked: &Asked, decision: &Decision) {
        let target = match asked.target {
            Target::Nothing => TARGETS[0],
            Target::Person(_) => TARGETS[1],
            Target::Organisation(_) => TARGETS[2],
        };
        self.note(format!("{} on {target}", asked.action));
        match decision {
            Decision::Refused(why) => self.note(format!("refused: {}", why.code())),
            Decision::Allowed(Ground::Role(_, scope)) => self.note(format!("by role: {}", scope.code())),
            Decision::Allowed(Ground::Mandates(grants)) => {
                self.note(if grants.len() > 1 { "by several mandates" } else { "by one mandate" }.to_owned());
                for grant in grants {
                    let Some(mandate) = world.mandates.iter().find(|one| one.id == grant.mandate) else {
                        continue;
                    };
                    let passed_on = if mandate.parent.is_some() { ", passed on" } else { "" };
                    self.note(format!("by a mandate to {}{passed_on}", party(mandate.to)));
                    for limits in &grant.limits {
                        self.limits(limits, asked.thing.is_some());
                    }
                }
            }
        }
    }

    fn limits(&mut self, limits: &access::mandates::Limits, asks_for_a_thing: bool) {
        let has = [
            limits.folders.is_some(),
            limits.since.is_some(),
            limits.sender.is_some(),
            limits.letter.is_some(),
            limits.case_number.is_some(),
            limits.production_unit.is_some(),
        ];
        let within = if asks_for_a_thing { ", and a thing within" } else { "" };
        for (name, _) in LIMITS.iter().zip(has).filter(|(_, has)| *has) {
            self.note(format!("a yes limited by {name}{within}"));
        }
    }

    /// What there is to be met, and was not.
    #[must_use]
    pub fn unseen(&self, tables: &Tables) -> Vec<String> {
        let refusals = REFUSALS.iter().map(|why| format!("refused: {}", why.code()));
        let scopes = [Scope::Own, Scope::OwnOrganisation, Scope::Anywhere];
        let roles = scopes.iter().map(|scope| format!("by role: {}", scope.code()));
        let mandates = ["by one mandate", "by several mandates"].map(str::to_owned);
        let parties = PARTIES.iter().flat_map(|to| {
            let passed_on = format!("by a mandate to {to}, passed on");
            [format!("a mandate to {to}"), format!("by a mandate to {to}"), passed_on]
        });
        let limits = LIMITS.iter().flat_map(|name| {
            [format!("a yes limited by {name}"), format!("a yes limited by {name}, and a thing within")]
        });
        let states = State::ALL.iter().map(|state| format!("a mandate that is {}", state.code()));
        let bases = Basis::ALL.iter().map(|basis| format!("a mandate that rests on {}", basis.code()));
        let actions = tables.actions();
        let actions = actions.iter().flat_map(|action| TARGETS.map(|target| format!("{action} on {target}")));
        refusals
            .chain(roles)
            .chain(mandates)
            .chain(parties)
            .chain(limits)
            .chain(states)
            .chain(bases)
            .chain(actions)
            .filter(|what| !self.0.contains_key(what))
            .collect()
    }

    /// How often each was met, by name.
    #[must_use]
    pub fn counts(&self) -> &BTreeMap<String, usize> {
        &self.0
    }
}

fn party(to: Party) -> &'static str {
    match to {
        Party::Person(_) => PARTIES[0],
        Party::Employee { .. } => PARTIES[1],
        Party::Organisation(_) => PARTIES[2],
    }
}
