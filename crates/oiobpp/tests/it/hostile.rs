//! No bytes make the reader fall over, and none make it work long.

use oiobpp::{MOST_BYTES, PrivilegeList};
use proptest::prelude::*;

use crate::any;

const ROOT: &str = "<b:PrivilegeList xmlns:b=\"http://digst.dk/oiosaml/basic_privilege_profile\">";

fn refusal(document: &str) -> String {
    PrivilegeList::read_xml(document.as_bytes()).unwrap_err().to_string()
}

#[test]
fn a_document_type_definition_is_refused_before_anything_in_it_is_read() {
    let bomb = "<!DOCTYPE b:PrivilegeList [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>\n";
    assert_eq!(
        refusal(&format!("{bomb}{ROOT}&b;</b:PrivilegeList>")),
        "line 1, column 1: the document brings a document type definition, which is refused"
    );
    assert_eq!(
        refusal(&format!("{ROOT}\n &b;</b:PrivilegeList>")),
        "line 2, column 2: PrivilegeList uses an entity that is not one of xml's own"
    );
    assert_eq!(
        refusal(&format!("{ROOT}\n<PrivilegeGroup Scope='&b;'/>")),
        "line 2, column 1: PrivilegeList uses an entity that is not one of xml's own"
    );
}

#[test]
fn what_is_too_large_is_not_looked_at() {
    let blank = " ".repeat(MOST_BYTES);
    let fits = format!("{ROOT}{}</b:PrivilegeList>", &blank[ROOT.len() + "</b:PrivilegeList>".len()..]);
    assert_eq!(PrivilegeList::read_xml(fits.as_bytes()), Ok(PrivilegeList::default()));
    let too_large = format!("{fits} ");
    assert_eq!(refusal(&too_large), "line 1, column 1: the document is larger than 262144 bytes");
    let packed = "A".repeat(2 * MOST_BYTES);
    assert_eq!(
        PrivilegeList::read_base64(&packed).unwrap_err().to_string(),
        "line 1, column 1: the text in base64 is larger than 262144 bytes"
    );
}

#[test]
fn elements_within_elements_are_refused_at_the_first_that_has_no_place() {
    let deep = "<PrivilegeGroup Scope=\"urn:dk:gov:saml:seNumberIdentifier:27384223\">".repeat(3_000);
    assert_eq!(
        refusal(&format!("{ROOT}\n{deep}")),
        "line 2, column 69: PrivilegeList/PrivilegeGroup/PrivilegeGroup is not known here"
    );
}

#[test]
fn a_tag_has_few_attributes() {
    let many: String = (0..20_000).map(|number| format!(" a{number}=''")).collect();
    let refused = refusal(&format!("{ROOT}<PrivilegeGroup{many}/>"));
    assert!(refused.ends_with("PrivilegeList holds a tag of more than 16 attributes"), "{refused}");
    let many: String = (0..10_000).map(|number| format!(" xmlns:a{number}='a'")).collect();
    let refused = refusal(&format!("<b:PrivilegeList{many}/>"));
    assert!(refused.ends_with("is not well-formed xml: a namespace is declared wrongly"), "{refused}");
}

#[test]
fn only_utf_8_is_read() {
    let mut latin = format!("{ROOT}<!-- - --></b:PrivilegeList>").into_bytes();
    let at = latin.windows(3).position(|three| three == b" - ").unwrap() + 1;
    latin[at] = 0xe6;
    let said = PrivilegeList::read_xml(&latin).unwrap_err().to_string();
    assert_eq!(said, "line 1, column 1: the document is not written in utf-8");
    assert_eq!(
        refusal(&format!("<?xml version=\"1.0\" encoding=\"utf-16\"?>{ROOT}</b:PrivilegeList>")),
        "line 1, column 1: the document is not written in utf-8"
    );
}

#[test]
fn orders_for_programs_are_refused() {
    assert_eq!(
        refusal(&format!("<?xml-stylesheet href='a'?>{ROOT}</b:PrivilegeList>")),
        "line 1, column 1: the document brings a processing instruction, which is refused"
    );
}

/// Pieces that documents are made of, put together in any way.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(&[
        ROOT,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
        "<PrivilegeList xmlns='http://itst.dk/oiosaml/basic_privilege_profile'>",
        "</b:PrivilegeList>",
        "</PrivilegeList>",
        "<PrivilegeGroup Scope=\"urn:dk:gov:saml:cprNumberIdentifier:0101900002\">",
        "<PrivilegeGroup Scope=\"urn:dk:gov:saml:",
        "</PrivilegeGroup>",
        "<Privilege>",
        "</Privilege>",
        "urn:dk:a",
        "<Constraint Name='a'>",
        "</Constraint>",
        "&amp;",
        "&#65;",
        "&#0;",
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
        "%",
        "\u{feff}",
        "\0",
        "æ",
        " ",
    ]);
    prop::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

/// Whatever is read comes back when it is written.
fn read(bytes: &[u8]) {
    if let Ok(list) = PrivilegeList::read_xml(bytes) {
        assert_eq!(PrivilegeList::read_base64(&list.to_base64()), Ok(list));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_024))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        read(&bytes);
    }

    #[test]
    fn any_text_is_read_as_base64_or_refused(text in "\\PC{0,60}|[A-Za-z0-9+/=\\s]{0,80}") {
        drop(PrivilegeList::read_base64(&text));
    }

    #[test]
    fn any_pieces_are_read_or_refused(text in pieces()) {
        read(text.as_bytes());
    }

    #[test]
    fn a_spoilt_list_is_read_or_refused(
        list in any::list(), places in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let mut document = list.to_xml().into_bytes();
        for (place, byte) in places {
            *place.get_mut(&mut document) = byte;
        }
        read(&document);
    }
}
