use jiff::civil::date;
use proptest::prelude::*;

use super::*;

#[test]
fn the_holidays_of_2026_are_those_in_the_danish_calendar() {
    let days: Vec<_> = holidays_in(2026).into_iter().map(|(day, holiday)| (day, holiday.key())).collect();
    assert_eq!(
        days,
        [
            (date(2026, 1, 1), "new-year"),
            (date(2026, 4, 2), "maundy-thursday"),
            (date(2026, 4, 3), "good-friday"),
            (date(2026, 4, 5), "easter-sunday"),
            (date(2026, 4, 6), "easter-monday"),
            (date(2026, 5, 14), "ascension"),
            (date(2026, 5, 24), "whit-sunday"),
            (date(2026, 5, 25), "whit-monday"),
            (date(2026, 6, 5), "constitution-day"),
            (date(2026, 12, 24), "christmas-eve"),
            (date(2026, 12, 25), "christmas-day"),
            (date(2026, 12, 26), "second-christmas-day"),
            (date(2026, 12, 31), "new-years-eve"),
        ]
    );
}

#[test]
fn great_prayer_day_was_a_holiday_until_2023_and_is_not_from_2024() {
    assert_eq!(holiday_on(date(2022, 5, 13)), Some(Holiday::GreatPrayerDay));
    assert_eq!(holiday_on(date(2023, 5, 5)), Some(Holiday::GreatPrayerDay));
    assert_eq!(holiday_on(date(2024, 4, 26)), None);
    assert!(!holidays_in(2024).iter().any(|(_, holiday)| *holiday == Holiday::GreatPrayerDay));
}

#[test]
fn constitution_day_is_a_custom_and_christmas_day_a_holiday() {
    assert_eq!(holiday_on(date(2026, 6, 5)).map(Holiday::kind), Some(DayKind::CustomaryClosing));
    assert_eq!(holiday_on(date(2026, 12, 25)).map(Holiday::kind), Some(DayKind::PublicHoliday));
}

#[test]
fn whit_monday_on_constitution_day_is_a_public_holiday_and_both_are_listed() {
    assert_eq!(holiday_on(date(2017, 6, 5)), Some(Holiday::WhitMonday));
    let that_day: Vec<_> =
        holidays_in(2017).into_iter().filter(|(day, _)| *day == date(2017, 6, 5)).map(|(_, h)| h).collect();
    assert_eq!(that_day, [Holiday::WhitMonday, Holiday::ConstitutionDay]);
}

#[test]
fn every_rule_says_what_it_rests_on_and_public_holidays_stand_first() {
    assert!(rules().iter().all(|rule| !rule.legal_basis.is_empty()));
    assert!(rules().is_sorted_by_key(|rule| rule.holiday.kind()));
}

#[test]
fn a_holiday_is_stored_by_its_key() {
    for rule in rules() {
        let json = serde_json::to_string(&rule.holiday).unwrap();
        assert_eq!(json, format!("\"{}\"", rule.holiday.key()));
        assert_eq!(serde_json::from_str::<Holiday>(&json).unwrap(), rule.holiday);
    }
}

#[test]
fn the_ends_of_the_calendar_hold() {
    assert_eq!(holiday_on(Date::MAX), Some(Holiday::NewYearsEve));
    assert_eq!(holiday_on(Date::MIN), None);
    assert!(holidays_in(i16::MAX).is_empty());
}

proptest! {
    #[test]
    fn the_list_of_a_year_and_the_question_of_a_day_agree(year in 1700i16..2300, day in 1i16..=366) {
        let list = holidays_in(year);
        let Ok(date) = date(year, 1, 1).with().day_of_year(day).build() else { return Ok(()) };
        let listed = list.iter().find(|(listed, _)| *listed == date).map(|(_, holiday)| *holiday);
        prop_assert_eq!(holiday_on(date), listed);
    }
}
