//! The confirmation of a help point, and `/staff/help-points/stale`.

use access::{Action, ConfirmHelpPoint, ListStale, allow};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::{get, post};
use http::StatusCode;
use page::{Form, May, Problem, Query, Routes, Shell, Visit};
use serde::Deserialize;

use super::confirm;
use super::rules::{Group, stale_by_organisation};
use crate::directory::{self, Directory};
use crate::edit::open::today;
use crate::edit::{Pages, Seen, may_where, open, overview, paged, path, redirect, settle, with_status};
use crate::model::{Example, HelpPoint};
use crate::shown::{self, Number};

/// How many help points a page of the list shows.
const PER_PAGE: usize = 50;
const STALE: &str = "/staff/help-points/stale";

pub(crate) fn routes() -> Routes {
    Routes::new().get(STALE, May::Do(ListStale::NAME), get(stale)).post(
        "/staff/help-points/{id}/confirmation",
        May::Do(ConfirmHelpPoint::NAME),
        post(send),
    )
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Confirmation {
    version: String,
    /// `yes` where the examples are right too.
    examples: Vec<String>,
    /// `stale` where the button stood in the list of stale points.
    from: String,
}

async fn send(
    visit: Visit,
    Path(id): Path<String>,
    Form(form): Form<Confirmation>,
) -> Result<Response, Problem> {
    let (mut work, permit, point) = open::<ConfirmHelpPoint>(&visit, &id).await?;
    let seen = Seen::typed(point.id, &form.version)?;
    let outcome = confirm(&mut work, &permit, seen, !form.examples.is_empty()).await;
    match settle(&visit, work, outcome).await? {
        None if form.from == "stale" => Ok(redirect(&visit, STALE)),
        None => Ok(redirect(&visit, &path(point.id))),
        Some(clash) => {
            let view = clash.view(Vec::new());
            let page = overview::overview(&visit, &clash.point, false, Some(view)).await?;
            Ok(with_status(StatusCode::CONFLICT, &page))
        }
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    page: String,
    saved: String,
}

/// An organisation in the list.
struct Owner {
    name: String,
    website: Option<String>,
    count: String,
    lines: Vec<Line>,
}

/// A help point in the list.
struct Line {
    path: String,
    confirmation: String,
    version: i64,
    name: String,
    example: bool,
    kind_label: String,
    phone: Option<Number>,
    assured: String,
    may_confirm: bool,
}

#[derive(Template)]
#[template(path = "confirm/stale.html")]
struct StalePage {
    shell: Shell,
    saved: bool,
    count: String,
    owners: Vec<Owner>,
    pages: Pages,
}

async fn stale(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let words = visit.staff_words();
    let directory = directory::directory(&visit.realm).await?;
    let tx = visit.realm.read().await?;
    let place = may_where::<ListStale>(&visit, &tx).await?;
    let may_confirm = may_where::<ConfirmHelpPoint>(&visit, &tx).await?;
    drop(tx);
    if place.is_nowhere() {
        // Asked again in a work, so that the refusal is recorded.
        allow::<ListStale>(visit.realm.work(visit.actor()).await?, ()).await?;
    }
    let points = directory.entries.iter().map(|entry| &entry.point);
    let groups =
        stale_by_organisation(points.filter(|point| place.includes(point.organisation)), today(&visit));
    let all: Vec<&HelpPoint> = groups.iter().flat_map(|group| group.points.iter().copied()).collect();
    let count = words.t1("staff-stale-count", "count", all.len());
    let (shown, pages) = paged(all, &asked.page, PER_PAGE);
    let owner = |group: &Group<'_>| {
        let lines: Vec<Line> = group
            .points
            .iter()
            .filter(|point| shown.iter().any(|shown| shown.id == point.id))
            .map(|point| line(&visit, point, may_confirm.includes(point.organisation)))
            .collect();
        (!lines.is_empty()).then(|| owner(&visit, &directory, group, lines))
    };
    Ok(page::html(&StalePage {
        shell: visit
            .staff_shell(words.t("staff-stale-title"))
            .crumb(words.t("staff-points-title"), "/staff/help-points"),
        saved: asked.saved == "1",
        owners: groups.iter().filter_map(owner).collect(),
        count,
        pages,
    }))
}

fn owner(visit: &Visit, directory: &Directory, group: &Group<'_>, lines: Vec<Line>) -> Owner {
    let organisation = directory.organisation(group.organisation);
    Owner {
        name: organisation.map(|organisation| organisation.name.clone()).unwrap_or_default(),
        website: organisation.and_then(|organisation| organisation.website.clone()),
        count: visit.staff_words().t1("staff-stale-of-organisation", "count", group.points.len()),
        lines,
    }
}

fn line(visit: &Visit, point: &HelpPoint, may_confirm: bool) -> Line {
    let words = visit.staff_words();
    Line {
        path: path(point.id),
        confirmation: format!("{}/confirmation", path(point.id)),
        version: point.version,
        name: point.name.clone(),
        example: point.is_example(Example::Everything),
        kind_label: words.t(&format!("kind-{}", point.kind.code())),
        phone: shown::number(point),
        assured: match &point.assured {
            Some(assured) => {
                words.t2("staff-assured", "date", words.short_date(assured.date), "who", &assured.by)
            }
            None => words.t("staff-never-assured"),
        },
        may_confirm,
    }
}
