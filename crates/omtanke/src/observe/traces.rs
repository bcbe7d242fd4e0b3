//! Traces: what a share of the requests and jobs spent their time on, sent to a collector by OTLP.
//!
//! Serving never waits for the collector. Finished spans go into a queue of bounded length, a thread of its own sends them
//! on, and whatever finds the queue full is dropped. Only spans are sent, not the lines written within them: those are in
//! the log, and the request number leads from one to the other.

use std::fmt;
use std::time::Duration;

use axum::Router;
use axum::extract::Request;
use axum::middleware::{Next, from_fn};
use http::{HeaderMap, Uri};
use opentelemetry::KeyValue;
use opentelemetry::context::FutureExt as _;
use opentelemetry::propagation::{Extractor, TextMapPropagator as _};
use opentelemetry::trace::TracerProvider as _;
use opentelemetry_otlp::{Protocol, SpanExporter, WithExportConfig as _, WithHttpConfig as _};
use opentelemetry_sdk::Resource;
use opentelemetry_sdk::propagation::TraceContextPropagator;
use opentelemetry_sdk::trace::{Sampler, SdkTracerProvider};
use serde::Deserialize;
use tracing::Subscriber;
use tracing_subscriber::Layer;
use tracing_subscriber::registry::LookupSpan;

use super::collector::Collector;
use super::log::our_spans;
use super::wording::Worded;
use crate::failure::Failure;

/// The longest that stopping waits for the collector.
const LAST_WAIT: Duration = Duration::from_secs(3);

/// Where traces go, and how many.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TraceSettings {
    /// The collector's address for OTLP over HTTP, as a rule `http://…:4318/v1/traces`.
    pub endpoint: Endpoint,
    /// The share of requests and jobs that are traced.
    #[serde(default)]
    pub share: Share,
}

/// An address of a collector: `http` or `https`, with a host.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Endpoint(String);

impl TryFrom<String> for Endpoint {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let uri: Uri =
            text.parse().map_err(|_| "an address such as http://127.0.0.1:4318/v1/traces is wanted")?;
        let plain = uri.authority().is_some_and(|authority| !authority.as_str().contains('@'));
        match uri.scheme_str() {
            Some("http" | "https") if plain => Ok(Self(text)),
            _ => {
                Err("an address such as http://127.0.0.1:4318/v1/traces is wanted, without a password in it")
            }
        }
    }
}

/// A share from 0, none, to 1, all.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(try_from = "f64")]
pub struct Share(f64);

impl Default for Share {
    fn default() -> Self {
        Self(0.1)
    }
}

impl TryFrom<f64> for Share {
    type Error = &'static str;

    fn try_from(share: f64) -> Result<Self, Self::Error> {
        if (0.0..=1.0).contains(&share) { Ok(Self(share)) } else { Err("share is from 0, none, to 1, all") }
    }
}

/// The way to the collector.
#[derive(Debug)]
pub(super) struct Traces {
    provider: SdkTracerProvider,
}

impl Traces {
    /// Makes ready to send; nothing is sent yet. Needs a runtime.
    pub(super) fn begin(settings: &TraceSettings) -> Result<Self, Failure> {
        let wrong = |why: &dyn fmt::Display| Failure::Settings(format!("[traces]: {why}"));
        let exporter = SpanExporter::builder()
            .with_http()
            .with_http_client(Collector::new().map_err(|error| wrong(&error))?)
            .with_endpoint(&settings.endpoint.0)
            .with_protocol(Protocol::HttpBinary)
            .with_timeout(LAST_WAIT)
            .build()
            .map_err(|error| wrong(&error))?;
        let version = KeyValue::new("service.version", env!("CARGO_PKG_VERSION"));
        let provider = SdkTracerProvider::builder()
            .with_batch_exporter(Worded(exporter))
            .with_sampler(Sampler::parent_based(Sampler::TraceIdRatioBased(settings.share.0)))
            .with_resource(
                Resource::builder_empty().with_service_name("omtanke").with_attribute(version).build(),
            )
            .build();
        Ok(Self { provider })
    }

    /// The layer that makes traces of this house's spans. What a span says of threads and source files stays here.
    pub(super) fn layer<S>(&self) -> impl Layer<S> + Send + Sync + use<S>
    where
        S: Subscriber + for<'span> LookupSpan<'span> + Send + Sync,
    {
        tracing_opentelemetry::layer()
            .with_tracer(self.provider.tracer("omtanke"))
            .with_location(false)
            .with_threads(false)
            .with_target(false)
            .with_tracked_inactivity(false)
            .with_context_activation(false)
            .with_filter(our_spans())
    }

    /// Sends what is left, and waits no longer than [`LAST_WAIT`] for it.
    pub(super) async fn end(self) {
        let flush = tokio::task::spawn_blocking(move || self.provider.shutdown_with_timeout(LAST_WAIT));
        if let Ok(Err(error)) = flush.await {
            tracing::warn!(%error, "the last traces did not reach the collector");
        }
    }
}

/// Lets a request go on with the trace that the proxy in front has begun (W3C Trace Context, `traceparent`). `tracestate`
/// is other people's text, and stays outside.
pub(super) fn continued(router: Router) -> Router {
    router.layer(from_fn(async |request: Request, next: Next| {
        let begun = TraceContextPropagator::new().extract(&TraceParent(request.headers()));
        next.run(request).with_context(begun).await
    }))
}

struct TraceParent<'a>(&'a HeaderMap);

impl Extractor for TraceParent<'_> {
    fn get(&self, key: &str) -> Option<&str> {
        (key == "traceparent").then(|| self.0.get(key)?.to_str().ok())?
    }

    fn keys(&self) -> Vec<&str> {
        vec!["traceparent"]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(text: &str) -> Result<TraceSettings, String> {
        toml::from_str(text).map_err(|error| error.to_string())
    }

    #[test]
    fn a_tenth_is_traced_where_nobody_says_otherwise() {
        assert_eq!(settings("endpoint = \"http://127.0.0.1:4318/v1/traces\"").unwrap().share, Share(0.1));
    }

    #[test]
    fn what_cannot_be_an_endpoint_or_a_share_is_refused() {
        for text in [
            "endpoint = \"127.0.0.1:4318\"",
            "endpoint = \"ftp://collector/v1/traces\"",
            "endpoint = \"https://me:secret@collector/v1/traces\"",
            "endpoint = \"http://collector/v1/traces\"\nshare = 1.5",
            "endpoint = \"http://collector/v1/traces\"\nshare = -0.1",
        ] {
            assert!(settings(text).is_err(), "{text}");
        }
    }

    #[test]
    fn only_the_trace_is_taken_from_the_proxy() {
        let mut headers = HeaderMap::new();
        headers.insert(
            "traceparent",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01".parse().unwrap(),
        );
        headers.insert("tracestate", "vendor=0101701234".parse().unwrap());
        let context = TraceContextPropagator::new().extract(&TraceParent(&headers));
        let span = opentelemetry::trace::TraceContextExt::span(&context).span_context().clone();
        assert_eq!(span.trace_id().to_string(), "4bf92f3577b34da6a3ce929d0e0e4736");
        assert_eq!(span.trace_state().header(), "");
    }
}
