//! What people see on their own pages.

use basics::Language;
use http::StatusCode;
use notices::Channel;
use plainlanguage::{Block, measure_blocks};

use crate::world::{World, link_in, on_both};

on_both!(
    what_is_typed_wrong_is_shown_again_with_the_name_of_the_field,
    a_channel_that_leads_nowhere_cannot_be_chosen,
    choices_are_kept_and_shown,
    the_language_of_the_visit_is_kept_until_another_is_chosen,
    nobody_sees_what_others_were_told,
    a_long_log_has_pages,
    every_page_says_everything_in_every_language,
    every_danish_page_is_plain,
);

async fn what_is_typed_wrong_is_shown_again_with_the_name_of_the_field(world: World) {
    type Refusal<'t> = (&'t str, &'t [(&'t str, &'t str)], &'t [&'t str]);
    let typed: [Refusal<'_>; 12] = [
        (
            "email",
            &[("email", "aase.example.dk")],
            &["E-mail: Der mangler et @", "value=\"aase.example.dk\""],
        ),
        ("email", &[("email", "aa se@example.dk")], &["mellemrum i »aa se@example.dk«"]),
        ("email", &[("email", "aase@example")], &["»aase@example« er ikke skrevet rigtigt"]),
        ("email", &[("email", "<script>@x")], &["&#60;script&#62;@x"]),
        (
            "mobil",
            &[("mobile", "2012345")],
            &["Mobilnummer: Der mangler tal i »2012345«", "value=\"2012345\""],
        ),
        ("mobil", &[("mobile", "201234567")], &["for mange tal"]),
        ("mobil", &[("mobile", "90 12 34 56")], &["koster ekstra"]),
        ("mobil", &[("mobile", "ring til mig")], &["»ring til mig« er ikke et nummer"]),
        (
            "adresse",
            &[("street", "Gade 1"), ("postcode", "71oo")],
            &["»71oo« er ikke fire tal", "By: ", "value=\"Gade 1\""],
        ),
        ("kanal", &[("channel", "pigeon")], &["Vælg en af dem"]),
        ("sprog", &[("language", "xx")], &["Vælg et sprog"]),
        ("nyheder", &[], &["Vælg ja eller nej"]),
    ];
    for (form, fields, expected) in typed {
        let reply = world.post(&world.aase, &format!("/min-side/kontakt/{form}"), fields).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{form} {fields:?}");
        reply.says(expected);
        reply.says(&["Der er noget, du skal rette", "<title>Fejl: "]);
        let field = reply.body.split("<li><a href=\"#").nth(1).unwrap().split('"').next().unwrap();
        assert!(reply.body.contains(&format!("id=\"{field}\"")), "the summary leads to {field}");
    }
    assert!(world.audit().await.iter().all(|record| record.subject_kind != "contact"), "nothing was saved");
}

async fn a_channel_that_leads_nowhere_cannot_be_chosen(world: World) {
    for (channel, why) in
        [("email", "bekræft din e-mail"), ("sms", "bekræft dit nummer"), ("letter", "Skriv din adresse")]
    {
        let reply = world.post(&world.aase, "/min-side/kontakt/kanal", &[("channel", channel)]).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
        reply.says(&[why, &format!("value=\"{channel}\" checked")]);
    }
    world.has_address(&world.aase).await;
    let reply = world.post(&world.aase, "/min-side/kontakt/kanal", &[("channel", "letter")]).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER);
    assert_eq!(world.contact(&world.aase).await.channel, Some(Channel::Letter));
}

