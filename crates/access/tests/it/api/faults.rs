//! Questions that something is wrong with: each fault names its field, and never says what stood there.

use http::StatusCode;
use http::header::CONTENT_TYPE;
use serde_json::{Value, json};

use super::asking::{Asking, EVALUATION, EVALUATIONS, mailbox, question};
use crate::town::{Town, on_both};

on_both! {
    each_field_that_is_wrong_is_named,
    what_is_no_json_is_said,
    a_cpr_number_is_not_taken_and_not_repeated,
    what_is_not_known_is_a_no_that_says_so,
    a_list_names_its_faults_too,
}

/// A question in which one field is changed.
fn changed(town: &Town, pointer: &str, value: Value) -> Value {
    let resource = json!({ "type": "service", "id": "tax", "properties": { "owner": town.aase } });
    let mut question = question(town.bo, "service.see", resource);
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    let parent = question.pointer_mut(parent).unwrap().as_object_mut().unwrap();
    match value {
        Value::Null => parent.remove(name),
        value => parent.insert(name.to_owned(), value),
    };
    question
}

async fn each_field_that_is_wrong_is_named(town: Town) {
    let asking = Asking::of(&town).await;
    for (pointer, value, field) in [
        ("/subject", Value::Null, "subject: is missing"),
        ("/subject", json!("bo"), "subject: is no object"),
        ("/subject/type", Value::Null, "subject.type: is missing"),
        ("/subject/id", Value::Null, "subject.id: is missing"),
        ("/subject/id", json!(7), "subject.id: is no text"),
        ("/subject/id", json!("bo"), "subject.id: is no id"),
        ("/subject/properties", json!([]), "subject.properties: is no object"),
        ("/action", Value::Null, "action: is missing"),
        ("/action/name", Value::Null, "action.name: is missing"),
        ("/action/name", json!(true), "action.name: is no text"),
        ("/resource", Value::Null, "resource: is missing"),
        ("/resource/type", Value::Null, "resource.type: is missing"),
        ("/resource/id", Value::Null, "resource.id: is missing"),
        ("/resource/properties", json!(1), "resource.properties: is no object"),
        ("/resource/properties/owner", Value::Null, "resource.properties.owner: is missing"),
        ("/resource/properties/owner", json!("Aase"), "resource.properties.owner: is no id"),
        ("/resource/properties/folder", json!("inbox"), "resource.properties.folder: is no id"),
        ("/resource/properties/letter", json!("x"), "resource.properties.letter: is no id"),
        ("/resource/properties/sender", json!("SKAT"), "resource.properties.sender: is no id"),
        ("/resource/properties/arrived_at", json!("monday"), "resource.properties.arrived_at: is no moment"),
        ("/resource/properties/case_number", json!(4), "resource.properties.case_number: is no text"),
        (
            "/resource/properties/production_unit",
            json!({}),
            "resource.properties.production_unit: is no text",
        ),
        ("/context", json!("now"), "context: is no object"),
    ] {
        let reply = asking.post(EVALUATION, &changed(&town, pointer, value)).await;
        assert_eq!(reply.status, StatusCode::BAD_REQUEST, "{field}");
        assert_eq!(reply.headers[CONTENT_TYPE], "application/problem+json");
        assert_eq!(reply.headers["x-request-id"], "fag-1", "a fault is answered with the caller's number");
        let detail = reply.body["detail"].as_str().unwrap();
        assert!(detail.starts_with(field), "{detail} for {field}");
    }
    let case = json!({ "type": "case", "id": "26/1", "properties": { "owner": town.aase } });
    let reply = asking.asks(town.bo, "service.see", case).await;
    assert_eq!(reply.status, StatusCode::BAD_REQUEST);
    assert_eq!(reply.body["detail"], "resource.properties.service: is missing");
    // What is not known to the shape is left alone, as the specification asks.
    let more = changed(&town, "/resource/properties/colour", json!({ "red": 1 }));
    assert_eq!(asking.post(EVALUATION, &more).await.status, StatusCode::OK);
}

async fn what_is_no_json_is_said(town: Town) {
    let asking = Asking::of(&town).await;
    for (body, detail) in [
        ("", "body: is no JSON"),
        ("{", "body: is no JSON"),
        ("[]", "body: is no JSON object"),
        ("\"a\"", "body: is no JSON object"),
        (&"[".repeat(5_000), "body: is no JSON"),
    ] {
        let reply = asking.post_text(EVALUATION, body).await;
        assert_eq!(reply.status, StatusCode::BAD_REQUEST);
        assert!(reply.body["detail"].as_str().unwrap().starts_with(detail), "{}", reply.body);
    }
    let as_form = http::Request::post(EVALUATION)
        .header("authorization", format!("Bearer {}", asking.secret))
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(axum::body::Body::from("{}"));
    let reply = super::asking::send(&town, as_form.unwrap()).await;
    assert_eq!(reply.body["detail"], "Content-Type: is not application/json");
}

