//! Wrong codes, counted by address: a code of six digits is short, and would otherwise be found by trying.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::{SignedDuration, Timestamp};

/// How many wrong codes may come from one address in a window: a whole class may stand behind one, and each of thirty may mistype
/// twice. In four hours that is one of a class's codes in seven hundred.
const MOST: u32 = 60;
/// How long a window is.
const WINDOW: SignedDuration = SignedDuration::from_mins(10);
/// How many addresses are remembered before the old ones are forgotten.
const ADDRESSES: usize = 10_000;

/// The wrong codes of each address.
#[derive(Debug, Default)]
pub(crate) struct Guesses(Mutex<HashMap<IpAddr, Window>>);

#[derive(Debug, Clone, Copy)]
struct Window {
    begun: Timestamp,
    wrong: u32,
}

impl Guesses {
    /// Whether codes are still taken from this address. Where they are not, neither is a right one, or trying would go on.
    pub(crate) fn may_try(&self, address: IpAddr, now: Timestamp) -> bool {
        let windows = self.windows();
        windows.get(&address).is_none_or(|window| !window.is_open_at(now) || window.wrong < MOST)
    }

    /// Notes a wrong code.
    pub(crate) fn note(&self, address: IpAddr, now: Timestamp) {
        let mut windows = self.windows();
        if windows.len() >= ADDRESSES {
            windows.retain(|_, window| window.is_open_at(now));
        }
        let window = windows.entry(address).or_insert(Window { begun: now, wrong: 0 });
        if !window.is_open_at(now) {
            *window = Window { begun: now, wrong: 0 };
        }
        window.wrong += 1;
    }

    fn windows(&self) -> MutexGuard<'_, HashMap<IpAddr, Window>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Window {
    fn is_open_at(&self, now: Timestamp) -> bool {
        now < self.begun + WINDOW
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_tries_many_codes_waits_and_others_do_not() {
        let guesses = Guesses::default();
        let (here, there): (IpAddr, IpAddr) = ("10.0.0.1".parse().unwrap(), "10.0.0.2".parse().unwrap());
        let now = Timestamp::UNIX_EPOCH;
        for n in 0..MOST {
            assert!(guesses.may_try(here, now), "{n}");
            guesses.note(here, now);
        }
        assert!(!guesses.may_try(here, now) && guesses.may_try(there, now));
        let later = now + WINDOW;
        assert!(guesses.may_try(here, later));
        guesses.note(here, later);
        assert!(guesses.may_try(here, later));
    }
}
