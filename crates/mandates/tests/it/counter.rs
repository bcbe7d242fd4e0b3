//! The counter: registering for a citizen, the second pair of eyes, and the look afterwards.

use access::mandates::{By, EvidenceKind, Limits, Mandate, Party, Proof, Seen, State, Terms};
use access::{Holder, RegisterMandate};
use http::StatusCode;
use people::Kin;

use crate::world::{Person, Reply, World, assert_plain, names_of_texts, on_both};

on_both!(
    tove_registers_what_aase_gives_bo_and_prints_the_letter,
    four_eyes_look_at_what_is_sensitive,
    the_second_employee_can_say_no,
    a_relative_and_a_party_register_nothing,
    the_people_seen_must_be_those_named,
    a_form_is_found_by_its_code,
    a_no_and_an_end_are_said_for_the_citizen_alone,
    numbers_are_not_guessed_at_the_counter,
    a_sample_is_looked_at_by_somebody_else,
    two_employees_at_once_register_once,
    two_employees_at_once_answer_once,
    only_who_is_trusted_gets_in,
    every_page_says_everything,
);

const PATH: &str = "/staff/mandates";

/// How often a race is run; more by `OMTANKE_RACES`.
fn races() -> usize {
    std::env::var("OMTANKE_RACES").ok().and_then(|typed| typed.parse().ok()).unwrap_or(100)
}

/// Types both numbers, chooses the powers, and gives the page of the draft.
async fn begins(world: &World, who: &Person, giver: &str, holder: &str, powers: &[&str]) -> String {
    let between =
        world.post(who, &format!("{PATH}/find"), &[("giver", giver), ("holder", holder)]).await.went();
    let page = world.get(who, &between).await.ok();
    page.says(&["/new\""]);
    let today = world.today().to_string();
    let mut fields: Vec<(&str, &str)> = powers.iter().map(|power| ("powers", *power)).collect();
    fields.extend([("starts_on", today.as_str()), ("past", "yes")]);
    world.post(who, &format!("{between}/new"), &fields).await.went()
}

async fn registers(world: &World, who: &Person, one: &str, giver: &str, holder: &str) -> Reply {
    let fields = [("kind", "passport"), ("case", "2026-1"), ("giver", giver), ("holder", holder)];
    world.post(who, &format!("{one}/register"), &fields).await
}

fn id_in(one: &str) -> basics::Id<access::mandates::MandateTag> {
    one.rsplit('/').next().unwrap().parse().unwrap()
}

async fn state_at(world: &World, one: &str) -> State {
    world.mandate(id_in(one)).await.state
}

async fn tove_registers_what_aase_gives_bo_and_prints_the_letter(world: World) {
    world.get(&world.tove, PATH).await.ok().says(&["CPR- eller CVR-nummer", "method=\"post\""]);
    let one = begins(&world, &world.tove, "010140-0002", world.bo.cpr, &["post.read", "tax.see"]).await;
    let page = world.get(&world.tove, &one).await.ok();
    page.says(&["Aase Holm", "010140-••••", "Bo Holm", "Læse post", "Kan ikke svare", "Se skat", "Læs højt"]);
    page.says_not(&[world.aase.cpr, world.bo.cpr, "/confirmation\""]);
    assert_plain("what is read aloud", &page.body);
    let done = registers(&world, &world.tove, &one, world.aase.cpr, world.bo.cpr).await.went();
    assert_eq!(done, format!("{one}?saved=registered"));
    world.get(&world.tove, &done).await.ok().says(&["alert-success", "/confirmation\"", "Slut nu"]);
    let given = world.mandate(id_in(&one)).await;
    assert_eq!((given.state, given.to), (State::Active, world.bo.party()));
    world.night().await;
    assert_eq!(world.told(&world.aase).await, ["mandate.given"]);
    assert_eq!(world.told(&world.bo).await, ["mandate.received"]);
    let letter = world.get(&world.tove, &format!("{one}/confirmation")).await.ok();
    letter.says(&["om-letter", "Aase Holm har givet en fuldmagt til Bo Holm", "Læse post", "70 10 00 00"]);
    letter.says_not(&["010140", "020270"]);
    assert_plain("the letter", &letter.body);
    let by_tove = world.done_about(&world.aase).await;
    for action in ["mandate.look_up", "mandate.begin", "mandate.register", "mandate.sign", "mandate.print"] {
        assert!(by_tove.contains(&action.to_owned()), "{action} in {by_tove:?}");
    }
    // The same is not given twice.
    let between = world
        .post(&world.tove, &format!("{PATH}/find"), &[("giver", world.aase.cpr), ("holder", world.bo.cpr)])
        .await
        .went();
    assert!(!between.contains("0101400002"), "{between}");
    world.get(&world.tove, &between).await.ok().says(&["Det er der allerede", &one]);
}

