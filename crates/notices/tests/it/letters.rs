//! Letters: printing them, and marking what was put in the post.

use basics::Language;
use http::StatusCode;
use jiff::SignedDuration;
use notices::{Channel, Notice};
use words::Words;

use crate::world::{Person, World, example_street, on_both, visit};

on_both!(
    letters_that_came_while_printing_are_not_marked,
    a_letter_is_printed_with_its_address_in_the_window,
    an_arabic_letter_runs_from_the_right_and_its_address_does_not,
    a_letter_can_be_printed_again,
    the_queue_can_be_asked_for_a_language_and_an_age,
    two_who_mark_the_same_letters_mark_them_once,
    a_letter_without_an_address_is_not_printed,
    who_takes_the_address_away_is_told_by_mail_instead,
    letters_are_for_those_who_print_them,
);

async fn by_letter(world: &World, person: &Person) {
    world.has_address(person).await;
    world.chooses(person, Channel::Letter).await;
}

/// The ids that the page would mark.
fn marked_by(page: &str) -> Vec<String> {
    let after = page.split("name=\"id\" value=\"").skip(1);
    after.map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

async fn print(world: &World) -> (Vec<String>, String) {
    let page = world.get(&world.erik, "/staff/letters/print").await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    (marked_by(&page.body), page.body)
}

async fn mark(world: &World, ids: &[String]) -> String {
    let fields: Vec<(&str, &str)> = ids.iter().map(|id| ("id", id.as_str())).collect();
    world.post(&world.erik, "/staff/letters/posted", &fields).await.location
}

async fn letters_that_came_while_printing_are_not_marked(world: World) {
    by_letter(&world, &world.aase).await;
    by_letter(&world, &world.bo).await;
    world.tell(&world.aase).await;
    let (ids, _) = print(&world).await;
    assert_eq!(ids.len(), 1);
    world.tell(&world.bo).await;
    assert_eq!(mark(&world, &ids).await, "/staff/letters?marked=1");
    world.get(&world.erik, "/staff/letters?marked=1").await.says(&["Ét brev er mærket som sendt", "Bo Lind"]);
    assert_eq!(world.fates(&world.aase).await, [(Channel::Letter, "posted", "7100 Vejle".to_owned())]);
    assert_eq!(world.fates(&world.bo).await, [(Channel::Letter, "waiting", String::new())]);
    assert_eq!(world.figures().await.letters, 1);
    let about_aase: Vec<_> = world
        .audit()
        .await
        .into_iter()
        .filter(|record| record.concerns == Some(world.aase.id) && record.subject_kind == "message")
        .map(|record| (record.action, record.actor))
        .collect();
    let erik = Some(world.erik.id);
    assert_eq!(about_aase, [("letter.post".to_owned(), erik), ("letter.print".to_owned(), erik)]);
}

async fn a_letter_is_printed_with_its_address_in_the_window(world: World) {
    by_letter(&world, &world.aase).await;
    world.tell(&world.aase).await;
    let (_, page) = print(&world).await;
    let window = page.split("<address class=\"om-letter-window\"").nth(1).unwrap();
    let window = window.split("</address>").next().unwrap();
    let at = |text: &str| window.find(text).unwrap_or_else(|| panic!("{text} in {window}"));
    let lines = ["Aase Holm", "c/o Jensen", "Eksempelgade 1, 2. tv.", "7100 Vejle"].map(at);
    assert!(lines.is_sorted(), "{window}");
    for expected in [
        "/assets/letter.",
        "tirsdag 24. november 2026",
        "Bo kommer<br>og hjælper dig på mandag.",
        "https://hjaelp.example.dk/min-side/aftaler/7",
        "Ring 70 10 00 00",
    ] {
        assert!(page.contains(expected), "{expected} in {page}");
    }
}

async fn an_arabic_letter_runs_from_the_right_and_its_address_does_not(world: World) {
    by_letter(&world, &world.aase).await;
    let mut work = world.work().await;
    notices::choose_language(&mut work, world.aase.id, Language::Ar).await.unwrap();
    work.commit().await.unwrap();
    let arabic =
        |words: &'static Words| Notice { subject: "مساعدكم قادم".to_owned(), ..visit(words) };
    world.tell_this(&world.aase, arabic).await.unwrap();
    let (_, page) = print(&world).await;
    assert!(page.contains("<article class=\"om-letter\" lang=\"ar\" dir=\"rtl\">"), "{page}");
    assert!(page.contains("<address class=\"om-letter-window\" lang=\"da\" dir=\"ltr\">"), "{page}");
    assert!(page.contains("نوفمبر"), "the date is in Arabic: {page}");
}

async fn a_letter_can_be_printed_again(world: World) {
    by_letter(&world, &world.aase).await;
    world.tell(&world.aase).await;
    let (ids, _) = print(&world).await;
    mark(&world, &ids).await;
    let history = world.get(&world.erik, "/staff/letters/posted").await;
    let again = format!("/staff/letters/print?id={}", ids[0]);
    history.says(&["Aase Holm", &again]);
    let page = world.get(&world.erik, &again).await;
    page.says(&["Eksempelgade 1"]);
    assert!(marked_by(&page.body).is_empty(), "it is marked already");
    assert_eq!(mark(&world, &ids).await, "/staff/letters?marked=0");
    let prints = world.audit().await.into_iter().filter(|record| record.action == "letter.print").count();
    assert_eq!(prints, 2);
    for unknown in ["nonsense", "00000000-0000-7000-8000-000000000000"] {
        let page = world.get(&world.erik, &format!("/staff/letters/print?id={unknown}")).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND);
    }
}

