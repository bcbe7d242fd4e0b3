//! Name, address and contact; who may, and what the log keeps.

use http::StatusCode;

use crate::world::{World, details, version};

#[tokio::test]
async fn bo_corrects_the_telephone_number_and_it_is_no_example_any_more() {
    let world = World::new().await;
    let form = world.get(&world.bo, &world.path("/details")).await;
    assert_eq!(form.status, StatusCode::OK);
    assert!(form.body.contains("value=\"12 34 56 78\""));
    let sent = details("1", &[("phone", "75823200"), ("postcode", "7100")]);
    let reply = world.post(&world.bo, &world.path("/details"), &sent).await;
    assert_eq!(
        (reply.status, reply.location),
        (StatusCode::SEE_OTHER, world.path("?saved=1")),
        "{}",
        reply.body
    );
    let page = world.get(&world.bo, &world.path("?saved=1")).await;
    assert!(page.body.contains("Det er gemt.") && page.body.contains("75 82 32 00"));

    let record = &world.history(world.library).await[0];
    assert_eq!((record.action.as_str(), record.actor_label.as_str()), ("help_point.edit", "Bo Lind"));
    let read = |json: &Option<String>| -> serde_json::Value {
        serde_json::from_str(json.as_deref().unwrap()).unwrap()
    };
    let (before, after) = (read(&record.before), read(&record.after));
    assert_eq!((&before["phone"], &after["phone"]), (&"12 34 56 78".into(), &"75 82 32 00".into()));
    assert_eq!(before["examples"], serde_json::json!(["phone", "hours", "services"]));
    assert_eq!(after["examples"], serde_json::json!(["hours", "services"]));
    assert_eq!((&before["version"], &after["version"]), (&1.into(), &2.into()));
    assert_eq!(after["position"], serde_json::json!({ "lat": 55.7093, "lon": 9.5357 }));
    let citizens = world.get(&world.bo, &format!("/sted/{}", world.library)).await;
    assert!(citizens.body.contains("75 82 32 00"), "the search sees it at once");
}

#[tokio::test]
async fn a_librarian_cannot_edit_another_library_and_the_log_says_that_she_tried() {
    let world = World::new().await;
    assert_eq!(world.get(&world.karen, &world.path("/details")).await.status, StatusCode::FORBIDDEN);
    let sent = details("1", &[("phone", "75823200")]);
    let reply = world.post(&world.karen, &world.path("/details"), &sent).await;
    assert_eq!(reply.status, StatusCode::FORBIDDEN);
    assert!(world.history(world.library).await.is_empty(), "nothing was written");
    let refusals = world.refusals(world.vejle).await;
    assert_eq!(refusals.len(), 2);
    for refusal in refusals {
        assert_eq!(refusal.actor, Some(world.karen.id));
        assert_eq!(refusal.reason, "help_point.edit: a role allows this, but not here");
    }
    assert!(world.refusals(world.kolding).await.is_empty());
}

#[tokio::test]
async fn every_door_to_another_library_is_closed() {
    let world = World::new().await;
    for part in
        ["", "/details", "/services", "/services/new", "/hours", "/hours/new", "/exceptions", "/history"]
    {
        let reply = world.get(&world.karen, &world.path(part)).await;
        assert_eq!(reply.status, StatusCode::FORBIDDEN, "GET {part}");
    }
    let some = "00000000-0000-7000-8000-000000000000";
    let parts = [
        "/details".to_owned(),
        "/confirmation".to_owned(),
        "/services/new".to_owned(),
        format!("/services/{some}"),
        format!("/services/{some}/removal"),
        "/hours/new".to_owned(),
        format!("/hours/{some}"),
        format!("/hours/{some}/removal"),
        "/exceptions".to_owned(),
        format!("/exceptions/{some}/removal"),
    ];
    for part in parts {
        let reply = world.post(&world.karen, &world.path(&part), &[("version", "1")]).await;
        assert_eq!(reply.status, StatusCode::FORBIDDEN, "POST {part}");
    }
    assert!(world.history(world.library).await.is_empty());
}

#[tokio::test]
async fn a_permit_for_one_library_does_not_reach_the_points_of_another() {
    use help::edit::{EditError, Seen, remove_rule};
    let world = World::new().await;
    let (mut work, permit) = world.editing(&world.karen, world.kolding).await;
    let seen = Seen { point: world.library, version: 1 };
    let refused = remove_rule(&mut work, &permit, seen, uuid::Uuid::nil()).await;
    assert!(matches!(refused, Err(EditError::NotTheirs(point)) if point == world.library));
    let nowhere = Seen { point: basics::Id::from_uuid(uuid::Uuid::nil()), version: 1 };
    let refused = remove_rule(&mut work, &permit, nowhere, uuid::Uuid::nil()).await;
    assert!(matches!(refused, Err(EditError::NoPoint(_))));
}

