//! Gathers `content/scenarios/` into one list inside the program.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    let folder =
        Path::new(&env::var("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("../../content/scenarios");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut list = String::from("pub(super) const FILES: &[(&str, &[u8])] = &[\n");
    for file in sorted(&folder) {
        if file.extension().is_some_and(|extension| extension == "yaml" || extension == "xml") {
            println!("cargo::rerun-if-changed={}", file.display());
            let name = file.file_name().expect("a file has a name").to_string_lossy();
            let path = file.canonicalize().expect("the file is there");
            writeln!(list, "    ({name:?}, include_bytes!({path:?})),").expect("a string takes text");
        }
    }
    list.push_str("];\n");
    let out = Path::new(&env::var("OUT_DIR").expect("cargo sets it")).join("scenarios.rs");
    fs::write(out, list).expect("cargo's folder can be written");
}

fn sorted(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<_> =
        fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths
}
