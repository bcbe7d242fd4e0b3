//! Arrows between crates point down only: pure < plumbing < domains < ends.

use anyhow::Context;
use serde_json::Value;

use super::{Finding, Text};

/// Know nothing of the database, the web, or Omtanke as a whole.
const PURE: &[&str] = &[
    "basics",
    "dated",
    "gazetteer",
    "hours",
    "hsds",
    "plainlanguage",
    "memo",
    "oiobpp",
    "vault",
    "documents",
    "estimates",
    "charts",
    "scenarios",
];
/// Know no domain.
const PLUMBING: &[&str] = &["store", "realm", "words", "page", "jobs", "courier", "backup"];
/// What the program is about.
const DOMAINS: &[&str] = &[
    "people",
    "access",
    "notices",
    "mailbox",
    "enrolment",
    "mandates",
    "selfservice",
    "help",
    "insight",
    "practice",
    "classes",
];
/// Put it together.
const ENDS: &[&str] = &["omtanke", "town", "schema", "testing"];

/// Which crates of ours each crate may name in its dependencies. A new crate needs a row.
///
/// Tests of any crate may also use what is in [`FOR_TESTS`].
const MAY_KNOW: &[(&str, &[&[&str]])] = &[
    ("basics", &[]),
    ("dated", &[]),
    ("gazetteer", &[&["basics"]]),
    ("hours", &[&["basics"]]),
    ("hsds", &[&["basics"]]),
    ("plainlanguage", &[]),
    ("memo", &[&["basics"]]),
    ("oiobpp", &[&["basics"]]),
    ("vault", &[]),
    ("documents", &[]),
    ("estimates", &[]),
    ("scenarios", &[&["basics", "memo", "plainlanguage"]]),
    ("charts", &[]),
    ("store", &[&["basics"]]),
    ("realm", &[&["basics", "vault", "store"]]),
    ("words", &[&["basics"]]),
    ("page", &[&["basics", "store", "realm", "words"]]),
    ("jobs", &[&["basics", "store", "realm"]]),
    ("courier", &[&["basics"]]),
    ("backup", &[&["store"]]),
    ("people", &[PURE, PLUMBING]),
    ("access", &[PURE, PLUMBING, &["people"]]),
    ("notices", &[PURE, PLUMBING, &["people", "access"]]),
    ("mailbox", &[PURE, PLUMBING, &["people", "access", "notices"]]),
    ("enrolment", &[PURE, PLUMBING, &["people", "access", "notices", "mailbox"]]),
    ("mandates", &[PURE, PLUMBING, &["people", "access", "notices", "mailbox"]]),
    ("selfservice", &[PURE, PLUMBING, &["people", "access", "notices", "mailbox"]]),
    ("help", &[PURE, PLUMBING, &["people", "access", "notices"]]),
    ("insight", &[PURE, PLUMBING, &["people", "access"]]),
    ("practice", &[PURE, PLUMBING, &["people", "access", "notices", "mailbox", "enrolment", "selfservice"]]),
    ("classes", &[PURE, PLUMBING, &["people", "access", "practice"]]),
    ("schema", &[&["store"]]),
    ("testing", &[&["realm"]]),
    ("town", &[PURE, PLUMBING, DOMAINS]),
    ("omtanke", &[PURE, PLUMBING, DOMAINS, &["town", "schema"]]),
    ("stories", &[PURE, PLUMBING, DOMAINS, ENDS]),
    ("benches", &[PURE, PLUMBING, DOMAINS, ENDS]),
    ("faults", &[PURE, PLUMBING, DOMAINS, ENDS]),
    ("access-model", &[PURE, PLUMBING, &["people", "access"]]),
    ("xtask", &[]),
];

/// The tables of every room, what tests ask with, and the people and places that stories are told with.
const FOR_TESTS: &[&str] = &["schema", "testing", "town"];

/// Crates whose tables carry their name: those that may hold data.
pub(super) fn table_owners() -> impl Iterator<Item = &'static str> {
    PLUMBING.iter().chain(DOMAINS).copied()
}

/// A crate of the workspace and the crates of the workspace it names.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Crate {
    name: String,
    /// From the top of the clone.
    manifest: String,
    uses: Vec<Use>,
}

#[derive(Debug, PartialEq, Eq)]
struct Use {
    name: String,
    in_tests_only: bool,
}

/// Reads the answer of `cargo metadata`.
pub(super) fn crates(metadata: &Value) -> anyhow::Result<Vec<Crate>> {
    let root = metadata["workspace_root"].as_str().context("cargo metadata names no workspace root")?;
    let packages = metadata["packages"].as_array().context("cargo metadata lists no packages")?;
    packages.iter().map(|package| read(package, root)).collect()
}

