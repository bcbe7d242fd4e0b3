//! A file of 100 MB passes through without being held.

use std::cell::Cell;
use std::io::{self, BufRead, Read, Write};
use std::rc::Rc;

use memo::{Content, File, FileHead, Limits, MainDocument, Message, MessageBody, Sink, Version};

use crate::full::letter;

const SIZE: u64 = 100_000_000;
/// The buffers of reader and writer together; a hundred times that would not be enough to hold the file.
const FEW: u64 = 512 << 10;

/// The bytes of the file at any place in it.
fn byte(at: u64) -> u8 {
    (at % 251) as u8
}

/// A file that is made while it is read, and counts how much of it was.
#[derive(Clone)]
struct Made {
    size: u64,
    read: Rc<Cell<u64>>,
}

impl Content for Made {
    fn open(&self) -> io::Result<Box<dyn Read + '_>> {
        self.read.set(0);
        Ok(Box::new(Making(self.clone())))
    }
}

struct Making(Made);

impl Read for Making {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let from = self.0.read.get();
        let count = (self.0.size - from).min(into.len() as u64);
        for (at, byte_of_it) in (from..from + count).zip(into) {
            *byte_of_it = byte(at);
        }
        self.0.read.set(from + count);
        Ok(count as usize)
    }
}

fn letter_with(content: Made) -> Message<Made> {
    let Message { version, schema_version, header, body } = letter(Version::V1_2);
    let file = File::new("application/pdf", "stor.pdf", "da", content);
    let body = MessageBody::new(body.unwrap().created_date_time, MainDocument::new(file));
    Message { version, schema_version, header, body: Some(body) }
}

/// Sees that nothing is held back: what was read of the file has come through, but for a buffer.
struct Through {
    read: Rc<Cell<u64>>,
    written: u64,
    most_held: u64,
}

impl Write for Through {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.written += bytes.len() as u64;
        let unpacked = self.written / 4 * 3;
        self.most_held = self.most_held.max(self.read.get().saturating_sub(unpacked));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_large_file_is_written_without_being_held() {
    let read = Rc::new(Cell::new(0));
    let message = letter_with(Made { size: SIZE, read: read.clone() });
    let mut through = Through { read, written: 0, most_held: 0 };
    memo::write(&message, &mut through).unwrap();
    assert!(through.written > SIZE / 3 * 4);
    assert!(through.most_held < FEW, "{} bytes were held", through.most_held);
}

/// A document with a large file, made while it is read.
struct Document {
    before: Vec<u8>,
    after: Vec<u8>,
    part: Vec<u8>,
    taken: usize,
    made: Rc<Cell<u64>>,
}

impl Document {
    fn new(made: Rc<Cell<u64>>) -> Self {
        let mut whole = Vec::new();
        memo::write(&letter_with(Made { size: 0, read: Rc::default() }), &mut whole).unwrap();
        let mark = b"<memo:content>";
        let at = whole.windows(mark.len()).position(|part| part == mark).unwrap() + mark.len();
        let after = whole.split_off(at);
        Self { before: whole, after, part: Vec::new(), taken: 0, made }
    }
}

impl BufRead for Document {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.taken == self.part.len() {
            self.taken = 0;
            self.part = std::mem::take(&mut self.before);
            let made = self.made.get();
            if self.part.is_empty() && made < SIZE {
                use base64::Engine;
                let end = SIZE.min(made + 30_000);
                let bytes: Vec<u8> = (made..end).map(byte).collect();
                self.part = base64::engine::general_purpose::STANDARD.encode(bytes).into_bytes();
                self.part.push(b'\n');
                self.made.set(end);
            } else if self.part.is_empty() {
                self.part = std::mem::take(&mut self.after);
            }
        }
        Ok(&self.part[self.taken..])
    }

    fn consume(&mut self, count: usize) {
        self.taken += count;
    }
}

impl Read for Document {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.fill_buf()?.read(into)?;
        self.consume(count);
        Ok(count)
    }
}

/// Sees that the bytes are the right ones, and that they come soon after they were made.
struct Watch {
    made: Rc<Cell<u64>>,
    given: u64,
    most_held: u64,
}

impl Sink for Watch {
    type Content = u64;

    fn begin(&mut self, file: &FileHead) -> io::Result<()> {
        assert_eq!(file.filename, "stor.pdf");
        self.given = 0;
        Ok(())
    }

    fn piece(&mut self, bytes: &[u8]) -> io::Result<()> {
        assert!(bytes.len() <= 64 << 10);
        assert!(bytes.iter().zip(self.given..).all(|(found, at)| *found == byte(at)));
        self.given += bytes.len() as u64;
        self.most_held = self.most_held.max(self.made.get() - self.given);
        Ok(())
    }

    fn end(&mut self) -> io::Result<u64> {
        Ok(self.given)
    }
}

#[test]
fn a_large_file_is_read_without_being_held() {
    let made = Rc::new(Cell::new(0));
    let mut watch = Watch { made: made.clone(), given: 0, most_held: 0 };
    let reading = memo::read_with(Document::new(made), &Limits::default(), &mut watch).unwrap();
    assert_eq!(reading.message.files().map(|file| file.content).collect::<Vec<_>>(), [SIZE]);
    assert!(watch.most_held < FEW, "{} bytes were held", watch.most_held);
}

/// A sink whose disk is full.
struct Full;

impl Sink for Full {
    type Content = ();

    fn begin(&mut self, _file: &FileHead) -> io::Result<()> {
        Ok(())
    }

    fn piece(&mut self, _bytes: &[u8]) -> io::Result<()> {
        Err(io::ErrorKind::StorageFull.into())
    }

    fn end(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_sink_that_fails_is_told_of_as_such() {
    let mut document = Vec::new();
    memo::write(&letter(Version::V1_2), &mut document).unwrap();
    let error = memo::read_with(&*document, &Limits::default(), &mut Full).unwrap_err();
    assert!(matches!(error, memo::ReadError::Io(error) if error.kind() == io::ErrorKind::StorageFull));
}
