//! `omtanke post generate`

use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};

use crate::commands::Target;
use crate::failure::Failure;

#[derive(Debug, Args)]
pub(crate) struct Generate {
    #[command(flatten)]
    target: Target,
    /// How many made-up people with a mailbox to add.
    #[arg(long)]
    people: u64,
    /// How many letters to spread among them. The first of them gets up to 5,000, for a folder that is full.
    #[arg(long, default_value_t = 0)]
    messages: u64,
}

impl Generate {
    pub(crate) async fn run(self) -> Result<(), Failure> {
        let realm = self.target.realm_with_keys().await?;
        let bar = progress_bar();
        let begun = std::time::Instant::now();
        let filled = town::post::fill(&realm, self.people, self.messages, |done, of, what| {
            bar.set_length(of);
            bar.set_position(done);
            bar.set_message(what.to_owned());
        })
        .await;
        bar.finish_and_clear();
        filled.map_err(|error| Failure::Other(error.to_string()))?;
        let (seconds, bytes) = (begun.elapsed().as_secs(), realm.store.size().await?);
        println!(
            "added {} people and {} letters in {seconds} s; the database has {} MB",
            self.people,
            self.messages,
            bytes / 1_000_000
        );
        println!("the first of them has CPR number {}", town::post::number(0).masked());
        Ok(())
    }
}

fn progress_bar() -> ProgressBar {
    let style = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len} {per_sec} {eta}");
    ProgressBar::new(0).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}
