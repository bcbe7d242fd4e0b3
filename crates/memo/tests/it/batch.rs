//! Batches: ours, those of other tools, and those that mean harm.

use std::io::{Read, Write};
use std::process::{Command, Stdio};

use lzma_rust2::{LzmaOptions, LzmaWriter};
use memo::batch::{BatchError, BatchLimits, BatchReader, BatchWriter};
use memo::{Message, Version};
use tar::{EntryType, Header};

use crate::full::{full, letter, uuid};

fn messages() -> Vec<Message> {
    let mut messages = vec![full(Version::V1_1), full(Version::V1_2), letter(Version::V1_2)];
    for (number, message) in (1..).zip(&mut messages) {
        message.header.message_uuid = uuid(number);
    }
    messages
}

fn packed(messages: &[Message]) -> Vec<u8> {
    let mut batch = BatchWriter::new(Vec::new()).unwrap();
    for message in messages {
        batch.add(message).unwrap();
    }
    batch.finish().unwrap()
}

fn read_all(file: &[u8]) -> Result<Vec<Message>, BatchError> {
    read_within(file, &BatchLimits::default())
}

fn read_within(file: &[u8], limits: &BatchLimits) -> Result<Vec<Message>, BatchError> {
    let mut batch = BatchReader::open_with(file, limits)?;
    let mut messages = Vec::new();
    while let Some(mut entry) = batch.next_entry()? {
        messages.push(entry.read_message()?.message);
    }
    Ok(messages)
}

fn document(message: &Message) -> Vec<u8> {
    let mut document = Vec::new();
    memo::write(message, &mut document).unwrap();
    document
}

/// An entry whose header says whatever it says.
fn entry(name: &str, kind: EntryType, content: &[u8]) -> Vec<u8> {
    let mut header = Header::new_ustar();
    header.as_old_mut().name[..name.len()].copy_from_slice(name.as_bytes());
    header.set_entry_type(kind);
    header.set_size(content.len() as u64);
    header.set_mode(0o644);
    header.set_cksum();
    let mut entry = header.as_bytes().to_vec();
    entry.extend_from_slice(content);
    entry.resize(entry.len().next_multiple_of(512), 0);
    entry
}

fn lzma(archive: &[u8]) -> Vec<u8> {
    let mut writer = LzmaWriter::new_use_header(Vec::new(), &LzmaOptions::with_preset(0), None).unwrap();
    writer.write_all(archive).unwrap();
    writer.finish().unwrap()
}

/// An archive of these entries, ended as it should be.
fn archive(entries: &[Vec<u8>]) -> Vec<u8> {
    let mut archive = entries.concat();
    archive.extend_from_slice(&[0; 1024]);
    lzma(&archive)
}

fn name(number: u8) -> String {
    format!("{}.xml", uuid(number))
}

#[test]
fn messages_come_back_in_their_order() {
    assert_eq!(read_all(&packed(&messages())).unwrap(), messages());
    assert_eq!(read_all(&packed(&[])).unwrap(), []);
}

#[test]
fn it_is_packed_as_the_official_library_packs() {
    let file = packed(&messages());
    // Properties lc=3 lp=0 pb=2, 16 MB of dictionary, size unknown.
    assert_eq!(file[..13], [0x5d, 0, 0, 0, 1, 255, 255, 255, 255, 255, 255, 255, 255]);
    assert_eq!(packed(&messages()), file);
}

#[test]
fn a_message_may_be_passed_over_or_read_in_part() {
    let file = packed(&messages());
    let mut batch = BatchReader::open(&*file).unwrap();
    assert_eq!(batch.next_entry().unwrap().unwrap().message_uuid(), uuid(1));
    let mut second = batch.next_entry().unwrap().unwrap();
    second.read_exact(&mut [0; 100]).unwrap();
    assert_eq!(batch.next_entry().unwrap().unwrap().read_message().unwrap().message, messages()[2]);
    assert!(batch.next_entry().unwrap().is_none());
    assert!(batch.next_entry().unwrap().is_none());
}

