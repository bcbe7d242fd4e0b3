//! `omtanke post check`

use std::fs::{self, File};
use std::io::{BufReader, BufWriter};
use std::path::{Path, PathBuf};

use clap::Args;
use memo::{Faults, Limits, Message, ReadError, Reading, WriteOptions};

use crate::failure::Failure;

#[derive(Debug, Args)]
pub(crate) struct Check {
    /// MeMo files.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Write what was read back into this folder, as MeMo of the same version under the same names.
    #[arg(long, value_name = "DIR")]
    rewrite: Option<PathBuf>,
}

impl Check {
    pub(crate) fn run(self) -> Result<(), Failure> {
        let mut invalid = 0;
        for path in &self.files {
            match read(path)? {
                Ok(Reading { message, warnings }) => {
                    println!("{}: valid", path.display());
                    for warning in warnings {
                        println!("{}: warning: {warning}", path.display());
                    }
                    if let Some(folder) = &self.rewrite {
                        rewrite(&message, path, folder)?;
                    }
                }
                Err(found) => {
                    invalid += 1;
                    println!("{}: invalid", path.display());
                    for fault in found.faults {
                        println!("{}: error: {fault}", path.display());
                    }
                    for warning in found.warnings {
                        println!("{}: warning: {warning}", path.display());
                    }
                }
            }
        }
        if invalid == 0 {
            return Ok(());
        }
        Err(Failure::Other(format!("{invalid} of {} files are no valid MeMo", self.files.len())))
    }
}

fn read(path: &Path) -> Result<Result<Reading, Faults>, Failure> {
    let refuse = |why| Failure::File { path: path.to_owned(), why };
    let file = File::open(path).map_err(refuse)?;
    let read = memo::read_with(BufReader::new(file), &Limits::default(), &mut memo::InMemory::default());
    match read {
        Ok(reading) => Ok(Ok(reading)),
        Err(ReadError::Refused(found)) => Ok(Err(found)),
        Err(ReadError::Io(why)) => Err(refuse(why)),
    }
}

fn rewrite(message: &Message, path: &Path, folder: &Path) -> Result<(), Failure> {
    fs::create_dir_all(folder).map_err(|why| Failure::File { path: folder.to_owned(), why })?;
    let name = path.file_name().unwrap_or(path.as_os_str());
    let to = folder.join(name);
    let refuse = |why| Failure::File { path: to.clone(), why };
    // What is read may say more than the older edition of the schema allows, and is passed on as it is.
    let options = WriteOptions { longest_notification: 160 };
    let file = BufWriter::new(File::create(&to).map_err(refuse)?);
    memo::write_with(message, &options, file).map_err(|error| match error {
        memo::WriteError::Io(why) => refuse(why),
        memo::WriteError::Refused(refusals) => Failure::Other(format!("{}: {refusals}", path.display())),
    })
}
