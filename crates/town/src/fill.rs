//! More places than there are, to measure with.

use basics::Position;
use help::{Example, HelpPoint};
use realm::Work;

/// Copies points to scattered positions until there are `places` of them. The scatter is the same in every run.
pub(crate) fn up_to(work: &mut Work<'_>, points: &mut Vec<HelpPoint>, places: usize) {
    let local: Vec<HelpPoint> = points.iter().filter(|point| !point.national).cloned().collect();
    let mut number: u32 = 0;
    while points.len() < places && !local.is_empty() {
        let mut copy = local[number as usize % local.len()].clone();
        copy.id = work.new_id();
        copy.name = format!("{} {}", copy.name, number / u32::try_from(local.len()).unwrap_or(1) + 2);
        copy.position = copy.position.and_then(|position| scattered(position, number));
        copy.examples.insert(Example::Everything);
        for service in &mut copy.services {
            service.id = work.new_id();
        }
        for row in &mut copy.rules {
            row.id = work.new_uuid();
        }
        for row in &mut copy.exceptions {
            row.id = work.new_uuid();
        }
        points.push(copy);
        number += 1;
    }
}

/// Somewhere within about twenty kilometres.
fn scattered(position: Position, number: u32) -> Option<Position> {
    let spread = |salt: u32| {
        f64::from((number.wrapping_mul(2_654_435_761) ^ salt.wrapping_mul(40_503)) % 1000) / 1000.0 - 0.5
    };
    Position::new(position.lat() + spread(1) * 0.35, position.lon() + spread(7) * 0.6).ok()
}
