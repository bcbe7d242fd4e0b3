//! Which rows stand inside which in JSON. Source: the `$ref`s of the HSDS 3.0 JSON schemas.

/// How a row is tied to the one it stands in.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Join {
    /// Many rows, each holding the outer row's id in this column.
    Child(&'static str),
    /// One row, whose id the outer row holds in this column.
    Own(&'static str),
    /// Many rows, each holding the outer row's id in the first column and the name of its table in the second.
    Any(&'static str, &'static str),
}

/// One place for rows inside another: the key in JSON, the table of the rows, and the tie.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Nest {
    pub(crate) key: &'static str,
    pub(crate) table: &'static str,
    pub(crate) join: Join,
}

const fn many(key: &'static str, table: &'static str, column: &'static str) -> Nest {
    Nest { key, table, join: Join::Child(column) }
}

const fn one(key: &'static str, column: &'static str, table: &'static str) -> Nest {
    Nest { key, table, join: Join::Own(column) }
}

/// The places inside a row of that table.
pub(crate) fn nests(table: &str) -> impl Iterator<Item = Nest> {
    let own: &[Nest] = match table {
        "service" => SERVICE,
        "organization" => ORGANIZATION,
        "location" => LOCATION,
        "service_at_location" => SERVICE_AT_LOCATION,
        "contact" => CONTACT,
        "phone" => PHONE,
        "attribute" => ATTRIBUTE,
        "taxonomy_term" => TAXONOMY_TERM,
        _ => &[],
    };
    let attributes = !matches!(table, "attribute" | "taxonomy" | "taxonomy_term" | "metadata");
    let metadata = table != "metadata";
    let attributes = attributes.then_some(ATTRIBUTES);
    own.iter().copied().chain(attributes).chain(metadata.then_some(METADATA))
}

const ATTRIBUTES: Nest =
    Nest { key: "attributes", table: "attribute", join: Join::Any("link_id", "link_entity") };
const METADATA: Nest =
    Nest { key: "metadata", table: "metadata", join: Join::Any("resource_id", "resource_type") };

const SERVICE: &[Nest] = &[
    one("organization", "organization_id", "organization"),
    one("program", "program_id", "program"),
    many("phones", "phone", "service_id"),
    many("schedules", "schedule", "service_id"),
    many("service_areas", "service_area", "service_id"),
    many("service_at_locations", "service_at_location", "service_id"),
    many("languages", "language", "service_id"),
    many("funding", "funding", "service_id"),
    many("cost_options", "cost_option", "service_id"),
    many("required_documents", "required_document", "service_id"),
    many("contacts", "contact", "service_id"),
];

const ORGANIZATION: &[Nest] = &[
    many("funding", "funding", "organization_id"),
    many("contacts", "contact", "organization_id"),
    many("phones", "phone", "organization_id"),
    many("locations", "location", "organization_id"),
    many("programs", "program", "organization_id"),
    many("organization_identifiers", "organization_identifier", "organization_id"),
];

const LOCATION: &[Nest] = &[
    many("languages", "language", "location_id"),
    many("addresses", "address", "location_id"),
    many("contacts", "contact", "location_id"),
    many("accessibility", "accessibility", "location_id"),
    many("phones", "phone", "location_id"),
    many("schedules", "schedule", "location_id"),
];

const SERVICE_AT_LOCATION: &[Nest] = &[
    one("location", "location_id", "location"),
    many("contacts", "contact", "service_at_location_id"),
    many("phones", "phone", "service_at_location_id"),
    many("schedules", "schedule", "service_at_location_id"),
];

const CONTACT: &[Nest] = &[many("phones", "phone", "contact_id")];
const PHONE: &[Nest] = &[many("languages", "language", "phone_id")];
const ATTRIBUTE: &[Nest] = &[one("taxonomy_term", "taxonomy_term_id", "taxonomy_term")];
const TAXONOMY_TERM: &[Nest] = &[one("taxonomy_detail", "taxonomy_id", "taxonomy")];
