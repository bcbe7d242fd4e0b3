//! Names that resemble what was typed.

use crate::Gazetteer;
use crate::index::{Name, letters, spelling};
use crate::names::without_quarter;
use std::cmp::Reverse;
use strsim::osa_distance;

/// How far apart two names are, in half edits, so that a left-out word ("Merløse" for Store Merløse) comes before one
/// wrong letter.
pub(crate) type Cost = usize;

const LEFT_OUT_WORD: Cost = 1;
pub(crate) const ONE_EDIT: Cost = 2;

/// How many wrong letters a name of this length may have: short names are too alike to guess at.
fn limit(length: usize) -> usize {
    match length {
        0..=3 => 0,
        4..=5 => 1,
        6..=8 => 2,
        _ => 3,
    }
}

impl Gazetteer {
    /// Names that are probably what was typed, likeliest first, each with its cost.
    pub(crate) fn similar(&self, typed: &str) -> Vec<(Cost, &Name)> {
        let query = Query::new(typed);
        self.ranked(typed, |name| query.cost(name, query.limit))
    }

    /// Names that are not near enough to be meant but near enough to suggest: an edit or two more, or a beginning.
    pub(crate) fn resembling(&self, typed: &str) -> Vec<&Name> {
        let query = Query::new(typed);
        let wide = (query.limit + 2).min(query.length / 2);
        let ranked = self.ranked(typed, |name| {
            let part = query.length >= 2 && (name.key.starts_with(typed) || ends_in(&name.key, typed));
            if part { Some(ONE_EDIT * query.limit + 1) } else { query.cost(name, wide) }
        });
        ranked.into_iter().map(|(_, name)| name).collect()
    }

    fn ranked(&self, typed: &str, cost: impl Fn(&Name) -> Option<Cost>) -> Vec<(Cost, &Name)> {
        let mut found: Vec<_> = self.names.iter().filter_map(|name| Some((cost(name)?, name))).collect();
        let first = typed.chars().next();
        found.sort_by_cached_key(|(cost, name)| {
            let begins = name.key.starts_with(typed) || typed.starts_with(&name.key);
            (*cost, !begins, name.key.chars().next() != first, Reverse(name.weight), name.key.clone())
        });
        found
    }
}

struct Query<'a> {
    typed: &'a str,
    spelling: String,
    length: usize,
    letters: u32,
    limit: usize,
}

impl<'a> Query<'a> {
    fn new(typed: &'a str) -> Self {
        let spelling = spelling(typed);
        let (length, letters) = (spelling.chars().count(), letters(&spelling));
        Self { typed, spelling, length, letters, limit: limit(length) }
    }

    /// The cost of taking this name for what was typed, or `None` beyond `limit` edits.
    fn cost(&self, name: &Name, limit: usize) -> Option<Cost> {
        if self.length >= 3 && has_at_an_end(&name.key, self.typed) {
            return Some(LEFT_OUT_WORD);
        }
        // Each edit changes the length by one at most, and brings or removes one letter at most.
        let too_far = self.length.abs_diff(name.length) > limit
            || (self.letters & !name.letters).count_ones() as usize > limit
            || (name.letters & !self.letters).count_ones() as usize > limit;
        if too_far || limit == 0 {
            return None;
        }
        let edits = osa_distance(&self.spelling, &name.spelling);
        (edits <= limit).then_some(ONE_EDIT * edits)
    }
}

/// Whether the words typed are the first or the last words of a longer name, and not just the part of the country that
/// many towns are told apart by: "Fyn" does not mean Ferritslev Fyn.
fn has_at_an_end(key: &str, typed: &str) -> bool {
    key.strip_prefix(typed).is_some_and(|rest| rest.starts_with(' '))
        || (ends_in(key, typed) && without_quarter(key).is_none())
}

fn ends_in(key: &str, typed: &str) -> bool {
    key.strip_suffix(typed).is_some_and(|rest| rest.ends_with(' '))
}
