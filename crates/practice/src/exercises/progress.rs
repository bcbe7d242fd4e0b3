//! How far a learner has come in a sandbox.

use std::collections::BTreeSet;

use ::scenarios::Scenario;
use realm::{Change, Work};
use serde::Serialize;
use store::{DbError, Tx};

pub(crate) use super::sql::Progress;
use super::{Code, sql};
use crate::scenarios::Library;

#[derive(Serialize)]
struct At {
    task: i64,
}

#[derive(Serialize)]
struct Chose {
    task: i64,
    choice: i64,
    right: bool,
}

/// Begins a scenario; says whether it was not begun before.
pub(crate) async fn begin(work: &mut Work<'_>, slug: &str) -> Result<bool, DbError> {
    let is_new = sql::insert(work.tx(), slug, work.now()).await?;
    if is_new {
        work.record(Change::new("exercise.begin", "exercise", &slug));
    }
    Ok(is_new)
}

/// How far it has come; `None` where it was not begun.
pub(crate) async fn of(tx: &Tx, slug: &str) -> Result<Option<Progress>, DbError> {
    sql::of(tx, slug).await
}

/// Everything that was begun, the latest first.
pub(crate) async fn all(tx: &Tx) -> Result<Vec<Progress>, DbError> {
    sql::all(tx).await
}

/// Opens one hint more of the present task.
pub(crate) async fn open_hint(work: &mut Work<'_>, scenario: &Scenario) -> Result<(), DbError> {
    let Some(mut progress) = sql::lock(work.tx(), &scenario.slug).await? else { return Ok(()) };
    let there_are = scenario.tasks.get(at(&progress)).map_or(0, |task| task.hints.len());
    if usize::try_from(progress.hints).is_ok_and(|open| open < there_are) {
        progress.hints += 1;
        sql::save(work.tx(), &progress).await?;
        let change = Change::new("exercise.hint", "exercise", &scenario.slug);
        work.record(change.after(&At { task: progress.task }));
    }
    Ok(())
}

/// Notes what was chosen in the present task. Another choice can be made afterwards.
pub(crate) async fn choose(work: &mut Work<'_>, scenario: &Scenario, choice: usize) -> Result<(), DbError> {
    let Some(mut progress) = sql::lock(work.tx(), &scenario.slug).await? else { return Ok(()) };
    let chosen = scenario.tasks.get(at(&progress)).and_then(|task| task.choices.get(choice));
    if let Some(chosen) = chosen {
        let choice = i64::try_from(choice).unwrap_or(0);
        progress.choice = Some(choice);
        sql::save(work.tx(), &progress).await?;
        let after = Chose { task: progress.task, choice, right: chosen.right };
        work.record(Change::new("exercise.choose", "exercise", &scenario.slug).after(&after));
    }
    Ok(())
}

/// Goes on to the next task from the one with this number; whoever sends the form twice goes on once. Says whether it went on.
pub(crate) async fn go_on(work: &mut Work<'_>, scenario: &Scenario, from: usize) -> Result<bool, DbError> {
    let Some(mut progress) = sql::lock(work.tx(), &scenario.slug).await? else { return Ok(false) };
    if at(&progress) != from || progress.done_at.is_some() {
        return Ok(false);
    }
    let change = Change::new("exercise.task_done", "exercise", &scenario.slug);
    work.record(change.after(&At { task: progress.task }));
    progress.task += 1;
    progress.hints = 0;
    progress.choice = None;
    if at(&progress) >= scenario.tasks.len() {
        progress.done_at = Some(work.now());
        work.record(Change::new("exercise.done", "exercise", &scenario.slug));
    }
    sql::save(work.tx(), &progress).await?;
    Ok(true)
}

/// Takes what a code says as done.
pub(crate) async fn bring(work: &mut Work<'_>, code: &Code) -> Result<(), DbError> {
    for number in &code.0 {
        sql::bring(work.tx(), i64::from(*number), work.now()).await?;
    }
    work.record(Change::new("exercise.bring", "exercise", &"code").after(&code.0.len()));
    Ok(())
}

/// The numbers of everything that is done, here or before.
pub(crate) async fn done(tx: &Tx, library: &Library) -> Result<BTreeSet<u8>, DbError> {
    let brought = sql::brought(tx).await?.into_iter();
    let mut done: BTreeSet<u8> = brought.filter_map(|number| u8::try_from(number).ok()).collect();
    let here = sql::all(tx).await?.into_iter().filter(|progress| progress.done_at.is_some());
    done.extend(here.filter_map(|progress| Some(library.get(&progress.scenario)?.number)));
    Ok(done)
}

/// Which task it is at, counted from 0.
pub(crate) fn at(progress: &Progress) -> usize {
    usize::try_from(progress.task).unwrap_or(0)
}
