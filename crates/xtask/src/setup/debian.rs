//! Programs from the Debian archive.

use std::env;
use std::path::Path;

use anyhow::bail;

use super::Need;
use crate::house::House;
use crate::output::{must_succeed, step};
use crate::postgres;

/// A Debian package, and how to see that what we want from it is there, from whichever source.
struct Package {
    name: &'static str,
    need: Need,
    is_there: fn() -> bool,
}

const PACKAGES: [Package; 11] = [
    Package { name: "gcc", need: Need::Build, is_there: || program("cc") },
    Package { name: "pkg-config", need: Need::Build, is_there: || program("pkg-config") },
    Package { name: "nodejs", need: Need::Build, is_there: || program("node") },
    Package { name: "npm", need: Need::Build, is_there: || program("npm") },
    // Fonts are cut down to the letters our languages use, and packed with Brotli.
    Package { name: "fonttools", need: Need::Build, is_there: || program("pyftsubset") },
    Package { name: "python3-brotli", need: Need::Build, is_there: brotli },
    Package { name: "postgresql", need: Need::Tests, is_there: || postgres::programs().is_some() },
    Package { name: "chromium", need: Need::Tests, is_there: browser },
    // Messages that we write are held against the national schemas, where these are at hand.
    Package { name: "libxml2-utils", need: Need::Tests, is_there: || program("xmllint") },
    // Pages to print are read as others read them.
    Package { name: "poppler-utils", need: Need::Tests, is_there: || program("pdftotext") },
    Package { name: "wrk", need: Need::Load, is_there: || program("wrk") },
];

/// Installs the packages whose programs are not found.
///
/// # Errors
///
/// When something is missing and only the administrator can install it: then the error is the line to run.
pub(super) fn install_missing(house: &House, needs: &[Need]) -> anyhow::Result<()> {
    let missing: Vec<&str> = PACKAGES
        .iter()
        .filter(|package| needs.contains(&package.need) && !(package.is_there)())
        .map(|package| package.name)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(" ");
    if !program("apt-get") {
        bail!("these programs are missing and this machine has no apt-get to install them with: {names}");
    }
    let id = house.command("id").arg("-u").output()?;
    if id.stdout.trim_ascii() != b"0" {
        bail!("missing from this machine; please run:\n\n    {}\n", line_for_the_administrator(&names));
    }
    step(&format!("Install from Debian, as they are missing: {names}"), || {
        let mut apt = house.command("apt-get");
        must_succeed(apt.args(["update", "--quiet"]))?;
        let mut apt = house.command("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive");
        must_succeed(apt.args(["install", "--yes", "--quiet", "--no-install-recommends"]).args(&missing))
    })
}

fn line_for_the_administrator(names: &str) -> String {
    format!("sudo apt-get update && sudo apt-get install -y --no-install-recommends {names}")
}

fn program(name: &str) -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).any(|folder| folder.join(name).is_file())
}

fn browser() -> bool {
    ["chromium", "chromium-browser", "google-chrome"].into_iter().any(program)
}

fn brotli() -> bool {
    // Debian's pyftsubset runs on Debian's Python, whichever `python3` comes first for the user.
    Path::new("/usr/lib/python3/dist-packages/brotli.py").is_file()
        || std::process::Command::new("python3")
            .args(["-c", "import brotli"])
            .output()
            .is_ok_and(|answer| answer.status.success())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_on_the_path_is_found_and_an_invented_one_is_not() {
        assert!(program("sh"));
        assert!(!program("omtanke-has-no-such-program"));
    }

    #[test]
    fn who_may_not_install_gets_the_line_for_the_one_who_may() {
        let line = line_for_the_administrator("wrk npm");
        assert!(line.ends_with("--no-install-recommends wrk npm"), "{line}");
    }
}