async fn four_eyes_look_at_what_is_sensitive(world: World) {
    let one = begins(&world, &world.tove, world.aase.cpr, world.bo.cpr, &["pension.act"]).await;
    world.get(&world.tove, &one).await.ok().says(&["noget følsomt"]);
    let done = registers(&world, &world.tove, &one, world.aase.cpr, world.bo.cpr).await.went();
    assert_eq!(done, format!("{one}?saved=waits"));
    assert_eq!(state_at(&world, &one).await, State::WaitingForSignature);
    // Tove cannot be both.
    world.get(&world.tove, &one).await.ok().says(&["Du har selv skrevet den ind"]);
    world.get(&world.tove, &format!("{PATH}/waiting")).await.ok().says(&["Din egen"]);
    let own = world.post(&world.tove, &format!("{one}/second"), &[("answer", "yes")]).await.wrong();
    own.says(&["Du har selv skrevet den ind. En kollega skal se på den."]);
    world.post(&world.tove, &format!("{one}/second"), &[("answer", "no")]).await.wrong();
    assert_eq!(state_at(&world, &one).await, State::WaitingForSignature);
    // Nor does registering it once more help.
    registers(&world, &world.ulla, &one, world.aase.cpr, world.bo.cpr)
        .await
        .wrong()
        .says(&["En anden var hurtigere"]);
    world.night().await;
    world.minutes_later(1);
    let waiting = world.get(&world.ulla, &format!("{PATH}/waiting")).await.ok();
    waiting.says(&["Aase Holm", "Bo Holm", "2026-1", "Tove Lund", &one]);
    let done = world.post(&world.ulla, &format!("{one}/second"), &[("answer", "yes")]).await.went();
    assert_eq!(done, format!("{one}?saved=second"));
    assert_eq!(state_at(&world, &one).await, State::Active);
    world.get(&world.ulla, &format!("{PATH}/waiting")).await.ok().says(&["Intet venter"]);
    world.night().await;
    assert_eq!(world.told(&world.aase).await, ["mandate.awaits_second", "mandate.given"]);
    let refused = world.done_about(&world.aase).await;
    assert_eq!(refused.iter().filter(|action| *action == "mandate.refuse").count(), 2, "{refused:?}");
}

async fn the_second_employee_can_say_no(world: World) {
    let one = begins(&world, &world.tove, world.aase.cpr, world.bo.cpr, &["health.see"]).await;
    registers(&world, &world.tove, &one, world.aase.cpr, world.bo.cpr).await.went();
    world.night().await;
    world.minutes_later(1);
    let done = world.post(&world.ulla, &format!("{one}/second"), &[("answer", "no")]).await.went();
    world.get(&world.ulla, &done).await.ok().says(&["Fuldmagten er afvist"]);
    assert_eq!(state_at(&world, &one).await, State::Rejected);
    world.night().await;
    for who in [&world.aase, &world.bo] {
        assert_eq!(world.told(who).await, ["mandate.awaits_second", "mandate.rejected_at_counter"]);
    }
}

