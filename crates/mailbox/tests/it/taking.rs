//! What comes: kept once, answered always, sealed at rest.

use access::Holder;
use jiff::{SignedDuration, Timestamp};
use mailbox::intake::{Sending, Taking, receipt_of, take_source};
use mailbox::{Way, reading};
use memo::batch::BatchWriter;
use memo::receipt::ReceiptStatus;
use memo::{AdditionalDocument, File};
use realm::{Actor, Via};
use store::{params, row};
use uuid::Uuid;

use crate::world::{World, on_both};

on_both![
    a_message_that_comes_twice_is_kept_once_and_answered_the_same,
    a_message_for_somebody_unknown_is_refused_and_may_be_sent_again_when_they_are_known,
    nobody_sends_in_anothers_name,
    what_must_wait_is_received_and_arrives_on_its_day,
    a_batch_is_taken_whole_and_a_part_of_it_again_without_doubling,
    a_batch_of_hundreds_is_kept_to_the_last_letter,
    a_batch_with_a_message_that_is_none_takes_the_others,
    a_batch_that_is_cut_off_keeps_what_was_answered,
    what_comes_for_somebody_exempt_is_also_queued_on_paper,
    the_same_file_is_kept_once_and_removed_with_its_last_letter,
    nothing_of_a_letter_lies_open_in_the_database,
    a_full_mailbox_takes_no_more,
    keys_can_be_changed_under_letters_and_files,
    the_post_of_a_department_comes_into_its_folder,
];

row! {
    struct Count {
        n: i64,
    }
}

async fn count(world: &World, table: &str) -> i64 {
    let sql = format!("select count(*) as n from {table}");
    let tx = world.realm.read().await.unwrap();
    tx.optional::<Count>(&sql, params![]).await.unwrap().unwrap().n
}

async fn batch_of(messages: &[memo::Message]) -> Vec<u8> {
    let mut batch = BatchWriter::new(Vec::new()).unwrap();
    for message in messages {
        batch.add(message).unwrap();
    }
    batch.finish().unwrap()
}

async fn hand_in(world: &World, bytes: Vec<u8>) -> (Result<(), mailbox::intake::TakeError>, Vec<Taking>) {
    let mut told = Vec::new();
    let actor = Actor::program("test", Via::Program);
    let from = std::io::Cursor::new(bytes);
    let taken = take_source(&world.realm, &actor, &world.sending, from, |taking| told.push(taking)).await;
    (taken, told)
}

fn statuses(told: &[Taking], world: &World) -> Vec<&'static str> {
    let now = world.realm.now();
    let mut statuses: Vec<_> = told
        .iter()
        .map(|taking| match taking {
            Taking::Answered(answer) => answer.status(now).as_str(),
            Taking::Unreadable(_) => "unreadable",
        })
        .collect();
    statuses.sort_unstable();
    statuses
}

async fn a_message_that_comes_twice_is_kept_once_and_answered_the_same(world: World) {
    let message = world.letter_to(world.aase.cpr);
    let first = world.take(&message).await;
    world.minutes_later(30);
    let again = Sending { transmission: Uuid::from_u128(7), ..world.sending.clone() };
    let second = world.take_by(&again, &message).await;
    let now = world.realm.now();
    assert_eq!(first.receipt(now), second.receipt(now));
    assert!(second.is_repeated && !first.is_repeated);
    let before = first.at - SignedDuration::from_secs(5);
    assert_eq!(first.status(before), ReceiptStatus::Completed, "whoever asks may have begun before");
    assert_eq!((count(&world, "mailbox_letter").await, count(&world, "mailbox_content").await), (1, 1));
    assert_eq!(world.mailbox_of(&world.aase).await.letters, 1);
    // Another system may have a message of the same number.
    let other = Sending { system: Uuid::from_u128(9), organisation: None, ..world.sending.clone() };
    assert!(!world.take_by(&other, &message).await.is_repeated);
    assert_eq!(count(&world, "mailbox_letter").await, 2);
}

