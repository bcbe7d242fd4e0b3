//! Sends a text by the first gateway that takes it, and lets those rest that keep failing.

use std::sync::{Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};
use metrics::counter;
use tracing::warn;

use super::gsm::{Alphabet, measure};
use super::{Accepted, Gateway, GatewayError, HttpGateway, SmsSettings, SmsSettingsError, Text};

/// The longest text of the national `NemSMS`, in signs.
const LONGEST: usize = 160;
/// A gateway that failed so many times in a row rests.
const FAILURES: u32 = 3;
/// How long it rests. After that one text tries it again, and one more failure sends it back.
const REST: SignedDuration = SignedDuration::from_secs(60);

/// Sends texts.
pub struct Texts {
    gateways: Vec<Tried>,
    unicode_parts: usize,
}

struct Tried {
    gateway: Box<dyn Gateway>,
    record: Mutex<Record>,
}

/// How it went of late.
#[derive(Default)]
struct Record {
    failures: u32,
    rests_until: Option<Timestamp>,
}

/// A text was not sent. No gateway took it, so that it can be tried again without a second text, unless one failed
/// without an answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// There is nothing in it.
    #[error("the text is empty")]
    Empty,
    /// It does not fit one message, or the number of messages that the settings allow for UTF-16.
    #[error("the text is too long: it takes {units} of {room} units")]
    TooLong {
        /// Its length, in septets or UTF-16 units.
        units: usize,
        /// What would have fitted.
        room: usize,
    },
    /// The number is not of the form `+4520123456`.
    #[error("the number is not of the form + and digits")]
    Number,
    /// A gateway says that number or text are wrong: do not try again.
    #[error("the gateway {gateway} refused the text: {why}")]
    Refused {
        /// Which one.
        gateway: String,
        /// What it said, as a status.
        why: String,
    },
    /// All gateways that do not rest failed: try again later.
    #[error("no gateway took the text: {}", listed(.0))]
    Failed(Vec<(String, String)>),
    /// All gateways rest: try again then.
    #[error("all gateways rest until {until}")]
    Resting {
        /// When the first of them may be tried again.
        until: Timestamp,
    },
}

fn listed(failures: &[(String, String)]) -> String {
    failures.iter().map(|(gateway, why)| format!("{gateway}: {why}")).collect::<Vec<_>>().join("; ")
}

impl Texts {
    /// Sends by these gateways, in their order. A text takes one message.
    #[must_use]
    pub fn new(gateways: Vec<Box<dyn Gateway>>) -> Self {
        let tried = |gateway| Tried { gateway, record: Mutex::default() };
        Self { gateways: gateways.into_iter().map(tried).collect(), unicode_parts: 1 }
    }

    /// Sends by the gateways of the settings.
    ///
    /// # Errors
    /// When the settings do not fit together or would not be safe, or a file cannot be read.
    pub fn from_settings(settings: &SmsSettings) -> Result<Self, SmsSettingsError> {
        settings.check()?;
        let mut gateways: Vec<Box<dyn Gateway>> = Vec::new();
        for gateway in &settings.gateways {
            gateways.push(Box::new(HttpGateway::new(gateway.clone(), &settings.sender)?));
        }
        Ok(Self::new(gateways).with_unicode_parts(settings.unicode_parts))
    }

    /// Lets a text that needs UTF-16 take up to this many messages, of 67 units each; it is no longer than 160 signs
    /// all the same.
    #[must_use]
    pub fn with_unicode_parts(self, parts: u8) -> Self {
        Self { unicode_parts: usize::from(parts).max(1), ..self }
    }

    /// Sends a text by the first gateway that takes it, at this time.
    ///
    /// A gateway that does not answer may have taken the text, and the next sends it a second time: better twice than
    /// not at all.
    ///
    /// # Errors
    /// When the text does not fit, a gateway refuses it, or none takes it; see [`TextError`].
    pub async fn send(&self, text: &Text, now: Timestamp) -> Result<Accepted, TextError> {
        self.fits(text)?;
        let mut failures = Vec::new();
        for tried in self.gateways.iter().filter(|tried| !tried.rests(now)) {
            let result = tried.gateway.send(text).await;
            let name = tried.gateway.name();
            tried.note(&result, now);
            match result {
                Ok(accepted) => return Ok(accepted),
                Err(GatewayError::Refused { why }) => {
                    return Err(TextError::Refused { gateway: name.to_owned(), why });
                }
                Err(GatewayError::Failed { why }) => failures.push((name.to_owned(), why)),
            }
        }
        let first_awake = self.gateways.iter().filter_map(Tried::rests_until).min();
        match first_awake {
            Some(until) if failures.is_empty() => Err(TextError::Resting { until }),
            _ => Err(TextError::Failed(failures)),
        }
    }

    /// Asks every gateway whether it would answer, without sending, and gives the name and answer of each.
    pub async fn check(&self) -> Vec<(String, Result<(), GatewayError>)> {
        let mut answers = Vec::new();
        for Tried { gateway, .. } in &self.gateways {
            answers.push((gateway.name().to_owned(), gateway.check().await));
        }
        answers
    }

    fn fits(&self, text: &Text) -> Result<(), TextError> {
        let is_number =
            |digits: &str| (1..=15).contains(&digits.len()) && digits.bytes().all(|c| c.is_ascii_digit());
        if !text.to.strip_prefix('+').is_some_and(is_number) {
            return Err(TextError::Number);
        }
        if text.body.trim().is_empty() {
            return Err(TextError::Empty);
        }
        let measured = measure(&text.body);
        let may_be_parted = measured.alphabet == Alphabet::Ucs2 && text.body.chars().count() <= LONGEST;
        if measured.fits_one || (may_be_parted && measured.parts <= self.unicode_parts) {
            return Ok(());
        }
        Err(TextError::TooLong { units: measured.units, room: room(measured.alphabet, self.unicode_parts) })
    }
}

/// The units that a text may take.
fn room(alphabet: Alphabet, unicode_parts: usize) -> usize {
    use super::gsm::{ONE_GSM7, ONE_UCS2, PART_UCS2};
    match alphabet {
        Alphabet::Gsm7 => ONE_GSM7,
        Alphabet::Ucs2 if unicode_parts == 1 => ONE_UCS2,
        Alphabet::Ucs2 => (unicode_parts * PART_UCS2).min(LONGEST),
    }
}

impl Tried {
    fn rests_until(&self) -> Option<Timestamp> {
        self.record.lock().unwrap_or_else(PoisonError::into_inner).rests_until
    }

    fn rests(&self, now: Timestamp) -> bool {
        self.rests_until().is_some_and(|until| now < until)
    }

    /// Remembers how it went. A refusal is an answer, so the gateway works.
    fn note(&self, result: &Result<Accepted, GatewayError>, now: Timestamp) {
        let name = self.gateway.name();
        let outcome = match result {
            Ok(_) => "accepted",
            Err(GatewayError::Refused { .. }) => "refused",
            Err(GatewayError::Failed { .. }) => "failed",
        };
        counter!("omtanke_sms_total", "gateway" => name.to_owned(), "outcome" => outcome).increment(1);
        let mut record = self.record.lock().unwrap_or_else(PoisonError::into_inner);
        if let Err(GatewayError::Failed { why }) = result {
            record.failures += 1;
            if record.failures >= FAILURES {
                record.rests_until = now.checked_add(REST).ok();
                warn!(gateway = name, failures = record.failures, why, "the gateway for text messages rests");
            }
        } else {
            *record = Record::default();
        }
    }
}
