//! What the system owner writes about text messages: the table `[sms]`.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::Deserialize;

use basics::Secret;

/// The longest name of a sender that telephones show (3GPP TS 23.040 § 9.1.2.5).
const LONGEST_SENDER: usize = 11;

/// Who sends text messages, and by which gateways: the first that takes a text gets it.
///
/// ```
/// let settings: courier::SmsSettings = toml::from_str(r#"
///     sender = "Omtanke"
///
///     [[gateways]]
///     name = "first"
///     url = "https://sms.example.dk/rest/mtsms"
///     headers = { Authorization = "Token {token}" }
///     token_file = "/etc/omtanke/sms-token"
///     body = "json"
///     numbers = "digits"
///     fields = { to = "/recipients/0/msisdn", body = "message", sender = "sender", reference = "userref" }
///     id = "/ids/0"
///
///     [[gateways]]
///     name = "second"
///     url = "https://other.example.dk/send"
///     headers = { Authorization = "Basic {token}" }
///     token_file = "/etc/omtanke/other-token"
///     body = "form"
///     fields = { to = "To", body = "Body", sender = "From" }
///     id = "/sid"
/// "#).unwrap();
/// assert_eq!(settings.gateways.len(), 2);
/// ```
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SmsSettings {
    /// What the telephone shows as the sender: at most eleven letters and digits, and no spaces.
    pub sender: String,
    /// The most messages that a text in UTF-16 (Arabic, Urdu) may take; 67 signs go into each. A text in the GSM
    /// alphabet always takes one, and no text is longer than 160 signs, as in the national `NemSMS`.
    #[serde(default = "one")]
    pub unicode_parts: u8,
    /// The gateways, the one to ask first on top.
    pub gateways: Vec<HttpGatewaySettings>,
}

/// A gateway that takes texts by HTTP, and how it wants them.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HttpGatewaySettings {
    /// What to call it in metrics, logs and errors.
    pub name: String,
    /// Where it takes texts: `https://…`; plain `http` only on this very machine.
    pub url: String,
    /// The method of the request.
    #[serde(default)]
    pub method: Method,
    /// Headers of the request. `{token}` in a value stands for the token.
    #[serde(default)]
    pub headers: BTreeMap<String, String>,
    /// What the gateway knows us by, here or in a file of its own.
    #[serde(default)]
    pub token: Option<Secret>,
    /// A file whose only line is the token.
    #[serde(default)]
    pub token_file: Option<PathBuf>,
    /// How the text is written down.
    #[serde(default)]
    pub body: BodyKind,
    /// What the gateway calls the parts of a text.
    pub fields: FieldNames,
    /// Fields that are the same for each text. In JSON, names that begin with `/` lead inside as those of `fields` do.
    #[serde(default)]
    pub extra: BTreeMap<String, serde_json::Value>,
    /// How the gateway wants numbers.
    #[serde(default)]
    pub numbers: NumberStyle,
    /// Where the answer says what the gateway calls the text: a JSON pointer (RFC 6901) such as `/ids/0`.
    #[serde(default)]
    pub id: Option<String>,
    /// The statuses that mean a wrong number or text, so that no other gateway is asked.
    #[serde(default = "refused_statuses")]
    pub refused_statuses: Vec<u16>,
    /// The longest it may take to answer, in seconds.
    #[serde(default = "ten")]
    pub timeout_seconds: u32,
}

/// The method of the request. `GET` is left out: it would write number and text into the logs on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Method {
    /// `POST`.
    #[default]
    Post,
    /// `PUT`.
    Put,
}

/// How the text is written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum BodyKind {
    /// A JSON object.
    #[default]
    Json,
    /// As a form of a page does it, `application/x-www-form-urlencoded`.
    Form,
}

/// How the gateway wants numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NumberStyle {
    /// `+4520123456`.
    #[default]
    Plus,
    /// `4520123456`.
    Digits,
}

/// What the gateway calls the parts of a text. In JSON, a name that begins with `/` is a JSON pointer (RFC 6901) and
/// leads inside: `/recipients/0/msisdn` is `{"recipients": [{"msisdn": …}]}`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FieldNames {
    /// The number.
    pub to: String,
    /// What the text says.
    pub body: String,
    /// Who sends it, where the gateway lets us say so.
    #[serde(default)]
    pub sender: Option<String>,
    /// What the text is known by, so that a second try is not a second text.
    #[serde(default)]
    pub reference: Option<String>,
}

/// The table `[sms]` cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SmsSettingsError {
    /// The sender is none that telephones show.
    #[error("sms.sender must be at most 11 letters and digits")]
    Sender,
    /// There is no gateway, or two of one name.
    #[error("sms.gateways must be at least one, each with a name of its own")]
    Gateways,
    /// A number must be at least one.
    #[error("sms.{0} must be at least 1")]
    Zero(&'static str),
    /// A gateway cannot be used.
    #[error("sms gateway {name}: {why}")]
    Gateway {
        /// Which one.
        name: String,
        /// What is wrong with it.
        why: String,
    },
}

fn one() -> u8 {
    1
}

fn ten() -> u32 {
    10
}

/// What gateways answer to a wrong number or text; everything else may be a problem of theirs.
fn refused_statuses() -> Vec<u16> {
    vec![400, 404, 422]
}

impl SmsSettings {
    /// Refuses what concerns all gateways.
    pub(super) fn check(&self) -> Result<(), SmsSettingsError> {
        let is_plain = self.sender.bytes().all(|c| c.is_ascii_alphanumeric());
        if self.sender.is_empty() || self.sender.len() > LONGEST_SENDER || !is_plain {
            return Err(SmsSettingsError::Sender);
        }
        if self.unicode_parts == 0 {
            return Err(SmsSettingsError::Zero("unicode_parts"));
        }
        let names: Vec<&str> = self.gateways.iter().map(|gateway| gateway.name.as_str()).collect();
        let is_double = |(at, name): (usize, &&str)| name.is_empty() || names[..at].contains(name);
        if names.is_empty() || names.iter().enumerate().any(is_double) {
            return Err(SmsSettingsError::Gateways);
        }
        Ok(())
    }
}
