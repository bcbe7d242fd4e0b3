//! Where a sign-in stops without anybody being signed in, and what is said then.
//!
//! What comes back from a broker has a code in its address. The browser is therefore sent on to an address without
//! one, where the page, its links and the history hold nothing that could be used again.

use http::StatusCode;
use page::{Problem, Visit};

use super::verify::Failure;
use super::web::{HOME, query};

/// Why nobody was signed in, as far as the person can do something about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    /// The person chose to.
    Cancelled,
    /// It took longer than we wait.
    Late,
    /// Nothing like it is under way: used already (the back button), long past, or made up.
    Used,
    /// It began in another browser.
    OtherBrowser,
    /// The broker does not answer.
    Unavailable,
    /// The answer cannot be trusted.
    Refused,
    /// The broker is less sure who it is than the settings ask for.
    TooWeak,
    /// What should be a CPR number is none.
    NotACpr,
}

impl Stop {
    const ALL: [Stop; 8] = [
        Stop::Cancelled,
        Stop::Late,
        Stop::Used,
        Stop::OtherBrowser,
        Stop::Unavailable,
        Stop::Refused,
        Stop::TooWeak,
        Stop::NotACpr,
    ];

    fn kind(self) -> (StatusCode, &'static str, &'static str) {
        match self {
            Stop::Cancelled => (StatusCode::FORBIDDEN, "cancelled", "sign-in-cancelled"),
            Stop::Late => (StatusCode::BAD_REQUEST, "late", "sign-in-late"),
            Stop::Used => (StatusCode::BAD_REQUEST, "used", "sign-in-used"),
            Stop::OtherBrowser => (StatusCode::BAD_REQUEST, "other-browser", "sign-in-other-browser"),
            Stop::Unavailable => (StatusCode::SERVICE_UNAVAILABLE, "unavailable", "sign-in-unavailable"),
            Stop::Refused => (StatusCode::FORBIDDEN, "refused", "sign-in-refused"),
            Stop::TooWeak => (StatusCode::FORBIDDEN, "too-weak", "sign-in-too-weak"),
            Stop::NotACpr => (StatusCode::FORBIDDEN, "cpr", "sign-in-cpr"),
        }
    }

    /// The word in the address.
    pub(super) fn code(self) -> &'static str {
        self.kind().1
    }

    pub(super) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stop| stop.code() == code)
    }

    /// What the person sees, with the way on: the same again, or their own page where they are signed in and only
    /// went back.
    pub(super) fn problem(self, visit: &Visit, next_path: &str) -> Problem {
        let (status, _, key) = self.kind();
        let problem = Problem::own(status, key);
        match (self, &visit.visitor) {
            (Stop::Used, Some(_)) => problem.next("my-page-title", HOME),
            _ => problem.next("sign-in-again", format!("/log-ind?{}", query("next", next_path))),
        }
    }

    /// Where the page is that says so.
    pub(super) fn path(self, next_path: &str) -> String {
        format!("/log-ind/stop/{}?{}", self.code(), query("next", next_path))
    }
}

impl From<&Failure> for Stop {
    fn from(failure: &Failure) -> Self {
        match failure {
            Failure::Unavailable(_) => Stop::Unavailable,
            Failure::Refused(_) => Stop::Refused,
            Failure::TooWeak => Stop::TooWeak,
            Failure::NotACpr => Stop::NotACpr,
        }
    }
}
