//! `omtanke survey import`

use std::path::PathBuf;

use access::{ImportSurveys, allow};
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use insight::WrongRow;
use insight::kept::{Held, ImportError, check, take};
use realm::{Actor, Via};

use super::super::Target;
use crate::failure::Failure;

/// Keep a file in the database as the next version of a survey: whole, sealed, never changed.
#[derive(Debug, Args)]
pub(crate) struct Import {
    #[command(flatten)]
    target: Target,
    /// The file: CSV, Parquet, Excel, SPSS or Stata.
    file: PathBuf,
    /// The codebook (YAML).
    #[arg(long)]
    codebook: PathBuf,
    /// The name of the survey, which is made if there is none: a to z, digits and hyphens.
    #[arg(long)]
    into: String,
    /// Leave wrong rows out and keep the list of them, instead of importing nothing.
    #[arg(long)]
    leave_out_wrong_rows: bool,
    /// Only say what would happen.
    #[arg(long)]
    dry_run: bool,
}

impl Import {
    pub(crate) async fn run(self) -> Result<(), Failure> {
        let refuse = |why| Failure::File { path: self.codebook.clone(), why };
        let codebook = std::fs::read_to_string(&self.codebook).map_err(refuse)?;
        let name =
            self.codebook.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let held = Held::at(&self.file)?;
        eprintln!("looking through {} ({} bytes)", held.name(), held.size());
        let checked = check(held, &name, &codebook, self.leave_out_wrong_rows).map_err(refused)?;
        tell(&checked.wrong, checked.wrong_count);
        eprintln!("{} rows can be used, {} are wrong", checked.rows, checked.wrong_count);
        if self.dry_run {
            println!("this was a dry run, and nothing was imported");
            return Ok(());
        }
        let realm = self.target.realm_with_keys().await?;
        let work = realm.work(Actor::program("survey import", Via::CommandLine)).await?;
        let allowed = allow::<ImportSurveys>(work, ()).await;
        let (mut work, permit) =
            allowed.map_err(|_| Failure::Other("an operator may import, and was refused".to_owned()))?;
        let bar = progress_bar();
        let taken = take(&mut work, &permit, &self.into, &checked, |done, of| {
            bar.set_length(of);
            bar.set_position(done);
        })
        .await;
        bar.finish_and_clear();
        let taken = taken.map_err(refused)?;
        work.commit().await?;
        println!("version {} of {}: {} rows", taken.version, self.into, checked.rows);
        if taken.figures > 0 {
            println!("{} named figures will be estimated anew by the running program", taken.figures);
        }
        Ok(())
    }
}

fn refused(error: ImportError) -> Failure {
    match error {
        ImportError::WrongRows { count, rows } => {
            tell(&rows, count);
            Failure::Import(format!(
                "{count} rows are wrong, and nothing was imported\nCorrect the file, or leave them out with --leave-out-wrong-rows."
            ))
        }
        ImportError::Kept(insight::kept::KeptError::Db(error)) => error.into(),
        other => Failure::Import(other.to_string()),
    }
}

/// Writes wrong rows one a line: row, field, why.
fn tell(rows: &[WrongRow], count: u64) {
    for WrongRow { row, field, why } in rows {
        match field {
            Some(field) => eprintln!("row {row}, {field}: {why}"),
            None => eprintln!("row {row}: {why}"),
        }
    }
    let more = count.saturating_sub(rows.len() as u64);
    if more > 0 {
        eprintln!("and {more} more");
    }
}

fn progress_bar() -> ProgressBar {
    let style = ProgressStyle::with_template("keeping {wide_bar} {bytes}/{total_bytes}");
    ProgressBar::new(0).with_style(style.expect("the template is right"))
}
