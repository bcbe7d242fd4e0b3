//! A gateway that takes texts by HTTP, as its settings describe it.

use std::time::Duration;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use reqwest::redirect::Policy;
use reqwest::{Client, StatusCode, Url};
use serde_json::Value;

use super::request::{can_be_written, fields, form, object};
use super::{Accepted, BodyKind, Gateway, GatewayError, HttpGatewaySettings, Method, SmsSettingsError, Text};
use crate::secret::from_file;
use basics::Secret;

/// What a gateway says of a text is some hundred bytes.
const LARGEST_ANSWER: usize = 64 * 1024;
/// The longest name for a text that is worth keeping.
const LONGEST_ID: usize = 200;

/// Hands texts to a gateway by HTTP.
pub struct HttpGateway {
    settings: HttpGatewaySettings,
    sender: String,
    url: Url,
    client: Client,
}

impl HttpGateway {
    /// Makes ready for a gateway; does not call it yet.
    ///
    /// # Errors
    /// When the settings do not fit together, would not be safe, or a file cannot be read; the text names the gateway.
    pub fn new(settings: HttpGatewaySettings, sender: &str) -> Result<Self, SmsSettingsError> {
        let wrong =
            |why: &str| SmsSettingsError::Gateway { name: settings.name.clone(), why: why.to_owned() };
        let url = Url::parse(&settings.url).map_err(|_| wrong("url is no address"))?;
        let is_near = matches!(url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
        if url.scheme() != "https" && !(url.scheme() == "http" && is_near) {
            return Err(wrong("url must begin with https://; http:// is only for this very machine"));
        }
        if settings.timeout_seconds == 0 {
            return Err(wrong("timeout_seconds must be at least 1"));
        }
        if !can_be_written(&settings) {
            return Err(wrong("fields and extra do not fit together"));
        }
        let headers = headers(&settings).map_err(|why| wrong(&why))?;
        // Whoever comes first has set the same provider.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mut client = Client::builder()
            // A redirect would send the text wherever the answer says.
            .redirect(Policy::none())
            .timeout(Duration::from_secs(settings.timeout_seconds.into()))
            .default_headers(headers);
        if is_near {
            // A proxy that the system is set up with cannot lead back to this machine.
            client = client.no_proxy();
        }
        let client = client.build().map_err(|error| wrong(&error.to_string()))?;
        Ok(Self { settings, sender: sender.to_owned(), url, client })
    }

    async fn hand_over(&self, text: &Text) -> Result<Accepted, GatewayError> {
        let method = match self.settings.method {
            Method::Post => reqwest::Method::POST,
            Method::Put => reqwest::Method::PUT,
        };
        let fields = fields(&self.settings, &self.sender, text);
        let request = self.client.request(method, self.url.clone());
        let request = match self.settings.body {
            BodyKind::Json => request.json(&object(fields).ok_or_else(unwritten)?),
            BodyKind::Form => request.form(&form(fields).ok_or_else(unwritten)?),
        };
        let answer = request.send().await.map_err(no_answer)?;
        let status = answer.status();
        if status.is_success() {
            return Ok(Accepted { id: self.id(answer).await });
        }
        let why = format!("status {}", status.as_u16());
        if self.settings.refused_statuses.contains(&status.as_u16()) {
            Err(GatewayError::Refused { why })
        } else {
            Err(GatewayError::Failed { why })
        }
    }

    /// What the gateway calls the text. It has taken it whatever its answer looks like.
    async fn id(&self, mut answer: reqwest::Response) -> Option<String> {
        let pointer = self.settings.id.as_ref()?;
        let mut body = Vec::new();
        while let Some(chunk) = answer.chunk().await.ok()? {
            if body.len() + chunk.len() > LARGEST_ANSWER {
                return None;
            }
            body.extend_from_slice(&chunk);
        }
        let answer: Value = serde_json::from_slice(&body).ok()?;
        match answer.pointer(pointer)? {
            Value::String(id) if id.len() <= LONGEST_ID => Some(id.clone()),
            Value::Number(id) => Some(id.to_string()),
            _ => None,
        }
    }

    /// Any answer shows that somebody is there; only these say that they would not let us in.
    async fn knock(&self) -> Result<(), GatewayError> {
        let answer = self.client.head(self.url.clone()).send().await.map_err(no_answer)?;
        match answer.status() {
            StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => {
                Err(GatewayError::Failed { why: format!("status {}", answer.status().as_u16()) })
            }
            _ => Ok(()),
        }
    }
}

impl Gateway for HttpGateway {
    fn name(&self) -> &str {
        &self.settings.name
    }

