//! Replicates that are made here.

use estimates::{Design, LonelyUnits, Margin, Method, ReplicateWeights, Survey};

use crate::world::{by_town, close, labels, numbers, six};

#[test]
fn the_jackknife_of_a_mean_with_equal_weights_is_linearisation() {
    let survey = Survey::new(six(), &Design::new()).unwrap();
    let jackknife = survey.replicated(Method::Jk1, false, LonelyUnits::Fail).unwrap();
    let (a, b) = (survey.ask().mean(&["visits"]).unwrap(), jackknife.ask().mean(&["visits"]).unwrap());
    close(a.rows[0].se, b.rows[0].se);
    close(a.rows[0].df, b.rows[0].df);
}

#[test]
fn the_stratified_jackknife_of_a_total_is_linearisation() {
    let survey = by_town();
    let jackknife = survey.replicated(Method::Jkn, true, LonelyUnits::Fail).unwrap();
    let (a, b) = (survey.ask().total(&["visits"]).unwrap(), jackknife.ask().total(&["visits"]).unwrap());
    close(a.rows[0].se, b.rows[0].se);
    close(a.rows[0].df, b.rows[0].df);
}

/// Three pairs of houses.
fn pairs() -> Survey {
    let frame = six().with("pair", labels(&["a", "a", "b", "b", "c", "c"])).unwrap();
    Survey::new(frame, &Design::new().strata("pair")).unwrap()
}

#[test]
fn balanced_halves_of_a_total_are_linearisation() {
    let survey = pairs();
    let linear = survey.ask().total(&["visits"]).unwrap().rows[0].se;
    for method in [Method::BalancedHalves, Method::Fay { rho: 0.5 }] {
        let halves = survey.replicated(method, true, LonelyUnits::Fail).unwrap();
        close(halves.ask().total(&["visits"]).unwrap().rows[0].se, linear);
        assert_eq!(halves.replicates().unwrap().count(), 4);
    }
    assert!(by_town().replicated(Method::BalancedHalves, true, LonelyUnits::Fail).is_err());
    assert!(survey.replicated(Method::Fay { rho: 1.0 }, true, LonelyUnits::Fail).is_err());
}

#[test]
fn bootstraps_come_near_and_repeat_themselves() {
    let survey = by_town();
    let plain = Survey::new(six(), &Design::new().strata("town")).unwrap();
    let linear = plain.ask().total(&["visits"]).unwrap().rows[0].se;
    for method in
        [Method::Bootstrap { replicates: 4000, seed: 7 }, Method::RaoWu { replicates: 4000, seed: 7 }]
    {
        let drawn = plain.replicated(method, false, LonelyUnits::Fail).unwrap();
        let se = drawn.ask().total(&["visits"]).unwrap().rows[0].se;
        assert!((se / linear - 1.0).abs() < 0.05, "{method:?}: {se} and {linear}");
        let again = plain.replicated(method, false, LonelyUnits::Fail).unwrap();
        assert_eq!(se.to_bits(), again.ask().total(&["visits"]).unwrap().rows[0].se.to_bits());
    }
    assert!(survey.replicated(Method::RaoWu { replicates: 1, seed: 7 }, false, LonelyUnits::Fail).is_err());
}

#[test]
fn every_replicate_meets_the_known_totals() {
    let jackknife = pairs().replicated(Method::Jkn, false, LonelyUnits::Fail).unwrap();
    let done = jackknife.post_stratified(&Margin::new("sex", [("k", 55.0), ("m", 35.0)])).unwrap();
    let counts = done.survey.ask().counts(&["sex"]).unwrap();
    assert!(counts.rows.iter().all(|row| row.se < 1e-9), "{counts:?}");
    let late = by_town().post_stratified(&Margin::new("sex", [("k", 55.0), ("m", 35.0)])).unwrap();
    assert!(late.survey.replicated(Method::Jkn, false, LonelyUnits::Fail).is_err());
}

#[test]
fn replicates_that_do_not_fit_are_refused() {
    let survey = by_town();
    let given = |columns: Vec<Vec<f64>>| ReplicateWeights {
        columns,
        are_weights: true,
        scale: 0.5,
        scales: Vec::new(),
        from_estimate: false,
        degrees: Some(3.0),
    };
    let said = |columns| survey.with_replicates(given(columns)).unwrap_err().to_string();
    assert_eq!(said(vec![vec![1.0; 6]]), "replicate weights: 1 replicates tell no variance");
    assert_eq!(said(vec![vec![1.0; 6], vec![1.0; 5]]), "replicate 2 has 5 rows, the others have 6");
    let mut broken = vec![1.0; 6];
    broken[3] = f64::NAN;
    assert_eq!(said(vec![vec![1.0; 6], broken]), "replicate 2 is not a finite number in row 4");
    let fine = survey.with_replicates(given(vec![vec![10.0; 6], vec![20.0; 6]])).unwrap();
    let total = fine.ask().total(&["visits"]).unwrap();
    // 180 and 360 around 270
    close(total.rows[0].se, (0.5_f64 * 2.0 * 90.0 * 90.0).sqrt());
    close(total.rows[0].df, 3.0);
}

#[test]
fn a_jackknife_group_at_a_time_is_the_same_as_from_whole_weights() {
    let frame = six().with("house", numbers(&[1.0, 1.0, 2.0, 2.0, 3.0, 3.0])).unwrap();
    let survey = Survey::new(frame, &Design::new().units("house")).unwrap();
    let quick = survey.replicated(Method::Jk1, false, LonelyUnits::Fail).unwrap();
    let columns =
        (0..3).map(|out| (0..6).map(|row| if row / 2 == out { 0.0 } else { 1.5 }).collect()).collect();
    let slow = survey
        .with_replicates(ReplicateWeights {
            columns,
            are_weights: false,
            scale: 2.0 / 3.0,
            scales: Vec::new(),
            from_estimate: false,
            degrees: None,
        })
        .unwrap();
    let ask = |survey: &Survey| survey.ask().by(&["town"]).mean(&["visits"]).unwrap();
    for (a, b) in ask(&quick).rows.iter().zip(&ask(&slow).rows) {
        close(a.se, b.se);
        close(a.df, b.df);
    }
}
