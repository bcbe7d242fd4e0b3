//! One connection to the mail server, from the greeting to goodbye (RFC 5321).
//!
//! Every answer must have the very code that its step asks for. So nobody who slips in answers ahead of STARTTLS can
//! shift later answers by one and make a lost mail look like a sent one.

use std::error::Error;
use std::io;
use std::time::Duration;

use lettre::transport::smtp::Error as SmtpError;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail as MailFrom, Quit, Rcpt, Rset};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::response::Response;
use tokio::time::{Instant, timeout, timeout_at};

use super::letter::Letter;
use super::settings::Security;
use super::{Fault, Hindrance, MailError, Refusal, RefusedPart};

/// Taking a mail may take longer than saying so: many servers look through it first (RFC 5321 § 4.5.3.2.6). Giving
/// up early means sending it twice.
const PATIENCE_FOR_A_MAIL: u32 = 3;

/// Codes that say nothing about the mail: the server does not know a command, or not here (RFC 5321 § 4.2.3).
const ABOUT_THE_CONVERSATION: [u16; 4] = [500, 502, 503, 504];
/// Codes that ask for another login, at whatever step (RFC 4954 § 6).
const ABOUT_THE_LOGIN: [u16; 4] = [530, 534, 535, 538];

/// The mail server as the settings describe it.
#[derive(Clone)]
pub(super) struct Server {
    pub(super) host: String,
    pub(super) port: u16,
    pub(super) security: Security,
    pub(super) tls: TlsParameters,
    pub(super) login: Option<Credentials>,
    /// The longest to wait until it is ready for a mail.
    pub(super) patience: Duration,
}

/// A connection that is ready for a mail.
pub(super) struct Conversation {
    connection: AsyncSmtpConnection,
    patience: Duration,
}

impl Conversation {
    /// Connects, encrypts and logs in.
    pub(super) async fn open(server: &Server) -> Result<Self, MailError> {
        let hello = ClientId::default();
        let wrapped = (server.security == Security::Tls).then(|| server.tls.clone());
        let address = (server.host.as_str(), server.port);
        let mut connection = AsyncSmtpConnection::connect_tokio1(address, None, &hello, wrapped, None)
            .await
            .map_err(|error| failed(&error))?;
        if server.security == Security::Starttls {
            if !connection.can_starttls() {
                return Err(MailError::Settings(Fault::NoStarttls));
            }
            let tls = server.tls.clone();
            connection.starttls(tls, &hello).await.map_err(|error| failed(&error))?;
        }
        if let Some(login) = &server.login {
            log_in(&mut connection, login).await?;
        }
        Ok(Self { connection, patience: server.patience })
    }

    /// Whether the other end is still there.
    pub(super) async fn is_alive(&mut self) -> bool {
        self.connection.test_connected().await
    }

    /// Hands a mail over, whose content the server must ask for before the deadline. The second value tells whether
    /// the conversation can go on with another mail.
    pub(super) async fn hand_over(
        &mut self,
        letter: &Letter,
        deadline: Instant,
    ) -> (Result<(), MailError>, bool) {
        let announced = timeout_at(deadline, self.announce(letter)).await.unwrap_or(Err(TIMED_OUT));
        let result = match announced {
            Ok(()) => {
                let taking = self.connection.message(&letter.content);
                let answer = timeout(self.patience * PATIENCE_FOR_A_MAIL, taking).await;
                answer
                    .map_err(|_| TIMED_OUT)
                    .and_then(|answer| expected(answer, &[250]).map_err(|no| no.of(RefusedPart::Content)))
            }
            Err(error) => Err(error),
        };
        let can_go_on = match &result {
            Ok(()) => true,
            Err(error) => was_answered(error) && self.start_afresh(deadline).await,
        };
        (result, can_go_on)
    }

    /// Says from whom and to whom, up to the point where the server waits for the content.
    async fn announce(&mut self, letter: &Letter) -> Result<(), MailError> {
        let from = MailFrom::new(Some(letter.from.clone()), Vec::new());
        let answer = self.connection.command(from).await;
        expected(answer, &[250]).map_err(|no| no.or(Fault::Sender))?;
        let answer = self.connection.command(Rcpt::new(letter.to.clone(), Vec::new())).await;
        expected(answer, &[250, 251]).map_err(|no| no.of(RefusedPart::Recipient))?;
        let answer = self.connection.command(Data).await;
        expected(answer, &[354]).map_err(|no| no.of(RefusedPart::Content))
    }

    /// Forgets a mail that was refused, so that the next is not its continuation.
    async fn start_afresh(&mut self, deadline: Instant) -> bool {
        let answer = timeout_at(deadline, self.connection.command(Rset)).await;
        answer.is_ok_and(|answer| expected(answer, &[250]).is_ok())
    }

    /// Says goodbye; whether it is heard does not matter.
    pub(super) async fn close(mut self) {
        let _ = timeout(self.patience, self.connection.command(Quit)).await;
    }
}

pub(super) const TIMED_OUT: MailError = MailError::Again(Hindrance::TimedOut);

async fn log_in(connection: &mut AsyncSmtpConnection, login: &Credentials) -> Result<(), MailError> {
    let known = [Mechanism::Plain, Mechanism::Login];
    if connection.server_info().get_auth_mechanism(&known).is_none() {
        return Err(MailError::Settings(Fault::NoLogin));
    }
    let answer = connection.auth(&known, login).await;
    expected(answer, &[235]).map_err(|no| no.or(Fault::Login))
}

