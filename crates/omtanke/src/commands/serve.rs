//! `omtanke serve`

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use people::SignIn;
use practice::sandbox::Bounds;
use realm::{RealmKind, Realms};
use tokio::net::TcpListener;

use super::open;
use super::practice::on_this_machine;
use crate::app::{App, simulated_mitid};
use crate::failure::Failure;
use crate::node::Node;
use crate::observe;
use crate::prepare::prepare;
use crate::settings::Settings;
use crate::{handles, practising, reactions};

#[derive(Debug, Args)]
pub(crate) struct Serve {
    /// The settings.
    #[arg(long, env = "OMTANKE_CONFIG", default_value = "omtanke.toml")]
    config: PathBuf,
    /// Where to listen, over the settings.
    #[arg(long, env = "OMTANKE_LISTEN")]
    listen: Option<SocketAddr>,
    /// The database, over the settings.
    #[arg(long, env = "OMTANKE_DATABASE")]
    database: Option<String>,
}

impl Serve {
    pub(crate) async fn run(self) -> Result<(), Failure> {
        let mut settings = Settings::read(&self.config)?;
        let observation = observe::begin(settings.observed()).await?;
        settings.listen = self.listen.unwrap_or(settings.listen);
        settings.database = self.database.unwrap_or(settings.database);
        let listener = bind(settings.listen).await?;
        let keys = settings.keys()?;
        let realm = open(&settings.database, RealmKind::Live, Some(keys)).await?;
        prepare(&realm, |done| tracing::info!("{done}")).await?;
        let site = Arc::new(settings.site());
        let practice = match &settings.practice {
            Some(practice) => {
                let bounds =
                    Bounds { most: practice.most, most_open: handles::sandboxes(), ..Bounds::default() };
                let sandboxes = practising::sandboxes(practice.folder.clone(), &realm, &site, bounds, false)?;
                Some(practising::practice(sandboxes, false)?)
            }
            None => None,
        };
        let mut brokers = settings.brokers.clone();
        let mut realms = Realms::new(realm);
        if let Some(practice) = &practice {
            // It is believed in sandboxes only; see `SignIn::offered`.
            brokers.push(simulated_mitid());
            realms = realms.with_keeper(practice.sandboxes.clone());
        }
        let mut sign_in = SignIn::new(brokers, settings.public_url.clone())
            .map_err(|error| Failure::Settings(error.to_string()))?
            .with_baggage(access::mandates::Privileges);
        if practice.is_some() {
            let here = listener.local_addr().map_err(|error| Failure::Other(error.to_string()))?;
            sign_in = sign_in.with_backchannel(&format!("http://{}", on_this_machine(here)));
        }
        let post = Arc::new(settings.post(site.clone())?);
        let app = App {
            site,
            realms: Arc::new(realms),
            sign_in: Arc::new(sign_in),
            limits: Arc::new(settings.limits.limits()),
            equipment: Arc::new(settings.equipment()),
            demo: false,
            practice,
        };
        let node =
            Node { app, jobs: Arc::new(reactions::jobs(post)), key_file: settings.key_file(), observation };
        node.run(listener, || {}).await
    }
}

/// Takes the address, so that a port in use is known before anything else is done.
pub(crate) async fn bind(address: SocketAddr) -> Result<TcpListener, Failure> {
    TcpListener::bind(address).await.map_err(|why| Failure::Listen { address, why })
}
