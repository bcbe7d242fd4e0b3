//! What holders write: answered, sent on, refused with a reason, and in both mailboxes at once.

use access::{Holder, ReadMail, SortMail, WriteMail, allow, allow_to_see};
use basics::Id;
use mailbox::letters::{Letter, LetterTag, SENT};
use mailbox::reading::{self, Shelf};
use mailbox::writing::{Attached, Draft, ForwardTo, Sheet, WriteError, forward, reply, write_new};
use people::OrganisationKind;

use crate::world::{Person, World, actor, on_both};

on_both![
    an_answer_lies_in_both_mailboxes_and_names_what_it_answers,
    a_letter_that_takes_no_answer_gets_none,
    what_cannot_be_sent_says_why_and_sends_nothing,
    one_sheet_is_one_letter_however_often_it_is_sent,
    a_letter_is_sent_on_with_its_files,
    whoever_writes_for_a_company_is_named,
];

async fn letter_of(world: &World, who: &Person, id: Id<LetterTag>) -> Letter {
    let tx = world.realm.read().await.unwrap();
    let mailbox = world.mailbox_of(who).await;
    let permit =
        allow_to_see::<ReadMail>(&world.realm, &actor(who), &tx, Holder::Person(who.id)).await.unwrap();
    reading::letter(&tx, &permit, &mailbox, who.id, id, world.realm.now()).await.unwrap().unwrap()
}

async fn on_shelf(world: &World, who: &Person, holder: Holder, shelf: Shelf) -> Vec<Letter> {
    let tx = world.realm.read().await.unwrap();
    let mailbox = world.mailbox_of_holder(holder).await;
    let permit = allow_to_see::<ReadMail>(&world.realm, &actor(who), &tx, holder).await.unwrap();
    let now = world.realm.now();
    reading::letters(&tx, &permit, &mailbox, who.id, shelf, None, now).await.unwrap().letters
}

/// Aase answers one of her letters.
pub(crate) async fn reply_to(
    world: &World,
    letter: Id<LetterTag>,
    text: &str,
) -> Result<Id<LetterTag>, WriteError> {
    answer(world, letter, &Draft { text: text.to_owned(), ..Draft::default() }).await
}

async fn answer(world: &World, letter: Id<LetterTag>, draft: &Draft) -> Result<Id<LetterTag>, WriteError> {
    let found = letter_of(world, &world.aase, letter).await;
    let mailbox = world.mailbox_of(&world.aase).await;
    let work = world.work_of(&world.aase).await;
    let (mut work, permit) = allow::<WriteMail>(work, Holder::Person(world.aase.id)).await.unwrap();
    let sent = reply(&mut work, &permit, &mailbox, &found, draft).await?;
    work.commit().await.unwrap();
    Ok(sent)
}

async fn an_answer_lies_in_both_mailboxes_and_names_what_it_answers(world: World) {
    let (_, letter) = world.gets(&world.aase, |message| message.header.reply = Some(true)).await;
    let file =
        Attached { name: "pas.txt".to_owned(), mime: "text/plain".to_owned(), bytes: b"Mit pas".to_vec() };
    let draft =
        Draft { text: "Jeg kommer <gerne>.\n\nAase".to_owned(), files: vec![file], ..Draft::default() };
    let sent = answer(&world, letter, &draft).await.unwrap();
    let own = letter_of(&world, &world.aase, sent).await;
    assert_eq!(
        (own.head.subject.as_str(), own.head.with.as_str()),
        ("Svar: Din tid på rådhuset", "Vejle Kommune")
    );
    assert!(own.folder == SENT && own.is_seen && own.head.files == 1);
    let inbox = Shelf::Folder(mailbox::letters::INBOX);
    let theirs = on_shelf(&world, &world.mette, Holder::Organisation(world.vejle), inbox).await;
    assert_eq!((theirs.len(), theirs[0].head.with.as_str(), theirs[0].is_seen), (1, "Aase Holm", false));
}

async fn a_letter_that_takes_no_answer_gets_none(world: World) {
    let (_, letter) = world.gets(&world.aase, |_| {}).await;
    let refused = reply_to(&world, letter, "Hej").await;
    assert!(matches!(refused, Err(WriteError::NoReply)), "{refused:?}");
    assert_eq!(world.mailbox_of(&world.aase).await.letters, 1);
}

async fn what_cannot_be_sent_says_why_and_sends_nothing(world: World) {
    let (_, letter) = world.gets(&world.aase, |message| message.header.reply = Some(true)).await;
    let file = |name: &str, bytes: Vec<u8>| Attached {
        name: name.to_owned(),
        mime: "application/pdf".to_owned(),
        bytes,
    };
    let with = |files: Vec<Attached>| Draft { text: "Se her".to_owned(), files, ..Draft::default() };
    let text = |text: String| Draft { text, ..Draft::default() };
    for (draft, says) in [
        (text(" \n ".to_owned()), "the text is empty"),
        (text("a".repeat(20_001)), "the text is longer than 20,000 characters"),
        (
            Draft { subject: "a".repeat(201), text: "a".to_owned(), ..Draft::default() },
            "the subject has 1 to 200 characters",
        ),
        (
            with(vec![file("brev.pdf", b"MZ\x90\x00\x03\x00\x00\x00".repeat(20))]),
            "the file with number 1 may be dangerous, and is not sent",
        ),
        (
            with((0..11).map(|_| file("a.pdf", b"%PDF-1.4".to_vec())).collect()),
            "at most 10 files can be sent",
        ),
        (
            with(vec![file("a.pdf", [b"%PDF-1.4".as_slice(), &[b' '; 10_000_000]].concat())]),
            "the files are larger than 10000000 bytes together",
        ),
    ] {
        let refused = answer(&world, letter, &draft).await.unwrap_err().to_string();
        assert_eq!(refused, says);
    }
    assert_eq!(world.mailbox_of(&world.aase).await.letters, 1);
}

