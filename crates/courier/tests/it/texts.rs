//! Texts on their way to two gateways.

use std::time::{Duration, Instant};

use axum::http::Method;
use courier::{Gateway, GatewayError, SmsSettings, Text, TextError, Texts};
use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use crate::gateway::{Answer, SmsGateway};

const OK: Answer = Answer::Status(201, "{\"ids\": [421332671]}");
const BROKEN: Answer = Answer::Status(503, "number +4520123456 cannot be served");

fn to_aase(body: &str) -> Text {
    Text { to: "+4520123456".to_owned(), body: body.to_owned(), reference: "0190-aase".to_owned() }
}

fn monday() -> Timestamp {
    "2026-03-09T08:00:00Z".parse().unwrap()
}

fn after(seconds: i64) -> Timestamp {
    monday() + SignedDuration::from_secs(seconds)
}

async fn two(first: Answer, second: Answer) -> (SmsGateway, SmsGateway, Texts) {
    let (first, second) = (SmsGateway::start(first).await, SmsGateway::start(second).await);
    let texts =
        Texts::new(vec![Box::new(first.gateway("first", "")), Box::new(second.gateway("second", ""))]);
    (first, second, texts)
}

#[tokio::test]
async fn the_first_gateway_takes_a_text_and_says_what_it_calls_it() {
    let (first, second, texts) = two(OK, OK).await;
    let accepted = texts.send(&to_aase("Kære Åse. Bo kommer kl. 10."), monday()).await.unwrap();
    assert_eq!(accepted.id.as_deref(), Some("421332671"));
    assert_eq!(
        first.last(),
        json!({"to": "+4520123456", "message": "Kære Åse. Bo kommer kl. 10.", "from": "Omtanke", "ref": "0190-aase"})
    );
    assert_eq!((first.texts(), second.texts()), (1, 0));
    assert_eq!(first.asked()[0].headers["content-type"], "application/json");
}

#[tokio::test]
async fn a_gateway_may_want_a_form_a_token_and_bare_digits() {
    let server = SmsGateway::start(Answer::Status(200, "{\"sid\": \"SM1\"}")).await;
    let gateway = server.gateway(
        "forms",
        "method = \"put\"\nbody = \"form\"\nnumbers = \"digits\"\nid = \"/sid\"\ntoken = \"hemmelig\"\n\
         headers = { Authorization = \"Token {token}\" }\nextra = { Class = 1 }",
    );
    let accepted = gateway.send(&to_aase("Åse & Bo")).await.unwrap();
    assert_eq!(accepted.id.as_deref(), Some("SM1"));
    let asked = &server.asked()[0];
    assert_eq!(asked.method, Method::PUT);
    assert_eq!(asked.headers["authorization"], "Token hemmelig");
    assert_eq!(asked.headers["content-type"], "application/x-www-form-urlencoded");
    assert_eq!(asked.body, "Class=1&to=4520123456&message=%C3%85se+%26+Bo&from=Omtanke&ref=0190-aase");
}

#[tokio::test]
async fn a_text_is_taken_whatever_the_answer_looks_like() {
    for body in ["", "ok", "{}", "{\"ids\": []}", "{\"ids\": [null]}", "[1"] {
        let server = SmsGateway::start(Answer::Status(200, body)).await;
        assert_eq!(server.gateway("odd", "").send(&to_aase("Hej")).await.unwrap().id, None, "{body}");
    }
    let huge: &'static str =
        Box::leak(format!("{{\"ids\": [\"{}\"]}}", "a".repeat(100_000)).into_boxed_str());
    let server = SmsGateway::start(Answer::Status(200, huge)).await;
    assert_eq!(server.gateway("huge", "").send(&to_aase("Hej")).await.unwrap().id, None);
}

#[tokio::test]
async fn where_the_first_fails_the_second_takes_over() {
    let (first, second, texts) = two(BROKEN, OK).await;
    for status in [302, 401, 403, 429, 500, 503] {
        first.answers(Answer::Status(status, ""));
        let now = after(i64::from(status) * 600);
        assert!(texts.send(&to_aase("Hej"), now).await.is_ok(), "{status}");
    }
    assert_eq!((first.texts(), second.texts()), (6, 6));
}

