//! Any valid directory, made from the declarations of the tables themselves.

use std::collections::HashMap;

use proptest::prelude::*;

use crate::{
    Directory, Report,
    check::{Gaps, Raw, examine},
    directory::TABLES,
    kind::Kind,
    record::Table,
};

/// Whether an optional cell is filled, a number to make values of, and a text.
type Seed = (bool, u32, String);

pub(super) fn directories() -> impl Strategy<Value = Directory> {
    let tables: Vec<_> = TABLES.iter().map(|table| prop::collection::vec(row(table), 1..4)).collect();
    tables.prop_map(|seeds| {
        let mut raws = Vec::new();
        for (at, table) in TABLES.iter().enumerate() {
            for (number, row) in seeds[at].iter().enumerate() {
                raws.push(raw(table, number, row, &seeds));
            }
        }
        let mut report = Report::default();
        let directory = examine(&raws, &Gaps::default(), &mut report);
        assert!(report.is_ok(), "{report}");
        directory
    })
}

fn row(table: &'static Table) -> impl Strategy<Value = Vec<Seed>> {
    let text = prop_oneof!["\\PC{1,10}", "[a-zæøå,;\"'=|\r\n\t ]{1,10}"];
    let text = text.prop_filter("a blank text is no value", |text| !text.trim().is_empty());
    prop::collection::vec((any::<bool>(), any::<u32>(), text), table.fields.len())
}

fn id(table: usize, number: usize) -> String {
    format!("0190a3c4-0000-7000-8000-{table:06x}{number:06x}")
}

fn raw(table: &'static Table, number: usize, row: &[Seed], seeds: &[Vec<Vec<Seed>>]) -> Raw {
    let own = TABLES.iter().position(|known| known.name == table.name).expect("a table of the standard");
    let pick = |name: &str, seed: u32| {
        let at = TABLES.iter().position(|known| known.name == name).expect("links go to tables");
        id(at, seed as usize % seeds[at].len())
    };
    let entity = |seed: u32| TABLES[seed as usize % TABLES.len()].name;
    let mut cells: HashMap<&'static str, String> = HashMap::new();
    for (field, (present, seed, text)) in table.fields.iter().zip(row) {
        if !present && !field.required {
            continue;
        }
        let seed = *seed;
        let value = match field.kind {
            Kind::Id => id(own, number),
            Kind::Link(name) | Kind::Parent(name) => pick(name, seed),
            Kind::AnyLink(column) => {
                let at =
                    table.fields.iter().position(|field| field.name == column).expect("the entity column");
                pick(entity(row[at].1), seed)
            }
            Kind::Entity => entity(seed).to_owned(),
            Kind::Text => text.clone(),
            Kind::Email => format!("bo{seed}@vejle.dk"),
            Kind::Url => format!("https://vejle.dk/{seed}?a=æ"),
            Kind::Uri => format!("urn:x:{seed}"),
            Kind::Date => format!("20{:02}-{:02}-{:02}", seed % 100, seed % 12 + 1, seed % 28 + 1),
            Kind::Time => format!("{:02}:{:02}Z", seed % 24, seed % 60),
            Kind::Moment => {
                jiff::Timestamp::from_millisecond(i64::from(seed) * 997).expect("in range").to_string()
            }
            Kind::Whole => seed.to_string(),
            Kind::Number => (f64::from(seed) / 7.0).to_string(),
            Kind::Latitude => (f64::from(seed) / f64::from(u32::MAX) * 180.0 - 90.0).to_string(),
            Kind::Longitude => (f64::from(seed % 361) - 180.0).to_string(),
            Kind::Country => "DK".to_owned(),
            Kind::LanguageCode => ["da", "ar", "kmr"][seed as usize % 3].to_owned(),
            Kind::Choice(all) => all[seed as usize % all.len()].to_owned(),
            Kind::Weekdays => ["MO", "2TU,-1FR"][seed as usize % 2].to_owned(),
            Kind::Numbers(limit) => format!("{},-1", seed % limit + 1),
        };
        cells.insert(field.name, value);
    }
    in_order(&mut cells, "valid_from", "valid_to", |a, b| a > b);
    let number = |text: &String| text.parse::<f64>().expect("made as a number");
    in_order(&mut cells, "minimum_age", "maximum_age", |a, b| number(a) > number(b));
    Raw { table, file: table.file.to_owned(), row: None, cells }
}

fn in_order(
    cells: &mut HashMap<&'static str, String>,
    first: &'static str,
    last: &'static str,
    wrong: impl Fn(&String, &String) -> bool,
) {
    if let (Some(from), Some(to)) = (cells.get(first).cloned(), cells.get(last).cloned())
        && wrong(&from, &to)
    {
        cells.insert(first, to);
        cells.insert(last, from);
    }
}
