//! What the engines must have in common: writers lose nothing, and two nodes start at once without harm.

use std::sync::Arc;

use jiff::Timestamp;
use schema::MIGRATIONS;
use store::{DbError, Store, params, row};
use stories::{Engine, House, new_database, on_both};
use tokio::sync::Barrier;

on_both!(
    writers_at_once_lose_no_update,
    readers_who_come_to_write_do_not_wait_for_each_other,
    two_nodes_see_each_others_changes,
);

row! {
    struct Counter { revision: i64 }
}

async fn writers_at_once_lose_no_update(house: House) {
    let read = || async {
        let tx = house.realm.store.read().await.unwrap();
        let sql = "select revision from help_revision where id = 1";
        tx.optional::<Counter>(sql, params![]).await.unwrap().unwrap().revision
    };
    let before = read().await;
    let writers: Vec<_> = (0..8)
        .map(|_| {
            let store = house.realm.store.clone();
            tokio::spawn(async move {
                for _ in 0..20 {
                    let tx = store.write().await.unwrap();
                    let sql = "select revision from help_revision where id = 1";
                    let counter: Counter = tx.optional_for_update(sql, params![]).await.unwrap().unwrap();
                    let raise = "update help_revision set revision = $1 where id = 1";
                    tx.run(raise, params![counter.revision + 1]).await.unwrap();
                    tx.commit().await.unwrap();
                }
            })
        })
        .collect();
    for writer in writers {
        writer.await.unwrap();
    }
    assert_eq!(read().await, before + 160);
}

/// As many as may read at once, each of whom must write before they are done reading: so it is when a look is put on record.
async fn readers_who_come_to_write_do_not_wait_for_each_other(house: House) {
    const READERS: usize = 8;
    let all_read = Arc::new(Barrier::new(READERS));
    let readers: Vec<_> = (0..READERS)
        .map(|_| {
            let (store, all_read) = (house.realm.store.clone(), all_read.clone());
            tokio::spawn(async move {
                let reading = store.read().await.unwrap();
                let sql = "select revision from help_revision where id = 1";
                let before: Counter = reading.optional(sql, params![]).await.unwrap().unwrap();
                all_read.wait().await;
                let tx = store.write().await?;
                tx.run("update help_revision set revision = revision + 1 where id = 1", params![]).await?;
                tx.commit().await?;
                let after: Counter = reading.optional(sql, params![]).await?.unwrap();
                assert_eq!(after.revision, before.revision, "a reading sees one moment");
                Ok::<(), DbError>(())
            })
        })
        .collect();
    for reader in readers {
        reader.await.unwrap().unwrap();
    }
}

async fn two_nodes_see_each_others_changes(house: House) {
    let name = "Borgerservice i Vejle";
    assert!(house.get("/find-hjaelp?near=7100").await.body.contains(name));
    // Another node changes the database without telling this one.
    let tx = house.realm.store.write().await.unwrap();
    tx.run("update help_point set name = 'Nyt navn' where name = $1", params![name]).await.unwrap();
    tx.run("update help_revision set revision = revision + 1", params![]).await.unwrap();
    tx.commit().await.unwrap();
    let mut tries = 0;
    while !house.get("/find-hjaelp?near=7100").await.body.contains("Nyt navn") {
        tries += 1;
        assert!(tries < 100, "a change on another node is seen within seconds");
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
}

async fn migrate_twice_at_once(engine: Engine) {
    let folder = tempfile::tempdir().unwrap();
    let url = new_database(engine, &folder).await;
    let (one, two) = (Store::open(&url).await.unwrap(), Store::open(&url).await.unwrap());
    let (first, second) = tokio::join!(
        MIGRATIONS.run(&one, Timestamp::UNIX_EPOCH),
        MIGRATIONS.run(&two, Timestamp::UNIX_EPOCH)
    );
    let applied = first.unwrap().applied.len() + second.unwrap().applied.len();
    assert_eq!(applied, MIGRATIONS.0.len());
}

#[tokio::test]
async fn two_nodes_that_start_at_once_migrate_once_on_sqlite() {
    migrate_twice_at_once(Engine::Sqlite).await;
}

#[tokio::test]
async fn two_nodes_that_start_at_once_migrate_once_on_postgres() {
    migrate_twice_at_once(Engine::Postgres).await;
}
