//! How long to wait after a failure: twice as long each time, up to an hour, and never the same for all.

use std::time::Duration;

const FIRST: Duration = Duration::from_secs(5);
const LONGEST: Duration = Duration::from_secs(3600);

/// After so many attempts, about a day, a job is laid among the dead letters.
pub(crate) const MOST_ATTEMPTS: i64 = 32;

/// The pause after the attempt with this number, from 1. `chance` moves it by up to a quarter either way, so that a
/// thousand jobs which failed together do not come back together.
pub(crate) fn after(attempt: i64, chance: u8) -> Duration {
    let doublings = u32::try_from(attempt.saturating_sub(1).clamp(0, 20)).unwrap_or(0);
    let pause = FIRST.saturating_mul(1 << doublings).min(LONGEST);
    pause.mul_f64(0.75 + f64::from(chance) / 255.0 / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_pause_doubles_and_all_attempts_together_take_about_a_day() {
        let middle = |attempt| after(attempt, 127).as_secs_f64().round();
        assert_eq!([1, 2, 3, 4].map(middle), [5.0, 10.0, 20.0, 40.0]);
        let together: f64 = (1..MOST_ATTEMPTS).map(|n| after(n, 127).as_secs_f64()).sum();
        assert!((20.0..30.0).contains(&(together / 3600.0)), "{together}");
    }

    proptest! {
        #[test]
        fn the_pause_is_never_nothing_and_never_much_over_an_hour(attempt: i64, chance: u8) {
            let pause = after(attempt, chance);
            prop_assert!(pause >= FIRST.mul_f64(0.75) && pause <= LONGEST.mul_f64(1.26));
        }
    }
}
