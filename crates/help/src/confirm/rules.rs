//! Which help points have grown stale, in the order in which a coordinator calls about them.

use std::collections::HashMap;

use basics::Id;
use jiff::civil::Date;
use people::OrganisationTag;

use crate::model::HelpPoint;

/// The stale points of one organisation.
#[derive(Debug, PartialEq)]
pub struct Group<'p> {
    /// The organisation that answers for them.
    pub organisation: Id<OrganisationTag>,
    /// Its stale points, oldest confirmation first.
    pub points: Vec<&'p HelpPoint>,
}

/// The stale ones among the points, by organisation: first the organisation whose oldest confirmation is oldest, so
/// that one call settles the worst. What nobody ever confirmed is oldest of all.
#[must_use]
pub fn stale_by_organisation<'p>(
    points: impl IntoIterator<Item = &'p HelpPoint>,
    today: Date,
) -> Vec<Group<'p>> {
    let mut stale: Vec<&HelpPoint> = points.into_iter().filter(|point| point.is_stale(today)).collect();
    stale.sort_by(|one, other| age(one).cmp(&age(other)));
    let mut groups: Vec<Group<'p>> = Vec::new();
    let mut place: HashMap<Id<OrganisationTag>, usize> = HashMap::new();
    for point in stale {
        let at = *place.entry(point.organisation).or_insert(groups.len());
        match groups.get_mut(at) {
            Some(group) => group.points.push(point),
            None => groups.push(Group { organisation: point.organisation, points: vec![point] }),
        }
    }
    groups
}

/// Sorts the oldest first: `None` before every date.
fn age(point: &HelpPoint) -> (Option<Date>, &str) {
    (point.assured.as_ref().map(|assured| assured.date), &point.name)
}
