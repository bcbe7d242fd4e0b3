//! Migrations on a PostgreSQL database that others are using. What both engines share is told in `tests/it`.

use std::time::Instant;

use sqlx::{Connection as _, Executor as _};

use super::*;

const BUSY: Migration =
    Migration { name: "0001_busy.sql", sql: "create table store_busy (id bigint primary key);" };
const BEFORE: Migrations = Migrations(&[BUSY]);
const AFTER: Migrations = Migrations(&[
    BUSY,
    Migration { name: "0002_free.sql", sql: "create table store_free (id bigint primary key);" },
    Migration { name: "0003_note.sql", sql: "alter table store_busy add column note text;" },
]);

const SHORT: Patience =
    Patience { lock: Duration::from_millis(100), pause: Duration::from_millis(50), tries: 200 };

async fn new_database() -> String {
    let cluster = std::env::var("OMTANKE_TEST_POSTGRES")
        .expect("these tests need PostgreSQL: run `cargo xtask test`, which starts one");
    let mut connection = sqlx::PgConnection::connect(&cluster).await.unwrap();
    let name = format!("store_{}", uuid::Uuid::from_u128(a_number()).simple());
    connection.execute(sqlx::AssertSqlSafe(format!("create database {name}"))).await.unwrap();
    let (server, _) = cluster.rsplit_once('/').unwrap();
    format!("{server}/{name}")
}

/// Different in every test of every run.
fn a_number() -> u128 {
    use std::hash::{BuildHasher as _, RandomState};
    u128::from(RandomState::new().hash_one(1)) << 64 | u128::from(RandomState::new().hash_one(2))
}

/// Two programs on a database where the older one's table is there.
async fn two_programs() -> (Store, Store) {
    let url = new_database().await;
    let (older, newer) = (Store::open(&url).await.unwrap(), Store::open(&url).await.unwrap());
    BEFORE.run(&older, Timestamp::UNIX_EPOCH).await.unwrap();
    (older, newer)
}

async fn reads(store: &Store) {
    let tx = store.read().await.unwrap();
    tx.run("select id from store_busy", params![]).await.unwrap();
}

#[tokio::test]
async fn a_migration_waits_for_a_long_transaction_and_others_do_not() {
    let (older, newer) = two_programs().await;
    let long = older.write().await.unwrap();
    long.run("insert into store_busy (id) values (1)", params![]).await.unwrap();

    let migration =
        tokio::spawn(async move { AFTER.run_with(SHORT, &newer, Timestamp::UNIX_EPOCH).await.unwrap() });
    let mut longest = Duration::ZERO;
    for _ in 0..40 {
        let begun = Instant::now();
        reads(&older).await;
        longest = longest.max(begun.elapsed());
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    assert!(!migration.is_finished(), "the long transaction still holds the table");
    assert!(longest < Duration::from_secs(2), "a reader waited {longest:?} behind the migration");

    long.commit().await.unwrap();
    let migrated = migration.await.unwrap();
    assert_eq!(migrated.applied, ["0002_free.sql", "0003_note.sql"]);
    assert_eq!(migrated.waited, ["0003_note.sql"]);
    let tx = older.read().await.unwrap();
    assert_eq!(tx.run("select note from store_busy where id = 1", params![]).await.unwrap(), 1);
}

#[tokio::test]
async fn a_migration_that_nobody_lets_through_says_which_and_keeps_what_came_before() {
    let (older, newer) = two_programs().await;
    let backup = older.read().await.unwrap();
    backup.run("select id from store_busy", params![]).await.unwrap();
    let patience = Patience { tries: 2, ..SHORT };
    let error = AFTER.run_with(patience, &newer, Timestamp::UNIX_EPOCH).await.unwrap_err();
    assert!(matches!(error, MigrateError::Blocked { name: "0003_note.sql", tries: 2 }), "{error}");
    drop(backup);
    let later = AFTER.run_with(patience, &newer, Timestamp::UNIX_EPOCH).await.unwrap();
    assert_eq!(later.applied, ["0003_note.sql"]);
    assert!(later.waited.is_empty());
}

#[tokio::test]
async fn whoever_comes_second_waits_for_the_first_ones_migrations_however_long() {
    let (one, two) = two_programs().await;
    const SLOW: Migrations =
        Migrations(&[BUSY, Migration { name: "0002_slow.sql", sql: "select pg_sleep(0.5);" }]);
    let patience = Patience { tries: 1, ..SHORT };
    let (one, two) = tokio::join!(
        SLOW.run_with(patience, &one, Timestamp::UNIX_EPOCH),
        SLOW.run_with(patience, &two, Timestamp::UNIX_EPOCH)
    );
    assert_eq!(one.unwrap().applied.len() + two.unwrap().applied.len(), 1);
}
