//! One letter as a page: what it shows, its files and their headers, paper, calendar, and everything at once.

use std::io::{Cursor, Read as _};

use access::Holder;
use basics::Id;
use http::StatusCode;
use mailbox::letters::LetterTag;
use memo::{
    Action, ActionTarget, AdditionalDocument, EntryPoint, File, Message, Reservation, TechnicalDocument,
};

use crate::world::{Reply, World, on_both};

on_both![
    a_letter_says_what_it_says_and_is_seen_from_then_on,
    a_page_from_outside_runs_nothing,
    a_letter_without_a_page_shows_what_it_has,
    an_appointment_comes_with_a_calendar_entry,
    what_can_be_done_says_where_it_leads_and_when,
    files_are_served_as_what_they_are_and_closed_in,
    a_program_is_not_handed_out_whatever_it_is_called,
    a_large_file_comes_whole,
    a_letter_is_printed_with_its_address,
    everything_comes_in_a_zip_with_safe_names,
    the_letter_is_handed_out_as_it_came,
    the_deadline_is_counted_from_today,
];

const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89";

fn attach(message: &mut Message<Vec<u8>>, mime: &str, name: &str, bytes: &[u8]) {
    let file = File::new(mime, name, "da", bytes.to_vec());
    message.body.as_mut().unwrap().additional_documents.push(AdditionalDocument::new(file));
}

fn writes(message: &mut Message<Vec<u8>>, page: &str) {
    message.body.as_mut().unwrap().main_document.files[0].content = page.as_bytes().to_vec();
}

async fn page_of(world: &World, letter: Id<LetterTag>) -> Reply {
    world.get(&world.aase, &format!("/post/brev/{letter}")).await.ok()
}

async fn file_of(world: &World, letter: Id<LetterTag>, rest: &str) -> Reply {
    world.get(&world.aase, &format!("/post/brev/{letter}/fil/{rest}")).await
}

fn policy(reply: &Reply) -> &str {
    reply.headers["content-security-policy"].to_str().unwrap()
}

async fn a_letter_says_what_it_says_and_is_seen_from_then_on(world: World) {
    let (_, letter) = world
        .gets(&world.aase, |message| {
            message.header.sender.label = "Jobcenter Vejle".to_owned();
            message.header.notification = Some("Kom til samtale.".to_owned());
            message.header.legal_notification = Some(true);
            message.header.reply = Some(true);
        })
        .await;
    world.get(&world.aase, "/post").await.ok().says(&["om-mail-new"]);
    let page = page_of(&world, letter).await;
    page.says(&[
        "<h1><bdi>Din tid på rådhuset</bdi></h1>",
        "Fra Jobcenter Vejle",
        "Sendt af <bdi>Vejle Kommune</bdi>",
        "Kom søndag 22. november 2026 kl. 10.31. Brevet gælder fra den dag.",
        "Kort sagt:",
        "Kom til samtale.",
        "<article class=\"om-mail-body\" lang=\"da\" dir=\"ltr\">",
        "<p>Kom på torsdag kl. 10.</p>",
        &format!("/post/brev/{letter}/svar"),
        &format!("/post/brev/{letter}/videresend"),
        "Brevet kan give dig en frist eller en pligt.",
    ]);
    page.says_not(&["Bilag</h2>", "Læs dette, før du åbner brevet"]);
    assert!(policy(&page).contains("img-src 'self' data:;"), "{}", policy(&page));
    world.get(&world.aase, "/post").await.ok().says_not(&["om-mail-new"]);
    page_of(&world, letter).await;
    let opened = world.done_about(&world.aase).await.into_iter().filter(|done| done == "letter.open").count();
    assert_eq!(opened, 1, "reading it again is no news");
    let form = [("letter", letter.to_string()), ("act", "unread".to_owned())];
    let form = form.each_ref().map(|(name, value)| (*name, value.as_str()));
    world.post(&world.aase, "/post/sorter", &form).await.went();
    world.get(&world.aase, "/post").await.ok().says(&["om-mail-new"]);
}

