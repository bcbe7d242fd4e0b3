//! Codes and tokens: made from the realm's keys and the id of what they belong to, so that a second attempt sends the same
//! ones and nothing that opens anything is kept.

use basics::Id;
use vault::Keyring;

/// The six digits for a confirmation.
pub(crate) fn code<T>(keys: &Keyring, id: Id<T>) -> String {
    let mark = mark(keys, "notices.code", id);
    let number = u64::from_str_radix(&mark[..16], 16).expect("a mark is hexadecimal digits");
    // 2^64 is no multiple of a million, which favours some codes by less than one in ten million million.
    format!("{:06}", number % 1_000_000)
}

/// A token of 256 bits for an address on this site.
pub(crate) fn token<T>(keys: &Keyring, purpose: &'static str, id: Id<T>) -> String {
    mark(keys, purpose, id)
}

/// A token of 128 bits for an e-mail address, where there is little room.
pub(crate) fn short_token<T>(keys: &Keyring, purpose: &'static str, id: Id<T>) -> String {
    mark(keys, purpose, id)[..32].to_owned()
}

fn mark<T>(keys: &Keyring, purpose: &'static str, id: Id<T>) -> String {
    let marks = keys.find_marks(purpose, id.uuid().as_bytes());
    marks.into_iter().next().expect("a ring always has a key").hash
}

/// What is kept of a token: it has so much chance in it that nobody can try them all.
pub(crate) fn hash(token: &str) -> String {
    blake3::hash(token.as_bytes()).to_hex().to_string()
}

/// What tells that an address is the one that something was sent to, under each key, the current one first.
pub(crate) fn address_marks(keys: &Keyring, address: &str) -> Vec<String> {
    keys.find_marks("notices.address", address.as_bytes()).into_iter().map(|mark| mark.hash).collect()
}

/// What is kept of a code, under each key, the current one first. There are only a million codes, so the hash is keyed;
/// the id salts it.
pub(crate) fn code_hashes<T>(keys: &Keyring, id: Id<T>, code: &str) -> Vec<String> {
    let mut salted = id.uuid().as_bytes().to_vec();
    salted.extend_from_slice(code.as_bytes());
    keys.find_marks("notices.code_hash", &salted).into_iter().map(|mark| mark.hash).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    enum Thing {}

    fn id(n: char) -> Id<Thing> {
        format!("0197f0e2-7c1a-7b3e-9d52-3f1c8a6b4e2{n}").parse().unwrap()
    }

    #[test]
    fn the_same_thing_has_the_same_code_and_another_has_another() {
        let keys = Keyring::single([7; 32]);
        assert_eq!(code(&keys, id('0')), code(&keys, id('0')));
        assert_ne!(code(&keys, id('0')), code(&keys, id('1')));
        assert_ne!(code(&keys, id('0')), code(&Keyring::single([8; 32]), id('0')));
        assert!(code(&keys, id('0')).len() == 6 && code(&keys, id('0')).bytes().all(|c| c.is_ascii_digit()));
    }

    #[test]
    fn tokens_for_different_things_have_nothing_in_common() {
        let keys = Keyring::single([7; 32]);
        let link = token(&keys, "notices.link", id('0'));
        assert_eq!(link.len(), 64);
        assert!(!link.starts_with(&short_token(&keys, "notices.bounce", id('0'))));
        assert_ne!(hash(&link), link);
    }

    #[test]
    fn a_code_has_another_hash_for_each_thing_it_belongs_to() {
        let keys = Keyring::single([7; 32]);
        assert_eq!(code_hashes(&keys, id('0'), "123456"), code_hashes(&keys, id('0'), "123456"));
        assert_ne!(code_hashes(&keys, id('0'), "123456"), code_hashes(&keys, id('1'), "123456"));
        assert_ne!(code_hashes(&keys, id('0'), "123456"), code_hashes(&keys, id('0'), "123457"));
    }
}