async fn a_relative_and_a_party_register_nothing(world: World) {
    let mut work = world.work().await;
    people::note_relatives(&mut work, world.ulla.id, world.aase.id, Kin::Parent).await.unwrap();
    work.commit().await.unwrap();
    let one = begins(&world, &world.tove, world.aase.cpr, world.bo.cpr, &["post.read"]).await;
    let refused = registers(&world, &world.ulla, &one, world.aase.cpr, world.bo.cpr).await.wrong();
    refused.says(&["nær familie", "<title>Fejl: "]);
    assert_eq!(state_at(&world, &one).await, State::Draft);
    // Nor does a relative begin anything.
    let find = [("giver", world.aase.cpr), ("holder", world.conny.cpr)];
    let between = world.post(&world.ulla, &format!("{PATH}/find"), &find).await.went();
    let today = world.today().to_string();
    let fields = [("powers", "post.read"), ("starts_on", today.as_str()), ("past", "yes")];
    let begun = world.post(&world.ulla, &format!("{between}/new"), &fields).await.wrong();
    begun.says(&["nær familie", "href=\"#form\""]);
    let refused = world.done_about(&world.aase).await;
    assert_eq!(refused.iter().filter(|action| *action == "mandate.refuse").count(), 2, "{refused:?}");
    // Tove gives Bo something herself: a colleague must do it.
    let own = begins(&world, &world.ulla, world.tove.cpr, world.bo.cpr, &["post.read"]).await;
    registers(&world, &world.tove, &own, world.tove.cpr, world.bo.cpr)
        .await
        .wrong()
        .says(&["Du er selv part"]);
    registers(&world, &world.ulla, &own, world.tove.cpr, world.bo.cpr).await.went();
    // Nor does a relative end anything.
    registers(&world, &world.tove, &one, world.aase.cpr, world.bo.cpr).await.went();
    let ending = world.post(&world.ulla, &format!("{one}/end"), &[("asker", world.aase.cpr)]).await;
    ending.wrong().says(&["nær familie"]);
    assert_eq!(state_at(&world, &one).await, State::Active);
}

async fn the_people_seen_must_be_those_named(world: World) {
    let one = begins(&world, &world.tove, world.aase.cpr, world.bo.cpr, &["post.read"]).await;
    for (giver, holder, field) in [
        (world.aase.cpr, world.conny.cpr, "href=\"#holder\""),
        (world.conny.cpr, world.bo.cpr, "href=\"#giver\""),
        (world.bo.cpr, world.aase.cpr, "href=\"#giver\""),
        (world.aase.cpr, "0101400010", "href=\"#holder\""),
    ] {
        let page = registers(&world, &world.tove, &one, giver, holder).await.wrong();
        page.says(&["Det er en anden end den, der står i fuldmagten", field]);
    }
    let nothing = world.post(&world.tove, &format!("{one}/register"), &[]).await.wrong();
    nothing.says(&["href=\"#kind\"", "href=\"#giver\"", "href=\"#holder\"", "Skriv et nummer"]);
    let fields = [("kind", "passport"), ("case", " "), ("giver", world.aase.cpr), ("holder", world.bo.cpr)];
    world.post(&world.tove, &format!("{one}/register"), &fields).await.wrong().says(&["Skriv 1 til 40 tegn"]);
    assert_eq!(state_at(&world, &one).await, State::Draft);
    // Frida is fourteen.
    let today = world.today().to_string();
    let find = [("giver", world.frida.cpr), ("holder", world.bo.cpr)];
    let between = world.post(&world.tove, &format!("{PATH}/find"), &find).await.went();
    let fields = [("powers", "post.read"), ("starts_on", today.as_str())];
    world.post(&world.tove, &format!("{between}/new"), &fields).await.wrong().says(&["fyldt 15 år"]);
    for (giver, holder, why) in [
        ("", world.bo.cpr, "Giver fuldmagt: Skriv et nummer"),
        (world.aase.cpr, "12", "Får fuldmagt: Det er hverken"),
        (world.aase.cpr, "0101400010", "Får fuldmagt: Ingen her har det nummer"),
        (world.aase.cpr, world.aase.cpr, "De to er den samme"),
    ] {
        let page =
            world.post(&world.tove, &format!("{PATH}/find"), &[("giver", giver), ("holder", holder)]).await;
        page.wrong().says(&[why]);
    }
}

