//! `omtanke import`

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use help::exchange::{TakeError, Taken, find_rows, take_in};
use hsds::{Problem, Problems, Reading, Report};
use indicatif::{ProgressBar, ProgressStyle};
use realm::{Actor, Via};

use super::Target;
use crate::failure::Failure;
use crate::prepare::load_places;

#[derive(Debug, Args)]
pub(crate) struct Import {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Municipalities and postcodes, as this program carries them.
    Places {
        #[command(flatten)]
        target: Target,
    },
    /// Help points and their organisations from Open Referral HSDS 3.0: all of them or, when anything is wrong, none.
    Hsds(Hsds),
}

#[derive(Debug, Args)]
struct Hsds {
    #[command(flatten)]
    target: Target,
    /// A JSON file, or a folder with one CSV file per table.
    path: PathBuf,
    /// Only say what would happen.
    #[arg(long)]
    dry_run: bool,
}

impl Import {
    pub(crate) async fn run(self) -> Result<(), Failure> {
        match self.what {
            What::Places { target } => {
                let realm = target.realm().await?;
                let (municipalities, postcodes) = load_places(&realm).await?;
                println!("loaded {municipalities} municipalities and {postcodes} postcodes");
                Ok(())
            }
            What::Hsds(hsds) => hsds.run().await,
        }
    }
}

impl Hsds {
    async fn run(self) -> Result<(), Failure> {
        let source = Source::open(&self.path)?;
        eprintln!("read {}", source.said());
        let Reading { directory, report } = source.read().map_err(|report| refused(&report))?;
        tell("warning: ", &report.warnings);
        eprintln!("checked {} rows", directory.len());
        let realm = self.target.realm().await?;
        let mut work = realm.work(Actor::program("hsds import", Via::CommandLine)).await?;
        let bar = progress_bar();
        let taken = take_in(&mut work, &directory, |done, of| {
            bar.set_length(of as u64);
            bar.set_position(done as u64);
        })
        .await;
        bar.finish_and_clear();
        let taken = match taken {
            Ok(taken) => taken,
            Err(TakeError::Db(error)) => return Err(error.into()),
            Err(TakeError::Refused(mut report)) => {
                source.find_rows(&mut report);
                return Err(refused(&report));
            }
        };
        let mut report = Report { warnings: taken.warnings.clone(), ..Report::default() };
        source.find_rows(&mut report);
        tell("warning: ", &report.warnings);
        if self.dry_run {
            println!("{}; this was a dry run, and nothing has been imported", sum(&taken));
            return Ok(());
        }
        work.commit().await?;
        println!("{}", sum(&taken));
        Ok(())
    }
}

/// What a directory is read from.
enum Source {
    Tables(Vec<(String, Vec<u8>)>),
    Json(Vec<u8>),
}

impl Source {
    fn open(path: &Path) -> Result<Self, Failure> {
        let refuse = |why| Failure::File { path: path.to_owned(), why };
        let wrong =
            |why: &str| Failure::Import(format!("{}: {why}\nnothing has been imported", path.display()));
        if fs::metadata(path).map_err(refuse)?.is_dir() {
            let tables = tables_in(path)?;
            return match tables.is_empty() {
                true => Err(wrong("there is no CSV file in this folder")),
                false => Ok(Source::Tables(tables)),
            };
        }
        if has_ending(path, "json") {
            return fs::read(path).map(Source::Json).map_err(refuse);
        }
        Err(wrong(if has_ending(path, "csv") {
            "a directory is several tables that refer to each other; give the folder in which they lie"
        } else {
            "give a file that ends in .json, or a folder with CSV files"
        }))
    }

    fn said(&self) -> String {
        match self {
            Source::Tables(files) => format!("{} tables", files.len()),
            Source::Json(bytes) => format!("{} bytes of JSON", bytes.len()),
        }
    }

    fn read(&self) -> Result<Reading, Report> {
        match self {
            Source::Tables(files) => hsds::read_tables(files),
            Source::Json(bytes) => hsds::from_json_bytes(bytes),
        }
    }

    /// Says where in the source a record stands: the row of its file, or the list it belongs to in JSON.
    fn find_rows(&self, report: &mut Report) {
        match self {
            Source::Tables(files) => find_rows(report, files),
            Source::Json(_) => {
                for problem in report.errors.list.iter_mut().chain(&mut report.warnings.list) {
                    problem.file.truncate(problem.file.trim_end_matches(".csv").len());
                }
            }
        }
    }
}

/// The CSV files of a folder by name; whatever else lies there is no part of the directory.
fn tables_in(folder: &Path) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let refuse = |why| Failure::File { path: folder.to_owned(), why };
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(refuse)? {
        let path = entry.map_err(refuse)?.path();
        if has_ending(&path, "csv") && path.is_file() {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let bytes = fs::read(&path).map_err(|why| Failure::File { path: path.clone(), why })?;
            files.push((name, bytes));
        }
    }
    files.sort();
    Ok(files)
}

fn has_ending(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|own| own.eq_ignore_ascii_case(ending))
}

fn refused(report: &Report) -> Failure {
    tell("warning: ", &report.warnings);
    tell("", &report.errors);
    let errors = match report.errors.total() {
        1 => "1 error".to_owned(),
        many => format!("{many} errors"),
    };
    Failure::Import(format!("{errors}; nothing has been imported"))
}

/// Writes problems one a line.
pub(super) fn tell(before: &str, problems: &Problems) {
    for problem in &problems.list {
        eprintln!("{before}{}", line(problem));
    }
    if problems.more > 0 {
        eprintln!("{before}and {} more", problems.more);
    }
}

