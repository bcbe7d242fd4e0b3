//! Open Referral HSDS 3.0: the common language in which directories of help are exchanged.
//!
//! A [`Directory`] holds the flat tables of the standard, joined by ids. It is read and written in two forms:
//!
//! - **Tables**: one CSV file per table ([`read_tables`], [`write_tables`]);
//! - **JSON**: services with everything that belongs to them inside ([`from_json`], [`to_json`]), the form the API gives out.
//!
//! Both readers pass everything through the same [check], gather *all* that is wrong in a [`Report`], and
//! hand over a directory only when nothing is. What the standard does not know is reported as a warning, never lost in
//! silence. The crate does no input or output of its own.
//!
//! Source of tables, fields and formats: Open Referral, Human Services Data Specification 3.0, schemas and API reference.
//!
//! ```
//! use hsds::{Directory, Organization, Service};
//!
//! let directory = Directory {
//!     organizations: vec![Organization {
//!         id: "0190a3c4-0000-7000-8000-000000000001".into(),
//!         name: "Vejle Bibliotek".into(),
//!         description: "Folkebibliotek".into(),
//!         ..Organization::default()
//!     }],
//!     services: vec![Service {
//!         id: "0190a3c4-0000-7000-8000-000000000002".into(),
//!         organization_id: "0190a3c4-0000-7000-8000-000000000001".into(),
//!         name: "Hjælp til MitID".into(),
//!         ..Service::default()
//!     }],
//!     ..Directory::default()
//! };
//! let reading = hsds::from_json(&hsds::to_json(&directory)).expect("a valid directory");
//! assert_eq!(reading.directory, directory);
//! ```

mod api;
mod check;
mod decode;
mod directory;
mod formats;
mod harvest;
mod json;
mod kind;
mod nest;
mod page;
mod problem;
mod record;
mod sheet;
mod tables;
#[cfg(test)]
mod tests;
mod tree;
mod types;

pub use api::{PROFILE, VERSION, api_root};
pub use check::check;
pub use directory::Directory;
pub use formats::{ClockTime, clock_time};
pub use json::{from_json, from_json_bytes};
pub use page::Page;
pub use problem::{CAP, Problem, Problems, Reading, Report};
pub use tables::{read_tables, write_tables};
pub use tree::{Tree, service_full, service_summary, to_json};
pub use types::*;
