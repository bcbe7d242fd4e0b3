//! `omtanke access system`

use access::systems::{SystemTag, admit_system, end_system, systems};
use access::{AdmitAsker, Permit, allow};
use basics::Id;
use clap::{Args, Subcommand};
use realm::{Actor, Via, Work};

use crate::commands::Target;
use crate::failure::Failure;

#[derive(Debug, Args)]
pub(crate) struct System {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Let a system ask, and print the secret that it must show. It is shown once.
    Add {
        #[command(flatten)]
        target: Target,
        /// What the system is called.
        name: String,
    },
    /// List the systems that may ask, and those that may not any more.
    List {
        #[command(flatten)]
        target: Target,
    },
    /// Let a system ask no more.
    End {
        #[command(flatten)]
        target: Target,
        /// The id of the system.
        id: Id<SystemTag>,
    },
}

impl System {
    pub(crate) async fn run(self) -> Result<(), Failure> {
        match self.what {
            What::Add { target, name } => add(&target, &name).await,
            What::List { target } => list(&target).await,
            What::End { target, id } => end(&target, id).await,
        }
    }
}

async fn permitted(work: Work<'_>) -> Result<(Work<'_>, Permit<AdmitAsker>), Failure> {
    let refused = |_| Failure::Other("an operator may let systems in, and was refused".to_owned());
    allow::<AdmitAsker>(work, ()).await.map_err(refused)
}

fn actor() -> Actor {
    Actor::program("access system", Via::CommandLine)
}

async fn add(target: &Target, name: &str) -> Result<(), Failure> {
    let realm = target.realm().await?;
    let (mut work, permit) = permitted(realm.work(actor()).await?).await?;
    let admitted = admit_system(&mut work, &permit, name).await;
    let (system, secret) = admitted.map_err(|error| Failure::Other(error.to_string()))?;
    work.commit().await?;
    eprintln!("{} may ask. Its id is {}. This is its secret, shown once:", system.name, system.id);
    println!("{secret}");
    Ok(())
}

async fn list(target: &Target) -> Result<(), Failure> {
    let realm = target.realm().await?;
    let tx = realm.read().await?;
    for system in systems(&tx).await? {
        let until = system.ended_at.map_or_else(String::new, |at| format!(", ended {at}"));
        println!("{}  {}  since {}{until}", system.id, system.name, system.created_at);
    }
    Ok(())
}

async fn end(target: &Target, id: Id<SystemTag>) -> Result<(), Failure> {
    let realm = target.realm().await?;
    let (mut work, permit) = permitted(realm.work(actor()).await?).await?;
    let ended = end_system(&mut work, &permit, id).await?;
    work.commit().await?;
    println!("{}", if ended { "the system asks no more" } else { "there is no such system that may ask" });
    Ok(())
}
