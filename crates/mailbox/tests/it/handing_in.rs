//! Systems over HTTP: let in by their secret, answered with receipts.

use access::Holder;
use axum::body::Body;
use http::{Request, StatusCode};
use memo::Message;
use memo::batch::BatchWriter;
use serde_json::Value;
use uuid::Uuid;

use crate::world::{Reply, World, on_both};

on_both![
    a_system_hands_in_a_message_and_asks_for_its_receipt,
    a_system_hands_in_a_batch,
    nobody_is_let_in_without_a_secret_and_nobody_after_the_end,
    what_is_no_message_is_answered_with_line_and_element,
    a_system_fetches_what_was_written_to_its_organisation,
    a_system_asks_which_call_ups_nobody_has_opened,
];

async fn call(world: &World, method: &str, path: &str, secret: &str, body: Vec<u8>) -> Reply {
    let request =
        Request::builder().method(method).uri(path).header("authorization", format!("Bearer {secret}"));
    world.request(request.body(Body::from(body)).unwrap()).await
}

async fn hand_in(world: &World, body: Vec<u8>) -> (StatusCode, Value) {
    let reply = call(world, "POST", "/api/post/messages", &world.secret, body).await;
    (reply.status, serde_json::from_slice(&reply.bytes).unwrap())
}

async fn a_system_hands_in_a_message_and_asks_for_its_receipt(world: World) {
    let message = world.letter_to(world.aase.cpr);
    let (status, answered) = hand_in(&world, World::memo_of(&message)).await;
    assert_eq!(
        (status, answered["receipts"][0]["ReceiptStatus"].as_str()),
        (StatusCode::OK, Some("COMPLETED"))
    );
    let (_, again) = hand_in(&world, World::memo_of(&message)).await;
    assert_eq!(again["receipts"], answered["receipts"]);

    let uuid = message.header.message_uuid;
    let asked =
        call(&world, "GET", &format!("/api/post/receipts/{uuid}"), &world.secret, Vec::new()).await.ok();
    let receipt: Value = serde_json::from_slice(&asked.bytes).unwrap();
    assert_eq!(receipt, answered["receipts"][0]);
    let transmission = answered["transmission"].as_str().unwrap();
    let path = format!("/api/post/transmissions/{transmission}");
    let asked = call(&world, "GET", &path, &world.secret, Vec::new()).await.ok();
    let whole: Value = serde_json::from_slice(&asked.bytes).unwrap();
    assert_eq!(whole["receipts"], answered["receipts"]);
    let other = format!("/api/post/receipts/{}", world.message_uuid());
    let missing = call(&world, "GET", &other, &world.secret, Vec::new()).await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
}

async fn a_system_hands_in_a_batch(world: World) {
    let mut batch = BatchWriter::new(Vec::new()).unwrap();
    for _ in 0..3 {
        batch.add(&world.letter_to(world.aase.cpr)).unwrap();
    }
    batch.add(&world.letter_to("0101551118")).unwrap();
    let bytes = batch.finish().unwrap();
    let (status, answered) = hand_in(&world, bytes.clone()).await;
    let receipts = answered["receipts"].as_array().unwrap();
    let completed = receipts.iter().filter(|receipt| receipt["ReceiptStatus"] == "COMPLETED").count();
    assert_eq!((status, receipts.len(), completed), (StatusCode::OK, 4, 3));
    let (status, answered) = hand_in(&world, bytes[..bytes.len() - 40].to_vec()).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answered["stopped"].as_str().unwrap().contains("batch"), "{answered}");
}

async fn nobody_is_let_in_without_a_secret_and_nobody_after_the_end(world: World) {
    let document = World::memo_of(&world.letter_to(world.aase.cpr));
    for secret in ["", "00", "Bearer"] {
        let reply = call(&world, "POST", "/api/post/messages", secret, document.clone()).await;
        assert_eq!(reply.status, StatusCode::UNAUTHORIZED, "{secret}");
    }
    let request =
        Request::builder().method("POST").uri("/api/post/messages").body(Body::from(document.clone()));
    assert_eq!(world.request(request.unwrap()).await.status, StatusCode::UNAUTHORIZED);
    let (mut work, permit) = access::allow::<access::AdmitSender>(world.work().await, ()).await.unwrap();
    let system = basics::Id::from_uuid(world.sending.system);
    assert!(mailbox::senders::end_sender(&mut work, &permit, system).await.unwrap());
    work.commit().await.unwrap();
    let reply = call(&world, "POST", "/api/post/messages", &world.secret, document).await;
    assert_eq!(reply.status, StatusCode::UNAUTHORIZED);
    assert_eq!(world.mailbox_of(&world.aase).await.letters, 0);
}

