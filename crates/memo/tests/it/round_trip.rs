//! What is written is read as it was.

use memo::{Message, Version};
use proptest::prelude::*;

use crate::any;
use crate::full::{full, letter};

fn written(message: &Message) -> Vec<u8> {
    let mut document = Vec::new();
    memo::write(message, &mut document).unwrap();
    document
}

/// Compared in parts, for a message as a whole shows nothing of itself.
fn is_same(read: &Message, message: &Message) -> bool {
    assert_eq!(read.version, message.version);
    assert_eq!(read.schema_version, message.schema_version);
    assert_eq!(read.header, message.header);
    assert_eq!(read.body, message.body);
    read == message
}

#[test]
fn a_message_with_everything_comes_back_without_warnings() {
    for version in [Version::V1_1, Version::V1_2] {
        for message in [letter(version), full(version)] {
            let reading = memo::read(&*written(&message)).unwrap();
            assert!(is_same(&reading.message, &message));
            assert_eq!(reading.warnings, []);
        }
    }
}

#[test]
fn a_received_message_is_passed_on_as_it_came_byte_for_byte() {
    for version in [Version::V1_1, Version::V1_2] {
        let document = written(&full(version));
        assert_eq!(written(&memo::read(&*document).unwrap().message), document);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_message_of_1_1_comes_back(message in any::message(Version::V1_1)) {
        prop_assert!(is_same(&memo::read(&*written(&message)).unwrap().message, &message));
    }

    #[test]
    fn any_message_of_1_2_comes_back(message in any::message(Version::V1_2)) {
        prop_assert!(is_same(&memo::read(&*written(&message)).unwrap().message, &message));
    }

    #[test]
    fn it_makes_no_difference_how_the_bytes_come(message in any::message(Version::V1_2), stretch in 1usize..50) {
        let document = written(&message);
        let few = std::io::BufReader::with_capacity(stretch, &*document);
        prop_assert!(is_same(&memo::read(few).unwrap().message, &message));
    }
}
