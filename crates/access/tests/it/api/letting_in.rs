//! Who is let in, and about whom they ask.

use std::io::{self, Write};
use std::sync::{Arc, Mutex};

use access::systems::{AdmitError, admit_system, end_system, systems};
use access::{AdmitAsker, allow};
use axum::body::Body;
use http::header::{AUTHORIZATION, CONTENT_TYPE, WWW_AUTHENTICATE};
use http::{Request, StatusCode};
use serde_json::Value;

use super::asking::{Asking, EVALUATION, EVALUATIONS, mailbox, question, send, signed_in};
use crate::town::{Town, on_both};

on_both! {
    nobody_asks_without_a_secret,
    a_system_that_has_ended_asks_no_more,
    a_person_asks_about_themself_alone,
    a_secret_that_is_wrong_is_not_made_good_by_a_cookie,
    a_system_has_a_name,
    the_log_says_which_system_asked_and_not_about_whom,
    whoever_sees_their_mandates_sees_who_can,
}

async fn with_header(town: &Town, authorization: Option<&str>) -> super::asking::Reply {
    let body = question(town.aase, "mail.read", mailbox(town.aase)).to_string();
    let mut request = Request::post(EVALUATION).header(CONTENT_TYPE, "application/json");
    if let Some(shown) = authorization {
        request = request.header(AUTHORIZATION, shown);
    }
    send(town, request.body(Body::from(body)).unwrap()).await
}

async fn nobody_asks_without_a_secret(town: Town) {
    let asking = Asking::of(&town).await;
    for wrong in
        [None, Some("Bearer wrong"), Some("Bearer "), Some("Basic YTpi"), Some(asking.secret.as_str())]
    {
        let reply = with_header(&town, wrong).await;
        assert_eq!(reply.status, StatusCode::UNAUTHORIZED, "{wrong:?}");
        assert_eq!(reply.headers[WWW_AUTHENTICATE], "Bearer");
        assert_eq!(reply.headers[CONTENT_TYPE], "application/problem+json");
    }
    let right = format!("Bearer {}", asking.secret);
    assert_eq!(with_header(&town, Some(&right)).await.status, StatusCode::OK);
}

/// What is written into the log.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

async fn the_log_says_which_system_asked_and_not_about_whom(town: Town) {
    let asking = Asking::of(&town).await;
    let log = Log::default();
    let writer = log.clone();
    let lines = tracing_subscriber::fmt().with_ansi(false).with_writer(move || writer.clone());
    let listening = tracing::subscriber::set_default(lines.finish());
    let asked = asking.asks(town.aase, "mail.read", mailbox(town.aase)).await;
    assert_eq!(asked.status, StatusCode::OK);
    let wrong = with_header(&town, Some("Bearer wrong")).await;
    assert_eq!(wrong.status, StatusCode::UNAUTHORIZED);
    drop(listening);
    let told = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    let line = format!("a system asks who may do what system={}", asking.system.id);
    assert_eq!(told.matches(&line).count(), 1, "{told}");
    for secret in [town.aase.to_string(), asking.secret.clone()] {
        assert!(!told.contains(&secret), "{told}");
    }
}

async fn a_system_that_has_ended_asks_no_more(town: Town) {
    let asking = Asking::of(&town).await;
    let other = Asking::of(&town).await;
    assert_eq!(asking.asks(town.aase, "mail.read", mailbox(town.aase)).await.status, StatusCode::OK);
    for expected in [true, false] {
        let (mut work, permit) = allow::<AdmitAsker>(town.work().await, ()).await.unwrap();
        assert_eq!(end_system(&mut work, &permit, asking.system.id).await.unwrap(), expected);
        work.commit().await.unwrap();
    }
    let refused = asking.asks(town.aase, "mail.read", mailbox(town.aase)).await;
    assert_eq!(refused.status, StatusCode::UNAUTHORIZED);
    assert_eq!(other.asks(town.aase, "mail.read", mailbox(town.aase)).await.status, StatusCode::OK);
    let listed = systems(&town.realm.read().await.unwrap()).await.unwrap();
    let ended: Vec<_> = listed.iter().map(|system| (system.id, system.ended_at.is_some())).collect();
    assert_eq!(ended, [(other.system.id, false), (asking.system.id, true)]);
}

async fn a_person_asks_about_themself_alone(town: Town) {
    let own = question(town.bo, "mail.read", mailbox(town.aase));
    let reply = signed_in(&town, town.bo, "POST", EVALUATION, &own).await;
    assert_eq!((reply.status, reply.code()), (StatusCode::OK, "no_mandate"));
    let others = question(town.aase, "mail.read", mailbox(town.aase));
    let reply = signed_in(&town, town.bo, "POST", EVALUATION, &others).await;
    assert_eq!(reply.status, StatusCode::FORBIDDEN);
    assert!(reply.body["detail"].as_str().unwrap().starts_with("subject.id: "));
    let both = serde_json::json!({ "evaluations": [own, others] });
    let reply = signed_in(&town, town.bo, "POST", EVALUATIONS, &both).await;
    assert_eq!(reply.status, StatusCode::FORBIDDEN);
    let path = format!("/api/access/v1/what-can-i?subject={}", town.aase);
    assert_eq!(signed_in(&town, town.bo, "GET", &path, &Value::Null).await.status, StatusCode::FORBIDDEN);
}

async fn a_secret_that_is_wrong_is_not_made_good_by_a_cookie(town: Town) {
    let mut work = town.work().await;
    let secret = people::session::start(&mut work, town.bo, "demo").await.unwrap();
    work.commit().await.unwrap();
    let request = Request::post(EVALUATION)
        .header("cookie", format!("__Host-omtanke={secret}"))
        .header(AUTHORIZATION, "Bearer wrong")
        .header(CONTENT_TYPE, "application/json")
        .body(Body::from(question(town.bo, "mail.read", mailbox(town.bo)).to_string()));
    assert_eq!(send(&town, request.unwrap()).await.status, StatusCode::UNAUTHORIZED);
}

async fn a_system_has_a_name(town: Town) {
    for name in ["", "  ", "a\u{7}b", &"x".repeat(81)] {
        let (mut work, permit) = allow::<AdmitAsker>(town.work().await, ()).await.unwrap();
        let refused = admit_system(&mut work, &permit, name).await;
        assert!(matches!(refused, Err(AdmitError::Name)), "{name:?}");
    }
    assert!(systems(&town.realm.read().await.unwrap()).await.unwrap().is_empty());
}

async fn whoever_sees_their_mandates_sees_who_can(town: Town) {
    let path = format!("/api/access/v1/who-can?resource_type=mailbox&action=mail.read&owner={}", town.aase);
    let own = signed_in(&town, town.aase, "GET", &path, &Value::Null).await;
    assert_eq!(own.status, StatusCode::OK);
    assert_eq!(own.body["people"].as_array().unwrap().len(), 1);
    let others = signed_in(&town, town.bo, "GET", &path, &Value::Null).await;
    assert_eq!(others.status, StatusCode::FORBIDDEN);
}
