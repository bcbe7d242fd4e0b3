//! What the commands of `omtanke survey` share: the file, how it was drawn, and how answers are made and shown.

use std::path::PathBuf;
use std::time::Instant;

use clap::{Args, ValueEnum};
use estimates::{DesignEffect, LonelyUnits, Method, Missing, ShareInterval};
use insight::{Codebook, DesignNames, Question, ReplicateColumns, Replication, Shape, Show, Source};

use crate::failure::Failure;

/// A file of respondents, and how they were drawn.
#[derive(Debug, Args)]
pub(super) struct Data {
    /// The file: CSV, Parquet, Excel, SPSS or Stata.
    #[arg(long)]
    data: PathBuf,
    /// The codebook (YAML): names design, labels, missing values and who was asked.
    #[arg(long)]
    codebook: Option<PathBuf>,
    /// The variable with the weight of each row.
    #[arg(long, short = 'w')]
    weights: Option<String>,
    /// The variables with the strata of each stage.
    #[arg(long, value_delimiter = ',')]
    strata: Vec<String>,
    /// The variables with the sampling units of each stage; each row without them.
    #[arg(long, alias = "ids", value_delimiter = ',')]
    psu: Vec<String>,
    /// The variables with the population sizes (or fractions) of each stage.
    #[arg(long, value_delimiter = ',')]
    fpc: Vec<String>,
    /// Labels of units are used again in other strata, and mean other units there.
    #[arg(long)]
    nest: bool,
    /// Make replicate weights: jk1, jkn, brr, fay:RHO, bootstrap:COUNT[:SEED] or raowu:COUNT[:SEED].
    #[arg(long, value_name = "METHOD")]
    replicates: Option<String>,
    /// Use replicate weights that the file has, in columns of this name and a number.
    #[arg(long, value_name = "PREFIX", conflicts_with = "replicates", requires = "replicate_scale")]
    replicate_weights: Option<String>,
    /// The factor for the sum of squares of those replicate weights.
    #[arg(long, value_name = "FACTOR")]
    replicate_scale: Option<f64>,
    /// Cut the file to these rows before it is anybody's sample: `year == 2024`. For a part of a sample use --where.
    #[arg(long, value_name = "CONDITION")]
    rows: Option<String>,
    /// Texts that mean that there is no value, beside the empty one. NA without it.
    #[arg(long, value_delimiter = ',', value_name = "TEXTS")]
    missing_texts: Vec<String>,
    /// Leave wrong rows out, and list them, instead of stopping.
    #[arg(long)]
    leave_out_wrong_rows: bool,
    /// The most memory that the columns may take; three quarters of what is free without it.
    #[arg(long, value_name = "MB")]
    memory: Option<u64>,
    /// The sheet of a workbook; the first without it.
    #[arg(long)]
    sheet: Option<String>,
}

impl Data {
    pub(super) fn source(&self) -> Result<Source, Failure> {
        let replicates = match (&self.replicates, &self.replicate_weights, self.replicate_scale) {
            (Some(method), ..) => Some(Replication::Made(method_of(method)?)),
            (None, Some(prefix), scale) => Some(Replication::Columns(ReplicateColumns {
                prefix: prefix.clone(),
                scale,
                ..ReplicateColumns::default()
            })),
            _ => None,
        };
        Ok(Source {
            data: self.data.clone(),
            codebook: self.codebook.as_deref().map(Codebook::read).transpose()?,
            design: DesignNames {
                weights: self.weights.clone(),
                strata: self.strata.clone(),
                units: self.psu.clone(),
                population: self.fpc.clone(),
                nest: self.nest,
            },
            replicates,
            rows: self.rows.clone(),
            missing: self.missing_texts.clone(),
            leave_out_wrong_rows: self.leave_out_wrong_rows,
            memory: self.memory.map(|mb| mb << 20).or_else(insight::free_memory),
            sheet: self.sheet.clone(),
        })
    }
}

fn method_of(text: &str) -> Result<Method, Failure> {
    let mut parts = text.split(':');
    let name = parts.next().unwrap_or_default();
    let numbers: Vec<f64> = parts.filter_map(|part| part.parse().ok()).collect();
    let drawn = |method: fn(usize, u64) -> Method| {
        let count = numbers.first().copied().unwrap_or(200.0);
        let seed = numbers.get(1).copied().unwrap_or(1.0);
        // clap gave text; counts and seeds are whole numbers of a few digits
        (count.fract() == 0.0 && (2.0..=100_000.0).contains(&count) && seed >= 0.0)
            .then(|| method(count as usize, seed as u64))
    };
    let method = match (name.to_lowercase().as_str(), numbers.as_slice()) {
        ("jk1", []) => Some(Method::Jk1),
        ("jkn", []) => Some(Method::Jkn),
        ("brr", []) => Some(Method::BalancedHalves),
        ("fay", [rho]) => Some(Method::Fay { rho: *rho }),
        ("bootstrap", _) => drawn(|replicates, seed| Method::Bootstrap { replicates, seed }),
        ("raowu", _) => drawn(|replicates, seed| Method::RaoWu { replicates, seed }),
        _ => None,
    };
    method.ok_or_else(|| {
        Failure::Other(format!(
            "{text} makes no replicates; there are jk1, jkn, brr, fay:RHO, bootstrap:COUNT[:SEED] and raowu:COUNT[:SEED]"
        ))
    })
}

