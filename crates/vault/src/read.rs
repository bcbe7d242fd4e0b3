//! Reading a key file: a key a line, the current one first.
//!
//! ```text
//! # made 2026-03-01, current
//! k2 2b7e151628aed2a6abf7158809cf4f3c762e7160f38b4da56a784d9045190cfe
//! # made 2025-03-01, only for what is sealed already
//! k1 603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4
//! ```

use std::fs::File;
use std::io::{self, Read};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use crate::keyring::{Key, Keyring};

/// No ring of keys is longer; what is longer is another file.
const LONGEST_FILE: usize = 64 * 1024;
const LONGEST_ID: usize = 32;

/// Why there is no ring of keys. It never repeats what the lines hold: a secret may stand in the wrong place.
#[derive(Debug, thiserror::Error)]
pub enum KeyringError {
    /// The file is not there, or cannot be read, or is not text.
    #[error("the key file {} cannot be read", .path.display())]
    Unreadable {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// Others than the file's owner may read or write it.
    #[error(
        "the key file {} is open to others than its owner (mode {mode:03o}); close it with: chmod 600 {0}",
        .path.display()
    )]
    OpenToOthers {
        /// Which file.
        path: PathBuf,
        /// Its Unix mode, the last nine bits.
        mode: u32,
    },
    /// The file is larger than any ring of keys.
    #[error("the key file {} is too large to be one", .path.display())]
    TooLarge {
        /// Which file.
        path: PathBuf,
    },
    /// There is no key, only comments and blank lines.
    #[error("there is no key: expected a line with an id, a space and 64 hexadecimal digits")]
    NoKey,
    /// A line is wrong.
    #[error("line {line} of the keys: {fault}")]
    Line {
        /// Which line, counted from one.
        line: usize,
        /// What is wrong with it.
        fault: LineFault,
    },
}

/// What can be wrong with a line of a key file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LineFault {
    /// There are not exactly two words.
    #[error("expected an id, a space and 64 hexadecimal digits")]
    NotTwoWords,
    /// The first word cannot be an id.
    #[error("an id has 1 to 32 letters a-z, digits, - and _, and begins with a letter")]
    NotAnId,
    /// The second word is no key of 256 bits.
    #[error("the key is not 64 hexadecimal digits")]
    NotASecret,
    /// Nothing but zeros: somebody's placeholder, or a generator that did not run.
    #[error("the key is all zeros")]
    AllZeros,
    /// An earlier line has the same id.
    #[error("an earlier line has the same id")]
    IdTwice,
}

impl Keyring {
    /// Reads keys from text: lines `ID SECRET`, the secret being 64 hexadecimal digits, comments with `#`, blank
    /// lines. The first key is the current one; the rest only open and find.
    ///
    /// # Errors
    /// When a line is wrong, or there is no key.
    pub fn parse(text: &str) -> Result<Self, KeyringError> {
        let mut keys: Vec<Key> = Vec::new();
        for (number, line) in (1..).zip(text.lines()) {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let key = read_line(line).map_err(|fault| KeyringError::Line { line: number, fault })?;
            if keys.iter().any(|earlier| earlier.id == key.id) {
                return Err(KeyringError::Line { line: number, fault: LineFault::IdTwice });
            }
            keys.push(key);
        }
        if keys.is_empty() { Err(KeyringError::NoKey) } else { Ok(Self::of(keys)) }
    }

    /// Reads the key file, which nobody but its owner may read.
    ///
    /// # Errors
    /// When the file cannot be read, is open to others, or does not hold keys.
    pub fn read(path: &Path) -> Result<Self, KeyringError> {
        let unreadable = |source| KeyringError::Unreadable { path: path.to_owned(), source };
        let file = File::open(path).map_err(unreadable)?;
        // Of the open file, not of the path, which may name another file a moment later.
        let mode = file.metadata().map_err(unreadable)?.permissions().mode() & 0o777;
        if mode & 0o077 != 0 {
            return Err(KeyringError::OpenToOthers { path: path.to_owned(), mode });
        }
        // All the room at once: growing would leave keys behind in the old memory.
        let mut bytes = Zeroizing::new(Vec::with_capacity(LONGEST_FILE + 1));
        file.take(LONGEST_FILE as u64 + 1).read_to_end(&mut bytes).map_err(unreadable)?;
        if bytes.len() > LONGEST_FILE {
            return Err(KeyringError::TooLarge { path: path.to_owned() });
        }
        let text = std::str::from_utf8(&bytes)
            .map_err(|_| unreadable(io::Error::new(io::ErrorKind::InvalidData, "it is not text")))?;
        Self::parse(text)
    }

    /// A line for a key file, with the end of the line, whose key `fill` makes from chance.
    ///
    /// # Errors
    /// When the id cannot be one, or `fill` gave nothing but zeros.
    pub fn new_key_line(id: &str, fill: impl FnOnce(&mut [u8])) -> Result<Zeroizing<String>, LineFault> {
        if !is_key_id(id) {
            return Err(LineFault::NotAnId);
        }
        let mut secret = Zeroizing::new([0; 32]);
        fill(&mut *secret);
        if *secret == [0; 32] {
            return Err(LineFault::AllZeros);
        }
        let mut line = Zeroizing::new(String::with_capacity(id.len() + 66));
        line.push_str(id);
        line.push(' ');
        for byte in *secret {
            for digit in [byte >> 4, byte & 0xf] {
                line.push(char::from_digit(digit.into(), 16).expect("four bits are one hexadecimal digit"));
            }
        }
        line.push('\n');
        Ok(line)
    }
}

/// Whether a text can name a key. No dots: those part the fields of something sealed.
pub(crate) fn is_key_id(text: &str) -> bool {
    text.len() <= LONGEST_ID
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_')
}

fn read_line(line: &str) -> Result<Key, LineFault> {
    let mut words = line.split_whitespace();
    let (Some(id), Some(digits), None) = (words.next(), words.next(), words.next()) else {
        return Err(LineFault::NotTwoWords);
    };
    if !is_key_id(id) {
        return Err(LineFault::NotAnId);
    }
    if digits.len() != 64 {
        return Err(LineFault::NotASecret);
    }
    let mut key = Key::new(id);
    for (byte, pair) in key.secret.iter_mut().zip(digits.as_bytes().chunks_exact(2)) {
        *byte = hex(pair[0])? << 4 | hex(pair[1])?;
    }
    if **key.secret == [0; 32] { Err(LineFault::AllZeros) } else { Ok(key) }
}

fn hex(digit: u8) -> Result<u8, LineFault> {
    match digit {
        b'0'..=b'9' => Ok(digit - b'0'),
        b'a'..=b'f' => Ok(digit - b'a' + 10),
        b'A'..=b'F' => Ok(digit - b'A' + 10),
        _ => Err(LineFault::NotASecret),
    }
}
