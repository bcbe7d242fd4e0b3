//! How a help point is put into words: one place for cards, pages and sheets.

use basics::Id;
use hours::{ClosedBecause, Day, Moment, OpeningHours, Span, State};
use jiff::civil::{Date, DateTime, Time};
use words::Words;

use crate::directory::Directory;
use crate::model::{Example, HelpPoint, HelpPointTag, Kind, StepFree};
use crate::search::Hit;

/// Whether it is open, in words and as a class.
#[derive(Debug)]
pub(crate) struct OpenState {
    pub(crate) class: &'static str,
    pub(crate) icon: &'static str,
    pub(crate) text: String,
}

/// A telephone number to show.
#[derive(Debug)]
pub(crate) struct Number {
    pub(crate) number: String,
    pub(crate) example: bool,
}

/// A help point in a list.
#[derive(Debug)]
pub(crate) struct Card {
    pub(crate) path: String,
    pub(crate) name: String,
    pub(crate) kind_label: String,
    pub(crate) example: bool,
    pub(crate) distance: Option<String>,
    pub(crate) state: OpenState,
    pub(crate) hours_example: bool,
    pub(crate) address: Option<String>,
    pub(crate) address_example: bool,
    pub(crate) phone: Option<Number>,
    pub(crate) website: Option<String>,
    pub(crate) languages: Option<String>,
    pub(crate) step_free: Option<String>,
}

/// The address of a help point's page.
pub(crate) fn path(id: Id<HelpPointTag>) -> String {
    format!("/sted/{id}")
}

impl Card {
    pub(crate) fn of(words: &Words, directory: &Directory, hit: &Hit<'_>, at: DateTime) -> Self {
        let point = &hit.entry.point;
        let spoken: Vec<String> =
            point.languages.iter().map(|code| words.t(&format!("spoken-{code}"))).collect();
        Self {
            path: path(point.id),
            name: point.name.clone(),
            kind_label: words.t(&format!("kind-{}", point.kind.code())),
            example: point.is_example(Example::Everything),
            distance: hit.km.map(|km| distance(words, km, point.precise)),
            state: open_state(words, &hit.entry.hours.state_at(local_moment(at)), at),
            hours_example: point.is_example(Example::Hours),
            address: address(directory, point),
            address_example: point.is_example(Example::Street),
            phone: number(point),
            website: point.website.clone().filter(|_| point.kind == Kind::Chat),
            languages: (point.languages.len() > 1).then(|| words.list(&spoken)),
            step_free: (point.kind.is_place() && point.step_free == StepFree::Yes)
                .then(|| words.t("step-free-yes")),
        }
    }
}

/// A local time in Denmark as a moment.
pub(crate) fn local_moment(at: DateTime) -> Moment {
    let zone = jiff::tz::TimeZone::get("Europe/Copenhagen").expect("the time zones are built in");
    at.to_zoned(zone).map_or_else(|_| jiff::Timestamp::UNIX_EPOCH.into(), |zoned| zoned.timestamp().into())
}

/// A distance. Where the position is only the town's or the municipality's, it says "about", and nothing exact about
/// what is near.
pub(crate) fn distance(words: &Words, km: f64, precise: bool) -> String {
    match precise {
        true => words.distance(km),
        false if km < NEARBY_KM => words.t("distance-nearby"),
        false => words.t1("distance-about", "distance", words.distance(km.round())),
    }
}

/// Within a town's own width, a position that is only the town's says nothing about the way.
const NEARBY_KM: f64 = 2.5;

/// The number, where there is one.
pub(crate) fn number(point: &HelpPoint) -> Option<Number> {
    point.phone.clone().map(|number| Number { number, example: point.is_example(Example::Phone) })
}

/// Street, postcode and town on one line, as much as is known.
pub(crate) fn address(directory: &Directory, point: &HelpPoint) -> Option<String> {
    let town = point.postcode.as_ref().map(|code| match directory.places.postcode(code) {
        Some(postcode) => format!("{code} {}", postcode.town),
        None => code.clone(),
    });
    let municipality = || {
        let code = point.municipality_code.as_ref()?;
        Some(directory.places.municipality(code)?.seat.clone())
    };
    match (&point.street, town) {
        (Some(street), Some(town)) => Some(format!("{street}, {town}")),
        (Some(street), None) => Some(street.clone()),
        (None, Some(town)) => Some(town),
        (None, None) if point.kind.is_place() => municipality(),
        (None, None) => None,
    }
}

