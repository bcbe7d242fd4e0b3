//! The town: fictional people at real places, for the demonstration and for tests.
//!
//! Municipalities, libraries and national lines are facts from `data/denmark`. What nobody has told us (opening
//! hours, telephone numbers, streets, languages) is made up, and says so in [`HelpPoint::examples`]. Nobody here
//! is a real person.

mod facts;
mod fill;
mod lines;
mod made_up;
mod mandates;
mod people_of;
pub mod post;
mod surveys;

use jiff::civil::Date;
use people::OrganisationTag;
use realm::{Actor, Realm, Via, Work};
use store::DbError;

pub use help::HelpPoint;
pub use people_of::{
    AASE, BO, CONNY, DINA, ERIK, FRIDA, GUSTAV, HANNE, INGE, JENS, KAREN, LARS, MONA, NIELS, OLGA, PETRA,
    Townsman, what_they_do,
};

/// The town could not be built.
#[derive(Debug, thiserror::Error)]
pub enum TownError {
    /// The database refused.
    #[error(transparent)]
    Db(#[from] DbError),
    /// A fact in `data/denmark` cannot be read.
    #[error("{file}, row {row}: {why}")]
    Fact {
        /// The file.
        file: &'static str,
        /// The row, counting the heading as 1.
        row: usize,
        /// What is wrong.
        why: String,
    },
    /// A room refused, which it should not for what the town asks.
    #[error("{0}")]
    Refused(String),
}

/// Builds the town where it does not stand yet, with at least `places` help points. `progress` hears how far: done,
/// of how many, and what.
///
/// # Errors
/// When the database refuses; then nothing has been built.
pub async fn settle(
    realm: &Realm,
    places: usize,
    mut progress: impl FnMut(u64, u64, &str),
) -> Result<(), TownError> {
    if !people::organisations(&realm.read().await?).await?.is_empty() {
        return Ok(());
    }
    let mut work = realm.work(Actor::program("town", Via::Program)).await?;
    let today = work.today();
    let mut points = facts::points(&mut work, today).await?;
    points.extend(lines::points(&mut work, today).await?);
    points.extend(made_up::points(&mut work, today).await?);
    fill::up_to(&mut work, &mut points, places);
    let of = points.len() as u64;
    for (done, some) in points.chunks(100).enumerate() {
        help::take_in(&mut work, some, "demonstration").await?;
        progress((done * 100) as u64, of, "help points");
    }
    people_of::move_in(&mut work).await?;
    post::deliver(&mut work).await?;
    let work = mandates::give(work).await?;
    surveys::import(work).await?.commit().await?;
    help::directory::forget(realm);
    progress(of, of, "help points");
    Ok(())
}

/// Builds only what tests need: the library and borgerservice in Vejle and Aalborg, one national line, and the named
/// people. Takes milliseconds.
///
/// # Errors
/// When the database refuses.
pub async fn settle_small(realm: &Realm) -> Result<(), TownError> {
    let mut work = realm.work(Actor::program("town", Via::Program)).await?;
    small(&mut work).await?;
    work.commit().await?;
    help::directory::forget(realm);
    Ok(())
}

/// Builds what one learner meets in a sandbox: the small town, and who in it may act for whom.
///
/// # Errors
/// When the database refuses.
pub async fn settle_for_practice(realm: &Realm) -> Result<(), TownError> {
    let mut work = realm.work(Actor::program("town", Via::Program)).await?;
    small(&mut work).await?;
    mandates::give(work).await?.commit().await?;
    help::directory::forget(realm);
    Ok(())
}

async fn small(work: &mut Work<'_>) -> Result<(), TownError> {
    let today = work.today();
    let here = |point: &HelpPoint| matches!(point.municipality_code.as_deref(), Some("0630" | "0851"));
    let mut points = facts::points_where(work, today, |code| matches!(code, "0630" | "0851")).await?;
    points.extend(lines::points(work, today).await?);
    points.extend(made_up::points(work, today).await?.into_iter().filter(here));
    help::take_in(work, &points, "test").await?;
    people_of::move_in(work).await?;
    post::deliver(work).await
}

pub(crate) async fn organisation(
    work: &mut Work<'_>,
    details: people::OrganisationDetails,
) -> Result<basics::Id<OrganisationTag>, TownError> {
    let made = people::create_organisation(work, details).await;
    made.map(|organisation| organisation.id).map_err(|error| TownError::Refused(error.to_string()))
}

/// The rows of a CSV file in `data/denmark`.
pub(crate) fn rows(file: &'static str, text: &str) -> Result<Vec<csv::StringRecord>, TownError> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows = reader.records().enumerate();
    rows.map(|(number, row)| {
        row.map_err(|error| TownError::Fact { file, row: number + 2, why: error.to_string() })
    })
    .collect()
}

/// A day some weeks ago, so that some places in the town are fresh and some are stale.
pub(crate) fn weeks_ago(today: Date, weeks: i64) -> Date {
    today.saturating_sub(jiff::Span::new().weeks(weeks))
}
