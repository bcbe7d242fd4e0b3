//! What follows from an import: the named figures of its survey are estimated anew. And what is done by the clock: keys.

use std::sync::Arc;

use basics::Id;
use jiff::SignedDuration;
use jobs::{Doing, Job, JobError, Jobs, Order, Outside, Schedule, When};
use realm::{Actor, Realm, Via, Work};
use serde::{Deserialize, Serialize};

use super::imports::{ImportTag, OpenedImport, opened};
use super::{Figure, KeptError, figures, sealed, sql};
use crate::Words;
use crate::analyst::{Choice, Told};

pub(super) const RECOMPUTE: &str = "insight.recompute";
const RESEAL: &str = "insight.reseal";
/// How many keys are sealed anew in one transaction.
const AT_ONCE: i64 = 200;

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct OfImport {
    pub(super) import: Id<ImportTag>,
}

/// Adds what this room does: named figures after an import, and bringing keys under the newest one.
#[must_use]
pub fn wire(jobs: Jobs) -> Jobs {
    jobs.outside(RECOMPUTE, Recompute).within(RESEAL, reseal).schedule(Schedule {
        name: RESEAL,
        when: When::Every(SignedDuration::from_mins(10)),
        kind: RESEAL,
    })
}

/// Estimates outside a transaction, for it takes time; a result that is there already stays, so that it may be done twice.
struct Recompute;

impl Outside for Recompute {
    fn run<'a>(&'a self, realm: &'a Arc<Realm>, job: &'a Job) -> Doing<'a> {
        Box::pin(async move {
            let OfImport { import } = job.read()?;
            compute_figures(realm, import).await.map(|_| ()).map_err(|error| match error {
                KeptError::Db(error) => error.into(),
                other => JobError::again(other.to_string()),
            })
        })
    }
}

fn reseal<'a>(work: &'a mut Work<'_>, _: &'a Job) -> Doing<'a> {
    Box::pin(async move {
        let left =
            sealed::reseal_some(work.tx(), work.realm, AT_ONCE).await.map_err(|error| match error {
                KeptError::Db(error) => error.into(),
                other => JobError::again(other.to_string()),
            })?;
        if left > 0 {
            jobs::order(work, Order::new(RESEAL, &())).await?;
        }
        Ok(())
    })
}

/// Estimates the named figures of a survey with an import of it, those that have no result yet; says how many.
///
/// # Errors
/// When the import does not open, or the database does not answer. A figure that cannot be estimated is no error: why is kept.
pub async fn compute_figures(realm: &Realm, import: Id<ImportTag>) -> Result<usize, KeptError> {
    let tx = realm.read().await?;
    let Some(row) = sql::import(&tx, import).await? else { return Ok(0) };
    let mut missing: Vec<Figure> = Vec::new();
    for figure in sql::figures_of(&tx, row.survey).await? {
        if sql::results_of(&tx, figure.id).await?.iter().all(|result| result.import != import) {
            missing.push(figure);
        }
    }
    if missing.is_empty() {
        return Ok(0);
    }
    let mut import = opened(&tx, realm, row).await?;
    drop(tx);
    let count = missing.len();
    for figure in missing {
        let (back, told) = compute(import, figure.choice(), figure.subject()).await?;
        import = back;
        let work = realm.work(Actor::program("survey figures", Via::Program)).await?;
        let told = told.map_err(|error| error.reason());
        figures::keep_result(&work, figure.id, import.import.id, told.as_ref()).await?;
        work.commit().await?;
    }
    Ok(count)
}

/// Estimates on a thread of its own, so that nobody else waits, and gives the import back.
pub(crate) async fn compute(
    import: OpenedImport,
    choice: Choice,
    subject: Option<Words>,
) -> Result<(OpenedImport, Result<Told, KeptError>), KeptError> {
    let done = tokio::task::spawn_blocking(move || {
        let told = import.tell(&choice, subject);
        (import, told)
    });
    done.await.map_err(|_| KeptError::Unreadable("question"))
}
