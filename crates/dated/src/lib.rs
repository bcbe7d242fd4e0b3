//! Rules of law as data: a file with a line for each rule, the days on which it holds, and where it comes from.
//!
//! Nothing in the code of a room knows a number of days. What held last year is still known, so that what happened then can
//! be explained.
//!
//! ```
//! use dated::Rules;
//! use jiff::civil::date;
//!
//! let rules = Rules::parse(
//!     "rule,value,valid_from,valid_to,legal_basis\n\
//!      bin_days,14,2014-11-01,2020-12-31,the first practice\n\
//!      bin_days,30,2021-01-01,,the practice of today\n",
//! )?;
//! assert_eq!(rules.on(date(2020, 5, 4)).number("bin_days")?, 14);
//! assert_eq!(rules.on(date(2026, 5, 4)).number("bin_days")?, 30);
//! # Ok::<(), dated::RulesError>(())
//! ```

use jiff::civil::Date;

/// Every rule of a file, and when it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules(Vec<Line>);

/// A rule and the time it holds, both days included.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct Line {
    /// Its name.
    pub rule: String,
    /// What it says.
    pub value: String,
    /// The first day.
    pub valid_from: Date,
    /// The last day; none where no end is known.
    pub valid_to: Option<Date>,
    /// Where it comes from.
    pub legal_basis: String,
}

impl Line {
    /// Whether it holds on a day.
    #[must_use]
    pub fn holds_on(&self, day: Date) -> bool {
        self.valid_from <= day && self.valid_to.is_none_or(|last| day <= last)
    }
}

/// A file of rules cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RulesError {
    /// A line does not read.
    #[error("line {line}: {why}")]
    Line {
        /// The line in the file, counted from one.
        line: u64,
        /// What is wrong with it.
        why: String,
    },
    /// No line of this rule holds on the day.
    #[error("no line of rule {rule} holds on {day}")]
    Missing {
        /// The rule.
        rule: &'static str,
        /// The day.
        day: Date,
    },
    /// What the rule says is not what it must be.
    #[error("rule {rule} on {day} must be {expected}")]
    Value {
        /// The rule.
        rule: &'static str,
        /// The day.
        day: Date,
        /// What is expected.
        expected: &'static str,
    },
}

impl Rules {
    /// Reads a file of rules: CSV with the columns of [`Line`].
    ///
    /// # Errors
    /// When a line does not read; the error names it.
    pub fn parse(text: &str) -> Result<Self, RulesError> {
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let lines: Result<Vec<Line>, csv::Error> = reader.deserialize().collect();
        lines.map(Self).map_err(|error| RulesError::Line {
            line: error.position().map_or(0, csv::Position::line),
            why: error.to_string(),
        })
    }

    /// Every line, in order of the file.
    #[must_use]
    pub fn lines(&self) -> &[Line] {
        &self.0
    }

    /// The rules of one day.
    #[must_use]
    pub fn on(&self, day: Date) -> OnDay<'_> {
        OnDay { rules: self, day }
    }
}

/// The rules of one day.
#[derive(Debug, Clone, Copy)]
pub struct OnDay<'r> {
    rules: &'r Rules,
    day: Date,
}

impl<'r> OnDay<'r> {
    /// Every line of a rule that may have several at once.
    pub fn all(&self, rule: &'static str) -> impl Iterator<Item = &'r Line> + use<'r> {
        let day = self.day;
        self.rules.0.iter().filter(move |line| line.rule == rule && line.holds_on(day))
    }

    /// What a rule says. Where two lines hold, the later one replaces the earlier.
    ///
    /// # Errors
    /// When no line holds.
    pub fn value(&self, rule: &'static str) -> Result<&'r str, RulesError> {
        let newest = self.all(rule).max_by_key(|line| line.valid_from);
        newest.map(|line| line.value.as_str()).ok_or(RulesError::Missing { rule, day: self.day })
    }

    /// A whole number, not below zero.
    ///
    /// # Errors
    /// When no line holds, or it says something else.
    pub fn number(&self, rule: &'static str) -> Result<i64, RulesError> {
        let number: Option<i64> = self.value(rule)?.parse().ok();
        number.filter(|n| *n >= 0).ok_or_else(|| self.wrong(rule, "a number"))
    }

    /// Rising numbers above zero, with a semicolon between.
    ///
    /// # Errors
    /// As those of [`OnDay::number`].
    pub fn numbers(&self, rule: &'static str) -> Result<Vec<i64>, RulesError> {
        let numbers: Result<Vec<i64>, _> = self.value(rule)?.split(';').map(str::parse).collect();
        let rising = |numbers: &Vec<i64>| numbers.first().is_some_and(|n| *n > 0) && numbers.is_sorted();
        numbers.ok().filter(rising).ok_or_else(|| self.wrong(rule, "rising numbers with a semicolon between"))
    }

    /// The error for a rule that says something else than it must.
    #[must_use]
    pub fn wrong(&self, rule: &'static str, expected: &'static str) -> RulesError {
        RulesError::Value { rule, day: self.day, expected }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn rules(lines: &str) -> Result<Rules, RulesError> {
        Rules::parse(&format!("rule,value,valid_from,valid_to,legal_basis\n{lines}"))
    }

    #[test]
    fn the_newest_line_that_holds_counts() {
        let rules = rules("days,14,2014-11-01,,old\ndays,30,2021-01-01,2022-12-31,for two years").unwrap();
        let on = |year| rules.on(date(year, 1, 1)).number("days");
        assert_eq!((on(2020), on(2021), on(2022), on(2023)), (Ok(14), Ok(30), Ok(30), Ok(14)));
        assert_eq!(on(2014), Err(RulesError::Missing { rule: "days", day: date(2014, 1, 1) }));
        assert_eq!(rules.on(date(2021, 5, 5)).all("days").count(), 2);
    }

    #[test]
    fn what_is_wrong_is_said() {
        assert!(matches!(rules("days,30,yesterday,,x"), Err(RulesError::Line { line: 2, .. })));
        let spoilt = rules("days,many,2020-01-01,,x\nsteps,7;3,2020-01-01,,x").unwrap();
        let on = spoilt.on(date(2026, 1, 2));
        assert_eq!(on.number("days").unwrap_err().to_string(), "rule days on 2026-01-02 must be a number");
        let steps = on.numbers("steps").unwrap_err().to_string();
        assert_eq!(steps, "rule steps on 2026-01-02 must be rising numbers with a semicolon between");
    }
}
