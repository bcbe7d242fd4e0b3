//! Danish public holidays, and the other days on which public offices normally keep closed.
//!
//! Which day is what is dated data ([`rules`]); this module only asks it.

mod easter;
mod rules;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use easter::easter_sunday;
pub use rules::{HolidayRule, When, rules};

/// A day with a name on which help is hard to find.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Holiday {
    /// Nytårsdag, 1 January.
    NewYear,
    /// Skærtorsdag, the Thursday before Easter.
    MaundyThursday,
    /// Langfredag, the Friday before Easter.
    GoodFriday,
    /// Påskedag.
    EasterSunday,
    /// 2. påskedag.
    EasterMonday,
    /// Store bededag, the fourth Friday after Easter; an ordinary working day from 2024.
    GreatPrayerDay,
    /// Kristi himmelfartsdag, the sixth Thursday after Easter.
    Ascension,
    /// Pinsedag, the seventh Sunday after Easter.
    WhitSunday,
    /// 2. pinsedag.
    WhitMonday,
    /// Juledag, 25 December.
    ChristmasDay,
    /// 2. juledag, 26 December.
    SecondChristmasDay,
    /// Grundlovsdag, 5 June.
    ConstitutionDay,
    /// Juleaftensdag, 24 December.
    ChristmasEve,
    /// Nytårsaftensdag, 31 December.
    NewYearsEve,
}

/// Why a day is special.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DayKind {
    /// A public holiday (helligdag).
    PublicHoliday,
    /// No public holiday, but public offices normally keep closed.
    CustomaryClosing,
}

impl Holiday {
    /// A fixed name in English, by which the translation is found.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NewYear => "new-year",
            Self::MaundyThursday => "maundy-thursday",
            Self::GoodFriday => "good-friday",
            Self::EasterSunday => "easter-sunday",
            Self::EasterMonday => "easter-monday",
            Self::GreatPrayerDay => "great-prayer-day",
            Self::Ascension => "ascension",
            Self::WhitSunday => "whit-sunday",
            Self::WhitMonday => "whit-monday",
            Self::ChristmasDay => "christmas-day",
            Self::SecondChristmasDay => "second-christmas-day",
            Self::ConstitutionDay => "constitution-day",
            Self::ChristmasEve => "christmas-eve",
            Self::NewYearsEve => "new-years-eve",
        }
    }

    /// Whether it is a holiday by law or a closing day by custom.
    pub const fn kind(self) -> DayKind {
        match self {
            Self::ConstitutionDay | Self::ChristmasEve | Self::NewYearsEve => DayKind::CustomaryClosing,
            _ => DayKind::PublicHoliday,
        }
    }
}

/// The holiday on `date`. When a public holiday falls on a customary closing day, the public holiday is told.
///
/// ```
/// use basics::{Holiday, holiday_on};
/// use jiff::civil::date;
///
/// assert_eq!(holiday_on(date(2023, 5, 5)), Some(Holiday::GreatPrayerDay));
/// assert_eq!(holiday_on(date(2024, 4, 26)), None);
/// ```
pub fn holiday_on(date: Date) -> Option<Holiday> {
    let easter = easter_sunday(date.year());
    // The rules stand with the public holidays first.
    rules().iter().find(|rule| rule.falls_on(date, easter)).map(|rule| rule.holiday)
}

/// Every holiday of a year, by date. A date with two (Whit Monday on Constitution Day) stands twice, the public
/// holiday first. Empty for a year the calendar cannot hold.
pub fn holidays_in(year: i16) -> Vec<(Date, Holiday)> {
    if Date::new(year, 1, 1).is_err() {
        return Vec::new();
    }
    let easter = easter_sunday(year);
    let mut days: Vec<_> = rules()
        .iter()
        .filter_map(|rule| Some((rule.when.in_year(year, easter)?, rule)))
        .filter(|(date, rule)| rule.in_force(*date))
        .map(|(date, rule)| (date, rule.holiday))
        .collect();
    days.sort_by_key(|(date, holiday)| (*date, holiday.kind()));
    days
}

#[cfg(test)]
mod tests;
