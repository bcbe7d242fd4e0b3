//! Claiming jobs, and what becomes of them: done, to be tried again, dead.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use realm::Realm;
use store::{DbError, Engine, Tx, params};
use uuid::Uuid;

use crate::{Job, Jobs};

/// How long a node that has died keeps others from its jobs.
pub(crate) const LEASE: SignedDuration = SignedDuration::from_secs(60);

/// Claims up to `most` jobs that are due. Each is claimed by one node only: on PostgreSQL rows that another node is claiming
/// are skipped, on SQLite there is one writer at a time.
pub(crate) async fn claim(realm: &Realm, jobs: &Jobs, node: &str, most: i64) -> Result<Vec<Job>, DbError> {
    let now = realm.now();
    if !anything_due(realm, now).await? {
        return Ok(Vec::new());
    }
    let tx = realm.store.write().await?;
    let skip = match tx.engine() {
        Engine::Sqlite => "",
        Engine::Postgres => "for update skip locked",
    };
    let mut values = params![now, most, realm.chance.id(now), now + LEASE, node];
    let mut kinds = String::new();
    for kind in jobs.kinds() {
        values.extend(params![kind]);
        kinds.push_str(if kinds.is_empty() { "$" } else { ", $" });
        kinds.push_str(&values.len().to_string());
    }
    let sql = format!(
        "with due as materialized (
             select seq
             from jobs_job as job
             where state = 'waiting'
               and run_at <= $1
               and (lease_until is null or lease_until < $1)
               and kind in ({kinds})
               and (line = '' or not exists (
                   select 1 from jobs_job as earlier
                   where earlier.line = job.line and earlier.seq < job.seq and earlier.state = 'waiting'
               ))
             order by urgency, run_at, seq
             limit $2
             {skip}
         )
         update jobs_job
         set lease = $3, lease_until = $4, node = $5, attempts = attempts + 1
         where seq in (select seq from due)
         returning seq, id, kind, line, payload, attempts, request, lease"
    );
    let mut claimed: Vec<Job> = tx.all(&sql, values).await?;
    tx.commit().await?;
    claimed.sort_by_key(|job| job.seq);
    Ok(claimed)
}

store::row! {
    struct Due {
        due: i64,
    }
}

/// A look that writes nothing, so that a quiet node takes nobody's turn.
async fn anything_due(realm: &Realm, now: Timestamp) -> Result<bool, DbError> {
    let tx = realm.read().await?;
    let sql = "select count(*) as due from (
                   select 1 from jobs_job
                   where state = 'waiting' and run_at <= $1 and (lease_until is null or lease_until < $1)
                   limit 1
               ) as one";
    Ok(tx.optional::<Due>(sql, params![now]).await?.is_some_and(|found| found.due > 0))
}

/// Whether this node still holds the job; on PostgreSQL it then holds the row until the transaction ends.
pub(crate) async fn still_ours(tx: &Tx, job: &Job) -> Result<bool, DbError> {
    let sql = "select seq, id, kind, line, payload, attempts, request, lease
               from jobs_job
               where seq = $1 and lease = $2";
    Ok(tx.optional_for_update::<Job>(sql, params![job.seq, lease(job)]).await?.is_some())
}

/// The job is done. `false` where another node has taken it over; then nothing has changed.
pub(crate) async fn done(tx: &Tx, job: &Job) -> Result<bool, DbError> {
    Ok(tx.run("delete from jobs_job where seq = $1 and lease = $2", params![job.seq, lease(job)]).await? == 1)
}

/// The node needs longer.
pub(crate) async fn keep_longer(realm: &Realm, job: &Job) -> Result<bool, DbError> {
    let tx = realm.store.write().await?;
    let kept = tx
        .run(
            "update jobs_job set lease_until = $3 where seq = $1 and lease = $2",
            params![job.seq, lease(job), realm.now() + LEASE],
        )
        .await?;
    tx.commit().await?;
    Ok(kept == 1)
}

/// The job is to be tried again after a pause, or laid among the dead letters when there is none.
pub(crate) async fn failed(
    realm: &Realm,
    job: &Job,
    why: &str,
    pause: Option<Duration>,
) -> Result<(), DbError> {
    let now = realm.now();
    let pause = pause.map(|pause| SignedDuration::try_from(pause).unwrap_or(SignedDuration::from_hours(1)));
    let (state, run_at) = pause.map_or(("dead", now), |pause| ("waiting", now + pause));
    let why: String = why.chars().take(500).collect();
    let tx = realm.store.write().await?;
    tx.run(
        "update jobs_job
         set state = $3, run_at = $4, last_error = $5, lease = null, lease_until = null
         where seq = $1 and lease = $2",
        params![job.seq, lease(job), state, run_at, why],
    )
    .await?;
    tx.commit().await
}

fn lease(job: &Job) -> Uuid {
    job.lease.unwrap_or_default()
}
