//! `omtanke export`

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand, ValueEnum};
use help::exchange::{FILES, Names, whole};

use super::Target;
use super::import::tell;
use crate::failure::Failure;

const JSON: &str = "directory.json";
/// Where the files are made before they take their places.
const UNFINISHED: &str = ".omtanke-export";

#[derive(Debug, Args)]
pub(crate) struct Export {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Every help point and its organisation in Open Referral HSDS 3.0.
    Hsds(Hsds),
}

#[derive(Debug, Args)]
struct Hsds {
    #[command(flatten)]
    target: Target,
    /// The folder to write; it is made when it is not there.
    #[arg(long)]
    out: PathBuf,
    /// One form only; both when not given.
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Write over an earlier export.
    #[arg(long)]
    force: bool,
    /// Leave out the names of staff who confirmed that a help point is right, as for publishing.
    #[arg(long)]
    without_names: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// One CSV file per table.
    Csv,
    /// One JSON file, directory.json.
    Json,
}

impl Export {
    pub(crate) async fn run(self) -> Result<(), Failure> {
        let What::Hsds(hsds) = self.what;
        hsds.run().await
    }
}

impl Hsds {
    async fn run(self) -> Result<(), Failure> {
        self.check_folder()?;
        let realm = self.target.realm().await?;
        let names = if self.without_names { Names::LeftOut } else { Names::Kept };
        let directory = whole(&realm.read().await?, names).await?;
        eprintln!("read {} help points", directory.locations.len());
        let report = hsds::check(&directory);
        tell("warning: ", &report.warnings);
        if !report.is_ok() {
            tell("", &report.errors);
            let wrong = report.errors.total();
            return Err(Failure::Other(format!(
                "{wrong} values cannot stand in HSDS; mend them and export again\nNothing has been written."
            )));
        }
        let mut files = Vec::new();
        if self.format != Some(Format::Json) {
            files = hsds::write_tables(&directory);
        }
        if self.format != Some(Format::Csv) {
            files.push((JSON.to_owned(), hsds::to_json(&directory).into_bytes()));
        }
        write_all(&self.out, &files).map_err(|why| Failure::File { path: self.out.clone(), why })?;
        println!(
            "{} help points of {} organisations in {} files in {}",
            directory.locations.len(),
            directory.organizations.len(),
            files.len(),
            self.out.display()
        );
        Ok(())
    }

    /// Nobody's files are written over by mistake.
    fn check_folder(&self) -> Result<(), Failure> {
        let refuse = |why| Failure::File { path: self.out.clone(), why };
        match fs::read_dir(&self.out) {
            Ok(mut entries) => match entries.next() {
                Some(_) if !self.force => {
                    Err(refuse(io::Error::other("it is not empty; choose another folder, or add --force")))
                }
                _ => Ok(()),
            },
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            Err(error) => Err(refuse(error)),
        }
    }
}

/// Writes the files aside and moves them into place when all are whole. Tables of an earlier export that this one
/// does not have are removed, so that the folder is one directory; nothing else in it is touched.
fn write_all(folder: &Path, files: &[(String, Vec<u8>)]) -> io::Result<()> {
    let aside = folder.join(UNFINISHED);
    if aside.exists() {
        fs::remove_dir_all(&aside)?;
    }
    fs::create_dir_all(&aside)?;
    let moved = write_aside(&aside, files).and_then(|()| {
        for (name, _) in files {
            fs::rename(aside.join(name), folder.join(name))?;
        }
        Ok(())
    });
    fs::remove_dir_all(&aside)?;
    moved?;
    let stale = FILES.iter().chain(&[JSON]).filter(|name| files.iter().all(|(written, _)| written != *name));
    for name in stale {
        match fs::remove_file(folder.join(name)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(())
}

fn write_aside(aside: &Path, files: &[(String, Vec<u8>)]) -> io::Result<()> {
    for (name, bytes) in files {
        let mut file = fs::File::create(aside.join(name))?;
        file.write_all(bytes)?;
        file.sync_all()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use clap::Parser as _;

    use super::super::Command;
    use super::*;

    async fn export(folder: &Path, more: &[&str]) -> Result<(), Failure> {
        let (out, url) = (folder.join("out"), format!("sqlite:{}", folder.join("omtanke.db").display()));
        let arguments = ["omtanke", "export", "hsds", "--out", out.to_str().unwrap(), "--database", &url];
        Command::try_parse_from([&arguments, more].concat()).unwrap().run().await
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder.join("out")).unwrap();
        let mut names: Vec<_> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[tokio::test]
    async fn a_folder_with_something_in_it_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("out")).unwrap();
        fs::write(folder.path().join("out/letter.txt"), "Dear Aase").unwrap();
        let failure = export(folder.path(), &[]).await.unwrap_err();
        assert_eq!(failure.exit_code(), 11);
        assert!(failure.to_string().contains("--force"), "{failure}");
        assert_eq!(names(folder.path()), ["letter.txt"]);
    }

    #[tokio::test]
    async fn an_earlier_export_is_replaced_whole_and_other_files_stay() {
        let folder = tempfile::tempdir().unwrap();
        export(folder.path(), &[]).await.unwrap();
        assert_eq!(names(folder.path()), [JSON, "taxonomies.csv", "taxonomy_terms.csv"]);
        fs::write(folder.path().join("out/letter.txt"), "Dear Aase").unwrap();
        fs::write(folder.path().join("out/phones.csv"), "id,number").unwrap();
        export(folder.path(), &["--force", "--format", "csv"]).await.unwrap();
        assert_eq!(names(folder.path()), ["letter.txt", "taxonomies.csv", "taxonomy_terms.csv"]);
        export(folder.path(), &["--force", "--format", "json"]).await.unwrap();
        assert_eq!(names(folder.path()), [JSON, "letter.txt"]);
    }

    #[test]
    fn a_file_that_cannot_be_written_leaves_the_earlier_ones() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("phones.csv"), "before").unwrap();
        let files = [("phones.csv".to_owned(), b"after".to_vec()), ("a/b.csv".to_owned(), Vec::new())];
        assert!(write_all(folder.path(), &files).is_err());
        assert_eq!(fs::read(folder.path().join("phones.csv")).unwrap(), b"before");
        assert!(!folder.path().join(UNFINISHED).exists());
    }
}
