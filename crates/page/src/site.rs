//! What one installation is called, and how its telephone is reached.

use serde::Deserialize;

/// The telephone that stands in the same place on every page (WCAG 2.2, 3.2.6 Consistent Help).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phone {
    /// The number as people say it: `70 10 00 00`.
    pub number: String,
    /// When it is answered, in Danish; shown as it stands.
    #[serde(default)]
    pub hours: String,
    /// Whether the number is only an example and must be marked as one.
    #[serde(default)]
    pub example: bool,
}

impl Phone {
    /// The number as a telephone dials it.
    #[must_use]
    pub fn dial(&self) -> String {
        dial(&self.number)
    }
}

/// A Danish number as a telephone dials it: digits only, with the country code where it has eight.
#[must_use]
pub(crate) fn dial(number: &str) -> String {
    let digits: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    if digits.len() == 8 { format!("+45{digits}") } else { digits }
}

/// One installation.
#[derive(Debug, Clone)]
pub struct Site {
    /// Where people reach it: `https://hjaelp.example.dk`, without a slash at the end.
    pub public_url: String,
    /// The telephone on every page.
    pub phone: Phone,
    /// Whether this is a demonstration with fictional people.
    pub demo: bool,
    /// Whether a proxy in front sets `X-Forwarded-For`, and may be believed.
    pub behind_proxy: bool,
}

impl Site {
    /// Whether cookies can be kept to encrypted connections.
    #[must_use]
    pub fn is_secure(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}
