//! The stems of Danish words, by the algorithm of Snowball.

use std::sync::LazyLock;

use frostem::{Algorithm, Stemmer};

use super::fold::fold;

static DANISH: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::new(Algorithm::Danish));

/// The folded stems of a word in lower case that is not folded. There are two when `ae`, `oe` or `aa` in it may stand for a
/// Danish letter, since then it ends where another word does: both readings are stemmed.
pub(super) fn stems(word: &str) -> impl Iterator<Item = String> {
    let typed_plainly = ["aa", "ae", "oe"].iter().any(|pair| word.contains(pair));
    let danish = typed_plainly.then(|| word.replace("aa", "å").replace("ae", "æ").replace("oe", "ø"));
    let first = fold(&DANISH.stem(word));
    let second = danish.map(|word| fold(&DANISH.stem(&word))).filter(|second| *second != first);
    [Some(first), second].into_iter().flatten().filter(|stem| !stem.is_empty() && !stem.contains(' '))
}