async fn a_page_from_outside_runs_nothing(world: World) {
    let (_, letter) = world
        .gets(&world.aase, |message| {
            writes(
                message,
                "<html><head><style>*{display:none}</style></head><body onload=alert(1)><script>alert(2)</script>\
                 <h1>Hej</h1><p style=\"color:red\">Aase</p><img src=\"https://evil.example/spor.gif\" alt=\"Logo\">\
                 <form action=\"https://evil.example\"><input name=kode></form><iframe src=x></iframe>\
                 <a href=\"javascript:alert(3)\">Tryk</a> <a href=\"https://vejle.dk/\">Vejle</a></body></html>",
            );
        })
        .await;
    let page = page_of(&world, letter).await;
    let article = page.body.split("<article").nth(1).unwrap().split("</article>").next().unwrap();
    for gone in ["script", "style", "onload", "evil.example", "<form", "<input", "<iframe", "javascript:"] {
        assert!(!article.contains(gone), "{gone} in {article}");
    }
    assert!(article.contains("<h2>Hej</h2>") && article.contains("rel=\"noopener noreferrer nofollow\""));
    page.says(&["Vi viser ikke 1 billede i brevet.", "Der var felter i brevet"]);
    let saved = file_of(&world, letter, "0?hent=ja").await.ok();
    assert_eq!(saved.header("content-type"), "application/octet-stream");
    assert!(saved.header("content-disposition").starts_with("attachment"));
    saved.says(&["default-src 'none'", "<h2>Hej</h2>"]);
    saved.says_not(&["alert(", "evil.example"]);
    let shown = file_of(&world, letter, "0").await.ok();
    shown.says(&["<h2>Hej</h2>", "Ring"]);
    shown.says_not(&["alert(", "evil.example"]);
}

async fn a_letter_without_a_page_shows_what_it_has(world: World) {
    let (_, text) = world
        .gets(&world.aase, |message| {
            let file = File::new("text/plain", "brev.txt", "ar", "سلام\nلك\n\n<b>x</b>".as_bytes().to_vec());
            message.body.as_mut().unwrap().main_document.files[0] = file;
        })
        .await;
    page_of(&world, text).await.says(&[
        "<article class=\"om-mail-body\" lang=\"ar\" dir=\"rtl\">",
        "<p>سلام<br>لك</p>",
        "<p>&#60;b&#62;x&#60;/b&#62;</p>",
    ]);
    let (_, picture) = world
        .gets(&world.aase, |message| {
            message.body.as_mut().unwrap().main_document.files[0] =
                File::new("image/png", "scan.png", "da", PNG.to_vec());
        })
        .await;
    page_of(&world, picture).await.says(&["<img src=\"/post/brev/", "/fil/0\" alt=\"Billede: scan.png\">"]);
    let (_, pdf) = world
        .gets(&world.aase, |message| {
            message.body.as_mut().unwrap().main_document.files[0] =
                File::new("application/pdf", "brev.pdf", "da", PDF.to_vec());
        })
        .await;
    let page = page_of(&world, pdf).await;
    page.says(&["Brevet som fil", "Åbn brev.pdf", "PDF, 1 KB", "target=\"_blank\" rel=\"noopener\""]);
    page.says_not(&["<article class=\"om-mail-body\""]);
    // Of several formats the page is shown, and the others are there to open.
    let (_, both) = world
        .gets(&world.aase, |message| {
            let pdf = File::new("application/pdf", "brev.pdf", "da", PDF.to_vec());
            message.body.as_mut().unwrap().main_document.files.insert(0, pdf);
        })
        .await;
    page_of(&world, both).await.says(&["<p>Kom på torsdag kl. 10.</p>", "Åbn brev.pdf"]);
}

fn reservation() -> Reservation {
    Reservation {
        description: "Medbring pas".to_owned(),
        reservation_uuid: "0d6c1f8e-8f5b-4a3d-b7c2-9e1f2a3b4c5d".parse().unwrap(),
        abstract_text: "Samtale".to_owned(),
        location: "Skolegade 1, Vejle".to_owned(),
        start_date_time: "2026-11-26T09:00:00Z".parse().unwrap(),
        end_date_time: "2026-11-26T09:30:00Z".parse().unwrap(),
        organizer_mail: None,
        organizer_name: Some("Borgerservice".to_owned()),
    }
}

