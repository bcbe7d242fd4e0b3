//! Backups as a system owner meets them: made, looked into, put back, and refused, by command.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Arc;

use realm::{Chance, Clock, Realm, RealmKind};
use sqlx::{Connection as _, Executor as _};
use store::Store;

use super::{omtanke, said};

/// A folder with a database that the small town stands in, and what is made beside it.
struct Owner {
    folder: tempfile::TempDir,
    url: String,
}

impl Owner {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("omtanke.db").display());
        settle(&url).await;
        Self { folder, url }
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    fn back_up(&self, name: &str, more: &[&str]) -> Output {
        let out = self.path(name);
        omtanke(&[&["backup", "--database", &self.url, "--out", &out], more].concat())
    }

    fn restore(&self, name: &str, more: &[&str]) -> Output {
        let (file, data) = (self.path(name), self.path("elsewhere"));
        omtanke(&[&["restore", &file, "--data", &data], more].concat())
    }

    fn elsewhere(&self) -> String {
        format!("sqlite:{}", self.path("elsewhere/omtanke.db"))
    }
}

/// The town, with the same ids and the same moment whatever the engine.
async fn settle(url: &str) {
    let store = Store::open(url).await.unwrap();
    let clock = Clock::standing_at("2026-11-24T09:30:00Z".parse().unwrap());
    let realm = Realm::new(RealmKind::Demo, "", store, clock, Chance::seeded(7));
    let realm = Arc::new(realm.with_keys(vault::Keyring::single([7; 32])));
    omtanke::prepare::prepare(&realm, |_| {}).await.unwrap();
    town::settle_small(&realm).await.unwrap();
    realm.store.clone().close().await;
}

/// What `omtanke digest` says of a database.
fn digest(url: &str) -> String {
    let output = omtanke(&["digest", "--database", url]);
    assert!(output.status.success(), "{}", said(&output));
    String::from_utf8(output.stdout).unwrap()
}

pub(crate) async fn new_postgres(name: &str) -> String {
    let cluster = std::env::var("OMTANKE_TEST_POSTGRES")
        .expect("these stories need PostgreSQL: run `cargo xtask test`, which starts one");
    let (server, _) = cluster.rsplit_once('/').unwrap();
    let name = format!("commands_{name}_{}", std::process::id());
    let mut connection = sqlx::PgConnection::connect(&cluster).await.unwrap();
    for sql in [format!("drop database if exists {name}"), format!("create database {name}")] {
        connection.execute(sqlx::AssertSqlSafe(sql)).await.unwrap();
    }
    format!("{server}/{name}")
}

fn succeeds(output: &Output) {
    assert!(output.status.success(), "{}", said(output));
}

fn fails(output: &Output, code: i32, words: &str) {
    assert_eq!(output.status.code(), Some(code), "{}", said(output));
    assert!(said(output).contains(words), "{}", said(output));
}

#[tokio::test]
async fn a_backup_comes_back_to_the_same_digests() {
    let owner = Owner::new().await;
    let before = digest(&owner.url);
    assert!(before.contains("  help_point\n") && before.contains("  store_migration\n"), "{before}");
    let made = owner.back_up("night.tar", &[]);
    succeeds(&made);
    assert!(said(&made).contains("it is whole"), "{}", said(&made));
    let looked = omtanke(&["backup", "--verify", &owner.path("night.tar")]);
    succeeds(&looked);
    let restored = owner.restore("night.tar", &[]);
    succeeds(&restored);
    let after = digest(&owner.elsewhere());
    assert_eq!(after, before);
    for line in after.lines().filter(|line| !line.contains(" all ")) {
        assert!(said(&looked).contains(line), "{line} is in:\n{}", said(&looked));
    }
    succeeds(&omtanke(&["audit", "verify", "--database", &owner.elsewhere()]));
}

