//! Writing as pages: answering, sending on, writing anew, with files; every mistake is told where it was made.

use access::Holder;
use axum::body::Body;
use http::header::{CONTENT_TYPE, COOKIE};
use http::{Request, StatusCode};
use people::{OrganisationKind, Role};

use crate::world::{Person, Reply, World, on_both};

on_both![
    an_answer_is_written_and_arrives,
    what_cannot_be_sent_is_told_at_its_field_and_nothing_typed_is_lost,
    a_letter_that_takes_no_answer_says_so,
    a_letter_is_sent_on_only_after_its_receiver_was_named,
    a_number_that_leads_to_nobody_is_told_of,
    a_new_letter_goes_to_an_authority_that_was_searched_for,
    whoever_writes_for_an_organisation_writes_in_its_name,
    the_danish_pages_are_plain,
    no_page_shows_the_name_of_a_text,
];

/// Sends a form with files, as browsers do.
async fn upload(
    world: &World,
    who: &Person,
    path: &str,
    texts: &[(&str, &str)],
    files: &[(&str, &str, &[u8])],
) -> Reply {
    let mut body = Vec::new();
    for (name, value) in texts {
        let head = format!("--grense\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend_from_slice(head.as_bytes());
    }
    for (name, mime, bytes) in files {
        let head = format!(
            "--grense\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{name}\"\r\nContent-Type: {mime}\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(b"--grense--\r\n");
    let request = Request::builder()
        .method("POST")
        .uri(path)
        .header(COOKIE, who.cookie_header())
        .header(CONTENT_TYPE, "multipart/form-data; boundary=grense");
    world.request(request.body(Body::from(body)).unwrap()).await
}

/// What a browser sends where no file was chosen.
const NO_FILE: (&str, &str, &[u8]) = ("", "application/octet-stream", b"");

async fn an_answer_is_written_and_arrives(world: World) {
    let (_, letter) = world.gets(&world.aase, |message| message.header.reply = Some(true)).await;
    let path = format!("/post/brev/{letter}/svar");
    let form = world.get(&world.aase, &path).await.ok();
    form.says(&[
        "Svar på et brev",
        "Til <bdi>Vejle Kommune</bdi>",
        "value=\"Svar: Din tid på rådhuset\"",
        "enctype=\"multipart/form-data\"",
        "Du kan sende 10 filer. De må i alt fylde 10 MB.",
    ]);
    let texts = [("subject", "Svar: Din tid på rådhuset"), ("text", "Jeg kommer.\r\n\r\n<b>Aase</b>")];
    let files: [(&str, &str, &[u8]); 2] = [("pas.txt", "text/plain", b"Mit pas"), NO_FILE];
    let went = upload(&world, &world.aase, &path, &texts, &files).await.went();
    assert!(went.starts_with("/post/kvittering/"), "{went}");
    let again = [texts[0], texts[1], ("sheet", form.hidden("sheet"))];
    let pressed = upload(&world, &world.aase, &path, &again, &files).await.went();
    assert_eq!(upload(&world, &world.aase, &path, &again, &files).await.went(), pressed);
    assert_ne!(pressed, went);
    let receipt = world.get(&world.aase, &went).await.ok();
    receipt.says(&["Dit brev er sendt", "Vejle Kommune", "Svar: Din tid på rådhuset", "kl. 10.31"]);

    let sent = world.get(&world.aase, "/post/sendt").await.ok();
    sent.says(&["Til Vejle Kommune", "Sendt 22. nov. 2026", "1 bilag"]);
    let page = world.get(&world.aase, &went.replace("kvittering", "brev")).await.ok();
    page.says(&["<p>Jeg kommer.</p><p>&lt;b&gt;Aase&lt;/b&gt;</p>", "Åbn pas.txt", "Sendt søndag"]);
    page.says_not(&["Brevet gælder fra den dag", "/svar\"", "Marker som ulæst"]);
    let base = format!("/virksomhed/{}/post", world.vejle);
    let theirs = world.get(&world.mette, &base).await.ok();
    theirs.says(&["Fra Aase Holm", "Svar: Din tid på rådhuset", "om-mail-new"]);
    let other = world.get(&world.bo, &went).await;
    other.says(&["Du har ingen post her endnu"]);
}

async fn what_cannot_be_sent_is_told_at_its_field_and_nothing_typed_is_lost(world: World) {
    let (_, letter) = world.gets(&world.aase, |message| message.header.reply = Some(true)).await;
    let path = format!("/post/brev/{letter}/svar");
    let refused =
        async |texts: &[(&str, &str)], files: &[(&str, &str, &[u8])], message: &str, field: &str| {
            let page = upload(&world, &world.aase, &path, texts, files).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{message}");
            page.says(&[
                message,
                "<title>Fejl:",
                "alert-error",
                &format!("href=\"#{field}\""),
                &format!("id=\"{field}\""),
            ]);
            page
        };
    refused(&[("subject", "Svar"), ("text", "  ")], &[NO_FILE], "Skriv noget i brevet", "text").await;
    let long = "æ".repeat(20_001);
    refused(&[("text", &long)], &[], "Brevet er for langt. Det må have 20.000 tegn", "text")
        .await
        .says(&[&long]);
    let subject = "x".repeat(201);
    refused(&[("subject", &subject), ("text", "Hej")], &[], "Skriv et emne. Det må have 200 tegn", "subject")
        .await;
    let typed = [("subject", "Mit emne"), ("text", "Det \"her\" skal blive")];
    let kept = ["value=\"Mit emne\"", "Det &#34;her&#34; skal blive", "Vælg dine filer igen."];
    let exe: (&str, &str, &[u8]) = ("regning.pdf", "application/pdf", b"MZ\x90\0\x03\0\0\0");
    let page = refused(&typed, &[exe], "Filen »regning.pdf« kan være farlig", "files").await;
    page.says(&kept);
    let one: (&str, &str, &[u8]) = ("a.txt", "text/plain", b"En");
    refused(&typed, &[one; 11], "Vælg højst 10 filer", "files").await.says(&kept);
    let large = vec![b'x'; 10_000_001];
    let large: (&str, &str, &[u8]) = ("a.txt", "text/plain", &large);
    refused(&typed, &[one, large], "Filerne fylder for meget. De må i alt fylde 10 MB", "files")
        .await
        .says(&kept);
    world.get(&world.aase, "/post/sendt").await.ok().says(&["Du har ikke sendt noget endnu."]);
    // A form that no page of ours would send.
    let odd = world.post(&world.aase, &path, &[("text", "Hej")]).await;
    assert_eq!(odd.status, StatusCode::BAD_REQUEST);
    // Whoever reads Arabic is told in Arabic.
    let arabic = upload(&world, &world.aase, &format!("{path}?lang=ar"), &[("text", "")], &[]).await;
    arabic.says(&["اكتبوا شيئًا في الرسالة"]);
}

async fn a_letter_that_takes_no_answer_says_so(world: World) {
    let (_, letter) = world.gets(&world.aase, |_| {}).await;
    let page = world.get(&world.aase, &format!("/post/brev/{letter}")).await.ok();
    page.says(&["Du kan ikke svare på det brev her."]);
    page.says_not(&["/svar\""]);
    let path = format!("/post/brev/{letter}/svar");
    let refused = world.get(&world.aase, &path).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    refused.says(&["Du kan ikke svare på det brev", &format!("href=\"/post/brev/{letter}\"")]);
    let refused = upload(&world, &world.aase, &path, &[("text", "Hej")], &[]).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
}

async fn a_letter_is_sent_on_only_after_its_receiver_was_named(world: World) {
    world.opens_mailbox(Holder::Person(world.bo.id)).await;
    let (_, letter) = world.gets(&world.aase, |_| {}).await;
    let path = format!("/post/brev/{letter}/videresend");
    world.get(&world.aase, &path).await.ok().says(&["CPR-nummer eller CVR-nummer"]);
    let dashed = format!("{}-{}", &world.bo.cpr[..6], &world.bo.cpr[6..]);
    let form = [("to", dashed.as_str()), ("comment", "Kig lige på det her")];
    let confirm = world.post(&world.aase, &path, &form).await.ok();
    confirm.says(&["Er det den rigtige?", "<bdi>Bo H.</bdi>", "Kig lige på det her", "Nej, ret nummeret"]);
    confirm.says_not(&["Bo Holm"]);
    world.get(&world.bo, "/post").await.ok().says_not(&["Videresendt"]);

    let went = world.post(&world.aase, &format!("{path}/send"), &form).await.went();
    assert!(!went.contains(world.bo.cpr) && went.starts_with("/post/kvittering/"));
    world.get(&world.aase, &went).await.ok().says(&["Dit brev er sendt"]);
    world.get(&world.bo, "/post").await.ok().says(&["Videresendt: Din tid på rådhuset", "Fra Aase Holm"]);
    let to_vejle = world.post(&world.aase, &path, &[("to", crate::world::VEJLE), ("comment", "")]).await.ok();
    to_vejle.says(&["<bdi>Vejle Kommune</bdi>"]);
    // Coming back after signing in anew leads to the inbox: nothing is sent by an address.
    assert_eq!(world.get(&world.aase, &format!("{path}/send")).await.went(), "/post");
}

async fn a_number_that_leads_to_nobody_is_told_of(world: World) {
    let (_, letter) = world.gets(&world.aase, |_| {}).await;
    let path = format!("/post/brev/{letter}/videresend");
    let refused = async |path: &str, to: &str, comment: &str, message: &str| {
        let page = world.post(&world.aase, path, &[("to", to), ("comment", comment)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{to}");
        page.says(&[message, "<title>Fejl:", &format!("value=\"{to}\""), comment]);
    };
    for wrong in ["", "12345678", "Bo", "010140000", "9999999999"] {
        refused(&path, wrong, "Min hilsen", "Nummeret er ikke rigtigt.").await;
    }
    let unknown = "Vi kender ingen her med det nummer";
    refused(&path, "0606601234", "Min hilsen", unknown).await;
    // Bo is known, but has no mailbox.
    refused(&format!("{path}/send"), world.bo.cpr, "Min hilsen", unknown).await;
    world.opens_mailbox(Holder::Person(world.bo.id)).await;
    refused(&format!("{path}/send"), world.bo.cpr, &"x".repeat(20_001), "Brevet er for langt.").await;
    world.get(&world.aase, "/post/sendt").await.ok().says(&["Du har ikke sendt noget endnu."]);
}

async fn a_new_letter_goes_to_an_authority_that_was_searched_for(world: World) {
    let library = world.organisation("Ærø Bibliotek", OrganisationKind::Library, "13748136").await;
    let shop = world.organisation("Vejle Pizza", OrganisationKind::Company, "10150817").await;
    let found = world.get(&world.aase, "/post/nyt?q=vejle").await.ok();
    found.says(&["1 sted med »vejle«", &format!("/post/nyt/{}", world.vejle)]);
    found.says_not(&["Vejle Pizza"]);
    world.get(&world.aase, "/post/nyt?q=aeroe").await.ok().says(&[&format!("/post/nyt/{library}")]);
    world.get(&world.aase, "/post/nyt?q=x%22").await.ok().says(&["Vi fandt ingen med »x&#34;«."]);
    world.get(&world.aase, "/post/nyt").await.ok().says_not(&["Vi fandt"]);

    let path = format!("/post/nyt/{library}");
    world.get(&world.aase, &path).await.ok().says(&["Til <bdi>Ærø Bibliotek</bdi>"]);
    let refused = upload(&world, &world.aase, &path, &[("subject", " "), ("text", "Hej")], &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    refused.says(&["Skriv et emne."]);
    let went =
        upload(&world, &world.aase, &path, &[("subject", "En bog"), ("text", "Hej")], &[]).await.went();
    world.get(&world.aase, &went).await.ok().says(&["Ærø Bibliotek", "En bog"]);
    let none = world.get(&world.aase, &format!("/post/nyt/{shop}")).await;
    assert_eq!(none.status, StatusCode::NOT_FOUND);
}

async fn whoever_writes_for_an_organisation_writes_in_its_name(world: World) {
    let pizza = world.organisation("Vejle Pizza", OrganisationKind::Company, "10150817").await;
    world.becomes(&world.bo, pizza, Role::MailAdministrator).await;
    world.opens_mailbox(Holder::Organisation(pizza)).await;
    let base = format!("/virksomhed/{pizza}/post");
    let path = format!("{base}/nyt/{}", world.vejle);
    world.get(&world.bo, &path).await.ok().says(&[
        "Du læser post for",
        "Vejle Pizza",
        &format!("action=\"{path}\""),
    ]);
    let texts = [("subject", "Skilt"), ("text", "Må vi sætte et skilt op?")];
    let went = upload(&world, &world.bo, &path, &texts, &[]).await.went();
    assert!(went.starts_with(&format!("{base}/kvittering/")), "{went}");
    world.get(&world.bo, &went).await.ok().says(&["Dit brev er sendt"]);
    let theirs = format!("/virksomhed/{}/post", world.vejle);
    let list = world.get(&world.mette, &theirs).await.ok();
    list.says(&["Fra Vejle Pizza", "Skilt"]);
    let letter = list.body.split("/post/brev/").nth(1).unwrap().split('"').next().unwrap();
    let page = world.get(&world.mette, &format!("{theirs}/brev/{letter}")).await.ok();
    page.says(&["Skrevet af <bdi>Bo Holm</bdi>"]);
}

/// Every page of somebody with a letter of each kind.
async fn pages(world: &World) -> Vec<String> {
    let (_, letter) = world
        .gets(&world.aase, |message| {
            message.header.reply = Some(true);
            message.header.legal_notification = Some(true);
            message.header.notification = Some("Kom til samtale.".to_owned());
            let body = message.body.as_mut().unwrap();
            body.main_document.actions.push(memo::Action::new("Se mere", "INFORMATION"));
            let file = memo::File::new("application/pdf", "x.pdf", "da", b"MZ\x90\0".to_vec());
            body.additional_documents.push(memo::AdditionalDocument::new(file));
        })
        .await;
    world.post(&world.aase, "/post/mapper", &[("name", "Bolig")]).await.went();
    let at = |rest: &str| format!("/post/brev/{letter}{rest}");
    let fixed = [
        "/post",
        "/post/arkiv",
        "/post/sendt",
        "/post/papirkurv",
        "/post/soeg",
        "/post/soeg?q=samtale",
        "/post/soeg?q=intet",
        "/post/kasser",
        "/post/mapper",
        "/post/nyt",
        "/post/nyt?q=vejle",
        "/post?done=deleted&count=1",
        "/post?done=none",
    ];
    let mut all: Vec<String> = fixed.map(str::to_owned).to_vec();
    all.extend(["", "/ark", "/svar", "/videresend", "/fil/0", "/fil/1"].map(at));
    all.push(format!("/post/nyt/{}", world.vejle));
    all
}

async fn the_danish_pages_are_plain(world: World) {
    use plainlanguage::{Block, measure_blocks};
    for path in pages(&world).await {
        let page = world.get(&world.aase, &path).await;
        let main = page.body.split("<main").nth(1).unwrap();
        let texts: Vec<&str> = main.split("<p").skip(1).filter_map(sentence).collect();
        let blocks: Vec<Block<'_>> = texts.iter().map(|text| Block::Paragraph(text)).collect();
        let measure = measure_blocks(&blocks);
        assert!(measure.lix <= 30, "{path} has LIX {} in {texts:#?}", measure.lix);
    }
}

/// The text of a paragraph without markup in it.
fn sentence(after: &str) -> Option<&str> {
    let text = after.split_once('>')?.1.split('<').next()?.trim();
    text.ends_with(['.', '!', '?']).then_some(text)
}

async fn no_page_shows_the_name_of_a_text(world: World) {
    for path in pages(&world).await {
        for language in ["da", "en", "ar", "tr", "ur"] {
            let sign = if path.contains('?') { '&' } else { '?' };
            let page = world.get(&world.aase, &format!("{path}{sign}lang={language}")).await;
            let texts = page.body.split(['<', '>']).step_by(2);
            let names: Vec<&str> = texts.filter(|text| text.trim().starts_with("mail-")).collect();
            assert!(names.is_empty(), "{path} {language}: {names:?}");
            assert!(!page.body.contains("\"mail-"), "{path} {language}");
        }
    }
}
