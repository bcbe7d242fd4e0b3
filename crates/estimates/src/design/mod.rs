//! How a sample was drawn: strata, sampling units in stages, population sizes, weights.

mod index;
mod stage;

pub(crate) use index::Index;
pub(crate) use stage::Stratum;

/// How a sample was drawn, by the names of the variables that say so.
///
/// Without any, every row is a unit drawn by itself from one population, with weight 1.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Design {
    pub(crate) strata: Vec<String>,
    pub(crate) units: Vec<String>,
    pub(crate) populations: Vec<String>,
    pub(crate) weights: Option<String>,
    pub(crate) nested: bool,
}

impl Design {
    /// A simple random sample of rows.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Strata of the first stage; called again, of the next.
    #[must_use]
    pub fn strata(mut self, variable: impl Into<String>) -> Self {
        self.strata.push(variable.into());
        self
    }

    /// Sampling units (clusters) of the first stage; called again, of the next. Without it each row is a unit.
    #[must_use]
    pub fn units(mut self, variable: impl Into<String>) -> Self {
        self.units.push(variable.into());
        self
    }

    /// The size of the population of units of the first stage, per stratum; called again, of the next stage. Either
    /// numbers of units or, if no value is above 1, fractions sampled. Stages without one count as drawn with replacement.
    #[must_use]
    pub fn population(mut self, variable: impl Into<String>) -> Self {
        self.populations.push(variable.into());
        self
    }

    /// The weight of each row. Without it, weights follow from the population sizes, and are 1 if there are none.
    #[must_use]
    pub fn weights(mut self, variable: impl Into<String>) -> Self {
        self.weights = Some(variable.into());
        self
    }

    /// Unit labels are used again in other strata, and mean other units there.
    #[must_use]
    pub fn nested(mut self) -> Self {
        self.nested = true;
        self
    }
}
