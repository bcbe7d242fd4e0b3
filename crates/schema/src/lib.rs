//! The line of migrations, in order. The program runs it, and so do the tests of every room, so that what they try is what is shipped.

use store::{Migration, Migrations};

macro_rules! line {
    ($($name:literal),* $(,)?) => {
        Migrations(&[$(Migration { name: $name, sql: include_str!(concat!("../../../migrations/", $name)) }),*])
    };
}

/// Every migration that this program knows.
pub const MIGRATIONS: Migrations = line![
    "0001_realm.sql",
    "0002_people.sql",
    "0003_practice_mitid.sql",
    "0004_help.sql",
    "0005_jobs.sql",
    "0006_people_cpr.sql",
    "0007_notices.sql",
    "0008_page_limits.sql",
    "0009_mailbox.sql",
    "0010_enrolment.sql",
    "0011_mailbox_reminders.sql",
    "0012_mandates.sql",
    "0013_mailbox_counts.sql",
    "0014_insight.sql",
    "0015_mandates_standing.sql",
    "0016_practice.sql",
    "0017_practice_exercises.sql",
    "0018_selfservice.sql",
    "0019_practice_mitid_means.sql",
];
