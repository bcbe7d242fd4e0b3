//! `/staff/help-points/{id}`: one help point, and the way to each of its parts.

use access::{Action, ConfirmHelpPoint, EditHelpPoint};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use page::{May, Problem, Query, Routes, Shell, Visit};

use super::open::{Saved, today};
use super::{ClashView, look, may_where, path};
use crate::directory;
use crate::model::{HelpPoint, Status};
use crate::shown;

pub(crate) fn routes() -> Routes {
    Routes::new().get("/staff/help-points/{id}", May::Do(ConfirmHelpPoint::NAME), get(show))
}

/// What stands in a part.
struct Fact {
    label: String,
    value: String,
    example: bool,
}

#[derive(Template)]
#[template(path = "edit/overview.html")]
pub(crate) struct OverviewPage {
    shell: Shell,
    saved: bool,
    clash: Option<ClashView>,
    base: String,
    public: Option<String>,
    version: i64,
    may_edit: bool,
    stale: bool,
    assured: String,
    facts: Vec<Fact>,
    hours: Vec<String>,
    services: Vec<String>,
    examples: Vec<String>,
    hours_example: bool,
    services_example: bool,
    confirm_examples: Vec<(String, String)>,
}

async fn show(visit: Visit, Path(id): Path<String>, Query(saved): Query<Saved>) -> Result<Response, Problem> {
    let point = look::<ConfirmHelpPoint>(&visit, &id).await?;
    Ok(page::html(&overview(&visit, &point, saved.is_true(), None).await?))
}

/// The page of a help point for staff.
pub(crate) async fn overview(
    visit: &Visit,
    point: &HelpPoint,
    saved: bool,
    clash: Option<ClashView>,
) -> Result<OverviewPage, Problem> {
    use crate::model::Example::{Everything, Hours, Services};
    let words = visit.staff_words();
    let tx = visit.realm.read().await?;
    let may_edit = may_where::<EditHelpPoint>(visit, &tx).await?.includes(point.organisation);
    let organisation = people::organisation(&tx, point.organisation).await?;
    drop(tx);
    let closed = point.status == Status::Closed;
    let examples: Vec<String> =
        point.examples.iter().map(|part| words.t(&format!("staff-example-{}", part.code()))).collect();
    let confirm_examples = vec![("yes".to_owned(), words.t("staff-confirm-examples"))];
    let organisation = organisation.map(|organisation| organisation.name.clone()).unwrap_or_default();
    Ok(OverviewPage {
        shell: visit
            .staff_shell(point.name.clone())
            .crumb(words.t("staff-points-title"), "/staff/help-points")
            .with_errors(clash.is_some()),
        saved,
        clash,
        base: path(point.id),
        public: (!closed).then(|| shown::path(point.id)),
        version: point.version,
        may_edit,
        stale: point.is_stale(today(visit)),
        assured: match &point.assured {
            Some(assured) => words.t2("staff-assured", "date", words.date(assured.date), "who", &assured.by),
            None => words.t("never-assured"),
        },
        facts: facts(visit, point, &organisation).await?,
        hours: shown::pattern(words, &point.opening_hours(), today(visit)),
        services: point.services.iter().map(|service| service.name.clone()).collect(),
        hours_example: point.examples.contains(&Hours) || point.examples.contains(&Everything),
        services_example: point.examples.contains(&Services) || point.examples.contains(&Everything),
        examples,
        confirm_examples,
    })
}

async fn facts(visit: &Visit, point: &HelpPoint, organisation: &str) -> Result<Vec<Fact>, Problem> {
    use crate::model::Example::{Email, Everything, Languages, Phone, StepFree, Street, Website};
    let words = visit.staff_words();
    let directory = directory::directory(&visit.realm).await?;
    let spoken: Vec<String> = point.languages.iter().map(|code| words.t(&format!("spoken-{code}"))).collect();
    let status = match point.status {
        Status::Active => "staff-status-active",
        Status::Closed => "staff-status-closed",
    };
    let none = || words.t("staff-none");
    let or_none = |text: Option<String>| text.filter(|text| !text.is_empty()).unwrap_or_else(none);
    let facts = [
        ("organisation", organisation.to_owned(), None),
        ("staff-kind", words.t(&format!("kind-{}", point.kind.code())), None),
        ("staff-status", words.t(status), Some(Everything)),
        ("staff-description", or_none(Some(point.description.clone())), None),
        ("address", or_none(shown::address(&directory, point)), Some(Street)),
        ("telephone", or_none(point.phone.clone()), Some(Phone)),
        ("email", or_none(point.email.clone()), Some(Email)),
        ("website", or_none(point.website.clone()), Some(Website)),
        ("access", words.t(&format!("step-free-{}", point.step_free.code())), Some(StepFree)),
        ("languages-spoken", or_none(Some(spoken.join(", "))), Some(Languages)),
    ];
    let facts = facts.into_iter().map(|(key, value, part)| Fact {
        label: words.t(key),
        value,
        example: part.is_some_and(|part| point.is_example(part)),
    });
    Ok(facts.collect())
}

/// The shell of a page about one part of a help point.
pub(crate) fn shell_of_part(visit: &Visit, point: &HelpPoint, title: String) -> Shell {
    let words = visit.staff_words();
    visit
        .staff_shell(title)
        .crumb(words.t("staff-points-title"), "/staff/help-points")
        .crumb(point.name.clone(), &path(point.id))
}
