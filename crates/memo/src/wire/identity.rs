//! The tables of places.

use crate::wire::numbers::PNumber;
use crate::wire::texts::Text;
use crate::wire::{Nested, sequence};
use crate::{Address, AddressPoint, ProductionUnit, UnstructuredAddress};

sequence! {
    Address {
        id: optional Text Grd "id",
        address_label: optional Text Grd "addressLabel",
        house_number: optional Text Grd "houseNumber",
        door: optional Text Grd "door",
        floor: optional Text Grd "floor",
        co: optional Text Grd "co",
        zip_code: optional Text Grd "zipCode",
        city: optional Text Grd "city",
        country: optional Text Grd "country",
        address_point: optional Nested Grd "AddressPoint",
    }
}

sequence! {
    AddressPoint {
        geographic_easting_measure: optional Text Grd "geographicEastingMeasure",
        geographic_northing_measure: optional Text Grd "geographicNorthingMeasure",
        geographic_height_measure: optional Text Grd "geographicHeightMeasure",
    }
}

sequence! {
    UnstructuredAddress {
        unstructured: one Text Grd "unstructured",
    }
}

sequence! {
    ProductionUnit {
        production_unit_number: one PNumber Grd "productionUnitNumber",
        production_unit_name: optional Text Grd "productionUnitName",
    }
}
