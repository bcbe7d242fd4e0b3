//! Giving, asking, answering and taking back.

use access::mandates::{AskedBy, Basis, Event, MandateError, Party, State, Terms, Unfit};
use access::{Decision, Holder, Refusal};
use jiff::SignedDuration;
use jiff::civil::date;

use crate::town::{Deed, Hand, Town, of_case, on_both, opening, until};

on_both!(
    what_aase_gives_opens_her_post_at_once_and_no_more,
    what_cannot_be_given_is_refused_and_leaves_nothing,
    the_same_is_not_given_twice,
    a_draft_is_seen_by_its_author_alone,
    a_giver_narrows_what_was_asked_for,
    what_bo_asks_for_aase_answers,
    whoever_is_refused_too_often_waits,
    no_more_requests_wait_than_the_rules_allow,
    on_paper_it_waits_longer_and_can_still_be_signed_with_mitid,
    what_is_not_in_ones_hands_is_not_there,
);

fn refused(why: Refusal) -> Decision {
    Decision::Refused(why)
}

async fn what_aase_gives_opens_her_post_at_once_and_no_more(town: Town) {
    let (aase, bo) = (Holder::Person(town.aase), town.bo);
    let hand = Hand::Giver(town.aase, aase);
    let terms = Terms { with_past_mail: false, ..opening(&["post.read"]) };
    let draft = town.does(hand, Deed::Begin(aase, Party::Person(bo), None, terms)).await.unwrap();
    assert_eq!((draft.state, draft.asked_by, draft.basis), (State::Draft, AskedBy::Giver, Basis::Digital));
    assert_eq!(town.asked(bo, "mail.read", aase).await, refused(Refusal::NotGiven));

    town.later(SignedDuration::from_mins(3));
    let signed = town.does(hand, Deed::Sign(draft.id)).await.unwrap();
    assert_eq!(signed, town.mandate(draft.id).await);
    assert_eq!((signed.state, signed.pending_until), (State::Active, None));
    assert_eq!(signed.terms.limits.since, Some(town.realm.now()), "past mail stays closed");
    assert!(town.may(bo, "mail.read", aase).await);
    assert_eq!(town.asked(bo, "mail.write", aase).await, refused(Refusal::OtherPower));
    assert_eq!(town.asked(town.gry, "mail.read", aase).await, refused(Refusal::NoMandate));
    assert_eq!(town.told(draft.id).await, [Event::Given]);
    let log = town.log(draft.id).await;
    let actions: Vec<&str> = log.iter().map(|record| record.action.as_str()).collect();
    assert_eq!(actions, ["mandate.begin", "mandate.sign"]);
    assert!(log.iter().all(|record| record.actor == Some(town.aase) && record.concerns == Some(town.aase)));

    town.does(hand, Deed::Withdraw(draft.id)).await.unwrap();
    assert_eq!(town.asked(bo, "mail.read", aase).await, refused(Refusal::TakenBack));
    assert_eq!(town.told(draft.id).await, [Event::Given, Event::Withdrawn]);
    let again = town.does(hand, Deed::Withdraw(draft.id)).await;
    assert!(matches!(again, Err(MandateError::Step(State::Withdrawn))), "{again:?}");
}

