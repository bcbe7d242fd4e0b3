//! The SQL of CPR numbers. Nothing in here ever holds a number.

use std::collections::HashMap;

use basics::Id;
use realm::PersonTag;
use store::rows::{AT_ONCE, Rows, one_of};
use store::{DbError, Engine, Param, Tx, Value, params, row};
use vault::{Mark, Sealed};

row! {
    /// The number of a person, as it is kept.
    pub(super) struct Row {
        pub(super) person: Id<PersonTag>,
        pub(super) sealed: String,
        pub(super) sealed_key: String,
    }
}

row! {
    struct Holder {
        person: Id<PersonTag>,
    }
}

row! {
    struct MarkKey {
        mark_key: String,
    }
}

row! {
    struct Count {
        n: i64,
    }
}

const BY_PERSON: &str = "select person, sealed, sealed_key
    from people_cpr
    where person = $1";

pub(super) async fn by_person(tx: &Tx, person: Id<PersonTag>) -> Result<Option<Row>, DbError> {
    tx.optional(BY_PERSON, params![person]).await
}

/// As [`by_person`], kept from other writers.
pub(super) async fn lock(tx: &Tx, person: Id<PersonTag>) -> Result<Option<Row>, DbError> {
    tx.optional_for_update(BY_PERSON, params![person]).await
}

pub(super) async fn insert(tx: &Tx, person: Id<PersonTag>, sealed: &Sealed) -> Result<(), DbError> {
    tx.run(
        "insert into people_cpr (person, sealed, sealed_key)
         values ($1, $2, $3)",
        params![person, sealed.to_text(), &sealed.key],
    )
    .await?;
    Ok(())
}

/// Many numbers with their marks, of people who have none and whose numbers nobody has.
pub(super) async fn insert_all(
    tx: &Tx,
    numbers: &[(Id<PersonTag>, Sealed, Vec<Mark>)],
) -> Result<(), DbError> {
    let (mut sealed, mut marked) = (Rows::new(3), Rows::new(3));
    for (person, number, marks) in numbers {
        sealed.push(params![*person, number.to_text(), &number.key]);
        for mark in marks {
            marked.push(params![&mark.key, &mark.hash, *person]);
        }
    }
    sealed.run(tx, |rows| format!("insert into people_cpr (person, sealed, sealed_key) {rows}")).await?;
    marked.run(tx, |rows| format!("insert into people_cpr_mark (mark_key, mark, person) {rows}")).await
}

pub(super) async fn update(tx: &Tx, person: Id<PersonTag>, sealed: &Sealed) -> Result<(), DbError> {
    tx.run(
        "update people_cpr
         set sealed = $2, sealed_key = $3
         where person = $1",
        params![person, sealed.to_text(), &sealed.key],
    )
    .await?;
    Ok(())
}

pub(super) async fn delete(tx: &Tx, person: Id<PersonTag>) -> Result<(), DbError> {
    tx.run("delete from people_cpr_mark where person = $1", params![person]).await?;
    tx.run("delete from people_cpr where person = $1", params![person]).await?;
    Ok(())
}

pub(super) async fn holder(tx: &Tx, mark: &Mark) -> Result<Option<Id<PersonTag>>, DbError> {
    let found: Option<Holder> = tx
        .optional(
            "select person
             from people_cpr_mark
             where mark_key = $1 and mark = $2",
            params![&mark.key, &mark.hash],
        )
        .await?;
    Ok(found.map(|holder| holder.person))
}

row! {
    struct Marked {
        mark: String,
        person: Id<PersonTag>,
    }
}

