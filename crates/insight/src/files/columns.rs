//! Columns that grow value by value.

use std::collections::HashMap;

use estimates::Column;

const NONE: u32 = u32::MAX;

/// Texts, as numbers of labels.
#[derive(Clone, Debug, Default)]
pub(crate) struct Texts {
    codes: Vec<u32>,
    known: HashMap<String, u32>,
    /// The value before, which is often the same.
    last: Option<(String, u32)>,
}

impl Texts {
    pub(crate) fn push(&mut self, text: Option<&str>) {
        let Some(text) = text else { return self.codes.push(NONE) };
        if let Some((last, code)) = &self.last
            && last == text
        {
            return self.codes.push(*code);
        }
        let code = match self.known.get(text) {
            Some(&code) => code,
            None => {
                let code = u32::try_from(self.known.len()).expect("fewer labels than rows of memory");
                self.known.insert(text.to_owned(), code);
                code
            }
        };
        self.last = Some((text.to_owned(), code));
        self.codes.push(code);
    }

    pub(crate) fn pop(&mut self) {
        self.codes.pop();
    }

    /// As a column; its labels are in the order of their text.
    pub(crate) fn column(self) -> Column {
        let mut labels: Vec<(String, u32)> = self.known.into_iter().collect();
        labels.sort_unstable();
        let mut place = vec![0; labels.len()];
        for (at, (_, code)) in (0..).zip(&labels) {
            place[*code as usize] = at;
        }
        let codes = self
            .codes
            .into_iter()
            .map(|code| if code == NONE { NONE } else { place[code as usize] })
            .collect();
        Column::Categories { codes, labels: labels.into_iter().map(|(label, _)| label).collect() }
    }
}

/// A number as surveys write it, if it is one: digits, a sign, one point, an exponent. No names such as `inf`.
pub(crate) fn number(bytes: &[u8], decimal_comma: bool) -> Option<f64> {
    let first = bytes.first()?;
    if !(first.is_ascii_digit() || matches!(first, b'-' | b'+' | b'.' | b',')) || bytes.len() > 40 {
        return None;
    }
    if let Some(whole) = small(bytes) {
        return Some(whole);
    }
    let text = std::str::from_utf8(bytes).ok()?;
    let found: f64 = if decimal_comma && text.contains(',') {
        text.replacen(',', ".", 1).parse().ok()?
    } else {
        text.parse().ok()?
    };
    found.is_finite().then_some(found)
}

/// Whole numbers of a few digits, which most answers are.
fn small(bytes: &[u8]) -> Option<f64> {
    if bytes.len() > 9 {
        return None;
    }
    let mut value = 0_u32;
    for byte in bytes {
        if !byte.is_ascii_digit() {
            return None;
        }
        value = value * 10 + u32::from(byte - b'0');
    }
    Some(f64::from(value))
}

/// Whether digits are a code rather than an amount: `081`.
pub(crate) fn is_code(bytes: &[u8]) -> bool {
    bytes.len() > 1 && bytes[0] == b'0' && bytes.iter().all(u8::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_from_codes_and_words() {
        assert_eq!(number(b"12", false), Some(12.0));
        assert_eq!(number(b"-0.5", false), Some(-0.5));
        assert_eq!(number(b"1e3", false), Some(1000.0));
        assert_eq!(number(b"1,5", true), Some(1.5));
        assert_eq!(number(b"1,5", false), None);
        assert_eq!(number(b"inf", false), None);
        assert_eq!(number(b"1e999", false), None);
        assert_eq!(number(b"", false), None);
        assert!(is_code(b"081") && !is_code(b"0") && !is_code(b"0.5"));
    }

    #[test]
    fn labels_are_in_the_order_of_their_text() {
        let mut texts = Texts::default();
        for text in [Some("Vejle"), None, Some("Ribe"), Some("Vejle")] {
            texts.push(text);
        }
        let Column::Categories { codes, labels } = texts.column() else { panic!("texts are categories") };
        assert_eq!(labels, ["Ribe", "Vejle"]);
        assert_eq!(codes, [1, NONE, 0, 1]);
    }
}
