//! Questions and their answers, one at a time and many together.

use access::mandates::{Limits, Party, Terms};
use http::StatusCode;
use serde_json::{Value, json};
use uuid::Uuid;

use super::asking::{Asking, EVALUATIONS, mailbox, question};
use crate::town::{Town, of_case, on_both, opening};

on_both! {
    an_answer_says_why_and_on_what_it_rests,
    asking_leaves_nothing_behind,
    a_part_is_not_taken_for_the_whole,
    what_stands_beside_a_list_holds_for_each_that_says_nothing_else,
    a_list_ends_where_the_caller_wants,
    what_one_question_has_wrong_spoils_no_other,
}

async fn an_answer_says_why_and_on_what_it_rests(town: Town) {
    let asking = Asking::of(&town).await;
    let own = asking.asks(town.aase, "mail.delete", mailbox(town.aase)).await;
    assert_eq!(own.body["decision"], true);
    assert_eq!(own.body["context"]["grant"], json!({ "role": "citizen", "scope": "self" }));
    assert_eq!(own.headers["x-request-id"], "fag-1");
    assert_eq!(own.headers["content-type"], "application/json");

    let before = asking.asks(town.bo, "mail.read", mailbox(town.aase)).await;
    assert_eq!((before.status, &before.body["decision"]), (StatusCode::OK, &json!(false)));
    let reason = json!({ "code": "no_mandate", "da": "Der er ingen fuldmagt til personen.", "en": "There is no mandate for the person." });
    assert_eq!(before.body["context"], json!({ "reason": reason }));

    let mandate = town.gives(town.aase, Party::Person(town.bo), opening(&["post.read"])).await;
    let after = asking.asks(town.bo, "mail.read", mailbox(town.aase)).await;
    assert_eq!((&after.body["decision"], after.code()), (&json!(true), "mandate"));
    let grant = json!({ "mandates": [{ "id": mandate, "services": ["digital-post"] }] });
    assert_eq!(after.body["context"]["grant"], grant);
    assert_eq!(asking.asks(town.bo, "mail.write", mailbox(town.aase)).await.code(), "other_power");

    let counter = json!({ "type": "installation", "id": "omtanke" });
    let staff = asking.asks(town.tove, "mandate.register", counter).await;
    assert_eq!(staff.body["context"]["grant"], json!({ "role": "trusted_employee", "scope": "anywhere" }));
    let firm = json!({ "type": "organisation", "id": town.havn });
    assert_eq!(asking.asks(town.dan, "mandate.manage", firm.clone()).await.body["decision"], true);
    assert_eq!(asking.asks(town.eva, "mandate.manage", firm).await.body["decision"], false);
}

async fn asking_leaves_nothing_behind(town: Town) {
    let asking = Asking::of(&town).await;
    let mandate = town.gives(town.aase, Party::Person(town.bo), opening(&["post.read"])).await;
    let before = town.log(mandate).await.len();
    asking.asks(town.bo, "mail.read", mailbox(town.aase)).await;
    asking.asks(town.bo, "mail.write", mailbox(town.aase)).await;
    assert_eq!(town.mandate(mandate).await.last_used_at, None);
    assert_eq!(town.log(mandate).await.len(), before);
    let log = realm::newest(&town.realm.read().await.unwrap(), 50).await.unwrap();
    assert!(log.iter().all(|record| record.action != "access.refuse"));
}

