//! The documents and API answers people send.

use serde_json::{Value, json};

use super::town::{HELP, HOUSE, LIBRARY, PHONE, STRANGER, TERM, errors, vejle};
use crate::{from_json, from_json_bytes, service_full, service_summary, to_json};

fn full() -> Value {
    service_full(&vejle(), HELP).expect("the service is there")
}

#[test]
fn a_full_service_has_everything_inside_and_no_links_that_the_nesting_tells() {
    let service = full();
    assert_eq!(service["organization"]["name"], "Vejle Bibliotek");
    assert_eq!(service["service_at_locations"][0]["location"]["id"], HOUSE);
    assert_eq!(service["service_at_locations"][0]["schedules"][0]["byday"], "MO,TH");
    assert_eq!(service["service_at_locations"][0]["location"]["phones"][0]["id"], PHONE);
    assert_eq!(service["attributes"][0]["taxonomy_term"]["id"], TERM);
    assert_eq!(service["minimum_age"], json!(15), "a whole number is written without a point");
    assert!(service.get("organization_id").is_none() && service["phones"][0].get("service_id").is_none());
    assert!(service.get("alert").is_none(), "what is not known is left out");
    assert_eq!(service_full(&vejle(), STRANGER), None);
}

#[test]
fn a_summary_has_only_what_there_is_one_of() {
    let service = service_summary(&vejle(), HELP).unwrap();
    assert_eq!(service["organization"]["id"], LIBRARY);
    assert!(service.as_object().unwrap().values().all(|value| !value.is_array()));
}

#[test]
fn one_service_a_list_and_a_page_read_alike() {
    let one = full();
    let list = json!([one]);
    let page = json!({"total_items": 1, "total_pages": 1, "page_number": 1, "size": 1, "first_page": true,
        "last_page": true, "empty": false, "contents": [one]});
    for document in [one, list, page] {
        let reading = from_json(&document.to_string()).unwrap();
        assert_eq!(reading.directory, vejle());
        assert!(reading.report.warnings.is_empty(), "{}", reading.report);
    }
}

#[test]
fn the_same_library_in_two_services_is_read_once() {
    let mut other = full();
    other["id"] = json!(STRANGER);
    for key in ["phones", "attributes", "service_at_locations"] {
        other.as_object_mut().unwrap().remove(key);
    }
    other["organization"]["name"] = json!("Vejle Bibliotekerne");
    let reading = from_json(&json!([full(), other]).to_string()).unwrap();
    assert_eq!((reading.directory.organizations.len(), reading.directory.services.len()), (1, 2));
    assert_eq!(reading.directory.organizations[0].name, "Vejle Bibliotek");
    assert!(
        reading.report.warnings.list[0].message.contains("contents[0].organization"),
        "{}",
        reading.report
    );
}

#[test]
fn what_belongs_to_no_service_stands_beside_them() {
    let mut town = vejle();
    town.services.clear();
    town.service_at_locations.clear();
    town.schedules.clear();
    town.attributes.clear();
    town.phones[0].service_id = None;
    let document: Value = serde_json::from_str(&to_json(&town)).unwrap();
    assert_eq!(document["organizations"][0]["locations"][0]["id"], HOUSE);
    assert_eq!(from_json(&document.to_string()).unwrap().directory, town);
}

#[test]
fn broken_json_is_told_by_line_and_column() {
    let found = errors(from_json("{\n  \"contents\": [,]\n}"));
    assert!(found[0].message.contains("line 2, column 16"), "{}", found[0].message);
    assert!(errors(from_json(" "))[0].message.contains("empty"));
    assert!(errors(from_json("17"))[0].message.contains("not a directory"));
}

#[test]
fn an_unknown_field_is_told_once_with_the_number_of_records() {
    let mut one = full();
    one["phones"][0]["farve"] = json!("blå");
    one["service_at_locations"][0]["location"]["phones"][0]["farve"] = json!("blå");
    let reading = from_json(&one.to_string()).unwrap();
    assert_eq!(reading.report.warnings.total(), 1);
    let warning = &reading.report.warnings.list[0];
    assert_eq!(warning.field.as_deref(), Some("farve"));
    assert!(warning.message.contains("2 records"), "{}", warning.message);
}

#[test]
fn a_value_of_the_wrong_sort_is_told_by_its_place() {
    let mut one = full();
    one["name"] = json!(17);
    one["phones"] = json!({"id": PHONE});
    one["organization"]["email"] = json!(["a@b.dk"]);
    let found = errors(from_json(&one.to_string()));
    let places: Vec<_> = found.iter().map(|problem| problem.file.as_str()).collect();
    assert!(places.contains(&"contents[0]") && places.contains(&"contents[0].phones"), "{found:?}");
    assert!(places.contains(&"contents[0].organization"));
}

#[test]
fn a_link_that_contradicts_its_place_is_an_error() {
    let mut one = full();
    one["phones"][0]["service_id"] = json!(STRANGER);
    assert!(errors(from_json(&one.to_string()))[0].message.contains("Make the two agree"));
}

#[test]
fn an_organization_that_is_only_an_id_must_stand_somewhere() {
    let one = json!([{"id": HELP, "name": "Hjælp", "status": "active", "organization_id": LIBRARY}]);
    assert!(errors(from_json(&one.to_string()))[0].message.contains("no organization"));
}

#[test]
fn a_parent_outside_the_document_is_only_a_warning() {
    let mut one = full();
    one["organization"]["parent_organization_id"] = json!(STRANGER);
    let reading = from_json(&one.to_string()).unwrap();
    assert_eq!(reading.directory.organizations[0].parent_organization_id.as_deref(), Some(STRANGER));
    assert_eq!(reading.report.warnings.total(), 1);
}

#[test]
fn one_page_of_several_is_warned_about() {
    let page = json!({"total_pages": 3, "contents": [full()]});
    assert!(from_json(&page.to_string()).unwrap().report.warnings.list[0].message.contains("other pages"));
}

#[test]
fn latin_1_bytes_are_told_with_their_line() {
    let bytes: Vec<u8> = "[\n\"hjælp\"]".chars().map(|letter| letter as u8).collect();
    assert!(errors(from_json_bytes(&bytes))[0].message.contains("line 2"));
}

#[test]
fn a_program_inside_a_service_belongs_to_the_service_s_organization() {
    let mut one = full();
    one["program"] = json!({"id": STRANGER, "name": "Omtanke", "description": "Hjælp"});
    let reading = from_json(&one.to_string()).unwrap();
    assert_eq!(reading.directory.programs[0].organization_id, LIBRARY);
    assert_eq!(reading.directory.services[0].program_id.as_deref(), Some(STRANGER));
}