#[tokio::test]
async fn a_gateway_that_hangs_is_given_up_in_time() {
    let (first, second, texts) = two(Answer::Hangs, OK).await;
    let began = Instant::now();
    texts.send(&to_aase("Hej"), monday()).await.unwrap();
    assert!((1.0..2.5).contains(&began.elapsed().as_secs_f32()), "{:?}", began.elapsed());
    assert_eq!((first.texts(), second.texts()), (1, 1));
}

#[tokio::test]
async fn a_gateway_that_is_not_there_is_passed_over_at_once() {
    let second = SmsGateway::start(OK).await;
    let nobody = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        format!("url = \"http://{}/send\"", listener.local_addr().unwrap())
    };
    let texts =
        Texts::new(vec![Box::new(second.gateway("nobody", &nobody)), Box::new(second.gateway("second", ""))]);
    let began = Instant::now();
    texts.send(&to_aase("Hej"), monday()).await.unwrap();
    assert!(began.elapsed() < Duration::from_millis(900), "{:?}", began.elapsed());
}

#[tokio::test]
async fn a_wrong_number_is_not_tried_elsewhere() {
    for status in [400, 404, 422] {
        let (_, second, texts) = two(Answer::Status(status, "+4520123456 is no number"), OK).await;
        let refused = texts.send(&to_aase("Hej"), monday()).await.unwrap_err();
        let expected = TextError::Refused { gateway: "first".to_owned(), why: format!("status {status}") };
        assert_eq!(refused, expected);
        assert_eq!(second.texts(), 0);
    }
}

#[tokio::test]
async fn a_redirect_does_not_carry_the_text_elsewhere() {
    let (first, second, texts) = two(Answer::Redirect, OK).await;
    texts.send(&to_aase("Hej"), monday()).await.unwrap();
    assert_eq!((first.texts(), second.texts()), (1, 1));
}

#[tokio::test]
async fn a_gateway_that_failed_three_times_rests_a_minute_and_then_has_one_try() {
    let (first, second, texts) = two(BROKEN, OK).await;
    for second in 0..5 {
        texts.send(&to_aase("Hej"), after(second)).await.unwrap();
    }
    assert_eq!((first.texts(), second.texts()), (3, 5), "it rests from the third failure on");
    texts.send(&to_aase("Hej"), after(61)).await.unwrap();
    assert_eq!(first.texts(), 3, "the minute began with the third failure, two seconds in");
    texts.send(&to_aase("Hej"), after(62)).await.unwrap();
    assert_eq!(first.texts(), 4);
    texts.send(&to_aase("Hej"), after(63)).await.unwrap();
    assert_eq!(first.texts(), 4, "the one try failed, so it rests again");

    first.answers(OK);
    texts.send(&to_aase("Hej"), after(122)).await.unwrap();
    first.answers(BROKEN);
    for _ in 0..3 {
        texts.send(&to_aase("Hej"), after(123)).await.unwrap();
    }
    assert_eq!(first.texts(), 8, "it works again and has three tries again");
}

#[tokio::test]
async fn failures_with_a_success_between_do_not_add_up() {
    let (first, _, texts) = two(BROKEN, OK).await;
    for answer in [BROKEN, BROKEN, OK, BROKEN, BROKEN, Answer::Status(422, ""), BROKEN, BROKEN, OK] {
        first.answers(answer);
        let _ = texts.send(&to_aase("Hej"), monday()).await;
    }
    assert_eq!(first.texts(), 9);
}

#[tokio::test]
async fn where_all_fail_the_error_says_how_and_then_until_when_they_rest() {
    let (first, second, texts) = two(BROKEN, Answer::Status(401, "")).await;
    let failed = TextError::Failed(vec![
        ("first".to_owned(), "status 503".to_owned()),
        ("second".to_owned(), "status 401".to_owned()),
    ]);
    for _ in 0..3 {
        assert_eq!(texts.send(&to_aase("Hej"), monday()).await.unwrap_err(), failed);
    }
    let resting = texts.send(&to_aase("Hej"), after(59)).await.unwrap_err();
    assert_eq!(resting, TextError::Resting { until: after(60) });
    assert_eq!((first.texts(), second.texts()), (3, 3));
    assert!(!failed.to_string().contains("20123456"), "{failed}");
    let nobody = Texts::new(Vec::new());
    assert_eq!(nobody.send(&to_aase("Hej"), monday()).await.unwrap_err(), TextError::Failed(Vec::new()));
}

