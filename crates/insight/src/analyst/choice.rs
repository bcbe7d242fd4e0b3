//! A choice of question, group and years. The address of the page is the choice, so that it can be kept and sent.

use estimates::LonelyUnits;
use serde::Deserialize;

use super::offered::{Measure, Offered, OfferedVariable};
use crate::{Question, Statistic};

/// For publishing: what fewer respondents than this stand behind is hidden.
pub(crate) const LEAST: usize = 5;

/// What somebody chose.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Choice {
    /// The question.
    pub of: String,
    /// What is told of it; empty for what fits it best.
    pub statistic: String,
    /// The groups; empty for none.
    pub by: String,
    /// The years; none for all.
    pub year: Vec<String>,
    /// The first of the two years whose difference is told; empty for the first of the years.
    pub from: String,
    /// The second of them; empty for the last.
    pub to: String,
    /// About whom, as a condition.
    pub only: String,
    /// What to do about strata with one unit.
    pub lonely: String,
}

/// Why a choice cannot be asked. Names the field of the form.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ChoiceError {
    /// The import has no such question.
    #[error("there is no question called {0}")]
    NoQuestion(String),
    /// The import has no such groups.
    #[error("{0} does not divide into groups")]
    NoGroups(String),
    /// The import has no such year.
    #[error("the survey has no year {year}")]
    NoYear {
        /// The field of the form.
        field: &'static str,
        /// The year.
        year: String,
    },
    /// Two years that are the same, or of which the second comes first.
    #[error("{to} does not come after {from}")]
    Order {
        /// The first.
        from: String,
        /// The second.
        to: String,
    },
    /// What is to be told cannot be told of that question.
    #[error("{statistic} cannot be told of {of}")]
    Statistic {
        /// The question.
        of: String,
        /// What was to be told.
        statistic: String,
    },
    /// A condition that cannot be read.
    #[error("the condition cannot be read: {0}")]
    Condition(estimates::Error),
}

impl ChoiceError {
    /// The field of the form that is wrong.
    #[must_use]
    pub fn field(&self) -> &'static str {
        match self {
            Self::NoQuestion(_) => "of",
            Self::NoGroups(_) => "by",
            Self::NoYear { field, .. } => field,
            Self::Order { .. } => "to",
            Self::Statistic { .. } => "statistic",
            Self::Condition(_) => "only",
        }
    }
}

impl Choice {
    /// The choice as the end of an address.
    #[must_use]
    pub fn address(&self) -> String {
        let mut pairs = vec![("of", self.of.as_str())];
        let rest = [
            ("statistic", &self.statistic),
            ("by", &self.by),
            ("from", &self.from),
            ("to", &self.to),
            ("only", &self.only),
            ("lonely", &self.lonely),
        ];
        pairs.extend(
            rest.into_iter()
                .filter(|(_, value)| !value.is_empty())
                .map(|(name, value)| (name, value.as_str())),
        );
        pairs.extend(self.year.iter().map(|year| ("year", year.as_str())));
        serde_urlencoded::to_string(pairs).unwrap_or_default()
    }

    /// The choice that an address ends with.
    #[must_use]
    pub fn of_address(address: &str) -> Self {
        let mut choice = Self::default();
        let pairs: Vec<(String, String)> = serde_urlencoded::from_str(address).unwrap_or_default();
        for (name, value) in pairs {
            match name.as_str() {
                "of" => choice.of = value,
                "statistic" => choice.statistic = value,
                "by" => choice.by = value,
                "from" => choice.from = value,
                "to" => choice.to = value,
                "only" => choice.only = value,
                "lonely" => choice.lonely = value,
                "year" => choice.year.push(value),
                _ => {}
            }
        }
        choice
    }

    /// The question as it is asked, of what an import offers.
    ///
    /// # Errors
    /// A question, group or year that the import does not have; a condition that cannot be read.
    pub fn question(&self, offered: &Offered) -> Result<Question, ChoiceError> {
        let of = offered.variable(&self.of).ok_or_else(|| ChoiceError::NoQuestion(self.of.clone()))?;
        let mut by = Vec::new();
        if let Some(period) = offered.period.as_ref().filter(|_| self.years(offered).len() > 1) {
            by.push(period.clone());
        }
        if !self.by.is_empty() {
            let group = offered.variable(&self.by).filter(|group| group.divides() && group.name != self.of);
            by.push(group.ok_or_else(|| ChoiceError::NoGroups(self.by.clone()))?.name.clone());
        }
        Ok(Question {
            statistic: self.statistic_of(of)?,
            of: vec![of.name.clone()],
            by,
            filter: self.filter(offered)?,
            lonely: self.lonely_units(),
            hide_below: Some(LEAST),
            ..Question::default()
        })
    }

