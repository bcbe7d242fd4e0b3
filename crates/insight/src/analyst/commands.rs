//! The commands that give the same numbers from the same file.

use super::choice::LEAST;
use super::telling::Telling;
use crate::questions::as_strs;
use crate::{Comparison, Question, Statistic, Words};

/// The command of estimates.
pub(super) fn estimate(telling: &Telling<'_>, question: &Question) -> String {
    let mut words = begun("estimate", telling, question);
    if !question.by.is_empty() {
        words.push(format!("--by {}", shell(&as_strs(&question.by).join(","))));
    }
    ended(words, telling)
}

/// The command of a difference between two years.
pub(super) fn compare(telling: &Telling<'_>, comparison: &Comparison) -> String {
    let mut words = begun("compare", telling, &comparison.question);
    words.push(format!("--by {}", shell(&comparison.by)));
    words.push(format!("--from {} --to {}", shell(&comparison.from), shell(&comparison.to)));
    words.extend(comparison.within.iter().map(|within| format!("--within {}", shell(within))));
    if let Some(Words { da, en }) = &comparison.subject {
        words.push(format!("--subject-da {} --subject-en {}", shell(da), shell(en)));
    }
    ended(words, telling)
}

/// The command of regions and municipalities.
pub(super) fn areas(telling: &Telling<'_>, question: &Question) -> String {
    ended(begun("areas", telling, question), telling)
}

fn begun(what: &str, telling: &Telling<'_>, question: &Question) -> Vec<String> {
    let [file, codebook] = telling.names;
    let statistic = match question.statistic {
        Statistic::Share => "share",
        Statistic::Multiple => "multiple",
        Statistic::Count => "count",
        Statistic::Total => "total",
        Statistic::Median => "median",
        _ => "mean",
    };
    let mut words = vec![format!("omtanke survey {what}"), statistic.to_owned()];
    words.extend(question.of.iter().map(|of| shell(of)));
    words.push(format!("--data {} --codebook {}", shell(file), shell(codebook)));
    if let Some(filter) = &question.filter {
        words.push(format!("--where {}", shell(filter)));
    }
    words
}

fn ended(mut words: Vec<String>, telling: &Telling<'_>) -> String {
    if ["certainty", "adjust", "average"].contains(&telling.choice.lonely.as_str()) {
        words.push(format!("--lonely {}", telling.choice.lonely));
    }
    if telling.offered.leaves_out_wrong_rows {
        words.push("--leave-out-wrong-rows".to_owned());
    }
    words.push(format!("--publish {LEAST}"));
    words.join(" ")
}

/// A word as a shell takes it.
fn shell(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ',' | '/');
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}
