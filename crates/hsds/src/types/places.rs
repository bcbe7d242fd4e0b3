//! Where help is given.

use super::{AddressType, LocationType};
use crate::{kind::Kind, record::record};

record! {
    /// A place: a building, a post box, a site on the net.
    Location "location" "locations.csv" "locations" {
        /// The location's own id.
        id: String => Kind::Id,
        /// What sort of place it is.
        location_type: LocationType => Kind::Choice(LocationType::ALL),
        /// Its page, or the address of a virtual place.
        url: Option<String> => Kind::Url,
        /// The organization that holds it.
        organization_id: Option<String> => Kind::Link("organization"),
        /// Its name.
        name: Option<String> => Kind::Text,
        /// Another name.
        alternate_name: Option<String> => Kind::Text,
        /// What it is and how to find it.
        description: Option<String> => Kind::Text,
        /// How to get there by bus or train.
        transportation: Option<String> => Kind::Text,
        /// Degrees north (WGS 84).
        latitude: Option<f64> => Kind::Latitude,
        /// Degrees east (WGS 84).
        longitude: Option<f64> => Kind::Longitude,
        /// The place's number in another register.
        external_identifier: Option<String> => Kind::Text,
        /// Which register that is.
        external_identifier_type: Option<String> => Kind::Text,
    }
}

record! {
    /// A service in one of its places.
    ServiceAtLocation "service_at_location" "service_at_location.csv" "service_at_locations" {
        /// The pairing's own id.
        id: String => Kind::Id,
        /// The service.
        service_id: String => Kind::Link("service"),
        /// The place.
        location_id: String => Kind::Link("location"),
        /// What is special about the service there.
        description: Option<String> => Kind::Text,
    }
}

record! {
    /// A postal or visiting address.
    Address "address" "addresses.csv" "addresses" {
        /// The address's own id.
        id: String => Kind::Id,
        /// The place it belongs to.
        location_id: Option<String> => Kind::Link("location"),
        /// Whom to ask for.
        attention: Option<String> => Kind::Text,
        /// Street and number.
        address_1: String => Kind::Text,
        /// Floor, door, or what else belongs to the address.
        address_2: Option<String> => Kind::Text,
        /// Postal district.
        city: String => Kind::Text,
        /// A wider area.
        region: Option<String> => Kind::Text,
        /// Region or municipality: Denmark has no states, but the standard wants this filled.
        state_province: String => Kind::Text,
        /// Postal code.
        postal_code: String => Kind::Text,
        /// ISO 3166-1 code of two letters.
        country: String => Kind::Country,
        /// What it is for.
        address_type: AddressType => Kind::Choice(AddressType::ALL),
    }
}

record! {
    /// Something that makes a place easier to use: a ramp, a hearing loop.
    Accessibility "accessibility" "accessibility.csv" "accessibilities" {
        /// The entry's own id.
        id: String => Kind::Id,
        /// The place.
        location_id: Option<String> => Kind::Link("location"),
        /// What there is.
        description: Option<String> => Kind::Text,
        /// More about it.
        details: Option<String> => Kind::Text,
        /// A page about it.
        url: Option<String> => Kind::Url,
    }
}
