//! One request as the rooms above see it: which realm, which language, who.

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use axum::extract::{FromRequestParts, Request};
use axum::middleware::Next;
use axum::response::Response;
use basics::{Id, Language};
use http::header::{ACCEPT_LANGUAGE, SET_COOKIE};
use http::request::Parts;
use http::{HeaderMap, HeaderName, HeaderValue, Uri};
use realm::{Actor, PersonTag, Realm, RealmKind, Via};
use words::{Words, words};

use crate::{Shell, Site, cookies};

/// What the browser says that an answer is for (Fetch Metadata Request Headers).
const FETCH_DEST: HeaderName = HeaderName::from_static("sec-fetch-dest");

/// The id of a request: in its log lines, its audit records and its answer.
#[derive(Debug, Clone)]
pub struct RequestId(pub String);

/// How large the text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum TextSize {
    /// 20 px.
    #[default]
    Normal,
    /// 24 px.
    Large,
    /// 30 px.
    Largest,
}

impl TextSize {
    /// Every size, smallest first.
    pub const ALL: [TextSize; 3] = [TextSize::Normal, TextSize::Large, TextSize::Largest];

    /// The word in address and cookie.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            TextSize::Normal => "normal",
            TextSize::Large => "large",
            TextSize::Largest => "largest",
        }
    }

    /// The class on `<html>` that scales everything.
    #[must_use]
    pub fn class(self) -> &'static str {
        match self {
            TextSize::Normal => "",
            TextSize::Large => "om-l",
            TextSize::Largest => "om-xl",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|size| size.code() == code)
    }
}

/// Somebody who is signed in, as far as a page needs to know.
#[derive(Debug, Clone)]
pub struct Visitor {
    /// The person.
    pub person: Id<PersonTag>,
    /// What to call them.
    pub name: String,
    /// The actions that one of their roles allows somewhere; where exactly, a permit decides.
    pub may: BTreeSet<&'static str>,
}

/// Whom the visitor helps on this request: every page of it says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActingFor {
    /// What to call whoever is helped.
    pub name: String,
    /// Where the button leads that stops, within the realm.
    pub leave: String,
}

/// Whom a request is about, where that is somebody whom the visitor helps. All who hold the request see what one of them has
/// said, also whoever makes the page of a problem.
#[derive(Debug, Clone, Default)]
pub struct Helped(Arc<OnceLock<ActingFor>>);

/// Marks a request with a session that could not be looked up: nobody knows whether somebody is signed in. Pages for anyone
/// go on as for nobody; all others say that they cannot be had now, rather than ask somebody to sign in who has.
#[derive(Debug, Clone, Copy)]
pub struct Unsure;

/// One request.
#[derive(Debug, Clone)]
pub struct Visit {
    /// The world it happens in.
    pub realm: Arc<Realm>,
    /// The installation.
    pub site: Arc<Site>,
    /// The language of the reader.
    pub words: &'static Words,
    /// The text size of the reader.
    pub size: TextSize,
    /// The address within the realm, with its query.
    pub uri: Uri,
    /// Who is signed in.
    pub visitor: Option<Visitor>,
    /// Whether that could not be found out.
    pub unsure: bool,
    /// The id of the request.
    pub request: String,
    /// Whether the page is for a frame of practice, beside another: it has no header of its own then.
    pub framed: bool,
    /// Whom the visitor helps.
    pub helped: Helped,
}

impl Visit {
    /// Says whom the visitor helps, once it is certain that they may: every page that answers this request carries the bar
    /// from here on. One request is about one person; what is said first holds.
    pub fn act_for(&self, whom: ActingFor) {
        let _ = self.helped.0.set(whom);
    }

    /// Whom the visitor helps, where that has been said.
    #[must_use]
    pub fn acting_for(&self) -> Option<&ActingFor> {
        self.helped.0.get()
    }

    /// The shell of a citizen's page.
    #[must_use]
    pub fn shell(&self, title: impl Into<String>) -> Shell {
        Shell::new(self, self.words, title.into())
    }

    /// The words of a staff page: Danish, or English for whoever chose anything else.
    #[must_use]
    pub fn staff_words(&self) -> &'static Words {
        match self.words.language() {
            Language::Da => self.words,
            _ => words(Language::En),
        }
    }

    /// The shell of a staff page.
    #[must_use]
    pub fn staff_shell(&self, title: impl Into<String>) -> Shell {
        Shell::new(self, self.staff_words(), title.into())
    }

    /// An address with the realm's prefix in front.
    #[must_use]
    pub fn href(&self, path: &str) -> String {
        format!("{}{path}", self.realm.prefix)
    }

    /// Who acts, for the work that this request does.
    #[must_use]
    pub fn actor(&self) -> Actor {
        Actor {
            person: self.visitor.as_ref().map(|visitor| visitor.person),
            label: self.visitor.as_ref().map_or_else(|| "nobody".to_owned(), |visitor| visitor.name.clone()),
            via: if self.uri.path().starts_with("/api/") { Via::Api } else { Via::Web },
            on_behalf_of: None,
            request: self.request.clone(),
        }
    }
}

