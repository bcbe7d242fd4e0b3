//! Letters that are pages of the web: shown as part of a page of ours, or read as text.
//!
//! What comes in is first brought into bounds by `tame`, which is quick whatever it gets and decides what is kept of the
//! structure; then `ammonia` decides what is safe, as a browser would parse it. Either by itself lets no program through.

mod attributes;
mod elements;
mod picture;
mod safe;
mod tame;
mod text;

pub use picture::{LARGEST_PICTURE, MOST_PICTURES};
pub use safe::{Cleaned, clean_html, safe_html};
pub use tame::{DEEPEST, LARGEST_PAGE};
pub use text::html_to_text;
