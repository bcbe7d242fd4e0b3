//! What somebody asks of the interface.

use basics::Position;
use gazetteer::fold;
use jiff::Timestamp;
use page::Problem;
use serde::Deserialize;

use super::super::terms::Vocabulary;
use crate::denmark::Places;
use crate::directory::Entry;
use crate::model::{HelpPoint, Service};

/// How many records a page has when nobody says.
const PER_PAGE: usize = 50;
/// How many it has at most.
pub(super) const PER_PAGE_AT_MOST: usize = 200;
/// How many organizations with all their places; a library system has dozens.
pub(super) const ORGANIZATIONS_AT_MOST: usize = 50;
/// How many organizations with all about all their services: each service repeats its place.
pub(super) const ORGANIZATIONS_WITH_SERVICES_AT_MOST: usize = 10;

/// The query of a list. Everything is text, so that an answer can name the parameter that is wrong.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Ask {
    pub(super) search: String,
    page: String,
    per_page: String,
    format: String,
    taxonomy_term_id: String,
    taxonomy_id: String,
    organization_id: String,
    modified_after: String,
    minimal: String,
    full: String,
    full_service: String,
    postcode: String,
    proximity: String,
    pub(super) parent_id: String,
}

/// Which page, and how long it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Paging {
    pub(super) page: usize,
    pub(super) per_page: usize,
}

impl Ask {
    /// Which page of at most so many records.
    pub(super) fn paging(&self, at_most: usize) -> Result<Paging, Problem> {
        if !matches!(self.format.as_str(), "" | "json") {
            return Err(Problem::bad_parameter("format", "only json is given out"));
        }
        let page = number("page", &self.page, 1, usize::MAX)?.unwrap_or(1);
        let per_page = number("per_page", &self.per_page, 1, at_most)?;
        // The reference wants the minimal form on one page if possible.
        let everything = self.per_page.is_empty() && self.is_minimal()?;
        let per_page = if everything { usize::MAX } else { per_page.unwrap_or(PER_PAGE.min(at_most)) };
        Ok(Paging { page, per_page })
    }

    pub(super) fn is_minimal(&self) -> Result<bool, Problem> {
        yes("minimal", &self.minimal)
    }

    pub(super) fn is_full(&self) -> Result<bool, Problem> {
        yes("full", &self.full)
    }

    pub(super) fn with_services(&self) -> Result<bool, Problem> {
        yes("full_service", &self.full_service)
    }

    pub(super) fn of_taxonomy(&self) -> &str {
        self.taxonomy_id.trim()
    }

    /// The wishes about services, ready to be asked of each.
    pub(super) fn wishes(&self, places: &Places) -> Result<Wishes, Problem> {
        let moment = self.modified_after.trim();
        let day = || moment.parse::<jiff::civil::Date>().is_ok();
        if !moment.is_empty() && moment.parse::<Timestamp>().is_err() && !day() {
            return Err(Problem::bad_parameter("modified_after", "must be like 2026-03-17T09:30:00Z"));
        }
        Ok(Wishes {
            words: fold(&self.search).split_whitespace().map(str::to_owned).collect(),
            term: filled(&self.taxonomy_term_id),
            taxonomy: filled(&self.taxonomy_id),
            organisation: filled(&self.organization_id),
            near: self.near(places)?,
        })
    }

    fn near(&self, places: &Places) -> Result<Option<Near>, Problem> {
        let metres = number("proximity", &self.proximity, 1, 1_000_000)?;
        let code = self.postcode.trim();
        if code.is_empty() {
            return match metres {
                Some(_) => Err(Problem::bad_parameter("proximity", "needs a postcode to count from")),
                None => Ok(None),
            };
        }
        let postcode = places
            .postcode(code)
            .ok_or_else(|| Problem::bad_parameter("postcode", "is no Danish postcode"))?;
        Ok(Some(Near {
            position: postcode.position,
            municipalities: postcode.municipality_codes.clone(),
            km: metres.map(|metres| metres as f64 / 1000.0),
        }))
    }
}

fn filled(text: &str) -> Option<String> {
    Some(text.trim().to_ascii_lowercase()).filter(|text| !text.is_empty())
}

fn number(name: &str, text: &str, from: usize, to: usize) -> Result<Option<usize>, Problem> {
    let wrong = || {
        let range = if to == usize::MAX { format!("from {from}") } else { format!("from {from} to {to}") };
        Problem::bad_parameter(name, &format!("must be a whole number {range}"))
    };
    match text.trim() {
        "" => Ok(None),
        text => text.parse().ok().filter(|number| (from..=to).contains(number)).map(Some).ok_or_else(wrong),
    }
}

fn yes(name: &str, text: &str) -> Result<bool, Problem> {
    match text.trim() {
        "" | "false" | "0" => Ok(false),
        "true" | "1" => Ok(true),
        _ => Err(Problem::bad_parameter(name, "must be true or false")),
    }
}

/// What a service must be to be listed; everything together.
#[derive(Debug)]
pub(super) struct Wishes {
    words: Vec<String>,
    term: Option<String>,
    taxonomy: Option<String>,
    organisation: Option<String>,
    near: Option<Near>,
}

#[derive(Debug)]
struct Near {
    position: Position,
    municipalities: Vec<String>,
    km: Option<f64>,
}

impl Wishes {
    /// Whether a service of a help point fits.
    pub(super) fn fit(&self, entry: &Entry, service: &Service, organisation: &str) -> bool {
        let point = &entry.point;
        self.organisation.as_ref().is_none_or(|id| *id == point.organisation.to_string())
            && self.near.as_ref().is_none_or(|near| near.reaches(point))
            && self.has_term(point, service)
            && self.has_words([&service.name, &service.description, &point.name, organisation])
    }

    /// Services carry topics; the places they are in carry a kind.
    fn has_term(&self, point: &HelpPoint, service: &Service) -> bool {
        if self.term.is_none() && self.taxonomy.is_none() {
            return true;
        }
        let topics = service.topics.iter().map(|topic| (Vocabulary::Topics, topic.code()));
        let mut terms = topics.chain([(Vocabulary::Kinds, point.kind.code())]);
        terms.any(|(vocabulary, code)| {
            self.term.as_ref().is_none_or(|id| *id == vocabulary.term(code).to_string())
                && self.taxonomy.as_ref().is_none_or(|id| *id == vocabulary.id().to_string())
        })
    }

    fn has_words(&self, texts: [&str; 4]) -> bool {
        if self.words.is_empty() {
            return true;
        }
        let folded = texts.map(fold);
        self.words.iter().all(|word| folded.iter().any(|text| text.contains(word)))
    }
}

impl Near {
    fn reaches(&self, point: &HelpPoint) -> bool {
        match self.km {
            Some(km) => point.position.is_some_and(|position| position.distance_km(self.position) <= km),
            None => {
                let own = point.municipality_code.as_ref();
                point.national || own.is_some_and(|code| self.municipalities.contains(code))
            }
        }
    }
}
