//! What somebody looks for.

use std::fmt;

use memchr::memmem::Finder;

use super::fold::fold;
use super::stem::stems;
use super::words::each_word;

/// How many words are asked for; what is typed beyond that is overlooked.
pub const MOST_WORDS: usize = 16;

/// How much of what is typed is read, in bytes.
const LONGEST_QUESTION: usize = 1024;

/// Words to look for, each of which must be in a letter: as the beginning of a word, or as another form of it.
#[derive(Clone)]
pub struct Question {
    words: Vec<Wanted>,
}

/// What stood between two spaces.
#[derive(Clone)]
struct Wanted {
    parts: Vec<Word>,
    /// Its parts as one word, where something joined them: who types `e-boks` also means `eboks`.
    joined: Option<Word>,
}

#[derive(Clone)]
struct Word {
    /// A space and what a word begins with.
    begins: Finder<'static>,
    /// Stems between spaces.
    stems: Vec<Finder<'static>>,
}

impl Question {
    /// What was typed, as words; `None` if there is neither letter nor digit in it.
    pub fn parse(typed: &str) -> Option<Self> {
        let typed = &typed[..typed.floor_char_boundary(LONGEST_QUESTION)];
        let words: Vec<Wanted> = typed.split_whitespace().filter_map(Wanted::of).take(MOST_WORDS).collect();
        (!words.is_empty()).then_some(Self { words })
    }

    /// Whether a letter with this [`Index`](crate::Index) has every word.
    pub fn matches(&self, index: &str) -> bool {
        self.words.iter().all(|wanted| wanted.is_in(index.as_bytes()))
    }
}

/// Says how many words there are: what people look for is nobody's business.
impl fmt::Debug for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Question({} words)", self.words.len())
    }
}

impl Wanted {
    fn of(typed: &str) -> Option<Self> {
        let mut parts = Vec::new();
        each_word(typed, |word| parts.extend(Word::of(word)));
        let joined = if parts.len() > 2 { parts.pop() } else { None };
        parts.truncate(MOST_WORDS);
        (!parts.is_empty()).then_some(Self { parts, joined })
    }

    fn is_in(&self, index: &[u8]) -> bool {
        self.parts.iter().all(|word| word.is_in(index))
            || self.joined.as_ref().is_some_and(|word| word.is_in(index))
    }
}

impl Word {
    fn of(typed: &str) -> Option<Self> {
        let folded = fold(typed);
        let begins = Finder::new(&format!(" {}", folded.split(' ').next()?)).into_owned();
        let stems = stems(typed).map(|stem| Finder::new(&format!(" {stem} ")).into_owned()).collect();
        (!folded.is_empty()).then_some(Self { begins, stems })
    }

    fn is_in(&self, index: &[u8]) -> bool {
        self.begins.find(index).is_some() || self.stems.iter().any(|stem| stem.find(index).is_some())
    }
}
