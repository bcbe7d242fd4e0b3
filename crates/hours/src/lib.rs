//! Opening hours as data, and the answer to "is anybody there now?".
//!
//! A place keeps [`Rule`]s (every Monday, the first Wednesday of the month), [`Exception`]s that beat them, and is
//! closed on holidays unless it says otherwise. All times are those of a clock on a wall in Denmark.
//!
//! ```
//! use hours::{OpeningHours, Rule, State};
//! use jiff::civil::{date, time, Weekday::*};
//!
//! let library = OpeningHours {
//!     rules: vec![Rule::weekly(&[Monday, Tuesday, Thursday], time(10, 0, 0, 0), time(16, 0, 0, 0))],
//!     ..OpeningHours::default()
//! };
//! let monday_at_two = date(2026, 9, 7).at(14, 0, 0, 0).in_tz("Europe/Copenhagen")?;
//! assert!(library.is_open_at(&monday_at_two));
//! assert_eq!(
//!     library.state_at(&monday_at_two),
//!     State::Open { until: Some(date(2026, 9, 7).at(16, 0, 0, 0)) },
//! );
//! # Ok::<(), jiff::Error>(())
//! ```
//!
//! A span belongs to the day it opens: what opens on Friday at 20 and closes at 02 is Friday's, and neither an
//! exception nor a holiday on Saturday shortens it.

mod byday;
mod clock;
mod day;
mod error;
mod exception;
mod opening_hours;
mod pattern;
mod recurrence;
mod rule;
mod state;

pub use byday::ByDay;
pub use clock::Moment;
pub use day::{ClosedBecause, Day, Span};
pub use error::HoursError;
pub use exception::{Exception, ExceptionHours};
pub use opening_hours::OpeningHours;
pub use rule::{Freq, Rule};
pub use state::State;

#[cfg(test)]
mod tests;
