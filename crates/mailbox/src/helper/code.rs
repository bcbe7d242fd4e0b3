//! Codes that people read to each other: ten letters and digits, none of which looks like another.

use realm::Chance;

/// Thirty-two signs: each is five bits of chance.
const SIGNS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/// A new code, as it is shown: `K7MQD-2XRPA`. Fifty bits are more than anybody tries in the days that it works.
pub(super) fn new(chance: &Chance) -> String {
    let mut bytes = [0; 10];
    chance.fill(&mut bytes);
    let sign = |byte: &u8| char::from(SIGNS[usize::from(byte % 32)]);
    let (first, last) = bytes.split_at(5);
    format!("{}-{}", first.iter().map(sign).collect::<String>(), last.iter().map(sign).collect::<String>())
}

/// What a code is kept as, however it was typed: small letters, spaces and hyphens do not matter.
pub(super) fn hash(typed: &str) -> String {
    let plain: String = typed.chars().filter(char::is_ascii_alphanumeric).collect();
    blake3::hash(plain.to_ascii_uppercase().as_bytes()).to_hex().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_the_same_however_it_is_typed() {
        let code = new(&Chance::seeded(3));
        assert_eq!(code.len(), 11);
        assert_eq!(hash(&code), hash(&format!(" {} ", code.replace('-', " ").to_lowercase())));
        assert_ne!(hash(&code), hash(&new(&Chance::seeded(4))));
    }
}
