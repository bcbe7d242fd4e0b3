//! What fits in one text message: the alphabet of GSM 03.38 (3GPP TS 23.038 § 6.2.1) and its 140 bytes.

/// Septets of one message in the GSM alphabet.
pub const ONE_GSM7: usize = 160;
/// UTF-16 units of one message in any other alphabet.
pub const ONE_UCS2: usize = 70;
/// UTF-16 units of each part of a longer message: six bytes say which part it is (3GPP TS 23.040 § 9.2.3.24.1).
pub const PART_UCS2: usize = 67;
/// Septets of each part of a longer message.
const PART_GSM7: usize = 153;

/// The 127 signs that take one septet; the 128th leads to the extension table.
const BASIC: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿\
                     abcdefghijklmnopqrstuvwxyzäöñüà";
/// The signs that take two.
const EXTENSION: &str = "\u{c}^{}\\[~]|€";

/// The alphabet that a text needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alphabet {
    /// The GSM alphabet: English and Danish.
    Gsm7,
    /// UTF-16: Arabic and Urdu, most of Turkish, and any text with one sign beyond GSM.
    Ucs2,
}

/// How much room a text takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measure {
    /// The alphabet it needs.
    pub alphabet: Alphabet,
    /// Its length in the units of that alphabet: septets, or UTF-16 units.
    pub units: usize,
    /// Whether it fits one message.
    pub fits_one: bool,
    /// How many units more one message would hold; below zero, how many are too many.
    pub room_left: i32,
    /// How many messages it takes.
    pub parts: usize,
}

/// Measures a text.
///
/// ```
/// use courier::gsm::{Alphabet, measure};
/// assert_eq!(measure("Rødgrød med fløde").units, 17);
/// assert_eq!(measure("5 €").units, 4);
/// assert_eq!(measure("مرحبا").alphabet, Alphabet::Ucs2);
/// ```
#[must_use]
pub fn measure(text: &str) -> Measure {
    let alphabet = if text.chars().all(|c| septets(c).is_some()) { Alphabet::Gsm7 } else { Alphabet::Ucs2 };
    let (one, part) = match alphabet {
        Alphabet::Gsm7 => (ONE_GSM7, PART_GSM7),
        Alphabet::Ucs2 => (ONE_UCS2, PART_UCS2),
    };
    let size = |c| units(c, alphabet);
    let units: usize = text.chars().map(size).sum();
    let clamped = |n: usize| i32::try_from(n).unwrap_or(i32::MAX);
    Measure {
        alphabet,
        units,
        fits_one: units <= one,
        room_left: clamped(one).saturating_sub(clamped(units)),
        parts: if units <= one { 1 } else { parts(text.chars().map(size), part) },
    }
}

/// Parts of a long message: a sign is never split between two.
fn parts(sizes: impl Iterator<Item = usize>, room: usize) -> usize {
    let (parts, _) =
        sizes.fold(
            (1, 0),
            |(parts, used), size| {
                if used + size <= room { (parts, used + size) } else { (parts + 1, size) }
            },
        );
    parts
}

/// Shortens a text to at most `limit` units of the alphabet that the result needs: at the end of a word, followed by
/// `...`, or within a word that is too long by itself. A text that fits stays as it is.
///
/// The sign `…` would change the alphabet, so it is three dots.
///
/// ```
/// use courier::gsm::shorten;
/// assert_eq!(shorten("Din hjælper kommer på mandag", 20), "Din hjælper...");
/// ```
#[must_use]
pub fn shorten(text: &str, limit: usize) -> String {
    shortened(text, limit, |text| measure(text).units <= limit)
}

/// Shortens a text to one message of the alphabet that the result needs, as [`shorten`] does.
///
/// ```
/// use courier::gsm::{measure, shorten_to_one};
/// let long = "Din hjælper kommer på mandag. ".repeat(9);
/// assert!(measure(&shorten_to_one(&long)).fits_one);
/// ```
#[must_use]
pub fn shorten_to_one(text: &str) -> String {
    shortened(text, ONE_GSM7, |text| measure(text).fits_one)
}

