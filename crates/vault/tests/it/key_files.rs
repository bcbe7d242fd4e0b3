//! Reading key files, and refusing the wrong ones without repeating what they hold.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

use proptest::prelude::*;
use tempfile::TempDir;
use vault::{Keyring, KeyringError, LineFault};

const SECRET: &str = "00112233445566778899aabbccddeeff00112233445566778899AABBCCDDEEFF";

fn fault(text: &str) -> (usize, LineFault) {
    match Keyring::parse(text) {
        Err(KeyringError::Line { line, fault }) => (line, fault),
        other => panic!("expected a wrong line, got {other:?}"),
    }
}

fn file(dir: &TempDir, mode: u32, text: &str) -> PathBuf {
    let path = dir.path().join("keys");
    fs::write(&path, text).unwrap();
    fs::set_permissions(&path, Permissions::from_mode(mode)).unwrap();
    path
}

#[test]
fn comments_and_blank_lines_do_not_count_and_the_first_key_is_the_current_one() {
    let text = format!("# ours\n\n  k2 {SECRET}\r\n# earlier\nk1\t{}\n\n", SECRET.replace('0', "1"));
    let ring = Keyring::parse(&text).unwrap();
    assert_eq!(ring.current(), "k2");
    assert_eq!(ring.ids(), ["k2", "k1"]);
}

#[test]
fn wrong_lines_are_named_by_number() {
    assert_eq!(fault(&format!("# ours\nk1{SECRET}\n")), (2, LineFault::NotTwoWords));
    assert_eq!(fault(&format!("k1 {SECRET} extra")), (1, LineFault::NotTwoWords));
    assert_eq!(fault(&format!("k1 {SECRET}\nk.2 {SECRET}")), (2, LineFault::NotAnId));
    assert_eq!(fault(&format!("{SECRET} k1")), (1, LineFault::NotAnId));
    assert_eq!(fault(&format!("{} {SECRET}", "k".repeat(33))), (1, LineFault::NotAnId));
    assert_eq!(fault(&format!("k1 {}", &SECRET[1..])), (1, LineFault::NotASecret));
    assert_eq!(fault(&format!("k1 {SECRET}0")), (1, LineFault::NotASecret));
    assert_eq!(fault(&format!("k1 {}", SECRET.replace('f', "g"))), (1, LineFault::NotASecret));
    assert_eq!(fault(&format!("k1 {}", "0".repeat(64))), (1, LineFault::AllZeros));
    assert_eq!(fault(&format!("k1 {SECRET}\n\nk1 {SECRET}")), (3, LineFault::IdTwice));
    for text in ["", "# nothing yet\n\n"] {
        assert!(matches!(Keyring::parse(text), Err(KeyringError::NoKey)));
    }
}

#[test]
fn a_file_that_only_its_owner_reads_is_read() {
    let dir = TempDir::new().unwrap();
    for mode in [0o600, 0o400] {
        let ring = Keyring::read(&file(&dir, mode, &format!("k1 {SECRET}\n"))).unwrap();
        assert_eq!(ring.ids(), ["k1"]);
        fs::remove_file(dir.path().join("keys")).unwrap();
    }
}

#[test]
fn a_file_open_to_others_is_refused_and_the_refusal_says_what_to_do() {
    let dir = TempDir::new().unwrap();
    for mode in [0o640, 0o604, 0o610, 0o666] {
        let path = file(&dir, mode, &format!("k1 {SECRET}\n"));
        let error = Keyring::read(&path).unwrap_err();
        assert!(matches!(error, KeyringError::OpenToOthers { mode: told, .. } if told == mode));
        assert!(error.to_string().ends_with(&format!("chmod 600 {}", path.display())), "{error}");
    }
}

#[test]
fn a_file_that_is_missing_or_too_large_or_not_text_is_refused() {
    let dir = TempDir::new().unwrap();
    assert!(matches!(Keyring::read(&dir.path().join("none")), Err(KeyringError::Unreadable { .. })));
    let large = file(&dir, 0o600, &"# a line\n".repeat(8_000));
    assert!(matches!(Keyring::read(&large), Err(KeyringError::TooLarge { .. })));
    fs::write(&large, [0xff, 0xfe]).unwrap();
    assert!(matches!(Keyring::read(&large), Err(KeyringError::Unreadable { .. })));
}

#[test]
fn a_new_line_is_what_a_key_file_holds() {
    let line = Keyring::new_key_line("k3", |secret| secret.fill(0x5e)).unwrap();
    assert_eq!(*line, format!("k3 {}\n", "5e".repeat(32)));
    let sealed = Keyring::single([0x5e; 32]).find_marks("cpr", b"x").remove(0).hash;
    assert_eq!(Keyring::parse(&line).unwrap().find_marks("cpr", b"x")[0].hash, sealed);

    assert_eq!(Keyring::new_key_line("K 3", |secret| secret.fill(1)), Err(LineFault::NotAnId));
    assert_eq!(Keyring::new_key_line("k3", |_| {}), Err(LineFault::AllZeros));
}

proptest! {
    #[test]
    fn no_text_makes_it_fall_over_and_nothing_shown_repeats_a_secret(
        before in "(\\PC{0,30}\n){0,3}", id in "\\PC{0,4}", gap in "[ \t]{0,2}", secret in "[0-9a-fA-F]{60,68}",
    ) {
        let text = format!("{before}{id}{gap}{secret}\n");
        let shown = match Keyring::parse(&text) {
            Ok(ring) => format!("{ring:?}"),
            Err(error) => format!("{error} {error:?}"),
        };
        prop_assert!(!shown.contains(&secret[..16]));
    }
}
