//! `omtanke demo`

use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use access::systems::{admit_system, end_system, systems};
use access::{AdmitAsker, allow};
use clap::Args;
use courier::{FolderGateway, Mailer, Texts};
use indicatif::{ProgressBar, ProgressStyle};
use notices::Post;
use page::{Phone, Site};
use people::SignIn;
use practice::sandbox::Bounds;
use realm::{Actor, Realm, RealmKind, Realms, Via};
use vault::Keyring;

use super::open;
use super::serve::bind;
use crate::app::{App, simulated_mitid};
use crate::failure::Failure;
use crate::node::Node;
use crate::observe::{self, LogLevel, LogSettings, MetricsSettings, Wanted};
use crate::prepare::prepare;
use crate::settings::LimitSettings;
use crate::wellbeing::Equipment;
use crate::{handles, practising, reactions};

/// What the system is called that may ask in a demonstration.
const ASKING: &str = "Demo";

#[derive(Debug, Args)]
pub(crate) struct Demo {
    /// Where to listen; port 0 takes a free one.
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// The folder of the database; it is made and filled when it is not there.
    #[arg(long, default_value = "var/demo")]
    data: PathBuf,
    /// Fill up with made-up places to this number, to measure with.
    #[arg(long, default_value_t = 0)]
    places: usize,
    /// Where figures for Prometheus can be fetched, such as 127.0.0.1:9464; nowhere when not given.
    #[arg(long)]
    metrics: Option<SocketAddr>,
}

impl Demo {
    fn observed(&self) -> Wanted {
        Wanted {
            log: LogSettings { level: LogLevel::Warn },
            metrics: self.metrics.map(|listen| MetricsSettings { listen }),
            ..Wanted::default()
        }
    }

    pub(crate) async fn run(self) -> Result<(), Failure> {
        let observation = observe::begin(self.observed()).await?;
        std::fs::create_dir_all(&self.data).map_err(|why| Failure::File { path: self.data.clone(), why })?;
        let listener = bind(self.listen).await?;
        let address = listener.local_addr().map_err(|error| Failure::Other(error.to_string()))?;
        let database = self.data.join("omtanke.db");
        let key_file = self.data.join("vault.keys");
        let keys = keys_in(&key_file)?;
        let realm = open(&format!("sqlite:{}", database.display()), RealmKind::Demo, Some(keys)).await?;
        prepare(&realm, |done| eprintln!("{done}")).await?;
        let bar = progress_bar();
        town::settle(&realm, self.places, |done, of, what| {
            bar.set_length(of);
            bar.set_position(done);
            bar.set_message(what.to_owned());
        })
        .await
        .map_err(|error| Failure::Other(error.to_string()))?;
        bar.finish_and_clear();

        let public_url = format!("http://{}", reachable(address));
        let sign_in = SignIn::new(vec![simulated_mitid()], public_url.clone())
            .map_err(|error| Failure::Settings(error.to_string()))?
            .with_baggage(access::mandates::Privileges);
        let logins = practice::mitid::users(&realm.read().await?).await?;
        let secret = let_in_who_asks(&realm).await?;
        let site = Arc::new(Site {
            public_url: public_url.clone(),
            phone: Phone { number: "00 00 01 00".to_owned(), hours: String::new(), example: true },
            demo: true,
            behind_proxy: false,
        });
        let bounds = Bounds { most_open: handles::sandboxes(), ..Bounds::default() };
        let sandboxes = practising::sandboxes(self.data.join("practice"), &realm, &site, bounds, false)?;
        let app = App {
            site: site.clone(),
            realms: Arc::new(Realms::new(realm).with_keeper(sandboxes.clone())),
            sign_in: Arc::new(sign_in),
            limits: Arc::new(LimitSettings::generous().limits()),
            equipment: Arc::new(Equipment { mail: true, sms: true, folder: Some(self.data.clone()) }),
            demo: true,
            practice: Some(practising::practice(sandboxes, false)?),
        };
        let post = Arc::new(post_into(&self.data.join("sent"), site));
        let node = Node { app, jobs: Arc::new(reactions::jobs(post)), key_file: Some(key_file), observation };
        node.run(listener, || {
            println!(
                "\nOpen {public_url} in a browser. Ctrl-C stops it; the data stays in {0}. Mails and text messages are \
                 files in {0}/sent.",
                self.data.display()
            );
            println!("Sign in at {public_url}/log-ind as one of these fictional people:");
            for user in logins {
                println!("  {:<8} {:<16} {}", user.user_name, user.name, town::what_they_do(&user.user_name));
            }
            println!("A system asks who may do what at {public_url}{} (docs/access.md) with", access::api::EVALUATION);
            println!("  Authorization: Bearer {secret}");
        })
        .await
    }
}

/// Lets the system of the demonstration ask, with a new secret each time: the one of last time is known to nobody any more.
async fn let_in_who_asks(realm: &Realm) -> Result<String, Failure> {
    let refused = |_| Failure::Other("the program may let systems in, and was refused".to_owned());
    let work = realm.work(Actor::program("demonstration", Via::Program)).await?;
    let (mut work, permit) = allow::<AdmitAsker>(work, ()).await.map_err(refused)?;
    for system in systems(work.tx()).await? {
        if system.name == ASKING && system.ended_at.is_none() {
            end_system(&mut work, &permit, system.id).await?;
        }
    }
    let admitted = admit_system(&mut work, &permit, ASKING).await;
    let (_, secret) = admitted.map_err(|error| Failure::Other(error.to_string()))?;
    work.commit().await?;
    Ok(secret)
}

/// The keys in a file, which is made when it is not there.
pub(crate) fn keys_in(file: &Path) -> Result<Keyring, Failure> {
    if !file.exists() {
        super::keys::write_new(file)?;
    }
    Keyring::read(file).map_err(|error| Failure::Settings(format!("vault: {error}")))
}

/// What is sent in a demonstration goes into files, and nowhere else.
fn post_into(folder: &Path, site: Arc<Site>) -> Post {
    let texts = Texts::new(vec![Box::new(FolderGateway::new(folder.join("sms")))]);
    Post { mailer: Some(Mailer::to_folder(folder.join("mail"))), texts: Some(texts), site }
}

/// The address as a browser on this machine reaches it.
fn reachable(address: SocketAddr) -> SocketAddr {
    if address.ip().is_unspecified() {
        SocketAddr::from((Ipv4Addr::LOCALHOST, address.port()))
    } else {
        address
    }
}

fn progress_bar() -> ProgressBar {
    let style =
        ProgressStyle::with_template("{msg:<24} {wide_bar} {pos}/{len}").expect("the template is right");
    ProgressBar::new(0).with_style(style)
}
