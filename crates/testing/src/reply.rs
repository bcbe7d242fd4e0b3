//! What came back from a page.

use axum::response::Response;
use http::header::LOCATION;
use http::{HeaderMap, StatusCode};
use http_body_util::BodyExt as _;

/// What came back from a page, read to its end.
#[derive(Debug)]
pub struct Reply {
    /// The status.
    pub status: StatusCode,
    /// Where it leads; empty where it leads nowhere.
    pub location: String,
    /// Everything in its head.
    pub headers: HeaderMap,
    /// The body.
    pub bytes: Vec<u8>,
    /// The same as text; empty where it is none.
    pub body: String,
}

impl Reply {
    /// Reads an answer.
    ///
    /// # Panics
    /// When it breaks off.
    pub async fn of(response: Response) -> Self {
        let (head, body) = response.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes().to_vec();
        let body = String::from_utf8(bytes.clone()).unwrap_or_default();
        let mut reply =
            Self { status: head.status, location: String::new(), headers: head.headers, bytes, body };
        reply.location = reply.header(LOCATION.as_str()).to_owned();
        reply
    }

    /// One line of its head; empty where it is not there.
    ///
    /// # Panics
    /// When it is not text.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// Asserts that the page says each of these.
    ///
    /// # Panics
    /// When it does not.
    #[track_caller]
    pub fn says(&self, expected: &[&str]) {
        for text in expected {
            assert!(self.body.contains(text), "{text} in {}", self.body);
        }
    }

    /// Asserts that the page says none of these.
    ///
    /// # Panics
    /// When it does.
    #[track_caller]
    pub fn says_not(&self, unexpected: &[&str]) {
        for text in unexpected {
            assert!(!self.body.contains(text), "{text} in {}", self.body);
        }
    }

    /// What a hidden field of the page's form carries.
    ///
    /// # Panics
    /// When there is no such field.
    #[must_use]
    #[track_caller]
    pub fn hidden(&self, name: &str) -> &str {
        let field = format!("type=\"hidden\" name=\"{name}\" value=\"");
        let (_, after) = self.body.split_once(&field).unwrap_or_else(|| panic!("{name} in {}", self.body));
        after.split('"').next().expect("a text splits into at least one part")
    }

    /// The page, which must have been given.
    ///
    /// # Panics
    /// When it was not.
    #[track_caller]
    pub fn ok(self) -> Self {
        self.is(StatusCode::OK)
    }

    /// The page, which must say what is wrong with a form.
    ///
    /// # Panics
    /// When it does not.
    #[track_caller]
    pub fn wrong(self) -> Self {
        self.is(StatusCode::UNPROCESSABLE_ENTITY)
    }

    /// Where the form led, which must have been taken.
    ///
    /// # Panics
    /// When it was not.
    #[track_caller]
    pub fn went(self) -> String {
        self.is(StatusCode::SEE_OTHER).location
    }

    #[track_caller]
    fn is(self, expected: StatusCode) -> Self {
        assert_eq!(self.status, expected, "{} {}", self.location, self.body);
        self
    }
}
