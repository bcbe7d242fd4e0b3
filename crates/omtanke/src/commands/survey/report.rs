//! `omtanke survey report`

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use insight::Language;

use crate::failure::Failure;

#[derive(Debug, Args)]
pub(crate) struct Report {
    /// The report's file (YAML).
    file: PathBuf,
    /// The language of titles and sentences.
    #[arg(long, value_enum, default_value_t = In::Da)]
    language: In,
    /// As JSON, in both languages.
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum In {
    Da,
    En,
}

impl Report {
    pub(crate) fn run(self) -> Result<(), Failure> {
        let reported = insight::Report::read(&self.file)?.run()?;
        if self.json {
            let text =
                serde_json::to_string_pretty(&reported).map_err(|why| Failure::Other(why.to_string()))?;
            println!("{text}");
        } else {
            let language = match self.language {
                In::Da => Language::Danish,
                In::En => Language::English,
            };
            print!("{}", reported.text(language));
        }
        if reported.agrees() {
            return Ok(());
        }
        Err(Failure::Other("some numbers are not those that have been published".to_owned()))
    }
}
