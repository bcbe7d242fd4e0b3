//! Texts are there in their languages, plain, and fit to be read aloud in a class.

use basics::Language;
use plainlanguage::{Block, measure_blocks};

use super::Findings;
use crate::{Scenario, Text};

/// Easy to read, by the bands of LIX (25 to 34); the house keeps to this for all that citizens read.
const MOST_LIX: u32 = 30;
/// Below this, one long word more or less moves LIX by several points.
const FEWEST_WORDS: usize = 25;

/// What nobody in a class should have to read on a projector: illness of a delicate kind, violence, crime, faith, politics,
/// sex, debt. Beginnings of words, in small letters.
const DELICATE: &[&str] = &[
    "abort",
    "aids",
    "alkoholi",
    "bistandshjælp",
    "bordel",
    "depression",
    "demens",
    "dræb",
    "fængsel",
    "gravid",
    "hiv",
    "homoseks",
    "incest",
    "inkasso",
    "kriminel",
    "kræft",
    "kønssygdom",
    "menighed",
    "misbrug",
    "moské",
    "overgreb",
    "parti",
    "prostitu",
    "psykiat",
    "psykisk",
    "race",
    "religi",
    "selvmord",
    "seksu",
    "skilsmisse",
    "straffe",
    "tvangs",
    "vold",
];

pub(super) fn check(scenario: &Scenario, found: &mut Findings<'_>) {
    let mut danish = Vec::new();
    for (field, text) in texts(scenario) {
        languages(&field, text, found);
        danish.push(text.danish());
        delicate(scenario, &field, text.line, text.danish(), found);
    }
    let blocks: Vec<Block<'_>> = danish.iter().map(|text| Block::Paragraph(text)).collect();
    plain(scenario.title.line, "tasks", "the Danish texts", &blocks, found);
    for (key, letter) in &scenario.letters {
        let Some(text) = &letter.text else { continue };
        delicate(scenario, &format!("letters.{key}.text"), text.line, &text.text, found);
        let paragraphs = text.text.split("\n\n").map(str::trim);
        let running = paragraphs.filter(|text| !text.starts_with("# ") && !text.starts_with("- "));
        let blocks: Vec<Block<'_>> = running.map(Block::Paragraph).collect();
        plain(text.line, &format!("letters.{key}.text"), "the letter", &blocks, found);
    }
}

/// Every text that learners read, with its field.
pub(super) fn texts(scenario: &Scenario) -> Vec<(String, &Text)> {
    let mut texts = vec![("title".to_owned(), &scenario.title), ("about".to_owned(), &scenario.about)];
    for (n, task) in scenario.tasks.iter().enumerate() {
        texts.push((format!("tasks[{n}].text"), &task.text));
        texts.extend(
            task.hints.iter().enumerate().map(|(at, hint)| (format!("tasks[{n}].hints[{at}]"), hint)),
        );
        texts.extend(task.done.iter().map(|done| (format!("tasks[{n}].done"), done)));
        let shows = task.show.iter().enumerate();
        texts.extend(shows.map(|(at, show)| (format!("tasks[{n}].show[{at}].text"), &show.text)));
        for (at, choice) in task.choices.iter().enumerate() {
            texts.push((format!("tasks[{n}].choices[{at}].text"), &choice.text));
            texts.push((format!("tasks[{n}].choices[{at}].because"), &choice.because));
        }
        let lines = task.scene.iter().flat_map(|scene| &scene.lines).enumerate();
        texts.extend(lines.map(|(at, line)| (format!("tasks[{n}].scene.lines[{at}].says"), &line.says)));
    }
    for (n, question) in scenario.quiz.iter().enumerate() {
        texts.push((format!("quiz[{n}].text"), &question.text));
        for (at, choice) in question.choices.iter().enumerate() {
            texts.push((format!("quiz[{n}].choices[{at}].text"), &choice.text));
            texts.push((format!("quiz[{n}].choices[{at}].because"), &choice.because));
        }
    }
    texts
}

/// Danish and English are there always; how it is done, and what is shown on a telephone, may be without the others.
fn languages(field: &str, text: &Text, found: &mut Findings<'_>) {
    let only_two = field.contains(".show[") || field.contains(".scene.");
    for language in Language::ALL {
        let must = matches!(language, Language::Da | Language::En) || !only_two;
        if must && text.own(language).is_none() {
            found.add(text.line, field, format!("there is no text in {}", language.code()));
        }
    }
    for code in text.unknown_languages() {
        found.add(text.line, field, format!("there is no language {code}: da, en, ar, tr and ur are there"));
    }
}

fn plain(line: u64, field: &str, what: &str, blocks: &[Block<'_>], found: &mut Findings<'_>) {
    let measure = measure_blocks(blocks);
    if measure.words >= FEWEST_WORDS && measure.lix > MOST_LIX {
        let advice = "shorter sentences and words help";
        found.add(
            line,
            field,
            format!("{what} have LIX {}, and {MOST_LIX} is the most: {advice}", measure.lix),
        );
    }
}

fn delicate(scenario: &Scenario, field: &str, line: u64, text: &str, found: &mut Findings<'_>) {
    let allowed: Vec<String> = scenario.may_mention.iter().map(|word| word.text.to_lowercase()).collect();
    for word in text.to_lowercase().split(|c: char| !c.is_alphanumeric()) {
        let is_delicate = DELICATE.iter().any(|start| word.starts_with(start));
        if is_delicate && !allowed.iter().any(|allowed| word.starts_with(allowed.as_str())) {
            let what = format!("{word:?} may be too delicate for a class; `may_mention` lets it stand");
            found.add(line, field, what);
        }
    }
}
