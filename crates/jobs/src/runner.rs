//! The part of a node that does jobs.

use std::sync::Arc;
use std::time::{Duration, Instant};

use realm::{Actor, Realm, Via};
use store::DbError;
use tokio::sync::{Notify, watch};
use tokio::task::JoinSet;
use tracing::Instrument as _;

use crate::claim::{self, LEASE};
use crate::wiring::Handler;
use crate::{Job, JobError, Jobs, pause, schedule};

/// How long a quiet node waits before it looks again.
const LOOK: Duration = Duration::from_millis(250);
/// How often a node looks at the schedules.
const SCHEDULES: Duration = Duration::from_secs(10);
/// How many jobs a node does at the same time.
const HANDS: usize = 8;
/// How long a node that is told to stop waits for what it is doing.
const LAST_WAIT: Duration = Duration::from_secs(20);

/// Wakes the runner of this node when something has been ordered here.
#[derive(Default)]
pub(crate) struct Wake(Notify);

impl Wake {
    pub(crate) fn soon(&self) {
        self.0.notify_one();
    }
}

/// Tells runners to stop: they finish what they hold, and claim nothing more.
#[derive(Debug, Clone)]
pub struct Stop(Arc<watch::Sender<bool>>);

impl Default for Stop {
    fn default() -> Self {
        Self(Arc::new(watch::Sender::new(false)))
    }
}

impl Stop {
    /// Tells them.
    pub fn now(&self) {
        self.0.send_replace(true);
    }

    /// Waits until they are told.
    pub async fn told(&self) {
        // The sender lives as long as `self`, so waiting cannot fail.
        let _ = self.0.subscribe().wait_for(|told| *told).await;
    }

    fn is_told(&self) -> bool {
        *self.0.borrow()
    }
}

/// What became of an attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Done,
    Again,
    Dead,
    /// Another node has taken the job over; whatever we did in the database is undone.
    Lost,
}

impl Outcome {
    fn as_str(self) -> &'static str {
        match self {
            Outcome::Done => "done",
            Outcome::Again => "again",
            Outcome::Dead => "dead",
            Outcome::Lost => "lost",
        }
    }
}

/// Does the jobs of one realm in one node.
#[derive(Debug, Clone)]
pub struct Runner {
    realm: Arc<Realm>,
    jobs: Arc<Jobs>,
    node: Arc<str>,
}

impl Runner {
    /// A runner; `node` is what this node is called on the page that shows who does what.
    #[must_use]
    pub fn new(realm: Arc<Realm>, jobs: Arc<Jobs>, node: &str) -> Self {
        Self { realm, jobs, node: node.into() }
    }

    /// Does what is due, again and again, until told to stop; then finishes what it holds. A database that is away for a
    /// while is waited for.
    pub async fn run(&self, stop: Stop) {
        let wake = self.realm.keep.get::<Wake>();
        let mut busy = JoinSet::new();
        let mut looked_at_schedules: Option<Instant> = None;
        while !stop.is_told() {
            if looked_at_schedules.is_none_or(|at| at.elapsed() >= SCHEDULES) {
                looked_at_schedules = Some(Instant::now());
                if let Err(error) = schedule::order_due(&self.realm, self.jobs.schedules()).await {
                    tracing::error!(%error, "the schedules could not be looked at");
                }
            }
            let free = HANDS - busy.len();
            let claimed = self.claim(i64::try_from(free).unwrap_or(1)).await.unwrap_or_else(|error| {
                tracing::error!(%error, "no jobs could be claimed");
                Vec::new()
            });
            let found = !claimed.is_empty();
            for job in claimed {
                let runner = self.clone();
                busy.spawn(async move { runner.attempt(job).await });
            }
            if busy.len() == HANDS {
                busy.join_next().await;
            } else if !found {
                tokio::select! {
                    () = stop.told() => {}
                    () = wake.0.notified() => {}
                    Some(_) = busy.join_next() => {}
                    () = tokio::time::sleep(LOOK) => {}
                }
            }
            while busy.try_join_next().is_some() {}
        }
        let finishing = async { while busy.join_next().await.is_some() {} };
        if tokio::time::timeout(LAST_WAIT, finishing).await.is_err() {
            tracing::warn!("some jobs were not finished; another node will do them");
        }
    }

