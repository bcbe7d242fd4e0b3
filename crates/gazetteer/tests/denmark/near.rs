//! "Near me".

use crate::country::{DENMARK, position};
use gazetteer::Postcode;

#[test]
fn every_seat_lies_nearest_to_its_own_municipality() {
    for row in &DENMARK.municipalities {
        let nearest = DENMARK.gazetteer.nearest_municipality(row.position).unwrap();
        assert_eq!(nearest.municipality_codes, [row.code.as_str()]);
    }
}

#[test]
fn the_station_in_vejle_is_in_7100() {
    let station = position("55.7064", "9.5380");
    assert_eq!(DENMARK.gazetteer.nearest_postcode(station).unwrap().name, "7100 Vejle");
    assert_eq!(DENMARK.gazetteer.nearest_municipality(station).unwrap().name, "Vejle Kommune");
}

#[test]
fn a_town_with_a_position_of_its_own_comes_before_one_that_borrows_it() {
    let ballerup = DENMARK.municipalities.iter().find(|row| row.seat == "Ballerup").unwrap();
    let borrows =
        |row: &Postcode| row.position == ballerup.position && !row.precise && row.code < "2750".into();
    assert!(DENMARK.postcodes.iter().any(borrows));
    assert_eq!(DENMARK.gazetteer.nearest_postcode(ballerup.position).unwrap().name, "2750 Ballerup");
}

#[test]
fn far_away_there_is_still_a_nearest_place() {
    assert!(DENMARK.gazetteer.nearest_postcode(position("-33.9", "151.2")).is_some());
}