#[tokio::test]
async fn a_backup_is_noted_in_the_audit_log_by_its_name_alone() {
    let owner = Owner::new().await;
    succeeds(&owner.back_up("night.tar", &[]));
    let store = Store::open(&owner.url).await.unwrap();
    let tx = store.read().await.unwrap();
    let record = realm::last(&tx, "backup.make").await.unwrap().unwrap();
    assert_eq!((record.subject.as_str(), record.via.as_str()), ("night.tar", "command line"));
    assert!(record.before.is_none() && record.after.is_none() && record.reason.is_empty());
    assert_ne!(record.seq, 1, "the town is in the log too");
    // What failed is not noted.
    fails(&owner.back_up("night.tar", &[]), 11, "night.tar");
    let newest = realm::last(&tx, "backup.make").await.unwrap().unwrap();
    assert_eq!(newest.seq, record.seq);
}

#[tokio::test]
async fn a_sealed_backup_needs_its_key() {
    let owner = Owner::new().await;
    let made = omtanke(&["keys", "backup", "--out", &owner.path("key")]);
    succeeds(&made);
    let public = String::from_utf8(made.stdout).unwrap();
    let mode = fs::metadata(owner.path("key")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    fails(&omtanke(&["keys", "backup", "--out", &owner.path("key")]), 11, "key");
    succeeds(&omtanke(&["keys", "backup", "--out", &owner.path("another")]));

    let sealed = owner.back_up("night.age", &["--seal-for", public.trim()]);
    succeeds(&sealed);
    assert!(!said(&sealed).contains("it is whole"), "nobody could look: {}", said(&sealed));
    fails(&owner.back_up("later.age", &["--seal-for", "age1nonsense"]), 2, "--seal-for");
    fails(&owner.back_up("later.age", &["--seal-for", ""]), 2, "--seal-for");

    fails(&owner.restore("night.age", &[]), 16, "--identity");
    fails(&owner.restore("night.age", &["--identity", &owner.path("another")]), 16, "does not open");
    fails(&owner.restore("night.age", &["--identity", &owner.path("night.age")]), 16, "holds no key");
    succeeds(&owner.restore("night.age", &["--identity", &owner.path("key")]));
    let verify = ["backup", "--verify", &owner.path("night.age"), "--identity", &owner.path("key")];
    succeeds(&omtanke(&verify));
}

#[tokio::test]
async fn the_key_of_the_environment_seals_too() {
    let owner = Owner::new().await;
    let public = String::from_utf8(omtanke(&["keys", "backup", "--out", &owner.path("key")]).stdout).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_omtanke"))
        .args(["backup", "--database", &owner.url, "--out", &owner.path("night.age")])
        .env("OMTANKE_BACKUP_KEY", public.trim())
        .output()
        .unwrap();
    succeeds(&output);
    assert!(fs::read(owner.path("night.age")).unwrap().starts_with(b"age-encryption.org/v1"));
}

#[tokio::test]
async fn each_way_of_failing_has_its_code() {
    let owner = Owner::new().await;
    succeeds(&owner.back_up("night.tar", &[]));
    let nowhere = format!("sqlite:{}", owner.path("no-such.db"));
    let out = owner.path("later.tar");
    fails(&omtanke(&["backup", "--database", &nowhere, "--out", &out]), 5, "no-such.db");
    fails(&omtanke(&["digest", "--database", &nowhere]), 5, "no-such.db");
    assert!(!Path::new(&owner.path("no-such.db")).exists());
    fails(&omtanke(&["backup", "--database", &owner.url]), 2, "--out");
    fails(&omtanke(&["restore", &owner.path("night.tar")]), 2, "--data");

    succeeds(&owner.restore("night.tar", &[]));
    fails(&owner.restore("night.tar", &[]), 15, "--overwrite");
    succeeds(&owner.restore("night.tar", &["--overwrite"]));

    let mut bytes = fs::read(owner.path("night.tar")).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(owner.path("night.tar"), bytes).unwrap();
    fails(&omtanke(&["backup", "--verify", &owner.path("night.tar")]), 14, "not a whole backup");
    fails(&owner.restore("night.tar", &["--overwrite"]), 14, "not a whole backup");
    succeeds(&omtanke(&["audit", "verify", "--database", &owner.elsewhere()]));
}

#[tokio::test]
async fn no_restore_falls_upon_the_database_of_the_environment() {
    let owner = Owner::new().await;
    succeeds(&owner.back_up("night.tar", &[]));
    let output = Command::new(env!("CARGO_BIN_EXE_omtanke"))
        .args(["restore", &owner.path("night.tar"), "--overwrite"])
        .env("OMTANKE_DATABASE", &owner.url)
        .output()
        .unwrap();
    fails(&output, 2, "--data");
}

/// The names in a folder.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// Runs a script of the shell that ends in the backup command.
fn shell(script: &str, owner: &Owner, out: &Path) -> Output {
    Command::new("sh")
        .args(["-c", script, "sh", env!("CARGO_BIN_EXE_omtanke"), &owner.url])
        .arg(out)
        .env_remove("OMTANKE_DATABASE")
        .output()
        .unwrap()
}

/// The shell allows files of so many blocks of 512 bytes: enough for the copy, and one too few for the backup.
#[tokio::test]
async fn a_write_that_fails_at_the_very_end_leaves_no_backup() {
    let owner = Owner::new().await;
    succeeds(&owner.back_up("first.tar", &[]));
    let whole = fs::metadata(owner.path("first.tar")).unwrap().len();
    let script = format!(
        "trap '' XFSZ; ulimit -f {}; exec \"$1\" backup --database \"$2\" --out \"$3\"",
        whole / 512 - 1
    );
    fails(&shell(&script, &owner, Path::new(&owner.path("night.tar"))), 13, "Make room");
    assert_eq!(names(owner.folder.path()), ["first.tar", "omtanke.db"]);
}

/// A disk of our own that is too small, where the machine lets us have one; else the size of files is limited, early.
#[tokio::test]
async fn a_full_disk_leaves_no_backup() {
    let owner = Owner::new().await;
    let disk = PathBuf::from(owner.path("disk"));
    fs::create_dir(&disk).unwrap();
    let mount = "mount -t tmpfs -o size=256k tmpfs \"$(dirname \"$3\")\"";
    let after = "; code=$?; ls -A \"$(dirname \"$3\")\"; exit $code";
    let backup = "\"$1\" backup --database \"$2\" --out \"$3\"";
    let may_mount = Command::new("unshare").args(["--mount", "--map-root-user", "true"]).status();
    let script = match may_mount {
        Ok(status) if status.success() => {
            format!("exec unshare --mount --map-root-user sh -c '{mount} && {backup}{after}' sh \"$@\"")
        }
        _ => format!("trap '' XFSZ; ulimit -f 100; {backup}{after}"),
    };
    let output = shell(&script, &owner, &disk.join("night.tar"));
    assert!(!output.status.success(), "{}", said(&output));
    assert_eq!(String::from_utf8_lossy(&output.stdout), "", "{}", said(&output));
    assert!(said(&output).contains("copying the database"), "it got that far: {}", said(&output));
}

#[tokio::test]
async fn the_whole_town_has_the_same_digests_on_both_engines() {
    let owner = Owner::new().await;
    let url = new_postgres("town").await;
    settle(&url).await;
    let (sqlite, postgres) = (digest(&owner.url), digest(&url));
    for (one, other) in sqlite.lines().zip(postgres.lines()) {
        // The checksum of a migration is of its whole text, so that even this table is the same.
        assert_eq!(one, other);
    }
    assert_eq!(sqlite, postgres);
}

#[tokio::test]
async fn a_server_comes_back_to_the_same_digests() {
    let owner = Owner::new().await;
    let (url, target) = (new_postgres("from").await, new_postgres("to").await);
    settle(&url).await;
    let before = digest(&url);
    let file = owner.path("night.tar");
    succeeds(&omtanke(&["backup", "--database", &url, "--out", &file]));
    succeeds(&omtanke(&["restore", &file, "--database", &target]));
    assert_eq!(digest(&target), before);
    fails(&omtanke(&["restore", &file, "--database", &target]), 15, "--overwrite");
    succeeds(&omtanke(&["restore", &file, "--database", &target, "--overwrite"]));
    succeeds(&omtanke(&["audit", "verify", "--database", &target]));
    fails(&omtanke(&["restore", &file, "--data", &owner.path("elsewhere")]), 15, "PostgreSQL");
}

/// Puts a program of this name before the others on the path.
fn stand_in(owner: &Owner, name: &str, script: &str) -> String {
    let programs = owner.folder.path().join("programs");
    fs::create_dir(&programs).unwrap();
    fs::write(programs.join(name), format!("#!/bin/sh\n{script}\n")).unwrap();
    fs::set_permissions(programs.join(name), fs::Permissions::from_mode(0o755)).unwrap();
    format!("{}:/usr/bin:/bin", programs.display())
}

/// Everybody on a machine can read the command line of every program.
#[tokio::test]
async fn no_password_is_on_a_command_line() {
    let owner = Owner::new().await;
    let url = new_postgres("password").await;
    settle(&url).await;
    let url = url.replacen("omtanke@", "omtanke:open%20sesame@", 1);
    let heard = owner.path("heard");
    let script = format!("echo \"arguments: $*\" >{heard}; echo \"password: $PGPASSWORD\" >>{heard}; exit 1");
    let output = Command::new(env!("CARGO_BIN_EXE_omtanke"))
        .args(["backup", "--database", &url, "--out", &owner.path("night.tar")])
        .env("PATH", stand_in(&owner, "pg_dump", &script))
        .output()
        .unwrap();
    fails(&output, 13, "pg_dump failed");
    let heard = fs::read_to_string(heard).unwrap();
    let (arguments, password) = heard.split_once('\n').unwrap();
    assert!(arguments.contains("--snapshot=") && !arguments.contains("sesame"), "{heard}");
    assert_eq!(password, "password: open sesame\n");
    assert!(!said(&output).contains("sesame"), "{}", said(&output));
    assert!(!Path::new(&owner.path("night.tar")).exists());
}

#[tokio::test]
async fn a_backup_that_is_stopped_clears_up_after_itself() {
    let owner = Owner::new().await;
    let url = new_postgres("stopped").await;
    settle(&url).await;
    let disk = owner.folder.path().join("disk");
    fs::create_dir(&disk).unwrap();
    let begun = owner.path("begun");
    let path = stand_in(&owner, "pg_dump", &format!("echo $$ >{begun}; exec sleep 600"));
    let child = Command::new(env!("CARGO_BIN_EXE_omtanke"))
        .args(["backup", "--database", &url, "--out", disk.join("night.tar").to_str().unwrap()])
        .env("PATH", path)
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let dump = loop {
        match fs::read_to_string(&begun) {
            Ok(id) if id.ends_with('\n') => break id.trim().to_owned(),
            _ => tokio::time::sleep(std::time::Duration::from_millis(10)).await,
        }
    };
    assert_eq!(names(&disk), ["night.tar.copy", "night.tar.part"]);
    let stop = Command::new("kill").arg(child.id().to_string()).status().unwrap();
    assert!(stop.success());
    fails(&child.wait_with_output().unwrap(), 13, "stopped");
    assert_eq!(names(&disk), [] as [&str; 0]);
    // What has ended and waits for its parent to notice is a zombie.
    let runs = || fs::read_to_string(format!("/proc/{dump}/stat")).is_ok_and(|stat| !stat.contains(") Z "));
    for _ in 0..100 {
        if !runs() {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("pg_dump goes on alone");
}
