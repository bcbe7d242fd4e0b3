//! What the system owner writes about the mail server: the table `[mail]`.

use std::net::IpAddr;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use lettre::Address;
use lettre::message::Mailbox;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, CertificateStore, TlsParameters};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use serde::Deserialize;

use super::conversation::Server;
use super::letter::Sender;
use crate::secret::{from_file, text_of};
use basics::Secret;

/// The mail server and who writes.
///
/// ```
/// let settings: courier::MailSettings = toml::from_str(r#"
///     server = "smtp.example.dk"
///     user = "omtanke"
///     password_file = "/etc/omtanke/mail-password"
///     from = "Omtanke <svar-ikke@example.dk>"
///     bounce_address = "retur@example.dk"
/// "#).unwrap();
/// assert_eq!(settings.port, 587);
/// ```
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MailSettings {
    /// The host to hand mails to, by name or address; its certificate must bear it.
    pub server: String,
    /// The port: 587 for STARTTLS, 465 for TLS from the first byte (RFC 8314).
    #[serde(default = "default_port")]
    pub port: u16,
    /// How the connection is encrypted.
    #[serde(default)]
    pub security: Security,
    /// Whom we log in as; none where the server knows us by our address.
    #[serde(default)]
    pub user: Option<String>,
    /// The password, here or in a file of its own.
    #[serde(default)]
    pub password: Option<Secret>,
    /// A file whose only line is the password.
    #[serde(default)]
    pub password_file: Option<PathBuf>,
    /// Who writes: `Omtanke <svar-ikke@example.dk>`.
    pub from: String,
    /// Who answers questions; without it, answers go to `from`.
    #[serde(default)]
    pub reply_to: Option<String>,
    /// Where mail that cannot be delivered comes back to. `retur@example.dk` becomes `retur+TOKEN@example.dk`, so
    /// that the mail which came back is known; the mail server must deliver both to one mailbox.
    #[serde(default)]
    pub bounce_address: Option<String>,
    /// A PEM file with the certificates that are trusted instead of those of the system, for a server inside.
    #[serde(default)]
    pub root_certificate: Option<PathBuf>,
    /// The longest the server may take until it is ready for a mail, and three times that to take it, in seconds.
    #[serde(default = "default_timeout")]
    pub timeout_seconds: u32,
    /// The most connections at once; they are kept for half a minute for the next mail.
    #[serde(default = "default_pool")]
    pub pool: u16,
}

/// How the connection to the mail server is encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Security {
    /// It begins plain and must become TLS before anything is said (RFC 3207).
    #[default]
    Starttls,
    /// TLS from the first byte (RFC 8314).
    Tls,
    /// Not at all; only for a server on this very machine.
    None,
}

/// The table `[mail]` cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum MailSettingsError {
    /// A mailbox or address is none.
    #[error("mail.{key} is no e-mail address")]
    Address {
        /// The key in the table.
        key: &'static str,
    },
    /// Plain connections may not leave the machine.
    #[error("mail.security = \"none\" is only for a server on this very machine")]
    Plain,
    /// A user needs a password in one place, and a password a user.
    #[error("mail.user needs either mail.password or mail.password_file, and they need it")]
    Login,
    /// A number must be at least one.
    #[error("mail.{key} must be at least 1")]
    Zero {
        /// The key in the table.
        key: &'static str,
    },
    /// A file cannot be read.
    #[error("mail.{key}: {why}")]
    File {
        /// The key in the table.
        key: &'static str,
        /// Which file, and what the system said.
        why: String,
    },
    /// The file of certificates holds none that can be used, or those of the system cannot be read.
    #[error("mail: no certificates to trust: {0}")]
    Certificates(String),
}

fn default_port() -> u16 {
    587
}

fn default_timeout() -> u32 {
    20
}

fn default_pool() -> u16 {
    4
}

impl MailSettings {
    pub(super) fn sender(&self) -> Result<Sender, MailSettingsError> {
        let mailbox = |key, text: &String| {
            let mailbox = Mailbox::from_str(text).map_err(|_| MailSettingsError::Address { key })?;
            let is_plain = mailbox.email.to_string().bytes().all(|c| c.is_ascii_graphic())
                && !mailbox.name.as_ref().is_some_and(|name| name.contains(char::is_control));
            if is_plain { Ok(mailbox) } else { Err(MailSettingsError::Address { key }) }
        };
        let bounce = |text: &String| {
            let key = "bounce_address";
            let address = crate::email_address(text).map_err(|_| MailSettingsError::Address { key })?;
            Address::from_str(&address).map_err(|_| MailSettingsError::Address { key })
        };
        Ok(Sender {
            from: mailbox("from", &self.from)?,
            reply_to: self.reply_to.as_ref().map(|text| mailbox("reply_to", text)).transpose()?,
            bounce: self.bounce_address.as_ref().map(bounce).transpose()?,
        })
    }

