//! Post: what lies in the mailboxes of the town, and, for measuring, as many made-up people and letters as anybody wants.

mod letters;
mod town_letters;

pub(crate) use town_letters::{ACCOUNTANT, MUNICIPALITY, NURSERY, PIZZERIA, deliver, found};

use basics::Cpr;
use jiff::ToSpan as _;
use jiff::civil::date;
use mailbox::intake::{Sending, take_arrivals};
use realm::{Actor, Realm, Via};

use crate::TownError;

/// How many people are added in one transaction.
const AT_ONCE: u64 = 500;
/// How many letters the first of them gets, as long as that is no more than a tenth of all.
const FULL_FOLDER: u64 = 5_000;

/// The CPR number of the n-th of them: a replacement number, whose day is 60 higher, so that nobody real has it.
///
/// # Panics
/// Beyond 73 million people.
#[must_use]
pub fn number(n: u64) -> Cpr {
    // 10,000 days from 1940 on, and a serial number of the 1900s: 0000 to 3999.
    let (day, serial) = (n % 20_000, n / 20_000);
    assert!(serial < 4_000, "there are no more numbers");
    let born = date(1940, 1, 1).saturating_add(i32::try_from(day).unwrap_or_default().days());
    let digits = format!("{:02}{:02}{:02}{serial:04}", born.day() + 60, born.month(), born.year() % 100);
    digits.parse().expect("a day, a month, a year and a serial number are a CPR number")
}

/// Adds people with mailboxes, and spreads letters among them. `progress` hears how far: done, of how many, and what.
///
/// # Errors
/// When somebody has one of the numbers already, as after an earlier filling, or the database refuses.
pub async fn fill(
    realm: &Realm,
    people: u64,
    letters: u64,
    mut progress: impl FnMut(u64, u64, &str),
) -> Result<(), TownError> {
    let actor = Actor::program("town", Via::Program);
    let mut done = 0;
    while done < people {
        let some = AT_ONCE.min(people - done);
        let mut work = realm.work(actor.clone()).await?;
        let new: Vec<(String, Cpr)> = (done..done + some).map(|n| (letters::name(n), number(n))).collect();
        let ids = people::cpr::admit_all(&mut work, &new).await?;
        mailbox::open_all(&mut work, &ids).await?;
        work.commit().await?;
        done += some;
        progress(done, people, "people");
    }
    send(realm, people, letters, progress).await
}

/// Spreads letters among people who are there already.
///
/// # Errors
/// When the database refuses.
pub async fn send(
    realm: &Realm,
    people: u64,
    letters: u64,
    mut progress: impl FnMut(u64, u64, &str),
) -> Result<(), TownError> {
    let actor = Actor::program("town", Via::Program);
    let transmission = realm.chance.id(realm.now());
    let made = letters::Letters::new(people, letters, FULL_FOLDER.min(letters / 10), realm.now());
    let mut taken = 0;
    take_arrivals(realm, &actor, &Sending::by_operator(transmission), made, |_| {
        taken += 1;
        if taken % 500 == 0 {
            progress(taken, letters, "letters");
        }
    })
    .await
    .map_err(|error| TownError::Refused(error.to_string()))
}

/// The n-th letter to one of the people, as a MeMo document.
///
/// # Panics
/// Never: what this room writes is a MeMo.
#[must_use]
pub fn document(n: u64, to: u64, now: jiff::Timestamp) -> Vec<u8> {
    let mut document = Vec::new();
    memo::write(&letters::message(n, to, now), &mut document).expect("what is written here is a MeMo");
    document
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_has_a_number_of_their_own_that_no_real_person_has() {
        let mut seen = std::collections::HashSet::new();
        for n in (0..50_000).chain(4_999_000..5_001_000) {
            let number = number(n);
            assert!(number.is_replacement());
            assert!(seen.insert(number.expose().to_owned()), "{n}");
        }
    }
}
