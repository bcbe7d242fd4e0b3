//! Intervals of shares at the ends of their range.

use estimates::{Design, Error, ShareInterval, Survey};

use crate::world::{close, numbers, six};

fn share(needed: &[f64], how: ShareInterval) -> Result<(f64, f64), Error> {
    let frame = six().with("x", numbers(needed)).unwrap();
    let survey = Survey::new(frame, &Design::new()).unwrap();
    let interval = survey.ask().share("x == 1", how)?[0].interval.clone()?;
    Ok((interval.low, interval.high))
}

#[test]
fn nobody_and_everybody_have_a_beta_interval_only() {
    let (low, high) = share(&[0.0; 6], ShareInterval::Beta).unwrap();
    close(low, 0.0);
    // (1 - p)^6 = 0.025
    close(high, 1.0 - 0.025_f64.powf(1.0 / 6.0));
    let (low, high) = share(&[1.0; 6], ShareInterval::Beta).unwrap();
    close(low, 0.025_f64.powf(1.0 / 6.0));
    close(high, 1.0);
    for how in
        [ShareInterval::Logit, ShareInterval::Arcsine, ShareInterval::Wilson, ShareInterval::Likelihood]
    {
        let said = share(&[0.0; 6], how).unwrap_err().to_string();
        assert!(said.ends_with("gives no interval when the share is 0; the beta interval does"), "{said}");
    }
}

#[test]
fn every_kind_holds_the_share_and_stays_in_range() {
    for how in [
        ShareInterval::Logit,
        ShareInterval::Arcsine,
        ShareInterval::Beta,
        ShareInterval::Wilson,
        ShareInterval::Likelihood,
    ] {
        let (low, high) = share(&[1.0, 0.0, 1.0, 0.0, 0.0, 0.0], how).unwrap();
        assert!((0.0..1.0 / 3.0).contains(&low), "{how:?}: {low} to {high}");
        assert!(high > 1.0 / 3.0 && high <= 1.0, "{how:?}: {low} to {high}");
    }
}

#[test]
fn a_share_without_variance_in_a_whole_population() {
    let frame = six().with("whole", numbers(&[3.0; 6])).unwrap();
    let survey = Survey::new(frame, &Design::new().strata("town").population("whole")).unwrap();
    let mean = survey.ask().mean(&["needed"]).unwrap();
    close(mean.rows[0].se, 0.0);
    close(mean.rows[0].interval.unwrap().low, 0.5);
}
