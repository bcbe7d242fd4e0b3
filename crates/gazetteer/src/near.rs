//! What is near a point, for "near me".

use crate::{Gazetteer, Place};
use basics::Position;

impl Gazetteer {
    /// The municipality whose seat is nearest. Near a border it may be the neighbour: offer it, don't assume it.
    pub fn nearest_municipality(&self, position: Position) -> Option<&Place> {
        let municipalities = self.places.iter().skip(self.first_municipality);
        municipalities
            .min_by(|a, b| position.distance_km(a.position).total_cmp(&position.distance_km(b.position)))
    }

    /// The nearest postcode; of those at the same distance one with a position of its own, then the lowest.
    pub fn nearest_postcode(&self, position: Position) -> Option<&Place> {
        let nearest = self.postcodes().min_by(|(a, a_precise), (b, b_precise)| {
            position
                .distance_km(a.position)
                .total_cmp(&position.distance_km(b.position))
                .then(b_precise.cmp(a_precise))
                .then_with(|| a.postcode.cmp(&b.postcode))
        });
        nearest.map(|(place, _)| place)
    }
}

/// The middle of several positions, or `None` of none. An average of degrees will do for as small a country.
pub(crate) fn middle(positions: impl Iterator<Item = Position>) -> Option<Position> {
    let (mut count, mut lat, mut lon) = (0.0, 0.0, 0.0);
    for position in positions {
        count += 1.0;
        lat += position.lat();
        lon += position.lon();
    }
    Position::new(lat / count, lon / count).ok()
}
