//! What a form is: steps, one on a page, with fields of a few kinds. To add a form is to add its data here, its texts in
//! `locales/`, and nothing else.
//!
//! The texts are named by what they belong to: `selfservice-FORM`, `selfservice-FORM-STEP`, `selfservice-FORM-FIELD`,
//! `selfservice-FORM-FIELD-OPTION`. [`keys`](Form::keys) lists them, and a test looks for each in every language.

mod boligstoette;
mod check;
mod folkepension;
mod moms;
mod read;

use std::collections::BTreeMap;

use basics::Money;
pub use boligstoette::HOUSING_BENEFIT;
pub(crate) use check::quarter_said;
pub use check::{Checked, Value, Wrong, check_field};
pub use folkepension::PENSION;
use jiff::civil::Date;
pub use moms::VAT;
pub use read::{Account, Quarter, amount, day, quarters};

/// All forms, in the order in which they are shown.
pub const FORMS: [&Form; 3] = [&PENSION, &HOUSING_BENEFIT, &VAT];
/// The last page of every form: what was answered, and the signature.
pub const LAST: &str = "se";
/// As much as is kept of what somebody types in one field, in characters.
pub const MOST_TYPED: usize = 4_000;

/// What somebody has typed, by the names of the fields, as they typed it.
pub type Answers = BTreeMap<String, String>;

/// Whose affair a form is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// A person's.
    Person,
    /// A company's.
    Company,
}

/// A form. Two are the same where their names are.
#[derive(Debug)]
pub struct Form {
    /// What addresses, tables and text keys call it.
    pub slug: &'static str,
    /// Whose affair it is.
    pub whose: Whose,
    /// The service of `data/denmark/powers.csv` that it belongs to.
    pub service: &'static str,
    /// The power that lets somebody else fill it in.
    pub power: &'static str,
    /// Its steps, without the last page.
    pub steps: &'static [Step],
    /// What is worked out from the answers and shown on the last page; `None` where nothing is.
    pub result: Option<fn(&Checked) -> Option<Outcome>>,
}

/// Something worked out from the answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outcome {
    /// Its text: `selfservice-FORM-KEY`.
    pub key: &'static str,
    /// How much.
    pub amount: Money,
}

/// One page of a form.
#[derive(Debug, PartialEq, Eq)]
pub struct Step {
    /// What addresses and text keys call it.
    pub slug: &'static str,
    /// What is asked on it; nothing where it only shows who somebody is.
    pub fields: &'static [Field],
    /// The answer that must have been given before for the step to be asked at all.
    pub only_if: Option<(&'static str, &'static str)>,
}

/// One question.
#[derive(Debug, PartialEq, Eq)]
pub struct Field {
    /// What the form on the page and text keys call it. No two fields of a form have the same name.
    pub name: &'static str,
    /// What may stand in it.
    pub kind: Kind,
}

/// What may stand in a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An amount of money, nothing or more.
    Amount,
    /// A whole number between two others, both included.
    Count(i64, i64),
    /// Words, at most so many characters.
    Text(usize),
    /// Words, one thing on each line, at most so many lines.
    Lines(usize),
    /// Today or a later day, at most so many days ahead.
    Day(i64),
    /// One of these.
    Choice(&'static [&'static str]),
    /// One of the latest quarters that are over.
    Quarter,
    /// A number of a bank account.
    Account,
    /// A tick without which it does not go on.
    Agree,
}

/// The form of this name.
#[must_use]
pub fn form(slug: &str) -> Option<&'static Form> {
    FORMS.into_iter().find(|form| form.slug == slug)
}

impl PartialEq for Form {
    fn eq(&self, other: &Self) -> bool {
        self.slug == other.slug
    }
}

impl Eq for Form {}

impl Form {
    /// Where its pages are.
    #[must_use]
    pub fn path(&self) -> String {
        let base = match self.whose {
            Whose::Person => "/selvbetjening",
            Whose::Company => "/virk",
        };
        format!("{base}/{}", self.slug)
    }

    /// The key of one of its texts; of its name, where `part` is empty.
    #[must_use]
    pub fn key(&self, part: &str) -> String {
        let dash = if part.is_empty() { "" } else { "-" };
        format!("selfservice-{}{dash}{part}", self.slug)
    }

