//! Exemption at the counter, and for whoever looks after the post of a company.

use access::Holder;
use http::StatusCode;

use crate::world::{BAKERY, World, assert_plain, names_of_texts, on_both};

on_both!(
    tove_makes_aase_exempt_and_hands_her_the_confirmation,
    what_is_typed_wrong_is_shown_again,
    what_is_missing_is_said,
    only_who_is_trusted_gets_in,
    mette_does_it_for_the_bakery_and_for_nobody_else,
    every_page_says_everything,
);

const LIST: &str = "/staff/exemptions";
const FIND: &str = "/staff/exemptions/find";

async fn tove_makes_aase_exempt_and_hands_her_the_confirmation(world: World) {
    world.has_address(world.aase.id, "Eksempelgade 1").await;
    world.get(&world.tove, LIST).await.ok().says(&["CPR- eller CVR-nummer", "method=\"post\""]);
    let one = world.post(&world.tove, FIND, &[("number", "010140-0002")]).await.went();
    assert_eq!(one, format!("{LIST}/person/{}", world.aase.id));
    let page = world.get(&world.tove, &one).await.ok();
    page.says(&["Aase Holm", "<dd>1940</dd>", "Ingenting", "Spørg ikke efter grunden"]);
    page.says_not(&["0101400002", "010140", "Eksempelgade", "confirmation", "alert-warning"]);
    let fields = [
        ("asked_by", "counter"),
        ("covers", "post"),
        ("covers", "self-service"),
        ("older", "no"),
        ("declared", "yes"),
    ];
    let done = world.post(&world.tove, &one, &fields).await.went();
    let page = world.get(&world.tove, &done).await.ok();
    page.says(&[
        "alert-success",
        "Digital Post: Breve kommer på papir",
        "24. nov. 2026",
        "/confirmation\"",
        "/enrol\"",
    ]);
    page.says_not(&["name=\"declared\""]);
    let print = world.get(&world.tove, &format!("{one}/confirmation")).await.ok();
    print.says(&[
        "om-letter",
        "Aase Holm",
        "Eksempelgade 1",
        "7100 Vejle",
        "Bekræftelse på fritagelse",
        "tirsdag",
    ]);
    assert_plain("the confirmation", &print.body);
    assert!(world.goes_on_paper(&world.aase).await);
    // Pressed again, from a page that was left open.
    world.post(&world.tove, &one, &fields).await.went();
    assert_eq!(world.waits_for_paper("Bekræftelser").await, 1);
    let done = world.post(&world.tove, &format!("{one}/enrol"), &[]).await.went();
    world.get(&world.tove, &done).await.ok().says(&["Posten kommer digitalt fra nu af", "Ingenting"]);
    assert_eq!(world.get(&world.tove, &format!("{one}/confirmation")).await.went(), one);
    assert!(!world.goes_on_paper(&world.aase).await);
    let by_tove: Vec<String> = world
        .audit()
        .await
        .into_iter()
        .rev()
        .filter(|record| record.actor == Some(world.tove.id) && record.concerns == Some(world.aase.id))
        .map(|record| record.action)
        .filter(|action| action.starts_with("exemption."))
        .collect();
    assert_eq!(by_tove, ["exemption.look_up", "exemption.give", "exemption.print", "exemption.withdraw"]);
}

