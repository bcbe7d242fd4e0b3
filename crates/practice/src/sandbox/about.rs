//! What is noted beside a sandbox's file, so that it can be opened again: also by the program's next run.

use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use vault::{Keyring, Sealed};
use zeroize::Zeroizing;

use super::{Key, Start};

/// What the ring is sealed for.
const PURPOSE: &str = "practice.sandbox";

/// The note, as JSON.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct About {
    /// The version of the schema in the file.
    pub(crate) schema: i64,
    /// The world it began in.
    pub(crate) world: String,
    /// Where whoever uses it began.
    pub(crate) start: Start,
    /// How far its clock goes ahead of the machine's.
    pub(crate) ahead: SignedDuration,
    /// The number of its file, one more at each reset.
    pub(crate) file: u32,
    /// Its ring of keys as text, sealed under the live realm's.
    sealed_keys: String,
}

/// The note cannot be used: it is damaged, or the live realm's keys are others than those it was sealed under.
#[derive(Debug, thiserror::Error)]
#[error("the keys beside a sandbox cannot be opened")]
pub(crate) struct Unusable;

impl About {
    /// The note of a sandbox whose ring has these lines; see [`Keyring::parse`].
    pub(crate) fn new(
        key: &Key,
        what: (i64, &str, &Start, SignedDuration),
        lines: &str,
        house: &Keyring,
        fill: impl FnOnce(&mut [u8]),
    ) -> Self {
        let (schema, world, start, ahead) = what;
        let sealed = house.seal(PURPOSE, key.as_str().as_bytes(), lines.as_bytes(), fill);
        let sealed_keys = sealed.to_text();
        Self { schema, world: world.to_owned(), start: start.clone(), ahead, file: 1, sealed_keys }
    }

    /// The sandbox's ring: its own key first, then the template's.
    pub(crate) fn keys(&self, key: &Key, house: &Keyring) -> Result<Keyring, Unusable> {
        let sealed: Sealed = self.sealed_keys.parse().map_err(|_| Unusable)?;
        let lines = house.open(PURPOSE, key.as_str().as_bytes(), &sealed).map_err(|_| Unusable)?;
        let lines = Zeroizing::new(String::from_utf8(lines.to_vec()).map_err(|_| Unusable)?);
        Keyring::parse(&lines).map_err(|_| Unusable)
    }
}
