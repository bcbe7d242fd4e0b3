//! Schedules: what is done every night, or every few minutes, once however many nodes there are.

use jiff::civil::Time;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use realm::{Actor, Realm, Via};
use serde::Serialize;
use store::{DbError, params, row};

use crate::{Order, order};

/// When something is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// Every day at this time in Denmark. On the day that summer time begins, a time that does not exist is taken as much
    /// later as the clock was moved; on the day that it ends, the first of two.
    Daily(Time),
    /// Again and again, counted from 1970 UTC, so that all nodes mean the same moments.
    Every(SignedDuration),
}

/// Something that is ordered by the clock.
#[derive(Debug, Clone, Copy)]
pub struct Schedule {
    /// Its name in the database; it must not change.
    pub name: &'static str,
    /// When it is due.
    pub when: When,
    /// The kind of job that is then ordered. Its payload is when it was due.
    pub kind: &'static str,
}

/// The payload of a job that a schedule has ordered.
#[derive(Debug, Clone, Copy, Serialize, serde::Deserialize)]
pub(crate) struct Due {
    /// The moment it was due, which may be long ago where no node was running.
    pub(crate) due: Timestamp,
}

impl When {
    /// The last moment at or before `now` at which it was due.
    #[must_use]
    pub fn last_due(self, now: Timestamp, zone: &TimeZone) -> Timestamp {
        match self {
            When::Every(period) => {
                let period = period.as_micros().max(1);
                let micros = i128::from(now.as_microsecond());
                let due = i64::try_from(micros - micros.rem_euclid(period)).unwrap_or(i64::MIN);
                Timestamp::from_microsecond(due).unwrap_or(now)
            }
            When::Daily(time) => {
                let today = now.to_zoned(zone.clone()).date();
                let on = |date: jiff::civil::Date| {
                    date.to_datetime(time).to_zoned(zone.clone()).map(|zoned| zoned.timestamp())
                };
                match on(today) {
                    Ok(due) if due <= now => due,
                    _ => today.checked_sub(1.day()).and_then(on).unwrap_or(now),
                }
            }
        }
    }
}

row! {
    struct Last {
        last_due: Timestamp,
    }
}

/// Orders what has become due since the last look. A schedule that is new begins with its next moment; one that was missed,
/// because no node was running, is made up for once.
pub(crate) async fn order_due(realm: &Realm, schedules: &[Schedule]) -> Result<(), DbError> {
    for schedule in schedules {
        let due = schedule.when.last_due(realm.now(), realm.zone());
        let last = last(realm, schedule).await?;
        // A last moment that lies ahead of us was written under a clock that ran fast; then we begin anew.
        if last == Some(due) {
            continue;
        }
        let mut work = realm.work(Actor::program(schedule.name, Via::Program)).await?;
        let locked: Option<Last> = work
            .tx()
            .optional_for_update("select last_due from jobs_schedule where name = $1", params![schedule.name])
            .await?;
        let was = locked.map(|last| last.last_due);
        let is_new = was.is_none();
        if was == Some(due) {
            continue;
        }
        work.tx()
            .run(
                "insert into jobs_schedule (name, last_due) values ($1, $2)
                 on conflict (name) do update set last_due = excluded.last_due",
                params![schedule.name, due],
            )
            .await?;
        if !is_new && was < Some(due) {
            let key = format!("schedule:{}:{}", schedule.name, due.as_second());
            order(&mut work, Order::new(schedule.kind, &Due { due }).once(key)).await?;
        }
        work.commit().await?;
    }
    Ok(())
}

async fn last(realm: &Realm, schedule: &Schedule) -> Result<Option<Timestamp>, DbError> {
    let tx = realm.read().await?;
    let sql = "select last_due from jobs_schedule where name = $1";
    Ok(tx.optional::<Last>(sql, params![schedule.name]).await?.map(|last| last.last_due))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::time;
    use proptest::prelude::*;

    fn denmark() -> TimeZone {
        TimeZone::get("Europe/Copenhagen").unwrap()
    }

    fn last_night(now: &str) -> String {
        let when = When::Daily(time(2, 0, 0, 0));
        when.last_due(now.parse().unwrap(), &denmark()).to_zoned(denmark()).to_string()
    }

    #[test]
    fn two_at_night_is_two_at_night_in_winter_and_in_summer() {
        assert_eq!(last_night("2026-01-15T00:59:59Z"), "2026-01-14T02:00:00+01:00[Europe/Copenhagen]");
        assert_eq!(last_night("2026-01-15T01:00:00Z"), "2026-01-15T02:00:00+01:00[Europe/Copenhagen]");
        assert_eq!(last_night("2026-07-15T00:00:00Z"), "2026-07-15T02:00:00+02:00[Europe/Copenhagen]");
    }

    #[test]
    fn the_night_when_two_does_not_exist_has_it_at_three() {
        assert_eq!(last_night("2026-03-29T00:59:59Z"), "2026-03-28T02:00:00+01:00[Europe/Copenhagen]");
        assert_eq!(last_night("2026-03-29T01:00:00Z"), "2026-03-29T03:00:00+02:00[Europe/Copenhagen]");
    }

    #[test]
    fn the_night_with_two_twice_has_it_once() {
        assert_eq!(last_night("2026-10-25T00:00:00Z"), "2026-10-25T02:00:00+02:00[Europe/Copenhagen]");
        assert_eq!(last_night("2026-10-25T01:30:00Z"), "2026-10-25T02:00:00+02:00[Europe/Copenhagen]");
    }

    proptest! {
        #[test]
        fn every_date_has_the_daily_moment_exactly_once(start in 0i64..4_000_000_000, hour in 0i8..24) {
            let when = When::Daily(time(hour, 30, 0, 0));
            let mut now = Timestamp::from_second(start).unwrap();
            let mut dates = Vec::new();
            for _ in 0..96 {
                let date = when.last_due(now, &denmark()).to_zoned(denmark()).date();
                if dates.last() != Some(&date) {
                    dates.push(date);
                }
                now += SignedDuration::from_mins(30);
            }
            for pair in dates.windows(2) {
                prop_assert_eq!(pair[0].tomorrow().unwrap(), pair[1]);
            }
        }

        #[test]
        fn the_last_moment_is_never_ahead_and_never_a_whole_period_ago(now in 0i64..4_000_000_000, minutes in 1i64..10_000) {
            let now = Timestamp::from_second(now).unwrap();
            let period = SignedDuration::from_mins(minutes);
            let due = When::Every(period).last_due(now, &denmark());
            prop_assert!(due <= now && now.duration_since(due) < period);
        }
    }
}