fn shortened(text: &str, limit: usize, fits: impl Fn(&str) -> bool) -> String {
    if fits(text) {
        return text.to_owned();
    }
    let dots = if limit > 3 { "..." } else { "" };
    let cut = |end: usize| {
        let kept = text[..end].trim_end_matches(|c: char| c.is_whitespace() || ",;:-".contains(c));
        format!("{kept}{dots}")
    };
    // A longer beginning can take less room, where a sign beyond GSM turns signs of two septets into UTF-16 units of
    // one. So every end is tried; each sign takes a unit at least, so there are not many.
    let ends = || text.char_indices().map(|(at, _)| at).take(limit + 1);
    let at_words = ends().filter(|&end| is_word_end(text, end)).map(cut).filter(|text| fits(text)).last();
    let anywhere = || ends().map(cut).filter(|text| fits(text)).last();
    at_words.or_else(anywhere).unwrap_or_default()
}

fn is_word_end(text: &str, end: usize) -> bool {
    let before = text[..end].chars().next_back();
    let after = text[end..].chars().next();
    after.is_some_and(char::is_whitespace) && before.is_some_and(|before| !before.is_whitespace())
}

/// Writes what typesetters use as GSM has it, so that one dash does not halve the room: `–` as `-`, `“` as `"`, `’` as
/// `'`, `…` as `...`, special spaces as spaces. Signs that only tell which way text runs go, where no letter runs from
/// the right.
#[must_use]
pub fn simplify(text: &str) -> String {
    let mut simple = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{2010}'..='\u{2014}' | '\u{2212}' => simple.push('-'),
            '“' | '”' | '„' | '«' | '»' => simple.push('"'),
            '‘' | '’' | '‚' | '`' | '´' => simple.push('\''),
            '…' => simple.push_str("..."),
            '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\t' => simple.push(' '),
            '\u{200e}' | '\u{2066}'..='\u{2069}' if !runs_from_the_right(text) => {}
            _ => simple.push(c),
        }
    }
    simple
}

