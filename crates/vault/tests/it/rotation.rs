//! Keys change while the program serves, and nothing is lost.

use vault::{Keyring, OpenError};

const OLD: &str = "k1 1111111111111111111111111111111111111111111111111111111111111111\n";
const NEW: &str = "k2 2222222222222222222222222222222222222222222222222222222222222222\n";

#[test]
fn a_new_key_seals_and_the_old_one_still_opens_and_finds() {
    let serving = Keyring::parse(OLD).unwrap();
    let elsewhere = serving.clone();
    let before = serving.seal("cpr", b"Bo", b"kept", |nonce| nonce.fill(3));
    let old_mark = serving.find_marks("cpr", b"kept").remove(0);

    serving.replace_with(&Keyring::parse(&format!("{NEW}{OLD}")).unwrap());

    assert_eq!(elsewhere.current(), "k2");
    assert_eq!(elsewhere.ids(), ["k2", "k1"]);
    assert_eq!(elsewhere.open("cpr", b"Bo", &before).unwrap().as_slice(), b"kept");
    let after = elsewhere.seal("cpr", b"Bo", b"kept", |nonce| nonce.fill(4));
    assert_eq!(after.key, "k2");
    let marks = elsewhere.find_marks("cpr", b"kept");
    assert_eq!(marks.iter().map(|mark| mark.key.as_str()).collect::<Vec<_>>(), ["k2", "k1"]);
    assert_eq!(marks[1], old_mark);
}

#[test]
fn a_key_that_was_taken_away_is_named_when_it_is_missed() {
    let ring = Keyring::parse(OLD).unwrap();
    let sealed = ring.seal("cpr", b"Bo", b"kept", |nonce| nonce.fill(3));
    ring.replace_with(&Keyring::parse(NEW).unwrap());
    assert_eq!(ring.open("cpr", b"Bo", &sealed), Err(OpenError::UnknownKey { id: "k1".to_owned() }));
}

#[test]
fn a_ring_can_be_replaced_with_itself() {
    let ring = Keyring::parse(OLD).unwrap();
    ring.replace_with(&ring.clone());
    assert_eq!(ring.ids(), ["k1"]);
}

#[test]
fn keys_change_while_others_seal_and_open() {
    let old = Keyring::parse(OLD).unwrap();
    let both = Keyring::parse(&format!("{NEW}{OLD}")).unwrap();
    let serving = Keyring::parse(OLD).unwrap();
    std::thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                for round in 0..200u8 {
                    let sealed = serving.seal("cpr", b"Bo", &[round], |nonce| nonce.fill(round));
                    assert_eq!(both.open("cpr", b"Bo", &sealed).unwrap().as_slice(), [round]);
                }
            });
        }
        for round in 0..200 {
            serving.replace_with(if round % 2 == 0 { &both } else { &old });
        }
    });
}