async fn choices_are_kept_and_shown(world: World) {
    world.has_email(&world.aase, "aase@example.dk").await;
    let street = [("street", "Eksempelgade 1"), ("extra", ""), ("postcode", "7100"), ("town", "Vejle")];
    world.post(&world.aase, "/min-side/kontakt/adresse", &street).await;
    world.post(&world.aase, "/min-side/kontakt/kanal", &[("channel", "letter")]).await;
    world.post(&world.aase, "/min-side/kontakt/sprog", &[("language", "ur")]).await;
    world.post(&world.aase, "/min-side/kontakt/nyheder", &[("news", "yes")]).await;
    let same = world.post(&world.aase, "/min-side/kontakt/email", &[("email", "aase@example.dk")]).await;
    assert_eq!((same.location.as_str(), world.send().await), ("/min-side/kontakt?saved=in-use", 0));
    world.get(&world.aase, "/min-side/kontakt?saved=in-use").await.says(&[
        "Den bruger vi i forvejen",
        "Lige nu får du brev med posten",
        "Vi bruger aase@example.dk",
        "value=\"Eksempelgade 1\"",
        "value=\"7100\"",
        "value=\"letter\" checked",
        "value=\"ur\" checked",
        "value=\"yes\" checked",
    ]);
    let made_up = world.get(&world.aase, "/min-side/kontakt?saved=nonsense").await;
    assert!(!made_up.body.contains("alert-success\" role"), "only what can be saved was saved");
}

async fn the_language_of_the_visit_is_kept_until_another_is_chosen(world: World) {
    world.post(&world.aase, "/min-side/kontakt/nyheder?lang=tr", &[("news", "no")]).await;
    assert_eq!(world.contact(&world.aase).await.language, Some(Language::Tr));
    world.post(&world.aase, "/min-side/kontakt/nyheder?lang=en", &[("news", "yes")]).await;
    assert_eq!(world.contact(&world.aase).await.language, Some(Language::Tr), "visits change nothing later");
    world.tell(&world.bo).await;
    assert_eq!(world.contact(&world.bo).await.language, None);
    world.post(&world.bo, "/min-side/kontakt/nyheder?lang=ur", &[("news", "no")]).await;
    assert_eq!(world.contact(&world.bo).await.language, Some(Language::Ur));
}

async fn nobody_sees_what_others_were_told(world: World) {
    world.has_email(&world.aase, "aase@example.dk").await;
    world.tell(&world.aase).await;
    let mine = world.get(&world.aase, "/min-side/beskeder").await;
    mine.says(&["Din hjælper kommer", "/min-side/aftaler/7"]);
    for page in ["/min-side/beskeder", "/min-side/kontakt"] {
        let bos = world.get(&world.bo, page).await;
        assert!(!bos.body.contains("Din hjælper kommer") && !bos.body.contains("aase@"), "{}", bos.body);
        assert_eq!(world.get_as_nobody(page).await.status, StatusCode::UNAUTHORIZED);
    }
    for form in ["email", "mobil", "adresse", "kanal", "sprog", "nyheder", "kode"] {
        let reply = world.post_as_nobody(&format!("/min-side/kontakt/{form}"), &[]).await;
        assert_eq!(reply.status, StatusCode::UNAUTHORIZED, "{form}");
    }
    // Bo knows Aase's code, or guesses it; it is no code of his.
    world.post(&world.aase, "/min-side/kontakt/mobil", &[("mobile", "20123456")]).await;
    world.send().await;
    let code = crate::world::code_in(&world.texts().remove(0).1);
    world.post(&world.bo, "/min-side/kontakt/kode", &[("code", &code)]).await;
    assert!(world.contact(&world.aase).await.mobile.in_use.is_none());
    assert!(world.get_as_nobody("/bekraeft/0000").await.status == StatusCode::NOT_FOUND);
}

async fn a_long_log_has_pages(world: World) {
    for _ in 0..21 {
        world.tell(&world.aase).await;
    }
    let first = world.get(&world.aase, "/min-side/beskeder").await;
    first.says(&["Side 1 af 2", "?page=2", "Ældre"]);
    assert_eq!(first.body.matches("<article").count(), 20);
    let second = world.get(&world.aase, "/min-side/beskeder?page=2").await;
    assert_eq!(second.body.matches("<article").count(), 1);
    second.says(&["Side 2 af 2", "Nyere"]);
    assert_eq!(world.get(&world.aase, "/min-side/beskeder?page=99").await.status, StatusCode::OK);
}

