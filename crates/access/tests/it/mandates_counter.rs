//! At the counter: registering, four eyes, and looking afterwards.

use access::mandates::{
    self, Basis, Event, EvidenceKind, MandateError, Party, Proof, Registered, Seen, State, Verdict,
};
use access::{Holder, RegisterMandate, ReviewMandate, allow};
use jiff::SignedDuration;
use people::Kin;

use crate::town::{Deed, Hand, MandateId, PersonId, Town, of_case, on_both, opening, proof};

on_both!(
    a_trusted_employee_registers_what_was_said_and_it_is_in_force,
    what_is_sensitive_needs_a_second_pair_of_eyes,
    nobody_decides_for_themself_or_their_near_family,
    whoever_was_seen_must_be_who_it_names,
    each_proof_leaves_its_basis,
    chance_chooses_some_to_look_at_and_what_was_wrong_ends,
    only_trusted_employees_register,
    whoever_types_too_many_wrong_numbers_looks_nobody_up_for_a_time,
);

async fn at_counter(town: &Town, terms: mandates::Terms) -> MandateId {
    town.drafts_at_counter(town.tove, town.aase, Party::Person(town.bo), terms).await
}

async fn a_trusted_employee_registers_what_was_said_and_it_is_in_force(town: Town) {
    let id = at_counter(&town, opening(&["post.read"])).await;
    let registered = town.registers(town.tove, id, &proof(town.aase, town.bo)).await.unwrap();
    assert_eq!(registered, Registered::InForce);
    assert!(town.may(town.bo, "mail.read", Holder::Person(town.aase)).await);
    let tx = town.realm.read().await.unwrap();
    let evidence = mandates::evidence_of(&tx, id).await.unwrap().unwrap();
    assert_eq!((evidence.kind.as_str(), evidence.case_number.as_str()), ("passport", "26/0042"));
    assert_eq!((evidence.registered_by, evidence.needs_second), (town.tove, false));
    assert!(evidence.organisation.is_some());
    drop(tx);
    assert_eq!(town.told(id).await, [Event::Given]);
    let again = town.registers(town.erik, id, &proof(town.aase, town.bo)).await;
    assert!(matches!(again, Err(MandateError::Step(State::Active))), "{again:?}");
    // A trusted employee says no for a citizen without eID, and takes back.
    let no = town.asks(town.bo, town.aase, opening(&["tax.see"])).await;
    town.does(Hand::Counter(town.tove), Deed::Reject(no)).await.unwrap();
    town.does(Hand::Counter(town.tove), Deed::Withdraw(id)).await.unwrap();
    assert!(!town.may(town.bo, "mail.read", Holder::Person(town.aase)).await);
    // Saying yes asks for proof.
    let other = town.asks(town.bo, town.aase, opening(&["health.see"])).await;
    let signed = town.does(Hand::Counter(town.tove), Deed::Sign(other)).await;
    assert!(matches!(signed, Err(MandateError::Step(State::Requested))), "{signed:?}");
}

async fn what_is_sensitive_needs_a_second_pair_of_eyes(town: Town) {
    let aase = Holder::Person(town.aase);
    let id = town.asks(town.bo, town.aase, opening(&["tax.act"])).await;
    let none = town.seconds(town.erik, id).await;
    assert!(matches!(none, Err(MandateError::NotThere)), "{none:?}");
    let registered = town.registers(town.tove, id, &proof(town.aase, town.bo)).await.unwrap();
    assert_eq!(registered, Registered::NeedsSecond);
    assert_eq!(town.mandate(id).await.state, State::WaitingForSignature);
    assert!(!town.may(town.bo, "service.act", aase).await);
    assert_eq!(town.told(id).await, [Event::Asked, Event::AwaitsSignature]);
    let again = town.registers(town.erik, id, &proof(town.aase, town.bo)).await;
    assert!(matches!(again, Err(MandateError::Step(State::WaitingForSignature))), "{again:?}");
    for own in [town.seconds(town.tove, id).await, town.turns_down(town.tove, id).await] {
        assert!(matches!(own, Err(MandateError::SameEmployee)), "{own:?}");
    }
    let (work, permit) = allow::<RegisterMandate>(town.work_of(town.erik).await, ()).await.unwrap();
    let waiting = mandates::waiting_for_second(work.tx(), &permit).await.unwrap();
    assert_eq!(waiting.iter().map(|one| one.mandate).collect::<Vec<_>>(), [id]);
    drop(work);
    town.seconds(town.erik, id).await.unwrap();
    assert!(town.may(town.bo, "service.act", aase).await);
    let twice = town.seconds(town.mads, id).await;
    assert!(matches!(twice, Err(MandateError::Step(State::Active))), "{twice:?}");
    let late = town.turns_down(town.mads, id).await;
    assert!(matches!(late, Err(MandateError::Step(State::Active))), "{late:?}");
    // The second one can say no too.
    let no = town.asks(town.bo, town.aase, opening(&["pension.act"])).await;
    town.registers(town.tove, no, &proof(town.aase, town.bo)).await.unwrap();
    assert_eq!(town.turns_down(town.erik, no).await.unwrap().state, State::Rejected);
    assert_eq!(town.told(no).await, [Event::Asked, Event::AwaitsSignature, Event::Rejected]);
    let late = town.seconds(town.mads, no).await;
    assert!(matches!(late, Err(MandateError::Step(State::Rejected))), "{late:?}");
    // What is not sensitive waits for no second.
    let plain = at_counter(&town, opening(&["post.read"])).await;
    town.registers(town.tove, plain, &proof(town.aase, town.bo)).await.unwrap();
    let second = town.seconds(town.erik, plain).await;
    assert!(matches!(second, Err(MandateError::Step(State::Active))), "{second:?}");
}

