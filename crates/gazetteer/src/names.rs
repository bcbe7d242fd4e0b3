//! The many ways to write one Danish town name: St. Merløse, Kgs. Lyngby, Nykøbing F, Esbjerg Øst.

/// What the first word of a name is short for.
const FIRST: [(&str, &str); 18] = [
    ("frb", "frederiksberg"),
    ("gl", "gammel"),
    ("gml", "gammel"),
    ("kbh", "koebenhavn"),
    ("kbhvn", "koebenhavn"),
    ("cph", "koebenhavn"),
    ("kgs", "kongens"),
    ("kr", "kirke"),
    ("ll", "lille"),
    ("ndr", "noerre"),
    ("nr", "noerre"),
    ("nyk", "nykoebing"),
    ("oe", "oester"),
    ("sct", "sankt"),
    ("sdr", "soender"),
    ("skt", "sankt"),
    ("st", "store"),
    ("v", "vester"),
];

/// What the last word of a name is short for: a quarter of a town, or the part of the country that tells two towns of
/// one name apart. `m` is both (Odense M, Nykøbing M); as only equal forms are compared, one expansion will do.
const LAST: [(&str, &str); 18] = [
    ("c", "centrum"),
    ("f", "falster"),
    ("j", "jylland"),
    ("jyll", "jylland"),
    ("l", "lolland"),
    ("m", "mors"),
    ("midtsj", "midtsjaelland"),
    ("n", "nord"),
    ("noe", "nordoest"),
    ("nv", "nordvest"),
    ("oe", "oest"),
    ("s", "syd"),
    ("sj", "sjaelland"),
    ("soe", "sydoest"),
    ("st", "station"),
    ("sv", "sydvest"),
    ("v", "vest"),
    ("vestj", "vestjylland"),
];

/// Last words that people leave out, besides those of [`LAST`].
const LEFT_OUT: [&str; 10] = ["aeroe", "by", "djurs", "fyn", "k", "kyst", "oest", "stevns", "sydfyn", "thy"];

/// The full form of a folded name: `kgs lyngby` is `kongens lyngby`, `esbjerg oe` is `esbjerg oest`.
pub(crate) fn full(folded: &str) -> String {
    let words: Vec<&str> = folded.split(' ').collect();
    let last = words.len() - 1;
    let full: Vec<&str> = words
        .iter()
        .enumerate()
        .map(|(at, word)| match at {
            0 => look(&FIRST, word).unwrap_or(word),
            _ if at == last => look(&LAST, word).unwrap_or(word),
            _ => word,
        })
        .collect();
    full.join(" ")
}

/// The full form without a last word that people leave out: `esbjerg` of `esbjerg oest`.
pub(crate) fn without_quarter(full: &str) -> Option<&str> {
    let (rest, last) = full.rsplit_once(' ')?;
    (LEFT_OUT.contains(&last) || LAST.iter().any(|(_, long)| *long == last)).then_some(rest)
}

fn look(table: &[(&'static str, &'static str)], word: &str) -> Option<&'static str> {
    table.iter().find(|(short, _)| *short == word).map(|(_, long)| *long)
}

#[cfg(test)]
mod tests {
    use super::{full, without_quarter};

    #[test]
    fn short_forms_are_written_out() {
        for (short, long) in [
            ("kbh nv", "koebenhavn nordvest"),
            ("frb", "frederiksberg"),
            ("skt klemens", "sankt klemens"),
            ("st merloese", "store merloese"),
            ("lem st", "lem station"),
            ("oe assels", "oester assels"),
            ("aalborg oe", "aalborg oest"),
            ("nykoebing f", "nykoebing falster"),
            ("vejle", "vejle"),
            ("", ""),
        ] {
            assert_eq!(full(short), long);
        }
    }

    #[test]
    fn a_quarter_can_be_left_out_but_not_half_a_name() {
        assert_eq!(without_quarter("koebenhavn nordvest"), Some("koebenhavn"));
        assert_eq!(without_quarter("hvide sande"), None);
        assert_eq!(without_quarter("vejle"), None);
    }
}
