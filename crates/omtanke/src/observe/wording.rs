//! Spans in the words that collectors know: OpenTelemetry's semantic conventions for HTTP.
//!
//! In the code and in the log a request has an `id`, a `method`, a `route` and a `status`. Here, on the sender's own thread,
//! those become what dashboards made for others ask for.

use std::time::Duration;

use opentelemetry::trace::{SpanKind, Status};
use opentelemetry::{Key, Value};
use opentelemetry_sdk::Resource;
use opentelemetry_sdk::error::OTelSdkResult;
use opentelemetry_sdk::trace::{SpanData, SpanExporter};

/// An exporter that words spans before it sends them.
#[derive(Debug)]
pub(super) struct Worded<E>(pub(super) E);

impl<E: SpanExporter> SpanExporter for Worded<E> {
    fn export(&self, mut batch: Vec<SpanData>) -> impl Future<Output = OTelSdkResult> + Send {
        batch.iter_mut().for_each(word);
        self.0.export(batch)
    }

    fn shutdown_with_timeout(&self, timeout: Duration) -> OTelSdkResult {
        self.0.shutdown_with_timeout(timeout)
    }

    fn force_flush(&self) -> OTelSdkResult {
        self.0.force_flush()
    }

    fn set_resource(&mut self, resource: &Resource) {
        self.0.set_resource(resource);
    }
}

fn word(span: &mut SpanData) {
    match &*span.name {
        "request" => word_request(span),
        "job" => {
            span.name = format!("job {}", text(span, "kind")).into();
            span.span_kind = SpanKind::Consumer;
        }
        _ => {}
    }
}

fn word_request(span: &mut SpanData) {
    span.name = format!("{} {}", text(span, "method"), text(span, "route")).trim_end().to_owned().into();
    span.span_kind = SpanKind::Server;
    for pair in &mut span.attributes {
        pair.key = match pair.key.as_str() {
            "method" => Key::from_static_str("http.request.method"),
            "route" => Key::from_static_str("http.route"),
            "status" => {
                if matches!(pair.value, Value::I64(500..)) {
                    span.status = Status::error("");
                }
                Key::from_static_str("http.response.status_code")
            }
            _ => continue,
        };
    }
}

fn text(span: &SpanData, key: &str) -> String {
    let pair = span.attributes.iter().find(|pair| pair.key.as_str() == key);
    pair.map(|pair| pair.value.to_string()).unwrap_or_default()
}