async fn nobody_decides_for_themself_or_their_near_family(town: Town) {
    let mut work = town.work().await;
    people::note_relatives(&mut work, town.erik, town.bo, Kin::Sibling).await.unwrap();
    work.commit().await.unwrap();
    let is_involved = async |who: PersonId, id: MandateId, seen: &Proof| {
        let tried = town.registers(who, id, seen).await;
        assert!(matches!(tried, Err(MandateError::Involved)), "{tried:?}");
        for deed in [Deed::Reject(id), Deed::Withdraw(id)] {
            let tried = town.does(Hand::Counter(who), deed).await;
            assert!(matches!(tried, Err(MandateError::Involved)), "{tried:?}");
        }
    };
    for (who, of) in [(town.erik, town.aase), (town.tove, town.tove)] {
        let begin = Deed::Begin(Holder::Person(of), Party::Person(town.bo), None, opening(&["post.read"]));
        let begun = town.does(Hand::Counter(who), begin).await;
        assert!(matches!(begun, Err(MandateError::Involved)), "{begun:?}");
    }
    let of_brother = town.asks(town.bo, town.aase, opening(&["tax.act"])).await;
    is_involved(town.erik, of_brother, &proof(town.aase, town.bo)).await;
    let own = town.asks(town.tove, town.aase, opening(&["post.read"])).await;
    is_involved(town.tove, own, &proof(town.aase, town.tove)).await;
    let of_own = town.asks(town.bo, town.tove, opening(&["post.read"])).await;
    is_involved(town.tove, of_own, &proof(town.tove, town.bo)).await;
    town.registers(town.tove, of_brother, &proof(town.aase, town.bo)).await.unwrap();
    let second = town.seconds(town.erik, of_brother).await;
    assert!(matches!(second, Err(MandateError::Involved)), "{second:?}");
    town.seconds(town.mads, of_brother).await.unwrap();
}

async fn whoever_was_seen_must_be_who_it_names(town: Town) {
    let id = town.asks(town.bo, town.aase, opening(&["post.read"])).await;
    for seen in [proof(town.gry, town.bo), proof(town.aase, town.gry)] {
        let tried = town.registers(town.tove, id, &seen).await;
        assert!(matches!(tried, Err(MandateError::OtherPeople)), "{tried:?}");
    }
    for number in [String::new(), "  ".to_owned(), "x".repeat(41), "26\n42".to_owned()] {
        let tried =
            town.registers(town.tove, id, &Proof { case_number: number, ..proof(town.aase, town.bo) }).await;
        assert!(matches!(tried, Err(MandateError::CaseNumber)), "{tried:?}");
    }
    let tx = town.realm.read().await.unwrap();
    assert_eq!(mandates::evidence_of(&tx, id).await.unwrap(), None);
    assert_eq!(town.mandate(id).await.state, State::Requested);
}

async fn each_proof_leaves_its_basis(town: Town) {
    for kind in EvidenceKind::ALL {
        assert_eq!(EvidenceKind::from_code(kind.code()), Some(kind));
        let id = at_counter(&town, of_case(&["post.read"], kind.code())).await;
        town.registers(town.tove, id, &Proof { kind, ..proof(town.aase, town.bo) }).await.unwrap();
        let basis = match kind {
            EvidenceKind::SignedForm => Basis::Paper,
            EvidenceKind::GeneralPower => Basis::General,
            EvidenceKind::FuturePower => Basis::Future,
            _ => Basis::Counter,
        };
        assert_eq!(town.mandate(id).await.basis, basis, "{kind:?}");
    }
}

