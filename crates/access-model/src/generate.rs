//! Worlds made up by chance. Most of what is made up is nearly right, since what is wrong in every way is refused for the
//! first reason and shows nothing of the others.

use access::Holder;
use access::mandates::{AskedBy, Basis, Limits, Mandate, Party, State, Terms};
use basics::Id;
use jiff::ToSpan as _;
use jiff::civil::Date;
use people::{Membership, Role};

use crate::dice::Dice;
use crate::tables::Tables;
use crate::world::{TODAY, World, at, uuid};

/// The world of this number among those of a seed; it is the same at every call.
#[must_use]
pub fn world(tables: &Tables, seed: u64, number: u64) -> World {
    let mut dice = Dice::of(seed, number);
    let mut world = World {
        people: (1..=4).map(|n| Id::from_uuid(uuid(1, n))).collect(),
        organisations: (1..=3).map(|n| Id::from_uuid(uuid(2, n))).collect(),
        memberships: Vec::new(),
        mandates: Vec::new(),
    };
    for n in 0..dice.below(7) {
        let made = membership(&mut dice, &world, n);
        world.memberships.push(made);
    }
    for n in 0..=dice.below(8) {
        let made = mandate(&mut dice, &world, tables, n);
        world.mandates.push(made);
    }
    if dice.happens(5) {
        tangle(&mut dice, &mut world);
    }
    world
}

/// A parent that comes later, is the mandate itself, or is not there.
fn tangle(dice: &mut Dice, world: &mut World) {
    let ids: Vec<_> = world.mandates.iter().map(|mandate| mandate.id).collect();
    let n = dice.below(ids.len());
    world.mandates[n].parent =
        Some(if dice.happens(30) { Id::from_uuid(uuid(3, 99)) } else { dice.one_of(&ids) });
}

fn day(dice: &mut Dice, some: &[i64]) -> Date {
    TODAY.saturating_add(dice.one_of(some).days())
}

fn membership(dice: &mut Dice, world: &World, n: usize) -> Membership {
    let some = [Role::Signatory, Role::Signatory, Role::Employee, Role::Employee, Role::MailAdministrator];
    let valid_from = day(dice, &[-300, -300, -300, -1, 0, 1]);
    let valid_to = dice.happens(40).then(|| day(dice, &[-2, -1, 0, 1, 100]));
    Membership {
        id: Id::from_uuid(uuid(4, n)),
        person: dice.one_of(&world.people),
        organisation: dice.one_of(&world.organisations),
        role: if dice.happens(65) { dice.one_of(&some) } else { dice.one_of(&Role::ALL) },
        valid_from,
        // Nobody leaves before they come.
        valid_to: valid_to.map(|last| last.max(valid_from)),
    }
}

fn holder(dice: &mut Dice, world: &World) -> Holder {
    if dice.happens(65) {
        Holder::Person(dice.one_of(&world.people))
    } else {
        Holder::Organisation(dice.one_of(&world.organisations))
    }
}

fn party(dice: &mut Dice, world: &World) -> Party {
    let person = dice.one_of(&world.people);
    let organisation = dice.one_of(&world.organisations);
    match dice.below(10) {
        0..5 => Party::Person(person),
        5..7 => Party::Employee { person, organisation },
        _ => Party::Organisation(organisation),
    }
}

fn mandate(dice: &mut Dice, world: &World, tables: &Tables, n: usize) -> Mandate {
    let owner = holder(dice, world);
    let mut made = Mandate {
        id: Id::from_uuid(uuid(3, n)),
        owner,
        giver: if dice.happens(92) { owner } else { holder(dice, world) },
        to: party(dice, world),
        parent: None,
        basis: Basis::Digital,
        asked_by: dice.one_of(AskedBy::ALL),
        state: if dice.happens(80) { State::Active } else { dice.one_of(&State::ALL) },
        terms: Terms {
            powers: powers(dice, tables),
            starts_on: day(dice, &[-30, -30, -30, -30, -30, -1, 0, 0, 1]),
            ends_on: dice.happens(45).then(|| day(dice, &[-1, 0, 0, 1, 30])),
            with_past_mail: dice.happens(50),
            limits: limits(dice, world),
        },
        until: None,
        created_at: at(-86_400),
        state_at: at(-86_400),
        pending_until: None,
        first_used_at: None,
        last_used_at: None,
    };
    made.basis = dice.one_of(Basis::ALL);
    if made.basis == Basis::Login || dice.happens(3) {
        made.until = dice.maybe(70, &[at(-1), at(0), at(1), at(3600), at(86_400)]);
    }
    if dice.happens(40) && !world.mandates.is_empty() {
        pass_on(dice, world, &mut made);
    }
    made
}

/// Makes a mandate one that passes an earlier one on, mostly as it should be.
fn pass_on(dice: &mut Dice, world: &World, made: &mut Mandate) {
    let parent = dice.one_of(&world.mandates);
    made.parent = Some(parent.id);
    if dice.happens(92) {
        made.owner = parent.owner;
    }
    if dice.happens(92) {
        made.giver = match parent.to {
            Party::Organisation(organisation) | Party::Employee { organisation, .. } => {
                Holder::Organisation(organisation)
            }
            Party::Person(person) => Holder::Person(person),
        };
    }
    if let (true, Some(organisation)) = (dice.happens(70), parent.to.organisation()) {
        made.to = Party::Employee { person: dice.one_of(&world.people), organisation };
    }
    if dice.happens(60) {
        made.terms.powers = parent.terms.powers.clone();
    }
}

fn powers(dice: &mut Dice, tables: &Tables) -> Vec<String> {
    let codes = tables.codes();
    let often = ["post.read", "post.read_write", "tax.see", "tax.act", "municipality.act"];
    let n = [1, 1, 1, 2, 3][dice.below(5)];
    let mut one = || match dice.below(20) {
        0 => "no.such_power".to_owned(),
        1..9 => dice.one_of(&codes),
        _ => dice.one_of(&often).to_owned(),
    };
    (0..n).map(|_| one()).collect()
}

fn limits(dice: &mut Dice, world: &World) -> Limits {
    if dice.happens(45) {
        return Limits::default();
    }
    let folders = match dice.below(20) {
        0 => Some(Vec::new()),
        1..5 => Some((0..=dice.below(2)).map(|_| uuid(5, dice.below(3))).collect()),
        _ => None,
    };
    Limits {
        folders,
        since: dice.maybe(20, &[at(-3600), at(0), at(3600)]),
        sender: dice.maybe(15, &world.organisations),
        letter: dice.maybe(12, &[uuid(6, 0), uuid(6, 1)]),
        case_number: dice.maybe(15, &["26/0001".to_owned(), "26/0002".to_owned()]),
        production_unit: dice.maybe(15, &["1000000001".to_owned(), "1000000002".to_owned()]),
    }
}
