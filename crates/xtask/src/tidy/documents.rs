//! The documents a newcomer looks for are there, and their links lead somewhere.

use std::collections::BTreeSet;

use super::{Finding, Text};

const DOCUMENTS: [&str; 6] =
    ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "GLOSSARY.md", "CHANGELOG.md", "LICENSE"];

/// All of them stand at the top of the clone.
pub(super) fn present(texts: &[Text]) -> Vec<Finding> {
    DOCUMENTS
        .iter()
        .filter(|document| !texts.iter().any(|text| text.path == **document))
        .map(|document| Finding::new(document, 1, "missing; write it"))
        .collect()
}

/// Every relative link of a Markdown file leads to a file or folder of the repository.
pub(super) fn links(texts: &[Text]) -> Vec<Finding> {
    let there = everything(texts);
    let mut findings = Vec::new();
    for text in texts.iter().filter(|text| text.is(&["md"])) {
        for (line, link) in relative_links(text) {
            let target = resolve(&text.path, link);
            if !target.is_some_and(|target| there.contains(target.as_str())) {
                findings.push(Finding::new(
                    &text.path,
                    line,
                    format!("the link {link} leads nowhere; correct it"),
                ));
            }
        }
    }
    findings
}

/// All files and the folders they lie in.
fn everything(texts: &[Text]) -> BTreeSet<&str> {
    let mut there = BTreeSet::from([""]);
    for text in texts {
        there.insert(text.path.as_str());
        there.extend(text.path.match_indices('/').map(|(at, _)| &text.path[..at]));
    }
    there
}

/// Targets of `[words](target)` outside of code, without addresses and places within the same page.
fn relative_links(text: &Text) -> Vec<(usize, &str)> {
    let mut in_code = false;
    let mut found = Vec::new();
    for (number, line) in text.lines() {
        if line.trim_start().starts_with("```") {
            in_code = !in_code;
        }
        if in_code {
            continue;
        }
        // Every other piece between backticks is code.
        let prose = line.split('`').step_by(2);
        for piece in prose {
            found.extend(piece.split("](").skip(1).filter_map(target).map(|link| (number, link)));
        }
    }
    found
}

fn target(after_the_bracket: &str) -> Option<&str> {
    let inside = after_the_bracket.split(')').next()?;
    let link = inside.split_whitespace().next()?.trim_matches(['<', '>']);
    let elsewhere = link.contains("://") || link.starts_with("mailto:") || link.starts_with("tel:");
    (!elsewhere && !link.starts_with('#')).then_some(link)
}

/// The path from the top of the clone; nothing when the link leaves it.
fn resolve(from: &str, link: &str) -> Option<String> {
    let path = link.split(['#', '?']).next()?;
    let (mut folders, path): (Vec<&str>, &str) = match path.strip_prefix('/') {
        Some(from_the_top) => (Vec::new(), from_the_top),
        None => (from.split('/').collect(), path),
    };
    // The file itself is not a folder.
    folders.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(folders.pop()?),
            name => folders.push(name),
        }
    }
    Some(folders.join("/"))
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{shown, text};
    use super::*;

    #[test]
    fn each_missing_document_is_named() {
        let found = shown(&present(&[text("README.md", ""), text("LICENSE", "")]));
        assert_eq!(found.len(), 4);
        assert_eq!(found[0], "ARCHITECTURE.md:1: missing; write it");
    }

    fn links_in(content: &str) -> Vec<String> {
        let texts = [
            text("docs/decisions/001.md", content),
            text("README.md", ""),
            text("crates/help/src/lib.rs", ""),
        ];
        shown(&links(&texts))
    }

    #[test]
    fn links_to_files_folders_and_addresses_are_good() {
        let good = "[a](../../README.md#start) [b](../../crates/help) [c](https://borger.dk) [d](#top) \
                    [e](/README.md) [f](<../../crates/help/>) [g](001.md \"title\")";
        assert!(links_in(good).is_empty(), "{:?}", links_in(good));
    }

    #[test]
    fn a_link_to_nothing_is_found_by_line() {
        assert_eq!(
            links_in("# Why\n\n[a](../GONE.md)"),
            ["docs/decisions/001.md:3: the link ../GONE.md leads nowhere; correct it"]
        );
        assert_eq!(links_in("[a](../../../outside.md)").len(), 1);
    }

    #[test]
    fn code_holds_no_links() {
        assert!(links_in("```\n[a](GONE.md)\n```\nand `[b](GONE.md)`").is_empty());
    }
}
