//! `omtanke doctor`: what is wrong with the set-up, in plain words.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use basics::Language;
use clap::Args;
use courier::{Mailer, Texts};
use realm::RealmKind;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use words::words;

use super::open;
use super::serve::bind;
use crate::failure::Failure;
use crate::settings::Settings;
use crate::wellbeing::{State, look};
use schema::MIGRATIONS;

#[derive(Debug, Args)]
pub(crate) struct Doctor {
    /// The settings.
    #[arg(long, env = "OMTANKE_CONFIG", default_value = "omtanke.toml")]
    config: PathBuf,
    /// Leave out what takes long: recomputing the audit log, and calling the servers of mail and text messages.
    #[arg(long)]
    quick: bool,
}

/// What one check found.
struct Finding {
    checked: String,
    state: State,
    says: String,
}

#[derive(Default)]
struct Findings(Vec<Finding>);

impl Findings {
    /// Nothing to mend, or what to mend.
    fn add(&mut self, checked: &str, wrong: Option<String>) {
        let state = if wrong.is_some() { State::Mend } else { State::Well };
        self.0.push(Finding { checked: checked.to_owned(), state, says: wrong.unwrap_or_default() });
    }
}

impl Doctor {
    pub(crate) async fn run(self) -> Result<(), Failure> {
        let mut findings = Findings::default();
        match Settings::read(&self.config) {
            Err(failure) => findings.add("settings", Some(failure.to_string())),
            Ok(settings) => {
                findings.add("settings", None);
                check_settings(&settings, &mut findings).await;
                if !self.quick {
                    check_couriers(&settings, &mut findings).await;
                }
                check_database(&settings, self.quick, &mut findings).await;
            }
        }
        for Finding { checked, state, says } in &findings.0 {
            let word = match state {
                State::Well => "well",
                State::Look => "look",
                State::Mend => "MEND",
            };
            let says = says.replace('\n', "\n       ");
            println!("{word}   {checked}{}{says}", if says.is_empty() { "" } else { ": " });
        }
        match findings.0.iter().filter(|finding| finding.state == State::Mend).count() {
            0 => Ok(()),
            wrong => Err(Failure::Unwell(wrong)),
        }
    }
}

async fn check_settings(settings: &Settings, findings: &mut Findings) {
    let port = match bind(settings.listen).await {
        Ok(_) => None,
        Err(_) if we_answer_at(settings.listen).await => None,
        Err(failure) => Some(failure.to_string()),
    };
    findings.add("port", port);
    let example = "the number is an example; put in one that somebody answers";
    findings.add("telephone", settings.phone.example.then(|| example.to_owned()));
    let nobody = "there is no broker, so nobody can sign in; add [[brokers]]";
    findings.add("sign-in", settings.brokers.is_empty().then(|| nobody.to_owned()));
    findings.add("keys", settings.keys().err().map(|failure| failure.to_string()));
}

/// Whether the program itself has the port.
async fn we_answer_at(address: SocketAddr) -> bool {
    let asking = async {
        let mut stream = TcpStream::connect(address).await?;
        stream.write_all(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").await?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await?;
        Ok::<_, std::io::Error>(answer.starts_with("HTTP/1.1 200") && answer.ends_with("alive\n"))
    };
    matches!(tokio::time::timeout(Duration::from_secs(3), asking).await, Ok(Ok(true)))
}

async fn check_couriers(settings: &Settings, findings: &mut Findings) {
    if let Some(mail) = &settings.mail {
        let wrong = match Mailer::new(mail) {
            Ok(mailer) => mailer.check().await.err().map(|error| error.to_string()),
            Err(error) => Some(error.to_string()),
        };
        findings.add("mail server", wrong);
    }
    if let Some(sms) = &settings.sms {
        match Texts::from_settings(sms) {
            Err(error) => findings.add("text messages", Some(error.to_string())),
            Ok(texts) => {
                for (gateway, answer) in texts.check().await {
                    findings.add(&format!("gateway {gateway}"), answer.err().map(|error| error.to_string()));
                }
            }
        }
    }
}

async fn check_database(settings: &Settings, quick: bool, findings: &mut Findings) {
    let realm = match open(&settings.database, RealmKind::Live, None).await {
        Ok(realm) => realm,
        Err(failure) => return findings.add("database", Some(failure.to_string())),
    };
    let schema = match MIGRATIONS.pending(&realm.store).await {
        Ok(pending) if pending.is_empty() => None,
        Ok(pending) => Some(format!("{} steps are missing; run `omtanke migrate`", pending.len())),
        Err(store::MigrateError::Db(_)) => Some("the database is empty; run `omtanke migrate`".to_owned()),
        Err(error) => Some(Failure::from(error).to_string()),
    };
    let is_ready = schema.is_none();
    findings.add("schema", schema);
    if !is_ready {
        let wrong = realm.store.try_writing().await.err().map(|error| Failure::from(error).to_string());
        return findings.add("saving", wrong);
    }
    let words = words(Language::En);
    for check in look(&realm, &settings.equipment(), words).await {
        let checked = words.t(&format!("check-{}", check.name)).to_lowercase();
        findings.0.push(Finding { checked, state: check.state, says: check.sentence });
    }
    if !quick {
        let broken = realm::verify(&realm.store, |_, _| {}).await.err();
        findings.add("audit log", broken.map(|error| error.to_string()));
    }
}
