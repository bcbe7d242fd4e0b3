//! Where the content of files goes while a message is read.

use std::io;

/// What a file says of itself before its content comes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FileHead {
    /// Its MIME type.
    pub encoding_format: String,
    /// Its name. It comes from outside: never use it as a path.
    pub filename: String,
    /// The language of its text.
    pub language: String,
}

/// Takes the content of files as it comes, so that none needs to be held in memory.
///
/// A sink is called before the message is known to be without faults: when it is refused, throw away what the sink was
/// given. A head that the message leaves out is empty here, and a fault in the end.
///
/// ```
/// use std::io;
///
/// /// Counts instead of keeping.
/// struct Count(u64);
///
/// impl memo::Sink for Count {
///     type Content = u64;
///
///     fn begin(&mut self, _file: &memo::FileHead) -> io::Result<()> {
///         self.0 = 0;
///         Ok(())
///     }
///
///     fn piece(&mut self, bytes: &[u8]) -> io::Result<()> {
///         self.0 += bytes.len() as u64;
///         Ok(())
///     }
///
///     fn end(&mut self) -> io::Result<u64> {
///         Ok(self.0)
///     }
/// }
/// ```
pub trait Sink {
    /// What stands for the content in the message: a path, a key in a store, or the bytes themselves.
    type Content;

    /// A file begins.
    ///
    /// # Errors
    /// Whatever keeps the sink from taking it; reading stops with [`ReadError::Io`](crate::ReadError::Io).
    fn begin(&mut self, file: &FileHead) -> io::Result<()>;

    /// More of the file's content, in order and at most 64 KiB at once.
    ///
    /// # Errors
    /// Whatever keeps the sink from taking it; reading stops with [`ReadError::Io`](crate::ReadError::Io).
    fn piece(&mut self, bytes: &[u8]) -> io::Result<()>;

    /// The file is complete.
    ///
    /// # Errors
    /// Whatever keeps the sink from keeping it; reading stops with [`ReadError::Io`](crate::ReadError::Io).
    fn end(&mut self) -> io::Result<Self::Content>;
}

/// Keeps the content of files in the message itself.
#[derive(Debug, Default)]
pub struct InMemory(Vec<u8>);

impl Sink for InMemory {
    type Content = Vec<u8>;

    fn begin(&mut self, _file: &FileHead) -> io::Result<()> {
        self.0.clear();
        Ok(())
    }

    fn piece(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.extend_from_slice(bytes);
        Ok(())
    }

    fn end(&mut self) -> io::Result<Vec<u8>> {
        Ok(std::mem::take(&mut self.0))
    }
}
