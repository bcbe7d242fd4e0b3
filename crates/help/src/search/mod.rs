//! Find help near a place: what somebody typed and wished for in, the nearest help points out.

mod api;
mod ask;
mod rules;
#[cfg(test)]
mod tests;
mod web;

use basics::Position;
use gazetteer::{How, LookUp, Place};
use hours::Moment;

pub use ask::{Ask, Parsed, When, Where};
pub use rules::{Found, Hit, SHOWN_AT_MOST, Wish, Wishes};

use crate::directory::Directory;

/// The routes of this slice.
pub(crate) fn routes() -> page::Routes {
    web::routes().merge(api::routes())
}

/// The description of the interface, for the program's `OpenAPI` document.
pub use api::HelpPointsApi;

/// What the place that somebody typed was taken to mean.
#[derive(Debug, Clone)]
pub enum Understood {
    /// Nobody said where.
    Nowhere,
    /// A position, from the reader's own device, with the nearest postcode for its name.
    Position(Position, Option<Place>),
    /// A place in the register.
    Place {
        /// The place.
        place: Place,
        /// Whether it was typed in another way.
        corrected: bool,
        /// Other places that it could mean.
        others: Vec<Place>,
    },
    /// Nothing like it is in the register; these come closest.
    Unknown(Vec<Place>),
}

impl Understood {
    /// Where distances are counted from.
    #[must_use]
    pub fn position(&self) -> Option<Position> {
        match self {
            Understood::Position(position, _) => Some(*position),
            Understood::Place { place, .. } => Some(place.position),
            Understood::Nowhere | Understood::Unknown(_) => None,
        }
    }

    /// What to call it.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        match self {
            Understood::Position(_, place) => place.as_ref().map(|place| place.name.as_str()),
            Understood::Place { place, .. } => Some(&place.name),
            Understood::Nowhere | Understood::Unknown(_) => None,
        }
    }
}

/// The answer to a search.
#[derive(Debug)]
pub struct Answer<'d> {
    /// What the place was taken to mean.
    pub understood: Understood,
    /// Places near it.
    pub found: Found<'d>,
    /// National lines, always there.
    pub lines: Vec<Hit<'d>>,
}

/// Searches. Without a known place, no places are listed, only national lines.
#[must_use]
pub fn search<'d>(directory: &'d Directory, place: &Where, wishes: &Wishes, moment: Moment) -> Answer<'d> {
    let understood = understand(directory, place);
    let found = match understood.position() {
        Some(position) => rules::find(directory, Some(position), wishes, moment),
        None => Found { hits: Vec::new(), dropped: Vec::new() },
    };
    Answer { lines: rules::lines(directory, wishes, moment), understood, found }
}

fn understand(directory: &Directory, place: &Where) -> Understood {
    let gazetteer = &directory.places.gazetteer;
    match place {
        Where::Nowhere => Understood::Nowhere,
        Where::Position(position) => {
            Understood::Position(*position, gazetteer.nearest_postcode(*position).cloned())
        }
        Where::Typed(text) => match gazetteer.look_up(text) {
            LookUp::Empty => Understood::Nowhere,
            LookUp::Found { place, how, others } => {
                Understood::Place { place, corrected: how == How::Corrected, others }
            }
            LookUp::NotFound { nearest } => Understood::Unknown(nearest),
        },
    }
}