    /// The steps that are asked of whoever has answered so.
    pub fn steps<'a>(&'static self, answers: &'a Answers) -> impl Iterator<Item = &'static Step> + use<'a> {
        self.steps.iter().filter(|step| {
            step.only_if
                .is_none_or(|(field, is)| answers.get(field).is_some_and(|answer| answer.trim() == is))
        })
    }

    /// The step of this name.
    #[must_use]
    pub fn step(&'static self, slug: &str) -> Option<&'static Step> {
        self.steps.iter().find(|step| step.slug == slug)
    }

    /// Every answer to what was asked, in order.
    ///
    /// # Errors
    /// The first step of which something is missing or wrong.
    pub fn check(&'static self, answers: &Answers, today: Date) -> Result<Checked, &'static Step> {
        let mut checked = Checked::default();
        for step in self.steps(answers) {
            for field in step.fields {
                let typed = answers.get(field.name).map_or("", String::as_str);
                match check_field(field.kind, typed, today) {
                    Ok(value) => checked.push(field, value),
                    Err(_) => return Err(step),
                }
            }
        }
        Ok(checked)
    }

    /// The name of the step behind this one, for whoever has answered so; the last page behind the last.
    #[must_use]
    pub fn behind(&'static self, slug: &str, answers: &Answers) -> &'static str {
        let mut steps = self.steps(answers).skip_while(|step| step.slug != slug).skip(1);
        steps.next().map_or(LAST, |step| step.slug)
    }

    /// The name of the step before this one, where there is one.
    #[must_use]
    pub fn before(&'static self, slug: &str, answers: &Answers) -> Option<&'static str> {
        self.steps(answers).take_while(|step| step.slug != slug).last().map(|step| step.slug)
    }

    /// Answers that are right, for trying it out.
    #[must_use]
    pub fn example(&self, today: Date) -> Answers {
        let fields = self.steps.iter().flat_map(|step| step.fields);
        fields.map(|field| (field.name.to_owned(), field.kind.example(today))).collect()
    }

    /// The keys of all its texts.
    #[must_use]
    pub fn keys(&self) -> Vec<String> {
        let mut keys: Vec<String> = ["", "line", "lead", "sender"].map(|part| self.key(part)).into();
        for step in self.steps {
            keys.extend(["", "-text", "-why"].map(|rest| self.key(&format!("{}{rest}", step.slug))));
            for field in step.fields {
                keys.push(self.key(field.name));
                if field.kind.has_hint() {
                    keys.push(self.key(&format!("{}-hint", field.name)));
                }
                let options = match field.kind {
                    Kind::Choice(options) => options,
                    Kind::Agree => &["yes"],
                    _ => &[],
                };
                keys.extend(options.iter().map(|option| self.key(&format!("{}-{option}", field.name))));
            }
        }
        keys
    }
}

impl Kind {
    /// Whether a text says how to fill it in.
    #[must_use]
    pub fn has_hint(self) -> bool {
        !matches!(self, Kind::Choice(_) | Kind::Quarter | Kind::Agree)
    }

    fn example(self, today: Date) -> String {
        match self {
            Kind::Amount => "1.234,50".to_owned(),
            Kind::Count(least, _) => least.to_string(),
            Kind::Text(_) | Kind::Lines(_) => "Opdigtet Eksempel".to_owned(),
            Kind::Day(_) => today.to_string(),
            Kind::Choice(options) => options.first().copied().unwrap_or_default().to_owned(),
            Kind::Quarter => quarters(today).first().map(Quarter::to_string).unwrap_or_default(),
            Kind::Account => "1234 567890".to_owned(),
            Kind::Agree => "yes".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use basics::Language;
    use jiff::civil::date;
    use words::words;

    use super::*;

    const TODAY: Date = date(2026, 11, 24);

    #[test]
    fn every_form_has_its_texts_in_every_language() {
        for form in FORMS {
            let keys = form.keys();
            let different: BTreeSet<&String> = keys.iter().collect();
            assert_eq!(different.len(), keys.len(), "{} has two texts of one name", form.slug);
            for key in keys {
                let missing: Vec<_> =
                    Language::ALL.into_iter().filter(|one| !words(*one).has(&key)).collect();
                assert!(missing.is_empty(), "{key} is missing in {missing:?}");
            }
        }
    }

    #[test]
    fn no_form_asks_two_things_by_one_name_and_each_step_depends_on_an_earlier_one() {
        for form in FORMS {
            let mut asked: Vec<&str> = Vec::new();
            for step in form.steps {
                assert_ne!(step.slug, LAST);
                if let Some((field, is)) = step.only_if {
                    assert!(asked.contains(&field), "{} {}", form.slug, step.slug);
                    let fields = || form.steps.iter().flat_map(|step| step.fields);
                    let of = fields().find(|one| one.name == field).map(|one| one.kind);
                    assert!(matches!(of, Some(Kind::Choice(options)) if options.contains(&is)));
                }
                for field in step.fields {
                    assert!(!asked.contains(&field.name), "{} {}", form.slug, field.name);
                    asked.push(field.name);
                }
            }
        }
    }

    #[test]
    fn the_powers_of_the_forms_open_their_services() {
        for form in FORMS {
            let power = access::mandates::catalogue().power(form.power, TODAY).unwrap();
            assert_eq!(power.service, form.service);
            assert!(power.opens("service.act", None));
        }
    }

    #[test]
    fn the_example_of_a_form_is_right_and_an_empty_one_is_not() {
        for form in FORMS {
            assert!(form.check(&form.example(TODAY), TODAY).is_ok(), "{}", form.slug);
            assert!(form.check(&Answers::new(), TODAY).is_err(), "{}", form.slug);
        }
    }

    #[test]
    fn what_does_not_concern_somebody_is_not_asked() {
        let alone = Answers::from([("lives".to_owned(), "alone".to_owned())]);
        let together = Answers::from([("lives".to_owned(), "together".to_owned())]);
        assert_eq!(PENSION.behind("bolig", &alone), "indkomst");
        assert_eq!(PENSION.behind("bolig", &together), "partner");
        assert_eq!(PENSION.before("indkomst", &together), Some("partner"));
        assert_eq!(PENSION.before("hvem", &together), None);
        assert_eq!(PENSION.behind("konto", &alone), LAST);
    }
}
