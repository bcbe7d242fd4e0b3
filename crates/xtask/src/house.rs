//! Where the clone lies, where compiled files go, and which settings the commands we start may see.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Context;
use serde_json::Value;

/// The clone being worked on, and what every child process gets to know.
pub(crate) struct House {
    /// The top of the clone.
    pub(crate) root: PathBuf,
    target: Option<PathBuf>,
    incremental: bool,
}

impl House {
    /// Finds the clone from the folder Cargo started this program for, else upwards from here.
    pub(crate) fn find() -> anyhow::Result<Self> {
        let start = match env::var_os("CARGO_MANIFEST_DIR") {
            Some(crate_folder) => PathBuf::from(crate_folder),
            None => env::current_dir().context("reading the current folder")?,
        };
        let root = start
            .ancestors()
            .find(|folder| folder.join("Cargo.lock").is_file())
            .with_context(|| format!("no Cargo.lock in or above {}", start.display()))?
            .to_path_buf();
        Ok(Self { root, target: shared_target()?, incremental: true })
    }

    /// The same house, compiled without incremental files: a gate builds once, and they only cost disk.
    pub(crate) fn without_incremental(self) -> Self {
        Self { incremental: false, ..self }
    }

    /// A path inside the clone.
    pub(crate) fn path(&self, relative: impl AsRef<Path>) -> PathBuf {
        self.root.join(relative)
    }

    /// A command that starts at the top of the clone, without what must not leak into it.
    ///
    /// Cargo describes the package it runs in `CARGO_PKG_*` and its like. Build scripts that watch these
    /// (ring's does) would run again, and half the dependencies compile again, if the inner Cargo saw the
    /// description of this one. The program's own `OMTANKE_*` settings stay out too: they may hold
    /// secrets, and a test must not read the settings of whoever runs it.
    pub(crate) fn command(&self, program: impl AsRef<Path>) -> Command {
        let mut command = Command::new(program.as_ref());
        command.current_dir(&self.root);
        for (name, _) in env::vars_os() {
            if name.to_str().is_some_and(is_private) {
                command.env_remove(name);
            }
        }
        if let Some(target) = &self.target {
            command.env("CARGO_TARGET_DIR", target);
        }
        if !self.incremental {
            command.env("CARGO_INCREMENTAL", "0");
        }
        command
    }

    /// Cargo, started at the top of the clone.
    pub(crate) fn cargo<'a>(&self, arguments: impl IntoIterator<Item = &'a str>) -> Command {
        let mut command = self.command(env::var_os("CARGO").map_or("cargo".into(), PathBuf::from));
        command.args(arguments);
        command
    }

    /// What Cargo knows about the workspace's own crates.
    pub(crate) fn metadata(&self) -> anyhow::Result<Value> {
        let output = self
            .cargo(["metadata", "--format-version", "1", "--no-deps"])
            .output()
            .context("starting cargo metadata")?;
        anyhow::ensure!(
            output.status.success(),
            "cargo metadata failed: {}",
            String::from_utf8_lossy(&output.stderr).trim()
        );
        serde_json::from_slice(&output.stdout).context("reading the answer of cargo metadata")
    }

    /// The folder Cargo compiles into, whoever chose it.
    pub(crate) fn target_folder(&self) -> anyhow::Result<PathBuf> {
        let metadata = self.metadata()?;
        let folder =
            metadata["target_directory"].as_str().context("cargo metadata names no target folder")?;
        Ok(folder.into())
    }
}

/// Says whether a variable describes the outer Cargo run or carries the program's own settings.
fn is_private(variable: &str) -> bool {
    const PREFIXES: [&str; 4] = ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "OMTANKE_"];
    const NAMES: [&str; 3] = ["CARGO_CRATE_NAME", "CARGO_PRIMARY_PACKAGE", "OUT_DIR"];
    PREFIXES.iter().any(|prefix| variable.starts_with(prefix)) || NAMES.contains(&variable)
}

/// The target folder in the user's cache, when it is to be used.
///
/// A gate checks a fresh clone each time. With compiled dependencies outside the clone, the second run
/// compiles only our own crates. So: `CARGO_TARGET_DIR` decides when set; else the cache is used when it
/// exists already, and made when `CI` is set; else Cargo's own choice, `target/` in the clone.
fn shared_target() -> anyhow::Result<Option<PathBuf>> {
    if env::var_os("CARGO_TARGET_DIR").is_some() {
        return Ok(None);
    }
    let cache = env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .or_else(|| env::var_os("HOME").map(|home| PathBuf::from(home).join(".cache")));
    let Some(target) = cache.map(|cache| cache.join("omtanke/target")) else { return Ok(None) };
    if env::var_os("CI").is_some() {
        std::fs::create_dir_all(&target).with_context(|| format!("creating {}", target.display()))?;
    }
    Ok(target.is_dir().then_some(target))
}

#[cfg(test)]
mod tests {
    use super::is_private;

    #[test]
    fn the_inner_cargo_does_not_see_the_outer_one_nor_our_secrets() {
        for name in ["CARGO_PKG_NAME", "CARGO_MANIFEST_DIR", "OUT_DIR", "OMTANKE_DATABASE"] {
            assert!(is_private(name), "{name}");
        }
    }

    #[test]
    fn proxies_and_registries_of_the_machine_are_left_alone() {
        for name in
            ["HTTPS_PROXY", "CARGO_HOME", "CARGO_REGISTRIES_CRATES_IO_PROTOCOL", "npm_config_registry"]
        {
            assert!(!is_private(name), "{name}");
        }
    }
}
