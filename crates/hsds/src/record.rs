//! How a table of the standard is declared once and serves reading, checking and writing.

use serde::{Serialize, de::DeserializeOwned};

use crate::kind::Kind;

/// A column: its name, what may stand in it, and whether it must be filled.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    pub(crate) required: bool,
}

/// A table: its name in the standard, its file, its list in [`crate::Directory`], and its columns in order.
#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) name: &'static str,
    pub(crate) file: &'static str,
    pub(crate) collection: &'static str,
    pub(crate) fields: &'static [Field],
}

impl Table {
    pub(crate) fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    pub(crate) fn stem(&self) -> &'static str {
        self.file.trim_end_matches(".csv")
    }
}

/// A row type.
pub(crate) trait Record: Serialize + DeserializeOwned {
    const TABLE: &'static Table;
}

/// A value in a row: an `Option` may be missing, anything else must be there.
pub(crate) trait Cell {
    const REQUIRED: bool;

    fn is_absent(&self) -> bool {
        false
    }
}

impl Cell for String {
    const REQUIRED: bool = true;
}

impl Cell for jiff::civil::Date {
    const REQUIRED: bool = true;
}

impl<T> Cell for Option<T> {
    const REQUIRED: bool = false;

    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

/// The field name without the mark that lets a keyword be a name: `r#type` is `type`.
pub(crate) const fn plain(name: &'static str) -> &'static str {
    match name.as_bytes() {
        [b'r', b'#', ..] => name.split_at(2).1,
        _ => name,
    }
}

/// Declares a row type: `Name "table" "file.csv" "collection" { field: Type => Kind, … }`.
macro_rules! record {
    ($(#[$doc:meta])* $name:ident $table:literal $file:literal $collection:literal {
        $( $(#[$field_doc:meta])* $field:ident: $type:ty => $kind:expr, )*
    }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
        pub struct $name {
            $(
                $(#[$field_doc])*
                #[serde(skip_serializing_if = "crate::record::Cell::is_absent")]
                pub $field: $type,
            )*
        }

        impl crate::record::Record for $name {
            const TABLE: &'static crate::record::Table = &crate::record::Table {
                name: $table,
                file: $file,
                collection: $collection,
                fields: &[$(
                    crate::record::Field {
                        name: crate::record::plain(stringify!($field)),
                        kind: $kind,
                        required: <$type as crate::record::Cell>::REQUIRED,
                    },
                )*],
            };
        }
    };
}
pub(crate) use record;

/// Declares a closed list of values with their spelling in the standard; the first is the default.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident {
        $(#[$first_doc:meta])* $first:ident = $first_text:literal,
        $( $(#[$value_doc:meta])* $value:ident = $text:literal, )*
    }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $(#[$first_doc])*
            #[default]
            #[serde(rename = $first_text)]
            $first,
            $( $(#[$value_doc])* #[serde(rename = $text)] $value, )*
        }

        impl $name {
            /// Every spelling the standard allows.
            pub const ALL: &'static [&'static str] = &[$first_text, $($text),*];

            /// The spelling in the standard.
            pub fn as_str(self) -> &'static str {
                match self {
                    Self::$first => $first_text,
                    $( Self::$value => $text, )*
                }
            }
        }

        impl crate::record::Cell for $name {
            const REQUIRED: bool = true;
        }
    };
}
pub(crate) use choice;