/// `file:row field message`, with the row as spreadsheets and editors count it: the header is row 1.
fn line(problem: &Problem) -> String {
    let mut line = problem.file.clone();
    match (problem.spreadsheet_row(), &problem.id) {
        (Some(row), _) => line.push_str(&format!(":{row}")),
        (None, Some(id)) => line.push_str(&format!(" {id}")),
        (None, None) => {}
    }
    if let Some(field) = &problem.field {
        line.push_str(&format!(" {field}"));
    }
    format!("{line} {}", problem.message)
}

fn sum(taken: &Taken) -> String {
    format!(
        "help points: {} added, {} changed, {} unchanged; organisations: {} added or changed",
        taken.added, taken.changed, taken.unchanged, taken.organisations
    )
}

fn progress_bar() -> ProgressBar {
    let style =
        ProgressStyle::with_template("help points {wide_bar} {pos}/{len}").expect("the template is right");
    ProgressBar::new(0).with_style(style)
}

#[cfg(test)]
mod tests {
    use clap::Parser as _;

    use super::super::Command;
    use super::*;

    async fn omtanke(arguments: &[&str]) -> Result<(), Failure> {
        Command::try_parse_from([&["omtanke"], arguments].concat()).unwrap().run().await
    }

    fn address(folder: &Path) -> String {
        format!("sqlite:{}", folder.join("omtanke.db").display())
    }

    const PLACE: &str = r#"{ "locations": [{
        "id": "0190a3c4-0000-7000-8000-000000000001",
        "location_type": "physical",
        "name": "Vejle Bibliotek",
        "organization_id": "0190a3c4-0000-7000-8000-000000000002",
        "addresses": [{
            "id": "0190a3c4-0000-7000-8000-000000000003",
            "address_1": "Willy Sørensens Plads 1", "city": "Vejle", "state_province": "Vejle",
            "postal_code": "7100", "country": "DK", "address_type": "physical"
        }]
    }], "organizations": [{
        "id": "0190a3c4-0000-7000-8000-000000000002", "name": "Vejle Bibliotek", "description": "Folkebibliotek"
    }] }"#;

    async fn points(url: &str) -> usize {
        let realm = super::super::open(url, realm::RealmKind::Live, None).await.unwrap();
        help::directory::directory(&realm).await.unwrap().entries.len()
    }

    #[tokio::test]
    async fn a_dry_run_checks_everything_and_imports_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let (url, file) = (address(folder.path()), folder.path().join("directory.json"));
        fs::write(&file, PLACE).unwrap();
        let import = ["import", "hsds", file.to_str().unwrap(), "--database", &url];
        omtanke(&[&import[..], &["--dry-run"]].concat()).await.unwrap();
        assert_eq!(points(&url).await, 0);
        omtanke(&import).await.unwrap();
        assert_eq!(points(&url).await, 1);
    }

    #[tokio::test]
    async fn what_is_exported_can_be_imported_elsewhere() {
        let folder = tempfile::tempdir().unwrap();
        let (url, file) = (address(folder.path()), folder.path().join("directory.json"));
        fs::write(&file, PLACE).unwrap();
        omtanke(&["import", "hsds", file.to_str().unwrap(), "--database", &url]).await.unwrap();
        let out = folder.path().join("out");
        omtanke(&["export", "hsds", "--out", out.to_str().unwrap(), "--database", &url]).await.unwrap();
        let other = tempfile::tempdir().unwrap();
        let url = address(other.path());
        omtanke(&["import", "hsds", out.to_str().unwrap(), "--database", &url]).await.unwrap();
        let again = other.path().join("out");
        omtanke(&["export", "hsds", "--out", again.to_str().unwrap(), "--database", &url]).await.unwrap();
        for entry in fs::read_dir(&out).unwrap() {
            let name = entry.unwrap().file_name();
            assert_eq!(fs::read(out.join(&name)).unwrap(), fs::read(again.join(&name)).unwrap(), "{name:?}");
        }
    }

    #[tokio::test]
    async fn a_wrong_file_ends_with_nine_and_says_that_nothing_was_imported() {
        let folder = tempfile::tempdir().unwrap();
        let url = address(folder.path());
        for (name, text) in [
            ("a.json", PLACE.replace("7100", "7101")),
            ("b.json", "[".to_owned()),
            ("services.csv", "id".to_owned()),
            ("c.xlsx", String::new()),
        ] {
            let file = folder.path().join(name);
            fs::write(&file, text).unwrap();
            let failure =
                omtanke(&["import", "hsds", file.to_str().unwrap(), "--database", &url]).await.unwrap_err();
            assert_eq!(failure.exit_code(), 9, "{name}");
            assert!(failure.to_string().contains("nothing has been imported"), "{failure}");
        }
        let nowhere = folder.path().join("nowhere");
        let failure =
            omtanke(&["import", "hsds", nowhere.to_str().unwrap(), "--database", &url]).await.unwrap_err();
        assert_eq!(failure.exit_code(), 11);
    }

    #[test]
    fn a_line_has_file_row_field_and_message() {
        let problem = Problem {
            file: "addresses.csv".to_owned(),
            row: Some(1),
            id: Some("x".to_owned()),
            field: Some("postal_code".to_owned()),
            message: "There is no such postcode.".to_owned(),
        };
        assert_eq!(line(&problem), "addresses.csv:2 postal_code There is no such postcode.");
        let unplaced = Problem { row: None, ..problem };
        assert_eq!(line(&unplaced), "addresses.csv x postal_code There is no such postcode.");
    }
}
