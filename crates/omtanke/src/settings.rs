//! What can be configured: a TOML file, and over it the environment and the command line.

use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use courier::{MailSettings, Mailer, SmsSettings, Texts};
use notices::Post;
use page::{Limits, Phone, Site};
use people::Broker;
use serde::Deserialize;
use vault::Keyring;

use crate::failure::Failure;
use crate::observe::{LogSettings, MetricsSettings, TraceSettings, Wanted};
use crate::wellbeing::Equipment;

/// The settings of one installation. `deploy/omtanke.toml` shows every key with its meaning.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Where to listen.
    #[serde(default = "default_listen")]
    pub listen: SocketAddr,
    /// Where people reach it, `https://…`; plain `http` only on this very machine.
    pub public_url: String,
    /// `sqlite:PATH` or `postgres://…`.
    pub database: String,
    /// Whether a proxy in front sets `X-Forwarded-For`.
    #[serde(default)]
    pub behind_proxy: bool,
    /// The telephone on every page.
    pub phone: Phone,
    /// How fast one address may call.
    #[serde(default)]
    pub limits: LimitSettings,
    /// Who can sign people in.
    #[serde(default)]
    pub brokers: Vec<Broker>,
    /// The log lines.
    #[serde(default)]
    pub log: LogSettings,
    /// Where figures can be fetched; without it, nothing is counted.
    pub metrics: Option<MetricsSettings>,
    /// Where traces go; without it, nowhere.
    pub traces: Option<TraceSettings>,
    /// The keys for what must not be read at rest.
    #[serde(default)]
    pub vault: VaultSettings,
    /// How mail is sent; without it, none is.
    pub mail: Option<MailSettings>,
    /// How text messages are sent; without it, none are.
    pub sms: Option<SmsSettings>,
    /// Where people practise; without it, they cannot.
    pub practice: Option<PracticeSettings>,
}

/// Where people practise.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PracticeSettings {
    /// The folder of the sandboxes, which belongs to this node alone.
    pub folder: PathBuf,
    /// How many sandboxes there may be.
    #[serde(default = "most_sandboxes")]
    pub most: usize,
}

fn most_sandboxes() -> usize {
    practice::sandbox::Bounds::default().most
}

/// The variable that may hold the keys of the vault.
const KEYS: &str = "OMTANKE_KEYS";

/// Where the keys of the vault are.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VaultSettings {
    /// The file with the keys; `omtanke keys new` makes one. The environment variable `OMTANKE_KEYS` may hold its text
    /// instead.
    pub key_file: Option<PathBuf>,
}

/// Calls a minute and address.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LimitSettings {
    /// Steps of signing in.
    pub sign_in: NonZeroU32,
    /// Forms that are sent.
    pub write: NonZeroU32,
    /// Calls of the programming interface.
    pub interface: NonZeroU32,
    /// Sandboxes that are opened.
    pub practice: NonZeroU32,
}

impl Default for LimitSettings {
    fn default() -> Self {
        let n = |n| NonZeroU32::new(n).expect("it is not zero");
        Self { sign_in: n(60), write: n(120), interface: n(600), practice: n(60) }
    }
}

impl LimitSettings {
    /// For a demonstration, where everybody comes from one address and tests are many.
    #[must_use]
    pub fn generous() -> Self {
        let n = |n| NonZeroU32::new(n).expect("it is not zero");
        Self { sign_in: n(1200), write: n(2400), interface: n(60_000), practice: n(60_000) }
    }

    /// The limits, counting from nothing.
    #[must_use]
    pub fn limits(&self) -> Limits {
        Limits::per_minute(self.sign_in, self.write, self.interface).with_practice(self.practice)
    }
}

fn default_listen() -> SocketAddr {
    SocketAddr::from(([127, 0, 0, 1], 8080))
}

