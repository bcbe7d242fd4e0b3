//! How long it takes to count, among millions of mailboxes, those that got post and had no visit.

use std::time::Instant;

use jiff::SignedDuration;
use mailbox::figures::quiet_boxes;
use realm::{Chance, Clock, Realm, RealmKind};
use store::{Engine, Store, params};

/// How many rows are written in one statement.
const AT_ONCE: i64 = 500_000;

/// Counts in a table of so many mailboxes. One in ten was never visited, the others within half a year; something came to each
/// of them within the last year.
pub(crate) async fn measure(name: &str, url: &str, boxes: i64) {
    let store = Store::open(url).await.unwrap();
    let realm = Realm::new(RealmKind::Demo, "", store, Clock::System, Chance::System);
    schema::MIGRATIONS.run(&realm.store, realm.now()).await.unwrap();
    let half_a_year = SignedDuration::from_hours(182 * 24);
    let now = realm.now();
    let begun = Instant::now();
    for from in (0..boxes).step_by(usize::try_from(AT_ONCE).unwrap()) {
        let tx = realm.store.write().await.unwrap();
        let until = boxes.min(from + AT_ONCE);
        let bound =
            params![from, until, now.as_microsecond(), i64::try_from(half_a_year.as_micros()).unwrap()];
        tx.run(insert(tx.engine()), bound).await.unwrap();
        tx.commit().await.unwrap();
    }
    if realm.store.engine() == Engine::Postgres {
        // As the server does by itself some time after so many rows.
        super::at(url, "vacuum analyze mailbox_box".to_owned()).await;
    }
    let megabytes = realm.store.size().await.unwrap() / 1_000_000;
    println!("{name:<11} {boxes} mailboxes, {megabytes} MB, made in {:.0} s", begun.elapsed().as_secs_f64());
    let mut times = Vec::new();
    let mut quiet = 0;
    for _ in 0..20 {
        let tx = realm.read().await.unwrap();
        let begun = Instant::now();
        quiet = quiet_boxes(&tx, now - half_a_year).await.unwrap();
        times.push(begun.elapsed());
    }
    times.sort_unstable();
    println!(
        "{name:<11} {quiet} of them are quiet; counted in p50 {:.1} ms, at most {:.1} ms",
        times[times.len() / 2].as_secs_f64() * 1000.0,
        times[times.len() - 1].as_secs_f64() * 1000.0
    );
    realm.store.clone().close().await;
}

/// Boxes numbered from `$1` up to `$2`, at the moment `$3`, with `$4` as half a year.
fn insert(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => {
            "with recursive numbered (n) as (select $1 union all select n + 1 from numbered where n + 1 < $2)
             insert into mailbox_box (id, box_key, box_key_under, way, opened_at, letters, bytes, last_arrival_at,
                 last_visit_at)
             select unhex(printf('%032x', n)), printf('a1.%0120d', n), 'a1', 'digital', 0, 0, 0,
                 $3 - (n * 7919) % (2 * $4), case when n % 10 = 0 then 0 else $3 - (n * 104729) % $4 end
             from numbered"
        }
        Engine::Postgres => {
            "insert into mailbox_box (id, box_key, box_key_under, way, opened_at, letters, bytes, last_arrival_at,
                 last_visit_at)
             select lpad(to_hex(n), 32, '0')::uuid, 'a1.' || lpad(n::text, 120, '0'), 'a1', 'digital', 0, 0, 0,
                 $3 - (n * 7919) % (2 * $4), case when n % 10 = 0 then 0 else $3 - (n * 104729) % $4 end
             from generate_series($1, $2 - 1) as numbered (n)"
        }
    }
}
