//! Passwords and tokens that stand in files of their own.

use std::path::{Path, PathBuf};

use basics::Secret;

/// A file of the settings that cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("{path}: {why}", path = path.display())]
pub(crate) struct Unreadable {
    path: PathBuf,
    why: std::io::Error,
}

/// Reads a secret that a file holds as its only line.
pub(crate) fn from_file(path: &Path) -> Result<Secret, Unreadable> {
    Ok(Secret::new(text_of(path)?.trim_end_matches(['\r', '\n'])))
}

/// Reads a file that the settings name.
pub(crate) fn text_of(path: &Path) -> Result<String, Unreadable> {
    std::fs::read_to_string(path).map_err(|why| Unreadable { path: path.to_owned(), why })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_the_line_in_its_file_and_cannot_be_printed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("password");
        std::fs::write(&path, "hemmelig \n").unwrap();
        let secret = from_file(&path).unwrap();
        assert_eq!(secret.reveal(), "hemmelig ");
        assert_eq!(format!("{secret:?}"), "Secret(…)");
        assert!(from_file(&folder.path().join("missing")).unwrap_err().to_string().contains("missing"));
    }
}
