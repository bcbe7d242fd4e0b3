//! OIO Basic Privilege Profile 1.2: what a person may do, and for whom, as a Danish login tells it.
//!
//! A fuldmagt from Digital Fuldmagt, a right from MitID Erhverv or a role from a municipality arrives in the attribute
//! [`ATTRIBUTE`] of a login: a small XML document in base64. A [`PrivilegeList`] is what it says. Each [`PrivilegeGroup`]
//! names a [`Scope`] (the citizen, company, tax unit or production unit acted for), the [`Privilege`]s there, and the
//! [`Constraint`]s that narrow them.
//!
//! - **Whatever is not understood is refused**, with line, element and rule ([`ReadError`]). A part that was skipped could
//!   have been the one that narrows what is given.
//! - **The older forms are read too**: the namespace before version 1.2, and children in the namespace of the list. Only the
//!   form of version 1.2 is written.
//! - **No CPR number slips out.** Neither `Debug` of any type nor any error holds one; [`Scope::to_urn`],
//!   [`PrivilegeList::to_xml`] and [`PrivilegeList::to_base64`] write it, because the profile does.
//!
//! Sources of the rules: OIO Basic Privilege Profile 1.2 as Digitaliseringsstyrelsen's reference implementations for Java
//! and .NET read and write it; RFC 3986, RFC 3987 and RFC 8141 for what a privilege may be.
//!
//! ```
//! use oiobpp::{Privilege, PrivilegeGroup, PrivilegeList, Scope};
//!
//! let mut for_aase = PrivilegeGroup::new(Scope::Person("0101900002".parse()?));
//! for_aase.privileges.push("urn:dk:omtanke:exemption:apply".parse()?);
//! let list = PrivilegeList { groups: vec![for_aase] };
//!
//! assert_eq!(PrivilegeList::read_base64(&list.to_base64())?, list);
//!
//! let refused = PrivilegeList::read_xml(list.to_xml().replace("cprNumber", "cprName").as_bytes()).unwrap_err();
//! assert_eq!(
//!     refused.to_string(),
//!     "line 3, column 3: PrivilegeList/PrivilegeGroup@Scope is no scope: its kind is none of urn:dk:gov:saml's \
//!      cprNumberIdentifier, cvrNumberIdentifier, seNumberIdentifier and productionUnitIdentifier"
//! );
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod constraint;
mod fault;
mod list;
mod mask;
mod privilege;
mod read;
mod scope;
mod write;
mod xml;

pub use constraint::{Constraint, ConstraintError};
pub use fault::{Position, ReadError, Rule};
pub use list::{PrivilegeGroup, PrivilegeList};
pub use privilege::{Privilege, PrivilegeError};
pub use scope::{ProductionUnit, Scope, ScopeError, SeNumber};

/// The attribute of an OIOSAML 3 login that carries a privilege list in base64.
pub const ATTRIBUTE: &str = "https://data.gov.dk/model/core/eid/privilegesIntermediate";
/// The largest document that is read, in bytes: 256 KiB.
pub const MOST_BYTES: usize = 256 << 10;
/// The most groups that are read of one list.
pub const MOST_GROUPS: usize = 1_000;

/// Compiles the example of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
