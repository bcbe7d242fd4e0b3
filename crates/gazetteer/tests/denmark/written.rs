//! What people write when they know where they want to go.

use crate::country::{DENMARK, found, look_up, suggested};
use gazetteer::{How, LookUp, PlaceKind};

#[test]
fn every_postcode_is_found_by_its_code_and_by_code_and_town() {
    assert_eq!(DENMARK.postcodes.len(), 1111);
    for row in &DENMARK.postcodes {
        let name = format!("{} {}", row.code, row.town);
        for typed in [row.code.clone(), name.clone(), format!("{} {}", row.town, row.code)] {
            let (place, how, _) = found(&typed);
            assert_eq!((place.name.as_str(), how), (name.as_str(), How::Exact), "{typed}");
            assert_eq!(place.postcode.as_deref(), Some(row.code.as_str()));
            assert_eq!(place.municipality_codes, row.municipality_codes);
            assert_eq!(place.position, row.position);
        }
    }
}

#[test]
fn every_town_is_found_by_its_name() {
    for row in &DENMARK.postcodes {
        let (place, how, _) = found(&row.town);
        assert_eq!(how, How::Exact, "{}", row.town);
        assert!(place.name.ends_with(&row.town), "{} gave {}", row.town, place.name);
    }
}

#[test]
fn every_municipality_is_found_by_its_name() {
    assert_eq!(DENMARK.municipalities.len(), 99);
    for row in &DENMARK.municipalities {
        let (place, how, others) = found(&format!("{} Kommune", row.name));
        assert_eq!((place.kind, how), (PlaceKind::Municipality, How::Exact), "{}", row.name);
        assert_eq!(place.municipality_codes, [row.code.as_str()]);
        assert_eq!(place.position, row.position);

        let (bare, how, bare_others) = found(&row.name);
        assert_eq!(how, How::Exact, "{}", row.name);
        assert!(bare == place || bare_others.contains(&place.name), "{} gave {}", row.name, bare.name);
        assert!(bare == place || others.contains(&bare.name), "{} Kommune without {}", row.name, bare.name);
    }
}

#[test]
fn one_place_has_many_ways_to_write_it() {
    for (typed, name) in [
        ("9000", "9000 Aalborg"),
        (" 9000 Aalborg", "9000 Aalborg"),
        ("DK-9000", "9000 Aalborg"),
        ("dk9000 aalborg", "9000 Aalborg"),
        ("9000, Danmark", "9000 Aalborg"),
        ("90 00", "9000 Aalborg"),
        ("Aalborg", "9000 Aalborg"),
        ("Ålborg", "9000 Aalborg"),
        ("A\u{030A}lborg", "9000 Aalborg"),
        ("AALBORG", "9000 Aalborg"),
        ("Aalborg, Danmark", "9000 Aalborg"),
        ("aalborg ø", "9220 Aalborg Øst"),
        ("Aalborg Oest", "9220 Aalborg Øst"),
        ("Vejle 7100", "7100 Vejle"),
        ("Boulevarden 13, 9000 Aalborg", "9000 Aalborg"),
        ("Boulevarden 13\n9000 Aalborg\nDanmark", "9000 Aalborg"),
        ("Strandvejen 1050, 2900 Hellerup", "2900 Hellerup"),
        ("2900 Hellerup, Strandvejen 1050", "2900 Hellerup"),
        ("Vestergade 12, st. tv., Vejle", "7100 Vejle"),
        ("Vestergade 12 Vejle", "7100 Vejle"),
        ("København", "København"),
        ("Koebenhavn", "København"),
        ("kbh", "København"),
        ("Kbh.", "København"),
        ("København NV", "2400 København NV"),
        ("Kbh. NV", "2400 København NV"),
        ("kbh k", "København K"),
        ("Frb.", "2000 Frederiksberg"),
        ("Frb C", "Frederiksberg C"),
        ("Kgs. Lyngby", "2800 Kongens Lyngby"),
        ("Rungsted", "2960 Rungsted Kyst"),
        ("Lyngby", "2800 Kongens Lyngby"),
        ("St. Merløse", "4370 Store Merløse"),
        ("Nr. Snede", "8766 Nørre Snede"),
        ("Nykøbing Falster", "4800 Nykøbing F"),
        ("Nykøbing Mors", "7900 Nykøbing M"),
        ("Nyk. F.", "4800 Nykøbing F"),
        ("Jerslev Jylland", "9740 Jerslev J"),
        ("Jerslev Sj", "4490 Jerslev Sjælland"),
        ("Århus", "Aarhus"),
        ("Aarhus C", "8000 Aarhus C"),
        ("Odense", "Odense"),
        ("Høje-Taastrup", "Høje-Taastrup Kommune"),
        ("Høje Tåstrup", "Høje-Taastrup Kommune"),
        ("Københavns Kommune", "Københavns Kommune"),
        ("Aalborg kommune", "Aalborg Kommune"),
        ("Bornholms Regionskommune", "Bornholms Regionskommune"),
        ("Nordfyns Kommune", "Nordfyns Kommune"),
        ("Egedal", "Egedal Kommune"),
        ("Byrum", "Læsø Kommune"),
        ("Nørrebro", "2200 København N"),
        ("９０００", "9000 Aalborg"),
        ("٩٠٠٠", "9000 Aalborg"),
        ("۹۰۰۰ Aalborg", "9000 Aalborg"),
        ("\u{202B}9000\u{202C}\u{200B}", "9000 Aalborg"),
        ("🏠 9000 🏠", "9000 Aalborg"),
        ("Copenhagen", "København"),
        ("Kopenhagen", "København"),
        ("Kopenhag", "København"),
        ("Köpenhamn", "København"),
        ("Elsinore", "3000 Helsingør"),
        ("كوبنهاغن", "København"),
        ("كُوبنهاغن", "København"),
        ("آرهوس", "Aarhus"),
        ("کوپن ہیگن", "København"),
    ] {
        let (place, how, _) = found(typed);
        assert_eq!((place.name.as_str(), how), (name, How::Exact), "{typed:?}");
    }
}