#[test]
fn a_message_that_is_refused_does_not_spoil_the_others() {
    let good = letter(Version::V1_2);
    let file = archive(&[
        entry(&name(1), EntryType::Regular, b"<a/>"),
        entry(&name(2), EntryType::Regular, &document(&good)),
        entry(&name(0), EntryType::Regular, &document(&good)),
    ]);
    let mut batch = BatchReader::open(&*file).unwrap();
    let refused = batch.next_entry().unwrap().unwrap().read_message().unwrap_err();
    assert!(refused.to_string().starts_with(&format!("message {} of the batch: line 1", uuid(1))));
    let other = batch.next_entry().unwrap().unwrap().read_message().unwrap_err();
    assert!(matches!(other, BatchError::OtherMessage { named, says } if (named, says) == (uuid(2), uuid(0))));
    assert_eq!(batch.next_entry().unwrap().unwrap().read_message().unwrap().message, good);
}

#[test]
fn no_entry_leads_out_of_its_place() {
    let good = document(&letter(Version::V1_2));
    let uuid_name = name(0);
    for bad in [
        format!("../{uuid_name}"),
        format!("/{uuid_name}"),
        format!("a/{uuid_name}"),
        format!("./{uuid_name}"),
        format!("C:\\{uuid_name}"),
        "brev.xml".to_owned(),
        String::new(),
    ] {
        let file = archive(&[entry(&bad, EntryType::Regular, &good)]);
        assert!(matches!(read_all(&file), Err(BatchError::EntryName { entry: 1 })), "{bad}");
    }
    for kind in [
        EntryType::Symlink,
        EntryType::Link,
        EntryType::Directory,
        EntryType::Fifo,
        EntryType::Char,
        EntryType::GNULongName,
        EntryType::GNUSparse,
    ] {
        let file = archive(&[entry(&uuid_name, kind, b"")]);
        assert!(matches!(read_all(&file), Err(BatchError::EntryKind { entry: 1 })), "{kind:?}");
    }
    let renamed = entry("pax", EntryType::XHeader, b"20 path=../etc/passw\n");
    let renamed = archive(&[renamed, entry(&uuid_name, EntryType::Regular, &good)]);
    assert!(read_all(&renamed).is_err());
    let renamed = entry("pax", EntryType::XHeader, b"18 path=../a/b.xml\n");
    assert!(read_all(&archive(&[renamed, entry(&uuid_name, EntryType::Regular, &good)])).is_err());
}

#[test]
fn additions_of_pax_archives_are_understood() {
    let good = letter(Version::V1_2);
    let path = format!("path={}\n", name(0));
    let record = format!("{} {path}", path.len() + 3);
    let file = archive(&[
        entry("g", EntryType::XGlobalHeader, b"19 comment=hej hej\n"),
        entry("x", EntryType::XHeader, record.as_bytes()),
        entry("long", EntryType::Regular, &document(&good)),
    ]);
    assert_eq!(read_all(&file).unwrap(), [good]);
}

#[test]
fn the_same_message_twice_is_refused() {
    let twice = entry(&name(0), EntryType::Regular, &document(&letter(Version::V1_2)));
    let error = read_all(&archive(&[twice.clone(), twice])).unwrap_err();
    assert!(matches!(error, BatchError::Repeated(number) if number == uuid(0)));
    let mut batch = BatchWriter::new(Vec::new()).unwrap();
    batch.add(&letter(Version::V1_2)).unwrap();
    assert!(matches!(batch.add(&letter(Version::V1_2)), Err(BatchError::Repeated(_))));
    let mut wrong = messages().remove(0);
    wrong.header.label = "x".repeat(300);
    assert!(matches!(batch.add(&wrong), Err(BatchError::Refused { .. })));
    assert_eq!(read_all(&batch.finish().unwrap()).unwrap(), [letter(Version::V1_2)]);
}

