//! What nobody should type, and somebody will.

use crate::country::{DENMARK, found, look_up, offered};
use gazetteer::{Gazetteer, How, LookUp};
use proptest::prelude::*;
use std::time::Instant;

#[test]
fn ten_megabytes_are_cut_and_answered_at_once() {
    let begun = Instant::now();
    for endless in ["9", " ", "å", "Aalborg ", "\u{200B}", "🏠", "ﷺ", "9000 "] {
        let typed = endless.repeat(10_000_000 / endless.len());
        let _ = look_up(&typed);
    }
    assert!(begun.elapsed().as_secs() < 10, "{:?}", begun.elapsed());
    let (place, how, _) = found(&format!("9000 Aalborg{}", " ".repeat(10_000_000)));
    assert_eq!((place.name.as_str(), how), ("9000 Aalborg", How::Exact));
}

#[test]
fn a_gazetteer_of_nothing_finds_nothing() {
    let empty = Gazetteer::new(&[], &[]);
    for typed in ["9000", "90000", "Aalborg", "9000 Aalborg", "København Kommune"] {
        assert_eq!(empty.look_up(typed), LookUp::NotFound { nearest: Vec::new() }, "{typed}");
    }
    assert_eq!(empty.look_up(""), LookUp::Empty);
    assert_eq!(empty.nearest_postcode(DENMARK.postcodes[0].position), None);
    assert_eq!(empty.nearest_municipality(DENMARK.postcodes[0].position), None);
}

#[test]
fn a_misspelt_name_is_looked_up_in_no_time() {
    let begun = Instant::now();
    for _ in 0..100 {
        let _ = look_up("Fredrikshvn");
    }
    // Far above what it takes, so that a busy machine does not fail it: the point is that nothing is quadratic.
    assert!(begun.elapsed().as_millis() < 2_000, "{:?} for a hundred", begun.elapsed());
}

/// Text made of what the parser looks at, so that odd combinations are reached.
fn address_like() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "9000",
        "9001",
        "1050",
        "dk",
        "DK-",
        "kommune",
        "s",
        ",",
        " ",
        "\n",
        "Aalborg",
        "Aarhus",
        "Ålbrg",
        "st",
        "Ø",
        "12",
        "Københavns",
        "٩",
        "\u{200F}",
        "🏠",
        "-",
        "København K",
        "Danmark",
        "4",
        "x",
    ]);
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

fn keeps_its_promises(text: &str) -> Result<(), TestCaseError> {
    let answer = look_up(text);
    match &answer {
        LookUp::Found { place, others, .. } => {
            prop_assert!(others.len() <= 10 && !others.contains(place));
        }
        LookUp::NotFound { nearest } => prop_assert!(nearest.len() <= 5),
        LookUp::Empty => {}
    }
    let mut names: Vec<String> = offered(answer).into_iter().map(|place| place.name).collect();
    let count = names.len();
    names.sort();
    names.dedup();
    prop_assert_eq!(names.len(), count, "a place is offered twice");
    Ok(())
}

proptest! {
    #[test]
    fn any_text_gets_an_answer(text in any::<String>()) {
        keeps_its_promises(&text)?;
    }

    #[test]
    fn any_address_like_text_gets_an_answer(text in address_like()) {
        keeps_its_promises(&text)?;
    }

    #[test]
    fn letter_case_and_space_around_make_no_difference(text in address_like()) {
        prop_assert_eq!(look_up(&text), look_up(&format!("  {} ", text.to_lowercase())));
    }
}