async fn what_is_typed_wrong_is_shown_again(world: World) {
    for (typed, why) in [
        ("", "Skriv et nummer"),
        ("010140", "hverken et CPR-nummer"),
        ("Aase", "hverken et CPR-nummer"),
        ("0101400010", "Ingen her har det nummer"),
        ("25313763", "Ingen her har det nummer"),
    ] {
        let page = world.post(&world.tove, FIND, &[("number", typed)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
        page.says(&[why, "<title>Fejl: ", "href=\"#number\"", &format!("value=\"{typed}\"")]);
    }
    assert_eq!(world.get(&world.tove, FIND).await.went(), LIST, "a page that was sent is read again");
    let nobody = format!("{LIST}/person/{}", world.bakery);
    for path in [nobody.as_str(), "/staff/exemptions/person/none", "/staff/exemptions/castle/1"] {
        assert_eq!(world.get(&world.tove, path).await.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(world.post(&world.tove, path, &[]).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

async fn what_is_missing_is_said(world: World) {
    let bo = format!("{LIST}/person/{}", world.bo.id);
    world.get(&world.tove, &bo).await.ok().says(&["Vi kender ikke borgerens adresse"]);
    let page =
        world.post(&world.tove, &bo, &[("asked_by", "king"), ("covers", "post"), ("older", "yes")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    page.says(&[
        "href=\"#asked_by\"",
        "href=\"#declared\"",
        "value=\"post\" checked",
        "value=\"yes\" checked",
        "Bo Holm",
    ]);
    page.says_not(&["href=\"#older\"", "href=\"#covers\"", "king"]);
    // Bo does not stand at his own computer.
    let fields = [("asked_by", "self"), ("covers", "post"), ("older", "no"), ("declared", "yes")];
    assert_eq!(world.post(&world.tove, &bo, &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(world.exemption_of(Holder::Person(world.bo.id)).await, None);
}

async fn only_who_is_trusted_gets_in(world: World) {
    let aase = format!("{LIST}/person/{}", world.aase.id);
    let own = format!("{LIST}/person/{}", world.bo.id);
    let bakery = format!("{LIST}/organisation/{}", world.bakery);
    for path in [LIST, &aase, &own, &bakery, &format!("{aase}/confirmation"), &format!("{aase}/enrol")] {
        for who in [&world.bo, &world.conny] {
            assert_eq!(world.get(who, path).await.status, StatusCode::FORBIDDEN, "{path}");
        }
        assert_eq!(world.get_as_nobody(path).await.status, StatusCode::UNAUTHORIZED, "{path}");
    }
    let fields = [("asked_by", "counter"), ("covers", "post"), ("older", "no"), ("declared", "yes")];
    for path in [aase.clone(), own, bakery, format!("{aase}/enrol")] {
        assert_eq!(world.post(&world.bo, &path, &fields).await.status, StatusCode::FORBIDDEN, "{path}");
    }
    // Whether somebody is known here is told to nobody who may not ask.
    for number in ["0101400002", "0101400010"] {
        let asked = world.post(&world.bo, FIND, &[("number", number)]).await;
        assert_eq!(asked.status, StatusCode::FORBIDDEN);
    }
    assert_eq!(world.exemption_of(Holder::Person(world.aase.id)).await, None);
}

async fn mette_does_it_for_the_bakery_and_for_nobody_else(world: World) {
    let bakery = format!("{LIST}/organisation/{}", world.bakery);
    let list = world.get(&world.mette, LIST).await.ok();
    list.says(&["Bageriet i Vejle", &bakery]);
    list.says_not(&["name=\"number\""]);
    for number in ["0101400002", "0101400010"] {
        let asked = world.post(&world.mette, FIND, &[("number", number)]).await;
        assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
        asked.says_not(&["Aase"]);
    }
    let page = world.get(&world.mette, &bakery).await.ok();
    page.says(&["512 kbit/s", "name=\"declared\""]);
    page.says_not(&["name=\"asked_by\"", "name=\"covers\"", "Født"]);
    let refused = world.post(&world.mette, &bakery, &[("older", "no")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    world.post(&world.mette, &bakery, &[("older", "no"), ("declared", "yes")]).await.went();
    let answer = world.letter_comes(BAKERY, memo::id_type::CVR).await;
    assert!(answer.reason.unwrap().contains("on paper"));
    world.get(&world.mette, &format!("{bakery}/confirmation")).await.ok().says(&["Bageriet i Vejle"]);
    let given = world.exemption_of(Holder::Organisation(world.bakery)).await.unwrap();
    assert_eq!(given.asked_by, enrolment::AskedBy::Holder);
    // At the counter, by number.
    let found = world.post(&world.tove, FIND, &[("number", "13 74 81 36")]).await.went();
    assert_eq!(found, bakery);
    world.post(&world.tove, &format!("{bakery}/enrol"), &[]).await.went();
    assert_eq!(world.exemption_of(Holder::Organisation(world.bakery)).await, None);
    let aase = format!("{LIST}/person/{}", world.aase.id);
    assert_eq!(world.get(&world.mette, &aase).await.status, StatusCode::FORBIDDEN);
}

async fn every_page_says_everything(world: World) {
    let (aase, bakery) =
        (format!("{LIST}/person/{}", world.aase.id), format!("{LIST}/organisation/{}", world.bakery));
    world.is_made_exempt(&world.aase, false).await;
    let pages = [
        LIST.to_owned(),
        aase.clone(),
        format!("{aase}?saved=exempt"),
        format!("{aase}/confirmation"),
        bakery,
    ];
    for path in pages {
        for language in ["da", "en"] {
            let mark = if path.contains('?') { '&' } else { '?' };
            let page = world.get(&world.tove, &format!("{path}{mark}lang={language}")).await.ok();
            assert_eq!(names_of_texts(&page.body), [""; 0], "{path}");
        }
    }
    let list = world.get(&world.mette, LIST).await.ok();
    assert_eq!(names_of_texts(&list.body), [""; 0]);
}
