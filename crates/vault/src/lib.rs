//! Keys, and what is done with them: sealing what must not be read at rest, and keyed hashes to find it again.
//!
//! The keys live in a file that only the program's own user can read, apart from the database and its backups.
//! Whoever has the database alone can neither read what is sealed, nor try all numbers against the marks.
//!
//! ```
//! use vault::Keyring;
//!
//! let ring = Keyring::single([7; 32]);
//! # let fill = |bytes: &mut [u8]| bytes.fill(1);
//! let sealed = ring.seal("diary", b"Aase", b"a walk in Vejle", fill);
//! let kept = sealed.to_text(); // goes into a text column
//!
//! let opened = ring.open("diary", b"Aase", &kept.parse()?)?;
//! assert_eq!(opened.as_slice(), b"a walk in Vejle");
//! assert!(ring.open("diary", b"Bo", &sealed).is_err()); // moved to another's row
//!
//! // A mark finds the text again without opening anything.
//! assert_eq!(ring.find_marks("diary", b"a walk"), ring.find_marks("diary", b"a walk"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Invariants:
//! - A ring always has a key; the first is the current one, with which everything new is sealed.
//! - Purposes are words in the code, never what somebody typed. Each has keys of its own, one for sealing and
//!   another for marks.
//! - No error and no `Debug` repeats a key or what was sealed.
//! - There is no chance in here: whoever seals gives the nonce's bytes, which must be random.

mod keyring;
mod read;
mod sealed;

pub use keyring::{Keyring, Mark, OpenError};
pub use read::{KeyringError, LineFault};
pub use sealed::{NotSealed, Sealed};
