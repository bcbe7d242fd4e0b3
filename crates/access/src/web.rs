//! `/staff/audit`: what has been done, for whoever must be able to prove it. Reading it is itself recorded.

use askama::Template;
use axum::response::Response;
use axum::routing::get;
use basics::Id;
use page::{FieldErrors, May, Problem, Query, Routes, Shell, Visit, html};
use realm::{AuditRecord, Change, PersonTag, Work};
use serde::Deserialize;
use store::DbError;

use crate::diff::{FieldChange, changes};
use crate::{Action, ReadAudit, allow};

/// As many records as somebody reads through.
const SHOWN: i64 = 200;

/// The pages of this room.
pub(crate) fn routes() -> Routes {
    Routes::new().get("/staff/audit", May::Do(ReadAudit::NAME), get(audit))
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    kind: String,
    #[serde(default)]
    subject: String,
}

/// What of the log is asked for.
enum Filter {
    /// The newest of everything: nothing was asked for.
    Newest,
    /// What a person did, and what was done about them.
    Person(Id<PersonTag>),
    /// What was done to a thing.
    Thing { kind: String, id: String },
}

impl Asked {
    fn filter(&self) -> Result<Filter, &'static str> {
        match (self.kind.trim(), self.subject.trim()) {
            ("", "") => Ok(Filter::Newest),
            ("", _) => Err("audit-kind-missing"),
            (_, "") => Err("audit-subject-missing"),
            ("person", id) => id.parse().map(Filter::Person).map_err(|_| "audit-person-wrong"),
            (kind, id) => Ok(Filter::Thing { kind: kind.to_owned(), id: id.to_owned() }),
        }
    }
}

impl Filter {
    async fn read(&self, work: &mut Work<'_>) -> Result<Vec<AuditRecord>, DbError> {
        let change = Change::new("audit.read", "audit", &"log");
        match self {
            Filter::Newest => {
                work.record(change.because("newest"));
                realm::newest(work.tx(), SHOWN).await
            }
            Filter::Person(person) => {
                work.record(change.concerns(*person).because(format!("person {person}")));
                realm::concerning(work.tx(), *person, SHOWN).await
            }
            Filter::Thing { kind, id } => {
                work.record(change.because(format!("{kind} {id}")));
                realm::subject_history(work.tx(), kind, id, SHOWN).await
            }
        }
    }
}

/// A record as the page shows it.
struct Line {
    seq: i64,
    at: String,
    by: String,
    via: String,
    action: String,
    subject_kind: String,
    subject: String,
    reason: String,
    changes: Vec<FieldChange>,
}

#[derive(Template)]
#[template(path = "audit.html")]
struct AuditPage {
    shell: Shell,
    errors: FieldErrors,
    kind: String,
    subject: String,
    lines: Vec<Line>,
}

async fn audit(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let words = visit.staff_words();
    let (mut work, _permit) = allow::<ReadAudit>(visit.realm.work(visit.actor()).await?, ()).await?;
    let mut errors = FieldErrors::default();
    let mut records = Vec::new();
    match asked.filter() {
        Ok(filter) => records = filter.read(&mut work).await?,
        Err("audit-kind-missing") => errors.add("kind", words.t("audit-kind-missing")),
        Err(key) => errors.add("subject", words.t(key)),
    }
    work.commit().await?;
    let shell = visit.staff_shell(words.t("audit-title")).with_errors(!errors.is_empty());
    Ok(html(&AuditPage {
        shell,
        errors,
        kind: asked.kind,
        subject: asked.subject,
        lines: records.into_iter().map(|record| line(&visit, record)).collect(),
    }))
}

fn line(visit: &Visit, record: AuditRecord) -> Line {
    let words = visit.staff_words();
    let at = record.at.to_zoned(visit.realm.zone().clone());
    Line {
        seq: record.seq,
        at: words.t2("audit-moment", "date", words.short_date(at.date()), "time", words.time(at.time())),
        by: record.actor_label,
        via: record.via,
        action: record.action,
        subject_kind: record.subject_kind,
        subject: record.subject,
        reason: record.reason,
        changes: changes(record.before.as_deref(), record.after.as_deref()),
    }
}
