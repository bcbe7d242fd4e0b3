//! A difference, told so that somebody can read it and say who is right.

use std::fmt::Write as _;

use access::mandates::{Limits, Mandate, Party};
use access::{Holder, Target};

use crate::compare::Difference;
use crate::world::World;

/// The story of a difference.
#[must_use]
pub fn story(found: &Difference) -> String {
    let Difference { world, asked, what } = found;
    let mut story = String::new();
    for one in &world.memberships {
        let last = one.valid_to.map_or_else(String::new, |last| format!(" to {last}"));
        let who = world.person_name(one.person);
        let place = world.organisation_name(one.organisation);
        line(&mut story, &format!("{who} is {} at {place}, from {}{last}.", one.role.code(), one.valid_from));
    }
    for mandate in &world.mandates {
        line(&mut story, &told(world, mandate));
    }
    let whose = match asked.target {
        Target::Nothing => "nobody's things".to_owned(),
        Target::Person(person) => format!("the things of {}", world.person_name(person)),
        Target::Organisation(organisation) => {
            format!("the things of {}", world.organisation_name(organisation))
        }
    };
    let who = world.person_name(asked.person);
    line(&mut story, &format!("At {}, {who} asks for {} to {whose}.", asked.moment.now, asked.action));
    if let Some(thing) = &asked.thing {
        line(&mut story, &format!("It is about {thing:?}."));
    }
    line(&mut story, what);
    story
}

fn line(story: &mut String, text: &str) {
    writeln!(story, "  {text}").expect("a text takes text");
}

fn holder(world: &World, holder: Holder) -> String {
    match holder {
        Holder::Person(person) => world.person_name(person),
        Holder::Organisation(organisation) => world.organisation_name(organisation),
    }
}

fn told(world: &World, mandate: &Mandate) -> String {
    let to = match mandate.to {
        Party::Person(person) => world.person_name(person),
        Party::Organisation(organisation) => world.organisation_name(organisation),
        Party::Employee { person, organisation } => {
            format!("{} of {}", world.person_name(person), world.organisation_name(organisation))
        }
    };
    let terms = &mandate.terms;
    let mut told = format!(
        "Mandate {}: over {}'s things, {} gives {} to {to}; it is {}, from {}",
        mandate.id,
        holder(world, mandate.owner),
        holder(world, mandate.giver),
        terms.powers.join(" and "),
        mandate.state.code(),
        terms.starts_on,
    );
    let mut add = |word: &str, value: Option<String>| {
        if let Some(value) = value {
            write!(told, "{word}{value}").expect("a text takes text");
        }
    };
    add(" to ", terms.ends_on.map(|last| last.to_string()));
    add(", until ", mandate.until.map(|end| end.to_string()));
    add(", passing on ", mandate.parent.map(|parent| parent.to_string()));
    add(", only ", (terms.limits != Limits::default()).then(|| format!("{:?}", terms.limits)));
    told.push('.');
    told
}
