//! Measuring estimates from surveys, beside each peer that is installed, on one generated file: 175 strata, 7,000 clusters,
//! 35 domains.
//!
//! The peers are `svy` (`PyPI`), run by the Python that `SURVEY_PYTHON` names, or `python3`; and R's `survey`, run by `Rscript`.
//! Peers that are missing are named.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::Instant;

use anyhow::{Context, bail, ensure};
use serde_json::Value;

use crate::house::House;
use crate::output::must_succeed;
use crate::tally::Tally;

/// What is measured: its name, and our command for it.
const TASKS: [(&str, &[&str]); 4] = [
    ("mean by two", &["estimate", "mean", "need", "hours", "--by", "region,age_group"]),
    ("median", &["estimate", "median", "hours", "--by", "age_group"]),
    ("logistic", &["model", "logistic", "need ~ age_group + C(sex) + C(education) + C(region)"]),
    ("rake", &["weight", "rake"]),
];

/// One row of the outcome.
struct Measured {
    who: String,
    task: String,
    /// In process, in seconds: reading and looking up the design, then estimating.
    read: f64,
    estimated: f64,
    /// The whole command, in seconds.
    whole: f64,
    /// In megabytes.
    peak: f64,
}

pub(crate) fn run(house: &House, arguments: &[String]) -> anyhow::Result<Tally> {
    let mut rows = 100_000_u64;
    let mut program = None;
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        let value = arguments.next().with_context(|| format!("{argument} needs a value"))?;
        match argument.as_str() {
            "--rows" => rows = value.replace('_', "").parse().context("--rows takes a number")?,
            "--program" => program = Some(PathBuf::from(value)),
            other => bail!("bench-survey knows --rows and --program, not {other}"),
        }
    }
    let program = match program {
        Some(program) => program,
        None => built(house)?,
    };
    let folder = house.path(format!("target/bench-survey-{}", std::process::id()));
    std::fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
    let measured = measure(&program, &folder, rows);
    std::fs::remove_dir_all(&folder).with_context(|| format!("removing {}", folder.display()))?;
    print(rows, &measured?);
    Ok(Tally::default())
}

/// The program as it is shipped.
fn built(house: &House) -> anyhow::Result<PathBuf> {
    must_succeed(&mut house.cargo(["build", "--release", "--package", "omtanke"]))?;
    let metadata = house.cargo(["metadata", "--format-version", "1", "--no-deps"]).output()?;
    let metadata: Value = serde_json::from_slice(&metadata.stdout).context("cargo metadata gave no JSON")?;
    let target = metadata["target_directory"].as_str().context("cargo metadata names no target folder")?;
    Ok(Path::new(target).join("release/omtanke"))
}

fn measure(program: &Path, folder: &Path, rows: u64) -> anyhow::Result<Vec<Measured>> {
    let (data, margins) = (folder.join("survey.csv"), folder.join("margins.csv"));
    let mut generate = Command::new(program);
    generate.args(["survey", "generate", "--rows", &rows.to_string()]).arg(&data).arg(&margins);
    must_succeed(&mut generate)?;
    let rounds = if rows > 1_000_000 { 1 } else { 3 };
    let mut measured = Vec::new();
    for (task, words) in TASKS {
        let mut command = Command::new(program);
        command.arg("survey").args(words).arg("--data").arg(&data);
        command.args(["--strata", "stratum", "--psu", "psu", "--weights", "weight", "--json", "--times"]);
        if task == "rake" {
            command.arg("--margins").arg(&margins);
        }
        measured.push(best("omtanke", task, rounds, &mut command)?);
        measured.extend(peers(task, &data, &margins, rounds)?);
    }
    Ok(measured)
}

