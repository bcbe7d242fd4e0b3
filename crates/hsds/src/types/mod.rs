//! The tables of HSDS 3.0 as types. A field that is an `Option` may be left out; every other must be filled.
//!
//! Where the standard requires a link only in tables (`organization_id` of a service), the type requires it always: in
//! JSON it is told by the nesting and filled in on reading. Ids are UUIDs in text; times of day are text that
//! [`clock_time`](crate::clock_time) reads.

mod choices;
mod contacts;
mod facts;
mod organizations;
mod places;
mod services;
mod taxonomies;
mod times;

pub use choices::{AddressType, Frequency, LocationType, ServiceStatus, Weekday};
pub use contacts::{Contact, Language, Phone};
pub use facts::{Attribute, MetaTableDescription, Metadata};
pub use organizations::{Funding, Organization, OrganizationIdentifier, Program};
pub use places::{Accessibility, Address, Location, ServiceAtLocation};
pub use services::{CostOption, RequiredDocument, Service, ServiceArea};
pub use taxonomies::{Taxonomy, TaxonomyTerm};
pub use times::Schedule;
