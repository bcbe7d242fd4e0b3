//! `/staff/help-points/{id}/details`.

use access::{Action, EditHelpPoint};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::{get, post};
use http::StatusCode;
use page::{FieldErrors, Form, May, Problem, Routes, Shell, Visit};

use super::edit_details;
use super::form::DetailsForm;
use crate::directory;
use crate::edit::create::web::in_list;
use crate::edit::{ClashView, Difference, Seen, look, open, overview, path, redirect, settle, with_status};
use crate::model::{HelpPoint, Kind, SPOKEN, StepFree};

pub(crate) fn routes() -> Routes {
    let may = May::Do(EditHelpPoint::NAME);
    Routes::new().get("/staff/help-points/{id}/details", may, get(show)).post(
        "/staff/help-points/{id}/details",
        may,
        post(send),
    )
}

#[derive(Template)]
#[template(path = "edit/details.html")]
struct DetailsPage {
    shell: Shell,
    errors: FieldErrors,
    clash: Option<ClashView>,
    form: DetailsForm,
    action: String,
    kinds: Vec<(String, String)>,
    step_free: Vec<(String, String)>,
    languages: Vec<(String, String)>,
    closed: Vec<(String, String)>,
}

async fn show(visit: Visit, Path(id): Path<String>) -> Result<Response, Problem> {
    let point = look::<EditHelpPoint>(&visit, &id).await?;
    let form = DetailsForm::of(&point);
    Ok(page::html(&details_page(&visit, &point, form, FieldErrors::default(), None)))
}

async fn send(
    visit: Visit,
    Path(id): Path<String>,
    Form(mut form): Form<DetailsForm>,
) -> Result<Response, Problem> {
    let words = visit.staff_words();
    let directory = directory::directory(&visit.realm).await?;
    let (mut work, permit, point) = open::<EditHelpPoint>(&visit, &id).await?;
    let seen = Seen::typed(point.id, &form.version)?;
    let details = match form.parse(words, &directory.places) {
        Ok(details) => details,
        Err(errors) => {
            let page = details_page(&visit, &point, form, errors, None);
            return Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, &page));
        }
    };
    let outcome = edit_details(&mut work, &permit, seen, &directory.places, details).await;
    let Some(clash) = settle(&visit, work, outcome).await? else {
        return Ok(redirect(&visit, &path(point.id)));
    };
    let now = DetailsForm::of(&clash.point);
    let view = clash.view(Difference::between(now.told(words), form.told(words)));
    form.version = now.version;
    let page = details_page(&visit, &clash.point, form, FieldErrors::default(), Some(view));
    Ok(with_status(StatusCode::CONFLICT, &page))
}

fn details_page(
    visit: &Visit,
    point: &HelpPoint,
    form: DetailsForm,
    errors: FieldErrors,
    clash: Option<ClashView>,
) -> DetailsPage {
    let words = visit.staff_words();
    DetailsPage {
        shell: overview::shell_of_part(visit, point, words.t("staff-details-title"))
            .with_errors(!errors.is_empty() || clash.is_some()),
        action: format!("{}/details", path(point.id)),
        kinds: Kind::ALL.iter().map(|kind| in_list(words, "kind", kind.code())).collect(),
        step_free: StepFree::ALL
            .iter()
            .map(|answer| in_list(words, "staff-step-free", answer.code()))
            .collect(),
        languages: SPOKEN.iter().map(|code| in_list(words, "spoken", code)).collect(),
        closed: vec![("yes".to_owned(), words.t("staff-closed-for-good"))],
        errors,
        clash,
        form,
    }
}
