//! The line of migrations: numbered SQL files that run once, in order, under a lock, on either engine.
//!
//! A file is plain SQL that both engines understand. Where they differ, a line `-- [sqlite]` or `-- [postgres]`
//! opens a part for one engine and `-- [both]` closes it.
//!
//! Older programs may be serving on the same database meanwhile. So each file is a transaction of its own, and on
//! PostgreSQL it does not stand in their way: everybody who wants a table queues behind a migration that waits for it,
//! so it gives up soon, lets them go first, and tries again.

use std::time::Duration;

use jiff::Timestamp;

use crate::{DbError, Engine, Store, Tx, params, row};

/// Any number, the same in every node: the key of PostgreSQL's advisory lock around migrations.
const LOCK: i64 = 0x6f6d_7461_6e6b_6501;

/// How long a migration stands in the way of others, and how often.
#[derive(Debug, Clone, Copy)]
struct Patience {
    /// How long it waits for a table: also the longest that others wait behind it.
    lock: Duration,
    /// How long others have the table to themselves before the next attempt.
    pause: Duration,
    /// How often it is tried.
    tries: u32,
}

/// A minute altogether, which is twice as long as a page may take.
const PATIENCE: Patience =
    Patience { lock: Duration::from_secs(3), pause: Duration::from_secs(3), tries: 10 };

/// One numbered step of the schema.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    /// The file name, `0001_people.sql`; the digits are its number.
    pub name: &'static str,
    /// The text of the file.
    pub sql: &'static str,
}

impl Migration {
    /// The number the file name begins with; 0 where it does not begin with one.
    #[must_use]
    pub fn number(&self) -> i64 {
        self.name.split('_').next().and_then(|digits| digits.parse().ok()).unwrap_or(0)
    }

    fn checksum(&self) -> String {
        blake3::hash(self.sql.as_bytes()).to_hex()[..16].to_owned()
    }

    fn sql_for(&self, engine: Engine) -> String {
        let mut reading = true;
        let mut sql = String::with_capacity(self.sql.len());
        for line in self.sql.lines() {
            match line.trim() {
                "-- [sqlite]" => reading = engine == Engine::Sqlite,
                "-- [postgres]" => reading = engine == Engine::Postgres,
                "-- [both]" => reading = true,
                _ if reading => {
                    sql.push_str(line);
                    sql.push('\n');
                }
                _ => {}
            }
        }
        sql
    }
}

/// What a run of the migrations did.
#[derive(Debug, PartialEq, Eq)]
pub struct Migrated {
    /// Names of the migrations that this run applied.
    pub applied: Vec<&'static str>,
    /// Names of those that had to let others go first, because a table they needed was in use.
    pub waited: Vec<&'static str>,
    /// The number the schema stands at now.
    pub version: i64,
}

