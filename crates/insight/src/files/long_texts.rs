//! Texts of any length in files of Stata (`strL`). They lie after the rows, each once, under the variable and row that it came
//! from first; a row has those two numbers in its place.

use std::collections::HashMap;

use super::binary::{Binary, Damage};
use super::dta::expect;
use crate::Reason;

/// The texts by variable and row; none under zero and zero, which is the empty text.
#[derive(Debug, Default)]
pub(super) struct LongTexts {
    texts: HashMap<(u64, u64), Vec<u8>>,
    /// How many of the eight bytes in a row are the variable: the rest are the row.
    of_variable: usize,
    big_endian: bool,
}

impl LongTexts {
    /// Reads all of them.
    pub(super) fn read(file: &mut Binary, at: u64, version: u16) -> Result<Self, Damage> {
        let of_variable = match version {
            117 => 4,
            118 => 2,
            _ => 3,
        };
        let mut long = Self { texts: HashMap::new(), of_variable, big_endian: file.big_endian };
        file.leap(at)?;
        expect(file, "<strls>")?;
        loop {
            let tag = file.bytes(3)?;
            if tag == b"</s" {
                return Ok(long);
            }
            if tag != b"GSO" {
                return Err(Reason::of("insight-file-tag").with("tag", "GSO"));
            }
            let variable = u64::from(file.u32()?);
            let row = if version == 117 { u64::from(file.u32()?) } else { file.u64()? };
            file.skip(1)?;
            let length = u64::from(file.u32()?);
            long.texts.insert((variable, row), file.bytes(length)?);
        }
    }

    /// The text that the eight bytes of a row name.
    pub(super) fn text(&self, place: &[u8]) -> Result<&[u8], Damage> {
        let (variable, row) = place.split_at(self.of_variable.min(place.len()));
        let number = |bytes: &[u8]| {
            let join = |all: u64, byte: &u8| all << 8 | u64::from(*byte);
            if self.big_endian { bytes.iter().fold(0, join) } else { bytes.iter().rev().fold(0, join) }
        };
        match (number(variable), number(row)) {
            (0, 0) => Ok(&[]),
            key => self
                .texts
                .get(&key)
                .map(Vec::as_slice)
                .ok_or_else(|| Reason::of("insight-file-long-text").with("row", key.1)),
        }
    }
}