#[tokio::test]
async fn a_text_that_does_not_fit_is_sent_nowhere() {
    let (first, _, texts) = two(OK, OK).await;
    let too_long = |units, room| Err(TextError::TooLong { units, room });
    for (body, result) in [
        ("a".repeat(160), Ok(())),
        ("a".repeat(161), too_long(161, 160)),
        ("€".repeat(81), too_long(162, 160)),
        ("م".repeat(70), Ok(())),
        ("م".repeat(71), too_long(71, 70)),
        (" \n".to_owned(), Err(TextError::Empty)),
    ] {
        let sent = texts.send(&to_aase(&body), monday()).await.map(|_| ());
        assert_eq!(sent, result, "{body}");
    }
    assert_eq!(first.texts(), 2);
    for number in ["", "20123456", "+", "+45 20123456", "+45201234567890123", "+4520123456\n"] {
        let text = Text { to: number.to_owned(), ..to_aase("Hej") };
        assert_eq!(texts.send(&text, monday()).await.unwrap_err(), TextError::Number, "{number}");
    }
}

#[tokio::test]
async fn arabic_may_take_more_messages_where_the_settings_say_so_but_no_more_than_160_signs() {
    let server = SmsGateway::start(OK).await;
    let settings: SmsSettings = toml::from_str(&format!(
        "sender = \"Omtanke\"\nunicode_parts = 3\n[[gateways]]\nname = \"first\"\nurl = \"{}/send\"\n\
         fields = {{ to = \"to\", body = \"body\" }}",
        server.address
    ))
    .unwrap();
    let texts = Texts::from_settings(&settings).unwrap();
    for (signs, fits) in [(70, true), (134, true), (160, true), (161, false)] {
        let sent = texts.send(&to_aase(&"م".repeat(signs)), monday()).await;
        assert_eq!(sent.is_ok(), fits, "{signs}");
    }
    let danish = texts.send(&to_aase(&"å".repeat(161)), monday()).await.unwrap_err();
    assert_eq!(danish, TextError::TooLong { units: 161, room: 160 });
}

#[tokio::test]
async fn settings_that_telephones_or_people_would_trip_over_are_refused() {
    let refused = |sender: &str, parts: u8, names: &[&str]| {
        let mut settings = format!("sender = {sender:?}\nunicode_parts = {parts}\n");
        if names.is_empty() {
            settings.push_str("gateways = []");
        }
        for name in names {
            settings.push_str(&format!(
                "[[gateways]]\nname = {name:?}\nurl = \"https://a.example\"\nfields = {{ to = \"a\", body = \"b\" }}\n"
            ));
        }
        Texts::from_settings(&toml::from_str(&settings).unwrap()).err().map(|error| error.to_string())
    };
    assert_eq!(refused("Omtanke", 1, &["a", "b"]), None);
    for (sender, parts, names, key) in [
        ("", 1, &["a"][..], "sms.sender"),
        ("Vejle Kommune", 1, &["a"], "sms.sender"),
        ("Omtankedag12", 1, &["a"], "sms.sender"),
        ("Åse", 1, &["a"], "sms.sender"),
        ("Omtanke", 0, &["a"], "sms.unicode_parts"),
        ("Omtanke", 1, &[], "sms.gateways"),
        ("Omtanke", 1, &["a", "a"], "sms.gateways"),
        ("Omtanke", 1, &[""], "sms.gateways"),
    ] {
        let error = refused(sender, parts, names).unwrap();
        assert!(error.contains(key), "{error}");
    }
}

#[tokio::test]
async fn a_check_asks_each_gateway_without_sending() {
    let (first, second, texts) = two(Answer::Status(405, ""), Answer::Status(401, "")).await;
    let failed = GatewayError::Failed { why: "status 401".to_owned() };
    assert_eq!(texts.check().await, [("first".to_owned(), Ok(())), ("second".to_owned(), Err(failed))]);
    assert_eq!((first.texts(), second.texts()), (0, 0));
    assert_eq!(first.asked()[0].method, Method::HEAD);
}
