//! Texts: how long they may be, and what they may hold.

use std::borrow::Cow;

use crate::numbers::{is_checked_cpr, is_checked_cvr};
use crate::read::is_line_of_ascii;
use crate::wire::XML_SPACE;
use crate::wire::value::{Plain, Read, WriteRules};
use crate::{Rule, Trap};

/// How many characters a notification may have in every edition of the schema.
const SAFE_NOTIFICATION: usize = 150;
/// How many it may have in the newest.
const LONGEST_NOTIFICATION: usize = 160;

/// Whether XML 1.0 lets a document hold the character.
pub(crate) fn is_xml_character(character: char) -> bool {
    match character {
        '\t' | '\n' | '\r' => true,
        '\u{fffe}' | '\u{ffff}' => false,
        character => character >= ' ',
    }
}

/// At most so many characters, white space counting as it stands (`memoTextType`, `memoCommentType`).
pub(crate) struct Bounded<const MOST: usize>;

/// `memoTextType`.
pub(crate) type Text = Bounded<256>;
/// `memoCommentType`.
pub(crate) type Comment = Bounded<512>;
/// `memoLicenseNumberType`.
pub(crate) type Plate = Bounded<7>;

fn bounded(text: &str, most: usize) -> Result<usize, Rule> {
    let is_line = is_line_of_ascii(text.as_bytes());
    let has = if is_line { text.len() } else { text.chars().count() };
    if has > most {
        return Err(Rule::TooLong { most, has });
    }
    // With 0xef begin the two characters that XML excludes, and some others.
    let is_odd = |byte: u8| byte < b' ' || byte == 0xef;
    let is_fine = is_line || !text.bytes().any(is_odd) || text.chars().all(is_xml_character);
    if is_fine { Ok(has) } else { Err(Rule::Character) }
}

impl<const MOST: usize> Plain for Bounded<MOST> {
    type Value = String;

    fn read(text: &str) -> Read<String> {
        bounded(text, MOST)?;
        Ok((text.to_owned(), None))
    }

    fn check(value: &String, _rules: &WriteRules) -> Result<(), Rule> {
        bounded(value, MOST).map(drop)
    }

    fn write(value: &String) -> Cow<'_, str> {
        value.into()
    }
}

/// `memoNotificationType`.
pub(crate) struct Notification;

impl Plain for Notification {
    type Value = String;

    fn read(text: &str) -> Read<String> {
        let has = bounded(text, LONGEST_NOTIFICATION)?;
        Ok((text.to_owned(), (has > SAFE_NOTIFICATION).then_some(Trap::LongNotification(has))))
    }

    fn check(value: &String, rules: &WriteRules) -> Result<(), Rule> {
        bounded(value, rules.longest_notification.min(LONGEST_NOTIFICATION)).map(drop)
    }

    fn write(value: &String) -> Cow<'_, str> {
        value.into()
    }
}

/// `memoUriType`. White space around it does not count.
pub(crate) struct Url;

impl Url {
    fn rule(url: &str) -> Result<(), Rule> {
        bounded(url, 256)?;
        // XML Schema 1.0 takes all characters that can be escaped, which these cannot.
        let mut after_percent = url.split('%').skip(1);
        let is_escaped = after_percent
            .all(|rest| rest.len() >= 2 && rest.bytes().take(2).all(|digit| digit.is_ascii_hexdigit()));
        let is_url = is_escaped && url.matches('#').count() <= 1 && has_scheme_before_colon(url);
        if is_url { Ok(()) } else { Err(Rule::Url) }
    }
}

impl Plain for Url {
    type Value = String;

    fn read(text: &str) -> Read<String> {
        let url = collapsed(text);
        Self::rule(&url)?;
        let is_odd = |c: char| !c.is_ascii_graphic() || "<>\"{}|\\^`".contains(c);
        let trap = url.contains(is_odd).then_some(Trap::UrlCharacters);
        Ok((url, trap))
    }

    fn check(value: &String, _rules: &WriteRules) -> Result<(), Rule> {
        Self::rule(value)?;
        // It would come back as another text.
        if collapsed(value) == *value { Ok(()) } else { Err(Rule::Url) }
    }

    fn write(value: &String) -> Cow<'_, str> {
        value.into()
    }
}

/// What stands before a colon in the first segment is a scheme (RFC 3986, 4.2).
fn has_scheme_before_colon(url: &str) -> bool {
    match url.split_once([':', '/', '?', '#']) {
        Some((scheme, _)) if url[scheme.len()..].starts_with(':') => {
            scheme.starts_with(|first: char| first.is_ascii_alphabetic())
                && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
        }
        _ => true,
    }
}