async fn a_cpr_number_is_not_taken_and_not_repeated(town: Town) {
    let asking = Asking::of(&town).await;
    for number in ["0101400002", "010140-0002"] {
        let reply = asking.post(EVALUATION, &changed(&town, "/subject/id", json!(number))).await;
        assert_eq!(reply.body["detail"], "subject.id: is no id; a CPR number is not taken here");
        let reply = asking.asks(town.bo, "mail.read", mailbox(number)).await;
        assert_eq!(reply.body["detail"], "resource.id: is no id; a CPR number is not taken here");
        assert!(!reply.body.to_string().contains(number));
    }
}

async fn what_is_not_known_is_a_no_that_says_so(town: Town) {
    let asking = Asking::of(&town).await;
    let nobody = "00000000-0000-7000-8000-000000000000";
    for (pointer, value, field) in [
        ("/subject/type", json!("user"), "subject.type: "),
        ("/action/name", json!("service.burn"), "action.name: "),
        ("/action/name", json!("mail.read"), "action.name: "),
        ("/resource/type", json!("account"), "resource.type: "),
        ("/resource/id", json!("moon"), "resource.id: "),
        ("/resource/properties/owner", json!(nobody), "resource.properties.owner: "),
    ] {
        let reply = asking.post(EVALUATION, &changed(&town, pointer, value)).await;
        assert_eq!(reply.status, StatusCode::OK, "{field}");
        assert_eq!((&reply.body["decision"], reply.code()), (&json!(false), "unknown"), "{field}");
        let error = &reply.body["context"]["error"];
        assert_eq!(error["status"], 404);
        assert!(error["message"].as_str().unwrap().starts_with(field), "{error} for {field}");
    }
    let company = json!({ "type": "person", "id": town.havn });
    assert_eq!(asking.asks(town.bo, "mandate.see", company).await.code(), "unknown");
}

async fn a_list_names_its_faults_too(town: Town) {
    let asking = Asking::of(&town).await;
    let fine = question(town.aase, "mail.read", mailbox(town.aase));
    for (body, field) in [
        (json!({ "evaluations": {} }), "evaluations: is no list"),
        (json!({ "evaluations": ["a"] }), "evaluations[0]: is no object"),
        (json!({ "evaluations": [] }), "subject: is missing"),
        (
            json!({ "evaluations": [fine, { "subject": fine["subject"] }] }),
            "evaluations[1].action: is missing",
        ),
        (json!({ "evaluations": [fine], "options": 1 }), "options: is no object"),
        (
            json!({ "evaluations": [fine], "options": { "evaluations_semantic": "some" } }),
            "options.evaluations_semantic: is none of",
        ),
        (json!({ "evaluations": vec![json!({}); 1_001] }), "evaluations: are more than 1000"),
    ] {
        let reply = asking.post(EVALUATIONS, &body).await;
        assert_eq!(reply.status, StatusCode::BAD_REQUEST, "{field}");
        assert!(reply.body["detail"].as_str().unwrap().starts_with(field), "{} for {field}", reply.body);
    }
    for (query, field) in [
        ("who-can", "resource_type: is missing"),
        ("who-can?resource_type=moon", "resource_type: is nothing"),
        ("who-can?resource_type=mailbox", "action: is missing"),
        ("who-can?resource_type=mailbox&action=service.see", "action: is not done"),
        ("who-can?resource_type=mailbox&action=mail.read", "owner: is missing"),
        ("who-can?resource_type=mailbox&action=mail.read&owner=Aase", "owner: is no id"),
        ("what-can-i", "subject: is missing"),
        ("what-can-i?subject=0101400002", "subject: is no id"),
    ] {
        let reply = asking.get(&format!("/api/access/v1/{query}")).await;
        assert_eq!(reply.status, StatusCode::BAD_REQUEST, "{field}");
        assert!(reply.body["detail"].as_str().unwrap().starts_with(field), "{} for {field}", reply.body);
    }
    let nobody = "00000000-0000-7000-8000-000000000000";
    let path = format!("/api/access/v1/who-can?resource_type=mailbox&action=mail.read&owner={nobody}");
    assert_eq!(asking.get(&path).await.status, StatusCode::NOT_FOUND);
}
