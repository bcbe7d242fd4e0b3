//! `GET …/who-can` and `…/what-can-i`: the lists.

use axum::Json;
use axum::response::{IntoResponse as _, Response};
use basics::Id;
use http::HeaderMap;
use page::{Problem, Query, Visit};
use people::Role;
use realm::PersonTag;
use serde::{Deserialize, Serialize};
use store::Tx;
use uuid::Uuid;

use super::answer::{Answer, Known, Why, target};
use super::caller::Caller;
use super::lists::{in_service, roles_everywhere, what_can, who_can};
use super::question::ResourceKind;
use crate::{Holder, SeeMandates, allow_to_see, now_in};

/// Something with a type and an id, as AuthZEN has it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Named {
    #[serde(rename = "type")]
    kind: &'static str,
    id: String,
}

impl Named {
    pub(super) fn new(kind: &'static str, id: &impl ToString) -> Self {
        Self { kind, id: id.to_string() }
    }

    fn holder(holder: Holder) -> Self {
        match holder {
            Holder::Person(person) => Self::new("person", &person),
            Holder::Organisation(organisation) => Self::new("organisation", &organisation),
        }
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct WhoAsked {
    resource_type: Option<String>,
    owner: Option<String>,
    action: Option<String>,
    service: Option<String>,
}

#[derive(Serialize)]
struct Who {
    owner: Named,
    action: &'static str,
    people: Vec<Can>,
    /// Roles whose holders may do it to everybody's things.
    roles: Vec<Role>,
}

#[derive(Serialize)]
struct Can {
    subject: Named,
    context: Why,
}

fn id(field: &str, text: Option<&String>) -> Result<Option<Uuid>, Problem> {
    let read = |text: &String| {
        Uuid::try_parse(text)
            .map_err(|_| Problem::bad_parameter(field, "is no id; a CPR number is not taken here"))
    };
    text.map(read).transpose()
}

fn missing(field: &str) -> Problem {
    Problem::bad_parameter(field, "is missing")
}

/// Whose things these are. What is not known here is not found.
async fn holder(tx: &Tx, owner: Uuid) -> Result<Holder, Problem> {
    let holder = Known::default().holder(tx, owner).await?;
    holder.ok_or_else(|| Problem {
        detail: "owner: names nobody who is known here".to_owned(),
        ..Problem::not_found()
    })
}

/// Lets only systems, and people who may see the owner's mandates, see who else can do something.
pub(super) async fn may_list(visit: &Visit, caller: &Caller, tx: &Tx, owner: Holder) -> Result<(), Problem> {
    match caller {
        Caller::System => Ok(()),
        Caller::Person(_) => {
            allow_to_see::<SeeMandates>(&visit.realm, &visit.actor(), tx, owner).await.map(|_| ())
        }
    }
}

/// Who may do an action to things of an owner, and on what ground.
#[utoipa::path(
    get,
    path = "/api/access/v1/who-can",
    params(
        ("resource_type" = String, Query, description = "mailbox, service, person or organisation"),
        ("owner" = Uuid, Query, description = "The person or organisation whose it is"),
        ("action" = String, Query, description = "The action, such as mail.read"),
        ("service" = Option<String>, Query, description = "The service, where it is one"),
    ),
    responses((status = 200, description = "people, each with reason and grant; and roles that may do it everywhere"), (status = 404, description = "No such owner")),
    security(("system" = []))
)]
pub(super) async fn who(
    visit: Visit,
    headers: HeaderMap,
    Query(asked): Query<WhoAsked>,
) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    let caller = Caller::of(&visit, &headers, &tx).await?;
    let kind = asked.resource_type.as_deref().ok_or_else(|| missing("resource_type"))?;
    let kind = ResourceKind::from_code(kind).filter(|kind| *kind != ResourceKind::Installation);
    let kind =
        kind.ok_or_else(|| Problem::bad_parameter("resource_type", "is nothing that somebody owns"))?;
    let action = asked.action.as_deref().ok_or_else(|| missing("action"))?;
    let action = crate::actions::NAMES.iter().copied().find(|name| *name == action && kind.takes(name));
    let action = action.ok_or_else(|| Problem::bad_parameter("action", "is not done to such a resource"))?;
    let owner = id("owner", asked.owner.as_ref())?.ok_or_else(|| missing("owner"))?;
    let owner = holder(&tx, owner).await?;
    if target(&tx, kind, Some(owner.uuid()), &mut Known::default()).await?.is_err() {
        return Err(Problem::bad_parameter("owner", "is not of this resource_type"));
    }
    may_list(&visit, &caller, &tx, owner).await?;
    let can = who_can(&tx, owner, action, None, now_in(&visit.realm)).await?;
    let people = can.into_iter().filter_map(|(person, decision)| {
        let decision = match &asked.service {
            Some(service) => in_service(decision, service)?,
            None => decision,
        };
        Some(Can { subject: Named::new("person", &person), context: Answer::to(&decision).context })
    });
    let people = people.collect();
    Ok(Json(Who { owner: Named::holder(owner), action, people, roles: roles_everywhere(action) })
        .into_response())
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct WhatAsked {
    subject: Option<String>,
    owner: Option<String>,
}

#[derive(Serialize)]
struct What {
    subject: Named,
    resources: Vec<Open>,
}

#[derive(Serialize)]
struct Open {
    #[serde(skip_serializing_if = "Option::is_none")]
    owner: Option<Named>,
    actions: Vec<Does>,
}

#[derive(Serialize)]
struct Does {
    name: &'static str,
    context: Why,
}

/// What somebody may do, with whose things, and on what ground. A person asks about themself; a system names the subject.
#[utoipa::path(
    get,
    path = "/api/access/v1/what-can-i",
    params(
        ("subject" = Option<Uuid>, Query, description = "The person; a system must name one"),
        ("owner" = Option<Uuid>, Query, description = "Only with the things of this person or organisation"),
    ),
    responses((status = 200, description = "resources, each with its owner and actions; what has no owner belongs to nobody in particular")),
    security(("system" = []))
)]
pub(super) async fn what(
    visit: Visit,
    headers: HeaderMap,
    Query(asked): Query<WhatAsked>,
) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    let caller = Caller::of(&visit, &headers, &tx).await?;
    let subject: Id<PersonTag> = match (id("subject", asked.subject.as_ref())?, &caller) {
        (Some(subject), _) => Id::from_uuid(subject),
        (None, Caller::Person(person)) => *person,
        (None, Caller::System) => return Err(missing("subject")),
    };
    caller.may_ask_about(subject)?;
    let owner = match id("owner", asked.owner.as_ref())? {
        Some(owner) => Some(holder(&tx, owner).await?),
        None => None,
    };
    let all = what_can(&tx, subject, owner, now_in(&visit.realm)).await?;
    let resources = all.into_iter().map(|whose| Open {
        owner: whose.owner.map(Named::holder),
        actions: whose
            .actions
            .into_iter()
            .map(|(name, decision)| Does { name, context: Answer::to(&decision).context })
            .collect(),
    });
    Ok(Json(What { subject: Named::new("person", &subject), resources: resources.collect() }).into_response())
}