async fn an_appointment_comes_with_a_calendar_entry(world: World) {
    let (_, letter) = world
        .gets(&world.aase, |message| {
            let actions = &mut message.body.as_mut().unwrap().main_document.actions;
            actions.push(Action::new("Læs mere", "INFORMATION"));
            let mut action = Action::new("Din aftale", "AFTALE");
            action.target = Some(ActionTarget::Reservation(reservation()));
            actions.push(action);
        })
        .await;
    page_of(&world, letter).await.says(&[
        "Aftale: <bdi>Samtale</bdi>",
        "torsdag 26. november 2026 kl. 10.00 til 10.30",
        "Det er om 4 dage.",
        "Skolegade 1, Vejle",
        "Borgerservice",
        "Medbring pas",
        "/aftale/1.ics",
    ]);
    let calendar = world.get(&world.aase, &format!("/post/brev/{letter}/aftale/1.ics")).await.ok();
    assert_eq!(calendar.header("content-type"), "text/calendar; charset=utf-8");
    assert!(calendar.header("content-disposition").contains("aftale.ics"));
    calendar.says(&["BEGIN:VEVENT", "DTSTART:20261126T090000Z", "LOCATION:Skolegade 1\\, Vejle"]);
    for none in ["0.ics", "7.ics", "1", "x.ics", "-1.ics"] {
        let reply = world.get(&world.aase, &format!("/post/brev/{letter}/aftale/{none}")).await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND, "{none}");
    }
}

async fn what_can_be_done_says_where_it_leads_and_when(world: World) {
    let action = |label: &str, code: &str, url: &str, from: Option<&str>, until: Option<&str>| {
        let mut action = Action::new(label, code);
        action.target = Some(ActionTarget::EntryPoint(EntryPoint { url: url.to_owned() }));
        action.start_date_time = from.map(|at| at.parse().unwrap());
        action.end_date_time = until.map(|at| at.parse().unwrap());
        action
    };
    let (_, letter) = world
        .gets(&world.aase, |message| {
            message.body.as_mut().unwrap().main_document.actions = vec![
                action(
                    "Betal nu",
                    "BETALING",
                    "https://betaling.vejle.dk/7?a=1&b=2",
                    None,
                    Some("2026-12-01T11:00:00Z"),
                ),
                action("Gammelt", "SELVBETJENING", "https://gammel.dk/", None, Some("2026-11-01T11:00:00Z")),
                action("Senere", "TILMELDING", "https://senere.dk/", Some("2026-12-24T11:00:00Z"), None),
                action("Sly", "INFORMATION", "javascript:alert(1)", None, None),
                action("Forklædt", "INFORMATION", "https://borger.dk@evil.example/", None, None),
            ];
        })
        .await;
    let page = page_of(&world, letter).await;
    page.says(&[
        "Du kan betale her",
        "href=\"https://betaling.vejle.dk/7?a=1&#38;b=2\" rel=\"noopener noreferrer\"",
        "Knappen fører til et andet sted: betaling.vejle.dk",
        "Du kan bruge det til tirsdag 1. december 2026 kl. 12.00.",
        "Det sluttede søndag 1. november 2026 kl. 12.00.",
        "Du kan først bruge det torsdag 24. december 2026 kl. 12.00.",
        "Vi kan ikke se, hvor linket fører hen.",
    ]);
    page.says_not(&["javascript:", "evil.example", "https://gammel.dk", "https://senere.dk"]);
}

