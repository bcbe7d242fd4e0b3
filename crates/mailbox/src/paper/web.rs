//! `/staff/paper-post`: what is to be printed, batches to print and post, files of letters, and what came back.

mod file;

use access::{Action as _, PrintLetters, allow};
use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{get, post};
use basics::Id;
use http::header::CONTENT_SECURITY_POLICY;
use jiff::Timestamp;
use page::{FieldErrors, May, Problem, Query, Routes, Shell, Visit, html};
use serde::Deserialize;
use store::Tx;
use uuid::Uuid;

use super::batch::note_printed;
use super::sheet::{Body, Sheet, address_of, sheet};
use super::sql::{self, Behind};
use super::{BatchTag, Kind, Paper, PaperTag, State, make_batch, mark_posted, note_returned, send_again};
use crate::mailbox;

const PATH: &str = "/staff/paper-post";

/// As many letters as are printed together: a packet of envelopes.
const TOGETHER: usize = 50;
/// How many of the queue are looked at for those without an address.
const LOOKED_AT: i64 = 200;

pub(crate) fn routes() -> Routes {
    let may = May::Do(PrintLetters::NAME);
    Routes::new()
        .get(PATH, may, get(list))
        .post("/staff/paper-post/batches", may, post(begin))
        .get("/staff/paper-post/batches/{batch}", may, get(batch))
        .post("/staff/paper-post/batches/{batch}/posted", may, post(posted))
        .get("/staff/paper-post/letters/{letter}", may, get(one))
        .get("/staff/paper-post/letters/{letter}/files/{n}", may, get(file::file))
        .post("/staff/paper-post/letters/{letter}/returned", may, post(returned))
        .post("/staff/paper-post/letters/{letter}/again", may, post(again))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    /// The number of a letter that came back.
    number: String,
    /// How many were just marked.
    marked: String,
    saved: String,
}

struct Line {
    id: String,
    name: String,
    kind: String,
    since: String,
    number: String,
}

struct OpenBatch {
    href: String,
    printed: String,
    count: i64,
}

/// A letter that was asked for by its number.
struct Found {
    id: String,
    text: String,
    state: String,
    can_return: bool,
}

#[derive(Template)]
#[template(path = "paper/list.html")]
struct ListPage {
    shell: Shell,
    errors: FieldErrors,
    said: Option<String>,
    waiting: String,
    kinds: Vec<(String, i64)>,
    /// The label of the button, where there is something to print.
    print: Option<String>,
    batches: Vec<OpenBatch>,
    without_address: Vec<Line>,
    number: String,
    found: Option<Found>,
    came_back: Vec<Line>,
}

/// What can have been done; each has its text.
const SAVED: [(&str, &str); 3] = [
    ("returned", "paper-returned-done"),
    ("again", "paper-again-done"),
    ("nothing", "paper-nothing-printable"),
];

async fn list(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let words = visit.staff_words();
    let tx = visit.realm.read().await?;
    let now = visit.realm.now();
    let counted = sql::count_waiting(&tx, now).await?;
    let total: i64 = counted.iter().map(|one| one.n).sum();
    let of_kind = |kind: Kind| {
        let n = counted.iter().find(|one| one.kind == kind.code()).map_or(0, |one| one.n);
        (words.t(&format!("paper-kind-{}", kind.code())), n)
    };
    let first = Behind { created_at: Timestamp::MIN, id: Id::from_uuid(Uuid::nil()) };
    let mut without_address = Vec::new();
    for paper in sql::waiting(&tx, now, first, LOOKED_AT).await? {
        if let Some((name, false)) = addressee(&visit, &tx, &paper).await? {
            without_address.push(line(&visit, &paper, name));
        }
    }
    let mut came_back = Vec::new();
    for paper in sql::returned(&tx, LOOKED_AT).await? {
        if let Some((name, _)) = addressee(&visit, &tx, &paper).await? {
            came_back.push(line(&visit, &paper, name));
        }
    }
    let batches = sql::open_batches(&tx).await?.into_iter().map(|open| OpenBatch {
        href: visit.href(&format!("{PATH}/batches/{}", open.batch)),
        printed: day(&visit, open.at),
        count: open.n,
    });
    let mut errors = FieldErrors::default();
    let found = find(&visit, &tx, &asked.number).await?;
    if found.is_none() && !asked.number.trim().is_empty() {
        let typed: String = asked.number.trim().chars().take(20).collect();
        errors.add("number", words.t1("paper-returned-unknown", "number", typed));
    }
    let marked: Option<i64> = asked.marked.parse().ok();
    let saved = SAVED.iter().find(|(code, _)| *code == asked.saved).map(|(_, key)| words.t(key));
    Ok(html(&ListPage {
        shell: visit.staff_shell(words.t("paper-title")).with_errors(!errors.is_empty()),
        errors,
        said: marked.map(|count| words.t1("paper-marked", "count", count)).or(saved),
        waiting: words.t1("paper-waiting", "count", total),
        kinds: Kind::ALL.into_iter().map(of_kind).filter(|(_, n)| *n > 0).collect(),
        print: (total > 0).then(|| {
            let most = total.min(i64::try_from(TOGETHER).unwrap_or(total));
            words.t1("paper-print-next", "most", most)
        }),
        batches: batches.collect(),
        without_address,
        number: asked.number,
        found,
        came_back,
    }))
}

