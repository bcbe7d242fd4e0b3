//! Measuring what the program can carry, always as a ratio to a named reference in the same run.

use std::process::Command;

use crate::house::House;
use crate::load;
use crate::output::{must_succeed, step};
use crate::postgres::Cluster;
use crate::setup::{self, Need};
use crate::tally::Tally;

/// One measurement: its name, what it measures in plain words, and how it is taken with the arguments given.
type Measurement = (&'static str, &'static str, fn(&House, &[String]) -> anyhow::Result<()>);

/// All measurements, in the order they are taken.
const MEASUREMENTS: [Measurement; 6] = [
    ("load", "Measure the program under load, against a bare axum hello", |house, _| load::run(house)),
    ("parts", "Measure the parts, each against a named reference", parts),
    ("ground", "Measure jobs against raw inserts, and audited writes against others", ground),
    ("post", "Measure taking in and reading post, and reading MeMo against xmllint", post),
    ("access", "Measure the decision who may do what, against casbin and Cedar", access),
    ("backup", "Measure a backup of 1 GB, against cp of the same file", backup),
];

/// Takes the measurement whose name comes first among the arguments, and hands it the others; without a name, every
/// measurement, and all arguments go to the one of the parts, as a filter.
pub(crate) fn run(house: &House, arguments: &[String]) -> anyhow::Result<Tally> {
    setup::prepare(house, &[Need::Build, Need::Load])?;
    if let Some((_, what, measure)) = named(arguments) {
        step(what, || measure(house, &arguments[1..]))?;
        return Ok(Tally::default());
    }
    for (name, what, measure) in MEASUREMENTS {
        let arguments = if name == "parts" { arguments } else { &[] };
        step(what, || measure(house, arguments))?;
    }
    Ok(Tally::default())
}

fn named(arguments: &[String]) -> Option<&'static Measurement> {
    MEASUREMENTS.iter().find(|(name, ..)| arguments.first().is_some_and(|first| first == name))
}

fn parts(house: &House, arguments: &[String]) -> anyhow::Result<()> {
    bench(house, "search", arguments)
}

fn ground(house: &House, arguments: &[String]) -> anyhow::Result<()> {
    setup::prepare(house, &[Need::Tests])?;
    let cluster = Cluster::start()?;
    let mut bench = command(house, "ground", arguments);
    must_succeed(bench.env("OMTANKE_TEST_POSTGRES", cluster.url()))
}

fn post(house: &House, arguments: &[String]) -> anyhow::Result<()> {
    setup::prepare(house, &[Need::Tests])?;
    let cluster = Cluster::start()?;
    let mut bench = command(house, "post", arguments);
    must_succeed(bench.env("OMTANKE_TEST_POSTGRES", cluster.url()))
}

fn access(house: &House, arguments: &[String]) -> anyhow::Result<()> {
    setup::prepare(house, &[Need::Tests])?;
    let cluster = Cluster::start()?;
    let mut bench = command(house, "access", arguments);
    must_succeed(bench.env("OMTANKE_TEST_POSTGRES", cluster.url()))
}

fn backup(house: &House, arguments: &[String]) -> anyhow::Result<()> {
    bench(house, "backup", arguments)
}

fn bench(house: &House, name: &str, arguments: &[String]) -> anyhow::Result<()> {
    must_succeed(&mut command(house, name, arguments))
}

fn command(house: &House, name: &str, arguments: &[String]) -> Command {
    let mut bench = house.cargo(["bench", "--package", "benches", "--bench", name]);
    if !arguments.is_empty() {
        bench.arg("--").args(arguments);
    }
    bench
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_takes_one_measurement_and_a_filter_takes_all() {
        let name_of = |words: &[&str]| {
            let arguments: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
            named(&arguments).map(|(name, ..)| *name)
        };
        assert_eq!(name_of(&["backup", "100"]), Some("backup"));
        assert_eq!(name_of(&["misspelt"]), None);
        assert_eq!(name_of(&[]), None);
    }
}
