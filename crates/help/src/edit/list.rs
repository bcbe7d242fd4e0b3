//! `/staff/help-points`: the help points that somebody looks after.

use access::{Action, CreateHelpPoint, EditHelpPoint, ListStale, Where};
use askama::Template;
use axum::response::Response;
use axum::routing::get;
use jiff::civil::Date;
use page::{May, Problem, Query, Routes, Shell, Visit};
use serde::Deserialize;

use super::open::today;
use super::{may_where, path, typed};
use crate::directory::{self, Directory};
use crate::model::{HelpPoint, Status};
use crate::shown::{self, OpenState};
use crate::sql;

/// How many help points a page shows.
const PER_PAGE: usize = 50;

pub(crate) fn routes() -> Routes {
    Routes::new().get("/staff/help-points", May::Do(EditHelpPoint::NAME), get(show))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    q: String,
    page: String,
}

/// Where in a long list a page stands.
pub(crate) struct Pages {
    /// From 1.
    pub(crate) this: usize,
    /// How many there are, at least 1.
    pub(crate) of: usize,
}

impl Pages {
    pub(crate) fn previous(&self) -> Option<usize> {
        (self.this > 1).then(|| self.this - 1)
    }

    pub(crate) fn next(&self) -> Option<usize> {
        (self.this < self.of).then(|| self.this + 1)
    }
}

/// The part of a long list that a page shows; a page that there is not is the nearest one that there is.
pub(crate) fn paged<T>(mut all: Vec<T>, asked: &str, per_page: usize) -> (Vec<T>, Pages) {
    let of = all.len().div_ceil(per_page).max(1);
    let this = asked.trim().parse().unwrap_or(1).clamp(1, of);
    let mut rest = all.split_off((this - 1) * per_page);
    rest.truncate(per_page);
    (rest, Pages { this, of })
}

/// A help point in the list.
struct Line {
    path: String,
    name: String,
    kind_label: String,
    organisation: String,
    state: Option<OpenState>,
    assured: String,
    stale: bool,
}

#[derive(Template)]
#[template(path = "edit/list.html")]
struct ListPage {
    shell: Shell,
    q: String,
    /// Whether there are so many that searching is worth the room.
    searchable: bool,
    count: String,
    lines: Vec<Line>,
    pages: Pages,
    may_create: bool,
    may_list_stale: bool,
}

async fn show(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let words = visit.staff_words();
    let directory = directory::directory(&visit.realm).await?;
    let tx = visit.realm.read().await?;
    let place = may_where::<EditHelpPoint>(&visit, &tx).await?;
    let closed = sql::closed_points(&tx).await?;
    let open = directory.entries.iter().map(|entry| &entry.point);
    let mine: Vec<&HelpPoint> =
        open.chain(&closed).filter(|point| place.includes(point.organisation)).collect();
    let q = typed::line(&asked.q);
    let searchable = mine.len() > PER_PAGE || place == Where::Anywhere || !q.is_empty();
    let found: Vec<&HelpPoint> =
        mine.into_iter().filter(|point| fits(point, &directory, &q.to_lowercase())).collect();
    let count = words.t1("staff-points-count", "count", found.len());
    let (found, pages) = paged(found, &asked.page, PER_PAGE);
    let today = today(&visit);
    Ok(page::html(&ListPage {
        shell: visit.staff_shell(words.t("staff-points-title")),
        lines: found.into_iter().map(|point| line(&visit, &directory, point, today)).collect(),
        may_create: visit.staff_shell("").may(CreateHelpPoint::NAME),
        may_list_stale: visit.staff_shell("").may(ListStale::NAME),
        searchable,
        count,
        pages,
        q,
    }))
}

/// Whether the name of a point or of its organisation has the text in it.
fn fits(point: &HelpPoint, directory: &Directory, text: &str) -> bool {
    let organisation = directory.organisation(point.organisation);
    point.name.to_lowercase().contains(text)
        || organisation.is_some_and(|organisation| organisation.name.to_lowercase().contains(text))
}

fn line(visit: &Visit, directory: &Directory, point: &HelpPoint, today: Date) -> Line {
    let words = visit.staff_words();
    let at = visit.realm.now().to_zoned(visit.realm.zone().clone()).datetime();
    let entry = directory.entry(point.id);
    Line {
        path: path(point.id),
        name: point.name.clone(),
        kind_label: words.t(&format!("kind-{}", point.kind.code())),
        organisation: directory
            .organisation(point.organisation)
            .map(|organisation| organisation.name.clone())
            .unwrap_or_default(),
        state: entry.map(|entry| shown::open_state(words, &entry.hours.state_at(visit.realm.now()), at)),
        assured: match (&point.assured, point.status) {
            (_, Status::Closed) => words.t("staff-status-closed"),
            (Some(assured), _) => words.short_date(assured.date),
            (None, _) => words.t("staff-never-assured"),
        },
        stale: point.is_stale(today),
    }
}
