//! The mail server is away, hangs, talks nonsense and drops mails in the middle, before it works at last.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Stdio;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use base64::Engine as _;
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::process::{Child, Command};
use tokio::sync::Mutex;

use crate::load::Load;
use crate::program::Program;
use crate::{Told, failover, rooms};

/// As many mails.
const MAILS: usize = 40;
/// How long the server misbehaves.
const BAD_TIMES: Duration = Duration::from_secs(12);

/// How a bad server treats a caller, one way after the other.
#[derive(Debug, Clone, Copy)]
enum Manner {
    SaysNothing,
    Hangs,
    TalksNonsense,
    IsBusy,
    DropsInTheMiddle,
}

const MANNERS: [Manner; 5] =
    [Manner::SaysNothing, Manner::TalksNonsense, Manner::IsBusy, Manner::DropsInTheMiddle, Manner::Hangs];

pub(crate) async fn run(binary: &Path) -> anyhow::Result<Told> {
    let folder = tempfile::tempdir()?;
    let port = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
    let mail = format!(
        "[mail]\nserver = \"127.0.0.1\"\nport = {port}\nsecurity = \"none\"\ntimeout_seconds = 1\n\
         from = \"Omtanke <svar-ikke@example.dk>\"\n"
    );
    let database = format!("sqlite:{}", folder.path().join("omtanke.db").display());
    let (config, keys) = failover::settings(folder.path(), &database, &mail)?;
    let arguments = ["serve", "--config", config.to_str().context("a file's name is text")?];
    Program::start(binary, &arguments).await?.stop().await?;
    let realm = rooms::open(&database, &keys).await?;
    let cookies = rooms::people(&realm, MAILS).await?;

    // At first nobody listens there at all.
    let program = Program::start(binary, &arguments).await?;
    let load = Arc::new(Load::default());
    let mut writers = load.begin(&program.url, cookies, "mail");
    while writers.join_next().await.is_some() {}
    tokio::time::sleep(Duration::from_secs(2)).await;
    let bad = tokio::spawn(bad_server(port));
    tokio::time::sleep(BAD_TIMES).await;
    let readable = reqwest::get(format!("{}/find-hjaelp", program.url)).await?.status().is_success();
    bad.abort();
    let _ = bad.await;

    let server = GoodServer::start(port).await?;
    let left = rooms::jobs_done(&realm, 180).await?;
    program.stop().await?;
    let received = server.received().await;
    let (noted, sent) = rooms::messages(&realm).await?;
    anyhow::ensure!(readable, "a page could not be read while the mail server hung");
    anyhow::ensure!(noted >= MAILS, "only {noted} messages were noted");
    let twice = received.values().filter(|times| **times > 1).count();
    let did = format!(
        "mail server away, hanging, busy, dropping for {} s: {noted} mails noted, {} arrived",
        BAD_TIMES.as_secs(),
        received.len()
    );
    Ok(Told { did, lost: left + noted.abs_diff(sent) + noted.saturating_sub(received.len()), doubled: twice })
}

async fn bad_server(port: u16) -> anyhow::Result<()> {
    let listener = TcpListener::bind(("127.0.0.1", port)).await?;
    for n in 0.. {
        let (stream, _) = listener.accept().await?;
        let manner = MANNERS[n % MANNERS.len()];
        tokio::spawn(async move {
            // A caller that leaves ends the conversation; that is what it is for.
            let _ = converse(stream, manner).await;
        });
    }
    Ok(())
}

async fn converse(mut stream: TcpStream, manner: Manner) -> std::io::Result<()> {
    match manner {
        Manner::SaysNothing => return Ok(()),
        Manner::Hangs => {
            let mut all = Vec::new();
            return stream.read_to_end(&mut all).await.map(drop);
        }
        Manner::TalksNonsense => return stream.write_all(b"\xff\xfe 999 hvad?\r\n\r\n").await,
        Manner::IsBusy => return stream.write_all(b"421 too many connections\r\n").await,
        Manner::DropsInTheMiddle => {}
    }
    let (read, mut write) = stream.split();
    let mut lines = BufReader::new(read).lines();
    write.write_all(b"220 example.dk\r\n").await?;
    while let Some(line) = lines.next_line().await? {
        match line.split(' ').next().unwrap_or_default() {
            "DATA" => {
                write.write_all(b"354 go on\r\n").await?;
                // The first lines are taken, and then the line goes dead.
                lines.next_line().await?;
                return Ok(());
            }
            "QUIT" => return write.write_all(b"221 bye\r\n").await,
            _ => write.write_all(b"250 ok\r\n").await?,
        }
    }
    Ok(())
}

/// A real mail server, which tells what it takes.
struct GoodServer {
    _child: Child,
    received: Arc<Mutex<BTreeMap<String, usize>>>,
}

impl GoodServer {
    async fn start(port: u16) -> anyhow::Result<Self> {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../courier/tests/smtp-server.mjs");
        let mut child = Command::new("node")
            .arg(script)
            .arg(format!("{{\"security\": \"none\", \"port\": {port}}}"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .context("starting node")?;
        let received = Arc::new(Mutex::new(BTreeMap::new()));
        let mut lines = BufReader::new(child.stdout.take().context("it has an output")?).lines();
        let noted = received.clone();
        tokio::spawn(async move {
            while let Ok(Some(line)) = lines.next_line().await {
                if let Some(id) = message_id(&line) {
                    *noted.lock().await.entry(id).or_insert(0) += 1;
                }
            }
        });
        Ok(Self { _child: child, received })
    }

    async fn received(&self) -> BTreeMap<String, usize> {
        self.received.lock().await.clone()
    }
}

/// The Message-ID in what the server tells of a mail that it took.
fn message_id(line: &str) -> Option<String> {
    let told: serde_json::Value = serde_json::from_str(line).ok()?;
    let raw = base64::engine::general_purpose::STANDARD.decode(told["raw"].as_str()?).ok()?;
    let mail = String::from_utf8_lossy(&raw);
    let (_, after) = mail.split_once("Message-ID: <")?;
    after.split('>').next().map(str::to_owned)
}
