//! Every route, walked on one side as everybody there, leaves the other side as it was.

use http::Method;
use people::session;
use realm::{Actor, Realm, Via};
use stories::House;
use town::{AASE, BO, CONNY, DINA, ERIK, FRIDA, HANNE, Townsman};

use super::{changed, contents, on_both_live, open, sandboxes};
use crate::every_route::sample;

on_both_live!(
    every_route_in_a_sandbox_leaves_the_live_realm_and_other_sandboxes_alone,
    every_live_route_leaves_sandboxes_alone,
);

const EVERYBODY: [Option<Townsman>; 8] =
    [None, Some(AASE), Some(BO), Some(CONNY), Some(DINA), Some(ERIK), Some(FRIDA), Some(HANNE)];

/// Signs somebody of the town in, on either side.
async fn secret(realm: &Realm, person: Townsman) -> String {
    let mut work = realm.work(Actor::program("story", Via::Program)).await.unwrap();
    let subject = format!("town-{}", person.user_name);
    let row = people::person_by_identity(work.tx(), "demo", &subject).await.unwrap().unwrap();
    let secret = session::start(&mut work, row.id, "demo").await.unwrap();
    work.commit().await.unwrap();
    secret
}

fn name(who: Option<Townsman>) -> &'static str {
    who.map_or("nobody", |person| person.name)
}

/// What ends the sandbox itself is a story of its own.
fn is_walked(path: &str) -> bool {
    !matches!(path, "/oevelse/slut" | "/oevelse/forfra") && !path.starts_with("/oev/") && path != "/oev"
}

async fn every_route_in_a_sandbox_leaves_the_live_realm_and_other_sandboxes_alone(house: House) {
    let (walked_in, other) = (open(&house).await, open(&house).await);
    let before = [contents(&house.realm).await, contents(&other.realm).await];
    let here = contents(&walked_in.realm).await;
    let directory = help::directory::directory(&walked_in.realm).await.unwrap();
    let library = directory.entries.iter().find(|entry| entry.point.name == "Vejle Bibliotekerne").unwrap();
    let library = library.point.id.to_string();
    let (mut walked, mut broken) = (0, Vec::new());
    for who in EVERYBODY {
        for route in omtanke::app::routes(false).merge(omtanke::app::for_practice()).list() {
            if !is_walked(route.path) {
                continue;
            }
            let cookie = match who {
                Some(person) => format!("{}={}", walked_in.name, secret(&walked_in.realm, person).await),
                None => String::new(),
            };
            let address = walked_in.at(&sample(route.path, &library));
            let answer = house.send(route.method.as_str(), &address, &cookie, "").await;
            if answer.status >= 500 {
                broken.push(format!("{} {} as {}: {}", route.method, route.path, name(who), answer.status));
            }
            let is_page = answer.header("content-type").starts_with("text/html");
            if route.method == Method::GET && is_page && !answer.body.contains("<html") {
                panic!("{address} is no whole page");
            }
            if is_page {
                assert!(answer.body.contains("om-practice-mark"), "{} {address} is not marked", route.method);
                let out =
                    answer.body.split(" href=\"/").skip(1).chain(answer.body.split(" action=\"/").skip(1));
                for link in out {
                    let inside = link.starts_with(&walked_in.prefix[1..]) || link.starts_with("assets/");
                    assert!(inside, "{address} leads out: /{}", &link[..link.len().min(60)]);
                }
            }
            let location = answer.header("location");
            let leads_out = location.starts_with('/') && !location.starts_with(&walked_in.prefix);
            assert!(!leads_out, "{address} leads out to {location}");
            walked += 1;
        }
    }
    // Whoever holds a transaction and waits for a second one waits in vain: a sandbox has one connection.
    assert_eq!(broken, Vec::<String>::new());
    assert!(walked > 500, "{walked}");
    assert_ne!(
        changed(&here, &contents(&walked_in.realm).await),
        Vec::<String>::new(),
        "nothing was done at all"
    );
    let after = [contents(&house.realm).await, contents(&other.realm).await];
    for (before, after) in before.iter().zip(&after) {
        assert_eq!(changed(before, after), Vec::<String>::new());
    }
}

async fn every_live_route_leaves_sandboxes_alone(house: House) {
    let sandbox = open(&house).await;
    let before = contents(&sandbox.realm).await;
    let library = house.point("Vejle Bibliotekerne").await;
    for who in EVERYBODY {
        for route in omtanke::app::routes(false).merge(omtanke::app::for_practice()).list() {
            if !is_walked(route.path) {
                continue;
            }
            let mut cookie = sandbox.cookie();
            if let Some(person) = who {
                cookie = format!("{cookie}; {}", house.sign_in(person).await);
            }
            let path = sample(route.path, &library);
            let answer = house.send(route.method.as_str(), &path, &cookie, "").await;
            assert!(!answer.body.contains("om-practice-mark"), "{path} says that it is practice");
            let only_there = ["/mitid/", "/oevelse/", "/oevelser"];
            let is_simulated = only_there.iter().any(|begin| path.starts_with(begin));
            assert!(!is_simulated || answer.status == 404, "{path}: {}", answer.status);
        }
    }
    assert_eq!(sandboxes(&house).count().0, 1);
    assert_eq!(changed(&before, &contents(&sandbox.realm).await), Vec::<String>::new());
}
