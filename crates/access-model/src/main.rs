//! Compares the decision with the model in many worlds: `access-model --worlds 20000 --seed 1`.

use std::process::ExitCode;

use access_model::compare::{Pair, real};
use access_model::seen::Seen;
use access_model::story::story;
use anyhow::{Context as _, bail};

/// How many questions are asked about each world.
const EACH: usize = 60;
/// How many differences are told.
const TOLD: usize = 3;

fn main() -> anyhow::Result<ExitCode> {
    let (worlds, seed) = asked(std::env::args().skip(1))?;
    let pair = Pair::stretched();
    let mut seen = Seen::default();
    let (mut questions, mut differ) = (0, 0);
    for number in 0..worlds {
        let (asked, found) = pair.ask(&real, seed, number, EACH, &mut seen);
        questions += asked;
        if let Some(found) = found {
            differ += 1;
            if differ <= TOLD {
                println!("World {number} of seed {seed}:\n{}", story(&found));
            }
        }
    }
    for (what, times) in seen.counts() {
        println!("{times:>10}  {what}");
    }
    for what in seen.unseen(&pair.model.tables) {
        println!("     never  {what}");
    }
    println!("{questions} questions, {differ} differ");
    Ok(if differ == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn asked(mut arguments: impl Iterator<Item = String>) -> anyhow::Result<(u64, u64)> {
    let (mut worlds, mut seed) = (20_000, 1);
    while let Some(argument) = arguments.next() {
        let value = arguments.next().with_context(|| format!("{argument} needs a number"))?;
        let number = value.parse().with_context(|| format!("{argument} {value}: not a number"))?;
        match argument.as_str() {
            "--worlds" => worlds = number,
            "--seed" => seed = number,
            _ => bail!("there is no option {argument}; there are --worlds N and --seed S"),
        }
    }
    Ok((worlds, seed))
}
