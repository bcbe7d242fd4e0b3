//! Numbers, distances, dates and times as a language writes them.

use basics::Language;
use icu_calendar::Iso;
use icu_datetime::fieldsets;
use icu_datetime::input::Date as IcuDate;
use icu_datetime::{DateTimeFormatter, FixedCalendarDateTimeFormatter};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale_core::Locale;
use jiff::civil::{Date, Time, Weekday};

use crate::Words;

pub(crate) struct Formats {
    number: DecimalFormatter,
    long_date: DateTimeFormatter<fieldsets::YMDE>,
    short_date: DateTimeFormatter<fieldsets::YMD>,
    weekday: FixedCalendarDateTimeFormatter<icu_calendar::Gregorian, fieldsets::E>,
}

impl Formats {
    pub(crate) fn of(language: Language) -> Self {
        let locale = locale_of(language);
        Self {
            number: DecimalFormatter::try_new(
                locale.clone().into(),
                icu_decimal::options::DecimalFormatterOptions::default(),
            )
            .expect("the language's numbers are built in"),
            long_date: DateTimeFormatter::try_new(locale.clone().into(), fieldsets::YMDE::long())
                .expect("the language's dates are built in"),
            short_date: DateTimeFormatter::try_new(locale.clone().into(), fieldsets::YMD::medium())
                .expect("the language's dates are built in"),
            weekday: FixedCalendarDateTimeFormatter::try_new(locale.into(), fieldsets::E::long())
                .expect("the language's weekdays are built in"),
        }
    }
}

fn locale_of(language: Language) -> Locale {
    let tag = match language {
        Language::Da => "da",
        Language::En => "en-GB",
        Language::Ar => "ar-u-ca-gregory-nu-latn",
        Language::Tr => "tr",
        Language::Ur => "ur-u-ca-gregory-nu-latn",
    };
    tag.parse().expect("the tags are valid")
}

impl Words {
    /// A whole number: `1.111` in Danish, `1,111` in English.
    #[must_use]
    pub fn number(&self, n: i64) -> String {
        self.formats.number.format(&Decimal::from(n)).to_string()
    }

    /// A distance: metres in steps of 50 below one kilometre, one decimal below ten, whole kilometres above.
    #[must_use]
    pub fn distance(&self, km: f64) -> String {
        let metres = (km * 1000.0).max(0.0);
        #[expect(
            clippy::cast_possible_truncation,
            reason = "no two places on Earth are further apart than fits"
        )]
        if metres < 975.0 {
            let rounded = ((metres / 50.0).round() as i64 * 50).max(50);
            self.t1("distance-m", "n", self.number(rounded))
        } else if km < 9.95 {
            let mut tenths = Decimal::from((km * 10.0).round() as i64);
            tenths.multiply_pow10(-1);
            tenths.trim_end();
            self.t1("distance-km", "n", self.formats.number.format(&tenths).to_string())
        } else {
            self.t1("distance-km", "n", self.number(km.round() as i64))
        }
    }

    /// A date in full: `torsdag 24. december 2026`.
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        self.formats.long_date.format(&icu_date(date)).to_string()
    }

    /// A date in short: `24. dec. 2026`.
    #[must_use]
    pub fn short_date(&self, date: Date) -> String {
        self.formats.short_date.format(&icu_date(date)).to_string()
    }

    /// A weekday: `mandag`.
    #[must_use]
    pub fn weekday(&self, weekday: Weekday) -> String {
        // 4 January 2021 was a Monday.
        let day =
            Date::constant(2021, 1, 3).saturating_add(jiff::Span::new().days(weekday.to_monday_one_offset()));
        let gregorian = icu_date(day).to_calendar(icu_calendar::Gregorian);
        self.formats.weekday.format(&gregorian).to_string()
    }

    /// A time of day on the 24-hour clock: `09.00` in Danish, `09:00` elsewhere.
    #[must_use]
    pub fn time(&self, time: Time) -> String {
        let separator = if self.language() == Language::Da { '.' } else { ':' };
        format!("{:02}{separator}{:02}", time.hour(), time.minute())
    }
}

fn icu_date(date: Date) -> IcuDate<Iso> {
    let (month, day) = (date.month().unsigned_abs(), date.day().unsigned_abs());
    IcuDate::try_new_iso(date.year().into(), month, day).expect("every civil date is an ISO date")
}

#[cfg(test)]
mod tests {
    use basics::Language;
    use jiff::civil::{Weekday, date, time};

    use crate::words;

    #[test]
    fn each_language_writes_numbers_its_own_way_in_european_digits() {
        let written = Language::ALL.map(|language| words(language).number(1_111));
        assert_eq!(written, ["1.111", "1,111", "1,111", "1.111", "1,111"]);
    }

    #[test]
    fn a_danish_date_is_written_as_danes_write_it() {
        assert_eq!(words(Language::Da).date(date(2026, 12, 24)), "torsdag 24. december 2026");
        assert_eq!(words(Language::En).date(date(2026, 12, 24)), "Thursday, 24 December 2026");
        assert!(words(Language::Ar).date(date(2026, 12, 24)).contains("ديسمبر"));
        assert!(words(Language::Ar).date(date(2026, 12, 24)).contains("24"));
        assert!(words(Language::Tr).date(date(2026, 12, 24)).contains("Aralık"));
        assert!(words(Language::Ur).date(date(2026, 12, 24)).contains("دسمبر"));
    }

    #[test]
    fn distances_are_as_exact_as_a_walker_needs() {
        let danish = words(Language::Da);
        let said = [0.0, 0.12, 0.96, 0.98, 3.44, 9.96, 171.6].map(|km| danish.distance(km));
        assert_eq!(said, ["50 meter", "100 meter", "950 meter", "1 km", "3,4 km", "10 km", "172 km"]);
    }

    #[test]
    fn weekdays_and_times_follow_the_language() {
        assert_eq!(words(Language::Da).weekday(Weekday::Monday), "mandag");
        assert_eq!(words(Language::Tr).weekday(Weekday::Sunday), "Pazar");
        assert_eq!(words(Language::Da).time(time(9, 5, 0, 0)), "09.05");
        assert_eq!(words(Language::En).time(time(17, 30, 0, 0)), "17:30");
    }
}
