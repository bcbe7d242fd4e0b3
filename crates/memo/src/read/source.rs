//! The bytes of a document on their way in: counted, placed and bounded.

use std::io::{self, BufRead, Read};

use crate::{Limit, Limits, Position};

/// How many bytes are taken in at once. What is read of a slice would otherwise be the whole slice, however large.
const STRETCH: usize = 64 << 10;
const UTF_8_MARK: &[u8] = &[0xef, 0xbb, 0xbf];

/// A reader that knows the line and column it has come to, and stops at the limits.
pub(crate) struct Source<'a> {
    inner: &'a mut dyn BufRead,
    /// Bytes at hand, and how many of them were taken.
    stretch: Vec<u8>,
    at: usize,
    /// How many bytes were taken before those at hand.
    before: u64,
    line: u64,
    column: u64,
    /// How many bytes had been taken when the present piece began.
    piece_began: u64,
    limits: Limits,
    reached: Option<Limit>,
    /// Nobody has asked through [`BufRead`] yet.
    is_unasked: bool,
}

/// The document begins like one that is not written in UTF-8.
pub(crate) struct NotUtf8;

impl<'a> Source<'a> {
    /// Looks at the first bytes, and leaves out the byte order mark of UTF-8.
    pub(crate) fn open(inner: &'a mut dyn BufRead, limits: &Limits) -> io::Result<Result<Self, NotUtf8>> {
        let mut source = Self {
            inner,
            stretch: Vec::new(),
            at: 0,
            before: 0,
            line: 1,
            column: 1,
            piece_began: 0,
            limits: *limits,
            reached: None,
            is_unasked: true,
        };
        while source.stretch.len() < 4 && source.take_in()? {}
        if source.stretch.starts_with(UTF_8_MARK) {
            source.stretch.drain(..UTF_8_MARK.len());
        } else if matches!(*source.stretch, [0xfe, 0xff, ..] | [0xff, 0xfe, ..] | [0, ..] | [_, 0, ..]) {
            return Ok(Err(NotUtf8));
        }
        Ok(Ok(source))
    }

    /// Takes in more bytes, and says whether there were any.
    fn take_in(&mut self) -> io::Result<bool> {
        loop {
            match self.inner.fill_buf() {
                Ok(bytes) => {
                    let count = bytes.len().min(STRETCH);
                    self.stretch.extend_from_slice(&bytes[..count]);
                    self.inner.consume(count);
                    return Ok(count > 0);
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// Where the next byte stands.
    pub(crate) fn position(&self) -> Position {
        Position { line: self.line, column: self.column }
    }

    /// What comes now is another tag, text or stretch of content, and may be as long as a piece may be.
    pub(crate) fn begin_piece(&mut self) {
        self.piece_began = self.taken();
    }

    /// The limit for which reading failed, if it was one.
    pub(crate) fn reached(&self) -> Option<Limit> {
        self.reached
    }

    /// The bytes that come next, if any are at hand.
    pub(crate) fn at_hand(&self) -> &[u8] {
        &self.stretch[self.at..]
    }

    /// The bytes that come next, taken in if none are at hand; none only at the end of the document.
    pub(crate) fn look(&mut self) -> io::Result<&[u8]> {
        if let Some(limit) = self.limit() {
            self.reached = Some(limit);
            return Err(io::Error::other(limit.to_string()));
        }
        if self.at == self.stretch.len() {
            self.before = self.taken();
            self.stretch.clear();
            self.at = 0;
            self.take_in()?;
        }
        Ok(self.at_hand())
    }

    /// Whether so many bytes may be taken at once within the limits.
    pub(crate) fn has_room(&self, count: usize) -> bool {
        let count = count as u64;
        count <= self.limits.piece && self.taken() + count <= self.limits.document
    }

    /// Takes bytes at hand that are known to hold neither line breaks nor characters of several bytes.
    pub(crate) fn pass(&mut self, count: usize) {
        self.at += count;
        self.column += count as u64;
    }

    /// Takes white space in front of a tag, where all of it is at hand.
    pub(crate) fn pass_blanks(&mut self) {
        let (mut line, mut column) = (self.line, self.column);
        for (count, byte) in self.at_hand().iter().enumerate() {
            match byte {
                b'\n' => (line, column) = (line + 1, 1),
                b' ' | b'\t' | b'\r' => column += 1,
                b'<' if self.has_room(count) => {
                    (self.line, self.column) = (line, column);
                    self.at += count;
                    return;
                }
                _ => return,
            }
        }
    }

    fn taken(&self) -> u64 {
        self.before + self.at as u64
    }

    fn limit(&self) -> Option<Limit> {
        if self.taken() > self.limits.document {
            return Some(Limit::Document(self.limits.document));
        }
        (self.taken() - self.piece_began > self.limits.piece).then_some(Limit::Piece(self.limits.piece))
    }
}

impl BufRead for Source<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        // Whoever asks first looks for a byte order mark, which may not stand here any more: one byte is none.
        let shown = if std::mem::take(&mut self.is_unasked) { 1 } else { STRETCH };
        let bytes = self.look()?;
        Ok(&bytes[..bytes.len().min(shown)])
    }

    fn consume(&mut self, count: usize) {
        let bytes = self.at_hand();
        let bytes = &bytes[..count.min(bytes.len())];
        let lines = memchr::memchr_iter(b'\n', bytes).count() as u64;
        let in_line = memchr::memrchr(b'\n', bytes).map_or(bytes, |end| &bytes[end + 1..]);
        let characters = if in_line.is_ascii() {
            in_line.len()
        } else {
            in_line.iter().filter(|byte| !is_continuation(**byte)).count()
        };
        let characters = characters as u64;
        self.at += bytes.len();
        self.column = if lines > 0 { 1 + characters } else { self.column + characters };
        self.line += lines;
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
