//! Letters found by what people type.

use documents::{Index, LONGEST_INDEX, Question, fold};

fn finds(typed: &str, text: &str) -> bool {
    Question::parse(typed).expect("words").matches(&Index::of(&[text]))
}

#[test]
fn a_word_is_found_in_whatever_form_it_is_typed() {
    for (typed, text) in [
        ("ansøgning", "Din ansøgning er modtaget"),
        ("ANSØGNINGER", "Din ansøgning er modtaget"),
        ("ansoegningen", "Din ansøgning er modtaget"),
        ("ansøgningen", "din ansoegning er modtaget"),
        ("bolig", "Afgørelse om boligstøtte"),
        ("boligstoette", "Afgørelse om boligstøtte"),
        ("afgoerelserne", "Afgørelse om boligstøtte"),
        ("aabenraa", "Åbenrå Kommune"),
        ("åbenrå", "Aabenraa Kommune"),
        ("Aabenraas", "Åbenrå Kommune"),
        ("aarsopgoerelser", "Årsopgørelse for 2025"),
        ("læger", "Lægen ringer"),
        ("laegens", "Læge Bo Hansen"),
        ("tænder", "Tand- og tænderundersøgelse"),
        ("e-boks", "Log ind på eBoks"),
        ("eboks", "Log ind på e-Boks"),
        ("mit.dk", "Læs det på mit.dk"),
        ("2025", "Årsopgørelse for 2025"),
        ("17-03", "Mødet er 17.03.2026"),
        ("cafe", "Café Øst"),
        ("kommune aarhus", "Aarhus Kommune"),
        ("IŞIK", "ışık"),
        ("istanbul", "İstanbul"),
        ("اوراق", "أوراق"),
        ("كتاب", "كِتَـاب"),
        ("۲۰۲۵", "2025"),
    ] {
        assert!(finds(typed, text), "{typed} in {text}: {:?}", Index::of(&[text]));
    }
}

#[test]
fn a_word_that_is_not_there_is_not_found() {
    for (typed, text) in [
        ("skat", "Din ansøgning om boligstøtte"),
        ("støtte", "Din ansøgning om boligstøtte"),
        ("bolig skat", "Din ansøgning om boligstøtte"),
        ("boligstøttekontor", "boligstøtte"),
        ("025", "2025"),
    ] {
        assert!(!finds(typed, text), "{typed} in {text}");
    }
}

#[test]
fn what_is_no_word_asks_nothing() {
    for typed in ["", "  ", "…!?", "\u{202e}", "%_"] {
        assert!(Question::parse(typed).is_none(), "{typed:?}");
    }
    assert_eq!(format!("{:?}", Question::parse("hemmelig sag").expect("words")), "Question(2 words)");
}

#[test]
fn an_index_is_words_and_then_the_stems_that_are_no_words() {
    assert_eq!(
        Index::of(&["Ansøgninger, ansøgninger", "om støtte"]),
        " ansoegninger om stoette \n ansoegning stoet "
    );
    assert_eq!(Index::of(&[]), " \n ");
}

#[test]
fn a_long_letter_keeps_its_title_and_its_longest_words() {
    let body: String = (0..2_000).map(|number| format!("ord{number} langtord{number}kommer ")).collect();
    let index = Index::of(&["Kort om SU", &body]);
    assert!(index.len() <= LONGEST_INDEX && index.len() > LONGEST_INDEX - 100, "{}", index.len());
    let found = |typed: &str| Question::parse(typed).expect("words").matches(&index);
    assert!(found("kort om su") && found("langtord1000kommer") && !found("ord7 "));
    for word in index.split_whitespace() {
        assert!(fold(&format!("kort om su {body}")).contains(word), "{word} was cut");
    }
}

#[test]
fn folding_makes_one_of_what_reads_the_same() {
    for (text, folded) in [
        ("Ærø, ØSTER Åen", "aeroe oester aaen"),
        ("Öster Ängby é", "oester aengby e"),
        ("İIıi", "iiii"),
        ("١٢٣ ۴۵", "123 45"),
        ("إلى مدرسة", "الي مدرسه"),
        ("ﬁ ½", "fi 1 2"),
    ] {
        assert_eq!(fold(text), folded, "{text}");
    }
}