/// What `whiteSpace="collapse"` makes of a text.
fn collapsed(text: &str) -> String {
    let words: Vec<&str> = text.split(XML_SPACE).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// `memoLanguageType`. White space around it does not count.
pub(crate) struct Language;

impl Language {
    fn rule(language: &str) -> Result<(), Rule> {
        let is_language =
            matches!(language.len(), 1 | 2) && language.bytes().all(|b| b.is_ascii_alphabetic());
        if is_language { Ok(()) } else { Err(Rule::Language) }
    }
}

impl Plain for Language {
    type Value = String;

    fn read(text: &str) -> Read<String> {
        let language = text.trim_matches(XML_SPACE);
        Self::rule(language)?;
        Ok((language.to_owned(), None))
    }

    fn check(value: &String, _rules: &WriteRules) -> Result<(), Rule> {
        Self::rule(value)
    }

    fn write(value: &String) -> Cow<'_, str> {
        value.into()
    }
}

/// A text that should be a CPR number.
pub(crate) struct Cpr;

impl Plain for Cpr {
    type Value = String;

    fn read(text: &str) -> Read<String> {
        let (text, _) = <Text as Plain>::read(text)?;
        let trap = (!is_checked_cpr(&text)).then_some(Trap::Cpr);
        Ok((text, trap))
    }

    fn check(value: &String, rules: &WriteRules) -> Result<(), Rule> {
        <Text as Plain>::check(value, rules)
    }

    fn write(value: &String) -> Cow<'_, str> {
        value.into()
    }
}

/// A text that should be a CVR number.
pub(crate) struct Cvr;

impl Plain for Cvr {
    type Value = String;

    fn read(text: &str) -> Read<String> {
        let (text, _) = <Text as Plain>::read(text)?;
        let trap = (!is_checked_cvr(&text)).then_some(Trap::Cvr);
        Ok((text, trap))
    }

    fn check(value: &String, rules: &WriteRules) -> Result<(), Rule> {
        <Text as Plain>::check(value, rules)
    }

    fn write(value: &String) -> Cow<'_, str> {
        value.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule<P: Plain>(text: &str) -> Option<Rule> {
        P::read(text).err()
    }

    fn trap<P: Plain>(text: &str) -> Option<Trap> {
        P::read(text).ok().unwrap().1
    }

    #[test]
    fn length_counts_characters_and_not_bytes() {
        assert_eq!(rule::<Text>(&"å".repeat(256)), None);
        assert_eq!(rule::<Text>(&"å".repeat(257)), Some(Rule::TooLong { most: 256, has: 257 }));
        assert_eq!(rule::<Comment>(&"🏡".repeat(512)), None);
        assert_eq!(rule::<Plate>("AB 12 345"), Some(Rule::TooLong { most: 7, has: 9 }));
    }

    #[test]
    fn a_notification_of_151_to_160_characters_is_read_with_a_warning() {
        assert_eq!(trap::<Notification>(&"å".repeat(150)), None);
        assert_eq!(trap::<Notification>(&"å".repeat(151)), Some(Trap::LongNotification(151)));
        assert_eq!(trap::<Notification>(&"å".repeat(160)), Some(Trap::LongNotification(160)));
        assert_eq!(rule::<Notification>(&"å".repeat(161)), Some(Rule::TooLong { most: 160, has: 161 }));
    }

    #[test]
    fn a_url_with_danish_letters_is_read_with_a_warning() {
        assert_eq!(trap::<Url>("https://example.dk/sp%C3%B8rgeskema.html?a=1&b=[2]#top"), None);
        assert_eq!(trap::<Url>("https://example.dk/spørgeskema.html"), Some(Trap::UrlCharacters));
        assert_eq!(trap::<Url>("https://example.dk/et skema"), Some(Trap::UrlCharacters));
        assert_eq!(rule::<Url>("https://example.dk/100%"), Some(Rule::Url));
        assert_eq!(rule::<Url>("https://example.dk/100%ø0"), Some(Rule::Url));
        assert_eq!(rule::<Url>("https://example.dk/#a#b"), Some(Rule::Url));
        assert_eq!(rule::<Url>("2026-03-02T12:00"), Some(Rule::Url));
        assert_eq!(rule::<Url>("side/12:00"), None);
        assert_eq!(
            <Url as Plain>::read("\n https://example.dk/a \t b ").ok().unwrap().0,
            "https://example.dk/a b"
        );
    }

    #[test]
    fn a_language_has_one_or_two_letters() {
        for text in ["da", " DA\n", "d"] {
            assert_eq!(rule::<Language>(text), None, "{text}");
        }
        for text in ["", "dan", "d1", "æ", "d a"] {
            assert_eq!(rule::<Language>(text), Some(Rule::Language), "{text}");
        }
    }

    #[test]
    fn characters_outside_xml_are_refused() {
        for text in ["\u{0}", "a\u{1b}b", "\u{ffff}", "\u{fffe}"] {
            assert_eq!(rule::<Text>(text), Some(Rule::Character), "{text:?}");
        }
        assert_eq!(rule::<Text>("\t\n\r \u{7f}\u{85}\u{fffd}\u{10ffff}"), None);
    }
}
