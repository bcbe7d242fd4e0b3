//! A backup beside `cp` of the same file, in the same run. Not by criterion: one round takes seconds, and what it costs
//! the disk matters.
//!
//! `cargo bench --package benches --bench backup -- 100` measures 100 MB instead of 1 GB.
#![expect(clippy::unwrap_used, reason = "a measurement stops where something is wrong")]

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use backup::{Made, Order, make, new_identity, restore};
use jiff::Timestamp;
use store::{Migration, Migrations, Store, params};

const MEGABYTES: u64 = 1000;
const MB: u64 = 1_000_000;
/// Rows that are put in at once.
const ROWS: i64 = 20_000;

/// Shaped like the audit log, which is what grows: many rows of half a kilobyte, and three indexes.
const LINE: Migrations = Migrations(&[Migration {
    name: "0001_log.sql",
    sql: "create table benches_log (
        seq bigint primary key, at bigint not null, actor uuid, action text not null, subject text not null,
        before text, after text, previous text not null, hash text not null
    );
    create index benches_log_by_actor on benches_log (actor, seq);
    create index benches_log_by_subject on benches_log (subject, seq);",
}]);

#[tokio::main]
async fn main() {
    // Test runners start every bench to ask what tests it has.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let asked = std::env::args().find_map(|argument| argument.parse().ok());
    backup(asked.unwrap_or(MEGABYTES)).await;
}

async fn backup(megabytes: u64) {
    // In the folder of the build, since the one for temporary files may be memory.
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let database = folder.path().join("omtanke.db");
    let url = store::sqlite_address(&database).unwrap();
    fill(&url, megabytes * MB).await;
    let size = database.metadata().unwrap().len();
    println!("   a database of {} MB\n", size / MB);

    // Both find the file in memory, and both wait until what they wrote is on the disk.
    let copy = folder.path().join("copy.db");
    let cp = timed(|| {
        // A file system that only notes that both are one would not be a reference.
        run("cp", &["--reflink=never".as_ref(), &database, &copy]);
        run("sync", &[&copy]);
    });
    std::fs::remove_file(&copy).unwrap();
    say("reference: cp and sync of the file", cp, cp);

    let key = folder.path().join("key");
    let public = new_identity(&key).unwrap();
    for (what, seal_for) in [("a backup", None), ("a sealed backup", Some(public))] {
        let out = folder.path().join("backup");
        let order = Order { database: url.clone(), out: out.clone(), seal_for, now: Timestamp::UNIX_EPOCH };
        let mut steps: Vec<(String, Instant)> = Vec::new();
        let made: Made = make(&order, |step| steps.push((step.to_owned(), Instant::now()))).await.unwrap();
        say(what, made.took, cp);
        let ends = steps.iter().skip(1).map(|(_, begun)| *begun).chain([Instant::now()]);
        for ((step, begun), end) in steps.iter().zip(ends) {
            say(&format!("    {step}"), end - *begun, cp);
        }
        let elsewhere = store::sqlite_address(&folder.path().join("elsewhere/omtanke.db")).unwrap();
        let restored = restore(&out, &elsewhere, Some(&key), true).await.unwrap();
        say("    and restoring it", restored.took, cp);
        std::fs::remove_file(out).unwrap();
    }
    println!("   most resident memory of all this: {} MB", peak_memory() / MB);
}

async fn fill(url: &str, bytes: u64) {
    let store = Store::open(url).await.unwrap();
    LINE.run(&store, Timestamp::UNIX_EPOCH).await.unwrap();
    let mut first = 0;
    while store.size().await.unwrap().unsigned_abs() < bytes {
        let tx = store.write().await.unwrap();
        let sql =
            "with recursive number (n) as (select $1 union all select n + 1 from number where n + 1 < $2)
            insert into benches_log
            select n, 1764000000000000 + n, randomblob(16), 'help_point.edit', hex(randomblob(16)),
                hex(randomblob(60)), hex(randomblob(60)), hex(randomblob(32)), hex(randomblob(32))
            from number";
        tx.run(sql, params![first, first + ROWS]).await.unwrap();
        tx.commit().await.unwrap();
        first += ROWS;
    }
    store.close().await;
}

fn timed(work: impl FnOnce()) -> Duration {
    let begun = Instant::now();
    work();
    begun.elapsed()
}

fn run(program: &str, arguments: &[&Path]) {
    assert!(Command::new(program).args(arguments).status().unwrap().success(), "{program} failed");
}

fn say(what: &str, took: Duration, reference: Duration) {
    let ratio = took.as_secs_f64() / reference.as_secs_f64();
    println!("   {what:<38} {:>7.2} s {ratio:>7.2} times the reference", took.as_secs_f64());
}

/// In bytes, from Linux's own account of this process.
fn peak_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() * 1024
}
