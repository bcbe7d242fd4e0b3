//! Rules in words, and what they come to on the next days.

use basics::holiday_on;
use hours::{ByDay, Freq, OpeningHours, Rule};
use jiff::ToSpan as _;
use jiff::civil::{Date, Time};
use words::Words;

use crate::shown;

/// As many days as the preview shows: two weeks, so that a rule for every other week shows both.
const PREVIEW_DAYS: i32 = 14;

/// A rule in words: `mandag, tirsdag og torsdag kl. 10.00–16.00, hver 2. uge, fra 7. sep. 2026`.
pub(crate) fn rule(words: &Words, rule: &Rule) -> String {
    let hours =
        words.t2("hours-told-time", "opens", words.time(rule.opens_at), "closes", closing(words, rule));
    let mut parts = vec![format!("{} {hours}", days(words, rule))];
    if rule.interval > 1 {
        let every = match rule.freq {
            Freq::Weekly => "hours-told-every-weeks",
            Freq::Monthly => "hours-told-every-months",
        };
        parts.push(words.t1(every, "n", rule.interval));
    }
    // Which of the two holds it back longer is when it begins.
    if let Some(from) = rule.valid_from.max(rule.dtstart) {
        parts.push(words.t1("hours-told-from", "date", words.short_date(from)));
    }
    if let Some(to) = rule.valid_to {
        parts.push(words.t1("hours-told-to", "date", words.short_date(to)));
    }
    if rule.open_on_holidays {
        parts.push(words.t("hours-told-holidays"));
    }
    let told = parts.join(", ");
    match &rule.note {
        Some(note) => format!("{told} ({note})"),
        None => told,
    }
}

fn closing(words: &Words, rule: &Rule) -> String {
    if rule.closes_at == Time::midnight() { words.t("midnight") } else { words.time(rule.closes_at) }
}

fn days(words: &Words, rule: &Rule) -> String {
    let dates = rule.bymonthday.iter().map(|&day| match day {
        -1 => words.t("hours-told-last-day"),
        day if day < 0 => words.t1("hours-told-day-from-end", "n", i32::from(-day)),
        day => words.t1("hours-told-day", "n", i32::from(day)),
    });
    let weekdays = rule.byday.iter().map(|day| weekday(words, *day));
    match (rule.byday.is_empty(), rule.bymonthday.is_empty()) {
        (false, true) => and(words, weekdays.collect()),
        (true, false) => and(words, dates.collect()),
        (false, false) => {
            let weekdays = and(words, weekdays.collect());
            words.t2("hours-told-when-also", "days", weekdays, "dates", and(words, dates.collect()))
        }
        // The first date names the day.
        (true, true) => match (rule.freq, rule.dtstart.or(rule.valid_from)) {
            (Freq::Weekly, Some(start)) => words.weekday(start.weekday()),
            (Freq::Monthly, Some(start)) => words.t1("hours-told-day", "n", i32::from(start.day())),
            (_, None) => String::new(),
        },
    }
}

fn weekday(words: &Words, day: ByDay) -> String {
    let name = words.weekday(day.weekday);
    match day.ordinal {
        None => name,
        Some(ordinal @ (1..=5 | -1)) => {
            words.t1(&format!("hours-told-which-{}", which_key(ordinal)), "day", name)
        }
        Some(ordinal) => format!("{ordinal} {name}"),
    }
}

/// Which one of the month, as text keys have it.
pub(crate) fn which_key(ordinal: i8) -> String {
    if ordinal == -1 { "last".to_owned() } else { ordinal.to_string() }
}

/// Several things in a row: `mandag, tirsdag og torsdag`.
fn and(words: &Words, mut items: Vec<String>) -> String {
    let last = items.pop().unwrap_or_default();
    if items.is_empty() {
        return last;
    }
    words.t2("staff-and", "first", items.join(", "), "last", last)
}

/// With a capital letter in front, as a heading or a reason begins.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A day of the preview.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct PreviewDay {
    pub(crate) day: String,
    pub(crate) hours: String,
    /// The name of the holiday where the place is open in spite of it.
    pub(crate) holiday: Option<String>,
    pub(crate) today: bool,
}

/// What the hours come to from `today` on.
pub(crate) fn preview(words: &Words, hours: &OpeningHours, today: Date) -> Vec<PreviewDay> {
    let dates = (0..PREVIEW_DAYS).map(|days| today.saturating_add(days.days()));
    dates
        .map(|date| {
            let on = hours.on(date);
            let open_on = holiday_on(date).filter(|_| !on.spans.is_empty());
            PreviewDay {
                day: words.t2(
                    "day-and-date",
                    "day",
                    words.weekday(date.weekday()),
                    "date",
                    words.short_date(date),
                ),
                hours: shown::day(words, &on),
                holiday: open_on.map(|holiday| words.t(&format!("holiday-{}", holiday.key()))),
                today: date == today,
            }
        })
        .collect()
}
