//! Services, opening hours and days with other hours.

use http::StatusCode;

use crate::world::{MONDAY, World};

/// The address of the first thing of a kind on a page.
fn first(page: &str, part: &str) -> String {
    let id =
        page.split(&format!("/{part}/")).find(|text| text.len() > 36 && text.as_bytes()[8] == b'-').unwrap();
    format!("/{part}/{}", &id[..36])
}

#[tokio::test]
async fn bo_adds_corrects_and_removes_a_service() {
    let world = World::new().await;
    let new = [
        ("version", "1"),
        ("name", "Hjælp til Digital Post"),
        ("topics", "digital-post"),
        ("topics", "exemption"),
        ("booking", "both"),
    ];
    let reply = world.post(&world.bo, &world.path("/services/new"), &new).await;
    assert_eq!((reply.status, reply.location), (StatusCode::SEE_OTHER, world.path("/services?saved=1")));
    let now = world.now(world.library).await;
    assert_eq!(now["services"].as_array().unwrap().len(), 2);
    assert_eq!(now["services"][1]["topics"], serde_json::json!(["digital-post", "exemption"]));
    assert_eq!(now["examples"], serde_json::json!(["phone", "hours"]), "services are no examples any more");

    let list = world.get(&world.bo, &world.path("/services")).await;
    let service = first(&list.body, "services");
    let form = world.get(&world.bo, &world.path(&service)).await;
    assert!(form.body.contains("value=\"Hjælp til MitID\""));
    let corrected =
        [("version", "2"), ("name", "Hjælp til MitID og pas"), ("topics", "mitid"), ("booking", "drop-in")];
    let reply = world.post(&world.bo, &world.path(&service), &corrected).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.body);
    let removed =
        world.post(&world.bo, &world.path(&format!("{service}/removal")), &[("version", "3")]).await;
    assert_eq!(removed.status, StatusCode::SEE_OTHER);
    let now = world.now(world.library).await;
    assert_eq!(now["services"].as_array().unwrap().len(), 1);
    assert_eq!(now["version"], 4);
    let gone = world.post(&world.bo, &world.path(&format!("{service}/removal")), &[("version", "4")]).await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
    let empty =
        world.post(&world.bo, &world.path("/services/new"), &[("version", "4"), ("name", "Hjælp")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.body.contains("Vælg mindst ét emne"));
}

#[tokio::test]
async fn bo_opens_the_first_saturday_of_the_month() {
    let world = World::new().await;
    let mut rule = vec![
        ("version", "1"),
        ("repeat", "monthly-days"),
        ("days", "SA"),
        ("which", "1"),
        ("every", "1"),
        ("opens", "11:00"),
        ("closes", "14:00"),
        ("preview", "yes"),
    ];
    let preview = world.post(&world.bo, &world.path("/hours/new"), &rule).await;
    assert_eq!(preview.status, StatusCode::OK);
    assert!(preview.body.contains("Den første lørdag i måneden kl. 11.00–14.00"), "{}", preview.body);
    assert!(preview.body.contains("lørdag 7. mar. 2026</th><td>11.00–14.00"), "{}", preview.body);
    assert!(world.history(world.library).await.is_empty(), "only looked at");
    rule.pop();
    let saved = world.post(&world.bo, &world.path("/hours/new"), &rule).await;
    assert_eq!((saved.status, saved.location), (StatusCode::SEE_OTHER, world.path("/hours?saved=1")));
    let now = world.now(world.library).await;
    assert_eq!(now["rules"][1]["rule"]["byday"], serde_json::json!(["1SA"]));
    assert_eq!(now["examples"], serde_json::json!(["phone", "services"]));

    let list = world.get(&world.bo, &world.path("/hours?saved=1")).await;
    assert!(
        list.body.contains("Mandag og tirsdag kl. 10.00–16.00") && list.body.contains("De næste 14 dage")
    );
    let path = first(&list.body, "hours");
    let form = world.get(&world.bo, &world.path(&path)).await;
    assert!(form.body.contains("value=\"10:00\""), "{}", form.body);
    let removed = world.post(&world.bo, &world.path(&format!("{path}/removal")), &[("version", "2")]).await;
    assert_eq!(removed.status, StatusCode::SEE_OTHER);
    assert_eq!(world.now(world.library).await["rules"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn hours_that_close_when_they_open_are_told_of_by_field() {
    let world = World::new().await;
    let rule = [
        ("version", "1"),
        ("repeat", "weekly"),
        ("days", "MO"),
        ("every", "2"),
        ("opens", "10:00"),
        ("closes", "10:00"),
    ];
    let reply = world.post(&world.bo, &world.path("/hours/new"), &rule).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        reply.body.contains("href=\"#closes\"") && reply.body.contains("href=\"#start\""),
        "{}",
        reply.body
    );
    assert!(reply.body.contains("value=\"MO\" checked"), "the day stays chosen");
}

#[tokio::test]
async fn bo_closes_for_a_day_of_staff_training() {
    let world = World::new().await;
    let page = world.get(&world.bo, &world.path("/exceptions")).await;
    assert!(
        page.body.contains("skærtorsdag") && page.body.contains("?date_from=2026-04-02"),
        "{}",
        page.body
    );
    let proposed = world.get(&world.bo, &world.path("/exceptions?date_from=2026-04-02")).await;
    assert!(proposed.body.contains("value=\"Skærtorsdag\""), "{}", proposed.body);
    let day =
        [("version", "1"), ("date_from", "2026-03-09"), ("hours", "closed"), ("reason", "Personaledag")];
    let saved = world.post(&world.bo, &world.path("/exceptions"), &day).await;
    assert_eq!((saved.status, saved.location), (StatusCode::SEE_OTHER, world.path("/exceptions?saved=1")));
    let now = world.now(world.library).await;
    assert_eq!(now["exceptions"][0]["exception"]["reason"], "Personaledag");
    assert_eq!(
        now["examples"],
        serde_json::json!(["phone", "hours", "services"]),
        "the hours are as they were"
    );
    let hours = world.get(&world.bo, &world.path("/hours")).await;
    assert!(hours.body.contains("Lukket: Personaledag"), "{}", hours.body);
    let page = world.get(&world.bo, &world.path("/exceptions")).await;
    let path = first(&page.body, "exceptions");
    let removed = world.post(&world.bo, &world.path(&format!("{path}/removal")), &[("version", "2")]).await;
    assert_eq!(removed.status, StatusCode::SEE_OTHER);
    let yesterday = MONDAY.yesterday().unwrap().to_string();
    let late = [("version", "3"), ("date_from", yesterday.as_str()), ("hours", "closed"), ("reason", "Syg")];
    let reply = world.post(&world.bo, &world.path("/exceptions"), &late).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(reply.body.contains("Dagen er gået"));
}