async fn the_queue_can_be_asked_for_a_language_and_an_age(world: World) {
    by_letter(&world, &world.aase).await;
    by_letter(&world, &world.bo).await;
    let mut work = world.work().await;
    notices::choose_language(&mut work, world.bo.id, Language::Tr).await.unwrap();
    work.commit().await.unwrap();
    world.tell(&world.aase).await;
    world.later(SignedDuration::from_hours(73));
    world.tell(&world.bo).await;
    let erik = world.signed_in_anew(&world.erik).await;
    for (query, aase, bo) in [
        ("", true, true),
        ("?language=tr", false, true),
        ("?age=3", true, false),
        ("?age=7", false, false),
        ("?language=xx&age=nonsense", true, true),
    ] {
        for page in ["/staff/letters", "/staff/letters/print"] {
            let body = world.get(&erik, &format!("{page}{query}")).await.body;
            assert_eq!((body.contains("Aase Holm"), body.contains("Bo Lind")), (aase, bo), "{page}{query}");
        }
    }
    let list = world.get(&erik, "/staff/letters?language=tr&age=0").await;
    list.says(&["/staff/letters/print?language=tr&#38;age=0", "Der er ét brev"]);
    let figures = world.figures().await;
    assert_eq!(figures.letters, 2);
    let oldest = world.realm.now().duration_since(figures.oldest_letter.unwrap());
    assert_eq!(oldest.as_hours(), 73);
}

async fn two_who_mark_the_same_letters_mark_them_once(world: World) {
    by_letter(&world, &world.aase).await;
    for _ in 0..4 {
        world.tell(&world.aase).await;
    }
    let (ids, _) = print(&world).await;
    let backwards: Vec<String> = ids.iter().rev().cloned().collect();
    let (one, other) = tokio::join!(mark(&world, &ids), mark(&world, &backwards));
    let mut both = [one, other];
    both.sort();
    assert_eq!(both, ["/staff/letters?marked=0", "/staff/letters?marked=4"]);
    let posted = world.audit().await.into_iter().filter(|record| record.action == "letter.post").count();
    assert_eq!(posted, 4);
    assert_eq!(
        world.post(&world.erik, "/staff/letters/posted", &[("id", "x")]).await.status,
        StatusCode::BAD_REQUEST
    );
}

async fn a_letter_without_an_address_is_not_printed(world: World) {
    by_letter(&world, &world.aase).await;
    world.tell(&world.aase).await;
    let empty = [("street", ""), ("extra", ""), ("postcode", ""), ("town", "")];
    let reply = world.post(&world.aase, "/min-side/kontakt/adresse", &empty).await;
    assert_eq!(reply.location, "/min-side/kontakt?saved=address-gone");
    let (ids, page) = print(&world).await;
    assert!(ids.is_empty() && !page.contains("Aase Holm"), "{page}");
    world.get(&world.erik, "/staff/letters").await.says(&["Kan ikke sendes", "Aase Holm"]);
    assert_eq!((world.figures().await.letters, world.figures().await.unsendable), (0, 1));

    let mut work = world.work().await;
    notices::set_address(&mut work, world.aase.id, Some(example_street())).await.unwrap();
    work.commit().await.unwrap();
    assert_eq!(print(&world).await.0.len(), 1, "it is printed once there is an address again");
}

async fn who_takes_the_address_away_is_told_by_mail_instead(world: World) {
    world.has_email(&world.aase, "aase@example.dk").await;
    by_letter(&world, &world.aase).await;
    world.tell(&world.aase).await;
    let mut work = world.work().await;
    notices::set_address(&mut work, world.aase.id, None).await.unwrap();
    work.commit().await.unwrap();
    world.send().await;
    assert_eq!(world.mails().remove(0).subject, "Din hjælper kommer");
    assert_eq!((world.figures().await.letters, world.figures().await.unsendable), (0, 0));
}

async fn letters_are_for_those_who_print_them(world: World) {
    for path in ["/staff/letters", "/staff/letters/print", "/staff/letters/posted"] {
        assert_eq!(world.get(&world.conny, path).await.status, StatusCode::FORBIDDEN, "{path}");
        assert_eq!(world.get_as_nobody(path).await.status, StatusCode::UNAUTHORIZED, "{path}");
        assert_eq!(world.get(&world.erik, path).await.status, StatusCode::OK, "{path}");
    }
    for path in ["/staff/letters/posted", "/staff/letters/told-in-person"] {
        assert_eq!(world.post(&world.conny, path, &[]).await.status, StatusCode::FORBIDDEN, "{path}");
        assert_eq!(world.post_as_nobody(path, &[]).await.status, StatusCode::UNAUTHORIZED, "{path}");
    }
}
