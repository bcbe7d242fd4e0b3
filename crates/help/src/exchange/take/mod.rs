//! From the tables of HSDS to help points: all of a directory or nothing of it.

mod address;
mod facts;
mod homeless;
mod hours;
mod notes;
mod organisation;
mod point;
mod reach;
mod service;
mod tables;
mod write;

use std::collections::{BTreeMap, HashMap};

use basics::Id;
use hsds::{Directory, Problems, Report};
use people::{Organisation, OrganisationDetails, OrganisationTag};
use realm::Work;
use store::DbError;
use uuid::Uuid;

use self::facts::Facts;
use self::notes::Notes;
use self::tables::Tables;
use crate::denmark::{self, Places};
use crate::model::{HelpPoint, HelpPointTag};
use crate::sql;

/// What an import has done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// Organisations that were new or other than before.
    pub organisations: usize,
    /// Help points that were not there.
    pub added: usize,
    /// Help points that were other than before.
    pub changed: usize,
    /// Help points that were just so already; nothing was written for them.
    pub unchanged: usize,
    /// What was left out, because Omtanke has no room for it.
    pub warnings: Problems,
}

/// A directory cannot be taken in. Nothing of it must be committed.
#[derive(Debug, thiserror::Error)]
pub enum TakeError {
    /// It says what Omtanke cannot hold.
    #[error("{} errors in the directory", .0.errors.total())]
    Refused(Report),
    /// The database refused.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Puts the help points of a directory in, with the organisations that answer for them. What the directory does not
/// mention is left alone, and so is every point that it describes just as it is. `progress` hears how many points
/// are written, of how many.
///
/// Each change leaves an audit record `help_point.import` with the point before and after. After the commit, call
/// [`forget`](crate::directory::forget), so that this node sees it at once.
///
/// # Errors
/// Everything that Omtanke cannot hold, with table, id and field; and when the database refuses. The work must then
/// not be committed.
pub async fn take_in(
    work: &mut Work<'_>,
    directory: &Directory,
    progress: impl FnMut(usize, usize),
) -> Result<Taken, TakeError> {
    let report = hsds::check(directory);
    if !report.is_ok() {
        return Err(TakeError::Refused(report));
    }
    let directory = homeless::housed(directory);
    for location in &directory.locations {
        sql::lock(work.tx(), Id::from_uuid(uuid(&location.id))).await?;
    }
    let before = Before::read(work).await?;
    let understood = understand(&directory, &before).map_err(TakeError::Refused)?;
    write::write(work, understood, &before, progress).await
}

/// What stands in the realm as the import begins.
struct Before {
    points: HashMap<Id<HelpPointTag>, HelpPoint>,
    organisations: HashMap<Id<OrganisationTag>, Organisation>,
    places: Places,
}

impl Before {
    async fn read(work: &Work<'_>) -> Result<Self, DbError> {
        let points = sql::points(work.tx()).await?.into_iter().map(|point| (point.id, point));
        let organisations = people::organisations(work.tx()).await?.into_iter();
        Ok(Self {
            points: points.collect(),
            organisations: organisations.map(|organisation| (organisation.id, organisation)).collect(),
            places: denmark::places(work.tx()).await?,
        })
    }
}

/// A directory in Omtanke's terms.
struct Understood {
    organisations: BTreeMap<Id<OrganisationTag>, OrganisationDetails>,
    points: Vec<HelpPoint>,
    warnings: Problems,
}

/// A directory being read.
struct Taking<'d> {
    directory: &'d Directory,
    tables: Tables<'d>,
    facts: Facts<'d>,
    before: &'d Before,
    organisations: BTreeMap<Id<OrganisationTag>, OrganisationDetails>,
    notes: Notes,
}

fn understand(directory: &Directory, before: &Before) -> Result<Understood, Report> {
    let mut notes = Notes::default();
    let facts = Facts::of(directory, &mut notes);
    let mut taking = Taking {
        directory,
        tables: Tables::of(directory),
        facts,
        before,
        organisations: BTreeMap::new(),
        notes,
    };
    taking.tell_what_has_no_room();
    taking.read_organisations();
    let mut points: Vec<HelpPoint> =
        directory.locations.iter().filter_map(|location| taking.point(location)).collect();
    taking.check_ids(&points);
    taking.leave_out_idle_organisations(&points);
    points.sort_unstable_by_key(|point| point.id);
    let Taking { organisations, notes, .. } = taking;
    let report = notes.report();
    if report.is_ok() {
        Ok(Understood { organisations, points, warnings: report.warnings })
    } else {
        Err(report)
    }
}

/// An id that has been checked.
fn uuid(text: &str) -> Uuid {
    Uuid::try_parse(text).expect("the check has refused every id that is not a UUID")
}
