//! The figures for Prometheus, on a listener of their own.
//!
//! They are not secret, but nobody's business either: the listener stands on this machine or in the operator's own net, and
//! the public one never answers for them.

use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum::routing::get;
use http::header::CONTENT_TYPE;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use realm::Clock;
use serde::Deserialize;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use super::{measures, process};
use crate::failure::Failure;

/// The text format of Prometheus.
const FORMAT: &str = "text/plain; version=0.0.4; charset=utf-8";
/// How often the times of requests are gathered into their buckets. Until then each takes eight bytes.
const UPKEEP: Duration = Duration::from_secs(5);

/// Where the figures can be fetched.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MetricsSettings {
    /// The address that answers `GET /metrics`.
    pub listen: SocketAddr,
}

/// The listener, while it runs.
#[derive(Debug)]
pub(super) struct Figures {
    tasks: [JoinHandle<()>; 2],
}

impl Figures {
    /// Takes the address and begins to count.
    pub(super) async fn begin(settings: MetricsSettings) -> Result<Self, Failure> {
        let wrong =
            |why: String| Failure::Settings(format!("[metrics] listen = \"{}\": {why}", settings.listen));
        let listener = TcpListener::bind(settings.listen).await.map_err(|error| wrong(error.to_string()))?;
        let address = listener.local_addr().map_err(|error| wrong(error.to_string()))?;
        let handle = install().map_err(Failure::Other)?;
        let upkeep = handle.clone();
        let tasks = [
            tokio::spawn(async move {
                loop {
                    tokio::time::sleep(UPKEEP).await;
                    upkeep.run_upkeep();
                }
            }),
            tokio::spawn(async move {
                if let Err(error) = axum::serve(listener, router(handle)).await {
                    tracing::error!(%error, "the figures are no longer served");
                }
            }),
        ];
        println!("figures on http://{address}/metrics");
        Ok(Self { tasks })
    }

    pub(super) fn end(self) {
        self.tasks.iter().for_each(JoinHandle::abort);
    }
}

fn install() -> Result<PrometheusHandle, String> {
    let builder = measures::with_bounds(PrometheusBuilder::new()).map_err(|error| error.to_string())?;
    let recorder = builder.build_recorder();
    let handle = recorder.handle();
    metrics::set_global_recorder(recorder).map_err(|_| "this process counts already".to_owned())?;
    measures::describe();
    metrics::gauge!("omtanke_build_info", "version" => env!("CARGO_PKG_VERSION")).set(1.0);
    Ok(handle)
}

fn router(handle: PrometheusHandle) -> Router {
    let started = Clock::System.now();
    let figures =
        move || async move { ([(CONTENT_TYPE, FORMAT)], handle.render() + &process::figures(started)) };
    Router::new().route("/metrics", get(figures))
}
