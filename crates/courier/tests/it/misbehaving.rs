//! A mail server that answers in order, until it does something wrong.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use basics::Language;
use courier::{Fault, Hindrance, Mail, MailError, MailSettings, Mailer};
use futures_util::future::join_all;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

use crate::mail_server::to_aase;

/// What it does instead of answering.
#[derive(Clone, Copy)]
enum Wrong {
    Hangs,
    HangsUp,
    Says(&'static [u8]),
}
use Wrong::{Hangs, HangsUp, Says};

/// Where it does so: a command, or one of these.
const GREETING: &str = "greeting";
const IN_THE_HANDSHAKE: &str = "in the handshake";
const IN_THE_CONTENT: &str = "in the content";
const AFTER_THE_CONTENT: &str = "after the content";

struct BadServer {
    port: u16,
    /// How many connections there were, and the mails that it took.
    seen: Arc<Mutex<Seen>>,
}

#[derive(Default)]
struct Seen {
    connections: usize,
    mails: Vec<String>,
}

impl BadServer {
    /// Goes wrong as told at each connection, and not at all on those after.
    async fn start(wrongs: &'static [(&'static str, Wrong)]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let seen = Arc::new(Mutex::new(Seen::default()));
        let shared = Arc::clone(&seen);
        tokio::spawn(async move {
            let mut wrongs = wrongs.iter();
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                shared.lock().unwrap().connections += 1;
                tokio::spawn(serve(stream, wrongs.next().copied(), Arc::clone(&shared)));
            }
        });
        Self { port, seen }
    }

    fn mailer(&self, more: &str) -> Mailer {
        let settings: MailSettings = toml::from_str(&format!(
            "server = \"127.0.0.1\"\nport = {}\nfrom = \"o@example.dk\"\ntimeout_seconds = 1\n{more}",
            self.port
        ))
        .unwrap();
        Mailer::new(&settings).unwrap()
    }

    fn plain(&self) -> Mailer {
        self.mailer("security = \"none\"")
    }

    fn connections(&self) -> usize {
        self.seen.lock().unwrap().connections
    }

    fn mails(&self) -> usize {
        self.seen.lock().unwrap().mails.len()
    }
}

/// The conversation with one caller. `None` ends it.
async fn serve(stream: TcpStream, wrong: Option<(&str, Wrong)>, seen: Arc<Mutex<Seen>>) -> Option<()> {
    let mut stream = BufReader::new(stream);
    answer(&mut stream, GREETING, "220 bad.example ESMTP", wrong).await?;
    loop {
        let line = next_line(&mut stream).await?;
        let command = line.split([' ', ':', '\r']).next()?;
        let usual = match command {
            "EHLO" => "250-bad.example\r\n250 STARTTLS",
            "DATA" => "354 go on",
            "STARTTLS" => "220 go on",
            "QUIT" => "221 bye",
            _ => "250 ok",
        };
        answer(&mut stream, command, usual, wrong).await?;
        if let ("STARTTLS", Some((IN_THE_HANDSHAKE, wrong))) = (command, wrong) {
            go_wrong(&mut stream, wrong).await?;
        }
        if command == "DATA" {
            let mail = content(&mut stream, wrong).await?;
            seen.lock().unwrap().mails.push(mail);
            answer(&mut stream, AFTER_THE_CONTENT, "250 ok", wrong).await?;
        }
    }
}

async fn content(stream: &mut BufReader<TcpStream>, wrong: Option<(&str, Wrong)>) -> Option<String> {
    let mut content = String::new();
    loop {
        let line = next_line(stream).await?;
        if line == ".\r\n" {
            return Some(content);
        }
        content.push_str(&line);
        if let Some((IN_THE_CONTENT, wrong)) = wrong {
            go_wrong(stream, wrong).await?;
        }
    }
}

async fn next_line(stream: &mut BufReader<TcpStream>) -> Option<String> {
    let mut line = String::new();
    let length = stream.read_line(&mut line).await.ok()?;
    (length > 0).then_some(line)
}

async fn answer(
    stream: &mut BufReader<TcpStream>,
    step: &str,
    usual: &str,
    wrong: Option<(&str, Wrong)>,
) -> Option<()> {
    match wrong {
        Some((at, wrong)) if at == step => go_wrong(stream, wrong).await,
        _ => stream.write_all(format!("{usual}\r\n").as_bytes()).await.ok(),
    }
}

