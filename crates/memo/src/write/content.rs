//! Where the content of files comes from while a message is written.

use std::io::{self, Read};

/// The content of a file, or a way to it.
///
/// ```
/// use std::{fs, io};
///
/// /// A file kept on disk.
/// struct Kept(std::path::PathBuf);
///
/// impl memo::Content for Kept {
///     fn open(&self) -> io::Result<Box<dyn io::Read + '_>> {
///         Ok(Box::new(fs::File::open(&self.0)?))
///     }
/// }
/// ```
pub trait Content {
    /// Begins to read the content. Called each time the message is written; each time gives the same bytes.
    ///
    /// # Errors
    /// Whatever keeps it from being read.
    fn open(&self) -> io::Result<Box<dyn Read + '_>>;

    /// How many bytes it has, where that is known without reading it. Only for [`Summary`](crate::Summary).
    fn size(&self) -> Option<u64> {
        None
    }
}

impl Content for Vec<u8> {
    fn open(&self) -> io::Result<Box<dyn Read + '_>> {
        Ok(Box::new(self.as_slice()))
    }

    fn size(&self) -> Option<u64> {
        Some(self.len() as u64)
    }
}

impl Content for &[u8] {
    fn open(&self) -> io::Result<Box<dyn Read + '_>> {
        Ok(Box::new(*self))
    }

    fn size(&self) -> Option<u64> {
        Some(self.len() as u64)
    }
}
