//! How much memory a large batch takes while it is imported: its peak, beside how large it is.

use std::fs::File;
use std::io::{self, BufWriter, Read};
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use mailbox::intake::{Sending, Taking, take_source};
use memo::batch::BatchWriter;
use memo::{
    AdditionalDocument, Content, MainDocument, Message, MessageBody, MessageHeader, MessageType, Recipient,
    Sender, Version, id_type,
};
use realm::{Actor, Chance, Clock, Realm, RealmKind, Via};
use store::Store;

/// How large the file is that each message brings, in bytes.
const FILE: u64 = 4_000_000;
/// To how many people they go.
const PEOPLE: u64 = 100;

/// Imports a batch of so many megabytes of files, none of which is like another.
pub(crate) async fn measure(megabytes: u64) {
    let folder = tempfile::tempdir_in(".").unwrap();
    let batch = folder.path().join("batch.tar.lzma");
    let messages = megabytes * 1_000_000 / FILE;
    write(&batch, messages);
    let packed = std::fs::metadata(&batch).unwrap().len() / 1_000_000;
    let url = format!("sqlite:{}", folder.path().join("bench.db").display());
    let store = Store::open(&url).await.unwrap();
    let realm = Arc::new(Realm::new(RealmKind::Demo, "", store, Clock::System, Chance::System));
    schema::MIGRATIONS.run(&realm.store, realm.now()).await.unwrap();
    town::post::fill(&realm, PEOPLE, 0, |_, _, _| {}).await.unwrap();
    // What was needed to get here does not count.
    std::fs::write("/proc/self/clear_refs", "5").unwrap();
    let before = resident("VmRSS:");
    let begun = Instant::now();
    let actor = Actor::program("bench", Via::Program);
    let sending = Sending::by_operator(realm.chance.id(realm.now()));
    let mut taken = 0;
    let tell = |taking| match taking {
        Taking::Answered(answer) if answer.is_taken() => taken += 1,
        other => panic!("a message was not taken: {other:?}"),
    };
    take_source(&realm, &actor, &sending, File::open(&batch).unwrap(), tell).await.unwrap();
    assert_eq!(taken, messages);
    println!(
        "SQLite      memory while importing {megabytes} MB of files ({messages} messages, {packed} MB as a batch): at most \
         {} MB, {before} MB before; {:.0} s",
        resident("VmHWM:"),
        begun.elapsed().as_secs_f64()
    );
}

fn write(batch: &Path, messages: u64) {
    let mut writer = BatchWriter::new(BufWriter::new(File::create(batch).unwrap())).unwrap();
    for n in 0..messages {
        let uuid = uuid::Builder::from_random_bytes((u128::from(n) * 0x9e37_79b9_7f4a_7c15).to_be_bytes());
        let sender = Sender::new("13748136", id_type::CVR, "Opdigtet Kommune");
        let recipient = Recipient::new(town::post::number(n % PEOPLE).expose(), id_type::CPR);
        let mut header = MessageHeader::new(
            MessageType::DigitalPost,
            uuid.into_uuid(),
            format!("Bilag {n}"),
            sender,
            recipient,
        );
        header.notification = Some("Du har fået post.".to_owned());
        let file = |name: &str, size| memo::File::new("text/plain", name, "da", Made { n, size });
        let mut message = Message::new(Version::V1_2, header);
        let written = "2026-11-22T09:00:00Z".parse().unwrap();
        let mut body = MessageBody::new(written, MainDocument::new(file("brev.txt", 1_000)));
        body.additional_documents.push(AdditionalDocument {
            additional_document_id: None,
            label: Some("Bilag".to_owned()),
            files: vec![file("bilag.txt", FILE)],
            actions: Vec::new(),
        });
        message.body = Some(body);
        writer.add(&message).unwrap();
    }
    writer.finish().unwrap();
}

/// A file that is made as it is read, and begins with its number.
struct Made {
    n: u64,
    size: u64,
}

impl Content for Made {
    fn open(&self) -> io::Result<Box<dyn Read + '_>> {
        Ok(Box::new(Blocks { n: self.n, at: 0 }.take(self.size)))
    }

    fn size(&self) -> Option<u64> {
        Some(self.size)
    }
}

/// Blocks of 2 KB that differ in their first sixteen digits: a batch of nothing but repetition is refused as a bomb.
struct Blocks {
    n: u64,
    at: u64,
}

impl Read for Blocks {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        for byte in buffer.iter_mut() {
            let (block, place) = (self.at / 2_048, self.at % 2_048);
            let mixed = (self.n << 32 | block).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29);
            *byte = match place {
                0..16 => b"0123456789abcdef"[usize::try_from(mixed >> (4 * place) & 15).unwrap()],
                _ => {
                    b"Vi skriver det samme igen, for det er en test.\n"[usize::try_from(place % 47).unwrap()]
                }
            };
            self.at += 1;
        }
        Ok(buffer.len())
    }
}

/// A line of what the system says of this process, in MB.
fn resident(line: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let found = status.lines().find_map(|one| one.strip_prefix(line)).unwrap();
    found.trim().trim_end_matches(" kB").parse::<u64>().unwrap() / 1_000
}
