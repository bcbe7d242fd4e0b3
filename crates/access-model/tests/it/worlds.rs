//! A part of what `cargo xtask access-model` asks.

use access_model::compare::{Pair, real};
use access_model::seen::Seen;
use access_model::story::story;

#[test]
fn the_decision_and_the_model_say_the_same_and_nothing_the_rules_know_of_is_left_untried() {
    let pair = Pair::stretched();
    let mut seen = Seen::default();
    let mut questions = 0;
    for number in 0..1_000 {
        let (asked, found) = pair.ask(&real, 7, number, 60, &mut seen);
        questions += asked;
        if let Some(found) = found {
            panic!("world {number} of seed 7:\n{}", story(&found));
        }
    }
    assert_eq!(questions, 60_000);
    assert_eq!(seen.unseen(&pair.model.tables), [""; 0]);
}

#[test]
fn the_tables_of_the_program_alone_give_the_same_too() {
    let pair = Pair::shipped();
    for number in 0..200 {
        if let (_, Some(found)) = pair.ask(&real, 8, number, 60, &mut Seen::default()) {
            panic!("world {number} of seed 8:\n{}", story(&found));
        }
    }
}

#[test]
fn a_world_is_the_same_whenever_it_is_made() {
    let tables = access_model::Tables::shipped();
    let (one, again) = (access_model::world(&tables, 3, 4), access_model::world(&tables, 3, 4));
    assert_eq!((one.memberships, &one.mandates), (again.memberships, &again.mandates));
    assert_ne!(one.mandates, access_model::world(&tables, 3, 5).mandates);
}
