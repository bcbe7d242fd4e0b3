//! The texts in `locales/`: there in every language, with room for the same values, and not older than the
//! Danish text that they translate.
//!
//! To change what citizens read:
//!
//! 1. Change `locales/da/<domain>.ftl` and `locales/en/<domain>.ftl` together.
//! 2. Run `cargo test -p words --test it`. It names the Arabic, Turkish and Urdu files that must be looked at:
//!    their second line, `# of: …`, tells which Danish text they translate, and it is now another one.
//! 3. Change them, or see that they still say the same. Their first line is `# review: needed` until somebody
//!    who grew up with the language has read the file as it stands; then it is `# review: done`.
//! 4. Run `UPDATE=1 cargo test -p words --test it`. It writes the new second lines. It marks every file as looked
//!    at, so look at all of them first.
//!
//! Staff read Danish and English, so the files that end in `_staff` are in those two alone.
#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

mod parts;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use parts::{Parts, parts_of};

const CITIZENS: [&str; 5] = ["da", "en", "ar", "tr", "ur"];
const STAFF: [&str; 2] = ["da", "en"];
/// Written by people who did not grow up with the language.
const TRANSLATED: [&str; 3] = ["ar", "tr", "ur"];
const ARABIC_SCRIPT: [&str; 2] = ["ar", "ur"];
/// A whole text may be one of these in any script: it must look as it does on Danish signs and screens.
const PROPER_NAMES: [&str; 4] = ["MitID", "borger.dk", "sundhed.dk", "skat.dk"];

/// One file: what each text in it is made of, by key.
struct File {
    name: String,
    text: &'static str,
    parts: BTreeMap<String, Parts>,
}

/// Every domain with its files by language.
fn domains() -> BTreeMap<&'static str, BTreeMap<&'static str, File>> {
    let mut domains: BTreeMap<_, BTreeMap<_, _>> = BTreeMap::new();
    for (language, domain, text) in words::files() {
        let name = format!("locales/{language}/{domain}.ftl");
        let parts = parts_of(&name, text);
        domains.entry(domain).or_default().insert(language, File { name, text, parts });
    }
    domains
}

fn languages_of(domain: &str) -> &'static [&'static str] {
    if domain.ends_with("_staff") { &STAFF } else { &CITIZENS }
}

/// The files that were written in one of the languages.
fn files_in(languages: &[&str]) -> Vec<File> {
    domains()
        .into_values()
        .flatten()
        .filter(|(language, _)| languages.contains(language))
        .map(|(_, file)| file)
        .collect()
}

fn assert_none(findings: &[String], what_to_do: &str) {
    assert!(findings.is_empty(), "{what_to_do}:\n{}", findings.join("\n"));
}

#[test]
fn every_text_is_there_in_every_language_of_its_readers() {
    let mut findings = Vec::new();
    for (domain, files) in domains() {
        let all: BTreeSet<&String> = files.values().flat_map(|file| file.parts.keys()).collect();
        for language in languages_of(domain) {
            let name = format!("locales/{language}/{domain}.ftl");
            match files.get(language) {
                None => findings.push(format!("{name}: no such file")),
                Some(file) => findings.extend(
                    all.iter()
                        .filter(|key| !file.parts.contains_key(**key))
                        .map(|key| format!("{name}: {key}")),
                ),
            }
        }
    }
    assert_none(&findings, "write these texts, or take them out of the other languages");
}

#[test]
fn a_text_has_room_for_the_same_values_in_every_language() {
    let mut findings = Vec::new();
    for files in domains().values() {
        let Some(danish) = files.get("da") else { continue };
        for file in files.values() {
            for (key, parts) in &file.parts {
                if let Some(original) = danish.parts.get(key)
                    && original.values != parts.values
                {
                    findings.push(format!("{}: {key} {:?}", file.name, parts.values));
                }
            }
        }
    }
    assert_none(&findings, "give these texts the values that the Danish ones have");
}

#[test]
fn no_text_is_empty() {
    let findings: Vec<String> = files_in(&CITIZENS)
        .iter()
        .flat_map(|file| file.parts.iter().map(move |(key, parts)| (file, key, parts)))
        .filter(|(.., parts)| parts.has_empty_form)
        .map(|(file, key, _)| format!("{}: {key}", file.name))
        .collect();
    assert_none(&findings, "fill in these texts");
}

#[test]
fn arabic_and_urdu_texts_are_in_arabic_letters() {
    let is_arabic = |letter: char| matches!(letter, '\u{620}'..='\u{64a}' | '\u{66e}'..='\u{6d5}');
    let mut findings = Vec::new();
    for file in files_in(&ARABIC_SCRIPT) {
        for (key, parts) in &file.parts {
            let is_foreign = |form: &&String| {
                form.contains(char::is_alphabetic)
                    && !form.contains(is_arabic)
                    && !PROPER_NAMES.contains(&form.trim())
            };
            findings.extend(
                parts.forms.iter().filter(is_foreign).map(|form| format!("{}: {key} = {form}", file.name)),
            );
        }
    }
    assert_none(&findings, "translate these texts, or add them to PROPER_NAMES");
}

#[test]
fn digits_are_european_in_every_language() {
    let is_eastern = |letter: char| matches!(letter, '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}');
    let findings: Vec<String> = files_in(&CITIZENS)
        .into_iter()
        .filter(|file| file.text.contains(is_eastern))
        .map(|file| file.name)
        .collect();
    assert_none(&findings, "write numbers as they stand on Danish signs and letters");
}

#[test]
fn a_translation_says_whether_a_reader_of_the_language_has_read_it() {
    let findings: Vec<String> = files_in(&TRANSLATED)
        .into_iter()
        .filter(|file| !matches!(file.text.lines().next(), Some("# review: needed" | "# review: done")))
        .map(|file| file.name)
        .collect();
    assert_none(&findings, "begin these files with `# review: needed` or `# review: done`");
}

#[test]
fn a_translation_is_looked_at_again_when_its_danish_text_changes() {
    let is_update = std::env::var_os("UPDATE").is_some_and(|value| value == "1");
    let mut stale = Vec::new();
    for files in domains().values() {
        let Some(danish) = files.get("da") else { continue };
        let mark = format!("# of: {}", &blake3::hash(danish.text.as_bytes()).to_hex()[..12]);
        for file in TRANSLATED.iter().filter_map(|language| files.get(language)) {
            if file.text.lines().nth(1) == Some(&mark) {
                continue;
            }
            if is_update {
                write_mark(file, &mark);
            } else {
                stale.push(file.name.clone());
            }
        }
    }
    assert_none(
        &stale,
        "the Danish text has changed: look at these translations, change what must be changed, then run \
         `UPDATE=1 cargo test -p words --test it`",
    );
}

/// Writes the mark as the second line of the file, in place of the one that may be there.
fn write_mark(file: &File, mark: &str) {
    let (first, rest) = file.text.split_once('\n').unwrap();
    let rest = if rest.starts_with("# of:") { rest.split_once('\n').unwrap().1 } else { rest };
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(&file.name);
    std::fs::write(path, format!("{first}\n{mark}\n{rest}")).unwrap();
}
