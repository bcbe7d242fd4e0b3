//! Rules and exceptions, from forms and into words.

use basics::Language;
use hours::{ByDay, Exception, Freq, Rule};
use jiff::civil::{Time, Weekday, date, time};
use words::words;

use super::points::{danish, library};
use crate::edit::exceptions::form::ExceptionForm;
use crate::edit::exceptions::holidays_to_settle;
use crate::edit::hours::form::RuleForm;
use crate::edit::hours::told;
use crate::model::{ExceptionRow, RuleRow};

fn ten() -> Time {
    time(10, 0, 0, 0)
}

fn four() -> Time {
    time(16, 0, 0, 0)
}

fn weekly() -> Rule {
    Rule::weekly(&[Weekday::Monday, Weekday::Tuesday, Weekday::Thursday], ten(), four())
}

fn first_saturday() -> Rule {
    Rule::monthly(vec![ByDay { ordinal: Some(1), weekday: Weekday::Saturday }], ten(), four())
}

#[test]
fn a_rule_is_told_in_words() {
    let every_other = Rule { interval: 2, dtstart: Some(date(2026, 9, 7)), ..weekly() };
    let last_day = Rule { byday: Vec::new(), bymonthday: vec![15, -1], ..first_saturday() };
    let summer = Rule {
        valid_from: Some(date(2026, 7, 1)),
        valid_to: Some(date(2026, 7, 31)),
        open_on_holidays: true,
        note: Some("kun telefon".to_owned()),
        closes_at: Time::midnight(),
        ..weekly()
    };
    for (rule, told) in [
        (weekly(), "mandag, tirsdag og torsdag kl. 10.00–16.00"),
        (every_other, "mandag, tirsdag og torsdag kl. 10.00–16.00, hver 2. uge, fra 7. sep. 2026"),
        (first_saturday(), "den første lørdag i måneden kl. 10.00–16.00"),
        (last_day, "den 15. i måneden og den sidste dag i måneden kl. 10.00–16.00"),
        (
            summer,
            "mandag, tirsdag og torsdag kl. 10.00–midnat, fra 1. jul. 2026, til 31. jul. 2026, også på helligdage \
             (kun telefon)",
        ),
    ] {
        assert_eq!(told::rule(danish(), &rule), told);
    }
    let english = told::rule(words(Language::En), &first_saturday());
    assert_eq!(english, "the first Saturday of the month 10:00–16:00");
}

#[test]
fn a_rule_goes_into_the_form_and_comes_out_again() {
    let first_and_third = Rule {
        byday: Rule::parse_byday("1SA,3SA").unwrap(),
        interval: 2,
        valid_from: Some(date(2026, 1, 1)),
        ..first_saturday()
    };
    let dates = Rule { byday: Vec::new(), bymonthday: vec![1, -1], ..first_saturday() };
    for rule in [weekly(), first_saturday(), first_and_third, dates] {
        let form = RuleForm::of(&rule, 3, danish()).unwrap();
        assert_eq!(form.parse(danish()).unwrap(), rule);
    }
}

#[test]
fn a_rule_from_elsewhere_that_the_form_cannot_say_is_left_alone() {
    let mixed = Rule { byday: Rule::parse_byday("1MO,3FR").unwrap(), ..first_saturday() };
    let friday_13 =
        Rule { byday: Rule::parse_byday("FR").unwrap(), bymonthday: vec![13], ..first_saturday() };
    let named_by_start = Rule { byday: Vec::new(), dtstart: Some(date(2026, 9, 7)), ..weekly() };
    for rule in [mixed, friday_13, named_by_start] {
        assert_eq!(rule.validate(), Ok(()));
        assert_eq!(RuleForm::of(&rule, 3, danish()), None, "{rule:?}");
    }
}

#[test]
fn each_field_of_a_rule_says_what_is_wrong_with_it() {
    type Typed = fn(&mut RuleForm);
    let cases: [(&str, Typed); 13] = [
        ("days", |form| form.days.clear()),
        ("days", |form| form.days.push("XX".to_owned())),
        ("repeat", |form| form.repeat.clear()),
        ("which", |form| form.repeat = "monthly-days".to_owned()),
        ("month_days", |form| form.repeat = "monthly-dates".to_owned()),
        ("month_days", |form| {
            (form.repeat, form.month_days) = ("monthly-dates".to_owned(), "15, 32".to_owned());
        }),
        ("every", |form| form.every = "0".to_owned()),
        ("start", |form| form.every = "2".to_owned()),
        ("start", |form| form.start = "mandag".to_owned()),
        ("opens", |form| form.opens = "tidligt".to_owned()),
        ("closes", |form| form.closes = "10:00".to_owned()),
        ("valid_to", |form| {
            (form.valid_from, form.valid_to) = ("2026-08-01".to_owned(), "2026-07-01".to_owned());
        }),
        ("note", |form| form.note = "a".repeat(151)),
    ];
    for (field, change) in cases {
        let mut form = RuleForm::of(&weekly(), 3, danish()).unwrap();
        change(&mut form);
        let errors = form.parse(danish()).unwrap_err();
        let told: Vec<&str> = errors.all().iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(told, [field]);
        let message = errors.of(field).unwrap();
        assert!(message.contains(' ') && !message.contains("staff-"), "{field}: {message}");
    }
}

