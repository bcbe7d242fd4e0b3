//! `omtanke survey weight`

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use estimates::Calibration;
use insight::{Margins, WeightMethod, Weighting};

use super::arguments::{Data, Output};
use crate::failure::Failure;

#[derive(Debug, Args)]
pub(crate) struct Weight {
    /// How weights are brought to the margins.
    #[arg(value_enum)]
    method: Method,
    #[command(flatten)]
    data: Data,
    /// What is known of the population: CSV with margin, category and total, or with year, margin, key1, key2 and total.
    #[arg(long)]
    margins: PathBuf,
    /// Which margins of the file; all of them without it.
    #[arg(long, value_delimiter = ',', value_name = "NAMES")]
    margin: Vec<String>,
    /// The year of the margins, where the file has several.
    #[arg(long)]
    year: Option<String>,
    /// The distance of calibration.
    #[arg(long, value_enum, default_value_t = Distance::Linear)]
    distance: Distance,
    /// The smallest and largest factor of calibration, as 0.5,2.
    #[arg(long, value_delimiter = ',', num_args = 1, value_name = "LOW,HIGH")]
    bounds: Vec<f64>,
    /// Cut weights to these limits afterwards, as 100,5000.
    #[arg(long, value_delimiter = ',', num_args = 1, value_name = "LOW,HIGH")]
    trim: Vec<f64>,
    /// A variable that names the respondents in the file of new weights.
    #[arg(long)]
    id: Option<String>,
    /// Write the new weights to this file, which must not be there yet.
    #[arg(long, value_name = "FILE")]
    write: Option<PathBuf>,
    #[command(flatten)]
    output: Output,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Method {
    /// One margin, by one factor a cell.
    #[value(alias = "post-stratify")]
    Poststratify,
    /// Several margins, one after the other until all are met.
    Rake,
    /// Several margins at once.
    Calibrate,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Distance {
    /// The generalised regression estimator.
    Linear,
    /// Always positive; the same as raking.
    Raking,
    /// Between two bounds.
    Logit,
}

impl Weight {
    pub(crate) fn run(self) -> Result<(), Failure> {
        let weighting = Weighting {
            method: match self.method {
                Method::Poststratify => WeightMethod::PostStratify,
                Method::Rake => WeightMethod::Rake,
                Method::Calibrate => WeightMethod::Calibrate(self.calibration()?),
            },
            margins: Margins::read(&self.margins)?,
            names: self.margin,
            year: self.year,
            trim: two(&self.trim, "--trim")?,
            id: self.id,
        };
        let source = self.data.source()?;
        let weighted = self.output.answer(|| weighting.open(&source), |opened| weighting.answer(opened))?;
        if let Some(path) = &self.write {
            weighted.write(path)?;
        }
        Ok(())
    }

    fn calibration(&self) -> Result<Calibration, Failure> {
        Ok(match (self.distance, two(&self.bounds, "--bounds")?) {
            (Distance::Linear, None) => Calibration::Linear,
            (Distance::Linear, Some((lower, upper))) => Calibration::LinearWithin { lower, upper },
            (Distance::Raking, None) => Calibration::Raking,
            (Distance::Raking, Some((lower, upper))) => Calibration::RakingWithin { lower, upper },
            (Distance::Logit, Some((lower, upper))) => Calibration::Logit { lower, upper },
            (Distance::Logit, None) => {
                return Err(Failure::Other("the logit distance needs --bounds, as 0.5,2".to_owned()));
            }
        })
    }
}

fn two(numbers: &[f64], name: &str) -> Result<Option<(f64, f64)>, Failure> {
    match numbers {
        [] => Ok(None),
        [lower, upper] if lower < upper => Ok(Some((*lower, *upper))),
        _ => Err(Failure::Other(format!("{name} takes two numbers, the smaller first, as 0.5,2"))),
    }
}
