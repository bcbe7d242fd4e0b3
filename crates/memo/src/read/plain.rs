//! The plain parts of XML, found in bytes at hand: what nearly all of a message is made of.
//!
//! Whatever is not plain gives nothing here, which says neither that it is wrong nor that it is right: a parser of all of
//! XML is asked then.

use std::ops::Range;

/// How the XML declaration nearly always reads.
pub(crate) const DECLARATION: &[u8] = b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
/// More attributes than that are not compared one by one.
const MOST_ATTRIBUTES: usize = 16;

/// Where the parts of a start tag lie.
pub(crate) struct StartTag {
    pub(crate) name: Range<usize>,
    /// With its angle brackets.
    pub(crate) length: usize,
    /// It is a name in angle brackets and nothing else.
    pub(crate) is_bare: bool,
}

/// Where name and value of an attribute lie.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct PlainAttribute {
    pub(crate) name: Range<usize>,
    pub(crate) value: Range<usize>,
}

/// A start tag of ASCII letters, which is no empty element. Its attributes come to `attributes`.
pub(crate) fn start_tag(bytes: &[u8], attributes: &mut Vec<PlainAttribute>) -> Option<StartTag> {
    attributes.clear();
    let name = name(bytes, 1)?;
    if bytes.get(name.end) == Some(&b'>') {
        let length = name.end + 1;
        return Some(StartTag { name, length, is_bare: true });
    }
    let mut at = name.end;
    loop {
        let has_gap = matches!(bytes.get(at)?, b' ' | b'\n' | b'\t');
        while matches!(bytes.get(at)?, b' ' | b'\n' | b'\t') {
            at += 1;
        }
        if bytes[at] == b'>' {
            break;
        }
        if !has_gap || attributes.len() == MOST_ATTRIBUTES {
            return None;
        }
        let attribute = attribute(bytes, at)?;
        if attributes.iter().any(|other| bytes[other.name.clone()] == bytes[attribute.name.clone()]) {
            return None;
        }
        at = attribute.value.end + 1;
        attributes.push(attribute);
    }
    Some(StartTag { name, length: at + 1, is_bare: false })
}

fn attribute(bytes: &[u8], at: usize) -> Option<PlainAttribute> {
    let name = name(bytes, at)?;
    let (Some(b'='), Some(quote @ (b'"' | b'\''))) = (bytes.get(name.end), bytes.get(name.end + 1)) else {
        return None;
    };
    let begin = name.end + 2;
    let length = memchr::memchr(*quote, &bytes[begin..])?;
    let value = begin..begin + length;
    let is_plain = bytes[value.clone()].iter().fold(true, |is_plain, byte| {
        is_plain & (0x20..0x7f).contains(byte) & !matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'')
    });
    is_plain.then_some(PlainAttribute { name, value })
}

/// A name of ASCII letters, digits and the marks that names may hold.
fn name(bytes: &[u8], from: usize) -> Option<Range<usize>> {
    let rest = bytes.get(from..)?;
    let length = rest.iter().position(|byte| !IN_NAMES[usize::from(*byte)])?;
    (length > 0).then_some(from..from + length)
}

/// Which bytes stand in plain names.
const IN_NAMES: [bool; 256] = {
    let mut are_in = [false; 256];
    let mut byte = 0_u8;
    while byte < 0x80 {
        are_in[byte as usize] = byte.is_ascii_alphanumeric() || matches!(byte, b':' | b'_' | b'-' | b'.');
        byte += 1;
    }
    are_in
};

/// Whether an end tag of this name comes next.
pub(crate) fn is_end_tag(bytes: &[u8], name: &[u8]) -> bool {
    let Some(rest) = bytes.strip_prefix(b"</") else { return false };
    rest.strip_prefix(name).is_some_and(|rest| rest.first() == Some(&b'>'))
}

/// What is in a text without references.
pub(crate) enum PlainText<'a> {
    /// One line of ASCII.
    Line(&'a str),
    /// Several lines, or characters of several bytes.
    Lines(&'a str),
}

/// The text in front of the next tag, where it holds no reference, nothing that XML reads as something else, and no
/// character that XML may not hold.
pub(crate) fn text(bytes: &[u8]) -> Option<PlainText<'_>> {
    let end = memchr::memchr2(b'<', b'&', bytes)?;
    if bytes[end] == b'&' {
        return None;
    }
    let bytes = &bytes[..end];
    let text = std::str::from_utf8(bytes).ok()?;
    if is_line_of_ascii(bytes) {
        return Some(PlainText::Line(text));
    }
    // With 0xef begin the two characters that XML excludes, and some others.
    let is_odd = |byte: &u8| *byte == 0xef || *byte < b' ' && !matches!(byte, b'\n' | b'\t');
    (!bytes.iter().any(is_odd)).then_some(PlainText::Lines(text))
}

