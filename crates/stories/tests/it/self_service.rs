//! Self-service in a sandbox of the whole program: Aase applies for her pension, the nursery reports VAT, and outside there is nothing of it.

use practice::sandbox::telephone_messages;
use realm::{Actor, Via};
use stories::{Answer, Engine, House};
use town::AASE;

use crate::the_wall::{Opened, cookie_in, house, open, sandboxes};

/// Sends a form and gives where it leads, within the sandbox.
async fn send(house: &House, at: &Opened, cookie: &str, path: &str, form: &[(&str, &str)]) -> String {
    let answer = house.post_as(cookie, &at.at(path), form).await;
    assert_eq!(answer.status, 303, "{path}\n{}", answer.body);
    answer.header("location").strip_prefix(&at.prefix).unwrap().to_owned()
}

async fn get(house: &House, at: &Opened, cookie: &str, path: &str) -> Answer {
    house.get_as(cookie, &at.at(path)).await
}

/// Is somebody else in the sandbox, by the page for it.
async fn become_somebody(house: &House, at: &Opened, user_name: &str) -> String {
    let answer = house.post_as(&at.cookie(), &at.at("/oevelse/person"), &[("user_name", user_name)]).await;
    let (name, secret) = cookie_in(&answer);
    format!("{name}={secret}")
}

/// What has come on the sandbox's telephone, the newest first.
async fn on_the_telephone(house: &House, at: &Opened) -> Vec<String> {
    sandboxes(house).work_off(&at.realm).await;
    let messages = telephone_messages(&at.realm).await.unwrap();
    messages.into_iter().map(|message| message.body).collect()
}

/// Aase wants text messages: she gives her number, and the code that comes.
async fn gets_texts(house: &House, at: &Opened) {
    let program = || Actor::program("story", Via::Program);
    let mut work = at.realm.work(program()).await.unwrap();
    let aase = people::person_by_identity(work.tx(), "demo", "town-aase").await.unwrap().unwrap().id;
    notices::ask_mobile(&mut work, aase, "+4520123456").await.unwrap();
    work.commit().await.unwrap();
    let text = on_the_telephone(house, at).await.remove(0);
    let code = text.split(|c: char| !c.is_ascii_digit()).find(|word| word.len() >= 4).unwrap().to_owned();
    let mut work = at.realm.work(program()).await.unwrap();
    let answer = notices::confirm_code(&mut work, aase, &code).await.unwrap();
    assert_eq!(answer, notices::CodeAnswer::Right);
    notices::choose_channel(&mut work, aase, notices::Channel::Sms).await.unwrap();
    work.commit().await.unwrap();
}

#[tokio::test]
async fn what_is_applied_for_in_a_sandbox_is_answered_in_it_and_unknown_elsewhere() {
    let house = house(Engine::Sqlite).await;
    let (here, other) = (open(&house).await, open(&house).await);
    gets_texts(&house, &here).await;
    let cookie = here.cookie();
    let overview = get(&house, &here, &cookie, "/selvbetjening").await;
    assert!(overview.status == 200 && overview.body.contains("om-practice-mark"), "{}", overview.body);
    let first = send(&house, &here, &cookie, "/selvbetjening/folkepension", &[]).await;
    let application = first.rsplit_once('/').unwrap().0.to_owned();
    for (step, form) in [
        ("hvornaar", vec![("from", "2027-03-01")]),
        ("bolig", vec![("lives", "alone")]),
        ("indkomst", vec![("other-income", "no")]),
        ("formue", vec![("assets", "25.000")]),
        ("udbetaling", vec![("pay-to", "nemkonto")]),
    ] {
        send(&house, &here, &cookie, &format!("{application}/{step}"), &form).await;
    }
    send(&house, &here, &cookie, &application, &[("declared", "yes")]).await;
    let receipt = get(&house, &here, &cookie, &application).await;
    assert!(receipt.body.contains("25.000,00 kr."), "{}", receipt.body);
    // The receipt is in the post, and the telephone says that something came, and not what.
    let post = get(&house, &here, &cookie, "/post").await;
    assert!(post.body.contains("Kvittering: Folkepension"), "{}", post.body);
    let texts = on_the_telephone(&house, &here).await;
    assert!(texts[0].contains("ny post"), "{texts:?}");
    assert!(!texts.iter().any(|text| text.contains("ension")), "{texts:?}");

    // Neither another sandbox nor the live realm knows of it, whatever cookie comes.
    let elsewhere = get(&house, &other, &other.cookie(), &application).await;
    assert_eq!(elsewhere.status, 404);
    for cookie in [house.sign_in(AASE).await, cookie.clone(), String::new()] {
        for path in ["/selvbetjening", "/virk", "/virk/moms", application.as_str()] {
            assert_eq!(house.get_as(&cookie, path).await.status, 404, "{path}");
        }
    }
}

#[tokio::test]
async fn whoever_has_the_right_reports_for_the_nursery() {
    let house = house(Engine::Sqlite).await;
    let here = open(&house).await;
    // Jens signs, Karen was given VAT, and Niels by way of the accountant; Lars has wages alone.
    for (user_name, may) in [("jens", true), ("karen", true), ("niels", true), ("lars", false)] {
        let cookie = become_somebody(&house, &here, user_name).await;
        let page = get(&house, &here, &cookie, "/virk/moms").await;
        let offers = page.body.contains("name=\"whom\"");
        assert_eq!(offers, may, "{user_name}: {}", page.body);
        if !may {
            continue;
        }
        let (_, rest) = page.body.split_once("name=\"whom\" value=\"").unwrap();
        let company = rest.split_once('"').unwrap().0.to_owned();
        let first = send(&house, &here, &cookie, "/virk/moms", &[("whom", &company)]).await;
        let report = first.rsplit_once('/').unwrap().0.to_owned();
        let period = get(&house, &here, &cookie, &first).await;
        let (_, rest) = period.body.split_once("name=\"quarter\" value=\"").unwrap();
        let quarter = rest.split_once('"').unwrap().0.to_owned();
        send(&house, &here, &cookie, &format!("{report}/periode"), &[("quarter", &quarter)]).await;
        send(&house, &here, &cookie, &format!("{report}/handel"), &[("traded", "no")]).await;
        send(&house, &here, &cookie, &report, &[("declared", "yes")]).await;
        assert!(get(&house, &here, &cookie, &report).await.body.contains("0,00 kr."));
    }
}
