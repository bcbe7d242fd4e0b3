//! `/staff/help-points/{id}/services`.

use access::{Action, EditHelpPoint};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::{get, post};
use basics::Id;
use http::StatusCode;
use page::{FieldErrors, Form, May, Problem, Query, Routes, Shell, Visit};

use super::form::ServiceForm;
use super::{put_service, remove_service};
use crate::edit::create::web::in_list;
use crate::edit::open::{Removal, Saved};
use crate::edit::{ClashView, Difference, Seen, look, open, overview, path, redirect, settle, with_status};
use crate::model::{Booking, Example, HelpPoint, Service, ServiceStatus, ServiceTag, Topic};

pub(crate) fn routes() -> Routes {
    let may = May::Do(EditHelpPoint::NAME);
    Routes::new()
        .get("/staff/help-points/{id}/services", may, get(list))
        .get("/staff/help-points/{id}/services/new", may, get(show_new))
        .post("/staff/help-points/{id}/services/new", may, post(send_new))
        .get("/staff/help-points/{id}/services/{service}", may, get(show))
        .post("/staff/help-points/{id}/services/{service}", may, post(send))
        .post("/staff/help-points/{id}/services/{service}/removal", may, post(remove))
}

/// A service in the list.
struct Line {
    path: String,
    name: String,
    topics: String,
    booking: String,
    paused: bool,
}

#[derive(Template)]
#[template(path = "edit/services.html")]
struct ServicesPage {
    shell: Shell,
    saved: bool,
    clash: Option<ClashView>,
    example: bool,
    base: String,
    version: i64,
    services: Vec<Line>,
}

#[derive(Template)]
#[template(path = "edit/service.html")]
struct ServicePage {
    shell: Shell,
    errors: FieldErrors,
    clash: Option<ClashView>,
    example: bool,
    form: ServiceForm,
    base: String,
    action: String,
    topics: Vec<(String, String)>,
    bookings: Vec<(String, String)>,
    paused: Vec<(String, String)>,
}

async fn list(visit: Visit, Path(id): Path<String>, Query(saved): Query<Saved>) -> Result<Response, Problem> {
    let point = look::<EditHelpPoint>(&visit, &id).await?;
    Ok(page::html(&services_page(&visit, &point, saved.is_true(), None)))
}

fn services_page(visit: &Visit, point: &HelpPoint, saved: bool, clash: Option<ClashView>) -> ServicesPage {
    let words = visit.staff_words();
    let base = format!("{}/services", path(point.id));
    let topic = |topic: &Topic| words.t(&format!("topic-{}", topic.code()));
    let services = point.services.iter().map(|service| Line {
        path: format!("{base}/{}", service.id),
        name: service.name.clone(),
        topics: service.topics.iter().map(topic).collect::<Vec<_>>().join(", "),
        booking: words.t(&format!("booking-{}", service.booking.code())),
        paused: service.status == ServiceStatus::Inactive,
    });
    ServicesPage {
        shell: overview::shell_of_part(visit, point, words.t("staff-services-title")),
        saved,
        clash,
        example: point.is_example(Example::Services),
        version: point.version,
        services: services.collect(),
        base,
    }
}

async fn show_new(visit: Visit, Path(id): Path<String>) -> Result<Response, Problem> {
    let point = look::<EditHelpPoint>(&visit, &id).await?;
    let form = ServiceForm {
        version: point.version.to_string(),
        booking: Booking::DropIn.code().to_owned(),
        ..ServiceForm::default()
    };
    Ok(page::html(&service_page(&visit, &point, None, form, FieldErrors::default(), None)))
}

async fn show(visit: Visit, Path((id, service)): Path<(String, String)>) -> Result<Response, Problem> {
    let point = look::<EditHelpPoint>(&visit, &id).await?;
    let service = known(&point, &service)?;
    let form = ServiceForm::of(service, point.version);
    Ok(page::html(&service_page(&visit, &point, Some(service.id), form, FieldErrors::default(), None)))
}

