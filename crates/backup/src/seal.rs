//! Sealing for a key, by age: <https://age-encryption.org/v1>. Whoever makes backups needs only the public half.

use std::fmt;
use std::fs::{File, OpenOptions};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;
use std::str::FromStr;

use age::secrecy::ExposeSecret as _;
use age::stream::StreamWriter;
use age::{DecryptError, Decryptor, Encryptor, IdentityFile};

use crate::BackupError;
use crate::files::PIECE;

/// How every sealed file begins.
const MAGIC: &[u8] = b"age-encryption.org/";

/// The public half of a key: seals, but does not open.
///
/// ```
/// let key: backup::Recipient = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj".parse()?;
/// assert!("age1zvkyg".parse::<backup::Recipient>().is_err());
/// # Ok::<(), backup::BadRecipient>(())
/// ```
#[derive(Debug, Clone)]
pub struct Recipient(age::x25519::Recipient);

/// The text is no public key.
#[derive(Debug, thiserror::Error)]
#[error("this is not the public half of a key for backups; it begins with age1")]
pub struct BadRecipient;

impl FromStr for Recipient {
    type Err = BadRecipient;

    fn from_str(text: &str) -> Result<Self, BadRecipient> {
        text.trim().parse().map(Self).map_err(|_| BadRecipient)
    }
}

impl fmt::Display for Recipient {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

/// Makes a new key, writes it into a file for its owner's eyes only, and gives the public half.
///
/// # Errors
/// When the file is there already, or cannot be written.
pub fn new_identity(out: &Path) -> Result<Recipient, BackupError> {
    let identity = age::x25519::Identity::generate();
    let public = Recipient(identity.to_public());
    let write = |mut file: File| {
        writeln!(file, "# Opens backups of omtanke that are sealed for the public key:")?;
        writeln!(file, "# public key: {public}")?;
        writeln!(file, "{}", identity.to_string().expose_secret())?;
        file.sync_all()
    };
    match OpenOptions::new().write(true).create_new(true).mode(0o600).open(out).and_then(write) {
        Ok(()) => Ok(public),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            Err(BackupError::Exists(out.to_owned()))
        }
        Err(error) => Err(BackupError::file(out, error)),
    }
}

/// A file being written: as it is, or through a seal.
pub(crate) enum Sealing<W: Write> {
    Plain(W),
    Sealed(Box<StreamWriter<W>>),
}

impl<W: Write> Sealing<W> {
    pub(crate) fn begin(seal_for: Option<&Recipient>, to: W) -> io::Result<Self> {
        let Some(Recipient(recipient)) = seal_for else { return Ok(Self::Plain(to)) };
        let encryptor = Encryptor::with_recipients(std::iter::once(recipient as &dyn age::Recipient))
            .map_err(io::Error::other)?;
        Ok(Self::Sealed(Box::new(encryptor.wrap_output(to)?)))
    }

    /// Writes the end of the seal, without which nobody takes the file for whole.
    pub(crate) fn finish(self) -> io::Result<W> {
        match self {
            Self::Plain(to) => Ok(to),
            Self::Sealed(to) => to.finish(),
        }
    }
}

impl<W: Write> Write for Sealing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Plain(to) => to.write(bytes),
            Self::Sealed(to) => to.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Plain(to) => to.flush(),
            Self::Sealed(to) => to.flush(),
        }
    }
}

/// Opens a backup for reading, through its seal if it has one.
pub(crate) fn open(path: &Path, identity: Option<&Path>) -> Result<Box<dyn Read>, BackupError> {
    let refused = |why| BackupError::file(path, why);
    let mut file = BufReader::with_capacity(PIECE, File::open(path).map_err(refused)?);
    if !file.fill_buf().map_err(refused)?.starts_with(MAGIC) {
        return Ok(Box::new(file));
    }
    let identity = identity.ok_or_else(|| BackupError::Sealed(path.to_owned()))?;
    let keys = keys_in(identity)?;
    let opened = Decryptor::new_buffered(file)
        .and_then(|sealed| sealed.decrypt(keys.iter().map(|key| key.as_ref() as &dyn age::Identity)));
    match opened {
        Ok(reader) => Ok(Box::new(reader)),
        Err(
            DecryptError::NoMatchingKeys | DecryptError::KeyDecryptionFailed | DecryptError::DecryptionFailed,
        ) => Err(BackupError::WrongKey(path.to_owned())),
        Err(DecryptError::Io(why)) if why.kind() != io::ErrorKind::UnexpectedEof => Err(refused(why)),
        Err(_) => Err(BackupError::damaged(path, "the head of its seal does not hold")),
    }
}

fn keys_in(identity: &Path) -> Result<Vec<Box<dyn age::Identity + Send + Sync>>, BackupError> {
    let file = File::open(identity).map_err(|why| BackupError::file(identity, why))?;
    let no_key = || BackupError::NotAKey(identity.to_owned());
    // Errors are not passed on: they would quote what stands in the file.
    let keys = IdentityFile::from_buffer(BufReader::new(file)).map_err(|_| no_key())?;
    let keys = keys.into_identities().map_err(|_| no_key())?;
    if keys.is_empty() { Err(no_key()) } else { Ok(keys) }
}
