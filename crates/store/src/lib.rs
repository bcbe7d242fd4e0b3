//! One code base on SQLite and PostgreSQL: connections, transactions, rows and migrations.
//!
//! A caller opens a [`Store`] by URL and works inside a [`Tx`]. There is no way to run SQL outside a
//! transaction, and no way to begin one except [`Store::read`] and [`Store::write`]: measured on SQLite, a
//! plain `begin` fails under load with `database is locked`; measured on PostgreSQL, it loses updates. What
//! differs between the engines is hidden here and nowhere else.

mod column;
mod digest;
mod error;
mod migrate;
mod place;
mod postgres;
mod row;
pub mod rows;
mod sqlite;
mod store;
mod tx;

pub use column::{Column, Param};
pub use digest::{TableDigest, digest, digest_of_all, schema_version, table_names};
pub use error::{DbError, OpenError};
pub use migrate::{MigrateError, Migrated, Migration, Migrations};
pub use place::{sqlite_address, sqlite_file, sqlite_in_use};
pub use row::{Field, FromRow, Row};
pub use store::{Engine, Store};
pub use tx::Tx;

#[doc(hidden)]
pub use sea_orm::Value;
