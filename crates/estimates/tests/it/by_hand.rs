//! Examples small enough to be worked out by hand.

use estimates::{Design, Missing, MultiResponse, QuantileRule, Quantiles, Survey};

use crate::world::{by_town, close, labels, numbers, six};

#[test]
fn a_stratified_total_and_its_error() {
    let survey = by_town();
    let total = survey.ask().total(&["visits"]).unwrap();
    let visits = total.one().unwrap();
    // 10 (1 + 2 + 3) + 20 (2 + 6 + 4); between people 1 in Vejle and 4 in Ribe
    close(visits.value, 300.0);
    let vejle = 30.0_f64 * 30.0 / 3.0 * (1.0 - 3.0 / 30.0);
    let ribe = 60.0_f64 * 60.0 / 3.0 * (1.0 - 3.0 / 60.0) * 4.0;
    close(visits.se, (vejle + ribe).sqrt());
    close(visits.df, 4.0);
    assert_eq!((visits.rows, visits.n, visits.missing), (6, 6, 0));
    close(visits.population, 90.0);
}

#[test]
fn a_mean_in_a_domain_counts_those_outside_as_nothing() {
    let survey = Survey::new(six(), &Design::new()).unwrap();
    let men = survey.ask().filter("sex == 'm'").unwrap().mean(&["visits"]).unwrap();
    let men = men.one().unwrap();
    close(men.value, 4.0);
    // influences -1 and 1, and four zeros: 6/5 times their squares
    close(men.se, (6.0_f64 / 5.0 * 2.0).sqrt());
    close(men.df, 1.0);
}

#[test]
fn clusters_vary_by_their_sums() {
    let frame = six().with("house", numbers(&[1.0, 1.0, 2.0, 2.0, 3.0, 3.0])).unwrap();
    let survey = Survey::new(frame, &Design::new().units("house")).unwrap();
    let total = survey.ask().total(&["visits"]).unwrap();
    // sums 3, 5 and 10 around 6: 3/2 (9 + 1 + 16)
    close(total.one().unwrap().se, (1.5_f64 * 26.0).sqrt());
}

#[test]
fn later_stages_add_what_varies_within_units() {
    // 2 of 4 schools, 2 of 10 pupils in each
    let frame = estimates::Frame::new()
        .with("school", numbers(&[1.0, 1.0, 2.0, 2.0]))
        .and_then(|frame| frame.with("pupil", numbers(&[1.0, 2.0, 1.0, 2.0])))
        .and_then(|frame| frame.with("schools", numbers(&[4.0; 4])))
        .and_then(|frame| frame.with("pupils", numbers(&[10.0; 4])))
        .and_then(|frame| frame.with("books", numbers(&[1.0, 3.0, 4.0, 8.0])))
        .unwrap();
    let design = Design::new().units("school").units("pupil").population("schools").population("pupils");
    let survey = Survey::new(frame, &design).unwrap();
    let total = survey.ask().total(&["books"]).unwrap();
    let total = total.one().unwrap();
    // weights 4/2 times 10/2
    close(total.value, 160.0);
    // sums 40 and 120 between schools; within, (1 - 2/10) 2 (10² + 10²) and (1 - 2/10) 2 (20² + 20²)
    let between = 0.5 * 2.0 * (40.0_f64.powi(2) + 40.0_f64.powi(2));
    let within = 0.5 * (0.8 * 2.0 * 200.0 + 0.8 * 2.0 * 800.0);
    close(total.se, (between + within).sqrt());
}

