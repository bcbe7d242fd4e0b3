//! The rules of a sign-in: how long things last, when a user name locks, what a request must hold.

use jiff::{SignedDuration, Timestamp};
use openidconnect::{PkceCodeChallenge, PkceCodeVerifier};
use serde::Deserialize;

/// How long somebody has from the request to the approval.
pub(crate) const LOGIN_LIFE: SignedDuration = SignedDuration::from_mins(10);
/// How long the program has to redeem a code; RFC 6749 § 4.1.2 allows ten minutes and advises short.
pub(crate) const CODE_LIFE: SignedDuration = SignedDuration::from_secs(60);
/// How long an id token may be believed.
pub(crate) const TOKEN_LIFE: SignedDuration = SignedDuration::from_mins(5);
/// How long a retired key is still published.
pub(crate) const KEY_AFTERLIFE: SignedDuration = SignedDuration::from_hours(1);
/// How long a code for a new telephone is good: a letter takes some days.
pub(crate) const ACTIVATION_LIFE: SignedDuration = SignedDuration::from_hours(14 * 24);
/// How long a user name is locked.
pub(crate) const LOCK: SignedDuration = SignedDuration::from_mins(15);
/// How many wrong codes lock a user name.
pub(crate) const TRIES: i64 = 3;

/// How a user name stands: wrong codes in a row, and until when it is locked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Standing {
    pub(crate) failures: i64,
    pub(crate) locked_until: Option<Timestamp>,
}

impl Standing {
    /// When the lock ends, where there is one now.
    pub(crate) fn locked(self, now: Timestamp) -> Option<Timestamp> {
        self.locked_until.filter(|end| now < *end)
    }

    /// After one more wrong code. A lock that has ended has wiped the slate; one that lasts is not prolonged.
    pub(crate) fn after_wrong_code(self, now: Timestamp) -> Self {
        if self.locked(now).is_some() {
            return self;
        }
        let failures = if self.locked_until.is_some() { 1 } else { self.failures + 1 };
        Self { failures, locked_until: (failures >= TRIES).then(|| now + LOCK) }
    }

    /// How many more codes can be tried before the lock.
    pub(crate) fn tries_left(self) -> i64 {
        (TRIES - self.failures).max(0)
    }
}

/// How far a sign-in has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// Nobody has said who they are.
    Name,
    /// A request waits on the telephone.
    Waiting,
    /// The request is open, and two numbers can be compared.
    Compare,
    /// It was rejected on the telephone.
    Rejected,
    /// It was approved, and a code waits to be redeemed.
    Approved,
}

impl Step {
    const ALL: [(Step, &str); 5] = [
        (Step::Name, "name"),
        (Step::Waiting, "waiting"),
        (Step::Compare, "compare"),
        (Step::Rejected, "rejected"),
        (Step::Approved, "approved"),
    ];

    /// The word in the database.
    pub(crate) fn as_str(self) -> &'static str {
        Self::ALL.iter().find(|(step, _)| *step == self).map_or("", |(_, word)| word)
    }

    /// The step by its word.
    pub(crate) fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == word).map(|(step, _)| *step)
    }

    /// Where an answer on the telephone leads; `None` where the telephone does not offer it now, as after the
    /// back button.
    pub(crate) fn after(self, answer: Answer) -> Option<Self> {
        match (self, answer) {
            (Step::Waiting, Answer::Open) => Some(Step::Compare),
            (Step::Compare, Answer::Approve) => Some(Step::Approved),
            (Step::Compare, Answer::Reject) => Some(Step::Rejected),
            (Step::Rejected, Answer::Again) => Some(Step::Waiting),
            _ => None,
        }
    }
}

/// What can be pressed on the pretend telephone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Answer {
    Open,
    Approve,
    Reject,
    Again,
}

/// The request that begins a sign-in (OpenID Connect Core 1.0 § 3.1.2.1; RFC 7636 § 4.3).
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct AuthorizeRequest {
    pub(crate) client_id: String,
    pub(crate) redirect_uri: String,
    pub(crate) response_type: String,
    pub(crate) response_mode: Option<String>,
    pub(crate) scope: String,
    pub(crate) state: Option<String>,
    pub(crate) nonce: Option<String>,
    pub(crate) prompt: Option<String>,
    pub(crate) code_challenge: String,
    pub(crate) code_challenge_method: String,
}

/// Why a sign-in does not begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// Client or address is not on the list: whoever asked must not be sent anywhere (RFC 6749 § 4.1.2.1).
    Stranger,
    /// The client is told, by this error code.
    Tell(&'static str),
}

impl AuthorizeRequest {
    /// Whether the request may begin a sign-in of `client_id`, the only client, that returns to `return_to`, the only address on
    /// the list.
    pub(crate) fn check(&self, client_id: &str, return_to: &str) -> Result<(), Refusal> {
        if self.client_id != client_id || self.redirect_uri != return_to {
            Err(Refusal::Stranger)
        } else if self.response_type != "code" {
            Err(Refusal::Tell("unsupported_response_type"))
        } else if !self.scope.split(' ').any(|scope| scope == "openid") {
            Err(Refusal::Tell("invalid_scope"))
        } else if !self.has_challenge() || !self.is_plain() {
            Err(Refusal::Tell("invalid_request"))
        } else if self.prompt.as_deref() == Some("none") {
            Err(Refusal::Tell("login_required"))
        } else {
            Ok(())
        }
    }

    /// A SHA-256 in base64url has 43 characters.
    fn has_challenge(&self) -> bool {
        let is_base64url = |c: u8| c.is_ascii_alphanumeric() || c == b'-' || c == b'_';
        self.code_challenge_method == "S256"
            && self.code_challenge.len() == 43
            && self.code_challenge.bytes().all(is_base64url)
    }

    /// Nothing is asked for that is not offered, and nothing is longer than a client has use for.
    fn is_plain(&self) -> bool {
        let is_short = |text: &Option<String>| text.as_ref().is_none_or(|text| text.len() <= 512);
        is_short(&self.state)
            && is_short(&self.nonce)
            && self.response_mode.as_deref().is_none_or(|mode| mode == "query")
    }
}

/// Whether a verifier is the one that the challenge was made from (RFC 7636 § 4.6, method S256).
pub(crate) fn verifier_fits(verifier: &str, challenge: &str) -> bool {
    let unreserved = |c: u8| c.is_ascii_alphanumeric() || b"-._~".contains(&c);
    if !(43..=128).contains(&verifier.len()) || !verifier.bytes().all(unreserved) {
        return false;
    }
    let verifier = PkceCodeVerifier::new(verifier.to_owned());
    same_secret(PkceCodeChallenge::from_code_verifier_sha256(&verifier).as_str(), challenge)
}

/// Compares without telling by the time it takes how far two secrets agree.
pub(crate) fn same_secret(one: &str, other: &str) -> bool {
    // The equality of these hashes takes the same time wherever they differ.
    blake3::hash(one.as_bytes()) == blake3::hash(other.as_bytes())
}

/// The digits of what somebody typed, if there are so many of them; spaces are as good as none.
pub(crate) fn digits(typed: &str, count: usize) -> Option<String> {
    let digits: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    (digits.len() == count && digits.bytes().all(|c| c.is_ascii_digit())).then_some(digits)
}

/// The digits of what somebody typed from the code device, if it is six of them.
pub(crate) fn six_digits(typed: &str) -> Option<String> {
    digits(typed, 6)
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
