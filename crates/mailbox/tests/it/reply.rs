//! What came back from a page.

use http::StatusCode;

/// What came back from a page.
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) location: String,
    pub(crate) content_type: String,
    pub(crate) disposition: String,
    pub(crate) headers: http::HeaderMap,
    pub(crate) bytes: Vec<u8>,
    /// The same as text; empty where it is none.
    pub(crate) body: String,
}

impl Reply {
    /// Asserts that the page says each of these.
    #[track_caller]
    pub(crate) fn says(&self, expected: &[&str]) {
        for text in expected {
            assert!(self.body.contains(text), "{text} in {}", self.body);
        }
    }

    /// Asserts that the page says none of these.
    #[track_caller]
    pub(crate) fn says_not(&self, unexpected: &[&str]) {
        for text in unexpected {
            assert!(!self.body.contains(text), "{text} in {}", self.body);
        }
    }

    /// What a hidden field of the page's form carries.
    #[track_caller]
    pub(crate) fn hidden(&self, name: &str) -> &str {
        let field = format!("type=\"hidden\" name=\"{name}\" value=\"");
        let (_, after) = self.body.split_once(&field).unwrap_or_else(|| panic!("{name} in {}", self.body));
        after.split('"').next().expect("a text splits into at least one part")
    }

    /// The page, which must have been given.
    #[track_caller]
    pub(crate) fn ok(self) -> Self {
        assert_eq!(self.status, StatusCode::OK, "{} {}", self.location, self.body);
        self
    }

    /// Where the form led, which must have been taken.
    #[track_caller]
    pub(crate) fn went(self) -> String {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{}", self.body);
        self.location
    }
}
