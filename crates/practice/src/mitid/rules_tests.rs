use super::*;

fn at(minute: i64) -> Timestamp {
    Timestamp::from_second(1_772_438_400 + 60 * minute).unwrap()
}

fn standing(failures: i64, locked_until: Option<i64>) -> Standing {
    Standing { failures, locked_until: locked_until.map(at) }
}

#[test]
fn the_third_wrong_code_locks_for_fifteen_minutes() {
    let table = [
        // before, minute of the wrong code, after
        (standing(0, None), 0, standing(1, None)),
        (standing(1, None), 0, standing(2, None)),
        (standing(2, None), 0, standing(3, Some(15))),
        // A lock that lasts is not prolonged.
        (standing(3, Some(15)), 14, standing(3, Some(15))),
        // A lock that has ended has wiped the slate.
        (standing(3, Some(15)), 15, standing(1, None)),
        (standing(3, Some(15)), 600, standing(1, None)),
    ];
    for (before, minute, after) in table {
        assert_eq!(before.after_wrong_code(at(minute)), after, "{before:?} at minute {minute}");
    }
}

#[test]
fn a_lock_ends_on_the_minute() {
    let locked = standing(3, Some(15));
    assert_eq!([0, 14, 15, 16].map(|minute| locked.locked(at(minute)).is_some()), [true, true, false, false]);
    assert_eq!([0, 1, 2, 3, 4].map(|failures| standing(failures, None).tries_left()), [3, 2, 1, 0, 0]);
}

#[test]
fn the_telephone_leads_from_request_to_answer_and_nowhere_else() {
    use Answer::{Again, Approve, Open, Reject};
    let table = [
        (Step::Name, [None, None, None, None]),
        (Step::Waiting, [Some(Step::Compare), None, None, None]),
        (Step::Compare, [None, Some(Step::Approved), Some(Step::Rejected), None]),
        (Step::Rejected, [None, None, None, Some(Step::Waiting)]),
        (Step::Approved, [None, None, None, None]),
    ];
    for (step, after) in table {
        assert_eq!([Open, Approve, Reject, Again].map(|answer| step.after(answer)), after, "{step:?}");
        assert_eq!(Step::parse(step.as_str()), Some(step));
    }
}

/// The pair of RFC 7636, appendix B.
const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

#[test]
fn a_verifier_fits_its_own_challenge_alone() {
    assert!(verifier_fits(VERIFIER, CHALLENGE));
    assert!(!verifier_fits(CHALLENGE, CHALLENGE));
    assert!(!verifier_fits("short", CHALLENGE));
    assert!(!verifier_fits(&"a".repeat(129), CHALLENGE));
    assert!(!verifier_fits(&VERIFIER.replace('-', " "), CHALLENGE));
}

const CLIENT: &str = "omtanke";
const RETURN_TO: &str = "https://hjaelp.example.dk/log-ind/retur";

fn request() -> AuthorizeRequest {
    AuthorizeRequest {
        client_id: CLIENT.to_owned(),
        redirect_uri: RETURN_TO.to_owned(),
        response_type: "code".to_owned(),
        scope: "openid".to_owned(),
        state: Some("s".to_owned()),
        code_challenge: CHALLENGE.to_owned(),
        code_challenge_method: "S256".to_owned(),
        ..AuthorizeRequest::default()
    }
}

#[test]
fn a_whole_request_begins_a_sign_in() {
    assert_eq!(request().check(CLIENT, RETURN_TO), Ok(()));
    let more = AuthorizeRequest { scope: "profile openid ssn".to_owned(), ..request() };
    assert_eq!(more.check(CLIENT, RETURN_TO), Ok(()));
}

#[test]
fn an_address_that_only_resembles_the_listed_one_is_a_stranger() {
    for uri in [
        "",
        "https://hjaelp.example.dk/log-ind/retur/",
        "https://hjaelp.example.dk/log-ind/retur?a=b",
        "https://hjaelp.example.dk/log-ind/retur#a",
        "https://HJAELP.example.dk/log-ind/retur",
        "http://hjaelp.example.dk/log-ind/retur",
        "https://hjaelp.example.dk.elsewhere.example/log-ind/retur",
        "https://hjaelp.example.dk/oev/hold7/log-ind/retur",
    ] {
        let stranger = AuthorizeRequest { redirect_uri: uri.to_owned(), ..request() };
        assert_eq!(stranger.check(CLIENT, RETURN_TO), Err(Refusal::Stranger), "{uri}");
    }
    let other = AuthorizeRequest { client_id: "another".to_owned(), ..request() };
    assert_eq!(other.check(CLIENT, RETURN_TO), Err(Refusal::Stranger));
}

#[test]
fn the_client_is_told_what_its_request_lacks() {
    let told = |change: fn(&mut AuthorizeRequest)| {
        let mut changed = request();
        change(&mut changed);
        match changed.check(CLIENT, RETURN_TO) {
            Err(Refusal::Tell(error)) => error,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(told(|r| r.response_type = "token".to_owned()), "unsupported_response_type");
    assert_eq!(told(|r| r.scope = "profile".to_owned()), "invalid_scope");
    assert_eq!(told(|r| r.code_challenge.clear()), "invalid_request");
    assert_eq!(told(|r| r.code_challenge_method.clear()), "invalid_request");
    assert_eq!(told(|r| r.code_challenge_method = "plain".to_owned()), "invalid_request");
    assert_eq!(told(|r| r.response_mode = Some("fragment".to_owned())), "invalid_request");
    assert_eq!(told(|r| r.state = Some("s".repeat(513))), "invalid_request");
    assert_eq!(told(|r| r.prompt = Some("none".to_owned())), "login_required");
}

#[test]
fn digits_may_be_typed_with_spaces() {
    assert_eq!(six_digits(" 482 913 ").as_deref(), Some("482913"));
    assert_eq!(six_digits("48291"), None);
    assert_eq!(six_digits("48291a"), None);
    assert_eq!(six_digits("٤٨٢٩١٣"), None);
}
