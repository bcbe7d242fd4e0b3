//! Finding a letter by words of it, in Danish: in whatever form they stand, and however å, æ and ø are typed.
//!
//! An [`Index`] is made once of a letter's texts and kept beside it as text. A [`Question`] is made of what somebody typed,
//! and asks any number of them.

mod fold;
mod index;
mod question;
mod stem;
mod words;

pub use fold::fold;
pub use index::{Index, LONGEST_INDEX};
pub use question::{MOST_WORDS, Question};
