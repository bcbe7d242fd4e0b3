//! Base64 that comes in pieces, with white space anywhere, as `xs:base64Binary` has it.

use std::io;

use ::base64::Engine;
use ::base64::engine::general_purpose::STANDARD;

/// How many characters are gathered before they are unpacked; four of them become three bytes.
const CHARACTERS: usize = 64 << 10;

/// Unpacks base64 as it comes.
#[derive(Default)]
pub(crate) struct Unpacker {
    characters: Vec<u8>,
    bytes: Vec<u8>,
    /// Padding has been seen; nothing may follow.
    ended: bool,
}

/// Why no more is unpacked.
pub(crate) enum Stop {
    /// It is not base64.
    NotBase64,
    /// Whoever takes the bytes does not take them.
    Taker(io::Error),
}

impl Unpacker {
    /// Forgets what came before.
    pub(crate) fn begin(&mut self) {
        self.characters.clear();
        self.ended = false;
    }

    /// Takes characters, and gives out what they unpack to once enough are gathered.
    pub(crate) fn take(
        &mut self,
        text: &[u8],
        give: &mut dyn FnMut(&[u8]) -> io::Result<()>,
    ) -> Result<(), Stop> {
        let mut text = text;
        while !text.is_empty() {
            let room = CHARACTERS - self.characters.len();
            let (now, later) = text.split_at(text.len().min(room));
            text = later;
            self.gather(now);
            if self.characters.len() == CHARACTERS {
                self.unpack(give)?;
            }
        }
        Ok(())
    }

    /// Gathers characters, for which there is room, and leaves white space out. Between line breaks they are copied whole,
    /// for a letter of 100 MB has 130 million of them.
    fn gather(&mut self, text: &[u8]) {
        let mut rest = text;
        while !rest.is_empty() {
            let end = memchr::memchr3(b'\n', b'\r', b' ', rest).unwrap_or(rest.len());
            let mut line = &rest[..end];
            while let Some(tab) = memchr::memchr(b'\t', line) {
                self.characters.extend_from_slice(&line[..tab]);
                line = &line[tab + 1..];
            }
            self.characters.extend_from_slice(line);
            rest = rest.get(end + 1..).unwrap_or_default();
        }
    }

    /// No more comes.
    pub(crate) fn finish(&mut self, give: &mut dyn FnMut(&[u8]) -> io::Result<()>) -> Result<(), Stop> {
        self.unpack(give)
    }

    fn unpack(&mut self, give: &mut dyn FnMut(&[u8]) -> io::Result<()>) -> Result<(), Stop> {
        if self.characters.is_empty() {
            return Ok(());
        }
        if self.ended {
            return Err(Stop::NotBase64);
        }
        let most = self.characters.len().div_ceil(4) * 3;
        if self.bytes.len() < most {
            self.bytes.resize(most, 0);
        }
        let count = STANDARD.decode_slice(&self.characters, &mut self.bytes).map_err(|_| Stop::NotBase64)?;
        self.ended = self.characters.last() == Some(&b'=');
        self.characters.clear();
        give(&self.bytes[..count]).map_err(Stop::Taker)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn unpacked(pieces: &[&[u8]]) -> Option<Vec<u8>> {
        let mut unpacker = Unpacker::default();
        let mut all = Vec::new();
        let mut give = |bytes: &[u8]| {
            all.extend_from_slice(bytes);
            Ok(())
        };
        for piece in pieces {
            unpacker.take(piece, &mut give).ok()?;
        }
        unpacker.finish(&mut give).ok()?;
        Some(all)
    }

    #[test]
    fn white_space_may_stand_anywhere() {
        assert_eq!(unpacked(&[b" aG\tVq\r\n", b"IEFh", b"c 2\nU="]).unwrap(), b"hej Aase");
    }

    #[test]
    fn what_is_not_base64_is_refused() {
        let refused: [&[u8]; 7] = [b"a", b"aGVq*", b"aGV", b"aG=q", b"aG==aGVq", b"aGVr=", b"aH=="];
        for text in refused {
            assert_eq!(unpacked(&[text]), None, "{text:?}");
        }
    }

    #[test]
    fn padding_in_the_middle_of_a_long_text_is_refused() {
        let mut text = vec![b'A'; CHARACTERS];
        text[CHARACTERS - 1] = b'=';
        assert!(unpacked(&[&text]).is_some());
        assert_eq!(unpacked(&[&text, b"AAAA"]), None);
    }

    proptest! {
        #[test]
        fn any_bytes_come_back_however_they_are_cut(
            bytes in prop::collection::vec(any::<u8>(), 0..300), cut in 1usize..20, breaks in 1usize..80,
        ) {
            let mut text = Vec::new();
            for line in STANDARD.encode(&bytes).as_bytes().chunks(breaks) {
                text.extend_from_slice(line);
                text.push(b'\n');
            }
            let pieces: Vec<&[u8]> = text.chunks(cut).collect();
            prop_assert_eq!(unpacked(&pieces).unwrap(), bytes);
        }
    }
}
