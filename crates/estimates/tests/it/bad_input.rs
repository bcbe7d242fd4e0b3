//! What is wrong is said, with its name.

use estimates::{
    Calibration, Column, Design, Error, Expression, Family, Formula, Frame, Margin, Survey, Totals,
};

use crate::world::{by_town, labels, numbers, six};

fn refused(column: Column, design: &Design) -> String {
    Survey::new(six().with("x", column).unwrap(), design).unwrap_err().to_string()
}

#[test]
fn designs_that_cannot_be() {
    let weights = Design::new().weights("x");
    assert_eq!(refused(numbers(&[1.0, 1.0, -2.0, 1.0, 1.0, 1.0]), &weights), "x is negative (-2) in row 3");
    assert_eq!(refused(numbers(&[0.0; 6]), &weights), "all weights are zero in x");
    let gap = Column::numbers([Some(1.0), Some(1.0), None, Some(1.0), None, Some(1.0)]);
    assert_eq!(refused(gap, &weights), "x belongs to the design and is missing in 2 rows, first in row 3");
    let strata = Design::new().strata("x");
    let gap = Column::categories([Some("a"), None, Some("a"), Some("b"), Some("b"), Some("b")]);
    assert_eq!(refused(gap, &strata), "x belongs to the design and is missing in 1 rows, first in row 2");
    let small = Design::new().strata("town").population("x");
    let said = refused(numbers(&[30.0, 30.0, 30.0, 2.0, 2.0, 2.0]), &small);
    assert_eq!(said, "stratum Ribe has 3 sampled units, but a population of 2");
    let said = refused(numbers(&[30.0, 31.0, 30.0, 60.0, 60.0, 60.0]), &small);
    assert_eq!(said, "stratum Vejle has the population 30 in one row and 31 in row 2");
    let said = refused(numbers(&[0.5, 0.5, 0.5, 60.0, 60.0, 60.0]), &small);
    assert_eq!(
        said,
        "x is below 1 in some rows and above 1 in others (row 4): fractions and sizes are mixed"
    );
    let units = Design::new().strata("town").units("x");
    let said = refused(labels(&["a", "b", "c", "a", "d", "e"]), &units);
    assert!(said.starts_with("unit a is in stratum Vejle and in stratum Ribe"), "{said}");
    assert!(
        Survey::new(six().with("x", labels(&["a", "b", "c", "a", "d", "e"])).unwrap(), &units.nested())
            .is_ok()
    );
    assert_eq!(
        refused(labels(&["a"; 6]), &Design::new().units("x")),
        "all rows are in one primary sampling unit, x"
    );
    assert_eq!(Survey::new(Frame::new(), &Design::new()).unwrap_err(), Error::NoRows);
}

#[test]
fn columns_that_cannot_be() {
    let infinite = six().with("x", numbers(&[1.0, f64::INFINITY, 1.0, 1.0, 1.0, 1.0])).unwrap_err();
    assert_eq!(infinite.to_string(), "x is not a finite number in row 2");
    assert_eq!(six().with("town", numbers(&[1.0; 6])).unwrap_err(), Error::SameName("town".to_owned()));
    let short = six().with("x", numbers(&[1.0])).unwrap_err();
    assert_eq!(short.to_string(), "x has 1 rows, the others have 6");
    let codes = Column::Categories { codes: vec![0, 0, 7, 0, 0, 0], labels: vec!["a".to_owned()] };
    let code = six().with("x", codes).unwrap_err();
    assert_eq!(code.to_string(), "x has the code 7 in row 3, but only 1 labels");
    // NaN is a gap, not a number
    let frame = six().with("x", numbers(&[f64::NAN, 1.0, 2.0, 3.0, 4.0, 5.0])).unwrap();
    let mean = Survey::new(frame, &Design::new()).unwrap().ask().mean(&["x"]).unwrap();
    assert_eq!((mean.rows[0].value, mean.rows[0].missing), (3.0, 1));
}

#[test]
fn questions_that_cannot_be() {
    let survey = by_town();
    let nobody = survey.ask().filter("visits > 100").unwrap().mean(&["visits"]).unwrap_err();
    assert_eq!(nobody.to_string(), "visits has no rows with a value and a weight in visits > 100");
    assert_eq!(survey.ask().mean(&["age"]).unwrap_err().to_string(), "there is no variable called age");
    assert_eq!(
        survey.ask().mean(&["town"]).unwrap_err().to_string(),
        "town has categories where numbers are needed"
    );
    assert_eq!(
        Expression::read("visits >").unwrap_err().to_string(),
        "\"visits >\" cannot be read at character 9: a name, a number or ( was expected"
    );
    let single = survey.ask().filter("town == 'Vejle'").unwrap().rank_test(
        "visits",
        "town",
        estimates::RankScore::Rank,
    );
    assert_eq!(single.unwrap_err().to_string(), "town has 1 levels in the domain; a test needs at least 2");
    let level = survey.ask().level(95.0).mean(&["visits"]).unwrap_err();
    assert_eq!(level.to_string(), "the level is 95, but must be between 0 and 1");
    let alone =
        survey.ask().filter("visits == 6").unwrap().share("needed == 1", estimates::ShareInterval::Logit);
    assert_eq!(alone.unwrap_err().to_string(), "needed == 1 has 0 degrees of freedom in visits == 6");
}

