//! `/staff/help-points/{id}/hours`.

use access::{Action, EditHelpPoint};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::{get, post};
use hours::{OpeningHours, Rule};
use http::StatusCode;
use page::{FieldErrors, Form, May, Problem, Query, Routes, Shell, Visit};
use uuid::Uuid;

use super::form::{DAYS, REPEATS, RuleForm, WHICH};
use super::told::{self, PreviewDay, preview, which_key};
use super::{put_rule, remove_rule};
use crate::edit::create::web::in_list;
use crate::edit::open::{Removal, Saved, today};
use crate::edit::{ClashView, Difference, Seen, look, open, overview, path, redirect, settle, with_status};
use crate::model::{Example, HelpPoint, RuleRow};

pub(crate) fn routes() -> Routes {
    let may = May::Do(EditHelpPoint::NAME);
    Routes::new()
        .get("/staff/help-points/{id}/hours", may, get(list))
        .get("/staff/help-points/{id}/hours/new", may, get(show_new))
        .post("/staff/help-points/{id}/hours/new", may, post(send_new))
        .get("/staff/help-points/{id}/hours/{rule}", may, get(show))
        .post("/staff/help-points/{id}/hours/{rule}", may, post(send))
        .post("/staff/help-points/{id}/hours/{rule}/removal", may, post(remove))
}

/// A rule in the list.
struct Line {
    path: String,
    text: String,
    /// Whether the form can say what the rule says.
    editable: bool,
}

#[derive(Template)]
#[template(path = "edit/hours.html")]
struct HoursPage {
    shell: Shell,
    saved: bool,
    clash: Option<ClashView>,
    example: bool,
    base: String,
    exceptions: String,
    version: i64,
    rules: Vec<Line>,
    preview: Vec<PreviewDay>,
}

#[derive(Template)]
#[template(path = "edit/rule.html")]
struct RulePage {
    shell: Shell,
    errors: FieldErrors,
    clash: Option<ClashView>,
    example: bool,
    form: RuleForm,
    monthly_open: bool,
    seldom_open: bool,
    base: String,
    action: String,
    repeats: Vec<(String, String)>,
    days: Vec<(String, String)>,
    which: Vec<(String, String)>,
    holidays: Vec<(String, String)>,
    told: Option<String>,
    preview: Vec<PreviewDay>,
}

async fn list(visit: Visit, Path(id): Path<String>, Query(saved): Query<Saved>) -> Result<Response, Problem> {
    let point = look::<EditHelpPoint>(&visit, &id).await?;
    Ok(page::html(&hours_page(&visit, &point, saved.is_true(), None)))
}

fn hours_page(visit: &Visit, point: &HelpPoint, saved: bool, clash: Option<ClashView>) -> HoursPage {
    let words = visit.staff_words();
    let base = format!("{}/hours", path(point.id));
    let rules = point.rules.iter().map(|row| Line {
        path: format!("{base}/{}", row.id),
        text: told::capital(&told::rule(words, &row.rule)),
        editable: RuleForm::of(&row.rule, point.version, words).is_some(),
    });
    let hours = point.opening_hours();
    HoursPage {
        shell: overview::shell_of_part(visit, point, words.t("staff-hours-title")),
        saved,
        clash,
        example: point.is_example(Example::Hours),
        version: point.version,
        rules: rules.collect(),
        preview: if hours.is_unknown() { Vec::new() } else { preview(words, &hours, today(visit)) },
        exceptions: format!("{}/exceptions", path(point.id)),
        base,
    }
}

async fn show_new(visit: Visit, Path(id): Path<String>) -> Result<Response, Problem> {
    let point = look::<EditHelpPoint>(&visit, &id).await?;
    let form = RuleForm::empty(point.version);
    Ok(page::html(&rule_page(&visit, &point, None, form, FieldErrors::default(), None)))
}

async fn show(visit: Visit, Path((id, rule)): Path<(String, String)>) -> Result<Response, Problem> {
    let point = look::<EditHelpPoint>(&visit, &id).await?;
    let row = rule.parse().ok().and_then(|id| known(&point, id));
    let form = row.and_then(|row| Some((row, RuleForm::of(&row.rule, point.version, visit.staff_words())?)));
    let Some((row, form)) = form else {
        return Err(Problem::not_found().next("staff-hours-title", format!("{}/hours", path(point.id))));
    };
    Ok(page::html(&rule_page(&visit, &point, Some(row.id), form, FieldErrors::default(), None)))
}

fn known(point: &HelpPoint, id: Uuid) -> Option<&RuleRow> {
    point.rules.iter().find(|row| row.id == id)
}

async fn send_new(
    visit: Visit,
    Path(id): Path<String>,
    Form(form): Form<RuleForm>,
) -> Result<Response, Problem> {
    save(&visit, &id, None, form).await
}

async fn send(
    visit: Visit,
    Path((id, rule)): Path<(String, String)>,
    Form(form): Form<RuleForm>,
) -> Result<Response, Problem> {
    save(&visit, &id, Some(&rule), form).await
}