/// Whether it is open, in words.
pub(crate) fn open_state(words: &Words, state: &State, at: DateTime) -> OpenState {
    match state {
        State::Open { until: None } => {
            OpenState { class: "om-open", icon: "schedule", text: words.t("open-always") }
        }
        State::Open { until: Some(until) }
            if until.date() == at.date() || until.time() == Time::midnight() =>
        {
            OpenState {
                class: "om-open",
                icon: "schedule",
                text: words.t1("open-until", "time", closing(words, until.time())),
            }
        }
        State::Open { until: Some(until) } => OpenState {
            class: "om-open",
            icon: "schedule",
            text: words.t2(
                "open-until-day",
                "day",
                words.weekday(until.date().weekday()),
                "time",
                closing(words, until.time()),
            ),
        },
        State::Closed { next, because } => {
            let reason = match because {
                ClosedBecause::Holiday(holiday) => Some(words.t1(
                    "closed-holiday",
                    "holiday",
                    words.t(&format!("holiday-{}", holiday.key())),
                )),
                ClosedBecause::Exception(reason) => Some(words.t1("closed-reason", "reason", reason)),
                ClosedBecause::NoHours => None,
            };
            let opens = match next {
                Some((date, time)) => opens_again(words, *date, *time, at.date()),
                None => words.t("opens-unknown"),
            };
            let closed = reason.unwrap_or_else(|| words.t("closed-now"));
            OpenState { class: "om-closed", icon: "schedule", text: format!("{closed} {opens}") }
        }
        State::Unknown => OpenState { class: "om-unknown", icon: "info", text: words.t("hours-unknown") },
    }
}

fn opens_again(words: &Words, date: Date, time: Time, today: Date) -> String {
    let time = words.time(time);
    let days = (date - today).get_days();
    match days {
        0 => words.t1("opens-today", "time", time),
        1 => words.t1("opens-tomorrow", "time", time),
        2..=6 => words.t2("opens-day", "day", words.weekday(date.weekday()), "time", time),
        _ => words.t2("opens-date", "date", words.short_date(date), "time", time),
    }
}

/// Midnight as a closing time is the end of the day.
fn closing(words: &Words, time: Time) -> String {
    if time == Time::midnight() { words.t("midnight") } else { words.time(time) }
}

/// The hours of a day: `09.00–15.00`, or why there are none.
pub(crate) fn day(words: &Words, day: &Day) -> String {
    if !day.spans.is_empty() {
        return spans(words, &day.spans);
    }
    match &day.closed_because {
        Some(ClosedBecause::Holiday(holiday)) => {
            words.t1("closed-holiday", "holiday", words.t(&format!("holiday-{}", holiday.key())))
        }
        Some(ClosedBecause::Exception(reason)) => words.t1("closed-reason", "reason", reason),
        _ => words.t("closed"),
    }
}

/// Hours in a row, with their notes.
pub(crate) fn spans(words: &Words, spans: &[Span]) -> String {
    let written = spans.iter().map(|span| {
        let hours = format!("{}–{}", words.time(span.opens), closing(words, span.closes));
        match &span.note {
            Some(note) => format!("{hours} ({note})"),
            None => hours,
        }
    });
    words.list(&written.collect::<Vec<_>>())
}

/// The week in lines: `mandag–torsdag: 09.00–15.00`.
pub(crate) fn pattern(words: &Words, hours: &OpeningHours, at: Date) -> Vec<String> {
    if hours.is_unknown() {
        return vec![words.t("hours-unknown")];
    }
    let lines = hours.weekly_pattern(at).into_iter().map(|(first, last, open)| {
        let days = if first == last {
            words.weekday(first)
        } else {
            format!("{}–{}", words.weekday(first), words.weekday(last))
        };
        let open = if open.is_empty() { words.t("closed") } else { spans(words, &open) };
        format!("{days}: {open}")
    });
    lines.collect()
}
