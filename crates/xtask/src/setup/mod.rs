//! Set-up: finds what a command needs and the machine lacks, and installs just that.
//!
//! A machine that has everything is asked a few quick questions and left as it is.

mod cargo_tools;
mod debian;
mod npm;

use crate::house::House;
use crate::tally::Tally;

/// What a command is about to do, and so what must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    /// Compile the program, whose pages carry the built style sheet, fonts and script.
    Build,
    /// Run the tests: a database server, a browser, the test runner.
    Tests,
    /// Check licences and sources of dependencies.
    Deny,
    /// Put the program under load.
    Load,
}

/// Makes sure that all of these needs are met.
pub(crate) fn prepare(house: &House, needs: &[Need]) -> anyhow::Result<()> {
    debian::install_missing(house, needs)?;
    if needs.contains(&Need::Build) {
        npm::install_missing(house, "ui")?;
        npm::build_ui(house)?;
    }
    if needs.contains(&Need::Tests) {
        npm::install_missing(house, "browser")?;
    }
    cargo_tools::install_missing(house, needs)
}

/// Meets every need there is.
pub(crate) fn everything(house: &House) -> anyhow::Result<Tally> {
    println!("Setting up for building, testing and measuring: installs what is missing, leaves the rest.");
    prepare(house, &[Need::Build, Need::Tests, Need::Deny, Need::Load])?;
    println!("\nEverything is in place.");
    Ok(Tally::default())
}