async fn a_message_for_somebody_unknown_is_refused_and_may_be_sent_again_when_they_are_known(world: World) {
    let message = world.letter_to("0101551118");
    let refused = world.take(&message).await;
    assert_eq!(refused.status(world.realm.now()), ReceiptStatus::NotAllowed);
    assert_eq!(refused.reason.as_deref(), Some("the recipient is not known here"));
    let again = world.take(&message).await;
    assert_eq!(again.receipt(world.realm.now()), refused.receipt(world.realm.now()));
    let known = world.citizen("Ida Munk", "0101551118").await;
    let no_box = world.take(&message).await;
    assert_eq!(no_box.reason.as_deref(), Some("the recipient has no mailbox"));
    world.opens_mailbox(Holder::Person(known.id)).await;
    assert_eq!(world.take(&message).await.status(world.realm.now()), ReceiptStatus::Completed);
    assert_eq!(count(&world, "mailbox_receipt").await, 1);

    let mut numberless = world.letter_to("Qvist");
    numberless.header.recipient.recipient_id = "Qvist".to_owned();
    let invalid = world.take(&numberless).await;
    assert_eq!(invalid.status(world.realm.now()), ReceiptStatus::Invalid);
    assert!(!invalid.reason.unwrap().contains("Qvist"));
}

async fn nobody_sends_in_anothers_name(world: World) {
    let mut message = world.letter_to(world.aase.cpr);
    message.header.sender.sender_id = "13748136".to_owned();
    let refused = world.take(&message).await;
    assert_eq!(refused.status(world.realm.now()), ReceiptStatus::NotAllowed);
    assert!(refused.reason.unwrap().contains("senderID"));
    message.header.sender.id_type = "CPR".to_owned();
    message.header.sender.sender_id = world.bo.cpr.to_owned();
    assert_eq!(world.take(&message).await.status(world.realm.now()), ReceiptStatus::NotAllowed);
    assert_eq!(count(&world, "mailbox_letter").await, 0);
}

async fn what_must_wait_is_received_and_arrives_on_its_day(world: World) {
    let mut message = world.letter_to(world.aase.cpr);
    message.header.do_not_deliver_until_date = Some(jiff::civil::date(2026, 12, 1).into());
    let uuid = message.header.message_uuid;
    let answer = world.take(&message).await;
    assert_eq!(answer.status(world.realm.now()), ReceiptStatus::Received);
    let mailbox = world.mailbox_of(&world.aase).await;
    let listed = async |world: &World| {
        let tx = world.realm.read().await.unwrap();
        let actor = crate::world::actor(&world.aase);
        let holder = Holder::Person(world.aase.id);
        let permit =
            access::allow_to_see::<access::ReadMail>(&world.realm, &actor, &tx, holder).await.unwrap();
        let shelf = reading::Shelf::Folder(mailbox::letters::INBOX);
        let now = world.realm.now();
        reading::letters(&tx, &permit, &mailbox, world.aase.id, shelf, None, now).await.unwrap().letters
    };
    assert!(listed(&world).await.is_empty());
    // Midnight in Denmark is eleven in the evening before, in winter.
    world.wait_until("2026-11-30T22:59:59Z");
    assert!(listed(&world).await.is_empty());
    world.later(SignedDuration::from_secs(1));
    let arrived = listed(&world).await;
    assert_eq!(arrived.len(), 1);
    assert_eq!(arrived[0].at.to_string(), "2026-11-30T23:00:00Z");
    let tx = world.realm.read().await.unwrap();
    let answer = receipt_of(&tx, world.sending.system, uuid).await.unwrap().unwrap();
    assert_eq!(answer.status(world.realm.now()), ReceiptStatus::Completed);
}

async fn a_batch_is_taken_whole_and_a_part_of_it_again_without_doubling(world: World) {
    let messages: Vec<_> = (0..620).map(|_| world.letter_to(world.aase.cpr)).collect();
    let (taken, told) = hand_in(&world, batch_of(&messages[..300]).await).await;
    taken.unwrap();
    assert_eq!(told.len(), 300);
    let (taken, told) = hand_in(&world, batch_of(&messages).await).await;
    taken.unwrap();
    let repeated =
        told.iter().filter(|one| matches!(one, Taking::Answered(answer) if answer.is_repeated)).count();
    assert_eq!((told.len(), repeated), (620, 300));
    assert_eq!(count(&world, "mailbox_letter").await, 620);
    assert_eq!(world.mailbox_of(&world.aase).await.letters, 620);
}