#[test]
fn every_second_week_begins_where_it_is_said_to() {
    let mut form = RuleForm::of(&weekly(), 3, danish()).unwrap();
    (form.every, form.start) = ("2".to_owned(), "7.9.2026".to_owned());
    let rule = form.parse(danish()).unwrap();
    assert_eq!((rule.freq, rule.interval, rule.dtstart), (Freq::Weekly, 2, Some(date(2026, 9, 7))));
    assert!(rule.falls_on(date(2026, 9, 7)) && !rule.falls_on(date(2026, 9, 14)));
}

#[test]
fn the_preview_names_the_holidays_of_the_next_fourteen_days() {
    let mut point = library();
    let rule = Rule { byday: Rule::parse_byday("TH,FR").unwrap(), ..weekly() };
    point.rules = vec![RuleRow { id: uuid::Uuid::nil(), rule: rule.clone() }];
    let days = told::preview(danish(), &point.opening_hours(), date(2026, 12, 21));
    assert_eq!(days.len(), 14);
    assert!(days[0].today);
    assert_eq!(
        (days[3].day.as_str(), days[3].hours.as_str()),
        ("torsdag 24. dec. 2026", "Lukket: juleaftensdag.")
    );
    assert_eq!(days[0].hours, "Lukket");
    point.rules[0].rule = Rule { open_on_holidays: true, ..rule };
    let open = told::preview(danish(), &point.opening_hours(), date(2026, 12, 21));
    assert_eq!((open[3].hours.as_str(), open[3].holiday.as_deref()), ("10.00–16.00", Some("juleaftensdag")));
}

#[test]
fn an_exception_is_one_day_or_more_with_a_reason() {
    let form = |from: &str, to: &str, hours: &str, reason: &str| ExceptionForm {
        date_from: from.to_owned(),
        date_to: to.to_owned(),
        hours: hours.to_owned(),
        opens: "10:00".to_owned(),
        closes: "12:00".to_owned(),
        reason: reason.to_owned(),
        ..ExceptionForm::default()
    };
    let today = date(2026, 3, 2);
    let parse = |form: &ExceptionForm| form.parse(danish(), today);
    let one_day = parse(&form("5-6-2026", "", "closed", "Personaledag")).unwrap();
    assert_eq!(one_day, Exception::closed(date(2026, 6, 5), date(2026, 6, 5), "Personaledag"));
    let special = parse(&form("2026-12-23", "2026-12-23", "open", "Lille juleaften")).unwrap();
    assert_eq!(special, Exception::open(date(2026, 12, 23), ten(), time(12, 0, 0, 0), "Lille juleaften"));
    for (form, wrong) in [
        (form("", "", "closed", "Ferie"), "date_from"),
        (form("2026-07-02", "2026-07-01", "closed", "Ferie"), "date_to"),
        (form("2026-02-27", "", "closed", "Ferie"), "date_from"),
        (form("2026-02-27", "2026-03-01", "closed", "Ferie"), "date_to"),
        (form("2026-07-01", "", "", "Ferie"), "hours"),
        (form("2026-07-01", "", "closed", " "), "reason"),
    ] {
        let errors = parse(&form).unwrap_err();
        let told: Vec<&str> = errors.all().iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(told, [wrong], "{form:?}");
    }
}

#[test]
fn only_holidays_that_nobody_has_spoken_of_are_proposed() {
    let mut point = library();
    let today = date(2026, 11, 21);
    let proposed = |point: &_| -> Vec<String> {
        holidays_to_settle(point, today).into_iter().map(|(_, holiday)| holiday.key().to_owned()).collect()
    };
    let all = proposed(&point);
    assert_eq!(all[..4], ["christmas-eve", "christmas-day", "second-christmas-day", "new-years-eve"]);
    assert!(all.contains(&"good-friday".to_owned()) && !all.contains(&"great-prayer-day".to_owned()));
    let exception = Exception::closed(date(2026, 12, 24), date(2027, 1, 1), "Jul");
    point.exceptions.push(ExceptionRow { id: uuid::Uuid::nil(), exception });
    assert_eq!(proposed(&point)[0], "maundy-thursday");
}
