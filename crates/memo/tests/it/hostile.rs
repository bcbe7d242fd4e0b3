//! No bytes make the reader fall over, and no error repeats what stood in them.

use memo::batch::BatchReader;
use memo::receipt::Receipt;
use memo::{Limits, Version};
use proptest::prelude::*;

use crate::full::{CPR, full};

fn written() -> Vec<u8> {
    let mut document = Vec::new();
    memo::write(&full(Version::V1_2), &mut document).unwrap();
    document
}

/// Pieces that documents are made of, put together in any way.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(&[
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
        "<m:Message xmlns:m=\"https://DigitalPost.dk/MeMo-1\" memoVersion=\"1.2\">",
        "</m:Message>",
        "<m:MessageHeader>",
        "</m:MessageHeader>",
        "<m:Sender xmlns:m='x'>",
        "<m:label/>",
        "<m:MessageBody>",
        "<m:MainDocument>",
        "<m:File>",
        "<m:content>",
        "</m:content>",
        "AAAA",
        "=",
        "&amp;",
        "&#65;",
        "&a;",
        "&",
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "<!DOCTYPE",
        "<?a ?>",
        "<",
        ">",
        "/>",
        "\"",
        "'",
        "\u{feff}",
        "\0",
        "æ",
        " ",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        drop(memo::read(&*bytes));
        drop(Receipt::from_xml(&*bytes));
        drop(Receipt::from_json(&bytes));
        if let Ok(mut batch) = BatchReader::open(&*bytes) {
            drop(batch.next_entry());
        }
    }

    #[test]
    fn any_pieces_are_read_or_refused(text in pieces(), depth in 0usize..5) {
        let limits = Limits { depth, ..Limits::default() };
        drop(memo::read(text.as_bytes()));
        drop(memo::read_with(text.as_bytes(), &limits, &mut memo::InMemory::default()));
    }

    #[test]
    fn a_spoilt_message_is_read_and_written_again_or_refused_without_a_word_of_people(
        places in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let mut document = written();
        for (place, byte) in places {
            *place.get_mut(&mut document) = byte;
        }
        match memo::read(&*document) {
            Ok(reading) => {
                let mut again = Vec::new();
                memo::write(&reading.message, &mut again).unwrap();
                prop_assert!(memo::read(&*again).unwrap().message == reading.message);
            }
            Err(error) => {
                let said = format!("{error} {error:?}");
                for secret in ["Aase", "Holm", CPR, "Willy", "bo@example"] {
                    prop_assert!(!said.contains(secret), "{}", said);
                }
            }
        }
    }
}