async fn a_batch_of_hundreds_is_kept_to_the_last_letter(world: World) {
    world.opens_mailbox(Holder::Person(world.bo.id)).await;
    let day: Timestamp = "2026-12-01T09:00:00Z".parse().unwrap();
    // More than one statement holds on either database, with something missing in every third row.
    let messages: Vec<_> = (0..611)
        .map(|n| {
            let to = if n % 2 == 0 { world.aase.cpr } else { world.bo.cpr };
            let mut message = world.letter_to(to);
            message.header.reply_by_date_time = (n % 3 > 0).then_some(day);
            message
        })
        .collect();
    let (taken, told) = hand_in(&world, batch_of(&messages).await).await;
    taken.unwrap();
    assert!(statuses(&told, &world).iter().all(|status| *status == "COMPLETED"), "{told:?}");
    let with_day = format!("mailbox_letter where reply_by = {}", day.as_microsecond());
    assert_eq!(count(&world, &with_day).await, 407);
    assert_eq!(count(&world, "mailbox_letter where reply_by is null").await, 204);
    assert_eq!(count(&world, "mailbox_content").await, 611);
    let counted = (world.mailbox_of(&world.aase).await.letters, world.mailbox_of(&world.bo).await.letters);
    assert_eq!(counted, (306, 305));
}

async fn a_batch_with_a_message_that_is_none_takes_the_others(world: World) {
    let (good, spoilt) = (world.letter_to(world.aase.cpr), world.letter_to(world.aase.cpr));
    let mut unknown = world.letter_to(world.aase.cpr);
    unknown.header.recipient.recipient_id = "0101551118".to_owned();
    let document = String::from_utf8(World::memo_of(&spoilt)).unwrap();
    let document = document.replace("memo:label", "memo:lable");
    let mut archive = Vec::new();
    for (uuid, bytes) in [
        (good.header.message_uuid, World::memo_of(&good)),
        (spoilt.header.message_uuid, document.into_bytes()),
        (unknown.header.message_uuid, World::memo_of(&unknown)),
    ] {
        archive.push((format!("{uuid}.xml"), bytes));
    }
    let (taken, told) = hand_in(&world, lzma_of(&archive)).await;
    taken.unwrap();
    assert_eq!(statuses(&told, &world), ["COMPLETED", "NOT_ALLOWED", "unreadable"]);
    let named = told.iter().find_map(|taking| match taking {
        Taking::Unreadable(unreadable) => Some(unreadable),
        Taking::Answered(_) => None,
    });
    let named = named.unwrap();
    assert_eq!(named.message_uuid, Some(spoilt.header.message_uuid));
    assert!(named.why.contains("line 1") && named.why.contains("MessageHeader"), "{}", named.why);
}

async fn a_batch_that_is_cut_off_keeps_what_was_answered(world: World) {
    let messages: Vec<_> = (0..620).map(|_| world.letter_to(world.aase.cpr)).collect();
    let whole = batch_of(&messages).await;
    let (taken, told) = hand_in(&world, whole[..whole.len() * 9 / 10].to_vec()).await;
    assert!(matches!(taken, Err(mailbox::intake::TakeError::Batch(_))), "{taken:?}");
    assert_eq!(count(&world, "mailbox_letter").await, i64::try_from(told.len()).unwrap());
    assert!(told.len() >= 500, "{}", told.len());
    let (taken, told) = hand_in(&world, whole).await;
    taken.unwrap();
    assert_eq!((told.len(), count(&world, "mailbox_letter").await), (620, 620));
}

async fn what_comes_for_somebody_exempt_is_also_queued_on_paper(world: World) {
    world.goes_on_paper(&world.aase).await;
    assert_eq!(world.mailbox_of(&world.aase).await.way, Way::Paper);
    let answer = world.take(&world.letter_to(world.aase.cpr)).await;
    assert_eq!(answer.status(world.realm.now()), ReceiptStatus::Completed);
    assert_eq!(answer.reason.as_deref(), Some("the recipient is exempt, and gets it on paper"));
    assert_eq!((count(&world, "mailbox_letter").await, count(&world, "mailbox_paper").await), (1, 1));
}

