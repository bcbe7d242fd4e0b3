//! Whether what was typed in a field is right, and what it then says.

use basics::Money;
use jiff::Span;
use jiff::civil::Date;
use words::Words;

use super::read::{Account, Quarter, amount, count, day, quarters};
use super::{Field, Form, Kind};

/// An answer that is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// An amount.
    Amount(Money),
    /// A whole number.
    Count(i64),
    /// Words.
    Text(String),
    /// Words, one thing on each line.
    Lines(Vec<String>),
    /// A day.
    Day(Date),
    /// What was chosen.
    Choice(&'static str),
    /// A quarter.
    Quarter(Quarter),
    /// An account.
    Account(Account),
    /// The tick is there.
    Agreed,
}

/// What is wrong with an answer. The text is `selfservice-wrong-CODE`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// There is none.
    Missing,
    /// Nothing was chosen, or nothing that there is.
    NotChosen,
    /// It is no amount, or could be two.
    NotAmount,
    /// It is less than nothing.
    Negative,
    /// It is no whole number between these.
    NotCount(i64, i64),
    /// It has more than so many characters.
    TooLong(i64),
    /// It has more than so many lines.
    TooMany(i64),
    /// It is no day.
    NotDay,
    /// It is over.
    Past,
    /// It lies too far ahead.
    TooFar,
    /// It is no number of an account.
    NotAccount,
    /// The tick is missing.
    NotAgreed,
}

impl Wrong {
    /// What the error says, by the name of the field.
    #[must_use]
    pub fn said(self, words: &Words, field: &str) -> String {
        let plain = |code: &str| words.t1(&format!("selfservice-wrong-{code}"), "field", field);
        let with = |code: &str, n: i64| {
            words.t2(&format!("selfservice-wrong-{code}"), "field", field, "n", words.number(n))
        };
        match self {
            Wrong::Missing => plain("missing"),
            Wrong::NotChosen => plain("choice"),
            Wrong::NotAmount => plain("amount"),
            Wrong::Negative => plain("negative"),
            Wrong::NotCount(_, most) => with("count", most),
            Wrong::TooLong(most) => with("long", most),
            Wrong::TooMany(most) => with("lines", most),
            Wrong::NotDay => plain("day"),
            Wrong::Past => plain("past"),
            Wrong::TooFar => plain("far"),
            Wrong::NotAccount => plain("account"),
            Wrong::NotAgreed => plain("agree"),
        }
    }
}

/// Looks at what was typed in a field of this kind.
///
/// # Errors
/// What is wrong with it.
pub fn check_field(kind: Kind, typed: &str, today: Date) -> Result<Value, Wrong> {
    let typed = typed.trim();
    match kind {
        Kind::Choice(options) => {
            let found = options.iter().find(|option| **option == typed);
            return found.map(|option| Value::Choice(option)).ok_or(Wrong::NotChosen);
        }
        Kind::Quarter => {
            let found = quarters(today).into_iter().find(|quarter| quarter.to_string() == typed);
            return found.map(Value::Quarter).ok_or(Wrong::NotChosen);
        }
        Kind::Agree => return if typed == "yes" { Ok(Value::Agreed) } else { Err(Wrong::NotAgreed) },
        _ if typed.is_empty() => return Err(Wrong::Missing),
        _ => {}
    }
    match kind {
        Kind::Amount => match amount(typed) {
            Some(amount) if amount < Money::ZERO => Err(Wrong::Negative),
            Some(amount) => Ok(Value::Amount(amount)),
            None => Err(Wrong::NotAmount),
        },
        Kind::Count(least, most) => {
            let counted = count(typed).filter(|n| (least..=most).contains(n));
            counted.map(Value::Count).ok_or(Wrong::NotCount(least, most))
        }
        Kind::Lines(most) => {
            let lines: Vec<String> =
                typed.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
            let too_many = Wrong::TooMany(i64::try_from(most).unwrap_or(i64::MAX));
            if lines.len() <= most { Ok(Value::Lines(lines)) } else { Err(too_many) }
        }
        Kind::Day(ahead) => match day(typed) {
            None => Err(Wrong::NotDay),
            Some(day) if day < today => Err(Wrong::Past),
            Some(day) if day > today.saturating_add(Span::new().days(ahead)) => Err(Wrong::TooFar),
            Some(day) => Ok(Value::Day(day)),
        },
        Kind::Account => Account::read(typed).map(Value::Account).ok_or(Wrong::NotAccount),
        Kind::Text(most) => {
            let too_long = Wrong::TooLong(i64::try_from(most).unwrap_or(i64::MAX));
            if typed.chars().count() <= most { Ok(Value::Text(typed.to_owned())) } else { Err(too_long) }
        }
        Kind::Choice(_) | Kind::Quarter | Kind::Agree => Err(Wrong::Missing),
    }
}