#[test]
fn a_group_that_cannot_be_estimated_does_not_hide_the_others() {
    let gaps = [None, Some(2.0), None, None, Some(6.0), None];
    let survey = Survey::new(six().with("x", Column::numbers(gaps)).unwrap(), &Design::new()).unwrap();
    let by_sex = survey.ask().by(&["sex"]).mean(&["x"]).unwrap();
    assert_eq!(by_sex.rows.len(), 1);
    assert_eq!(by_sex.undefined[0].reason.to_string(), "x has no rows with a value and a weight in sex k");
    assert!(by_sex.get(&["k"], "x").is_err());
    let ratio = Survey::new(six().with("x", numbers(&[0.0; 6])).unwrap(), &Design::new()).unwrap();
    let nothing = ratio.ask().ratio(&[("visits", "x")]).unwrap_err();
    assert_eq!(nothing.to_string(), "the denominator of visits/x is zero in all rows");
}

#[test]
fn margins_that_cannot_be_met() {
    let survey = by_town();
    let said = |margins: &[Margin]| survey.raked(margins).unwrap_err().to_string();
    let sex = || Margin::new("sex", [("k", 50.0), ("m", 40.0)]);
    assert_eq!(
        said(&[sex(), Margin::new("town", [("Ribe", 60.0), ("Vejle", 40.0)])]),
        "margins do not add up: sex to 90, town to 100"
    );
    assert_eq!(
        said(&[Margin::new("sex", [("k", 90.0)])]),
        "margin sex has no total for m, which 2 rows have"
    );
    assert_eq!(
        said(&[Margin::new("sex", [("k", 50.0), ("m", 30.0), ("x", 10.0)])]),
        "margin sex has 10 in x, but no weighted row of the sample is there"
    );
    assert_eq!(said(&[Margin::new("sex", [("k", 50.0), ("k", 40.0)])]), "margin sex names k twice");
    assert_eq!(said(&[Margin::new("sex", [("k", 50.0), ("m", -1.0)])]), "margin sex has the total -1 in m");
    // nobody is left to meet both
    let frame = six().with("also", labels(&["k", "m", "k", "k", "m", "k"])).unwrap();
    let twice = Survey::new(frame, &Design::new()).unwrap();
    let said =
        twice.raked(&[sex(), Margin::new("also", [("k", 40.0), ("m", 50.0)])]).unwrap_err().to_string();
    assert!(said.starts_with("weights do not reach sex"), "{said}");
    let formula = Formula::read("~ sex + visits").unwrap();
    let totals = |visits| Totals::new([("(Intercept)", 90.0), ("sexm", 40.0), ("visits", visits)]);
    assert!(survey.calibrated(&formula, &totals(310.0), Calibration::Linear).is_ok());
    let bounds = Calibration::Logit { lower: 0.9, upper: 1.1 };
    let said = survey.calibrated(&formula, &totals(900.0), bounds).unwrap_err().to_string();
    assert!(said.starts_with("weights do not reach"), "{said}");
    let short = Totals::new([("(Intercept)", 90.0), ("sexm", 40.0)]);
    let said = survey.calibrated(&formula, &short, Calibration::Linear).unwrap_err().to_string();
    assert_eq!(said, "the totals have no visits");
}

#[test]
fn models_that_cannot_be_fitted() {
    let frame = six().with("twice", numbers(&[2.0, 4.0, 6.0, 4.0, 12.0, 8.0])).unwrap();
    let survey = Survey::new(frame, &Design::new()).unwrap();
    let said = |formula: &str, family| {
        survey.ask().model(&Formula::read(formula).unwrap(), family).unwrap_err().to_string()
    };
    assert_eq!(
        said("needed ~ visits + twice", Family::Linear),
        "twice follows from the terms before it, so the model has no single solution"
    );
    assert_eq!(
        said("visits ~ sex", Family::Logistic),
        "visits is 2 in row 2, which a logistic model does not allow"
    );
    let separated = said("(visits > 3) ~ visits", Family::Logistic);
    assert!(separated.starts_with("the model of (visits > 3) ~ visits did not converge"), "{separated}");
    let frame = six().with("name", labels(&["Aase", "Bo", "Conny", "Dina", "Erik", "Fie"])).unwrap();
    let names = Survey::new(frame, &Design::new()).unwrap();
    let said =
        names.ask().model(&Formula::read("visits ~ name").unwrap(), Family::Linear).unwrap_err().to_string();
    assert_eq!(said, "visits ~ name has 0 degrees of freedom in rows with all terms");
}

#[test]
fn answers_that_are_all_the_same() {
    let survey = Survey::new(six().with("x", numbers(&[1.0; 6])).unwrap(), &Design::new()).unwrap();
    let mean = survey.ask().design_effect(estimates::DesignEffect::WithReplacement).mean(&["x"]).unwrap();
    assert_eq!((mean.rows[0].value, mean.rows[0].se, mean.rows[0].design_effect), (1.0, 0.0, None));
    let difference = survey.ask().mean_difference("x", "sex").unwrap();
    assert!(difference.difference.abs() < 1e-12 && !difference.t.is_nan() && !difference.p_value.is_nan());
    let ranks = survey.ask().rank_test("x", "sex", estimates::RankScore::Rank).unwrap();
    assert!(!ranks.statistic.is_nan() && !ranks.p_value.is_nan());
    let said =
        survey.ask().association("x", "sex", estimates::AssociationTest::RaoScott).unwrap_err().to_string();
    assert_eq!(said, "x has 1 levels in the domain; a test needs at least 2");
    let logistic =
        survey.ask().model(&Formula::read("x ~ visits").unwrap(), Family::Logistic).unwrap_err().to_string();
    assert!(logistic.contains("did not converge"), "{logistic}");
    let quantile = survey.ask().quantiles(&["x"], &[0.5], estimates::Quantiles::default()).unwrap();
    assert_eq!(quantile[0].value, 1.0);
}
