//! Being reminded of important post that nobody has opened.

use access::Holder;
use basics::Id;
use mailbox::MailboxTag;
use mailbox::letters::LetterTag;

use crate::world::{Person, World, on_both};

on_both!(
    an_unopened_important_letter_is_reminded_of_three_times,
    what_is_opened_is_not_reminded_of_and_what_a_helper_opens_is,
    a_call_up_is_reminded_of_sooner,
    several_letters_make_one_reminder_a_day,
    a_ladder_that_stood_still_is_made_up_for_without_repeating,
    the_chosen_helper_is_told_in_the_end_and_learns_nothing,
    without_a_chosen_helper_nobody_else_is_told,
    many_letters_are_gone_through_in_portions,
    the_ladder_goes_by_its_index,
);

type Placed = (Id<MailboxTag>, Id<LetterTag>);

async fn important(world: &World, who: &Person) -> Placed {
    world.gets(who, |message| message.header.mandatory = Some(true)).await
}

/// Every morning until then, with everything that is due.
async fn mornings(world: &World, from: i64, to: i64) {
    for day in from..=to {
        let date = jiff::civil::date(2026, 11, 1).checked_add(jiff::Span::new().days(day - 1)).unwrap();
        let eight = date.at(8, 0, 0, 0).to_zoned(world.realm.zone().clone()).unwrap().timestamp();
        world.wait_until(&eight.to_string());
        world.send().await;
    }
}

/// Begins with schedules known, and Aase told by text; nothing told yet.
async fn begin(world: &World) {
    world.send().await;
    world.is_told_by_text(&world.aase, "+4520123456").await;
}

async fn reminders(world: &World, who: &Person) -> Vec<String> {
    let zone = world.realm.zone().clone();
    let mut days: Vec<String> = world
        .messages(who)
        .await
        .into_iter()
        .filter(|message| message.kind.starts_with("post.unopened"))
        .map(|message| message.created_at.to_zoned(zone.clone()).strftime("%m-%d %H").to_string())
        .collect();
    days.reverse();
    days
}

async fn an_unopened_important_letter_is_reminded_of_three_times(world: World) {
    begin(&world).await;
    // On Sunday 22 November.
    important(&world, &world.aase).await;
    world.gets(&world.aase, |_| {}).await;
    mornings(&world, 23, 60).await;
    assert_eq!(reminders(&world, &world.aase).await, ["11-25 08", "11-29 08", "12-06 08"]);
    let message = world.messages(&world.aase).await.remove(0);
    let all = format!("{} {} {}", message.subject, message.short, message.paragraphs.join(" "));
    for secret in ["Vejle", "rådhus", "tid på"] {
        assert!(!all.contains(secret), "{secret} in {all}");
    }
}

async fn what_is_opened_is_not_reminded_of_and_what_a_helper_opens_is(world: World) {
    begin(&world).await;
    let (_, opened) = important(&world, &world.aase).await;
    world.opens(&world.aase, opened).await;
    mornings(&world, 23, 26).await;
    assert!(reminders(&world, &world.aase).await.is_empty());
    // On the 26th. Bo looks for her, and that hides nothing from her.
    let (mailbox, letter) = important(&world, &world.aase).await;
    seen(&world, mailbox, letter, &world.bo).await;
    mornings(&world, 27, 30).await;
    assert_eq!(reminders(&world, &world.aase).await, ["11-29 08"]);
    world.opens(&world.aase, letter).await;
    mornings(&world, 31, 45).await;
    assert_eq!(reminders(&world, &world.aase).await, ["11-29 08"]);
}

/// Somebody's mark, as their opening it leaves one.
async fn seen(world: &World, mailbox: Id<MailboxTag>, letter: Id<LetterTag>, who: &Person) {
    let work = world.work().await;
    let now = work.now();
    let sql = "insert into mailbox_seen (box, letter, person, at) values ($1, $2, $3, $4)";
    work.tx().run(sql, store::params![mailbox, letter, who.id, now]).await.unwrap();
    work.commit().await.unwrap();
}

async fn a_call_up_is_reminded_of_sooner(world: World) {
    begin(&world).await;
    world.gets(&world.aase, |message| message.header.message_code = Some("Forsvarets-dag".to_owned())).await;
    mornings(&world, 23, 60).await;
    assert_eq!(reminders(&world, &world.aase).await, ["11-24 08", "11-27 08", "12-02 08"]);
}

async fn several_letters_make_one_reminder_a_day(world: World) {
    begin(&world).await;
    for _ in 0..5 {
        important(&world, &world.aase).await;
    }
    world.gets(&world.aase, |message| message.header.message_code = Some("SESSION".to_owned())).await;
    mornings(&world, 23, 25).await;
    // The call-up on the 24th, the others on the 25th.
    assert_eq!(reminders(&world, &world.aase).await, ["11-24 08", "11-25 08"]);
    assert_eq!(noted(&world).await, 6);
}

store::row! {
    struct Count {
        n: i64,
    }
}

