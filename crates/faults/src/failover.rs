//! The PostgreSQL primary is killed while people write, and its replica is promoted.

use std::fmt::Write as _;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use anyhow::Context as _;
use realm::{Chance, Clock};

use crate::load::Load;
use crate::program::Program;
use crate::{Told, rooms};

/// Where Debian keeps one folder of programs for each version.
const VERSIONS: &str = "/usr/lib/postgresql";

/// A primary and its replica, to which every commit is handed before it is acknowledged.
struct Pair {
    folder: tempfile::TempDir,
    programs: PathBuf,
    ports: [u16; 2],
}

impl Pair {
    fn start() -> anyhow::Result<Self> {
        let folder = tempfile::Builder::new().prefix("omtanke-pair-").tempdir()?;
        // The server runs as another user, who must reach what is inside.
        let shown = Command::new("chmod").arg("0777").arg(folder.path()).status()?;
        anyhow::ensure!(shown.success(), "the folder cannot be opened to the server's user");
        let ports = [free_port()?, free_port()?];
        let pair = Self { folder, programs: newest()?, ports };
        pair.shell(
            r#"
            "$programs/initdb" --pgdata=one --auth=trust --username=omtanke --locale=C.UTF-8 --encoding=UTF8 --no-sync >log 2>&1
            "$programs/pg_ctl" --pgdata=one --log=one.log --silent --wait --options="$common -c port=$port_one" start
            "$programs/createdb" --host=127.0.0.1 --port="$port_one" --username=omtanke omtanke
            "$programs/pg_basebackup" --pgdata=two --host=127.0.0.1 --port="$port_one" --username=omtanke \
                --checkpoint=fast --write-recovery-conf --no-sync >>log 2>&1
            "$programs/pg_ctl" --pgdata=two --log=two.log --silent --wait --options="$common -c port=$port_two" start
            "$programs/pg_ctl" --pgdata=one --log=one.log --silent --wait \
                --options="$common -c port=$port_one -c synchronous_standby_names=*" restart
            "#,
        )?;
        Ok(pair)
    }

    /// The address that names both.
    fn url(&self) -> String {
        let [one, two] = self.ports;
        format!("postgres://omtanke@127.0.0.1:{one},127.0.0.1:{two}/omtanke")
    }

    /// The primary dies as the power goes, every process of it.
    fn kill_the_primary(&self) -> anyhow::Result<()> {
        self.shell(
            r#"
            head=$(head -n 1 one/postmaster.pid)
            kill -9 "$head"
            pkill -9 --parent "$head" || true
            "#,
        )
    }

    fn promote_the_replica(&self) -> anyhow::Result<()> {
        self.shell(r#""$programs/pg_ctl" --pgdata=two --silent --wait promote"#)
    }

    fn shell(&self, script: &str) -> anyhow::Result<()> {
        let [one, two] = self.ports;
        let mut whole = String::new();
        write!(
            whole,
            "set -eu\ncd '{folder}'\nprograms='{programs}'\nport_one={one}\nport_two={two}\n\
             common=\"-c listen_addresses=127.0.0.1 -c unix_socket_directories='{folder}' -c max_connections=100 \
             -c shared_buffers=32MB -c wal_level=replica -c hot_standby=on -c max_wal_senders=4\"\n{script}",
            folder = self.folder.path().display(),
            programs = self.programs.display(),
        )?;
        let mut command = Command::new("setpriv");
        if is_root()? {
            // The server refuses to run as root; Debian made this user for it.
            command.args(["--reuid=postgres", "--regid=postgres", "--clear-groups", "sh"]);
        } else {
            command = Command::new("sh");
        }
        let done =
            command.arg("-c").arg(whole).env("LC_ALL", "C.UTF-8").output().context("starting a shell")?;
        anyhow::ensure!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr).trim());
        Ok(())
    }
}

impl Drop for Pair {
    fn drop(&mut self) {
        // What is left running of them goes; what has gone already is no matter.
        let _ = self.shell(
            r#"
            for server in one two; do
                "$programs/pg_ctl" --pgdata=$server --silent --mode=immediate stop >/dev/null 2>&1 || true
            done
            rm -rf one two
            "#,
        );
    }
}