async fn chance_chooses_some_to_look_at_and_what_was_wrong_ends(town: Town) {
    let (mut drawn, mut others) = (Vec::new(), Vec::new());
    for n in 0.. {
        assert!(n < 400, "ten in a hundred are drawn");
        let id = at_counter(&town, of_case(&["post.read"], &format!("26/{n}"))).await;
        town.registers(town.tove, id, &proof(town.aase, town.bo)).await.unwrap();
        let tx = town.realm.read().await.unwrap();
        let evidence = mandates::evidence_of(&tx, id).await.unwrap().unwrap();
        if evidence.sampled {
            drawn.push(id);
        } else {
            others.push(id);
        }
        if drawn.len() == 2 && !others.is_empty() {
            break;
        }
    }
    let listed = async |who: PersonId| {
        let (work, permit) = allow::<ReviewMandate>(town.work_of(who).await, ()).await.unwrap();
        let found = mandates::to_review(work.tx(), &permit, who).await.unwrap();
        found.into_iter().map(|one| one.mandate).collect::<Vec<_>>()
    };
    assert_eq!(listed(town.erik).await, drawn);
    assert!(listed(town.tove).await.is_empty(), "nobody looks at their own");
    let own = town.reviews(town.tove, drawn[0], Verdict::Right).await;
    assert!(matches!(own, Err(MandateError::SameEmployee)), "{own:?}");
    let other = town.reviews(town.erik, others[0], Verdict::Wrong).await;
    assert!(matches!(other, Err(MandateError::NotThere)), "{other:?}");
    let mut work = town.work().await;
    people::note_relatives(&mut work, town.mads, town.bo, Kin::Sibling).await.unwrap();
    work.commit().await.unwrap();
    let of_brother = town.reviews(town.mads, drawn[1], Verdict::Right).await;
    assert!(matches!(of_brother, Err(MandateError::Involved)), "{of_brother:?}");
    town.reviews(town.erik, drawn[0], Verdict::Right).await.unwrap();
    assert_eq!(town.mandate(drawn[0]).await.state, State::Active);
    town.reviews(town.erik, drawn[1], Verdict::Wrong).await.unwrap();
    assert_eq!(town.mandate(drawn[1]).await.state, State::Rejected);
    assert_eq!(town.told(drawn[1]).await, [Event::Given, Event::Rejected]);
    let again = town.reviews(town.mads, drawn[1], Verdict::Right).await;
    assert!(matches!(again, Err(MandateError::NotThere)), "{again:?}");
    assert!(listed(town.erik).await.is_empty());
}

async fn only_trusted_employees_register(town: Town) {
    for who in [town.aase, town.dan, town.eva] {
        assert!(allow::<RegisterMandate>(town.work_of(who).await, ()).await.is_err());
        assert!(allow::<ReviewMandate>(town.work_of(who).await, ()).await.is_err());
    }
    // Of organisations the people at the counter must be the right ones too.
    let havn = Holder::Organisation(town.havn);
    let to = Party::Organisation(town.revision);
    let begin = Deed::Begin(havn, to, None, opening(&["vat.act"]));
    let id = town.does(Hand::Counter(town.tove), begin).await.unwrap().id;
    let seen = Proof { seen: Seen { giver: havn, to }, ..proof(town.aase, town.bo) };
    town.registers(town.tove, id, &seen).await.unwrap();
    assert!(town.may(town.finn, "service.act", havn).await);
}

async fn whoever_types_too_many_wrong_numbers_looks_nobody_up_for_a_time(town: Town) {
    let law = mandates::mandate_law(access::now_in(&town.realm).today);
    let types_wrong = async |who: PersonId| {
        let (mut work, permit) = allow::<RegisterMandate>(town.work_of(who).await, ()).await.unwrap();
        mandates::may_look_up(&work, &permit).await?;
        mandates::note_wrong_number(&mut work, &permit).await?;
        work.commit().await?;
        Ok::<(), MandateError>(())
    };
    for _ in 1..law.wrong_numbers_before_lock {
        types_wrong(town.tove).await.unwrap();
    }
    // The first ones are forgotten before the last one comes.
    town.later(SignedDuration::from_mins(law.wrong_number_minutes));
    for _ in 0..law.wrong_numbers_before_lock {
        types_wrong(town.tove).await.unwrap();
        town.later(SignedDuration::from_mins(1));
    }
    let minutes = law.wrong_number_minutes - law.wrong_numbers_before_lock;
    let locked = types_wrong(town.tove).await;
    assert!(
        matches!(locked, Err(MandateError::WrongNumbers { minutes: left }) if left == minutes),
        "{locked:?}"
    );
    types_wrong(town.erik).await.unwrap();
    town.later(SignedDuration::from_mins(minutes));
    types_wrong(town.tove).await.unwrap();
    let tx = town.realm.read().await.unwrap();
    let log = realm::subject_history(&tx, "person", &town.tove.to_string(), 100).await.unwrap();
    let times = |action| log.iter().filter(|record| record.action == action).count();
    assert_eq!(times("mandate.wrong_number"), 20);
    assert_eq!(times("mandate.lock_look_up"), 2, "and again with the next wrong one");
}
