//! Where each municipality has its square on the map: `data/denmark/municipality_tiles.csv`, which we drew.

use std::sync::LazyLock;

const PLACES: &str = include_str!("../../../../data/denmark/municipality_tiles.csv");

/// The square of a municipality.
pub(super) struct Place {
    code: u32,
    pub(super) name: &'static str,
    pub(super) column: u32,
    pub(super) row: u32,
}

static ALL: LazyLock<Vec<Place>> = LazyLock::new(|| {
    let read = |line: &'static str| {
        let mut cells = line.split(',');
        let (code, name) = (cells.next()?.parse().ok()?, cells.next()?);
        Some(Place { code, name, column: cells.next()?.parse().ok()?, row: cells.next()?.parse().ok()? })
    };
    PLACES.lines().skip(1).map(|line| read(line).expect("the table of tiles is ours")).collect()
});

/// Every municipality.
pub(super) fn all() -> impl Iterator<Item = &'static Place> {
    ALL.iter()
}

/// The column and row of a municipality by its code, with or without zeros in front.
pub(super) fn place_of(code: &str) -> Option<(u32, u32)> {
    let code: u32 = code.parse().ok()?;
    all().find(|place| place.code == code).map(|place| (place.column, place.row))
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: &str = include_str!("../../../../data/denmark/municipalities.csv");

    /// Code, name, latitude and longitude of the seat.
    fn known() -> Vec<(u32, &'static str, f64, f64)> {
        let read = |line: &'static str| {
            let cells: Vec<&str> = line.split(',').collect();
            (cells[0].parse().unwrap(), cells[1], cells[4].parse().unwrap(), cells[5].parse().unwrap())
        };
        // Christiansø belongs to no municipality
        KNOWN.lines().skip(1).map(read).filter(|(code, ..)| *code != 411).collect()
    }

    #[test]
    fn every_municipality_has_a_square_of_its_own() {
        let known = known();
        assert_eq!((known.len(), all().count()), (98, 98));
        for (code, name, ..) in &known {
            let place = all().find(|place| place.code == *code);
            assert_eq!(place.map(|place| place.name), Some(*name));
        }
        let mut places: Vec<_> = all().map(|place| (place.column, place.row)).collect();
        places.sort_unstable();
        places.dedup();
        assert_eq!(places.len(), 98);
        assert_eq!(place_of("0751"), place_of("751"));
        assert_eq!(place_of("411"), None);
    }

    /// Of two municipalities that lie well apart, the one further north is not drawn further south, and so for east and west.
    #[test]
    fn the_map_resembles_the_country() {
        let known = known();
        let (mut apart, mut turned) = (0, Vec::new());
        for (a, first, north, east) in &known {
            for (b, second, other_north, other_east) in &known {
                let ((column, row), (other_column, other_row)) =
                    (place_of(&a.to_string()).unwrap(), place_of(&b.to_string()).unwrap());
                // half a degree of latitude is 55 km, eight tenths of longitude 50 km
                let within_reach = (east - other_east).abs() < 2.0 && (north - other_north).abs() < 1.0;
                if within_reach && north - other_north > 0.5 {
                    apart += 1;
                    turned.extend((row >= other_row).then(|| format!("{first} north of {second}")));
                }
                if within_reach && east - other_east > 0.8 {
                    apart += 1;
                    turned.extend((column <= other_column).then(|| format!("{first} east of {second}")));
                }
            }
        }
        assert!(apart > 500 && turned.len() * 50 < apart, "{} of {apart}: {turned:?}", turned.len());
    }
}