fn read(package: &Value, root: &str) -> anyhow::Result<Crate> {
    let name = package["name"].as_str().context("a package without a name")?;
    let manifest = package["manifest_path"].as_str().context("a package without a manifest")?;
    let dependencies = package["dependencies"].as_array().context("a package without dependencies")?;
    let uses = dependencies
        .iter()
        // What lies in a folder is ours; everything else comes from a registry.
        .filter(|dependency| dependency["path"].is_string())
        .filter_map(|dependency| {
            Some(Use {
                name: dependency["name"].as_str()?.to_owned(),
                in_tests_only: dependency["kind"] == "dev",
            })
        })
        .collect();
    let manifest = manifest.strip_prefix(root).unwrap_or(manifest).trim_start_matches('/');
    Ok(Crate { name: name.to_owned(), manifest: manifest.to_owned(), uses })
}

/// Every crate is in the table, and names only what the table lets it know.
pub(super) fn point_down(crates: &[Crate], texts: &[Text]) -> Vec<Finding> {
    crates.iter().flat_map(|from| up_from(from, texts)).collect()
}

fn up_from(from: &Crate, texts: &[Text]) -> Vec<Finding> {
    let Some((_, allowed)) = MAY_KNOW.iter().find(|(name, _)| *name == from.name) else {
        let advice = "this crate has no layer; add it to MAY_KNOW in crates/xtask/src/tidy/arrows.rs";
        return vec![Finding::new(&from.manifest, 1, advice)];
    };
    let may_know = |name: &str| allowed.iter().any(|layer| layer.contains(&name));
    from.uses
        .iter()
        .filter(|used| !may_know(&used.name))
        .filter(|used| !(used.in_tests_only && FOR_TESTS.contains(&used.name.as_str())))
        .map(|used| {
            let Use { name, .. } = used;
            let message = format!(
                "{} may not know {name}; move what is shared down, or let `omtanke` join the two",
                from.name
            );
            Finding::new(&from.manifest, line_of(name, &from.manifest, texts), message)
        })
        .collect()
}

fn line_of(dependency: &str, manifest: &str, texts: &[Text]) -> usize {
    let names = |line: &str| {
        line.trim().strip_prefix(dependency).is_some_and(|rest| rest.starts_with(['.', ' ', '=']))
    };
    let manifest = texts.iter().find(|text| text.path == manifest);
    manifest.and_then(|text| text.lines().find(|(_, line)| names(line))).map_or(1, |(number, _)| number)
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{shown, text};
    use super::*;
    use serde_json::json;

    fn knows(from: &str, to: &str, kind: &Value) -> Vec<String> {
        let metadata = json!({
            "workspace_root": "/clone",
            "packages": [{
                "name": from,
                "manifest_path": format!("/clone/crates/{from}/Cargo.toml"),
                "dependencies": [
                    { "name": to, "kind": kind, "path": format!("/clone/crates/{to}") },
                    { "name": "serde", "kind": null, "source": "registry" },
                ],
            }],
        });
        let manifest = format!("[dependencies]\nserde.workspace = true\n{to}.workspace = true\n");
        let texts = [text(&format!("crates/{from}/Cargo.toml"), &manifest)];
        shown(&point_down(&crates(&metadata).unwrap(), &texts))
    }

    #[test]
    fn a_domain_stands_on_plumbing_and_on_people() {
        assert!(knows("help", "page", &Value::Null).is_empty());
        assert!(knows("help", "people", &Value::Null).is_empty());
    }

    #[test]
    fn plumbing_may_not_know_a_domain() {
        let found = knows("page", "help", &Value::Null);
        assert_eq!(found.len(), 1);
        assert!(found[0].starts_with("crates/page/Cargo.toml:3: page may not know help;"), "{}", found[0]);
    }

    #[test]
    fn only_tests_may_borrow_people_from_town() {
        assert!(knows("help", "town", &json!("dev")).is_empty());
        assert_eq!(knows("help", "town", &Value::Null).len(), 1);
    }

    #[test]
    fn tests_may_not_reach_upwards_either() {
        assert_eq!(knows("people", "help", &json!("dev")).len(), 1);
    }

    #[test]
    fn a_crate_without_a_layer_is_an_error() {
        let found = knows("attic", "basics", &Value::Null);
        assert!(found[0].contains("has no layer"), "{}", found[0]);
    }
}