/// Who holds which of the marks of one key.
pub(super) async fn holders(
    tx: &Tx,
    key: &str,
    marks: &[String],
) -> Result<HashMap<String, Id<PersonTag>>, DbError> {
    let mut holders = HashMap::with_capacity(marks.len());
    for some in marks.chunks(AT_ONCE) {
        let (one_of_them, marks) = one_of(tx.engine(), 2, some.iter().map(Param::value).collect());
        let sql = format!(
            "select mark, person
             from people_cpr_mark
             where mark_key = $1 and mark {one_of_them}"
        );
        let bound = std::iter::once(key.value()).chain(marks).collect();
        let found: Vec<Marked> = tx.all(&sql, bound).await?;
        holders.extend(found.into_iter().map(|found| (found.mark, found.person)));
    }
    Ok(holders)
}

/// Adds a mark where there is none. Where another transaction is just adding the same one, this waits for its end.
pub(super) async fn insert_mark(tx: &Tx, person: Id<PersonTag>, mark: &Mark) -> Result<(), DbError> {
    tx.run(
        "insert into people_cpr_mark (mark_key, mark, person)
         values ($1, $2, $3)
         on conflict do nothing",
        params![&mark.key, &mark.hash, person],
    )
    .await?;
    Ok(())
}

pub(super) async fn mark_keys(tx: &Tx, person: Id<PersonTag>) -> Result<Vec<String>, DbError> {
    let keys: Vec<MarkKey> = tx
        .all(
            "select mark_key
             from people_cpr_mark
             where person = $1",
            params![person],
        )
        .await?;
    Ok(keys.into_iter().map(|key| key.mark_key).collect())
}

pub(super) async fn delete_mark(tx: &Tx, person: Id<PersonTag>, key: &str) -> Result<(), DbError> {
    tx.run("delete from people_cpr_mark where person = $1 and mark_key = $2", params![person, key]).await?;
    Ok(())
}

/// Rows after a person that are not up to the keys of the ring but can be opened with one of them, at most `limit`. On
/// PostgreSQL they are kept from other writers, and those that others hold are passed over.
pub(super) async fn due(
    tx: &Tx,
    ring: &[String],
    after: Id<PersonTag>,
    limit: i64,
) -> Result<Vec<Row>, DbError> {
    let (after_at, limit_at) = (ring.len() + 1, ring.len() + 2);
    let (keys, outdated) = (places(ring), outdated(ring));
    let locking = if tx.engine() == Engine::Postgres { "for update of c skip locked" } else { "" };
    let sql = format!(
        "select c.person, c.sealed, c.sealed_key
         from people_cpr c
         where c.sealed_key in ({keys})
             and ({outdated})
             and c.person > ${after_at}
         order by c.person
         limit ${limit_at}
         {locking}"
    );
    tx.all(&sql, bound(ring, [after.value(), limit.value()])).await
}

/// How many rows are not up to the keys of the ring.
pub(super) async fn count_outdated(tx: &Tx, ring: &[String]) -> Result<i64, DbError> {
    let outdated = outdated(ring);
    let sql = format!("select count(*) as n from people_cpr c where {outdated}");
    let count: Option<Count> = tx.optional(&sql, bound(ring, [])).await?;
    Ok(count.map_or(0, |count| count.n))
}

/// Whether a row `c` is sealed with another key than the first of the ring, lacks a mark, or has one too many. The keys
/// of the ring are bound from `$1` on.
fn outdated(ring: &[String]) -> String {
    let (keys, how_many) = (places(ring), ring.len());
    format!(
        "c.sealed_key <> $1
             or (select count(*) from people_cpr_mark m
                 where m.person = c.person and m.mark_key in ({keys})) <> {how_many}
             or exists (select 1 from people_cpr_mark m
                 where m.person = c.person and m.mark_key not in ({keys}))"
    )
}

/// `$1, $2, $3` for a ring of three keys.
fn places(ring: &[String]) -> String {
    (1..=ring.len()).map(|place| format!("${place}")).collect::<Vec<_>>().join(", ")
}

fn bound<const N: usize>(ring: &[String], more: [Value; N]) -> Vec<Value> {
    ring.iter().map(Param::value).chain(more).collect()
}
