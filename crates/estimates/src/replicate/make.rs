//! Replicate weights made from a design.

use std::sync::Arc;

use super::hadamard::hadamard;
use super::{Factors, Replicates};
use crate::numeric::chance::Chance;
use crate::variance::LonelyUnits;
use crate::{Error, Matrix, Survey};

/// How replicates are made.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Method {
    /// Each unit left out once; for a design without strata.
    Jk1,
    /// Each unit left out once, the others of its stratum counting for it.
    Jkn,
    /// Balanced half-samples, for two units a stratum: twice the one, nothing of the other.
    BalancedHalves,
    /// Balanced half-samples, less extreme: `2 - ρ` and `ρ` (Fay; Judkins 1990).
    Fay {
        /// At least 0 and below 1.
        rho: f64,
    },
    /// Units drawn from each stratum with replacement, as many as there are (Canty and Davison 1999).
    Bootstrap {
        /// How many replicates.
        replicates: usize,
        /// Gives the same replicates whenever it is the same.
        seed: u64,
    },
    /// Units drawn with replacement, one less than there are, and scaled up (Rao and Wu 1988).
    RaoWu {
        /// How many replicates.
        replicates: usize,
        /// Gives the same replicates whenever it is the same.
        seed: u64,
    },
}

impl Survey {
    /// The survey with replicate weights made from its design. They come before calibration, not after. Population sizes of
    /// the first stage count in the jackknife; the other methods take units as drawn with replacement.
    ///
    /// # Errors
    /// A method that does not fit the design; strata with one unit, unless `lonely` says that they have no variance.
    pub fn replicated(
        &self,
        method: Method,
        from_estimate: bool,
        lonely: LonelyUnits,
    ) -> Result<Self, Error> {
        if !self.steps.is_empty() {
            return Err(Error::Unsupported(
                "replicates come before calibration, which then adjusts each of them",
            ));
        }
        let stage = self.index.first();
        for stratum in &stage.strata {
            let has_variance = stratum.sampled == 1 && !stratum.is_whole();
            match lonely {
                LonelyUnits::Certainty => {}
                LonelyUnits::Fail if has_variance => {
                    return Err(Error::LonelyUnit { stratum: stratum.label.clone() });
                }
                LonelyUnits::Fail => {}
                LonelyUnits::Adjust | LonelyUnits::Average => {
                    return Err(Error::Unsupported("replicates leave lonely units out or refuse them"));
                }
            }
        }
        let mut replicates = match method {
            Method::Jk1 | Method::Jkn => self.jackknife(method)?,
            Method::BalancedHalves => self.halves(0.0)?,
            Method::Fay { rho } => self.halves(rho)?,
            Method::Bootstrap { replicates, seed } => self.drawn(replicates, seed, false)?,
            Method::RaoWu { replicates, seed } => self.drawn(replicates, seed, true)?,
        };
        replicates.from_estimate = from_estimate;
        let mut survey = self.clone();
        survey.history.push(format!("{} replicates made by {}", replicates.count(), replicates.method));
        survey.replicates = Some(Arc::new(replicates));
        Ok(survey)
    }

    fn jackknife(&self, method: Method) -> Result<Replicates, Error> {
        let stage = self.index.first();
        if method == Method::Jk1 && stage.strata.len() > 1 {
            return Err(Error::Unsupported("JK1 is for designs without strata; JKn is for those with them"));
        }
        let share = |stratum: u32| {
            let stratum = &stage.strata[stratum as usize];
            let n = stratum.sampled as f64;
            (n - 1.0) / n * stratum.unsampled()
        };
        let units: Vec<u32> = (0..stage.units())
            .filter(|&unit| stage.strata[stage.stratum_of[unit] as usize].sampled > 1)
            .map(|unit| u32::try_from(unit).expect("units are numbered by u32"))
            .collect();
        let shares: Vec<f64> = units.iter().map(|&unit| share(stage.stratum_of[unit as usize])).collect();
        let (scale, scales) = match method {
            Method::Jk1 => (shares.first().copied().unwrap_or(0.0), vec![1.0; units.len()]),
            _ => (1.0, shares),
        };
        Ok(Replicates {
            method: if method == Method::Jk1 { "JK1" } else { "JKn" },
            factors: Factors::Jackknife { units },
            scale,
            scales,
            from_estimate: false,
            degrees: None,
        })
    }

    fn halves(&self, rho: f64) -> Result<Replicates, Error> {
        if !(0.0..1.0).contains(&rho) {
            return Err(Error::Range { what: "rho", value: rho, limits: "at least 0 and below 1" });
        }
        let stage = self.index.first();
        if stage.strata.iter().any(|stratum| stratum.sampled != 2 && !stratum.is_whole()) {
            return Err(Error::Unsupported("balanced half-samples need two units in every stratum"));
        }
        // the first row is all +1, and would take the same half of every stratum
        let signs = hadamard(stage.strata.len());
        let count = signs.len();
        let mut factors = Matrix::zero(stage.units(), count);
        for stratum in 0..stage.strata.len() {
            for (place, &unit) in self.index.units_of(stratum).iter().enumerate() {
                for replicate in 0..count {
                    let taken = signs[stratum + 1][replicate] == (place == 0);
                    let whole = stage.strata[stratum].sampled != 2;
                    factors[(unit as usize, replicate)] = if whole {
                        1.0
                    } else if taken {
                        2.0 - rho
                    } else {
                        rho
                    };
                }
            }
        }
        Ok(Replicates {
            method: if rho == 0.0 { "balanced half-samples" } else { "Fay's method" },
            factors: Factors::OfUnits { unit: Arc::new(stage.unit.clone()), factors: Arc::new(factors) },
            scale: 1.0 / (count as f64 * (1.0 - rho).powi(2)),
            scales: vec![1.0; count],
            from_estimate: false,
            degrees: None,
        })
    }

    fn drawn(&self, count: usize, seed: u64, one_less: bool) -> Result<Replicates, Error> {
        if count < 2 {
            return Err(Error::Replicates(format!("{count} replicates tell no variance")));
        }
        let stage = self.index.first();
        let mut chance = Chance::from_seed(seed);
        let mut factors = Matrix::zero(stage.units(), count);
        for (h, stratum) in stage.strata.iter().enumerate() {
            let units = self.index.units_of(h);
            let n = u32::try_from(stratum.sampled).expect("units are numbered by u32");
            if n == 1 {
                factors.row_mut(units[0] as usize).fill(1.0);
                continue;
            }
            let (draws, each) = if one_less { (n - 1, f64::from(n) / f64::from(n - 1)) } else { (n, 1.0) };
            for replicate in 0..count {
                for _ in 0..draws {
                    factors[(units[chance.below(n) as usize] as usize, replicate)] += each;
                }
            }
        }
        let strata = stage.strata.len() as f64;
        let harmonic = strata / stage.strata.iter().map(|stratum| 1.0 / stratum.sampled as f64).sum::<f64>();
        let rest = (count - 1) as f64;
        Ok(Replicates {
            method: if one_less {
                "the bootstrap of Rao and Wu"
            } else {
                "the bootstrap of Canty and Davison"
            },
            factors: Factors::OfUnits { unit: Arc::new(stage.unit.clone()), factors: Arc::new(factors) },
            scale: if one_less { 1.0 / rest } else { harmonic / ((harmonic - 1.0) * rest) },
            scales: vec![1.0; count],
            from_estimate: false,
            degrees: None,
        })
    }
}