async fn go_wrong(stream: &mut BufReader<TcpStream>, wrong: Wrong) -> Option<()> {
    match wrong {
        Hangs => std::future::pending().await,
        HangsUp => None,
        Says(bytes) => stream.write_all(bytes).await.ok(),
    }
}

fn mail() -> Mail {
    to_aase(Language::Da)
}

async fn fails_with(wrongs: &'static [(&'static str, Wrong)]) -> MailError {
    let server = BadServer::start(wrongs).await;
    server.plain().send(&mail()).await.unwrap_err()
}

/// The settings give the server a second; the rest is for a machine that has other things to do.
const SOON: Duration = Duration::from_millis(2500);
const TIMED_OUT: MailError = MailError::Again(Hindrance::TimedOut);
const DROPPED: MailError = MailError::Again(Hindrance::Dropped);
const NONSENSE: MailError = MailError::Again(Hindrance::Nonsense);

#[tokio::test]
async fn a_server_that_hangs_is_given_up_in_time_and_nobody_else_waits() {
    let others = tokio::spawn(async {
        let mut turns = 0;
        loop {
            tokio::time::sleep(Duration::from_millis(10)).await;
            turns += 1;
            if turns == 40 {
                return Instant::now();
            }
        }
    });
    let began = Instant::now();
    assert_eq!(fails_with(&[(GREETING, Hangs)]).await, TIMED_OUT);
    let gave_up = Instant::now();
    assert!((Duration::from_secs(1)..SOON).contains(&(gave_up - began)), "{:?}", gave_up - began);
    assert!(others.await.unwrap() < gave_up, "others had their turns meanwhile");
}

#[tokio::test]
async fn a_server_that_hangs_at_any_step_is_given_up_in_time() {
    const STEPS: [&[(&str, Wrong)]; 4] =
        [&[("EHLO", Hangs)], &[("MAIL", Hangs)], &[("RCPT", Hangs)], &[("DATA", Hangs)]];
    let began = Instant::now();
    let errors = join_all(STEPS.map(fails_with)).await;
    assert!(errors.iter().all(|error| *error == TIMED_OUT), "{errors:?}");
    assert!(began.elapsed() < SOON, "{:?}", began.elapsed());
}

#[tokio::test]
async fn a_server_may_take_longer_over_the_content_but_not_for_ever() {
    let began = Instant::now();
    assert_eq!(fails_with(&[(AFTER_THE_CONTENT, Hangs)]).await, TIMED_OUT);
    assert!((3.0..4.5).contains(&began.elapsed().as_secs_f32()), "{:?}", began.elapsed());
}

#[tokio::test]
async fn a_handshake_that_hangs_is_given_up_in_time() {
    let server = BadServer::start(&[(IN_THE_HANDSHAKE, Hangs)]).await;
    let began = Instant::now();
    assert_eq!(server.mailer("").check().await.unwrap_err(), TIMED_OUT);
    assert!(began.elapsed() < SOON, "{:?}", began.elapsed());
}

#[tokio::test]
async fn nobody_at_the_port_means_again() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    drop(listener);
    let server = BadServer { port, seen: Arc::default() };
    let refused = MailError::Again(Hindrance::Unreachable(std::io::ErrorKind::ConnectionRefused));
    assert_eq!(server.plain().send(&mail()).await.unwrap_err(), refused);
}

#[tokio::test]
async fn a_connection_that_drops_means_again_wherever_it_drops() {
    const STEPS: [&[(&str, Wrong)]; 7] = [
        &[(GREETING, HangsUp)],
        &[("EHLO", HangsUp)],
        &[("MAIL", HangsUp)],
        &[("RCPT", HangsUp)],
        &[("DATA", HangsUp)],
        &[(IN_THE_CONTENT, HangsUp)],
        &[(AFTER_THE_CONTENT, HangsUp)],
    ];
    for wrongs in STEPS {
        assert_eq!(fails_with(wrongs).await, DROPPED, "{}", wrongs[0].0);
    }
    for wrongs in [&[("STARTTLS", HangsUp)], &[(IN_THE_HANDSHAKE, HangsUp)]] {
        let server = BadServer::start(wrongs).await;
        assert_eq!(server.mailer("").check().await.unwrap_err(), DROPPED, "{}", wrongs[0].0);
    }
}