    /// Does everything that is due now, and what that orders in turn, one after the other; says how many attempts there were.
    /// For tests, practice and the command line.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn drain(&self) -> Result<usize, DbError> {
        let mut attempts = 0;
        schedule::order_due(&self.realm, self.jobs.schedules()).await?;
        loop {
            let claimed = self.claim(1).await?;
            if claimed.is_empty() {
                return Ok(attempts);
            }
            for job in claimed {
                attempts += 1;
                self.attempt(job).await;
            }
        }
    }

    async fn claim(&self, most: i64) -> Result<Vec<Job>, DbError> {
        claim::claim(&self.realm, &self.jobs, &self.node, most).await
    }

    async fn attempt(&self, job: Job) {
        let Some((kind, handler)) = self.jobs.handler(&job.kind) else { return };
        let span = tracing::info_span!("job", job = %job.id, kind, id = job.request, attempt = job.attempts);
        async {
            let begun = Instant::now();
            let outcome = self.outcome(&job, handler.clone()).await;
            metrics::counter!("omtanke_jobs_total", "kind" => kind, "outcome" => outcome.as_str())
                .increment(1);
            metrics::histogram!("omtanke_job_seconds", "kind" => kind).record(begun.elapsed().as_secs_f64());
        }
        .instrument(span)
        .await;
    }

    async fn outcome(&self, job: &Job, handler: Handler) -> Outcome {
        // A task of its own, so that a handler that panics takes nothing else with it.
        let (runner, held) = (self.clone(), job.clone());
        let doing = async move { runner.handle(&held, &handler).await }.in_current_span();
        let error = match tokio::spawn(doing).await {
            Ok(Ok(true)) => return Outcome::Done,
            Ok(Ok(false)) => {
                tracing::warn!("another node has taken this job over");
                return Outcome::Lost;
            }
            Ok(Err(error)) => error,
            Err(_) => JobError::again("the handler broke down"),
        };
        let mut chance = [0];
        self.realm.chance.fill(&mut chance);
        let pause = match &error {
            JobError::Never(_) => None,
            _ if job.attempts >= pause::MOST_ATTEMPTS => None,
            JobError::Again { after, .. } => Some(after.unwrap_or(pause::after(job.attempts, chance[0]))),
        };
        match pause {
            Some(pause) => tracing::warn!(%error, seconds = pause.as_secs(), "will be tried again"),
            None => tracing::error!(%error, "laid among the dead letters"),
        }
        // When even this cannot be written, the lease runs out and somebody tries again.
        if let Err(error) = claim::failed(&self.realm, job, &error.to_string(), pause).await {
            tracing::error!(%error, "the failure could not be noted");
        }
        if pause.is_some() { Outcome::Again } else { Outcome::Dead }
    }

    /// Whether the job is done; `false` where it was no longer ours.
    async fn handle(&self, job: &Job, handler: &Handler) -> Result<bool, JobError> {
        let actor = || Actor { request: job.request.clone(), ..Actor::program(&*job.kind, Via::Program) };
        match handler {
            Handler::Within(handlers) => {
                let mut work = self.realm.work(actor()).await?;
                if !claim::still_ours(work.tx(), job).await? {
                    return Ok(false);
                }
                for handler in handlers {
                    handler.run(&mut work, job).await?;
                }
                let ours = claim::done(work.tx(), job).await?;
                work.commit().await?;
                Ok(ours)
            }
            Handler::Outside(handler) => {
                self.while_keeping(job, handler.run(&self.realm, job)).await?;
                let work = self.realm.work(actor()).await?;
                let ours = claim::done(work.tx(), job).await?;
                work.commit().await?;
                Ok(ours)
            }
        }
    }

    /// Waits for the other system, and has the lease last as long.
    async fn while_keeping(
        &self,
        job: &Job,
        doing: impl Future<Output = Result<(), JobError>>,
    ) -> Result<(), JobError> {
        tokio::pin!(doing);
        let third = Duration::try_from(LEASE / 3).unwrap_or(LOOK);
        loop {
            tokio::select! {
                done = &mut doing => return done,
                () = tokio::time::sleep(third) => {
                    // Where this fails, the worst is that another node does it too.
                    let _ = claim::keep_longer(&self.realm, job).await;
                }
            }
        }
    }
}