#[tokio::test]
async fn a_wrong_form_comes_back_with_everything_that_was_typed() {
    let world = World::new().await;
    let sent = details("1", &[("phone", "75 82"), ("postcode", "7101"), ("description", "Kom <bare>")]);
    let reply = world.post(&world.bo, &world.path("/details"), &sent).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    for kept in ["value=\"75 82\"", "value=\"7101\"", "href=\"#phone\"", "href=\"#postcode\"", "<title>Fejl:"]
    {
        assert!(reply.body.contains(kept), "{kept} in {}", reply.body);
    }
    assert!(!reply.body.contains("<bare>"), "what was typed is text");
    let summary = reply.body.find("error-summary").unwrap();
    assert!(summary < reply.body.find("<h1>").unwrap(), "the errors come first");
    assert!(world.history(world.library).await.is_empty());
    let nothing = world.post(&world.bo, &world.path("/details"), &[("version", "1")]).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    let nonsense = world.post(&world.bo, &world.path("/details"), &[]).await;
    assert_eq!(nonsense.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn saving_without_a_change_leaves_no_trace() {
    let world = World::new().await;
    let reply = world.post(&world.bo, &world.path("/details"), &details("1", &[])).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER);
    assert!(world.history(world.library).await.is_empty());
}

#[tokio::test]
async fn an_unknown_point_is_not_found() {
    let world = World::new().await;
    for id in ["00000000-0000-7000-8000-000000000000", "nonsense"] {
        let reply = world.get(&world.bo, &format!("/staff/help-points/{id}/details")).await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn the_list_shows_the_points_of_ones_own_organisation() {
    let world = World::new().await;
    let mine = world.get(&world.bo, "/staff/help-points").await;
    assert!(
        mine.body.contains("Vejle Bibliotek") && !mine.body.contains("Kolding Bibliotek"),
        "{}",
        mine.body
    );
    assert!(mine.body.contains("Der er ét hjælpested.") && mine.body.contains("Skal bekræftes"));
    let found = world.get(&world.bo, "/staff/help-points?q=VEJLE").await;
    assert!(found.body.contains("Der er ét hjælpested."));
    let none = world.get(&world.bo, "/staff/help-points?q=odense&page=9").await;
    assert!(none.body.contains("Der er ingen hjælpesteder at vise."));
}

#[tokio::test]
async fn a_closed_point_leaves_the_search_and_stays_in_the_list() {
    let world = World::new().await;
    let sent = details("1", &[("closed", "yes")]);
    assert_eq!(world.post(&world.bo, &world.path("/details"), &sent).await.status, StatusCode::SEE_OTHER);
    let citizens = world.get(&world.bo, &format!("/sted/{}", world.library)).await;
    assert_eq!(citizens.status, StatusCode::NOT_FOUND);
    let list = world.get(&world.bo, "/staff/help-points").await;
    assert!(list.body.contains("Vejle Bibliotek") && list.body.contains("Lukket for altid"));
    let page = world.get(&world.bo, &world.path("")).await;
    assert_eq!(page.status, StatusCode::OK);
}

#[tokio::test]
async fn bo_makes_a_new_point_in_his_own_organisation_only() {
    let world = World::new().await;
    let form = world.get(&world.bo, "/staff/help-points/new").await;
    assert!(form.body.contains("Vejle Bibliotekerne") && !form.body.contains(">Kolding Bibliotek<"));
    let (vejle, kolding) = (world.vejle.to_string(), world.kolding.to_string());
    let sent = |organisation, name| [("organisation", organisation), ("kind", "it-cafe"), ("name", name)];
    let made = world.post(&world.bo, "/staff/help-points/new", &sent(&vejle, "It-café i Egtved")).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.body);
    let path = made.location.split('?').next().unwrap().to_owned();
    let page = world.get(&world.bo, &path).await;
    assert!(
        page.body.contains("It-café i Egtved") && page.body.contains("Ingen har tjekket"),
        "{}",
        page.body
    );
    assert_eq!(version(&page.body), "1");
    let again = world.post(&world.bo, "/staff/help-points/new", &sent(&vejle, "it-café i  Egtved")).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "sent twice");
    let elsewhere =
        world.post(&world.bo, "/staff/help-points/new", &sent(&kolding, "It-café i Kolding")).await;
    assert_eq!(elsewhere.status, StatusCode::FORBIDDEN);
    assert_eq!(world.refusals(world.kolding).await.len(), 1);
    let empty = world.post(&world.bo, "/staff/help-points/new", &[]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let record = &world.history(path.rsplit('/').next().unwrap().parse().unwrap()).await[0];
    assert_eq!((record.action.as_str(), record.before.as_ref()), ("help_point.create", None));
    assert!(record.after.as_ref().unwrap().contains("\"municipality_code\":\"0630\""));
}
