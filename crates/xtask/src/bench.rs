//! Measuring what the program can carry, always as a ratio to a named reference in the same run.

use crate::house::House;
use crate::load;
use crate::output::{must_succeed, step};
use crate::setup::{self, Need};
use crate::tally::Tally;

/// One measurement: what it measures in plain words, and how it is taken with the arguments given.
type Measurement = (&'static str, fn(&House, &[String]) -> anyhow::Result<()>);

/// All measurements, in the order they are taken.
const MEASUREMENTS: [Measurement; 2] = [
    ("Measure the program under load, against a bare axum hello", |house, _| load::run(house)),
    ("Measure the parts, each against a named reference", parts),
];

/// Takes every measurement; arguments go to the measurement of the parts, as a filter.
pub(crate) fn run(house: &House, arguments: &[String]) -> anyhow::Result<Tally> {
    setup::prepare(house, &[Need::Build, Need::Load])?;
    for (what, measure) in MEASUREMENTS {
        step(what, || measure(house, arguments))?;
    }
    Ok(Tally::default())
}

fn parts(house: &House, arguments: &[String]) -> anyhow::Result<()> {
    let mut bench = house.cargo(["bench", "--package", "benches", "--bench", "search"]);
    if !arguments.is_empty() {
        bench.arg("--").args(arguments);
    }
    must_succeed(&mut bench)
}
