//! `omtanke post residents`

use std::fs::File;
use std::io::BufReader;
use std::path::PathBuf;

use clap::Args;
use enrolment::{ImportError, Strictness, WrongRow, import_residents};
use indicatif::ProgressBar;
use realm::{Actor, Via};

use crate::commands::Target;
use crate::failure::Failure;

#[derive(Debug, Args)]
pub(crate) struct Residents {
    #[command(flatten)]
    target: Target,
    /// A CSV file: `cpr,name,resident_since,resident_until,street,extra,postcode,town`.
    file: PathBuf,
    /// Take the rows that are right when others are wrong; otherwise nothing is taken.
    #[arg(long)]
    lenient: bool,
}

impl Residents {
    pub(crate) async fn run(self) -> Result<(), Failure> {
        let refuse = |why| Failure::File { path: self.file.clone(), why };
        let file = File::open(&self.file).map_err(refuse)?;
        let realm = self.target.realm_with_keys().await?;
        let actor = Actor::program("register of residents", Via::CommandLine);
        let strictness = if self.lenient { Strictness::WithoutWrongRows } else { Strictness::WholeFile };
        let bar = ProgressBar::new_spinner();
        let imported = import_residents(&realm, actor, BufReader::new(file), strictness, |done| {
            bar.set_message(format!("{done} rows"));
            bar.tick();
        })
        .await;
        bar.finish_and_clear();
        match imported {
            Ok(imported) => {
                tell(&imported.wrong);
                println!(
                    "{} new, {} changed, {} the same, {} rows left out",
                    imported.new,
                    imported.changed,
                    imported.same,
                    imported.wrong.len()
                );
                Ok(())
            }
            Err(ImportError::Db(error)) => Err(error.into()),
            Err(ImportError::Wrong(wrong)) => {
                tell(&wrong);
                Err(Failure::Import(ImportError::Wrong(wrong).to_string()))
            }
            Err(error) => Err(Failure::Import(error.to_string())),
        }
    }
}

fn tell(wrong: &[WrongRow]) {
    for row in wrong {
        eprintln!("{row}");
    }
}
