//! Ids that know what they are the id of, so that a help point's id cannot be given where a person's is wanted.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use uuid::Uuid;

/// The id of one `T`. `T` is only a name: any type will do, and none of its traits are asked for.
///
/// Shown, parsed and serialized as the uuid alone.
///
/// ```
/// use basics::Id;
///
/// enum HelpPointTag {}
/// let id: Id<HelpPointTag> = "0197f0e2-7c1a-7b3e-9d52-3f1c8a6b4e20".parse()?;
/// assert_eq!(id.to_string(), "0197f0e2-7c1a-7b3e-9d52-3f1c8a6b4e20");
/// # Ok::<(), basics::IdError>(())
/// ```
pub struct Id<T> {
    uuid: Uuid,
    // A function type, so that the id is `Send` and `Sync` whatever `T` is.
    of: PhantomData<fn() -> T>,
}

impl<T> Id<T> {
    /// The id with this uuid.
    pub const fn from_uuid(uuid: Uuid) -> Self {
        Self { uuid, of: PhantomData }
    }

    /// The uuid, for storing.
    pub const fn uuid(self) -> Uuid {
        self.uuid
    }
}

/// A text is not a uuid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an id: a uuid was expected")]
pub struct IdError;

impl<T> FromStr for Id<T> {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        Uuid::try_parse(text).map(Self::from_uuid).map_err(|_| IdError)
    }
}

impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.uuid.fmt(f)
    }
}

impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Id({})", self.uuid)
    }
}

impl<T> Serialize for Id<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.uuid)
    }
}

impl<'de, T> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text<T>(PhantomData<fn() -> T>);

        impl<T> serde::de::Visitor<'_> for Text<T> {
            type Value = Id<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a uuid")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Id<T>, E> {
                text.parse().map_err(E::custom)
            }
        }

        deserializer.deserialize_str(Text(PhantomData))
    }
}

// Derives would ask the same traits of `T`, which is only a name.

impl<T> Copy for Id<T> {}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.uuid == other.uuid
    }
}

impl<T> Eq for Id<T> {}

impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.uuid.cmp(&other.uuid)
    }
}

impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.uuid.hash(state);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeSet, HashSet};

    use super::*;

    enum LibraryTag {}

    const VEJLE: &str = "0197f0e2-7c1a-7b3e-9d52-3f1c8a6b4e20";

    #[test]
    fn an_id_reads_back_as_it_was_written() {
        let id: Id<LibraryTag> = VEJLE.parse().unwrap();
        assert_eq!(id.to_string(), VEJLE);
        assert_eq!(Id::<LibraryTag>::from_uuid(id.uuid()), id);
        assert_eq!(format!("{id:?}"), format!("Id({VEJLE})"));
    }

    #[test]
    fn an_id_is_a_plain_string_in_json() {
        let id: Id<LibraryTag> = VEJLE.parse().unwrap();
        let json = serde_json::to_string(&id).unwrap();
        assert_eq!(json, format!("\"{VEJLE}\""));
        assert_eq!(serde_json::from_str::<Id<LibraryTag>>(&json).unwrap(), id);
        assert!(serde_json::from_str::<Id<LibraryTag>>("\"vejle\"").is_err());
    }

    #[test]
    fn an_id_of_anything_can_be_copied_sorted_hashed_and_sent() {
        fn travels<V: Copy + Send + Sync + 'static>(value: V) -> V {
            value
        }
        // A raw pointer is none of these things; its id still is.
        let id = travels(Id::<*const LibraryTag>::from_uuid(Uuid::nil()));
        assert!(HashSet::from([id]).contains(&id));
        assert_eq!(BTreeSet::from([id, id]).len(), 1);
    }

    #[test]
    fn what_is_not_a_uuid_is_refused_without_repeating_it() {
        let refused = "biblioteket".parse::<Id<LibraryTag>>().unwrap_err();
        assert_eq!(refused.to_string(), "not an id: a uuid was expected");
    }
}
