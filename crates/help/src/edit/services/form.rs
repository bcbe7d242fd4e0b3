//! The form of one service.

use page::FieldErrors;
use serde::Deserialize;
use words::Words;

use super::Offer;
use crate::edit::create::web::check_name;
use crate::edit::typed;
use crate::model::{Booking, Service, ServiceStatus, Topic};

/// As many characters as the description of a service has.
const LONGEST_DESCRIPTION: usize = 1000;

/// What was typed, as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub(crate) struct ServiceForm {
    pub(crate) version: String,
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) topics: Vec<String>,
    pub(crate) booking: String,
    /// `yes` where it is not offered just now.
    pub(crate) paused: Vec<String>,
}

impl ServiceForm {
    pub(crate) fn of(service: &Service, version: i64) -> Self {
        let paused = service.status == ServiceStatus::Inactive;
        Self {
            version: version.to_string(),
            name: service.name.clone(),
            description: service.description.clone(),
            topics: service.topics.iter().map(|topic| topic.code().to_owned()).collect(),
            booking: service.booking.code().to_owned(),
            paused: if paused { vec!["yes".to_owned()] } else { Vec::new() },
        }
    }

    /// What is chosen where only one can be, as the template wants it.
    pub(crate) fn radio(&self) -> &[String] {
        std::slice::from_ref(&self.booking)
    }

    /// Understands the form; what cannot be understood is told by field, in the reader's language.
    pub(crate) fn parse(&self, words: &Words) -> Result<Offer, FieldErrors> {
        let mut errors = FieldErrors::default();
        let name = typed::line(&self.name);
        check_name(words, &name, &mut errors);
        let description = typed::lines(&self.description);
        if description.chars().count() > LONGEST_DESCRIPTION {
            errors.add("description", words.t1("staff-description-long", "most", LONGEST_DESCRIPTION));
        }
        let topics: Vec<Option<Topic>> = self.topics.iter().map(|code| Topic::from_code(code)).collect();
        if topics.is_empty() || topics.contains(&None) {
            errors.add("topics", words.t("staff-topics-missing"));
        }
        let booking = Booking::from_code(&self.booking);
        if booking.is_none() {
            errors.add("booking", words.t("staff-booking-missing"));
        }
        match booking {
            Some(booking) if errors.is_empty() => Ok(Offer {
                name,
                description,
                booking,
                status: if self.paused.is_empty() { ServiceStatus::Active } else { ServiceStatus::Inactive },
                topics: topics.into_iter().flatten().collect(),
            }),
            _ => Err(errors),
        }
    }

    /// Each field with what it is called and what stands in it, for comparing two versions.
    pub(crate) fn told(&self, words: &Words) -> Vec<(String, String)> {
        let mut topics: Vec<String> =
            self.topics.iter().map(|code| words.t(&format!("topic-{code}"))).collect();
        topics.sort();
        let booking = match Booking::from_code(&self.booking) {
            Some(booking) => words.t(&format!("booking-{}", booking.code())),
            None => String::new(),
        };
        let offered = if self.paused.is_empty() { "staff-offered" } else { "staff-paused" };
        let fields = [
            ("staff-service-name", typed::line(&self.name)),
            ("staff-service-description", typed::lines(&self.description)),
            ("staff-topics", topics.join(", ")),
            ("staff-booking", booking),
            ("staff-status", words.t(offered)),
        ];
        fields.into_iter().map(|(key, value)| (words.t(key), value)).collect()
    }
}