fn peers(task: &str, data: &Path, margins: &Path, rounds: usize) -> anyhow::Result<Vec<Measured>> {
    let python = std::env::var("SURVEY_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let mut measured = Vec::new();
    if works(Command::new(&python).args(["-c", "import svy"])) {
        let mut command = Command::new(&python);
        command.args(["-c", SVY, task]).arg(data).arg(margins);
        measured.push(best("svy", task, rounds, &mut command)?);
    }
    if works(Command::new("Rscript").args(["-e", "library(survey)"])) {
        let mut command = Command::new("Rscript");
        command.args(["-e", R, task]).arg(data).arg(margins);
        measured.push(best("R survey", task, rounds, &mut command)?);
    }
    Ok(measured)
}

fn works(command: &mut Command) -> bool {
    command.output().is_ok_and(|output| output.status.success())
}

/// The quickest of several runs: what else the machine does only adds to it.
fn best(who: &str, task: &str, rounds: usize, command: &mut Command) -> anyhow::Result<Measured> {
    let mut best: Option<Measured> = None;
    for _ in 0..rounds {
        let begun = Instant::now();
        let output = command.output().with_context(|| format!("starting {who}"))?;
        let whole = begun.elapsed().as_secs_f64();
        let error = String::from_utf8_lossy(&output.stderr);
        ensure!(output.status.success(), "{who} could not do {task}: {error}");
        let [read, estimated, peak] =
            told(&output).with_context(|| format!("{who} told no times: {error}"))?;
        let (who, task) = (who.to_owned(), task.to_owned());
        let run = Measured { who, task, read, estimated, whole, peak: peak / 1024.0 };
        if best.as_ref().is_none_or(|best| run.whole < best.whole) {
            best = Some(run);
        }
    }
    best.context("nothing was run")
}

/// `read 0.1 s, estimated 0.2 s, peak 3 kB`.
fn told(output: &Output) -> Option<[f64; 3]> {
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    let line = text.lines().rev().find(|line| line.starts_with("read "))?;
    let numbers: Vec<f64> = line.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    numbers.try_into().ok()
}

fn print(rows: u64, measured: &[Measured]) {
    println!("\n{rows} rows, 175 strata, 7,000 clusters, 35 domains; the quickest of the runs\n");
    println!(
        "task         who        read and design s  estimate s  whole command s  peak MB  estimate beside ours"
    );
    for one in measured {
        let ours = measured.iter().find(|other| other.who == "omtanke" && other.task == one.task);
        let ratio = ours.map_or(1.0, |ours| one.estimated / ours.estimated);
        let Measured { who, task, read, estimated, whole, peak } = one;
        println!(
            "{task:<12} {who:<10} {read:>17.3}  {estimated:>10.4}  {whole:>15.3}  {peak:>7.0}  {ratio:>19.1}x"
        );
    }
    for peer in ["svy", "R survey"] {
        if measured.iter().all(|one| one.who != peer) {
            println!("{peer} is not installed, and was not measured");
        }
    }
}

const SVY: &str = r#"
import resource, sys, time
import polars as pl, svy
task, data, margins = sys.argv[1:4]
begun = time.perf_counter()
types = {"region": pl.String}
sample = svy.Sample(pl.read_csv(data, schema_overrides=types), svy.Design(stratum="stratum", psu="psu", wgt="weight"))
read = time.perf_counter() - begun
begun = time.perf_counter()
if task == "mean by two":
    for name in ("need", "hours"):
        sample.estimation.mean(name, by=("region", "age_group"))
elif task == "median":
    sample.estimation.median("hours", by="age_group")
elif task == "logistic":
    sample.glm.fit(y="need", x=[svy.Cat(name) for name in ("age_group", "sex", "education", "region")], family="binomial")
else:
    known = {}
    for margin, category, total in pl.read_csv(margins, schema_overrides={"category": pl.String}).iter_rows():
        known.setdefault(margin, {})[category if margin == "region" else int(category)] = total
    sample.weighting.rake(controls=known, wgt_name="raked")
done = time.perf_counter() - begun
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(f"read {read:.6f} s, estimated {done:.6f} s, peak {peak} kB", file=sys.stderr)
"#;

const R: &str = r#"
suppressMessages(library(survey))
given <- commandArgs(trailingOnly = TRUE)
since <- function(t) as.numeric(Sys.time()) - t
t <- as.numeric(Sys.time())
x <- read.csv(given[2], colClasses = c(region = "character"))
d <- svydesign(ids = ~psu, strata = ~stratum, weights = ~weight, data = x)
read <- since(t)
t <- as.numeric(Sys.time())
if (given[1] == "mean by two") {
  svyby(~need + hours, ~region + age_group, d, svymean)
} else if (given[1] == "median") {
  svyby(~hours, ~age_group, d, svyquantile, quantiles = 0.5, ci = TRUE)
} else if (given[1] == "logistic") {
  svyglm(need ~ age_group + factor(sex) + factor(education) + factor(region), d, family = quasibinomial())
} else {
  m <- read.csv(given[3], colClasses = c(category = "character"))
  of <- function(n) { p <- m[m$margin == n, c("category", "total")]; names(p) <- c(n, "Freq"); p }
  rake(d, list(~region, ~sex, ~education), list(of("region"), of("sex"), of("education")), control = list(maxit = 100, epsilon = 1e-6))
}
done <- since(t)
peak <- as.numeric(sub("\\D*(\\d+).*", "\\1", grep("VmHWM", readLines("/proc/self/status"), value = TRUE)))
message(sprintf("read %f s, estimated %f s, peak %d kB", read, done, as.integer(peak)))
"#;
