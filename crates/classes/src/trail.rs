//! How far a learner has come with an exercise, as their teacher follows it. Times are the machine's: the clock of a sandbox can be
//! moved.

use jiff::Timestamp;
use practice::exercises::Standing;
use serde::{Deserialize, Serialize};

/// So much of the time between two steps counts as practising, in seconds. Longer, and somebody has gone for coffee.
pub(crate) const LONGEST_THOUGHT: i64 = 120;

/// The way through one exercise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Trail {
    /// The present task, counted from 0.
    pub(crate) task: usize,
    /// Hints of the present task that are open.
    pub(crate) hints_here: usize,
    /// Hints that were opened in all.
    pub(crate) hints: usize,
    /// Seconds of practising in the present task.
    pub(crate) seconds_here: i64,
    /// Seconds of practising in all.
    pub(crate) seconds: i64,
    /// When it was first done.
    pub(crate) done_at: Option<Timestamp>,
}

impl Trail {
    /// The trail of an exercise that has just been begun.
    pub(crate) fn begin() -> Self {
        Self { task: 0, hints_here: 0, hints: 0, seconds_here: 0, seconds: 0, done_at: None }
    }

    /// Practised for so many seconds since the last step.
    pub(crate) fn practise(&mut self, seconds: i64) {
        let counted = seconds.clamp(0, LONGEST_THOUGHT);
        self.seconds_here += counted;
        if self.done_at.is_none() {
            self.seconds += counted;
        }
    }

    /// Takes over where the exercise stands now.
    pub(crate) fn follow(&mut self, standing: &Standing, now: Timestamp) {
        let before = if standing.task == self.task {
            self.hints_here
        } else {
            (self.task, self.seconds_here) = (standing.task, 0);
            0
        };
        self.hints += standing.hints.saturating_sub(before);
        self.hints_here = standing.hints;
        if standing.is_done && self.done_at.is_none() {
            self.done_at = Some(now);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(task: usize, hints: usize, is_done: bool) -> Standing {
        Standing { scenario: "sygehusbrev".to_owned(), task, hints, is_done }
    }

    #[test]
    fn hints_and_time_are_counted_over_the_tasks() {
        let mut trail = Trail::begin();
        let now = Timestamp::UNIX_EPOCH;
        trail.practise(60);
        trail.follow(&at(0, 2, false), now);
        trail.follow(&at(0, 2, false), now);
        assert_eq!((trail.hints, trail.hints_here, trail.seconds_here), (2, 2, 60));
        trail.practise(3600);
        trail.follow(&at(1, 1, false), now);
        assert_eq!((trail.hints, trail.hints_here, trail.seconds_here, trail.seconds), (3, 1, 0, 180));
        trail.follow(&at(2, 0, true), now);
        trail.practise(30);
        assert_eq!((trail.seconds, trail.done_at), (180, Some(now)), "what is done is done");
    }

    #[test]
    fn whoever_begins_anew_is_at_the_beginning() {
        let mut trail = Trail::begin();
        trail.follow(&at(2, 1, false), Timestamp::UNIX_EPOCH);
        trail.follow(&at(0, 0, false), Timestamp::UNIX_EPOCH);
        assert_eq!((trail.task, trail.hints_here, trail.hints), (0, 0, 1));
    }
}