/// An answer that is not the one its step asks for.
enum No {
    /// A permanent code and its status.
    Refused(u16, Option<String>),
    Otherwise(MailError),
}

impl No {
    /// A refusal of this part of the mail.
    fn of(self, part: RefusedPart) -> MailError {
        self.meaning(|code, status| MailError::Refused(Refusal { code, status, of: part }))
    }

    /// A refusal that the system owner must mend.
    fn or(self, fault: impl Fn(u16) -> Fault) -> MailError {
        self.meaning(|code, _| MailError::Settings(fault(code)))
    }

    fn meaning(self, at_this_step: impl Fn(u16, Option<String>) -> MailError) -> MailError {
        match self {
            No::Refused(code, _) if ABOUT_THE_LOGIN.contains(&code) => {
                MailError::Settings(Fault::Login(code))
            }
            No::Refused(code, _) if ABOUT_THE_CONVERSATION.contains(&code) => {
                MailError::Settings(Fault::Conversation(code))
            }
            No::Refused(code, status) => at_this_step(code, status),
            No::Otherwise(error) => error,
        }
    }
}

fn expected(answer: Result<Response, SmtpError>, codes: &[u16]) -> Result<(), No> {
    match answer {
        Ok(response) if codes.contains(&u16::from(response.code())) => Ok(()),
        Ok(_) => Err(No::Otherwise(MailError::Again(Hindrance::Nonsense))),
        Err(error) => Err(match error.status() {
            Some(code) if error.is_permanent() => No::Refused(code.into(), status_of(&error)),
            _ => No::Otherwise(failed(&error)),
        }),
    }
}

/// What an error of the library is to us. What the server said is left out; it likes to repeat the address.
fn failed(error: &SmtpError) -> MailError {
    if let Some(code) = error.status() {
        let code = code.into();
        return if error.is_permanent() {
            MailError::Settings(Fault::Conversation(code))
        } else {
            MailError::Again(Hindrance::Later { code, status: status_of(error) })
        };
    }
    let causes = causes(error);
    let system = causes.iter().find_map(|cause| cause.downcast_ref::<io::Error>());
    let encryption =
        system.and_then(io::Error::get_ref).and_then(|inner| inner.downcast_ref::<rustls::Error>());
    if let Some(why) = encryption {
        return MailError::Settings(Fault::Encryption(why.to_string()));
    }
    MailError::Again(match system.map(io::Error::kind) {
        Some(io::ErrorKind::InvalidData) => Hindrance::Nonsense,
        Some(
            io::ErrorKind::UnexpectedEof
            | io::ErrorKind::ConnectionReset
            | io::ErrorKind::ConnectionAborted
            | io::ErrorKind::BrokenPipe,
        ) => Hindrance::Dropped,
        Some(kind) => Hindrance::Unreachable(kind),
        // The library tells an answer that ends early from one that is wrong only by its words.
        None if causes.iter().any(|cause| cause.to_string() == "incomplete response") => Hindrance::Dropped,
        None => Hindrance::Nonsense,
    })
}

fn causes(error: &SmtpError) -> Vec<&(dyn Error + 'static)> {
    let mut causes = Vec::new();
    let mut next = error.source();
    while let Some(cause) = next {
        causes.push(cause);
        next = cause.source();
    }
    causes
}

/// Whether the server answered in order, and so knows where we are in the conversation; after 421 it hangs up
/// (RFC 5321 § 3.8).
fn was_answered(error: &MailError) -> bool {
    match error {
        MailError::Refused(_) | MailError::Settings(_) => true,
        MailError::Again(Hindrance::Later { code, .. }) => *code != 421,
        MailError::Again(_) | MailError::Unfit(_) => false,
    }
}

/// The enhanced status code that begins the words of an answer (RFC 2034 § 4).
fn status_of(error: &SmtpError) -> Option<String> {
    let words = error.source()?.to_string();
    status_at_the_start(&words).map(str::to_owned)
}

/// `5.1.1` at the start of a text (RFC 3463 § 2).
pub(super) fn status_at_the_start(text: &str) -> Option<&str> {
    let word = text.trim_start().split([' ', '\t', '\r', '\n', ';', '(']).next()?;
    let mut numbers = word.split('.');
    let is_number = |number: Option<&str>| {
        number.is_some_and(|n| (1..=3).contains(&n.len()) && n.bytes().all(|c| c.is_ascii_digit()))
    };
    let is_class = numbers.next().is_some_and(|class| matches!(class, "2" | "4" | "5"));
    (is_class && is_number(numbers.next()) && is_number(numbers.next()) && numbers.next().is_none())
        .then_some(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_is_read_where_it_stands_first() {
        for (text, status) in [
            ("5.1.1 <x> no such user", Some("5.1.1")),
            ("4.3.0", Some("4.3.0")),
            ("5.1.10 (unknown)", Some("5.1.10")),
            ("No such user 5.1.1", None),
            ("5.1", None),
            ("3.1.1 x", None),
            ("5.1.1.1 x", None),
            ("5.1.1111 x", None),
            ("", None),
        ] {
            assert_eq!(status_at_the_start(text), status, "{text}");
        }
    }
}
