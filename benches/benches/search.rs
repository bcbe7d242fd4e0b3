//! Understanding what somebody typed, each against a named reference in the same run: an exact look-up by code.

#![expect(clippy::unwrap_used, reason = "a bench stops where something is wrong")]

use std::hint::black_box;

use basics::Position;
use criterion::{Criterion, criterion_group, criterion_main};
use gazetteer::{Gazetteer, Municipality, Postcode};
use hours::{Moment, OpeningHours, Rule};
use jiff::Timestamp;
use jiff::civil::{Weekday, time};

fn denmark() -> Gazetteer {
    let rows = |text: &str| -> Vec<csv::StringRecord> {
        csv::Reader::from_reader(text.as_bytes()).records().map(Result::unwrap).collect()
    };
    let at = |lat: &str, lon: &str| Position::new(lat.parse().unwrap(), lon.parse().unwrap()).unwrap();
    let municipalities: Vec<Municipality> = rows(include_str!("../../data/denmark/municipalities.csv"))
        .iter()
        .map(|m| Municipality {
            code: m[0].to_owned(),
            name: m[1].to_owned(),
            region: m[2].to_owned(),
            seat: m[3].to_owned(),
            position: at(&m[4], &m[5]),
        })
        .collect();
    let postcodes: Vec<Postcode> = rows(include_str!("../../data/denmark/postcodes.csv"))
        .iter()
        .map(|p| Postcode {
            code: p[0].to_owned(),
            town: p[1].to_owned(),
            municipality_codes: p[2].split(' ').map(str::to_owned).collect(),
            position: at(&p[3], &p[4]),
            precise: &p[5] != "municipality",
        })
        .collect();
    Gazetteer::new(&municipalities, &postcodes)
}

fn places(c: &mut Criterion) {
    let gazetteer = denmark();
    let mut group = c.benchmark_group("understand a place");
    for (what, typed) in [
        ("reference: an exact postcode", "9000"),
        ("a town", "Aalborg"),
        ("a misspelt town", "Ålbrg"),
        ("nonsense", "qxzyqqq"),
        ("a whole address", "Boulevarden 13, 9000 Aalborg"),
    ] {
        group.bench_function(what, |b| b.iter(|| gazetteer.look_up(black_box(typed))));
    }
    group.finish();
}

fn opening_hours(c: &mut Criterion) {
    let day = [Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday, Weekday::Thursday];
    let rule = Rule::weekly(&day, time(9, 0, 0, 0), time(15, 0, 0, 0));
    let hours = OpeningHours { rules: vec![rule], exceptions: Vec::new() };
    let moment: Moment = "2026-11-24T09:30:00Z".parse::<Timestamp>().unwrap().into();
    let mut group = c.benchmark_group("opening hours");
    group.bench_function("reference: open at a moment", |b| b.iter(|| hours.is_open_at(black_box(moment))));
    group.bench_function("state, with the next opening", |b| b.iter(|| hours.state_at(black_box(moment))));
    group.finish();
}

criterion_group!(benches, places, opening_hours);
criterion_main!(benches);
