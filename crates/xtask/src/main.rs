//! Everything that is done to this repository rather than by the program: set-up, the demonstration,
//! tests, the gate and the measurements. One command each, run as `cargo xtask COMMAND`.

mod access_model;
mod bench;
mod bench_survey;
mod branches;
mod ci;
mod class_load;
mod demo;
mod faults;
mod house;
mod load;
mod output;
mod postgres;
mod practice_load;
mod setup;
mod tally;
mod test;
mod tidy;
mod visitor;

use std::process::ExitCode;

use anyhow::bail;

use crate::house::House;
use crate::tally::Tally;

const USAGE: &str = "\
cargo xtask COMMAND

  demo [--listen ADDR:PORT] [--data DIR] [ARG…]   build the program and start it with made-up people
  test [FILTER…]    run every test: Rust on SQLite and PostgreSQL, examples in the documentation, browser
  faults [--rounds N] [TRIAL…]
                    kill the program, fill its disk, take its servers away, and count what was lost
  ci [STEP]         run the whole gate, or one step of it
  tidy              check the rules of this repository
  bench [ARG…]      measure what the program can carry
  bench-survey [--rows N] [--program FILE]
                    measure estimates from surveys, beside the peers that are installed
  practice-load [--sandboxes N] [--seconds S] [--cleanup N] [--program FILE]
                    measure how many can practise at once; with --class N, how fast a teacher of N sees their steps
  access-model [--worlds N] [--seed S]
                    compare who may do what with a plain model of the rules, in made-up worlds
  access-branches [--worlds N] [--seed S]
                    the same, and count the branches of the rules that it did not try
  setup             install what is missing for all of the above

Each command first sets up what it needs itself. Paths are read from the top of the clone.";

fn main() -> ExitCode {
    if let Some(compiled) = branches::as_compiler() {
        return compiled;
    }
    match run() {
        Ok(tally) if tally.failed == 0 => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> anyhow::Result<Tally> {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next().unwrap_or_default();
    let arguments: Vec<String> = arguments.collect();
    if matches!(command.as_str(), "" | "help" | "--help" | "-h") {
        println!("{USAGE}");
        return Ok(Tally::default());
    }
    let house = House::find()?;
    match command.as_str() {
        "setup" => setup::everything(&house),
        "demo" => demo::run(&house, &arguments),
        "test" => test::run(&house, &arguments),
        "faults" => faults::run(&house, &arguments),
        "ci" => ci::run(house, &arguments),
        "tidy" => tidy::run(&house),
        "bench" => bench::run(&house, &arguments),
        "bench-survey" => bench_survey::run(&house, &arguments),
        "practice-load" => practice_load::run(&house, &arguments),
        "access-model" => access_model::run(&house, &arguments),
        "access-branches" => branches::run(&house, &arguments),
        unknown => bail!("no command is called {unknown}\n\n{USAGE}"),
    }
}
