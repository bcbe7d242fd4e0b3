//! PostgreSQL's own programs, `pg_dump` and `pg_restore`: finding them, and telling them where the server is without a
//! word of it on their command line, where everybody on the machine could read it.

use std::ffi::OsStr;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::Stdio;

use crate::BackupError;
use crate::container::Container;
use crate::manifest::Manifest;

/// Where Debian keeps one folder of programs for each version.
pub(crate) const VERSIONS: &str = "/usr/lib/postgresql";

/// Copies the whole database as it was at a snapshot that another connection holds open.
pub(crate) async fn dump(database: &str, snapshot: &str, to: &Path) -> Result<(), BackupError> {
    const PROGRAM: &str = "pg_dump";
    let mut command = tokio::process::Command::new(find(PROGRAM)?);
    command
        .args(["--format=custom", "--no-owner", "--no-privileges", "--no-password"])
        .arg(format!("--snapshot={snapshot}"))
        .arg("--file")
        .arg(to)
        .env("LC_ALL", "C")
        .envs(environment(database))
        .stdin(Stdio::null())
        .kill_on_drop(true);
    let output = command.output().await.map_err(|why| failed(PROGRAM, &why.to_string()))?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    if said.contains("No space left on device") {
        return Err(BackupError::Full(to.to_owned()));
    }
    Err(failed(PROGRAM, &said))
}

/// Fills a database from a backup, all of it or nothing. `replace` drops what stands in its place first.
pub(crate) fn restore(
    database: &str,
    replace: bool,
    from: Container<impl std::io::Read>,
) -> Result<Manifest, BackupError> {
    const PROGRAM: &str = "pg_restore";
    let environment = environment(database);
    let name = environment.iter().find(|(name, _)| *name == "PGDATABASE").map_or("", |(_, value)| value);
    let mut command = std::process::Command::new(find(PROGRAM)?);
    command
        .args(["--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", "--no-password"])
        .args(if replace { &["--clean", "--if-exists"][..] } else { &[] })
        .arg(format!("--dbname=dbname='{}'", name.replace('\\', r"\\").replace('\'', r"\'")))
        .env("LC_ALL", "C")
        .envs(environment.clone())
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|why| failed(PROGRAM, &why.to_string()))?;
    let mut stdin = child.stdin.take().expect("its input is a pipe");
    let mut stderr = child.stderr.take().expect("its errors are a pipe");
    // Somebody must listen, or it would stop at a full pipe.
    let heard = std::thread::spawn(move || {
        let mut said = Vec::new();
        // What was heard until then is what there is to tell.
        let _ = stderr.read_to_end(&mut said);
        String::from_utf8_lossy(&said).into_owned()
    });
    let mut refused = false;
    let fed = from.unpack(|bytes| {
        stdin.write_all(bytes).map_err(|why| {
            refused = true;
            failed(PROGRAM, &why.to_string())
        })
    });
    if fed.is_err() && !refused {
        // It must not take the end of what is damaged for the end of the data.
        let _ = child.kill();
    }
    drop(stdin);
    let status = child.wait().map_err(|why| failed(PROGRAM, &why.to_string()))?;
    let said = heard.join().unwrap_or_default();
    match fed {
        Err(damaged) if !refused => Err(damaged),
        _ if !status.success() => Err(failed(PROGRAM, &said)),
        fed => fed,
    }
}

fn failed(program: &'static str, said: &str) -> BackupError {
    BackupError::Program { program, said: said.trim().to_owned() }
}

/// The program on the path, else of the newest version that Debian has installed.
fn find(program: &'static str) -> Result<PathBuf, BackupError> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    find_in(program, &path, Path::new(VERSIONS)).ok_or(BackupError::NoProgram(program))
}

fn find_in(program: &str, path: &OsStr, versions: &Path) -> Option<PathBuf> {
    let on_path = std::env::split_paths(path).map(|folder| folder.join(program)).find(|file| file.is_file());
    on_path.or_else(|| {
        let installed = versions.read_dir().ok()?.flatten().filter_map(|version| {
            let number: u32 = version.file_name().to_str()?.parse().ok()?;
            Some((number, version.path().join("bin").join(program)))
        });
        installed.filter(|(_, file)| file.is_file()).max().map(|(_, file)| file)
    })
}

/// The parameters of an address, by the names that libpq and sqlx know them by, and the variable for each:
/// <https://www.postgresql.org/docs/current/libpq-envars.html>.
const VARIABLES: &[(&str, &str)] = &[
    ("host", "PGHOST"),
    ("hostaddr", "PGHOSTADDR"),
    ("port", "PGPORT"),
    ("dbname", "PGDATABASE"),
    ("user", "PGUSER"),
    ("password", "PGPASSWORD"),
    ("options", "PGOPTIONS"),
    ("sslmode", "PGSSLMODE"),
    ("ssl-mode", "PGSSLMODE"),
    ("sslrootcert", "PGSSLROOTCERT"),
    ("ssl-root-cert", "PGSSLROOTCERT"),
    ("ssl-ca", "PGSSLROOTCERT"),
    ("sslcert", "PGSSLCERT"),
    ("ssl-cert", "PGSSLCERT"),
    ("sslkey", "PGSSLKEY"),
    ("ssl-key", "PGSSLKEY"),
];

