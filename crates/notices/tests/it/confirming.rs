//! Confirming addresses.

use http::StatusCode;
use jiff::SignedDuration;
use notices::{Asked, Channel};

use crate::world::{World, code_in, link_in, on_both};

on_both!(
    a_person_confirms_an_address_and_is_told_there,
    a_person_confirms_a_number_by_its_code,
    a_code_is_refused_after_five_tries,
    a_code_works_for_a_quarter_of_an_hour,
    a_link_works_for_a_day_and_a_newer_one_ends_it,
    asking_a_sixth_time_within_an_hour_is_too_often,
    the_old_address_stays_until_the_new_one_is_confirmed_and_is_then_told,
    an_address_that_is_deleted_is_told_and_forgotten,
    what_nobody_waits_for_any_more_is_not_sent,
    audit_records_show_addresses_masked,
);

async fn a_person_confirms_an_address_and_is_told_there(world: World) {
    let reply = world.post(&world.aase, "/min-side/kontakt/email", &[("email", " aase@Example.dk ")]).await;
    assert_eq!(
        (reply.status, reply.location.as_str()),
        (StatusCode::SEE_OTHER, "/min-side/kontakt?saved=email-sent")
    );
    assert_eq!(world.send().await, 1);
    let mail = world.mails().remove(0);
    assert_eq!(mail.to, "aase@example.dk");
    assert_eq!(mail.subject, "Er det din e-mail?");

    let link = link_in(&mail.text);
    assert!(link.starts_with("/bekraeft/") && link.len() > 70, "{link}");
    let opened = world.get_as_nobody(&link).await;
    opened.says(&["Ja, det er min e-mail", "a•••@example.dk"]);
    assert!(world.contact(&world.aase).await.ways().is_empty(), "opening the link confirms nothing");
    world.get(&world.aase, "/min-side/kontakt").await.says(&["Vi har sendt en mail til aase@example.dk"]);

    let confirmed = world.post_as_nobody(&link, &[]).await;
    assert_eq!((confirmed.status, &confirmed.location), (StatusCode::SEE_OTHER, &link));
    world.get_as_nobody(&link).await.says(&["Din e-mail er bekræftet"]);
    assert_eq!(world.post_as_nobody(&link, &[]).await.status, StatusCode::SEE_OTHER, "twice does no harm");

    world.empty_folders();
    world.tell(&world.aase).await;
    world.send().await;
    let told = world.mails().remove(0);
    assert_eq!((told.to.as_str(), told.subject.as_str()), ("aase@example.dk", "Din hjælper kommer"));
    assert!(told.text.contains("https://hjaelp.example.dk/min-side/aftaler/7"), "{}", told.text);
    assert!(told.text.contains("70 10 00 00"), "{}", told.text);
    assert!(told.message_id.ends_with("@hjaelp.example.dk"));
    let fates = world.fates(&world.aase).await;
    assert_eq!(fates[0], (Channel::Email, "sent", "a•••@example.dk".to_owned()));
}

async fn a_person_confirms_a_number_by_its_code(world: World) {
    let reply = world.post(&world.aase, "/min-side/kontakt/mobil", &[("mobile", "20 12 34 56")]).await;
    assert_eq!(reply.location, "/min-side/kontakt/kode");
    world.send().await;
    let (to, text) = world.texts().remove(0);
    assert_eq!(to, "+4520123456");
    world.get(&world.aase, "/min-side/kontakt/kode").await.says(&["20 12 34 56", "one-time-code"]);

    let code = code_in(&text);
    let spaced = format!("{} {}", &code[..3], &code[3..]);
    let reply = world.post(&world.aase, "/min-side/kontakt/kode", &[("code", &spaced)]).await;
    assert_eq!(reply.location, "/min-side/kontakt?saved=mobile-done");
    assert_eq!(world.contact(&world.aase).await.ways(), [Channel::Sms]);

    world.empty_folders();
    world.tell(&world.aase).await;
    world.send().await;
    let expected = ("+4520123456".to_owned(), "Bo kommer og hjælper dig på mandag.".to_owned());
    assert_eq!(world.texts(), [expected]);
    assert_eq!(world.fates(&world.aase).await[0], (Channel::Sms, "sent", "•• •• 34 56".to_owned()));
    let log = world.get(&world.aase, "/min-side/beskeder").await;
    assert!(!log.body.contains(&code) && log.body.contains("Din kode er ••••••"), "{}", log.body);
}

