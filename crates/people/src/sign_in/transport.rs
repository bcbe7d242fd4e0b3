//! How we call brokers: no redirects, ten seconds, a megabyte, and a way to reach ourselves.

use std::pin::Pin;
use std::time::Duration;

use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse};
use reqwest::redirect::Policy;

const TIMEOUT: Duration = Duration::from_secs(10);
/// Discovery documents, key sets and tokens are some kilobytes.
const LARGEST_ANSWER: usize = 1024 * 1024;

/// A call to a broker failed. It says nothing of what was sent.
#[derive(Debug, thiserror::Error)]
pub(super) enum TransportError {
    #[error("the request cannot be sent: {0}")]
    Request(#[source] reqwest::Error),
    #[error("no answer: {0}")]
    NoAnswer(#[source] reqwest::Error),
    #[error("the answer is larger than a megabyte")]
    TooLarge,
    #[error("the answer cannot be read: {0}")]
    Answer(#[source] http::Error),
}

/// The client for calls to brokers.
#[derive(Debug)]
pub(super) struct Transport {
    outside: reqwest::Client,
    /// A proxy that the system is set up with cannot lead back to this machine.
    this_machine: reqwest::Client,
    /// Calls that begin with the first address go to the second.
    instead: Option<(String, String)>,
}

impl Transport {
    pub(super) fn new() -> Result<Self, reqwest::Error> {
        // Whoever comes first has set the same provider.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = || {
            // A redirect would send the client's secret wherever the answer says (SSRF).
            reqwest::Client::builder().redirect(Policy::none()).timeout(TIMEOUT)
        };
        Ok(Self { outside: client().build()?, this_machine: client().no_proxy().build()?, instead: None })
    }

    pub(super) fn send_instead(&mut self, public: &str, base: &str) {
        self.instead = Some((public.to_owned(), base.trim_end_matches('/').to_owned()));
    }

    async fn send(&self, mut request: HttpRequest) -> Result<HttpResponse, TransportError> {
        if let Some(uri) = self.other_address(&request.uri().to_string()) {
            *request.uri_mut() = uri;
        }
        let near = request.uri().host().is_some_and(is_this_machine);
        let client = if near { &self.this_machine } else { &self.outside };
        let request = reqwest::Request::try_from(request).map_err(TransportError::Request)?;
        let no_answer = |error: reqwest::Error| TransportError::NoAnswer(error.without_url());
        let mut answer = client.execute(request).await.map_err(no_answer)?;
        let mut body = Vec::new();
        while let Some(chunk) = answer.chunk().await.map_err(no_answer)? {
            if body.len() + chunk.len() > LARGEST_ANSWER {
                return Err(TransportError::TooLarge);
            }
            body.extend_from_slice(&chunk);
        }
        let mut response = http::Response::builder().status(answer.status());
        for (name, value) in answer.headers() {
            response = response.header(name, value);
        }
        response.body(body).map_err(TransportError::Answer)
    }

    fn other_address(&self, uri: &str) -> Option<http::Uri> {
        let (public, base) = self.instead.as_ref()?;
        let rest = uri.strip_prefix(public.as_str()).filter(|rest| rest.starts_with('/'))?;
        format!("{base}{rest}").parse().ok()
    }
}

impl<'c> AsyncHttpClient<'c> for Transport {
    type Error = TransportError;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, TransportError>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.send(request))
    }
}

/// Whether the host is this very machine.
pub(super) fn is_this_machine(host: &str) -> bool {
    matches!(host, "127.0.0.1" | "localhost" | "[::1]" | "::1")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_calls_to_ourselves_take_the_back_way() {
        let mut transport = Transport::new().unwrap();
        transport.send_instead("https://hjaelp.example", "http://127.0.0.1:8080/");
        let instead = |uri| transport.other_address(uri).map(|uri| uri.to_string());
        assert_eq!(
            instead("https://hjaelp.example/oev/a1/mitid/token").as_deref(),
            Some("http://127.0.0.1:8080/oev/a1/mitid/token")
        );
        assert_eq!(instead("https://hjaelp.example.evil.example/token"), None);
        assert_eq!(instead("https://mitid.example/token"), None);
    }
}