/// What an address `postgres://USER:PASSWORD@HOST:PORT,HOST:PORT/NAME?…` says, as libpq reads it from the environment.
fn environment(url: &str) -> Vec<(&'static str, String)> {
    let rest = url.split_once("://").map_or("", |(_, rest)| rest);
    let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (authority, name) = rest.split_once('/').unwrap_or((rest, ""));
    let (user, hosts) = authority.rsplit_once('@').unwrap_or(("", authority));
    let (user, password) = user.split_once(':').unwrap_or((user, ""));
    let (hosts, ports): (Vec<_>, Vec<_>) = hosts.split(',').map(host_and_port).unzip();
    let several = hosts.len() > 1;
    let mut variables = Vec::new();
    let mut set = |variable: &'static str, value: String| {
        if !value.trim_matches(',').is_empty() {
            variables.retain(|(name, _)| *name != variable);
            variables.push((variable, value));
        }
    };
    set("PGHOST", decoded(&hosts.join(",")));
    set("PGPORT", ports.join(","));
    set("PGUSER", decoded(user));
    set("PGPASSWORD", decoded(password));
    set("PGDATABASE", decoded(name));
    for (key, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
        if let Some((_, variable)) = VARIABLES.iter().find(|(name, _)| *name == key) {
            set(variable, decoded(&value.replace('+', " ")));
        }
    }
    if several {
        set("PGTARGETSESSIONATTRS", "read-write".to_owned());
    }
    set("PGAPPNAME", "omtanke backup".to_owned());
    variables
}

/// `("::1", "5432")` for `[::1]:5432`.
fn host_and_port(host: &str) -> (&str, &str) {
    if let Some((inside, after)) = host.strip_prefix('[').and_then(|host| host.split_once(']')) {
        return (inside, after.strip_prefix(':').unwrap_or(""));
    }
    host.split_once(':').unwrap_or((host, ""))
}

/// Turns `%2F` back into `/`.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let hex =
            (first == b'%').then(|| after.get(..2)).flatten().and_then(|hex| std::str::from_utf8(hex).ok());
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(url: &str) -> String {
        let variables = environment(url).into_iter().filter(|(name, _)| *name != "PGAPPNAME");
        variables.map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn an_address_becomes_what_libpq_reads() {
        assert_eq!(
            all(
                "postgres://omtanke:a%40b%25@db.example:5433/help?sslmode=verify-full&statement-cache-capacity=5"
            ),
            "PGHOST=db.example PGPORT=5433 PGUSER=omtanke PGPASSWORD=a@b% PGDATABASE=help PGSSLMODE=verify-full"
        );
        assert_eq!(all("postgresql:///help?host=/run/postgresql"), "PGDATABASE=help PGHOST=/run/postgresql");
        assert_eq!(
            all("postgres://%2Frun%2Fpg/help?password=x+y"),
            "PGHOST=/run/pg PGDATABASE=help PGPASSWORD=x y"
        );
        assert_eq!(all("postgres://me@[::1]:5432"), "PGHOST=::1 PGPORT=5432 PGUSER=me");
    }

    #[test]
    fn of_several_servers_the_one_that_takes_writes_is_asked() {
        assert_eq!(
            all("postgres://me:a@b@one:5432,two/help"),
            "PGHOST=one,two PGPORT=5432, PGUSER=me PGPASSWORD=a@b PGDATABASE=help PGTARGETSESSIONATTRS=read-write"
        );
    }

    #[test]
    fn a_program_comes_from_the_path_else_from_the_newest_version_else_from_nowhere() {
        let folder = tempfile::tempdir().unwrap();
        let (path, versions) = (folder.path().join("path"), folder.path().join("versions"));
        assert_eq!(find_in("pg_dump", path.as_os_str(), &versions), None);
        for version in ["9", "17", "readme"] {
            let bin = versions.join(version).join("bin");
            std::fs::create_dir_all(&bin).unwrap();
            std::fs::write(bin.join("pg_dump"), "").unwrap();
        }
        assert_eq!(find_in("pg_dump", path.as_os_str(), &versions), Some(versions.join("17/bin/pg_dump")));
        std::fs::create_dir(&path).unwrap();
        std::fs::write(path.join("pg_dump"), "").unwrap();
        assert_eq!(find_in("pg_dump", path.as_os_str(), &versions), Some(path.join("pg_dump")));
    }
}