fn known<'p>(point: &'p HelpPoint, id: &str) -> Result<&'p Service, Problem> {
    let id: Id<ServiceTag> = id.parse().map_err(|_| Problem::not_found())?;
    point.services.iter().find(|service| service.id == id).ok_or_else(|| {
        Problem::not_found().next("staff-services-title", format!("{}/services", path(point.id)))
    })
}

async fn send_new(
    visit: Visit,
    Path(id): Path<String>,
    Form(form): Form<ServiceForm>,
) -> Result<Response, Problem> {
    save(&visit, &id, None, form).await
}

async fn send(
    visit: Visit,
    Path((id, service)): Path<(String, String)>,
    Form(form): Form<ServiceForm>,
) -> Result<Response, Problem> {
    save(&visit, &id, Some(&service), form).await
}

async fn save(
    visit: &Visit,
    id: &str,
    service: Option<&str>,
    mut form: ServiceForm,
) -> Result<Response, Problem> {
    let words = visit.staff_words();
    let (mut work, permit, point) = open::<EditHelpPoint>(visit, id).await?;
    let service = match service {
        Some(id) => Some(id.parse().map_err(|_| Problem::not_found())?),
        None => None,
    };
    let seen = Seen::typed(point.id, &form.version)?;
    let offer = match form.parse(words) {
        Ok(offer) => offer,
        Err(errors) => {
            let page = service_page(visit, &point, service, form, errors, None);
            return Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, &page));
        }
    };
    let outcome = put_service(&mut work, &permit, seen, service, offer).await;
    let Some(clash) = settle(visit, work, outcome).await? else {
        return Ok(redirect(visit, &format!("{}/services", path(point.id))));
    };
    // Where somebody has removed it in between, what was typed becomes a new one.
    let now = clash.point.services.iter().find(|known| Some(known.id) == service);
    let still = now.map(|now| now.id);
    let differences = now.map(|now| {
        Difference::between(ServiceForm::of(now, clash.point.version).told(words), form.told(words))
    });
    form.version = clash.point.version.to_string();
    let view = clash.view(differences.unwrap_or_default());
    let page = service_page(visit, &clash.point, still, form, FieldErrors::default(), Some(view));
    Ok(with_status(StatusCode::CONFLICT, &page))
}

fn service_page(
    visit: &Visit,
    point: &HelpPoint,
    service: Option<Id<ServiceTag>>,
    form: ServiceForm,
    errors: FieldErrors,
    clash: Option<ClashView>,
) -> ServicePage {
    let words = visit.staff_words();
    let base = format!("{}/services", path(point.id));
    let (title, action) = match service {
        Some(id) => ("staff-service-edit", format!("{base}/{id}")),
        None => ("staff-service-new", format!("{base}/new")),
    };
    ServicePage {
        shell: overview::shell_of_part(visit, point, words.t(title))
            .crumb(words.t("staff-services-title"), &base)
            .with_errors(!errors.is_empty() || clash.is_some()),
        example: point.is_example(Example::Services),
        topics: Topic::ALL.iter().map(|topic| in_list(words, "topic", topic.code())).collect(),
        bookings: Booking::ALL.iter().map(|booking| in_list(words, "booking", booking.code())).collect(),
        paused: vec![("yes".to_owned(), words.t("staff-paused"))],
        base,
        action,
        errors,
        clash,
        form,
    }
}

async fn remove(
    visit: Visit,
    Path((id, service)): Path<(String, String)>,
    Form(removal): Form<Removal>,
) -> Result<Response, Problem> {
    let (mut work, permit, point) = open::<EditHelpPoint>(&visit, &id).await?;
    let service = service.parse().map_err(|_| Problem::not_found())?;
    let seen = Seen::typed(point.id, &removal.version)?;
    let outcome = remove_service(&mut work, &permit, seen, service).await;
    let Some(clash) = settle(&visit, work, outcome).await? else {
        return Ok(redirect(&visit, &format!("{}/services", path(point.id))));
    };
    let page = services_page(&visit, &clash.point, false, Some(clash.view(Vec::new())));
    Ok(with_status(StatusCode::CONFLICT, &page))
}
