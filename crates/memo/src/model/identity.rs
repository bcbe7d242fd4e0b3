//! Places, as the base registers of Denmark number them (namespace `grd`).

/// `grd:Address`: an address in its parts. All may be left out.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Address {
    /// The address's number in the register of addresses.
    pub id: Option<String>,
    /// The name of the road.
    pub address_label: Option<String>,
    /// House number with its letter.
    pub house_number: Option<String>,
    /// Door or side: `tv`, `mf`, `th`, or a number.
    pub door: Option<String>,
    /// Floor: `st`, `kl`, or a number.
    pub floor: Option<String>,
    /// At whose home.
    pub co: Option<String>,
    /// Post code.
    pub zip_code: Option<String>,
    /// Town.
    pub city: Option<String>,
    /// Country.
    pub country: Option<String>,
    /// Where it is on the map.
    pub address_point: Option<AddressPoint>,
}

/// `grd:AddressPoint`: a place on the map, as texts; the schema says nothing of their unit.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AddressPoint {
    /// East.
    pub geographic_easting_measure: Option<String>,
    /// North.
    pub geographic_northing_measure: Option<String>,
    /// Height.
    pub geographic_height_measure: Option<String>,
}

/// `grd:UnstructuredAddress`: an address in one text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UnstructuredAddress {
    /// The address.
    pub unstructured: String,
}

/// `grd:ProductionUnit`: a place where a company works.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ProductionUnit {
    /// The P-number, at most 9,999,999,999. The schema has it as a number, so leading zeros do not count.
    pub production_unit_number: i64,
    /// Its name.
    pub production_unit_name: Option<String>,
}