async fn what_is_no_message_is_answered_with_line_and_element(world: World) {
    let document = String::from_utf8(World::memo_of(&world.letter_to(world.aase.cpr))).unwrap();
    let bomb = "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>";
    let outside = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>";
    for (wrong, says) in [
        (document.replace("memoVersion=\"1.2\"", "memoVersion=\"7\""), "memoVersion"),
        (document[..document.len() / 2].to_owned(), "well-formed"),
        (bomb.to_owned(), "document type"),
        (outside.to_owned(), "document type"),
        (String::new(), ""),
        ("hej".to_owned(), ""),
    ] {
        let (status, answered) = hand_in(&world, wrong.into_bytes()).await;
        let receipt = &answered["receipts"][0];
        assert_eq!(
            (status, receipt["ReceiptStatus"].as_str()),
            (StatusCode::OK, Some("INVALID")),
            "{answered}"
        );
        let reason = receipt["Reason"].as_str().unwrap();
        assert!(reason.contains(says), "{says} in {reason}");
        assert!(!reason.contains(world.aase.cpr) && !reason.contains("root:"), "{reason}");
    }
    assert_eq!(world.mailbox_of(&world.aase).await.letters, 0);
}

async fn a_system_fetches_what_was_written_to_its_organisation(world: World) {
    let (_, letter) = world.gets(&world.aase, |message| message.header.reply = Some(true)).await;
    let sent = crate::writing::reply_to(&world, letter, "Jeg kommer gerne.").await.unwrap();
    let list = async |path: &str| {
        let reply = call(&world, "GET", path, &world.secret, Vec::new()).await.ok();
        serde_json::from_slice::<Vec<Value>>(&reply.bytes).unwrap()
    };
    let listed = list("/api/post/letters").await;
    assert_eq!(listed.len(), 1);
    let id = listed[0]["id"].as_str().unwrap();
    assert_ne!(id, sent.to_string(), "the copy of the writer is another letter");
    assert!(list(&format!("/api/post/letters?after={id}")).await.is_empty());
    let document =
        call(&world, "GET", &format!("/api/post/letters/{id}"), &world.secret, Vec::new()).await.ok();
    let message = memo::read(document.bytes.as_slice()).unwrap().message;
    assert_eq!(message.header.sender.sender_id, world.aase.cpr);
    assert_eq!(message.header.reply_data.len(), 1);
}

async fn a_system_asks_which_call_ups_nobody_has_opened(world: World) {
    world.opens_mailbox(Holder::Person(world.bo.id)).await;
    let call_up = |message: &mut Message<Vec<u8>>| message.header.message_code = Some("SESSION".to_owned());
    let mut unopened = Uuid::nil();
    let noted = |message: &mut Message<Vec<u8>>| {
        call_up(message);
        unopened = message.header.message_uuid;
    };
    world.gets(&world.aase, noted).await;
    let (_, opened) = world.gets(&world.bo, call_up).await;
    world.opens(&world.bo, opened).await;
    let asked = async |path: &str| {
        let reply = call(&world, "GET", path, &world.secret, Vec::new()).await.ok();
        serde_json::from_slice::<Vec<Value>>(&reply.bytes).unwrap()
    };
    assert!(asked("/api/post/follow-up").await.is_empty(), "it is too early");
    world.days_later(10);
    let listed = asked("/api/post/follow-up").await;
    assert_eq!(listed.len(), 1, "{listed:?}");
    assert_eq!(listed[0]["message"].as_str(), Some(unopened.to_string().as_str()));
    let behind = format!("at={}&message={unopened}", listed[0]["at"].as_str().unwrap());
    assert!(asked(&format!("/api/post/follow-up?{behind}")).await.is_empty());
}
