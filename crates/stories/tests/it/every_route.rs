//! Every route, as everybody and as nobody: whoever may call it can, whoever may not cannot, and none of them breaks.

use page::May;
use people::Role;
use stories::{House, on_both};
use town::{AASE, BO, CONNY, DINA, ERIK, FRIDA, HANNE, PETRA, Townsman};

on_both!(each_route_answers_only_whom_it_may);

async fn each_route_answers_only_whom_it_may(house: House) {
    let library = house.point("Vejle Bibliotekerne").await;
    let counter = house.point("Borgerservice i Vejle").await;
    let mut walked = 0;
    let routes = omtanke::app::routes(true);
    let everybody = [AASE, BO, CONNY, DINA, ERIK, FRIDA, HANNE, PETRA];
    for who in std::iter::once(None).chain(everybody.map(Some)) {
        for route in routes.list() {
            let at_the_counter = who.is_some_and(|person| person.user_name == CONNY.user_name);
            let path = sample(route.path, if at_the_counter { &counter } else { &library });
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
                !expected(route.may, route.path, who),
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

/// What the table of roles says, asked anew here rather than taken from the session. Bo and Conny are shown a help
/// point of their own organisation; Dina's and Erik's organisation has none.
fn expected(may: May, pattern: &str, who: Option<Townsman>) -> bool {
    match (may, who) {
        (May::Anyone, _) => true,
        (May::System, _) | (_, None) => false,
        (May::SignedIn | May::SystemOrSignedIn, Some(_)) => true,
        (May::Do(action), Some(person)) => {
            let role = person.role.map_or(Role::Citizen, |(role, _)| role);
            let scope = include_str!("../../../../policies/roles.csv").lines().find_map(|line| {
                let mut cells = line.split(',');
                (cells.next() == Some(role.code()) && cells.next() == Some(action)).then(|| cells.next())?
            });
            let at_a_point = pattern.starts_with("/staff/help-points/{id}");
            let has_points = matches!(role, Role::Librarian | Role::TrustedEmployee);
            match scope {
                None => false,
                Some("anywhere") => true,
                Some(_) => !at_a_point || has_points,
            }
        }
    }
}

/// An address that the pattern matches, with this help point in it.
pub(crate) fn sample(pattern: &str, point: &str) -> String {
    let path = pattern.replace("{broker}", "demo").replace("{file}", "app.css");
    let path = if path.starts_with("/staff/") || path.starts_with("/sted/") {
        path.replace("{id}", point)
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
