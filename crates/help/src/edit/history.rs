//! `/staff/help-points/{id}/history`: who changed what, with the values before and after in words.

use std::collections::BTreeSet;

use access::diff::{FieldChange, changes};
use access::{Action, ConfirmHelpPoint};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use hours::{Exception, Rule};
use jiff::civil::Date;
use page::{May, Problem, Routes, Shell, Visit};
use serde_json::{Map, Value};
use words::Words;

use super::exceptions::web as exception;
use super::hours::told;
use super::{in_words, look, overview};

/// As many changes as somebody reads through.
const SHOWN: i64 = 100;

pub(crate) fn routes() -> Routes {
    Routes::new().get("/staff/help-points/{id}/history", May::Do(ConfirmHelpPoint::NAME), get(show))
}

/// A change as the page shows it.
struct Line {
    at: String,
    by: String,
    what: String,
    reason: String,
    changes: Vec<FieldChange>,
}

#[derive(Template)]
#[template(path = "edit/history.html")]
struct HistoryPage {
    shell: Shell,
    lines: Vec<Line>,
}

async fn show(visit: Visit, Path(id): Path<String>) -> Result<Response, Problem> {
    let point = look::<ConfirmHelpPoint>(&visit, &id).await?;
    let words = visit.staff_words();
    let tx = visit.realm.read().await?;
    let records = realm::subject_history(&tx, "help_point", &point.id.to_string(), SHOWN).await?;
    drop(tx);
    let lines = records.into_iter().map(|record| Line {
        at: in_words(&visit, record.at),
        by: record.actor_label,
        what: did(words, &record.action),
        reason: record.reason,
        changes: told_changes(words, record.before.as_deref(), record.after.as_deref()),
    });
    let shell = overview::shell_of_part(&visit, &point, words.t("staff-history-title"));
    Ok(page::html(&HistoryPage { shell, lines: lines.collect() }))
}

fn did(words: &Words, action: &str) -> String {
    let key = format!("did-{}", action.replace(['.', '_'], "-"));
    if words.has(&key) { words.t(&key) } else { action.to_owned() }
}

/// What differs between two help points as the log has them, each field by its name in the forms, and each rule,
/// exception and service by itself.
#[must_use]
pub fn told_changes(words: &Words, before: Option<&str>, after: Option<&str>) -> Vec<FieldChange> {
    let read = |json: Option<&str>| json.map(|json| told(words, json));
    let (before, after) = (read(before), read(after));
    let mut found = changes(before.as_deref(), after.as_deref());
    for change in &mut found {
        let field = change.field.split('/').next().unwrap_or_default();
        change.field = words.t(&format!("staff-field-{}", field.replace('_', "-")));
    }
    found
}

/// A help point as an object of texts. What the log has and this does not know stays as it is.
fn told(words: &Words, json: &str) -> String {
    let Ok(Value::Object(point)) = serde_json::from_str(json) else { return json.to_owned() };
    let mut fields = Map::new();
    for (name, value) in &point {
        match name.as_str() {
            // Nothing that staff have written.
            "id" | "version" => {}
            "rules" | "exceptions" | "services" => {
                for part in value.as_array().into_iter().flatten() {
                    let id = part.get("id").and_then(Value::as_str).unwrap_or_default();
                    fields.insert(format!("{name}/{id}"), Value::String(part_told(words, name, part)));
                }
            }
            _ => {
                if let Some(text) = value_told(words, name, value).filter(|text| !text.is_empty()) {
                    fields.insert(name.clone(), Value::String(text));
                }
            }
        }
    }
    Value::Object(fields).to_string()
}

fn value_told(words: &Words, name: &str, value: &Value) -> Option<String> {
    let named = |of: &str, value: &Value| words.t(&format!("{of}-{}", value.as_str().unwrap_or_default()));
    let list = |of: &str| {
        let items: BTreeSet<String> =
            value.as_array().into_iter().flatten().map(|item| named(of, item)).collect();
        items.into_iter().collect::<Vec<_>>().join(", ")
    };
    match (name, value) {
        (_, Value::Null) => None,
        ("kind", _) => Some(named("kind", value)),
        ("step_free", _) => Some(named("step-free", value)),
        ("status", _) => Some(named("staff-status", value)),
        ("languages", _) => Some(list("spoken")),
        ("examples", _) => Some(list("staff-example")),
        ("position", _) => {
            let side = |name| value.get(name).and_then(Value::as_f64).unwrap_or_default();
            Some(format!("{:.5}, {:.5}", side("lat"), side("lon")))
        }
        ("assured", _) => {
            let text = |name| value.get(name).and_then(Value::as_str).unwrap_or_default();
            let date: Option<Date> = text("date").parse().ok();
            let date = date.map_or_else(|| text("date").to_owned(), |date| words.short_date(date));
            Some(words.t2("staff-assured", "date", date, "who", text("by")))
        }
        (_, Value::Bool(yes)) => Some(words.t(if *yes { "staff-yes" } else { "staff-no" })),
        (_, Value::String(text)) => Some(text.clone()),
        (_, other) => Some(other.to_string()),
    }
}

fn part_told(words: &Words, of: &str, part: &Value) -> String {
    let told = match of {
        "rules" => read::<Rule>(part.get("rule")).map(|rule| told::rule(words, &rule)),
        "exceptions" => read::<Exception>(part.get("exception")).map(|one| {
            format!("{}: {} ({})", exception::days(words, &one), exception::hours(words, &one), one.reason)
        }),
        _ => service_told(words, part),
    };
    told.unwrap_or_else(|| part.to_string())
}

fn read<T: serde::de::DeserializeOwned>(value: Option<&Value>) -> Option<T> {
    serde_json::from_value(value?.clone()).ok()
}

fn service_told(words: &Words, service: &Value) -> Option<String> {
    let text = |name: &str| service.get(name).and_then(Value::as_str);
    let topics = service.get("topics")?.as_array()?.iter();
    let topics: Vec<String> =
        topics.map(|topic| words.t(&format!("topic-{}", topic.as_str().unwrap_or_default()))).collect();
    let mut parts = vec![text("name")?.to_owned(), topics.join(", ")];
    parts.push(words.t(&format!("booking-{}", text("booking")?)));
    if text("status") == Some("inactive") {
        parts.push(words.t("staff-paused"));
    }
    parts.extend(text("description").filter(|text| !text.is_empty()).map(str::to_owned));
    Some(parts.join(" · "))
}
