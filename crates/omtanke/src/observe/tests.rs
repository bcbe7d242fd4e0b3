//! Lines as the program writes them: by the very subscriber that it starts with.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex};

use serde_json::{Value, json};
use tracing_subscriber::fmt::MakeWriter;

use super::log::{HOUSE, LogLevel, chosen};
use super::subscriber;

/// A writer that keeps what is written.
#[derive(Clone, Default)]
struct Paper(Arc<Mutex<Vec<u8>>>);

impl io::Write for Paper {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'writer> MakeWriter<'writer> for Paper {
    type Writer = Self;

    fn make_writer(&'writer self) -> Self {
        self.clone()
    }
}

/// The lines that a story writes.
fn lines(level: LogLevel, asked: Option<&str>, story: impl FnOnce()) -> Vec<Value> {
    let paper = Paper::default();
    tracing::subscriber::with_default(subscriber(chosen(level, asked), paper.clone(), None), story);
    let text = String::from_utf8(paper.0.lock().unwrap().clone()).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_line_within_a_request_says_which_at_every_level() {
    for level in [LogLevel::Warn, LogLevel::Info] {
        let all = lines(level, None, || {
            let span = tracing::info_span!(
                "request",
                id = "00c0ffee",
                method = "GET",
                route = tracing::field::Empty
            );
            let _within = span.enter();
            tracing::warn!(error = "the database does not answer", "not ready");
            span.record("route", "/sted/{id}");
            tracing::warn!("still not");
        });
        assert_eq!(all[0]["level"], "WARN");
        assert_eq!(all[0]["fields"]["message"], "not ready");
        assert_eq!(all[0]["spans"], json!([{ "name": "request", "id": "00c0ffee", "method": "GET" }]));
        let known = json!([{ "name": "request", "id": "00c0ffee", "method": "GET", "route": "/sted/{id}" }]);
        assert_eq!(all[1]["spans"], known);
    }
}

#[test]
fn a_line_within_a_job_says_which_of_what_kind_and_whose_request_ordered_it() {
    let all = lines(LogLevel::Warn, None, || {
        let job = tracing::info_span!("job", job = %"0192-4f", kind = "mail.send", id = "00c0ffee", attempt = 2_i64);
        let _within = job.enter();
        let within = tracing::info_span!("connect", late = true);
        let _deeper = within.enter();
        tracing::warn!("will be tried again");
    });
    let job = json!({ "name": "job", "job": "0192-4f", "kind": "mail.send", "id": "00c0ffee", "attempt": 2 });
    assert_eq!(all[0]["spans"], json!([job, { "name": "connect", "late": true }]));
}

#[test]
fn what_a_field_holds_cannot_end_the_line() {
    let all = lines(LogLevel::Info, None, || {
        let span =
            tracing::info_span!("job", kind = "a\"}\n{\"b", odd = ?"c\"d", nothing = tracing::field::Empty);
        let _within = span.enter();
        tracing::info!("one line");
    });
    assert_eq!(all.len(), 1);
    assert_eq!(all[0]["spans"], json!([{ "name": "job", "kind": "a\"}\n{\"b", "odd": "\"c\\\"d\"" }]));
}

#[test]
fn a_span_without_fields_is_named_and_can_learn_them_later() {
    let all = lines(LogLevel::Info, None, || {
        let span = tracing::info_span!("job", kind = tracing::field::Empty);
        let _within = span.enter();
        tracing::info!("first");
        span.record("kind", "digest");
        tracing::info!("second");
    });
    assert_eq!(all[0]["spans"], json!([{ "name": "job" }]));
    assert_eq!(all[1]["spans"], json!([{ "name": "job", "kind": "digest" }]));
}

#[test]
fn others_are_heard_from_warn_only_whatever_the_level() {
    let told = || {
        tracing::debug!(target: "lettre::transport", "RCPT TO:<aase@example.dk>");
        tracing::info!(target: "sqlx::query", "select");
        tracing::warn!(target: "rustls", "odd");
        tracing::debug!(target: "courier::mail", "trying");
    };
    let messages = |level, asked| -> Vec<Value> {
        lines(level, asked, told).iter().map(|line| line["fields"]["message"].clone()).collect()
    };
    assert_eq!(messages(LogLevel::Debug, None), ["odd", "trying"]);
    assert_eq!(messages(LogLevel::Info, None), ["odd"]);
    assert!(messages(LogLevel::Error, None).is_empty());
    assert_eq!(messages(LogLevel::Info, Some("off,sqlx=info")), ["select"]);
    assert_eq!(messages(LogLevel::Info, Some("=nonsense=")), ["odd"]);
}

#[test]
fn every_room_that_the_program_is_made_of_is_heard() {
    let mut rooms = BTreeSet::from(["omtanke".to_owned()]);
    let mut unread = vec!["omtanke".to_owned()];
    while let Some(room) = unread.pop() {
        for needed in needs(&room) {
            if rooms.insert(needed.clone()) {
                unread.push(needed);
            }
        }
    }
    assert!(rooms.len() > 10, "{rooms:?}");
    let unheard: Vec<_> = rooms.iter().filter(|room| !HOUSE.contains(&room.as_str())).collect();
    assert!(unheard.is_empty(), "add to the list HOUSE in observe/log.rs: {unheard:?}");
}

/// The crates of this house that a crate depends on.
fn needs(room: &str) -> Vec<String> {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    let manifest: toml::Table =
        std::fs::read_to_string(folder.join(room).join("Cargo.toml")).unwrap().parse().unwrap();
    let named = manifest.get("dependencies").and_then(toml::Value::as_table).into_iter().flatten();
    named.map(|(name, _)| name.clone()).filter(|name| folder.join(name).is_dir()).collect()
}
