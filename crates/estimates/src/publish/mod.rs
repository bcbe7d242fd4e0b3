//! What may be shown of estimates, and how far it can be relied on.

mod disclosure;
mod reliability;
mod secondary;

pub use disclosure::Disclosure;
pub use reliability::{Flag, Reliability};
pub use secondary::{Shown, Sum};
