//! The pages on which somebody sees another's post: whose it is stands on each, and the owner can read that it was seen.

use access::mandates::Limits;
use access::{Holder, ReadMail, allow_to_see};
use http::StatusCode;
use http::header::CACHE_CONTROL;
use mailbox::letters::{INBOX, SENT};
use mailbox::reading::{self, Shelf};
use plainlanguage::{Block, measure_blocks};

use crate::helping::{READ, WRITE, in_folders, post_of};
use crate::world::{Person, World, actor, on_both};

on_both![
    every_page_says_whose_post_it_is_and_how_to_stop,
    without_a_mandate_there_is_no_mailbox,
    a_mailbox_that_is_not_there_is_like_one_that_is_not_given,
    the_owner_reads_every_visit,
    what_the_helper_has_read_is_news_to_the_owner,
    an_answer_names_who_wrote_it,
    whoever_reads_only_sends_on_and_does_not_answer,
    whoever_does_not_reach_what_was_sent_is_told_that_it_was,
    the_pages_are_there_in_five_languages,
];

async fn every_page_says_whose_post_it_is_and_how_to_stop(world: World) {
    let letter = world.aase_gets("Din tid").await;
    world.opens_post_to(&world.aase, &world.bo, WRITE, Limits::default()).await;
    world.opens_mailbox(Holder::Person(world.bo.id)).await;
    let base = post_of(&world.aase);
    for rest in [
        String::new(),
        "/arkiv".to_owned(),
        "/sendt".to_owned(),
        "/papirkurv".to_owned(),
        "/soeg?q=tid".to_owned(),
        "/mapper".to_owned(),
        "/nyt?q=vejle".to_owned(),
        format!("/nyt/{}", world.vejle),
        format!("/brev/{letter}"),
        format!("/brev/{letter}/ark"),
        format!("/brev/{letter}/svar"),
        format!("/brev/{letter}/videresend"),
        format!("/brev/{letter}/fil/0"),
        "/brev/00000000-0000-0000-0000-000000000009".to_owned(),
        format!("/mappe/{letter}"),
    ] {
        let page = world.get(&world.bo, &format!("{base}{rest}")).await;
        page.says(&[
            "Du ser post for <strong><bdi>Aase Holm</bdi></strong>",
            "href=\"/jeg-hjaelper\">Stop</a>",
        ]);
        page.says(&[" – Aase Holm – Omtanke</title>"]);
        // Nothing leads to another's post, or to one's own, but by stopping.
        page.says_not(&["href=\"/post", "action=\"/post", "/post/kasser"]);
        assert_eq!(page.headers.get(CACHE_CONTROL).unwrap(), "private, no-store", "{rest}");
        let bar = page.body.find("om-actingfor").unwrap();
        assert!(bar < page.body.find("<header").unwrap(), "the bar is read first");
    }
    world.get(&world.bo, "/post").await.ok().says_not(&["Aase Holm", "om-actingfor"]);
    world.get(&world.aase, "/post").await.ok().says_not(&["om-actingfor"]);
}

async fn without_a_mandate_there_is_no_mailbox(world: World) {
    let letter = world.aase_gets("Hemmelig").await;
    let mandate = world.opens_post_to(&world.aase, &world.bo, READ, Limits::default()).await;
    let base = post_of(&world.aase);
    for rest in ["", "/soeg?q=x", "/mapper", &format!("/brev/{letter}"), &format!("/brev/{letter}/alt.zip")] {
        let refused = world.get(&world.tove, &format!("{base}{rest}")).await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND, "{rest}");
        refused.says_not(&["Aase", "Hemmelig", "om-actingfor"]);
        world.get(&world.bo, &format!("{base}{rest}")).await.ok();
    }
    world.takes_back(&world.aase, &mandate).await;
    for rest in ["", &format!("/brev/{letter}")] {
        let refused = world.get(&world.bo, &format!("{base}{rest}")).await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND, "{rest}");
        refused.says_not(&["Aase", "Hemmelig", "om-actingfor"]);
    }
    let own = world.get(&world.aase, &base).await;
    assert_eq!(own.status, StatusCode::NOT_FOUND, "nobody is their own helper");
    assert_eq!(world.get(&world.bo, "/for/x/post").await.status, StatusCode::NOT_FOUND);
    assert_eq!(world.get_as_nobody(&base).await.status, StatusCode::UNAUTHORIZED);
}

