//! Values every room uses: typed ids, CPR and CVR, languages, Danish holidays, distance.
//!
//! Each type carries what was checked: whoever holds a [`Cvr`] or a [`Position`] need not check it again.

mod cpr;
mod cvr;
pub mod holidays;
mod id;
mod language;
mod money;
mod position;
mod secret;

pub use cpr::{Cpr, CprError};
pub use cvr::{Cvr, CvrError};
pub use holidays::{DayKind, Holiday, holiday_on, holidays_in};
pub use id::{Id, IdError};
pub use language::{Direction, Language};
pub use money::Money;
pub use position::{Position, PositionError};
pub use secret::Secret;
