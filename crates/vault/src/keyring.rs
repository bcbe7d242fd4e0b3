//! The ring of keys: sealing, opening and finding.

use std::fmt;
use std::sync::{Arc, RwLock};

use blake3::Hasher;
use chacha20poly1305::aead::AeadInOut;
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use zeroize::{Zeroize, Zeroizing};

use crate::sealed::{NONCE_BYTES, Sealed, TAG_BYTES};

/// The keys of a realm: one with which everything new is sealed, and earlier ones that still open and find.
///
/// A clone is the same ring: [`Keyring::replace_with`] reaches them all, so that keys change while the program serves.
#[derive(Clone)]
pub struct Keyring {
    keys: Arc<RwLock<Arc<Vec<Key>>>>,
}

/// What finds a text again without opening anything: its hash under one key.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Mark {
    /// The id of the key.
    pub key: String,
    /// 64 hexadecimal digits.
    pub hash: String,
}

/// Why something sealed does not open.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// It was sealed with a key that is not in the ring.
    #[error("the key {id}, with which it is sealed, is not in the ring")]
    UnknownKey {
        /// The id of the key that is missing.
        id: String,
    },
    /// It was changed, or belongs to another purpose or context, or the key of that name is another.
    #[error("what is sealed does not open: it was changed, moved, or sealed with another key {id}")]
    Tampered {
        /// The id of the key that was tried.
        id: String,
    },
}

impl Keyring {
    /// A ring with one key, called "only", for sandboxes and tests.
    #[must_use]
    pub fn single(secret: [u8; 32]) -> Self {
        let mut key = Key::new("only");
        **key.secret = secret;
        Self::of(vec![key])
    }

    /// Takes over the keys of `newer`, in all clones. What is sealed with a key that `newer` lacks no longer opens.
    pub fn replace_with(&self, newer: &Keyring) {
        let keys = newer.keys();
        *self.keys.write().expect("nobody panics while holding the keys") = keys;
    }

    /// The id of the key with which everything new is sealed.
    #[must_use]
    pub fn current(&self) -> String {
        current(&self.keys()).id.clone()
    }

    /// The ids of all keys, the current one first.
    #[must_use]
    pub fn ids(&self) -> Vec<String> {
        self.keys().iter().map(|key| key.id.clone()).collect()
    }

    /// Seals `plain` with the current key (XChaCha20-Poly1305). It opens only for the same `purpose`, a word in the
    /// code, and the same `context`, such as the id of the row it is kept in. `fill` makes the nonce from chance.
    #[must_use]
    pub fn seal(&self, purpose: &str, context: &[u8], plain: &[u8], fill: impl FnOnce(&mut [u8])) -> Sealed {
        let keys = self.keys();
        let key = current(&keys);
        // All the room at once: growing would leave the plain text behind in the old memory.
        let mut body = Vec::with_capacity(NONCE_BYTES + plain.len() + TAG_BYTES);
        body.resize(NONCE_BYTES, 0);
        fill(&mut body);
        body.extend_from_slice(plain);
        let (nonce, text) = body.split_at_mut(NONCE_BYTES);
        let tag = key
            .cipher(purpose)
            .encrypt_inout_detached(&nonce_of(nonce), &bound_to(purpose, context), text.into())
            .expect("what fits in memory is below the cipher's limit of 256 GiB");
        body.extend_from_slice(&tag);
        Sealed { key: key.id.clone(), body }
    }

    /// Opens what was sealed for this purpose and context. The memory is cleared when it is dropped.
    ///
    /// # Errors
    /// When the key is not in the ring, or anything is not as it was when it was sealed.
    pub fn open(
        &self,
        purpose: &str,
        context: &[u8],
        sealed: &Sealed,
    ) -> Result<Zeroizing<Vec<u8>>, OpenError> {
        let keys = self.keys();
        let key = keys
            .iter()
            .find(|key| key.id == sealed.key)
            .ok_or_else(|| OpenError::UnknownKey { id: sealed.key.clone() })?;
        let (nonce, text) = sealed.body.split_at(NONCE_BYTES);
        let mut opened = Zeroizing::new(text.to_vec());
        key.cipher(purpose)
            .decrypt_in_place(&nonce_of(nonce), &bound_to(purpose, context), &mut *opened)
            .map_err(|_| OpenError::Tampered { id: key.id.clone() })?;
        Ok(opened)
    }

    /// The marks of a text under every key of the ring, the current one's first (BLAKE3's keyed mode). The same text
    /// has the same marks for the same purpose; without the key nobody can tell which text a mark belongs to.
    #[must_use]
    pub fn find_marks(&self, purpose: &str, plain: &[u8]) -> Vec<Mark> {
        self.keys().iter().map(|key| Mark { key: key.id.clone(), hash: key.mark(purpose, plain) }).collect()
    }

    pub(crate) fn of(keys: Vec<Key>) -> Self {
        Self { keys: Arc::new(RwLock::new(Arc::new(keys))) }
    }

    fn keys(&self) -> Arc<Vec<Key>> {
        self.keys.read().expect("nobody panics while holding the keys").clone()
    }
}

impl fmt::Debug for Keyring {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Keyring").field(&self.ids()).finish()
    }
}

fn current(keys: &[Key]) -> &Key {
    keys.first().expect("a ring always has a key")
}

/// One key. The secret is on the heap, so that moving the key leaves no copies behind, and cleared when dropped.
pub(crate) struct Key {
    pub(crate) id: String,
    pub(crate) secret: Box<Zeroizing<[u8; 32]>>,
}

impl Key {
    pub(crate) fn new(id: &str) -> Self {
        Self { id: id.to_owned(), secret: Box::default() }
    }

    fn cipher(&self, purpose: &str) -> XChaCha20Poly1305 {
        let key = self.derived(&format!("Omtanke vault v1, sealing, {purpose}"));
        XChaCha20Poly1305::new((&*key).into())
    }

    fn mark(&self, purpose: &str, plain: &[u8]) -> String {
        let key = self.derived(&format!("Omtanke vault v1, marks, {purpose}"));
        let mut hasher = Hasher::new_keyed(&key);
        let hash = hasher.update(plain).finalize();
        hasher.zeroize();
        hash.to_hex().to_string()
    }

    fn derived(&self, context: &str) -> Zeroizing<[u8; 32]> {
        let mut hasher = Hasher::new_derive_key(context);
        let mut derived = hasher.update(&**self.secret).finalize();
        hasher.zeroize();
        let key = Zeroizing::new(*derived.as_bytes());
        derived.zeroize();
        key
    }
}

fn nonce_of(bytes: &[u8]) -> XNonce {
    XNonce::try_from(bytes).expect("the nonce was split off at its length")
}

/// What the tag covers besides the text. The length keeps `("ab", "c")` and `("a", "bc")` apart.
fn bound_to(purpose: &str, context: &[u8]) -> Vec<u8> {
    let mut bound = (purpose.len() as u64).to_le_bytes().to_vec();
    bound.extend_from_slice(purpose.as_bytes());
    bound.extend_from_slice(&(context.len() as u64).to_le_bytes());
    bound.extend_from_slice(context);
    bound
}
