//! Texts exist in all five languages, and translations say whether a person has read them.

use std::collections::BTreeSet;

use super::{Finding, Text};

const LANGUAGES: [&str; 5] = ["da", "en", "ar", "tr", "ur"];
/// Staff pages are in Danish and English.
const STAFF: [&str; 2] = ["da", "en"];
/// Written by people who do not speak the language, until one who does has read them.
const REVIEWED: [&str; 3] = ["ar", "tr", "ur"];
/// A file says so at its top, under its title.
const FIRST_LINES: usize = 5;

/// `("da", "help.ftl")` for `locales/da/help.ftl`.
fn language_and_file(text: &Text) -> Option<(&str, &str)> {
    let (language, file) = text.path.strip_prefix("locales/")?.split_once('/')?;
    file.ends_with(".ftl").then_some((language, file))
}

/// A file in one language has its fellow in each of the others.
pub(super) fn all_languages(texts: &[Text]) -> Vec<Finding> {
    let there: BTreeSet<(&str, &str)> = texts.iter().filter_map(language_and_file).collect();
    let mut findings: Vec<Finding> = there
        .iter()
        .filter(|(language, _)| !LANGUAGES.contains(language))
        .map(|(language, file)| {
            Finding::new(
                &format!("locales/{language}/{file}"),
                1,
                format!("{language} is not one of our languages"),
            )
        })
        .collect();
    let files: BTreeSet<&str> = there.iter().map(|(_, file)| *file).collect();
    for file in files {
        let languages = if file.ends_with("_staff.ftl") { &STAFF[..] } else { &LANGUAGES[..] };
        for language in languages.iter().filter(|language| !there.contains(&(**language, file))) {
            let message = format!("missing in this language; translate {file} from locales/da");
            findings.push(Finding::new(&format!("locales/{language}/{file}"), 1, message));
        }
    }
    findings
}

/// A translation says `# review: needed` or `# review: done` in its first lines.
pub(super) fn review_marks(texts: &[Text]) -> Vec<Finding> {
    let is_marked = |text: &Text| {
        text.lines().take(FIRST_LINES).any(|(_, line)| {
            let mark = line.trim_start_matches('#').trim();
            line.starts_with('#') && matches!(mark, "review: needed" | "review: done")
        })
    };
    texts
        .iter()
        .filter(|text| language_and_file(text).is_some_and(|(language, _)| REVIEWED.contains(&language)))
        .filter(|text| !is_marked(text))
        .map(|text| Finding::new(&text.path, 1, "say `# review: needed` or `# review: done` at the top"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{shown, text};
    use super::*;

    #[test]
    fn a_text_in_five_languages_is_complete() {
        let texts = LANGUAGES.map(|language| text(&format!("locales/{language}/help.ftl"), ""));
        assert!(all_languages(&texts).is_empty());
        assert_eq!(
            shown(&all_languages(&texts[..4])),
            ["locales/ur/help.ftl:1: missing in this language; translate help.ftl from locales/da"]
        );
    }

    #[test]
    fn staff_texts_are_in_danish_and_english() {
        let texts = STAFF.map(|language| text(&format!("locales/{language}/help_staff.ftl"), ""));
        assert!(all_languages(&texts).is_empty());
        assert_eq!(all_languages(&texts[..1]).len(), 1);
    }

    #[test]
    fn a_language_we_do_not_promise_is_found() {
        let mut texts = LANGUAGES.map(|language| text(&format!("locales/{language}/help.ftl"), "")).to_vec();
        texts.push(text("locales/sv/help.ftl", ""));
        assert_eq!(shown(&all_languages(&texts)), ["locales/sv/help.ftl:1: sv is not one of our languages"]);
    }

    #[test]
    fn a_translation_says_whether_it_was_read() {
        let marked = text("locales/ar/help.ftl", "# Where is help\n# review: needed\nhelp = x");
        let unmarked = text("locales/tr/help.ftl", "help = x");
        let danish = text("locales/da/help.ftl", "help = x");
        assert_eq!(
            shown(&review_marks(&[marked, unmarked, danish])),
            ["locales/tr/help.ftl:1: say `# review: needed` or `# review: done` at the top"]
        );
    }
}
