//! Documents that came from outside, such as the letters and attachments of Digital Post: what they are, how to show them, and
//! how to find them.
//!
//! - **What it is**: [`Verdict::of`] compares what a document says with its first bytes; [`Kind::mime`] is what to serve it as,
//!   [`Kind::preview`] how it can be shown, [`safe_file_name`] and [`content_disposition`] what to save it as.
//! - **Showing it**: [`clean_html`] makes a page from outside fit to stand in ours, [`html_to_text`] and [`text_of`] make
//!   plain text.
//! - **Finding it**: [`Index::of`] makes a line of words from texts, [`Question`] looks for what somebody typed in many.
//!
//! The crate has no input or output, no clock and no chance. No bytes make it panic or take longer than their length explains.
//!
//! ```
//! use documents::{Index, Kind, Question, Verdict};
//!
//! let letter = "<h1>Afgørelse</h1><p>Kære Aase. Du får boligstøtte.</p>".as_bytes();
//! let verdict = Verdict::of("text/html", "afgørelse.html", letter);
//! assert_eq!(verdict, Verdict::Agrees(Kind::Html));
//!
//! let text = documents::text_of(verdict.kind(), letter).expect("a page has text");
//! assert_eq!(text, "Afgørelse\n\nKære Aase. Du får boligstøtte.");
//!
//! let index = Index::of(&[&text]);
//! assert!(Question::parse("afgoerelser").expect("a word").matches(&index));
//! ```

mod code;
mod declared;
mod html;
mod kind;
mod name;
mod search;
mod sniff;
mod text;
mod verdict;
mod zip;

pub use html::{
    Cleaned, DEEPEST, LARGEST_PAGE, LARGEST_PICTURE, MOST_PICTURES, clean_html, html_to_text, safe_html,
};
pub use kind::{Kind, Preview};
pub use name::{LONGEST_NAME, content_disposition, safe_file_name};
pub use search::{Index, LONGEST_INDEX, MOST_WORDS, Question, fold};
pub use sniff::HEAD;
pub use text::{decoded, text_of};
pub use verdict::Verdict;

/// Compiles the example of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
