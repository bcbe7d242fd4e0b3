//! The rules of Digital Post as dated data: `data/denmark/post-rules.csv`, a line for each rule and the time it holds.
//!
//! Nothing in the code knows a number of days. What held last year is still known, so that what happened then can be
//! explained.

use std::sync::LazyLock;

use dated::{OnDay, Rules, RulesError};
use jiff::civil::Date;

static SHIPPED: LazyLock<PostRules> = LazyLock::new(|| {
    PostRules::parse(include_str!("../../../../data/denmark/post-rules.csv"))
        .expect("the rules that the program carries are read by a test")
});

/// The rules of the program, and what they say on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
struct PostRules(Rules);

/// The rules of one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostTerms {
    /// From which age a mailbox is opened for residents, in years.
    pub enrolment_age_years: i16,
    /// How long after moving in a mailbox is opened, in days.
    pub newcomer_days: i64,
    /// How long an exemption holds.
    pub exemption: ExemptionTerm,
    /// Unopened post of how many months can be had on paper when somebody becomes exempt.
    pub older_mail_months: i64,
    /// After how many days an unopened important letter is reminded of, in order.
    pub reminder_days: Vec<i64>,
    /// After how many days the helper is told, where the holder has chosen one.
    pub helper_reminder_days: i64,
    /// How many days after a last step it is still made up for, where no node was running in time.
    pub reminder_late_days: i64,
    /// How long the code for a chosen helper works, in days.
    pub helper_code_days: i64,
    /// As `reminder_days`, for call-ups.
    pub call_up_reminder_days: Vec<i64>,
    /// After how many days an unopened call-up stands in the sender's list.
    pub call_up_follow_up_days: i64,
    /// The message codes of call-ups, in capitals.
    pub call_up_codes: Vec<String>,
    /// How long deleted post can be taken back, in days.
    pub bin_days: i64,
    /// How many letters make a mailbox full.
    pub most_letters: i64,
    /// How many bytes make a mailbox full.
    pub most_bytes: i64,
    /// How many bytes a holder may send at once.
    pub most_bytes_written: i64,
    /// How many files a holder may send at once.
    pub most_files_written: i64,
}

/// The rules of exemption on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExemptionTerms {
    /// How long an exemption holds that is given on this day.
    pub term: ExemptionTerm,
    /// Unopened post of how many months can be had on paper with it.
    pub older_mail_months: i64,
}

/// How long an exemption holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExemptionTerm {
    /// Until the holder enrols again.
    ForLife,
    /// To a day of a later calendar year, with a warning so many days before.
    Until {
        /// How many calendar years later.
        years: i16,
        /// The month, from 1.
        month: i8,
        /// The day of the month, from 1.
        day: i8,
        /// How many days before its end the holder is warned.
        warning_days: i64,
    },
}

impl ExemptionTerm {
    /// The last day of an exemption that is given on a day.
    #[must_use]
    pub fn ends(self, given: Date) -> Option<Date> {
        match self {
            ExemptionTerm::ForLife => None,
            ExemptionTerm::Until { years, month, day, .. } => {
                Date::new(given.year() + years, month, day).ok()
            }
        }
    }
}

/// When Digital Post became mandatory, and the first rules began.
const BEGINNING: Date = jiff::civil::date(2014, 11, 1);

/// The rules of the program on a day; for days before there was Digital Post, those that it began with.
///
/// # Panics
/// Never: a test reads every month from the beginning to 2100.
#[must_use]
pub fn post_terms(day: Date) -> PostTerms {
    SHIPPED.on(day.max(BEGINNING)).expect("the rules that the program carries are whole on every day")
}

/// The rules of exemption alone, as [`post_terms`].
///
/// # Panics
/// Never: a test reads every day from the beginning to 2100.
#[must_use]
pub fn exemption_terms(day: Date) -> ExemptionTerms {
    SHIPPED
        .exemption_on(day.max(BEGINNING))
        .expect("the rules that the program carries say what an exemption is")
}

impl PostRules {
    fn parse(text: &str) -> Result<Self, RulesError> {
        Rules::parse(text).map(Self)
    }

    fn exemption_on(&self, day: Date) -> Result<ExemptionTerms, RulesError> {
        let rules = self.0.on(day);
        let term = match rules.value("exemption_for_life")? {
            "yes" => ExemptionTerm::ForLife,
            "no" => {
                let (years, month, day) = later_day(&rules, "exemption_until")?;
                ExemptionTerm::Until {
                    years,
                    month,
                    day,
                    warning_days: rules.number("exemption_warning_days")?,
                }
            }
            _ => return Err(rules.wrong("exemption_for_life", "yes or no")),
        };
        Ok(ExemptionTerms { term, older_mail_months: rules.number("older_mail_months")? })
    }

