//! Names that resemble what was typed.

use crate::Gazetteer;
use crate::index::{Name, letters, spelling};
use std::cmp::Reverse;
use strsim::osa_distance;

/// How far apart two names are, in half edits, so that a left-out word ("Merløse" for Store Merløse) comes before one
/// wrong letter.
type Cost = usize;

const LEFT_OUT_WORD: Cost = 1;

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
    /// Names that are probably what was typed, likeliest first.
    pub(crate) fn similar(&self, typed: &str) -> Vec<&Name> {
        let query = Query::new(typed);
        self.ranked(typed, |name| query.cost(name, query.limit))
    }

    /// Names that are not near enough to be meant but near enough to suggest: an edit or two more, or a beginning.
    pub(crate) fn resembling(&self, typed: &str) -> Vec<&Name> {
        let query = Query::new(typed);
        let wide = (query.limit + 2).min(query.length / 2);
        self.ranked(typed, |name| {
            let begun = query.length >= 2 && name.key.starts_with(typed);
            if begun { Some(2 * query.limit + 1) } else { query.cost(name, wide) }
        })
    }

    fn ranked(&self, typed: &str, cost: impl Fn(&Name) -> Option<Cost>) -> Vec<&Name> {
        let mut found: Vec<_> = self.names.iter().filter_map(|name| Some((cost(name)?, name))).collect();
        let first = typed.chars().next();
        found.sort_by_cached_key(|(cost, name)| {
            let begins = name.key.starts_with(typed) || typed.starts_with(&name.key);
            (*cost, !begins, name.key.chars().next() != first, Reverse(name.weight), name.key.clone())
        });
        found.into_iter().map(|(_, name)| name).collect()
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
        (edits <= limit).then_some(2 * edits)
    }
}

/// Whether the words typed are the first or the last words of a longer name.
fn has_at_an_end(key: &str, typed: &str) -> bool {
    key.strip_prefix(typed).is_some_and(|rest| rest.starts_with(' '))
        || key.strip_suffix(typed).is_some_and(|rest| rest.ends_with(' '))
}