#[test]
fn a_bomb_is_put_out_before_it_goes_off() {
    let zeros = vec![b' '; 80 << 20];
    let bomb = archive(&[entry(&name(1), EntryType::Regular, &zeros)]);
    assert!(bomb.len() < 100_000);
    let mut batch = BatchReader::open(&*bomb).unwrap();
    assert!(batch.next_entry().unwrap().is_some());
    assert!(matches!(batch.next_entry().map(drop), Err(BatchError::TooTight(1000))));
    let mut batch = BatchReader::open(&*bomb).unwrap();
    let message = batch.next_entry().unwrap().unwrap().read_message().unwrap_err();
    assert!(matches!(message, BatchError::TooTight(1000) | BatchError::Message { .. }), "{message}");

    let limits = BatchLimits::default();
    let file = packed(&messages());
    let within = |limits: &BatchLimits| read_within(&file, limits).unwrap_err();
    assert!(matches!(within(&BatchLimits { entries: 2, ..limits }), BatchError::TooMany(2)));
    assert!(matches!(
        within(&BatchLimits { entry: 1000, ..limits }),
        BatchError::EntryTooLarge { entry: 1, most: 1000 }
    ));
    assert!(matches!(within(&BatchLimits { total: 10_000, ..limits }), BatchError::TooLarge(10_000)));
    let small = BatchLimits { dictionary: 4 << 20, ..limits };
    assert!(matches!(within(&small), BatchError::Dictionary { needs: 0x0100_0000, most: 0x0040_0000 }));
    let mut greedy = file.clone();
    greedy[1..5].copy_from_slice(&u32::MAX.to_le_bytes());
    assert!(matches!(read_all(&greedy), Err(BatchError::Dictionary { needs: u32::MAX, .. })));
}

#[test]
fn a_batch_that_is_cut_off_or_damaged_is_refused() {
    let file = packed(&messages()[2..]);
    for cut in 0..file.len() {
        assert!(read_all(&file[..cut]).is_err(), "cut at {cut} of {}", file.len());
    }
    // Most flipped bits change what is unpacked, which the archive's sums and the messages show; none makes it fall over.
    for at in 0..file.len() {
        let mut spoilt = file.clone();
        spoilt[at] ^= 0x10;
        drop(read_all(&spoilt));
    }
    let without_end = lzma(&entry(&name(0), EntryType::Regular, &document(&letter(Version::V1_2))));
    assert!(matches!(read_all(&without_end), Err(BatchError::NotTar)));
    let mut behind = vec![0; 1024];
    behind.extend_from_slice(&entry(&name(1), EntryType::Regular, b"x"));
    assert!(matches!(read_all(&lzma(&behind)), Err(BatchError::NotTar)));
    assert!(matches!(read_all(&lzma(&[1; 2048])), Err(BatchError::NotTar)));
    assert!(matches!(
        read_all(b"\xfd7zXZ\0 this is another format"),
        Err(BatchError::Dictionary { .. } | BatchError::Damaged)
    ));
}

/// Runs a tool with these bytes; nothing when it is not installed.
fn run(tool: &str, arguments: &[&str], input: &[u8]) -> Option<Vec<u8>> {
    let child = Command::new(tool)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let Ok(mut child) = child else {
        eprintln!("not compared with {tool}: it is not installed");
        return None;
    };
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let feeding = std::thread::spawn(move || stdin.write_all(&input));
    let done = child.wait_with_output().unwrap();
    feeding.join().unwrap().unwrap();
    assert!(done.status.success(), "{tool}: {}", String::from_utf8_lossy(&done.stderr));
    Some(done.stdout)
}

#[test]
fn other_tools_read_what_we_pack() {
    let Some(archive) = run("xz", &["--format=lzma", "--decompress", "--stdout"], &packed(&messages()))
    else {
        return;
    };
    let Some(names) = run("tar", &["--list"], &archive) else { return };
    let expected: String = (1..=3).map(|number| name(number) + "\n").collect();
    assert_eq!(String::from_utf8(names).unwrap(), expected);
    let content = run("tar", &["--extract", "--to-stdout", &name(2)], &archive).unwrap();
    assert_eq!(content, document(&messages()[1]));
}

#[test]
fn we_read_what_other_tools_pack() {
    for format in ["--format=pax", "--format=ustar", "--format=gnu"] {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().to_str().unwrap();
        std::fs::write(folder.path().join(name(2)), document(&messages()[1])).unwrap();
        let Some(archive) = run("tar", &[format, "-C", place, "-cf", "-", &name(2)], b"") else { return };
        let Some(file) = run("xz", &["--format=lzma", "-3", "--stdout"], &archive) else { return };
        assert_eq!(read_all(&file).unwrap(), messages()[1..2], "{format}");
    }
}

#[test]
fn a_batch_is_named_after_its_transmission() {
    assert_eq!(memo::batch::file_name(uuid(1)), format!("{}.tar.lzma", uuid(1)));
}
