//! What must hold of any document.

use documents::{
    HEAD, Index, Kind, LONGEST_INDEX, LONGEST_NAME, Question, Verdict, content_disposition, fold,
    html_to_text, safe_file_name, safe_html, text_of,
};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::nasty::{as_a_browser_reads, assert_safe};

/// Pieces that pages are made of, well and badly.
fn page() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "<p>", "</p>", "<b>", "</b>", "<table>", "<tr>", "<td>", "</td>", "</table>", "<ul>", "<li>", "</ul>", "<svg>", "</svg>",
            "<math>", "<mi>", "<mtext>", "<style>", "</style>", "<script>", "</script>", "<title>", "</title>", "<textarea>",
            "<noscript>", "</noscript>", "<!--", "-->", "<![CDATA[", "]]>", "<select>", "<option>", "<template>", "<a href=\"",
            "<a href='javascript:x'>", "</a>", "<img src=x onerror=x>", "<form>", "\"", "'", ">", "<", "&lt;", "&#60;", "&#x3c;", "&",
            " onload=x ", " style=x ", "<h1>", "</h2>", "<pre>", "</pre>", "<q title='", "<abbr title=\"", "<br/>", "</br>", "<plaintext>",
        ]).prop_map(str::to_owned),
        1 => any::<String>(),
        1 => "[a-zæøå ]{0,9}",
    ];
    vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn no_bytes_are_too_much(bytes in vec(any::<u8>(), 0..400), mime in any::<String>(), name in any::<String>()) {
        let verdict = Verdict::of(&mime, &name, &bytes);
        for kind in [verdict.kind(), Kind::PlainText, Kind::Html] {
            text_of(kind, &bytes);
        }
    }

    #[test]
    fn only_the_head_counts(bytes in vec(any::<u8>(), 0..64), rest in vec(any::<u8>(), 0..64)) {
        let mut head = bytes;
        head.resize(HEAD, b' ');
        let kind = Kind::sniff(&head);
        head.extend(rest);
        prop_assert_eq!(Kind::sniff(&head), kind);
    }

    #[test]
    fn whatever_comes_in_is_safe_and_a_browser_reads_it_as_it_was_written(page in page()) {
        let clean = safe_html(&page);
        assert_safe(&clean);
        // a browser takes the first new line of `pre` as none of its text
        prop_assert_eq!(as_a_browser_reads(&clean.replace("<pre>\n", "<pre>\n\n")), clean);
        html_to_text(&page);
    }

    #[test]
    fn a_saved_name_stays_as_it_is(name in any::<String>(), other in "[a-zæøå./\\\\ :\u{202e}\u{0}م🏠]{0,150}(\\.exe)?(\\.pdf)?") {
        for name in [name, other] {
            let safe = safe_file_name(&name, Kind::Pdf);
            prop_assert!(safe.chars().count() <= LONGEST_NAME && safe.len() <= 240 && safe.ends_with(".pdf"));
            let harmful = safe.contains(['/', '\\', ':', '\0', '\u{202e}']) || safe.contains(".exe");
            prop_assert!(!harmful, "{safe}");
            prop_assert_eq!(safe_file_name(&safe, Kind::Pdf), safe);
        }
    }

    #[test]
    fn a_header_is_one_line_of_ascii(name in any::<String>()) {
        let header = content_disposition(&name, false);
        prop_assert!(header.bytes().all(|byte| (b' '..=b'~').contains(&byte)), "{header}");
        let plain = header.strip_prefix("attachment; filename=\"").expect("a name").split('"').next().expect("its end");
        prop_assert!(!plain.contains(['\\', '%']));
    }

    #[test]
    fn folding_twice_changes_nothing(text in any::<String>()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), &*once);
        prop_assert!(!once.contains("  ") && once.trim() == once);
    }

    #[test]
    fn every_word_of_a_letter_finds_it(texts in vec("[a-zæøåA-ZÆØÅ0-9éüıİ ,.'-]{0,80}", 0..4)) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let index = Index::of(&texts);
        for word in texts.iter().flat_map(|text| text.split_whitespace()) {
            if let Some(question) = Question::parse(word) {
                prop_assert!(word.len() > 60 || question.matches(&index), "{word} in {index}");
                prop_assert!(word.len() > 60 || Question::parse(&fold(word)).is_some_and(|folded| folded.matches(&index)), "{word} folded in {index}");
            }
        }
    }

    #[test]
    fn any_text_has_an_index_within_its_measure(text in any::<String>(), typed in any::<String>()) {
        let index = Index::of(&[&text]);
        prop_assert!(index.len() <= LONGEST_INDEX);
        if let Some(question) = Question::parse(&typed) {
            question.matches(&index);
        }
    }
}
