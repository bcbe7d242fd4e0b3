//! Addresses made up to slip through: none leads from one side to the other.

use std::collections::BTreeSet;

use stories::House;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use town::AASE;

use super::{on_both_live, open};

on_both_live!(
    crafted_addresses_lead_nowhere,
    what_lies_on_one_side_is_found_on_no_other,
    a_second_seat_is_behind_the_same_wall,
);

/// Sends an address as it stands; clients would tidy it up.
async fn raw(house: &House, target: &str, cookie: &str) -> (u16, String) {
    let host = house.url.strip_prefix("http://").unwrap();
    let mut stream = TcpStream::connect(host).await.unwrap();
    let request =
        format!("GET {target} HTTP/1.1\r\nhost: {host}\r\ncookie: {cookie}\r\nconnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();
    let answer = String::from_utf8_lossy(&answer).into_owned();
    let status = answer.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
    (status, answer)
}

async fn crafted_addresses_lead_nowhere(house: House) {
    let (one, other) = (open(&house).await, open(&house).await);
    let cookies = format!("{}; {}; {}", house.sign_in(AASE).await, one.cookie(), other.cookie());
    let (prefix, key) = (&one.prefix, &one.prefix["/oev/".len()..]);
    let other_key = &other.prefix["/oev/".len()..];
    assert_eq!(raw(&house, &one.at("/min-side"), &cookies).await.0, 200, "the address itself is good");
    for target in [
        format!("{prefix}/../min-side"),
        format!("{prefix}/../../min-side"),
        format!("{prefix}/../{other_key}/min-side"),
        format!("{prefix}/..%2f..%2fmin-side"),
        format!("{prefix}/%2e%2e/%2e%2e/min-side"),
        format!("{prefix}%2fmin-side"),
        format!("{prefix}//min-side"),
        format!("/{prefix}/min-side"),
        format!("/oev//{key}/min-side"),
        format!("/oev/./{key}/min-side"),
        format!("/oev/../oev/{key}/min-side"),
        format!("/oev%2f{key}/min-side"),
        format!("/oev/{}/min-side", key.to_uppercase()),
        format!("/OEV/{key}/min-side"),
        format!("/oev/{key}%00/min-side"),
        format!("/oev/{key};x/min-side"),
        format!("/oev/{key}.db"),
        format!("/oev/{}/min-side", &key[..31]),
        format!("/oev/{key}0/min-side"),
        format!("/oev/{key}~3/min-side"),
        format!("/oev/{key}~2~2/min-side"),
        format!("/oev/{key}%7E2/min-side"),
        "/oev/~2/min-side".to_owned(),
        "/oev/../practice/vault.keys".to_owned(),
        format!("{prefix}/oev/{other_key}/min-side"),
        format!("{prefix}/oev"),
        format!("{prefix}\\..\\min-side"),
        "/oev/sandboxes".to_owned(),
        "/oev/templates/x".to_owned(),
    ] {
        let (status, answer) = raw(&house, &target, &cookies).await;
        assert!(matches!(status, 400 | 404), "{target}: {status} {}", &answer[..answer.len().min(300)]);
        assert!(!answer.contains("Inge Kruse"), "{target} shows somebody");
    }
}

/// The second seat of a sandbox is the same sandbox by another prefix: nobody is signed in there by any cookie but its own.
async fn a_second_seat_is_behind_the_same_wall(house: House) {
    let (one, other) = (open(&house).await, open(&house).await);
    let seat = format!("{}~2", one.prefix);
    let (at, named) = (format!("{seat}/min-side"), |secret: &str| format!("{}~2={secret}", one.name));
    assert_eq!(raw(&house, &at, &named(&one.secret)).await.0, 200, "the same sandbox");
    let live = house.sign_in(AASE).await;
    let live_secret = live.split_once('=').unwrap().1.to_owned();
    let strange = [
        String::new(),
        live,
        one.cookie(),
        other.cookie(),
        named(&other.secret),
        named(&live_secret),
        format!("{}~2={}", other.name, one.secret),
    ];
    for cookie in strange {
        let (status, answer) = raw(&house, &at, &cookie).await;
        assert_eq!(status, 401, "{cookie}");
        assert!(!answer.contains("Inge Kruse"), "{cookie} shows somebody");
    }
    let answer = house.get_as(&named(&one.secret), &at).await;
    assert!(answer.body.contains(&format!("href=\"{seat}/post\"")), "its links stay at the seat");
    assert!(answer.header("content-security-policy").contains("frame-ancestors 'self'"));
    let outside = house.get_as("", "/").await;
    assert!(outside.header("content-security-policy").contains("frame-ancestors 'none'"));
}

/// The addresses of letters on a page.
fn letters(page: &str, prefix: &str) -> BTreeSet<String> {
    let links = page.split("href=\"").skip(1).filter_map(|part| part.split('"').next());
    let links = links.filter_map(|link| link.strip_prefix(prefix));
    links
        .filter(|link| link.starts_with("/post/brev/"))
        .map(|link| link.split('?').next().unwrap().to_owned())
        .collect()
}

async fn what_lies_on_one_side_is_found_on_no_other(house: House) {
    let (one, other) = (open(&house).await, open(&house).await);
    let live = house.sign_in(AASE).await;
    let here = letters(&house.get_as(&one.cookie(), &one.at("/post")).await.body, &one.prefix);
    let there = letters(&house.get_as(&live, "/post").await.body, "");
    assert!(here.len() > 2 && there.len() > 2, "{} and {}", here.len(), there.len());
    assert!(here.is_disjoint(&there));
    for letter in &here {
        assert_eq!(house.get_as(&one.cookie(), &one.at(letter)).await.status, 200, "{letter}");
        assert_eq!(house.get_as(&live, letter).await.status, 404, "{letter}");
    }
    for letter in &there {
        assert_eq!(house.get_as(&live, letter).await.status, 200, "{letter}");
        assert_eq!(house.get_as(&one.cookie(), &one.at(letter)).await.status, 404, "{letter}");
    }

    // What is written in one is searched for in vain elsewhere: two sandboxes begin with the same letters, and part at once.
    let folder = [("name", "Blåbærgrød")];
    let made = house.post_as(&one.cookie(), &one.at("/post/mapper"), &folder).await;
    assert!(made.status == 303 || made.status == 200, "{}: {}", made.status, made.body);
    let places =
        [(one.cookie(), one.at("/post")), (other.cookie(), other.at("/post")), (live, "/post".to_owned())];
    let mut found = Vec::new();
    for (cookie, address) in &places {
        found.push(house.get_as(cookie, address).await.body.contains("Blåbærgrød"));
    }
    assert_eq!(found, [true, false, false]);
}
