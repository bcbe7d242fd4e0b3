//! What an authority learns of the call-ups that it sent.

use access::Holder;
use http::StatusCode;
use people::{OrganisationKind, Role};

use crate::world::{Person, World, on_both};

on_both!(
    an_authority_sees_which_call_ups_nobody_has_opened_and_nothing_else,
    another_authority_sees_none_of_them,
    long_lists_are_read_page_by_page,
    the_list_goes_by_its_index,
);

async fn called_up(world: &World, who: &Person) -> String {
    world.minutes_later(1);
    let mut message = world.letter_to(who.cpr);
    message.header.message_code = Some("FORSVARETS-DAG".to_owned());
    let answer = world.take(&message).await;
    assert!(answer.is_taken(), "{:?}", answer.reason);
    answer.message_uuid.to_string()
}

async fn an_authority_sees_which_call_ups_nobody_has_opened_and_nothing_else(world: World) {
    world.opens_mailbox(Holder::Person(world.bo.id)).await;
    let not_opened = called_up(&world, &world.aase).await;
    let (_, letter) =
        world.gets(&world.bo, |message| message.header.message_code = Some("SESSION".to_owned())).await;
    world.opens(&world.bo, letter).await;
    world.gets(&world.bo, |_| {}).await;
    // On Sunday 22 November; seven days are over on the 30th.
    world.wait_until("2026-11-29T22:00:00Z");
    let mette = world.signed_in_anew(&world.mette).await;
    world.get(&mette, "/staff/call-ups").await.ok().says_not(&[&not_opened]);
    world.wait_until("2026-11-30T06:00:00Z");
    let mette = world.signed_in_anew(&world.mette).await;
    let page = world.get(&mette, "/staff/call-ups").await.ok();
    page.says(&[&not_opened, "Vejle Kommune", "22. november 2026", "Ikke åbnet"]);
    page.says_not(&["Aase", "Holm", "0101400002", "010140"]);
    assert_eq!(page.body.matches(">Ikke åbnet<").count(), 1, "{}", page.body);
    let file = world.get(&mette, "/staff/call-ups.csv").await.ok();
    assert_eq!(file.header("content-type"), "text/csv; charset=utf-8");
    assert_eq!(
        file.body,
        format!("message_uuid,available_on,status\r\n{not_opened},2026-11-22,not opened\r\n")
    );
    // As soon as somebody opens it, it is gone; and what goes on paper is not there either.
    world.goes_on_paper(&world.aase).await;
    world.get(&mette, "/staff/call-ups").await.ok().says_not(&[&not_opened]);
}

async fn another_authority_sees_none_of_them(world: World) {
    let uuid = called_up(&world, &world.aase).await;
    let other = world.organisation("Kolding Kommune", OrganisationKind::Authority, "13748136").await;
    world.becomes(&world.bo, other, Role::MailAdministrator).await;
    world.days_later(10);
    let bo = world.signed_in_anew(&world.bo).await;
    world.get(&bo, "/staff/call-ups").await.ok().says(&["Kolding Kommune"]);
    world.get(&bo, "/staff/call-ups").await.ok().says_not(&[&uuid]);
    let theirs = world.get(&bo, &format!("/staff/call-ups?organisation={}", world.vejle)).await;
    assert_eq!(theirs.status, StatusCode::FORBIDDEN);
    for nobody in [&world.aase, &world.tove] {
        let nobody = world.signed_in_anew(nobody).await;
        assert_eq!(world.get(&nobody, "/staff/call-ups").await.status, StatusCode::FORBIDDEN);
    }
}

async fn long_lists_are_read_page_by_page(world: World) {
    let mut all = Vec::new();
    for _ in 0..103 {
        all.push(called_up(&world, &world.aase).await);
    }
    world.days_later(10);
    let mette = world.signed_in_anew(&world.mette).await;
    let first = world.get(&mette, "/staff/call-ups").await.ok();
    let next = first.body.split("/staff/call-ups?").find(|rest| rest.contains("behind")).unwrap();
    let next = next.split('"').next().unwrap().replace("&#38;", "&").replace("&amp;", "&");
    let second = world.get(&mette, &format!("/staff/call-ups?{next}")).await.ok();
    let on = |page: &str| all.iter().filter(|uuid| page.contains(&format!(">{uuid}<"))).count();
    assert_eq!((on(&first.body), on(&second.body)), (100, 3));
    second.says_not(&["Ældre"]);
    let file = world.get(&mette, "/staff/call-ups.csv").await.ok();
    assert_eq!(file.body.lines().count(), 104);
}

async fn the_list_goes_by_its_index(world: World) {
    let nil = "'00000000-0000-0000-0000-000000000000'";
    let plan = world.plan(mailbox::figures::FOLLOW_UP, &[nil, "2", "3", nil, "100"]).await;
    assert!(plan.contains("mailbox_letter_call_up_by_sender"), "{plan}");
}
