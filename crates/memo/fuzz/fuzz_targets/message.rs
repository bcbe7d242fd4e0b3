//! Any bytes are read or refused, and what is read comes back when it is written.
#![no_main]

use libfuzzer_sys::fuzz_target;
use memo::{Limits, WriteOptions};

fuzz_target!(|bytes: &[u8]| {
    let limits = Limits { document: 1 << 20, content: 1 << 16, ..Limits::default() };
    let Ok(reading) = memo::read_with(bytes, &limits, &mut memo::InMemory::default()) else { return };
    let mut document = Vec::new();
    let options = WriteOptions { longest_notification: 160 };
    memo::write_with(&reading.message, &options, &mut document).expect("what was read can be written");
    let again = memo::read(&*document).expect("what was written can be read");
    assert!(again.message == reading.message);
});
