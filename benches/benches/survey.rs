//! Means of two variables in 35 domains, against a named reference in the same run: the same estimates asked domain by domain,
//! as R's `survey` and `svy` work through a table. Peers are measured by `cargo xtask bench-survey`.

#![expect(clippy::unwrap_used, reason = "a bench stops where something is wrong")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use insight::{Answer, DesignNames, Opened, Question, Source, generate};

const ROWS: u64 = 20_000;

fn by(variables: &[&str]) -> Question {
    let texts = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
    Question { of: texts(&["need", "hours"]), by: texts(variables), ..Question::default() }
}

/// One question for each domain that the whole table has.
fn one_by_one(opened: &Opened, table: &Answer) -> usize {
    let mut domains: Vec<String> = table
        .rows
        .iter()
        .map(|row| format!("region == '{}' and age_group == '{}'", row.by["region"], row.by["age_group"]))
        .collect();
    domains.dedup();
    let of = |filter: String| Question { filter: Some(filter), ..by(&[]) }.answer(opened).unwrap().rows.len();
    domains.into_iter().map(of).sum()
}

fn means(c: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let (data, margins) = (folder.path().join("survey.csv"), folder.path().join("margins.csv"));
    generate(ROWS, &data, &margins).unwrap();
    let design = DesignNames {
        weights: Some("weight".to_owned()),
        strata: vec!["stratum".to_owned()],
        units: vec!["psu".to_owned()],
        ..DesignNames::default()
    };
    let question = by(&["region", "age_group"]);
    let opened = question.open(&Source { data, design, ..Source::default() }).unwrap();
    let table = question.answer(&opened).unwrap();
    assert_eq!((table.rows.len(), one_by_one(&opened, &table)), (70, 70));
    let mut group = c.benchmark_group("means of two variables in 35 domains, 20,000 respondents");
    group.sample_size(10);
    group
        .bench_function("reference: domain by domain", |b| b.iter(|| one_by_one(&opened, black_box(&table))));
    group.bench_function("all domains at once", |b| b.iter(|| black_box(&question).answer(&opened).unwrap()));
    group.finish();
}

criterion_group!(benches, means);
criterion_main!(benches);
