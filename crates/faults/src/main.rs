//! What happens when the program is killed, its disk is full, its database server dies, its clock jumps or its mail server
//! misbehaves. Each trial runs the real program on real databases and counts what was lost and what was doubled.
//!
//! ```text
//! cargo xtask faults [--rounds N] [TRIAL…]
//! ```

mod clock;
mod failover;
mod full;
mod kill;
mod load;
mod mail;
mod program;
mod race;
mod rooms;

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use clap::Parser;

/// Runs the fault trials and says what was lost.
#[derive(Debug, Parser)]
struct Arguments {
    /// The program.
    #[arg(long)]
    binary: PathBuf,
    /// How many times the program is killed.
    #[arg(long, default_value_t = 50)]
    rounds: usize,
    /// Only these trials: kill, full, failover, race, clock, mail.
    trials: Vec<String>,
}

/// What a trial did, and what it counted. Anything lost or doubled is a failure.
#[derive(Debug, Default)]
pub(crate) struct Told {
    /// What was done, in words.
    pub(crate) did: String,
    /// What was acknowledged or ordered and is not there.
    pub(crate) lost: usize,
    /// What is there more often than it should be.
    pub(crate) doubled: usize,
}

const TRIALS: [&str; 6] = ["kill", "full", "failover", "race", "clock", "mail"];

#[tokio::main]
async fn main() -> ExitCode {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let arguments = Arguments::parse();
    let (mut passed, mut failed) = (0, 0);
    for trial in TRIALS {
        if !arguments.trials.is_empty() && !arguments.trials.iter().any(|chosen| chosen == trial) {
            continue;
        }
        let begun = Instant::now();
        let told = match trial {
            "kill" => kill::run(&arguments.binary, arguments.rounds).await,
            "full" => full::run(&arguments.binary).await,
            "failover" => failover::run(&arguments.binary).await,
            "race" => race::run().await,
            "clock" => clock::run().await,
            _ => mail::run(&arguments.binary).await,
        };
        let seconds = begun.elapsed().as_secs();
        match told {
            Ok(Told { did, lost: 0, doubled: 0 }) => {
                passed += 1;
                println!("{trial:<9} {seconds:>4} s  {did}; lost nothing, doubled nothing");
            }
            Ok(Told { did, lost, doubled }) => {
                failed += 1;
                println!("{trial:<9} {seconds:>4} s  {did}; LOST {lost}, DOUBLED {doubled}");
            }
            Err(error) => {
                failed += 1;
                println!("{trial:<9} {seconds:>4} s  BROKE OFF: {error:#}");
            }
        }
    }
    if failed > 0 {
        println!("what the programs said stands in {}", program::log_file().display());
    } else {
        // Without failures nobody looks for it.
        let _ = std::fs::remove_file(program::log_file());
    }
    println!("{passed} passed, {failed} failed");
    if failed == 0 && passed > 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
