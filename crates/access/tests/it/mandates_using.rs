//! What is noted of use, and of what was tried in vain.

use access::mandates::{Event, Party};
use access::{DeleteMail, Holder, ReadMail, allow, allow_to_see};
use jiff::SignedDuration;
use realm::{Actor, Via};

use crate::town::{Deed, Hand, MandateId, PersonId, Town, on_both, opening};

on_both!(
    the_giver_hears_of_the_first_use_and_sees_when_it_was_used_last,
    whoever_tries_more_than_was_given_is_told_of_once_a_day,
    what_is_ones_own_uses_no_mandate,
);

async fn reads(town: &Town, who: PersonId, of: Holder) -> bool {
    let Ok((work, permit)) = allow::<ReadMail>(town.work_of(who).await, of).await else { return false };
    assert_eq!(work.actor.on_behalf_of, of.person().filter(|owner| *owner != who));
    assert_eq!(permit.on(), of);
    work.commit().await.unwrap();
    true
}

async fn refusals(town: &Town, id: MandateId) -> usize {
    town.told(id).await.into_iter().filter(|event| *event == Event::RefusedAttempt).count()
}

async fn the_giver_hears_of_the_first_use_and_sees_when_it_was_used_last(town: Town) {
    let aase = Holder::Person(town.aase);
    let id = town.gives(town.aase, Party::Person(town.bo), opening(&["post.read"])).await;
    let other = town.gives(town.aase, Party::Person(town.bo), opening(&["tax.see"])).await;
    assert!(reads(&town, town.bo, aase).await);
    let first = town.realm.now();
    let used = async || {
        let mandate = town.mandate(id).await;
        (mandate.first_used_at, mandate.last_used_at)
    };
    assert_eq!(used().await, (Some(first), Some(first)));
    town.later(SignedDuration::from_mins(10));
    assert!(reads(&town, town.bo, aase).await);
    assert_eq!(used().await, (Some(first), Some(first)), "within ten minutes it is one use");
    town.later(SignedDuration::from_secs(1));
    // Looking is using too.
    let tx = town.realm.read().await.unwrap();
    let permit = allow_to_see::<ReadMail>(&town.realm, &Town::actor(town.bo), &tx, aase).await.unwrap();
    assert_eq!(permit.reach().mandate_for(&access::mandates::Thing::default()), Some(id));
    drop(tx);
    assert_eq!(used().await, (Some(first), Some(town.realm.now())));
    assert_eq!(town.told(id).await, [Event::Given, Event::UsedFirst]);
    assert_eq!(town.told(other).await, [Event::Given], "what was not used is not told of");
}

async fn whoever_tries_more_than_was_given_is_told_of_once_a_day(town: Town) {
    let aase = Holder::Person(town.aase);
    let id = town.gives(town.aase, Party::Person(town.bo), opening(&["tax.see"])).await;
    for _ in 0..3 {
        assert!(!reads(&town, town.bo, aase).await);
    }
    assert_eq!(refusals(&town, id).await, 1);
    town.later(SignedDuration::from_hours(24));
    // No mandate opens deletion; the giver hears of it all the same.
    assert!(allow::<DeleteMail>(town.work_of(town.bo).await, aase).await.is_err());
    assert_eq!(refusals(&town, id).await, 2);
    // Strangers can knock without disturbing anybody.
    assert!(!reads(&town, town.gry, aase).await);
    assert_eq!(refusals(&town, id).await, 2);
    // Nor is somebody told by what nobody has seen yet.
    let begin = Deed::Begin(aase, Party::Person(town.gry), None, opening(&["post.read"]));
    let draft = town.does(Hand::Holder(town.gry), begin).await.unwrap().id;
    assert!(!reads(&town, town.gry, aase).await);
    assert_eq!(refusals(&town, draft).await, 0);
    // Who held it once still counts as known.
    town.does(Hand::Giver(town.aase, aase), Deed::Withdraw(id)).await.unwrap();
    town.later(SignedDuration::from_hours(24));
    let tx = town.realm.read().await.unwrap();
    assert!(allow_to_see::<ReadMail>(&town.realm, &Town::actor(town.bo), &tx, aase).await.is_err());
    drop(tx);
    assert_eq!(refusals(&town, id).await, 3);
    let tx = town.realm.read().await.unwrap();
    let nobody = Actor::program("nobody", Via::Web);
    assert!(allow_to_see::<ReadMail>(&town.realm, &nobody, &tx, aase).await.is_err());
}

async fn what_is_ones_own_uses_no_mandate(town: Town) {
    let id = town.gives(town.aase, Party::Person(town.bo), opening(&["post.read"])).await;
    assert!(reads(&town, town.aase, Holder::Person(town.aase)).await);
    assert_eq!(town.mandate(id).await.first_used_at, None);
}
