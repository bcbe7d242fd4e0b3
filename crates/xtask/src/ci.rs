//! The gate: the whole truth about a commit, as one list of named steps.

use std::time::Instant;

use anyhow::{Context, bail};

use crate::house::House;
use crate::output::{must_succeed, seconds, table};
use crate::setup::Need::{self, Build, Deny, Tests};
use crate::tally::Tally;
use crate::{faults, setup, test, tidy};

/// One step of the gate.
struct Step {
    name: &'static str,
    /// What it shows, in plain words.
    shows: &'static str,
    needs: &'static [Need],
    run: fn(&House) -> anyhow::Result<Tally>,
}

/// Quick and telling steps come first. A new step is a new row.
const STEPS: [Step; 7] = [
    Step {
        name: "format",
        shows: "the code is laid out by rustfmt",
        needs: &[],
        run: |house| cargo(house, &["fmt", "--all", "--check"]),
    },
    Step { name: "tidy", shows: "the rules of this repository hold", needs: &[], run: tidy::run },
    Step {
        name: "deny",
        shows: "dependencies come from crates.io under licences we accept",
        needs: &[Deny],
        run: deny,
    },
    Step {
        name: "clippy",
        shows: "no compiler or clippy warning",
        needs: &[Build],
        run: |house| {
            cargo(house, &["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"])
        },
    },
    Step {
        name: "docs",
        shows: "the documentation builds and its links lead somewhere",
        needs: &[Build],
        run: docs,
    },
    Step {
        name: "test",
        shows: "all tests pass, on SQLite, on PostgreSQL and in a browser",
        needs: &[Build, Tests],
        run: |house| test::run(house, &[]),
    },
    Step {
        name: "faults",
        shows: "killed 50 times, without disk, without servers and under wrong clocks, nothing is lost",
        needs: &[Build, Tests],
        run: |house| faults::run(house, &[]),
    },
];

/// Runs every step, or the one named, and stops at the first that fails.
pub(crate) fn run(house: House, arguments: &[String]) -> anyhow::Result<Tally> {
    let house = house.without_incremental();
    let steps = chosen(arguments)?;
    println!("The gate: {}.", steps.iter().map(|step| step.name).collect::<Vec<_>>().join(", "));
    let mut rows = Vec::new();
    let mut sum = Tally::default();
    for step in steps {
        println!("\n══ {}: {}", step.name, step.shows);
        let started = Instant::now();
        let outcome = setup::prepare(&house, step.needs).and_then(|()| (step.run)(&house));
        let passed = outcome.as_ref().is_ok_and(|tally| tally.failed == 0);
        rows.push((
            step.name.to_owned(),
            format!("{:>9}  {}", seconds(started), if passed { "ok" } else { "FAILED" }),
        ));
        if !passed {
            println!("\n── The gate\n{}", table(&rows));
            let alone = format!("alone it runs as: cargo xtask ci {}", step.name);
            match outcome {
                Ok(tally) => bail!("step {} failed with {tally}\n{alone}", step.name),
                Err(error) => bail!("step {} failed: {error:#}\n{alone}", step.name),
            }
        }
        sum = sum + outcome?;
    }
    println!("\n── The gate\n{}", table(&rows));
    if sum != Tally::default() {
        println!("{sum}");
    }
    Ok(sum)
}

fn chosen(arguments: &[String]) -> anyhow::Result<Vec<&'static Step>> {
    if arguments.is_empty() {
        return Ok(STEPS.iter().collect());
    }
    let names = || STEPS.iter().map(|step| step.name).collect::<Vec<_>>().join(", ");
    arguments
        .iter()
        .map(|name| {
            let step = STEPS.iter().find(|step| step.name == name);
            step.with_context(|| format!("the gate has no step {name}; it has {}", names()))
        })
        .collect()
}

fn deny(house: &House) -> anyhow::Result<Tally> {
    // Who brings in a doubled crate is a page of text for each; `cargo tree --duplicates` tells it better.
    cargo(house, &["deny", "--workspace", "check", "--hide-inclusion-graph", "bans", "licenses", "sources"])
}

fn docs(house: &House) -> anyhow::Result<Tally> {
    // Naming the examples makes Cargo switch on the same features of dependencies as clippy did with
    // `--all-targets`, so that they are not checked a second time.
    let mut doc =
        house.cargo(["doc", "--workspace", "--no-deps", "--lib", "--bins", "--examples", "--locked"]);
    must_succeed(doc.env("RUSTDOCFLAGS", "-D warnings"))?;
    Ok(Tally::default())
}

fn cargo(house: &House, arguments: &[&str]) -> anyhow::Result<Tally> {
    must_succeed(&mut house.cargo(arguments.iter().copied()))?;
    Ok(Tally::default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(arguments: &[&str]) -> anyhow::Result<Vec<&'static str>> {
        let arguments: Vec<String> = arguments.iter().map(|&word| word.to_owned()).collect();
        Ok(chosen(&arguments)?.iter().map(|step| step.name).collect())
    }

    #[test]
    fn without_a_name_every_step_runs_and_the_longest_come_last() {
        let all = names(&[]).unwrap();
        assert_eq!(all.len(), STEPS.len());
        assert!(all.ends_with(&["test", "faults"]));
    }

    #[test]
    fn a_step_can_run_alone() {
        assert_eq!(names(&["docs"]).unwrap(), ["docs"]);
    }

    #[test]
    fn an_unknown_step_is_refused_with_the_known_ones() {
        let error = names(&["spelling"]).unwrap_err().to_string();
        assert!(error.starts_with("the gate has no step spelling; it has format, tidy"), "{error}");
    }
}
