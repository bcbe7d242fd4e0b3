//! The bytes of a document on their way in: counted, placed and bounded.

use std::io::{self, BufRead, Read};

use crate::{Limit, Limits, Position};

/// How many bytes are handed on at once. What is read of a slice would otherwise be the whole slice, however large.
const STRETCH: usize = 64 << 10;
const UTF_8_MARK: &[u8] = &[0xef, 0xbb, 0xbf];

/// A reader that knows the line and column it has come to, and stops at the limits.
pub(crate) struct Source<'a> {
    inner: &'a mut dyn BufRead,
    /// The first bytes of the document without their byte order mark, and how many of them were taken.
    lead: Vec<u8>,
    lead_taken: usize,
    line: u64,
    column: u64,
    taken: u64,
    /// How many bytes had been taken when the present piece began.
    piece_began: u64,
    limits: Limits,
    reached: Option<Limit>,
}

/// The document begins like one that is not written in UTF-8.
pub(crate) struct NotUtf8;

impl<'a> Source<'a> {
    /// Looks at the first bytes, and leaves out the byte order mark of UTF-8.
    pub(crate) fn open(inner: &'a mut dyn BufRead, limits: &Limits) -> io::Result<Result<Self, NotUtf8>> {
        let mut lead = Vec::with_capacity(4);
        inner.take(4).read_to_end(&mut lead)?;
        if lead.starts_with(UTF_8_MARK) {
            lead.drain(..UTF_8_MARK.len());
        } else if matches!(*lead, [0xfe, 0xff, ..] | [0xff, 0xfe, ..] | [0, ..] | [_, 0, ..]) {
            return Ok(Err(NotUtf8));
        }
        let limits = *limits;
        let (lead_taken, taken, piece_began) = (0, 0, 0);
        Ok(Ok(Self {
            inner,
            lead,
            lead_taken,
            line: 1,
            column: 1,
            taken,
            piece_began,
            limits,
            reached: None,
        }))
    }

    /// Where the next byte stands.
    pub(crate) fn position(&self) -> Position {
        Position { line: self.line, column: self.column }
    }

    /// What comes now is another tag, text or stretch of content, and may be as long as a piece may be.
    pub(crate) fn begin_piece(&mut self) {
        self.piece_began = self.taken;
    }

    /// The limit for which reading failed, if it was one.
    pub(crate) fn reached(&self) -> Option<Limit> {
        self.reached
    }

    fn limit(&self) -> Option<Limit> {
        if self.taken > self.limits.document {
            return Some(Limit::Document(self.limits.document));
        }
        (self.taken - self.piece_began > self.limits.piece).then_some(Limit::Piece(self.limits.piece))
    }
}

impl BufRead for Source<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if let Some(limit) = self.limit() {
            self.reached = Some(limit);
            return Err(io::Error::other(limit.to_string()));
        }
        if self.lead_taken < self.lead.len() {
            return Ok(&self.lead[self.lead_taken..]);
        }
        let bytes = self.inner.fill_buf()?;
        Ok(&bytes[..bytes.len().min(STRETCH)])
    }

    fn consume(&mut self, count: usize) {
        let is_lead = self.lead_taken < self.lead.len();
        let bytes = if is_lead {
            &self.lead[self.lead_taken..]
        } else {
            // What was filled is still there, and asking for it again reads nothing.
            self.inner.fill_buf().unwrap_or_default()
        };
        let bytes = &bytes[..count.min(bytes.len())];
        self.line += memchr::memchr_iter(b'\n', bytes).count() as u64;
        let in_line = match memchr::memrchr(b'\n', bytes) {
            Some(end) => {
                self.column = 1;
                &bytes[end + 1..]
            }
            None => bytes,
        };
        self.column += in_line.iter().filter(|byte| !is_continuation(**byte)).count() as u64;
        self.taken += count as u64;
        if is_lead {
            self.lead_taken += count;
        } else {
            self.inner.consume(count);
        }
    }
}

impl Read for Source<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.fill_buf()?.read(into)?;
        self.consume(count);
        Ok(count)
    }
}

/// Whether a byte carries on a character of UTF-8 rather than beginning one.
fn is_continuation(byte: u8) -> bool {
    byte & 0b1100_0000 == 0b1000_0000
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(mut bytes: &[u8]) -> bool {
        Source::open(&mut bytes, &Limits::default()).unwrap().is_ok()
    }

    #[test]
    fn a_position_counts_lines_and_characters() {
        let mut bytes = "\u{feff}<a>\næøå<b>".as_bytes();
        let mut source = Source::open(&mut bytes, &Limits::default()).ok().unwrap().ok().unwrap();
        let mut taken = [0; 11];
        source.read_exact(&mut taken[..4]).unwrap();
        assert_eq!(source.position(), Position { line: 2, column: 1 });
        source.read_exact(&mut taken[4..10]).unwrap();
        assert_eq!(source.position(), Position { line: 2, column: 4 });
    }

    #[test]
    fn only_utf_8_is_let_in() {
        assert!(open(b""));
        assert!(open(b"<"));
        assert!(open(b"\xef\xbb\xbf<a/>"));
        assert!(!open(b"\xff\xfe<\0a\0"));
        assert!(!open(b"\xfe\xff\0<\0a"));
        assert!(!open(b"<\0a\0"));
        assert!(!open(b"\0<\0a"));
    }

    #[test]
    fn a_long_piece_stops_and_a_new_piece_goes_on() {
        let limits = Limits { piece: 10, document: 25, ..Limits::default() };
        let bytes = [b'x'; 100];
        let mut all = &bytes[..];
        let mut source = Source::open(&mut all, &limits).ok().unwrap().ok().unwrap();
        let mut ten = [0; 10];
        source.read_exact(&mut ten).unwrap();
        source.begin_piece();
        source.read_exact(&mut ten).unwrap();
        assert_eq!(source.reached(), None);
        let mut rest = Vec::new();
        source.read_to_end(&mut rest).unwrap_err();
        assert_eq!(source.reached(), Some(Limit::Document(25)));
    }
}
