//! Whatever is sent, the answer is a clear sentence, and nothing is lost.

use stories::{House, on_both};

on_both!(
    hostile_searches_get_a_page,
    a_body_of_ten_megabytes_is_refused_in_words,
    a_form_from_another_site_is_refused,
    a_wrong_parameter_is_named,
    a_problem_speaks_json_to_programs,
    what_is_typed_comes_back_as_text,
);

async fn hostile_searches_get_a_page(house: House) {
    let long = "%C3%A5".repeat(2_000);
    for near in [
        "%00",
        "%E2%80%8B%E2%80%AE9000",
        "'%3B%20drop%20table%20help_point%3B--",
        "%F0%9F%98%80",
        "%25",
        "%FF%FE",
        &long,
        "0000",
        "99999999999999999999",
        "../../etc/passwd",
    ] {
        let page = house.get(&format!("/find-hjaelp?near={near}&lang=da")).await;
        assert!(matches!(page.status, 200 | 400), "{near}: {}", page.status);
        assert!(page.body.contains("<h1>"), "{near}");
        let answer = house.get(&format!("/api/help-points?near={near}")).await;
        assert!(matches!(answer.status, 200 | 400), "{near}: {}", answer.status);
    }
    assert_eq!(house.get("/readyz").await.status, 200);
}

async fn a_body_of_ten_megabytes_is_refused_in_words(house: House) {
    let cookie = house.sign_in(town::BO).await;
    let id = house.point("Vejle Bibliotekerne").await;
    let body = format!("name={}", "a".repeat(10 * 1024 * 1024));
    let answer =
        house.send("POST", &format!("/staff/help-points/{id}/details?lang=da"), &cookie, &body).await;
    assert_eq!(answer.status, 413);
    assert!(answer.body.contains("Det fylder for meget"));
}

async fn a_form_from_another_site_is_refused(house: House) {
    let cookie = house.sign_in(town::BO).await;
    let client = reqwest::Client::new();
    let forged = client
        .post(format!("{}/log-ud", house.url))
        .header("cookie", &cookie)
        .header("sec-fetch-site", "cross-site")
        .header("origin", "https://evil.example")
        .send()
        .await
        .unwrap();
    assert_eq!(forged.status(), 403);
    assert_eq!(house.get_as(&cookie, "/min-side").await.status, 200, "still signed in");
}

async fn a_wrong_parameter_is_named(house: House) {
    for (query, name) in [
        ("near=7100&topic=nonsense", "topic"),
        ("near=7100&kind=castle", "kind"),
        ("near=7100&language=xx", "language"),
        ("near=7100&open_at=soon", "open_at"),
        ("near=7100&limit=0", "limit"),
        ("near=7100&limit=many", "limit"),
        ("lat=91&lon=10", "near"),
    ] {
        let answer = house.get(&format!("/api/help-points?{query}")).await;
        assert_eq!(answer.status, 400, "{query}");
        assert!(answer.json()["detail"].as_str().unwrap().starts_with(name), "{query}: {}", answer.body);
    }
}

async fn a_problem_speaks_json_to_programs(house: House) {
    let answer = house.get("/api/no-such-thing").await;
    assert_eq!((answer.status, answer.header("content-type")), (404, "application/problem+json"));
    assert_eq!(answer.json()["status"], 404);
    assert_eq!(answer.json()["instance"], answer.header("x-request-id"));
}

async fn what_is_typed_comes_back_as_text(house: House) {
    let page = house.get("/find-hjaelp?near=%3Cscript%3Ealert(1)%3C/script%3E&lang=da").await;
    assert!(!page.body.contains("<script>alert"), "{}", page.body);
    assert!(page.body.contains("&#60;script&#62;") || page.body.contains("&lt;script&gt;"));
}
