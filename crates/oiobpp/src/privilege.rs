//! What somebody may do: a URI that the service acted in has made up.

use std::fmt;
use std::str::FromStr;

use crate::mask::Masked;

/// The most characters of a privilege.
const LONGEST: usize = 1_024;
/// Besides letters and digits: RFC 3986, section 2.2 and 2.3.
const MARKS: &str = "-._~:/?#[]@!$&'()*+,;=";

/// A privilege: an absolute URI or URN, such as `urn:dk:omtanke:exemption:apply`. Two are the same when they are so
/// character by character.
///
/// Letters beyond ASCII may stand in it, as RFC 3987 lets them. `Debug` hides what could be a CPR number.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Privilege(String);

/// Why a text is not a privilege. It never repeats the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PrivilegeError {
    /// RFC 3986, section 3: it begins with a scheme and a colon, and something follows.
    #[error("a uri begins with a scheme and a colon, and says something behind it")]
    Scheme,
    /// RFC 3986, section 2, and RFC 3987: letters, digits and some marks; one `#`.
    #[error("it has a character that a uri does not have there")]
    Character,
    /// RFC 3986, section 2.1: a percent sign begins two hexadecimal digits.
    #[error("a percent sign begins two hexadecimal digits")]
    Percent,
    /// RFC 8141, section 2: `urn:`, a namespace of 2 to 32 letters, digits and hyphens, a colon, and something in it.
    #[error("a urn has a namespace, a colon, and something behind it")]
    Urn,
    /// Ours: at most 1,024 characters.
    #[error("it is longer than {LONGEST} characters")]
    TooLong,
}

impl Privilege {
    /// The privilege as it was made up. It may name people, and is not for logs; `Debug` is.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Privilege {
    type Err = PrivilegeError;

    fn from_str(text: &str) -> Result<Self, PrivilegeError> {
        check(text)?;
        Ok(Self(text.to_owned()))
    }
}

impl fmt::Debug for Privilege {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Privilege({:?})", Masked(&self.0))
    }
}

fn check(text: &str) -> Result<(), PrivilegeError> {
    if text.chars().take(LONGEST + 1).count() > LONGEST {
        return Err(PrivilegeError::TooLong);
    }
    if !text
        .chars()
        .all(|character| character.is_alphanumeric() || character == '%' || MARKS.contains(character))
        || text.matches('#').count() > 1
    {
        return Err(PrivilegeError::Character);
    }
    let begins_escape = |rest: &str| rest.bytes().take(2).filter(u8::is_ascii_hexdigit).count() == 2;
    if !text.split('%').skip(1).all(begins_escape) {
        return Err(PrivilegeError::Percent);
    }
    let (scheme, rest) = text.split_once(':').ok_or(PrivilegeError::Scheme)?;
    if !is_scheme(scheme) || rest.is_empty() {
        return Err(PrivilegeError::Scheme);
    }
    let is_urn = scheme.eq_ignore_ascii_case("urn");
    if is_urn
        && !rest.split_once(':').is_some_and(|(space, specific)| is_urn_space(space) && !specific.is_empty())
    {
        return Err(PrivilegeError::Urn);
    }
    Ok(())
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
}

fn is_urn_space(text: &str) -> bool {
    (2..=32).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn privileges_as_they_occur_are_read() {
        for text in [
            "urn:dk:some_domain:myPrivilege1A",
            "URN:dk:fmk:view",
            "http://fagsystem.dk/roles/usersystemrole/godkend_faktura/1",
            "https://kommune.dk/roller/løn%20og%20ferie?trin=2#a",
            "x:y",
        ] {
            assert_eq!(text.parse::<Privilege>().map(|read| read.0), Ok(text.to_owned()));
        }
    }

    #[test]
    fn what_is_no_uri_is_refused_by_rule() {
        use PrivilegeError::{Character, Percent, Scheme, TooLong, Urn};
        let long = format!("urn:dk:{}", "ø".repeat(1_018));
        assert!(long.replacen('ø', "", 1).parse::<Privilege>().is_ok());
        for (text, rule) in [
            ("", Scheme),
            ("view", Scheme),
            ("/roles/1", Scheme),
            ("http:", Scheme),
            (":a", Scheme),
            ("1a:b", Scheme),
            ("ø:b", Scheme),
            ("urn:dk:a b", Character),
            ("urn:dk:a\u{202e}b", Character),
            ("urn:dk:a\"", Character),
            ("urn:dk:a#b#c", Character),
            ("urn:dk:100%", Percent),
            ("urn:dk:%4x", Percent),
            ("urn:dk:%ø1", Percent),
            ("urn:dk", Urn),
            ("urn:dk:", Urn),
            ("urn:d:a", Urn),
            ("urn:-dk:a", Urn),
            ("urn:dk-:a", Urn),
            ("urn:d_k:a", Urn),
            (&long, TooLong),
        ] {
            assert_eq!(text.parse::<Privilege>(), Err(rule), "{text}");
        }
    }
}
