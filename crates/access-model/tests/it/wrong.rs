//! Deciders that are wrong on purpose, each in one thing. A comparison that finds them would find the same mistake in the program.

use access::mandates::{Catalogue, Mandate, Party, State};
use access::{Decision, Ground, Holder, Refusal, Target};
use access_model::compare::{Pair, real};
use access_model::seen::Seen;
use access_model::story::story;
use access_model::{Asked, World};

/// Finds the mistake, and gives its shrunk story.
fn found(wrong: impl Fn(&Catalogue, &World, &Asked) -> Decision) -> String {
    let pair = Pair::stretched();
    for number in 0..3_000 {
        if let (_, Some(found)) = pair.ask(&wrong, 11, number, 60, &mut Seen::default()) {
            return story(&found);
        }
    }
    panic!("nobody noticed");
}

/// A decider that takes every mandate for another one.
fn with_mandates(change: impl Fn(&mut Mandate)) -> String {
    found(|catalogue, world, asked| {
        let mut other = world.clone();
        other.mandates.iter_mut().for_each(&change);
        real(catalogue, &other, asked)
    })
}

/// A decider that looks away from what `forget` takes out of the world and the question.
fn with_world(forget: impl Fn(&mut World, &mut Asked)) -> String {
    found(|catalogue, world, asked| {
        let (mut other, mut question) = (world.clone(), asked.clone());
        forget(&mut other, &mut question);
        real(catalogue, &other, &question)
    })
}

#[test]
fn whoever_forgets_a_day_or_a_moment_is_found() {
    with_mandates(|mandate| mandate.terms.ends_on = None);
    with_mandates(|mandate| mandate.until = None);
    with_mandates(|mandate| {
        mandate.terms.starts_on = access_model::TODAY.saturating_sub(jiff::Span::new().days(9));
    });
    // One day too many, one too few.
    let shifted = |by: i64| {
        move |mandate: &mut Mandate| {
            let shift = |day: jiff::civil::Date| day.saturating_add(jiff::Span::new().days(by));
            mandate.terms.ends_on = mandate.terms.ends_on.map(shift);
        }
    };
    with_mandates(shifted(1));
    with_mandates(shifted(-1));
    with_mandates(|mandate| {
        mandate.until = mandate.until.map(|end| end + jiff::SignedDuration::from_secs(1));
    });
}

#[test]
fn whoever_takes_what_is_not_in_force_for_given_is_found() {
    for state in State::ALL.into_iter().filter(|state| *state != State::Active) {
        let told = with_mandates(|mandate| {
            if mandate.state == state {
                mandate.state = State::Active;
            }
        });
        assert!(told.contains(&format!("it is {}", state.code())), "{told}");
    }
}

#[test]
fn whoever_forgets_a_limit_is_found() {
    with_mandates(|mandate| mandate.terms.limits.folders = None);
    with_mandates(|mandate| mandate.terms.limits.since = None);
    with_mandates(|mandate| mandate.terms.limits.sender = None);
    with_mandates(|mandate| mandate.terms.limits.letter = None);
    with_mandates(|mandate| mandate.terms.limits.case_number = None);
    with_mandates(|mandate| mandate.terms.limits.production_unit = None);
    // An empty list of folders is not the same as no list.
    with_mandates(|mandate| {
        mandate.terms.limits.folders = mandate.terms.limits.folders.take().filter(|some| !some.is_empty());
    });
}

#[test]
fn whoever_forgets_the_limits_of_what_was_passed_on_is_found() {
    let told = found(|catalogue, world, asked| {
        let decision = real(catalogue, world, asked);
        let Decision::Allowed(Ground::Mandates(mut grants)) = decision else { return decision };
        for grant in &mut grants {
            let own = world.mandates.iter().find(|one| one.id == grant.mandate).unwrap();
            grant.limits.retain(|limits| *limits == own.terms.limits);
        }
        Decision::Allowed(Ground::Mandates(grants))
    });
    assert!(told.contains("passing on"), "{told}");
}

