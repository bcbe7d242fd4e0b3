//! What help is given, to whom, and at what price.

use jiff::{Timestamp, civil::Date};

use super::ServiceStatus;
use crate::{kind::Kind, record::record};

record! {
    /// A kind of help one can get.
    Service "service" "services.csv" "services" {
        /// The service's own id.
        id: String => Kind::Id,
        /// The organization that answers for it.
        organization_id: String => Kind::Link("organization"),
        /// The program it is a part of.
        program_id: Option<String> => Kind::Link("program"),
        /// Its name.
        name: String => Kind::Text,
        /// Another name.
        alternate_name: Option<String> => Kind::Text,
        /// What one gets.
        description: Option<String> => Kind::Text,
        /// Its page.
        url: Option<String> => Kind::Url,
        /// Its e-mail address.
        email: Option<String> => Kind::Email,
        /// Whether it can be used.
        status: ServiceStatus => Kind::Choice(ServiceStatus::ALL),
        /// What interpreting there is.
        interpretation_services: Option<String> => Kind::Text,
        /// How one gets it: drop in, call, book.
        application_process: Option<String> => Kind::Text,
        /// What it costs, in words.
        fees_description: Option<String> => Kind::Text,
        /// Waiting time; out of date in 3.0, kept for older data.
        wait_time: Option<String> => Kind::Text,
        /// Price; out of date in 3.0, see `fees_description`.
        fees: Option<String> => Kind::Text,
        /// Recognition by others.
        accreditations: Option<String> => Kind::Text,
        /// Who it is for.
        eligibility_description: Option<String> => Kind::Text,
        /// Youngest age in years.
        minimum_age: Option<f64> => Kind::Number,
        /// Oldest age in years.
        maximum_age: Option<f64> => Kind::Number,
        /// The day somebody last made sure that this is true.
        assured_date: Option<Date> => Kind::Date,
        /// Who made sure.
        assurer_email: Option<String> => Kind::Email,
        /// Licences; out of date in 3.0, kept for older data.
        licenses: Option<String> => Kind::Text,
        /// Something to know right now: closed for holidays, moved.
        alert: Option<String> => Kind::Text,
        /// When the service or anything about it last changed.
        last_modified: Option<Timestamp> => Kind::Moment,
    }
}

record! {
    /// The area whose people may use a service.
    ServiceArea "service_area" "service_areas.csv" "service_areas" {
        /// The area's own id.
        id: String => Kind::Id,
        /// The service.
        service_id: Option<String> => Kind::Link("service"),
        /// The area's name.
        name: Option<String> => Kind::Text,
        /// The area in words.
        description: Option<String> => Kind::Text,
        /// The area as a shape.
        extent: Option<String> => Kind::Text,
        /// How the shape is written: `geojson`, `kml`, `topojson`, `text`.
        extent_type: Option<String> => Kind::Text,
        /// A lasting identifier of the area.
        uri: Option<String> => Kind::Uri,
    }
}

record! {
    /// What one must bring.
    RequiredDocument "required_document" "required_documents.csv" "required_documents" {
        /// The entry's own id.
        id: String => Kind::Id,
        /// The service that asks for it.
        service_id: Option<String> => Kind::Link("service"),
        /// The document.
        document: Option<String> => Kind::Text,
        /// Where it is described.
        uri: Option<String> => Kind::Uri,
    }
}

record! {
    /// A price in a period.
    CostOption "cost_option" "cost_options.csv" "cost_options" {
        /// The entry's own id.
        id: String => Kind::Id,
        /// The service.
        service_id: String => Kind::Link("service"),
        /// The first day of the price.
        valid_from: Option<Date> => Kind::Date,
        /// The last day of the price.
        valid_to: Option<Date> => Kind::Date,
        /// Who or what the price is for.
        option: Option<String> => Kind::Text,
        /// Three letters, such as `DKK`.
        currency: Option<String> => Kind::Text,
        /// The price in that currency's whole units.
        amount: Option<f64> => Kind::Number,
        /// The price in words.
        amount_description: Option<String> => Kind::Text,
    }
}