async fn the_same_file_is_kept_once_and_removed_with_its_last_letter(world: World) {
    let leaflet: Vec<u8> = (0..700_000_u32).flat_map(u32::to_le_bytes).collect();
    let with_leaflet = |message: &mut memo::Message| {
        message.body.as_mut().unwrap().additional_documents.push(AdditionalDocument {
            additional_document_id: None,
            label: None,
            files: vec![File::new("application/octet-stream", "folder.bin", "da", leaflet.clone())],
            actions: Vec::new(),
        });
    };
    world.opens_mailbox(Holder::Person(world.bo.id)).await;
    let (mailbox, letter) = world.gets(&world.aase, with_leaflet).await;
    let (_, bos) = world.gets(&world.bo, with_leaflet).await;
    assert_eq!((count(&world, "mailbox_file").await, count(&world, "mailbox_file_use").await), (1, 2));
    assert_eq!(count(&world, "mailbox_file_piece").await, 11);

    let holder = Holder::Person(world.aase.id);
    let tx = world.realm.read().await.unwrap();
    let actor = crate::world::actor(&world.aase);
    let permit = access::allow_to_see::<access::ReadMail>(&world.realm, &actor, &tx, holder).await.unwrap();
    let aases = world.mailbox_of(&world.aase).await;
    let now = world.realm.now();
    let found = reading::letter(&tx, &permit, &aases, world.aase.id, letter, now).await.unwrap().unwrap();
    let message = reading::message_of(&tx, &permit, &aases, &found).await.unwrap().unwrap();
    let document = reading::as_memo(&tx, &world.realm.vault, &message).await.unwrap();
    let again = memo::read(document.as_slice()).unwrap().message;
    assert_eq!(again.files().nth(1).unwrap().content, leaflet);
    drop(tx);

    for (who, letter) in [(&world.aase, letter), (&world.bo, bos)] {
        let their_box = world.mailbox_of(who).await;
        let work = world.work_of(who).await;
        let (mut work, permit) =
            access::allow::<access::DeleteMail>(work, Holder::Person(who.id)).await.unwrap();
        mailbox::sorting::delete_letters(&mut work, &permit, &their_box, &[letter]).await.unwrap();
        work.commit().await.unwrap();
        world.days_later(29);
        let mut work = world.work().await;
        mailbox::sorting::purge_some(&mut work).await.unwrap();
        work.commit().await.unwrap();
        assert_eq!(count(&world, "mailbox_file").await, 1, "it can still be taken back");
        world.days_later(2);
        let mut work = world.work().await;
        mailbox::sorting::purge_some(&mut work).await.unwrap();
        work.commit().await.unwrap();
    }
    for table in
        ["mailbox_letter", "mailbox_content", "mailbox_file", "mailbox_file_piece", "mailbox_file_use"]
    {
        assert_eq!(count(&world, table).await, 0, "{table}");
    }
    let mailbox = { world.mailbox_of(&world.aase).await.id == mailbox };
    assert!(mailbox);
    let emptied = world.mailbox_of(&world.aase).await;
    assert_eq!((emptied.letters, emptied.bytes), (0, 0));
}

async fn nothing_of_a_letter_lies_open_in_the_database(world: World) {
    world
        .gets(&world.aase, |message| {
            message.header.label = "Hjertemedicin".to_owned();
            message.header.sender.label = "Kardiologisk Afdeling".to_owned();
        })
        .await;
    let holder = Holder::Person(world.aase.id);
    let work = world.work_of(&world.aase).await;
    let (mut work, permit) = access::allow::<access::SortMail>(work, holder).await.unwrap();
    mailbox::folders::make_folder(&mut work, &permit, "Skilsmissen", None).await.unwrap();
    work.commit().await.unwrap();
    let dump = everything(&world).await;
    for secret in [
        "Hjertemedicin",
        "hjertemedicin",
        "Kardiologisk",
        "kardiologisk",
        "torsdag",
        "Skilsmissen",
        world.aase.cpr,
    ] {
        assert!(!contains(&dump, secret.as_bytes()), "{secret} lies open");
        let hex: String = secret.bytes().map(|byte| format!("{byte:02x}")).collect();
        assert!(!contains(&dump, hex.as_bytes()), "{secret} lies open as hexadecimal digits");
    }
    assert!(contains(&dump, world.aase.name.as_bytes()), "what is looked through is the database");
}

/// All that lies in the database: the file of SQLite with its log, every row of PostgreSQL.
async fn everything(world: &World) -> Vec<u8> {
    let tx = world.realm.read().await.unwrap();
    if tx.engine() == store::Engine::Sqlite {
        let file = |name: &str| std::fs::read(world.folder.path().join(name)).unwrap_or_default();
        return [file("mailbox.db"), file("mailbox.db-wal")].concat();
    }
    let mut dump = Vec::new();
    for table in store::table_names(&tx).await.unwrap() {
        let sql = format!("select cast(t as text) as line from {table} t");
        for row in tx.all::<Line>(&sql, params![]).await.unwrap() {
            dump.extend_from_slice(row.line.as_bytes());
        }
    }
    dump
}

row! {
    struct Line {
        line: String,
    }
}

fn contains(hay: &[u8], needle: &[u8]) -> bool {
    hay.windows(needle.len()).any(|window| window == needle)
}

