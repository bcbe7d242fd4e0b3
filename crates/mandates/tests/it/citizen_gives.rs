//! A citizen gives a mandate in four steps, sees what it opens, and takes it back.

use access::mandates::{Basis, State};
use access::{ReadMail, allow_to_see};
use http::StatusCode;

use crate::world::{Person, World, on_both};

on_both!(
    aase_lets_bo_read_her_post_in_four_steps_and_takes_it_back,
    a_wrong_number_and_a_wrong_name_are_answered_alike,
    what_cannot_be_given_names_the_field_and_loses_nothing,
    some_folders_one_sender_and_no_past_mail,
    a_draft_is_nobody_elses_business,
    the_same_is_not_given_twice,
    a_company_can_be_given_something,
    sixty_helpers_are_listed_by_name_and_those_that_are_over_apart,
);

/// Begins a mandate for somebody; gives the address of the mandate.
pub(crate) async fn begun(w: &World, who: &Person, for_whom: &Person) -> String {
    let fields = [("kind", "person"), ("cpr", for_whom.cpr), ("name", for_whom.name)];
    let step = w.post(who, "/fuldmagt/giv", &fields).await.went();
    step.strip_suffix("/hvad").expect("the second step comes next").to_owned()
}

async fn aase_lets_bo_read_her_post_in_four_steps_and_takes_it_back(w: World) {
    w.letter_comes(&w.aase, "Din tid hos lægen").await;
    w.letter_comes(&w.aase, "Dit bad").await;
    w.letter_from("13748136", "Bageriet i Vejle", &w.aase, "Dit brød").await;
    let front = w.get(&w.aase, "/fuldmagt").await.ok();
    front.says(&["Ingen andre end dig kan se din post", "/fuldmagt/giv", "/fuldmagt/hvem-kiggede"]);
    w.get(&w.aase, "/fuldmagt/giv").await.ok().says(&["Trin 1 af 4"]);

    let at = begun(&w, &w.aase, &w.bo).await;
    let what = w.get(&w.aase, &format!("{at}/hvad")).await.ok();
    what.says(&["Hvad må Bo Holm?", "Læse post", "Se og søge om pension", "Indbakke"]);
    what.says_not(&["checked aria-describedby", "Moms"]);
    let fields = [("powers", "post.read"), ("powers", "tax.see"), ("reach", "whole"), ("past", "yes")];
    assert_eq!(w.post(&w.aase, &format!("{at}/hvad"), &fields).await.went(), format!("{at}/hvor-laenge"));
    w.get(&w.aase, &format!("{at}/hvor-laenge")).await.ok().says(&["value=\"1y\" checked"]);
    let fields = [("length", "3m"), ("ends_on", ""), ("starts_on", "2026-11-24")];
    assert_eq!(w.post(&w.aase, &format!("{at}/hvor-laenge"), &fields).await.went(), format!("{at}/se"));

    let see = w.get(&w.aase, &format!("{at}/se")).await.ok();
    see.says(&["2 breve fra Vejle Kommune", "1 brev fra Bageriet i Vejle", "24. feb. 2027"]);
    see.says(&["Kan læse brevene", "Kan ikke svare", "Se skat", "breve fra retten"]);
    assert!(w.may_read(&w.bo, &w.aase).await.is_err(), "a draft opens nothing");

    assert_eq!(w.post(&w.aase, &format!("{at}/ja"), &[]).await.went(), "/fuldmagt?saved=given");
    let front = w.get(&w.aase, "/fuldmagt?saved=given").await.ok();
    front.says(&[
        "Bo Holm",
        "Læse post",
        "Se skat",
        "Ikke brugt endnu",
        "24. feb. 2027",
        "Fuldmagten gælder nu",
    ]);
    assert!(w.may_read(&w.bo, &w.aase).await.is_ok());
    w.get(&w.aase, "/fuldmagt").await.ok().says_not(&["Ikke brugt endnu"]);

    assert_eq!(w.post(&w.aase, &format!("{at}/tilbage"), &[]).await.went(), "/fuldmagt?saved=taken-back");
    assert!(w.may_read(&w.bo, &w.aase).await.is_err(), "it opens nothing any more");
    let front = w.get(&w.aase, "/fuldmagt").await.ok();
    front.says(&["Ingen andre end dig", "Taget tilbage"]);
    // The button pressed twice.
    w.post(&w.aase, &format!("{at}/tilbage"), &[]).await.went();
    let mandate = &w.mandates_of(w.aase.holder()).await[0];
    assert_eq!((mandate.state, mandate.basis), (State::Withdrawn, Basis::Digital));
}

