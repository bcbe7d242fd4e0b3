//! The lists of letters as pages: what they show, who sees what, sorting, undoing, searching, folders.

use access::Holder;
use basics::Id;
use http::StatusCode;
use mailbox::letters::{INBOX, LetterTag};
use memo::{Recipient, id_type};
use people::Role;

use crate::world::{VEJLE, World, on_both};

on_both![
    a_new_letter_stands_in_the_inbox_with_all_that_matters,
    what_one_person_has_read_is_news_to_the_other,
    whoever_has_no_mailbox_is_shown_the_way_to_one,
    the_post_of_others_is_not_there,
    letters_are_marked_moved_and_archived,
    what_is_deleted_can_be_taken_back,
    a_form_without_a_letter_or_a_folder_says_what_is_missing,
    a_long_list_has_pages,
    a_search_finds_words_however_they_are_typed,
    folders_are_made_named_and_removed_and_every_mistake_is_told,
    a_company_gives_a_folder_to_a_department,
    names_from_outside_cannot_disguise_themselves,
    no_address_breaks_on_things_that_are_not_there,
];

/// The letters that a page lists, by their ids, in its order.
fn listed(body: &str) -> Vec<Id<LetterTag>> {
    let ids = body.split("name=\"letter\" value=\"").skip(1);
    ids.map(|rest| rest.split('"').next().unwrap().parse().unwrap()).collect()
}

async fn a_new_letter_stands_in_the_inbox_with_all_that_matters(world: World) {
    let (_, letter) = world
        .gets(&world.aase, |message| {
            message.header.label = "Svar om <boligstøtte>".to_owned();
            message.header.notification = Some("Kommunen vil vide, hvad du betaler i husleje.".to_owned());
            message.header.mandatory = Some(true);
            message.header.reply_by_date_time = Some("2026-12-01T22:59:00Z".parse().unwrap());
            let body = message.body.as_mut().unwrap();
            body.main_document.actions.push(memo::Action::new("Send svar", "SELVBETJENING"));
            let file = memo::File::new("text/plain", "regler.txt", "da", b"Regler".to_vec());
            body.additional_documents.push(memo::AdditionalDocument::new(file));
        })
        .await;
    let page = world.get(&world.aase, "/post").await.ok();
    page.says(&[
        "<h1><bdi>Indbakke</bdi></h1>",
        "1 ulæst",
        "Svar om &#60;boligstøtte&#62;",
        &format!("href=\"/post/brev/{letter}\""),
        "Ulæst",
        "Fra Vejle Kommune",
        "Kom 22. nov. 2026",
        "Kort sagt: <bdi>Kommunen vil vide, hvad du betaler i husleje.</bdi>",
        "Vigtigt",
        "Du skal gøre noget",
        "Svar senest 1. dec. 2026",
        "1 bilag",
    ]);
    let (_, leaflet) = world
        .gets(&world.aase, |message| {
            let body = message.body.as_mut().unwrap();
            body.main_document.actions.push(memo::Action::new("Læs mere", "INFORMATION"));
        })
        .await;
    let page = world.get(&world.aase, "/post").await.ok();
    assert_eq!(listed(&page.body), [leaflet, letter]);
    assert_eq!(page.body.matches("Du skal gøre noget").count(), 1, "a link to read more asks for nothing");
    let arabic = world.get(&world.aase, "/post?lang=ar").await.ok();
    arabic.says(&["dir=\"rtl\"", "البريد الوارد", "غير مقروءة", "<bdi>Svar om &#60;boligstøtte&#62;</bdi>"]);
}

async fn what_one_person_has_read_is_news_to_the_other(world: World) {
    // Both answer for the post of the municipality.
    world.becomes(&world.tove, world.vejle, Role::MailAdministrator).await;
    world.opens_mailbox(Holder::Organisation(world.vejle)).await;
    let mut message = world.letter_to(world.aase.cpr);
    message.header.recipient = Recipient::new(VEJLE, id_type::CVR);
    message.header.label = "Klage fra en borger".to_owned();
    assert!(world.take(&message).await.is_taken());
    let base = format!("/virksomhed/{}/post", world.vejle);
    let page = world.get(&world.mette, &base).await.ok();
    page.says(&["Du læser post for", "Vejle Kommune", "om-mail-new", "1 ulæst"]);
    let letter = listed(&page.body)[0];
    world.get(&world.mette, &format!("{base}/brev/{letter}")).await.ok().says(&["Klage fra en borger"]);
    world.get(&world.mette, &base).await.ok().says_not(&["om-mail-new", "1 ulæst"]);
    world.get(&world.tove, &base).await.ok().says(&["om-mail-new", "1 ulæst"]);
    let boxes = world.get(&world.tove, "/post/kasser").await.ok();
    boxes.says(&["Min egen post", "Ingen postkasse endnu", "Vejle Kommune", "1 ulæst brev", &base]);
}

