//! Backup files: made while the program serves, proved when written and again when restored, and sealed for a key if
//! wished.
//!
//! A backup is a tar file that any machine can open: `manifest.json` with the digest of every table, the database as
//! its own engine copies it, and `blake3.txt` with the hash of all that stands before it. Sealed, the whole tar is one
//! [age](https://age-encryption.org/v1) file. [`make`] gives it its name only when it is whole; [`restore`] compares
//! every table with the manifest before it says that it is done.
//!
//! The key file of the vault is never in it: a backup alone opens no CPR number.

mod container;
mod error;
mod files;
mod make;
mod manifest;
mod postgres;
mod restore;
mod seal;

pub use error::BackupError;
pub use make::{Checked, Made, Order, make};
pub use manifest::{Manifest, Table};
pub use restore::{Restored, restore, verify};
pub use seal::{BadRecipient, Recipient, new_identity};
