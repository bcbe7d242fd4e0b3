//! Gathers `locales/<language>/<domain>.ftl` into one list inside the program.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

fn main() {
    let root = Path::new(&env::var("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("../../locales");
    println!("cargo::rerun-if-changed={}", root.display());
    let mut list = String::from("pub(crate) const FILES: &[(&str, &str, &str)] = &[\n");
    for folder in sorted(&root) {
        for file in sorted(&folder) {
            if file.extension().is_some_and(|extension| extension == "ftl") {
                println!("cargo::rerun-if-changed={}", file.display());
                let language = folder.file_name().expect("a folder has a name").to_string_lossy();
                let domain = file.file_stem().expect("a file has a name").to_string_lossy();
                let path = file.canonicalize().expect("the file is there");
                writeln!(list, "    ({language:?}, {domain:?}, include_str!({path:?})),")
                    .expect("a string takes text");
            }
        }
    }
    list.push_str("];\n");
    let out = Path::new(&env::var("OUT_DIR").expect("cargo sets it")).join("files.rs");
    fs::write(out, list).expect("cargo's folder can be written");
}

fn sorted(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut paths: Vec<_> =
        fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths
}
