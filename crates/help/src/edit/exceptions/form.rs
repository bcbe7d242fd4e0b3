//! The form of one exception.

use hours::{Exception, ExceptionHours};
use jiff::civil::Date;
use page::FieldErrors;
use serde::Deserialize;
use words::Words;

use crate::edit::hours::form::{fault_key, field};
use crate::edit::typed;

/// As many characters as a reason has: it stands beside the hours.
const LONGEST_REASON: usize = 100;

/// What was typed, as it was typed; also the query of a page that proposes a holiday.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub(crate) struct ExceptionForm {
    pub(crate) version: String,
    pub(crate) date_from: String,
    pub(crate) date_to: String,
    /// `closed` or `open`.
    pub(crate) hours: String,
    pub(crate) opens: String,
    pub(crate) closes: String,
    pub(crate) reason: String,
    /// `1` where the page shall say that the last one was saved.
    pub(crate) saved: String,
}

impl ExceptionForm {
    /// What is chosen where only one can be, as the template wants it.
    pub(crate) fn radio(&self) -> &[String] {
        std::slice::from_ref(&self.hours)
    }

    /// Understands the form; what cannot be understood, or is no sound exception, is told by field. Without a last
    /// day it is one day.
    pub(crate) fn parse(&self, words: &Words, today: Date) -> Result<Exception, FieldErrors> {
        let mut errors = FieldErrors::default();
        let date_from = typed::date(&self.date_from);
        if date_from.is_none() {
            errors.add("date_from", words.t("staff-wrong-date"));
        }
        let date_to = if self.date_to.trim().is_empty() { date_from } else { typed::date(&self.date_to) };
        if date_to.is_none() && date_from.is_some() {
            errors.add("date_to", words.t("staff-wrong-date"));
        }
        if date_to.is_some_and(|last| last < today) {
            let field = if self.date_to.trim().is_empty() { "date_from" } else { "date_to" };
            errors.add(field, words.t("staff-date-over"));
        }
        let hours = self.hours(words, &mut errors);
        let reason = typed::line(&self.reason);
        if reason.chars().count() > LONGEST_REASON {
            errors.add("reason", words.t1("staff-reason-long", "most", LONGEST_REASON));
        }
        if reason.is_empty() {
            errors.add("reason", words.t("hours-fault-reason"));
        }
        let (Some(date_from), Some(date_to), Some(hours), true) =
            (date_from, date_to, hours, errors.is_empty())
        else {
            return Err(errors);
        };
        let exception = Exception { date_from, date_to, hours, reason };
        match exception.validate() {
            Ok(()) => Ok(exception),
            Err(faults) => {
                for fault in faults {
                    errors.add(field(&fault), words.t(fault_key(&fault)));
                }
                Err(errors)
            }
        }
    }

    fn hours(&self, words: &Words, errors: &mut FieldErrors) -> Option<ExceptionHours> {
        match self.hours.as_str() {
            "closed" => Some(ExceptionHours::Closed),
            "open" => {
                let (opens, closes) = (typed::time(&self.opens), typed::time(&self.closes));
                if opens.is_none() {
                    errors.add("opens", words.t("staff-wrong-opens"));
                }
                if closes.is_none() {
                    errors.add("closes", words.t("staff-wrong-closes"));
                }
                opens.zip(closes).map(|(opens_at, closes_at)| ExceptionHours::Open { opens_at, closes_at })
            }
            _ => {
                errors.add("hours", words.t("staff-hours-or-closed"));
                None
            }
        }
    }
}
