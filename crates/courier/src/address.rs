//! E-mail addresses as people type them.

use std::str::FromStr;

/// The longest address a server must take (RFC 5321 § 4.5.3.1.3, without the angle brackets).
const LONGEST: usize = 254;
/// The longest part before the `@` (RFC 5321 § 4.5.3.1.1).
const LONGEST_LOCAL: usize = 64;

/// What is wrong with a typed e-mail address. The text does not repeat it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// Nothing was typed.
    #[error("no e-mail address was given")]
    Empty,
    /// There is no `@`.
    #[error("the e-mail address has no @")]
    NoAt,
    /// There is more than one `@`.
    #[error("the e-mail address has more than one @")]
    ManyAts,
    /// There is a space, a line break or another control character inside.
    #[error("the e-mail address has a space or a line break in it")]
    Space,
    /// It is longer than any mail server takes.
    #[error("the e-mail address is too long")]
    TooLong,
    /// What stands before the `@` is empty, or has a character that e-mail does not carry, such as `æ`.
    #[error("the part before the @ of the e-mail address is not one that e-mail carries")]
    Local,
    /// What stands after the `@` is no domain, such as `example.dk`.
    #[error("the part after the @ of the e-mail address is no domain")]
    Domain,
}

/// Reads an e-mail address that somebody typed, and gives it as mail servers take it: without the spaces around it,
/// the domain in lower case, and `blåbær.dk` as `xn--blbr-roah.dk` (RFC 5891).
///
/// # Errors
/// When it is no address that every mail server takes; see [`AddressError`].
///
/// ```
/// assert_eq!(courier::email_address(" Aase@Bibliotek.Example.DK ").unwrap(), "Aase@bibliotek.example.dk");
/// assert_eq!(courier::email_address("aase.example.dk"), Err(courier::AddressError::NoAt));
/// ```
pub fn email_address(typed: &str) -> Result<String, AddressError> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(AddressError::Empty);
    }
    if typed.contains(|c: char| c.is_whitespace() || c.is_control()) {
        return Err(AddressError::Space);
    }
    let (local, domain) = typed.split_once('@').ok_or(AddressError::NoAt)?;
    if domain.contains('@') {
        return Err(AddressError::ManyAts);
    }
    let domain = domain_name(domain).ok_or(AddressError::Domain)?;
    let address = format!("{local}@{domain}");
    if local.len() > LONGEST_LOCAL || address.len() > LONGEST {
        return Err(AddressError::TooLong);
    }
    if !is_dot_atom(local) {
        return Err(AddressError::Local);
    }
    // Whoever sends to the address later must not find out that the library reads the rules more narrowly.
    lettre::Address::from_str(&address).map_err(|_| AddressError::Domain)?;
    Ok(address)
}

/// Words of letters, digits and some signs, with single dots between (RFC 5322 § 3.2.3). Quoted words are left out:
/// nobody has them, and many servers refuse them.
fn is_dot_atom(local: &str) -> bool {
    let is_atom = |c: u8| c.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&c);
    local.split('.').all(|word| !word.is_empty() && word.bytes().all(is_atom))
}

/// A domain with a dot, in ASCII: the rules of addresses on the web know international names.
fn domain_name(typed: &str) -> Option<String> {
    if typed.contains(['/', '?', '#', ':', '\\', '%', '[', ']']) {
        return None;
    }
    let url = reqwest::Url::parse(&format!("http://{typed}/")).ok()?;
    let domain = url.domain()?;
    let labels: Vec<&str> = domain.split('.').collect();
    let is_label = |label: &&str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    (labels.len() > 1 && labels.iter().all(is_label)).then(|| domain.to_owned())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_address_is_taken_without_spaces_around_it_and_its_domain_in_lower_case() {
        for (typed, taken) in [
            ("aase@example.dk", "aase@example.dk"),
            ("\u{a0}Aase.Holm+bil@Mail.Example.DK\n", "Aase.Holm+bil@mail.example.dk"),
            ("o'neill@example.dk", "o'neill@example.dk"),
            ("bo@blåbær.dk", "bo@xn--blbr-roah.dk"),
            ("bo@مثال.إختبار", "bo@xn--mgbh0fb.xn--kgbechtv"),
        ] {
            assert_eq!(email_address(typed).as_deref(), Ok(taken), "{typed}");
        }
    }

    #[test]
    fn what_is_wrong_is_named() {
        use AddressError as E;
        for (typed, error) in [
            ("", E::Empty),
            (" \t", E::Empty),
            ("aase", E::NoAt),
            ("aase@example.dk@example.dk", E::ManyAts),
            ("aase holm@example.dk", E::Space),
            ("aase@example.dk\r\nbcc:bo@example.dk", E::Space),
            ("aase@example.dk\0", E::Space),
            ("@example.dk", E::Local),
            (".aase@example.dk", E::Local),
            ("aase..holm@example.dk", E::Local),
            ("åse@example.dk", E::Local),
            ("aase,bo@example.dk", E::Local),
            ("<aase@example.dk", E::Local),
            ("\"aase\"@example.dk", E::Local),
            ("aase@", E::Domain),
            ("aase@localhost", E::Domain),
            ("aase@example", E::Domain),
            ("aase@example..dk", E::Domain),
            ("aase@example.dk.", E::Domain),
            ("aase@-example.dk", E::Domain),
            ("aase@127.0.0.1", E::Domain),
            ("aase@[127.0.0.1]", E::Domain),
            ("aase@0x7f.1", E::Domain),
            ("aase@example.dk/path", E::Domain),
            ("aase@example.dk:25", E::Domain),
            ("aase@exa_mple.dk", E::Domain),
            ("aase@example.dk>", E::Domain),
        ] {
            assert_eq!(email_address(typed), Err(error), "{typed:?}");
        }
        assert_eq!(email_address(&format!("{}@example.dk", "a".repeat(65))), Err(E::TooLong));
        assert_eq!(email_address(&format!("a@{}dk", "abcdefghi.".repeat(26))), Err(E::TooLong));
    }

    proptest! {
        #[test]
        fn whatever_is_taken_is_safe_in_a_header_and_stays_what_it_is(typed in "[a-z.@+åæ<>\"\r\n :,-]{0,20}@[A-Za-zøü.-]{1,12}\\.[a-z]{2}") {
            if let Ok(address) = email_address(&typed) {
                prop_assert!(address.bytes().all(|c| c.is_ascii_graphic() && !b"<>,:;\"()[]".contains(&c)));
                prop_assert_eq!(email_address(&address), Ok(address.clone()));
                prop_assert!(lettre::Address::from_str(&address).is_ok());
            }
        }

        #[test]
        fn nothing_that_is_typed_makes_it_panic(typed in "\\PC*") {
            let _ = email_address(&typed);
        }
    }
}
