//! What people meet: telephone, code device, a lock, a way out.

use http::StatusCode;
use jiff::SignedDuration;
use realm::RealmKind;
use store::{params, row};

use crate::world::{PUBLIC, World, code_in, device_shows};

const MARK: &str = "Øvelse: intet her er rigtigt";

#[tokio::test]
async fn the_telephone_shows_the_number_that_the_page_shows() {
    let world = World::new(RealmKind::Demo).await;
    let login = world.begin_as("aase").await;
    let app = format!("{login}/app");
    let waiting = world.get(&app).await.body;
    assert!(waiting.contains("Der venter en anmodning") && waiting.contains("om-telephone-sim"));
    assert!(!waiting.contains("value=\"approve\""));

    assert_eq!(world.press(&login, "open").await.location, app);
    let compare = world.get(&app).await.body;
    let numbers: Vec<&str> = compare
        .split("Tal: <strong><bdi dir=\"ltr\">")
        .skip(1)
        .map(|after| after.split('<').next().unwrap())
        .collect();
    assert_eq!(numbers.len(), 2);
    assert_eq!(numbers[0], numbers[1]);
    assert!(compare.contains("Godkend") && compare.contains("Afvis"));
}

#[tokio::test]
async fn a_rejected_request_signs_nobody_in_and_can_be_sent_again() {
    let world = World::new(RealmKind::Demo).await;
    let login = world.begin_as("aase").await;
    world.press(&login, "open").await;
    world.press(&login, "reject").await;
    assert!(world.get(&format!("{login}/app")).await.body.contains("Ingen er logget ind"));
    // The page of before, called up by the back button, offers what the telephone no longer does.
    assert_eq!(world.press(&login, "approve").await.location, format!("{login}/app"));

    world.press(&login, "again").await;
    world.press(&login, "open").await;
    let back = world.press(&login, "approve").await.location;
    assert_eq!(world.redeem(&code_in(&back), &[]).await.status, StatusCode::OK);
}

#[tokio::test]
async fn whoever_has_no_telephone_types_what_the_code_device_shows() {
    let world = World::new(RealmKind::Demo).await;
    let login = world.begin_as("bo").await;
    let shown = device_shows(&world.get(&format!("{login}/code")).await.body);
    assert_eq!(shown.len(), 7, "{shown}");
    let back = world.type_code(&login, &shown).await.location;
    assert_eq!(world.redeem(&code_in(&back), &[]).await.status, StatusCode::OK);
}

#[tokio::test]
async fn whoever_cancels_comes_back_without_being_signed_in() {
    let world = World::new(RealmKind::Demo).await;
    for login in [world.begin("").await, world.begin_as("aase").await] {
        let reply = world.post(&format!("{login}/cancel"), &[]).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER);
        assert_eq!(reply.location, format!("{PUBLIC}/log-ind/retur?error=access_denied&state=s1"));
        assert_eq!(world.get(&login).await.status, StatusCode::GONE);
    }
}

#[tokio::test]
async fn an_unknown_user_name_stays_in_the_field_with_a_word_about_it() {
    let world = World::new(RealmKind::Demo).await;
    let login = world.begin("").await;
    let reply = world.post(&login, &[("user_name", "<Åse>")]).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(reply.body.contains("kender ikke brugernavnet"));
    assert!(reply.body.contains("value=\"&#60;Åse&#62;\""));
    assert!(reply.body.contains("<title>Fejl:"));
    assert!(world.post(&login, &[]).await.body.contains("Skriv et brugernavn"));
}

#[tokio::test]
async fn the_first_page_names_those_whom_one_can_practise_as() {
    let world = World::new(RealmKind::Demo).await;
    let page = world.get(&world.begin("").await).await.body;
    assert!(page.contains("Aase Holm") && page.contains("Bo Holm"));
}

#[tokio::test]
async fn a_wrong_code_stays_in_the_field_with_the_tries_that_are_left() {
    let world = World::new(RealmKind::Demo).await;
    let login = world.begin_as("aase").await;
    let reply = world.type_code(&login, "000 000").await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(reply.body.contains("value=\"000 000\"") && reply.body.contains("Du har 2 forsøg tilbage"));
    // What cannot be a code is no try.
    assert!(world.type_code(&login, "12345").await.body.contains("Skriv 6 tal"));
    assert!(world.type_code(&login, "000001").await.body.contains("Du har 1 forsøg tilbage"));
    let shown = device_shows(&world.get(&format!("{login}/code")).await.body);
    assert_eq!(world.type_code(&login, &shown).await.status, StatusCode::SEE_OTHER);
    // Signing in has wiped the slate.
    let login = world.begin_as("aase").await;
    assert!(world.type_code(&login, "000000").await.body.contains("Du har 2 forsøg tilbage"));
}