async fn a_wrong_number_and_a_wrong_name_are_answered_alike(w: World) {
    let tried = |cpr: &'static str, name: &'static str| {
        let fields = [("kind", "person"), ("cpr", cpr), ("name", name)];
        let w = &w;
        async move { w.post(&w.aase, "/fuldmagt/giv", &fields).await.wrong() }
    };
    let wrong_number = tried("0202701103", "Bo Holm").await;
    let wrong_name = tried("0202701111", "Per Holm").await;
    // But for the name that was typed, every byte is the same.
    assert_eq!(wrong_number.body, wrong_name.body.replace("Per Holm", "Bo Holm"));
    wrong_number.says(&["Vi kan ikke finde en med det navn og det nummer", "value=\"Bo Holm\""]);
    for reply in [&wrong_number, &wrong_name] {
        reply.says_not(&["0202701103", "0202701111", "020270"]);
    }
    let wrong = w.post(&w.bo, "/fuldmagt/bed", &[("cpr", "0101400002"), ("name", "Ida")]).await.wrong();
    wrong.says(&["Vi kan ikke finde en med det navn"]);
    assert!(w.mandates_of(w.aase.holder()).await.is_empty());
}

async fn what_cannot_be_given_names_the_field_and_loses_nothing(w: World) {
    let fields = [("kind", "person"), ("cpr", "12"), ("name", "")];
    let wrong = w.post(&w.aase, "/fuldmagt/giv", &fields).await.wrong();
    wrong.says(&["href=\"#cpr\"", "href=\"#name\"", "Skriv navnet.", "med ti tal."]);
    let fields = [("cpr", w.aase.cpr), ("name", "Aase Holm")];
    w.post(&w.aase, "/fuldmagt/giv", &fields).await.wrong().says(&["Det er dig selv."]);
    let fields = [("cpr", w.bo.cpr), ("name", "Bo")];
    w.post(&w.frida, "/fuldmagt/giv", &fields).await.wrong().says(&["skal være fyldt 15 år"]);
    let fields = [("cpr", w.frida.cpr), ("name", "Frida Holm")];
    w.post(&w.bo, "/fuldmagt/bed", &fields).await.wrong().says(&["skal være fyldt 15 år"]);
    let mut work = w.work().await;
    people::note_death(&mut work, w.conny.id, jiff::civil::date(2026, 11, 1)).await.unwrap();
    work.commit().await.unwrap();
    let fields = [("cpr", w.conny.cpr), ("name", "Conny Dahl")];
    w.post(&w.aase, "/fuldmagt/giv", &fields).await.wrong().says(&["den person er død"]);

    let at = begun(&w, &w.aase, &w.bo).await;
    // A step cannot be jumped over.
    assert_eq!(w.get(&w.aase, &format!("{at}/se")).await.went(), format!("{at}/hvad"));
    let fields = [("reach", "some"), ("past", "no"), ("case_number", "24/1")];
    let wrong = w.post(&w.aase, &format!("{at}/hvad"), &fields).await.wrong();
    wrong.says(&["href=\"#powers\"", "Vælg mindst én ting.", "value=\"24/1\"", "value=\"no\" checked"]);
    let fields = [("powers", "post.read"), ("reach", "some"), ("sender", "Ukendt")];
    let wrong = w.post(&w.aase, &format!("{at}/hvad"), &fields).await.wrong();
    wrong.says(&["href=\"#folders\"", "href=\"#sender\"", "value=\"Ukendt\"", "value=\"post.read\" checked"]);
    let long = "x".repeat(41);
    let fields = [("powers", "post.read"), ("case_number", long.as_str())];
    w.post(&w.aase, &format!("{at}/hvad"), &fields).await.wrong().says(&["href=\"#case_number\""]);
    let fields = [("powers", "vat.act")];
    w.post(&w.aase, &format!("{at}/hvad"), &fields).await.wrong().says(&["Det kan ikke gives lige nu."]);
    w.post(&w.aase, &format!("{at}/hvad"), &[("powers", "post.read")]).await.went();

    let length = format!("{at}/hvor-laenge");
    let tried = |fields: Vec<(&'static str, &'static str)>| {
        let (w, length) = (&w, &length);
        async move { w.post(&w.aase, length, &fields).await.wrong() }
    };
    tried(vec![("length", "")]).await.says(&["href=\"#length\""]);
    tried(vec![("length", "date"), ("ends_on", "snart")])
        .await
        .says(&["href=\"#ends_on\"", "value=\"snart\""]);
    let wrong = tried(vec![("length", "date"), ("ends_on", "2026-12-01"), ("starts_on", "2027-01-01")]).await;
    wrong.says(&["Den sidste dag kommer før den første.", "value=\"2026-12-01\"", "value=\"2027-01-01\""]);
    tried(vec![("length", "date"), ("ends_on", "2045-01-01")]).await.says(&["højst være 10 år"]);
    tried(vec![("length", "1y"), ("starts_on", "2026-11-23")]).await.says(&["href=\"#starts_on\""]);
    w.post(&w.aase, &length, &[("length", "none")]).await.went();
    w.get(&w.aase, &format!("{at}/se")).await.ok().says(&["Ingen slutdato"]);
}