/// The schema could not be brought up to date.
#[derive(Debug, thiserror::Error)]
pub enum MigrateError {
    /// The database was written by a newer program; this one must not touch it.
    #[error("the database is at version {found}, this program knows {known}")]
    Newer {
        /// The version that the database stands at.
        found: i64,
        /// The newest version that this program knows.
        known: i64,
    },
    /// A migration that has already run no longer has the text it ran with.
    #[error("migration {0} has changed since it was applied")]
    Changed(String),
    /// A migration failed; nothing of it remains.
    #[error("migration {name} failed: {source}")]
    Failed {
        /// The migration's file name.
        name: &'static str,
        /// What the database said.
        source: DbError,
    },
    /// Others have held a table for as long as the migration tried; nothing of it remains.
    #[error("migration {name} gave way {tries} times to others who use the same table, a backup perhaps")]
    Blocked {
        /// The migration's file name.
        name: &'static str,
        /// How often it was tried.
        tries: u32,
    },
    /// The database does not answer.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// The whole line of migrations, in order.
#[derive(Debug, Clone, Copy)]
pub struct Migrations(pub &'static [Migration]);

row! {
    struct Applied {
        number: i64,
        name: String,
        checksum: String,
    }
}

impl Migrations {
    /// The newest number in the line.
    #[must_use]
    pub fn newest(&self) -> i64 {
        self.0.last().map_or(0, Migration::number)
    }

    /// Applies what is missing. Two programs that start at once do it one after the other; each step happens once.
    /// On PostgreSQL a step that others stand in the way of is tried again for about a minute.
    ///
    /// # Errors
    /// When the database is newer than the program, a step fails, or an applied step has changed. Steps before the one
    /// that failed remain.
    pub async fn run(&self, store: &Store, now: Timestamp) -> Result<Migrated, MigrateError> {
        self.run_with(PATIENCE, store, now).await
    }

    async fn run_with(
        &self,
        patience: Patience,
        store: &Store,
        now: Timestamp,
    ) -> Result<Migrated, MigrateError> {
        let mut migrated = Migrated { applied: Vec::new(), waited: Vec::new(), version: self.newest() };
        let mut tries = 0;
        loop {
            match self.step(patience, store, now).await {
                Ok(None) => return Ok(migrated),
                Ok(Some(name)) => {
                    migrated.applied.push(name);
                    tries = 0;
                }
                Err(MigrateError::Failed { name, source: DbError::Busy })
                    if store.engine() == Engine::Postgres =>
                {
                    tries += 1;
                    tracing::warn!(migration = name, tries, "a table is in use; others go first");
                    if migrated.waited.last() != Some(&name) {
                        migrated.waited.push(name);
                    }
                    if tries >= patience.tries {
                        return Err(MigrateError::Blocked { name, tries });
                    }
                    tokio::time::sleep(patience.pause).await;
                }
                Err(error) => return Err(error),
            }
        }
    }

    /// Applies the first that is missing, and gives its name.
    async fn step(
        &self,
        patience: Patience,
        store: &Store,
        now: Timestamp,
    ) -> Result<Option<&'static str>, MigrateError> {
        let tx = store.write().await?;
        if tx.engine() == Engine::Postgres {
            tx.run("select pg_advisory_xact_lock($1)", params![LOCK]).await?;
        }
        tx.script(
            "create table if not exists store_migration (
                number bigint primary key,
                name text not null,
                checksum text not null,
                applied_at bigint not null
            )",
        )
        .await?;
        let missing = self.missing(&tx).await?;
        if let Some(migration) = missing.first() {
            let failed = |source| MigrateError::Failed { name: migration.name, source };
            if tx.engine() == Engine::Postgres {
                // Only now: whoever waits for another program's migrations waits as long as they take.
                tx.script(&format!("set local lock_timeout = {}", patience.lock.as_millis())).await?;
            }
            tx.script(&migration.sql_for(tx.engine())).await.map_err(failed)?;
            tx.run(
                "insert into store_migration (number, name, checksum, applied_at) values ($1, $2, $3, $4)",
                params![migration.number(), migration.name, migration.checksum(), now],
            )
            .await
            .map_err(failed)?;
        }
        tx.commit().await?;
        Ok(missing.first().map(|migration| migration.name))
    }

    /// Whether the schema is exactly the one that this program knows.
    ///
    /// # Errors
    /// As [`run`](Migrations::run), and when the database has no schema yet.
    pub async fn pending(&self, store: &Store) -> Result<Vec<&'static str>, MigrateError> {
        let tx = store.read().await?;
        Ok(self.missing(&tx).await?.iter().map(|m| m.name).collect())
    }

    async fn missing(&self, tx: &Tx) -> Result<Vec<Migration>, MigrateError> {
        let applied: Vec<Applied> =
            tx.all("select number, name, checksum from store_migration order by number", params![]).await?;
        if let Some(newest) = applied.last().filter(|newest| newest.number > self.newest()) {
            return Err(MigrateError::Newer { found: newest.number, known: self.newest() });
        }
        let mut missing = Vec::new();
        for migration in self.0 {
            match applied.iter().find(|done| done.number == migration.number()) {
                None => missing.push(*migration),
                Some(done) if done.checksum == migration.checksum() => {}
                Some(done) => return Err(MigrateError::Changed(done.name.clone())),
            }
        }
        Ok(missing)
    }
}

#[cfg(test)]
mod tests;
