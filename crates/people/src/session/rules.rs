//! How long somebody stays signed in.

use jiff::{SignedDuration, Timestamp};

use super::Session;

/// How exactly we know when somebody was last here. Writing it at every page would make every page a write.
pub const SEEN_STEP: SignedDuration = SignedDuration::from_mins(1);

/// How long a session lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lifetime {
    /// It ends after this long without a page.
    pub idle: SignedDuration,
    /// It ends after this long in any case.
    pub absolute: SignedDuration,
}

impl Lifetime {
    /// A working day with its breaks: somebody at a counter must not lose a form to lunch, and whoever finds the
    /// computer tomorrow must find it signed out.
    pub const STAFF: Lifetime =
        Lifetime { idle: SignedDuration::from_hours(8), absolute: SignedDuration::from_hours(12) };

    /// Long enough to read slowly and to be called to the door; short enough for a computer that the next guest
    /// of the library sits down at.
    pub const CITIZEN: Lifetime =
        Lifetime { idle: SignedDuration::from_hours(1), absolute: SignedDuration::from_hours(12) };
}

impl Session {
    /// Whether it still opens anything.
    #[must_use]
    pub fn is_good_at(&self, now: Timestamp) -> bool {
        now < self.expires_at && now < self.last_seen_at + SignedDuration::from_secs(self.idle_seconds)
    }

    /// Whether it is time to note that the person is here.
    #[must_use]
    pub fn is_due(&self, now: Timestamp) -> bool {
        now >= self.last_seen_at + SEEN_STEP
    }
}

#[cfg(test)]
mod tests {
    use basics::Id;
    use uuid::Uuid;

    use super::*;

    fn session(lifetime: Lifetime, seen_after: SignedDuration) -> Session {
        let start = Timestamp::UNIX_EPOCH;
        Session {
            id: Id::from_uuid(Uuid::nil()),
            person: Id::from_uuid(Uuid::nil()),
            broker: "mitid".to_owned(),
            created_at: start,
            last_seen_at: start + seen_after,
            idle_seconds: lifetime.idle.as_secs(),
            expires_at: start + lifetime.absolute,
        }
    }

    #[test]
    fn a_session_ends_when_it_is_quiet_too_long_and_after_a_day_in_any_case() {
        let minutes = SignedDuration::from_mins;
        for (lifetime, seen, now, expected) in [
            (Lifetime::CITIZEN, 0, 59, true),
            (Lifetime::CITIZEN, 0, 60, false),
            (Lifetime::CITIZEN, 50, 109, true),
            (Lifetime::STAFF, 0, 8 * 60 - 1, true),
            (Lifetime::STAFF, 0, 8 * 60, false),
            (Lifetime::STAFF, 12 * 60 - 2, 12 * 60 - 1, true),
            (Lifetime::STAFF, 12 * 60 - 2, 12 * 60, false),
        ] {
            let good = session(lifetime, minutes(seen)).is_good_at(Timestamp::UNIX_EPOCH + minutes(now));
            assert_eq!(good, expected, "seen after {seen} minutes, now {now}");
        }
    }

    #[test]
    fn being_here_is_noted_once_a_minute() {
        let session = session(Lifetime::CITIZEN, SignedDuration::ZERO);
        let due = [0, 59, 60, 61].map(|s| session.is_due(Timestamp::from_second(s).unwrap()));
        assert_eq!(due, [false, false, true, true]);
    }
}
