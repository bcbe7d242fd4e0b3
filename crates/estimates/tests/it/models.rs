//! Models, where something is known of what comes out.

use estimates::{Area, Column, Design, Error, Family, Formula, Frame, Scale, Survey, fay_herriot};

use crate::world::{by_town, close, six};

#[test]
fn a_model_of_groups_gives_their_means() {
    let survey = by_town();
    let means = survey.ask().by(&["town"]).mean(&["needed"]).unwrap();
    let model = survey.ask().model(&Formula::read("needed ~ town").unwrap(), Family::Logistic).unwrap();
    let share = model.coefficients[0].value;
    assert!((1.0 / (1.0 + (-share).exp()) - means.rows[0].value).abs() < 1e-10);
    let people = six();
    let predicted = model.predict(&people, Scale::Response).unwrap();
    assert!((predicted[0].value - means.get(&["Vejle"], "needed").unwrap().value).abs() < 1e-10);
    assert!((predicted[0].se - means.get(&["Vejle"], "needed").unwrap().se).abs() < 1e-8);
}

#[test]
fn formulas_are_read_with_their_interactions() {
    let survey = Survey::new(six(), &Design::new()).unwrap();
    let names = |formula: &str| -> Vec<String> {
        let model = survey.ask().model(&Formula::read(formula).unwrap(), Family::Linear).unwrap();
        model.coefficients.into_iter().map(|c| c.name).collect()
    };
    assert_eq!(names("visits ~ (needed * 2) + sex"), ["(Intercept)", "(needed * 2)", "sexm"]);
    assert_eq!(names("visits ~ needed * town"), ["(Intercept)", "needed", "townVejle", "needed:townVejle"]);
    assert_eq!(names("visits ~ 0 + needed + C(sex)"), ["needed", "sexm"]);
}

#[test]
fn predictive_margins_of_a_lone_category_are_the_groups_means() {
    let survey = by_town();
    let margins = survey
        .ask()
        .marginal_means(&Formula::read("needed ~ sex").unwrap(), Family::Logistic, "sex")
        .unwrap();
    let means = survey.ask().by(&["sex"]).mean(&["needed"]).unwrap();
    for (margin, mean) in margins.means.iter().zip(&means.rows) {
        assert_eq!(margin.label, mean.domain[0]);
        assert!((margin.value - mean.value).abs() < 1e-10);
    }
}

#[test]
fn a_term_is_found_by_its_name() {
    let survey = by_town();
    let model = survey.ask().model(&Formula::read("visits ~ town").unwrap(), Family::Linear).unwrap();
    let test = model.test("town").unwrap();
    close(test.f, model.coefficients[1].t.powi(2));
    assert!((test.p_value - model.coefficients[1].p_value).abs() < 1e-12);
    assert_eq!(model.test("age").unwrap_err(), Error::NoSuchTerm("age".to_owned()));
    let ratio = model.likelihood_ratio("town").unwrap();
    assert!(ratio.statistic > 0.0 && (0.0..1.0).contains(&ratio.p_value));
}

#[test]
fn small_areas_lean_on_the_model_the_more_the_less_is_known_of_them() {
    let areas: Vec<Area> = (0..8_u32)
        .map(|i| {
            let x = f64::from(i);
            Area {
                name: format!("area {i}"),
                direct: 10.0 + x + if i.is_multiple_of(2) { 1.5 } else { -1.5 },
                variance: 0.2 + 0.3 * x,
                covariates: vec![x],
            }
        })
        .collect();
    let model = fay_herriot(&areas).unwrap();
    assert!(model.variance > 0.0);
    for (area, estimate) in areas.iter().zip(&model.areas) {
        assert!(estimate.mse < area.variance * 1.6);
        let (low, high) = (area.direct.min(estimate.expected), area.direct.max(estimate.expected));
        assert!(low <= estimate.value && estimate.value <= high);
    }
    assert!(model.areas.windows(2).all(|pair| pair[0].weight_of_direct > pair[1].weight_of_direct));
    assert!(fay_herriot(&areas[..2]).is_err());
    let mut broken = areas;
    broken[3].variance = 0.0;
    assert_eq!(
        fay_herriot(&broken).unwrap_err().to_string(),
        "the variance of an area is 0, but must be above zero"
    );
}

/// Some hundred people in two strata of six clusters each, with gaps; each label also as a number of its own, so that every row has its own columns.
fn with_labels_and_numbers() -> Survey {
    let rows = 480_u32;
    let of = |row: u32, step: u32, size: u32| (row * step / 7 + row) % size;
    let age = |row: u32| (of(row, 3, 11) != 0).then(|| ["15-29", "30-59", "60-89"][of(row, 5, 3) as usize]);
    let town = |row: u32| ["Skive", "Vejle"][of(row, 11, 2) as usize];
    let is = |yes: bool| f64::from(u8::from(yes));
    let frame = Frame::new()
        .with("stratum", Column::categories((0..rows).map(|row| Some((row % 2).to_string()))))
        .and_then(|frame| {
            frame.with("unit", Column::categories((0..rows).map(|row| Some((row % 12).to_string()))))
        })
        .and_then(|frame| {
            frame.with("weight", Column::numbers((0..rows).map(|row| Some(1.0 + f64::from(row % 5)))))
        })
        .and_then(|frame| frame.with("age", Column::categories((0..rows).map(age))))
        .and_then(|frame| frame.with("town", Column::categories((0..rows).map(|row| Some(town(row))))))
        .and_then(|frame| {
            frame.with("middle", Column::numbers((0..rows).map(|row| age(row).map(|age| is(age == "30-59")))))
        })
        .and_then(|frame| {
            frame.with("old", Column::numbers((0..rows).map(|row| age(row).map(|age| is(age == "60-89")))))
        })
        .and_then(|frame| {
            frame.with("vejle", Column::numbers((0..rows).map(|row| Some(is(town(row) == "Vejle")))))
        })
        .and_then(|frame| {
            let needs = |row: u32| Some(is((row * row + of(row, 3, 11) + of(row, 5, 3)) % 5 < 2));
            frame.with("needs", Column::numbers((0..rows).map(needs)))
        })
        .unwrap();
    Survey::new(frame, &Design::new().weights("weight").strata("stratum").units("unit")).unwrap()
}

#[test]
fn people_with_the_same_labels_count_together_as_they_do_one_by_one() {
    let survey = with_labels_and_numbers();
    for family in [Family::Linear, Family::Logistic, Family::Poisson] {
        let fitted = |formula: &str| survey.ask().model(&Formula::read(formula).unwrap(), family).unwrap();
        let (labels, numbers) = (
            fitted("needs ~ age * town"),
            fitted("needs ~ (middle) + (old) + (vejle) + (middle * vejle) + (old * vejle)"),
        );
        assert_eq!((labels.n, labels.missing, labels.df), (numbers.n, numbers.missing, numbers.df));
        assert!(labels.missing > 0, "there are gaps");
        for (one, other) in labels.coefficients.iter().zip(&numbers.coefficients) {
            assert!((one.value - other.value).abs() < 1e-9, "{family:?}: {one:?} {other:?}");
            assert!((one.se - other.se).abs() < 1e-9, "{family:?}: {one:?} {other:?}");
        }
        assert!(
            (labels.deviance - numbers.deviance).abs() < 1e-7
                && (labels.dispersion - numbers.dispersion).abs() < 1e-9
        );
    }
}
