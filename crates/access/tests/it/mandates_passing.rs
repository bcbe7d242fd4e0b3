//! Companies: rights of their own people, accountants, and passing on to those who work there.

use access::mandates::{self, Limits, MandateError, Party, State, Terms, Unfit};
use access::{Decision, Holder, Refusal};
use jiff::civil::date;

use crate::town::{Deed, Hand, MandateId, Town, on_both, opening, until};

on_both!(
    a_company_gives_its_people_rights_and_whoever_leaves_has_none,
    an_accountant_passes_on_to_those_who_work_there,
    nothing_is_passed_on_wider_than_held_to_others_or_once_more,
    whose_things_they_are_takes_back_what_others_passed_on,
);

/// The port opens its VAT to the accountants.
async fn to_accountants(town: &Town, terms: Terms) -> MandateId {
    let havn = Holder::Organisation(town.havn);
    town.gives_by(Hand::Giver(town.dan, havn), havn, Party::Organisation(town.revision), None, terms).await
}

fn accountant(town: &Town) -> Hand {
    Hand::Giver(town.finn, Holder::Organisation(town.revision))
}

fn gry(town: &Town) -> Party {
    Party::Employee { person: town.gry, organisation: town.revision }
}

async fn leaves(town: &Town, who: crate::town::PersonId) {
    let mut work = town.work().await;
    let today = work.today();
    for held in people::memberships_of(work.tx(), who, today).await.unwrap() {
        people::end_membership(&mut work, held.id, today.yesterday().unwrap()).await.unwrap();
    }
    work.commit().await.unwrap();
}

async fn a_company_gives_its_people_rights_and_whoever_leaves_has_none(town: Town) {
    let havn = Holder::Organisation(town.havn);
    let eva = Party::Employee { person: town.eva, organisation: town.havn };
    let hand = Hand::Giver(town.dan, havn);
    town.gives_by(hand, havn, eva, None, opening(&["vat.act"])).await;
    town.gives_by(hand, havn, eva, None, opening(&["post.read"])).await;
    assert!(town.may(town.eva, "service.act", havn).await && town.may(town.eva, "mail.read", havn).await);
    // Dan signs for the company, and needs no mandate.
    assert!(town.may(town.dan, "service.act", havn).await);
    let stranger = Party::Employee { person: town.gry, organisation: town.havn };
    let tried = town.does(hand, Deed::Begin(havn, stranger, None, opening(&["vat.act"]))).await;
    assert!(matches!(tried, Err(MandateError::Unfit(Unfit::NotOwnEmployee))), "{tried:?}");
    let tried = town.does(hand, Deed::Begin(havn, gry(&town), None, opening(&["vat.act"]))).await;
    assert!(matches!(tried, Err(MandateError::Unfit(Unfit::NotOwnEmployee))), "{tried:?}");
    leaves(&town, town.eva).await;
    for action in ["service.act", "mail.read"] {
        assert_eq!(town.asked(town.eva, action, havn).await, Decision::Refused(Refusal::LeftEmployer));
    }
}

async fn an_accountant_passes_on_to_those_who_work_there(town: Town) {
    let havn = Holder::Organisation(town.havn);
    let held = to_accountants(&town, opening(&["vat.act", "payroll.act"])).await;
    assert!(town.may(town.finn, "service.act", havn).await, "whoever signs for the accountants uses it");
    assert_eq!(town.asked(town.gry, "service.act", havn).await, Decision::Refused(Refusal::NoMandate));
    let passed = town.gives_by(accountant(&town), havn, gry(&town), Some(held), opening(&["vat.act"])).await;
    let Decision::Allowed(ground) = town.asked(town.gry, "service.act", havn).await else {
        panic!("Gry may")
    };
    let about = |service| mandates::Thing { service: Some(service), ..mandates::Thing::default() };
    assert!(ground.reach().includes(&about("vat")) && !ground.reach().includes(&about("payroll")));
    assert_eq!(ground.reach().mandate_for(&about("vat")), Some(passed));
    let tx = town.realm.read().await.unwrap();
    let ids = |found: Vec<mandates::Mandate>| found.into_iter().map(|one| one.id).collect::<Vec<_>>();
    assert_eq!(ids(mandates::passed_on_from(&tx, held).await.unwrap()), [passed]);
    assert_eq!(ids(mandates::given_by(&tx, Holder::Organisation(town.revision)).await.unwrap()), [passed]);
    assert_eq!(mandates::of_owner(&tx, havn).await.unwrap().len(), 2);
    drop(tx);
    // The port takes back: at once nothing is open to Gry either.
    town.does(Hand::Giver(town.dan, havn), Deed::Withdraw(held)).await.unwrap();
    assert_eq!(town.asked(town.gry, "service.act", havn).await, Decision::Refused(Refusal::TakenBack));
    assert_eq!(town.mandate(passed).await.state, State::Active);
    let late = Deed::Begin(havn, gry(&town), Some(held), opening(&["payroll.act"]));
    let late = town.does(accountant(&town), late).await;
    assert!(matches!(late, Err(MandateError::Step(State::Withdrawn))), "{late:?}");
}

