//! Post on paper, for those who are exempt.

use basics::Id;
use http::StatusCode;
use jiff::SignedDuration;
use mailbox::paper;
use memo::{AdditionalDocument, File};

use crate::world::{Person, World, on_both};

on_both!(
    a_letter_for_somebody_exempt_is_printed_posted_and_comes_back,
    a_confirmation_and_older_letters_go_the_same_way,
    files_of_a_letter_are_opened_for_printing,
    what_has_no_address_is_shown_as_such_and_holds_nobody_up,
    a_letter_that_waits_for_its_day_is_not_printed_before,
    two_who_print_at_once_print_different_letters,
    paper_post_is_for_those_who_print,
);

const PAGE: &str = "/staff/paper-post";

async fn exempt(world: &World, who: &Person) {
    world.has_address(who).await;
    world.goes_on_paper(who).await;
}

async fn print(world: &World) -> (String, crate::world::Reply) {
    let path = world.post(&world.tove, "/staff/paper-post/batches", &[]).await.went();
    assert!(path.starts_with("/staff/paper-post/batches/"), "{path}");
    let page = world.get(&world.tove, &path).await.ok();
    (path, page)
}

/// The numbers on the address pages.
fn numbers(page: &str) -> Vec<String> {
    page.split("Brev nr. ").skip(1).map(|rest| rest.split('<').next().unwrap().trim().to_owned()).collect()
}

async fn a_letter_for_somebody_exempt_is_printed_posted_and_comes_back(world: World) {
    exempt(&world, &world.aase).await;
    world.gets(&world.aase, |message| message.header.label = "Ny tid <script>".to_owned()).await;
    world.get(&world.tove, PAGE).await.ok().says(&["Der er ét brev at skrive ud", "Nye breve"]);
    let (path, page) = print(&world).await;
    let window = page.body.split("<address class=\"om-letter-window\"").nth(1).unwrap();
    let window = window.split("</address>").next().unwrap();
    let at = |text: &str| window.find(text).unwrap_or_else(|| panic!("{text} in {window}"));
    assert!(["Aase Holm", "Eksempelgade 1, 2. tv.", "7100 Vejle"].map(at).is_sorted(), "{window}");
    page.says(&["Kom på torsdag kl. 10.", "Ny tid &#60;script&#62;", "Vejle Kommune", "/assets/letter."]);
    page.says_not(&["<script>alert", world.aase.cpr]);
    let number = numbers(&page.body).remove(0);
    // Until it is marked it is still to be posted, and can be printed again as it was.
    let again = world.get(&world.tove, &path).await.ok();
    assert_eq!(numbers(&again.body), std::slice::from_ref(&number));
    assert_eq!(
        world.post(&world.tove, &format!("{path}/posted"), &[]).await.went(),
        format!("{PAGE}?marked=1")
    );
    assert_eq!(
        world.post(&world.tove, &format!("{path}/posted"), &[]).await.went(),
        format!("{PAGE}?marked=0")
    );
    world.get(&world.tove, PAGE).await.ok().says(&["Der er ingen breve at skrive ud"]);
    // It comes back.
    let found = world.get(&world.tove, &format!("{PAGE}?number={number}")).await.ok();
    found.says(&["Aase Holm", "Det kom tilbage", "(Sendt, "]);
    let letter = found.body.split("/staff/paper-post/letters/").nth(1).unwrap();
    let letter = letter.split(['/', '"']).next().unwrap().to_owned();
    world.post(&world.tove, &format!("/staff/paper-post/letters/{letter}/returned"), &[]).await.went();
    world.get(&world.tove, PAGE).await.ok().says(&["Kom tilbage", &number, "Send igen"]);
    world.post(&world.tove, &format!("/staff/paper-post/letters/{letter}/again"), &[]).await.went();
    let (_, page) = print(&world).await;
    assert_ne!(numbers(&page.body), std::slice::from_ref(&number));
    let gone = world.get(&world.tove, &format!("{PAGE}?number={number}")).await;
    gone.says(&["Vi kender ikke nummeret"]);
    let done: Vec<String> = world
        .done_about(&world.aase)
        .await
        .into_iter()
        .filter(|action| action.starts_with("letter.") || action.starts_with("paper."))
        .collect();
    let expected =
        ["letter.print", "letter.print", "letter.post", "paper.return", "paper.again", "letter.print"];
    assert_eq!(done, expected);
}

async fn a_confirmation_and_older_letters_go_the_same_way(mut world: World) {
    let (_, opened) = world.gets(&world.aase, |_| {}).await;
    world.opens(&world.aase, opened).await;
    world.gets(&world.aase, |message| message.header.label = "Gammelt brev".to_owned()).await;
    world.days_later(1);
    let since = world.realm.now();
    world.gets(&world.aase, |message| message.header.label = "Uåbnet brev".to_owned()).await;
    exempt(&world, &world.aase).await;
    let mailbox = world.mailbox_of(&world.aase).await;
    let mut work = world.work().await;
    paper::queue_confirmation(&mut work, &mailbox).await.unwrap();
    assert_eq!(paper::queue_older(&mut work, &mailbox, since).await.unwrap(), 1);
    assert_eq!(paper::queue_older(&mut work, &mailbox, since).await.unwrap(), 0);
    let longer = since - SignedDuration::from_hours(48);
    assert_eq!(paper::queue_older(&mut work, &mailbox, longer).await.unwrap(), 1);
    paper::queue_warning(&mut work, &mailbox).await.unwrap();
    work.commit().await.unwrap();
    world.tove = world.signed_in_anew(&world.tove).await;
    world.get(&world.tove, PAGE).await.ok().says(&[
        "Der er 4 breve at skrive ud",
        "Bekræftelser",
        "Ældre breve",
        "Varsler",
    ]);
    let (_, page) = print(&world).await;
    page.says(&[
        "Du er fritaget for Digital Post",
        "Uåbnet brev",
        "Gammelt brev",
        "kom til din digitale postkasse den",
        "Din fritagelse for Digital Post slutter snart",
    ]);
    assert_eq!(numbers(&page.body).len(), 4);
}

