//! The clock and chance, passed in: tests and practice can move time and repeat a run.

use std::sync::Mutex;

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
}

impl Clock {
    /// A clock that stands at `now`.
    #[must_use]
    pub fn standing_at(now: Timestamp) -> Self {
        Clock::Set(Mutex::new(now))
    }

    /// The time now.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "the one place where the machine's clock is read")]
    pub fn now(&self) -> Timestamp {
        match self {
            Clock::System => Timestamp::now(),
            Clock::Set(time) => *time.lock().expect("nobody panics while holding the clock"),
        }
    }

    /// Moves a set clock; the machine's clock cannot be moved.
    pub fn advance(&self, by: SignedDuration) {
        if let Clock::Set(time) = self {
            *time.lock().expect("nobody panics while holding the clock") += by;
        }
    }
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
    fn a_seed_repeats_its_series_and_secrets_differ() {
        let (one, two) = (Chance::seeded(7), Chance::seeded(7));
        let secret = one.secret();
        assert_eq!(secret, two.secret());
        assert_ne!(secret, one.secret());
        assert_eq!(secret.len(), 64);
    }
}
