//! Strata with a single sampling unit, from which nothing about variance can be learnt.

use super::Covariance;
use crate::Error;
use crate::design::{Index, Stratum};

/// What to do about a stratum of which a single unit was sampled, though it has more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum LonelyUnits {
    /// Say so, and estimate nothing.
    #[default]
    Fail,
    /// Count the stratum as having no variance. Too small, except where the unit was taken with certainty.
    Certainty,
    /// Take the distance from the mean of all units instead of that from the stratum's. Mostly too large.
    Adjust,
    /// Count the stratum as having the average variance of the others.
    Average,
}

/// How strata with one unit are treated in one estimate.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Rules {
    pub(crate) units: LonelyUnits,
    /// Whether strata are treated so too that have several units, but one in the domain.
    pub(crate) in_domains: bool,
}

/// How many units of each stratum have rows in each domain.
pub(crate) struct Presence {
    pub(crate) domains: usize,
    /// By stratum, then by domain.
    pub(crate) units: Vec<u32>,
    /// Rows outside of the domain count too, as they do once weights are calibrated.
    pub(crate) everywhere: bool,
}

impl Presence {
    fn units(&self, stratum: usize, domain: usize) -> u32 {
        self.units[stratum * self.domains + domain]
    }

    fn is_present(&self, stratum: usize, domain: usize) -> bool {
        self.everywhere || self.units(stratum, domain) > 0
    }
}

/// What the treatment of lonely units needs to know of each column, gathered before the strata are gone through.
pub(crate) struct Loneliness<'p> {
    rules: Rules,
    presence: &'p Presence,
    /// The domain of each column.
    domain_of: &'p [usize],
    /// The mean over all units of the strata present, for each column: the centre of `Adjust`.
    centre: Vec<f64>,
    lonely: Vec<usize>,
    present: Vec<usize>,
}

impl<'p> Loneliness<'p> {
    /// `totals` are the sums of each column over all units.
    pub(crate) fn new(
        index: &Index,
        rules: Rules,
        presence: &'p Presence,
        domain_of: &'p [usize],
        totals: &[f64],
    ) -> Self {
        let mut units = vec![0_usize; presence.domains];
        let mut present = vec![0; presence.domains];
        for (h, stratum) in index.first().strata.iter().enumerate() {
            for domain in 0..presence.domains {
                if presence.is_present(h, domain) {
                    units[domain] += stratum.sampled;
                    present[domain] += 1;
                }
            }
        }
        let centre = totals.iter().zip(domain_of).map(|(total, &d)| total / units[d].max(1) as f64).collect();
        Self { rules, presence, domain_of, centre, lonely: vec![0; presence.domains], present }
    }

    /// The centre from which the units of a stratum are measured, for each column, and whether it counts at all.
    ///
    /// # Errors
    /// A lonely unit, if it is to fail.
    pub(crate) fn treat(
        &mut self,
        h: usize,
        stratum: &Stratum,
        means: &mut [f64],
        counts: &mut [bool],
    ) -> Result<(), Error> {
        if stratum.sampled > 1 && !self.rules.in_domains {
            return Ok(());
        }
        let mut noted = vec![false; self.presence.domains];
        for (column, &domain) in self.domain_of.iter().enumerate() {
            if !self.presence.is_present(h, domain) {
                counts[column] = false;
                continue;
            }
            let alone = stratum.sampled == 1 || self.presence.units(h, domain) == 1;
            if !alone {
                continue;
            }
            match self.rules.units {
                LonelyUnits::Fail if stratum.sampled == 1 => {
                    return Err(Error::LonelyUnit { stratum: stratum.label.clone() });
                }
                LonelyUnits::Certainty if stratum.sampled == 1 => counts[column] = false,
                LonelyUnits::Fail | LonelyUnits::Certainty => {}
                LonelyUnits::Adjust => means[column] = self.centre[column],
                LonelyUnits::Average => {
                    counts[column] = false;
                    if !noted[domain] {
                        noted[domain] = true;
                        self.lonely[domain] += 1;
                    }
                }
            }
        }
        Ok(())
    }

    /// Raises variances to what they would be, had lonely strata the average of the others.
    pub(crate) fn finish(&self, mut covariance: Covariance) -> Result<Covariance, Error> {
        if self.lonely.iter().all(|&lonely| lonely == 0) {
            return Ok(covariance);
        }
        let mut raise = Vec::new();
        for (&lonely, &present) in self.lonely.iter().zip(&self.present) {
            if lonely == present && present > 0 {
                return Err(Error::AllLonely);
            }
            raise.push((present.max(1) as f64 / (present - lonely).max(1) as f64).sqrt());
        }
        for (column, variance) in covariance.variances.iter_mut().enumerate() {
            *variance *= raise[self.domain_of[column]].powi(2);
        }
        if let Some(full) = &mut covariance.full {
            for i in 0..full.rows() {
                for j in 0..full.columns() {
                    full[(i, j)] *= raise[self.domain_of[i]] * raise[self.domain_of[j]];
                }
            }
        }
        Ok(covariance)
    }
}
