//! The check digits of CPR and CVR numbers, by modulus 11.

/// CPR-kontoret, "Personnummeret i CPR": the sum of the weighted digits is divided by eleven.
const CPR: [u32; 10] = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
/// Erhvervsstyrelsen, "Modulus 11".
const CVR: [u32; 8] = [2, 7, 6, 5, 4, 3, 2, 1];

/// Whether a text is ten digits whose last one checks the others. One hyphen after the sixth may stand.
pub(crate) fn is_checked_cpr(text: &str) -> bool {
    let digits: Vec<u8> = match text.split_once('-') {
        Some((day, rest)) if day.len() == 6 => [day, rest].concat().into_bytes(),
        _ => text.as_bytes().to_vec(),
    };
    is_divided(&digits, &CPR)
}

/// Whether a text is eight digits whose last one checks the others.
pub(crate) fn is_checked_cvr(text: &str) -> bool {
    is_divided(text.as_bytes(), &CVR)
}

fn is_divided(digits: &[u8], weights: &[u32]) -> bool {
    let are_digits = digits.len() == weights.len() && digits.iter().all(u8::is_ascii_digit);
    let sum: u32 = digits.iter().zip(weights).map(|(digit, weight)| u32::from(digit & 0x0f) * weight).sum();
    // Zeros alone pass the sum and are nobody's number.
    are_digits && sum > 0 && sum.is_multiple_of(11)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_with_its_check_digit_holds() {
        // 4·0+3·1+2·0+7·1+6·9+5·0+4·0+3·0+2·0+1·2 = 66 = 6·11
        assert!(is_checked_cpr("0101900002"));
        assert!(is_checked_cpr("010190-0002"));
        assert!(is_checked_cvr("13748136"));
    }

    #[test]
    fn another_last_digit_does_not() {
        for last in (b'0'..=b'9').filter(|last| *last != b'2').map(char::from) {
            assert!(!is_checked_cpr(&format!("010190000{last}")), "{last}");
        }
        assert!(!is_checked_cvr("13748137"));
        assert!(!is_checked_cvr("12345678"));
        assert!(!is_checked_cpr("2211771212"));
    }

    #[test]
    fn what_is_no_number_at_all_does_not() {
        for text in [
            "",
            "0000000000",
            "01019000020",
            "0-101900002",
            "010190--0002",
            "Sender ID",
            "０１０１９００００２",
        ] {
            assert!(!is_checked_cpr(text), "{text}");
        }
        for text in ["", "00000000", "1374813", "137481360", "1374 813"] {
            assert!(!is_checked_cvr(text), "{text}");
        }
    }
}
