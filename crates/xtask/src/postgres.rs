//! A `PostgreSQL` cluster of our own for the length of one test run: fresh, fast, and gone afterwards.

use std::env;
use std::fs;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, bail};

/// Where Debian keeps one folder of programs for each version.
const VERSIONS: &str = "/usr/lib/postgresql";

/// A running cluster; dropping it stops the server and removes its files.
pub(crate) struct Cluster {
    warden: Child,
    port: u16,
}

/// Creates the cluster, starts it, says `ready`, and takes all of it away when its input ends.
///
/// Its input is a pipe that only we hold. However we end, by finishing, failing, Ctrl-C or kill, the pipe
/// closes and the cluster goes. A crash of the machine may lose its data, so nothing waits for the disk.
const WARDEN: &str = r#"
set -eu
programs=$1
port=$2
folder=$(mktemp -d "${TMPDIR:-/tmp}/omtanke-postgres-XXXXXX")
leave() {
    "$programs/pg_ctl" --pgdata="$folder/data" --mode=immediate --silent stop >/dev/null 2>&1 || true
    rm -rf "$folder"
}
complain() {
    cat "$folder/log" >&2
    exit 1
}
trap leave EXIT
trap 'exit 1' HUP INT TERM PIPE
"$programs/initdb" --pgdata="$folder/data" --auth=trust --username=omtanke \
    --locale=C.UTF-8 --encoding=UTF8 --no-sync >"$folder/log" 2>&1 || complain
"$programs/pg_ctl" --pgdata="$folder/data" --log="$folder/log" --silent --wait --options="\
    -c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories='$folder' \
    -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
    -c shared_buffers=64MB -c max_connections=200" start >/dev/null 2>&1 || complain
echo ready 2>/dev/null
read -r until_the_end || true
"#;

impl Cluster {
    /// Starts a new cluster on a free port of this machine.
    pub(crate) fn start() -> anyhow::Result<Self> {
        let programs = programs().with_context(|| format!("no PostgreSQL server under {VERSIONS}"))?;
        // Somebody else may take the free port before the server does.
        for _ in 0..3 {
            let port = TcpListener::bind("127.0.0.1:0")
                .and_then(|free| free.local_addr())
                .context("finding a free port")?
                .port();
            let mut cluster = Self { warden: warden(&programs, port)?, port };
            if cluster.is_ready()? {
                return Ok(cluster);
            }
        }
        bail!("postgresql did not start; its own words stand above")
    }

    /// Where tests reach it, as its owner `omtanke`; each test makes a database for itself.
    pub(crate) fn url(&self) -> String {
        format!("postgres://omtanke@127.0.0.1:{}/postgres", self.port)
    }

    fn is_ready(&mut self) -> anyhow::Result<bool> {
        let mut word = String::new();
        if let Some(says) = self.warden.stdout.take() {
            BufReader::new(says).read_line(&mut word).context("waiting for postgresql")?;
        }
        Ok(word.trim() == "ready")
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.warden.stdin.take());
        if let Err(error) = self.warden.wait() {
            eprintln!("the PostgreSQL of this run may still be there: {error}");
        }
    }
}

fn warden(programs: &PathBuf, port: u16) -> anyhow::Result<Child> {
    let mut command = if is_root()? {
        // The server refuses to run as root; Debian made this user for it.
        let mut command = Command::new("setpriv");
        command.args(["--reuid=postgres", "--regid=postgres", "--clear-groups", "sh"]);
        command.env_clear();
        command
    } else {
        let mut command = Command::new("sh");
        command.env_clear().envs(env::var_os("TMPDIR").map(|folder| ("TMPDIR", folder)));
        command
    };
    command
        .args(["-c", WARDEN, "warden"])
        .arg(programs)
        .arg(port.to_string())
        .env("PATH", "/usr/local/bin:/usr/bin:/bin")
        .env("LC_ALL", "C.UTF-8")
        .current_dir("/")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        // Out of reach of the Ctrl-C that ends us: it has work to do after that.
        .process_group(0)
        .spawn()
        .context("starting the shell that looks after postgresql")
}

fn is_root() -> anyhow::Result<bool> {
    let id = Command::new("id").arg("-u").output().context("asking who runs this")?;
    Ok(id.stdout.trim_ascii() == b"0")
}

/// The folder with the server's programs, of the newest version there is.
pub(crate) fn programs() -> Option<PathBuf> {
    let versions = fs::read_dir(VERSIONS).ok()?;
    let newest = versions
        .flatten()
        .filter(|version| version.path().join("bin/initdb").is_file())
        .filter_map(|version| version.file_name().to_str()?.parse::<u32>().ok())
        .max()?;
    Some(PathBuf::from(VERSIONS).join(newest.to_string()).join("bin"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::TcpStream;

    #[test]
    fn a_cluster_answers_while_it_is_held_and_is_gone_afterwards() {
        let cluster = Cluster::start().unwrap();
        let port = cluster.port;
        let asked = Command::new(programs().unwrap().join("psql"))
            .args([&cluster.url(), "--no-align", "--tuples-only", "--command"])
            .arg("select current_user, pg_encoding_to_char(encoding) from pg_database where datname = 'postgres'")
            .output()
            .unwrap();
        assert_eq!(String::from_utf8_lossy(&asked.stdout).trim(), "omtanke|UTF8");

        let shown = Command::new(programs().unwrap().join("psql"))
            .args([&cluster.url(), "-At", "-c", "show data_directory"])
            .output()
            .unwrap();
        let data = PathBuf::from(String::from_utf8_lossy(&shown.stdout).trim());
        assert!(data.ends_with("data"), "{}", data.display());

        drop(cluster);
        assert!(TcpStream::connect(("127.0.0.1", port)).is_err());
        assert!(!data.parent().unwrap().exists());
    }
}
