//! Exemption at home, page by page.

use access::Holder;
use basics::Language;
use http::StatusCode;

use crate::world::{World, assert_plain, names_of_texts, on_both};

on_both!(
    aase_becomes_exempt_and_enrols_again,
    what_is_missing_is_said_and_what_was_chosen_is_kept,
    whoever_has_no_address_is_told_so,
    a_page_that_does_not_fit_leads_to_the_one_that_does,
    a_button_that_is_pressed_twice_does_it_once,
    nobody_gets_in_without_signing_in_and_everybody_sees_their_own,
    every_page_says_everything_in_every_language_and_plainly,
);

const OVERVIEW: &str = "/min-side/fritagelse";
const DECLARE: &str = "/min-side/fritagelse/erklaering";
const RECEIPT: &str = "/min-side/fritagelse/kvittering";
const ENROL: &str = "/min-side/fritagelse/tilmeld";
/// Everything that is asked for.
const ALL: [(&str, &str); 4] =
    [("covers", "post"), ("covers", "self-service"), ("older", "yes"), ("declared", "yes")];

async fn aase_becomes_exempt_and_enrols_again(world: World) {
    let aase = Holder::Person(world.aase.id);
    world.has_address(world.aase.id, "Eksempelgade 1").await;
    world.letter_comes(world.aase.cpr, memo::id_type::CPR).await;
    let overview = world.get(&world.aase, OVERVIEW).await.ok();
    overview.says(&[DECLARE, "på grund af demens", "Vi spørger ikke, hvad der gælder for dig", "NemSMS"]);
    overview.says_not(&["<input", ENROL]);
    let declare = world.get(&world.aase, DECLARE).await.ok();
    declare.says(&[
        "Eksempelgade 1",
        "value=\"post\" checked",
        "value=\"self-service\" checked",
        "type=\"checkbox\" id=\"declared-yes\"",
    ]);
    declare.says_not(&["value=\"yes\" checked", "value=\"no\" checked", "alert-warning", "demens"]);
    let receipt = world.post(&world.aase, DECLARE, &ALL).await.went();
    assert_eq!(receipt, format!("{RECEIPT}?older=1"));
    let receipt = world.get(&world.aase, &receipt).await.ok();
    receipt.says(&[
        "Du er nu fritaget",
        "Vi sender ét ældre brev",
        "Nye breve kommer med posten",
        "melder dig til igen",
    ]);
    receipt.says_not(&["alert-warning"]);
    assert!(world.goes_on_paper(&world.aase).await);

    world.get(&world.aase, OVERVIEW).await.ok().says(&["Du er fritaget.", "24. nov. 2026", ENROL]);
    world.get(&world.aase, ENROL).await.ok().says(&["Ja, giv mig digital post igen", "ikke på papir"]);
    assert!(world.exemption_of(aase).await.is_some(), "looking changes nothing");
    let done = world.post(&world.aase, ENROL, &[]).await.went();
    world.get(&world.aase, &done).await.ok().says(&["Du er ikke fritaget mere", "alert-success", DECLARE]);
    assert!(!world.goes_on_paper(&world.aase).await);
    let about_her = world.done_about(&world.aase).await;
    for action in ["exemption.give", "exemption.withdraw", "contact.exempt", "mailbox.turn"] {
        assert!(about_her.contains(&action.to_owned()), "{action} in {about_her:?}");
    }
}

async fn what_is_missing_is_said_and_what_was_chosen_is_kept(world: World) {
    let refused = async |fields: &[(&str, &str)]| {
        let page = world.post(&world.aase, DECLARE, fields).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
        page.says(&["<title>Fejl: ", "Der er noget, du skal rette"]);
        page
    };
    let nothing = refused(&[]).await;
    nothing.says(&["href=\"#covers\"", "href=\"#declared\"", "Vælg mindst én", "Sæt kryds"]);
    nothing.says_not(&["href=\"#older\""]);
    let some = refused(&[("covers", "post"), ("covers", "castle"), ("older", "yes")]).await;
    some.says(&["value=\"post\" checked", "value=\"yes\" checked", "href=\"#declared\""]);
    some.says_not(&["value=\"self-service\" checked", "href=\"#covers\"", "href=\"#older\"", "castle"]);
    refused(&[("covers", "post"), ("declared", "yes")]).await.says(&["Ældre breve: Vælg ja eller nej"]);
    refused(&[("covers", "castle"), ("older", "no"), ("declared", "yes")]).await.says(&["Vælg mindst én"]);
    assert_eq!(world.exemption_of(Holder::Person(world.aase.id)).await, None);
    // Without post there is no older post to ask about.
    world.post(&world.aase, DECLARE, &[("covers", "self-service"), ("declared", "yes")]).await.went();
}