async fn one_sheet_is_one_letter_however_often_it_is_sent(world: World) {
    let (_, letter) = world.gets(&world.aase, |message| message.header.reply = Some(true)).await;
    let on = |sheet| Draft { text: "Jeg kommer".to_owned(), sheet: Some(sheet), ..Draft::default() };
    let (first, second) = (Sheet::blank(&world.realm), Sheet::blank(&world.realm));
    let (first, second) = (on(first), on(second));
    let (once, twice, other) = tokio::join!(
        answer(&world, letter, &first),
        answer(&world, letter, &first),
        answer(&world, letter, &second),
    );
    let (once, other) = (once.unwrap(), other.unwrap());
    assert_eq!(once, twice.unwrap());
    assert_ne!(once, other);
    let inbox = Shelf::Folder(mailbox::letters::INBOX);
    let theirs = on_shelf(&world, &world.mette, Holder::Organisation(world.vejle), inbox).await;
    let sent = on_shelf(&world, &world.aase, Holder::Person(world.aase.id), Shelf::Folder(SENT)).await;
    assert_eq!((theirs.len(), sent.len()), (2, 2));
}

async fn a_letter_is_sent_on_with_its_files(world: World) {
    let (_, letter) = world.gets(&world.aase, |_| {}).await;
    let found = letter_of(&world, &world.aase, letter).await;
    let mailbox = world.mailbox_of(&world.aase).await;
    let to_bo = ForwardTo::Person(world.bo.cpr.parse().unwrap());
    let holder = Holder::Person(world.aase.id);
    let (mut work, permit) = allow::<SortMail>(world.work_of(&world.aase).await, holder).await.unwrap();
    let refused = forward(&mut work, &permit, &mailbox, &found, &to_bo, "", None).await;
    assert!(matches!(refused, Err(WriteError::NoReceiver)), "Bo has no mailbox: {refused:?}");
    drop(work);
    world.opens_mailbox(Holder::Person(world.bo.id)).await;
    let (mut work, permit) = allow::<SortMail>(world.work_of(&world.aase).await, holder).await.unwrap();
    forward(&mut work, &permit, &mailbox, &found, &to_bo, "Kører du mig?", None).await.unwrap();
    work.commit().await.unwrap();
    let inbox = Shelf::Folder(mailbox::letters::INBOX);
    let bos = on_shelf(&world, &world.bo, Holder::Person(world.bo.id), inbox).await;
    assert_eq!(bos[0].head.subject, "Videresendt: Din tid på rådhuset");
    let tx = world.realm.read().await.unwrap();
    let permit = allow_to_see::<ReadMail>(&world.realm, &actor(&world.bo), &tx, Holder::Person(world.bo.id))
        .await
        .unwrap();
    let his_box = world.mailbox_of(&world.bo).await;
    let message = reading::message_of(&tx, &permit, &his_box, &bos[0]).await.unwrap().unwrap();
    let forwarded = message.header.forward_data.clone().unwrap();
    assert_eq!(
        (forwarded.original_sender.as_str(), forwarded.comment.as_deref()),
        ("Vejle Kommune", Some("Kører du mig?"))
    );
    let file = message.files().next().unwrap();
    let (bytes, _) = reading::beginning_of(&tx, &world.realm.vault, &file.content).await.unwrap();
    assert_eq!(String::from_utf8(bytes).unwrap(), "<p>Kom på torsdag kl. 10.</p>");
}

async fn whoever_writes_for_a_company_is_named(world: World) {
    let bakery = world.organisation("Vejle Brød", OrganisationKind::Company, "13748136").await;
    let mailbox = world.opens_mailbox(Holder::Organisation(bakery)).await;
    world.becomes(&world.bo, bakery, people::Role::MailAdministrator).await;
    let holder = Holder::Organisation(bakery);
    let (mut work, permit) = allow::<WriteMail>(world.work_of(&world.bo).await, holder).await.unwrap();
    let draft =
        Draft { subject: "Moms".to_owned(), text: "Hvornår skal vi betale?".to_owned(), ..Draft::default() };
    write_new(&mut work, &permit, &mailbox, world.vejle, &draft).await.unwrap();
    work.commit().await.unwrap();
    let vejle = Holder::Organisation(world.vejle);
    let inbox = Shelf::Folder(mailbox::letters::INBOX);
    let theirs = on_shelf(&world, &world.mette, vejle, inbox).await;
    let tx = world.realm.read().await.unwrap();
    let permit = allow_to_see::<ReadMail>(&world.realm, &actor(&world.mette), &tx, vejle).await.unwrap();
    let their_box = world.mailbox_of_holder(vejle).await;
    let message = reading::message_of(&tx, &permit, &their_box, &theirs[0]).await.unwrap().unwrap();
    let sender = message.header.sender;
    assert_eq!((sender.sender_id.as_str(), sender.label.as_str()), ("13748136", "Vejle Brød"));
    assert_eq!(sender.representative.unwrap().label.as_deref(), Some("Bo Holm"));
    // A citizen may not write in the company's name.
    assert!(allow::<WriteMail>(world.work_of(&world.aase).await, holder).await.is_err());
}
