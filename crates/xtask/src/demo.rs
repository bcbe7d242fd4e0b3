//! The demonstration: builds the program and becomes it.

use std::env;
use std::os::unix::process::CommandExt;
use std::process::Command;

use anyhow::bail;

use crate::house::House;
use crate::output::{must_succeed, step};
use crate::setup::{self, Need};
use crate::tally::Tally;

/// Optimised, so that what visitors feel is the real speed. `dist` is a little faster still, but one long
/// wait to build; `dev` builds soonest and answers slowest.
const PROFILE: &str = "release";

/// Without arguments the demonstration keeps to the clone and to this machine.
const DEFAULTS: [(&str, &str); 2] = [("--data", "var/demo"), ("--listen", "127.0.0.1:8080")];

/// Builds the program and runs `omtanke demo`. Does not come back when that starts: the program takes over
/// this process, so Ctrl-C, signals and the exit code are its own.
pub(crate) fn run(house: &House, arguments: &[String]) -> anyhow::Result<Tally> {
    println!("Building Omtanke and starting it with made-up people and places.");
    setup::prepare(house, &[Need::Build])?;
    step("Build the program; the first time this takes minutes", || {
        must_succeed(&mut house.cargo(["build", "--profile", PROFILE, "--package", "omtanke"]))
    })?;
    let program = house.target_folder()?.join(PROFILE).join("omtanke");
    let arguments = with_defaults(arguments);
    println!("\n── omtanke demo {}", arguments.join(" "));
    let mut demo = Command::new(&program);
    demo.current_dir(&house.root).arg("demo").args(&arguments);
    // What the outer Cargo says about xtask is no business of the program.
    for (name, _) in env::vars_os() {
        if name.to_str().is_some_and(|name| name.starts_with("CARGO")) {
            demo.env_remove(name);
        }
    }
    let error = demo.exec();
    bail!(anyhow::Error::from(error).context(format!("starting {}", program.display())))
}

/// Adds each default whose option was not given, as `--option value` or `--option=value`.
fn with_defaults(given: &[String]) -> Vec<String> {
    let mut arguments = given.to_vec();
    for (option, value) in DEFAULTS {
        let is_given = given.iter().any(|argument| argument.split('=').next() == Some(option));
        if !is_given {
            arguments.extend([option.to_owned(), value.to_owned()]);
        }
    }
    arguments
}

#[cfg(test)]
mod tests {
    use super::with_defaults;

    fn words(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn the_demonstration_stays_in_the_clone_and_on_this_machine() {
        assert_eq!(with_defaults(&[]), words("--data var/demo --listen 127.0.0.1:8080"));
    }

    #[test]
    fn what_was_asked_for_wins_and_is_passed_on() {
        let given = words("--listen=0.0.0.0:80 --quiet");
        assert_eq!(with_defaults(&given), words("--listen=0.0.0.0:80 --quiet --data var/demo"));
    }
}