/// All answers to a form, each right, in the order in which they were asked.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Checked(Vec<(&'static str, Value)>);

impl Checked {
    pub(super) fn push(&mut self, field: &'static Field, value: Value) {
        self.0.push((field.name, value));
    }

    /// The answer to one question, where it was asked.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<&Value> {
        self.0.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    /// Each question that was asked and its answer, in words.
    #[must_use]
    pub fn said(&self, words: &Words, form: &Form) -> Vec<(String, String)> {
        self.0.iter().map(|(name, value)| (words.t(&form.key(name)), value.said(words, form, name))).collect()
    }
}

impl Value {
    /// The answer in words.
    #[must_use]
    pub fn said(&self, words: &Words, form: &Form, name: &str) -> String {
        match self {
            Value::Amount(amount) => amount.to_string(),
            Value::Count(n) => words.number(*n),
            Value::Text(text) => text.clone(),
            Value::Lines(lines) => lines.join(", "),
            Value::Day(day) => words.date(*day),
            Value::Choice(option) => words.t(&form.key(&format!("{name}-{option}"))),
            Value::Quarter(quarter) => quarter_said(words, *quarter),
            Value::Account(account) => account.to_string(),
            Value::Agreed => words.t("selfservice-yes"),
        }
    }
}

/// A quarter by its first and its last day.
pub(crate) fn quarter_said(words: &Words, quarter: Quarter) -> String {
    let day = |day| words.short_date(day);
    words.t2("selfservice-quarter", "from", day(quarter.first()), "to", day(quarter.last()))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const TODAY: Date = date(2026, 11, 24);

    #[test]
    fn each_kind_says_what_is_wrong() {
        let wrong = |kind, typed| check_field(kind, typed, TODAY).unwrap_err();
        assert_eq!(wrong(Kind::Amount, " "), Wrong::Missing);
        assert_eq!(wrong(Kind::Amount, "mange"), Wrong::NotAmount);
        assert_eq!(wrong(Kind::Amount, "-1"), Wrong::Negative);
        assert_eq!(wrong(Kind::Count(1, 20), "0"), Wrong::NotCount(1, 20));
        assert_eq!(wrong(Kind::Text(3), "fire"), Wrong::TooLong(3));
        assert_eq!(wrong(Kind::Lines(1), "a\nb"), Wrong::TooMany(1));
        assert_eq!(wrong(Kind::Day(10), "snart"), Wrong::NotDay);
        assert_eq!(wrong(Kind::Day(10), "23.11.2026"), Wrong::Past);
        assert_eq!(wrong(Kind::Day(10), "5.12.2026"), Wrong::TooFar);
        assert_eq!(wrong(Kind::Choice(&["yes"]), "maybe"), Wrong::NotChosen);
        assert_eq!(wrong(Kind::Quarter, "2026-4"), Wrong::NotChosen);
        assert_eq!(wrong(Kind::Account, "12"), Wrong::NotAccount);
        assert_eq!(wrong(Kind::Agree, ""), Wrong::NotAgreed);
    }

    #[test]
    fn lines_are_taken_apart_however_the_browser_ends_them() {
        let lines = check_field(Kind::Lines(3), "Ida\r\n\r\n Karl \r\n", TODAY).unwrap();
        assert_eq!(lines, Value::Lines(vec!["Ida".to_owned(), "Karl".to_owned()]));
    }
}