async fn whoever_has_no_address_is_told_so(world: World) {
    let words = ["Vi kender ikke din adresse", "href=\"/min-side/kontakt\""];
    world.get(&world.bo, DECLARE).await.ok().says(&words);
    let receipt = world.post(&world.bo, DECLARE, &ALL).await.went();
    assert_eq!(receipt, format!("{RECEIPT}?older=0"));
    let receipt = world.get(&world.bo, &receipt).await.ok();
    receipt.says(&words);
    receipt.says_not(&["ældre brev"]);
    assert!(world.goes_on_paper(&world.bo).await, "it holds although the address is missing");
}

async fn a_page_that_does_not_fit_leads_to_the_one_that_does(world: World) {
    for page in [RECEIPT, ENROL] {
        assert_eq!(world.get(&world.aase, page).await.went(), OVERVIEW, "{page}");
    }
    world.post(&world.aase, DECLARE, &[("covers", "self-service"), ("declared", "yes")]).await.went();
    world.get(&world.aase, OVERVIEW).await.ok().says(&["Bliv fritaget for mere", DECLARE]);
    let more = world.get(&world.aase, DECLARE).await.ok();
    more.says(&["value=\"post\" checked"]);
    more.says_not(&["value=\"self-service\" checked"]);
    world.get(&world.aase, RECEIPT).await.ok().says(&["Din post kommer stadig digitalt"]);
    world.get(&world.aase, ENROL).await.ok().says_not(&["ikke på papir"]);
    world.post(&world.aase, DECLARE, &ALL).await.went();
    assert_eq!(world.get(&world.aase, DECLARE).await.went(), OVERVIEW, "there is no more");
}

async fn a_button_that_is_pressed_twice_does_it_once(world: World) {
    world.post(&world.aase, DECLARE, &ALL).await.went();
    assert_eq!(world.post(&world.aase, DECLARE, &ALL).await.went(), RECEIPT);
    assert_eq!(world.waits_for_paper("Bekræftelser").await, 1);
    world.post(&world.aase, ENROL, &[]).await.went();
    world.post(&world.aase, ENROL, &[]).await.went();
    assert_eq!(world.told(&world.aase).await, ["exemption.withdrawn"]);
}

async fn nobody_gets_in_without_signing_in_and_everybody_sees_their_own(world: World) {
    for page in [OVERVIEW, DECLARE, RECEIPT, ENROL] {
        assert_eq!(world.get_as_nobody(page).await.status, StatusCode::UNAUTHORIZED, "{page}");
    }
    for form in [DECLARE, ENROL] {
        assert_eq!(world.post_as_nobody(form).await.status, StatusCode::UNAUTHORIZED, "{form}");
    }
    world.post(&world.aase, DECLARE, &ALL).await.went();
    world.get(&world.bo, OVERVIEW).await.ok().says_not(&["Du er fritaget."]);
    world.post(&world.bo, ENROL, &[]).await.went();
    assert!(world.exemption_of(Holder::Person(world.aase.id)).await.is_some(), "Bo ends nothing of hers");
}

async fn every_page_says_everything_in_every_language_and_plainly(world: World) {
    world.post(&world.aase, DECLARE, &ALL).await.went();
    world.post(&world.conny, DECLARE, &[("covers", "self-service"), ("declared", "yes")]).await.went();
    let receipt = format!("{RECEIPT}?older=3");
    let pages = [
        (&world.bo, OVERVIEW),
        (&world.bo, "/min-side/fritagelse?saved=enrolled"),
        (&world.bo, DECLARE),
        (&world.aase, OVERVIEW),
        (&world.aase, receipt.as_str()),
        (&world.aase, ENROL),
        (&world.conny, RECEIPT),
        (&world.conny, DECLARE),
    ];
    for (who, path) in pages {
        for language in Language::ALL {
            let mark = if path.contains('?') { '&' } else { '?' };
            let page = world.get(who, &format!("{path}{mark}lang={}", language.code())).await.ok();
            page.says(&[&format!(
                "<html lang=\"{}\" dir=\"{}\"",
                language.code(),
                language.direction().as_str()
            )]);
            assert_eq!(names_of_texts(&page.body), [""; 0], "{path}");
        }
        assert_plain(path, &world.get(who, path).await.body);
    }
}
