//! LIX and sentence findings for Danish plain language.
//!
//! LIX is the readability index of C. H. Björnsson (1968), as Danish schools and authorities use it:
//! `words / sentences + 100 × long words / words`, where a long word has at least seven letters. It is a pointer and no
//! judge: it cannot see whether a text is clear. That is why [`measure`] also finds the sentences and words to look at.
//!
//! ```
//! use plainlanguage::{Band, Reason, measure};
//!
//! let text = "Du kan få hjælp på biblioteket. Ring først, såfremt du vil tale med Bo.";
//! let measure = measure(text);
//!
//! // 14 words in 2 sentences, 2 of the words long: 14 / 2 + 100 × 2 / 14 = 21.3
//! assert_eq!((measure.words, measure.sentences, measure.long_words), (14, 2, 2));
//! assert_eq!(measure.lix, 21);
//! assert_eq!(measure.band(), Some(Band::VeryEasy));
//!
//! let finding = &measure.findings[0];
//! assert_eq!(&text[finding.span.clone()], "såfremt");
//! assert_eq!(finding.reason, Reason::Bureaucratic { plainer: "hvis" });
//! ```

mod abbreviations;
mod band;
mod finding;
mod measure;
mod sentence;
mod token;
mod wordlist;

#[cfg(test)]
mod tests;

pub use band::{Band, band};
pub use finding::{Finding, Reason};
pub use measure::{Block, Limits, Measure, measure, measure_blocks, measure_blocks_with, measure_with};