#[test]
fn whoever_does_not_look_at_the_chain_is_found() {
    let told = with_mandates(|mandate| {
        mandate.parent = None;
        mandate.giver = mandate.owner;
    });
    assert!(told.contains("passing on"), "{told}");
    // Who gives without holding anything.
    with_mandates(|mandate| {
        if mandate.parent.is_none() {
            mandate.giver = mandate.owner;
        }
    });
    // Whoever passes on what somebody else holds.
    with_world(|world, _| {
        for n in 0..world.mandates.len() {
            let Some(parent) = world.mandates[n].parent else { continue };
            let Some(held) = world.mandates.iter().find(|one| one.id == parent) else { continue };
            let giver = match held.to {
                Party::Person(person) | Party::Employee { person, .. } => Holder::Person(person),
                Party::Organisation(organisation) => Holder::Organisation(organisation),
            };
            world.mandates[n].giver = giver;
        }
    });
    // The chain over another owner's things.
    with_world(|world, _| {
        for n in 0..world.mandates.len() {
            let owner = world.mandates[n].owner;
            if let Some(parent) = world.mandates[n].parent
                && let Some(held) = world.mandates.iter_mut().find(|one| one.id == parent)
                && held.owner != owner
            {
                (held.owner, held.giver) = (owner, if held.giver == held.owner { owner } else { held.giver });
            }
        }
    });
}

#[test]
fn whoever_counts_the_links_wrongly_is_found() {
    let told = found(|catalogue, world, asked| match real(catalogue, world, asked) {
        Decision::Refused(Refusal::TooDeep) => Decision::Refused(Refusal::NoMandate),
        decision => decision,
    });
    assert_eq!(told.matches("passing on").count(), 2, "{told}");
    // Only its own giving, nothing passed on.
    with_mandates(|mandate| {
        if mandate.parent.is_some() {
            mandate.state = State::Withdrawn;
        }
    });
}

#[test]
fn whoever_lets_the_wrong_people_use_it_is_found() {
    // Somebody who has left.
    with_mandates(|mandate| {
        if let Party::Employee { person, .. } = mandate.to {
            mandate.to = Party::Person(person);
        }
    });
    // Everybody who works in an organisation, rather than whoever may sign for it.
    with_world(|world, _| {
        for membership in &mut world.memberships {
            if membership.role == people::Role::Employee {
                membership.role = people::Role::Signatory;
            }
        }
    });
    // Nobody but by name.
    with_mandates(|mandate| {
        if let Party::Organisation(_) = mandate.to {
            mandate.state = State::Draft;
        }
    });
    // Those who have not come yet, or have left.
    with_world(|world, _| world.memberships.iter_mut().for_each(|one| one.valid_to = None));
    with_world(|world, _| {
        for one in &mut world.memberships {
            one.valid_from = access_model::TODAY.saturating_sub(jiff::Span::new().days(9));
        }
    });
}

#[test]
fn whoever_opens_something_else_is_found() {
    // Another owner's things.
    with_world(|world, asked| {
        if let Target::Person(person) = asked.target {
            let giver = Holder::Person(person);
            if let Some(one) = world.mandates.iter_mut().find(|one| one.parent.is_none()) {
                (one.owner, one.giver) = (giver, giver);
            }
        }
    });
    // Writing with leave to read.
    with_world(|_, asked| {
        if asked.action == "mail.write" {
            "mail.read".clone_into(&mut asked.action);
        }
    });
    // What cannot be given any more.
    found(|_, world, asked| {
        let powers = access_model::stretched_powers().replace("2026-03-01", "2027-03-01");
        let lines: Vec<_> = powers.lines().filter(|line| !line.contains("2026-03-02,,")).collect();
        real(&Catalogue::parse(&lines.join("\n")).unwrap(), world, asked)
    });
    // Every service, where it is about one.
    found(|catalogue, world, asked| {
        let mut wide = asked.clone();
        if let Some(thing) = &mut wide.thing {
            thing.service = None;
        }
        real(catalogue, world, &wide)
    });
}

#[test]
fn whoever_names_another_reason_or_another_ground_is_found() {
    found(|catalogue, world, asked| match real(catalogue, world, asked) {
        Decision::Refused(Refusal::Ended) => Decision::Refused(Refusal::TakenBack),
        decision => decision,
    });
    let told = found(|catalogue, world, asked| match real(catalogue, world, asked) {
        Decision::Allowed(Ground::Mandates(mut grants)) => {
            grants.truncate(1);
            Decision::Allowed(Ground::Mandates(grants))
        }
        decision => decision,
    });
    assert_eq!(told.matches("Mandate ").count(), 2, "what does not matter is left out: {told}");
    found(|_, _, _| Decision::Refused(Refusal::NoRole));
}
