//! The digest of a table: blind to order, and to nothing else.

use proptest::prelude::*;
use store::{Store, Tx, params};
use tokio::runtime::Runtime;
use uuid::Uuid;

#[derive(Debug, Clone, PartialEq)]
struct Visit {
    id: u128,
    number: Option<i64>,
    hours: Option<f64>,
    first: Option<bool>,
    note: Option<String>,
    answer: Option<String>,
}

fn visit() -> impl Strategy<Value = Visit> {
    // Few different texts, so that rows resemble each other; no text with a zero in it, which PostgreSQL does not know.
    let text = || proptest::option::of("[ab\u{e5}]{0,2}|[^\\x00]{0,12}");
    let number = prop_oneof![any::<i64>(), -1..2_i64];
    let hours =
        prop_oneof![any::<f64>().prop_filter("a number", |number| !number.is_nan()), Just(0.0), Just(-0.0)];
    let option = proptest::option::of::<BoxedStrategy<_>>;
    (
        any::<u128>(),
        option(number.boxed()),
        proptest::option::of(hours),
        any::<Option<bool>>(),
        text(),
        text(),
    )
        .prop_map(|(id, number, hours, first, note, answer)| Visit {
            id,
            number,
            hours,
            first,
            note,
            answer,
        })
}

struct Table {
    runtime: Runtime,
    store: Store,
    _folder: tempfile::TempDir,
}

impl Table {
    fn new() -> Self {
        let runtime = Runtime::new().unwrap();
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("a.db").display());
        let store = runtime.block_on(Store::open(&url)).unwrap();
        Self { runtime, store, _folder: folder }
    }

    /// The digest of a table with these rows, put in in this order.
    fn digest(&self, visits: &[Visit]) -> String {
        self.runtime.block_on(async {
            // Left without a commit, so that the next one finds nothing.
            let tx = self.store.write().await.unwrap();
            put(&tx, visits).await;
            let digests = store::digest(&tx).await.unwrap();
            assert_eq!(digests.len(), 1);
            assert_eq!(digests[0].rows, i64::try_from(visits.len()).unwrap());
            digests[0].hash.clone()
        })
    }
}

async fn put(tx: &Tx, visits: &[Visit]) {
    let sql = "create table backup_visit (
        id uuid, number bigint, hours double precision, first boolean, note text, answer text
    )";
    tx.run(sql, params![]).await.unwrap();
    for visit in visits {
        let Visit { id, number, hours, first, note, answer } = visit.clone();
        let sql = "insert into backup_visit (id, number, hours, first, note, answer)
            values ($1, $2, $3, $4, $5, $6)";
        tx.run(sql, params![Uuid::from_u128(id), number, hours, first, note, answer]).await.unwrap();
    }
}

/// One small change to a row.
fn changed(visit: &Visit, how: usize) -> Visit {
    let mut visit = visit.clone();
    match how {
        0 => visit.id ^= 1,
        1 => visit.number = visit.number.map_or(Some(0), |number| number.checked_add(1)),
        2 => visit.hours = if visit.hours.is_some() { None } else { Some(0.0) },
        3 => visit.first = visit.first.map_or(Some(false), |first| if first { None } else { Some(true) }),
        4 => visit.note = visit.note.map_or(Some(String::new()), |note| Some(note + " ")),
        _ => std::mem::swap(&mut visit.note, &mut visit.answer),
    }
    visit
}

#[test]
fn the_order_of_rows_does_not_matter() {
    let table = Table::new();
    proptest!(ProptestConfig::with_cases(100), |(
        (visits, shuffled) in proptest::collection::vec(visit(), 0..12)
            .prop_flat_map(|visits| (Just(visits.clone()), Just(visits).prop_shuffle()))
    )| {
        prop_assert_eq!(table.digest(&visits), table.digest(&shuffled));
    });
}

#[test]
fn every_change_matters() {
    let table = Table::new();
    proptest!(ProptestConfig::with_cases(200), |(
        visits in proptest::collection::vec(visit(), 1..8),
        which in any::<proptest::sample::Index>(),
        how in 0..6_usize,
    )| {
        let at = which.index(visits.len());
        let mut other = visits.clone();
        other[at] = changed(&visits[at], how);
        prop_assume!(other[at] != visits[at]);
        let before = table.digest(&visits);
        prop_assert_ne!(&before, &table.digest(&other));
        // A row less, and a row twice.
        other = visits.clone();
        other.remove(at);
        prop_assert_ne!(&before, &table.digest(&other));
        other = visits.clone();
        other.push(visits[at].clone());
        prop_assert_ne!(&before, &table.digest(&other));
    });
}

#[test]
fn values_do_not_run_into_each_other() {
    let table = Table::new();
    let visit = |note: &str, answer: &str| Visit {
        id: 1,
        number: None,
        hours: None,
        first: None,
        note: Some(note.to_owned()),
        answer: Some(answer.to_owned()),
    };
    assert_ne!(table.digest(&[visit("ab", "c")]), table.digest(&[visit("a", "bc")]));
    assert_ne!(table.digest(&[visit("", "a")]), table.digest(&[visit("a", "")]));
    // Upper and lower case, and two ways to write å: equal for some collations, never here.
    assert_ne!(table.digest(&[visit("a", "")]), table.digest(&[visit("A", "")]));
    assert_ne!(table.digest(&[visit("\u{e5}", "")]), table.digest(&[visit("a\u{30a}", "")]));
}
