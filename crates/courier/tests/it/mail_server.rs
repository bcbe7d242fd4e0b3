//! The real mail server of `tests/smtp-server.mjs`, and mails to send by it.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use basics::Language;
use courier::{Link, Mail, MailSettings, Mailer};
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command};
use tokio::time::timeout;

use crate::certificate::{self, Certificates};

/// Longer than anything here takes; whoever waits so long has found a mistake.
const PATIENCE: Duration = Duration::from_secs(20);

pub(crate) struct MailServer {
    pub(crate) port: u16,
    /// Where the authority's certificate lies, that of nobody else, and whatever a test writes.
    pub(crate) folder: TempDir,
    heard: Lines<BufReader<ChildStdout>>,
    // Ends with the test: its standard input closes.
    _process: Child,
}

impl MailServer {
    pub(crate) async fn start(security: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let Certificates { authority, server, key } = certificate::new();
        std::fs::write(folder.path().join("authority.pem"), authority).unwrap();
        std::fs::write(folder.path().join("stranger.pem"), certificate::new().authority).unwrap();
        let settings = json!({ "key": key, "certificate": server, "security": security });
        let mut process = Command::new("node")
            .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/smtp-server.mjs"))
            .arg(settings.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("node is installed");
        let heard = BufReader::new(process.stdout.take().unwrap()).lines();
        let mut server = Self { port: 0, folder, heard, _process: process };
        let listening = server.next("listening").await;
        server.port = listening["port"].as_u64().unwrap().try_into().unwrap();
        server
    }

    /// The next event of this kind; others before it are passed over.
    pub(crate) async fn next(&mut self, event: &str) -> Value {
        loop {
            let line =
                timeout(PATIENCE, self.heard.next_line()).await.expect("the mail server says something");
            let line =
                line.unwrap().expect("smtp-server is installed: run `npm ci --ignore-scripts` in browser/");
            let heard: Value = serde_json::from_str(&line).unwrap();
            if heard["event"] == event {
                return heard;
            }
        }
    }

    /// The next mail that arrives, as it arrived.
    pub(crate) async fn next_mail(&mut self) -> (Value, Vec<u8>) {
        let event = self.next("mail").await;
        let raw = BASE64_STANDARD.decode(event["raw"].as_str().unwrap()).unwrap();
        (event, raw)
    }

    /// Settings that fit this server, with more or others.
    pub(crate) fn settings(&self, more: &str) -> MailSettings {
        let more: toml::Table = toml::from_str(more).unwrap();
        let mut settings: toml::Table = toml::from_str(
            r#"
            user = "omtanke"
            password = "hemmelig"
            from = "Omtanke i Vejle på nettet <svar-ikke@example.dk>"
            reply_to = "hjaelp@example.dk"
            bounce_address = "retur@example.dk"
            timeout_seconds = 10
            "#,
        )
        .unwrap();
        settings.insert("server".to_owned(), "localhost".into());
        settings.insert("port".to_owned(), i64::from(self.port).into());
        let authority = self.file("authority.pem").to_str().unwrap().to_owned();
        settings.insert("root_certificate".to_owned(), authority.into());
        settings.extend(more);
        settings.retain(|_, value| value.as_str() != Some(""));
        settings.try_into().unwrap()
    }

    pub(crate) fn mailer(&self, more: &str) -> Mailer {
        Mailer::new(&self.settings(more)).unwrap()
    }

    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

/// A mail to Aase about Bo's visit, in a language.
pub(crate) fn to_aase(language: Language) -> Mail {
    let (subject, paragraph, label) = match language {
        Language::Da => ("Din hjælper kommer på onsdag", "Kære Åse. Bo kommer og hjælper dig.", "Se aftalen"),
        Language::En => ("Your helper comes on Wednesday", "Dear Aase. Bo comes to help you.", "See it"),
        Language::Ar => {
            ("مساعدك قادم يوم الأربعاء", "عزيزتي آسه. سيأتي بو لمساعدتك في المكتبة.", "عرض الموعد")
        }
        Language::Tr => {
            ("Yardımcınız çarşamba günü geliyor", "Sayın Åse. Bo size yardıma geliyor.", "Görüşmeyi gör")
        }
        Language::Ur => {
            ("آپ کا مددگار بدھ کو آ رہا ہے", "محترمہ آسے۔ بو لائبریری میں آپ کی مدد کریں گے۔", "ملاقات دیکھیں")
        }
    };
    Mail {
        to: "aase@example.dk".to_owned(),
        language,
        subject: subject.to_owned(),
        paragraphs: vec![paragraph.to_owned(), format!("{paragraph} ").repeat(12).trim_end().to_owned()],
        action: Some(Link {
            label: label.to_owned(),
            url: "https://hjaelp.example.dk/aftale?dag=onsdag&tid=10".to_owned(),
        }),
        footer: vec!["Omtanke, Vejle Kommune".to_owned()],
        message_id: "0190-aase@hjaelp.example.dk".to_owned(),
        unsubscribe: None,
        token: Some("k3m9x".to_owned()),
        at: "2026-03-09T08:00:00Z".parse().unwrap(),
    }
}