/// How many reminders of letters are known.
async fn noted(world: &World) -> i64 {
    let tx = world.realm.read().await.unwrap();
    let count: Option<Count> =
        tx.optional("select count(*) as n from mailbox_reminder", store::params![]).await.unwrap();
    count.unwrap().n
}

async fn a_ladder_that_stood_still_is_made_up_for_without_repeating(world: World) {
    begin(&world).await;
    important(&world, &world.aase).await;
    mornings(&world, 23, 24).await;
    // Nothing runs from the 25th to the 27th.
    mornings(&world, 28, 28).await;
    assert_eq!(reminders(&world, &world.aase).await, ["11-28 08"]);
    world.minutes_later(60);
    world.send().await;
    assert_eq!(reminders(&world, &world.aase).await, ["11-28 08"]);
    // And from then to the 8th of December: the second step is over, and the third is late.
    mornings(&world, 38, 38).await;
    assert_eq!(reminders(&world, &world.aase).await, ["11-28 08", "12-08 08"]);
    mornings(&world, 39, 60).await;
    assert_eq!(reminders(&world, &world.aase).await.len(), 2);
}

async fn choose_bo(world: &World) {
    let holder = Holder::Person(world.aase.id);
    let mailbox = world.mailbox_of(&world.aase).await;
    let work = world.work_of(&world.aase).await;
    let (mut work, permit) = access::allow::<access::ChooseMail>(work, holder).await.unwrap();
    let code = mailbox::helper::invite_helper(&mut work, &permit, &mailbox).await.unwrap();
    mailbox::helper::accept_to_help(&mut work, world.bo.id, &code).await.unwrap();
    work.commit().await.unwrap();
}

async fn the_chosen_helper_is_told_in_the_end_and_learns_nothing(world: World) {
    begin(&world).await;
    world.is_told_by_text(&world.bo, "+4520123457").await;
    choose_bo(&world).await;
    important(&world, &world.aase).await;
    mornings(&world, 23, 42).await;
    assert!(reminders(&world, &world.bo).await.is_empty());
    mornings(&world, 43, 60).await;
    // Three weeks later, once, in words that say nothing of her or of the letter.
    assert_eq!(reminders(&world, &world.bo).await, ["12-13 08"]);
    let message = world.messages(&world.bo).await.remove(0);
    assert_eq!(message.kind, "post.unopened_of_other");
    let all = format!("{} {} {}", message.subject, message.short, message.paragraphs.join(" "));
    for secret in ["Aase", "Holm", "Vejle", "rådhus", "tid på"] {
        assert!(!all.contains(secret), "{secret} in {all}");
    }
    assert_eq!(message.link.unwrap().path, "/min-side/hjaelper");
}

async fn without_a_chosen_helper_nobody_else_is_told(world: World) {
    begin(&world).await;
    world.is_told_by_text(&world.bo, "+4520123457").await;
    choose_bo(&world).await;
    important(&world, &world.aase).await;
    mornings(&world, 23, 30).await;
    let holder = Holder::Person(world.aase.id);
    let mailbox = world.mailbox_of(&world.aase).await;
    let work = world.work_of(&world.aase).await;
    let (mut work, permit) = access::allow::<access::ChooseMail>(work, holder).await.unwrap();
    assert!(mailbox::helper::end_helper(&mut work, &permit, &mailbox).await.unwrap());
    work.commit().await.unwrap();
    mornings(&world, 31, 60).await;
    assert!(reminders(&world, &world.bo).await.is_empty());
}

async fn many_letters_are_gone_through_in_portions(world: World) {
    begin(&world).await;
    // More than one portion of three hundred, most of them opened, at one moment.
    let (mailbox, letter) = important(&world, &world.aase).await;
    let work = world.work().await;
    let columns = "at, received_at, direction, sender, weight, reply_by, deleted_at, size, head, words";
    let mut copies = Vec::new();
    for _ in 0..700 {
        let copy: Id<LetterTag> = work.new_id();
        let sql = format!(
            "insert into mailbox_letter (box, id, folder, message_uuid, {columns})
             select box, $3, folder, message_uuid, {columns} from mailbox_letter where box = $1 and id = $2"
        );
        work.tx().run(&sql, store::params![mailbox, letter, copy]).await.unwrap();
        copies.push(copy);
    }
    work.commit().await.unwrap();
    for copy in &copies[..650] {
        seen(&world, mailbox, *copy, &world.aase).await;
    }
    mornings(&world, 23, 25).await;
    assert_eq!(reminders(&world, &world.aase).await, ["11-25 08"]);
    assert_eq!(noted(&world).await, 51);
}

async fn the_ladder_goes_by_its_index(world: World) {
    for weight in [mailbox::letters::Weight::Important, mailbox::letters::Weight::CallUp] {
        let nil = "'00000000-0000-0000-0000-000000000000'";
        let statement = mailbox::figures::ladder_statement(weight);
        let plan = world.plan(&statement, &["1", nil, nil, "2", "300"]).await;
        let index = match weight {
            mailbox::letters::Weight::CallUp => "mailbox_letter_call_up",
            _ => "mailbox_letter_to_remind",
        };
        assert!(plan.contains(index), "{plan}");
    }
}
