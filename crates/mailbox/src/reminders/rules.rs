//! The steps of the ladder, as the rules of the day have them.

use crate::letters::Weight;
use crate::terms::PostTerms;

/// A step of the ladder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Step {
    /// Of letters of this weight.
    pub(super) weight: Weight,
    /// Counted from 1.
    pub(super) number: i64,
    /// How many days after a letter was available.
    pub(super) days: i64,
    /// From how many days on it is too late for this step: the next one is due.
    pub(super) until_days: i64,
    /// Whether it is the chosen helper who is told.
    pub(super) to_helper: bool,
}

impl Step {
    /// What the step is known by in the database.
    pub(super) fn name(&self) -> String {
        let number = if self.to_helper { "helper".to_owned() } else { self.number.to_string() };
        format!("{}:{number}", self.weight.code())
    }
}

/// Every step: those for important letters, then those for call-ups; the last of each is the helper's.
pub(super) fn ladder(terms: &PostTerms) -> Vec<Step> {
    let of_weight = |weight: Weight, days: &[i64]| {
        let steps = days.iter().map(|days| (*days, false)).chain([(terms.helper_reminder_days, true)]);
        let all: Vec<(i64, bool)> = steps.collect();
        // The helper's step is its own: it takes no turn from the holder's.
        let next = |place: usize| match all.get(place + 1) {
            Some((next, false)) => *next,
            _ => all[place].0 + terms.reminder_late_days,
        };
        let step = |(place, (days, to_helper)): (usize, &(i64, bool))| Step {
            weight,
            number: i64::try_from(place + 1).unwrap_or(i64::MAX),
            days: *days,
            until_days: next(place),
            to_helper: *to_helper,
        };
        all.iter().enumerate().map(step).collect::<Vec<_>>()
    };
    let mut steps = of_weight(Weight::Important, &terms.reminder_days);
    steps.extend(of_weight(Weight::CallUp, &terms.call_up_reminder_days));
    steps
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::terms::post_terms;

    #[test]
    fn the_ladder_of_today_has_three_steps_and_the_helpers_for_each_weight() {
        let steps = ladder(&post_terms(date(2026, 11, 22)));
        let brief: Vec<_> = steps.iter().map(|step| (step.name(), step.days, step.until_days)).collect();
        assert_eq!(
            brief,
            [
                ("important:1".to_owned(), 3, 7),
                ("important:2".to_owned(), 7, 14),
                ("important:3".to_owned(), 14, 21),
                ("important:helper".to_owned(), 21, 28),
                ("call-up:1".to_owned(), 2, 5),
                ("call-up:2".to_owned(), 5, 10),
                ("call-up:3".to_owned(), 10, 17),
                ("call-up:helper".to_owned(), 21, 28),
            ]
        );
        assert!(steps.iter().all(|step| step.to_helper == (step.number == 4)));
    }
}