async fn a_full_mailbox_takes_no_more(world: World) {
    let mailbox = world.mailbox_of(&world.aase).await;
    let work = world.work().await;
    work.tx().run("update mailbox_box set letters = 99999 where id = $1", params![mailbox.id]).await.unwrap();
    work.commit().await.unwrap();
    let messages = [world.letter_to(world.aase.cpr), world.letter_to(world.aase.cpr)];
    let (taken, told) = hand_in(&world, batch_of(&messages).await).await;
    taken.unwrap();
    assert_eq!(statuses(&told, &world), ["COMPLETED", "NOT_ALLOWED"]);
    assert_eq!(count(&world, "mailbox_letter").await, 1);
}

async fn keys_can_be_changed_under_letters_and_files(world: World) {
    let (_, letter) = world
        .gets(&world.aase, |message| {
            let file = File::new("text/plain", "a.txt", "da", vec![b'a'; 20_000]);
            message.body.as_mut().unwrap().main_document.files = vec![file];
        })
        .await;
    let newer = format!("b1 {}\n", "5e".repeat(32));
    let both = format!("{newer}{}", crate::world::KEYS);
    world.realm.vault.replace_with(&vault::Keyring::parse(&both).unwrap());
    let mut work = world.work().await;
    assert_eq!(mailbox::reseal_some(&mut work, 100).await.unwrap(), 0);
    work.commit().await.unwrap();
    world.realm.vault.replace_with(&vault::Keyring::parse(&newer).unwrap());
    let holder = Holder::Person(world.aase.id);
    let tx = world.realm.read().await.unwrap();
    let actor = crate::world::actor(&world.aase);
    let permit = access::allow_to_see::<access::ReadMail>(&world.realm, &actor, &tx, holder).await.unwrap();
    let mailbox = world.mailbox_of(&world.aase).await;
    let now = world.realm.now();
    let found = reading::letter(&tx, &permit, &mailbox, world.aase.id, letter, now).await.unwrap();
    let found = found.unwrap();
    assert_eq!(found.head.subject, "Din tid på rådhuset");
    let vault = &world.realm.vault;
    let (file, apart) = reading::file_of(&tx, vault, &permit, &mailbox, &found, 0).await.unwrap().unwrap();
    assert!(apart.is_some());
    let (bytes, _) = reading::beginning_of(&tx, vault, &file.content).await.unwrap();
    assert_eq!(bytes, vec![b'a'; 20_000]);
}

async fn the_post_of_a_department_comes_into_its_folder(world: World) {
    let mailbox = world.opens_mailbox(Holder::Organisation(world.vejle)).await;
    let work = world.work_of(&world.mette).await;
    let holder = Holder::Organisation(world.vejle);
    let (mut work, permit) = access::allow::<access::SortMail>(work, holder).await.unwrap();
    let folder =
        mailbox::folders::make_folder(&mut work, &permit, "Biblioteket", Some("1012345678")).await.unwrap();
    work.commit().await.unwrap();
    let mut message = world.letter_to(world.aase.cpr);
    message.header.recipient = memo::Recipient::new(crate::world::VEJLE, memo::id_type::CVR);
    let unit = memo::ProductionUnit { production_unit_number: 1_012_345_678, production_unit_name: None };
    message.header.recipient.attention_data =
        Some(memo::AttentionData { production_unit: Some(unit), ..memo::AttentionData::default() });
    assert!(world.take(&message).await.is_taken());
    let (work, permit) =
        access::allow::<access::ReadMail>(world.work_of(&world.mette).await, holder).await.unwrap();
    let (tx, reader, now) = (work.tx(), world.mette.id, world.realm.now());
    let folders = mailbox::folders::folders_within(tx, &permit, &mailbox, reader, now).await.unwrap();
    let there = folders.iter().find(|one| one.id == folder).unwrap();
    assert_eq!((there.letters, there.unread), (1, 1));
}

/// A batch of any files.
fn lzma_of(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut builder = tar::Builder::new(Vec::new());
    for (name, bytes) in files {
        let mut header = tar::Header::new_ustar();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        header.set_cksum();
        builder.append_data(&mut header, name, bytes.as_slice()).unwrap();
    }
    let archive = builder.into_inner().unwrap();
    let options = lzma_rust2::LzmaOptions::with_preset(1);
    let mut packed = lzma_rust2::LzmaWriter::new_use_header(Vec::new(), &options, None).unwrap();
    std::io::Write::write_all(&mut packed, &archive).unwrap();
    packed.finish().unwrap()
}
