//! Who gives help.

use crate::{kind::Kind, record::record};

record! {
    /// A municipality, a library, an association: whoever answers for services.
    Organization "organization" "organizations.csv" "organizations" {
        /// The organization's own id.
        id: String => Kind::Id,
        /// Its official name.
        name: String => Kind::Text,
        /// Another name people know it by.
        alternate_name: Option<String> => Kind::Text,
        /// What it does, in short.
        description: String => Kind::Text,
        /// Its e-mail address.
        email: Option<String> => Kind::Email,
        /// Its site.
        website: Option<String> => Kind::Url,
        /// Tax status; out of date in 3.0, kept for older data.
        tax_status: Option<String> => Kind::Text,
        /// Tax id; out of date in 3.0, where [`OrganizationIdentifier`] holds it.
        tax_id: Option<String> => Kind::Text,
        /// The year it was founded.
        year_incorporated: Option<u32> => Kind::Whole,
        /// Its legal form.
        legal_status: Option<String> => Kind::Text,
        /// The address of its logo.
        logo: Option<String> => Kind::Url,
        /// A lasting identifier of the organization.
        uri: Option<String> => Kind::Uri,
        /// The organization it is a part of.
        parent_organization_id: Option<String> => Kind::Parent("organization"),
    }
}

record! {
    /// A number that identifies an organization elsewhere: CVR, EAN.
    OrganizationIdentifier "organization_identifier" "organization_identifiers.csv" "organization_identifiers" {
        /// The entry's own id.
        id: String => Kind::Id,
        /// The organization.
        organization_id: String => Kind::Link("organization"),
        /// The register's code by org-id.guide, such as `DK-CVR`.
        identifier_scheme: Option<String> => Kind::Text,
        /// The register's name for people.
        identifier_type: String => Kind::Text,
        /// The number.
        identifier: String => Kind::Text,
    }
}

record! {
    /// A set of services run together.
    Program "program" "programs.csv" "programs" {
        /// The program's own id.
        id: String => Kind::Id,
        /// The organization that runs it.
        organization_id: String => Kind::Link("organization"),
        /// Its name.
        name: String => Kind::Text,
        /// Another name.
        alternate_name: Option<String> => Kind::Text,
        /// What it is.
        description: String => Kind::Text,
    }
}

record! {
    /// Where the money comes from.
    Funding "funding" "funding.csv" "funding" {
        /// The entry's own id.
        id: String => Kind::Id,
        /// The organization that gets it.
        organization_id: Option<String> => Kind::Link("organization"),
        /// The service that gets it.
        service_id: Option<String> => Kind::Link("service"),
        /// The source.
        source: Option<String> => Kind::Text,
    }
}