#[test]
fn a_difference_knows_that_groups_share_strata() {
    let survey = by_town();
    let by_sex = survey.ask().by(&["sex"]).covariance().mean(&["visits"]).unwrap();
    let difference = by_sex.contrast(&[("m", 1.0), ("k", -1.0)]).unwrap();
    let model = survey.ask().mean_difference("visits", "sex").unwrap();
    close(difference.value, model.difference);
    assert!((difference.se - model.se).abs() < 1e-9, "{} and {}", difference.se, model.se);
    assert_eq!(model.groups, ["k".to_owned(), "m".to_owned()]);
    let ratio = by_sex.contrast_of("m / k").unwrap();
    close(
        ratio.value,
        by_sex.get(&["m"], "visits").unwrap().value / by_sex.get(&["k"], "visits").unwrap().value,
    );
    close(by_sex.contrast_of("m - k").unwrap().se, difference.se);
}

#[test]
fn the_median_is_where_half_of_the_weight_is() {
    let survey = by_town();
    let median = |rule| {
        let how = Quantiles { rule, ..Quantiles::default() };
        survey.ask().quantiles(&["visits"], &[0.5], how).unwrap()[0].value
    };
    // 1:10, 2:30, 3:10, 4:20, 6:20 of 90: half is passed at 3
    close(median(QuantileRule::Math), 3.0);
    let simple = Survey::new(six(), &Design::new()).unwrap();
    let half = |rule| {
        let how = Quantiles { rule, ..Quantiles::default() };
        simple.ask().quantiles(&["visits"], &[0.5], how).unwrap()[0].value
    };
    // 1 2 2 | 3 4 6
    close(half(QuantileRule::Math), 2.0);
    close(half(QuantileRule::School), 2.5);
    close(half(QuantileRule::Hf7), 2.5);
}

#[test]
fn shares_of_people_and_shares_of_answers() {
    let frame = six().with("asked_bank", numbers(&[1.0, 1.0, 0.0, 0.0, 0.0, 1.0])).unwrap();
    let survey = Survey::new(frame, &Design::new()).unwrap();
    let people = survey.ask().multi_response(&["needed", "asked_bank"], MultiResponse::OfPeople).unwrap();
    close(people.rows[0].value, 0.5);
    close(people.rows[1].value, 0.5);
    let answers = survey.ask().multi_response(&["needed", "asked_bank"], MultiResponse::OfAnswers).unwrap();
    close(answers.rows[0].value + answers.rows[1].value, 1.0);
}

#[test]
fn what_is_missing_is_told_and_left_out_as_asked() {
    let gaps = [Some(1.0), None, Some(3.0), Some(2.0), None, Some(4.0)];
    let frame = six().with("age", estimates::Column::numbers(gaps)).unwrap();
    let survey = Survey::new(frame, &Design::new()).unwrap();
    let apart = survey.ask().mean(&["visits", "age"]).unwrap();
    assert_eq!((apart.rows[0].n, apart.rows[1].n, apart.rows[1].missing), (6, 4, 2));
    let together = survey.ask().missing(Missing::Listwise).mean(&["visits", "age"]).unwrap();
    assert_eq!(together.rows[0].n, 4);
    close(together.rows[0].value, 2.5);
    let refused = survey.ask().missing(Missing::Refuse).mean(&["age"]).unwrap_err();
    assert_eq!(refused.to_string(), "age is missing in 2 rows of all rows, first in row 2");
}

#[test]
fn a_cross_table_counts_people() {
    let survey = by_town();
    let table = survey.ask().cross_table("town", "sex").unwrap();
    let cells: Vec<(&str, &str, f64, usize)> = table
        .cells
        .iter()
        .map(|cell| (cell.row.as_str(), cell.column.as_str(), cell.count, cell.n))
        .collect();
    assert_eq!(
        cells,
        [("Ribe", "k", 40.0, 2), ("Vejle", "k", 20.0, 2), ("Ribe", "m", 20.0, 1), ("Vejle", "m", 10.0, 1)]
    );
}

#[test]
fn labels_keep_the_order_they_are_given() {
    let column = labels(&["b", "a", "b"]);
    let estimates::Column::Categories { labels, codes } = column else { panic!("categories") };
    assert_eq!((labels, codes), (vec!["a".to_owned(), "b".to_owned()], vec![1, 0, 1]));
}
