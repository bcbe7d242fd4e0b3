//! Signing in through the simulated MitID, as a browser does it without JavaScript.

use stories::{Answer, House, on_both};

on_both!(bo_signs_in_by_app_and_out_again, a_cancelled_sign_in_comes_back_with_a_way_on);

/// Follows redirects, keeping cookies, until a page stands still.
async fn follow(house: &House, jar: &mut Vec<(String, String)>, mut answer: Answer) -> (String, Answer) {
    let mut here = String::new();
    for _ in 0..12 {
        for header in answer.headers.get_all("set-cookie") {
            let pair = header.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            jar.retain(|(known, _)| known != name);
            jar.push((name.to_owned(), value.to_owned()));
        }
        if !(300..400).contains(&answer.status) {
            return (here, answer);
        }
        let to = answer.header("location").to_owned();
        here = to.strip_prefix(&house.url).unwrap_or(&to).to_owned();
        answer = house.get_as(&cookies(jar), &here).await;
    }
    panic!("it goes round in circles at {here}");
}

fn cookies(jar: &[(String, String)]) -> String {
    jar.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
}

/// The address that the first form with this ending sends to.
fn action(page: &Answer, ending: &str) -> String {
    let actions = page.body.split("action=\"").skip(1).map(|part| part.split('"').next().unwrap().to_owned());
    let all: Vec<String> = actions.collect();
    all.iter()
        .find(|action| action.ends_with(ending))
        .unwrap_or_else(|| panic!("no {ending} in {all:?}"))
        .clone()
}

async fn bo_signs_in_by_app_and_out_again(house: House) {
    let mut jar = Vec::new();
    let start = house.get("/log-ind/demo?next=/staff/help-points").await;
    let (login, page) = follow(&house, &mut jar, start).await;
    assert!(login.starts_with("/mitid/login/"), "{login}");
    assert_eq!(page.status, 200);

    let named = house.post_as(&cookies(&jar), &login, &[("user_name", "bo")]).await;
    let (app, page) = follow(&house, &mut jar, named).await;
    assert_eq!(page.status, 200, "{app}: {}", page.body);
    let mut answer = page;
    let mut here = app;
    let mut answers = ["open", "approve"].into_iter();
    for _ in 0..2 {
        if !here.starts_with("/mitid/") {
            break;
        }
        let to = action(&answer, "/app");
        let sent = house.post_as(&cookies(&jar), &to, &[("answer", answers.next().unwrap())]).await;
        (here, answer) = follow(&house, &mut jar, sent).await;
    }
    assert_eq!(here, "/staff/help-points", "{}", answer.body);
    assert!(answer.body.contains("Vejle Bibliotekerne"));
    assert!(answer.body.contains("Bo Lind"));

    let out = house.post_as(&cookies(&jar), "/log-ud", &[]).await;
    let stolen = cookies(&jar);
    follow(&house, &mut jar, out).await;
    assert_eq!(house.get_as(&stolen, "/min-side").await.status, 401, "the old cookie is worth nothing");
}

async fn a_cancelled_sign_in_comes_back_with_a_way_on(house: House) {
    let mut jar = Vec::new();
    let start = house.get("/log-ind/demo").await;
    let (login, page) = follow(&house, &mut jar, start).await;
    let to = page
        .body
        .split("action=\"")
        .skip(1)
        .map(|part| part.split('"').next().unwrap())
        .find(|to| to.contains("cancel"));
    let to = to.map_or_else(|| format!("{login}/cancel"), str::to_owned);
    let cancelled = house.post_as(&cookies(&jar), &to, &[("cancel", "1")]).await;
    let (_, page) = follow(&house, &mut jar, cancelled).await;
    assert!(page.body.contains("/log-ind"), "there is a way to try again: {}", page.body);
    assert!(!cookies(&jar).contains("omtanke="), "nobody is signed in");
}
