//! What the program tells of itself: log lines, figures, traces.
//!
//! Each can be had without the others. None of them ever holds what somebody typed, who they are, or the address they
//! asked for: a route is its pattern, a person is nobody. `docs/observability.md` is for whoever runs the program.

mod collector;
mod figures;
mod log;
pub mod measures;
mod process;
#[cfg(test)]
mod tests;
mod traces;
mod wording;

use axum::Router;
use tracing::Subscriber;
use tracing_subscriber::Registry;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

use crate::failure::Failure;
use figures::Figures;
pub use figures::MetricsSettings;
pub use log::{LogLevel, LogSettings};
use traces::Traces;
pub use traces::{Endpoint, Share, TraceSettings};

/// What is to be told of a running program.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// The log lines.
    pub log: LogSettings,
    /// Where figures can be fetched; nowhere without.
    pub metrics: Option<MetricsSettings>,
    /// Where traces go; nowhere without.
    pub traces: Option<TraceSettings>,
    /// Whether a proxy stands in front, whose traces ours continue.
    pub behind_proxy: bool,
}

/// The telling, while it goes on.
#[derive(Debug)]
pub struct Observation {
    figures: Option<Figures>,
    traces: Option<Traces>,
    behind_proxy: bool,
}

/// Begins to tell. To be called before the router is made: a door counts for the recorder that it finds.
///
/// # Errors
/// When the address for figures cannot be taken, or the one for traces cannot be used.
pub async fn begin(wanted: Wanted) -> Result<Observation, Failure> {
    let Wanted { log, metrics, traces, behind_proxy } = wanted;
    let traces = traces.as_ref().map(Traces::begin).transpose()?;
    let asked = std::env::var("RUST_LOG").ok();
    let lines = log::chosen(log.level, asked.as_deref());
    // A second start, as in tests, keeps the first log.
    let _ = subscriber(lines, std::io::stderr, traces.as_ref()).try_init();
    let figures = match metrics {
        Some(settings) => Some(Figures::begin(settings).await?),
        None => None,
    };
    Ok(Observation { figures, traces, behind_proxy })
}

/// Everything that listens to the program's spans and lines.
fn subscriber<W>(lines: Targets, writer: W, traces: Option<&Traces>) -> impl Subscriber + Send + Sync + use<W>
where
    W: for<'writer> MakeWriter<'writer> + Send + Sync + 'static,
{
    Registry::default().with(traces.map(Traces::layer)).with(log::layer(lines, writer))
}

impl Observation {
    /// The router, with traces of the proxy in front continued where there are any.
    pub fn around(&self, router: Router) -> Router {
        if self.traces.is_some() && self.behind_proxy { traces::continued(router) } else { router }
    }

    /// Stops telling, once the last request is answered. Takes a few seconds when the collector does not answer.
    pub async fn end(self) {
        if let Some(traces) = self.traces {
            traces.end().await;
        }
        if let Some(figures) = self.figures {
            figures.end();
        }
    }
}
