//! Somebody looks for help.

use stories::{House, on_both};

on_both!(
    a_town_is_understood_however_it_is_spelt,
    a_place_that_does_not_exist_is_not_a_dead_end,
    wishes_that_cannot_all_be_met_are_dropped_and_said,
    christmas_eve_is_closed_and_an_ordinary_tuesday_is_not,
    national_lines_are_always_shown,
    each_page_names_its_language_and_direction,
    a_change_is_seen_by_the_next_search,
    a_kept_page_is_nobodys_own,
);

async fn a_town_is_understood_however_it_is_spelt(house: House) {
    for (typed, expected) in [
        ("9000", "9000 Aalborg"),
        ("Aalborg", "9000 Aalborg"),
        ("%C3%85lbrg", "9000 Aalborg"),
        ("A%CC%8Alborg", "9000 Aalborg"),
        ("%EF%BC%99%EF%BC%90%EF%BC%90%EF%BC%90", "9000 Aalborg"),
        ("aalborg+%C3%B8", "9220 Aalborg Øst"),
    ] {
        let answer = house.get(&format!("/api/help-points?near={typed}")).await;
        assert_eq!(answer.json()["understood_as"], expected, "{typed}");
        assert_eq!(answer.json()["items"][0]["municipality_code"], "0851", "{typed}");
    }
}

async fn a_place_that_does_not_exist_is_not_a_dead_end(house: House) {
    let answer = house.get("/api/help-points?near=9001").await.json();
    assert!(answer["understood_as"].is_null());
    assert!(!answer["suggestions"].as_array().unwrap().is_empty());
    assert!(answer["items"].as_array().unwrap().iter().all(|item| item["national"] == true));
    let page = house.get("/find-hjaelp?near=Qxzyqqq&lang=da").await;
    assert_eq!(page.status, 200);
    assert!(page.body.contains("<title>Fejl:"), "the title says that something is wrong");
    assert!(page.body.contains("value=\"Qxzyqqq\""), "what was typed is kept");
    assert!(page.body.contains("href=\"#near\""), "the summary leads to the field");
    assert!(page.body.contains("tel:"), "there is somebody to call");
}

async fn wishes_that_cannot_all_be_met_are_dropped_and_said(house: House) {
    let answer = house.get("/api/help-points?near=7100&language=kl&kind=library").await.json();
    assert_eq!(answer["dropped"], serde_json::json!(["language"]));
    assert_eq!(answer["items"][0]["kind"], "library");
    let page = house.get("/find-hjaelp?near=7100&language=kl&lang=da").await;
    assert!(page.body.contains("Ingen steder passer til alt"));
}

async fn christmas_eve_is_closed_and_an_ordinary_tuesday_is_not(house: House) {
    let open = |answer: serde_json::Value| answer["dropped"].as_array().unwrap().is_empty();
    let tuesday = house.get("/api/help-points?near=7100&kind=borgerservice&open_at=2026-11-24T10:30").await;
    assert!(open(tuesday.json()));
    let christmas = house.get("/api/help-points?near=7100&kind=borgerservice&open_at=2026-12-24T10:30").await;
    assert!(!open(christmas.json()), "juleaftensdag is a Thursday, and closed");
    let now = house.get("/api/help-points?near=7100&kind=borgerservice&open_at=now").await;
    assert!(open(now.json()), "the realm's clock stands at half past ten on a Tuesday");
}

async fn national_lines_are_always_shown(house: House) {
    for path in [
        "/find-hjaelp",
        "/find-hjaelp?near=7100",
        "/find-hjaelp?near=nowhere-at-all",
        "/find-hjaelp/ark?near=7100",
    ] {
        assert!(house.get(path).await.body.contains("MitID support"), "{path}");
    }
}

async fn each_page_names_its_language_and_direction(house: House) {
    for (language, direction) in [("da", "ltr"), ("en", "ltr"), ("ar", "rtl"), ("tr", "ltr"), ("ur", "rtl")] {
        for path in ["/", "/find-hjaelp?near=7100", "/tilgaengelighed", "/om", "/log-ind", "/no-such-page"] {
            let separator = if path.contains('?') { '&' } else { '?' };
            let page = house.get(&format!("{path}{separator}lang={language}")).await;
            let html = format!("<html lang=\"{language}\" dir=\"{direction}\"");
            assert!(page.body.contains(&html), "{path} in {language}");
            assert!(
                page.header("set-cookie").contains(&format!("om-lang={language}")),
                "{path} in {language}"
            );
        }
    }
}

async fn a_change_is_seen_by_the_next_search(house: House) {
    let before = house.get("/find-hjaelp?near=7100&lang=da").await;
    assert!(before.body.contains("Borgerservice i Vejle"));
    let id = house.point("Borgerservice i Vejle").await;
    let cookie = house.sign_in(town::CONNY).await;
    let page = house.get_as(&cookie, &format!("/staff/help-points/{id}/details")).await;
    assert_eq!(page.status, 200, "{}", page.body);
    let answer = house
        .post_as(
            &cookie,
            &format!("/staff/help-points/{id}/details"),
            &[
                ("version", "1"),
                ("kind", "borgerservice"),
                ("name", "Borgerservice på Torvet"),
                ("description", ""),
                ("street", ""),
                ("postcode", "7100"),
                ("phone", "00 00 10 43"),
                ("email", ""),
                ("website", ""),
                ("step_free", "yes"),
            ],
        )
        .await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    let after = house.get("/find-hjaelp?near=7100&lang=da").await;
    assert!(after.body.contains("Borgerservice på Torvet"));
    assert!(!after.body.contains("Borgerservice i Vejle"));
}

async fn a_kept_page_is_nobodys_own(house: House) {
    let anonymous = house.get("/find-hjaelp?near=7100").await;
    let again = house.get("/find-hjaelp?near=7100").await;
    assert_eq!(anonymous.body, again.body);
    assert_ne!(
        anonymous.header("x-request-id"),
        again.header("x-request-id"),
        "each request has its own number"
    );
    assert!(again.header("content-security-policy").contains("default-src 'none'"));

    let cookie = house.sign_in(town::BO).await;
    assert!(house.get_as(&cookie, "/find-hjaelp?near=7100").await.body.contains("Bo Lind"));
    let after = house.get("/find-hjaelp?near=7100").await;
    assert!(!after.body.contains("Bo Lind"), "what Bo saw is given to nobody else");

    let arabic = house.get_as("om-lang=ar", "/find-hjaelp?near=7100").await;
    assert!(arabic.body.contains("dir=\"rtl\""), "another language is another page");
    let large = house.get_as("om-size=large", "/find-hjaelp?near=7100").await;
    assert!(large.body.contains("class=\"om-l\""), "another text size is another page");

    // Ten hours later everything has closed; the page is made anew.
    assert!(again.body.contains("Lukker kl. 15.00"));
    house.realm.clock.advance(jiff::SignedDuration::from_hours(10));
    assert!(!house.get("/find-hjaelp?near=7100").await.body.contains("Lukker kl. 15.00"));
}