async fn save(visit: &Visit, id: &str, rule: Option<&str>, mut form: RuleForm) -> Result<Response, Problem> {
    let words = visit.staff_words();
    let (mut work, permit, point) = open::<EditHelpPoint>(visit, id).await?;
    let rule_id: Option<Uuid> = match rule {
        Some(id) => Some(id.parse().map_err(|_| Problem::not_found())?),
        None => None,
    };
    let seen = Seen::typed(point.id, &form.version)?;
    let rule = match form.parse(words) {
        Ok(rule) => rule,
        Err(errors) => {
            let page = rule_page(visit, &point, rule_id, form, errors, None);
            return Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, &page));
        }
    };
    if !form.preview.is_empty() {
        return Ok(page::html(&rule_page(visit, &point, rule_id, form, FieldErrors::default(), None)));
    }
    let typed = told::rule(words, &rule);
    let outcome = put_rule(&mut work, &permit, seen, rule_id, rule).await;
    let Some(clash) = settle(visit, work, outcome).await? else {
        return Ok(redirect(visit, &format!("{}/hours", path(point.id))));
    };
    // Where somebody has removed it in between, what was typed becomes a new one.
    let now = rule_id.and_then(|id| known(&clash.point, id));
    let differences = now.map(|now| {
        let label = words.t("opening-hours");
        Difference::between(vec![(label.clone(), told::rule(words, &now.rule))], vec![(label, typed)])
    });
    let still = now.map(|now| now.id);
    form.version = clash.point.version.to_string();
    let view = clash.view(differences.unwrap_or_default());
    let page = rule_page(visit, &clash.point, still, form, FieldErrors::default(), Some(view));
    Ok(with_status(StatusCode::CONFLICT, &page))
}

fn rule_page(
    visit: &Visit,
    point: &HelpPoint,
    rule: Option<Uuid>,
    form: RuleForm,
    errors: FieldErrors,
    clash: Option<ClashView>,
) -> RulePage {
    let words = visit.staff_words();
    let base = format!("{}/hours", path(point.id));
    let (title, action) = match rule {
        Some(id) => ("staff-rule-edit", format!("{base}/{id}")),
        None => ("staff-rule-new", format!("{base}/new")),
    };
    let as_typed = form.parse(words).ok();
    RulePage {
        shell: overview::shell_of_part(visit, point, words.t(title))
            .crumb(words.t("staff-hours-title"), &base)
            .with_errors(!errors.is_empty() || clash.is_some()),
        example: point.is_example(Example::Hours),
        repeats: REPEATS.iter().map(|code| in_list(words, "staff-repeat", code)).collect(),
        days: DAYS.iter().map(|(code, weekday)| ((*code).to_owned(), words.weekday(*weekday))).collect(),
        which: WHICH.iter().map(|code| (*code).to_owned()).map(|code| named_which(words, code)).collect(),
        holidays: vec![("yes".to_owned(), words.t("staff-on-holidays"))],
        told: as_typed.as_ref().map(|rule| told::capital(&told::rule(words, rule))),
        preview: as_typed
            .map(|typed| preview(words, &with(point, rule, typed), today(visit)))
            .unwrap_or_default(),
        monthly_open: form.is_monthly(),
        seldom_open: form.is_special()
            || ["every", "start", "valid_from", "valid_to"].iter().any(|field| errors.of(field).is_some()),
        base,
        action,
        errors,
        clash,
        form,
    }
}

fn named_which(words: &words::Words, code: String) -> (String, String) {
    let name = words.t(&format!("staff-which-{}", which_key(code.parse().unwrap_or(-1))));
    (code, name)
}

/// The hours as they would be with this rule.
fn with(point: &HelpPoint, id: Option<Uuid>, typed: Rule) -> OpeningHours {
    let mut hours = OpeningHours {
        rules: point.rules.iter().filter(|row| Some(row.id) != id).map(|row| row.rule.clone()).collect(),
        exceptions: point.exceptions.iter().map(|row| row.exception.clone()).collect(),
    };
    hours.rules.push(typed);
    hours
}

async fn remove(
    visit: Visit,
    Path((id, rule)): Path<(String, String)>,
    Form(removal): Form<Removal>,
) -> Result<Response, Problem> {
    let (mut work, permit, point) = open::<EditHelpPoint>(&visit, &id).await?;
    let rule = rule.parse().map_err(|_| Problem::not_found())?;
    let seen = Seen::typed(point.id, &removal.version)?;
    let outcome = remove_rule(&mut work, &permit, seen, rule).await;
    let Some(clash) = settle(&visit, work, outcome).await? else {
        return Ok(redirect(&visit, &format!("{}/hours", path(point.id))));
    };
    let page = hours_page(&visit, &clash.point, false, Some(clash.view(Vec::new())));
    Ok(with_status(StatusCode::CONFLICT, &page))
}
