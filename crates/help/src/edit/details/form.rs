//! The form of the details: from a point to what stands in the fields, and from the fields to [`Details`].

use basics::Position;
use gazetteer::Postcode;
use page::FieldErrors;
use serde::Deserialize;
use words::Words;

use super::Details;
use crate::denmark::Places;
use crate::edit::create::web::check_name;
use crate::edit::typed;
use crate::model::{HelpPoint, Kind, SPOKEN, Status, StepFree};

/// As many characters as a description has: what somebody reads before they set out.
const LONGEST_DESCRIPTION: usize = 1500;
/// As many characters as street and number have.
const LONGEST_STREET: usize = 150;
/// As far as a place lies from the middle of its postcode or, where that is all we know, of its municipality, in
/// kilometres. What lies further away was mistyped, or stayed behind when the address changed.
const FURTHEST_KM: f64 = 60.0;

/// What was typed, as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub(crate) struct DetailsForm {
    pub(crate) version: String,
    pub(crate) kind: String,
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) street: String,
    pub(crate) postcode: String,
    pub(crate) lat: String,
    pub(crate) lon: String,
    pub(crate) phone: String,
    pub(crate) email: String,
    pub(crate) website: String,
    pub(crate) step_free: String,
    pub(crate) languages: Vec<String>,
    /// `yes` where the place has closed for good.
    pub(crate) closed: Vec<String>,
}

impl DetailsForm {
    pub(crate) fn of(point: &HelpPoint) -> Self {
        let own = point.position.filter(|_| point.precise);
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        Self {
            version: point.version.to_string(),
            kind: point.kind.code().to_owned(),
            name: point.name.clone(),
            description: point.description.clone(),
            street: text(&point.street),
            postcode: text(&point.postcode),
            lat: own.map(|own| format!("{:.5}", own.lat())).unwrap_or_default(),
            lon: own.map(|own| format!("{:.5}", own.lon())).unwrap_or_default(),
            phone: text(&point.phone),
            email: text(&point.email),
            website: text(&point.website),
            step_free: point.step_free.code().to_owned(),
            languages: point.languages.iter().cloned().collect(),
            closed: if point.status == Status::Closed { vec!["yes".to_owned()] } else { Vec::new() },
        }
    }

    /// What is chosen where only one can be, as the template wants it.
    pub(crate) fn radio(&self) -> &[String] {
        std::slice::from_ref(&self.step_free)
    }

    /// Understands the form; what cannot be understood is told by field, in the reader's language.
    pub(crate) fn parse(&self, words: &Words, places: &Places) -> Result<Details, FieldErrors> {
        let mut errors = FieldErrors::default();
        let kind = Kind::from_code(&self.kind);
        if kind.is_none() {
            errors.add("kind", words.t("staff-wrong-kind"));
        }
        let name = typed::line(&self.name);
        check_name(words, &name, &mut errors);
        let description = typed::lines(&self.description);
        if description.chars().count() > LONGEST_DESCRIPTION {
            errors.add("description", words.t1("staff-description-long", "most", LONGEST_DESCRIPTION));
        }
        let street = typed::line(&self.street);
        if street.chars().count() > LONGEST_STREET {
            errors.add("street", words.t1("staff-street-long", "most", LONGEST_STREET));
        }
        let postcode = self.postcode(words, places, &mut errors);
        let precise = self.position(words, postcode.as_ref(), &mut errors);
        let mut checked = |field: &str, text: &str, read: fn(&str) -> Option<String>, wrong: &str| {
            let found = (!text.trim().is_empty()).then(|| read(text));
            if found == Some(None) {
                errors.add(field, words.t(wrong));
            }
            found.flatten()
        };
        let phone = checked("phone", &self.phone, typed::phone, "staff-wrong-phone");
        let email = checked("email", &self.email, typed::email, "staff-wrong-email");
        let website = checked("website", &self.website, typed::website, "staff-wrong-website");
        let step_free = StepFree::from_code(&self.step_free);
        if step_free.is_none() {
            errors.add("step_free", words.t("staff-wrong-step-free"));
        }
        if let Some(unknown) = self.languages.iter().find(|code| !SPOKEN.contains(&code.as_str())) {
            errors.add("languages", words.t1("ask-unknown-value", "value", unknown));
        }
        match (kind, step_free) {
            (Some(kind), Some(step_free)) if errors.is_empty() => Ok(Details {
                kind,
                name,
                description,
                street: Some(street).filter(|street| !street.is_empty()),
                postcode,
                precise,
                phone,
                email,
                website,
                step_free,
                languages: self.languages.iter().cloned().collect(),
                status: if self.closed.is_empty() { Status::Active } else { Status::Closed },
            }),
            _ => Err(errors),
        }
    }

