//! Questions about a world.

use access::mandates::{Moment, Thing};
use access::{Question, Target};
use basics::Id;
use realm::PersonTag;

use crate::dice::Dice;
use crate::tables::Tables;
use crate::world::{World, at, moment, uuid};

/// May this one do that to these things, then?
#[derive(Debug, Clone)]
pub struct Asked {
    /// Who asks.
    pub person: Id<PersonTag>,
    /// What they want to do.
    pub action: String,
    /// To whose things.
    pub target: Target,
    /// To which thing, where it is one.
    pub thing: Option<Thing<'static>>,
    /// When.
    pub moment: Moment,
}

impl Asked {
    /// The question as the decision takes it.
    #[must_use]
    pub fn question(&self) -> Question<'_> {
        Question {
            action: &self.action,
            target: self.target,
            thing: self.thing.as_ref(),
            moment: self.moment,
        }
    }
}

/// So many questions about the world of this number, the same at every call. Half are about no thing in particular.
#[must_use]
pub fn questions(tables: &Tables, world: &World, seed: u64, number: u64, many: usize) -> Vec<Asked> {
    let mut dice = Dice::of(!seed, number);
    let every = tables.actions();
    (0..many).map(|_| question(&mut dice, &every, world)).collect()
}

fn question(dice: &mut Dice, every: &[String], world: &World) -> Asked {
    let often = ["mail.read", "mail.sort", "mail.write", "mail.choose", "service.see", "service.act"];
    let person = dice.one_of(&world.people);
    // Most questions are about whoever has opened something at all.
    let owners: Vec<Target> =
        world.mandates.iter().map(|mandate| access::Place::target(mandate.owner)).collect();
    let target = match dice.below(20) {
        0 => Target::Nothing,
        1..4 => Target::Person(dice.one_of(&world.people)),
        4..7 => Target::Organisation(dice.one_of(&world.organisations)),
        _ => dice.one_of(&owners),
    };
    Asked {
        person,
        action: if dice.happens(60) { dice.one_of(&often).to_owned() } else { dice.one_of(every) },
        target,
        thing: dice.happens(50).then(|| thing(dice, world)),
        moment: moment(dice.one_of(&[0, 0, 0, 0, -1, 1])),
    }
}

/// Some things to try how far leave reaches, the same at every call; the first says nothing of itself.
#[must_use]
pub fn things(world: &World, seed: u64, many: usize) -> Vec<Thing<'static>> {
    let mut dice = Dice::of(seed, u64::MAX);
    let nothing = Thing::default();
    std::iter::once(nothing).chain((1..many).map(|_| thing(&mut dice, world))).collect()
}

fn thing(dice: &mut Dice, world: &World) -> Thing<'static> {
    Thing {
        service: dice
            .maybe(35, &["digital-post", "tax", "tax", "pension", "municipality", "no-such-service"]),
        folder: dice.maybe(80, &[uuid(5, 0), uuid(5, 1), uuid(5, 2)]),
        letter: dice.maybe(75, &[uuid(6, 0), uuid(6, 0), uuid(6, 1)]),
        arrived: dice.maybe(80, &[at(-3601), at(-3600), at(-1), at(0), at(3600), at(7200)]),
        sender: dice.maybe(80, &world.organisations),
        case_number: dice.maybe(75, &["26/0001", "26/0001", "26/0002"]),
        production_unit: dice.maybe(75, &["1000000001", "1000000001", "1000000002"]),
    }
}
