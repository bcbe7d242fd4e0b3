//! Rows of a result, read by column name.

use sea_orm::QueryResult;

use crate::{Column, DbError};

/// One row of a result.
pub struct Row(pub(crate) QueryResult);

impl Row {
    /// The value of a column that is never null.
    ///
    /// # Errors
    /// When the column is missing, null, or of another kind.
    pub fn get<T: Column>(&self, column: &str) -> Result<T, DbError> {
        self.get_optional(column)?
            .ok_or_else(|| DbError::Column { column: column.to_owned(), why: "it is null".to_owned() })
    }

    /// The value of a column that may be null.
    ///
    /// # Errors
    /// When the column is missing or of another kind.
    pub fn get_optional<T: Column>(&self, column: &str) -> Result<Option<T>, DbError> {
        T::read(&self.0, column)
    }
}

/// A type that a whole row becomes; [`row!`](crate::row) writes it for a plain struct.
pub trait FromRow: Sized {
    /// Reads the row.
    ///
    /// # Errors
    /// When a column is missing or of another kind.
    fn from_row(row: &Row) -> Result<Self, DbError>;
}

/// A field of a row struct: a column, or an optional column.
#[doc(hidden)]
pub trait Field: Sized {
    fn field(row: &Row, column: &str) -> Result<Self, DbError>;
}

impl<T: Column> Field for T {
    fn field(row: &Row, column: &str) -> Result<Self, DbError> {
        row.get(column)
    }
}

impl<T: Column> Field for Option<T> {
    fn field(row: &Row, column: &str) -> Result<Self, DbError> {
        row.get_optional(column)
    }
}

/// Declares a struct whose fields are the columns of a query, by name.
///
/// ```
/// store::row! {
///     /// A town as the place register has it.
///     #[derive(Debug)]
///     pub struct Town {
///         pub name: String,
///         pub population: Option<i64>,
///     }
/// }
/// ```
#[macro_export]
macro_rules! row {
    ($(#[$outer:meta])* $visible:vis struct $name:ident {
        $($(#[$inner:meta])* $field_visible:vis $field:ident : $kind:ty),* $(,)?
    }) => {
        $(#[$outer])*
        $visible struct $name { $($(#[$inner])* $field_visible $field: $kind),* }

        impl $crate::FromRow for $name {
            fn from_row(row: &$crate::Row) -> ::std::result::Result<Self, $crate::DbError> {
                Ok(Self { $($field: $crate::Field::field(row, stringify!($field))?),* })
            }
        }
    };
}
