//! Applying for the state pension (*folkepension*). What is asked is what a practice form needs; nothing is worked out from it.

use super::{Field, Form, Kind, Step, Whose};

/// As far ahead as a pension is asked for here, in days.
const AHEAD: i64 = 730;

/// The form.
pub static PENSION: Form = Form {
    slug: "folkepension",
    whose: Whose::Person,
    service: "pension",
    power: "pension.act",
    steps: &[
        Step { slug: "hvem", fields: &[], only_if: None },
        Step { slug: "hvornaar", fields: &[Field { name: "from", kind: Kind::Day(AHEAD) }], only_if: None },
        Step {
            slug: "bolig",
            fields: &[Field { name: "lives", kind: Kind::Choice(&["alone", "together", "others"]) }],
            only_if: None,
        },
        Step {
            slug: "partner",
            fields: &[
                Field { name: "partner-name", kind: Kind::Text(100) },
                Field { name: "partner-pension", kind: Kind::Choice(&["yes", "no"]) },
            ],
            only_if: Some(("lives", "together")),
        },
        Step {
            slug: "indkomst",
            fields: &[Field { name: "other-income", kind: Kind::Choice(&["no", "yes"]) }],
            only_if: None,
        },
        Step {
            slug: "beloeb",
            fields: &[
                Field { name: "wages", kind: Kind::Amount },
                Field { name: "pensions", kind: Kind::Amount },
            ],
            only_if: Some(("other-income", "yes")),
        },
        Step { slug: "formue", fields: &[Field { name: "assets", kind: Kind::Amount }], only_if: None },
        Step {
            slug: "udbetaling",
            fields: &[Field { name: "pay-to", kind: Kind::Choice(&["nemkonto", "other"]) }],
            only_if: None,
        },
        Step {
            slug: "konto",
            fields: &[Field { name: "account", kind: Kind::Account }],
            only_if: Some(("pay-to", "other")),
        },
    ],
    result: None,
};
