//! What source files look like: length, opening words, nothing left for later, clean white space.

use super::rust_text::code_only;
use super::{Finding, Text};

/// A file near a hundred lines is read in one sitting; beyond this it holds several ideas.
const MOST_LINES: usize = 600;

/// No Rust file is longer than anybody will read.
pub(super) fn length(texts: &[Text]) -> Vec<Finding> {
    rust(texts)
        .filter(|text| text.lines().count() > MOST_LINES)
        .map(|text| {
            let message = format!("longer than {MOST_LINES} lines; split it by idea");
            Finding::new(&text.path, MOST_LINES + 1, message)
        })
        .collect()
}

/// Each crate opens by saying what it is for.
pub(super) fn purpose(texts: &[Text]) -> Vec<Finding> {
    let is_root = |text: &&Text| text.path.ends_with("/src/lib.rs") || text.path.ends_with("/src/main.rs");
    rust(texts)
        .filter(is_root)
        .filter(|text| !text.content.starts_with("//!"))
        .map(|text| Finding::new(&text.path, 1, "begin with `//!` and say what this crate is for"))
        .collect()
}

/// No stub, no debugging aid, no test that is skipped or runs alone.
pub(super) fn left_for_later(texts: &[Text]) -> Vec<Finding> {
    const IN_RUST: [(&str, &str); 4] = [
        ("#[ignore", "a test that does not run proves nothing; run it or remove it"),
        ("todo!(", "write it now, or do not promise it"),
        ("unimplemented!(", "write it now, or do not promise it"),
        ("dbg!(", "remove this debugging aid"),
    ];
    const IN_SCRIPTS: [(&str, &str); 2] = [
        (".skip(", "a test that does not run proves nothing; run it or remove it"),
        (".only(", "this keeps all other tests from running; remove it"),
    ];
    let in_rust = rust(texts).flat_map(|text| search(text, &code_only(&text.content), &IN_RUST));
    let scripts =
        texts.iter().filter(|text| text.path.starts_with("browser/") && text.is(&["mjs", "js", "ts"]));
    in_rust.chain(scripts.flat_map(|text| search(text, &text.content, &IN_SCRIPTS))).collect()
}

fn search(text: &Text, content: &str, forbidden: &[(&str, &str)]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (number, line) in (1..).zip(content.lines()) {
        for (words, advice) in forbidden {
            if line.contains(words) {
                findings.push(Finding::new(&text.path, number, format!("{words} — {advice}")));
            }
        }
    }
    findings
}

/// Nothing points into the machine somebody works on: it is not there on the next one.
pub(super) fn machine_paths(texts: &[Text]) -> Vec<Finding> {
    // Written in halves, so that this file passes its own rule.
    const FOLDERS: [&str; 3] = [concat!("/wo", "rk/"), concat!("/ro", "ot/"), concat!("/tmp/", "bash")];
    let mut findings = Vec::new();
    for text in texts.iter().filter(|text| text.path != "Cargo.lock") {
        for (number, line) in text.lines() {
            if let Some(folder) = FOLDERS.iter().find(|folder| starts_a_path(line, folder)) {
                let message =
                    format!("{folder} is a folder of one machine; write the path from the top of the clone");
                findings.push(Finding::new(&text.path, number, message));
            }
        }
    }
    findings
}

/// Says whether a folder stands here from the root on, and not within a longer path or address.
fn starts_a_path(line: &str, folder: &str) -> bool {
    line.match_indices(folder).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        before.is_none_or(|before| !before.is_alphanumeric() && !"._-~}>*)".contains(before))
    })
}

/// Indents are spaces, and no line ends in them.
pub(super) fn white_space(texts: &[Text]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for text in texts.iter().filter(|text| text.is(&["rs", "html", "ftl", "md", "sql", "toml"])) {
        for (number, line) in text.lines() {
            if line.contains('\t') {
                findings.push(Finding::new(&text.path, number, "a tab; use spaces"));
            }
            if line.ends_with([' ', '\t']) {
                findings.push(Finding::new(&text.path, number, "space at the end of the line; remove it"));
            }
        }
    }
    findings
}

fn rust(texts: &[Text]) -> impl Iterator<Item = &Text> {
    texts.iter().filter(|text| text.is(&["rs"]))
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{shown, text};
    use super::*;

    #[test]
    fn a_file_of_many_ideas_is_too_long() {
        assert!(length(&[text("crates/a/src/lib.rs", &"x\n".repeat(600))]).is_empty());
        let found = shown(&length(&[text("crates/a/src/lib.rs", &"x\n".repeat(601))]));
        assert_eq!(found, ["crates/a/src/lib.rs:601: longer than 600 lines; split it by idea"]);
    }

    #[test]
    fn a_crate_that_does_not_say_what_it_is_for_is_found() {
        let texts = [
            text("crates/a/src/lib.rs", "use std::fmt;"),
            text("crates/b/src/lib.rs", "//! Help."),
            text("crates/a/src/inner.rs", "use std::fmt;"),
        ];
        assert_eq!(purpose(&texts).len(), 1);
    }

    #[test]
    fn stubs_are_found_in_code_but_not_in_words_about_them() {
        let source = "// never todo!()\nfn a() { todo!() }\nconst B: &str = \"todo!()\";";
        assert_eq!(
            shown(&left_for_later(&[text("crates/a/src/lib.rs", source)])),
            ["crates/a/src/lib.rs:2: todo!( — write it now, or do not promise it"]
        );
    }

    #[test]
    fn a_skipped_journey_is_found_and_a_skipped_element_is_not() {
        let journey = text("browser/journeys/help.mjs", "test.skip('finds help')");
        let iterator = text("crates/a/src/lib.rs", "//! A.\nfn a() { x.iter().skip(1) }");
        assert_eq!(left_for_later(&[journey, iterator]).len(), 1);
    }

    #[test]
    fn a_path_of_one_machine_is_found_and_an_address_is_not() {
        let here = concat!("/wo", "rk/main");
        assert_eq!(machine_paths(&[text("README.md", &format!("see `{here}`"))]).len(), 1);
        assert!(machine_paths(&[text("README.md", &format!("see https://example.dk{here}"))]).is_empty());
        assert!(machine_paths(&[text("Cargo.lock", here)]).is_empty());
    }

    #[test]
    fn tabs_and_trailing_spaces_are_found_by_line() {
        let found = shown(&white_space(&[text("a.md", "one\ntwo \n\tthree\n"), text("a.png", "x ")]));
        assert_eq!(found, ["a.md:2: space at the end of the line; remove it", "a.md:3: a tab; use spaces"]);
    }
}