async fn a_code_is_refused_after_five_tries(world: World) {
    world.post(&world.aase, "/min-side/kontakt/mobil", &[("mobile", "20123456")]).await;
    world.send().await;
    let right = code_in(&world.texts().remove(0).1);
    let wrong = if right == "000000" { "000001" } else { "000000" };
    for left in ["4 gange", "3 gange", "2 gange", "én gang"] {
        let reply = world.post(&world.aase, "/min-side/kontakt/kode", &[("code", wrong)]).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
        reply.says(&[wrong, left]);
    }
    let fifth = world.post(&world.aase, "/min-side/kontakt/kode", &[("code", wrong)]).await;
    fifth.says(&["Koden virker ikke mere"]);
    let sixth = world.post(&world.aase, "/min-side/kontakt/kode", &[("code", &right)]).await;
    assert_eq!(sixth.status, StatusCode::UNPROCESSABLE_ENTITY);
    sixth.says(&["Koden virker ikke mere"]);
    assert!(world.contact(&world.aase).await.mobile.in_use.is_none());
    let tries = world.audit().await.iter().filter(|record| record.action == "contact.wrong_code").count();
    assert_eq!(tries, 5);

    world.empty_folders();
    world.post(&world.aase, "/min-side/kontakt/mobil", &[("mobile", "20 12 34 56")]).await;
    world.send().await;
    let new = code_in(&world.texts().remove(0).1);
    let reply = world.post(&world.aase, "/min-side/kontakt/kode", &[("code", &new)]).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "a new code has tries of its own");
}

async fn a_code_works_for_a_quarter_of_an_hour(world: World) {
    for (minutes, expected) in [(14, StatusCode::SEE_OTHER), (15, StatusCode::UNPROCESSABLE_ENTITY)] {
        let number = format!("2012345{}", minutes % 10);
        world.empty_folders();
        world.post(&world.aase, "/min-side/kontakt/mobil", &[("mobile", &number)]).await;
        world.send().await;
        let code = code_in(&world.texts().remove(0).1);
        world.minutes_later(minutes);
        let aase = world.signed_in_anew(&world.aase).await;
        let reply = world.post(&aase, "/min-side/kontakt/kode", &[("code", &code)]).await;
        assert_eq!(reply.status, expected, "after {minutes} minutes");
    }
}

async fn a_link_works_for_a_day_and_a_newer_one_ends_it(world: World) {
    let mut links = Vec::new();
    for _ in 0..2 {
        world.minutes_later(1);
        world.post(&world.aase, "/min-side/kontakt/email", &[("email", "aase@example.dk")]).await;
        world.send().await;
        links.push(link_in(&world.mails().pop().unwrap().text));
    }
    let (older, newer) = (&links[0], &links[1]);
    assert_ne!(older, newer);
    for reply in [world.get_as_nobody(older).await, world.post_as_nobody(older, &[]).await] {
        assert_eq!(reply.status, StatusCode::NOT_FOUND);
        reply.says(&["Linket virker ikke mere"]);
    }
    world.later(SignedDuration::from_hours(23));
    assert_eq!(world.get_as_nobody(newer).await.status, StatusCode::OK);
    world.later(SignedDuration::from_hours(1));
    assert_eq!(world.get_as_nobody(newer).await.status, StatusCode::NOT_FOUND);
    assert_eq!(world.post_as_nobody(newer, &[]).await.status, StatusCode::NOT_FOUND);
    let aase = world.signed_in_anew(&world.aase).await;
    world.get(&aase, "/min-side/kontakt").await.says(&["Du har ikke bekræftet aase@example.dk endnu"]);
}

async fn asking_a_sixth_time_within_an_hour_is_too_often(world: World) {
    for n in 0..5 {
        let path = if n % 2 == 0 { "email" } else { "mobil" };
        let fields = [("email", "aase@example.dk"), ("mobile", "20123456")];
        let reply = world.post(&world.aase, &format!("/min-side/kontakt/{path}"), &fields).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER);
    }
    let reply = world.post(&world.aase, "/min-side/kontakt/email", &[("email", "other@example.dk")]).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    reply.says(&["fem gange på en time", "value=\"other@example.dk\""]);
    let bo = world.post(&world.bo, "/min-side/kontakt/email", &[("email", "bo@example.dk")]).await;
    assert_eq!(bo.status, StatusCode::SEE_OTHER, "each person has a count of their own");
    world.minutes_later(61);
    let mut work = world.work().await;
    let asked = notices::ask_email(&mut work, world.aase.id, "other@example.dk").await.unwrap();
    assert_eq!(asked, Asked::Sent);
}

