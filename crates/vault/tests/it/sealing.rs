//! What is sealed opens for its own purpose and context, and for nothing else.

use proptest::collection::vec;
use proptest::prelude::*;
use vault::{Keyring, OpenError, Sealed};

fn ring() -> Keyring {
    Keyring::single([0xa5; 32])
}

fn sealed(plain: &[u8]) -> Sealed {
    ring().seal("cpr", b"Aase", plain, |nonce| nonce.fill(9))
}

fn tampered<T>() -> Result<T, OpenError> {
    Err(OpenError::Tampered { id: "only".to_owned() })
}

#[test]
fn the_same_text_sealed_twice_looks_different_because_the_nonce_is_chance() {
    let other = ring().seal("cpr", b"Aase", b"the same", |nonce| nonce.fill(8));
    assert_ne!(sealed(b"the same").to_text(), other.to_text());
}

#[test]
fn purpose_and_context_are_told_apart_where_they_meet() {
    let ring = ring();
    let sealed = ring.seal("ab", b"c", b"x", |nonce| nonce.fill(1));
    assert_eq!(ring.open("a", b"bc", &sealed), tampered());
    assert!(ring.open("ab", b"c", &sealed).is_ok());
}

#[test]
fn a_key_of_the_same_name_with_another_secret_does_not_open() {
    assert_eq!(Keyring::single([0xa4; 32]).open("cpr", b"Aase", &sealed(b"x")), tampered());
}

// Computed once with libsodium and the reference BLAKE3 over the same derivation, so nothing of ours is both judge
// and judged.
#[test]
fn what_was_sealed_by_an_earlier_version_of_the_program_still_opens() {
    let kept = "v1.only.CQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJAdwAeu7oKYu5CHH1ujfb7AgOwruCIQX7mHHMgCt5";
    assert_eq!(sealed(b"kept for years").to_text(), kept);
    let opened = ring().open("cpr", b"Aase", &kept.parse().unwrap()).unwrap();
    assert_eq!(opened.as_slice(), b"kept for years");
    assert_eq!(
        ring().find_marks("cpr", b"kept for years")[0].hash,
        "6ba61ade18979461fc90cbb2419e0ae81d8a75b2dda2f03039937af06629c67e"
    );
}

proptest! {
    #[test]
    fn anything_comes_out_as_it_went_in(
        secret: [u8; 32], nonce: [u8; 24], purpose in "\\PC{0,20}",
        context in vec(any::<u8>(), 0..40), plain in vec(any::<u8>(), 0..300),
    ) {
        let ring = Keyring::single(secret);
        let sealed = ring.seal(&purpose, &context, &plain, |bytes| bytes.copy_from_slice(&nonce));
        let opened = ring.open(&purpose, &context, &sealed).unwrap();
        prop_assert_eq!(opened.as_slice(), plain.as_slice());
        let read_back: Sealed = sealed.to_text().parse().unwrap();
        prop_assert_eq!(&read_back, &sealed);
    }

    #[test]
    fn anything_else_than_the_same_key_purpose_and_context_is_refused(
        secret: [u8; 32], purpose in "[a-z]{0,9}", context in vec(any::<u8>(), 0..9),
        plain in vec(any::<u8>(), 0..40),
    ) {
        let sealed = sealed(&plain);
        if secret != [0xa5; 32] {
            prop_assert_eq!(Keyring::single(secret).open("cpr", b"Aase", &sealed), tampered());
        }
        if purpose != "cpr" {
            prop_assert_eq!(ring().open(&purpose, b"Aase", &sealed), tampered());
        }
        if context != b"Aase" {
            prop_assert_eq!(ring().open("cpr", &context, &sealed), tampered());
        }
    }

    #[test]
    fn one_changed_character_is_always_found(
        plain in vec(any::<u8>(), 0..40), place: prop::sample::Index, to in "[A-Za-z0-9_.-]",
    ) {
        let text = sealed(&plain).to_text();
        let place = place.index(text.len());
        let mut changed = text.clone();
        changed.replace_range(place..=place, &to);
        prop_assume!(changed != text);
        if let Ok(sealed) = changed.parse::<Sealed>() {
            prop_assert!(ring().open("cpr", b"Aase", &sealed).is_err());
        }
    }

    #[test]
    fn one_flipped_bit_is_always_found(
        plain in vec(any::<u8>(), 0..40), place: prop::sample::Index, bit in 0u8..8,
    ) {
        use base64::Engine;
        let code = base64::engine::general_purpose::URL_SAFE_NO_PAD;
        let text = sealed(&plain).to_text();
        let mut body = code.decode(text.strip_prefix("v1.only.").unwrap()).unwrap();
        let place = place.index(body.len());
        body[place] ^= 1 << bit;
        let flipped: Sealed = format!("v1.only.{}", code.encode(body)).parse().unwrap();
        prop_assert_eq!(ring().open("cpr", b"Aase", &flipped), tampered());
    }

    #[test]
    fn marks_are_the_same_for_the_same_text_and_differ_by_text_purpose_and_key(
        one in vec(any::<u8>(), 0..40), other in vec(any::<u8>(), 0..40), secret: [u8; 32],
    ) {
        prop_assume!(one != other && secret != [0xa5; 32]);
        let mark = |ring: &Keyring, purpose, plain: &[u8]| ring.find_marks(purpose, plain)[0].hash.clone();
        let expected = mark(&ring(), "cpr", &one);
        prop_assert_eq!(expected.len(), 64);
        prop_assert_eq!(&expected, &mark(&ring(), "cpr", &one));
        prop_assert_ne!(&expected, &mark(&ring(), "cpr", &other));
        prop_assert_ne!(&expected, &mark(&ring(), "mail", &one));
        prop_assert_ne!(&expected, &mark(&Keyring::single(secret), "cpr", &one));
    }

    #[test]
    fn nothing_shown_in_a_log_holds_what_is_sealed(plain in "[a-z]{12}") {
        let sealed = sealed(plain.as_bytes());
        let shown = format!("{sealed:?} {:?}", ring());
        prop_assert_eq!(shown, "Sealed(12 bytes under key only) Keyring([\"only\"])");
        prop_assert!(!sealed.to_text().contains(&plain));
    }

    #[test]
    fn no_text_makes_reading_something_sealed_fall_over(text in "\\PC*|v1\\.[a-z]{0,40}\\.[A-Za-z0-9_-]{0,80}") {
        if let Ok(sealed) = text.parse::<Sealed>() {
            prop_assert_eq!(sealed.to_text(), text);
            prop_assert!(ring().open("cpr", b"Aase", &sealed).is_err());
        }
    }
}

#[test]
fn as_bytes_it_is_shorter_than_as_text_and_the_same() {
    let ring = Keyring::single([7; 32]);
    let sealed = ring.seal("letter", b"aase", &[1; 300], |nonce| nonce.fill(9));
    let bytes = sealed.to_bytes();
    assert!(bytes.len() < sealed.to_text().len() * 4 / 5);
    let again = Sealed::from_bytes(&bytes).unwrap();
    assert_eq!(*ring.open("letter", b"aase", &again).unwrap(), [1; 300]);
    for wrong in [&b""[..], b"\x04on", b"\x04only", b"\x021a0000000000000000000000000000000000000000000000"] {
        assert!(Sealed::from_bytes(wrong).is_err(), "{wrong:?}");
    }
}