async fn a_part_is_not_taken_for_the_whole(town: Town) {
    let asking = Asking::of(&town).await;
    town.gives(town.aase, Party::Person(town.bo), of_case(&["tax.see"], "26/7")).await;
    let service = |properties: Value| json!({ "type": "service", "id": "tax", "properties": properties });
    let whole = asking.asks(town.bo, "service.see", service(json!({ "owner": town.aase }))).await;
    assert_eq!((&whole.body["decision"], whole.code()), (&json!(false), "out_of_reach"));
    let case = service(json!({ "owner": town.aase, "case_number": "26/7" }));
    let case = asking.asks(town.bo, "service.see", case).await;
    assert_eq!((&case.body["decision"], case.code()), (&json!(true), "limited_mandate"));
    let as_case = |number: &str, service: &str| {
        let properties = json!({ "owner": town.aase, "service": service });
        json!({ "type": "case", "id": number, "properties": properties })
    };
    assert_eq!(asking.asks(town.bo, "service.see", as_case("26/7", "tax")).await.body["decision"], true);
    assert_eq!(asking.asks(town.bo, "service.see", as_case("26/8", "tax")).await.code(), "out_of_reach");
    assert_eq!(asking.asks(town.bo, "service.see", as_case("26/7", "pension")).await.body["decision"], false);

    let (folder, letter, sender) = (Uuid::from_u128(1), Uuid::from_u128(2), Uuid::from_u128(3));
    let limits = Limits {
        folders: Some(vec![folder]),
        since: Some("2026-02-01T00:00:00Z".parse().unwrap()),
        sender: Some(basics::Id::from_uuid(sender)),
        ..Limits::default()
    };
    let terms = Terms { limits, ..opening(&["post.read"]) };
    town.gives(town.aase, Party::Person(town.eva), terms).await;
    let post = |folder: Uuid, arrived: &str| {
        let properties =
            json!({ "owner": town.aase, "folder": folder, "sender": sender, "arrived_at": arrived });
        json!({ "type": "letter", "id": letter, "properties": properties })
    };
    let decision =
        async |resource| asking.asks(town.eva, "mail.read", resource).await.body["decision"].clone();
    assert_eq!(decision(post(folder, "2026-02-01T00:00:00Z")).await, true);
    assert_eq!(decision(post(folder, "2026-01-31T23:59:59Z")).await, false);
    assert_eq!(decision(post(letter, "2026-02-02T00:00:00Z")).await, false);
    assert_eq!(decision(mailbox(town.aase)).await, false);
}

async fn what_stands_beside_a_list_holds_for_each_that_says_nothing_else(town: Town) {
    let asking = Asking::of(&town).await;
    town.gives(town.aase, Party::Person(town.bo), opening(&["post.read"])).await;
    let mut list = question(town.bo, "mail.read", mailbox(town.aase));
    list["evaluations"] = json!([
        {},
        { "action": { "name": "mail.write" } },
        { "action": null, "subject": { "type": "person", "id": town.eva } },
        { "subject": { "type": "person", "id": town.aase }, "action": { "name": "mail.delete" } },
        { "resource": mailbox(town.bo) },
    ]);
    let reply = asking.post(EVALUATIONS, &list).await;
    assert_eq!(reply.decisions(), [true, false, false, true, true]);
    assert!(reply.body.get("decision").is_none());
    list["evaluations"] = json!([]);
    let single = asking.post(EVALUATIONS, &list).await;
    assert_eq!(single.body["decision"], true, "without a list it is one question");
    assert!(single.body.get("evaluations").is_none());
}

async fn a_list_ends_where_the_caller_wants(town: Town) {
    let asking = Asking::of(&town).await;
    let mut list = question(town.aase, "mail.read", mailbox(town.aase));
    let (yes, no) = (json!({}), json!({ "resource": mailbox(town.bo) }));
    list["evaluations"] = json!([no, yes, no, yes]);
    for (semantic, expected) in [
        ("execute_all", &[false, true, false, true][..]),
        ("deny_on_first_deny", &[false]),
        ("permit_on_first_permit", &[false, true]),
    ] {
        list["options"] = json!({ "evaluations_semantic": semantic, "another": 1 });
        let reply = asking.post(EVALUATIONS, &list).await;
        assert_eq!(reply.decisions(), expected, "{semantic}");
    }
    list["evaluations"] = json!([yes, { "resource": mailbox("nobody") }, yes]);
    list["options"] = json!({ "evaluations_semantic": "deny_on_first_deny" });
    assert_eq!(asking.post(EVALUATIONS, &list).await.decisions(), [true, false], "a fault is a no");
}

async fn what_one_question_has_wrong_spoils_no_other(town: Town) {
    let asking = Asking::of(&town).await;
    let mut list = question(town.aase, "mail.read", mailbox(town.aase));
    list["evaluations"] =
        json!([{ "resource": mailbox("0101400002") }, {}, { "action": { "name": "mail.burn" } }]);
    let reply = asking.post(EVALUATIONS, &list).await;
    assert_eq!((reply.status, reply.decisions()), (StatusCode::OK, vec![false, true, false]));
    let error = |n: usize| reply.body["evaluations"][n]["context"]["error"].clone();
    let message = "evaluations[0].resource.id: is no id; a CPR number is not taken here";
    assert_eq!(error(0), json!({ "status": 400, "message": message }));
    assert_eq!(error(2)["status"], 404);
    assert!(!reply.body.to_string().contains("0101400002"));
}
