//! `omtanke practice check`

use std::path::PathBuf;

use clap::Args;
use practice::scenarios::{Library, LibraryError};

use crate::failure::Failure;

/// Say what is wrong with scenarios, and where.
#[derive(Debug, Args)]
pub(crate) struct Check {
    /// The folder with the scenarios.
    folder: PathBuf,
}

impl Check {
    pub(crate) fn run(self) -> Result<(), Failure> {
        let (count, findings) = Library::check_folder(&self.folder).map_err(cannot_be_read)?;
        for finding in &findings {
            println!("{}/{finding}", self.folder.display());
        }
        match findings.len() {
            0 if count == 0 => {
                Err(Failure::Other(format!("there is no scenario in {}", self.folder.display())))
            }
            0 => {
                println!("{count} scenarios, nothing to mend");
                Ok(())
            }
            1 => Err(Failure::Import("1 thing to mend in the scenarios".to_owned())),
            some => Err(Failure::Import(format!("{some} things to mend in the scenarios"))),
        }
    }
}

/// A folder or a file of scenarios that the operating system does not give.
pub(super) fn cannot_be_read(error: LibraryError) -> Failure {
    match error {
        LibraryError::Io { path, why } => Failure::File { path: path.into(), why },
        error @ LibraryError::Wrong(_) => Failure::Import(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    fn checked(folder: &Path) -> Result<(), Failure> {
        Check { folder: folder.to_owned() }.run()
    }

    #[test]
    fn the_shipped_scenarios_have_nothing_to_mend() {
        checked(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content/scenarios")).unwrap();
    }

    #[test]
    fn what_is_wrong_ends_with_a_code_of_its_own() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(checked(folder.path()).unwrap_err().exit_code(), 1);
        assert_eq!(checked(&folder.path().join("none")).unwrap_err().exit_code(), 11);
        fs::write(folder.path().join("brev.yaml"), "number: 1\ntitel: x\n").unwrap();
        assert_eq!(checked(folder.path()).unwrap_err().exit_code(), 9);
    }
}