#[tokio::test]
async fn a_mail_whose_answer_was_lost_is_sent_again_with_the_same_id() {
    let server = BadServer::start(&[(AFTER_THE_CONTENT, HangsUp)]).await;
    let mailer = server.plain();
    assert_eq!(mailer.send(&mail()).await.unwrap_err(), DROPPED);
    mailer.send(&mail()).await.unwrap();
    let seen = server.seen.lock().unwrap();
    assert_eq!(seen.mails.len(), 2);
    assert_eq!(seen.mails[0], seen.mails[1]);
    assert!(seen.mails[0].contains("Message-ID: <0190-aase@hjaelp.example.dk>\r\n"), "{}", seen.mails[0]);
}

#[tokio::test]
async fn garbage_means_again() {
    const GARBAGE: [&[u8]; 4] =
        [b"HTTP/1.1 400 Bad Request\r\n\r\n", b"\x00\xff\xfe\x80 \r\n", b"\r\n", b"2\r\n"];
    for garbage in GARBAGE {
        for step in [GREETING, "EHLO", "MAIL", "RCPT", "DATA", AFTER_THE_CONTENT] {
            let wrongs = Box::leak(Box::new([(step, Says(garbage))]));
            assert_eq!(fails_with(wrongs).await, NONSENSE, "{step} {garbage:?}");
        }
    }
}

#[tokio::test]
async fn an_answer_without_an_end_is_not_waited_for() {
    let began = Instant::now();
    assert_eq!(fails_with(&[(GREETING, Says(&[b'2'; 70_000]))]).await, TIMED_OUT);
    assert!(began.elapsed() < SOON, "{:?}", began.elapsed());
}

#[tokio::test]
async fn answers_that_are_one_step_ahead_do_not_make_a_lost_mail_a_sent_one() {
    // Somebody in between slipped in an answer, so that each command hears that of the one before.
    assert_eq!(fails_with(&[("EHLO", Says(b"250 bad.example\r\n250 ok\r\n"))]).await, NONSENSE);
    assert_eq!(fails_with(&[("DATA", Says(b"250 ok\r\n"))]).await, NONSENSE);
    assert_eq!(fails_with(&[(AFTER_THE_CONTENT, Says(b"354 go on\r\n"))]).await, NONSENSE);
}

#[tokio::test]
async fn a_server_that_will_not_talk_is_the_system_owners_business() {
    let error = fails_with(&[(GREETING, Says(b"554 go away\r\n"))]).await;
    assert_eq!(error, MailError::Settings(Fault::Conversation(554)));
    let error = fails_with(&[("RCPT", Says(b"503 wrong order\r\n"))]).await;
    assert_eq!(error, MailError::Settings(Fault::Conversation(503)));
    let server = BadServer::start(&[]).await;
    let mailer = server.mailer("security = \"none\"\nuser = \"o\"\npassword = \"p\"");
    assert_eq!(mailer.check().await.unwrap_err(), MailError::Settings(Fault::NoLogin));
}

#[tokio::test]
async fn a_conversation_that_was_cut_short_is_not_continued_by_the_next_mail() {
    for wrongs in [&[("RCPT", Hangs)], &[(AFTER_THE_CONTENT, Hangs)], &[("MAIL", Says(b"garbage\r\n"))]] {
        let server = BadServer::start(wrongs).await;
        let mailer = server.plain();
        mailer.send(&mail()).await.unwrap_err();
        mailer.send(&mail()).await.unwrap();
        assert_eq!(server.connections(), 2, "{}", wrongs[0].0);
    }
}

#[tokio::test]
async fn whoever_stops_waiting_leaves_no_half_conversation_behind() {
    let server = BadServer::start(&[("RCPT", Hangs)]).await;
    let mailer = server.plain();
    let cut_short = tokio::time::timeout(Duration::from_millis(200), mailer.send(&mail())).await;
    assert!(cut_short.is_err());
    mailer.send(&mail()).await.unwrap();
    assert_eq!((server.connections(), server.mails()), (2, 1));
}

#[tokio::test]
async fn a_kept_connection_that_the_server_closed_costs_no_mail() {
    // It hangs up when asked whether it is still there.
    let server = BadServer::start(&[("NOOP", HangsUp)]).await;
    let mailer = server.plain();
    mailer.send(&mail()).await.unwrap();
    mailer.send(&mail()).await.unwrap();
    assert_eq!((server.connections(), server.mails()), (2, 2));
}

#[tokio::test]
async fn a_refused_mail_is_taken_back_before_the_next() {
    // RSET that goes wrong: the connection is not used again, and the refusal is what counts.
    let server = BadServer::start(&[("RSET", HangsUp)]).await;
    let mailer = server.plain();
    mailer.send(&mail()).await.unwrap();
    assert_eq!(server.connections(), 1);
}
