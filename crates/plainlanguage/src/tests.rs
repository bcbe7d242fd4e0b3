//! Texts counted by hand, and what must hold for any text.

use proptest::prelude::*;

use crate::{Band, Block, Limits, Reason, band, measure, measure_blocks, measure_with};

/// Text, words, sentences, long words, LIX: each counted with pencil and paper.
const COUNTED: &[(&str, usize, usize, usize, u32)] = &[
    ("", 0, 0, 0, 0),
    ("… – !", 0, 0, 0, 0),
    ("Aase bor i Vejle.", 4, 1, 0, 4),
    ("Kom kl. 9.14 den 17. marts. Tag dit pas med.", 10, 2, 0, 5),
    ("Mødet er d. 17. 3. 2026 kl. 10–12.", 8, 1, 0, 8),
    ("Der var 5.678 breve i 2017. Nu er der flere.", 10, 2, 0, 5),
    // 7/2 + 100/7 = 17.8; borger.dk has eight letters
    ("Læs mere på borger.dk. Ring til os!", 7, 2, 1, 18),
    // 13/2 + 300/13 = 29.6
    ("Tag papirer med, f.eks. pas, sygesikringskort m.v. Vi hjælper dig bl.a. med MitID.", 13, 2, 3, 30),
    ("Hvad nu?! Vent … så kommer vi.", 6, 2, 0, 3),
    // 6/2 + 100/6 = 19.7: the quoted question does not end the sentence
    ("»Er du klar?« spurgte Bo. Ja.", 6, 2, 1, 20),
    ("H. C. Andersen boede i Odense.", 6, 1, 1, 23),
    // 8/2 + 100/8 = 16.5, and a half goes up
    ("Det koster 100 kr. Du betaler på stedet.", 8, 2, 1, 17),
    ("Det koster 100 kr. om året.", 6, 1, 0, 6),
    ("Kommunalbestyrelsen træffer afgørelse vedrørende ansøgningen.", 5, 1, 5, 105),
    ("Hej\n\nVi har åbent", 4, 2, 0, 2),
    ("Linjen er\nbrudt den\n17. maj.", 6, 1, 0, 6),
    // three sentences of one word, one of them long
    ("Husk:\n- pas\n- briller", 3, 3, 1, 34),
    ("1. Log ind\n2. Læs din post", 5, 2, 0, 3),
    ("Ring og/eller skriv 24/7.", 5, 1, 0, 5),
    ("(Se s. 4.) Skriv til bo@vejle.dk.", 6, 2, 1, 20),
    ("Nøglen er min. Tag den. Tak!", 6, 3, 0, 2),
    ("Det tager 5 min. at læse.", 6, 1, 0, 6),
    ("Vi følger reglerne i lov nr. 603 af 31. maj 2023, jf. § 3, stk. 1.", 15, 1, 1, 22),
    ("Gå ind på https://www.borger.dk/post?x=1. Log på.", 6, 2, 1, 20),
    ("e-Boks er lukket. mit.dk er åben.", 6, 2, 0, 3),
];

#[test]
fn texts_counted_by_hand_come_out_the_same() {
    for (text, words, sentences, long, lix) in COUNTED {
        let found = measure(text);
        let counts = (found.words, found.sentences, found.long_words, found.lix);
        assert_eq!(counts, (*words, *sentences, *long, *lix), "{text}");
    }
}

#[test]
fn the_bands_meet_where_the_table_says() {
    let edges = [(24, "meget let"), (25, "let"), (34, "let"), (35, "middel"), (44, "middel"), (45, "svær")];
    for (lix, name) in edges {
        assert_eq!(band(lix).danish(), name, "{lix}");
    }
    assert_eq!((band(54), band(55)), (Band::Hard, Band::VeryHard));
    assert_eq!(measure("").band(), None);
}

#[test]
fn headings_and_lists_do_not_count_but_are_looked_at() {
    let page = [
        Block::Heading("Vedrørende digital selvbetjening"),
        Block::Paragraph("Du kan få hjælp."),
        Block::ListItem("Tag pas med, såfremt du har et"),
    ];
    let found = measure_blocks(&page);
    assert_eq!((found.words, found.sentences, found.lix), (4, 1, 4));
    let places: Vec<_> = found.findings.iter().map(|finding| (finding.block, finding.span.clone())).collect();
    assert_eq!(places, [(0, 0..11), (2, 13..21)]);
}

