//! What came of a class: by exercise, never by learner. Pure.

use std::collections::BTreeMap;

use crate::record::Seat;
use crate::trail::Trail;

/// Of fewer learners than this, times and hints are not told: whoever sat there would know whose they are.
const FEWEST: usize = 3;

/// What came of one exercise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    /// What addresses call it.
    pub(crate) slug: String,
    /// How many began it.
    pub(crate) began: usize,
    /// How many finished it.
    pub(crate) finished: usize,
    /// How many hints all of them opened; `None` where few began it.
    pub(crate) hints: Option<usize>,
    /// How many seconds of practising it took, in the middle; `None` where few finished it.
    pub(crate) seconds: Option<i64>,
}

/// The exercises that somebody began, by what addresses call them.
pub(crate) fn summary(seats: &[Seat]) -> Vec<Line> {
    let mut by_exercise: BTreeMap<&str, Vec<&Trail>> = BTreeMap::new();
    for (slug, trail) in seats.iter().flat_map(|seat| &seat.trails) {
        by_exercise.entry(slug).or_default().push(trail);
    }
    by_exercise.into_iter().map(|(slug, trails)| line(slug, &trails)).collect()
}

fn line(slug: &str, trails: &[&Trail]) -> Line {
    let done: Vec<i64> =
        trails.iter().filter(|trail| trail.done_at.is_some()).map(|trail| trail.seconds).collect();
    let hints = trails.iter().map(|trail| trail.hints).sum();
    Line {
        slug: slug.to_owned(),
        began: trails.len(),
        finished: done.len(),
        hints: (trails.len() >= FEWEST).then_some(hints),
        seconds: (done.len() >= FEWEST).then(|| median(done)),
    }
}

/// The middle; between the two in the middle where there are two.
fn median(mut values: Vec<i64>) -> i64 {
    values.sort_unstable();
    let middle = values.len() / 2;
    if values.len() % 2 == 1 { values[middle] } else { (values[middle - 1] + values[middle]) / 2 }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use realm::Chance;

    use super::*;
    use crate::picture::Picture;

    fn learners(trails: &[(i64, usize, bool)]) -> Vec<Seat> {
        let seat = |(n, (seconds, hints, is_done)): (usize, &(i64, usize, bool))| {
            let picture = Picture::choose(&[], &Chance::seeded(1)).unwrap();
            let now = Timestamp::UNIX_EPOCH;
            let mut seat = Seat::new(u16::try_from(n).unwrap(), picture, "s", "key", now);
            let trail =
                Trail { seconds: *seconds, hints: *hints, done_at: is_done.then_some(now), ..Trail::begin() };
            seat.trails.insert("sygehusbrev".to_owned(), trail);
            seat
        };
        trails.iter().enumerate().map(seat).collect()
    }

    #[test]
    fn an_exercise_is_counted_and_its_middle_told() {
        let many = summary(&learners(&[
            (60, 1, true),
            (300, 0, true),
            (120, 2, true),
            (180, 0, true),
            (9, 1, false),
        ]));
        let line = &many[0];
        assert_eq!((line.began, line.finished, line.hints, line.seconds), (5, 4, Some(4), Some(150)));
        assert_eq!(median(vec![5, 1, 3]), 3);
    }

    #[test]
    fn of_few_learners_nothing_is_told_that_would_be_one_learners() {
        let few = summary(&learners(&[(60, 1, true), (300, 7, true)]));
        assert_eq!((few[0].began, few[0].hints, few[0].seconds), (2, None, None));
        let few_done = summary(&learners(&[(60, 1, true), (300, 7, true), (9, 0, false)]));
        assert_eq!((few_done[0].hints, few_done[0].seconds), (Some(8), None));
        assert!(summary(&[]).is_empty());
    }
}
