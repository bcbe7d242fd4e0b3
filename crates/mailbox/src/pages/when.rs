//! Moments and sizes in the reader's words.

use jiff::Timestamp;
use jiff::civil::Date;
use page::Visit;

/// The day of a moment, in Denmark.
pub(super) fn day(visit: &Visit, at: Timestamp) -> Date {
    at.to_zoned(visit.realm.zone().clone()).date()
}

/// `24. nov. 2026`.
pub(super) fn short(visit: &Visit, at: Timestamp) -> String {
    visit.words.short_date(day(visit, at))
}

/// `tirsdag 24. november 2026`.
pub(super) fn long(visit: &Visit, at: Timestamp) -> String {
    visit.words.date(day(visit, at))
}

/// `tirsdag 24. november 2026 kl. 10.30`.
pub(super) fn moment(visit: &Visit, at: Timestamp) -> String {
    let zoned = at.to_zoned(visit.realm.zone().clone());
    visit.words.t2(
        "mail-moment",
        "date",
        visit.words.date(zoned.date()),
        "time",
        visit.words.time(zoned.time()),
    )
}

/// How many days are left until the day of a moment: 0 today, less when it is over.
pub(super) fn days_until(visit: &Visit, at: Timestamp) -> i64 {
    let today = day(visit, visit.realm.now());
    today.until(day(visit, at)).map_or(0, |span| i64::from(span.get_days()))
}

/// How long there is until a moment, in words: today, tomorrow, in five days, over.
pub(super) fn left(visit: &Visit, at: Timestamp) -> String {
    let days = days_until(visit, at);
    if at < visit.realm.now() {
        visit.words.t("mail-left-over")
    } else {
        visit.words.t1("mail-left", "days", days)
    }
}

/// `340 KB`, `1,2 MB`: kilobytes as people count them, a thousand bytes, and never none.
pub(super) fn size(visit: &Visit, bytes: u64) -> String {
    let number = |n: u64| visit.words.number(i64::try_from(n).unwrap_or(i64::MAX));
    match bytes {
        0..1_000_000 => visit.words.t1("mail-size-kb", "n", number(bytes.div_ceil(1000).max(1))),
        _ => visit.words.t1("mail-size-mb", "n", number(bytes.div_ceil(1_000_000))),
    }
}
