//! Who a request comes from.

use http::StatusCode;
use jiff::SignedDuration;
use people::{Role, session};
use realm::{Actor, Via};

use crate::world::{World, call, without_tables};

#[tokio::test]
async fn a_visitor_has_a_name_and_what_their_roles_allow() {
    let world = World::where_bo_is(&[Role::Helper]).await;
    let cookie = world.cookie().await;
    let (_, who) = call(&world.realm, "/who", &cookie).await;
    for expected in ["Bo Holm: ", "help_point.confirm", "help_point.edit", "mail.read"] {
        assert!(who.contains(expected), "{expected} in {who}");
    }
    assert!(!who.contains("letter.print"), "{who}");
    assert_eq!(call(&world.realm, "/who", "").await.1, "nobody");
    assert_eq!(call(&world.realm, "/who", "omtanke=").await.1, "nobody");
    assert_eq!(call(&world.realm, "/who", "omtanke=a-guess").await.1, "nobody");
}

#[tokio::test]
async fn a_visitor_who_keeps_coming_stays_and_one_who_is_quiet_is_nobody() {
    let world = World::where_bo_is(&[Role::Helper]).await;
    let cookie = world.cookie().await;
    for _ in 0..2 {
        world.realm.clock.advance(SignedDuration::from_hours(5));
        assert!(call(&world.realm, "/who", &cookie).await.1.starts_with("Bo Holm"));
    }
    world.realm.clock.advance(SignedDuration::from_hours(2));
    assert_eq!(call(&world.realm, "/who", &cookie).await.1, "nobody", "twelve hours are over");
}

#[tokio::test]
async fn whoever_signs_out_is_nobody_at_once() {
    let world = World::where_bo_is(&[Role::Helper]).await;
    let cookie = world.cookie().await;
    let mut work = world.realm.work(Actor::program("test", Via::Program)).await.unwrap();
    assert_eq!(session::end_all(&mut work, world.bo).await.unwrap(), 1);
    work.commit().await.unwrap();
    assert_eq!(call(&world.realm, "/who", &cookie).await.1, "nobody");
}

#[tokio::test]
async fn a_request_without_a_cookie_asks_the_database_nothing_and_trouble_makes_nobody_of_everybody() {
    let (realm, _folder) = without_tables().await;
    assert_eq!(call(&realm, "/who", "").await, (StatusCode::OK, "nobody".to_owned()));
    assert_eq!(call(&realm, "/who", "omtanke=a-guess").await, (StatusCode::OK, "nobody".to_owned()));
}
