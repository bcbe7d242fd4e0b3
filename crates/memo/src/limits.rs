//! How much of a message the reader takes before it gives up.

/// What the reader accepts. The default suits the largest letters an authority may send (99.5 MB).
///
/// ```
/// let limits = memo::Limits { content: 10 << 20, ..memo::Limits::default() };
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the whole document. 256 MiB unless told otherwise.
    pub document: u64,
    /// Bytes of one file, unpacked from base64. 128 MiB unless told otherwise.
    pub content: u64,
    /// Bytes of one tag, comment or text other than the content of a file; so much is held in memory. 1 MiB unless told
    /// otherwise. It also bounds content that stands in a `CDATA` section, which cannot be read piecemeal.
    pub piece: u64,
    /// How many elements may lie within one another. A MeMo needs eight; 32 unless told otherwise.
    pub depth: usize,
    /// How many elements the document may have. 100,000 unless told otherwise.
    pub elements: u64,
    /// After how many faults the reader stops looking for more. 100 unless told otherwise; never less than one.
    pub faults: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            document: 256 << 20,
            content: 128 << 20,
            piece: 1 << 20,
            depth: 32,
            elements: 100_000,
            faults: 100,
        }
    }
}
