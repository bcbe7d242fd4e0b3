//! Two at once, on both databases: a few rounds in every run, `OMTANKE_RACES=10000` for many.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use access::mandates::{self, MandateError, Party, State};
use access::{Holder, ReadMail, allow};
use jiff::civil::date;
use tokio::sync::Barrier;

use crate::town::{Deed, Hand, MandateId, PersonId, Town, of_case, on_both, opening, person, proof};

on_both!(
    what_is_taken_back_is_never_read_afterwards,
    of_two_yeses_one_counts,
    between_a_yes_and_a_withdrawal_one_is_first,
    two_trusted_employees_register_once,
    two_requests_do_not_both_fit_into_one_place,
);

fn rounds() -> usize {
    std::env::var("OMTANKE_RACES").map_or(150, |rounds| rounds.parse().expect("OMTANKE_RACES is a number"))
}

/// Lets two begin at the same moment, and waits for both.
async fn at_once<A: Send + 'static, B: Send + 'static>(
    one: impl Future<Output = A> + Send + 'static,
    other: impl Future<Output = B> + Send + 'static,
) -> (A, B) {
    let start = Arc::new(Barrier::new(2));
    let begin = start.clone();
    let one = tokio::spawn(async move {
        begin.wait().await;
        one.await
    });
    let other = tokio::spawn(async move {
        start.wait().await;
        other.await
    });
    (one.await.unwrap(), other.await.unwrap())
}

/// A new pair of people in each round, so that no round knows of another.
async fn pair(town: &Town) -> (PersonId, PersonId) {
    let mut work = town.work().await;
    let owner = person(&mut work, "Aase", date(1940, 1, 1), None).await;
    let holder = person(&mut work, "Bo", date(1970, 1, 1), None).await;
    work.commit().await.unwrap();
    (owner, holder)
}

fn giver(owner: PersonId) -> Hand {
    Hand::Giver(owner, Holder::Person(owner))
}

async fn actions(town: &Town, id: MandateId) -> Vec<String> {
    town.log(id).await.into_iter().map(|record| record.action).collect()
}

async fn the_log_holds(town: &Town) {
    realm::verify(&town.realm.store, |_, _| {}).await.unwrap();
}

async fn what_is_taken_back_is_never_read_afterwards(town: Town) {
    let town = Arc::new(town);
    let (mut read, mut refused) = (0, 0);
    for _ in 0..rounds() {
        let (owner, holder) = pair(&town).await;
        let id = town.gives(owner, Party::Person(holder), opening(&["post.read"])).await;
        let is_back = Arc::new(AtomicBool::new(false));
        let (aase, bo, flag) = (town.clone(), town.clone(), is_back.clone());
        let ((), (before, after)) = at_once(
            async move {
                aase.does(giver(owner), Deed::Withdraw(id)).await.unwrap();
                is_back.store(true, Ordering::SeqCst);
            },
            async move {
                let (mut before, mut after) = (0, 0);
                loop {
                    let is_back = flag.load(Ordering::SeqCst);
                    let may = allow::<ReadMail>(bo.work_of(holder).await, Holder::Person(owner)).await;
                    match may {
                        Ok((work, _)) => {
                            work.commit().await.unwrap();
                            assert!(!is_back, "read after it was taken back");
                            before += 1;
                        }
                        Err(_) => after += 1,
                    }
                    if is_back {
                        return (before, after);
                    }
                }
            },
        )
        .await;
        read += before;
        refused += after;
        assert_eq!(town.mandate(id).await.state, State::Withdrawn);
    }
    assert!(refused >= rounds(), "{read} read, {refused} refused");
    the_log_holds(&town).await;
}

async fn of_two_yeses_one_counts(town: Town) {
    let town = Arc::new(town);
    for _ in 0..rounds() {
        let (owner, holder) = pair(&town).await;
        let id = town.asks(holder, owner, opening(&["post.read"])).await;
        let (here, there) = (town.clone(), town.clone());
        let (one, other) =
            at_once(async move { here.does(giver(owner), Deed::Sign(id)).await }, async move {
                there.does(giver(owner), Deed::Sign(id)).await
            })
            .await;
        let told = match (one, other) {
            (Ok(_), Err(told)) | (Err(told), Ok(_)) => told,
            both => panic!("{both:?}"),
        };
        assert!(matches!(told, MandateError::Step(State::Active)), "{told:?}");
        assert_eq!(town.mandate(id).await.state, State::Active);
        assert_eq!(actions(&town, id).await, ["mandate.begin", "mandate.ask", "mandate.sign"]);
    }
    the_log_holds(&town).await;
}

