//! How far somebody has come, for whoever may know: the learner's teacher. And what the teacher has chosen for them.

use std::sync::{PoisonError, RwLock};

use store::{DbError, Tx};

use super::progress;

/// How far somebody has come with an exercise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The scenario, as addresses call it.
    pub scenario: String,
    /// Which task is the present one, counted from 0; as many as there are when all is done.
    pub task: usize,
    /// How many hints of the present task have been opened.
    pub hints: usize,
    /// Whether all is done.
    pub is_done: bool,
}

/// Everything that was begun in a sandbox, the latest begun first.
///
/// # Errors
/// When the database does not answer.
pub async fn standings(tx: &Tx) -> Result<Vec<Standing>, DbError> {
    let standing = |one: progress::Progress| Standing {
        task: progress::at(&one),
        hints: usize::try_from(one.hints).unwrap_or(0),
        is_done: one.done_at.is_some(),
        scenario: one.scenario,
    };
    Ok(progress::all(tx).await?.into_iter().map(standing).collect())
}

/// The exercises that a teacher has chosen, on the shelf of the learner's realm. The list of exercises shows them first.
#[derive(Debug, Default)]
pub struct Chosen(RwLock<Vec<String>>);

impl Chosen {
    /// Chooses these, as addresses call them.
    pub fn set(&self, slugs: &[String]) {
        let mut chosen = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if *chosen != slugs {
            *chosen = slugs.to_vec();
        }
    }

    /// Which were chosen.
    #[must_use]
    pub fn slugs(&self) -> Vec<String> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}