async fn a_form_is_found_by_its_code(world: World) {
    let asked = world.asks(&world.bo, &world.aase, world.terms(&["post.read"])).await;
    let mut work = world.work_of(&world.bo).await;
    access::mandates::await_signature(&mut work, By::Holder(world.bo.id), asked.id).await.unwrap();
    work.commit().await.unwrap();
    let one = format!("{PATH}/{}", asked.id);
    for typed in [asked.id.to_string(), format!("https://hjaelp.example.dk{one}")] {
        let found = world.post(&world.tove, &format!("{PATH}/find"), &[("code", &typed)]).await.went();
        assert_eq!(found, one);
    }
    world
        .post(&world.tove, &format!("{PATH}/find"), &[("code", "x")])
        .await
        .wrong()
        .says(&["Den kode er her ikke"]);
    let fields =
        [("kind", "signed_form"), ("case", "2026-2"), ("giver", world.aase.cpr), ("holder", world.bo.cpr)];
    world.post(&world.tove, &format!("{one}/register"), &fields).await.went();
    let given = world.mandate(asked.id).await;
    assert_eq!((given.state, given.basis), (State::Active, access::mandates::Basis::Paper));
    // What somebody is still writing is nobody else's.
    let mut work = world.work_of(&world.bo).await;
    let terms = world.terms(&["tax.see"]);
    let draft = access::mandates::begin(
        &mut work,
        By::Holder(world.bo.id),
        world.aase.holder(),
        world.bo.party(),
        None,
        terms,
    );
    let draft = draft.await.unwrap();
    work.commit().await.unwrap();
    assert_eq!(world.get(&world.tove, &format!("{PATH}/{}", draft.id)).await.status, StatusCode::NOT_FOUND);
}

async fn a_no_and_an_end_are_said_for_the_citizen_alone(world: World) {
    let asked = world.asks(&world.conny, &world.aase, world.terms(&["post.read"])).await;
    let one = format!("{PATH}/{}", asked.id);
    for number in [world.conny.cpr, world.bo.cpr, "0101400010"] {
        world.post(&world.tove, &format!("{one}/reject"), &[("asker", number)]).await.wrong();
    }
    world.post(&world.tove, &format!("{one}/reject"), &[("asker", world.aase.cpr)]).await.went();
    assert_eq!(state_at(&world, &one).await, State::Rejected);
    let given = world.gives(&world.aase, world.bo.party(), world.terms(&["post.read"])).await;
    let one = format!("{PATH}/{}", given.id);
    world.post(&world.tove, &format!("{one}/reject"), &[("asker", world.aase.cpr)]).await.wrong();
    world.post(&world.tove, &format!("{one}/end"), &[("asker", world.conny.cpr)]).await.wrong();
    world.post(&world.tove, &format!("{one}/end"), &[("asker", world.aase.cpr)]).await.went();
    assert_eq!(state_at(&world, &one).await, State::Withdrawn);
    world.night().await;
    assert_eq!(world.told(&world.conny).await, ["mandate.rejected_at_counter"]);
    assert!(world.told(&world.bo).await.contains(&"mandate.ended_at_counter".to_owned()));
}

async fn numbers_are_not_guessed_at_the_counter(world: World) {
    const NOBODY: &str = "0101400010";
    let find = async |who: &Person, giver: &str| {
        let fields = [("giver", giver), ("holder", world.bo.cpr)];
        world.post(who, &format!("{PATH}/find"), &fields).await
    };
    let asked = world.asks(&world.conny, &world.aase, world.terms(&["post.read"])).await;
    let reject = format!("{PATH}/{}/reject", asked.id);
    // What does not read is a slip and no guess.
    find(&world.tove, "12").await.wrong().says(&["Det er hverken"]);
    for _ in 0..5 {
        find(&world.tove, NOBODY).await.wrong().says(&["Ingen her har det nummer"]);
        let other = world.post(&world.tove, &reject, &[("asker", world.bo.cpr)]).await.wrong();
        other.says(&["Det er en anden end den, der står i fuldmagten"]);
    }
    let locked = find(&world.tove, world.aase.cpr).await.wrong();
    locked.says(&["Vent 60 minutter, eller bed en kollega slå op"]);
    let right = world.post(&world.tove, &reject, &[("asker", world.aase.cpr)]).await.wrong();
    right.says(&["Vent 60 minutter"]);
    assert_eq!(world.mandate(asked.id).await.state, State::Requested);
    // A colleague is not held back, and in an hour Tove is not either.
    find(&world.ulla, world.aase.cpr).await.went();
    world.minutes_later(30);
    find(&world.tove, world.aase.cpr).await.wrong().says(&["Vent 30 minutter"]);
    world.minutes_later(30);
    find(&world.tove, world.aase.cpr).await.went();
    let log = world.audit().await;
    assert_eq!(log.iter().filter(|record| record.action == "mandate.wrong_number").count(), 10);
    assert_eq!(log.iter().filter(|record| record.action == "mandate.lock_look_up").count(), 1);
    assert!(!log.iter().any(|record| format!("{record:?}").contains(NOBODY)));
}