async fn files_are_served_as_what_they_are_and_closed_in(world: World) {
    let (_, letter) = world
        .gets(&world.aase, |message| {
            attach(message, "application/pdf", "Afgørelse.pdf", PDF);
            attach(message, "image/png", "kort.png", PNG);
            attach(message, "text/plain", "regler.txt", b"K\xc3\xa6re alle");
            attach(message, "application/pdf", "falsk.pdf", PNG);
            attach(
                message,
                "image/svg+xml",
                "tegning.svg",
                b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
            );
            let technical = File::new(
                "application/xml",
                "data.xml",
                "da",
                b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ansoegning/>".to_vec(),
            );
            message.body.as_mut().unwrap().technical_documents.push(TechnicalDocument::new(technical));
        })
        .await;
    let page = page_of(&world, letter).await;
    page.says(&[
        "Åbn Afgørelse.pdf",
        "Åbn kort.png",
        "Filen er ikke det, den siger.",
        "Filer til andre programmer",
    ]);
    page.says(&["alt=\"Billede: kort.png\""]);
    for (n, mime, inline) in [
        ("1", "application/pdf", true),
        ("2", "image/png", true),
        ("3", "text/plain; charset=utf-8", true),
        ("1?hent=ja", "application/pdf", false),
        ("4?hent=ja", "image/png", false),
        ("5", "application/octet-stream", false),
        ("6", "application/octet-stream", false),
    ] {
        let file = file_of(&world, letter, n).await.ok();
        assert_eq!(file.header("content-type"), mime, "{n}");
        assert_eq!(
            file.header("content-disposition").starts_with("inline"),
            inline,
            "{n}: {}",
            file.header("content-disposition")
        );
        assert_eq!(file.headers["x-content-type-options"], "nosniff");
        assert_eq!(file.headers["cache-control"], "private, no-store");
        let policy = policy(&file);
        assert!(policy.contains("default-src 'none'") && !policy.contains("script-src"), "{n}: {policy}");
        assert_eq!(policy.contains("sandbox"), !(mime == "application/pdf" && inline), "{n}: {policy}");
    }
    assert_eq!(file_of(&world, letter, "1").await.bytes, PDF);
    assert!(
        file_of(&world, letter, "1")
            .await
            .header("content-disposition")
            .contains("filename*=UTF-8''Afg%C3%B8relse.pdf")
    );
    let warned = file_of(&world, letter, "4").await.ok();
    warned.says(&["Filen siger, at den er én slags", "/fil/4?hent=ja"]);
    assert!(warned.header("content-type").starts_with("text/html"));
    assert_eq!(file_of(&world, letter, "7").await.status, StatusCode::NOT_FOUND);
}

async fn a_program_is_not_handed_out_whatever_it_is_called(world: World) {
    let (_, letter) = world
        .gets(&world.aase, |message| {
            attach(message, "application/pdf", "faktura.pdf", b"MZ\x90\0\x03\0\0\0");
            attach(message, "text/plain", "kør.bat", b"format c:");
        })
        .await;
    let page = page_of(&world, letter).await;
    page.says(&["Filen kan være farlig. Du kan ikke hente den her."]);
    page.says_not(&["/fil/1", "/fil/2"]);
    for n in ["1", "2", "1?hent=ja", "2?hent=ja"] {
        let refused = file_of(&world, letter, n).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{n}");
        refused.says(&["Filen er et program, eller den gemmer på et."]);
        assert!(refused.header("content-disposition").is_empty());
    }
    let zip = world.get(&world.aase, &format!("/post/brev/{letter}/alt.zip")).await.ok();
    let names = names_in(&zip.bytes);
    assert_eq!(names, ["brev.html", "LÆS MIG.txt"]);
    assert!(content_of(&zip.bytes, "LÆS MIG.txt").contains("faktura.bin, kør.bin"));
}

async fn a_large_file_comes_whole(world: World) {
    let mut bytes = PDF.to_vec();
    bytes.extend((0..700_000_u32).map(|n| (n % 251) as u8));
    let (_, letter) =
        world.gets(&world.aase, |message| attach(message, "application/pdf", "stor.pdf", &bytes)).await;
    page_of(&world, letter).await.says(&["PDF, 701 KB"]);
    let file = file_of(&world, letter, "1").await.ok();
    assert_eq!(file.headers["content-length"], bytes.len().to_string().as_str());
    assert!(file.bytes == bytes);
}

async fn a_letter_is_printed_with_its_address(world: World) {
    world.has_address(&world.aase).await;
    let (_, letter) = world
        .gets(&world.aase, |message| {
            attach(message, "application/pdf", "kort.pdf", PDF);
            let mut action = Action::new("Din aftale", "AFTALE");
            action.target = Some(ActionTarget::Reservation(reservation()));
            message.body.as_mut().unwrap().main_document.actions.push(action);
            message.header.reply_by_date_time = Some("2026-12-01T11:00:00Z".parse().unwrap());
        })
        .await;
    let sheet = world.get(&world.aase, &format!("/post/brev/{letter}/ark")).await.ok();
    sheet.says(&[
        "letter.",
        "<address class=\"om-letter-window\" lang=\"da\" dir=\"ltr\">",
        "Aase Holm<br>",
        "Eksempelgade 1, 2. tv.<br>",
        "7100 Vejle",
        "Fra Vejle Kommune<br>Kom søndag 22. november 2026<br>Svar senest tirsdag 1. december 2026 kl. 12.00",
        "<p>Kom på torsdag kl. 10.</p>",
        "<li><bdi>kort.pdf</bdi></li>",
        "Aftale: <bdi>Samtale</bdi></strong><br>torsdag 26. november 2026 kl. 10.00 til 10.30<br><bdi>Skolegade 1, Vejle",
    ]);
    world.opens_mailbox(Holder::Person(world.bo.id)).await;
    let (_, other) = world.gets(&world.bo, |_| {}).await;
    let sheet = world.get(&world.bo, &format!("/post/brev/{other}/ark")).await.ok();
    sheet.says(&["Bo Holm"]);
    sheet.says_not(&["Eksempelgade"]);
}

