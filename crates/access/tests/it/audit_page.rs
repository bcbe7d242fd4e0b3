//! `/staff/audit`.

use http::StatusCode;
use people::{OrganisationDetails, OrganisationKind, Role, put_organisation};

use crate::world::{World, call};

#[tokio::test]
async fn an_administrator_reads_what_was_done_to_a_thing_and_reading_is_recorded() {
    let world = World::where_bo_is(&[Role::Administrator]).await;
    let mut work = world.work().await;
    let renamed = OrganisationDetails::new("Bibliotekerne i Vejle", OrganisationKind::Library);
    put_organisation(&mut work, world.vejle, renamed).await.unwrap();
    work.commit().await.unwrap();
    let cookie = world.cookie().await;

    let page = format!("/staff/audit?kind=organisation&subject={}", world.vejle);
    let (status, body) = call(&world.realm, &page, &cookie).await;
    assert_eq!(status, StatusCode::OK);
    for expected in [
        "organisation.edit",
        "<del><bdi>Vejle Bibliotek</bdi></del>",
        "<ins><bdi>Bibliotekerne i Vejle</bdi></ins>",
        "2. mar. 2026 kl. 09.00",
    ] {
        assert!(body.contains(expected), "{expected} in {body}");
    }
    let (_, mine) = call(&world.realm, "/staff/audit", &cookie).await;
    assert!(mine.contains("audit.read") && mine.contains(&format!("organisation {}", world.vejle)), "{mine}");
    let english = call(&world.realm, "/staff/audit?lang=tr", &cookie).await.1;
    assert!(english.contains("Who has done what"));
}

#[tokio::test]
async fn a_person_can_be_asked_about_and_sees_that_somebody_did() {
    let world = World::where_bo_is(&[Role::Administrator]).await;
    let cookie = world.cookie().await;
    let (status, body) =
        call(&world.realm, &format!("/staff/audit?kind=person&subject={}", world.bo), &cookie).await;
    assert!(status == StatusCode::OK && body.contains("membership.add"), "{body}");
    let tx = world.realm.read().await.unwrap();
    let looked = realm::concerning(&tx, world.bo, 1).await.unwrap().remove(0);
    assert_eq!((looked.action.as_str(), looked.concerns), ("audit.read", Some(world.bo)));
}

#[tokio::test]
async fn half_a_question_is_asked_again() {
    let world = World::where_bo_is(&[Role::Administrator]).await;
    let cookie = world.cookie().await;
    for (query, expected) in [
        ("kind=&subject=7", "Skriv, hvad det drejer sig om"),
        ("kind=organisation&subject=", "Skriv id"),
        ("kind=person&subject=bo", "Det er ikke id på en person"),
    ] {
        let (status, body) = call(&world.realm, &format!("/staff/audit?{query}"), &cookie).await;
        assert!(status == StatusCode::OK && body.contains(expected), "{expected} in {body}");
    }
}

#[tokio::test]
async fn a_librarian_does_not_read_the_log() {
    let world = World::where_bo_is(&[Role::Librarian]).await;
    let cookie = world.cookie().await;
    assert_eq!(call(&world.realm, "/staff/audit", &cookie).await.0, StatusCode::FORBIDDEN);
    assert_eq!(call(&world.realm, "/staff/audit", "").await.0, StatusCode::UNAUTHORIZED);
}
