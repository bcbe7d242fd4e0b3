//! What an estimate is, about whom and how it was made, in Danish and English.

use super::choice::Choice;
use super::offered::{Offered, OfferedVariable};
use crate::{Codebook, DesignNames, Opened, Question, Statistic, Words};

fn words(da: impl Into<String>, en: impl Into<String>) -> Words {
    Words { da: da.into(), en: en.into() }
}

/// What is told, of which question.
pub(super) fn definition(question: &Question, of: &OfferedVariable) -> Words {
    let Words { da, en } = &of.words;
    let yes = of.label("1");
    let is_yes_no = of.measure == super::Measure::YesNo;
    match question.statistic {
        Statistic::Share if is_yes_no => words(
            format!("Andelen, der svarer “{}” til: {da}", yes.da),
            format!("The share who answer “{}” to: {en}", yes.en),
        ),
        Statistic::Share => words(
            format!("Andelen, der giver hvert svar på: {da}"),
            format!("The share who give each answer to: {en}"),
        ),
        Statistic::Multiple => words(
            format!("Andelen, der giver hvert svar på: {da} Man kan give flere svar."),
            format!("The share who give each answer to: {en} Several answers may be given."),
        ),
        Statistic::Count => words(
            format!("Hvor mange i befolkningen der giver hvert svar på: {da}"),
            format!("How many in the population give each answer to: {en}"),
        ),
        Statistic::Total if is_yes_no => words(
            format!("Hvor mange i befolkningen der svarer “{}” til: {da}", yes.da),
            format!("How many in the population answer “{}” to: {en}", yes.en),
        ),
        Statistic::Total => {
            words(format!("Summen i befolkningen af: {da}"), format!("The total in the population of: {en}"))
        }
        Statistic::Median => words(format!("Medianen af: {da}"), format!("The median of: {en}")),
        _ => words(format!("Gennemsnittet af: {da}"), format!("The mean of: {en}")),
    }
}

/// About whom.
pub(super) fn base(choice: &Choice, codebook: &Codebook, offered: &Offered) -> Words {
    let mut parts = Vec::new();
    if let Some(asked) = codebook.asked(&choice.of) {
        parts.push(condition(asked, offered));
    }
    if !choice.only.trim().is_empty() {
        parts.push(condition(choice.only.trim(), offered));
    }
    let years = choice.years(offered);
    let mut base = match parts.is_empty() {
        true => words("Alle, der er spurgt", "Everybody who was asked"),
        false => {
            let all = super::words_of(&parts, "; ");
            words(
                format!("De adspurgte, for hvem dette gælder: {}", all.da),
                format!("Those asked for whom this holds: {}", all.en),
            )
        }
    };
    match years.as_slice() {
        [] => {}
        [one] => {
            base.da.push_str(&format!(". År: {one}"));
            base.en.push_str(&format!(". Year: {one}"));
        }
        [first, .., last] => {
            base.da.push_str(&format!(". År: {first}-{last}"));
            base.en.push_str(&format!(". Years: {first}-{last}"));
        }
    }
    base
}

/// A condition in words where it is a plain one, else as it is written.
fn condition(text: &str, offered: &Offered) -> Words {
    let plain = || {
        let (name, code) = text.split_once("==")?;
        let variable = offered.variable(name.trim())?;
        let code = code.trim().trim_matches(['\'', '"']);
        let is_one = !code.contains([' ', '(', ')', '<', '>', '=']);
        let label = variable.label(code);
        is_one.then(|| {
            words(
                format!("{} {}", variable.words.da, label.da),
                format!("{} {}", variable.words.en, label.en),
            )
        })
    };
    plain().unwrap_or_else(|| Words::same(text))
}

/// How it was estimated.
pub(super) fn method(question: &Question, design: &DesignNames, opened: &Opened) -> Words {
    let list = |names: &[String]| names.join(", ");
    let begins = match opened.survey.replicates().map(estimates::Replicates::count) {
        Some(count) => words(
            format!("Vægtede tal med varians fra {count} sæt replikatvægte"),
            format!("Weighted estimates with variance from {count} sets of replicate weights"),
        ),
        None => words("Vægtede tal med lineariseret varians", "Weighted estimates with linearised variance"),
    };
    let (mut da, mut en) = (vec![begins.da], vec![begins.en]);
    let parts = [
        (&design.strata, "lagdelt efter", "strata:"),
        (&design.units, "stikprøveenheder:", "sampling units:"),
        (&design.population, "endelig befolkning:", "finite population:"),
    ];
    for (names, in_danish, in_english) in parts.into_iter().filter(|(names, ..)| !names.is_empty()) {
        da.push(format!("{in_danish} {}", list(names)));
        en.push(format!("{in_english} {}", list(names)));
    }
    if let Some(weight) = &design.weights {
        da.push(format!("vægt: {weight}"));
        en.push(format!("weight: {weight}"));
    }
    let kind = match question.statistic {
        Statistic::Share | Statistic::Multiple => "logit",
        Statistic::Median | Statistic::Quantile => "Woodruff",
        _ => "t",
    };
    let level = (question.level * 1000.0).round() / 10.0;
    da.push(format!("{level} procents interval ({kind}) med gruppens frihedsgrader"));
    en.push(format!("{level} percent interval ({kind}) with the degrees of freedom of the group"));
    da.push("tal bag færre end fem svar er skjult".to_owned());
    en.push("numbers that fewer than five respondents stand behind are hidden".to_owned());
    Words { da: da.join("; ") + ".", en: en.join("; ") + "." }
}
