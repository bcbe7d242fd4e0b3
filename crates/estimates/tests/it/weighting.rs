//! Weights that are brought to what is known.

use estimates::{Calibration, Column, Design, Formula, Margin, Survey, Totals};

use crate::world::{by_town, close, numbers, six};

fn margins() -> [Margin; 2] {
    [Margin::new("sex", [("k", 55.0), ("m", 35.0)]), Margin::new("town", [("Ribe", 50.0), ("Vejle", 40.0)])]
}

#[test]
fn known_totals_are_met_and_do_not_vary() {
    let survey = by_town();
    let [sex, town] = margins();
    let ways = [
        ("post-strata", survey.post_stratified(&sex).unwrap()),
        ("raking", survey.raked(&[town.clone(), sex.clone()]).unwrap()),
        ("linear", survey.calibrated_to_margins(&[town.clone(), sex.clone()], Calibration::Linear).unwrap()),
        (
            "exponential",
            survey.calibrated_to_margins(&[town.clone(), sex.clone()], Calibration::Raking).unwrap(),
        ),
        (
            "logit",
            survey
                .calibrated_to_margins(&[town, sex], Calibration::Logit { lower: 0.3, upper: 3.0 })
                .unwrap(),
        ),
    ];
    for (name, done) in ways {
        let counts = done.survey.ask().counts(&["sex"]).unwrap();
        for (row, expected) in counts.rows.iter().zip([55.0, 35.0]) {
            assert!((row.value - expected).abs() < 1e-9 * expected, "{name}: {} of {expected}", row.value);
            assert!(row.se < 1e-9 * expected, "{name}: {}", row.se);
        }
        assert!((done.report.sum - 90.0).abs() < 1e-9, "{name}");
        assert!(done.report.design_effect >= 1.0 && done.report.smallest_factor > 0.0, "{name}");
        assert_eq!(done.survey.history().len(), 2, "{name}");
    }
}

#[test]
fn raking_is_calibration_with_exponential_factors() {
    let survey = by_town();
    let raked = survey.raked(&margins()).unwrap();
    let calibrated = survey.calibrated_to_margins(&margins(), Calibration::Raking).unwrap();
    for (a, b) in raked.survey.weights().iter().zip(calibrated.survey.weights()) {
        assert!((a - b).abs() < 1e-9 * b, "{a} and {b}");
    }
}

#[test]
fn a_regression_estimator_is_the_mean_plus_what_the_known_total_adds() {
    let survey = by_town();
    let formula = Formula::read("~ visits").unwrap();
    let totals = Totals::new([("(Intercept)", 90.0), ("visits", 330.0)]);
    let done = survey.calibrated(&formula, &totals, Calibration::Linear).unwrap();
    let known = done.survey.ask().total(&["visits"]).unwrap();
    close(known.rows[0].value, 330.0);
    assert!(known.rows[0].se < 1e-9);
    let before =
        survey.ask().model(&Formula::read("needed ~ visits").unwrap(), estimates::Family::Linear).unwrap();
    let expected = before.coefficients[0].value * 90.0 + before.coefficients[1].value * 330.0;
    let total = done.survey.ask().total(&["needed"]).unwrap();
    assert!((total.rows[0].value - expected).abs() < 1e-9);
}

#[test]
fn bounded_factors_stay_within_their_bounds() {
    let survey = by_town();
    for how in [
        Calibration::LinearWithin { lower: 0.8, upper: 1.35 },
        Calibration::RakingWithin { lower: 0.8, upper: 1.35 },
        Calibration::Logit { lower: 0.8, upper: 1.35 },
    ] {
        let sex = Margin::new("sex", [("k", 52.0), ("m", 38.0)]);
        let report = survey.calibrated_to_margins(&[sex], how).unwrap().report;
        assert!(report.smallest_factor >= 0.8 && report.largest_factor <= 1.35, "{how:?}: {report:?}");
    }
}

#[test]
fn trimming_keeps_the_sum() {
    let survey = Survey::new(
        six().with("w", numbers(&[1.0, 2.0, 3.0, 4.0, 5.0, 20.0])).unwrap(),
        &Design::new().weights("w"),
    )
    .unwrap();
    let once = survey.trimmed(2.0, 10.0, false).unwrap();
    close(once.report.sum, 35.0);
    // 10 cut off, 1 added: 9 over four rows
    assert_eq!(once.survey.weights(), [2.0, 4.25, 5.25, 6.25, 7.25, 10.0]);
    assert_eq!(once.report.limited, 2);
    let strict = survey.trimmed(2.0, 7.0, true).unwrap();
    close(strict.report.sum, 35.0);
    assert!(strict.survey.weights().iter().all(|w| (2.0..=7.0).contains(w)), "{:?}", strict.survey.weights());
    assert!(survey.trimmed(5.0, 4.0, false).is_err());
}

#[test]
fn rows_without_weight_stay_without() {
    let mut weights = vec![Some(1.0); 6];
    weights[2] = Some(0.0);
    let survey =
        Survey::new(six().with("w", Column::numbers(weights)).unwrap(), &Design::new().weights("w")).unwrap();
    for done in [
        survey.raked(&margins()).unwrap(),
        survey.calibrated_to_margins(&margins(), Calibration::Linear).unwrap(),
        survey.trimmed(0.5, 2.0, true).unwrap(),
    ] {
        close(done.survey.weights()[2], 0.0);
        let mean = done.survey.ask().mean(&["visits"]).unwrap();
        assert!(mean.rows[0].se.is_finite());
        assert_eq!(mean.rows[0].n, 5);
    }
}

#[test]
fn a_standardised_mean_has_the_standards_ages() {
    let survey = Survey::new(six(), &Design::new()).unwrap();
    let standard = Margin::new("sex", [("k", 1.0), ("m", 1.0)]);
    let done = survey.ask().by(&["town"]).standardised_mean(&["visits"], &standard).unwrap();
    // Vejle: women 2, men 2; Ribe: women 3, men 6
    close(done.estimates.get(&["Vejle"], "visits").unwrap().value, 2.0);
    close(done.estimates.get(&["Ribe"], "visits").unwrap().value, 4.5);
    assert!(done.empty.is_empty());
    let alone = survey.ask().filter("sex == 'k'").unwrap().by(&["town"]);
    let alone = alone.standardised_mean(&["visits"], &standard).unwrap();
    assert_eq!(alone.empty.len(), 2);
}
