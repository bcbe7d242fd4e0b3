//! Who can, what can I, the searches, and where all this is.

use access::mandates::{Party, Step};
use access::{Holder, api};
use axum::body::Body;
use http::{Request, StatusCode};
use serde_json::{Value, json};

use super::asking::{Asking, EVALUATION, mailbox, question, send, signed_in};
use crate::town::{Deed, Hand, Town, of_case, on_both, opening};

on_both! {
    who_can_lists_the_owner_and_whom_they_have_let,
    what_can_i_lists_what_is_open_to_me,
    a_search_finds_what_is_answered_with_yes,
    what_is_taken_back_is_in_no_list,
    where_to_ask_is_written_down,
}

async fn who_can_lists_the_owner_and_whom_they_have_let(town: Town) {
    let asking = Asking::of(&town).await;
    town.gives(town.aase, Party::Person(town.bo), of_case(&["tax.see"], "26/7")).await;
    town.gives(town.aase, Party::Organisation(town.revision), opening(&["tax.act"])).await;
    town.gives(town.aase, Party::Person(town.eva), opening(&["health.see"])).await;
    let path = |service| {
        let owner = town.aase;
        format!(
            "/api/access/v1/who-can?resource_type=service&action=service.see&owner={owner}&service={service}"
        )
    };
    let codes = |body: &Value| {
        let people = body["people"].as_array().unwrap().iter();
        let mut codes: Vec<(String, String)> = people
            .map(|one| {
                let text = |pointer| one.pointer(pointer).unwrap().as_str().unwrap().to_owned();
                (text("/subject/id"), text("/context/reason/code"))
            })
            .collect();
        codes.sort();
        codes
    };
    let tax = asking.get(&path("tax")).await;
    let mut expected = [(town.aase, "own"), (town.bo, "limited_mandate"), (town.finn, "mandate")]
        .map(|(who, code)| (who.to_string(), code.to_owned()));
    expected.sort();
    assert_eq!(codes(&tax.body), expected);
    assert_eq!(codes(&asking.get(&path("health")).await.body).len(), 2);
    // Whoever may do it to everybody's things is named as a role.
    let owner = town.aase;
    let exemption =
        format!("/api/access/v1/who-can?resource_type=person&action=exemption.decide&owner={owner}");
    assert_eq!(asking.get(&exemption).await.body["roles"], json!(["trusted_employee"]));
}

async fn what_can_i_lists_what_is_open_to_me(town: Town) {
    let mandate = town.gives(town.aase, Party::Person(town.bo), opening(&["post.read"])).await;
    let all = signed_in(&town, town.bo, "GET", "/api/access/v1/what-can-i", &Value::Null).await;
    assert_eq!(all.status, StatusCode::OK);
    let resources = all.body["resources"].as_array().unwrap();
    let owner = |id: &str| resources.iter().find(|one| one["owner"]["id"] == id);
    assert!(owner(&town.bo.to_string()).unwrap()["actions"].as_array().unwrap().len() > 5);
    let aase = owner(&town.aase.to_string()).unwrap();
    let names: Vec<_> = aase["actions"].as_array().unwrap().iter().map(|one| &one["name"]).collect();
    assert_eq!(names, ["mail.read", "mail.sort"]);
    assert_eq!(aase["actions"][0]["context"]["grant"]["mandates"][0]["id"], json!(mandate));
    assert_eq!(resources.len(), 2);

    let asking = Asking::of(&town).await;
    let path = format!("/api/access/v1/what-can-i?subject={}&owner={}", town.dan, town.havn);
    let firm = asking.get(&path).await;
    assert_eq!(firm.body["resources"][0]["owner"]["type"], "organisation");
    let nothing = format!("/api/access/v1/what-can-i?subject={}&owner={}", town.dan, town.aase);
    assert_eq!(asking.get(&nothing).await.body["resources"], json!([]));
    let tove = asking.get(&format!("/api/access/v1/what-can-i?subject={}", town.tove)).await;
    let nobodys = &tove.body["resources"][0];
    assert!(nobodys.get("owner").is_none());
    assert!(nobodys["actions"].to_string().contains("mandate.register"));
}

