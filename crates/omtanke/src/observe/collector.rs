//! How traces travel: our own HTTP client, with the cryptography that the rest of the program has.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use opentelemetry_http::{Bytes, HttpClient, HttpError, Request, Response};
use reqwest::redirect::Policy;
use tokio::runtime::Handle;

/// A collector stands near; one that takes longer is as good as gone.
const TIMEOUT: Duration = Duration::from_secs(2);
/// It answers with nothing, or says how much it refused.
const LARGEST_ANSWER: usize = 64 * 1024;

/// The client. It is called from a thread that has no runtime, and works on ours.
#[derive(Debug)]
pub(super) struct Collector {
    client: reqwest::Client,
    runtime: Handle,
    failing: Arc<AtomicBool>,
}

impl Collector {
    /// A client that works on the runtime it is made in.
    pub(super) fn new() -> Result<Self, reqwest::Error> {
        // Whoever comes first has set the same provider.
        let _ = rustls::crypto::ring::default_provider().install_default();
        // Neither a redirect nor a proxy of the system may take traces elsewhere.
        let client =
            reqwest::Client::builder().redirect(Policy::none()).no_proxy().timeout(TIMEOUT).build()?;
        Ok(Self { client, runtime: Handle::current(), failing: Arc::default() })
    }
}

type Answer<'a> = Pin<Box<dyn Future<Output = Result<Response<Bytes>, HttpError>> + Send + 'a>>;

impl HttpClient for Collector {
    fn send_bytes<'a, 'b>(&'a self, request: Request<Bytes>) -> Answer<'b>
    where
        'a: 'b,
        Self: 'b,
    {
        let (client, failing) = (self.client.clone(), self.failing.clone());
        let sending = self.runtime.spawn(async move {
            let result = send(&client, request).await;
            tell(&failing, &result);
            result
        });
        Box::pin(async move { Ok(sending.await??) })
    }
}

/// Why traces did not reach the collector. It says nothing of where it stands.
#[derive(Debug, thiserror::Error)]
enum CollectorError {
    #[error("{0}")]
    Http(#[from] reqwest::Error),
    #[error("its answer is larger than 64 KB")]
    TooLarge,
}

async fn send(client: &reqwest::Client, request: Request<Bytes>) -> Result<Response<Bytes>, CollectorError> {
    let request = reqwest::Request::try_from(request).map_err(reqwest::Error::without_url)?;
    let mut answer = client.execute(request).await.map_err(reqwest::Error::without_url)?;
    let mut body = Vec::new();
    while let Some(chunk) = answer.chunk().await.map_err(reqwest::Error::without_url)? {
        if body.len() + chunk.len() > LARGEST_ANSWER {
            return Err(CollectorError::TooLarge);
        }
        body.extend_from_slice(&chunk);
    }
    let mut response = Response::new(Bytes::from(body));
    *response.status_mut() = answer.status();
    *response.headers_mut() = std::mem::take(answer.headers_mut());
    Ok(response)
}

/// Counts, and says once that it no longer works and once that it works again, however often it is tried.
fn tell(failing: &AtomicBool, result: &Result<Response<Bytes>, CollectorError>) {
    let wrong = match result {
        Ok(answer) if answer.status().is_success() => None,
        Ok(answer) => Some(format!("it answered {}", answer.status().as_u16())),
        Err(error) => Some(error.to_string()),
    };
    let outcome = if wrong.is_some() { "failed" } else { "sent" };
    metrics::counter!("omtanke_trace_exports_total", "outcome" => outcome).increment(1);
    match (failing.swap(wrong.is_some(), Ordering::Relaxed), wrong) {
        (false, Some(wrong)) => {
            tracing::warn!(wrong, "the collector takes no traces; they are lost until it does");
        }
        (true, None) => tracing::info!("the collector takes traces again"),
        _ => {}
    }
}
