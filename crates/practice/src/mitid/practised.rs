//! What somebody in a story does with their MitID, step by step as on the pages: for what has happened before a story begins, and for
//! the test that its tasks can be done.

use basics::Cpr;
use realm::Work;
use store::DbError;

use super::activation::{self, CodeFrom};
use super::forgotten::{Recovered, recover};
use super::logins::{self, Outcome};
use super::rules::{Answer, AuthorizeRequest};
use super::sql;

/// One thing that is done.
#[derive(Debug, Clone)]
pub(crate) enum Practised {
    /// Types so many wrong codes.
    WrongCodes(u8),
    /// Says name and number, and is told the user name.
    RecoverName(String, Cpr),
    /// Holds a passport against a new telephone; it may turn out to have expired.
    ReadChip,
    /// Gets a code in a letter, and types it.
    CodeInALetter,
    /// Gets a code at the counter, and types it.
    CodeAtTheCounter,
    /// Approves in the app.
    ApproveInApp,
    /// Types what the code device shows.
    TypeCode,
}

/// It cannot be done as things stand.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CannotPractise {
    /// The sign-in came to something else.
    #[error("it came to {0:?}")]
    Otherwise(Outcome),
    /// Nobody was found.
    #[error("it came to {0:?}")]
    NotFound(Recovered),
    /// The database does not answer.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Does it in a sign-in of its own.
pub(crate) async fn practise(
    work: &mut Work<'_>,
    user_name: &str,
    what: &Practised,
) -> Result<(), CannotPractise> {
    let id = &logins::begin(work, &AuthorizeRequest::default()).await?;
    if let Practised::RecoverName(name, cpr) = what {
        return match recover(work, id, name, cpr.expose()).await? {
            Recovered::Found(_) => Ok(()),
            other => Err(CannotPractise::NotFound(other)),
        };
    }
    let mut outcome = logins::identify(work, id, user_name).await?;
    match what {
        Practised::WrongCodes(times) => {
            for _ in 0..*times {
                outcome = logins::enter_code(work, id, "000000").await?;
            }
        }
        Practised::ReadChip => outcome = activation::read_chip(work, id).await?,
        Practised::CodeInALetter => outcome = by_code(work, id, user_name, CodeFrom::Letter).await?,
        Practised::CodeAtTheCounter => outcome = by_code(work, id, user_name, CodeFrom::Counter).await?,
        Practised::ApproveInApp => {
            logins::answer(work, id, Answer::Open).await?;
            outcome = logins::answer(work, id, Answer::Approve).await?;
        }
        Practised::TypeCode => {
            let login = sql::open_login(work.tx(), id, work.now()).await?;
            let shown = login.and_then(|login| login.device_code).unwrap_or_default();
            outcome = logins::enter_code(work, id, &shown).await?;
        }
        Practised::RecoverName(..) => {}
    }
    sql::delete_login(work.tx(), id).await?;
    let is_as_meant = match what {
        Practised::WrongCodes(_) => matches!(outcome, Outcome::WrongCode(_) | Outcome::Locked(_)),
        Practised::ReadChip => matches!(outcome, Outcome::AppReady | Outcome::DocumentExpired),
        Practised::CodeInALetter | Practised::CodeAtTheCounter => outcome == Outcome::AppReady,
        Practised::ApproveInApp | Practised::TypeCode => matches!(outcome, Outcome::Leave(_)),
        Practised::RecoverName(..) => false,
    };
    if is_as_meant { Ok(()) } else { Err(CannotPractise::Otherwise(outcome)) }
}

async fn by_code(work: &mut Work<'_>, id: &str, user_name: &str, from: CodeFrom) -> Result<Outcome, DbError> {
    let ordered = activation::order_code(work, id, from).await?;
    if ordered != Outcome::CodeComes {
        return Ok(ordered);
    }
    let code = sql::means(work.tx(), user_name).await?.and_then(|(_, code)| code);
    activation::enter_code(work, id, &code.map(|code| code.digits).unwrap_or_default()).await
}
