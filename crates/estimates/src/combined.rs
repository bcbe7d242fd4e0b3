//! Rows that have the same codes in several variables: found once, so that what holds for one of them is worked out once.

use std::collections::HashMap;

use crate::frame::NONE;

/// As many combinations as are numbered by a table; more than these are looked up.
const WIDEST: u64 = 1 << 22;

/// The combinations of codes that occur, numbered in the order in which rows first have them.
#[derive(Clone, Debug)]
pub(crate) struct Combined {
    /// The combination of each row.
    pub(crate) of_rows: Vec<u32>,
    /// The first row that has each combination.
    pub(crate) first: Vec<usize>,
}

impl Combined {
    /// Finds the combinations of variables: the codes of each, below its number of levels or missing. What is missing is a level of its own.
    pub(crate) fn of(rows: usize, variables: &[(&[u32], usize)]) -> Self {
        let start = Self { of_rows: vec![0; rows], first: if rows > 0 { vec![0] } else { Vec::new() } };
        variables.iter().fold(start, |combined, (codes, levels)| combined.with(codes, *levels))
    }

    /// How many combinations occur.
    pub(crate) fn count(&self) -> usize {
        self.first.len()
    }

    fn with(mut self, codes: &[u32], levels: usize) -> Self {
        let width = levels as u64 + 1;
        let most = (self.first.len() as u64).saturating_mul(width);
        let key = |before: u32, code: u32| {
            let code = if code == NONE { levels as u64 } else { u64::from(code) };
            u64::from(before) * width + code
        };
        let mut first = Vec::new();
        let mut next = |row: usize| {
            first.push(row);
            u32::try_from(first.len() - 1).expect("fewer combinations than rows")
        };
        let pairs = self.of_rows.iter_mut().zip(codes).enumerate();
        if most <= WIDEST {
            let mut table = vec![NONE; usize::try_from(most).expect("no wider than the widest")];
            for (row, (own, &code)) in pairs {
                let number = &mut table[usize::try_from(key(*own, code)).expect("below the width")];
                if *number == NONE {
                    *number = next(row);
                }
                *own = *number;
            }
        } else {
            let mut known: HashMap<u64, u32> = HashMap::new();
            for (row, (own, &code)) in pairs {
                *own = *known.entry(key(*own, code)).or_insert_with(|| next(row));
            }
        }
        self.first = first;
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_with_the_same_codes_have_the_same_number() {
        let (a, b) = ([1, 0, 1, NONE, 0, 1], [0, 0, 0, 0, 2, 1]);
        let combined = Combined::of(6, &[(&a, 2), (&b, 3)]);
        assert_eq!(combined.of_rows, [0, 1, 0, 2, 3, 4]);
        assert_eq!((combined.first.as_slice(), combined.count()), ([0, 1, 3, 4, 5].as_slice(), 5));
    }

    #[test]
    fn no_variables_are_one_combination_and_no_rows_are_none() {
        assert_eq!(Combined::of(3, &[]).of_rows, [0, 0, 0]);
        assert_eq!(Combined::of(0, &[(&[], 4)]).count(), 0);
    }

    #[test]
    fn a_table_and_a_search_number_alike() {
        let codes: Vec<u32> = (0..5_000_u32).map(|row| row * 7_919 % 977).collect();
        let narrow = Combined::of(codes.len(), &[(&codes, 977), (&codes, 977)]);
        // said to have more levels than a table holds
        let wide = Combined::of(codes.len(), &[(&codes, 1 << 23), (&codes, 1 << 23)]);
        assert_eq!((narrow.of_rows, narrow.first), (wide.of_rows, wide.first));
    }
}