#[tokio::test]
async fn three_wrong_codes_lock_aase_for_fifteen_minutes_and_nobody_else() {
    let world = World::new(RealmKind::Demo).await;
    world.wait(SignedDuration::from_secs(20));
    let login = world.begin_as("aase").await;
    for _ in 0..2 {
        world.type_code(&login, "000000").await;
    }
    let locked = world.type_code(&login, "000000").await;
    assert_eq!(locked.status, StatusCode::FORBIDDEN);
    // 9:15:20 in Denmark, rounded up.
    assert!(locked.body.contains("Du kan prøve igen kl. 09.16."), "{}", locked.body);

    // Neither the right code nor the telephone nor a new sign-in goes around it.
    for path in ["/app", "/code"] {
        assert_eq!(world.get(&format!("{login}{path}")).await.status, StatusCode::FORBIDDEN);
    }
    let pressed = world.post(&format!("{login}/app"), &[("answer", "open")]).await;
    assert_eq!(pressed.status, StatusCode::FORBIDDEN);
    let other = world.begin("").await;
    assert_eq!(world.post(&other, &[("user_name", "aase")]).await.status, StatusCode::FORBIDDEN);
    world.code_for("bo").await;

    world.wait(SignedDuration::from_secs(15 * 60 - 1));
    let login = world.begin("").await;
    assert_eq!(world.post(&login, &[("user_name", "aase")]).await.status, StatusCode::FORBIDDEN);
    world.wait(SignedDuration::from_secs(1));
    world.code_for("aase").await;
}

#[tokio::test]
async fn after_ten_minutes_one_begins_again() {
    let world = World::new(RealmKind::Demo).await;
    let login = world.begin_as("aase").await;
    world.wait(SignedDuration::from_mins(10));
    for path in ["", "/app", "/code"] {
        let reply = world.get(&format!("{login}{path}")).await;
        assert_eq!(reply.status, StatusCode::GONE, "{path}");
        assert!(reply.body.contains("Du skal begynde forfra") && reply.body.contains("href=\"/log-ind\""));
    }
    for (path, field) in [
        ("", ("user_name", "aase")),
        ("/app", ("answer", "open")),
        ("/code", ("code", "000000")),
        ("/cancel", ("", "")),
    ] {
        assert_eq!(world.post(&format!("{login}{path}"), &[field]).await.status, StatusCode::GONE, "{path}");
    }
}

#[tokio::test]
async fn a_completed_sign_in_cannot_be_gone_on_with() {
    let world = World::new(RealmKind::Demo).await;
    let login = world.begin_as("aase").await;
    world.press(&login, "open").await;
    world.press(&login, "approve").await;
    assert_eq!(world.post(&format!("{login}/app"), &[("answer", "approve")]).await.status, StatusCode::GONE);
    assert_eq!(world.post(&format!("{login}/cancel"), &[]).await.status, StatusCode::GONE);
}

#[tokio::test]
async fn who_one_is_comes_before_telephone_and_code() {
    let world = World::new(RealmKind::Demo).await;
    let login = world.begin("").await;
    for path in ["/app", "/code"] {
        assert_eq!(world.get(&format!("{login}{path}")).await.location, login);
    }
    assert_eq!(world.type_code(&login, "000000").await.location, login);
    assert_eq!(world.press(&login, "open").await.location, login);
    let odd = world.post(&format!("{login}/app"), &[("answer", "dance")]).await;
    assert_eq!(odd.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn every_page_says_that_it_is_practice_and_has_its_words_in_danish_and_english() {
    let world = World::new(RealmKind::Demo).await;
    let login = world.begin_as("aase").await;
    let mut pages = vec![login.clone(), format!("{login}/app"), format!("{login}/code")];
    pages.push("/mitid/login/nobody".to_owned());
    pages.push("/mitid/authorize".to_owned());
    let rejected = world.begin_as("aase").await;
    world.press(&rejected, "open").await;
    pages.push(format!("{rejected}/app"));
    for page in &pages {
        let danish = world.get(page).await.body;
        let english = world.get(&format!("{page}?lang=en")).await.body;
        assert!(danish.contains(MARK), "{page}");
        assert!(english.contains("Practice: nothing here is real"), "{page}");
        for body in [danish, english] {
            assert!(body.contains("Øve-MitID"), "{page}");
            // A text that is missing shows its key.
            assert!(!body.contains(">mitid-"), "{page}");
        }
    }
    world.press(&rejected, "reject").await;
    assert!(world.get(&format!("{rejected}/app")).await.body.contains(MARK));
    for _ in 0..3 {
        world.type_code(&login, "000000").await;
    }
    assert!(world.get(&format!("{login}/app")).await.body.contains(MARK));
}

row! {
    struct Count { n: i64 }
}

#[tokio::test]
async fn what_has_expired_does_not_pile_up() {
    let world = World::new(RealmKind::Demo).await;
    for _ in 0..5 {
        world.begin_as("aase").await;
    }
    world.wait(SignedDuration::from_mins(10));
    world.begin("").await;
    let tx = world.root.read().await.unwrap();
    let left: Option<Count> =
        tx.optional("select count(*) as n from practice_mitid_login", params![]).await.unwrap();
    assert_eq!(left.unwrap().n, 1);
}
