//! The key of a box. It is kept sealed with the keys of the vault, so that changing those touches one short text a box and
//! not every letter.

use basics::Id;
use realm::{Chance, Realm};
use uuid::Uuid;
use vault::{Keyring, Sealed};
use zeroize::Zeroizing;

use super::{MailboxError, MailboxTag};

const PURPOSE: &str = "mailbox.box";

/// Opens and seals what is in one box, and nothing in another.
#[derive(Debug, Clone)]
pub(crate) struct BoxKey(Keyring);

impl BoxKey {
    pub(super) fn new(secret: [u8; 32]) -> Self {
        Self(Keyring::single(secret))
    }

    /// Seals something that belongs to `thing`; `purpose` says what it is.
    pub(crate) fn seal(&self, chance: &Chance, purpose: &'static str, thing: Uuid, plain: &[u8]) -> Vec<u8> {
        self.0.seal(purpose, thing.as_bytes(), plain, |nonce| chance.fill(nonce)).to_bytes()
    }

    /// Opens what [`seal`](Self::seal) gave.
    pub(crate) fn open(
        &self,
        purpose: &'static str,
        thing: Uuid,
        sealed: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, MailboxError> {
        let closed = || MailboxError::Closed { what: purpose };
        let sealed = Sealed::from_bytes(sealed).map_err(|_| closed())?;
        self.0.open(purpose, thing.as_bytes(), &sealed).map_err(|_| closed())
    }

    /// As [`seal`](Self::seal), as text.
    pub(crate) fn seal_text(
        &self,
        chance: &Chance,
        purpose: &'static str,
        thing: Uuid,
        plain: &str,
    ) -> String {
        self.0.seal(purpose, thing.as_bytes(), plain.as_bytes(), |nonce| chance.fill(nonce)).to_text()
    }

    /// Opens what [`seal_text`](Self::seal_text) gave.
    pub(crate) fn open_text(
        &self,
        purpose: &'static str,
        thing: Uuid,
        sealed: &str,
    ) -> Result<String, MailboxError> {
        let closed = || MailboxError::Closed { what: purpose };
        let sealed: Sealed = sealed.parse().map_err(|_| closed())?;
        let plain = self.0.open(purpose, thing.as_bytes(), &sealed).map_err(|_| closed())?;
        String::from_utf8(plain.to_vec()).map_err(|_| closed())
    }
}

/// Seals the key of a box with the newest key of the vault.
pub(super) fn seal(realm: &Realm, id: Id<MailboxTag>, secret: [u8; 32]) -> Sealed {
    let secret = Zeroizing::new(secret);
    realm.vault.seal(PURPOSE, id.uuid().as_bytes(), &*secret, |nonce| realm.chance.fill(nonce))
}

pub(super) fn open_secret(
    vault: &Keyring,
    id: Id<MailboxTag>,
    sealed: &str,
) -> Result<Zeroizing<[u8; 32]>, MailboxError> {
    let closed = || MailboxError::Closed { what: PURPOSE };
    let sealed: Sealed = sealed.parse().map_err(|_| closed())?;
    let plain = vault.open(PURPOSE, id.uuid().as_bytes(), &sealed).map_err(|_| closed())?;
    let secret: [u8; 32] = plain.as_slice().try_into().map_err(|_| closed())?;
    Ok(Zeroizing::new(secret))
}