#[test]
fn a_town_with_quarters_stands_at_its_seat_and_names_them() {
    let (aarhus, _, others) = found("Aarhus");
    assert_eq!((aarhus.kind, aarhus.postcode), (PlaceKind::Town, None));
    assert_eq!(aarhus.municipality_codes, ["0751"]);
    let seat = DENMARK.municipalities.iter().find(|row| row.code == "0751").unwrap();
    assert_eq!(aarhus.position, seat.position);
    assert_eq!(others, ["8000 Aarhus C", "8200 Aarhus N", "8210 Aarhus V", "Aarhus Kommune"]);

    let (_, _, others) = found("Aalborg");
    assert_eq!(others, ["9220 Aalborg Øst", "9210 Aalborg SØ", "9200 Aalborg SV", "Aalborg Kommune"]);
}

#[test]
fn hundreds_of_postcodes_make_one_town() {
    let (inner, _, others) = found("København K");
    assert_eq!((inner.kind, inner.postcode), (PlaceKind::Town, None));
    assert_eq!(inner.municipality_codes, ["0101"]);
    assert_eq!(others, Vec::<String>::new());
    let (_, _, others) = found("København");
    assert!(others.contains(&"København K".to_owned()) && others.contains(&"2100 København Ø".to_owned()));
    assert_eq!(others.last().map(String::as_str), Some("Københavns Kommune"));
}

#[test]
fn towns_of_one_name_in_different_parts_of_the_country_stay_apart() {
    let (place, how, others) = found("Nykøbing");
    assert_eq!((place.kind, how), (PlaceKind::Postcode, How::Exact));
    assert_eq!(others.len(), 2, "{others:?}");
    let (viby, _, others) = found("Viby");
    assert_eq!(viby.name, "8260 Viby J");
    assert_eq!(others, ["4130 Viby Sjælland"]);
}

#[test]
fn a_code_that_does_not_exist_suggests_the_nearest_ones() {
    assert_eq!(suggested("9001")[0], "9000 Aalborg");
    assert_eq!(suggested("9001").len(), 5);
    assert_eq!(suggested("0000")[0], "1000 København K");
    assert_eq!(suggested("9999")[0], "9990 Skagen");
    assert_eq!(suggested("Boulevarden 13, 9001")[0], "9000 Aalborg");
}

#[test]
fn too_few_or_too_many_digits_suggest_what_they_begin() {
    assert_eq!(suggested("71")[0], "7100 Vejle");
    assert_eq!(suggested("710"), ["7100 Vejle"]);
    assert_eq!(suggested("90000")[0], "9000 Aalborg");
    assert_eq!(suggested("12345678901234567890").len(), 5);
    assert_eq!(suggested("0").len(), 5);
}

#[test]
fn a_wrong_code_beside_a_right_name_is_a_guess() {
    let (place, how, _) = found("9001 Aalborg");
    assert_eq!((place.name.as_str(), how), ("9000 Aalborg", How::Corrected));
}

#[test]
fn a_code_and_a_town_far_apart_ask_which_is_meant() {
    let (place, how, others) = found("9000 Aarhus");
    assert_eq!((place.name.as_str(), how), ("9000 Aalborg", How::Corrected));
    assert_eq!(others[0], "Aarhus");
    for agreeing in ["2100 København", "2200 kbh", "9000 Aalbrg", "9000 Ålborg C", "Frederiksberg, 2000 Kbh"]
    {
        assert_eq!(found(agreeing).1, How::Exact, "{agreeing}");
    }
}

#[test]
fn nothing_typed_is_no_mistake() {
    for nothing in ["", "   ", "\u{200B}\u{202E}", "…!?", "🏠", "\n\t", "Danmark"] {
        assert_eq!(look_up(nothing), LookUp::Empty, "{nothing:?}");
    }
}