async fn between_a_yes_and_a_withdrawal_one_is_first(town: Town) {
    let town = Arc::new(town);
    let mut yes_first = 0;
    for round in 0..rounds() {
        let (owner, holder) = pair(&town).await;
        let id = town.asks(holder, owner, opening(&["post.read"])).await;
        let (here, there) = (town.clone(), town.clone());
        let yes = async move { here.does(giver(owner), Deed::Sign(id)).await };
        let no = async move { there.does(Hand::Holder(holder), Deed::Withdraw(id)).await };
        // Whoever is spawned first has a small lead, so they take turns.
        let (yes, no) = if round % 2 == 0 {
            at_once(yes, no).await
        } else {
            let (no, yes) = at_once(no, yes).await;
            (yes, no)
        };
        no.unwrap();
        assert_eq!(town.mandate(id).await.state, State::Withdrawn);
        assert!(!town.may(holder, "mail.read", Holder::Person(owner)).await);
        let mut expected = vec!["mandate.begin", "mandate.ask", "mandate.withdraw"];
        match yes {
            Ok(_) => {
                yes_first += 1;
                expected.insert(2, "mandate.sign");
            }
            Err(told) => assert!(matches!(told, MandateError::Step(State::Withdrawn)), "{told:?}"),
        }
        assert_eq!(actions(&town, id).await, expected);
    }
    println!("the yes was first {yes_first} times of {}", rounds());
    the_log_holds(&town).await;
}

async fn two_trusted_employees_register_once(town: Town) {
    let town = Arc::new(town);
    for _ in 0..rounds() {
        let (owner, holder) = pair(&town).await;
        let id = town.asks(holder, owner, opening(&["post.read"])).await;
        let (here, there) = (town.clone(), town.clone());
        let (one, other) =
            at_once(async move { here.registers(here.tove, id, &proof(owner, holder)).await }, async move {
                there.registers(there.erik, id, &proof(owner, holder)).await
            })
            .await;
        let (first, told) = match (one, other) {
            (Ok(_), Err(told)) => (town.tove, told),
            (Err(told), Ok(_)) => (town.erik, told),
            both => panic!("{both:?}"),
        };
        assert!(matches!(told, MandateError::Step(State::Active)), "{told:?}");
        let tx = town.realm.read().await.unwrap();
        let evidence = mandates::evidence_of(&tx, id).await.unwrap().unwrap();
        assert_eq!(evidence.registered_by, first);
        drop(tx);
        let actions = actions(&town, id).await;
        assert_eq!(actions, ["mandate.begin", "mandate.ask", "mandate.register", "mandate.sign"]);
    }
    the_log_holds(&town).await;
}

async fn two_requests_do_not_both_fit_into_one_place(town: Town) {
    let town = Arc::new(town);
    let bo = town.bo;
    for n in 0..19 {
        town.asks(bo, town.aase, of_case(&["post.read"], &format!("26/{n}"))).await;
    }
    for _ in 0..rounds() {
        let (owner, other_owner) = pair(&town).await;
        let mut drafts = Vec::new();
        for of in [owner, other_owner] {
            let begin = Deed::Begin(Holder::Person(of), Party::Person(bo), None, opening(&["post.read"]));
            drafts.push(town.does(Hand::Holder(bo), begin).await.unwrap().id);
        }
        let [first, second] = drafts[..] else { panic!("two drafts") };
        let (here, there) = (town.clone(), town.clone());
        let (one, other) =
            at_once(async move { here.does(Hand::Holder(bo), Deed::Ask(first)).await }, async move {
                there.does(Hand::Holder(bo), Deed::Ask(second)).await
            })
            .await;
        let told = match (one, other) {
            (Ok(_), Err(told)) | (Err(told), Ok(_)) => told,
            both => panic!("{both:?}"),
        };
        assert!(matches!(told, MandateError::TooManyOpen(20)), "{told:?}");
        for id in drafts {
            town.does(Hand::Holder(bo), Deed::Withdraw(id)).await.unwrap();
        }
    }
    the_log_holds(&town).await;
}
