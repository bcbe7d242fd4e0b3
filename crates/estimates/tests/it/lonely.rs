//! Strata with one sampling unit.

use estimates::{Design, Error, Frame, LonelyUnits, Method, Survey};

use crate::world::{close, labels, numbers};

/// Two strata with two people, and one with one.
fn five() -> Survey {
    let frame = Frame::new()
        .with("island", labels(&["Als", "Als", "Fur", "Fur", "Mors"]))
        .and_then(|frame| frame.with("trips", numbers(&[1.0, 3.0, 2.0, 6.0, 5.0])))
        .unwrap();
    Survey::new(frame, &Design::new().strata("island")).unwrap()
}

fn variance(survey: &Survey, lonely: LonelyUnits) -> Result<f64, Error> {
    Ok(survey.ask().lonely(lonely).total(&["trips"])?.one()?.se.powi(2))
}

#[test]
fn each_way_to_treat_them() {
    let survey = five();
    let failed = variance(&survey, LonelyUnits::Fail).unwrap_err();
    assert!(failed.to_string().starts_with("stratum Mors has one sampling unit"), "{failed}");
    // 2 (1 + 1) + 2 (4 + 4) of the others
    close(variance(&survey, LonelyUnits::Certainty).unwrap(), 20.0);
    close(variance(&survey, LonelyUnits::Average).unwrap(), 30.0);
    // and (5 - 17/5)² from the mean of all
    close(variance(&survey, LonelyUnits::Adjust).unwrap(), 20.0 + 1.6 * 1.6);
}

#[test]
fn a_stratum_that_was_taken_whole_is_not_lonely() {
    let frame = five().frame().clone().with("size", numbers(&[4.0, 4.0, 4.0, 4.0, 1.0])).unwrap();
    let survey = Survey::new(frame, &Design::new().strata("island").population("size")).unwrap();
    assert!(survey.ask().total(&["trips"]).is_ok());
}

#[test]
fn a_domain_without_the_stratum_is_not_troubled_by_it() {
    let survey = five();
    assert!(survey.ask().filter("island != 'Mors'").unwrap().total(&["trips"]).is_ok());
    let by_island = survey.ask().by(&["island"]).lonely(LonelyUnits::Certainty).mean(&["trips"]).unwrap();
    close(by_island.get(&["Mors"], "trips").unwrap().se, 0.0);
    assert_eq!(
        survey.ask().by(&["island"]).lonely(LonelyUnits::Average).mean(&["trips"]).unwrap_err(),
        Error::AllLonely
    );
}

#[test]
fn in_domains_only_when_asked() {
    let survey = five();
    let ask = survey.ask().filter("trips in (1, 2, 6)").unwrap().lonely(LonelyUnits::Adjust);
    let plain = ask.total(&["trips"]).unwrap().rows[0].se;
    // Als has one of its two left: 2 (1/4 + 1/4) around its own mean
    close(plain.powi(2), 1.0 + 16.0);
    let treated = ask.lonely_in_domains(true).total(&["trips"]).unwrap().rows[0].se;
    // around 9/4, the mean of all four: 2 ((1 - 9/4)² + (9/4)²)
    close(treated.powi(2), 2.0 * (1.25_f64.powi(2) + 2.25_f64.powi(2)) + 16.0);
}

#[test]
fn covariances_follow_the_same_rules() {
    let survey = five();
    for lonely in [LonelyUnits::Certainty, LonelyUnits::Adjust, LonelyUnits::Average] {
        let ask = survey.ask().lonely(lonely);
        let alone = ask.total(&["trips"]).unwrap();
        let full = ask.covariance().total(&["trips"]).unwrap();
        close(full.covariance.unwrap()[(0, 0)], alone.rows[0].se.powi(2));
    }
}

#[test]
fn replicates_refuse_or_leave_them_out() {
    let survey = five();
    assert!(matches!(
        survey.replicated(Method::Jkn, false, LonelyUnits::Fail),
        Err(Error::LonelyUnit { stratum }) if stratum == "Mors"
    ));
    let replicated = survey.replicated(Method::Jkn, false, LonelyUnits::Certainty).unwrap();
    close(replicated.ask().total(&["trips"]).unwrap().rows[0].se.powi(2), 20.0);
}