async fn some_folders_one_sender_and_no_past_mail(w: World) {
    w.letter_comes(&w.aase, "Din tid").await;
    let at = begun(&w, &w.aase, &w.bo).await;
    let archive = mailbox::letters::ARCHIVE.to_string();
    let fields = [
        ("powers", "post.read"),
        ("reach", "some"),
        ("folders", archive.as_str()),
        ("past", "no"),
        ("sender", "vejle kommune"),
    ];
    w.post(&w.aase, &format!("{at}/hvad"), &fields).await.went();
    w.post(&w.aase, &format!("{at}/hvor-laenge"), &[("length", "1y")]).await.went();
    let see = w.get(&w.aase, &format!("{at}/se")).await.ok();
    see.says(&["Kun disse mapper: Arkiv", "Kun fra Vejle Kommune", "Kun breve, der kommer fra nu af"]);
    see.says_not(&["1 brev fra"]);
    w.post(&w.aase, &format!("{at}/ja"), &[]).await.went();
    let given = w.mandates_of(w.aase.holder()).await.remove(0);
    assert_eq!(given.terms.limits.folders, Some(vec![mailbox::letters::ARCHIVE.uuid()]));
    assert_eq!(given.terms.limits.sender, Some(w.vejle));
    assert_eq!(given.terms.limits.since, Some(w.realm.now()));
    // The helper hears how many folders, not what they are called.
    w.get(&w.bo, &at).await.ok().says(&["Kun 1 mappe", "24. nov. 2026"]);
}

async fn a_draft_is_nobody_elses_business(w: World) {
    let at = begun(&w, &w.aase, &w.bo).await;
    w.get(&w.aase, "/fuldmagt").await.ok().says(&["Det er ikke færdigt", "Kladde"]);
    for (who, path) in [(&w.bo, String::new()), (&w.bo, "/se".into()), (&w.conny, String::new())] {
        assert_eq!(w.get(who, &format!("{at}{path}")).await.status, StatusCode::NOT_FOUND);
    }
    for step in ["ja", "nej", "send", "tilbage", "papir", "hvad", "hvor-laenge"] {
        let reply =
            w.post(&w.bo, &format!("{at}/{step}"), &[("powers", "post.read"), ("length", "1y")]).await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND, "{step}");
    }
    w.get(&w.bo, "/fuldmagt").await.ok().says_not(&["Aase"]);
    w.get(&w.bo, "/jeg-hjaelper").await.ok().says_not(&["Aase"]);
    w.post(&w.aase, &format!("{at}/tilbage"), &[]).await.went();
    assert_eq!(w.get_as_nobody(&at).await.status, StatusCode::UNAUTHORIZED);
}

async fn the_same_is_not_given_twice(w: World) {
    w.gives(&w.aase, w.bo.party(), w.terms(&["post.read"])).await;
    let at = begun(&w, &w.aase, &w.bo).await;
    w.post(&w.aase, &format!("{at}/hvad"), &[("powers", "post.read")]).await.went();
    w.post(&w.aase, &format!("{at}/hvor-laenge"), &[("length", "3m")]).await.went();
    let wrong = w.post(&w.aase, &format!("{at}/ja"), &[]).await.wrong();
    wrong.says(&["Den samme fuldmagt er givet", "Trin 4 af 4"]);
}

async fn a_company_can_be_given_something(w: World) {
    let fields = [("kind", "organisation"), ("cvr", "13 74 81 36")];
    let step = w.post(&w.aase, "/fuldmagt/giv", &fields).await.went();
    w.get(&w.aase, &step).await.ok().says(&["Hvad må Bageriet i Vejle?"]);
    let unknown = [("kind", "organisation"), ("cvr", "10150817")];
    w.post(&w.aase, "/fuldmagt/giv", &unknown).await.wrong().says(&["href=\"#cvr\"", "value=\"10150817\""]);
    let none = [("kind", "organisation"), ("cvr", "1")];
    w.post(&w.aase, "/fuldmagt/giv", &none).await.wrong().says(&["href=\"#cvr\""]);
}

async fn sixty_helpers_are_listed_by_name_and_those_that_are_over_apart(w: World) {
    let mut ids = Vec::new();
    let mut work = w.work().await;
    for n in 0..60 {
        let name = format!("Hjælper {n}");
        let person = people::create_person(&mut work, people::NewPerson { name, birth_date: None }).await;
        ids.push(person.unwrap().id);
    }
    work.commit().await.unwrap();
    for (n, id) in ids.into_iter().enumerate() {
        let to = access::mandates::Party::Person(id);
        let given = w.gives(&w.aase, to, w.terms(&["post.read", "tax.see"])).await;
        if n % 3 == 0 {
            w.post(&w.aase, &format!("/fuldmagt/{}/tilbage", given.id), &[]).await.went();
        }
    }
    let page = w.get(&w.aase, "/fuldmagt").await.ok();
    let (active, past) = page.body.split_once("<details").unwrap();
    for n in 0..60 {
        let line = format!("Hjælper {n}<");
        assert_eq!((active.contains(&line), past.contains(&line)), (n % 3 != 0, n % 3 == 0), "{n}");
    }
}

impl World {
    /// Whether somebody may read another's post now.
    async fn may_read(&self, who: &Person, whose: &Person) -> Result<(), page::Problem> {
        let tx = self.realm.read().await.unwrap();
        let actor = self.work_of(who).await.actor.clone();
        allow_to_see::<ReadMail>(&self.realm, &actor, &tx, whose.holder()).await.map(|_| ())
    }
}
