//! From bytes to text, with advice for the encodings people really send.

/// The text of a file, without the byte order mark.
///
/// # Errors
/// A sentence that says how the file is encoded and how to save it instead.
pub(crate) fn decode(bytes: &[u8]) -> Result<&str, String> {
    let bytes = without_mark(bytes);
    if is_utf16(bytes) {
        return Err(UTF16.to_owned());
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let line = bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count() + 1;
        format!("{NOT_UTF8} The first such letter is in line {line}.")
    })
}

/// What to do about UTF-16.
pub(crate) const UTF16: &str =
    "The file is saved as UTF-16. Save it again as UTF-8 (in Excel: \"CSV UTF-8\").";

/// What to do about letters in an older encoding.
pub(crate) const NOT_UTF8: &str = "Some letters are not in UTF-8; the file looks saved as Latin-1 (Windows-1252), where æ, ø \
     and å are written another way. Save it again as UTF-8 (in Excel: \"CSV UTF-8\").";

/// Excel puts a byte order mark first; it is no part of the text.
pub(crate) fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

/// UTF-16 has its own mark, or a zero in every other byte of plain letters.
pub(crate) fn is_utf16(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(64)];
    let zeros = start.iter().filter(|byte| **byte == 0).count();
    bytes.starts_with(b"\xff\xfe")
        || bytes.starts_with(b"\xfe\xff")
        || (start.len() >= 4 && zeros * 3 >= start.len())
}
