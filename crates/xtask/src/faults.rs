//! The fault trials: the program is killed, starved and cut off, and what was lost is counted.

use crate::house::House;
use crate::output::{overhear, step};
use crate::postgres::Cluster;
use crate::setup::{self, Need};
use crate::tally::{self, Tally};
use crate::test;

/// Runs every trial, or those named, after `--rounds N` where that is given.
pub(crate) fn run(house: &House, arguments: &[String]) -> anyhow::Result<Tally> {
    setup::prepare(house, &[Need::Build, Need::Tests])?;
    test::build(house)?;
    let cluster = step("Start a PostgreSQL for this run alone", Cluster::start)?;
    let target = house.target_folder()?;
    let mut trials = house.command(target.join("debug/faults"));
    trials.arg("--binary").arg(target.join("debug/omtanke")).args(arguments);
    trials.env("OMTANKE_TEST_POSTGRES", cluster.url());
    step("Kill, fill, cut off and jump, and count what was lost", || {
        let (succeeded, said) = overhear(&mut trials)?;
        Ok(Tally::believed(tally::from_closing_line(&said), succeeded))
    })
}
