//! What holds for any data.

use estimates::{Column, Design, Frame, LonelyUnits, Margin, Method, Survey};
use proptest::prelude::*;

/// A person: stratum, group, weight, value.
type Person = (u8, u8, f64, f64);

fn people() -> impl Strategy<Value = Vec<Person>> {
    let person = (0..3_u8, 0..3_u8, 0.5..20.0_f64, -50.0..50.0_f64);
    prop::collection::vec(person, 12..80).prop_map(|mut people| {
        // every stratum and group has some
        for (at, person) in people.iter_mut().enumerate().take(9) {
            person.0 = u8::try_from(at % 3).unwrap();
            person.1 = u8::try_from(at / 3).unwrap();
        }
        people
    })
}

fn survey(people: &[Person]) -> Survey {
    let text = |n: u8| Some(format!("g{n}"));
    let frame = Frame::new()
        .with("stratum", Column::categories(people.iter().map(|p| text(p.0))))
        .and_then(|frame| frame.with("group", Column::categories(people.iter().map(|p| text(p.1)))))
        .and_then(|frame| frame.with("weight", Column::numbers(people.iter().map(|p| Some(p.2)))))
        .and_then(|frame| frame.with("value", Column::numbers(people.iter().map(|p| Some(p.3)))))
        .unwrap();
    Survey::new(frame, &Design::new().strata("stratum").weights("weight")).unwrap()
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * (1.0 + a.abs().max(b.abs()))
}

proptest! {
    #[test]
    fn the_order_of_rows_does_not_matter(people in people(), turn in 1..11_usize) {
        let mut turned = people.clone();
        turned.rotate_left(turn);
        let by = |people: &[Person]| survey(people).ask().by(&["group"]).covariance().mean(&["value"]).unwrap();
        let (a, b) = (by(&people), by(&turned));
        for (a, b) in a.rows.iter().zip(&b.rows) {
            prop_assert!(near(a.value, b.value) && near(a.se, b.se), "{a:?} {b:?}");
            prop_assert_eq!((&a.domain, a.n), (&b.domain, b.n));
        }
    }

    #[test]
    fn a_group_of_a_table_is_the_filtered_whole(people in people()) {
        let survey = survey(&people);
        let table = survey.ask().by(&["group"]).covariance().mean(&["value"]).unwrap();
        let covariance = table.covariance.as_ref().unwrap();
        for (at, row) in table.rows.iter().enumerate() {
            let condition = format!("group == '{}'", row.domain[0]);
            let alone = survey.ask().filter(&condition).unwrap().mean(&["value"]).unwrap();
            prop_assert!(near(row.value, alone.rows[0].value) && near(row.se, alone.rows[0].se));
            prop_assert!(near(covariance[(at, at)].sqrt(), row.se));
            prop_assert_eq!(row.df, alone.rows[0].df);
        }
    }

    #[test]
    fn the_totals_of_groups_add_up_with_their_covariance(people in people()) {
        let survey = survey(&people);
        let table = survey.ask().by(&["group"]).covariance().total(&["value"]).unwrap();
        let names = table.names();
        let all: Vec<(&str, f64)> = names.iter().map(|name| (name.as_str(), 1.0)).collect();
        let sum = table.contrast(&all).unwrap();
        let whole = survey.ask().total(&["value"]).unwrap();
        prop_assert!(near(sum.value, whole.rows[0].value));
        prop_assert!((sum.se - whole.rows[0].se).abs() < 1e-7 * (1.0 + sum.se), "{} {}", sum.se, whole.rows[0].se);
    }

    #[test]
    fn units_of_one_row_are_rows(people in people()) {
        let plain = survey(&people);
        let rows = (0..people.len()).map(|row| Some(row as f64));
        let frame = plain.frame().clone().with("unit", Column::numbers(rows)).unwrap();
        let units = Survey::new(frame, &Design::new().strata("stratum").units("unit").weights("weight")).unwrap();
        let ask = |survey: &Survey| survey.ask().by(&["group"]).mean(&["value"]).unwrap();
        prop_assert_eq!(ask(&plain).rows, ask(&units).rows);
    }

    #[test]
    fn post_strata_meet_their_totals(people in people(), totals in prop::array::uniform3(1.0..1e6_f64)) {
        let cells = (0..3).map(|g| format!("g{g}")).zip(totals);
        let done = survey(&people).post_stratified(&Margin::new("group", cells)).unwrap();
        let counts = done.survey.ask().counts(&["group"]).unwrap();
        for (row, total) in counts.rows.iter().zip(totals) {
            prop_assert!(near(row.value, total) && row.se < 1e-9 * total, "{row:?}");
        }
    }

    #[test]
    fn the_jackknife_of_a_total_is_linearisation(people in people()) {
        let survey = survey(&people);
        let jackknife = survey.replicated(Method::Jkn, true, LonelyUnits::Fail).unwrap();
        let (a, b) = (survey.ask().total(&["value"]).unwrap(), jackknife.ask().total(&["value"]).unwrap());
        prop_assert!((a.rows[0].se - b.rows[0].se).abs() < 1e-8 * (1.0 + a.rows[0].se));
    }

    #[test]
    fn no_text_makes_reading_stop_badly(text in "\\PC{0,40}") {
        let _ = estimates::Expression::read(&text);
        let _ = estimates::Formula::read(&text);
    }
}
