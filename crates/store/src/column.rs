//! How values go into and come out of both engines.
//!
//! Instants are microseconds since 1970 UTC in a `bigint`, dates and times of day are ISO text, ids are `uuid`
//! (a 16-byte value on SQLite): the same order, the same comparison and the same digest on both.

use basics::Id;
use jiff::{Timestamp, civil};
use sea_orm::{QueryResult, TryGetable, Value};
use uuid::Uuid;

use crate::DbError;

/// A value bound to a `$n` of a statement; see [`params!`](crate::params).
pub trait Param {
    /// The value as the driver takes it.
    fn value(self) -> Value;
}

/// A value read from a column of a row.
pub trait Column: Sized {
    /// Reads the column, `None` where the database holds null.
    ///
    /// # Errors
    /// When the column is missing or holds another kind of value.
    fn read(row: &QueryResult, column: &str) -> Result<Option<Self>, DbError>;
}

fn native<T: TryGetable>(row: &QueryResult, column: &str) -> Result<Option<T>, DbError> {
    row.try_get::<Option<T>>("", column)
        .map_err(|error| DbError::Column { column: column.to_owned(), why: error.to_string() })
}

fn parsed<T, E: std::fmt::Display>(
    column: &str,
    text: Option<String>,
    parse: impl Fn(&str) -> Result<T, E>,
) -> Result<Option<T>, DbError> {
    text.map(|text| {
        parse(&text).map_err(|error| DbError::Column { column: column.to_owned(), why: error.to_string() })
    })
    .transpose()
}

macro_rules! plain {
    ($($kind:ty),*) => {$(
        impl Param for $kind {
            fn value(self) -> Value {
                self.into()
            }
        }
        impl Param for Option<$kind> {
            fn value(self) -> Value {
                self.into()
            }
        }
        impl Column for $kind {
            fn read(row: &QueryResult, column: &str) -> Result<Option<Self>, DbError> {
                native(row, column)
            }
        }
    )*};
}

plain!(String, i64, i32, bool, f64, Uuid, Vec<u8>);

impl Param for &str {
    fn value(self) -> Value {
        self.into()
    }
}

impl Param for Option<&str> {
    fn value(self) -> Value {
        self.map(str::to_owned).into()
    }
}

impl Param for &String {
    fn value(self) -> Value {
        self.as_str().into()
    }
}

impl<T> Param for Id<T> {
    fn value(self) -> Value {
        self.uuid().into()
    }
}

impl<T> Param for Option<Id<T>> {
    fn value(self) -> Value {
        self.map(Id::uuid).into()
    }
}

impl<T> Column for Id<T> {
    fn read(row: &QueryResult, column: &str) -> Result<Option<Self>, DbError> {
        Ok(native::<Uuid>(row, column)?.map(Id::from_uuid))
    }
}

impl Param for Timestamp {
    fn value(self) -> Value {
        self.as_microsecond().into()
    }
}

impl Param for Option<Timestamp> {
    fn value(self) -> Value {
        self.map(Timestamp::as_microsecond).into()
    }
}

impl Column for Timestamp {
    fn read(row: &QueryResult, column: &str) -> Result<Option<Self>, DbError> {
        native::<i64>(row, column)?
            .map(|micros| {
                Timestamp::from_microsecond(micros)
                    .map_err(|error| DbError::Column { column: column.to_owned(), why: error.to_string() })
            })
            .transpose()
    }
}

macro_rules! as_text {
    ($($kind:ty),*) => {$(
        impl Param for $kind {
            fn value(self) -> Value {
                self.to_string().into()
            }
        }
        impl Param for Option<$kind> {
            fn value(self) -> Value {
                self.map(|value| value.to_string()).into()
            }
        }
        impl Column for $kind {
            fn read(row: &QueryResult, column: &str) -> Result<Option<Self>, DbError> {
                parsed(column, native(row, column)?, str::parse::<$kind>)
            }
        }
    )*};
}

as_text!(civil::Date, civil::Time);

/// Binds values to `$1`, `$2`, … of a statement, in order.
///
/// ```
/// let bound = store::params!["Vejle", 7100_i64, None::<String>];
/// assert_eq!(bound.len(), 3);
/// ```
#[macro_export]
macro_rules! params {
    ($($value:expr),* $(,)?) => {
        ::std::vec::Vec::<$crate::Value>::from([$($crate::Param::value($value)),*])
    };
}
