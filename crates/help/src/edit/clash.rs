//! What somebody sees who saves over a change that they have not seen.

use page::{Problem, Visit};
use realm::Work;

use super::{EditError, in_words};
use crate::directory;
use crate::model::HelpPoint;

/// A value as it now is, and as somebody typed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Difference {
    /// What the field is called.
    pub(crate) label: String,
    /// What it holds now.
    pub(crate) now: String,
    /// What was typed.
    pub(crate) typed: String,
}

impl Difference {
    /// The fields of two versions of a form that differ. Both name the same fields in the same order.
    pub(crate) fn between(now: Vec<(String, String)>, typed: Vec<(String, String)>) -> Vec<Self> {
        now.into_iter()
            .zip(typed)
            .map(|((label, now), (_, typed))| Self { label, now, typed })
            .filter(|difference| difference.now != difference.typed)
            .collect()
    }
}

/// That somebody else was there first, for a page.
#[derive(Debug)]
pub(crate) struct ClashView {
    /// Who and when.
    pub(crate) text: String,
    /// Where the two differ; empty where there is nothing to compare.
    pub(crate) differences: Vec<Difference>,
}

/// The point as it now is, and who made it so.
pub(crate) struct Clash {
    pub(crate) point: HelpPoint,
    text: String,
}

impl Clash {
    pub(crate) fn view(&self, differences: Vec<Difference>) -> ClashView {
        ClashView { text: self.text.clone(), differences }
    }
}

/// Ends the work of one edit: commits it, or undoes it and tells of the clash.
pub(crate) async fn settle(
    visit: &Visit,
    work: Work<'_>,
    outcome: Result<HelpPoint, EditError>,
) -> Result<Option<Clash>, Problem> {
    match outcome {
        Ok(_) => {
            work.commit().await?;
            directory::forget(&visit.realm);
            Ok(None)
        }
        Err(EditError::Conflict(point)) => {
            let history = realm::subject_history(work.tx(), "help_point", &point.id.to_string(), 1).await?;
            let words = visit.staff_words();
            let text = match history.first() {
                Some(record) => {
                    words.t2("staff-clash", "who", &record.actor_label, "when", in_words(visit, record.at))
                }
                None => words.t("staff-clash-unknown"),
            };
            Ok(Some(Clash { point: *point, text }))
        }
        Err(error) => Err(error.into()),
    }
}