/// A mandate on its way at the counter, for one case of its own.
async fn draft(world: &World, n: usize, powers: &[&str]) -> Mandate {
    let work = world.work_of(&world.tove).await;
    let (mut work, permit) = access::allow::<RegisterMandate>(work, ()).await.unwrap();
    let limits = Limits { case_number: Some(format!("2026-{n}")), ..Limits::default() };
    let terms = Terms { limits, ..world.terms(powers) };
    let by = By::Counter(&permit);
    let draft = access::mandates::begin(&mut work, by, world.aase.holder(), world.bo.party(), None, terms)
        .await
        .unwrap();
    work.commit().await.unwrap();
    draft
}

async fn a_sample_is_looked_at_by_somebody_else(world: World) {
    let mut drawn = Vec::new();
    for n in 0..60 {
        let draft = draft(&world, n, &["municipality.contact"]).await;
        let work = world.work_of(&world.tove).await;
        let (mut work, permit) = access::allow::<RegisterMandate>(work, ()).await.unwrap();
        let seen = Seen { giver: world.aase.holder(), to: world.bo.party() };
        let proof = Proof { kind: EvidenceKind::Passport, case_number: format!("s-{n}"), seen };
        access::mandates::register(&mut work, &permit, draft.id, &proof).await.unwrap();
        let evidence = access::mandates::evidence_of(work.tx(), draft.id).await.unwrap().unwrap();
        work.commit().await.unwrap();
        if evidence.sampled {
            drawn.push(draft.id);
        }
    }
    assert!((1..40).contains(&drawn.len()), "{}", drawn.len());
    world.get(&world.tove, &format!("{PATH}/review")).await.ok().says(&["Intet skal ses efter"]);
    let page = world.get(&world.ulla, &format!("{PATH}/review")).await.ok();
    page.says(&["Tove Lund", "Aase Holm", "value=\"wrong\""]);
    let one = format!("{PATH}/{}", drawn[0]);
    let own = world.post(&world.tove, &format!("{one}/review"), &[("verdict", "right")]).await.wrong();
    own.says(&["En kollega skal se på den"]);
    let done = world.post(&world.ulla, &format!("{one}/review"), &[("verdict", "wrong")]).await.went();
    world.get(&world.ulla, &done).await.ok().says(&["Noteret: forkert"]);
    assert_eq!(world.mandate(drawn[0]).await.state, State::Rejected);
    let again = world.post(&world.ulla, &format!("{one}/review"), &[("verdict", "right")]).await;
    assert_eq!(again.status, StatusCode::NOT_FOUND);
    world.night().await;
    assert!(world.told(&world.aase).await.contains(&"mandate.rejected_at_counter".to_owned()));
}

async fn two_employees_at_once_register_once(world: World) {
    for n in 0..races() {
        let draft = draft(&world, n, &["tax.see"]).await;
        let one = format!("{PATH}/{}", draft.id);
        let (aase, bo) = (world.aase.cpr, world.bo.cpr);
        let (tove, ulla) = tokio::join!(
            registers(&world, &world.tove, &one, aase, bo),
            registers(&world, &world.ulla, &one, aase, bo),
        );
        let done = [tove.status, ulla.status];
        let times = done.iter().filter(|status| **status == StatusCode::SEE_OTHER).count();
        assert_eq!(times, 1, "{n}: {done:?}");
        assert!(done.contains(&StatusCode::UNPROCESSABLE_ENTITY), "{n}: {done:?}");
        assert_eq!(world.mandate(draft.id).await.state, State::Active);
    }
    let registered = |record: &&realm::AuditRecord| record.action == "mandate.register";
    // The log gives the newest ten thousand records, about eight for each race.
    if races() <= 1_000 {
        assert_eq!(world.audit().await.iter().filter(registered).count(), races());
    }
}

