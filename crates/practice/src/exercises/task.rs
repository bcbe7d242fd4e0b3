//! One exercise: before it begins, the present task, and when all is done.

use ::scenarios::{Goal, Scenario, Task};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use page::{Problem, Query, Shell, Visit};
use serde::Deserialize;

use super::PATH;
use super::list::{Card, card, facts};
use super::progress::{self, Progress};
use super::quiz::{self, is_quiz_on};
use super::said::{Said, Somebody};
use crate::sandbox::{SandboxVisit, Sandboxes};
use crate::scenarios::{Cast, GoalError, are_met, library};

#[derive(Template)]
#[template(path = "exercises/intro.html")]
struct IntroPage {
    shell: Shell,
    title: Said,
    about: Said,
    everybody: Vec<Somebody>,
    facts: String,
    base: String,
}

struct ChoiceView {
    n: usize,
    text: Said,
    is_chosen: bool,
}

struct LineView {
    says: Said,
    is_you: bool,
}

struct SceneView {
    kind: String,
    from: String,
    is_approval: bool,
    lines: Vec<LineView>,
}

struct Answer {
    is_right: bool,
    because: Said,
}

#[derive(Template)]
#[template(path = "exercises/task.html")]
struct TaskPage {
    shell: Shell,
    title: Said,
    step: String,
    text: Said,
    who: Somebody,
    is_them: bool,
    signs_in: bool,
    start: Option<String>,
    scene: Option<SceneView>,
    choices: Vec<ChoiceView>,
    answer: Option<Answer>,
    hints: Vec<Said>,
    has_more_hints: bool,
    is_done: bool,
    is_asked: bool,
    done: Option<Said>,
    can_show: bool,
    has_two_sides: bool,
    n: usize,
    base: String,
}

#[derive(Template)]
#[template(path = "exercises/done.html")]
struct DonePage {
    shell: Shell,
    title: Said,
    others: Vec<Card>,
    /// Where there are questions about it.
    quiz: Option<String>,
    /// Where somebody finds help for real, outside the sandbox; `None` where nothing real is served.
    help: Option<String>,
    base: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Asked {
    se: Option<String>,
}

/// `GET /oevelser/{scenario}`: what it is about, the present task, or that all is done.
pub(super) async fn page(
    SandboxVisit { visit, sandboxes, .. }: SandboxVisit,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let scenario = scenario(&slug)?;
    let Some((progress, cast)) = begun(&visit, scenario).await? else { return Ok(intro(&visit, scenario)) };
    match scenario.tasks.get(progress::at(&progress)) {
        Some(task) => {
            let is_done = is_done(&visit, &cast, task, &progress).await?;
            task_page(&visit, &cast, scenario, task, &progress, is_done, asked.se.is_some())
        }
        None => done_page(&visit, &sandboxes, scenario).await,
    }
}

pub(super) fn scenario(slug: &str) -> Result<&'static Scenario, Problem> {
    library().get(slug).ok_or_else(Problem::not_found)
}

/// How far the story has come, and who is who in it; `None` before it begins.
pub(super) async fn begun(
    visit: &Visit,
    scenario: &'static Scenario,
) -> Result<Option<(Progress, Cast<'static>)>, Problem> {
    let tx = visit.realm.read().await?;
    let progress = progress::of(&tx, &scenario.slug).await?;
    let cast = Cast::find(&tx, &visit.realm.vault, scenario).await?;
    Ok(progress.zip(cast))
}

fn intro(visit: &Visit, scenario: &Scenario) -> Response {
    let (words, language) = (visit.words, visit.words.language());
    let title = Said::of(&scenario.title, language);
    page::html(&IntroPage {
        shell: shell(visit, &title),
        about: Said::of(&scenario.about, language),
        everybody: Somebody::everybody(scenario, words),
        facts: facts(visit, scenario),
        base: base(visit, scenario),
        title,
    })
}

