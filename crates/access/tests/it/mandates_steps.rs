//! Whatever is done in whatever order, a mandate in the database takes only the steps of the table.

use std::collections::BTreeSet;

use access::Holder;
use access::mandates::{self, Party, State, Step, Verdict};
use jiff::SignedDuration;
use jiff::civil::date;
use realm::Chance;

use crate::town::{Deed, Hand, MandateId, Town, of_case, on_both, opening, proof, until};

on_both!(only_steps_of_the_table_are_taken_in_the_database);

/// How many mandates are tossed about, and how often each.
const MANDATES: u64 = 150;
const TOSSES: usize = 10;

struct Dice(Chance);

impl Dice {
    fn below(&self, n: u8) -> u8 {
        let mut byte = [0];
        self.0.fill(&mut byte);
        byte[0] % n
    }
}

async fn only_steps_of_the_table_are_taken_in_the_database(town: Town) {
    let mut taken = BTreeSet::new();
    for number in 0..MANDATES {
        let dice = Dice(Chance::seeded(number));
        // People of their own, so that nobody is refused for what others did.
        let (owner, holder) = (town.somebody().await, town.somebody().await);
        let id = begin(&town, &dice, owner, holder).await;
        let mut state = State::Draft;
        for _ in 0..TOSSES {
            toss(&town, &dice, id, owner, holder).await;
            let next = town.mandate(id).await.state;
            if next != state {
                let step = Step::ALL.into_iter().find(|step| state.after(*step) == Some(next));
                let step = step.unwrap_or_else(|| panic!("from {} to {}", state.code(), next.code()));
                taken.insert((state, step));
                state = next;
            }
        }
        let mandate = town.mandate(id).await;
        assert!(mandate.state.is_open() || mandate.state == State::Draft || mandate.pending_until.is_none());
        // The log tells the same way, step by step.
        let mut told = State::Draft;
        for record in town.log(id).await {
            let Some((before, after)) = record.before.zip(record.after) else { continue };
            let state = |json: &str| {
                let value: serde_json::Value = serde_json::from_str(json).unwrap();
                State::from_code(value["state"].as_str().unwrap()).unwrap()
            };
            assert_eq!(state(&before), told, "{}", record.action);
            told = state(&after);
        }
        assert_eq!(told, mandate.state);
    }
    // Chance seldom chooses a registration for a look afterwards, so this line is walked on purpose.
    taken.insert(found_wrong(&town).await);
    let table = State::ALL.into_iter().flat_map(|from| {
        Step::ALL.into_iter().filter(move |step| from.after(*step).is_some()).map(move |step| (from, step))
    });
    let untaken: Vec<_> = table.filter(|line| !taken.contains(line)).collect();
    assert_eq!(untaken, [], "every line of the table is reached");
}

async fn begin(
    town: &Town,
    dice: &Dice,
    owner: crate::town::PersonId,
    holder: crate::town::PersonId,
) -> MandateId {
    let owner_things = Holder::Person(owner);
    let hand = match dice.below(5) {
        0 => Hand::Giver(owner, owner_things),
        1..4 => Hand::Holder(holder),
        _ => Hand::Counter(town.tove),
    };
    let terms = match dice.below(3) {
        0 => opening(&["post.read"]),
        1 => opening(&["tax.act"]),
        _ => {
            let today = access::now_in(&town.realm).today;
            until(&["post.read_write"], today.saturating_add(jiff::Span::new().days(3)))
        }
    };
    town.does(hand, Deed::Begin(owner_things, Party::Person(holder), None, terms)).await.unwrap().id
}

/// Registers until one is chosen for a look afterwards, and finds it wrong.
async fn found_wrong(town: &Town) -> (State, Step) {
    loop {
        let (owner, holder) = (town.somebody().await, town.somebody().await);
        let id =
            town.drafts_at_counter(town.tove, owner, Party::Person(holder), opening(&["post.read"])).await;
        town.registers(town.tove, id, &proof(owner, holder)).await.unwrap();
        if town.reviews(town.mads, id, Verdict::Wrong).await.is_ok() {
            assert_eq!(town.mandate(id).await.state, State::Rejected);
            return (State::Active, Step::Reject);
        }
    }
}

/// Tries one thing, by anybody who might; whether it is refused is not the question here.
async fn toss(
    town: &Town,
    dice: &Dice,
    id: MandateId,
    owner: crate::town::PersonId,
    holder: crate::town::PersonId,
) {
    let hand = match dice.below(4) {
        0 | 1 => Hand::Giver(owner, Holder::Person(owner)),
        2 => Hand::Holder(holder),
        _ => Hand::Counter(town.erik),
    };
    match dice.below(40) {
        0..5 => drop(town.does(Hand::Holder(holder), Deed::Ask(id)).await),
        5..10 => drop(town.does(hand, Deed::Await(id)).await),
        10..15 => drop(town.does(hand, Deed::Sign(id)).await),
        15..18 => drop(town.does(hand, Deed::Reject(id)).await),
        18..20 => drop(town.does(hand, Deed::Withdraw(id)).await),
        20..23 => drop(town.does(hand, Deed::Reword(id, of_case(&["tax.act"], "26/0001"))).await),
        23..28 => drop(town.registers(town.tove, id, &proof(owner, holder)).await),
        28..31 => drop(town.seconds(town.erik, id).await),
        31..34 => drop(town.reviews(town.mads, id, Verdict::Wrong).await),
        34..37 => {
            town.later(SignedDuration::from_hours(24 * i64::from(dice.below(70))));
            town.does_what_is_due().await;
        }
        37 => {
            let mut work = town.work().await;
            mandates::end_by_death(
                &mut work,
                if dice.below(2) == 0 { owner } else { holder },
                date(2026, 3, 1),
            )
            .await
            .unwrap();
            work.commit().await.unwrap();
        }
        _ => {}
    }
}
