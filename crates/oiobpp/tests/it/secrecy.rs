//! No CPR number is shown, wherever in a list it stands, nor told by an error.

use oiobpp::{Constraint, PrivilegeGroup, PrivilegeList, Scope};
use proptest::prelude::*;

use crate::any;

fn with_hyphen(cpr: &str) -> String {
    format!("{}-{}", &cpr[..6], &cpr[6..])
}

proptest! {
    #[test]
    fn a_cpr_number_is_shown_nowhere(cpr in any::cpr(), other in any::privilege()) {
        let mut group = PrivilegeGroup::new(Scope::Person(cpr.parse().unwrap()));
        group.privileges = vec![other, format!("urn:dk:act:{cpr}:{cpr}").parse().unwrap()];
        group.constraints = vec![
            Constraint::new(&format!("urn:dk:{cpr}"), &format!("Aase {}, Bo {cpr}", with_hyphen(&cpr))).unwrap(),
        ];
        // A CPR number in the place of another number.
        let unit = PrivilegeGroup::new(Scope::ProductionUnit(cpr.parse().unwrap()));
        let list = PrivilegeList { groups: vec![group, unit] };
        for shown in [format!("{list:?}"), format!("{list:#?}")] {
            prop_assert!(!shown.contains(&cpr) && !shown.contains(&with_hyphen(&cpr)), "{}", shown);
            let stars = format!("{}••••", &cpr[..6]);
            prop_assert_eq!(shown.matches(&stars).count(), 5, "{}", shown);
        }
        prop_assert!(list.to_xml().contains(&cpr));
    }

    #[test]
    fn an_error_repeats_nothing_of_the_document(
        cpr in any::cpr(), places in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..5),
    ) {
        let mut group = PrivilegeGroup::new(Scope::Person(cpr.parse().unwrap()));
        group.privileges = vec![format!("urn:dk:aase:{cpr}").parse().unwrap()];
        group.constraints = vec![Constraint::new("urn:dk:holm", &format!("Holm {cpr}")).unwrap()];
        let mut document = PrivilegeList { groups: vec![group] }.to_xml().into_bytes();
        for (place, byte) in places {
            *place.get_mut(&mut document) = byte;
        }
        if let Err(error) = PrivilegeList::read_xml(&document) {
            let said = format!("{error} {error:?}");
            for secret in [&*cpr, &cpr[6..], "aase", "olm"] {
                prop_assert!(!said.contains(secret), "{}", said);
            }
        }
    }
}

#[test]
fn a_constraint_shows_what_it_is() {
    let constraint = Constraint::new(Constraint::KLE, "25.*").unwrap();
    assert_eq!(format!("{constraint:?}"), "Constraint { name: \"urn:dk:kombit:KLE\", value: \"25.*\" }");
}