fn task_page(
    visit: &Visit,
    cast: &Cast<'_>,
    scenario: &Scenario,
    task: &Task,
    progress: &Progress,
    is_done: bool,
    is_asked: bool,
) -> Result<Response, Problem> {
    let (words, language) = (visit.words, visit.words.language());
    let (n, open) = (progress::at(progress), usize::try_from(progress.hints).unwrap_or(0));
    let chosen = progress.choice.and_then(|choice| usize::try_from(choice).ok());
    let who = Somebody::of(scenario, task.who.as_str(), words).ok_or_else(Problem::broken)?;
    let person = cast.person(&task.who).map_err(|_| Problem::broken())?;
    let title = Said::of(&scenario.title, language);
    let of = i64::try_from(scenario.tasks.len()).unwrap_or(i64::MAX);
    let choice = |(n, choice): (usize, &::scenarios::Choice)| ChoiceView {
        n,
        text: Said::of(&choice.text, language),
        is_chosen: chosen == Some(n),
    };
    let answer = chosen
        .and_then(|chosen| task.choices.get(chosen))
        .map(|choice| Answer { is_right: choice.right, because: Said::of(&choice.because, language) });
    Ok(page::html(&TaskPage {
        shell: shell(visit, &title),
        step: words.t2("exercise-step", "n", progress.task + 1, "of", of),
        text: Said::of(&task.text, language),
        is_them: visit.visitor.as_ref().is_some_and(|visitor| visitor.person == person),
        signs_in: signs_in(task),
        who,
        start: task.start.as_ref().map(|path| visit.href(path.as_str())),
        scene: task.scene.as_ref().map(|scene| SceneView {
            kind: words.t(&format!("exercise-scene-{}", scene.kind.code())),
            from: scene.from.text.clone(),
            is_approval: scene.kind == ::scenarios::SceneKind::Approval,
            lines: scene
                .lines
                .iter()
                .map(|line| LineView { says: Said::of(&line.says, language), is_you: line.you })
                .collect(),
        }),
        choices: task.choices.iter().enumerate().map(choice).collect(),
        answer,
        hints: Said::all(task.hints.iter().take(open), language),
        has_more_hints: open < task.hints.len(),
        is_done,
        is_asked,
        done: task.done.as_ref().map(|done| Said::of(done, language)),
        can_show: !task.show.is_empty(),
        has_two_sides: scenario.people.len() > 1,
        n,
        base: base(visit, scenario),
        title,
    }))
}

async fn done_page(visit: &Visit, sandboxes: &Sandboxes, scenario: &Scenario) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    let (done, is_quiz_on) = (progress::done(&tx, library()).await?, is_quiz_on(&tx).await?);
    let base = base(visit, scenario);
    let fits = |one: &&Scenario| {
        !done.contains(&one.number)
            && one.audiences.iter().any(|for_whom| scenario.audiences.contains(for_whom))
    };
    let title = Said::of(&scenario.title, visit.words.language());
    Ok(page::html(&DonePage {
        shell: shell(visit, &title),
        others: library().all().filter(fits).take(3).map(|one| card(visit, one, &done)).collect(),
        quiz: quiz::address(scenario, &base).filter(|_| is_quiz_on),
        help: sandboxes.real_help(),
        base,
        title,
    }))
}

/// Whether the present task is done: its goals are reached, and what was to be chosen is chosen.
pub(super) async fn is_done(
    visit: &Visit,
    cast: &Cast<'_>,
    task: &Task,
    progress: &Progress,
) -> Result<bool, Problem> {
    if let Some(right) = task.right_choice()
        && progress.choice != i64::try_from(right).ok()
    {
        return Ok(false);
    }
    are_met(&visit.realm, cast, &task.goal).await.map_err(|error| refused(&error))
}

fn refused(error: &GoalError) -> Problem {
    tracing::error!(%error, "a goal cannot be looked at");
    Problem::broken()
}

/// Whether the task is to sign in, or what else is done with MitID before that, so that nobody is signed in for the learner.
pub(super) fn signs_in(task: &Task) -> bool {
    task.goal.iter().any(|goal| match goal {
        Goal::SignedIn { .. } => true,
        Goal::Audit { action, .. } => action.text.starts_with("mitid."),
        _ => false,
    })
}

pub(super) fn base(visit: &Visit, scenario: &Scenario) -> String {
    visit.href(&format!("{PATH}/{}", scenario.slug))
}

fn shell(visit: &Visit, title: &Said) -> Shell {
    let list = visit.words.t("exercise-list-title");
    visit.shell(title.text.clone()).crumb(list, PATH)
}
