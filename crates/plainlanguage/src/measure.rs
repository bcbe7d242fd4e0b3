//! Counting, and the number that comes of it.

use crate::{
    band::{Band, band},
    finding::{Finding, find},
    sentence::sentences,
};

/// What counts as too long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The most words a sentence should have.
    pub sentence_words: usize,
    /// A word of this many letters or more is hard to take in.
    pub word_letters: usize,
}

impl Default for Limits {
    /// 12 words in a sentence, for readers with the least practice; 15 letters in a word.
    fn default() -> Self {
        Self { sentence_words: 12, word_letters: 15 }
    }
}

/// A piece of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Block<'a> {
    /// Running text: it counts.
    Paragraph(&'a str),
    /// A heading: it has findings but does not count, for it has no full stop and is short on purpose.
    Heading(&'a str),
    /// An item of a list: as a heading.
    ListItem(&'a str),
}

/// What a text measures.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Measure {
    /// Words; a number, a time and an address are one word each.
    pub words: usize,
    /// Sentences with at least one word.
    pub sentences: usize,
    /// Words of seven letters or more.
    pub long_words: usize,
    /// LIX, rounded to the nearest whole number; 0 for a text without words.
    pub lix: u32,
    /// Places to look at, in the order they stand.
    pub findings: Vec<Finding>,
}

/// From this many letters a word is long for LIX.
const LONG: usize = 7;

impl Measure {
    /// The band of the LIX; `None` for a text without words.
    pub fn band(&self) -> Option<Band> {
        (self.words > 0).then(|| band(self.lix))
    }
}

/// Measures a text of paragraphs with empty lines between. Every line of it counts; where headings and lists are known,
/// use [`measure_blocks`].
pub fn measure(text: &str) -> Measure {
    measure_with(text, &Limits::default())
}

/// As [`measure`], with limits of one's own.
pub fn measure_with(text: &str, limits: &Limits) -> Measure {
    measure_blocks_with(&[Block::Paragraph(text)], limits)
}

/// Measures a page: only paragraphs count towards LIX, but findings cover headings and lists too.
pub fn measure_blocks(blocks: &[Block<'_>]) -> Measure {
    measure_blocks_with(blocks, &Limits::default())
}

/// As [`measure_blocks`], with limits of one's own.
pub fn measure_blocks_with(blocks: &[Block<'_>], limits: &Limits) -> Measure {
    let mut measure = Measure::default();
    for (number, block) in blocks.iter().enumerate() {
        let (text, counts) = match block {
            Block::Paragraph(text) => (text, true),
            Block::Heading(text) | Block::ListItem(text) => (text, false),
        };
        for sentence in sentences(text) {
            measure.findings.extend(find(number, &sentence, limits));
            if counts {
                measure.sentences += 1;
                measure.words += sentence.words.len();
                measure.long_words += sentence.words.iter().filter(|word| word.letters() >= LONG).count();
            }
        }
    }
    measure.lix = lix(measure.words as u64, measure.sentences as u64, measure.long_words as u64);
    measure
}

/// Exact in whole numbers: words/sentences + 100 × long/words over one denominator, halves rounded up.
fn lix(words: u64, sentences: u64, long: u64) -> u32 {
    if words == 0 || sentences == 0 {
        return 0;
    }
    let above = words * words + 100 * long * sentences;
    let below = words * sentences;
    u32::try_from((2 * above + below) / (2 * below)).unwrap_or(u32::MAX)
}
