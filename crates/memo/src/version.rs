//! Which edition of the schema a message is written in.

use std::fmt;

/// The edition of the MeMo schema, as attribute `memoVersion` tells it. Both share one namespace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Version {
    /// 1.1: attribute `memoSchVersion` is required, and so are `mandatory` and `legalNotification`.
    V1_1,
    /// 1.2: no `memoSchVersion`; `mandatory` and `legalNotification` may be left out, and a sender may have a
    /// [`Representative`](crate::Representative).
    V1_2,
}

impl Version {
    /// `1.1` or `1.2`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::V1_1 => "1.1",
            Self::V1_2 => "1.2",
        }
    }

    /// Reads the attribute, an `xs:decimal`: ` +01.20 ` says the same as `1.2`.
    pub(crate) fn from_decimal(text: &str) -> Option<Self> {
        let text = text.trim_matches(crate::wire::XML_SPACE);
        let digits = text.strip_prefix('+').unwrap_or(text);
        let (whole, part) = digits.split_once('.')?;
        match (whole.trim_start_matches('0'), part.trim_end_matches('0')) {
            ("1", "1") => Some(Self::V1_1),
            ("1", "2") => Some(Self::V1_2),
            _ => None,
        }
    }
}

impl fmt::Display for Version {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decimal_may_be_written_in_several_ways() {
        for text in ["1.1", "1.10", "+1.1", "01.1", " 1.1\n"] {
            assert_eq!(Version::from_decimal(text), Some(Version::V1_1), "{text}");
        }
        assert_eq!(Version::from_decimal("1.2"), Some(Version::V1_2));
    }

    #[test]
    fn other_versions_are_not_guessed_at() {
        for text in ["", "1", "1.0", "1.3", "2.1", "1.12", "-1.1", "1.1.0", "1,1", "++1.1", "1.1e0"] {
            assert_eq!(Version::from_decimal(text), None, "{text}");
        }
    }
}
