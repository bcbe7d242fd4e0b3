//! Cargo's helpers, compiled here when the machine has none.

use super::Need;
use crate::house::House;
use crate::output::{must_succeed, step};

struct Tool {
    subcommand: &'static str,
    /// The release that is known to work here, for machines without any.
    version: &'static str,
    need: Need,
    options: &'static [&'static str],
}

const TOOLS: [Tool; 2] = [
    Tool {
        subcommand: "nextest",
        version: "0.9.143",
        need: Need::Tests,
        // Leaves out the part that updates itself over the net, with all that it would compile.
        options: &["--no-default-features", "--features", "default-no-update"],
    },
    Tool { subcommand: "deny", version: "0.20.2", need: Need::Deny, options: &[] },
];

/// Installs the tools these needs ask for, unless the machine has them in some version.
pub(super) fn install_missing(house: &House, needs: &[Need]) -> anyhow::Result<()> {
    for tool in TOOLS.iter().filter(|tool| needs.contains(&tool.need)) {
        if !answers(house, tool)? {
            let what =
                format!("Compile cargo-{}, which is missing; this takes minutes, once", tool.subcommand);
            step(&what, || install(house, tool))?;
        }
    }
    Ok(())
}

fn answers(house: &House, tool: &Tool) -> anyhow::Result<bool> {
    Ok(house.cargo([tool.subcommand, "--version"]).output()?.status.success())
}

/// Compiles without optimisation, as waiting for that costs more than it saves, and in Cargo's own temporary
/// folder, so that our target folder keeps to our own crates.
fn install(house: &House, tool: &Tool) -> anyhow::Result<()> {
    let package = format!("cargo-{}@{}", tool.subcommand, tool.version);
    let mut install = house.cargo(["install", "--locked", "--debug", &package]);
    must_succeed(install.args(tool.options).env_remove("CARGO_TARGET_DIR"))
}