async fn the_old_address_stays_until_the_new_one_is_confirmed_and_is_then_told(world: World) {
    world.has_email(&world.aase, "old@example.dk").await;
    world.post(&world.aase, "/min-side/kontakt/email", &[("email", "new@example.dk")]).await;
    world.send().await;
    let link = link_in(&world.mails().remove(0).text);
    world.empty_folders();
    world.tell(&world.aase).await;
    world.send().await;
    assert_eq!(world.mails().remove(0).to, "old@example.dk", "not confirmed yet");

    world.empty_folders();
    world.post_as_nobody(&link, &[]).await;
    world.send().await;
    let told = world.mails().remove(0);
    assert_eq!((told.to.as_str(), told.subject.as_str()), ("old@example.dk", "Vi skriver nu et andet sted"));
    assert!(!told.raw.contains("new@example.dk"), "the new address is nobody else's");

    world.empty_folders();
    world.tell(&world.aase).await;
    world.send().await;
    assert_eq!(world.mails().remove(0).to, "new@example.dk");
}

async fn an_address_that_is_deleted_is_told_and_forgotten(world: World) {
    world.has_mobile(&world.aase, "20123456").await;
    let reply = world.post(&world.aase, "/min-side/kontakt/mobil", &[("mobile", " ")]).await;
    assert_eq!(reply.location, "/min-side/kontakt?saved=mobile-gone");
    world.send().await;
    let (to, text) = world.texts().remove(0);
    assert!(to == "+4520123456" && text.starts_with("Vi skriver ikke her mere"), "{text}");
    let contact = world.contact(&world.aase).await;
    assert!(contact.mobile.in_use.is_none() && contact.ways().is_empty());
    let again = world.post(&world.aase, "/min-side/kontakt/mobil", &[("mobile", "")]).await;
    assert_eq!((again.status, world.send().await), (StatusCode::SEE_OTHER, 0), "nothing is left to be told");
}

async fn what_nobody_waits_for_any_more_is_not_sent(world: World) {
    world.post(&world.aase, "/min-side/kontakt/mobil", &[("mobile", "20123456")]).await;
    world.minutes_later(61);
    world.send().await;
    assert!(world.texts().is_empty());
    assert_eq!(world.fates(&world.aase).await[0].1, "failed");
    let aase = world.signed_in_anew(&world.aase).await;
    world.get(&aase, "/min-side/kontakt/kode").await.says(&["Koden virker ikke mere"]);
}

async fn audit_records_show_addresses_masked(world: World) {
    world.has_email(&world.aase, "aase.holm@example.dk").await;
    world.has_mobile(&world.aase, "20123456").await;
    let street = [("street", "Eksempelgade 1"), ("postcode", "7100"), ("town", "Vejle")];
    world.post(&world.aase, "/min-side/kontakt/adresse", &street).await;
    let records = world.audit().await;
    let told = serde_json::to_string(&records).unwrap();
    for secret in ["aase.holm", "20123456", "Eksempelgade"] {
        assert!(!told.contains(secret), "{secret} in {told}");
    }
    for masked in ["a•••@example.dk", "•• •• 34 56", "7100 Vejle"] {
        assert!(told.contains(masked), "{masked} in {told}");
    }
    let mine = records.iter().filter(|record| record.subject_kind == "contact");
    assert!(mine.clone().count() >= 5 && mine.clone().all(|record| record.concerns == Some(world.aase.id)));
    let verified = realm::verify(&world.realm.store, |_, _| {}).await.unwrap();
    assert_eq!(usize::try_from(verified.records).unwrap(), records.len());
}

#[tokio::test]
async fn nothing_on_the_disk_opens_anything() {
    let world = World::on_sqlite().await;
    world.post(&world.aase, "/min-side/kontakt/email", &[("email", "aase@example.dk")]).await;
    world.post(&world.aase, "/min-side/kontakt/mobil", &[("mobile", "20123456")]).await;
    world.send().await;
    let code = code_in(&world.texts().remove(0).1);
    let link = link_in(&world.mails().remove(0).text);
    let token = link.strip_prefix("/bekraeft/").unwrap();
    world.empty_folders();
    let mut disk = Vec::new();
    for entry in std::fs::read_dir(world.folder.path()).unwrap() {
        disk.extend(std::fs::read(entry.unwrap().path()).unwrap());
    }
    let holds = |needle: &str| disk.windows(needle.len()).any(|window| window == needle.as_bytes());
    assert!(holds("notices_confirmation") && holds("Vejle Bibliotek"), "the right files were read");
    assert!(!holds(token), "the token of the link");
    assert!(!holds(&format!("er {code}")) && !holds(&format!("\"{code}\"")), "the code");
}
