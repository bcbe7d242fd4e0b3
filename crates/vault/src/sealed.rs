//! What is sealed, and the text it is kept as.

use std::fmt;
use std::str::FromStr;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::read::is_key_id;

/// Bytes of the nonce (draft-irtf-cfrg-xchacha-03 § 2.3): long enough to be chosen by chance.
pub(crate) const NONCE_BYTES: usize = 24;
/// Bytes of the tag, Poly1305's (RFC 8439 § 2.5).
pub(crate) const TAG_BYTES: usize = 16;

/// Something that only the key it was sealed with can open.
///
/// As text `v1.KEY.BODY`: the body is nonce, ciphertext and tag in base64url without padding (RFC 4648 § 5).
#[derive(Clone, PartialEq, Eq)]
pub struct Sealed {
    /// The id of the key that opens it.
    pub key: String,
    pub(crate) body: Vec<u8>,
}

/// A text, or bytes, that are not something sealed. It does not repeat them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the text is not something sealed")]
pub struct NotSealed;

impl Sealed {
    /// The text to keep, of letters, digits, `-`, `_` and two dots.
    #[must_use]
    pub fn to_text(&self) -> String {
        format!("v1.{}.{}", self.key, URL_SAFE_NO_PAD.encode(&self.body))
    }

    /// The bytes to keep, a third shorter than the text: the length of the key's id in one byte, the id, the body.
    ///
    /// # Panics
    /// Never: an id of a key has at most 64 characters.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let id = self.key.as_bytes();
        let mut bytes = Vec::with_capacity(1 + id.len() + self.body.len());
        bytes.push(u8::try_from(id.len()).expect("ids of keys are short"));
        bytes.extend_from_slice(id);
        bytes.extend_from_slice(&self.body);
        bytes
    }

    /// Reads what [`to_bytes`](Self::to_bytes) gave.
    ///
    /// # Errors
    /// When the bytes are not something sealed.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, NotSealed> {
        let (&length, rest) = bytes.split_first().ok_or(NotSealed)?;
        let (key, body) = rest.split_at_checked(usize::from(length)).ok_or(NotSealed)?;
        let key = std::str::from_utf8(key).map_err(|_| NotSealed)?;
        if !is_key_id(key) || body.len() < NONCE_BYTES + TAG_BYTES {
            return Err(NotSealed);
        }
        Ok(Self { key: key.to_owned(), body: body.to_vec() })
    }
}

impl FromStr for Sealed {
    type Err = NotSealed;

    fn from_str(text: &str) -> Result<Self, NotSealed> {
        let (key, body) = text.strip_prefix("v1.").and_then(|rest| rest.split_once('.')).ok_or(NotSealed)?;
        let body = URL_SAFE_NO_PAD.decode(body).map_err(|_| NotSealed)?;
        if !is_key_id(key) || body.len() < NONCE_BYTES + TAG_BYTES {
            return Err(NotSealed);
        }
        Ok(Self { key: key.to_owned(), body })
    }
}

impl fmt::Debug for Sealed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sealed({} bytes under key {})", self.body.len() - NONCE_BYTES - TAG_BYTES, self.key)
    }
}
