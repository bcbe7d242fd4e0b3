//! A sign-in from the request to the redeemed code.

use jiff::Timestamp;
use realm::Work;
use serde::{Deserialize, Serialize};
use store::DbError;

use super::cpr::cpr_of;
use super::means::{means_of, note};
use super::rules::{self, Answer, AuthorizeRequest, CODE_LIFE, LOGIN_LIFE, Standing, Step};
use super::sql::{self, Login};
use super::token::Grant;
use super::{client_id, users};

/// What came of something that somebody did during a sign-in.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// The sign-in has expired, or has been completed or cancelled.
    Over,
    /// Nobody has said yet who signs in.
    NoUser,
    /// There is no such user name.
    UnknownUser,
    /// The user name is locked until then.
    Locked(Timestamp),
    /// What was typed is not six digits; it does not count as a try.
    NotACode,
    /// The code is wrong, and can be tried so many times more.
    WrongCode(i64),
    /// A code for a new telephone is under way.
    CodeComes,
    /// There is no code for a new telephone that could be typed.
    NoCode,
    /// The passport cannot be used any more.
    DocumentExpired,
    /// The app is on the new telephone.
    AppReady,
    /// On to this step.
    Next(Step),
    /// Back to the program, at this address.
    Leave(String),
}

/// Begins a sign-in for a request that has been checked, and removes those that have expired. Gives its id.
pub(crate) async fn begin(work: &mut Work<'_>, request: &AuthorizeRequest) -> Result<String, DbError> {
    sql::delete_expired_logins(work.tx(), work.now()).await?;
    let id = work.realm.chance.secret();
    sql::insert_login(work.tx(), &id, request, work.now() + LOGIN_LIFE).await?;
    Ok(id)
}

/// Somebody says who they are. Somebody else can be said until the sign-in is approved.
pub(crate) async fn identify(work: &mut Work<'_>, id: &str, typed: &str) -> Result<Outcome, DbError> {
    let Some(login) = sql::open_login(work.tx(), id, work.now()).await? else { return Ok(Outcome::Over) };
    let Some((user, standing)) = sql::user(work.tx(), &users::normal(typed)).await? else {
        return Ok(Outcome::UnknownUser);
    };
    if let Some(end) = standing.locked(work.now()) {
        return Ok(Outcome::Locked(end));
    }
    ask(work, &login.id, &user.user_name).await?;
    Ok(Outcome::Next(Step::Waiting))
}

/// Somebody presses a button on the pretend telephone.
pub(crate) async fn answer(work: &mut Work<'_>, id: &str, answer: Answer) -> Result<Outcome, DbError> {
    let known = match may_go_on(work, id).await? {
        Ok(known) => known,
        Err(outcome) => return Ok(outcome),
    };
    let step = known.login.step();
    // Where there is no app, nobody can have pressed anything in it.
    if !means_of(work.tx(), &known.user_name).await?.app_active {
        return Ok(Outcome::Next(Step::Waiting));
    }
    match step.after(answer) {
        Some(Step::Approved) => approve(work, &known, "mitid.approve_in_app").await,
        Some(Step::Waiting) => {
            ask(work, id, &known.user_name).await?;
            Ok(Outcome::Next(Step::Waiting))
        }
        Some(step) => {
            if step == Step::Rejected {
                note(work, "mitid.reject", &known.user_name, &()).await?;
            }
            sql::set_step(work.tx(), id, step).await?;
            Ok(Outcome::Next(step))
        }
        None => Ok(Outcome::Next(step)),
    }
}

/// Somebody types what the pretend code device shows.
pub(crate) async fn enter_code(work: &mut Work<'_>, id: &str, typed: &str) -> Result<Outcome, DbError> {
    let known = match may_go_on(work, id).await? {
        Ok(known) => known,
        Err(outcome) => return Ok(outcome),
    };
    let Some(digits) = rules::six_digits(typed) else { return Ok(Outcome::NotACode) };
    if known.login.device_code.as_deref().is_some_and(|shown| rules::same_secret(&digits, shown)) {
        return approve(work, &known, "mitid.approve_with_code").await;
    }
    wrong_code(work, &known, WrongCode::Device).await
}

/// Which code was wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum WrongCode {
    /// That of the code device.
    Device,
    /// That for a new telephone.
    Activation,
}

#[derive(Serialize)]
struct Tried {
    code: WrongCode,
    tries_left: i64,
}

/// A wrong code counts, whichever it was, and the third locks.
pub(crate) async fn wrong_code(
    work: &mut Work<'_>,
    known: &Known,
    code: WrongCode,
) -> Result<Outcome, DbError> {
    let standing = known.standing.after_wrong_code(work.now());
    sql::set_standing(work.tx(), &known.user_name, standing).await?;
    let tried = Tried { code, tries_left: standing.tries_left() };
    note(work, "mitid.wrong_code", &known.user_name, &tried).await?;
    Ok(match standing.locked(work.now()) {
        Some(end) => {
            note(work, "mitid.lock", &known.user_name, &end).await?;
            Outcome::Locked(end)
        }
        None => Outcome::WrongCode(standing.tries_left()),
    })
}

