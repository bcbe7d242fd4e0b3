//! Replicate weights that come with a file: which columns they are, and how they are put together.

use estimates::{Column, Frame, ReplicateWeights};
use serde::Deserialize;

use crate::{Error, Reason};

/// Replicate weights of a file, as its codebook or a command names them. `V = scale Σ scales_r (θ_r - θ)²`.
///
/// ```yaml
/// replicate_weights: { prefix: rw_, method: jk1 }
/// replicate_weights: { prefix: rw_, method: fay, rho: 0.3, from_estimate: true, degrees: 39 }
/// replicate_weights: { prefix: rw_, scale: 0.975 }
/// ```
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ReplicateColumns {
    /// Columns whose names are this and a number.
    pub prefix: String,
    /// How they were made, which gives the scale.
    pub method: Option<ReplicateMethod>,
    /// Fay's coefficient.
    pub rho: Option<f64>,
    /// The factor for the whole sum of squares, if it is not the one of the method.
    pub scale: Option<f64>,
    /// The factor of each replicate, in the order of the numbers; 1 for all without them.
    pub scales: Vec<f64>,
    /// Whether variance is measured from the estimate, instead of the mean of the replicates.
    pub from_estimate: bool,
    /// The degrees of freedom, where the producer states them.
    pub degrees: Option<f64>,
    /// Whether the columns hold factors of the weights, instead of whole weights.
    pub are_factors: bool,
}

/// How replicate weights were made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ReplicateMethod {
    /// Each unit left out in turn, without strata: `(R-1)/R`.
    Jk1,
    /// Each unit left out in turn, within strata: 1, with the scales of the strata.
    Jkn,
    /// Balanced halves: `1/R`.
    Brr,
    /// Fay's halves: `1/(R(1-ρ)²)`.
    Fay,
    /// Samples drawn from the sample: `1/(R-1)`.
    Bootstrap,
}

impl ReplicateColumns {
    /// The columns of these names, in the order of their numbers.
    pub(crate) fn names<'n>(&self, known: impl Iterator<Item = &'n str>) -> Vec<&'n str> {
        let number = |name: &str| {
            let rest = name.strip_prefix(self.prefix.as_str())?;
            rest.bytes().all(|byte| byte.is_ascii_digit()).then(|| rest.parse::<u32>().ok())?
        };
        let mut found: Vec<(u32, &str)> = known.filter_map(|name| Some((number(name)?, name))).collect();
        found.sort_unstable();
        found.into_iter().map(|(_, name)| name).collect()
    }

    /// The replicate weights in a file.
    ///
    /// # Errors
    /// No such columns, columns without numbers, or too little said to know the scale.
    pub(crate) fn of(&self, frame: &Frame) -> Result<ReplicateWeights, Error> {
        let names = self.names(frame.names());
        if names.is_empty() {
            return Err(Error::Request(Reason::of("insight-why-replicates").with("prefix", &self.prefix)));
        }
        let mut columns = Vec::new();
        for name in names {
            let Column::Numbers(values) = frame.column(name)? else {
                return Err(Error::Request(Reason::of("insight-why-no-numbers").with("variable", name)));
            };
            columns.push(values.clone());
        }
        Ok(ReplicateWeights {
            scale: self.scale_of(columns.len())?,
            columns,
            are_weights: !self.are_factors,
            scales: self.scales.clone(),
            from_estimate: self.from_estimate,
            degrees: self.degrees,
        })
    }

    fn scale_of(&self, count: usize) -> Result<f64, Error> {
        let count = count as f64;
        let of_method = match (self.method, self.rho) {
            (Some(ReplicateMethod::Jk1), None) => Some((count - 1.0) / count),
            (Some(ReplicateMethod::Jkn), None) if !self.scales.is_empty() => Some(1.0),
            (Some(ReplicateMethod::Brr), None) => Some(1.0 / count),
            (Some(ReplicateMethod::Fay), Some(rho)) if (0.0..1.0).contains(&rho) => {
                Some(1.0 / (count * (1.0 - rho) * (1.0 - rho)))
            }
            (Some(ReplicateMethod::Bootstrap), None) => Some(1.0 / (count - 1.0)),
            _ => None,
        };
        let scale = self.scale.or(of_method).filter(|scale| scale.is_finite() && *scale > 0.0);
        scale.ok_or_else(|| Error::Request(Reason::of("insight-why-replicate-scale")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(yaml: &str) -> ReplicateColumns {
        serde_saphyr::from_str(yaml).unwrap()
    }

    #[test]
    fn a_method_gives_its_scale() {
        let scale = |yaml: &str| given(yaml).scale_of(40).ok();
        assert_eq!(scale("{ prefix: rw, method: jk1 }"), Some(39.0 / 40.0));
        assert_eq!(scale("{ prefix: rw, method: brr }"), Some(1.0 / 40.0));
        assert_eq!(scale("{ prefix: rw, method: fay, rho: 0.5 }"), Some(0.1));
        assert_eq!(scale("{ prefix: rw, method: bootstrap }"), Some(1.0 / 39.0));
        assert_eq!(scale("{ prefix: rw, method: jk1, scale: 2 }"), Some(2.0));
        for too_little in ["{ prefix: rw }", "{ prefix: rw, method: fay }", "{ prefix: rw, method: jkn }"] {
            assert_eq!(scale(too_little), None, "{too_little}");
        }
    }

    #[test]
    fn columns_are_in_the_order_of_their_numbers() {
        let names = ["rw10", "weight", "rw2", "rw", "rwx", "rw1"];
        assert_eq!(given("{ prefix: rw, method: jk1 }").names(names.into_iter()), ["rw1", "rw2", "rw10"]);
    }
}