async fn files_of_a_letter_are_opened_for_printing(world: World) {
    exempt(&world, &world.aase).await;
    let pdf = [b"%PDF-1.7\n".as_slice(), &vec![b'x'; 600_000], b"\n%%EOF\n"].concat();
    world
        .gets(&world.aase, |message| {
            let body = message.body.as_mut().unwrap();
            let file = File::new("application/pdf", "plan.pdf", "da", pdf.clone());
            body.additional_documents.push(AdditionalDocument::new(file));
            let program = File::new("application/pdf", "regning.pdf", "da", b"MZ\x90\x00 program".to_vec());
            body.additional_documents.push(AdditionalDocument::new(program));
        })
        .await;
    let (_, page) = print(&world).await;
    page.says(&["Til brevet hører: plan.pdf", ": plan.pdf"]);
    let href = page.body.split("href=\"").find(|rest| rest.contains("/files/1")).unwrap();
    let href = href.split('"').next().unwrap();
    let file = world.get(&world.tove, href).await.ok();
    assert_eq!(file.header("content-type"), "application/pdf");
    assert!(
        file.header("content-disposition").starts_with("inline; filename=\"plan.pdf\""),
        "{}",
        file.header("content-disposition")
    );
    assert!(file.bytes == pdf);
    let program = world.get(&world.tove, &href.replace("/files/1", "/files/2")).await;
    assert_eq!(program.status, StatusCode::FORBIDDEN);
    assert_eq!(
        world.get(&world.tove, &href.replace("/files/1", "/files/9")).await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(world.get(&world.bo, href).await.status, StatusCode::FORBIDDEN);
}

async fn what_has_no_address_is_shown_as_such_and_holds_nobody_up(world: World) {
    world.goes_on_paper(&world.aase).await;
    world.gets(&world.aase, |_| {}).await;
    let empty = world.post(&world.tove, "/staff/paper-post/batches", &[]).await.went();
    assert_eq!(empty, format!("{PAGE}?saved=nothing"));
    world.get(&world.tove, &empty).await.ok().says(&[
        "Uden kendt adresse",
        "Aase Holm",
        "Der mangler adresser",
    ]);
    world.opens_mailbox(access::Holder::Person(world.bo.id)).await;
    exempt(&world, &world.bo).await;
    world.gets(&world.bo, |_| {}).await;
    let (_, page) = print(&world).await;
    page.says(&["Bo Holm"]);
    page.says_not(&["Aase Holm"]);
    world.has_address(&world.aase).await;
    print(&world).await.1.says(&["Aase Holm"]);
}

async fn a_letter_that_waits_for_its_day_is_not_printed_before(world: World) {
    exempt(&world, &world.aase).await;
    let day = memo::Day { date: jiff::civil::date(2026, 11, 25), offset: None };
    world.gets(&world.aase, |message| message.header.do_not_deliver_until_date = Some(day)).await;
    world.get(&world.tove, PAGE).await.ok().says(&["Der er ingen breve at skrive ud"]);
    world.wait_until("2026-11-25T06:00:00Z");
    let tove = world.signed_in_anew(&world.tove).await;
    world.get(&tove, PAGE).await.ok().says(&["Der er ét brev at skrive ud"]);
}

async fn two_who_print_at_once_print_different_letters(world: World) {
    exempt(&world, &world.aase).await;
    for _ in 0..60 {
        world.gets(&world.aase, |_| {}).await;
    }
    let batches = ["/staff/paper-post/batches"; 2];
    let one = world.post(&world.tove, batches[0], &[]);
    let other = world.post(&world.erik, batches[1], &[]);
    let (one, other) = tokio::join!(one, other);
    let mut all = Vec::new();
    for path in [one.went(), other.went()] {
        all.extend(numbers(&world.get(&world.tove, &path).await.ok().body));
    }
    assert_eq!(all.len(), 60);
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 60);
}

async fn paper_post_is_for_those_who_print(world: World) {
    exempt(&world, &world.aase).await;
    world.gets(&world.aase, |_| {}).await;
    let (path, _) = print(&world).await;
    for who in [&world.aase, &world.mette] {
        for page in [PAGE, &path] {
            assert_eq!(world.get(who, page).await.status, StatusCode::FORBIDDEN, "{page}");
        }
    }
    let none: Id<paper::BatchTag> = Id::from_uuid(uuid::Uuid::max());
    let unknown = world.get(&world.tove, &format!("/staff/paper-post/batches/{none}")).await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    for number in ["", "x", "-1", "99999999999999999999", "10500"] {
        assert_eq!(world.get(&world.tove, &format!("{PAGE}?number={number}")).await.status, StatusCode::OK);
    }
}
