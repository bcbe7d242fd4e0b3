//! `omtanke post import`

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use mailbox::intake::{Sending, TakeError, Taking, receipt_for, take_files};
use memo::receipt::ReceiptStatus;
use realm::{Actor, Via};

use crate::commands::Target;
use crate::failure::Failure;

#[derive(Debug, Args)]
pub(crate) struct Import {
    #[command(flatten)]
    target: Target,
    /// MeMo files, batches (`.tar.lzma`), or folders of both.
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// Write each receipt into this file, a line of JSON for each.
    #[arg(long, value_name = "FILE")]
    receipts: Option<PathBuf>,
}

#[derive(Default)]
struct Sum {
    taken: usize,
    repeated: usize,
    waiting: usize,
    refused: usize,
    invalid: usize,
}

impl Import {
    pub(crate) async fn run(self) -> Result<(), Failure> {
        let mut files = Vec::new();
        for path in &self.paths {
            gather(path, &mut files)?;
        }
        if files.is_empty() {
            return Err(Failure::Import("there is no .xml and no .lzma file to take".to_owned()));
        }
        let mut receipts = match &self.receipts {
            Some(path) => {
                let file = File::create(path).map_err(|why| Failure::File { path: path.clone(), why })?;
                Some(BufWriter::new(file))
            }
            None => None,
        };
        let realm = self.target.realm_with_keys().await?;
        let sending = Sending::by_operator(realm.chance.id(realm.now()));
        let actor = Actor::program("post import", Via::CommandLine);
        let bar = progress_bar();
        let mut sum = Sum::default();
        let mut cannot_write = None;
        let taken = take_files(&realm, &actor, &sending, files, |taking| {
            bar.inc(1);
            let now = realm.now();
            sum.add(&taking, now);
            let receipt = receipt_for(&taking, &sending, now);
            if receipt.status != ReceiptStatus::Completed && receipt.status != ReceiptStatus::Received {
                let reason = receipt.reason.as_deref().unwrap_or_default();
                bar.suspend(|| eprintln!("{}: {} {reason}", receipt.message_uuid, receipt.status.as_str()));
            }
            if let Some(file) = &mut receipts
                && let Err(error) = write_line(file, &receipt)
            {
                cannot_write = Some(error);
            }
        })
        .await;
        bar.finish_and_clear();
        if let Some(file) = &mut receipts {
            cannot_write = file.flush().err().or(cannot_write);
        }
        println!("{}", sum.said());
        if let (Some(why), Some(path)) = (cannot_write, self.receipts) {
            return Err(Failure::File { path, why });
        }
        match taken {
            Ok(()) if sum.invalid + sum.refused == 0 => Ok(()),
            Ok(()) => Err(Failure::Import("not every message was taken; those that were stay".to_owned())),
            Err(error) => Err(of(error)),
        }
    }
}

fn of(error: TakeError) -> Failure {
    let again = "what was taken stays; run the same command again, and nothing is taken twice";
    match error {
        TakeError::Mailbox(mailbox::MailboxError::Db(error)) => error.into(),
        other => Failure::Import(format!("{other}\n{again}")),
    }
}

fn write_line(file: &mut impl Write, receipt: &memo::receipt::Receipt) -> std::io::Result<()> {
    serde_json::to_writer(&mut *file, receipt)?;
    file.write_all(b"\n")
}

/// The files under a path, in order of their names.
fn gather(path: &Path, files: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let refuse = |why| Failure::File { path: path.to_owned(), why };
    if !fs::metadata(path).map_err(refuse)?.is_dir() {
        files.push(path.to_owned());
        return Ok(());
    }
    let mut entries = Vec::new();
    for entry in fs::read_dir(path).map_err(refuse)? {
        entries.push(entry.map_err(refuse)?.path());
    }
    entries.sort();
    for entry in entries {
        if entry.is_dir() {
            gather(&entry, files)?;
        } else if entry.extension().is_some_and(|ending| ending == "xml" || ending == "lzma") {
            files.push(entry);
        }
    }
    Ok(())
}

impl Sum {
    fn add(&mut self, taking: &Taking, now: jiff::Timestamp) {
        match taking {
            Taking::Unreadable(_) => self.invalid += 1,
            Taking::Answered(answer) => match answer.status(now) {
                ReceiptStatus::Completed | ReceiptStatus::Received if answer.is_repeated => {
                    self.repeated += 1;
                }
                ReceiptStatus::Completed => self.taken += 1,
                ReceiptStatus::Received => self.waiting += 1,
                ReceiptStatus::Invalid => self.invalid += 1,
                ReceiptStatus::NotAllowed => self.refused += 1,
            },
        }
    }

    fn said(&self) -> String {
        format!(
            "{} taken, {} taken for a later day, {} taken before, {} not allowed, {} invalid",
            self.taken, self.waiting, self.repeated, self.refused, self.invalid
        )
    }
}

fn progress_bar() -> ProgressBar {
    let style = ProgressStyle::with_template("{spinner} {pos} messages  {per_sec}  {elapsed}");
    ProgressBar::new_spinner().with_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()))
}
