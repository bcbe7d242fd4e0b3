//! Any bytes are read or refused, both as they are and as an archive that is packed first.
#![no_main]

use std::io::Write;

use libfuzzer_sys::fuzz_target;
use lzma_rust2::{LzmaOptions, LzmaWriter};
use memo::batch::{BatchLimits, BatchReader};

fn read(bytes: &[u8]) {
    let limits = BatchLimits { dictionary: 16 << 20, total: 1 << 20, ..BatchLimits::default() };
    let Ok(mut batch) = BatchReader::open_with(bytes, &limits) else { return };
    while let Ok(Some(mut entry)) = batch.next_entry() {
        drop(entry.read_message());
    }
}

fuzz_target!(|bytes: &[u8]| {
    read(bytes);
    let mut packing = LzmaOptions::with_preset(0);
    packing.dict_size = 4096;
    let mut writer = LzmaWriter::new_use_header(Vec::new(), &packing, None).expect("memory takes it");
    writer.write_all(bytes).expect("memory takes it");
    read(&writer.finish().expect("memory takes it"));
});