/// Hebrew and Arabic letters.
fn runs_from_the_right(text: &str) -> bool {
    text.chars()
        .any(|c| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'))
}

/// One or two for a sign of the GSM alphabet.
fn septets(c: char) -> Option<usize> {
    if BASIC.contains(c) {
        Some(1)
    } else if EXTENSION.contains(c) {
        Some(2)
    } else {
        None
    }
}

fn units(c: char, alphabet: Alphabet) -> usize {
    match alphabet {
        Alphabet::Gsm7 => septets(c).unwrap_or(1),
        Alphabet::Ucs2 => c.len_utf16(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_alphabet_has_127_signs_and_ten_more() {
        assert_eq!(BASIC.chars().count(), 127);
        assert_eq!(EXTENSION.chars().count(), 10);
        assert!(BASIC.chars().all(|c| BASIC.matches(c).count() == 1 && !EXTENSION.contains(c)));
    }

    #[test]
    fn danish_is_in_the_alphabet() {
        let measured = measure("æøåÆØÅé, så er der 5 % rabat!");
        assert_eq!((measured.alphabet, measured.units), (Alphabet::Gsm7, 29));
    }

    #[test]
    fn arabic_urdu_turkish_and_smileys_are_not() {
        for (text, units) in
            [("مرحبا", 5), ("ہیلو", 4), ("hoş geldiniz", 12), ("ok 😀", 5), ("á", 1), ("10–12", 5)]
        {
            let measured = measure(text);
            assert_eq!((measured.alphabet, measured.units), (Alphabet::Ucs2, units), "{text}");
        }
    }

    #[test]
    fn one_message_is_160_septets_or_70_units() {
        for (text, fits, left, parts) in [
            ("a".repeat(160), true, 0, 1),
            ("a".repeat(161), false, -1, 2),
            ("a".repeat(306), false, -146, 2),
            ("a".repeat(307), false, -147, 3),
            ("€".repeat(80), true, 0, 1),
            ("€".repeat(81), false, -2, 2),
            // 152 signs of one septet leave one free that a sign of two cannot use.
            (format!("{}€{}", "a".repeat(152), "a".repeat(152)), false, -146, 3),
            ("م".repeat(70), true, 0, 1),
            ("م".repeat(71), false, -1, 2),
            ("م".repeat(134), false, -64, 2),
            ("م".repeat(135), false, -65, 3),
            (String::new(), true, 160, 1),
        ] {
            let measured = measure(&text);
            assert_eq!(
                (measured.fits_one, measured.room_left, measured.parts),
                (fits, left, parts),
                "{text}"
            );
        }
    }

    #[test]
    fn a_text_is_cut_at_a_word() {
        for (text, limit, short) in [
            ("Hej Bo", 6, "Hej Bo"),
            ("Hej Bo, vi ses", 12, "Hej Bo..."),
            ("Hej Bo, vi ses", 7, "Hej..."),
            ("Hej Bo", 3, "Hej"),
            ("Hej Bo", 2, "He"),
            ("Hej Bo", 0, ""),
            ("Speciallægepraksisplanlægning", 10, "Special..."),
            ("مرحبا بكم في المكتبة", 13, "مرحبا بكم..."),
            ("😀😀😀😀", 6, "😀..."),
            ("€€€€€", 8, "€€..."),
        ] {
            assert_eq!(shorten(text, limit), short, "{text} {limit}");
        }
    }

    #[test]
    fn what_typesetters_use_need_not_halve_the_room() {
        let set = "“Åbent” kl.\u{a0}10–12 … kom’ ind \u{2068}Bo\u{2069}";
        assert_eq!(simplify(set), "\"Åbent\" kl. 10-12 ... kom' ind Bo");
        assert_eq!(measure(&simplify(set)).alphabet, Alphabet::Gsm7);
        assert_eq!(simplify("مرحبا \u{2068}Bo\u{2069}"), "مرحبا \u{2068}Bo\u{2069}");
    }

    fn some_text() -> impl Strategy<Value = String> {
        let signs = prop::sample::select(vec!['a', 'å', ' ', ' ', '€', '[', 'م', '😀', '\n', '…', ',']);
        prop_oneof![prop::collection::vec(signs, 0..200).prop_map(String::from_iter), "\\PC{0,80}"]
    }

    proptest! {
        #[test]
        fn a_measure_is_what_a_telephone_counts(text in some_text()) {
            let measured = measure(&text);
            let escapes = text.chars().filter(|&c| EXTENSION.contains(c)).count();
            let (units, one) = match measured.alphabet {
                Alphabet::Gsm7 => (text.chars().count() + escapes, 160),
                Alphabet::Ucs2 => (text.encode_utf16().count(), 70),
            };
            prop_assert_eq!(measured.units, units);
            prop_assert_eq!(measured.fits_one, units <= one);
            prop_assert_eq!(measured.fits_one, measured.room_left >= 0);
            prop_assert_eq!(measured.fits_one, measured.parts == 1);
            prop_assert_eq!(measured.room_left, i32::try_from(one).unwrap() - i32::try_from(units).unwrap());
        }

        #[test]
        fn a_shortened_text_fits_and_is_the_beginning(text in some_text(), limit in 0usize..200) {
            let short = shorten(&text, limit);
            prop_assert!(measure(&short).units <= limit);
            if measure(&text).units <= limit {
                prop_assert_eq!(short, text);
            } else {
                let kept = if limit > 3 { short.strip_suffix("...").unwrap() } else { &short };
                prop_assert!(text.starts_with(kept));
            }
        }

        #[test]
        fn a_text_shortened_to_one_message_fits_one(text in some_text()) {
            let short = shorten_to_one(&text);
            prop_assert!(measure(&short).fits_one);
            prop_assert!(short == text || text.starts_with(short.strip_suffix("...").unwrap()));
        }

        #[test]
        fn a_text_made_simple_never_needs_more_than_it_did(text in some_text()) {
            let simple = simplify(&text);
            prop_assert_eq!(simplify(&simple), simple.clone());
            prop_assert!(measure(&simple).alphabet == Alphabet::Gsm7 || measure(&text).alphabet == Alphabet::Ucs2);
        }
    }
}
