//! Whether the comparison of access with its model tries every branch of the rules: compiled with the compiler's own instruments,
//! run, and counted.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, ensure};
use serde_json::Value;

use crate::house::House;
use crate::output::{must_succeed, table};
use crate::tally::Tally;

/// Where it is decided who may do what.
const RULES: [&str; 2] = ["crates/access/src/rules.rs", "crates/access/src/mandates/standing.rs"];
/// The crates that are compiled with instruments: where the rules are, and what is run.
const INSTRUMENTED: [&str; 2] = ["access", "access_model"];
/// Set where Cargo starts this program in the place of the compiler.
const AS_COMPILER: &str = "XTASK_AS_COMPILER";

/// Compiles a crate as Cargo asks, with instruments where they belong; nothing where Cargo asks for nothing.
pub(crate) fn as_compiler() -> Option<ExitCode> {
    env::var_os(AS_COMPILER)?;
    let mut arguments = env::args_os().skip(1);
    let mut compiler = Command::new(arguments.next()?);
    let arguments: Vec<OsString> = arguments.collect();
    let name = arguments.iter().skip_while(|argument| *argument != "--crate-name").nth(1);
    compiler.args(&arguments);
    if name.is_some_and(|name| INSTRUMENTED.iter().any(|one| name == one)) {
        // Branches are not counted by a stable compiler unless it is told to be another one.
        compiler.args(["-Cinstrument-coverage", "-Zcoverage-options=branch"]).env("RUSTC_BOOTSTRAP", "1");
    }
    let is_done = compiler.status().is_ok_and(|status| status.success());
    Some(if is_done { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Runs the comparison with the options given, and fails where a branch of the rules was not tried both ways.
pub(crate) fn run(house: &House, arguments: &[String]) -> anyhow::Result<Tally> {
    let target = house.target_folder()?;
    let folder = target.join("branches");
    if folder.exists() {
        std::fs::remove_dir_all(&folder).with_context(|| format!("removing {}", folder.display()))?;
    }
    let this = env::current_exe().context("finding this program")?;
    let mut build = house.cargo(["build", "--quiet", "--locked", "--package", "access-model"]);
    must_succeed(build.env("RUSTC_WORKSPACE_WRAPPER", this).env(AS_COMPILER, "1"))?;
    let program = target.join("debug/access-model");
    let raw = folder.join("counted.profraw");
    must_succeed(house.command(&program).args(arguments).env("LLVM_PROFILE_FILE", &raw))?;
    let tools = tools(house)?;
    let counted = folder.join("counted.profdata");
    let mut merge = house.command(tools.join("llvm-profdata"));
    must_succeed(merge.args(["merge", "-sparse"]).arg(&raw).arg("-o").arg(&counted))?;
    let exported = exported(house, &tools, &program, &counted)?;
    let mut rows = Vec::new();
    let mut untried = 0;
    for rules in RULES {
        let (all, missed) = branches(&exported, rules)?;
        untried += missed.len();
        rows.push((
            rules.to_owned(),
            format!("{all} branches, {} untried {}", missed.len(), missed.join(" ")),
        ));
    }
    print!("{}", table(&rows));
    println!("{untried} uncovered rule branches");
    ensure!(untried == 0, "not every branch of the rules was tried");
    Ok(Tally::default())
}

/// Where the compiler keeps the tools that understand its instruments (the component `llvm-tools`).
fn tools(house: &House) -> anyhow::Result<PathBuf> {
    let asked = house.command("rustc").args(["--print", "target-libdir"]).output().context("asking rustc")?;
    let libraries = String::from_utf8(asked.stdout).context("reading the answer of rustc")?;
    let tools = Path::new(libraries.trim()).with_file_name("bin");
    ensure!(tools.join("llvm-cov").is_file(), "llvm-cov is missing: rustup component add llvm-tools");
    Ok(tools)
}

fn exported(house: &House, tools: &Path, program: &Path, counted: &Path) -> anyhow::Result<Value> {
    let mut export = house.command(tools.join("llvm-cov"));
    let output = export
        .args(["export", "--format=text", "--instr-profile"])
        .args([counted, program])
        .output()
        .context("starting llvm-cov")?;
    ensure!(output.status.success(), "llvm-cov: {}", String::from_utf8_lossy(&output.stderr).trim());
    serde_json::from_slice(&output.stdout).context("reading the answer of llvm-cov")
}

/// How many ways the branches of a file have, two each, and the lines of those that were not gone.
fn branches(exported: &Value, file: &str) -> anyhow::Result<(usize, Vec<String>)> {
    let files = exported["data"][0]["files"].as_array().context("llvm-cov names no files")?;
    let found = files.iter().find(|one| one["filename"].as_str().is_some_and(|name| name.ends_with(file)));
    let found = found.with_context(|| format!("{file} was not counted"))?;
    let all = found["branches"].as_array().context("llvm-cov names no branches")?;
    ensure!(!all.is_empty(), "{file} has no branches that are counted");
    let mut missed = Vec::new();
    for branch in all {
        for (place, way) in [(4, "yes"), (5, "no")] {
            if branch[place].as_u64() == Some(0) {
                missed.push(format!("{}:{} {way}", branch[0], branch[1]));
            }
        }
    }
    Ok((2 * all.len(), missed))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_way_that_was_not_gone_is_named_with_its_line() {
        let branch = |yes: u64, no: u64| json!([12, 5, 12, 9, yes, no, 0, 0, 4]);
        let of =
            |branches: Value| json!({"data": [{"files": [{"filename": "/a/b.rs", "branches": branches}]}]});
        let counted = branches(&of(json!([branch(1, 0), branch(3, 2)])), "b.rs").unwrap();
        assert_eq!(counted, (4, vec!["12:5 no".to_owned()]));
        assert!(branches(&of(json!([])), "b.rs").is_err(), "nothing counted proves nothing");
        assert!(branches(&of(json!([branch(1, 1)])), "c.rs").is_err());
    }
}