async fn whoever_has_no_mailbox_is_shown_the_way_to_one(world: World) {
    for path in ["/post", "/post/arkiv", "/post/soeg?q=x", "/post/mapper", "/post/nyt"] {
        let page = world.get(&world.bo, path).await.ok();
        page.says(&["Du har ingen post her endnu", "/post/velkommen"]);
    }
    let base = format!("/virksomhed/{}/post", world.vejle);
    world.get(&world.mette, &base).await.ok().says(&["Her er ingen post endnu", "/post/kasser"]);
    assert_eq!(world.get_as_nobody("/post").await.status, StatusCode::UNAUTHORIZED);
    // Mette has no post of her own, and answers for that of the municipality.
    assert_eq!(world.get(&world.mette, "/post").await.went(), "/post/kasser");
    world.get(&world.mette, "/post/kasser").await.ok().says(&[
        "Ingen postkasse endnu",
        "/post/velkommen",
        &base,
    ]);
}

async fn the_post_of_others_is_not_there(world: World) {
    let (_, letter) = world.gets(&world.aase, |_| {}).await;
    world.opens_mailbox(Holder::Person(world.bo.id)).await;
    let base = format!("/virksomhed/{}/post", world.vejle);
    world.opens_mailbox(Holder::Organisation(world.vejle)).await;
    for rest in ["", "/ark", "/fil/0", "/alt.zip", "/brev.xml", "/svar", "/videresend", "/aftale/0.ics"] {
        let path = format!("/post/brev/{letter}{rest}");
        assert_eq!(world.get(&world.bo, &path).await.status, StatusCode::NOT_FOUND, "{path}");
        // Whoever answers for the municipality does not find in its mailbox what lies in another.
        let path = format!("{base}/brev/{letter}{rest}");
        assert_eq!(world.get(&world.mette, &path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let id = letter.to_string();
    for act in ["delete", "archive", "unread", "read", "take-back"] {
        world.post(&world.bo, "/post/sorter", &[("letter", &id), ("act", act)]).await.went();
        for path in ["/sorter", "/fortryd"] {
            let form = [("letter", id.as_str()), ("act", act)];
            let refused = world.post(&world.bo, &format!("{base}{path}"), &form).await;
            assert_eq!(refused.status, StatusCode::NOT_FOUND, "{act}");
        }
    }
    world.get(&world.aase, "/post").await.ok().says(&["om-mail-new"]);
    for path in ["", "/arkiv", "/soeg?q=x", "/mapper", "/papirkurv", "/nyt"] {
        let refused = world.get(&world.bo, &format!("{base}{path}")).await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND, "{path}");
    }
    for odd in ["/post/brev/7", "/post/mappe/x", "/virksomhed/x/post", "/post/brev/x/fil/-1"] {
        assert_eq!(world.get(&world.aase, odd).await.status, StatusCode::NOT_FOUND, "{odd}");
    }
}

async fn letters_are_marked_moved_and_archived(world: World) {
    let (_, one) = world.gets(&world.aase, |_| {}).await;
    let (_, two) = world.gets(&world.aase, |_| {}).await;
    let (one, two) = (one.to_string(), two.to_string());
    let both = [("letter", one.as_str()), ("letter", two.as_str())];
    let sort = async |act: &str, to: &str| {
        let inbox = INBOX.to_string();
        let form = [both.as_slice(), &[("act", act), ("to", to), ("from", &inbox)]].concat();
        world.post(&world.aase, "/post/sorter", &form).await.went()
    };
    assert_eq!(sort("read", "").await, "/post?done=read&count=2");
    world.get(&world.aase, "/post").await.ok().says_not(&["om-mail-new"]);
    assert_eq!(sort("unread", "").await, "/post?done=unread&count=2");
    let page = world.get(&world.aase, "/post?done=unread&count=2").await.ok();
    page.says(&["2 breve er nu ulæst.", "2 ulæste", "role=\"status\""]);

    assert_eq!(sort("archive", "").await, "/post?done=archived&count=2");
    assert!(listed(&world.get(&world.aase, "/post").await.ok().body).is_empty());
    assert_eq!(listed(&world.get(&world.aase, "/post/arkiv").await.ok().body).len(), 2);
    assert_eq!(sort("move", &INBOX.to_string()).await, "/post?done=moved&count=2");
    // A folder that was removed in another window meanwhile.
    let gone = "00000000-0000-7000-8000-000000000000";
    assert_eq!(sort("move", gone).await, "/post?done=gone&count=0");
    world.get(&world.aase, "/post?done=gone").await.ok().says(&["Mappen er der ikke mere."]);
    assert_eq!(listed(&world.get(&world.aase, "/post").await.ok().body).len(), 2);
    let other = [("letter", one.as_str()), ("act", "burn")];
    assert_eq!(world.post(&world.aase, "/post/sorter", &other).await.status, StatusCode::BAD_REQUEST);
}

async fn what_is_deleted_can_be_taken_back(world: World) {
    let (_, letter) = world.gets(&world.aase, |_| {}).await;
    let id = letter.to_string();
    let form = [("letter", id.as_str()), ("act", "delete"), ("from", "")];
    let went = world.post(&world.aase, "/post/sorter", &form).await.went();
    assert_eq!(went, format!("/post?done=deleted&count=1&letter={letter}"));
    let page = world.get(&world.aase, &went).await.ok();
    page.says(&[
        "1 brev er slettet. Du kan få det tilbage i 30 dage.",
        "action=\"/post/fortryd\"",
        "Fortryd",
    ]);
    world.get(&world.aase, "/post/papirkurv").await.ok().says(&[&id, "Slettet 22. nov. 2026", "i 30 dage"]);
    world
        .get(&world.aase, &format!("/post/brev/{letter}"))
        .await
        .ok()
        .says(&["Brevet ligger i papirkurven."]);

    let went = world.post(&world.aase, "/post/fortryd", &[("letter", &id)]).await.went();
    assert_eq!(went, "/post?done=taken-back&count=1");
    assert_eq!(listed(&world.get(&world.aase, "/post").await.ok().body), [letter]);
    // From the bin itself, too.
    world.post(&world.aase, "/post/sorter", &form).await.went();
    let back = [("letter", id.as_str()), ("act", "take-back"), ("from", "bin")];
    let went = world.post(&world.aase, "/post/sorter", &back).await.went();
    assert_eq!(went, "/post/papirkurv?done=taken-back&count=1");
    assert_eq!(listed(&world.get(&world.aase, "/post").await.ok().body), [letter]);
}

async fn a_form_without_a_letter_or_a_folder_says_what_is_missing(world: World) {
    let (_, letter) = world.gets(&world.aase, |_| {}).await;
    let went = world.post(&world.aase, "/post/sorter", &[("act", "delete")]).await.went();
    assert_eq!(went, "/post?done=none&count=0");
    world.get(&world.aase, &went).await.ok().says(&["Vælg først et brev.", "alert-warning"]);
    let form = [("letter", letter.to_string()), ("act", "move".to_owned()), ("to", String::new())];
    let form = form.each_ref().map(|(name, value)| (*name, value.as_str()));
    let went = world.post(&world.aase, "/post/sorter", &form).await.went();
    world.get(&world.aase, &went).await.ok().says(&["Vælg først en mappe."]);
    // The address cannot make the page say anything else, nor lead away from it.
    let page = world.get(&world.aase, "/post?done=nonsense&letter=%22%3E%3Cscript%3E").await.ok();
    page.says_not(&["nonsense\"", "<script>", "role=\"status\""]);
    let form = [("letter", "x"), ("act", "read"), ("from", "//evil.example")];
    assert_eq!(world.post(&world.aase, "/post/sorter", &form).await.went(), "/post?done=none&count=0");
}

async fn a_long_list_has_pages(world: World) {
    let mut all = Vec::new();
    for n in 0..33 {
        let (_, letter) =
            world.gets(&world.aase, |message| message.header.label = format!("Brev nummer {n}")).await;
        all.push(letter);
    }
    all.reverse();
    let aase = world.signed_in_anew(&world.aase).await;
    let first = world.get(&aase, "/post").await.ok();
    assert_eq!(listed(&first.body), all[..30]);
    first.says(&["Ældre breve", "33 ulæste"]);
    first.says_not(&["Til de nyeste"]);
    let next = first.body.split("href=\"/post?efter=").nth(1).unwrap().split('"').next().unwrap();
    let second = world.get(&aase, &format!("/post?efter={next}")).await.ok();
    assert_eq!(listed(&second.body), all[30..]);
    second.says(&["Til de nyeste"]);
    second.says_not(&["Ældre breve"]);
    let odd = world.get(&aase, "/post?efter=9999999999999999999.x").await.ok();
    assert_eq!(listed(&odd.body), all[..30]);
}

async fn a_search_finds_words_however_they_are_typed(world: World) {
    let (_, letter) = world
        .gets(&world.aase, |message| {
            message.header.label = "Afgørelse om støtte".to_owned();
            let page = "<p>Vi har set på din husleje i Ålborg.</p>".as_bytes().to_vec();
            message.body.as_mut().unwrap().main_document.files[0].content = page;
        })
        .await;
    world.gets(&world.aase, |_| {}).await;
    for q in ["afgoerelse", "AFG%C3%98RELSER", "aalborg", "husleje+vejle", "%C3%A5lborg"] {
        let page = world.get(&world.aase, &format!("/post/soeg?q={q}")).await.ok();
        page.says(&["1 brev med", &format!("/post/brev/{letter}")]);
    }
    let none = world.get(&world.aase, "/post/soeg?q=%3Cskat%3E").await.ok();
    none.says(&[
        "Vi fandt ingen breve med »&#60;skat&#62;«.",
        "Du kan skrive ae, oe og aa",
        "/post/papirkurv",
    ]);
    none.says(&["value=\"&#60;skat&#62;\""]);
    world.get(&world.aase, "/post/soeg").await.ok().says(&["Sådan finder du det"]);
    world.get(&world.aase, "/post/soeg?q=%00%1b").await.ok();
}

async fn folders_are_made_named_and_removed_and_every_mistake_is_told(world: World) {
    let aase = &world.aase;
    world.get(aase, "/post/mapper").await.ok().says(&["Du har ingen mapper endnu."]);
    let made = world.post(aase, "/post/mapper", &[("name", " Bolig ")]).await.went();
    let page = world.get(aase, &made).await.ok();
    page.says(&["Mappen er lavet.", "<bdi>Bolig</bdi>", "Ingen breve"]);
    page.says_not(&["P-nummer"]);
    let folder =
        page.body.split("action=\"/post/mapper/").nth(1).unwrap().split('"').next().unwrap().to_owned();

    let refused = async |path: &str, name: &str, message: &str| {
        let page = world.post(aase, path, &[("name", name)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        page.says(&[message, "<title>Fejl:", "aria-invalid=\"true\"", "alert-error"]);
        page
    };
    refused("/post/mapper", "", "Skriv et navn til mappen").await;
    refused("/post/mapper", "BOLIG", "Du har en mappe med det navn").await.says(&["value=\"BOLIG\""]);
    refused("/post/mapper", &"x".repeat(61), "Navnet er for langt. Det må have 60 tegn").await;
    let rename = format!("/post/mapper/{folder}");
    refused(&rename, " ", "Skriv et navn til mappen").await.says(&[&format!("href=\"#name-{folder}\"")]);
    let renamed = world.post(aase, &rename, &[("name", "Hus & have")]).await.went();
    world.get(aase, &renamed).await.ok().says(&["Mappen har fået nyt navn.", "Hus &#38; have"]);

    let (_, letter) = world.gets(aase, |_| {}).await;
    let id = letter.to_string();
    world.post(aase, "/post/sorter", &[("letter", &id), ("act", "move"), ("to", &folder)]).await.went();
    let inside = world.get(aase, &format!("/post/mappe/{folder}")).await.ok();
    assert_eq!(listed(&inside.body), [letter]);
    let remove = format!("/post/mapper/{folder}/fjern");
    let refused = world.post(aase, &remove, &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    refused.says(&["Mappen er ikke tom. Flyt brevene først"]);
    let inbox = INBOX.to_string();
    world.post(aase, "/post/sorter", &[("letter", &id), ("act", "move"), ("to", &inbox)]).await.went();
    let removed = world.post(aase, &remove, &[]).await.went();
    world.get(aase, &removed).await.ok().says(&["Mappen er væk."]);
    assert_eq!(world.post(aase, &remove, &[]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(world.get(aase, &format!("/post/mappe/{folder}")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(
        world.post(aase, &format!("/post/mapper/{inbox}/fjern"), &[]).await.status,
        StatusCode::NOT_FOUND
    );
}

async fn a_company_gives_a_folder_to_a_department(world: World) {
    world.opens_mailbox(Holder::Organisation(world.vejle)).await;
    let base = format!("/virksomhed/{}/post", world.vejle);
    let path = format!("{base}/mapper");
    world.get(&world.mette, &path).await.ok().says(&["P-nummer"]);
    let wrong = world.post(&world.mette, &path, &[("name", "Skole"), ("unit", "12")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    wrong.says(&["Et P-nummer har ti tal", "id=\"unit\"", "value=\"12\"", "value=\"Skole\""]);
    let form = [("name", "Skole"), ("unit", "1003407739")];
    let made = world.post(&world.mette, &path, &form).await.went();
    world.get(&world.mette, &made).await.ok().says(&["Til P-nummer 1003407739"]);
    // A citizen has no departments, whatever their form says.
    let form = [("name", "Skole"), ("unit", "12")];
    world.post(&world.aase, "/post/mapper", &form).await.went();
}

async fn names_from_outside_cannot_disguise_themselves(world: World) {
    let (_, letter) = world
        .gets(&world.aase, |message| {
            message.header.sender.label = "Skat\u{202e}evil\u{2066}".to_owned();
            message.header.label = "Tid\u{200f} <img src=x onerror=alert(1)>".to_owned();
            let body = message.body.as_mut().unwrap();
            let file = memo::File::new("text/plain", "brev\u{202e}fdp.txt", "da", b"Hej".to_vec());
            body.additional_documents.push(memo::AdditionalDocument::new(file));
        })
        .await;
    for path in ["/post".to_owned(), format!("/post/brev/{letter}"), format!("/post/brev/{letter}/ark")] {
        let page = world.get(&world.aase, &path).await.ok();
        page.says(&["Fra Skat evil", "&#60;img src=x onerror=alert(1)&#62;"]);
        page.says_not(&["\u{202e}", "\u{2066}", "<img src=x", "<script>"]);
    }
}

/// Every address of the mailbox, with ids of nothing in it.
fn addresses() -> Vec<(http::Method, String)> {
    let nothing = "00000000-0000-7000-8000-000000000000";
    let routes = mailbox::routes();
    let of_post = routes.list().iter().filter(|route| {
        let path = route.path;
        path == "/post" || path.starts_with("/post/") || path.starts_with("/virksomhed/")
    });
    of_post
        .map(|route| {
            let parts = route.path.split('/').map(|part| if part.starts_with('{') { nothing } else { part });
            (route.method.clone(), parts.collect::<Vec<_>>().join("/"))
        })
        .collect()
}

async fn no_address_breaks_on_things_that_are_not_there(world: World) {
    let all = addresses();
    assert!(all.len() > 60, "{}", all.len());
    for who in [&world.aase, &world.bo] {
        for (method, path) in &all {
            let reply = match method {
                &http::Method::GET => world.get(who, path).await,
                _ => world.post(who, path, &[]).await,
            };
            let status = reply.status;
            let is_expected = status.is_success() || status.is_redirection() || status.is_client_error();
            assert!(is_expected, "{method} {path}: {status}");
            // Whoever is signed in is never told that there is something which they may not see.
            assert!(![StatusCode::UNAUTHORIZED, StatusCode::FORBIDDEN].contains(&status), "{method} {path}");
            if path.starts_with("/virksomhed/") {
                // A form that is asked for by its address leads to the list, which is not there either.
                assert!(status == StatusCode::NOT_FOUND || status.is_redirection(), "{method} {path}");
            }
        }
    }
}
