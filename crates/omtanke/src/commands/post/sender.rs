//! `omtanke post sender`

use access::{AdmitSender, allow};
use basics::{Cvr, Id};
use clap::{Args, Subcommand};
use mailbox::senders::{SenderTag, admit_sender, end_sender, senders};
use realm::{Actor, Via, Work};

use crate::commands::Target;
use crate::failure::Failure;

#[derive(Debug, Args)]
pub(crate) struct Sender {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Let a system send in the name of an organisation, and print the secret that it must show. It is shown once.
    Add {
        #[command(flatten)]
        target: Target,
        /// The CVR number of the organisation.
        #[arg(long)]
        organisation: Cvr,
        /// What the system is called.
        name: String,
    },
    /// List the systems that may send, and those that may not any more.
    List {
        #[command(flatten)]
        target: Target,
    },
    /// Let a system send no more.
    End {
        #[command(flatten)]
        target: Target,
        /// The id of the system.
        id: Id<SenderTag>,
    },
}

impl Sender {
    pub(crate) async fn run(self) -> Result<(), Failure> {
        match self.what {
            What::Add { target, organisation, name } => add(&target, organisation, &name).await,
            What::List { target } => list(&target).await,
            What::End { target, id } => end(&target, id).await,
        }
    }
}

fn actor() -> Actor {
    Actor::program("post sender", Via::CommandLine)
}

async fn permitted(work: Work<'_>) -> Result<(Work<'_>, access::Permit<AdmitSender>), Failure> {
    let refused = |_| Failure::Other("an operator may let systems in, and was refused".to_owned());
    allow::<AdmitSender>(work, ()).await.map_err(refused)
}

async fn add(target: &Target, cvr: Cvr, name: &str) -> Result<(), Failure> {
    let realm = target.realm_with_keys().await?;
    let (mut work, permit) = permitted(realm.work(actor()).await?).await?;
    let found = people::organisations_by_cvr(work.tx(), &[cvr]).await?;
    let Some((_, organisation)) = found.first() else {
        return Err(Failure::Other(format!("no organisation with CVR number {cvr} is known here")));
    };
    let admitted = admit_sender(&mut work, &permit, *organisation, name).await;
    let (sender, secret) = admitted.map_err(|error| Failure::Other(error.to_string()))?;
    work.commit().await?;
    eprintln!("{name} may send as {cvr}. Its id is {}. This is its secret, shown once:", sender.id);
    println!("{secret}");
    Ok(())
}

async fn list(target: &Target) -> Result<(), Failure> {
    let realm = target.realm_with_keys().await?;
    let tx = realm.read().await?;
    for sender in senders(&tx).await? {
        let organisation = people::organisation(&tx, sender.organisation).await?;
        let name = organisation.map_or_else(String::new, |organisation| organisation.details.name);
        let until = sender.ended_at.map_or_else(String::new, |at| format!(", ended {at}"));
        println!("{}  {}  {name}  since {}{until}", sender.id, sender.name, sender.created_at);
    }
    Ok(())
}

async fn end(target: &Target, id: Id<SenderTag>) -> Result<(), Failure> {
    let realm = target.realm_with_keys().await?;
    let (mut work, permit) = permitted(realm.work(actor()).await?).await?;
    let ended = end_sender(&mut work, &permit, id).await?;
    work.commit().await?;
    println!("{}", if ended { "the system sends no more" } else { "there is no such system that may send" });
    Ok(())
}
