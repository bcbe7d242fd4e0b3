//! Facts that can be hung on any row: classification and the history of changes.

use jiff::civil::Date;

use crate::{kind::Kind, record::record};

record! {
    /// Ties a taxonomy term to a row of any table.
    Attribute "attribute" "attributes.csv" "attributes" {
        /// The attribute's own id.
        id: String => Kind::Id,
        /// The row it describes.
        link_id: String => Kind::AnyLink("link_entity"),
        /// The term.
        taxonomy_term_id: String => Kind::Link("taxonomy_term"),
        /// What the term says of the row: its topic, who it is for.
        link_type: Option<String> => Kind::Text,
        /// The table of the row it describes, such as `service`.
        link_entity: String => Kind::Entity,
        /// A value, where the term asks for one.
        value: Option<String> => Kind::Text,
    }
}

record! {
    /// One change made to one field, kept so that a reader can see where the data came from.
    Metadata "metadata" "metadata.csv" "metadata" {
        /// The entry's own id.
        id: String => Kind::Id,
        /// The row that was changed.
        resource_id: String => Kind::AnyLink("resource_type"),
        /// The table of that row.
        resource_type: String => Kind::Entity,
        /// The day of the change.
        last_action_date: Date => Kind::Date,
        /// What was done, such as `update`.
        last_action_type: String => Kind::Text,
        /// The field that was changed.
        field_name: String => Kind::Text,
        /// What it said before.
        previous_value: String => Kind::Text,
        /// What it says now.
        replacement_value: String => Kind::Text,
        /// Who changed it.
        updated_by: String => Kind::Text,
    }
}

record! {
    /// The language and character set of a whole table.
    MetaTableDescription "meta_table_description" "meta_table_descriptions.csv" "meta_table_descriptions" {
        /// The entry's own id.
        id: String => Kind::Id,
        /// The table's name.
        name: Option<String> => Kind::Text,
        /// The language it is written in.
        language: Option<String> => Kind::Text,
        /// The character set it is stored in.
        character_set: Option<String> => Kind::Text,
    }
}
