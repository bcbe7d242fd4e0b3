//! The store on a real SQLite file; the same stories run on PostgreSQL in `stories`.
#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

use jiff::Timestamp;
use store::{DbError, MigrateError, Migration, Migrations, Store, params, row};

const LINE: Migrations = Migrations(&[
    Migration {
        name: "0001_counter.sql",
        sql: "create table store_counter (id bigint primary key, n bigint not null);",
    },
    Migration { name: "0002_one.sql", sql: "insert into store_counter (id, n) values (1, 0);" },
]);

row! {
    struct Counter { n: i64 }
}

async fn fresh(folder: &tempfile::TempDir) -> Store {
    Store::open(&format!("sqlite:{}", folder.path().join("a.db").display())).await.unwrap()
}

#[tokio::test]
async fn migrations_run_once() {
    let folder = tempfile::tempdir().unwrap();
    let store = fresh(&folder).await;
    assert_eq!(LINE.run(&store, Timestamp::UNIX_EPOCH).await.unwrap().applied.len(), 2);
    assert!(LINE.run(&store, Timestamp::UNIX_EPOCH).await.unwrap().applied.is_empty());
}

#[tokio::test]
async fn two_programs_that_start_at_once_migrate_once() {
    let folder = tempfile::tempdir().unwrap();
    let (one, two) = (fresh(&folder).await, fresh(&folder).await);
    let (first, second) =
        tokio::join!(LINE.run(&one, Timestamp::UNIX_EPOCH), LINE.run(&two, Timestamp::UNIX_EPOCH));
    assert_eq!(first.unwrap().applied.len() + second.unwrap().applied.len(), 2);
}

#[tokio::test]
async fn a_newer_database_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let store = fresh(&folder).await;
    LINE.run(&store, Timestamp::UNIX_EPOCH).await.unwrap();
    let older = Migrations(&LINE.0[..1]);
    assert!(matches!(
        older.run(&store, Timestamp::UNIX_EPOCH).await,
        Err(MigrateError::Newer { found: 2, known: 1 })
    ));
}

#[tokio::test]
async fn a_changed_migration_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let store = fresh(&folder).await;
    LINE.run(&store, Timestamp::UNIX_EPOCH).await.unwrap();
    const CHANGED: Migrations =
        Migrations(&[Migration { name: "0001_counter.sql", sql: "select 1;" }, LINE.0[1]]);
    assert!(matches!(CHANGED.run(&store, Timestamp::UNIX_EPOCH).await, Err(MigrateError::Changed(_))));
}

#[tokio::test]
async fn a_failed_migration_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let store = fresh(&folder).await;
    let broken = Migrations(&[Migration {
        name: "0001_broken.sql",
        sql: "create table store_a (id bigint); nonsense;",
    }]);
    assert!(matches!(broken.run(&store, Timestamp::UNIX_EPOCH).await, Err(MigrateError::Failed { .. })));
    assert_eq!(LINE.run(&store, Timestamp::UNIX_EPOCH).await.unwrap().applied.len(), 2);
}

#[tokio::test]
async fn writers_at_once_lose_no_update() {
    let folder = tempfile::tempdir().unwrap();
    let store = fresh(&folder).await;
    LINE.run(&store, Timestamp::UNIX_EPOCH).await.unwrap();
    let writers: Vec<_> = (0..8)
        .map(|_| {
            let store = store.clone();
            tokio::spawn(async move {
                for _ in 0..25 {
                    let tx = store.write().await.unwrap();
                    let counter: Counter = tx
                        .optional_for_update("select n from store_counter where id = 1", params![])
                        .await
                        .unwrap()
                        .unwrap();
                    tx.run("update store_counter set n = $1 where id = 1", params![counter.n + 1])
                        .await
                        .unwrap();
                    tx.commit().await.unwrap();
                }
            })
        })
        .collect();
    for writer in writers {
        writer.await.unwrap();
    }
    let counter: Counter = store
        .read()
        .await
        .unwrap()
        .optional("select n from store_counter", params![])
        .await
        .unwrap()
        .unwrap();
    assert_eq!(counter.n, 200);
}

