//! How mandates end: by the clock, by a death, and with the login that brought them. The clock is moved; nobody sleeps.

use access::mandates::{self, Event, MandateError, Party, State};
use access::{Decision, Holder, Refusal};
use jiff::SignedDuration;
use jiff::civil::date;

use crate::town::{Deed, Hand, MandateId, Town, of_case, on_both, opening, until};

on_both!(
    the_last_day_counts_whole_and_the_night_after_writes_it_down,
    what_nobody_answers_is_given_up,
    people_are_warned_once_at_thirty_days_and_once_at_seven,
    more_than_one_transaction_holds_end_in_one_night,
    when_aase_dies_all_ends_and_nothing_new_is_given,
    what_came_with_a_login_ends_with_it,
);

async fn the_last_day_counts_whole_and_the_night_after_writes_it_down(town: Town) {
    let aase = Holder::Person(town.aase);
    let to = Party::Person(town.bo);
    let id = town.gives(town.aase, to, until(&["post.read"], date(2026, 3, 5))).await;
    town.comes("2026-03-05T23:59:59+01:00").await;
    assert!(town.may(town.bo, "mail.read", aase).await);
    // The decision needs no night work.
    town.later(SignedDuration::from_secs(1));
    assert_eq!(town.asked(town.bo, "mail.read", aase).await, Decision::Refused(Refusal::Ended));
    assert_eq!(town.mandate(id).await.state, State::Active);
    town.comes("2026-03-06T00:20:00+01:00").await;
    assert_eq!(town.mandate(id).await.state, State::Expired);
    assert_eq!(town.told(id).await.last(), Some(&Event::Expired));
    let late = town.does(Hand::Giver(town.aase, aase), Deed::Withdraw(id)).await;
    assert!(matches!(late, Err(MandateError::Step(State::Expired))), "{late:?}");
    // What begins later is not open yet.
    let spring = mandates::Terms { starts_on: date(2026, 4, 1), ..opening(&["tax.see"]) };
    town.gives(town.aase, to, spring).await;
    assert_eq!(town.asked(town.bo, "service.see", aase).await, Decision::Refused(Refusal::NotYet));
    town.comes("2026-04-01T00:00:00+02:00").await;
    assert!(town.may(town.bo, "service.see", aase).await);
}

async fn what_nobody_answers_is_given_up(town: Town) {
    let asked = town.asks(town.bo, town.aase, opening(&["post.read"])).await;
    let paper = town.asks(town.bo, town.aase, opening(&["tax.see"])).await;
    town.does(Hand::Holder(town.bo), Deed::Await(paper)).await.unwrap();
    let begin =
        Deed::Begin(Holder::Person(town.aase), Party::Person(town.bo), None, opening(&["health.see"]));
    let draft = town.does(Hand::Holder(town.bo), begin).await.unwrap().id;
    let states = async || {
        (town.mandate(asked).await.state, town.mandate(paper).await.state, town.mandate(draft).await.state)
    };
    town.comes("2026-04-01T00:20:00+02:00").await;
    assert_eq!(states().await, (State::Requested, State::WaitingForSignature, State::Draft));
    town.comes("2026-04-02T00:20:00+02:00").await;
    assert_eq!(states().await, (State::Expired, State::WaitingForSignature, State::Expired));
    assert_eq!(town.told(asked).await, [Event::Asked, Event::Expired]);
    assert!(town.told(draft).await.is_empty(), "nobody hears of a draft");
    town.comes("2026-05-02T00:20:00+02:00").await;
    assert_eq!(states().await, (State::Expired, State::Expired, State::Expired));
}

async fn people_are_warned_once_at_thirty_days_and_once_at_seven(town: Town) {
    let to = Party::Person(town.bo);
    let long = town.gives(town.aase, to, until(&["post.read"], date(2026, 4, 30))).await;
    let short = town.gives(town.aase, to, until(&["tax.see"], date(2026, 3, 5))).await;
    let endless = town.gives(town.aase, to, opening(&["health.see"])).await;
    let warnings = async |id: MandateId| {
        let told = town.told(id).await;
        told.into_iter().filter(|event| matches!(event, Event::EndsSoon { .. })).collect::<Vec<_>>()
    };
    town.comes("2026-03-03T08:20:00+01:00").await;
    assert_eq!(warnings(short).await, [Event::EndsSoon { days: 2 }]);
    town.comes("2026-03-30T08:20:00+02:00").await;
    assert!(warnings(long).await.is_empty(), "thirty-one days are left");
    for _ in 0..22 {
        town.later(SignedDuration::from_hours(24));
        town.does_what_is_due().await;
    }
    assert_eq!(warnings(long).await, [Event::EndsSoon { days: 30 }]);
    for _ in 0..9 {
        town.later(SignedDuration::from_hours(24));
        town.does_what_is_due().await;
    }
    assert_eq!(warnings(long).await, [Event::EndsSoon { days: 30 }, Event::EndsSoon { days: 7 }]);
    assert_eq!(warnings(short).await.len(), 1);
    assert!(warnings(endless).await.is_empty());
}

