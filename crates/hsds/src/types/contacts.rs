//! How to reach help: people, telephones, and the languages spoken.

use crate::{kind::Kind, record::record};

record! {
    /// A person or function that can be asked. Keep it to functions: the directory is public.
    Contact "contact" "contacts.csv" "contacts" {
        /// The contact's own id.
        id: String => Kind::Id,
        /// The organization it answers for.
        organization_id: Option<String> => Kind::Link("organization"),
        /// The service it answers for.
        service_id: Option<String> => Kind::Link("service"),
        /// The service at one place it answers for.
        service_at_location_id: Option<String> => Kind::Link("service_at_location"),
        /// The place it answers for.
        location_id: Option<String> => Kind::Link("location"),
        /// Name of the person or function.
        name: Option<String> => Kind::Text,
        /// Job title.
        title: Option<String> => Kind::Text,
        /// Department.
        department: Option<String> => Kind::Text,
        /// E-mail address.
        email: Option<String> => Kind::Email,
    }
}

record! {
    /// A telephone number and what it belongs to.
    Phone "phone" "phones.csv" "phones" {
        /// The number's own id.
        id: String => Kind::Id,
        /// The place that answers.
        location_id: Option<String> => Kind::Link("location"),
        /// The service that answers.
        service_id: Option<String> => Kind::Link("service"),
        /// The organization that answers.
        organization_id: Option<String> => Kind::Link("organization"),
        /// The contact that answers.
        contact_id: Option<String> => Kind::Link("contact"),
        /// The service at one place that answers.
        service_at_location_id: Option<String> => Kind::Link("service_at_location"),
        /// The number as it is dialled.
        number: String => Kind::Text,
        /// The extension behind the number.
        extension: Option<u32> => Kind::Whole,
        /// Voice, text, fax, video and so on, in the terms of RFC 6350.
        r#type: Option<String> => Kind::Text,
        /// When to call, and what about.
        description: Option<String> => Kind::Text,
    }
}

record! {
    /// A language in which help is given, interpreters not counted.
    Language "language" "languages.csv" "languages" {
        /// The entry's own id.
        id: String => Kind::Id,
        /// The service where it is spoken.
        service_id: Option<String> => Kind::Link("service"),
        /// The place where it is spoken.
        location_id: Option<String> => Kind::Link("location"),
        /// The number where it is spoken.
        phone_id: Option<String> => Kind::Link("phone"),
        /// The language's name.
        name: Option<String> => Kind::Text,
        /// Its ISO 639 code.
        code: Option<String> => Kind::LanguageCode,
        /// How and when it can be had.
        note: Option<String> => Kind::Text,
    }
}
