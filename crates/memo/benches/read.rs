//! How fast messages are read, beside the least that can be done with the same bytes: a pass of quick-xml over its events,
//! and one that unpacks the base64 among them.
//!
//! All run in one process on the same document, so that their ratios say something on any machine. Two documents: a letter
//! whose file makes up nearly all of it, and one without files to speak of.

use std::hint::black_box;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use memo::{
    Address, AttentionData, File, FileHead, InMemory, Limits, MainDocument, Message, MessageBody,
    MessageHeader, MessageType, Recipient, ReplyData, Sender, Sink, Version, id_type,
};
use quick_xml::NsReader;
use quick_xml::events::Event;

fn message(files: usize, replies: usize) -> Message {
    let uuid = "5dc9b2a8-1c4f-4d0e-9a57-0b6f3e1d2c4a".parse().expect("a uuid");
    let sender = Sender::new("13748136", id_type::CVR, "Vejle Bibliotek");
    let mut recipient = Recipient::new("0101900002", id_type::CPR);
    let address = Address { city: Some("Vejle".into()), ..Address::default() };
    recipient.attention_data = Some(AttentionData { address: Some(address), ..AttentionData::default() });
    let mut header = MessageHeader::new(MessageType::DigitalPost, uuid, "Din tid", sender, recipient);
    let reply = ReplyData { comment: Some("Tak for din besked".into()), ..ReplyData::new(uuid) };
    header.reply_data = vec![reply; replies];
    let content: Vec<u8> =
        (0..1_000_000_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    let mut document = MainDocument::new(File::new("text/plain", "brev.txt", "da", b"Kom kl. 10".to_vec()));
    document.files.extend((0..files).map(|_| File::new("application/pdf", "a.pdf", "da", content.clone())));
    let mut message = Message::new(Version::V1_2, header);
    let created = "2026-02-01T12:00:00Z".parse().expect("a moment");
    message.body = Some(MessageBody::new(created, document));
    message
}

/// Takes files and does nothing with them.
struct Nowhere;

impl Sink for Nowhere {
    type Content = ();

    fn begin(&mut self, _file: &FileHead) -> std::io::Result<()> {
        Ok(())
    }

    fn piece(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        black_box(bytes);
        Ok(())
    }

    fn end(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn events(document: &[u8]) -> usize {
    let mut xml = NsReader::from_reader(document);
    let mut buffer = Vec::new();
    let mut count = 0;
    loop {
        buffer.clear();
        match xml.read_resolved_event_into(&mut buffer).expect("a document") {
            (_, Event::Eof) => return count,
            event => {
                black_box(event);
                count += 1;
            }
        }
    }
}

fn events_and_base64(document: &[u8]) -> usize {
    let mut xml = NsReader::from_reader(document);
    let mut buffer = Vec::new();
    let mut count = 0;
    loop {
        buffer.clear();
        match xml.read_resolved_event_into(&mut buffer).expect("a document") {
            (_, Event::Eof) => return count,
            (_, Event::Text(text)) if text.len() > 1000 => {
                count += STANDARD.decode(text.as_bytes()).expect("base64").len();
            }
            event => drop(black_box(event)),
        }
    }
}

fn read(criterion: &mut Criterion) {
    for (name, message) in [("10 MB of files", message(10, 0)), ("markup alone", message(0, 1000))] {
        let mut document = Vec::new();
        memo::write(&message, &mut document).expect("a valid message");
        let mut group = criterion.benchmark_group(name);
        group.throughput(Throughput::Bytes(document.len() as u64));
        group.warm_up_time(Duration::from_secs(1)).measurement_time(Duration::from_secs(3)).sample_size(20);
        let limits = Limits::default();
        group.bench_function("quick-xml events", |bencher| bencher.iter(|| events(&document)));
        group.bench_function("quick-xml events and base64", |bencher| {
            bencher.iter(|| events_and_base64(&document));
        });
        group.bench_function("read, files passed on", |bencher| {
            bencher.iter(|| memo::read_with(&*document, &limits, &mut Nowhere).expect("a valid message"));
        });
        group.bench_function("read, files kept", |bencher| {
            bencher.iter(|| {
                memo::read_with(&*document, &limits, &mut InMemory::default()).expect("a valid message")
            });
        });
        group.bench_function("write", |bencher| {
            bencher.iter(|| memo::write(&message, std::io::sink()).expect("a valid message"));
        });
        group.finish();
    }
}

criterion_group!(benches, read);
criterion_main!(benches);