async fn nothing_is_passed_on_wider_than_held_to_others_or_once_more(town: Town) {
    let havn = Holder::Organisation(town.havn);
    let unit = Limits { production_unit: Some("1000000001".to_owned()), ..Limits::default() };
    let terms = Terms { limits: unit.clone(), ..until(&["vat.act"], date(2026, 12, 31)) };
    let held = to_accountants(&town, terms.clone()).await;
    let passes = async |to, parent, terms| {
        let begun = town.does(accountant(&town), Deed::Begin(havn, to, Some(parent), terms)).await;
        begun.map(|begun| begun.id)
    };
    let wider = [
        Terms { powers: vec!["payroll.act".to_owned()], ..terms.clone() },
        Terms { limits: Limits::default(), ..terms.clone() },
        Terms { ends_on: None, ..terms.clone() },
        Terms { ends_on: Some(date(2027, 1, 1)), ..terms.clone() },
        Terms { starts_on: date(2026, 3, 1), ..terms.clone() },
    ];
    for terms in wider {
        let tried = passes(gry(&town), held, terms.clone()).await;
        assert!(matches!(tried, Err(MandateError::Unfit(Unfit::WiderThanHeld))), "{terms:?}: {tried:?}");
    }
    let eva = Party::Employee { person: town.eva, organisation: town.havn };
    for to in [Party::Person(town.gry), eva, Party::Organisation(town.revision)] {
        let tried = passes(to, held, terms.clone()).await;
        assert!(matches!(tried, Err(MandateError::Unfit(_))), "{to:?}: {tried:?}");
    }
    let first = passes(gry(&town), held, terms.clone()).await.unwrap();
    town.does(accountant(&town), Deed::Sign(first)).await.unwrap();
    // What somebody holds where they work is not the employer's to pass on, and nobody else's.
    for hand in [accountant(&town), Hand::Giver(town.gry, Holder::Person(town.gry))] {
        let tried = town.does(hand, Deed::Begin(havn, gry(&town), Some(first), terms.clone())).await;
        assert!(matches!(tried, Err(MandateError::NotThere)), "{tried:?}");
    }
    // Nor is something passed on that is not there, or over other things.
    let nowhere = basics::Id::from_uuid(town.realm.chance.id(town.realm.now()));
    let tried = passes(gry(&town), nowhere, terms.clone()).await;
    assert!(matches!(tried, Err(MandateError::NotThere)), "{tried:?}");
    let aase = Holder::Person(town.aase);
    let begin = Deed::Begin(aase, gry(&town), Some(held), opening(&["tax.see"]));
    let tried = town.does(accountant(&town), begin).await;
    assert!(matches!(tried, Err(MandateError::NotThere)), "{tried:?}");
}

async fn whose_things_they_are_takes_back_what_others_passed_on(town: Town) {
    let havn = Holder::Organisation(town.havn);
    let held = to_accountants(&town, opening(&["vat.act"])).await;
    let passed = town.gives_by(accountant(&town), havn, gry(&town), Some(held), opening(&["vat.act"])).await;
    let owner = Hand::Giver(town.dan, havn);
    // The owner takes it back, but does not word or sign it for the accountants.
    let tried = town.does(owner, Deed::Reword(passed, opening(&["vat.act"]))).await;
    assert!(matches!(tried, Err(MandateError::Step(State::Active))), "{tried:?}");
    town.does(owner, Deed::Withdraw(passed)).await.unwrap();
    assert!(!town.may(town.gry, "service.act", havn).await && town.may(town.finn, "service.act", havn).await);
    // The accountants lay theirs down.
    let firm = Hand::Firm(town.finn, town.revision);
    town.does(firm, Deed::Withdraw(held)).await.unwrap();
    assert!(!town.may(town.finn, "service.act", havn).await);
    // And ask for it again as a firm.
    let begin = Deed::Begin(havn, Party::Organisation(town.revision), None, opening(&["payroll.act"]));
    let asked = town.does(firm, begin).await.unwrap().id;
    town.does(firm, Deed::Reword(asked, opening(&["vat.act"]))).await.unwrap();
    town.does(firm, Deed::Ask(asked)).await.unwrap();
    town.does(owner, Deed::Sign(asked)).await.unwrap();
    assert!(town.may(town.finn, "service.act", havn).await);
}
