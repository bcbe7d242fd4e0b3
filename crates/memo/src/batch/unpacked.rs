//! The archive on its way out of its compression: counted and bounded.

use std::io::{self, ErrorKind, Read};

use lzma_rust2::LzmaReader;

use crate::batch::{BatchError, BatchLimits};

/// Properties, size of the dictionary, size of what is packed.
const HEADER: usize = 13;
/// A small batch may pack as tightly as it likes.
const UNJUDGED: u64 = 64 << 20;

/// Unpacks, and stops at the limits.
pub(super) struct Unpacked<R> {
    lzma: LzmaReader<Counted<R>>,
    limits: BatchLimits,
    unpacked: u64,
    reached: Option<BatchError>,
}

impl<R: Read> Unpacked<R> {
    /// Reads the head of the stream, and judges the dictionary before any of it is made.
    pub(super) fn open(mut packed: R, limits: &BatchLimits) -> Result<Self, BatchError> {
        let mut header = [0; HEADER];
        packed.read_exact(&mut header).map_err(failure)?;
        let [properties, d0, d1, d2, d3, size @ ..] = header;
        let (dictionary, size) = (u32::from_le_bytes([d0, d1, d2, d3]), u64::from_le_bytes(size));
        if dictionary > limits.dictionary {
            return Err(BatchError::Dictionary { needs: dictionary, most: limits.dictionary });
        }
        let packed = Counted { packed, taken: HEADER as u64 };
        let lzma = LzmaReader::new_with_props(packed, size, properties, dictionary, None).map_err(failure)?;
        Ok(Self { lzma, limits: *limits, unpacked: 0, reached: None })
    }

    /// What an error of reading means.
    pub(super) fn failure(&mut self, error: io::Error) -> BatchError {
        self.reached.take().unwrap_or_else(|| failure(error))
    }

    fn limit(&self) -> Option<BatchError> {
        let BatchLimits { total, ratio, .. } = self.limits;
        if self.unpacked > total {
            return Some(BatchError::TooLarge(total));
        }
        let most = self.lzma.inner().taken.saturating_mul(ratio);
        (self.unpacked > UNJUDGED && self.unpacked > most).then_some(BatchError::TooTight(ratio))
    }
}

impl<R: Read> Read for Unpacked<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.lzma.read(into)?;
        self.unpacked += count as u64;
        if let Some(limit) = self.limit() {
            let error = io::Error::other(limit.to_string());
            self.reached = Some(limit);
            return Err(error);
        }
        Ok(count)
    }
}

/// Errors of the stream itself come in these kinds; others come from below it.
fn failure(error: io::Error) -> BatchError {
    match error.kind() {
        ErrorKind::InvalidData | ErrorKind::InvalidInput | ErrorKind::UnexpectedEof => BatchError::Damaged,
        _ => BatchError::Io(error),
    }
}

/// Counts the bytes of the stream.
struct Counted<R> {
    packed: R,
    taken: u64,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.packed.read(into)?;
        self.taken += count as u64;
        Ok(count)
    }
}
