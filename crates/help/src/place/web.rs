//! The page of one help point.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use jiff::civil::Date;
use page::{May, Problem, Shell, Visit};
use words::Words;

use crate::directory::{self, Directory, Entry};
use crate::model::{Example, HelpPoint, ServiceStatus};
use crate::shown::{self, OpenState};

pub(crate) fn routes() -> page::Routes {
    page::Routes::new().get("/sted/{id}", May::Anyone, get(show)).get(
        "/sted/{id}/ark",
        May::Anyone,
        get(sheet),
    )
}

struct DayRow {
    day: String,
    hours: String,
    today: bool,
}

struct ServiceView {
    name: String,
    description: String,
    topics: String,
    booking: String,
}

/// A help point in words, for page and sheet alike.
struct PlaceView {
    path: String,
    kind_label: String,
    description: String,
    organisation: Option<String>,
    state: OpenState,
    address: Option<String>,
    phone: Option<shown::Number>,
    email: Option<String>,
    website: Option<String>,
    languages: String,
    step_free: Option<String>,
    services: Vec<ServiceView>,
    week: Vec<DayRow>,
    pattern: Vec<String>,
    hours_known: bool,
    later: Vec<String>,
    assured: String,
    stale: bool,
    source: String,
    map: Option<String>,
    examples: Examples,
}

/// Which parts are made up.
struct Examples {
    everything: bool,
    street: bool,
    email: bool,
    website: bool,
    hours: bool,
    languages: bool,
    step_free: bool,
    services: bool,
}

#[derive(Template)]
#[template(path = "place/page.html")]
struct PlacePage {
    shell: Shell,
    place: PlaceView,
}

#[derive(Template)]
#[template(path = "place/sheet.html")]
struct PlaceSheet {
    shell: Shell,
    place: PlaceView,
    as_of: String,
}

async fn show(visit: Visit, Path(id): Path<String>) -> Result<Response, Problem> {
    let directory = directory::directory(&visit.realm).await?;
    let entry = entry(&directory, &id)?;
    let words = visit.words;
    let shell = visit
        .shell(entry.point.name.clone())
        .crumb(words.t("front-page"), "/")
        .crumb(words.t("search-title"), "/find-hjaelp");
    let mut response = page::html(&PlacePage { place: view(&visit, &directory, entry), shell });
    if visit.visitor.is_none() {
        response.extensions_mut().insert(directory::may_be_kept(&directory));
    }
    Ok(response)
}

async fn sheet(visit: Visit, Path(id): Path<String>) -> Result<Response, Problem> {
    let directory = directory::directory(&visit.realm).await?;
    let entry = entry(&directory, &id)?;
    let today = visit.realm.now().to_zoned(visit.realm.zone().clone()).date();
    let shell = visit.shell(entry.point.name.clone()).back_to(&shown::path(entry.point.id));
    let as_of = visit.words.t1("sheet-as-of", "date", visit.words.date(today));
    Ok(page::html(&PlaceSheet { place: view(&visit, &directory, entry), as_of, shell }))
}

fn entry<'d>(directory: &'d Directory, id: &str) -> Result<&'d Entry, Problem> {
    let id = id.parse().map_err(|_| Problem::not_found())?;
    directory.entry(id).ok_or_else(|| Problem::not_found().next("search-title", "/find-hjaelp"))
}

fn view(visit: &Visit, directory: &Directory, entry: &Entry) -> PlaceView {
    let (words, point) = (visit.words, &entry.point);
    let at = visit.realm.now().to_zoned(visit.realm.zone().clone()).datetime();
    let spoken: Vec<String> = point.languages.iter().map(|code| words.t(&format!("spoken-{code}"))).collect();
    PlaceView {
        path: shown::path(point.id),
        kind_label: words.t(&format!("kind-{}", point.kind.code())),
        description: point.description.clone(),
        organisation: directory
            .organisation(point.organisation)
            .map(|organisation| organisation.name.clone()),
        state: shown::open_state(words, &entry.hours.state_at(visit.realm.now()), at),
        address: shown::address(directory, point),
        phone: shown::number(point),
        email: point.email.clone(),
        website: point.website.clone(),
        languages: words.list(&spoken),
        step_free: point.kind.is_place().then(|| words.t(&format!("step-free-{}", point.step_free.code()))),
        services: services(words, point),
        week: week(words, entry, at.date()),
        pattern: shown::pattern(words, &entry.hours, at.date()),
        hours_known: !entry.hours.is_unknown(),
        later: later(words, entry, at.date()),
        assured: match &point.assured {
            Some(assured) => words.t1("assured", "date", words.short_date(assured.date)),
            None => words.t("never-assured"),
        },
        stale: point.is_stale(at.date()),
        source: point.source.clone(),
        map: map(point),
        examples: Examples {
            everything: point.is_example(Example::Everything),
            street: point.is_example(Example::Street),
            email: point.is_example(Example::Email),
            website: point.is_example(Example::Website),
            hours: point.is_example(Example::Hours),
            languages: point.is_example(Example::Languages),
            step_free: point.is_example(Example::StepFree),
            services: point.is_example(Example::Services),
        },
    }
}

fn services(words: &Words, point: &HelpPoint) -> Vec<ServiceView> {
    let active = point.services.iter().filter(|service| service.status == ServiceStatus::Active);
    active
        .map(|service| ServiceView {
            name: service.name.clone(),
            description: service.description.clone(),
            topics: words.list(
                &service
                    .topics
                    .iter()
                    .map(|topic| words.t(&format!("topic-{}", topic.code())))
                    .collect::<Vec<_>>(),
            ),
            booking: words.t(&format!("booking-{}", service.booking.code())),
        })
        .collect()
}

fn week(words: &Words, entry: &Entry, today: Date) -> Vec<DayRow> {
    let rows = entry.hours.week(today).into_iter().map(|(date, day)| DayRow {
        day: if date == today {
            words.t1("today", "day", words.weekday(date.weekday()))
        } else {
            words.t2("day-and-date", "day", words.weekday(date.weekday()), "date", words.short_date(date))
        },
        hours: shown::day(words, &day),
        today: date == today,
    });
    rows.collect()
}

/// Other hours than usual in the next ninety days, beyond the week that the table shows.
fn later(words: &Words, entry: &Entry, today: Date) -> Vec<String> {
    let horizon = today.saturating_add(jiff::Span::new().days(90));
    let exceptions = entry.hours.exceptions.iter();
    let soon = exceptions.filter(|exception| exception.date_to >= today && exception.date_from <= horizon);
    soon.map(|exception| {
        let dates = if exception.date_from == exception.date_to {
            words.date(exception.date_from)
        } else {
            format!("{} – {}", words.short_date(exception.date_from), words.short_date(exception.date_to))
        };
        format!("{dates}: {}", shown::day(words, &entry.hours.on(exception.date_from.max(today))))
    })
    .collect()
}

/// A link that a telephone opens in its own map (RFC 5870); only where the position is the place's own.
fn map(point: &HelpPoint) -> Option<String> {
    let position = point.position.filter(|_| point.precise)?;
    Some(format!("geo:{:.5},{:.5}", position.lat(), position.lon()))
}