    pub(super) fn server(&self) -> Result<Server, MailSettingsError> {
        if self.security == Security::None && !is_this_machine(&self.server) {
            return Err(MailSettingsError::Plain);
        }
        for (key, number) in [("timeout_seconds", self.timeout_seconds), ("pool", self.pool.into())] {
            if number == 0 {
                return Err(MailSettingsError::Zero { key });
            }
        }
        Ok(Server {
            host: self.server.clone(),
            port: self.port,
            security: self.security,
            tls: self.tls()?,
            login: self.login()?,
            patience: Duration::from_secs(self.timeout_seconds.into()),
        })
    }

    fn login(&self) -> Result<Option<Credentials>, MailSettingsError> {
        let password = match (&self.user, &self.password, &self.password_file) {
            (None, None, None) => return Ok(None),
            (Some(_), Some(password), None) => password.clone(),
            (Some(_), None, Some(path)) => from_file(path).map_err(|unreadable| MailSettingsError::File {
                key: "password_file",
                why: unreadable.to_string(),
            })?,
            _ => return Err(MailSettingsError::Login),
        };
        let user = self.user.clone().unwrap_or_default();
        Ok(Some(Credentials::new(user, password.reveal().to_owned())))
    }

    fn tls(&self) -> Result<TlsParameters, MailSettingsError> {
        let mut builder = TlsParameters::builder(self.server.clone());
        if let Some(path) = &self.root_certificate {
            let pem = text_of(path).map_err(|unreadable| MailSettingsError::File {
                key: "root_certificate",
                why: unreadable.to_string(),
            })?;
            builder = builder.certificate_store(CertificateStore::None);
            for certificate in certificates(&pem).ok_or_else(|| {
                MailSettingsError::Certificates(format!("{} holds none in PEM", path.display()))
            })? {
                builder = builder.add_root_certificate(certificate);
            }
        }
        builder.build().map_err(|why| MailSettingsError::Certificates(why.to_string()))
    }
}

/// All certificates of a PEM file; none where there is nothing to trust in it.
fn certificates(pem: &str) -> Option<Vec<Certificate>> {
    let ders: Vec<CertificateDer<'static>> =
        CertificateDer::pem_slice_iter(pem.as_bytes()).collect::<Result<_, _>>().ok()?;
    let certificates: Result<Vec<_>, _> =
        ders.into_iter().map(|der| Certificate::from_der(der.to_vec())).collect();
    certificates.ok().filter(|certificates| !certificates.is_empty())
}

fn is_this_machine(host: &str) -> bool {
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    const OURS: &str = r#"
        server = "smtp.example.dk"
        from = "Omtanke <svar-ikke@example.dk>"
    "#;

    fn refused(more: &str) -> String {
        let settings: MailSettings = toml::from_str(&format!("{OURS}{more}")).unwrap();
        let error = settings.sender().err().or_else(|| settings.server().err());
        error.expect("these settings are wrong").to_string()
    }

    #[test]
    fn what_is_left_out_is_safe() {
        let settings: MailSettings = toml::from_str(OURS).unwrap();
        assert_eq!((settings.port, settings.security), (587, Security::Starttls));
        assert_eq!((settings.timeout_seconds, settings.pool), (20, 4));
        assert!(settings.server().is_ok() && settings.sender().is_ok());
    }

    #[test]
    fn a_misspelt_setting_is_refused() {
        let misspelt = format!("{OURS}bounce_adress = \"a@example.dk\"");
        assert!(toml::from_str::<MailSettings>(&misspelt).unwrap_err().to_string().contains("bounce_adress"));
    }

    #[test]
    fn the_password_cannot_be_printed() {
        let settings: MailSettings =
            toml::from_str(&format!("{OURS}user = \"o\"\npassword = \"hemmelig\"")).unwrap();
        assert!(!format!("{settings:?}").contains("hemmelig"));
        assert!(settings.server().unwrap().login.is_some());
    }

    #[test]
    fn a_plain_connection_stays_on_the_machine() {
        assert!(refused("security = \"none\"").contains("only for a server on this very machine"));
        for host in ["localhost", "127.0.0.1", "::1"] {
            let settings = OURS.replace("smtp.example.dk", host) + "security = \"none\"";
            assert!(toml::from_str::<MailSettings>(&settings).unwrap().server().is_ok(), "{host}");
        }
    }

    #[test]
    fn what_does_not_hold_is_named() {
        for (more, key) in [
            ("user = \"o\"", "mail.user"),
            ("password = \"p\"", "mail.user"),
            ("user = \"o\"\npassword = \"p\"\npassword_file = \"f\"", "mail.user"),
            ("user = \"o\"\npassword_file = \"no-such-file\"", "no-such-file"),
            ("root_certificate = \"no-such-file\"", "no-such-file"),
            ("root_certificate = \"Cargo.toml\"", "Cargo.toml holds none"),
            ("reply_to = \"nobody\"", "mail.reply_to"),
            ("bounce_address = \"Retur <retur@example.dk>\"", "mail.bounce_address"),
            ("timeout_seconds = 0", "mail.timeout_seconds"),
            ("pool = 0", "mail.pool"),
        ] {
            assert!(refused(more).contains(key), "{more}: {}", refused(more));
        }
        let settings: MailSettings = toml::from_str(&OURS.replace('@', " at ")).unwrap();
        assert!(settings.sender().err().unwrap().to_string().contains("mail.from"));
    }
}
