//! Where is help: places and channels at which organisations help people with public digital services.
//!
//! A [`HelpPoint`] is a place, a telephone line, a chat or a visiting service; it offers [`Service`]s, each about
//! some [`Topic`]s, in some languages, at some hours. The [`Directory`] is the copy of all of them that a node
//! keeps in memory to search in; it is made anew whenever somebody has changed anything.

pub mod confirm;
pub mod denmark;
pub mod directory;
pub mod edit;
pub mod exchange;
mod model;
pub mod place;
pub mod search;
mod shown;
pub(crate) mod sql;

pub use directory::Directory;
pub use model::{
    Assured, Booking, Example, ExceptionRow, HelpPoint, HelpPointTag, Kind, RuleRow, SPOKEN, Service,
    ServiceStatus, ServiceTag, Status, StepFree, Topic,
};

/// Everything that citizens and staff can call in this room.
#[must_use]
pub fn routes() -> page::Routes {
    search::routes()
        .merge(place::routes())
        .merge(exchange::routes())
        .merge(edit::routes())
        .merge(confirm::routes())
}

/// Puts help points in as they are, over whatever has the same ids: for imports at the command line and for
/// demonstration. It leaves one audit record for all of them.
///
/// # Errors
/// When the database refuses; then the work must not be committed.
pub async fn take_in(
    work: &mut realm::Work<'_>,
    points: &[HelpPoint],
    reason: &str,
) -> Result<(), store::DbError> {
    for point in points {
        sql::insert(work.tx(), point).await?;
    }
    sql::raise_revision(work.tx()).await?;
    let ids: Vec<String> = points.iter().map(|point| point.id.to_string()).collect();
    work.record(realm::Change::new("help_point.take_in", "help_point", &"many").because(reason).after(&ids));
    Ok(())
}
