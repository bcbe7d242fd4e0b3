//! `omtanke practice`

mod check;
mod room;

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;

use clap::{Args, Subcommand};
use page::{Phone, Site};
use people::SignIn;
use practice::sandbox::Bounds;
use practice::scenarios::{Library, use_library};
use realm::{RealmKind, Realms};

use super::serve::bind;
use super::{demo, open};
use crate::app::{App, simulated_mitid};
use crate::failure::Failure;
use crate::node::Node;
use crate::observe::{self, LogLevel, LogSettings, MetricsSettings, Wanted};
use crate::prepare::prepare;
use crate::settings::LimitSettings;
use crate::{handles, practising, reactions};

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct Practice {
    #[command(subcommand)]
    instead: Option<Instead>,
    /// A folder with other scenarios than those that the program carries.
    #[arg(long, value_name = "DIR")]
    scenarios: Option<PathBuf>,
    /// Where to listen; 0.0.0.0 lets everybody in the room in, and port 0 takes a free one.
    #[arg(long, default_value = "0.0.0.0:8080")]
    listen: SocketAddr,
    /// The folder of the sandboxes; it is made when it is not there.
    #[arg(long, default_value = "var/practice")]
    data: PathBuf,
    /// The address that people in the room type, such as `http://192.168.1.20:8080`; else it is found out.
    #[arg(long)]
    address: Option<String>,
    /// How many sandboxes there may be.
    #[arg(long, default_value_t = Bounds::default().most)]
    most: usize,
    /// Where figures for Prometheus can be fetched, such as 127.0.0.1:9464; nowhere when not given.
    #[arg(long)]
    metrics: Option<SocketAddr>,
}

#[derive(Debug, Subcommand)]
enum Instead {
    /// Say what is wrong with scenarios, and where.
    Check(check::Check),
}

impl Practice {
    fn observed(&self) -> Wanted {
        Wanted {
            log: LogSettings { level: LogLevel::Warn },
            metrics: self.metrics.map(|listen| MetricsSettings { listen }),
            ..Wanted::default()
        }
    }

    pub(crate) async fn run(self) -> Result<(), Failure> {
        if let Some(Instead::Check(check)) = self.instead {
            return check.run();
        }
        if let Some(folder) = &self.scenarios {
            use_library(Library::from_folder(folder).map_err(check::cannot_be_read)?);
        }
        let observation = observe::begin(self.observed()).await?;
        std::fs::create_dir_all(&self.data).map_err(|why| Failure::File { path: self.data.clone(), why })?;
        let listener = bind(self.listen).await?;
        let listening = listener.local_addr().map_err(|error| Failure::Other(error.to_string()))?;
        let public_url =
            self.address.clone().unwrap_or_else(|| format!("http://{}", room::address(listening)));
        let public_url = public_url.trim_end_matches('/').to_owned();

        let key_file = self.data.join("vault.keys");
        let keys = demo::keys_in(&key_file)?;
        let database = store::sqlite_address(&self.data.join("omtanke.db"))?;
        let realm = open(&database, RealmKind::Demo, Some(keys)).await?;
        prepare(&realm, |done| eprintln!("{done}")).await?;
        let site = Arc::new(Site {
            public_url: public_url.clone(),
            phone: Phone { number: "00 00 01 00".to_owned(), hours: String::new(), example: true },
            demo: false,
            behind_proxy: false,
        });
        let bounds = Bounds { most: self.most, most_open: handles::sandboxes(), ..Bounds::default() };
        let sandboxes = practising::sandboxes(self.data.clone(), &realm, &site, bounds, true)?;
        sandboxes.warm_up().await.map_err(|error| Failure::Other(error.to_string()))?;
        let sign_in = SignIn::new(vec![simulated_mitid()], public_url.clone())
            .map_err(|error| Failure::Settings(error.to_string()))?
            .with_backchannel(&format!("http://{}", on_this_machine(listening)))
            .with_baggage(access::mandates::Privileges);
        let app = App {
            site: site.clone(),
            realms: Arc::new(Realms::new(realm).with_keeper(sandboxes.clone())),
            sign_in: Arc::new(sign_in),
            limits: Arc::new(LimitSettings::generous().limits()),
            equipment: Arc::default(),
            demo: false,
            practice: Some(practising::practice(sandboxes, true)?),
        };
        // Nothing is sent from here: what sandboxes send goes to their own telephones.
        let post = Arc::new(notices::Post { mailer: None, texts: None, site });
        let node = Node { app, jobs: Arc::new(reactions::jobs(post)), key_file: Some(key_file), observation };
        let code = room::code(&public_url);
        node.run(listener, || {
            if let Some(code) = code {
                println!("\n{code}");
            }
            println!("\nOpen {public_url} in a browser, or scan the code. Ctrl-C stops it.");
            println!("A teacher opens a class at {public_url}/klasse.");
            println!("Nothing leaves this machine. A sandbox that nobody uses is gone after a day.");
        })
        .await
    }
}

/// The address by which the program reaches itself.
pub(crate) fn on_this_machine(listening: SocketAddr) -> SocketAddr {
    if listening.ip().is_unspecified() {
        SocketAddr::from((Ipv4Addr::LOCALHOST, listening.port()))
    } else {
        listening
    }
}
