//! The SQL of the exercises.

use jiff::Timestamp;
use store::{DbError, Tx, params, row};

row! {
    /// How far somebody has come with a scenario.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub(crate) struct Progress {
        pub(crate) scenario: String,
        pub(crate) task: i64,
        pub(crate) hints: i64,
        pub(crate) choice: Option<i64>,
        pub(crate) begun_at: Timestamp,
        pub(crate) done_at: Option<Timestamp>,
    }
}

row! {
    struct Number {
        number: i64,
    }
}

const PROGRESS: &str = "scenario, task, hints, choice, begun_at, done_at";

/// Says whether it was not there yet.
pub(super) async fn insert(tx: &Tx, scenario: &str, now: Timestamp) -> Result<bool, DbError> {
    let inserted = tx
        .run(
            "insert into practice_exercise (scenario, task, hints, begun_at)
             values ($1, 0, 0, $2)
             on conflict (scenario) do nothing",
            params![scenario, now],
        )
        .await?;
    Ok(inserted > 0)
}

pub(super) async fn of(tx: &Tx, scenario: &str) -> Result<Option<Progress>, DbError> {
    let sql = format!("select {PROGRESS} from practice_exercise where scenario = $1");
    tx.optional(&sql, params![scenario]).await
}

/// As [`of`], kept from others until the work ends.
pub(super) async fn lock(tx: &Tx, scenario: &str) -> Result<Option<Progress>, DbError> {
    let sql = format!("select {PROGRESS} from practice_exercise where scenario = $1");
    tx.optional_for_update(&sql, params![scenario]).await
}

pub(super) async fn all(tx: &Tx) -> Result<Vec<Progress>, DbError> {
    let sql = format!(
        "select {PROGRESS} from practice_exercise
         order by begun_at desc, scenario"
    );
    tx.all(&sql, params![]).await
}

pub(super) async fn save(tx: &Tx, progress: &Progress) -> Result<(), DbError> {
    tx.run(
        "update practice_exercise
         set task = $2, hints = $3, choice = $4, done_at = $5
         where scenario = $1",
        params![&progress.scenario, progress.task, progress.hints, progress.choice, progress.done_at],
    )
    .await?;
    Ok(())
}

pub(super) async fn bring(tx: &Tx, number: i64, now: Timestamp) -> Result<(), DbError> {
    tx.run(
        "insert into practice_exercise_brought (number, brought_at)
         values ($1, $2)
         on conflict (number) do nothing",
        params![number, now],
    )
    .await?;
    Ok(())
}

pub(super) async fn brought(tx: &Tx) -> Result<Vec<i64>, DbError> {
    let rows: Vec<Number> =
        tx.all("select number from practice_exercise_brought order by number", params![]).await?;
    Ok(rows.into_iter().map(|row| row.number).collect())
}

/// A switch of the sandbox that is on has a row.
pub(super) async fn switch(tx: &Tx, name: &str, on: bool, now: Timestamp) -> Result<(), DbError> {
    if on {
        tx.run(
            "insert into practice_switch (name, switched_at)
             values ($1, $2)
             on conflict (name) do nothing",
            params![name, now],
        )
        .await?;
    } else {
        tx.run("delete from practice_switch where name = $1", params![name]).await?;
    }
    Ok(())
}

row! {
    struct Switch {
        switched_at: Timestamp,
    }
}

/// Since when a switch is on; `None` where it is off.
pub(super) async fn on_since(tx: &Tx, name: &str) -> Result<Option<Timestamp>, DbError> {
    let sql = "select switched_at from practice_switch where name = $1";
    let found: Option<Switch> = tx.optional(sql, params![name]).await?;
    Ok(found.map(|switch| switch.switched_at))
}