    fn on(&self, day: Date) -> Result<PostTerms, RulesError> {
        let rules = self.0.on(day);
        let ExemptionTerms { term: exemption, older_mail_months } = self.exemption_on(day)?;
        Ok(PostTerms {
            enrolment_age_years: i16::try_from(rules.number("enrolment_age_years")?)
                .map_err(|_| rules.wrong("enrolment_age_years", "a number of years"))?,
            newcomer_days: rules.number("newcomer_days")?,
            exemption,
            older_mail_months,
            reminder_days: rules.numbers("reminder_days")?,
            helper_reminder_days: rules.number("helper_reminder_days")?,
            reminder_late_days: rules.number("reminder_late_days")?,
            helper_code_days: rules.number("helper_code_days")?,
            call_up_reminder_days: rules.numbers("call_up_reminder_days")?,
            call_up_follow_up_days: rules.number("call_up_follow_up_days")?,
            call_up_codes: rules.all("call_up_code").map(|line| line.value.to_uppercase()).collect(),
            bin_days: rules.number("bin_days")?,
            most_letters: rules.number("most_letters")?,
            most_bytes: rules.number("most_megabytes")? * 1_000_000,
            most_bytes_written: rules.number("most_megabytes_written")? * 1_000_000,
            most_files_written: rules.number("most_files_written")?,
        })
    }
}

/// `+2-11-01`: 1 November of the second calendar year after.
fn later_day(rules: &OnDay<'_>, rule: &'static str) -> Result<(i16, i8, i8), RulesError> {
    let value = rules.value(rule)?;
    let parts = value.strip_prefix('+').and_then(|rest| {
        let mut parts = rest.splitn(3, '-');
        Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
    });
    // A leap year has every day that there is.
    let is_a_day = |&(_, month, day): &(i16, i8, i8)| Date::new(2024, month, day).is_ok();
    parts.filter(is_a_day).ok_or_else(|| rules.wrong(rule, "years, month and day such as +2-11-01"))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_rules_are_whole_on_every_day() {
        let mut day = date(2014, 10, 1);
        while day < date(2100, 1, 1) {
            assert!(post_terms(day).bin_days > 0, "{day}");
            day = day.saturating_add(jiff::Span::new().months(1));
        }
        assert_eq!(post_terms(date(2026, 11, 22)).reminder_days, [3, 7, 14]);
        assert_eq!(post_terms(date(2026, 11, 22)).enrolment_age_years, 15);
    }

    #[test]
    fn an_exemption_had_an_end_once_and_has_none_today() {
        let then = post_terms(date(2020, 5, 4)).exemption;
        assert_eq!(then, ExemptionTerm::Until { years: 2, month: 11, day: 1, warning_days: 60 });
        assert_eq!(then.ends(date(2020, 5, 4)), Some(date(2022, 11, 1)));
        let now = post_terms(date(2026, 5, 4)).exemption;
        assert_eq!((now, now.ends(date(2026, 5, 4))), (ExemptionTerm::ForLife, None));
    }

    #[test]
    fn what_an_exemption_is_has_been_said_on_every_day_since_it_began() {
        let mut day = date(2014, 11, 1);
        while day < date(2100, 1, 1) {
            let has_end = exemption_terms(day).term.ends(day).is_some();
            assert_eq!(has_end, day < date(2023, 6, 1), "{day}");
            day = day.saturating_add(jiff::Span::new().days(1));
        }
        assert_eq!(exemption_terms(date(2022, 5, 4)).older_mail_months, 6);
    }

    #[test]
    fn what_is_wrong_with_a_file_of_rules_is_said() {
        let head = "rule,value,valid_from,valid_to,legal_basis\n";
        let day = date(2026, 1, 2);
        let missing = PostRules::parse(&format!("{head}bin_days,30,2026-01-01,,x")).unwrap().on(day);
        assert_eq!(missing, Err(RulesError::Missing { rule: "exemption_for_life", day }));
        let spoilt = include_str!("../../../../data/denmark/post-rules.csv").replace("3;7;14", "7;3");
        let wrong = PostRules::parse(&spoilt).unwrap().on(day).unwrap_err().to_string();
        assert_eq!(wrong, "rule reminder_days on 2026-01-02 must be rising numbers with a semicolon between");
    }
}
