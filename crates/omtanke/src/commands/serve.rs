//! `omtanke serve`

use std::io::Write as _;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use axum::serve::ListenerExt as _;
use clap::Args;
use people::SignIn;
use realm::{RealmKind, Realms};
use tokio::net::TcpListener;

use super::open;
use crate::app::App;
use crate::failure::Failure;
use crate::prepare::prepare;
use crate::settings::Settings;

#[derive(Debug, Args)]
pub(crate) struct Serve {
    /// The settings.
    #[arg(long, env = "OMTANKE_CONFIG", default_value = "omtanke.toml")]
    config: PathBuf,
    /// Where to listen, over the settings.
    #[arg(long, env = "OMTANKE_LISTEN")]
    listen: Option<SocketAddr>,
    /// The database, over the settings.
    #[arg(long, env = "OMTANKE_DATABASE")]
    database: Option<String>,
}

impl Serve {
    pub(crate) async fn run(self) -> Result<(), Failure> {
        start_log("info");
        let mut settings = Settings::read(&self.config)?;
        settings.listen = self.listen.unwrap_or(settings.listen);
        settings.database = self.database.unwrap_or(settings.database);
        let listener = bind(settings.listen).await?;
        let realm = open(&settings.database, RealmKind::Live).await?;
        prepare(&realm, |done| tracing::info!("{done}")).await?;
        let sign_in = SignIn::new(settings.brokers.clone(), settings.public_url.clone())
            .map_err(|error| Failure::Settings(error.to_string()))?;
        let app = App {
            site: Arc::new(settings.site()),
            realms: Arc::new(Realms::new(realm)),
            sign_in: Arc::new(sign_in),
            limits: Arc::new(settings.limits.limits()),
            demo: false,
        };
        answer(listener, app, || {}).await
    }
}

/// Takes the address, so that a port in use is known before anything else is done.
pub(crate) async fn bind(address: SocketAddr) -> Result<TcpListener, Failure> {
    TcpListener::bind(address).await.map_err(|why| Failure::Listen { address, why })
}

/// Log lines as JSON on standard error; `RUST_LOG` chooses which.
pub(crate) fn start_log(default: &str) {
    let filter =
        tracing_subscriber::EnvFilter::try_from_default_env().unwrap_or_else(|_| default.to_owned().into());
    // A second start, as in tests, keeps the first log.
    let _ = tracing_subscriber::fmt().json().with_env_filter(filter).with_writer(std::io::stderr).try_init();
}

/// Answers until the process is told to stop, then finishes what it holds. `ready` runs once it listens.
pub(crate) async fn answer(listener: TcpListener, app: App, ready: impl FnOnce()) -> Result<(), Failure> {
    let other = |error: std::io::Error| Failure::Other(error.to_string());
    let address = listener.local_addr().map_err(other)?;
    let realm = app.realms.live().clone();
    // The first search would otherwise wait for the directory to be read.
    help::directory::directory(&realm).await?;
    let limits = app.limits.clone();
    let forgetting = tokio::spawn(async move {
        loop {
            tokio::time::sleep(Duration::from_secs(60)).await;
            limits.forget_quiet();
        }
    });
    let service = app.router().into_make_service_with_connect_info::<SocketAddr>();
    let listener = listener.tap_io(|stream| {
        // Without it, a small answer can wait for the reader's acknowledgement; a failure only costs that wait.
        let _ = stream.set_nodelay(true);
    });
    println!("listening on http://{address}");
    let _ = std::io::stdout().flush();
    ready();
    axum::serve(listener, service).with_graceful_shutdown(told_to_stop()).await.map_err(other)?;
    forgetting.abort();
    tracing::info!("stopped");
    Ok(())
}

async fn told_to_stop() {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate =
        signal(SignalKind::terminate()).expect("the operating system lets us listen for signals");
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
    }
}
