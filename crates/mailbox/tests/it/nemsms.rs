//! Text messages from authorities.

use access::Holder;
use http::StatusCode;
use mailbox::nemsms;

use crate::world::{Person, World, code_in, on_both};

on_both!(
    a_text_goes_to_whoever_has_asked_and_to_nobody_else,
    a_text_that_is_not_fit_is_refused,
    texts_come_by_day_and_on_the_day_that_was_asked_for,
    whoever_is_exempt_gets_texts_too_and_no_other_channel_is_tried,
    a_text_is_sent_once_however_often_it_is_handed_in,
    asking_needs_a_confirmed_number,
    a_child_is_signed_up_at_the_counter,
    the_counter_is_for_those_who_work_there,
);

const REMINDER: &str = "Husk din tid hos tandplejen i morgen kl. 10.15.";

async fn asks(world: &World, who: &Person) {
    let page = world.post(who, "/min-side/nemsms", &[]).await;
    assert_eq!(page.went(), "/min-side/nemsms?saved=begun");
}

async fn a_text_goes_to_whoever_has_asked_and_to_nobody_else(world: World) {
    let refused = world.take(&world.nemsms_to(world.aase.cpr, REMINDER)).await;
    assert_eq!(refused.reason.as_deref(), Some("the recipient has not asked for text messages"));
    world.has_mobile(&world.aase, "+4520123456").await;
    assert!(!world.take(&world.nemsms_to(world.aase.cpr, REMINDER)).await.is_taken());
    asks(&world, &world.aase).await;
    assert!(world.take(&world.nemsms_to(world.aase.cpr, REMINDER)).await.is_taken());
    world.send().await;
    assert_eq!(world.texts(), [("+4520123456".to_owned(), REMINDER.to_owned())]);
    let messages = world.messages(&world.aase).await;
    let message = messages.iter().find(|message| message.kind == "nemsms").unwrap();
    assert_eq!(
        (message.kind.as_str(), message.subject.as_str(), message.state.code()),
        ("nemsms", "Vejle Kommune", "sent")
    );
    world.get(&world.aase, "/min-side/beskeder").await.ok().says(&[REMINDER, "Vejle Kommune"]);
    // It is no letter.
    assert_eq!(world.mailbox_of(&world.aase).await.letters, 0);
    world.post(&world.aase, "/min-side/nemsms/stop", &[]).await.went();
    assert!(!world.take(&world.nemsms_to(world.aase.cpr, REMINDER)).await.is_taken());
    let unknown = world.take(&world.nemsms_to("1212121212", REMINDER)).await;
    assert_eq!(unknown.reason.as_deref(), Some("the recipient is not known here"));
}

async fn a_text_that_is_not_fit_is_refused(world: World) {
    world.has_mobile(&world.aase, "+4520123456").await;
    asks(&world, &world.aase).await;
    for text in ["Se https://vejle.example/tid", "Vedr. 010140-0002: husk din tid", &"€".repeat(81)] {
        let answer = world.take(&world.nemsms_to(world.aase.cpr, text)).await;
        assert!(!answer.is_taken(), "{text}");
        assert!(!answer.reason.unwrap().contains("0002"));
    }
    let mut from_another = world.nemsms_to(world.aase.cpr, REMINDER);
    from_another.header.sender.sender_id = "13748136".to_owned();
    assert!(!world.take(&from_another).await.is_taken());
    world.send().await;
    assert!(world.texts().is_empty());
}

async fn texts_come_by_day_and_on_the_day_that_was_asked_for(world: World) {
    world.has_mobile(&world.aase, "+4520123456").await;
    asks(&world, &world.aase).await;
    world.wait_until("2026-11-22T20:30:00Z");
    let mut later = world.nemsms_to(world.aase.cpr, "Husk at møde i dag.");
    let day = memo::Day { date: jiff::civil::date(2026, 11, 25), offset: None };
    later.header.do_not_deliver_until_date = Some(day);
    world.take(&later).await;
    // One that waits longer holds up nothing.
    world.take(&world.nemsms_to(world.aase.cpr, REMINDER)).await;
    let sent_at = async |moment: &str| {
        world.wait_until(moment);
        world.send().await;
        world.texts().len()
    };
    assert_eq!(sent_at("2026-11-22T21:00:00Z").await, 0);
    assert_eq!(sent_at("2026-11-23T06:59:59Z").await, 0);
    assert_eq!(sent_at("2026-11-23T07:00:00Z").await, 1);
    assert_eq!(sent_at("2026-11-25T06:59:59Z").await, 1);
    assert_eq!(sent_at("2026-11-25T07:00:00Z").await, 2);
}

