//! A survey: data, how they were drawn, and what was done to the weights since.

use std::sync::Arc;

use crate::ask::Ask;
use crate::design::{Design, Index};
use crate::replicate::Replicates;
use crate::weighting::Step;
use crate::{Error, Frame};

/// Data together with the design they were drawn by. Cheap to copy; nothing in it changes.
#[derive(Clone, Debug)]
pub struct Survey {
    pub(crate) frame: Arc<Frame>,
    pub(crate) index: Arc<Index>,
    pub(crate) design: Arc<Design>,
    pub(crate) weights: Arc<Vec<f64>>,
    pub(crate) steps: Vec<Arc<Step>>,
    pub(crate) replicates: Option<Arc<Replicates>>,
    pub(crate) history: Vec<String>,
}

impl Survey {
    /// Looks up the design in the data.
    ///
    /// # Errors
    /// Variables that are not there or have gaps; weights that are negative or all zero; units that are in several strata;
    /// populations smaller than the sample. The error names variable, stratum and row.
    pub fn new(frame: Frame, design: &Design) -> Result<Self, Error> {
        let (index, weights) = Index::new(design, &frame)?;
        let history = vec![match &design.weights {
            Some(name) => format!("weights from {name}"),
            None if design.populations.is_empty() => "weights of 1".to_owned(),
            None => "weights from population sizes".to_owned(),
        }];
        Ok(Self {
            frame: Arc::new(frame),
            index: Arc::new(index),
            design: Arc::new(design.clone()),
            weights: Arc::new(weights),
            steps: Vec::new(),
            replicates: None,
            history,
        })
    }

    /// The data.
    #[must_use]
    pub fn frame(&self) -> &Frame {
        &self.frame
    }

    /// The design it was looked up by.
    #[must_use]
    pub fn design(&self) -> &Design {
        &self.design
    }

    /// The weight of each row, as it is now.
    #[must_use]
    pub fn weights(&self) -> &[f64] {
        &self.weights
    }

    /// What was done to the weights, in words, first things first.
    #[must_use]
    pub fn history(&self) -> &[String] {
        &self.history
    }

    /// The replicate weights, if there are any.
    #[must_use]
    pub fn replicates(&self) -> Option<&Replicates> {
        self.replicates.as_deref()
    }

    /// Begins a question: about everybody, until it is narrowed.
    #[must_use]
    pub fn ask(&self) -> Ask<'_> {
        Ask::new(self)
    }

    /// The same survey with other weights, by a step that estimates have to know of.
    pub(crate) fn reweighted(
        &self,
        weights: impl Into<Arc<Vec<f64>>>,
        step: Option<Step>,
        said: String,
    ) -> Self {
        let mut steps = self.steps.clone();
        steps.extend(step.map(Arc::new));
        let mut history = self.history.clone();
        history.push(said);
        Self { weights: weights.into(), steps, history, ..self.clone() }
    }
}