/// Whether there are neither control characters nor characters of several bytes, looking at eight bytes at once.
pub(crate) fn is_line_of_ascii(bytes: &[u8]) -> bool {
    const ONES: u64 = u64::MAX / 0xff;
    let (words, rest) = bytes.as_chunks();
    let words = words.iter().map(|word| u64::from_ne_bytes(*word));
    // In front of fewer than eight bytes stand blanks, which are neither.
    let last = rest.iter().fold(ONES * 0x20, |word, byte| word << 8 | u64::from(*byte));
    // The topmost bit of a byte is set where it is above 0x7f, or becomes so where it is below a blank.
    let odd = words.chain([last]).fold(0, |odd, word| odd | word | word.wrapping_sub(ONES * 0x20));
    odd & (ONES << 7) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    type Pairs<'t> = Vec<(&'t str, &'t str)>;

    fn start(text: &str) -> Option<(&str, Pairs<'_>, usize)> {
        let mut attributes = Vec::new();
        let tag = start_tag(text.as_bytes(), &mut attributes)?;
        let attributes: Pairs<'_> =
            attributes.iter().map(|found| (&text[found.name.clone()], &text[found.value.clone()])).collect();
        assert_eq!(tag.is_bare, tag.length == tag.name.len() + 2);
        Some((&text[tag.name], attributes, tag.length))
    }

    #[test]
    fn a_plain_tag_is_taken_apart() {
        assert_eq!(start("<memo:label>Din tid"), Some(("memo:label", vec![], 12)));
        assert_eq!(
            start("<a b=\"1 2\"\n c:d='' >"),
            Some(("a", vec![("b", "1 2"), ("c:d", "")], "<a b=\"1 2\"\n c:d='' >".len()))
        );
    }

    #[test]
    fn a_tag_that_is_not_plain_is_left_alone() {
        for text in [
            "<",
            "<a",
            "<a/>",
            "<a />",
            "</a>",
            "<>",
            "< a>",
            "<æ>",
            "<a b>",
            "<a b=1>",
            "<a b ='1'>",
            "<a b='1'c='2'>",
            "<a b='1' b='2'>",
            "<a b='&amp;'>",
            "<a b='æ'>",
            "<a b='\t'>",
            "<a b='1'",
            "<a b='1>",
            "<!-- a -->",
            "<?a?>",
            "<a b='1' c='2'",
        ] {
            assert_eq!(start(text), None, "{text}");
        }
    }

    #[test]
    fn a_line_of_ascii_holds_nothing_else_in_any_place() {
        for length in 0..20 {
            let line = vec![b'~'; length];
            assert!(is_line_of_ascii(&line) && is_line_of_ascii(&vec![b' '; length]), "{length}");
            for at in 0..length {
                for odd in [0, b'\t', b'\n', 0x1f, 0x80, 0xc3, 0xff] {
                    let mut spoilt = line.clone();
                    spoilt[at] = odd;
                    assert!(!is_line_of_ascii(&spoilt), "{odd} at {at} of {length}");
                }
            }
        }
    }

    #[test]
    fn an_end_tag_has_the_very_name() {
        assert!(is_end_tag(b"</a:b></c>", b"a:b"));
        for text in ["<a:b>", "</a:bc>", "</a:b", "</a:b >", "</a>"] {
            assert!(!is_end_tag(text.as_bytes(), b"a:b"), "{text}");
        }
    }

    #[test]
    fn a_text_that_is_not_plain_is_left_alone() {
        assert!(matches!(text(b"Din tid</"), Some(PlainText::Line("Din tid"))));
        assert!(matches!(
            text("S\u{f8}d\n\u{1f3e1}<".as_bytes()),
            Some(PlainText::Lines("S\u{f8}d\n\u{1f3e1}"))
        ));
        let odd: [&[u8]; 6] =
            [b"Din tid", b"a &amp; b<", b"a\r\nb<", b"\0<", b"\xc3<", "\u{ffff}<".as_bytes()];
        for bytes in odd {
            assert!(text(bytes).is_none(), "{bytes:?}");
        }
    }
}
