//! Reporting VAT (*moms*) for a company: what was added on sales, what was paid on purchases, and the difference.

use basics::Money;

use super::{Checked, Field, Form, Kind, Outcome, Step, Value, Whose};

/// The form.
pub static VAT: Form = Form {
    slug: "moms",
    whose: Whose::Company,
    service: "vat",
    power: "vat.act",
    steps: &[
        Step { slug: "periode", fields: &[Field { name: "quarter", kind: Kind::Quarter }], only_if: None },
        Step {
            slug: "handel",
            fields: &[Field { name: "traded", kind: Kind::Choice(&["yes", "no"]) }],
            only_if: None,
        },
        Step {
            slug: "tal",
            fields: &[
                Field { name: "sales", kind: Kind::Amount },
                Field { name: "purchases", kind: Kind::Amount },
            ],
            only_if: Some(("traded", "yes")),
        },
    ],
    result: Some(difference),
};

/// What is to be paid, or comes back. A company that did not trade reports nothing, and has to.
fn difference(checked: &Checked) -> Option<Outcome> {
    let amount = |name| match checked.value(name) {
        Some(Value::Amount(amount)) => *amount,
        _ => Money::ZERO,
    };
    let difference = amount("sales").checked_sub(amount("purchases"))?;
    Some(match difference.ore() {
        0 => Outcome { key: "zero", amount: Money::ZERO },
        1.. => Outcome { key: "pay", amount: difference },
        _ => Outcome { key: "back", amount: Money::ZERO.checked_sub(difference)? },
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::forms::Answers;

    fn outcome(sales: &str, purchases: &str, traded: &str) -> Outcome {
        let today = date(2026, 11, 24);
        let mut answers: Answers = VAT.example(today);
        for (name, typed) in [("sales", sales), ("purchases", purchases), ("traded", traded)] {
            answers.insert(name.to_owned(), typed.to_owned());
        }
        difference(&VAT.check(&answers, today).unwrap()).unwrap()
    }

    #[test]
    fn the_difference_is_to_be_paid_or_comes_back() {
        let ore = |outcome: Outcome| (outcome.key, outcome.amount.ore());
        assert_eq!(ore(outcome("25.000", "10.000,50", "yes")), ("pay", 1_499_950));
        assert_eq!(ore(outcome("0", "1.000", "yes")), ("back", 100_000));
        assert_eq!(ore(outcome("12,5", "12,50", "yes")), ("zero", 0));
        // What was typed before somebody said that there was no trade does not count.
        assert_eq!(ore(outcome("25.000", "0", "no")), ("zero", 0));
    }
}