/// Somebody gives up; the program is told so.
pub(crate) async fn cancel(work: &mut Work<'_>, id: &str) -> Result<Outcome, DbError> {
    let Some(login) = sql::open_login(work.tx(), id, work.now()).await? else { return Ok(Outcome::Over) };
    sql::delete_login(work.tx(), id).await?;
    let back = return_address(&login.redirect_uri, ("error", "access_denied"), login.state.as_deref());
    Ok(Outcome::Leave(back))
}

/// The address that the program's own request returns to, with the result and the program's state.
pub(crate) fn return_address(redirect_uri: &str, result: (&str, &str), state: Option<&str>) -> String {
    let mut pairs = vec![result];
    pairs.extend(state.map(|state| ("state", state)));
    let query = serde_urlencoded::to_string(pairs).expect("pairs of text become a query");
    format!("{redirect_uri}?{query}")
}

/// The request that redeems a code (RFC 6749 § 4.1.3; RFC 7636 § 4.5).
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct TokenRequest {
    pub(crate) grant_type: String,
    pub(crate) client_id: String,
    pub(crate) code: String,
    pub(crate) redirect_uri: String,
    pub(crate) code_verifier: String,
}

/// Why a code was not redeemed.
#[derive(Debug)]
pub(crate) enum NotRedeemed {
    /// The client is told, by this error code (RFC 6749 § 5.2).
    Tell(&'static str),
    /// The database does not answer.
    Db(DbError),
}

impl From<DbError> for NotRedeemed {
    fn from(error: DbError) -> Self {
        Self::Db(error)
    }
}

/// Redeems a code, which is then gone. A refusal leaves everything as it was: whoever saw a code go by can
/// neither use it without the verifier nor spoil it for the one who has it.
pub(crate) async fn redeem(work: &mut Work<'_>, request: &TokenRequest) -> Result<Grant, NotRedeemed> {
    const INVALID_GRANT: NotRedeemed = NotRedeemed::Tell("invalid_grant");
    if request.grant_type.is_empty() || request.code.is_empty() || request.code_verifier.is_empty() {
        return Err(NotRedeemed::Tell("invalid_request"));
    }
    if request.grant_type != "authorization_code" {
        return Err(NotRedeemed::Tell("unsupported_grant_type"));
    }
    if request.client_id != client_id(&work.realm.prefix) {
        return Err(NotRedeemed::Tell("invalid_client"));
    }
    let login = sql::login_by_code(work.tx(), &code_hash(&request.code), work.now()).await?;
    let login = login.ok_or(INVALID_GRANT)?;
    if login.redirect_uri != request.redirect_uri
        || !rules::verifier_fits(&request.code_verifier, &login.code_challenge)
    {
        return Err(INVALID_GRANT);
    }
    let user = sql::user(work.tx(), login.user_name.as_deref().unwrap_or_default()).await?;
    let (user, _) = user.ok_or(INVALID_GRANT)?;
    sql::delete_login(work.tx(), &login.id).await?;
    let approved_at = login.approved_at.unwrap_or(work.now());
    let cpr = cpr_of(work, &user.user_name).await?;
    Ok(Grant { user, cpr, nonce: login.nonce, approved_at })
}

/// Sends a new request to the pretend telephone, with a new number to compare and new digits on the code device.
async fn ask(work: &mut Work<'_>, id: &str, user_name: &str) -> Result<(), DbError> {
    let number = some_number(work, 10, 99);
    let digits = some_number(work, 100_000, 999_999);
    sql::ask_user(work.tx(), id, user_name, &number, &digits).await
}

pub(crate) fn some_number(work: &Work<'_>, least: u32, most: u32) -> String {
    let mut bytes = [0; 4];
    work.realm.chance.fill(&mut bytes);
    (least + u32::from_le_bytes(bytes) % (most - least + 1)).to_string()
}

/// A sign-in for which it is known who signs in, and that may go on.
pub(crate) struct Known {
    pub(crate) login: Login,
    pub(crate) user_name: String,
    standing: Standing,
}

/// The sign-in with whoever has said who they are, locked for this piece of work; or what is to be said instead.
pub(crate) async fn may_go_on(work: &Work<'_>, id: &str) -> Result<Result<Known, Outcome>, DbError> {
    let Some(login) = sql::open_login(work.tx(), id, work.now()).await? else {
        return Ok(Err(Outcome::Over));
    };
    let Some(user_name) = &login.user_name else { return Ok(Err(Outcome::NoUser)) };
    let Some((user, standing)) = sql::user_for_update(work.tx(), user_name).await? else {
        return Ok(Err(Outcome::NoUser));
    };
    Ok(match standing.locked(work.now()) {
        Some(end) => Err(Outcome::Locked(end)),
        None => Ok(Known { login, user_name: user.user_name, standing }),
    })
}

async fn approve(work: &mut Work<'_>, known: &Known, action: &'static str) -> Result<Outcome, DbError> {
    let Known { login, user_name, .. } = known;
    note(work, action, user_name, &()).await?;
    let code = work.realm.chance.secret();
    let now = work.now();
    sql::approve_login(work.tx(), &login.id, &code_hash(&code), now, now + CODE_LIFE).await?;
    sql::set_standing(work.tx(), user_name, Standing::default()).await?;
    Ok(Outcome::Leave(return_address(&login.redirect_uri, ("code", &code), login.state.as_deref())))
}

/// Codes are looked up by hash, so that neither the database nor the time of a look-up gives one away.
fn code_hash(code: &str) -> String {
    blake3::hash(code.as_bytes()).to_hex().to_string()
}
