//! A system that asks in the town.

use std::sync::Arc;

use access::systems::{System, admit_system};
use access::{AdmitAsker, allow};
use axum::Router;
use axum::body::Body;
use axum::middleware::from_fn;
use http::header::{AUTHORIZATION, CONTENT_TYPE, COOKIE};
use http::{HeaderMap, Request, StatusCode};
use http_body_util::BodyExt as _;
use page::{Phone, Site, prepare_visit, render_problems};
use people::session;
use realm::Realms;
use serde_json::{Value, json};
use tower::ServiceExt as _;

use crate::town::{PersonId, Town};

pub(super) const EVALUATION: &str = "/api/access/v1/evaluation";
pub(super) const EVALUATIONS: &str = "/api/access/v1/evaluations";

/// An answer.
pub(super) struct Reply {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) body: Value,
}

impl Reply {
    pub(super) fn code(&self) -> &str {
        self.body["context"]["reason"]["code"].as_str().unwrap()
    }

    pub(super) fn decisions(&self) -> Vec<bool> {
        let all = self.body["evaluations"].as_array().unwrap();
        all.iter().map(|one| one["decision"].as_bool().unwrap()).collect()
    }

    pub(super) fn ids(&self) -> Vec<&str> {
        let all = self.body["results"].as_array().unwrap();
        all.iter().map(|one| one["id"].as_str().or_else(|| one["name"].as_str()).unwrap()).collect()
    }
}

/// The program's layers around the room.
pub(super) fn router(town: &Town) -> Router {
    let phone = Phone { number: "70 10 00 00".to_owned(), hours: String::new(), example: true };
    let public_url = "https://hjaelp.example.dk".to_owned();
    let site = Site { public_url, phone, demo: false, behind_proxy: false };
    let inner = access::routes()
        .into_router()
        .layer(from_fn(render_problems))
        .layer(from_fn(prepare_visit))
        .layer(from_fn(access::load_visitor));
    page::behind_the_door(Arc::new(Realms::new(town.realm.clone())), Arc::new(site), inner)
}

pub(super) async fn send(town: &Town, request: Request<Body>) -> Reply {
    let response = router(town).oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let bytes = body.collect().await.unwrap().to_bytes();
    let body = serde_json::from_slice(&bytes).unwrap_or_default();
    Reply { status: parts.status, headers: parts.headers, body }
}

/// Lets a system in and gives its secret.
pub(super) async fn admitted(town: &Town) -> (System, String) {
    let (mut work, permit) = allow::<AdmitAsker>(town.work().await, ()).await.unwrap();
    let admitted = admit_system(&mut work, &permit, "Fagsystem").await.unwrap();
    work.commit().await.unwrap();
    admitted
}

/// A system that asks.
pub(super) struct Asking<'t> {
    town: &'t Town,
    pub(super) system: System,
    pub(super) secret: String,
}

impl<'t> Asking<'t> {
    pub(super) async fn of(town: &'t Town) -> Self {
        let (system, secret) = admitted(town).await;
        Self { town, system, secret }
    }

    pub(super) async fn post(&self, path: &str, body: &Value) -> Reply {
        self.post_text(path, &body.to_string()).await
    }

    pub(super) async fn post_text(&self, path: &str, body: &str) -> Reply {
        let request = Request::post(path)
            .header(AUTHORIZATION, format!("Bearer {}", self.secret))
            .header(CONTENT_TYPE, "application/json")
            .header("x-request-id", "fag-1")
            .body(Body::from(body.to_owned()));
        send(self.town, request.unwrap()).await
    }

    pub(super) async fn get(&self, path: &str) -> Reply {
        let request = Request::get(path).header(AUTHORIZATION, format!("bearer {}", self.secret));
        send(self.town, request.body(Body::empty()).unwrap()).await
    }

    pub(super) async fn asks(&self, who: PersonId, action: &str, resource: Value) -> Reply {
        self.post(EVALUATION, &question(who, action, resource)).await
    }
}

#[expect(clippy::needless_pass_by_value, reason = "a resource is made where it is asked about")]
pub(super) fn question(who: PersonId, action: &str, resource: Value) -> Value {
    json!({ "subject": { "type": "person", "id": who }, "action": { "name": action }, "resource": resource })
}

#[expect(clippy::needless_pass_by_value, reason = "an id as it stands, or a text")]
pub(super) fn mailbox(of: impl ToString) -> Value {
    json!({ "type": "mailbox", "id": of.to_string() })
}

/// Somebody who is signed in sends this.
pub(super) async fn signed_in(town: &Town, who: PersonId, method: &str, path: &str, body: &Value) -> Reply {
    let mut work = town.work().await;
    let secret = session::start(&mut work, who, "demo").await.unwrap();
    work.commit().await.unwrap();
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header(COOKIE, format!("__Host-omtanke={secret}"))
        .header(CONTENT_TYPE, "application/json")
        .body(Body::from(body.to_string()));
    send(town, request.unwrap()).await
}
