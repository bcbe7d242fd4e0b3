//! Applying for housing benefit (*boligstøtte*). What is asked is what a practice form needs; nothing is worked out from it.

use super::{Field, Form, Kind, Step, Whose};

/// The form.
pub static HOUSING_BENEFIT: Form = Form {
    slug: "boligstoette",
    whose: Whose::Person,
    service: "housing_benefit",
    power: "housing_benefit.act",
    steps: &[
        Step { slug: "hvem", fields: &[], only_if: None },
        Step {
            slug: "bolig",
            fields: &[
                Field { name: "street", kind: Kind::Text(100) },
                Field { name: "town", kind: Kind::Text(60) },
                Field { name: "home", kind: Kind::Choice(&["flat", "house", "room"]) },
                Field { name: "rooms", kind: Kind::Count(1, 20) },
            ],
            only_if: None,
        },
        Step {
            slug: "husleje",
            fields: &[
                Field { name: "rent", kind: Kind::Amount },
                Field { name: "heating", kind: Kind::Choice(&["no", "yes"]) },
            ],
            only_if: None,
        },
        Step {
            slug: "husstand",
            fields: &[Field { name: "household", kind: Kind::Choice(&["alone", "others"]) }],
            only_if: None,
        },
        Step {
            slug: "andre",
            fields: &[
                Field { name: "others", kind: Kind::Lines(10) },
                Field { name: "children", kind: Kind::Count(0, 20) },
            ],
            only_if: Some(("household", "others")),
        },
        Step { slug: "indkomst", fields: &[Field { name: "income", kind: Kind::Amount }], only_if: None },
        Step { slug: "samtykke", fields: &[Field { name: "consent", kind: Kind::Agree }], only_if: None },
    ],
    result: None,
};
