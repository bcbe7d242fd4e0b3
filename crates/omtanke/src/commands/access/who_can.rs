//! `omtanke access who-can`

use access::api::{Answer, Known, ResourceKind, in_service, roles_everywhere, who_can};
use access::{action_named, now_in};
use clap::Args;
use uuid::Uuid;

use crate::commands::Target;
use crate::failure::Failure;

#[derive(Debug, Args)]
pub(crate) struct WhoCan {
    #[command(flatten)]
    target: Target,
    /// Whose things: the id of a person or an organisation.
    #[arg(long)]
    owner: Uuid,
    /// What: an action such as mail.read.
    #[arg(long)]
    action: String,
    /// Only in this service.
    #[arg(long)]
    service: Option<String>,
}

impl WhoCan {
    pub(crate) async fn run(self) -> Result<(), Failure> {
        let owned =
            [ResourceKind::Mailbox, ResourceKind::Service, ResourceKind::Person, ResourceKind::Organisation];
        let action = action_named(&self.action).filter(|name| owned.iter().any(|kind| kind.takes(name)));
        let action = action.ok_or_else(|| {
            Failure::Other(format!("--action: {} is done to nothing that somebody owns", self.action))
        })?;
        let realm = self.target.realm().await?;
        let tx = realm.read().await?;
        let owner = Known::default().holder(&tx, self.owner).await?;
        let owner =
            owner.ok_or_else(|| Failure::Other("--owner: nobody of this id is known here".to_owned()))?;
        for (person, decision) in who_can(&tx, owner, action, None, now_in(&realm)).await? {
            let decision = match &self.service {
                Some(service) => in_service(decision, service),
                None => Some(decision),
            };
            let Some(decision) = decision else { continue };
            let name = people::person(&tx, person).await?.map_or_else(String::new, |person| person.name);
            println!("{person}  {name}  {}", Answer::to(&decision).context.reason.en);
        }
        for role in roles_everywhere(action) {
            println!("and whoever is {}, to everybody's", role.code());
        }
        Ok(())
    }
}