/// The most memory that the program has used so far, in kilobytes.
fn peak_memory() -> Option<u64> {
    let text = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = text.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

/// About whom, and how to go about things.
#[derive(Debug, Args)]
pub(super) struct Manner {
    /// About whom: `uses_public_digital == 1 and age >= 65`. Strata and units stay those of the whole file.
    #[arg(long = "where", alias = "domain", value_name = "CONDITION")]
    filter: Option<String>,
    /// The kind of interval of shares. Without it, logit for shares, and symmetric for means of 0 and 1.
    #[arg(long, value_enum)]
    ci: Option<Kind>,
    /// How sure intervals are.
    #[arg(long, default_value_t = 0.95)]
    level: f64,
    /// What to do about a stratum with one unit.
    #[arg(long, value_enum, default_value_t = Lonely::Fail)]
    lonely: Lonely,
    /// What to do about missing answers.
    #[arg(long, value_enum, default_value_t = Gaps::Each)]
    missing: Gaps,
    /// For publishing: hide what fewer respondents than this stand behind, and what would give them away.
    #[arg(long, value_name = "COUNT", num_args = 0..=1, default_missing_value = "5")]
    publish: Option<usize>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Kind {
    /// Symmetric, by t.
    Mean,
    /// On the logit scale.
    #[value(alias = "xlogit")]
    Logit,
    /// Korn and Graubard's, which also holds for none and all.
    Beta,
    /// Wilson's score.
    Wilson,
    /// On the arcsine scale.
    Asin,
    /// By the likelihood.
    Likelihood,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Lonely {
    /// Say so, and estimate nothing.
    Fail,
    /// It has no variance.
    #[value(alias = "remove")]
    Certainty,
    /// Its distance from the mean of all.
    Adjust,
    /// The average of the other strata.
    Average,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Gaps {
    /// Leave them out, variable by variable, and tell how many.
    Each,
    /// Count only respondents who have all variables.
    Listwise,
    /// Say so, and estimate nothing.
    Refuse,
}

impl Manner {
    pub(super) fn question(&self) -> Question {
        Question {
            filter: self.filter.clone(),
            level: self.level,
            interval: self.ci.map(|kind| match kind {
                Kind::Mean => ShareInterval::Mean,
                Kind::Logit => ShareInterval::Logit,
                Kind::Beta => ShareInterval::Beta,
                Kind::Wilson => ShareInterval::Wilson,
                Kind::Asin => ShareInterval::Arcsine,
                Kind::Likelihood => ShareInterval::Likelihood,
            }),
            lonely: match self.lonely {
                Lonely::Fail => LonelyUnits::Fail,
                Lonely::Certainty => LonelyUnits::Certainty,
                Lonely::Adjust => LonelyUnits::Adjust,
                Lonely::Average => LonelyUnits::Average,
            },
            missing: match self.missing {
                Gaps::Each => Missing::PerVariable,
                Gaps::Listwise => Missing::Listwise,
                Gaps::Refuse => Missing::Refuse,
            },
            hide_below: self.publish,
            ..Question::default()
        }
    }
}

/// With what the variance is compared.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Deff {
    /// A simple random sample drawn without replacement.
    Wor,
    /// A simple random sample drawn with replacement.
    Wr,
}

impl Deff {
    pub(super) fn effect(self) -> DesignEffect {
        match self {
            Deff::Wor => DesignEffect::WithoutReplacement,
            Deff::Wr => DesignEffect::WithReplacement,
        }
    }
}

/// How an answer is shown.
#[derive(Debug, Args)]
pub(super) struct Output {
    /// As JSON.
    #[arg(long)]
    json: bool,
    /// As CSV.
    #[arg(long, conflicts_with = "json")]
    csv: bool,
    /// Also tell, on standard error, how long reading and estimating took, and the most memory that was used.
    #[arg(long)]
    times: bool,
}

impl Output {
    /// Reads, answers and prints; tells the times if that is asked for.
    pub(super) fn answer<O, A: Show>(
        &self,
        read: impl FnOnce() -> Result<O, insight::Error>,
        answer: impl FnOnce(&O) -> Result<A, insight::Error>,
    ) -> Result<A, Failure> {
        let begun = Instant::now();
        let opened = read()?;
        let reading = begun.elapsed();
        let begun = Instant::now();
        let found = answer(&opened)?;
        let estimating = begun.elapsed();
        self.print(&found);
        if self.times {
            eprintln!(
                "read {:.6} s, estimated {:.6} s, peak {} kB",
                reading.as_secs_f64(),
                estimating.as_secs_f64(),
                peak_memory().unwrap_or(0)
            );
        }
        Ok(found)
    }

    pub(super) fn print(&self, answer: &impl Show) {
        let shape = match (self.json, self.csv) {
            (true, _) => Shape::Json,
            (_, true) => Shape::Csv,
            _ => Shape::Table,
        };
        print!("{}", answer.shown(shape));
    }
}
