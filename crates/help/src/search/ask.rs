//! What somebody asks, as it stands in the address of page and interface: the same names in both.

use basics::Position;
use hours::Moment;
use jiff::civil::{Date, DateTime, Time};
use page::FieldErrors;
use realm::Realm;
use serde::Deserialize;
use words::Words;

use super::Wishes;
use crate::model::{Kind, SPOKEN, Topic};

/// The query of a search. Everything is text, so that nothing that was typed is lost.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Ask {
    /// A postcode or a town.
    pub near: String,
    /// Latitude, from the reader's device.
    pub lat: String,
    /// Longitude, from the reader's device.
    pub lon: String,
    /// A topic code.
    pub topic: String,
    /// A kind code.
    pub kind: String,
    /// A language code.
    pub language: String,
    /// Anything but empty: without steps.
    pub step_free: String,
    /// `now`, or a local date and time such as `2026-12-24T10:00`.
    pub open_at: String,
    /// A date, in the page's form.
    pub open_date: String,
    /// A time of day, in the page's form.
    pub open_time: String,
    /// How many answers; in the interface.
    pub limit: String,
    /// Which page of answers, from 1.
    pub page: String,
}

/// Where to search.
#[derive(Debug, Clone, PartialEq)]
pub enum Where {
    /// Not said.
    Nowhere,
    /// What was typed.
    Typed(String),
    /// Where the reader's device says it is.
    Position(Position),
}

/// When it should be open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// It does not matter; shown as of now.
    Any,
    /// Now.
    Now,
    /// At a local time.
    At(DateTime),
}

/// A query, understood.
#[derive(Debug)]
pub struct Parsed {
    /// Where.
    pub place: Where,
    /// When.
    pub when: When,
    /// What else.
    pub wishes: Wishes,
    /// Which page of answers, from 1.
    pub page: usize,
    /// What could not be understood.
    pub errors: FieldErrors,
}

impl Parsed {
    /// The moment that the answer speaks of.
    #[must_use]
    pub fn moment(&self, realm: &Realm) -> Moment {
        match self.when {
            When::Any | When::Now => realm.now().into(),
            When::At(local) => local
                .to_zoned(realm.zone().clone())
                .map_or_else(|_| realm.now().into(), |zoned| zoned.timestamp().into()),
        }
    }
}

impl Ask {
    /// Understands the query; what cannot be understood is told by field, in the reader's language.
    #[must_use]
    pub fn parse(&self, words: &Words) -> Parsed {
        let mut errors = FieldErrors::default();
        let mut coded = |field: &str, text: &str, known: bool| {
            if !text.is_empty() && !known {
                errors.add(field, words.t1("ask-unknown-value", "value", text));
            }
        };
        let topic = Topic::from_code(&self.topic);
        let kind = Kind::from_code(&self.kind);
        let language = Some(self.language.clone()).filter(|code| SPOKEN.contains(&code.as_str()));
        coded("topic", &self.topic, topic.is_some());
        coded("kind", &self.kind, kind.is_some());
        coded("language", &self.language, language.is_some());
        let place = self.place(words, &mut errors);
        let when = self.when(words, &mut errors);
        let step_free = !self.step_free.is_empty();
        Parsed {
            place,
            when,
            wishes: Wishes { topic, kind, language, step_free, open: when != When::Any },
            page: self.page.parse().ok().filter(|page| (1..=1000).contains(page)).unwrap_or(1),
            errors,
        }
    }

    fn place(&self, words: &Words, errors: &mut FieldErrors) -> Where {
        if !self.near.trim().is_empty() {
            return Where::Typed(self.near.clone());
        }
        if self.lat.is_empty() && self.lon.is_empty() {
            return Where::Nowhere;
        }
        let number = |text: &str| text.parse::<f64>().ok();
        match number(&self.lat).zip(number(&self.lon)).and_then(|(lat, lon)| Position::new(lat, lon).ok()) {
            Some(position) => Where::Position(position),
            None => {
                errors.add("near", words.t("ask-wrong-position"));
                Where::Nowhere
            }
        }
    }

    fn when(&self, words: &Words, errors: &mut FieldErrors) -> When {
        if self.open_date.is_empty() && self.open_time.is_empty() {
            return match self.open_at.as_str() {
                "" => When::Any,
                "now" => When::Now,
                text => match text.parse() {
                    Ok(local) => When::At(local),
                    Err(_) => {
                        errors.add("open_at", words.t("ask-wrong-moment"));
                        When::Any
                    }
                },
            };
        }
        let date: Option<Date> = self.open_date.parse().ok();
        let time: Option<Time> = self.open_time.parse().ok();
        if date.is_none() {
            errors.add("open_date", words.t("ask-wrong-date"));
        }
        if time.is_none() {
            errors.add("open_time", words.t("ask-wrong-time"));
        }
        date.zip(time).map_or(When::Any, |(date, time)| When::At(date.to_datetime(time)))
    }
}
