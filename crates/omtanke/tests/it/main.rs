//! The command line as a person meets it: what it says, and how it ends, when something is wrong.
#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

mod asking;
mod backups;
mod observing;
mod survey;

use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Output};

use omtanke::settings::Settings;
use schema::MIGRATIONS;

fn omtanke(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_omtanke"))
        .args(arguments)
        .env_remove("OMTANKE_DATABASE")
        .env_remove("OMTANKE_CONFIG")
        .env_remove("OMTANKE_BACKUP_KEY")
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// A database that has been brought up to date, and its address.
fn database(folder: &Path) -> String {
    let url = format!("sqlite:{}", folder.join("omtanke.db").display());
    let output = omtanke(&["migrate", "--database", &url]);
    assert!(output.status.success(), "{}", said(&output));
    url
}

fn digest(folder: &Path) -> Vec<u8> {
    std::fs::read(folder.join("omtanke.db")).unwrap()
}

#[test]
fn the_example_settings_are_whole() {
    let path = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../deploy/omtanke.toml"));
    let settings = Settings::read(path).unwrap();
    assert_eq!(settings.brokers.len(), 2);
    people::SignIn::new(settings.brokers, settings.public_url).unwrap();
}

#[test]
fn a_setting_that_nobody_knows_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("omtanke.toml");
    std::fs::write(
        &path,
        "public_url = \"https://a.dk\"\ndatabase = \"sqlite:a\"\nphone = { number = \"1\" }\nlisten_on = 1\n",
    )
    .unwrap();
    let output = omtanke(&["serve", "--config", path.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(3));
    assert!(said(&output).contains("listen_on"), "{}", said(&output));
}

#[test]
fn plain_http_is_refused_but_for_this_machine() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("omtanke.toml");
    std::fs::write(
        &path,
        "public_url = \"http://a.dk\"\ndatabase = \"sqlite:a\"\nphone = { number = \"1\" }\n",
    )
    .unwrap();
    let output = omtanke(&["serve", "--config", path.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(3));
    assert!(said(&output).contains("https://"), "{}", said(&output));
}

#[test]
fn a_missing_settings_file_is_named() {
    let output = omtanke(&["serve", "--config", "no-such-file.toml"]);
    assert_eq!(output.status.code(), Some(11));
    assert!(said(&output).contains("no-such-file.toml"));
}

#[test]
fn a_port_in_use_is_said_before_anything_is_touched() {
    let folder = tempfile::tempdir().unwrap();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let output = omtanke(&["demo", "--listen", &address, "--data", folder.path().to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(4));
    assert!(said(&output).contains("--listen"), "{}", said(&output));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_database_that_is_not_there_or_not_one_is_said() {
    let output = omtanke(&["migrate", "--database", "sqlite:/no/such/folder/omtanke.db"]);
    assert_eq!(output.status.code(), Some(5), "{}", said(&output));
    let output = omtanke(&["migrate", "--database", "mysql://somewhere"]);
    assert_eq!(output.status.code(), Some(3), "{}", said(&output));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("letter.db");
    std::fs::write(&path, "Kære Aase, dette er et brev og ikke en database. ".repeat(50)).unwrap();
    let output = omtanke(&["migrate", "--database", &format!("sqlite:{}", path.display())]);
    assert_eq!(output.status.code(), Some(5), "{}", said(&output));
    assert!(std::fs::read_to_string(&path).unwrap().starts_with("Kære Aase"));
}

#[test]
fn a_read_only_database_is_said_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let url = database(folder.path());
    let before = digest(folder.path());
    let output = omtanke(&["import", "places", "--database", &format!("{url}?mode=ro")]);
    assert_eq!(output.status.code(), Some(6), "{}", said(&output));
    assert!(said(&output).contains("read-only"));
    assert_eq!(digest(folder.path()), before);
}

#[tokio::test]
async fn a_database_from_a_newer_version_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let url = database(folder.path());
    let store = store::Store::open(&url).await.unwrap();
    let tx = store.write().await.unwrap();
    let sql = "insert into store_migration (number, name, checksum, applied_at) values ($1, 'later', '', 0)";
    tx.run(sql, store::params![MIGRATIONS.newest() + 1]).await.unwrap();
    tx.commit().await.unwrap();
    store.close().await;
    let output = omtanke(&["migrate", "--database", &url]);
    assert_eq!(output.status.code(), Some(8), "{}", said(&output));
    assert!(said(&output).contains("newer"));
}

#[tokio::test]
async fn a_full_disk_is_said_and_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let url = database(folder.path());
    let store = store::Store::open(&url).await.unwrap();
    let tx = store.write().await.unwrap();
    // SQLite's own limit gives the very error that a full disk gives (SQLITE_FULL).
    tx.run("pragma max_page_count = 1", store::params![]).await.unwrap();
    let mut refused = None;
    for number in 0..20_000_i64 {
        let sql = "insert into help_municipality values ($1, $2, '', '', 0, 0, '', '')";
        if let Err(error) = tx.run(sql, store::params![number.to_string(), "x".repeat(500)]).await {
            refused = Some(error);
            break;
        }
    }
    drop(tx);
    store.close().await;
    let failure = omtanke::failure::Failure::from(refused.unwrap());
    assert_eq!(failure.exit_code(), 7, "{failure}");
    let output = omtanke(&["audit", "verify", "--database", &url]);
    assert!(output.status.success(), "{}", said(&output));
}

#[test]
fn the_doctor_says_what_to_mend() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("omtanke.toml");
    let database = folder.path().join("a.db").display().to_string();
    let text = format!(
        "listen = \"127.0.0.1:0\"\npublic_url = \"https://a.dk\"\ndatabase = \"sqlite:{database}\"\n\
         phone = {{ number = \"00 00 00 00\", example = true }}\n"
    );
    std::fs::write(&path, text).unwrap();
    let output = omtanke(&["doctor", "--config", path.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(12), "{}", said(&output));
    for wrong in ["MEND   telephone", "MEND   sign-in", "MEND   schema"] {
        assert!(said(&output).contains(wrong), "{}", said(&output));
    }
}

#[tokio::test]
async fn a_tampered_audit_log_has_its_own_exit_code() {
    let folder = tempfile::tempdir().unwrap();
    let url = database(folder.path());
    let store = store::Store::open(&url).await.unwrap();
    let realm =
        realm::Realm::new(realm::RealmKind::Live, "", store, realm::Clock::System, realm::Chance::System);
    let mut work = realm.work(realm::Actor::program("story", realm::Via::Program)).await.unwrap();
    work.record(realm::Change::new("story.write", "story", &1));
    work.commit().await.unwrap();
    let tx = realm.store.write().await.unwrap();
    tx.run("drop trigger realm_audit_keeps", store::params![]).await.unwrap();
    tx.run("update realm_audit set actor_label = 'nobody' where seq = 1", store::params![]).await.unwrap();
    tx.commit().await.unwrap();
    realm.store.close().await;
    let output = omtanke(&["audit", "verify", "--database", &url]);
    assert_eq!(output.status.code(), Some(10), "{}", said(&output));
    assert!(said(&output).contains("record 1"), "{}", said(&output));
}
