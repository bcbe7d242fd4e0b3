//! Practice will be just another realm: two realms at once, through the real routes, see nothing of each other.

use stories::{House, on_both};

on_both!(two_realms_on_two_databases_see_nothing_of_each_other, a_sandbox_that_is_gone_is_not_found);

async fn two_realms_on_two_databases_see_nothing_of_each_other(house: House) {
    let sandbox = house.sandbox("abc").await;
    town::settle(&sandbox, 0, |_, _, _| {}).await.unwrap();
    let (live, practice) = tokio::join!(
        house.get("/api/help-points?near=7100&limit=200"),
        house.get("/oev/abc/api/help-points?near=7100&limit=200")
    );
    let ids = |answer: &stories::Answer| -> Vec<String> {
        let items = answer.json()["items"].as_array().unwrap().clone();
        items.iter().map(|item| item["id"].as_str().unwrap().to_owned()).collect()
    };
    let (live_ids, practice_ids) = (ids(&live), ids(&practice));
    assert!(!live_ids.is_empty() && practice_ids.len() > live_ids.len());
    assert!(live_ids.iter().all(|id| !practice_ids.contains(id)));

    // The same place has a page in its own realm, and in no other.
    let url = practice.json()["items"][0]["url"].as_str().unwrap().to_owned();
    let path = url.strip_prefix(&house.url).unwrap();
    assert!(path.starts_with("/oev/abc/sted/"), "{path}");
    let page = house.get(path).await;
    assert_eq!(page.status, 200);
    assert!(page.body.contains("href=\"/oev/abc/find-hjaelp\""), "links stay in the realm");
    assert!(!page.body.contains("href=\"/find-hjaelp"), "no link leaves the realm");
    assert_eq!(house.get(path.strip_prefix("/oev/abc").unwrap()).await.status, 404);
}

async fn a_sandbox_that_is_gone_is_not_found(house: House) {
    for path in ["/oev/gone", "/oev/gone/", "/oev/gone/find-hjaelp", "/oev/", "/oev"] {
        assert_eq!(house.get(path).await.status, 404, "{path}");
    }
}