async fn two_employees_at_once_answer_once(world: World) {
    for n in 0..races() / 2 {
        let draft = draft(&world, n, &["tax.act"]).await;
        let one = format!("{PATH}/{}", draft.id);
        let work = world.work_of(&world.tove).await;
        let (mut work, permit) = access::allow::<RegisterMandate>(work, ()).await.unwrap();
        let seen = Seen { giver: world.aase.holder(), to: world.bo.party() };
        let proof = Proof { kind: EvidenceKind::Passport, case_number: "1".to_owned(), seen };
        access::mandates::register(&mut work, &permit, draft.id, &proof).await.unwrap();
        work.commit().await.unwrap();
        let path = format!("{one}/second");
        let (yes, no) = tokio::join!(
            world.post(&world.ulla, &path, &[("answer", "yes")]),
            world.post(&world.ulla, &path, &[("answer", "no")]),
        );
        let done = [yes.status, no.status];
        assert_eq!(
            done.iter().filter(|status| **status == StatusCode::SEE_OTHER).count(),
            1,
            "{n}: {done:?}"
        );
        let expected = if yes.status == StatusCode::SEE_OTHER { State::Active } else { State::Rejected };
        assert_eq!(world.mandate(draft.id).await.state, expected, "{n}");
    }
}

async fn only_who_is_trusted_gets_in(world: World) {
    let given = world.gives(&world.aase, world.bo.party(), world.terms(&["post.read"])).await;
    let one = format!("{PATH}/{}", given.id);
    let between = format!("{PATH}/between/person/{}/person/{}", world.aase.id, world.bo.id);
    let pages = [
        PATH.to_owned(),
        format!("{PATH}/find"),
        format!("{PATH}/waiting"),
        format!("{PATH}/review"),
        between.clone(),
        format!("{between}/new"),
        one.clone(),
        format!("{one}/register"),
        format!("{one}/confirmation"),
    ];
    for path in &pages {
        for who in [&world.aase, &world.conny, &world.mette] {
            assert_eq!(world.get(who, path).await.status, StatusCode::FORBIDDEN, "{path}");
        }
        assert_eq!(world.get_as_nobody(path).await.status, StatusCode::UNAUTHORIZED, "{path}");
    }
    let fields =
        [("asker", world.aase.cpr), ("answer", "yes"), ("verdict", "wrong"), ("giver", world.aase.cpr)];
    for step in ["register", "second", "reject", "end", "review"] {
        let asked = world.post(&world.conny, &format!("{one}/{step}"), &fields).await;
        assert_eq!(asked.status, StatusCode::FORBIDDEN, "{step}");
    }
    assert_eq!(world.mandate(given.id).await.state, State::Active);
}

async fn every_page_says_everything(world: World) {
    let one = begins(&world, &world.tove, world.aase.cpr, world.bo.cpr, &["pension.act", "post.read"]).await;
    let between = format!("{PATH}/between/person/{}/organisation/{}", world.aase.id, world.accountant);
    let mut pages = vec![PATH.to_owned(), between.clone(), format!("{between}/new"), one.clone()];
    for path in pages.clone() {
        says_everything(&world, &path).await;
    }
    registers(&world, &world.tove, &one, world.aase.cpr, world.bo.cpr).await.went();
    pages =
        vec![format!("{PATH}/waiting"), format!("{PATH}/review"), one.clone(), format!("{one}/confirmation")];
    for path in pages {
        says_everything(&world, &path).await;
    }
    // An adviser can be given something at the counter too.
    let adviser = begins(&world, &world.tove, world.aase.cpr, crate::world::ACCOUNTANT, &["tax.see"]).await;
    registers(&world, &world.tove, &adviser, world.aase.cpr, crate::world::ACCOUNTANT).await.went();
    let given = world.mandate(id_in(&adviser)).await;
    assert_eq!(
        (given.to, given.owner),
        (Party::Organisation(world.accountant), Holder::Person(world.aase.id))
    );
}

async fn says_everything(world: &World, path: &str) {
    for language in ["da", "en"] {
        let page = world.get(&world.tove, &format!("{path}?lang={language}")).await.ok();
        assert_eq!(names_of_texts(&page.body), [""; 0], "{path}");
    }
}
