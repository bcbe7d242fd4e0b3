//! Opening mailboxes by night, and the letter that lies in them.

use std::sync::Arc;

use access::Holder;
use basics::Language;
use mailbox::Way;
use mailbox::letters::Stored;
use memo::{ActionTarget, Message, Version, WriteOptions, id_type};

use crate::world::{BAKERY, PUBLIC, World, assert_plain, names_of_texts, on_both, site};

on_both!(
    a_mailbox_is_opened_in_the_night_of_the_fifteenth_birthday,
    newcomers_have_theirs_after_thirty_days,
    every_mailbox_of_a_long_night_is_opened_once,
    the_letter_is_a_memo_in_plain_words_and_in_the_readers_language,
    companies_have_mailboxes_too,
    whoever_became_exempt_before_the_day_stays_so,
    whoever_has_moved_away_by_then_gets_none,
    a_number_that_does_not_open_holds_nobody_up,
    the_page_for_beginners_says_everything_in_every_language,
);

const DINA: &str = "2511115234,Dina Vang,2011-11-25,,,,,\n";
const EMIL: &str = "0107901233,Emil Berg,2026-11-20,,,,,\n";

async fn a_mailbox_is_opened_in_the_night_of_the_fifteenth_birthday(world: World) {
    world.import(DINA).await;
    world.night().await;
    let dina = Holder::Person(world.person("2511115234").await.id);
    // Half past midnight in Denmark, by winter time.
    world.wait_until("2026-11-24T23:29:00Z");
    world.night().await;
    assert!(world.mailbox_of(dina).await.is_none(), "it is not half past midnight yet");
    world.wait_until("2026-11-24T23:30:00Z");
    world.night().await;
    let opened = world.mailbox_of(dina).await.unwrap();
    assert_eq!((opened.way, opened.letters), (Way::Digital, 1));
    assert_eq!(world.inbox(dina).await[0].0.head.subject, "Nu har du Digital Post");
    world.wait_until("2026-11-26T06:00:00Z");
    world.night().await;
    assert_eq!(world.inbox(dina).await.len(), 1, "there is one such letter in a life");
    world.import(DINA).await;
    world.wait_until("2026-11-27T06:00:00Z");
    world.night().await;
    assert_eq!(world.inbox(dina).await.len(), 1);
}

async fn newcomers_have_theirs_after_thirty_days(world: World) {
    world.import(EMIL).await;
    world.night().await;
    let emil = Holder::Person(world.person("0107901233").await.id);
    world.wait_until("2026-12-19T06:00:00Z");
    world.night().await;
    assert!(world.mailbox_of(emil).await.is_none());
    world.wait_until("2026-12-20T06:00:00Z");
    world.night().await;
    assert!(world.mailbox_of(emil).await.is_some());
}

async fn every_mailbox_of_a_long_night_is_opened_once(world: World) {
    let numbers: Vec<String> =
        (0..230).map(|n| format!("{:02}{:02}60{n:04}", n % 28 + 1, n % 12 + 1)).collect();
    let rows: String = numbers.iter().map(|cpr| format!("{cpr},Nr. {cpr},1990-01-01,,,,,\n")).collect();
    world.import(&rows).await;
    world.night().await;
    world.wait_until("2026-11-25T06:00:00Z");
    world.night().await;
    for cpr in &numbers {
        let holder = Holder::Person(world.person(cpr).await.id);
        assert_eq!(world.mailbox_of(holder).await.map(|opened| opened.letters), Some(1), "{cpr}");
    }
    world.wait_until("2026-11-26T06:00:00Z");
    assert_eq!(world.night().await, 3, "nothing is left for the next night");
}

/// The one letter of a mailbox, as a document that others can read.
async fn welcome(world: &World, holder: Holder) -> (Message<Vec<u8>>, String) {
    let (_, message) = world.inbox(holder).await.remove(0);
    let Stored::Inside(html) = message.files().next().unwrap().content.clone() else {
        panic!("a short letter lies in the message");
    };
    let html = String::from_utf8(html).unwrap();
    let mut whole = Message::<Vec<u8>>::new(message.version, message.header.clone());
    let body = message.body.unwrap();
    let file = &body.main_document.files[0];
    let file =
        memo::File::new(&file.encoding_format, &file.filename, &file.language, html.clone().into_bytes());
    let mut main = memo::MainDocument::new(file);
    main.actions = body.main_document.actions;
    whole.body = Some(memo::MessageBody::new(body.created_date_time, main));
    (whole, html)
}

async fn the_letter_is_a_memo_in_plain_words_and_in_the_readers_language(world: World) {
    let languages =
        [("2511115234", Language::Da), ("2511115342", Language::Ar), ("2511115466", Language::Tr)];
    for (cpr, language) in languages {
        world.import(&format!("{cpr},Dina Vang,2011-11-25,,,,,\n")).await;
        let dina = world.person(cpr).await.id;
        let mut work = world.work().await;
        notices::choose_language(&mut work, dina, language).await.unwrap();
        work.commit().await.unwrap();
    }
    world.night().await;
    world.wait_until("2026-11-25T06:00:00Z");
    world.night().await;

    let danish = Holder::Person(world.person("2511115234").await.id);
    let (message, html) = welcome(&world, danish).await;
    assert_eq!(message.version, Version::V1_2);
    memo::check(&message, &WriteOptions::default()).unwrap();
    let header = &message.header;
    assert_eq!(
        (header.sender.label.as_str(), header.sender.id_type.as_str()),
        ("Omtanke", id_type::AUTHORITY)
    );
    assert_eq!((header.recipient.recipient_id.as_str(), header.reply), ("2511115234", Some(false)));
    let action = message.actions().next().unwrap();
    assert_eq!(action.action_code, "SELVBETJENING");
    let Some(ActionTarget::EntryPoint(leads_to)) = &action.target else { panic!("{action:?}") };
    assert_eq!(leads_to.url, format!("{PUBLIC}/post/velkommen"));
    assert_plain("the letter", &html);
    assert_eq!(html.matches("<section").count(), 1, "Danish is not said twice");

    let arabic = Holder::Person(world.person("2511115342").await.id);
    let (message, html) = welcome(&world, arabic).await;
    assert_eq!(message.header.label, "لديكم الآن Digital Post");
    memo::check(&message, &WriteOptions::default()).unwrap();
    let (first, second) = html.split_once("<hr>").unwrap();
    assert!(
        first.contains("<section lang=\"ar\" dir=\"rtl\">")
            && second.contains("<section lang=\"da\" dir=\"ltr\">")
    );
    assert!(second.contains("<h1>Nu har du Digital Post</h1>"));
    let turkish = Holder::Person(world.person("2511115466").await.id);
    assert_eq!(welcome(&world, turkish).await.0.header.label, "Artık Digital Post’unuz var");
}

