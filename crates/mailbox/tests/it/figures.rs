//! Figures of mailboxes.

use access::Holder;
use jiff::SignedDuration;
use mailbox::figures::{QUIET, quiet_boxes};
use realm::{Actor, Via};

use crate::world::{World, on_both};

on_both!(a_box_is_quiet_that_got_post_and_had_no_visit, quiet_boxes_are_counted_along_an_index,);

async fn a_box_is_quiet_that_got_post_and_had_no_visit(world: World) {
    world.opens_mailbox(Holder::Person(world.bo.id)).await;
    let half_a_year = SignedDuration::from_hours(182 * 24);
    let quiet = async || {
        let tx = world.realm.read().await.unwrap();
        quiet_boxes(&tx, world.realm.now() - half_a_year).await.unwrap()
    };
    assert_eq!(quiet().await, 0);
    world.gets(&world.aase, |_| {}).await;
    assert_eq!(quiet().await, 1);
    let visit = async |visitor| {
        let mailbox = world.mailbox_of(&world.aase).await;
        let actor = Actor::program("test", Via::Program);
        mailbox::note_visit(&world.realm, actor, &mailbox, visitor).await.unwrap();
    };
    // A helper's visit counts as one.
    visit(world.bo.id).await;
    assert_eq!(quiet().await, 0);
    world.days_later(200);
    assert_eq!(quiet().await, 0);
    world.gets(&world.aase, |_| {}).await;
    assert_eq!(quiet().await, 1);
    visit(world.aase.id).await;
    assert_eq!(quiet().await, 0);
}

async fn quiet_boxes_are_counted_along_an_index(world: World) {
    let plan = world.plan(QUIET, &["1"]).await;
    assert!(plan.contains("mailbox_box_by_visit"), "{plan}");
    if plan.contains("SEARCH") {
        assert!(plan.contains("COVERING INDEX mailbox_box_by_visit (last_visit_at<?)"), "{plan}");
    }
}