fn day(visit: &Visit, at: Timestamp) -> String {
    visit.staff_words().short_date(at.to_zoned(visit.realm.zone().clone()).date())
}

fn line(visit: &Visit, paper: &Paper, name: String) -> Line {
    let kind = visit.staff_words().t(&format!("paper-kind-{}", paper.kind.code()));
    let number = paper.number.map(|number| number.to_string()).unwrap_or_default();
    Line { id: paper.id.to_string(), name, kind, since: day(visit, paper.state_at), number }
}

/// Whom it goes to, and whether their address is known.
async fn addressee(visit: &Visit, tx: &Tx, paper: &Paper) -> Result<Option<(String, bool)>, Problem> {
    let Some(mailbox) = mailbox(tx, &visit.realm.vault, paper.mailbox).await? else { return Ok(None) };
    let (name, address) = address_of(tx, mailbox.holder).await?;
    Ok(Some((name, address.is_some())))
}

async fn find(visit: &Visit, tx: &Tx, number: &str) -> Result<Option<Found>, Problem> {
    let Ok(number) = number.trim().parse::<i64>() else { return Ok(None) };
    let Some(paper) = sql::by_number(tx, number).await? else { return Ok(None) };
    let Some((name, _)) = addressee(visit, tx, &paper).await? else { return Ok(None) };
    let words = visit.staff_words();
    Ok(Some(Found {
        id: paper.id.to_string(),
        text: words.t2("paper-returned-is", "number", number.to_string(), "name", name),
        state: format!(
            "{}, {}",
            words.t(&format!("paper-state-{}", paper.state.code())),
            day(visit, paper.state_at)
        ),
        can_return: matches!(paper.state, State::Printed | State::Posted),
    }))
}

/// Puts the next letters into a batch.
async fn begin(visit: Visit) -> Result<Response, Problem> {
    let (mut work, permit) = allow::<PrintLetters>(visit.realm.work(visit.actor()).await?, ()).await?;
    let made = make_batch(&mut work, &permit, TOGETHER).await?;
    work.commit().await?;
    Ok(match made {
        Some((batch, _)) => redirect(&visit, &format!("{PATH}/batches/{batch}")),
        None => redirect(&visit, &format!("{PATH}?saved=nothing")),
    })
}

/// A file to be printed besides the sheets.
struct FileLink {
    href: String,
    label: String,
}

#[derive(Template)]
#[template(path = "paper/print.html")]
struct PrintPage {
    shell: Shell,
    /// The id of the batch; none where one letter is printed again.
    batch: Option<String>,
    /// The label of the button that marks the batch as posted.
    mark: Option<String>,
    gone: Option<String>,
    files: Vec<FileLink>,
    sheets: Vec<Sheet>,
}