    /// The years that it is about: those that are chosen, and the two whose difference is told.
    #[must_use]
    pub fn years(&self, offered: &Offered) -> Vec<String> {
        let compared = |year: &String| *year == self.from || *year == self.to;
        let chosen = |year: &&String| self.year.is_empty() || self.year.contains(year) || compared(year);
        offered.years.iter().filter(chosen).cloned().collect()
    }

    /// Whether somebody chose a year to compare.
    #[must_use]
    pub fn compares(&self) -> bool {
        !self.from.is_empty() || !self.to.is_empty()
    }

    /// Of these years, in their order, the two whose difference is told: those that are chosen, else the first and the last.
    pub(super) fn ends<'y>(&'y self, years: &[&'y str]) -> Option<[&'y str; 2]> {
        let or = |own: &'y String, other: Option<&&'y str>| {
            if own.is_empty() { other.copied() } else { Some(own.as_str()) }
        };
        let (from, to) = (or(&self.from, years.first())?, or(&self.to, years.last())?);
        (from != to).then_some([from, to])
    }

    fn order(&self, offered: &Offered) -> Result<(), ChoiceError> {
        for (field, years) in [
            ("year", self.year.as_slice()),
            ("from", std::slice::from_ref(&self.from)),
            ("to", std::slice::from_ref(&self.to)),
        ] {
            let unknown = years.iter().find(|year| !year.is_empty() && !offered.years.contains(year));
            if let Some(year) = unknown {
                return Err(ChoiceError::NoYear { field, year: year.clone() });
            }
        }
        if !self.compares() {
            return Ok(());
        }
        let years = self.years(offered);
        let place = |own: &String, other: usize| {
            if own.is_empty() { Some(other) } else { years.iter().position(|year| year == own) }
        };
        let (from, to) = (place(&self.from, 0), place(&self.to, years.len().saturating_sub(1)));
        if from >= to {
            let named = |at: Option<usize>| at.and_then(|at| years.get(at)).cloned().unwrap_or_default();
            return Err(ChoiceError::Order { from: named(from), to: named(to) });
        }
        Ok(())
    }

    pub(super) fn lonely_units(&self) -> LonelyUnits {
        match self.lonely.as_str() {
            "certainty" => LonelyUnits::Certainty,
            "adjust" => LonelyUnits::Adjust,
            "average" => LonelyUnits::Average,
            _ => LonelyUnits::Fail,
        }
    }

    fn statistic_of(&self, of: &OfferedVariable) -> Result<Statistic, ChoiceError> {
        let wrong = || ChoiceError::Statistic { of: of.name.clone(), statistic: self.statistic.clone() };
        Ok(match (self.statistic.as_str(), of.measure) {
            ("" | "share", Measure::Several) => Statistic::Multiple,
            (_, Measure::Several) => return Err(wrong()),
            ("", Measure::Number) | ("mean", Measure::Number) => Statistic::Mean,
            ("median", Measure::Number) => Statistic::Median,
            ("total", Measure::Number | Measure::YesNo) => Statistic::Total,
            ("" | "share", Measure::YesNo | Measure::Category) => Statistic::Share,
            ("count", Measure::YesNo | Measure::Category) => Statistic::Count,
            _ => return Err(wrong()),
        })
    }

    fn filter(&self, offered: &Offered) -> Result<Option<String>, ChoiceError> {
        self.order(offered)?;
        let mut conditions = Vec::new();
        if let Some(period) = offered.period.as_ref().filter(|_| !self.year.is_empty()) {
            let years: Vec<String> = self.years(offered).iter().map(|year| written(year)).collect();
            conditions.push(match years.as_slice() {
                [year] => format!("{period} == {year}"),
                years => format!("{period} in ({})", years.join(", ")),
            });
        }
        let only = self.only.trim();
        if !only.is_empty() {
            estimates::Expression::read(only).map_err(ChoiceError::Condition)?;
            conditions.push(if conditions.is_empty() { only.to_owned() } else { format!("({only})") });
        }
        Ok((!conditions.is_empty()).then(|| conditions.join(" and ")))
    }
}

