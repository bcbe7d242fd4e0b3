//! What one node may still spend of one caller's calls in one window: pure arithmetic.
//!
//! The database knows how much all nodes have taken together. A node takes a portion, and may spend what of it lies
//! within the limit; so whatever the nodes do, and in whatever order, they never spend more than the limit.

use std::num::NonZeroU32;

/// What a node holds for one caller.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Purse {
    /// The instant at which the window began that this belongs to, in microseconds since 1970 UTC.
    window: i64,
    /// How many calls this node may still let through.
    left: u32,
    /// How many calls no node has taken, as far as this one knows. It can only be fewer.
    untaken: u32,
}

/// What to do with a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spent {
    /// It was paid for: let it through.
    Paid,
    /// All nodes together have reached the limit.
    Over,
    /// Nothing is left here: take so many more.
    Take(u32),
}

impl Purse {
    /// Nothing yet, in no window.
    pub(super) fn empty() -> Self {
        Self { window: i64::MIN, left: 0, untaken: 0 }
    }

    /// Whether it belongs to this window.
    pub(super) fn is_of(&self, window: i64) -> bool {
        self.window == window
    }

    /// Pays for a call in this window, with portions of `largest` at most. What another window left is worth nothing.
    pub(super) fn spend(&mut self, window: i64, limit: NonZeroU32, largest: u32) -> Spent {
        if !self.is_of(window) {
            *self = Self { window, left: 0, untaken: limit.get() };
        }
        if self.left > 0 {
            self.left -= 1;
            Spent::Paid
        } else if self.untaken == 0 {
            Spent::Over
        } else {
            // Smaller and smaller towards the end, so that hardly anything lies unused at a node that is not asked.
            Spent::Take((self.untaken / 8).clamp(1, largest))
        }
    }

    /// Puts in what was taken: a portion, after which all nodes together have taken `total` in this window.
    pub(super) fn fill(&mut self, portion: u32, total: i64, limit: NonZeroU32) {
        let limit = i64::from(limit.get());
        let before = total - i64::from(portion);
        let within = (limit - before).clamp(0, i64::from(portion));
        self.left += u32::try_from(within).unwrap_or(0);
        self.untaken = u32::try_from((limit - total).max(0)).unwrap_or(0);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use proptest::prelude::*;

    use super::*;

    fn n(n: u32) -> NonZeroU32 {
        NonZeroU32::new(n).unwrap()
    }

    /// One call at a node, with what the nodes have taken in each window.
    fn call(
        purse: &mut Purse,
        table: &mut HashMap<i64, i64>,
        window: i64,
        limit: NonZeroU32,
        largest: u32,
    ) -> bool {
        loop {
            match purse.spend(window, limit, largest) {
                Spent::Paid => return true,
                Spent::Over => return false,
                Spent::Take(portion) => {
                    let total = table.entry(window).or_default();
                    *total += i64::from(portion);
                    purse.fill(portion, *total, limit);
                }
            }
        }
    }

    #[test]
    fn a_new_window_begins_with_the_whole_limit_and_an_old_purse_is_worth_nothing() {
        let (mut purse, mut table) = (Purse::empty(), HashMap::new());
        let mut minute = |window| (0..9).filter(|_| call(&mut purse, &mut table, window, n(5), 20)).count();
        assert_eq!([minute(0), minute(0), minute(60)], [5, 0, 5]);
    }

    #[test]
    fn a_large_limit_costs_few_questions() {
        let (mut purse, mut asked) = (Purse::empty(), 0);
        let mut total = 0;
        for _ in 0..600 {
            while let Spent::Take(portion) = purse.spend(0, n(600), 20) {
                (asked, total) = (asked + 1, total + i64::from(portion));
                purse.fill(portion, total, n(600));
            }
        }
        assert_eq!(total, 600);
        assert!(asked < 60, "{asked}");
    }

    proptest! {
        /// The clocks of nodes may differ, so that they are in different windows at once.
        #[test]
        fn nodes_together_never_let_more_through_than_the_limit(
            limit in 1u32..300,
            largest in 1u32..40,
            calls in proptest::collection::vec((0usize..4, 0i64..3), 0..1500),
        ) {
            let mut nodes = [Purse::empty(), Purse::empty(), Purse::empty(), Purse::empty()];
            let (mut table, mut through) = (HashMap::new(), HashMap::<i64, u32>::new());
            for (node, window) in calls {
                if call(&mut nodes[node], &mut table, window, n(limit), largest) {
                    *through.entry(window).or_default() += 1;
                }
            }
            prop_assert!(through.values().all(|&through| through <= limit), "{:?}", through);
        }

        /// Several calls at one node may have asked before either has its portion.
        #[test]
        fn portions_that_cross_on_the_way_are_still_within_the_limit(
            limit in 1u32..300,
            portions in proptest::collection::vec(1u32..40, 1..60),
        ) {
            let (mut spendable, mut total) = (0, 0);
            for portion in portions {
                let mut purse = Purse::empty();
                total += i64::from(portion);
                purse.fill(portion, total, n(limit));
                spendable += purse.left;
            }
            prop_assert_eq!(i64::from(spendable), total.min(i64::from(limit)));
        }

        #[test]
        fn nothing_is_lost_while_every_node_is_asked(limit in 1u32..300, largest in 1u32..40, nodes in 1usize..5) {
            let mut purses = vec![Purse::empty(); nodes];
            let mut table = HashMap::new();
            let calls = (0..400 * nodes).map(|at| at % nodes);
            let through = calls.filter(|&node| call(&mut purses[node], &mut table, 0, n(limit), largest)).count();
            prop_assert_eq!(through, limit as usize);
        }
    }
}