#[tokio::test]
async fn writers_have_their_turn_in_the_order_they_came() {
    let folder = tempfile::tempdir().unwrap();
    let store = fresh(&folder).await;
    let first = store.write().await.unwrap();
    let order = std::sync::Arc::new(std::sync::Mutex::new(Vec::new()));
    let mut writers = Vec::new();
    for n in 0..5 {
        let (store, order) = (store.clone(), order.clone());
        writers.push(tokio::spawn(async move {
            let tx = store.write().await.unwrap();
            order.lock().unwrap().push(n);
            tx.commit().await.unwrap();
        }));
        tokio::task::yield_now().await;
    }
    drop(first);
    for writer in writers {
        writer.await.unwrap();
    }
    assert_eq!(*order.lock().unwrap(), [0, 1, 2, 3, 4]);
}

#[tokio::test]
async fn a_copy_holds_one_moment_while_writers_go_on() {
    let folder = tempfile::tempdir().unwrap();
    let store = fresh(&folder).await;
    LINE.run(&store, Timestamp::UNIX_EPOCH).await.unwrap();
    let open = store.write().await.unwrap();
    open.run("update store_counter set n = 7 where id = 1", params![]).await.unwrap();
    let copy = folder.path().join("copy.db");
    store.copy_into(&copy).await.unwrap();
    open.commit().await.unwrap();
    let copied = Store::open(&format!("sqlite:{}", copy.display())).await.unwrap();
    let read = copied.read().await.unwrap();
    let mut seen = Vec::new();
    read.each("select n from store_counter", params![], |counter: Counter| {
        seen.push(counter.n);
        Ok(())
    })
    .await
    .unwrap();
    assert_eq!(seen, [0]);
    assert!(store.copy_into(&copy).await.is_err(), "a file that is there is not written over");
}

#[tokio::test]
async fn a_read_only_file_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let store = fresh(&folder).await;
    LINE.run(&store, Timestamp::UNIX_EPOCH).await.unwrap();
    store.close().await;
    let url = format!("sqlite:{}?mode=ro", folder.path().join("a.db").display());
    let Ok(store) = Store::open(&url).await else { return };
    let refused = match store.write().await {
        Ok(tx) => tx.run("update store_counter set n = 1", params![]).await.unwrap_err(),
        Err(error) => error,
    };
    assert!(matches!(refused, DbError::ReadOnly), "{refused}");
}

#[tokio::test]
async fn an_unknown_address_is_refused_in_words() {
    let error = Store::open("mysql://somewhere").await.unwrap_err();
    assert_eq!(error.to_string(), "the database address must begin with sqlite: or postgres:, not \"mysql\"");
}

#[tokio::test]
async fn a_small_store_keeps_what_was_written_and_grows_no_larger_than_it_may() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.db");
    assert!(Store::open_small(&file, 1 << 20).await.is_err(), "it makes no file");
    let store = fresh(&folder).await;
    LINE.run(&store, Timestamp::UNIX_EPOCH).await.unwrap();
    store.close().await;

    let small = Store::open_small(&file, 64 << 10).await.unwrap();
    let tx = small.write().await.unwrap();
    tx.run("update store_counter set n = 7 where id = 1", params![]).await.unwrap();
    tx.commit().await.unwrap();
    let tx = small.write().await.unwrap();
    let fill = "insert into store_counter (id, n)
                with recursive more (k) as (select 10 union all select k + 1 from more where k < 50000)
                select k, k from more";
    assert!(matches!(tx.run(fill, params![]).await, Err(DbError::Full)));
    drop(tx);
    small.close().await;

    let again = Store::open_small(&file, 64 << 10).await.unwrap();
    let sql = "select n from store_counter where id = 1";
    let counter: Option<Counter> = again.read().await.unwrap().optional(sql, params![]).await.unwrap();
    assert_eq!(counter.map(|counter| counter.n), Some(7));
}