async fn batch(visit: Visit, Path(batch): Path<String>) -> Result<Response, Problem> {
    let batch: Id<BatchTag> = batch.parse().map_err(|_| Problem::not_found())?;
    let (work, _permit) = allow::<PrintLetters>(visit.realm.work(visit.actor()).await?, ()).await?;
    let papers = sql::of_batch(work.tx(), batch).await?;
    if papers.is_empty() {
        return Err(Problem::not_found().next("paper-title", PATH));
    }
    printed(&visit, work, papers, Some(batch)).await
}

async fn one(visit: Visit, Path(letter): Path<String>) -> Result<Response, Problem> {
    let (work, _permit) = allow::<PrintLetters>(visit.realm.work(visit.actor()).await?, ()).await?;
    let paper = paper(work.tx(), &letter).await?;
    // What has no number yet comes with its batch.
    if paper.number.is_none() {
        return Err(Problem::not_found().next("paper-title", PATH));
    }
    printed(&visit, work, vec![paper], None).await
}

async fn paper(tx: &Tx, id: &str) -> Result<Paper, Problem> {
    let id: Id<PaperTag> = id.parse().map_err(|_| Problem::not_found())?;
    sql::by_id(tx, id).await?.ok_or_else(|| Problem::not_found().next("paper-title", PATH))
}

async fn printed(
    visit: &Visit,
    mut work: realm::Work<'_>,
    papers: Vec<Paper>,
    batch: Option<Id<BatchTag>>,
) -> Result<Response, Problem> {
    let words = visit.staff_words();
    let (mut sheets, mut files, mut gone) = (Vec::new(), Vec::new(), 0_i64);
    let to_mark = papers.iter().filter(|paper| paper.state == State::Printed).count();
    for paper in papers {
        let Some(sheet) = sheet(work.tx(), &visit.realm, &paper).await? else {
            gone += 1;
            continue;
        };
        note_printed(&mut work, &paper).await?;
        let number = paper.number.unwrap_or_default().to_string();
        for (n, name) in &sheet.files {
            files.push(FileLink {
                href: visit.href(&format!("{PATH}/letters/{}/files/{n}", paper.id)),
                label: words.t2("paper-print-file", "number", &number, "file", name),
            });
        }
        sheets.push(sheet);
    }
    work.commit().await?;
    let mut response = html(&PrintPage {
        shell: visit.staff_shell(words.t("paper-print-title")).crumb(words.t("paper-title"), PATH),
        mark: (batch.is_some() && to_mark > 0).then(|| words.t1("paper-mark", "count", to_mark)),
        batch: batch.map(|batch| batch.to_string()),
        gone: (gone > 0).then(|| words.t1("paper-gone", "count", gone)),
        files,
        sheets,
    });
    response.headers_mut().insert(CONTENT_SECURITY_POLICY, page::policy::WITH_PICTURES_WITHIN);
    Ok(response)
}

async fn posted(visit: Visit, Path(batch): Path<String>) -> Result<Response, Problem> {
    let batch: Id<BatchTag> = batch.parse().map_err(|_| Problem::not_found())?;
    let (mut work, permit) = allow::<PrintLetters>(visit.realm.work(visit.actor()).await?, ()).await?;
    let marked = mark_posted(&mut work, &permit, batch).await?;
    work.commit().await?;
    Ok(redirect(&visit, &format!("{PATH}?marked={marked}")))
}

async fn returned(visit: Visit, Path(letter): Path<String>) -> Result<Response, Problem> {
    let (mut work, permit) = allow::<PrintLetters>(visit.realm.work(visit.actor()).await?, ()).await?;
    let paper = paper(work.tx(), &letter).await?;
    note_returned(&mut work, &permit, paper.id).await?;
    work.commit().await?;
    Ok(redirect(&visit, &format!("{PATH}?saved=returned")))
}

async fn again(visit: Visit, Path(letter): Path<String>) -> Result<Response, Problem> {
    let (mut work, permit) = allow::<PrintLetters>(visit.realm.work(visit.actor()).await?, ()).await?;
    let paper = paper(work.tx(), &letter).await?;
    send_again(&mut work, &permit, paper.id).await?;
    work.commit().await?;
    Ok(redirect(&visit, &format!("{PATH}?saved=again")))
}

fn redirect(visit: &Visit, path: &str) -> Response {
    Redirect::to(&visit.href(path)).into_response()
}
