//! Every route, as everybody and as nobody: whoever may call it can, whoever may not cannot, and none of them breaks.

use page::May;
use people::Role;
use stories::{House, on_both};
use town::{AASE, BO, CONNY, DINA, ERIK, Townsman};

on_both!(each_route_answers_only_whom_it_may);

async fn each_route_answers_only_whom_it_may(house: House) {
    let library = house.point("Vejle Bibliotekerne").await;
    let mut walked = 0;
    let routes = omtanke::app::routes(true);
    for who in [None, Some(AASE), Some(BO), Some(CONNY), Some(DINA), Some(ERIK)] {
        for route in routes.list() {
            let path = sample(route.path, &library);
            // A new session each time: signing out is one of the routes.
            let cookie = match who {
                Some(person) => house.sign_in(person).await,
                None => String::new(),
            };
            let answer = house.send(route.method.as_str(), &path, &cookie, "").await;
            let name = who.map_or("nobody", |person| person.name);
            let refused = matches!(answer.status, 401 | 403);
            assert_eq!(
                refused,
                !expected(route.may, who),
                "{} {path} as {name}: {}\n{}",
                route.method,
                answer.status,
                answer.body
            );
            assert_ne!(answer.status, 500, "{} {path} as {name}", route.method);
            assert!(answer.header("content-security-policy").contains("default-src 'none'"), "{path}");
            walked += 1;
        }
    }
    println!("{walked} calls of {} routes", routes.list().len());
    assert!(walked >= 6 * 20);
}

/// What the table of roles says, asked anew here rather than taken from the session.
fn expected(may: May, who: Option<Townsman>) -> bool {
    match (may, who) {
        (May::Anyone, _) => true,
        (_, None) => false,
        (May::SignedIn, Some(_)) => true,
        (May::Do(action), Some(person)) => {
            let role = person.role.map_or(Role::Citizen, |(role, _)| role);
            include_str!("../../../../policies/roles.csv").lines().any(|line| {
                let mut cells = line.split(',');
                cells.next() == Some(role.code()) && cells.next() == Some(action)
            })
        }
    }
}

/// An address that the pattern matches; the help point belongs to Bo's library.
fn sample(pattern: &str, library: &str) -> String {
    let path = pattern.replace("{broker}", "demo").replace("{file}", "app.css");
    let path = if path.starts_with("/staff/") || path.starts_with("/sted/") {
        path.replace("{id}", library)
    } else {
        path
    };
    let mut out = String::new();
    let mut rest = path.as_str();
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        out.push_str("00000000-0000-7000-8000-000000000000");
        rest = after.split_once('}').map_or("", |(_, after)| after);
    }
    out + rest
}