impl<S: Sync> FromRequestParts<S> for Visit {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        Ok(parts.extensions.get::<Visit>().expect("the visit layer stands around every route").clone())
    }
}

/// Makes the [`Visit`] from the address, the cookies and the headers, and keeps a preference that the address
/// changes (`?lang=`, `?size=`).
///
/// # Panics
/// When the layers for site and realm are missing, which is a mistake in the program.
pub async fn prepare_visit(mut request: Request, next: Next) -> Response {
    let extensions = request.extensions();
    let site: Arc<Site> =
        extensions.get::<Arc<Site>>().expect("the site is attached to every request").clone();
    let realm: Arc<Realm> =
        extensions.get::<Arc<Realm>>().expect("the realm is attached to every request").clone();
    let request_id = extensions.get::<RequestId>().map(|id| id.0.clone()).unwrap_or_default();
    let visitor = extensions.get::<Visitor>().cloned();
    let unsure = extensions.get::<Unsure>().is_some();

    let asked_language = query_value(request.uri(), "lang").and_then(|code| Language::from_code(&code));
    let asked_size = query_value(request.uri(), "size").and_then(|code| TextSize::from_code(&code));
    let headers = request.headers();
    let language = asked_language.unwrap_or_else(|| preferred_language(headers));
    let size = asked_size
        .or_else(|| cookies::read(headers, cookies::SIZE).and_then(TextSize::from_code))
        .unwrap_or_default();

    let framed = realm.kind == RealmKind::Sandbox
        && headers.get(FETCH_DEST).is_some_and(|dest| dest.as_bytes() == b"iframe");

    let visit = Visit {
        realm,
        site: site.clone(),
        words: words(language),
        size,
        uri: request.uri().clone(),
        visitor,
        unsure,
        request: request_id,
        framed,
        helped: Helped::default(),
    };
    request.extensions_mut().insert(visit);
    let mut response = next.run(request).await;
    let mut keep = |name, value| {
        if let Ok(header) = HeaderValue::from_str(&cookies::preference(&site, name, value)) {
            response.headers_mut().append(SET_COOKIE, header);
        }
    };
    if let Some(language) = asked_language {
        keep(cookies::LANGUAGE, language.code());
    }
    if let Some(size) = asked_size {
        keep(cookies::SIZE, size.code());
    }
    response
}

fn preferred_language(headers: &HeaderMap) -> Language {
    let cookie = cookies::read(headers, cookies::LANGUAGE).and_then(Language::from_code);
    let header =
        || headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).and_then(accepted_language);
    cookie.or_else(header).unwrap_or_default()
}

/// The best of our languages in an `Accept-Language` (RFC 9110 § 12.5.4).
fn accepted_language(header: &str) -> Option<Language> {
    let mut best: Option<(f32, Language)> = None;
    for item in header.split(',').take(20) {
        let mut parts = item.split(';');
        let tag = parts.next().unwrap_or_default().trim();
        let weight =
            parts.find_map(|part| part.trim().strip_prefix("q=")).map_or(Some(1.0), |q| q.parse().ok());
        let language = Language::from_code(tag.split('-').next().unwrap_or_default());
        if let (Some(weight), Some(language)) = (weight, language)
            && weight > 0.0
            && best.is_none_or(|(highest, _)| weight > highest)
        {
            best = Some((weight, language));
        }
    }
    best.map(|(_, language)| language)
}

fn query_value(uri: &Uri, name: &str) -> Option<String> {
    let pairs: Vec<(String, String)> = serde_urlencoded::from_str(uri.query()?).ok()?;
    pairs.into_iter().find_map(|(key, value)| (key == name).then_some(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browsers_best_language_of_ours_is_taken() {
        assert_eq!(accepted_language("fr-FR,tr;q=0.8,en;q=0.9"), Some(Language::En));
        assert_eq!(accepted_language("ar-SY, da;q=0.5"), Some(Language::Ar));
        assert_eq!(accepted_language("pl, de;q=0.5"), None);
        assert_eq!(accepted_language("da;q=0, tr;q=nonsense"), None);
    }
}
