//! Models, where something is known of what comes out.

use estimates::{Area, Design, Error, Family, Formula, Scale, Survey, fay_herriot};

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
