//! Figures of mailboxes.

use access::Holder;
use access::{DeleteMail, ReadMail, SortMail, allow};
use basics::Id;
use jiff::SignedDuration;
use mailbox::figures::{FOLDERS, QUIET, quiet_boxes};
use mailbox::folders::{folders_within, make_folder, remove_folder};
use mailbox::letters::{ARCHIVE, FolderTag, INBOX};
use mailbox::{reading, sorting};
use realm::{Actor, Via};

use crate::world::{Person, World, on_both};

on_both!(
    a_box_is_quiet_that_got_post_and_had_no_visit,
    quiet_boxes_are_counted_along_an_index,
    each_reader_sees_how_many_letters_they_have_not_opened,
    folders_are_counted_without_a_look_at_letters,
);

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

/// How many letters a reader of Aase's post sees in a folder, and how many of them they have not opened.
async fn counts(world: &World, reader: &Person, folder: Id<FolderTag>) -> (i64, i64) {
    let mailbox = world.mailbox_of(&world.aase).await;
    let holder = Holder::Person(world.aase.id);
    let (work, permit) = allow::<ReadMail>(world.work_of(&world.aase).await, holder).await.unwrap();
    let (tx, now) = (work.tx(), world.realm.now());
    let all = folders_within(tx, &permit, &mailbox, reader.id, now).await.unwrap();
    all.iter().find(|one| one.id == folder).map(|one| (one.letters, one.unread)).unwrap()
}

async fn each_reader_sees_how_many_letters_they_have_not_opened(world: World) {
    let (_, first) = world.gets(&world.aase, |_| {}).await;
    let (_, second) = world.gets(&world.aase, |_| {}).await;
    let monday = jiff::civil::date(2026, 11, 23).into();
    world.gets(&world.aase, |message| message.header.do_not_deliver_until_date = Some(monday)).await;
    assert_eq!(counts(&world, &world.aase, INBOX).await, (2, 2), "the third has not arrived yet");

    world.opens(&world.aase, first).await;
    assert_eq!(counts(&world, &world.aase, INBOX).await, (2, 1));
    assert_eq!(counts(&world, &world.bo, INBOX).await, (2, 2), "what she reads is no less news to her son");

    let mailbox = world.mailbox_of(&world.aase).await;
    let holder = Holder::Person(world.aase.id);
    let (mut work, permit) = allow::<SortMail>(world.work_of(&world.aase).await, holder).await.unwrap();
    let taxes = make_folder(&mut work, &permit, "Skat", None).await.unwrap();
    sorting::move_letters(&mut work, &permit, &mailbox, &[first], taxes).await.unwrap();
    sorting::move_letters(&mut work, &permit, &mailbox, &[second], ARCHIVE).await.unwrap();
    work.commit().await.unwrap();
    assert_eq!(counts(&world, &world.aase, INBOX).await, (0, 0));
    assert_eq!(counts(&world, &world.aase, taxes).await, (1, 0));
    assert_eq!(counts(&world, &world.aase, ARCHIVE).await, (1, 1));
    assert_eq!(counts(&world, &world.bo, taxes).await, (1, 1));

    let (mut work, permit) = allow::<ReadMail>(world.work_of(&world.aase).await, holder).await.unwrap();
    reading::mark_unread(&mut work, &permit, &mailbox, world.aase.id, &[first]).await.unwrap();
    reading::mark_read(&mut work, &permit, &mailbox, world.aase.id, &[second]).await.unwrap();
    work.commit().await.unwrap();
    assert_eq!(counts(&world, &world.aase, taxes).await, (1, 1));
    assert_eq!(counts(&world, &world.aase, ARCHIVE).await, (1, 0));

    let (mut work, permit) = allow::<DeleteMail>(world.work_of(&world.aase).await, holder).await.unwrap();
    sorting::delete_letters(&mut work, &permit, &mailbox, &[first, second]).await.unwrap();
    work.commit().await.unwrap();
    assert_eq!(counts(&world, &world.aase, taxes).await, (0, 0));
    assert_eq!(counts(&world, &world.aase, ARCHIVE).await, (0, 0));

    let (mut work, permit) = allow::<SortMail>(world.work_of(&world.aase).await, holder).await.unwrap();
    remove_folder(&mut work, &permit, taxes).await.unwrap();
    work.commit().await.unwrap();
    let (mut work, permit) = allow::<DeleteMail>(world.work_of(&world.aase).await, holder).await.unwrap();
    sorting::take_back(&mut work, &permit, &mailbox, &[first, second]).await.unwrap();
    work.commit().await.unwrap();
    assert_eq!(
        counts(&world, &world.aase, INBOX).await,
        (1, 1),
        "its folder is gone, so it lies in the inbox"
    );
    assert_eq!(counts(&world, &world.aase, ARCHIVE).await, (1, 0), "what she had read she has still read");
    world.days_later(1);
    assert_eq!(counts(&world, &world.aase, INBOX).await, (2, 2), "the third has arrived");
}

async fn folders_are_counted_without_a_look_at_letters(world: World) {
    let id = match world.realm.store.engine() {
        store::Engine::Sqlite => "x'01'",
        store::Engine::Postgres => "'01a201c0-f314-732a-8f37-97caf3361498'",
    };
    let plan = world.plan(FOLDERS, &[id, id, "1"]).await;
    assert!(plan.contains("mailbox_letter_lies_in"), "{plan}");
    if plan.contains("SEARCH") {
        assert!(plan.contains("l USING COVERING INDEX mailbox_letter_lies_in (box=?)"), "{plan}");
        assert!(plan.contains("s USING COVERING INDEX"), "{plan}");
    } else {
        assert!(plan.contains("Index Only Scan using mailbox_letter_lies_in"), "{plan}");
        assert!(plan.contains("Index Only Scan using mailbox_seen_pkey"), "{plan}");
    }
}