async fn a_search_finds_what_is_answered_with_yes(town: Town) {
    let asking = Asking::of(&town).await;
    town.gives(town.aase, Party::Person(town.bo), opening(&["post.read", "tax.act"])).await;
    town.gives(town.aase, Party::Person(town.eva), of_case(&["tax.see"], "26/7")).await;
    let tax = json!({ "type": "service", "id": "tax", "properties": { "owner": town.aase } });
    let search = async |what: &str, body: Value| {
        let reply = asking.post(&format!("/api/access/v1/search/{what}"), &body).await;
        assert_eq!(reply.status, StatusCode::OK, "{}", reply.body);
        reply
    };
    let see = json!({ "name": "service.see" });
    let asked = json!({ "subject": { "type": "person" }, "action": see, "resource": tax });
    let subjects = search("subject", asked).await;
    assert_eq!(subjects.ids().len(), 2, "Eva may see only a case: {}", subjects.body);
    for who in [town.aase, town.bo] {
        assert!(subjects.ids().contains(&who.to_string().as_str()));
        assert_eq!(asking.asks(who, "service.see", tax.clone()).await.body["decision"], true);
    }
    let bo = json!({ "type": "person", "id": town.bo });
    let asked =
        json!({ "subject": bo, "action": { "name": "mail.read" }, "resource": { "type": "mailbox" } });
    let mailboxes = search("resource", asked).await;
    assert_eq!(mailboxes.ids().len(), 2);
    assert!(mailboxes.ids().contains(&town.aase.to_string().as_str()));
    let asked = json!({ "subject": { "type": "person", "id": town.eva }, "action": see, "resource": { "type": "service" } });
    let services = search("resource", asked).await;
    let owners: Vec<_> = services.body["results"].as_array().unwrap().iter().collect();
    assert!(owners.iter().all(|one| one["properties"]["owner"] == json!(town.eva)), "{}", services.body);
    let asked = json!({ "subject": bo, "resource": tax });
    assert_eq!(search("action", asked).await.ids(), ["service.see", "service.act", "service.contact"]);
    let asked = json!({ "subject": bo, "resource": mailbox(town.aase) });
    assert_eq!(search("action", asked).await.ids(), ["mail.read", "mail.sort"]);

    let cases = json!({ "subject": bo, "action": see, "resource": { "type": "case" } });
    let refused = asking.post("/api/access/v1/search/resource", &cases).await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    let stranger = signed_in(
        &town,
        town.eva,
        "POST",
        "/api/access/v1/search/action",
        &json!({ "subject": bo, "resource": tax }),
    )
    .await;
    assert_eq!(stranger.status, StatusCode::FORBIDDEN);
}

async fn what_is_taken_back_is_in_no_list(town: Town) {
    let asking = Asking::of(&town).await;
    let mandate = town.gives(town.aase, Party::Person(town.bo), opening(&["post.read"])).await;
    let can = async || {
        let tx = town.realm.read().await.unwrap();
        let moment = access::now_in(&town.realm);
        api::who_can(&tx, Holder::Person(town.aase), "mail.read", None, moment).await.unwrap().len()
    };
    assert_eq!(can().await, 2);
    town.does(Hand::Giver(town.aase, Holder::Person(town.aase)), Deed::Withdraw(mandate)).await.unwrap();
    assert_eq!(can().await, 1);
    let reply = asking.post(EVALUATION, &question(town.bo, "mail.read", mailbox(town.aase))).await;
    assert_eq!(reply.code(), "taken_back");
    assert!(town.mandate(mandate).await.state.after(Step::Sign).is_none());
}

async fn where_to_ask_is_written_down(town: Town) {
    let request = Request::get("/.well-known/authzen-configuration").body(Body::empty()).unwrap();
    let reply = send(&town, request).await;
    assert_eq!(reply.status, StatusCode::OK);
    assert_eq!(reply.headers["content-type"], "application/json");
    assert_eq!(reply.body["policy_decision_point"], "https://hjaelp.example.dk");
    let at = "https://hjaelp.example.dk/api/access/v1/evaluation";
    assert_eq!(reply.body["access_evaluation_endpoint"], at);
    let list = access::routes();
    for (name, at) in reply.body.as_object().unwrap() {
        let path = at.as_str().unwrap().trim_start_matches("https://hjaelp.example.dk");
        assert!(
            name == "policy_decision_point" || list.list().iter().any(|route| route.path == path),
            "{at}"
        );
    }
}