    fn send<'a>(&'a self, text: &'a Text) -> BoxFuture<'a, Result<Accepted, GatewayError>> {
        self.hand_over(text).boxed()
    }

    /// Asks for the head of the address. Most gateways answer that the method is not theirs, which will do.
    fn check(&self) -> BoxFuture<'_, Result<(), GatewayError>> {
        self.knock().boxed()
    }
}

/// The headers of each request, with the token in its place.
fn headers(settings: &HttpGatewaySettings) -> Result<HeaderMap, String> {
    let token = match (&settings.token, &settings.token_file) {
        (Some(_), Some(_)) => return Err("token and token_file exclude each other".to_owned()),
        (None, Some(path)) => {
            Some(from_file(path).map_err(|unreadable| format!("token_file: {unreadable}"))?)
        }
        (token, None) => token.clone(),
    };
    let is_used = settings.headers.values().any(|value| value.contains("{token}"));
    if is_used != token.is_some() {
        return Err("a token and {token} in the value of a header need each other".to_owned());
    }
    let token = token.as_ref().map_or("", Secret::reveal);
    let mut headers = HeaderMap::new();
    for (name, value) in &settings.headers {
        let wrong = || format!("the header {name} cannot be sent");
        let mut sent = HeaderValue::try_from(value.replace("{token}", token)).map_err(|_| wrong())?;
        sent.set_sensitive(value.contains("{token}"));
        headers.insert(HeaderName::try_from(name).map_err(|_| wrong())?, sent);
    }
    Ok(headers)
}

#[expect(clippy::needless_pass_by_value, reason = "it is given to map_err")]
fn no_answer(error: reqwest::Error) -> GatewayError {
    let why = if error.is_timeout() {
        "it did not answer in time"
    } else if error.is_connect() {
        "it cannot be reached"
    } else {
        "it did not answer"
    };
    GatewayError::Failed { why: why.to_owned() }
}

fn unwritten() -> GatewayError {
    GatewayError::Failed { why: "the text cannot be written down as the settings say".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(more: &str) -> Result<HttpGateway, String> {
        let fields = "fields = { to = \"to\", body = \"text\" }\n";
        let url = if more.contains("url =") { "" } else { "url = \"https://sms.example.dk/send\"\n" };
        let settings = toml::from_str(&format!("name = \"first\"\n{url}{fields}{more}")).unwrap();
        HttpGateway::new(settings, "Omtanke").map_err(|error| error.to_string())
    }

    #[test]
    fn a_gateway_that_would_not_be_safe_is_refused() {
        assert!(made("").is_ok());
        assert!(made("url = \"http://127.0.0.1:8080/send\"").is_ok());
        for (more, why) in [
            ("url = \"http://sms.example.dk/send\"", "must begin with https://"),
            ("url = \"ftp://sms.example.dk/send\"", "must begin with https://"),
            ("url = \"sms.example.dk\"", "url is no address"),
            ("timeout_seconds = 0", "timeout_seconds"),
            ("extra = { to = 1 }", "do not fit together"),
            ("token = \"hemmelig\"", "need each other"),
            ("headers = { Authorization = \"Token {token}\" }", "need each other"),
            ("token_file = \"no-such-file\"\nheaders = { A = \"{token}\" }", "no-such-file"),
            ("token = \"a\"\ntoken_file = \"b\"", "exclude each other"),
            ("headers = { \"not a name\" = \"b\" }", "cannot be sent"),
            ("token = \"a\\nb\"\nheaders = { A = \"{token}\" }", "cannot be sent"),
        ] {
            let error = made(more).err().expect(more);
            assert!(error.starts_with("sms gateway first: ") && error.contains(why), "{more}: {error}");
        }
    }

    #[test]
    fn a_misspelt_setting_is_refused() {
        let misspelt = "name = \"a\"\nurl = \"https://a.example\"\nfields = { to = \"a\", body = \"b\" }\nmetod = \"put\"";
        assert!(toml::from_str::<HttpGatewaySettings>(misspelt).unwrap_err().to_string().contains("metod"));
        let get = misspelt.replace("metod = \"put\"", "method = \"get\"");
        assert!(toml::from_str::<HttpGatewaySettings>(&get).is_err());
    }
}
