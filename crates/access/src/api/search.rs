//! `POST …/search/subject`, `/resource` and `/action`: the searches of AuthZEN. Whatever they give is answered with yes.

use axum::Json;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::response::{IntoResponse as _, Response};
use http::HeaderMap;
use page::{Problem, Visit};
use people::memberships_of;
use serde::Serialize;
use serde_json::{Map, Value, json};
use store::Tx;

use super::answer::{Known, answer, target};
use super::ask::object;
use super::caller::Caller;
use super::lists::{owners_for, target_of, who_can};
use super::overview::{Named, may_list};
use super::question::{Evaluation, Fault, Fields, ResourceKind, action, is_person, kind, person};
use crate::actions::NAMES;
use crate::mandates::{Asker, Moment, Thing, catalogue};
use crate::{Decision, Holder, Question, Target, consider, now_in};

/// Everything that was found; it is never so much that it needs pages.
#[derive(Serialize)]
struct Found<T> {
    results: Vec<T>,
}

fn found<T: Serialize>(results: Vec<T>) -> Response {
    Json(Found { results }).into_response()
}

/// A request with a field put in that this search leaves out.
fn with(mut request: Map<String, Value>, entity: &str, name: &str, value: &str) -> Map<String, Value> {
    if let Some(Value::Object(fields)) = request.get_mut(entity) {
        fields.insert(name.to_owned(), Value::from(value));
    }
    request
}

/// Who may do this action to this very thing? Staff who may do it to everybody's are not among the results.
#[utoipa::path(
    post,
    path = "/api/access/v1/search/subject",
    request_body(content = super::description::SubjectSearch, content_type = "application/json"),
    responses((status = 200, description = "results, each a subject"), (status = 400, description = "The request does not read; `detail` names the field")),
    security(("system" = []))
)]
pub(super) async fn subjects(
    visit: Visit,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    let caller = Caller::of(&visit, &headers, &tx).await?;
    let request = object(&headers, body)?;
    is_person(&Fields::of(&request).object("subject")?)?;
    let asked = Evaluation::read(&with(request, "subject", "id", "00000000-0000-0000-0000-000000000000"))?;
    let owner = match asked.resource.owner {
        Some(owner) => target(&tx, asked.resource.kind, Some(owner), &mut Known::default()).await??.owner(),
        None => None,
    };
    let Some(owner) = owner else {
        let why = "is nothing that somebody owns";
        return Err(Fault::Value("resource.type".to_owned(), why).into());
    };
    may_list(&visit, &caller, &tx, owner).await?;
    let thing = asked.resource.thing();
    let can = who_can(&tx, owner, asked.action, Some(&thing), now_in(&visit.realm)).await?;
    Ok(found(can.into_iter().map(|(person, _)| Named::new("person", &person)).collect()))
}

/// To whose mailboxes, services, and so on may this person do this action, without a limit?
#[utoipa::path(
    post,
    path = "/api/access/v1/search/resource",
    request_body(content = super::description::ResourceSearch, content_type = "application/json"),
    responses((status = 200, description = "results, each a resource of the type"), (status = 400, description = "The request does not read; `detail` names the field")),
    security(("system" = []))
)]
pub(super) async fn resources(
    visit: Visit,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    let caller = Caller::of(&visit, &headers, &tx).await?;
    let request = object(&headers, body)?;
    let fields = Fields::of(&request);
    let subject = person(&fields.object("subject")?)?;
    let kind = kind(&fields.object("resource")?)?;
    let action = action(&fields.object("action")?, kind)?;
    caller.may_ask_about(subject)?;
    if matches!(kind, ResourceKind::Letter | ResourceKind::Case) {
        let why = "is not listed here: who keeps letters and cases knows which there are";
        return Err(Fault::Value("resource.type".to_owned(), why).into());
    }
    let moment = now_in(&visit.realm);
    if kind == ResourceKind::Installation {
        let is_open = may(&tx, subject, action, Target::Nothing, &Thing::default(), moment).await?;
        return Ok(found(is_open.then(|| Named::new("installation", &"omtanke")).into_iter().collect()));
    }
    let memberships = memberships_of(&tx, subject, moment.today).await?;
    let owners = owners_for(&tx, Asker { person: subject, memberships: &memberships }, moment).await?;
    let mut results: Vec<Value> = Vec::new();
    for owner in owners {
        let fits = match kind {
            ResourceKind::Person => matches!(owner, Holder::Person(_)),
            ResourceKind::Organisation => matches!(owner, Holder::Organisation(_)),
            _ => true,
        };
        if !fits {
            continue;
        }
        for service in services(kind) {
            let thing = Thing { service, ..Thing::default() };
            if may(&tx, subject, action, target_of(owner), &thing, moment).await? {
                results.push(match service {
                    Some(service) => {
                        json!({ "type": "service", "id": service, "properties": { "owner": owner.uuid() } })
                    }
                    None => json!({ "type": kind.code(), "id": owner.uuid() }),
                });
            }
        }
    }
    Ok(found(results))
}

/// Every service of the catalogue, where the question is about services.
fn services(kind: ResourceKind) -> Vec<Option<&'static str>> {
    if kind != ResourceKind::Service {
        return vec![None];
    }
    let acted_in = catalogue().powers().iter().filter(|power| power.opens("service.see", None));
    let others = catalogue().powers().iter().filter(|power| power.opens("service.contact", None));
    let mut all: Vec<_> = acted_in.chain(others).map(|power| Some(power.service.as_str())).collect();
    all.sort_unstable();
    all.dedup();
    all
}

async fn may(
    tx: &Tx,
    subject: basics::Id<realm::PersonTag>,
    action: &'static str,
    target: Target,
    thing: &Thing<'_>,
    moment: Moment,
) -> Result<bool, Problem> {
    let question = Question { action, target, thing: Some(thing), moment };
    let (decision, _) = consider(tx, subject, question).await?;
    Ok(matches!(decision, Decision::Allowed(_)))
}

/// What may this person do to this very thing?
#[utoipa::path(
    post,
    path = "/api/access/v1/search/action",
    request_body(content = super::description::ActionSearch, content_type = "application/json"),
    responses((status = 200, description = "results, each an action"), (status = 400, description = "The request does not read; `detail` names the field")),
    security(("system" = []))
)]
pub(super) async fn actions(
    visit: Visit,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    let caller = Caller::of(&visit, &headers, &tx).await?;
    let mut request = object(&headers, body)?;
    let fields = Fields::of(&request);
    caller.may_ask_about(person(&fields.object("subject")?)?)?;
    let kind = kind(&fields.object("resource")?)?;
    let (moment, mut known) = (now_in(&visit.realm), Known::default());
    let mut results = Vec::new();
    for name in NAMES.iter().filter(|name| kind.takes(name)) {
        request.insert("action".to_owned(), json!({ "name": name }));
        let asked = Evaluation::read(&request)?;
        if answer(&tx, moment, &asked, &mut known).await?.decision {
            results.push(json!({ "name": name }));
        }
    }
    Ok(found(results))
}