impl Settings {
    /// Reads the file.
    ///
    /// # Errors
    /// When the file cannot be read, is not TOML, has a key that nobody knows, or lacks one; the text names it.
    pub fn read(path: &Path) -> Result<Self, Failure> {
        let text =
            std::fs::read_to_string(path).map_err(|why| Failure::File { path: path.to_owned(), why })?;
        let settings: Self = toml::from_str(&text)
            .map_err(|error| Failure::Settings(format!("{}: {error}", path.display())))?;
        settings.check()?;
        Ok(settings)
    }

    /// Refuses what would not be safe.
    fn check(&self) -> Result<(), Failure> {
        let host =
            self.public_url.strip_prefix("http://").map(|rest| rest.split([':', '/']).next().unwrap_or(""));
        if host.is_some_and(|host| !matches!(host, "127.0.0.1" | "localhost")) {
            return Err(Failure::Settings(
                "public_url must begin with https://; http:// is only for this very machine".to_owned(),
            ));
        }
        if !self.public_url.starts_with("http") || self.public_url.ends_with('/') {
            return Err(Failure::Settings(
                "public_url must be an address such as https://hjaelp.example.dk, without a slash at the end"
                    .to_owned(),
            ));
        }
        Ok(())
    }

    /// The keys of the vault: from the environment where they stand there, else from the file.
    ///
    /// # Errors
    /// When there are none, or they cannot be used.
    pub fn keys(&self) -> Result<Keyring, Failure> {
        let wrong = |error: &dyn std::fmt::Display| Failure::Settings(format!("vault: {error}"));
        if let Ok(text) = std::env::var(KEYS) {
            return Keyring::parse(&text).map_err(|error| wrong(&error));
        }
        let Some(file) = &self.vault.key_file else {
            return Err(wrong(
                &"there are no keys; make a file with `omtanke keys new` and name it as key_file",
            ));
        };
        Keyring::read(file).map_err(|error| wrong(&error))
    }

    /// The file that [`keys`](Self::keys) come from, to be read anew when it changes; none where they stand in the
    /// environment, which a file must not replace.
    #[must_use]
    pub fn key_file(&self) -> Option<PathBuf> {
        std::env::var_os(KEYS).is_none().then(|| self.vault.key_file.clone()).flatten()
    }

    /// How people are reached.
    ///
    /// # Errors
    /// When the tables of mail or text messages cannot be used.
    pub fn post(&self, site: Arc<Site>) -> Result<Post, Failure> {
        let wrong =
            |table: &str, error: &dyn std::fmt::Display| Failure::Settings(format!("{table}: {error}"));
        let mailer =
            self.mail.as_ref().map(Mailer::new).transpose().map_err(|error| wrong("mail", &error))?;
        let texts =
            self.sms.as_ref().map(Texts::from_settings).transpose().map_err(|error| wrong("sms", &error))?;
        Ok(Post { mailer, texts, site })
    }

    /// What people can be reached by, and where an embedded database lies.
    #[must_use]
    pub fn equipment(&self) -> Equipment {
        let file = self.database.strip_prefix("sqlite:").map(|path| path.split('?').next().unwrap_or(path));
        let folder = file.and_then(|file| Path::new(file).parent());
        Equipment {
            mail: self.mail.is_some(),
            sms: self.sms.is_some(),
            folder: folder
                .map(|folder| if folder.as_os_str().is_empty() { Path::new(".") } else { folder }.into()),
        }
    }

    /// What the program tells of itself.
    #[must_use]
    pub fn observed(&self) -> Wanted {
        Wanted {
            log: self.log,
            metrics: self.metrics,
            traces: self.traces.clone(),
            behind_proxy: self.behind_proxy,
        }
    }

    /// The installation as pages see it.
    #[must_use]
    pub fn site(&self) -> Site {
        Site {
            public_url: self.public_url.clone(),
            phone: self.phone.clone(),
            demo: false,
            behind_proxy: self.behind_proxy,
        }
    }
}
