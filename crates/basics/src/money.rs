//! Danish money, to the øre.

use std::fmt;

use serde::{Deserialize, Serialize};

/// An amount in whole øre, never in fractions: sums must agree to the øre. Serialized as the number of øre.
///
/// ```
/// use basics::Money;
///
/// assert_eq!(Money::from_ore(123_450).to_string(), "1.234,50 kr.");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Money(i64);

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// An amount in øre.
    pub const fn from_ore(ore: i64) -> Self {
        Self(ore)
    }

    /// An amount in whole kroner, or `None` when it is too large to hold.
    pub fn from_kroner(kroner: i64) -> Option<Self> {
        kroner.checked_mul(100).map(Self)
    }

    /// The amount in øre.
    pub const fn ore(self) -> i64 {
        self.0
    }

    /// The sum, or `None` when it is too large to hold.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// The difference, negative when `other` is the larger, or `None` when it is too large to hold.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }
}

/// The Danish way: a point for thousands, a comma before the øre.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ore = self.0.unsigned_abs();
        let kroner = (ore / 100).to_string();
        if self.0 < 0 {
            f.write_str("-")?;
        }
        for (place, digit) in kroner.chars().enumerate() {
            if place > 0 && (kroner.len() - place).is_multiple_of(3) {
                f.write_str(".")?;
            }
            write!(f, "{digit}")?;
        }
        write!(f, ",{:02} kr.", ore % 100)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn amounts_are_written_the_danish_way() {
        let written = |ore| Money::from_ore(ore).to_string();
        assert_eq!(written(0), "0,00 kr.");
        assert_eq!(written(5), "0,05 kr.");
        assert_eq!(written(99_999), "999,99 kr.");
        assert_eq!(written(100_000), "1.000,00 kr.");
        assert_eq!(written(300_000_000), "3.000.000,00 kr.");
        assert_eq!(written(-123_450), "-1.234,50 kr.");
        assert_eq!(written(i64::MIN), "-92.233.720.368.547.758,08 kr.");
    }

    #[test]
    fn a_sum_too_large_to_hold_is_absent_rather_than_wrong() {
        let most = Money::from_ore(i64::MAX);
        assert_eq!(most.checked_add(Money::from_ore(1)), None);
        assert_eq!(Money::from_ore(i64::MIN).checked_sub(Money::from_ore(1)), None);
        assert_eq!(Money::from_kroner(i64::MAX), None);
        assert_eq!(Money::from_kroner(12), Some(Money::from_ore(1_200)));
    }

    proptest! {
        #[test]
        fn the_written_amount_holds_every_ore(ore: i64) {
            let digits: String =
                Money::from_ore(ore).to_string().chars().filter(|c| c.is_ascii_digit() || *c == '-').collect();
            prop_assert_eq!(digits.parse::<i64>(), Ok(ore));
        }

        #[test]
        fn what_is_added_can_be_taken_away(a in -1_000_000_000i64..1_000_000_000, b in -1_000_000_000i64..1_000_000_000) {
            let (a, b) = (Money::from_ore(a), Money::from_ore(b));
            prop_assert_eq!(a.checked_add(b).and_then(|sum| sum.checked_sub(b)), Some(a));
        }
    }
}