fn reasons(text: &str) -> Vec<(&str, Reason)> {
    measure(text).findings.into_iter().map(|finding| (&text[finding.span], finding.reason)).collect()
}

#[test]
fn a_sentence_of_thirteen_words_is_long_and_one_of_twelve_is_not() {
    let twelve = "En to tre fire fem seks syv otte ni ti elleve tolv.";
    assert_eq!(reasons(twelve), []);
    let thirteen = twelve.replace("tolv", "tolv og");
    let span = thirteen.trim_end_matches('.');
    assert_eq!(reasons(&thirteen), [(span, Reason::LongSentence { words: 13, limit: 12 })]);
    let strict = Limits { sentence_words: 11, ..Limits::default() };
    assert_eq!(measure_with(twelve, &strict).findings.len(), 1);
}

#[test]
fn words_of_the_office_get_a_plainer_one_in_every_form() {
    let said = |plainer| Reason::Bureaucratic { plainer };
    assert_eq!(
        reasons("I henhold til loven anvendes blanketten. Skriv, SÅFREMT du påbegynder sagen."),
        [
            ("I henhold til", said("efter")),
            ("anvendes", said("bruge")),
            ("SÅFREMT", said("hvis")),
            ("påbegynder", said("begynde")),
        ]
    );
    assert_eq!(reasons("Rekvirér en blanket."), [("Rekvirér", said("bestille"))]);
}

#[test]
fn a_word_of_the_office_inside_another_word_is_left_alone() {
    assert_eq!(reasons("Hun er anvendelig."), []);
}

#[test]
fn very_long_words_are_found_but_addresses_are_not() {
    assert_eq!(
        reasons("Du får boligsikringsydelse. Se www.digitaliseringsstyrelsen.dk."),
        [("boligsikringsydelse", Reason::LongWord { letters: 19 })]
    );
}

#[test]
fn the_passive_is_found_after_a_modal_verb_only() {
    assert_eq!(
        reasons("Skemaet skal udfyldes. Døren kan ikke åbnes."),
        [("udfyldes", Reason::Passive), ("åbnes", Reason::Passive)]
    );
    assert_eq!(reasons("Vi kan mødes. Det er deres. Alles hjælp tæller."), []);
}

#[test]
fn the_list_of_words_is_in_small_letters_and_names_no_word_twice() {
    let mut forms: Vec<&str> =
        crate::wordlist::ENTRIES.iter().flat_map(|entry| entry.forms.iter().copied()).collect();
    assert!(forms.iter().all(|form| *form == form.to_lowercase()));
    let all = forms.len();
    forms.sort_unstable();
    forms.dedup();
    assert_eq!(forms.len(), all);
    assert!(crate::wordlist::ENTRIES.len() >= 40);
}

proptest! {
    #[test]
    fn no_text_makes_it_panic_and_every_span_is_text(text in "\\PC{0,200}") {
        for finding in measure(&text).findings {
            prop_assert!(text.get(finding.span).is_some_and(|found| !found.is_empty()));
        }
    }

    #[test]
    fn a_text_said_twice_is_as_hard_as_said_once(text in "([A-ZÆØÅa-zæøå]{1,12}|[0-9]{1,4}|[-.,!?…»« \n])([ \n.!?]{0,2}([a-zæøåA-Z]{1,12}|kl\\.|m\\.v\\.|17\\.|1\\.|-)){0,40}[.!? \n]{0,3}") {
        let once = measure(&text);
        let twice = measure(&format!("{text}\n\n{text}"));
        prop_assert_eq!(twice.lix, once.lix);
        prop_assert_eq!(twice.words, 2 * once.words);
        prop_assert_eq!(twice.sentences, 2 * once.sentences);
        prop_assert_eq!(twice.findings.len(), 2 * once.findings.len());
    }

    #[test]
    fn counts_never_contradict_each_other(text in "[ -~æøåÆØÅ\n]{0,300}") {
        let found = measure(&text);
        prop_assert!(found.long_words <= found.words);
        prop_assert!(found.sentences <= found.words);
        prop_assert_eq!(found.words == 0, found.sentences == 0);
    }
}
