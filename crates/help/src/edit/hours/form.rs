//! The form of one rule: every week, every month on a weekday ("the first Saturday"), or every month on a date.

use hours::{ByDay, Freq, HoursError, Rule};
use jiff::civil::{Date, Time, Weekday};
use page::FieldErrors;
use serde::Deserialize;
use words::Words;

use crate::edit::typed;

/// As many characters as a note has.
const LONGEST_NOTE: usize = 150;
/// Rarer than every so many weeks or months is no rule but an exception.
const RAREST: u32 = 52;

/// The weekdays by their code in RFC 5545.
pub(crate) const DAYS: [(&str, Weekday); 7] = [
    ("MO", Weekday::Monday),
    ("TU", Weekday::Tuesday),
    ("WE", Weekday::Wednesday),
    ("TH", Weekday::Thursday),
    ("FR", Weekday::Friday),
    ("SA", Weekday::Saturday),
    ("SU", Weekday::Sunday),
];
/// Which ones of the month: the first to the fifth, and the last.
pub(crate) const WHICH: [&str; 6] = ["1", "2", "3", "4", "5", "-1"];
/// In what a rule repeats.
pub(crate) const REPEATS: [&str; 3] = ["weekly", "monthly-days", "monthly-dates"];

/// What was typed, as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub(crate) struct RuleForm {
    pub(crate) version: String,
    pub(crate) repeat: String,
    pub(crate) days: Vec<String>,
    pub(crate) which: Vec<String>,
    pub(crate) month_days: String,
    pub(crate) every: String,
    pub(crate) start: String,
    pub(crate) opens: String,
    pub(crate) closes: String,
    pub(crate) valid_from: String,
    pub(crate) valid_to: String,
    /// `yes` where it also holds on holidays.
    pub(crate) holidays: Vec<String>,
    pub(crate) note: String,
    /// Not empty where somebody only wants to see what it would look like.
    pub(crate) preview: String,
}

impl RuleForm {
    /// A form for a new rule.
    pub(crate) fn empty(version: i64) -> Self {
        Self {
            version: version.to_string(),
            repeat: "weekly".to_owned(),
            every: "1".to_owned(),
            ..Self::default()
        }
    }

    /// The form of a rule; `None` for a rule that came from elsewhere and says more than the form can.
    pub(crate) fn of(rule: &Rule, version: i64, words: &Words) -> Option<Self> {
        let repeat = match rule.freq {
            Freq::Weekly => "weekly",
            Freq::Monthly if rule.bymonthday.is_empty() => "monthly-days",
            Freq::Monthly => "monthly-dates",
        };
        let mut days: Vec<String> = Vec::new();
        let mut which: Vec<String> = Vec::new();
        for day in &rule.byday {
            let code = DAYS.iter().find(|(_, weekday)| *weekday == day.weekday).map_or("", |(code, _)| code);
            if !days.iter().any(|known| known == code) {
                days.push(code.to_owned());
            }
            if let Some(ordinal) = day.ordinal.map(|ordinal| ordinal.to_string())
                && !which.contains(&ordinal)
            {
                which.push(ordinal);
            }
        }
        let month_days: Vec<String> = rule.bymonthday.iter().map(ToString::to_string).collect();
        let form = Self {
            version: version.to_string(),
            repeat: repeat.to_owned(),
            days,
            which,
            month_days: month_days.join(", "),
            every: rule.interval.to_string(),
            start: typed::of_date(rule.dtstart),
            opens: typed::of_time(rule.opens_at),
            closes: typed::of_time(rule.closes_at),
            valid_from: typed::of_date(rule.valid_from),
            valid_to: typed::of_date(rule.valid_to),
            holidays: if rule.open_on_holidays { vec!["yes".to_owned()] } else { Vec::new() },
            note: rule.note.clone().unwrap_or_default(),
            preview: String::new(),
        };
        let same = form.parse(words).is_ok_and(|parsed| {
            Rule { byday: sorted(&parsed.byday), ..parsed }
                == Rule { byday: sorted(&rule.byday), ..rule.clone() }
        });
        same.then_some(form)
    }

    /// Whether the fields for months are needed.
    pub(crate) fn is_monthly(&self) -> bool {
        self.repeat.starts_with("monthly")
    }

    /// Whether anything stands in the fields that few rules need.
    pub(crate) fn is_special(&self) -> bool {
        self.every.trim() != "1"
            || [&self.start, &self.valid_from, &self.valid_to].iter().any(|field| !field.is_empty())
    }

    /// What is chosen where only one can be, as the template wants it.
    pub(crate) fn radio(&self) -> &[String] {
        std::slice::from_ref(&self.repeat)
    }