    fn postcode(&self, words: &Words, places: &Places, errors: &mut FieldErrors) -> Option<Postcode> {
        let typed = typed::line(&self.postcode);
        if typed.is_empty() {
            return None;
        }
        // Many write the town after the code.
        let code = typed.split(' ').next().unwrap_or_default();
        let postcode = places.postcode(code).cloned();
        if postcode.is_none() {
            errors.add("postcode", words.t1("staff-wrong-postcode", "postcode", &typed));
        }
        postcode
    }

    fn position(
        &self,
        words: &Words,
        postcode: Option<&Postcode>,
        errors: &mut FieldErrors,
    ) -> Option<Position> {
        let (lat, lon) = (self.lat.trim(), self.lon.trim());
        if lat.is_empty() && lon.is_empty() {
            return None;
        }
        let number = |text: &str| text.replace(',', ".").parse::<f64>().ok();
        let mut side = |field: &str, value: Option<f64>, wrong: &str| {
            if value.is_none() {
                errors.add(field, words.t(wrong));
            }
            value
        };
        // Denmark with Bornholm; the Faroe Islands and Greenland are not in the place register.
        let lat = side("lat", number(lat).filter(|lat| (54.4..=57.9).contains(lat)), "staff-wrong-lat");
        let lon = side("lon", number(lon).filter(|lon| (7.9..=15.3).contains(lon)), "staff-wrong-lon");
        let position = lat.zip(lon).and_then(|(lat, lon)| Position::new(lat, lon).ok())?;
        if let Some(postcode) = postcode {
            let km = postcode.position.distance_km(position);
            if km > FURTHEST_KM {
                let town = format!("{} {}", postcode.code, postcode.town);
                errors
                    .add("lat", words.t2("staff-far-position", "distance", words.distance(km), "town", town));
                return None;
            }
        }
        Some(position)
    }

    /// Each field with what it is called and what stands in it, for comparing two versions.
    pub(crate) fn told(&self, words: &Words) -> Vec<(String, String)> {
        let named = |of: &str, code: &str| {
            if code.is_empty() { String::new() } else { words.t(&format!("{of}-{code}")) }
        };
        let mut languages: Vec<String> = self.languages.iter().map(|code| named("spoken", code)).collect();
        languages.sort();
        let closed = if self.closed.is_empty() { "staff-status-active" } else { "staff-status-closed" };
        let fields = [
            ("staff-kind", named("kind", &self.kind)),
            ("staff-name", typed::line(&self.name)),
            ("staff-description", typed::lines(&self.description)),
            ("staff-street", typed::line(&self.street)),
            ("staff-postcode", typed::line(&self.postcode)),
            ("staff-lat", self.lat.trim().to_owned()),
            ("staff-lon", self.lon.trim().to_owned()),
            ("telephone", typed::line(&self.phone)),
            ("email", typed::line(&self.email)),
            ("website", typed::line(&self.website)),
            ("access", named("step-free", &self.step_free)),
            ("languages-spoken", languages.join(", ")),
            ("staff-status", words.t(closed)),
        ];
        fields.into_iter().map(|(key, value)| (words.t(key), value)).collect()
    }
}
