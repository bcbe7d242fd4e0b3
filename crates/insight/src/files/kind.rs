//! What a file is, from how it begins.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use crate::{Error, Reason};

/// The kinds of files that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FileKind {
    /// Text with a line of names, and commas, semicolons or tabs between values.
    Csv,
    /// Apache Parquet.
    Parquet,
    /// Excel (`.xlsx`).
    Workbook,
    /// SPSS (`.sav`, `.zsav`).
    Spss,
    /// Stata (`.dta`), versions 113 to 119.
    Stata,
}

impl FileKind {
    /// Tells what a file is.
    ///
    /// # Errors
    /// It cannot be opened, is empty, or is none of those.
    pub fn of(path: &Path) -> Result<Self, Error> {
        let mut beginning = Vec::new();
        let file = File::open(path).map_err(|why| Error::file(path, why))?;
        file.take(16).read_to_end(&mut beginning).map_err(|why| Error::file(path, why))?;
        Self::beginning_with(&beginning).map_err(|why| Error::format(path, why))
    }

    fn beginning_with(bytes: &[u8]) -> Result<Self, Reason> {
        match bytes {
            [] => Err(Reason::of("insight-file-empty")),
            [b'P', b'A', b'R', b'1', ..] => Ok(Self::Parquet),
            [b'P', b'K', 3, 4, ..] => Ok(Self::Workbook),
            [b'$', b'F', b'L', b'2' | b'3', ..] => Ok(Self::Spss),
            [b'<', b's', b't', b'a', b't', b'a', ..] | [113..=115, 1 | 2, 1, 0, ..] => Ok(Self::Stata),
            [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Err(Reason::of("insight-file-utf16")),
            [0xd0, 0xcf, 0x11, 0xe0, ..] => Err(Reason::of("insight-file-old-workbook")),
            [b'%', b'P', b'D', b'F', ..] => Err(Reason::of("insight-file-pdf")),
            bytes if bytes.contains(&0) => Err(Reason::of("insight-file-unknown")),
            _ => Ok(Self::Csv),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_how_it_begins() {
        assert_eq!(FileKind::beginning_with(b"id,year"), Ok(FileKind::Csv));
        assert_eq!(FileKind::beginning_with(b"PAR1\0\0"), Ok(FileKind::Parquet));
        assert_eq!(FileKind::beginning_with(b"$FL2@(#)"), Ok(FileKind::Spss));
        assert_eq!(FileKind::beginning_with(b"<stata_dta>"), Ok(FileKind::Stata));
        assert!(FileKind::beginning_with(b"\xff\xfei\0d\0").is_err());
        assert!(FileKind::beginning_with(b"\0\0\0\0").is_err());
    }
}
