//! Choosing somebody who is told when important post stays unopened.

use http::StatusCode;
use plainlanguage::{Block, measure_blocks};

use crate::world::{Person, World, on_both};

on_both!(
    a_helper_is_chosen_by_a_code_that_is_shown_once,
    a_code_works_once_and_for_a_week,
    nobody_is_their_own_helper,
    either_can_end_it_at_once,
    both_must_say_yes,
    the_page_is_easy_to_read,
);

const PAGE: &str = "/min-side/hjaelper";

async fn code_of(world: &World, who: &Person) -> String {
    let page = world.post(who, "/min-side/hjaelper/kode", &[("agree", "yes")]).await.ok();
    code_in(&page.body).unwrap_or_else(|| panic!("no code in {}", page.body))
}

fn code_in(page: &str) -> Option<String> {
    let after = page.split("<p class=\"om-lead\"><bdi dir=\"ltr\">").nth(1)?;
    after.split('<').next().map(str::to_owned)
}

async fn accept(world: &World, who: &Person, code: &str) -> crate::world::Reply {
    world.post(who, "/min-side/hjaelper/ja", &[("code", code), ("agree", "yes")]).await
}

async fn a_helper_is_chosen_by_a_code_that_is_shown_once(world: World) {
    world.is_told_by_text(&world.aase, "+4520123456").await;
    let code = code_of(&world, &world.aase).await;
    assert_eq!(code_in(&world.get(&world.aase, PAGE).await.ok().body), None);
    let typed = code.to_lowercase().replace('-', " ");
    assert_eq!(accept(&world, &world.bo, &typed).await.went(), "/min-side/hjaelper?saved=helping");
    world.get(&world.aase, PAGE).await.ok().says(&["Bo Holm hjælper dig siden", "Fjern hjælperen"]);
    world.get(&world.bo, PAGE).await.ok().says(&["Du hjælper Aase Holm siden", "Hjælp ikke mere"]);
    // She is told who it is.
    let told = world.messages(&world.aase).await.remove(0);
    assert_eq!(
        (told.kind.as_str(), told.subject.as_str()),
        ("post.helper_accepted", "Bo Holm er nu din hjælper")
    );
    let done = world.done_about(&world.aase).await;
    assert!(done.ends_with(&["mail_helper.invite".to_owned(), "mail_helper.accept".to_owned()]), "{done:?}");
    // And helping opens nothing: Bo sees no post of hers.
    let work = world.work_of(&world.bo).await;
    let refused = access::allow::<access::ReadMail>(work, access::Holder::Person(world.aase.id)).await;
    assert!(refused.is_err());
}

async fn a_code_works_once_and_for_a_week(world: World) {
    let erik = world.erik.clone();
    let first = code_of(&world, &world.aase).await;
    let second = code_of(&world, &world.aase).await;
    let wrong = accept(&world, &world.bo, &first).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    wrong.says(&["Koden virker ikke"]);
    accept(&world, &world.bo, &second).await.went();
    assert_eq!(accept(&world, &erik, &second).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let third = code_of(&world, &world.aase).await;
    world.days_later(7);
    let erik = world.signed_in_anew(&erik).await;
    assert_eq!(accept(&world, &erik, &third).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

async fn nobody_is_their_own_helper(world: World) {
    let code = code_of(&world, &world.aase).await;
    let own = accept(&world, &world.aase, &code).await;
    assert_eq!(own.status, StatusCode::UNPROCESSABLE_ENTITY);
    own.says(&["Det er din egen kode"]);
    // It has not been used up by that.
    accept(&world, &world.bo, &code).await.went();
}

async fn either_can_end_it_at_once(world: World) {
    let code = code_of(&world, &world.aase).await;
    accept(&world, &world.bo, &code).await.went();
    world.post(&world.aase, "/min-side/hjaelper/fjern", &[]).await.went();
    world.get(&world.aase, PAGE).await.ok().says(&["Du har ikke valgt nogen"]);
    world.get(&world.bo, PAGE).await.ok().says_not(&["Aase"]);
    let code = code_of(&world, &world.aase).await;
    accept(&world, &world.bo, &code).await.went();
    let mailbox = world.mailbox_of(&world.aase).await.id.to_string();
    // Somebody who does not help ends nothing.
    let other = world.post(&world.erik, "/min-side/hjaelper/stop", &[("mailbox", &mailbox)]).await;
    assert_eq!(other.status, StatusCode::NOT_FOUND);
    world.post(&world.bo, "/min-side/hjaelper/stop", &[("mailbox", &mailbox)]).await.went();
    world.get(&world.aase, PAGE).await.ok().says(&["Du har ikke valgt nogen"]);
}

async fn both_must_say_yes(world: World) {
    let page = world.post(&world.aase, "/min-side/hjaelper/kode", &[]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(code_in(&page.body), None);
    let code = code_of(&world, &world.aase).await;
    let page = world.post(&world.bo, "/min-side/hjaelper/ja", &[("code", &code)]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    page.says(&["Sæt kryds, hvis du vil hjælpe", &code]);
    // Without a mailbox there is nothing to be reminded of.
    world.get(&world.bo, PAGE).await.ok().says_not(&["Lav en kode"]);
    let none = world.post(&world.bo, "/min-side/hjaelper/kode", &[("agree", "yes")]).await;
    assert_eq!(none.status, StatusCode::NOT_FOUND);
    assert_eq!(world.get_as_nobody(PAGE).await.status, StatusCode::UNAUTHORIZED);
}

async fn the_page_is_easy_to_read(world: World) {
    for path in [PAGE, "/min-side/nemsms"] {
        let page = world.get(&world.aase, path).await.ok();
        let paragraphs: Vec<&str> = page.body.split("<p").skip(1).filter_map(sentence).collect();
        assert!(!paragraphs.is_empty(), "{path}");
        let blocks: Vec<Block<'_>> = paragraphs.iter().map(|text| Block::Paragraph(text)).collect();
        let measure = measure_blocks(&blocks);
        assert!(measure.lix <= 30, "{path} has LIX {} in {paragraphs:#?}", measure.lix);
        for language in ["da", "en", "ar", "tr", "ur"] {
            let page = world.get(&world.aase, &format!("{path}?lang={language}")).await.ok();
            page.says_not(&[">post-helper-", ">nemsms-"]);
        }
    }
}

/// The text of a paragraph without markup in it.
fn sentence(after: &str) -> Option<&str> {
    let text = after.split_once('>')?.1.split('<').next()?.trim();
    text.ends_with(['.', '!', '?']).then_some(text)
}
