//! The command line. One file a command; each says what it does while it does it.

mod access;
mod audit;
mod backup;
mod demo;
mod digest;
mod doctor;
mod export;
mod import;
mod keys;
mod mail;
mod migrate;
mod post;
mod practice;
mod restore;
mod serve;
mod survey;

use std::path::PathBuf;
use std::sync::Arc;

use clap::{Args, Parser, Subcommand};
use realm::{Chance, Clock, Realm, RealmKind};
use store::Store;
use vault::Keyring;

use crate::failure::Failure;
use crate::settings::Settings;

/// Omtanke: help for people and businesses who find public digital services hard.
#[derive(Debug, Parser)]
#[command(name = "omtanke", version)]
pub struct Command {
    #[command(subcommand)]
    name: Name,
}

#[derive(Debug, Subcommand)]
enum Name {
    /// Run on real data.
    Serve(serve::Serve),
    /// Run a demonstration on an embedded database: real places, fictional people.
    Demo(demo::Demo),
    /// Let people practise on an embedded database: real pages, nothing real in them, no internet.
    Practice(practice::Practice),
    /// Bring the database up to date, and stop.
    Migrate(migrate::Migrate),
    /// Take in data; all of it or, when anything is wrong, none.
    Import(import::Import),
    /// Give out data.
    Export(export::Export),
    /// Say who may do what, and let systems ask.
    Access(access::Access),
    /// Look into the audit log.
    Audit(audit::Audit),
    /// Make a backup while the program serves, or look into one.
    Backup(backup::Backup),
    /// Put a backup back, and prove that every table is as it was.
    Restore(restore::Restore),
    /// Print one hash for each table, the same on both engines for the same rows.
    Digest(digest::Digest),
    /// Take in Digital Post, and what belongs to it.
    Post(post::Post),
    /// Take what mail servers report.
    Mail(mail::Mail),
    /// Make keys.
    Keys(keys::Keys),
    /// Say what surveys tell, and how sure that is: from files, without a database; and import them into one.
    Survey(survey::Survey),
    /// Say in plain words what is wrong with the set-up.
    Doctor(doctor::Doctor),
}

impl Command {
    /// Runs the command.
    ///
    /// # Errors
    /// With what went wrong, and what to do about it.
    pub async fn run(self) -> Result<(), Failure> {
        match self.name {
            Name::Serve(command) => command.run().await,
            Name::Demo(command) => command.run().await,
            Name::Practice(command) => command.run().await,
            Name::Migrate(command) => command.run().await,
            Name::Import(command) => command.run().await,
            Name::Export(command) => command.run().await,
            Name::Access(command) => command.run().await,
            Name::Audit(command) => command.run().await,
            Name::Backup(command) => command.run().await,
            Name::Restore(command) => command.run().await,
            Name::Digest(command) => command.run().await,
            Name::Post(command) => command.run().await,
            Name::Mail(command) => command.run().await,
            Name::Keys(command) => command.run(),
            Name::Survey(command) => command.run().await,
            Name::Doctor(command) => command.run().await,
        }
    }
}

/// Which database a command works on.
#[derive(Debug, Args)]
pub(crate) struct Target {
    /// The database, sqlite:PATH or postgres://…; else the one in the settings.
    #[arg(long, env = "OMTANKE_DATABASE")]
    database: Option<String>,
    /// The settings.
    #[arg(long, env = "OMTANKE_CONFIG", default_value = "omtanke.toml")]
    config: PathBuf,
}

impl Target {
    fn url(&self) -> Result<String, Failure> {
        match &self.database {
            Some(url) => Ok(url.clone()),
            None => Ok(Settings::read(&self.config)?.database),
        }
    }

    /// The keys of the vault, as the settings name them.
    fn keys(&self) -> Result<Keyring, Failure> {
        Settings::read(&self.config)?.keys()
    }

    /// As [`realm`](Self::realm), with the keys that open what is sealed in it.
    async fn realm_with_keys(&self) -> Result<Arc<Realm>, Failure> {
        let realm = open(&self.url()?, RealmKind::Live, Some(self.keys()?)).await?;
        crate::prepare::prepare(&realm, |done| eprintln!("{done}")).await?;
        Ok(realm)
    }

    /// Opens the database and brings it up to date.
    async fn realm(&self) -> Result<Arc<Realm>, Failure> {
        let realm = open(&self.url()?, RealmKind::Live, None).await?;
        crate::prepare::prepare(&realm, |done| eprintln!("{done}")).await?;
        Ok(realm)
    }
}

/// Opens a realm without a prefix on the machine's clock. Without keys, what is sealed in it can neither be read nor added to.
pub(crate) async fn open(url: &str, kind: RealmKind, keys: Option<Keyring>) -> Result<Arc<Realm>, Failure> {
    let store = Store::open(url).await?;
    let realm = Realm::new(kind, "", store, Clock::System, Chance::System);
    Ok(Arc::new(match keys {
        Some(keys) => realm.with_keys(keys),
        None => realm,
    }))
}
