//! The walls: nothing of this in a live realm, and nothing of one realm in another.

use http::{Method, StatusCode};
use jiff::civil::date;
use practice::mitid::{self, AddUserError};
use realm::RealmKind;

use crate::world::{AASE, PUBLIC, World, authorize, program};

#[tokio::test]
async fn a_live_realm_has_no_simulated_mitid_at_any_address() {
    let world = World::new(RealmKind::Live).await;
    let routes = mitid::routes();
    assert_eq!(routes.list().len(), 19);
    for route in routes.list() {
        let address = route.path.replace("{id}", "0123");
        let fields = [("user_name", "aase"), ("answer", "open"), ("code", "000000")];
        let reply = match route.method {
            Method::POST => world.post(&address, &fields).await,
            _ => world.get(&address).await,
        };
        assert_eq!(reply.status, StatusCode::NOT_FOUND, "{} {}", route.method, route.path);
    }
    assert_eq!(world.get(&authorize("", &[])).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_live_realm_takes_no_pretend_people() {
    let world = World::new(RealmKind::Live).await;
    let mut work = world.root.work(program()).await.unwrap();
    let refused = mitid::add_user(&mut work, "aase", AASE, "Aase Holm", date(1940, 1, 1)).await;
    assert!(matches!(refused, Err(AddUserError::LiveRealm)));
}

#[tokio::test]
async fn two_sandboxes_do_not_see_each_others_people() {
    let world = World::new(RealmKind::Demo).await;
    let (one, _other) = (world.sandbox("/oev/hold7").await, world.sandbox("/oev/hold8").await);
    world.add(&one, "cille", "cille-1", "Cille Vang").await;

    let login = world.begin("/oev/hold7").await;
    let reply = world.post(&login, &[("user_name", "cille")]).await;
    assert_eq!(reply.location, format!("{login}/app"));
    for (prefix, user_name) in [("/oev/hold8", "cille"), ("/oev/hold7", "aase"), ("", "cille")] {
        let elsewhere = world.begin(prefix).await;
        let reply = world.post(&elsewhere, &[("user_name", user_name)]).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{user_name} in {prefix}");
        assert!(!reply.body.contains("Cille Vang") || prefix == "/oev/hold7");
    }
    // Nor can a sign-in of one be gone on with in another.
    let moved = login.replace("hold7", "hold8");
    assert_eq!(world.get(&moved).await.status, StatusCode::GONE);
}

#[tokio::test]
async fn each_realm_is_its_own_issuer_with_its_own_keys_and_return_address() {
    let world = World::new(RealmKind::Demo).await;
    world.sandbox("/oev/hold7").await;
    let (root, sandbox) = (world.discover("").await, world.discover("/oev/hold7").await);
    assert_eq!(sandbox.issuer().as_str(), format!("{PUBLIC}/oev/hold7/mitid"));
    assert_ne!(root.jwks(), sandbox.jwks());

    let crossed = authorize("/oev/hold7", &[("redirect_uri", &format!("{PUBLIC}/log-ind/retur"))]);
    assert_eq!(world.get(&crossed).await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn people_are_listed_by_name_and_no_user_name_or_subject_is_given_twice() {
    let world = World::new(RealmKind::Demo).await;
    let tx = world.root.read().await.unwrap();
    let names: Vec<_> = mitid::users(&tx).await.unwrap().into_iter().map(|user| user.name).collect();
    assert_eq!(names, ["Aase Holm", "Bo Holm"]);
    drop(tx);

    let mut work = world.root.work(program()).await.unwrap();
    let born = date(1950, 5, 5);
    let same_name = mitid::add_user(&mut work, " AASE", "another", "Aase Lund", born).await;
    assert!(matches!(same_name, Err(AddUserError::UserNameTaken(name)) if name == "aase"));
    let same_subject = mitid::add_user(&mut work, "aase2", AASE, "Aase Lund", born).await;
    assert!(matches!(same_subject, Err(AddUserError::SubjectTaken(_))));
    let nameless = mitid::add_user(&mut work, " ", "another", "Aase Lund", born).await;
    assert!(matches!(nameless, Err(AddUserError::NoUserName)));
}
