//! What is written is read again as it was.

use proptest::prelude::*;

use super::{any::directories, town::vejle};
use crate::{
    Directory, check, directory::TABLES, from_json, from_json_bytes, read_tables, to_json, write_tables,
};

fn sorted(mut directory: Directory) -> Directory {
    directory.sort();
    directory
}

#[test]
fn the_library_in_vejle_survives_both_forms() {
    let town = vejle();
    assert_eq!(read_tables(&write_tables(&town)).unwrap().directory, town);
    assert_eq!(from_json(&to_json(&town)).unwrap().directory, town);
    assert!(check(&town).is_ok());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_directory_survives_tables(directory in directories()) {
        let reading = read_tables(&write_tables(&directory)).unwrap();
        prop_assert_eq!(reading.directory, directory);
    }

    #[test]
    fn any_directory_survives_json(directory in directories()) {
        let reading = from_json(&to_json(&directory)).unwrap();
        // The form adds no warning of its own to what the check says of the data.
        prop_assert_eq!(reading.report.warnings.total(), check(&directory).warnings.total(), "{}", reading.report);
        prop_assert_eq!(sorted(reading.directory), sorted(directory));
    }

    #[test]
    fn no_bytes_make_the_readers_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), at in 0..TABLES.len()) {
        let _ = read_tables(&[(TABLES[at].file.to_owned(), bytes.clone())]);
        let _ = from_json_bytes(&bytes);
    }

    #[test]
    fn a_damaged_table_never_makes_the_reader_panic(cut in 0usize..2000, byte in any::<u8>(), at in 0usize..8) {
        let mut files = write_tables(&vejle());
        let bytes = &mut files[at].1;
        let cut = cut % bytes.len();
        bytes[cut] = byte;
        let _ = read_tables(&files);
    }

    #[test]
    fn a_damaged_document_never_makes_the_reader_panic(cut in 0usize..10_000, byte in any::<u8>()) {
        let mut bytes = to_json(&vejle()).into_bytes();
        let cut = cut % bytes.len();
        bytes[cut] = byte;
        let _ = from_json_bytes(&bytes);
        let _ = from_json_bytes(&bytes[..cut]);
    }
}