pub(crate) async fn run(binary: &Path) -> anyhow::Result<Told> {
    let pair = Pair::start().context("starting a primary and a replica")?;
    let folder = tempfile::tempdir()?;
    let (config, keys) = settings(folder.path(), &pair.url(), "")?;
    let arguments = ["serve", "--config", config.to_str().context("a file's name is text")?];
    Program::start(binary, &arguments).await?.stop().await?;
    let realm = rooms::open(&pair.url(), &keys).await?;
    let cookies = rooms::people(&realm, 4_000).await?;
    realm.store.clone().close().await;

    let program = Program::start(binary, &arguments).await?;
    let load = Arc::new(Load::default());
    let mut writers = load.begin(&program.url, cookies, "failover");
    tokio::time::sleep(Duration::from_secs(2)).await;
    let before = load.count().await;
    pair.kill_the_primary()?;
    let begun = Instant::now();
    tokio::time::sleep(Duration::from_millis(500)).await;
    pair.promote_the_replica()?;
    let at_promotion = load.count().await;
    while load.count().await < at_promotion + 50 {
        anyhow::ensure!(begun.elapsed() < Duration::from_secs(90), "nothing was written after the promotion");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let away = begun.elapsed();
    tokio::time::sleep(Duration::from_secs(2)).await;
    load.end();
    while writers.join_next().await.is_some() {}
    program.stop().await?;

    let realm = rooms::open(&pair.url(), &keys).await?;
    rooms::audit_holds(&realm).await?;
    let acknowledged = load.acknowledged.lock().await;
    let lost = rooms::missing(&realm, &acknowledged).await?;
    realm.store.clone().close().await;
    let did = format!(
        "primary killed after {before} writes, replica promoted; writing again by itself after {:.1} s, {} writes \
         acknowledged in all, {} without an answer",
        away.as_secs_f64(),
        acknowledged.len(),
        load.broken.load(Ordering::SeqCst) + load.refused.load(Ordering::SeqCst)
    );
    Ok(Told { did, lost, doubled: 0 })
}

/// Writes the settings of a program for a trial, and gives their file and the file of the keys.
pub(crate) fn settings(folder: &Path, database: &str, more: &str) -> anyhow::Result<(PathBuf, PathBuf)> {
    use std::os::unix::fs::PermissionsExt as _;
    let (config, keys) = (folder.join("omtanke.toml"), folder.join("vault.keys"));
    let line = vault::Keyring::new_key_line("trial", |bytes| Chance::System.fill(bytes))?;
    std::fs::write(&keys, line.as_bytes())?;
    std::fs::set_permissions(&keys, std::fs::Permissions::from_mode(0o600))?;
    let text = format!(
        "listen = \"127.0.0.1:0\"\npublic_url = \"http://127.0.0.1\"\ndatabase = \"{database}\"\n\
         phone = {{ number = \"00 00 00 00\", example = true }}\n\
         limits = {{ sign_in = 100000, write = 1000000, interface = 100000 }}\n\
         vault = {{ key_file = \"{}\" }}\n{more}",
        keys.display()
    );
    std::fs::write(&config, text)?;
    Ok((config, keys))
}

/// A new database on the cluster that whoever runs the trials has started.
pub(crate) async fn new_database() -> anyhow::Result<String> {
    let cluster = std::env::var("OMTANKE_TEST_POSTGRES")
        .context("the trials need PostgreSQL: run `cargo xtask faults`, which starts one")?;
    let name = format!("faults_{}", Chance::System.id(Clock::System.now()).simple());
    let created = Command::new(newest()?.join("psql"))
        .args([&cluster, "--quiet", "--command"])
        .arg(format!("create database {name}"))
        .status()?;
    anyhow::ensure!(created.success(), "a database for the trial cannot be made");
    let (server, _) = cluster.rsplit_once('/').context("the cluster's address names a database")?;
    Ok(format!("{server}/{name}"))
}

fn newest() -> anyhow::Result<PathBuf> {
    let versions = std::fs::read_dir(VERSIONS).with_context(|| format!("no PostgreSQL under {VERSIONS}"))?;
    let newest = versions
        .flatten()
        .filter_map(|version| version.file_name().to_str()?.parse::<u32>().ok())
        .filter(|version| Path::new(VERSIONS).join(version.to_string()).join("bin/initdb").is_file())
        .max();
    let newest = newest.with_context(|| format!("no PostgreSQL server under {VERSIONS}"))?;
    Ok(Path::new(VERSIONS).join(newest.to_string()).join("bin"))
}

fn is_root() -> anyhow::Result<bool> {
    let id = Command::new("id").arg("-u").output().context("asking who runs this")?;
    Ok(id.stdout.trim_ascii() == b"0")
}

fn free_port() -> anyhow::Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}