async fn more_than_one_transaction_holds_end_in_one_night(town: Town) {
    let mut given = Vec::new();
    for n in 0..120 {
        let mut terms = of_case(&["post.read"], &format!("26/{n}"));
        terms.ends_on = Some(date(2026, 3, 2));
        given.push(town.gives(town.aase, Party::Person(town.bo), terms).await);
    }
    town.comes("2026-03-03T08:20:00+01:00").await;
    for id in given {
        assert_eq!(town.mandate(id).await.state, State::Expired);
    }
}

async fn when_aase_dies_all_ends_and_nothing_new_is_given(town: Town) {
    let aase = Holder::Person(town.aase);
    let given = town.gives(town.aase, Party::Person(town.bo), opening(&["post.read"])).await;
    let held = town.gives(town.bo, Party::Person(town.aase), opening(&["tax.see"])).await;
    let asked = town.asks(town.bo, town.aase, opening(&["tax.see"])).await;
    let begin = Deed::Begin(aase, Party::Person(town.bo), None, opening(&["health.see"]));
    let draft = town.does(Hand::Holder(town.bo), begin.clone()).await.unwrap().id;
    let other = town.gives(town.bo, Party::Person(town.gry), opening(&["post.read"])).await;
    let taken_back = town.gives(town.aase, Party::Person(town.gry), opening(&["post.read"])).await;
    town.does(Hand::Giver(town.aase, aase), Deed::Withdraw(taken_back)).await.unwrap();

    let mut work = town.work().await;
    assert_eq!(mandates::end_by_death(&mut work, town.aase, date(2026, 3, 1)).await.unwrap(), 4);
    work.commit().await.unwrap();
    for id in [given, held, asked, draft] {
        assert_eq!(town.mandate(id).await.state, State::EndedByDeath);
    }
    assert_eq!(town.mandate(other).await.state, State::Active);
    assert_eq!(town.mandate(taken_back).await.state, State::Withdrawn);
    assert_eq!(town.asked(town.bo, "mail.read", aase).await, Decision::Refused(Refusal::TakenBack));
    assert_eq!(town.told(given).await.last(), Some(&Event::EndedByDeath));
    assert!(town.told(draft).await.is_empty());
    let late = town.does(Hand::Holder(town.bo), begin).await;
    assert!(matches!(late, Err(MandateError::Dead)), "{late:?}");
    let to_the_dead =
        Deed::Begin(Holder::Person(town.bo), Party::Person(town.aase), None, opening(&["post.read"]));
    let late = town.does(Hand::Giver(town.bo, Holder::Person(town.bo)), to_the_dead).await;
    assert!(matches!(late, Err(MandateError::Dead)), "{late:?}");
    // A second note of the same death ends nothing more.
    let mut work = town.work().await;
    assert_eq!(mandates::end_by_death(&mut work, town.aase, date(2026, 3, 1)).await.unwrap(), 0);
}

async fn what_came_with_a_login_ends_with_it(town: Town) {
    let aase = Holder::Person(town.aase);
    let brings = async |opened: &[(Holder, &[&str])], hours: i64| {
        let opened: Vec<_> = opened
            .iter()
            .map(|(owner, codes)| (*owner, codes.iter().map(|&code| code.to_owned()).collect::<Vec<_>>()))
            .collect();
        let mut work = town.work_of(town.bo).await;
        let until = work.now() + SignedDuration::from_hours(hours);
        let made = mandates::bring_in(&mut work, town.bo, &opened, until).await.unwrap();
        work.commit().await.unwrap();
        made
    };
    let bo = Holder::Person(town.bo);
    let havn = Holder::Organisation(town.havn);
    let list: [(Holder, &[&str]); 4] =
        [(aase, &["tax.act", "no.such"]), (havn, &["vat.act"]), (bo, &["post.read"]), (aase, &["vat.act"])];
    assert_eq!(brings(&list, 2).await, 2, "what is one's own, or in no catalogue, opens nothing");
    assert!(town.may(town.bo, "service.act", aase).await && town.may(town.bo, "service.act", havn).await);
    town.later(SignedDuration::from_hours(1));
    // The next login brings less.
    assert_eq!(brings(&[(aase, &["tax.see"])], 2).await, 1);
    assert!(town.may(town.bo, "service.see", aase).await && !town.may(town.bo, "service.act", aase).await);
    assert!(!town.may(town.bo, "service.act", havn).await);
    town.later(SignedDuration::from_hours(2) - SignedDuration::from_secs(1));
    assert!(town.may(town.bo, "service.see", aase).await);
    town.later(SignedDuration::from_secs(1));
    assert_eq!(town.asked(town.bo, "service.see", aase).await, Decision::Refused(Refusal::Ended));
    town.comes("2026-03-03T00:20:00+01:00").await;
    let tx = town.realm.read().await.unwrap();
    let mut held = mandates::of_owner(&tx, aase).await.unwrap();
    held.extend(mandates::of_owner(&tx, havn).await.unwrap());
    assert_eq!(held.len(), 3);
    assert!(mandates::held_by(&tx, bo).await.unwrap().is_empty(), "nothing of it stands");
    assert!(held.iter().all(|one| one.state == State::Expired));
    for one in held {
        assert!(town.told(one.id).await.is_empty(), "nobody is told of every login");
    }
}
