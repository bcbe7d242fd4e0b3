//! The lists of terms by which help is found.

use crate::{kind::Kind, record::record};

record! {
    /// A list of terms.
    Taxonomy "taxonomy" "taxonomies.csv" "taxonomies" {
        /// The list's own id.
        id: String => Kind::Id,
        /// Its name.
        name: String => Kind::Text,
        /// What it sorts.
        description: String => Kind::Text,
        /// Where it is published.
        uri: Option<String> => Kind::Uri,
        /// Its version.
        version: Option<String> => Kind::Text,
    }
}

record! {
    /// A term in a list, perhaps under another term.
    TaxonomyTerm "taxonomy_term" "taxonomy_terms.csv" "taxonomy_terms" {
        /// The term's own id in this directory.
        id: String => Kind::Id,
        /// The term's code in its list.
        code: Option<String> => Kind::Text,
        /// The term.
        name: String => Kind::Text,
        /// What it means.
        description: String => Kind::Text,
        /// The wider term.
        parent_id: Option<String> => Kind::Parent("taxonomy_term"),
        /// The name of the list, where it is not described here.
        taxonomy: Option<String> => Kind::Text,
        /// The language of the term.
        language: Option<String> => Kind::LanguageCode,
        /// The list it belongs to.
        taxonomy_id: Option<String> => Kind::Link("taxonomy"),
        /// A lasting identifier of the term.
        term_uri: Option<String> => Kind::Uri,
    }
}
