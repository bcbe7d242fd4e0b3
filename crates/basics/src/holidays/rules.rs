//! The holidays as dated data: what, when, from and until which day, and by which law or custom.

use jiff::civil::{Date, date};

use super::Holiday;
use super::Holiday::*;

/// A holiday, and when the rule for it was in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HolidayRule {
    /// What the day is.
    pub holiday: Holiday,
    /// Where in the year it falls.
    pub when: When,
    /// The first day the rule holds; `None` when it is older than any record of it.
    pub valid_from: Option<Date>,
    /// The last day the rule holds; `None` while it does.
    pub valid_to: Option<Date>,
    /// The law the rule rests on, or the law a custom shows in. In Danish, as it is cited.
    pub legal_basis: &'static str,
}

/// Where in the year a day falls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// The same date every year.
    Fixed {
        /// 1 to 12.
        month: i8,
        /// 1 to 31.
        day: i8,
    },
    /// So many days after Easter Sunday, or before it when negative.
    Easter(i16),
}

impl When {
    /// The date in `year`, whose Easter Sunday is `easter`.
    pub(super) fn in_year(self, year: i16, easter: Date) -> Option<Date> {
        match self {
            Self::Fixed { month, day } => Date::new(year, month, day).ok(),
            Self::Easter(days) => easter.checked_add(jiff::Span::new().days(days)).ok(),
        }
    }
}

impl HolidayRule {
    /// Whether the rule is in force on `date`.
    pub fn in_force(&self, date: Date) -> bool {
        self.valid_from.is_none_or(|from| from <= date) && self.valid_to.is_none_or(|to| date <= to)
    }

    /// Whether `date`, in the year whose Easter Sunday is `easter`, is this holiday.
    pub(super) fn falls_on(&self, date: Date, easter: Date) -> bool {
        let here = match self.when {
            When::Fixed { month, day } => (date.month(), date.day()) == (month, day),
            When::Easter(days) => date.day_of_year() - easter.day_of_year() == days,
        };
        here && self.in_force(date)
    }
}

/// The rules, public holidays first.
pub fn rules() -> &'static [HolidayRule] {
    &RULES
}

/// The reform that left the public holidays as they are.
const REFORM: Date = date(1770, 10, 26);

const CHURCH: &str = "forordning af 26. oktober 1770; lukkelovens § 2, stk. 1, som ændret ved lov nr. 214 af 06/03/2023 § 7, nr. 1";
const SHOPS: &str = "sædvane; jf. lukkelovens § 2, stk. 1 (lov om detailsalg fra butikker m.v.)";

const RULES: [HolidayRule; 14] = [
    church(NewYear, When::Fixed { month: 1, day: 1 }),
    church(MaundyThursday, When::Easter(-3)),
    church(GoodFriday, When::Easter(-2)),
    church(EasterSunday, When::Easter(0)),
    church(EasterMonday, When::Easter(1)),
    HolidayRule {
        valid_to: Some(date(2023, 12, 31)),
        legal_basis: "forordning af 26. oktober 1770; afskaffet fra 2024 ved lov nr. 214 af 06/03/2023",
        ..church(GreatPrayerDay, When::Easter(26))
    },
    church(Ascension, When::Easter(39)),
    church(WhitSunday, When::Easter(49)),
    church(WhitMonday, When::Easter(50)),
    church(ChristmasDay, When::Fixed { month: 12, day: 25 }),
    church(SecondChristmasDay, When::Fixed { month: 12, day: 26 }),
    HolidayRule {
        valid_from: Some(date(1849, 6, 5)),
        ..custom(ConstitutionDay, When::Fixed { month: 6, day: 5 })
    },
    custom(ChristmasEve, When::Fixed { month: 12, day: 24 }),
    custom(NewYearsEve, When::Fixed { month: 12, day: 31 }),
];

const fn church(holiday: Holiday, when: When) -> HolidayRule {
    HolidayRule { holiday, when, valid_from: Some(REFORM), valid_to: None, legal_basis: CHURCH }
}

const fn custom(holiday: Holiday, when: When) -> HolidayRule {
    HolidayRule { holiday, when, valid_from: None, valid_to: None, legal_basis: SHOPS }
}