async fn a_mailbox_that_is_not_there_is_like_one_that_is_not_given(world: World) {
    let karen = world.citizen("Karen Lind", "0606451112").await;
    world.opens_post_to(&karen, &world.bo, READ, Limits::default()).await;
    let numbered = |body: &str| body.split("om-small").next().unwrap_or_default().to_owned();
    let given = world.get(&world.bo, &post_of(&karen)).await;
    let not_given = world.get(&world.tove, &post_of(&karen)).await;
    assert_eq!((given.status, not_given.status), (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND));
    let (one, other) = (numbered(&given.body), numbered(&not_given.body));
    assert_eq!(one.replace("Bo Holm", "Tove Lund"), other);
}

async fn the_owner_reads_every_visit(world: World) {
    let letter = world.aase_gets("Din tid").await;
    world.opens_post_to(&world.aase, &world.bo, READ, Limits::default()).await;
    let base = post_of(&world.aase);
    let seen = async || {
        let tx = world.realm.read().await.unwrap();
        let mut all = realm::concerning(&tx, world.aase.id, 100).await.unwrap();
        all.reverse();
        let by_bo = all.into_iter().filter(|one| one.actor == Some(world.bo.id));
        by_bo
            .map(|one| {
                assert_eq!((one.concerns, one.on_behalf_of), (Some(world.aase.id), Some(world.aase.id)));
                one.action
            })
            .filter(|action| !action.starts_with("mandate."))
            .collect::<Vec<_>>()
    };
    let path = format!("{base}/brev/{letter}");
    world.get(&world.bo, &base).await.ok();
    world.get(&world.bo, &path).await.ok();
    assert_eq!(seen().await, ["mailbox.look", "letter.open"]);
    for way in ["/fil/0", "/fil/0?hent=ja", "/ark", "/alt.zip", "/brev.xml"] {
        world.get(&world.bo, &format!("{path}{way}")).await.ok();
    }
    world.get(&world.bo, &path).await.ok();
    world.get(&world.bo, &base).await.ok();
    let day = ["mailbox.look", "letter.open", "letter.file", "letter.print", "letter.export"];
    assert_eq!(seen().await, day, "within ten minutes it is one visit");
    world.minutes_later(11);
    world.get(&world.bo, &path).await.ok();
    assert_eq!(seen().await[5..], ["letter.open", "mailbox.look"]);
    assert!(world.done_about(&world.aase).await.contains(&"letter.open".to_owned()));
}

async fn what_the_helper_has_read_is_news_to_the_owner(world: World) {
    let letter = world.aase_gets("Din tid").await;
    world.opens_post_to(&world.aase, &world.bo, READ, Limits::default()).await;
    let base = post_of(&world.aase);
    world.get(&world.bo, &format!("{base}/brev/{letter}")).await.ok();
    world.get(&world.bo, &base).await.ok().says_not(&["om-mail-new"]);
    world.get(&world.aase, "/post").await.ok().says(&["om-mail-new"]);
    let id = letter.to_string();
    let form = [("letter", id.as_str()), ("act", "unread")];
    world.post(&world.bo, &format!("{base}/sorter"), &form).await.went();
    world.get(&world.bo, &base).await.ok().says(&["om-mail-new"]);
}