async fn whoever_is_exempt_gets_texts_too_and_no_other_channel_is_tried(world: World) {
    world.has_mobile(&world.aase, "+4520123456").await;
    world.has_address(&world.aase).await;
    asks(&world, &world.aase).await;
    world.goes_on_paper(&world.aase).await;
    let mut work = world.work().await;
    notices::set_exempt(&mut work, world.aase.id, true).await.unwrap();
    work.commit().await.unwrap();
    assert!(world.take(&world.nemsms_to(world.aase.cpr, REMINDER)).await.is_taken());
    // In the meantime she takes her number away: then it is told in no other way.
    assert!(world.take(&world.nemsms_to(world.aase.cpr, "Husk at møde.")).await.is_taken());
    world.send().await;
    assert_eq!(world.texts().len(), 2);
    world.wait_until("2026-11-22T20:30:00Z");
    assert!(world.take(&world.nemsms_to(world.aase.cpr, REMINDER)).await.is_taken());
    let mut work = world.work().await;
    notices::forget(&mut work, world.aase.id, notices::Channel::Sms).await.unwrap();
    work.commit().await.unwrap();
    world.days_later(1);
    world.empty_folders();
    world.send().await;
    assert!(!world.texts().iter().any(|(_, text)| text == REMINDER));
    let about: Vec<_> = world.messages(&world.aase).await;
    let failed: Vec<_> =
        about.iter().filter(|one| one.kind == "nemsms" && one.state.code() == "failed").collect();
    assert_eq!(failed.len(), 1);
    assert!(!about.iter().any(|one| one.instead_of == Some(failed[0].id)));
}

async fn a_text_is_sent_once_however_often_it_is_handed_in(world: World) {
    world.has_mobile(&world.aase, "+4520123456").await;
    asks(&world, &world.aase).await;
    let message = world.nemsms_to(world.aase.cpr, REMINDER);
    for _ in 0..3 {
        assert!(world.take(&message).await.is_taken());
        world.send().await;
    }
    assert_eq!(world.texts().len(), 1);
}

async fn asking_needs_a_confirmed_number(world: World) {
    let page = world.post(&world.aase, "/min-side/nemsms", &[]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    page.says(&["Vi har ikke et nummer, der virker"]);
    world.get(&world.aase, "/min-side/nemsms").await.ok().says(&["/min-side/kontakt"]);
    world.has_mobile(&world.aase, "+4520123456").await;
    asks(&world, &world.aase).await;
    world.get(&world.aase, "/min-side/nemsms").await.ok().says(&["34 56", "Nej tak til NemSMS"]);
    // Asking twice is asking once.
    asks(&world, &world.aase).await;
    let done = world.done_about(&world.aase).await;
    assert_eq!(done.iter().filter(|action| *action == "nemsms.register").count(), 1);
}

async fn a_child_is_signed_up_at_the_counter(world: World) {
    let ida = world.citizen("Ida Holm", "1503154444").await;
    let page = world.post(&world.tove, "/staff/nemsms", &[("cpr", "150315-4444")]).await;
    let path = page.went();
    assert_eq!(path, format!("/staff/nemsms/{}", ida.id));
    let page = world.get(&world.tove, &path).await.ok();
    page.says(&["Ida Holm", "Får ikke NemSMS", "ikke noget bekræftet nummer"]);
    page.says_not(&["150315", "1503154444"]);
    let too_early = world.post(&world.tove, &format!("{path}/register"), &[]).await;
    assert_eq!(too_early.status, StatusCode::UNPROCESSABLE_ENTITY);
    world.post(&world.tove, &format!("{path}/mobile"), &[("mobile", "20 12 34 59")]).await.went();
    world.send().await;
    let code = code_in(&world.texts().pop().unwrap().1);
    world.post(&world.tove, &format!("{path}/code"), &[("code", &code)]).await.went();
    world.post(&world.tove, &format!("{path}/register"), &[]).await.went();
    world.get(&world.tove, &path).await.ok().says(&["Får NemSMS siden"]);
    let registration = {
        let tx = world.realm.read().await.unwrap();
        nemsms::registration_of(&tx, ida.id).await.unwrap().unwrap()
    };
    assert!(registration.by_staff);
    // She has no mailbox, and gets texts.
    world.empty_folders();
    assert!(world.take(&world.nemsms_to(ida.cpr, REMINDER)).await.is_taken());
    world.send().await;
    assert_eq!(world.texts().len(), 1);
    let done = world.done_about(&ida).await;
    for action in ["nemsms.look", "nemsms.register"] {
        assert!(done.contains(&action.to_owned()), "{action} in {done:?}");
    }
    world.post(&world.tove, &format!("{path}/end"), &[]).await.went();
    assert!(!world.take(&world.nemsms_to(ida.cpr, REMINDER)).await.is_taken());
}

async fn the_counter_is_for_those_who_work_there(world: World) {
    // A citizen may sign themself up, and may not look for others by their numbers.
    let aase = world.aase.id;
    for (who, path) in
        [(&world.aase, format!("/staff/nemsms/{aase}")), (&world.bo, "/staff/nemsms".to_owned())]
    {
        assert_eq!(world.get(who, &path).await.status, StatusCode::FORBIDDEN, "{path}");
    }
    let found = world.post(&world.bo, "/staff/nemsms", &[("cpr", world.aase.cpr)]).await;
    assert_eq!(found.status, StatusCode::FORBIDDEN);
    let register = world.post(&world.bo, &format!("/staff/nemsms/{aase}/register"), &[]).await;
    assert_eq!(register.status, StatusCode::FORBIDDEN);
    let unknown = world.post(&world.tove, "/staff/nemsms", &[("cpr", "1212121212")]).await;
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
    unknown.says_not(&["1212121212"]);
    let work = world.work_of(&world.bo).await;
    assert!(access::allow::<access::RegisterNemsms>(work, Holder::Person(aase)).await.is_err());
}
