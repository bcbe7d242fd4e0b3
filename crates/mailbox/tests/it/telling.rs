//! Being told that post has come.

use access::Holder;
use basics::Language;
use people::{OrganisationKind, Role};

use crate::world::{World, on_both};

on_both!(
    a_holder_is_told_that_post_has_come_and_not_what,
    a_mail_leads_to_the_post_and_says_no_more,
    whoever_never_said_how_is_not_told,
    what_is_opened_or_deleted_before_is_not_told_of,
    post_that_waits_for_its_day_is_told_of_on_that_day,
    whoever_is_exempt_is_not_told_of_post_in_a_mailbox,
    those_who_answer_for_a_companys_post_are_told,
);

async fn a_holder_is_told_that_post_has_come_and_not_what(world: World) {
    world.is_told_by_text(&world.aase, "+4520123456").await;
    world.gets(&world.aase, |_| {}).await;
    world.send().await;
    let texts = world.texts();
    assert_eq!(texts.len(), 1);
    assert_eq!(texts[0].0, "+4520123456");
    for secret in ["Vejle", "rådhus", "tid"] {
        assert!(!texts[0].1.contains(secret), "{secret} in {}", texts[0].1);
    }
    let message = world.messages(&world.aase).await.remove(0);
    assert_eq!(message.kind, "post.arrived");
    assert_eq!(message.link.unwrap().path, "/post");
    assert!(!message.paragraphs.join(" ").contains("Vejle"));
    // A letter that matters says so.
    world.gets(&world.aase, |message| message.header.mandatory = Some(true)).await;
    world.send().await;
    assert!(world.texts()[1].1.contains("vigtigt brev"), "{:?}", world.texts());
    assert_eq!(world.told(&world.aase).await, ["post.arrived", "post.arrived"]);
}

async fn a_mail_leads_to_the_post_and_says_no_more(world: World) {
    world.is_told_by_mail(&world.aase, "aase@example.dk").await;
    world.gets(&world.aase, |message| message.header.notification = Some("Ny tid".to_owned())).await;
    world.send().await;
    let mails = world.mails();
    assert_eq!(mails.len(), 1);
    assert!(mails[0].contains("/post"), "{}", mails[0]);
    for secret in ["Vejle", "dhuset", "Ny tid", "010140"] {
        assert!(!mails[0].contains(secret), "{secret} in {}", mails[0]);
    }
}

async fn whoever_never_said_how_is_not_told(world: World) {
    world.gets(&world.aase, |_| {}).await;
    world.send().await;
    assert!(world.messages(&world.aase).await.is_empty());
    // Neither does anybody get a letter on paper that says that there is a letter.
    world.has_address(&world.aase).await;
    world.gets(&world.aase, |_| {}).await;
    world.send().await;
    assert!(world.messages(&world.aase).await.is_empty());
}

async fn what_is_opened_or_deleted_before_is_not_told_of(world: World) {
    world.is_told_by_text(&world.aase, "+4520123456").await;
    let (_, letter) = world.gets(&world.aase, |_| {}).await;
    world.opens(&world.aase, letter).await;
    let (_, letter) = world.gets(&world.aase, |_| {}).await;
    let mailbox = world.mailbox_of(&world.aase).await;
    let work = world.work_of(&world.aase).await;
    let holder = Holder::Person(world.aase.id);
    let (mut work, permit) = access::allow::<access::DeleteMail>(work, holder).await.unwrap();
    let deleted = mailbox::sorting::delete_letters(&mut work, &permit, &mailbox, &[letter]).await.unwrap();
    assert_eq!(deleted, 1);
    work.commit().await.unwrap();
    world.send().await;
    assert!(world.told(&world.aase).await.is_empty());
}

async fn post_that_waits_for_its_day_is_told_of_on_that_day(world: World) {
    world.is_told_by_text(&world.aase, "+4520123456").await;
    let day = memo::Day { date: jiff::civil::date(2026, 11, 25), offset: None };
    world.gets(&world.aase, |message| message.header.do_not_deliver_until_date = Some(day)).await;
    world.send().await;
    assert!(world.told(&world.aase).await.is_empty());
    world.wait_until("2026-11-24T22:59:00Z");
    world.send().await;
    assert!(world.told(&world.aase).await.is_empty());
    world.minutes_later(2);
    world.send().await;
    assert_eq!(world.told(&world.aase).await, ["post.arrived"]);
}

async fn whoever_is_exempt_is_not_told_of_post_in_a_mailbox(world: World) {
    world.is_told_by_text(&world.aase, "+4520123456").await;
    world.goes_on_paper(&world.aase).await;
    world.gets(&world.aase, |_| {}).await;
    world.send().await;
    assert!(world.told(&world.aase).await.is_empty());
}

async fn those_who_answer_for_a_companys_post_are_told(world: World) {
    let company = world.organisation("Holms Blomster ApS", OrganisationKind::Company, "13748136").await;
    world.opens_mailbox(Holder::Organisation(company)).await;
    world.becomes(&world.bo, company, Role::MailAdministrator).await;
    world.is_told_by_text(&world.bo, "+4520123457").await;
    world.is_told_by_text(&world.aase, "+4520123456").await;
    let mut message = world.letter_to("13748136");
    message.header.recipient = memo::Recipient::new("13748136", memo::id_type::CVR);
    assert!(world.take(&message).await.is_taken());
    world.send().await;
    let told = world.messages(&world.bo).await.remove(0);
    assert_eq!((told.kind.as_str(), told.language), ("post.arrived", Language::Da));
    assert!(told.subject.contains("Holms Blomster ApS"), "{}", told.subject);
    assert!(world.told(&world.aase).await.is_empty());
}