/// A value as conditions write it: a number as it is, anything else in quotes.
fn written(code: &str) -> String {
    let is_number =
        code.parse::<f64>().is_ok() && !(code.len() > 1 && code.starts_with('0') && !code.starts_with("0."));
    if is_number { code.to_owned() } else { format!("'{}'", code.replace('\'', "")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Words;

    fn offered() -> Offered {
        let variable = |name: &str, measure, codes: &[&str]| OfferedVariable {
            name: name.to_owned(),
            words: Words::same(name),
            measure,
            labels: codes.iter().map(|code| ((*code).to_owned(), Words::same(*code))).collect(),
            is_question: true,
        };
        Offered {
            variables: vec![
                variable("year", Measure::Number, &["2022", "2023", "2024"]),
                variable("needed_help", Measure::YesNo, &["0", "1"]),
                variable("hours", Measure::Number, &[]),
                variable("region", Measure::Category, &["081", "084"]),
            ],
            period: Some("year".to_owned()),
            years: ["2022", "2023", "2024"].map(str::to_owned).to_vec(),
            ..Offered::default()
        }
    }

    #[test]
    fn an_address_gives_the_same_choice_again() {
        let choice = Choice {
            of: "needed_help".to_owned(),
            by: "region".to_owned(),
            year: vec!["2022".to_owned(), "2024".to_owned()],
            from: "2022".to_owned(),
            to: "2024".to_owned(),
            only: "age >= 65 and sex == 'kvinde & mand'".to_owned(),
            ..Choice::default()
        };
        assert_eq!(Choice::of_address(&choice.address()), choice);
    }

    #[test]
    fn a_choice_becomes_a_question_with_its_years_as_groups() {
        let choice = Choice::of_address("of=needed_help&by=region&year=2022&year=2024&only=age+%3E%3D+65");
        let question = choice.question(&offered()).unwrap();
        assert_eq!(question.by, ["year", "region"]);
        assert_eq!(question.filter.as_deref(), Some("year in (2022, 2024) and (age >= 65)"));
        assert_eq!((question.statistic, question.hide_below), (Statistic::Share, Some(5)));
        let one = Choice::of_address("of=hours&year=2024").question(&offered()).unwrap();
        assert_eq!((one.statistic, one.by.len()), (Statistic::Mean, 0));
        assert_eq!(one.filter.as_deref(), Some("year == 2024"));
    }

    #[test]
    fn what_an_import_does_not_have_is_named_with_its_field() {
        for (address, field) in [
            ("of=unknown", "of"),
            ("of=needed_help&by=hours", "by"),
            ("of=needed_help&year=1999", "year"),
            ("of=needed_help&from=1999", "from"),
            ("of=needed_help&to=1999", "to"),
            ("of=needed_help&from=2023&to=2022", "to"),
            ("of=needed_help&from=2023&to=2023", "to"),
            ("of=needed_help&from=2024", "to"),
            ("of=needed_help&statistic=median", "statistic"),
            ("of=needed_help&only=age+%3E%3D", "only"),
        ] {
            let wrong = Choice::of_address(address).question(&offered()).unwrap_err();
            assert_eq!(wrong.field(), field, "{address}: {wrong}");
        }
    }

    #[test]
    fn any_two_years_are_compared_and_shown() {
        let offered = offered();
        let ends = |address: &str| {
            let choice = Choice::of_address(address);
            choice.question(&offered).unwrap();
            let years = choice.years(&offered);
            let years: Vec<&str> = years.iter().map(String::as_str).collect();
            choice.ends(&years).map(|ends| ends.map(str::to_owned))
        };
        let pair = |from: &str, to: &str| Some([from.to_owned(), to.to_owned()]);
        assert_eq!(ends("of=needed_help"), pair("2022", "2024"));
        assert_eq!(ends("of=needed_help&from=2023"), pair("2023", "2024"));
        assert_eq!(ends("of=needed_help&from=2022&to=2023"), pair("2022", "2023"));
        assert_eq!(ends("of=needed_help&year=2024&from=2022"), pair("2022", "2024"));
        assert_eq!(ends("of=needed_help&year=2024"), None);
    }

    #[test]
    fn codes_with_zeros_in_front_are_texts() {
        assert_eq!(
            [written("084"), written("0"), written("2024"), written("15-24")],
            ["'084'", "0", "2024", "'15-24'"]
        );
    }
}
