//! Addresses as their owner recognises them and nobody else can use them: for the log and the audit records.

/// An e-mail address with only the first letter and the domain: `a•••@example.dk`.
pub(crate) fn email(address: &str) -> String {
    match address.split_once('@') {
        Some((local, domain)) => format!("{}•••@{domain}", local.chars().take(1).collect::<String>()),
        None => "•••".to_owned(),
    }
}

/// A telephone number with only the last four digits: `•• •• 12 34`. The number is `+` and digits.
pub(crate) fn mobile(number: &str) -> String {
    let digits: Vec<char> = number.chars().filter(char::is_ascii_digit).collect();
    match digits[..] {
        [.., a, b, c, d] if digits.len() >= 8 => format!("•• •• {a}{b} {c}{d}"),
        _ => "••••".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_is_enough_to_recognise_and_too_little_to_use() {
        assert_eq!(email("aase.holm@example.dk"), "a•••@example.dk");
        assert_eq!(email("ø@example.dk"), "ø•••@example.dk");
        assert_eq!(email("nothing"), "•••");
        assert_eq!(mobile("+4520121234"), "•• •• 12 34");
        assert_eq!(mobile("+46701234567"), "•• •• 45 67");
        assert_eq!(mobile("+45"), "••••");
    }
}
