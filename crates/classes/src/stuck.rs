//! When somebody is stuck: the one place that says it.

use scenarios::Scenario;

use crate::trail::Trail;

/// So many seconds of practising in one task say that somebody needs help. Time away does not count, see
/// [`LONGEST_THOUGHT`](crate::trail::LONGEST_THOUGHT).
const LONG: i64 = 6 * 60;

/// Whether a learner is stuck: every hint of the present task is open, or it has taken six minutes of practising. Nobody is stuck in what
/// is done, or in a task without hints merely because there are none.
pub(crate) fn is_stuck(trail: &Trail, scenario: &Scenario) -> bool {
    let Some(task) = scenario.tasks.get(trail.task) else { return false };
    let all_hints = !task.hints.is_empty() && trail.hints_here >= task.hints.len();
    all_hints || trail.seconds_here >= LONG
}

#[cfg(test)]
mod tests {
    use practice::scenarios::library;

    use super::*;

    #[test]
    fn all_hints_or_a_long_time_in_one_task_is_to_be_stuck() {
        let scenario = library().all().next().unwrap();
        let hints = scenario.tasks[0].hints.len();
        assert!(hints > 1);
        let mut trail = Trail::begin();
        assert!(!is_stuck(&trail, scenario));
        trail.hints_here = hints - 1;
        assert!(!is_stuck(&trail, scenario));
        trail.hints_here = hints;
        assert!(is_stuck(&trail, scenario));
        trail = Trail { seconds_here: LONG - 1, ..Trail::begin() };
        assert!(!is_stuck(&trail, scenario));
        trail.seconds_here = LONG;
        assert!(is_stuck(&trail, scenario));
        trail.task = scenario.tasks.len();
        assert!(!is_stuck(&trail, scenario), "whoever has done all is not stuck");
    }
}