async fn what_cannot_be_given_is_refused_and_leaves_nothing(town: Town) {
    let (aase, to_bo) = (Holder::Person(town.aase), Party::Person(town.bo));
    let hand = Hand::Giver(town.aase, aase);
    let unfit = async |to, terms| {
        let begun = match town.does(hand, Deed::Begin(aase, to, None, terms)).await {
            // A draft may open nothing yet; a signed one may not.
            Ok(draft) => town.does(hand, Deed::Sign(draft.id)).await,
            Err(error) => Err(error),
        };
        match begun {
            Err(MandateError::Unfit(why)) => why,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(unfit(Party::Person(town.aase), opening(&["post.read"])).await, Unfit::Oneself);
    assert_eq!(unfit(to_bo, opening(&[])).await, Unfit::NoPower);
    assert_eq!(unfit(to_bo, opening(&["vat.act"])).await, Unfit::Power("vat.act".to_owned()));
    assert_eq!(unfit(to_bo, opening(&["post.burn"])).await, Unfit::Power("post.burn".to_owned()));
    assert_eq!(unfit(to_bo, until(&["post.read"], date(2026, 3, 1))).await, Unfit::EndsBeforeItStarts);
    let past = Terms { starts_on: date(2026, 1, 1), ..until(&["post.read"], date(2026, 3, 1)) };
    assert_eq!(unfit(to_bo, past).await, Unfit::InThePast);
    assert_eq!(unfit(to_bo, until(&["post.read"], date(2040, 1, 1))).await, Unfit::TooLong(3650));
    let dan = Party::Employee { person: town.dan, organisation: town.havn };
    assert_eq!(unfit(dan, opening(&["post.read"])).await, Unfit::NotOwnEmployee);

    // Nanna is fourteen, and then she is not.
    let nanna = Holder::Person(town.nanna);
    let give = Deed::Begin(nanna, to_bo, None, opening(&["post.read"]));
    let young = town.does(Hand::Giver(town.nanna, nanna), give.clone()).await;
    assert!(matches!(young, Err(MandateError::Unfit(Unfit::TooYoung(15)))), "{young:?}");
    town.later(SignedDuration::from_hours(8 * 24));
    town.does(Hand::Giver(town.nanna, nanna), give).await.unwrap();

    // Nobody gives what is another's.
    let mine = Deed::Begin(aase, to_bo, None, opening(&["post.read"]));
    let other = town.does(Hand::Giver(town.nanna, nanna), mine).await;
    assert!(matches!(other, Err(MandateError::NotThere)), "{other:?}");
    // Nobody asks for others than themself.
    let for_gry = Deed::Begin(aase, Party::Person(town.gry), None, opening(&["post.read"]));
    let other = town.does(Hand::Holder(town.bo), for_gry).await;
    assert!(matches!(other, Err(MandateError::NotThere)), "{other:?}");
}

async fn the_same_is_not_given_twice(town: Town) {
    let to_bo = Party::Person(town.bo);
    let aase = Holder::Person(town.aase);
    let hand = Hand::Giver(town.aase, aase);
    let spring = town.gives(town.aase, to_bo, until(&["post.read"], date(2026, 6, 1))).await;
    let again = async |terms| {
        let begun = town.does(hand, Deed::Begin(aase, to_bo, None, terms)).await.unwrap();
        town.does(hand, Deed::Sign(begun.id)).await
    };
    let shorter = again(until(&["post.read"], date(2026, 5, 1))).await;
    assert!(matches!(shorter, Err(MandateError::Already(id)) if id == spring), "{shorter:?}");
    // Longer, narrower or something else is something else.
    again(until(&["post.read"], date(2026, 7, 1))).await.unwrap();
    again(of_case(&["post.read"], "26/0001")).await.unwrap();
    again(opening(&["tax.see"])).await.unwrap();
    let endless = again(opening(&["post.read"])).await.unwrap();
    let again_endless = again(opening(&["post.read"])).await;
    assert!(matches!(again_endless, Err(MandateError::Already(id)) if id == endless.id), "{again_endless:?}");
    // Bo cannot ask for what he has.
    let begin = Deed::Begin(aase, to_bo, None, opening(&["tax.see"]));
    let begun = town.does(Hand::Holder(town.bo), begin).await.unwrap();
    let asked = town.does(Hand::Holder(town.bo), Deed::Ask(begun.id)).await;
    assert!(matches!(asked, Err(MandateError::Already(_))), "{asked:?}");
}

async fn a_draft_is_seen_by_its_author_alone(town: Town) {
    let aase = Holder::Person(town.aase);
    let begin = Deed::Begin(aase, Party::Person(town.bo), None, opening(&["post.read"]));
    let bos = town.does(Hand::Holder(town.bo), begin.clone()).await.unwrap().id;
    let giver = Hand::Giver(town.aase, aase);
    for deed in [Deed::Sign(bos), Deed::Reject(bos), Deed::Reword(bos, opening(&["tax.see"]))] {
        let early = town.does(giver, deed.clone()).await;
        assert!(matches!(early, Err(MandateError::Step(State::Draft))), "{deed:?}: {early:?}");
    }
    let aases = town.does(giver, begin).await.unwrap().id;
    for deed in [Deed::Ask(aases), Deed::Sign(aases), Deed::Reword(aases, opening(&["tax.see"]))] {
        let early = town.does(Hand::Holder(town.bo), deed.clone()).await;
        assert!(matches!(early, Err(MandateError::Step(State::Draft))), "{deed:?}: {early:?}");
    }
    // What was never seen is thrown away without a word.
    town.does(Hand::Holder(town.bo), Deed::Withdraw(bos)).await.unwrap();
    assert!(town.told(bos).await.is_empty());
    let worded = town.does(giver, Deed::Reword(aases, opening(&["tax.see"]))).await.unwrap();
    assert_eq!(town.mandate(aases).await.terms, worded.terms);
}

async fn a_giver_narrows_what_was_asked_for(town: Town) {
    let aase = Holder::Person(town.aase);
    let giver = Hand::Giver(town.aase, aase);
    let id = town.asks(town.bo, town.aase, opening(&["post.read_write"])).await;
    let wider = town.does(Hand::Holder(town.bo), Deed::Reword(id, opening(&["tax.act"]))).await;
    assert!(matches!(wider, Err(MandateError::Step(State::Requested))), "{wider:?}");
    town.does(giver, Deed::Reword(id, until(&["post.read"], date(2026, 12, 31)))).await.unwrap();
    town.does(giver, Deed::Sign(id)).await.unwrap();
    assert!(town.may(town.bo, "mail.read", aase).await && !town.may(town.bo, "mail.write", aase).await);
    let late = town.does(giver, Deed::Reword(id, opening(&["tax.act"]))).await;
    assert!(matches!(late, Err(MandateError::Step(State::Active))), "{late:?}");
}

async fn what_bo_asks_for_aase_answers(town: Town) {
    let aase = Holder::Person(town.aase);
    let giver = Hand::Giver(town.aase, aase);
    let yes = town.asks(town.bo, town.aase, opening(&["post.read"])).await;
    assert_eq!(town.asked(town.bo, "mail.read", aase).await, refused(Refusal::NotGiven));
    let own = town.does(Hand::Holder(town.bo), Deed::Sign(yes)).await;
    assert!(matches!(own, Err(MandateError::Step(State::Requested))), "{own:?}");
    let own = town.does(Hand::Holder(town.bo), Deed::Reject(yes)).await;
    assert!(matches!(own, Err(MandateError::Step(State::Requested))), "{own:?}");
    town.does(giver, Deed::Sign(yes)).await.unwrap();
    assert!(town.may(town.bo, "mail.read", aase).await);
    assert_eq!(town.told(yes).await, [Event::Asked, Event::Given]);
    // What is in force is taken back, not refused.
    let late = town.does(giver, Deed::Reject(yes)).await;
    assert!(matches!(late, Err(MandateError::Step(State::Active))), "{late:?}");

    let no = town.asks(town.bo, town.aase, opening(&["tax.act"])).await;
    town.does(giver, Deed::Reject(no)).await.unwrap();
    assert_eq!(town.asked(town.bo, "service.act", aase).await, refused(Refusal::OtherPower));
    assert_eq!(town.told(no).await, [Event::Asked, Event::Rejected]);

    let regretted = town.asks(town.bo, town.aase, opening(&["health.see"])).await;
    town.does(Hand::Holder(town.bo), Deed::Withdraw(regretted)).await.unwrap();
    let late = town.does(giver, Deed::Sign(regretted)).await;
    assert!(matches!(late, Err(MandateError::Step(State::Withdrawn))), "{late:?}");
}

async fn whoever_is_refused_too_often_waits(town: Town) {
    let aase = Holder::Person(town.aase);
    let giver = Hand::Giver(town.aase, aase);
    for n in 0..3 {
        let id = town.asks(town.bo, town.aase, of_case(&["post.read"], &format!("26/{n}"))).await;
        town.does(giver, Deed::Reject(id)).await.unwrap();
    }
    let begin = Deed::Begin(aase, Party::Person(town.bo), None, opening(&["post.read"]));
    let fourth = town.does(Hand::Holder(town.bo), begin).await.unwrap().id;
    for deed in [Deed::Ask(fourth), Deed::Await(fourth)] {
        let locked = town.does(Hand::Holder(town.bo), deed).await;
        assert!(matches!(locked, Err(MandateError::Locked { rejected: 3, days: 30 })), "{locked:?}");
    }
    // Gry has done nothing.
    town.asks(town.gry, town.aase, opening(&["post.read"])).await;
    town.later(SignedDuration::from_hours(30 * 24 + 1));
    town.does(Hand::Holder(town.bo), Deed::Ask(fourth)).await.unwrap();
}

async fn no_more_requests_wait_than_the_rules_allow(town: Town) {
    let aase = Holder::Person(town.aase);
    let mut asked = Vec::new();
    for n in 0..20 {
        asked.push(town.asks(town.bo, town.aase, of_case(&["post.read"], &format!("26/{n}"))).await);
    }
    let begin = Deed::Begin(aase, Party::Person(town.bo), None, opening(&["post.read"]));
    let one_more = town.does(Hand::Holder(town.bo), begin).await.unwrap().id;
    let refused = town.does(Hand::Holder(town.bo), Deed::Ask(one_more)).await;
    assert!(matches!(refused, Err(MandateError::TooManyOpen(20))), "{refused:?}");
    town.does(Hand::Giver(town.aase, aase), Deed::Sign(asked[0])).await.unwrap();
    town.does(Hand::Holder(town.bo), Deed::Ask(one_more)).await.unwrap();
}

async fn on_paper_it_waits_longer_and_can_still_be_signed_with_mitid(town: Town) {
    let aase = Holder::Person(town.aase);
    let id = town.asks(town.bo, town.aase, opening(&["post.read"])).await;
    let printed = town.does(Hand::Holder(town.bo), Deed::Await(id)).await.unwrap();
    assert_eq!((printed.state, printed.basis), (State::WaitingForSignature, Basis::Paper));
    let waits = printed.pending_until.unwrap().duration_since(town.realm.now());
    assert_eq!(waits, SignedDuration::from_hours(60 * 24));
    assert_eq!(town.told(id).await, [Event::Asked, Event::AwaitsSignature]);
    let again = town.does(Hand::Holder(town.bo), Deed::Await(id)).await;
    assert!(matches!(again, Err(MandateError::Step(State::WaitingForSignature))), "{again:?}");
    town.does(Hand::Giver(town.aase, aase), Deed::Sign(id)).await.unwrap();
    assert!(town.may(town.bo, "mail.read", aase).await);
}

async fn what_is_not_in_ones_hands_is_not_there(town: Town) {
    let id = town.asks(town.bo, town.aase, opening(&["post.read"])).await;
    let gry = Hand::Giver(town.gry, Holder::Person(town.gry));
    let finn = Hand::Firm(town.finn, town.revision);
    for hand in [gry, Hand::Holder(town.gry), finn] {
        let deeds = [
            Deed::Reword(id, opening(&["tax.see"])),
            Deed::Ask(id),
            Deed::Await(id),
            Deed::Sign(id),
            Deed::Reject(id),
            Deed::Withdraw(id),
        ];
        for deed in deeds {
            let tried = town.does(hand, deed.clone()).await;
            assert!(matches!(tried, Err(MandateError::NotThere)), "{hand:?} {deed:?}: {tried:?}");
        }
    }
    let nothing = basics::Id::from_uuid(town.realm.chance.id(town.realm.now()));
    let tried = town.does(Hand::Holder(town.bo), Deed::Ask(nothing)).await;
    assert!(matches!(tried, Err(MandateError::NotThere)), "{tried:?}");
}
