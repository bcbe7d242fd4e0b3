//! Log lines: JSON on standard error, one a line, for whoever gathers them.
//!
//! A line within a request or a job names it in `spans`, at every level: at `warn` too, the only two lines of a day must tell
//! which request they belong to. Other people's crates are heard from `warn` upwards only, whatever the level: below it some
//! of them write down what they send.

use std::fmt;

use serde::Deserialize;
use tracing::field::{Field, Visit};
use tracing::span::Record;
use tracing::{Level, Metadata, Subscriber};
use tracing_subscriber::field::RecordFields;
use tracing_subscriber::filter::{FilterExt as _, LevelFilter, Targets, filter_fn};
use tracing_subscriber::fmt::format::Writer;
use tracing_subscriber::fmt::{self as lines, FormatFields, FormattedFields, MakeWriter};
use tracing_subscriber::registry::LookupSpan;
use tracing_subscriber::{Layer, layer::Filter};

/// The crates of this house: whose lines follow the level, and whose spans are written and traced.
pub(super) const HOUSE: [&str; 34] = [
    "access",
    "backup",
    "basics",
    "charts",
    "classes",
    "courier",
    "dated",
    "estimates",
    "gazetteer",
    "help",
    "hours",
    "hsds",
    "insight",
    "jobs",
    "memo",
    "oiobpp",
    "notices",
    "mailbox",
    "mandates",
    "enrolment",
    "documents",
    "omtanke",
    "page",
    "people",
    "plainlanguage",
    "practice",
    "realm",
    "scenarios",
    "schema",
    "selfservice",
    "store",
    "town",
    "vault",
    "words",
];

/// What is written.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LogSettings {
    /// From which level the house's own lines are written; `RUST_LOG` goes before it.
    pub level: LogLevel,
}

/// How important a line must be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogLevel {
    /// Something is lost or does not work.
    Error,
    /// Something is wrong, but goes on.
    Warn,
    /// Every request and every step of starting.
    #[default]
    Info,
    /// For whoever looks for a fault.
    Debug,
}

impl LogLevel {
    fn filter(self) -> LevelFilter {
        match self {
            LogLevel::Error => LevelFilter::ERROR,
            LogLevel::Warn => LevelFilter::WARN,
            LogLevel::Info => LevelFilter::INFO,
            LogLevel::Debug => LevelFilter::DEBUG,
        }
    }
}

/// The lines that are asked for in the form of `RUST_LOG` (`warn,page=debug`), else those of the level.
pub(super) fn chosen(level: LogLevel, asked: Option<&str>) -> Targets {
    let of_level = || {
        let level = level.filter();
        Targets::new()
            .with_default(level.min(LevelFilter::WARN))
            .with_targets(HOUSE.map(|room| (room, level)))
    };
    asked.filter(|asked| !asked.is_empty()).and_then(|asked| asked.parse().ok()).unwrap_or_else(of_level)
}

/// The layer that writes lines to `writer`.
pub(super) fn layer<S, W>(chosen: Targets, writer: W) -> impl Layer<S> + Send + Sync
where
    S: Subscriber + for<'span> LookupSpan<'span>,
    W: for<'writer> MakeWriter<'writer> + Send + Sync + 'static,
{
    lines::layer().json().fmt_fields(SpanFields).with_writer(writer).with_filter(chosen.or(our_spans()))
}

/// Lets the spans of this house through, so that lines and traces can name them.
pub(super) fn our_spans<S>() -> impl Filter<S> + Send + Sync {
    filter_fn(|metadata: &Metadata| {
        let room = metadata.target().split("::").next().unwrap_or_default();
        metadata.is_span() && *metadata.level() <= Level::INFO && HOUSE.contains(&room)
    })
    .with_max_level_hint(LevelFilter::INFO)
}

/// The fields of a span as one JSON object. tracing's own reads it all and writes it anew whenever a field is recorded
/// later, as the door does at the end of every request; this one writes behind what is there.
struct SpanFields;

impl<'writer> FormatFields<'writer> for SpanFields {
    fn format_fields<R: RecordFields>(&self, mut writer: Writer<'writer>, fields: R) -> fmt::Result {
        let mut object = Object(String::with_capacity(64));
        object.0.push('{');
        fields.record(&mut object);
        writer.write_str(&object.closed())
    }

    fn add_fields(&self, current: &'writer mut FormattedFields<Self>, fields: &Record<'_>) -> fmt::Result {
        let mut object = Object(std::mem::take(&mut current.fields));
        object.0.pop();
        fields.record(&mut object);
        current.fields = object.closed();
        Ok(())
    }
}

/// A JSON object that is not closed yet.
struct Object(String);

impl Object {
    fn add(&mut self, field: &Field, value: &impl serde::Serialize) {
        if let Ok(value) = serde_json::to_string(value) {
            self.0.push_str(if self.0.len() > 1 { ",\"" } else { "\"" });
            self.0.push_str(field.name());
            self.0.push_str("\":");
            self.0.push_str(&value);
        }
    }

    fn closed(mut self) -> String {
        self.0.push('}');
        self.0
    }
}

impl Visit for Object {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.add(field, &value);
    }

    fn record_i64(&mut self, field: &Field, value: i64) {
        self.add(field, &value);
    }

    fn record_u64(&mut self, field: &Field, value: u64) {
        self.add(field, &value);
    }

    fn record_f64(&mut self, field: &Field, value: f64) {
        self.add(field, &value);
    }

    fn record_bool(&mut self, field: &Field, value: bool) {
        self.add(field, &value);
    }

    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.add(field, &format!("{value:?}"));
    }
}
