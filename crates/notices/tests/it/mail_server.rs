//! A small mail server (RFC 5321): it takes mails, refuses those to dead addresses, and can lose its voice.

use std::sync::{Arc, Mutex};

use courier::{MailSettings, Mailer};
use serde_json::json;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// A mail as the server took it.
#[derive(Debug, Clone)]
pub(crate) struct Taken {
    /// Whom it comes back to.
    pub(crate) from: String,
    pub(crate) content: String,
}

#[derive(Default)]
struct Desk {
    taken: Vec<Taken>,
    /// After how many mails more it hangs up instead of saying that it has taken one.
    silent: usize,
}

pub(crate) struct MailServer {
    port: u16,
    desk: Arc<Mutex<Desk>>,
}

impl MailServer {
    pub(crate) async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let desk = Arc::new(Mutex::new(Desk::default()));
        let theirs = desk.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, theirs.clone()));
            }
        });
        Self { port, desk }
    }

    pub(crate) fn mailer(&self) -> Mailer {
        let settings: MailSettings = serde_json::from_value(json!({
            "server": "127.0.0.1",
            "port": self.port,
            "security": "none",
            "from": "Omtanke <svar-ikke@example.dk>",
            "bounce_address": "retur@example.dk",
        }))
        .unwrap();
        Mailer::new(&settings).unwrap()
    }

    /// Takes the next mails without saying so.
    pub(crate) fn falls_silent(&self, mails: usize) {
        self.desk.lock().unwrap().silent = mails;
    }

    /// The mails that it took, in the order in which they came.
    pub(crate) fn taken(&self) -> Vec<Taken> {
        self.desk.lock().unwrap().taken.clone()
    }
}

async fn serve(stream: TcpStream, desk: Arc<Mutex<Desk>>) {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    let mut from = String::new();
    write.write_all(b"220 mx.example.dk ESMTP\r\n").await.unwrap();
    while let Ok(Some(line)) = lines.next_line().await {
        let (command, rest) = line.split_once(' ').unwrap_or((&line, ""));
        let address = || rest.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
        let answer: &str = match command.to_ascii_uppercase().as_str() {
            "EHLO" => "250-mx.example.dk\r\n250-ENHANCEDSTATUSCODES\r\n250 8BITMIME",
            "MAIL" => {
                from = address();
                "250 2.1.0 ok"
            }
            "RCPT" => match address().split('@').next() {
                Some("dead") => "550 5.1.1 no such mailbox",
                Some("wary") => "554 5.7.1 we do not take this",
                _ => "250 2.1.5 ok",
            },
            "DATA" => {
                write.write_all(b"354 go on\r\n").await.unwrap();
                let mut content = String::new();
                while let Ok(Some(line)) = lines.next_line().await {
                    if line == "." {
                        break;
                    }
                    content.push_str(&line);
                    content.push_str("\r\n");
                }
                let mut desk = desk.lock().unwrap();
                desk.taken.push(Taken { from: from.clone(), content });
                if desk.silent > 0 {
                    desk.silent -= 1;
                    return;
                }
                "250 2.0.0 taken"
            }
            "QUIT" => "221 2.0.0 bye",
            _ => "250 2.0.0 ok",
        };
        if write.write_all(format!("{answer}\r\n").as_bytes()).await.is_err() {
            return;
        }
    }
}