fn names_in(zip: &[u8]) -> Vec<String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(zip)).unwrap();
    (0..archive.len()).map(|n| archive.by_index(n).unwrap().name().unwrap().into_owned()).collect()
}

fn content_of(zip: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(zip)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

async fn everything_comes_in_a_zip_with_safe_names(world: World) {
    let (_, letter) = world
        .gets(&world.aase, |message| {
            message.header.label = "Støtte / bolig: 2026?".to_owned();
            writes(message, "<p>Hej</p><script>alert(1)</script>");
            attach(message, "text/plain", "../../etc/passwd", b"Ikke en sti");
            attach(message, "text/plain", "Regler.txt", b"En");
            attach(message, "text/plain", "regler.txt", b"To");
            attach(message, "application/pdf", "CON.pdf", PDF);
        })
        .await;
    let zip = world.get(&world.aase, &format!("/post/brev/{letter}/alt.zip")).await.ok();
    assert_eq!(zip.header("content-type"), "application/zip");
    assert!(
        zip.header("content-disposition").starts_with("attachment; filename=\""),
        "{}",
        zip.header("content-disposition")
    );
    assert!(zip.header("content-disposition").contains(".zip"), "{}", zip.header("content-disposition"));
    assert_eq!(zip.headers["content-length"], zip.bytes.len().to_string().as_str());
    let names = names_in(&zip.bytes);
    assert_eq!(names, ["brev.html", "passwd.txt", "Regler.txt", "regler (2).txt", "_CON.pdf"]);
    assert_eq!(content_of(&zip.bytes, "regler (2).txt"), "To");
    let page = content_of(&zip.bytes, "brev.html");
    assert!(page.contains("<p>Hej</p>") && !page.contains("alert"), "{page}");
}

async fn the_letter_is_handed_out_as_it_came(world: World) {
    world.minutes_later(1);
    let mut message = world.letter_to(world.aase.cpr);
    writes(&mut message, "<p>Hej</p><script>alert(1)</script>");
    attach(&mut message, "application/pdf", "kort.pdf", &[PDF, &[7; 300_000]].concat());
    assert!(world.take(&message).await.is_taken());
    let list = world.get(&world.aase, "/post").await.ok().body;
    let id = list.split("/post/brev/").nth(1).unwrap().split('"').next().unwrap();
    let memo = world.get(&world.aase, &format!("/post/brev/{id}/brev.xml")).await.ok();
    assert_eq!(memo.header("content-type"), "application/xml");
    assert!(
        memo.header("content-disposition").starts_with("attachment") && policy(&memo).contains("sandbox")
    );
    assert!(memo::read(memo.bytes.as_slice()).unwrap().message == message);
}

async fn the_deadline_is_counted_from_today(world: World) {
    let (_, letter) = world
        .gets(&world.aase, |message| {
            message.header.reply_by_date_time = Some("2026-11-24T22:30:00Z".parse().unwrap());
        })
        .await;
    page_of(&world, letter)
        .await
        .says(&["Svar senest tirsdag 24. november 2026 kl. 23.30", "Det er om 2 dage."]);
    for (moment, says) in [
        ("2026-11-23T10:00:00Z", "Det er i morgen."),
        ("2026-11-24T10:00:00Z", "Det er i dag."),
        ("2026-11-24T22:31:00Z", "Det er for sent nu."),
    ] {
        world.wait_until(moment);
        let aase = world.signed_in_anew(&world.aase).await;
        world.get(&aase, &format!("/post/brev/{letter}")).await.ok().says(&[says]);
    }
}
