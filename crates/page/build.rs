//! Puts `ui/dist` (styles, fonts, script, icons) into the program. Where it has not been built yet, npm builds it.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

fn main() {
    let ui = Path::new(&env::var("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("../../ui");
    let dist = ui.join("dist");
    if !dist.join("manifest.json").exists() {
        npm(&ui, &["ci", "--ignore-scripts"]);
        npm(&ui, &["run", "build"]);
    }
    println!("cargo::rerun-if-changed={}", dist.join("manifest.json").display());
    let code = format!("{}{}", assets(&dist), icons(&dist));
    let out = Path::new(&env::var("OUT_DIR").expect("cargo sets it")).join("assets.rs");
    fs::write(out, code).expect("cargo's folder can be written");
}

fn npm(folder: &Path, arguments: &[&str]) {
    let done = Command::new("npm").args(arguments).current_dir(folder).status();
    assert!(done.is_ok_and(|status| status.success()), "`npm {}` failed in ui/", arguments.join(" "));
}

fn assets(dist: &Path) -> String {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(dist).expect("ui/dist is there").flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let mut code = String::from("pub(crate) const ASSETS: &[Asset] = &[\n");
    for path in paths {
        let file = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
        let Some(name) = without_hash(&file) else { continue };
        let packed = |ending: &str| {
            let packed = PathBuf::from(format!("{}.{ending}", path.display()));
            if packed.exists() { format!("Some(include_bytes!({packed:?}))") } else { "None".to_owned() }
        };
        let (brotli, gzip) = (packed("br"), packed("gz"));
        writeln!(
            code,
            "    Asset {{ name: {name:?}, file: {file:?}, bytes: include_bytes!({path:?}), brotli: {brotli}, gzip: {gzip} }},"
        )
        .expect("a string takes text");
    }
    code.push_str("];\n");
    code
}

/// `app.1a2b3c4d.css` is the file of `app.css`; what has no hash in its name is not served.
fn without_hash(file: &str) -> Option<String> {
    let mut parts = file.split('.');
    let (stem, hash, ending) = (parts.next()?, parts.next()?, parts.next()?);
    let is_hash = hash.len() == 8 && hash.chars().all(|c| c.is_ascii_hexdigit());
    (is_hash && parts.next().is_none()).then(|| format!("{stem}.{ending}"))
}

fn icons(dist: &Path) -> String {
    let text = fs::read_to_string(dist.join("icons.json")).unwrap_or_else(|_| "{}".to_owned());
    let icons: serde_json::Value = serde_json::from_str(&text).expect("ui/dist/icons.json is JSON");
    let mut code = String::from("pub(crate) const ICONS: &[(&str, &str, &str)] = &[\n");
    for (name, icon) in icons.as_object().into_iter().flatten() {
        let view_box = icon["viewBox"].as_str().unwrap_or("0 0 24 24");
        let body = icon["body"].as_str().unwrap_or_default();
        writeln!(code, "    ({name:?}, {view_box:?}, {body:?}),").expect("a string takes text");
    }
    code.push_str("];\n");
    code
}
