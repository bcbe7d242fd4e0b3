//! What a mandate says, as a form: typed, read, and shown again with what is wrong. Used at the counter and by companies.

use access::Holder;
use access::mandates::{Limits, Mandate, MandateError, Terms, Unfit, catalogue};
use jiff::civil::Date;
use page::{FieldErrors, Problem};
use serde::Deserialize;
use words::Words;

const YES: &str = "yes";
const NO: &str = "no";

/// What was typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct TermsForm {
    pub(crate) powers: Vec<String>,
    pub(crate) starts_on: String,
    pub(crate) ends_on: String,
    pub(crate) past: Vec<String>,
    pub(crate) case_number: String,
    pub(crate) production_unit: String,
}

/// What can be chosen.
pub(crate) struct Choices {
    pub(crate) powers: Vec<(String, String)>,
    pub(crate) past: Vec<(String, String)>,
}

impl Choices {
    /// What the owner can open today; of what is passed on, no more than is held.
    pub(crate) fn new(words: &Words, owner: Holder, held: Option<&Mandate>, today: Date) -> Self {
        let is_held =
            |code: &str| held.is_none_or(|held| held.terms.powers.iter().any(|known| known == code));
        let powers = catalogue().for_giver(owner, today).filter(|power| is_held(&power.code));
        Self {
            powers: powers
                .map(|power| (power.code.clone(), crate::words::power(words, &power.code)))
                .collect(),
            past: vec![
                (YES.to_owned(), words.t("company-past-yes")),
                (NO.to_owned(), words.t("company-past-no")),
            ],
        }
    }
}

impl TermsForm {
    /// Before anything was chosen: from today on, and what came before stays closed.
    pub(crate) fn from(today: Date, held: Option<&Mandate>) -> Self {
        let first = held.map_or(today, |held| held.terms.starts_on.max(today));
        let held = held.map(|held| &held.terms);
        Self {
            starts_on: first.to_string(),
            ends_on: held.and_then(|held| held.ends_on).map(|last| last.to_string()).unwrap_or_default(),
            past: vec![if held.is_some_and(|held| held.with_past_mail) { YES } else { NO }.to_owned()],
            case_number: held.and_then(|held| held.limits.case_number.clone()).unwrap_or_default(),
            production_unit: held.and_then(|held| held.limits.production_unit.clone()).unwrap_or_default(),
            powers: Vec::new(),
        }
    }

    /// What was typed, with the limits of what is passed on; else what does not read. `prefix` begins the keys of the errors.
    pub(crate) fn parse(
        &self,
        words: &Words,
        prefix: &str,
        held: Option<&Mandate>,
    ) -> Result<Terms, FieldErrors> {
        let mut errors = FieldErrors::default();
        let mut wrong =
            |field: &str| errors.add(field, words.t(&format!("{prefix}-error-{}", field.replace('_', "-"))));
        if self.powers.is_empty() {
            wrong("powers");
        }
        let starts_on = self.starts_on.trim().parse::<Date>();
        if starts_on.is_err() {
            wrong("starts_on");
        }
        let typed_end = self.ends_on.trim();
        let ends_on = (!typed_end.is_empty()).then(|| typed_end.parse::<Date>()).transpose();
        if ends_on.is_err() {
            wrong("ends_on");
        }
        let (Ok(starts_on), Ok(ends_on), true) = (starts_on, ends_on, errors.is_empty()) else {
            return Err(errors);
        };
        let said = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        // What is passed on stays within what is held; only these two can be narrowed further.
        let inherited = held.map(|held| held.terms.limits.clone()).unwrap_or_default();
        let limits = Limits {
            case_number: said(&self.case_number),
            production_unit: said(&self.production_unit.replace(' ', "")),
            ..inherited
        };
        let with_past_mail = self.past.iter().any(|chosen| chosen == YES);
        Ok(Terms { powers: self.powers.clone(), starts_on, ends_on, with_past_mail, limits })
    }
}

/// Says at its field why something was refused; what is no mistake of whoever typed is a problem of its own.
pub(crate) fn refusal(words: &Words, prefix: &str, error: &MandateError) -> Result<FieldErrors, Problem> {
    let (field, key) = match error {
        MandateError::Db(error) => {
            tracing::error!(%error, "the database refused");
            return Err(Problem::unavailable());
        }
        MandateError::NotThere => return Err(Problem::not_found()),
        MandateError::Unfit(unfit) => of_unfit(unfit),
        MandateError::Step(_) => ("form", "step"),
        MandateError::Already(_) => ("form", "already"),
        MandateError::TooManyOpen(_) | MandateError::Locked { .. } => ("form", "too-many"),
        MandateError::Dead => ("form", "dead"),
        MandateError::Involved => ("form", "involved"),
        MandateError::OtherPeople => ("giver", "other-people"),
        MandateError::CaseNumber => ("case", "case"),
        MandateError::SameEmployee => ("form", "same-employee"),
        MandateError::WrongNumbers { .. } => ("form", "wrong-numbers"),
    };
    let mut errors = FieldErrors::default();
    let message = match error {
        MandateError::Unfit(Unfit::TooYoung(years)) => {
            words.t1(&format!("{prefix}-error-{key}"), "years", *years)
        }
        // Only at the counter is anybody looked up by a number alone.
        MandateError::WrongNumbers { minutes } => {
            words.t1("counter-error-wrong-numbers", "minutes", *minutes)
        }
        _ => words.t(&format!("{prefix}-error-{key}")),
    };
    errors.add(field, message);
    Ok(errors)
}

fn of_unfit(unfit: &Unfit) -> (&'static str, &'static str) {
    match unfit {
        Unfit::NoPower => ("powers", "powers"),
        Unfit::Power(_) => ("powers", "power"),
        Unfit::Oneself => ("form", "oneself"),
        Unfit::TooYoung(_) => ("form", "too-young"),
        Unfit::EndsBeforeItStarts => ("ends_on", "ends-before"),
        Unfit::InThePast => ("ends_on", "past"),
        Unfit::TooLong(_) => ("ends_on", "too-long"),
        Unfit::WiderThanHeld => ("powers", "wider"),
        Unfit::TooDeep => ("form", "too-deep"),
        Unfit::NotOwnEmployee => ("form", "not-employee"),
        Unfit::Limit("case number") => ("case_number", "limit-case"),
        Unfit::Limit(_) => ("production_unit", "limit-unit"),
    }
}