/// The addresses of every page that citizens see, in each of its states.
async fn citizens_pages(world: &World) -> Vec<(bool, String)> {
    world.has_email(&world.bo, "bo@example.dk").await;
    world.post(&world.bo, "/min-side/kontakt/nyheder", &[("news", "yes")]).await;
    let news = |words: &'static words::Words| notices::Notice { news: true, ..crate::world::visit(words) };
    world.tell_this(&world.bo, news).await.unwrap();
    world.post(&world.bo, "/min-side/kontakt/mobil", &[("mobile", "20123456")]).await;
    world.post(&world.bo, "/min-side/kontakt/email", &[("email", "bo.lind@example.dk")]).await;
    world.send().await;
    let mails = world.mails();
    let link = |to: &str| link_in(&mails.iter().find(|mail| mail.to == to).unwrap().text);
    let end = mails.iter().find_map(|mail| mail.text.split("/afmeld/").nth(1)).unwrap();
    let mut pages = vec![
        (true, "/min-side/kontakt".to_owned()),
        (true, "/min-side/kontakt?saved=choice".to_owned()),
        (true, "/min-side/kontakt/kode".to_owned()),
        (true, "/min-side/beskeder".to_owned()),
        (false, link("bo.lind@example.dk")),
        (false, "/bekraeft/none".to_owned()),
        (false, format!("/afmeld/{}", end.trim())),
    ];
    pages.retain(|(_, path)| !path.is_empty());
    pages
}

async fn every_page_says_everything_in_every_language(world: World) {
    let pages = citizens_pages(&world).await;
    for (signed_in, path) in &pages {
        for language in Language::ALL {
            let path =
                format!("{path}{}lang={}", if path.contains('?') { '&' } else { '?' }, language.code());
            let page =
                if *signed_in { world.get(&world.bo, &path).await } else { world.get_as_nobody(&path).await };
            page.says(&[&format!(
                "<html lang=\"{}\" dir=\"{}\"",
                language.code(),
                language.direction().as_str()
            )]);
            assert_eq!(names_of_texts(&page.body), [""; 0], "{path}");
        }
    }
    world.tell(&world.aase).await;
    for path in ["/staff/letters", "/staff/letters/print", "/staff/letters/posted"] {
        for language in ["da", "en"] {
            let page = world.get(&world.erik, &format!("{path}?lang={language}")).await;
            assert_eq!(names_of_texts(&page.body), [""; 0], "{path}");
        }
    }
}

/// Texts that are the name of a text: `contact-title`.
fn names_of_texts(html: &str) -> Vec<&str> {
    let is_name = |text: &&str| {
        text.contains('-')
            && text.bytes().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-')
            && text.starts_with(|c: char| c.is_ascii_lowercase())
            && !["e-mail"].contains(text)
    };
    html.split(['<', '>']).map(str::trim).step_by(2).filter(is_name).collect::<Vec<_>>()
}

async fn every_danish_page_is_plain(world: World) {
    for (signed_in, path) in citizens_pages(&world).await {
        let page =
            if signed_in { world.get(&world.bo, &path).await } else { world.get_as_nobody(&path).await };
        let paragraphs: Vec<&str> = page.body.split("<p").skip(1).filter_map(sentence).collect();
        assert!(!paragraphs.is_empty(), "{path}");
        let blocks: Vec<Block<'_>> = paragraphs.iter().map(|text| Block::Paragraph(text)).collect();
        let measure = measure_blocks(&blocks);
        assert!(measure.lix <= 30, "{path} has LIX {} in {paragraphs:#?}", measure.lix);
    }
}

/// The text of a paragraph without markup in it.
fn sentence(after: &str) -> Option<&str> {
    let text = after.split_once('>')?.1.split('<').next()?.trim();
    text.ends_with(['.', '!', '?']).then_some(text)
}