    /// Understands the form; what cannot be understood, or is no sound rule, is told by field.
    pub(crate) fn parse(&self, words: &Words) -> Result<Rule, FieldErrors> {
        let mut errors = FieldErrors::default();
        let freq = match self.repeat.as_str() {
            "weekly" => Freq::Weekly,
            "monthly-days" | "monthly-dates" => Freq::Monthly,
            _ => {
                errors.add("repeat", words.t("staff-repeat-missing"));
                Freq::Weekly
            }
        };
        let (byday, bymonthday) = match self.repeat.as_str() {
            "monthly-dates" => (Vec::new(), self.month_days(words, &mut errors)),
            "monthly-days" => (self.some_of_the_month(words, &mut errors), Vec::new()),
            _ => (self.weekdays(words, &mut errors).into_iter().map(ByDay::from).collect(), Vec::new()),
        };
        let interval = self.every.trim().parse().ok().filter(|every| (1..=RAREST).contains(every));
        if interval.is_none() {
            errors.add("every", words.t("staff-wrong-every"));
        }
        let dtstart = date(words, "start", &self.start, &mut errors);
        let opens_at = time(words, "opens", &self.opens, &mut errors);
        let closes_at = time(words, "closes", &self.closes, &mut errors);
        let valid_from = date(words, "valid_from", &self.valid_from, &mut errors);
        let valid_to = date(words, "valid_to", &self.valid_to, &mut errors);
        let note = typed::line(&self.note);
        if note.chars().count() > LONGEST_NOTE {
            errors.add("note", words.t1("staff-note-long", "most", LONGEST_NOTE));
        }
        let (Some(opens_at), Some(closes_at), true) = (opens_at, closes_at, errors.is_empty()) else {
            return Err(errors);
        };
        let rule = Rule {
            freq,
            interval: interval.unwrap_or(1),
            byday,
            bymonthday,
            valid_from,
            valid_to,
            dtstart,
            opens_at,
            closes_at,
            open_on_holidays: !self.holidays.is_empty(),
            note: Some(note).filter(|note| !note.is_empty()),
        };
        match rule.validate() {
            Ok(()) => Ok(rule),
            Err(faults) => {
                for fault in faults {
                    errors.add(field(&fault), words.t(fault_key(&fault)));
                }
                Err(errors)
            }
        }
    }

    fn weekdays(&self, words: &Words, errors: &mut FieldErrors) -> Vec<Weekday> {
        let known = |code: &String| DAYS.iter().find(|(known, _)| known == code).map(|(_, weekday)| *weekday);
        let days: Vec<Weekday> = self.days.iter().filter_map(known).collect();
        if days.is_empty() || days.len() < self.days.len() {
            errors.add("days", words.t("hours-fault-no-day"));
        }
        days
    }

    fn some_of_the_month(&self, words: &Words, errors: &mut FieldErrors) -> Vec<ByDay> {
        let days = self.weekdays(words, errors);
        let known = |code: &String| WHICH.contains(&code.as_str()).then(|| code.parse::<i8>().ok()).flatten();
        let which: Vec<i8> = self.which.iter().filter_map(known).collect();
        if which.is_empty() || which.len() < self.which.len() {
            errors.add("which", words.t("staff-which-missing"));
        }
        let of_each = |ordinal: &i8| {
            let ordinal = Some(*ordinal);
            days.iter().map(move |&weekday| ByDay { ordinal, weekday }).collect::<Vec<_>>()
        };
        which.iter().flat_map(of_each).collect()
    }

    fn month_days(&self, words: &Words, errors: &mut FieldErrors) -> Vec<i8> {
        let parts = self.month_days.split([',', ' ', ';']).filter(|part| !part.is_empty());
        let days: Vec<Option<i8>> = parts
            .map(|part| part.trim_end_matches('.').parse().ok().filter(|day| is_month_day(*day)))
            .collect();
        if days.is_empty() || days.contains(&None) {
            errors.add("month_days", words.t("hours-fault-month-day"));
        }
        days.into_iter().flatten().collect()
    }
}

fn is_month_day(day: i8) -> bool {
    (1..=31).contains(&day.unsigned_abs())
}

fn sorted(days: &[ByDay]) -> Vec<ByDay> {
    let mut days = days.to_vec();
    days.sort_by_key(|day| (day.ordinal, day.weekday.to_monday_zero_offset()));
    days
}

/// A date that may be missing.
fn date(words: &Words, field: &str, text: &str, errors: &mut FieldErrors) -> Option<Date> {
    if text.trim().is_empty() {
        return None;
    }
    let date = typed::date(text);
    if date.is_none() {
        errors.add(field, words.t("staff-wrong-date"));
    }
    date
}

/// A time of day that may not be missing.
fn time(words: &Words, field: &str, text: &str, errors: &mut FieldErrors) -> Option<Time> {
    let time = typed::time(text);
    if time.is_none() {
        errors.add(field, words.t(&format!("staff-wrong-{field}")));
    }
    time
}

/// The field of our forms that a fault belongs to.
pub(crate) fn field(fault: &HoursError) -> &'static str {
    match fault.field() {
        "byday" => "days",
        "bymonthday" => "month_days",
        "interval" => "every",
        "dtstart" => "start",
        "closes_at" => "closes",
        other => other,
    }
}

/// The text that tells of a fault.
pub(crate) fn fault_key(fault: &HoursError) -> &'static str {
    match fault {
        HoursError::UnknownDay(_) | HoursError::NoDay => "hours-fault-no-day",
        HoursError::OrdinalInWeeklyRule(_) | HoursError::OrdinalOutOfRange(_) => "hours-fault-ordinal",
        HoursError::MonthDayInWeeklyRule | HoursError::MonthDayOutOfRange(_) => "hours-fault-month-day",
        HoursError::IntervalZero => "staff-wrong-every",
        HoursError::IntervalWithoutStart => "hours-fault-start",
        HoursError::ValidToBeforeValidFrom => "hours-fault-valid-to",
        HoursError::ClosesWhenItOpens => "hours-fault-closes",
        HoursError::DateToBeforeDateFrom => "hours-fault-date-to",
        HoursError::NoReason => "hours-fault-reason",
    }
}
