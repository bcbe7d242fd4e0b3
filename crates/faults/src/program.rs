//! The real program as a process of its own, started, killed and stopped.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context as _, bail};
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::{Child, Command};

/// What programs say goes here, all into one file; it is told of when a trial fails.
pub(crate) fn log_file() -> PathBuf {
    std::env::temp_dir().join(format!("omtanke-faults-{}.log", std::process::id()))
}

fn log() -> anyhow::Result<std::fs::File> {
    let file = log_file();
    let opened = std::fs::OpenOptions::new().create(true).append(true).open(&file);
    opened.with_context(|| format!("opening {}", file.display()))
}

const PATIENCE: Duration = Duration::from_secs(60);

/// A running program. Dropped, it is killed.
pub(crate) struct Program {
    child: Child,
    /// Where it answers, `http://127.0.0.1:PORT`.
    pub(crate) url: String,
}

impl Program {
    /// Starts it and waits until it listens.
    pub(crate) async fn start(binary: &Path, arguments: &[&str]) -> anyhow::Result<Self> {
        let mut child = Command::new(binary)
            .args(arguments)
            .env_remove("OMTANKE_CONFIG")
            .env_remove("OMTANKE_DATABASE")
            .env("RUST_LOG", "warn")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(log()?)
            .kill_on_drop(true)
            .spawn()
            .with_context(|| format!("starting {}", binary.display()))?;
        let mut said = BufReader::new(child.stdout.take().context("it has an output")?).lines();
        let listening = async {
            while let Some(line) = said.next_line().await? {
                if let Some(url) = line.strip_prefix("listening on ") {
                    return Ok(url.to_owned());
                }
            }
            bail!("it ended before it listened")
        };
        let url = tokio::time::timeout(PATIENCE, listening).await.context("it did not begin to listen")??;
        tokio::spawn(async move { while let Ok(Some(_)) = said.next_line().await {} });
        Ok(Self { child, url })
    }

    /// As the power goes: `kill -9`.
    pub(crate) async fn kill(mut self) -> anyhow::Result<()> {
        self.child.kill().await.context("killing the program")
    }

    /// As a service manager does, and waits until it has ended by itself.
    pub(crate) async fn stop(mut self) -> anyhow::Result<()> {
        let id = self.child.id().context("it has ended already")?.to_string();
        let told = Command::new("kill").args(["-TERM", &id]).status().await.context("telling it to stop")?;
        anyhow::ensure!(told.success(), "kill -TERM failed");
        let ended = tokio::time::timeout(PATIENCE, self.child.wait())
            .await
            .context("it did not stop when told to")??;
        anyhow::ensure!(ended.success(), "it stopped with {ended}");
        Ok(())
    }
}
