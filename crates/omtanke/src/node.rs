//! A running node: it answers requests, does jobs, watches its keys, and stops without dropping what it holds.

use std::io::Write as _;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use axum::serve::ListenerExt as _;
use jobs::{Jobs, Runner, Stop};
use page::Limits;
use realm::Realm;
use tokio::net::TcpListener;
use vault::Keyring;

use crate::app::App;
use crate::failure::Failure;
use crate::observe::Observation;
use crate::signals::Signals;

/// How often the key file is looked at for newer keys.
const KEYS: Duration = Duration::from_secs(10);
/// How often the queue is measured.
const MEASURE: Duration = Duration::from_secs(15);
/// How long readers may take to finish once the node is told to stop. Service managers kill after 30 seconds or more.
const LAST_ANSWERS: Duration = Duration::from_secs(20);

/// A node before it runs.
pub struct Node {
    /// What answers requests.
    pub app: App,
    /// What is done after changes, and by the clock.
    pub jobs: Arc<Jobs>,
    /// The file whose keys are read anew when it changes.
    pub key_file: Option<PathBuf>,
    /// What it tells of itself meanwhile.
    pub observation: Observation,
}

impl Node {
    /// Answers and works until the process is told to stop, then finishes what it holds. `ready` runs once it listens.
    ///
    /// # Errors
    /// When the database does not answer at the start, or the operating system takes the socket away.
    pub async fn run(self, listener: TcpListener, ready: impl FnOnce()) -> Result<(), Failure> {
        // Before anybody can know that we listen, so that whoever does can stop us.
        let signals = Signals::listen();
        let other = |error: std::io::Error| Failure::Other(error.to_string());
        let address = listener.local_addr().map_err(other)?;
        let realm = self.app.realms.live().clone();
        // The first search would otherwise wait for the directory to be read.
        help::directory::directory(&realm).await?;

        let stop = Stop::default();
        let name = format!("{}:{}", address, std::process::id());
        let runner = Runner::new(realm.clone(), self.jobs.clone(), &name);
        let working = tokio::spawn({
            let stop = stop.clone();
            async move { runner.run(stop).await }
        });
        let sandboxes = self.app.practice.as_ref().map(|practice| practice.sandboxes.clone());
        let mut beside = vec![
            tokio::spawn(forget_quiet(self.app.limits.clone())),
            tokio::spawn(measure_jobs(realm.clone())),
            tokio::spawn(watch_keys(self.key_file, realm.vault.clone())),
        ];
        let classes = self.app.practice.as_ref().map(|practice| practice.classes.clone());
        if let Some(classes) = classes.clone() {
            beside.push(tokio::spawn(async move { classes.look_after().await }));
        }
        if let Some(sandboxes) = sandboxes.clone() {
            beside.push(tokio::spawn(async move { sandboxes.look_after().await }));
        }

        let service =
            self.observation.around(self.app.router()).into_make_service_with_connect_info::<SocketAddr>();
        let listener = listener.tap_io(|stream| {
            // Without it, a small answer can wait for the reader's acknowledgement; a failure only costs that wait.
            let _ = stream.set_nodelay(true);
        });
        println!("listening on http://{address}");
        let _ = std::io::stdout().flush();
        ready();

        let told = {
            let (stop, classes) = (stop.clone(), classes.clone());
            async move {
                signals.told_to_stop().await;
                tracing::info!("told to stop; finishing what is held");
                stop.now();
                // Whoever follows a class would be waited for.
                if let Some(classes) = classes {
                    classes.hang_up();
                }
            }
        };
        let late = {
            let stop = stop.clone();
            async move {
                stop.told().await;
                tokio::time::sleep(LAST_ANSWERS).await;
            }
        };
        let answering = axum::serve(listener, service).with_graceful_shutdown(told);
        tokio::select! {
            ended = answering => ended.map_err(other)?,
            () = late => tracing::warn!("some readers were too slow and were cut off"),
        }
        stop.now();
        // A runner that broke down has said so itself.
        let _ = working.await;
        for task in beside {
            task.abort();
        }
        if let Some(sandboxes) = sandboxes {
            sandboxes.note_uses().await;
        }
        if let Some(classes) = classes {
            classes.write_all().await;
        }
        realm.store.clone().close().await;
        tracing::info!("stopped");
        self.observation.end().await;
        Ok(())
    }
}

async fn forget_quiet(limits: Arc<Limits>) {
    loop {
        tokio::time::sleep(Duration::from_secs(60)).await;
        limits.forget_quiet();
    }
}

async fn measure_jobs(realm: Arc<Realm>) {
    loop {
        if let Ok(figures) = figures(&realm).await {
            let oldest = figures.oldest.map_or(0.0, |since| realm.now().duration_since(since).as_secs_f64());
            metrics::gauge!("omtanke_jobs_waiting").set(as_f64(figures.waiting));
            metrics::gauge!("omtanke_jobs_dead").set(as_f64(figures.dead));
            metrics::gauge!("omtanke_jobs_oldest_seconds").set(oldest);
        }
        tokio::time::sleep(MEASURE).await;
    }
}

async fn figures(realm: &Realm) -> Result<jobs::Figures, store::DbError> {
    jobs::figures(&realm.read().await?, realm.now()).await
}

fn as_f64(count: i64) -> f64 {
    f64::from(i32::try_from(count).unwrap_or(i32::MAX))
}

/// Reads the keys anew when their file has changed. Keys that cannot be used leave the old ones in force.
async fn watch_keys(file: Option<PathBuf>, keys: Keyring) {
    let Some(file) = file else { return };
    let mut seen = changed_at(&file);
    loop {
        tokio::time::sleep(KEYS).await;
        let now = changed_at(&file);
        if now == seen {
            continue;
        }
        match Keyring::read(&file) {
            Ok(newer) => {
                keys.replace_with(&newer);
                tracing::info!(current = keys.current(), "the keys of the vault were read anew");
                seen = now;
            }
            Err(error) => tracing::error!(%error, "the newer keys of the vault cannot be used"),
        }
    }
}

fn changed_at(file: &Path) -> Option<SystemTime> {
    std::fs::metadata(file).and_then(|about| about.modified()).ok()
}
