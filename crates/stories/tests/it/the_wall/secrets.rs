//! Who is signed in on one side is nobody on the other, whatever the cookie is called.

use page::May;
use stories::House;
use town::{AASE, ERIK};

use super::{changed, contents, on_both_live, open};
use crate::every_route::sample;

on_both_live!(
    a_session_of_one_side_opens_nothing_on_the_other,
    a_browser_is_sent_the_cookie_of_a_sandbox_for_its_own_addresses_only,
);

async fn a_session_of_one_side_opens_nothing_on_the_other(house: House) {
    let (one, other) = (open(&house).await, open(&house).await);
    let live = house.sign_in(AASE).await;
    let (_, live_secret) = live.split_once('=').unwrap();
    assert_eq!(house.get_as(&live, "/min-side").await.status, 200);
    for sandbox in [&one, &other] {
        assert_eq!(house.get_as(&sandbox.cookie(), &sandbox.at("/min-side")).await.status, 200);
    }
    let before = [contents(&house.realm).await, contents(&one.realm).await, contents(&other.realm).await];

    let library = house.point("Vejle Bibliotekerne").await;
    let mut tried = 0;
    for route in omtanke::app::routes(false).merge(omtanke::app::for_practice()).list() {
        if matches!(route.may, May::Anyone | May::System) {
            continue;
        }
        let path = sample(route.path, &library);
        let across = [
            // As it is, and under the name that the other side looks for.
            (one.cookie(), path.clone()),
            (format!("omtanke={}", one.secret), path.clone()),
            (format!("__Host-omtanke={}", one.secret), path.clone()),
            (live.clone(), one.at(&path)),
            (format!("{}={live_secret}", one.name), one.at(&path)),
            (one.cookie(), other.at(&path)),
            (format!("{}={}", other.name, one.secret), other.at(&path)),
            (format!("omtanke={}; {}", one.secret, live.replace("omtanke=", "x=")), path.clone()),
        ];
        for (cookie, address) in across {
            let answer = house.send(route.method.as_str(), &address, &cookie, "").await;
            assert_eq!(answer.status, 401, "{} {address} with {cookie}\n{}", route.method, answer.body);
            tried += 1;
        }
    }
    assert!(tried > 400, "only {tried} calls");
    let after = [contents(&house.realm).await, contents(&one.realm).await, contents(&other.realm).await];
    for (before, after) in before.iter().zip(&after) {
        assert_eq!(changed(before, after), Vec::<String>::new());
    }
}

async fn a_browser_is_sent_the_cookie_of_a_sandbox_for_its_own_addresses_only(house: House) {
    let answer = house.post_as("", "/oev", &[]).await;
    let cookie = answer.header("set-cookie");
    let prefix = answer.header("location").strip_suffix("/post").unwrap();
    assert!(cookie.contains(&format!("; Path={prefix};")), "{cookie}");
    assert!(cookie.starts_with(&format!("omtanke-{}=", prefix.strip_prefix("/oev/").unwrap())), "{cookie}");
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
    // An administrator on one side is nobody in particular on the other.
    let erik = house.sign_in(ERIK).await;
    assert_eq!(house.get_as(&erik, "/staff/operation").await.status, 200);
    assert_eq!(house.get_as(&erik, &format!("{prefix}/staff/operation")).await.status, 401);
}
