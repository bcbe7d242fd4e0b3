//! All tests in one run: Rust on both databases, the examples in the documentation, journeys in a browser.

use std::fs;

use anyhow::Context;

use crate::house::House;
use crate::output::{must_succeed, overhear, step, succeeds, table};
use crate::postgres::Cluster;
use crate::setup::{self, Need};
use crate::tally::{self, Tally};

/// The one selection everything is built with. Another one would switch other features on in shared
/// dependencies, and those would be compiled a second time.
const EVERYTHING: [&str; 2] = ["--workspace", "--all-targets"];

/// Runs all tests, or the Rust tests whose names contain a filter, and closes with one line of sums.
pub(crate) fn run(house: &House, filters: &[String]) -> anyhow::Result<Tally> {
    setup::prepare(house, &[Need::Build, Need::Tests])?;
    build(house)?;
    let mut ran = vec![("unit and integration tests", rust_tests(house, filters)?)];
    if filters.is_empty() {
        ran.push(("examples in documentation", doc_tests(house)?));
        ran.push(("browser checks", browser_journeys(house)?));
    }
    Ok(report(&ran))
}

/// Builds the program and all tests.
pub(crate) fn build(house: &House) -> anyhow::Result<()> {
    step("Build the program and all tests", || must_succeed(house.cargo(["build"]).args(EVERYTHING)))
}

fn rust_tests(house: &House, filters: &[String]) -> anyhow::Result<Tally> {
    let cluster = step("Start a PostgreSQL for this run alone", Cluster::start)?;
    // nextest reports within the clone, wherever cargo builds.
    let counts = house.path("target/nextest/default/junit.xml");
    let tally = step("Run unit and integration tests on SQLite and PostgreSQL", || {
        // Counts of an earlier run must not pass for those of a run that broke down.
        if counts.exists() {
            fs::remove_file(&counts).with_context(|| format!("removing {}", counts.display()))?;
        }
        let mut nextest = house.cargo(["nextest", "run", "--profile", "default"]);
        nextest.args(EVERYTHING).args(filters).env("OMTANKE_TEST_POSTGRES", cluster.url());
        let succeeded = succeeds(&mut nextest)?;
        let report = fs::read_to_string(&counts).ok();
        Ok(Tally::believed(report.as_deref().and_then(tally::from_junit), succeeded))
    })?;
    step("Stop PostgreSQL and remove its files", || {
        drop(cluster);
        Ok(())
    })?;
    Ok(tally)
}

fn doc_tests(house: &House) -> anyhow::Result<Tally> {
    step("Run the examples in the documentation", || {
        let (succeeded, said) =
            overhear(&mut house.cargo(["test", "--doc", "--workspace", "--no-fail-fast"]))?;
        Ok(Tally::believed(tally::from_doc_tests(&said), succeeded))
    })
}

fn browser_journeys(house: &House) -> anyhow::Result<Tally> {
    step("Walk through the program in a browser", || {
        let program = house.target_folder()?.join("debug/omtanke");
        let mut journeys = house.command("node");
        journeys.arg("browser/run.mjs").arg("--binary").arg(program);
        let (succeeded, said) = overhear(&mut journeys)?;
        Ok(Tally::believed(tally::from_closing_line(&said), succeeded))
    })
}

fn report(ran: &[(&str, Tally)]) -> Tally {
    let rows: Vec<_> = ran.iter().map(|(name, tally)| ((*name).to_owned(), tally.to_string())).collect();
    let sum = ran.iter().fold(Tally::default(), |sum, (_, tally)| sum + *tally);
    println!("\n── What ran\n{}\n{sum}", table(&rows));
    sum
}
