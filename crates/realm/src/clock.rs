//! The clock and chance, passed in: tests and practice can move time and repeat a run.

use std::sync::Mutex;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::{SignedDuration, Timestamp};
use rand::rngs::{StdRng, SysRng};
use rand::{Rng, SeedableRng, TryRng};
use uuid::Uuid;

/// Where a realm takes the time from.
#[derive(Debug)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// A time that stands still until somebody moves it.
    Set(Mutex<Timestamp>),
    /// The machine's clock and so many microseconds more: a time that goes on, and that somebody moves.
    Ahead(AtomicI64),
}

impl Clock {
    /// A clock that stands at `now`.
    #[must_use]
    pub fn standing_at(now: Timestamp) -> Self {
        Clock::Set(Mutex::new(now))
    }

    /// A clock that goes on, so far ahead of the machine's.
    #[must_use]
    pub fn ahead_by(ahead: SignedDuration) -> Self {
        Clock::Ahead(AtomicI64::new(micros(ahead)))
    }

    /// The time now.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "the one place where the machine's clock is read")]
    pub fn now(&self) -> Timestamp {
        match self {
            Clock::System => Timestamp::now(),
            Clock::Set(time) => *time.lock().expect("nobody panics while holding the clock"),
            Clock::Ahead(_) => Timestamp::now() + self.ahead(),
        }
    }

    /// How far ahead of the machine's clock it goes; nothing for a clock that does not go ahead of it.
    #[must_use]
    pub fn ahead(&self) -> SignedDuration {
        match self {
            Clock::Ahead(micros) => SignedDuration::from_micros(micros.load(Ordering::Relaxed)),
            Clock::System | Clock::Set(_) => SignedDuration::ZERO,
        }
    }

    /// Moves a clock that can be moved; the machine's own cannot.
    pub fn advance(&self, by: SignedDuration) {
        match self {
            Clock::System => {}
            Clock::Set(time) => *time.lock().expect("nobody panics while holding the clock") += by,
            Clock::Ahead(ahead) => {
                ahead.fetch_add(micros(by), Ordering::Relaxed);
            }
        }
    }
}

/// The microseconds of a length of time: nobody moves a clock by more than a hundred thousand years.
fn micros(length: SignedDuration) -> i64 {
    i64::try_from(length.as_micros()).unwrap_or(0)
}

/// Where a realm takes ids and secrets from.
#[derive(Debug)]
pub enum Chance {
    /// The operating system's generator.
    System,
    /// The same series in every run, for tests and for practice that must look the same each time.
    Seeded(Box<Mutex<StdRng>>),
}

impl Chance {
    /// The series that belongs to `seed`.
    #[must_use]
    pub fn seeded(seed: u64) -> Self {
        Chance::Seeded(Box::new(Mutex::new(StdRng::seed_from_u64(seed))))
    }

    /// Fills the bytes.
    pub fn fill(&self, bytes: &mut [u8]) {
        match self {
            Chance::System => SysRng.try_fill_bytes(bytes).expect("the operating system gives random bytes"),
            Chance::Seeded(series) => {
                series.lock().expect("nobody panics while holding the series").fill_bytes(bytes);
            }
        }
    }

    /// A secret of 256 bits as 64 hexadecimal digits, fit for a cookie or a state parameter.
    #[must_use]
    pub fn secret(&self) -> String {
        let mut bytes = [0; 32];
        self.fill(&mut bytes);
        blake3::Hash::from_bytes(bytes).to_hex().to_string()
    }

    /// A new id that sorts by the time it was made (UUID version 7, RFC 9562 § 5.7).
    #[must_use]
    pub fn id(&self, now: Timestamp) -> Uuid {
        let mut bytes = [0; 10];
        self.fill(&mut bytes);
        let millis = u64::try_from(now.as_millisecond()).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_sort_by_the_time_they_were_made() {
        let chance = Chance::seeded(1);
        let early = chance.id(Timestamp::from_second(1_000).unwrap());
        let late = chance.id(Timestamp::from_second(1_001).unwrap());
        assert!(early < late);
        assert_eq!(early.get_version_num(), 7);
    }

    #[test]
    fn a_clock_that_goes_ahead_goes_on_and_can_be_moved() {
        let clock = Clock::ahead_by(SignedDuration::from_hours(24));
        let ahead_of_the_machine = || clock.now().duration_since(Clock::System.now()).as_secs();
        assert!((86_390..=86_400).contains(&ahead_of_the_machine()));
        clock.advance(SignedDuration::from_hours(48));
        assert_eq!(clock.ahead(), SignedDuration::from_hours(72));
        assert!((259_190..=259_200).contains(&ahead_of_the_machine()));
    }

    #[test]
    fn a_seed_repeats_its_series_and_secrets_differ() {
        let (one, two) = (Chance::seeded(7), Chance::seeded(7));
        let secret = one.secret();
        assert_eq!(secret, two.secret());
        assert_ne!(secret, one.secret());
        assert_eq!(secret.len(), 64);
    }
}
