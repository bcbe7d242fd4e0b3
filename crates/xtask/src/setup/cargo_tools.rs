//! Cargo's helpers, compiled here when the machine has none.

use super::Need;
use crate::house::House;
use crate::output::{must_succeed, step};

/// The subcommand, the release that is known to work here, and what asks for it.
const TOOLS: [(&str, &str, Need); 2] = [("nextest", "0.9.143", Need::Tests), ("deny", "0.20.2", Need::Deny)];

/// Installs the tools these needs ask for, unless the machine has them in some version.
pub(super) fn install_missing(house: &House, needs: &[Need]) -> anyhow::Result<()> {
    for (tool, version, need) in TOOLS {
        if needs.contains(&need) && !answers(house, tool)? {
            step(&format!("Compile cargo-{tool}, which is missing; this takes minutes, once"), || {
                let package = format!("cargo-{tool}@{version}");
                // Compiled without optimisation, as waiting for that costs more than it saves, and in
                // Cargo's own temporary folder, so that our target folder keeps to our own crates.
                let mut install = house.cargo(["install", "--locked", "--debug", &package]);
                must_succeed(install.env_remove("CARGO_TARGET_DIR"))
            })?;
        }
    }
    Ok(())
}

fn answers(house: &House, tool: &str) -> anyhow::Result<bool> {
    Ok(house.cargo([tool, "--version"]).output()?.status.success())
}