async fn reply(world: &World, who: &Person, path: &str) -> crate::world::Reply {
    let part = |name: &str, value: &str| {
        format!("--grense\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let body = format!("{}{}--grense--\r\n", part("subject", "Svar"), part("text", "Vi kommer."));
    let request = http::Request::builder()
        .method("POST")
        .uri(path)
        .header(http::header::COOKIE, who.cookie_header())
        .header(http::header::CONTENT_TYPE, "multipart/form-data; boundary=grense");
    world.request(request.body(axum::body::Body::from(body)).unwrap()).await
}

async fn an_answer_names_who_wrote_it(world: World) {
    let letter = world.aase_gets("Din tid").await;
    world.opens_post_to(&world.aase, &world.bo, WRITE, Limits::default()).await;
    let base = post_of(&world.aase);
    let went = reply(&world, &world.bo, &format!("{base}/brev/{letter}/svar")).await.went();
    assert!(went.starts_with(&format!("{base}/kvittering/")), "{went}");
    world.get(&world.bo, &went).await.ok().says(&["Dit brev er sendt", "Aase Holm"]);
    // The receiver and the owner see who helped.
    let theirs = format!("/virksomhed/{}/post", world.vejle);
    for (who, holder, shelf, path) in [
        (&world.mette, Holder::Organisation(world.vejle), INBOX, theirs.as_str()),
        (&world.aase, Holder::Person(world.aase.id), SENT, "/post"),
    ] {
        let mailbox = world.mailbox_of_holder(holder).await;
        let tx = world.realm.read().await.unwrap();
        let permit = allow_to_see::<ReadMail>(&world.realm, &actor(who), &tx, holder).await.unwrap();
        let now = world.realm.now();
        let page = reading::letters(&tx, &permit, &mailbox, who.id, Shelf::Folder(shelf), None, now).await;
        let sent = page.unwrap().letters.remove(0);
        let message = reading::message_of(&tx, &permit, &mailbox, &sent).await.unwrap().unwrap();
        let sender = message.header.sender;
        assert_eq!((sender.sender_id.as_str(), sender.label.as_str()), (world.aase.cpr, "Aase Holm"));
        let helper = sender.representative.unwrap();
        assert_eq!(helper.label.as_deref(), Some("Bo Holm"));
        assert_eq!(helper.representative_id, None, "whose number it is is nobody else's business");
        drop(tx);
        for rest in ["", "/ark"] {
            let page = world.get(who, &format!("{path}/brev/{}{rest}", sent.id)).await.ok();
            page.says(&["Skrevet af <bdi>Bo Holm</bdi>"]);
        }
    }
    let written = world.audit().await.into_iter().find(|one| one.action == "letter.write").unwrap();
    assert_eq!((written.actor, written.concerns), (Some(world.bo.id), Some(world.aase.id)));
    assert_eq!(written.on_behalf_of, Some(world.aase.id));
}

async fn whoever_reads_only_sends_on_and_does_not_answer(world: World) {
    let letter = world.aase_gets("Din tid").await;
    world.opens_post_to(&world.aase, &world.bo, READ, Limits::default()).await;
    world.opens_mailbox(Holder::Person(world.bo.id)).await;
    let path = format!("{}/brev/{letter}", post_of(&world.aase));
    let page = world.get(&world.bo, &path).await.ok();
    page.says(&["/videresend\""]);
    page.says_not(&["/svar\"", "value=\"delete\""]);
    assert_eq!(world.get(&world.bo, &format!("{path}/svar")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(reply(&world, &world.bo, &format!("{path}/svar")).await.status, StatusCode::NOT_FOUND);
    let form = [("to", world.bo.cpr), ("comment", "")];
    world.get(&world.bo, &format!("{path}/videresend")).await.ok();
    world.post(&world.bo, &format!("{path}/videresend"), &form).await.ok().says(&["Bo H."]);
    let went = world.post(&world.bo, &format!("{path}/videresend/send"), &form).await.went();
    world.get(&world.bo, &went).await.ok();
    let (sent, deleted) = (letter.to_string(), "delete");
    let form = [("letter", sent.as_str()), ("act", deleted)];
    let refused = world.post(&world.bo, &format!("{}/sorter", post_of(&world.aase)), &form).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
    let written = world.audit().await.into_iter().find(|one| one.action == "letter.write").unwrap();
    assert_eq!((written.actor, written.concerns), (Some(world.bo.id), Some(world.aase.id)));
}

async fn whoever_does_not_reach_what_was_sent_is_told_that_it_was(world: World) {
    let letter = world.aase_gets("Din tid").await;
    world.opens_post_to(&world.aase, &world.bo, WRITE, in_folders(&[INBOX])).await;
    let base = post_of(&world.aase);
    let went = reply(&world, &world.bo, &format!("{base}/brev/{letter}/svar")).await.went();
    assert_eq!(went, format!("{base}?done=sent&count=1"));
    world.get(&world.bo, &went).await.ok().says(&["Brevet er sendt."]);
    world.get(&world.aase, "/post/sendt").await.ok().says(&["Svar"]);
}

async fn the_pages_are_there_in_five_languages(world: World) {
    let summons = world.gets(&world.aase, |message| message.header.legal_notification = Some(true)).await.1;
    world.opens_post_to(&world.aase, &world.bo, READ, Limits::default()).await;
    let base = post_of(&world.aase);
    for (language, says) in [
        ("en", "You are looking at the post of"),
        ("ar", "أنتم تطّلعون على بريد"),
        ("tr", "Postasına"),
        ("ur", "آپ اس کی ڈاک"),
    ] {
        for rest in [String::new(), format!("/brev/{summons}"), format!("/brev/{summons}/ark")] {
            let page = world.get(&world.bo, &format!("{base}{rest}?lang={language}")).await;
            page.says(&[says, "<bdi>Aase Holm</bdi>"]);
            page.says_not(&["mail-before", "acting-", "problem-open"]);
        }
    }
    let page = world.get(&world.bo, &format!("{base}/brev/{summons}")).await.ok();
    let main = page.body.split("<main").nth(1).unwrap();
    let text =
        |after: &str| after.split_once('>').map(|(_, text)| text.split('<').next().unwrap().to_owned());
    let texts: Vec<String> = main.split("<p").skip(1).filter_map(text).collect();
    let blocks: Vec<Block<'_>> = texts.iter().map(|text| Block::Paragraph(text)).collect();
    let measure = measure_blocks(&blocks);
    assert!(measure.lix <= 30, "LIX {} in {texts:#?}", measure.lix);
}
