//! The official schemas and samples, which are not ours to keep here: read where they lie, if they do.

use std::path::{Path, PathBuf};
use std::process::Command;

use memo::Version;

/// Names another folder than the one beside the repository.
const VARIABLE: &str = "MEMO_FIXTURES";

/// The folder with schemas and samples; says so when it is not there.
pub(crate) fn fixtures() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/fixtures/memo");
    let folder = std::env::var_os(VARIABLE).map_or(beside, PathBuf::from);
    if !folder.is_dir() {
        eprintln!(
            "not compared with the official schemas and samples: they are not in {}; {VARIABLE} may name the folder",
            folder.display()
        );
        return None;
    }
    Some(folder)
}

/// The outermost schema of a version.
pub(crate) fn schema(fixtures: &Path, version: Version) -> PathBuf {
    fixtures.join(format!("xsd-{version}/MeMo_core.xsd"))
}

/// What the schema of their version says against each of the documents, asking `xmllint` once: nothing where it is valid.
/// No answer at all when the schemas or `xmllint` are not there.
pub(crate) fn judge(version: Version, documents: &[Vec<u8>]) -> Option<Vec<Option<String>>> {
    let schema = schema(&fixtures()?, version);
    let folder = tempfile::tempdir().unwrap();
    let names: Vec<String> = (0..documents.len()).map(|number| format!("{number}.xml")).collect();
    for (name, document) in names.iter().zip(documents) {
        std::fs::write(folder.path().join(name), document).unwrap();
    }
    let ran = Command::new("xmllint")
        .args(["--noout", "--nonet", "--huge", "--schema"])
        .arg(schema.canonicalize().unwrap())
        .args(&names)
        .current_dir(folder.path())
        .output();
    let Ok(ran) = ran else {
        eprintln!("not compared with the official schemas: xmllint is not installed");
        return None;
    };
    let said = String::from_utf8_lossy(&ran.stderr);
    let mut against = vec![Some("nothing was said of it".to_owned()); documents.len()];
    // Backwards, so that the first complaint about a document is the one that stays.
    for line in said.lines().rev() {
        let number = |(number, rest): (&str, _)| Some((number.parse::<usize>().ok()?, rest));
        if let Some((number, rest)) = line.split_once(".xml").and_then(number) {
            against[number] = (rest != " validates").then(|| line.to_owned());
        }
    }
    Some(against)
}