async fn companies_have_mailboxes_too(world: World) {
    world.night().await;
    world.wait_until("2026-11-25T06:00:00Z");
    world.night().await;
    let bakery = Holder::Organisation(world.bakery);
    let (message, html) = welcome(&world, bakery).await;
    assert_eq!(message.header.label, "Nu har I Digital Post");
    assert_eq!((message.header.recipient.recipient_id.as_str(), html.contains("afdeling")), (BAKERY, true));
    memo::check(&message, &WriteOptions::default()).unwrap();
    assert_plain("the letter to a company", &html);
    // Forty more than are opened at once, among others without a number.
    let mut work = world.work().await;
    let mut new = Vec::new();
    for n in (1_000_000..).filter_map(|n: u32| (0..10).find_map(|c| format!("{n}{c}").parse().ok())).take(140)
    {
        let mut details = people::OrganisationDetails::new("Smed", people::OrganisationKind::Company);
        details.cvr = Some(n);
        new.push(people::create_organisation(&mut work, details).await.unwrap().id);
        let club = people::OrganisationDetails::new("Klub", people::OrganisationKind::Association);
        people::create_organisation(&mut work, club).await.unwrap();
    }
    work.commit().await.unwrap();
    for night in ["2026-11-26T06:00:00Z", "2026-11-27T06:00:00Z"] {
        world.wait_until(night);
        world.night().await;
        for company in &new {
            let opened = world.mailbox_of(Holder::Organisation(*company)).await;
            assert_eq!(opened.map(|opened| opened.letters), Some(1), "{night}");
        }
        assert_eq!(world.inbox(bakery).await.len(), 1);
    }
}

async fn whoever_became_exempt_before_the_day_stays_so(world: World) {
    world.import("0202701111,Bo Holm,2026-11-20,,,,,\n").await;
    world.night().await;
    world.is_made_exempt(&world.bo, false).await;
    world.wait_until("2026-12-20T06:00:00Z");
    world.night().await;
    assert_eq!(world.way_of(&world.bo).await, Way::Paper);
    assert!(world.inbox(Holder::Person(world.bo.id)).await.is_empty());
    let tx = world.realm.read().await.unwrap();
    assert!(enrolment::resident_of(&tx, world.bo.id).await.unwrap().unwrap().is_opened);
}

async fn whoever_has_moved_away_by_then_gets_none(world: World) {
    world.import("2511115234,Dina Vang,2011-11-25,2026-11-25,,,,\n").await;
    world.night().await;
    world.wait_until("2026-11-26T06:00:00Z");
    world.night().await;
    let dina = Holder::Person(world.person("2511115234").await.id);
    assert!(
        world.mailbox_of(dina).await.is_none(),
        "the night of the birthday was missed, and now she is away"
    );
}

async fn a_number_that_does_not_open_holds_nobody_up(world: World) {
    world.import(DINA).await;
    world.night().await;
    let dina = Holder::Person(world.person("2511115234").await.id);
    world.wait_until("2026-11-25T06:00:00Z");
    // The same world after its keys were lost.
    let clock = realm::Clock::standing_at(world.realm.now());
    let chance = realm::Chance::seeded(8);
    let store = world.realm.store.clone();
    let other = Arc::new(realm::Realm::new(realm::RealmKind::Live, "", store, clock, chance));
    let jobs = enrolment::wire(jobs::Jobs::new(), Arc::new(site()));
    jobs::Runner::new(other.clone(), Arc::new(jobs), "one").drain().await.unwrap();
    let tx = other.read().await.unwrap();
    let opened = mailbox::mailbox_of(&tx, &other.vault, dina).await.unwrap().unwrap();
    assert_eq!(opened.letters, 0);
    let Holder::Person(dina) = dina else { panic!("Dina is a person") };
    assert!(enrolment::resident_of(&tx, dina).await.unwrap().unwrap().is_opened);
}

async fn the_page_for_beginners_says_everything_in_every_language(world: World) {
    for language in Language::ALL {
        let page = world.get_as_nobody(&format!("/post/velkommen?lang={}", language.code())).await.ok();
        page.says(&[
            &format!("<html lang=\"{}\" dir=\"{}\"", language.code(), language.direction().as_str()),
            "href=\"/find-hjaelp\"",
            "href=\"/min-side/fritagelse\"",
            "NemSMS",
        ]);
        assert_eq!(names_of_texts(&page.body), [""; 0]);
        assert_eq!(
            page.body.matches("<h2>").count(),
            5 + 3 + 2,
            "five steps, three questions and the footer's two"
        );
    }
    assert_plain("the page for beginners", &world.get_as_nobody("/post/velkommen").await.body);
}
