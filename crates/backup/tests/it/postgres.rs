//! A server, while it is being written to. These stories need a cluster; `cargo xtask test` starts one.

use backup::{BackupError, Checked, Order, make, new_identity, restore, verify};
use sqlx::{Connection as _, Executor as _};
use store::{Store, params};

use crate::world::{Library, Visitors, digest_of, fill, order, visits};

/// The address of a new, empty database.
async fn new_database(name: &str) -> String {
    let cluster = std::env::var("OMTANKE_TEST_POSTGRES")
        .expect("these stories need PostgreSQL: run `cargo xtask test`, which starts one");
    let (server, _) = cluster.rsplit_once('/').unwrap();
    let name = format!("backup_{name}_{}", std::process::id());
    let mut connection = sqlx::PgConnection::connect(&cluster).await.unwrap();
    for sql in [format!("drop database if exists {name}"), format!("create database {name}")] {
        connection.execute(sqlx::AssertSqlSafe(sql)).await.unwrap();
    }
    format!("{server}/{name}")
}

fn out(folder: &tempfile::TempDir) -> std::path::PathBuf {
    folder.path().join("night.tar")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_under_load_is_of_one_moment() {
    let folder = tempfile::tempdir().unwrap();
    let (url, target) = (new_database("load").await, new_database("load_back").await);
    fill(&url, 5_000).await;
    let visitors = Visitors::come(&url).await;
    while visits(&url).await == 5_000 {}
    let before = visits(&url).await;
    let made = make(&order(&url, &out(&folder), None), |_| {}).await.unwrap();
    let after = visits(&url).await;
    let came = visitors.go().await;
    assert!(after > before, "writers went on while the backup was made");
    assert_eq!(made.checked, Checked::Content);

    restore(&out(&folder), &target, None, false).await.unwrap();
    let restored = visits(&target).await;
    assert!((before..=after).contains(&restored), "{restored} is of a moment from {before} to {after}");
    assert_eq!(visits(&url).await, 5_000 + came, "the backup cost nobody a visit");
}

#[tokio::test]
async fn what_comes_back_is_what_went_in_sealed_or_not() {
    let folder = tempfile::tempdir().unwrap();
    let url = new_database("round").await;
    fill(&url, 50).await;
    let key = folder.path().join("key");
    let public = new_identity(&key).unwrap();
    for seal_for in [None, Some(public)] {
        let target = new_database("round_back").await;
        let file = folder.path().join(format!("{}.backup", seal_for.is_some()));
        let made = make(&order(&url, &file, seal_for), |_| {}).await.unwrap();
        assert_eq!(verify(&file, Some(&key)).await.unwrap(), made.manifest);
        restore(&file, &target, Some(&key), false).await.unwrap();
        assert_eq!(digest_of(&target).await, digest_of(&url).await);
    }
}

#[tokio::test]
async fn data_is_replaced_only_when_somebody_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let url = new_database("replace").await;
    fill(&url, 5).await;
    make(&order(&url, &out(&folder), None), |_| {}).await.unwrap();
    fill(&url, 2).await;
    let error = restore(&out(&folder), &url, None, false).await.unwrap_err();
    assert!(matches!(error, BackupError::HasData(_)), "{error}");
    assert_eq!(visits(&url).await, 7);
    restore(&out(&folder), &url, None, true).await.unwrap();
    assert_eq!(visits(&url).await, 5);
}

#[tokio::test]
async fn a_database_that_is_somebody_elses_too_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let (url, target) = (new_database("ours").await, new_database("theirs").await);
    fill(&url, 5).await;
    make(&order(&url, &out(&folder), None), |_| {}).await.unwrap();
    let theirs = Store::open(&target).await.unwrap();
    let tx = theirs.write().await.unwrap();
    tx.run("create table payroll (id bigint)", params![]).await.unwrap();
    tx.commit().await.unwrap();
    let error = restore(&out(&folder), &target, None, true).await.unwrap_err();
    assert!(matches!(&error, BackupError::Foreign(table) if table == "payroll"), "{error}");
    assert_eq!(store::table_names(&theirs.read().await.unwrap()).await.unwrap(), ["payroll"]);
}

#[tokio::test]
async fn a_damaged_backup_touches_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (url, target) = (new_database("damaged").await, new_database("damaged_back").await);
    fill(&url, 50).await;
    make(&order(&url, &out(&folder), None), |_| {}).await.unwrap();
    let mut bytes = std::fs::read(out(&folder)).unwrap();
    let late = bytes.len() - 4096;
    bytes[late] ^= 1;
    std::fs::write(out(&folder), bytes).unwrap();
    let error = restore(&out(&folder), &target, None, false).await.unwrap_err();
    assert!(matches!(error, BackupError::Damaged { .. }), "{error}");
    let store = Store::open(&target).await.unwrap();
    assert!(store::table_names(&store.read().await.unwrap()).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_backup_of_one_engine_does_not_go_into_the_other() {
    let library = Library::with(5).await;
    library.back_up("night.tar").await.unwrap();
    let url = new_database("engines").await;
    let error = restore(&library.path("night.tar"), &url, None, false).await.unwrap_err();
    assert_eq!(error.to_string(), "the backup was made from SQLite, and the target is PostgreSQL");
    fill(&url, 5).await;
    make(&order(&url, &library.path("server.tar"), None), |_| {}).await.unwrap();
    let error = restore(&library.path("server.tar"), &library.elsewhere(), None, false).await.unwrap_err();
    assert_eq!(error.to_string(), "the backup was made from PostgreSQL, and the target is SQLite");
}

#[tokio::test]
async fn the_same_rows_have_the_same_digest_on_both_engines() {
    let library = Library::with(50).await;
    let url = new_database("digests").await;
    fill(&url, 50).await;
    assert_eq!(digest_of(&url).await, digest_of(&library.url).await);
    fill(&url, 1).await;
    assert_ne!(digest_of(&url).await, digest_of(&library.url).await);
}

#[tokio::test]
async fn a_server_that_is_gone_leaves_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let database = format!("postgres://omtanke@{free}/omtanke");
    let order = Order { database, ..order("", &out(&folder), None) };
    make(&order, |_| {}).await.unwrap_err();
    assert_eq!(folder.path().read_dir().unwrap().count(), 0);
}
