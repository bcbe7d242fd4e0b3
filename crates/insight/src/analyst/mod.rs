//! What an analyst asks of a survey, in the browser: a choice, what it comes to, and how that is told.

mod areas;
mod choice;
mod commands;
mod offered;
mod said;
mod telling;
mod told;
mod weights;

pub use areas::{AreaTold, AreasTold, tell_areas};
pub use choice::{Choice, ChoiceError};
pub use offered::{Measure, Offered, OfferedVariable};
pub use telling::{Telling, tell};
pub use told::{Axis, Cell, Changed, Code, Hidden, Mark, Told, words_of};
pub use weights::{WeightsTold, YearOfWeights, tell_weights};
