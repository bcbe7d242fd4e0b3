//! Stories about the library in Vejle and the places around it.

mod days;
mod now;
mod reference;
mod rules;
mod summer_time;

use jiff::civil::Weekday::{Friday, Monday, Saturday, Thursday, Tuesday, Wednesday};
use jiff::civil::{DateTime, Time, time};

use crate::{Moment, OpeningHours, Rule, Span};

fn at(hour: i8, minute: i8) -> Time {
    time(hour, minute, 0, 0)
}

fn span(opens: Time, closes: Time) -> Span {
    Span { opens, closes, note: None }
}

fn only(rule: Rule) -> OpeningHours {
    OpeningHours { rules: vec![rule], exceptions: vec![] }
}

/// The library in Vejle: Monday to Thursday 10-18, Friday 10-16, Saturday 10-14.
fn library() -> OpeningHours {
    OpeningHours {
        rules: vec![
            Rule::weekly(&[Monday, Tuesday, Wednesday, Thursday], at(10, 0), at(18, 0)),
            Rule::weekly(&[Friday], at(10, 0), at(16, 0)),
            Rule::weekly(&[Saturday], at(10, 0), at(14, 0)),
        ],
        exceptions: vec![],
    }
}

/// An instant by the Danish wall clock, the first one where an hour comes twice.
fn danish(local: DateTime) -> Moment {
    Moment::from(&local.in_tz("Europe/Copenhagen").unwrap())
}
