//! Questions to a survey, and their answers.

mod answer;
mod areas;
mod change;
mod crossing;
mod estimate;
mod regression;
mod sentence;
mod show;
mod weighting;

pub use answer::{Answer, Row, Unanswered};
pub use areas::{AreaAnswer, AreaQuestion, AreaRow};
pub use change::{Change, Claim, Comparison};
pub use crossing::{Crossed, CrossedCell, Crossing};
pub(crate) use estimate::{FEW, as_strs};
pub use estimate::{Question, Statistic};
pub use regression::{Fitted, FittedCoefficient, FittedTerm, Regression};
pub use sentence::Sentence;
pub(crate) use show::quoted;
pub use show::{Shape, Show};
pub use weighting::{WeightMethod, Weighted, WeightedCell, Weighting};
