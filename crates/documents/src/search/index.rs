//! What of a letter can be found, as a line of words.

use std::collections::HashSet;

use super::fold::fold;
use super::stem::stems;
use super::words::{LONGEST_WORD, each_word};

/// The longest index, in bytes.
pub const LONGEST_INDEX: usize = 6 * 1024;

/// Makes the words that a letter is found by.
///
/// The form is text of two lines: the folded words, each once and in order, and then those of their stems that are not
/// words of the first line. Each word stands between spaces.
#[derive(Debug)]
pub struct Index;

impl Index {
    /// The words of these texts, the one that tells most of the letter first: its title.
    ///
    /// At most [`LONGEST_INDEX`] bytes. Where that is too little, the words of the first text stay, then the longest of the
    /// others, for they tell most; no word is cut.
    ///
    /// ```
    /// use documents::{Index, Question};
    /// let index = Index::of(&["Afgørelse om boligstøtte", "Kære Aase. Din ansøgning er modtaget."]);
    /// assert!(Question::parse("ANSOEGNINGER bolig").is_some_and(|question| question.matches(&index)));
    /// ```
    pub fn of(texts: &[&str]) -> String {
        let words = words(texts);
        let room = LONGEST_INDEX - FRAME;
        if words.iter().map(Word::size).sum::<usize>() <= room {
            return written(words.iter());
        }
        let kept = kept(&words, room);
        written(words.iter().enumerate().filter(|(at, _)| kept.contains(at)).map(|(_, word)| word))
    }
}

/// The bytes that belong to no word: a space before the first of each line, and the end of the first.
const FRAME: usize = 3;

struct Word {
    folded: String,
    stems: Vec<String>,
    is_of_first: bool,
}

impl Word {
    /// The room it takes at most, with one space a word.
    fn size(&self) -> usize {
        self.texts().map(|text| text.len() + 1).sum()
    }

    fn texts(&self) -> impl Iterator<Item = &str> {
        [&self.folded].into_iter().chain(&self.stems).map(String::as_str)
    }
}

/// The words of these texts in order, those that are written alike once.
fn words(texts: &[&str]) -> Vec<Word> {
    let mut words = Vec::new();
    let mut met = HashSet::new();
    for (number, text) in texts.iter().enumerate() {
        each_word(text, |word| {
            if word.len() > LONGEST_WORD || met.contains(word) {
                return;
            }
            met.insert(word.to_owned());
            let folded = fold(word);
            // a sign that folds to several words is none
            if !folded.is_empty() && folded.len() <= LONGEST_WORD && !folded.contains(' ') {
                let stems = stems(word).filter(|stem| *stem != folded).collect();
                words.push(Word { folded, stems, is_of_first: number == 0 });
            }
        });
    }
    words
}

/// Which words there is room for, those of the first text before the others, then long ones before short ones.
fn kept(words: &[Word], mut room: usize) -> HashSet<usize> {
    let mut order: Vec<usize> = (0..words.len()).collect();
    order.sort_by_key(|at| match &words[*at] {
        Word { is_of_first: true, .. } => (false, 0),
        word => (true, LONGEST_WORD - word.folded.len()),
    });
    let mut written = HashSet::new();
    let mut kept = HashSet::new();
    for at in order {
        let size = words[at].texts().filter(|text| !written.contains(text)).map(|text| text.len() + 1).sum();
        if let Some(left) = room.checked_sub(size) {
            room = left;
            written.extend(words[at].texts());
            kept.insert(at);
        }
    }
    kept
}

fn written<'a>(words: impl Iterator<Item = &'a Word> + Clone) -> String {
    let mut written = HashSet::new();
    let mut index = String::from(" ");
    let mut write = |text: &'a str, index: &mut String| {
        if written.insert(text) {
            index.push_str(text);
            index.push(' ');
        }
    };
    words.clone().for_each(|word| write(&word.folded, &mut index));
    index.push_str("\n ");
    words.flat_map(|word| &word.stems).for_each(|stem| write(stem, &mut index));
    index
}
