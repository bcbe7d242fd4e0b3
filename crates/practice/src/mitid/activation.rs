//! The app comes onto a new telephone: by the chip of a passport, or by a code that comes in a letter or from the counter.

use jiff::Timestamp;
use realm::Work;
use serde::{Deserialize, Serialize};
use store::DbError;

use super::logins::{Outcome, WrongCode, may_go_on, some_number, wrong_code};
use super::means::{Means, means_of, note};
use super::rules::{self, ACTIVATION_LIFE};
use super::sql;

/// Where the code comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum CodeFrom {
    /// A letter, which takes some days.
    Letter,
    /// The counter of *Borgerservice*, where somebody has looked at whoever comes.
    Counter,
}

impl CodeFrom {
    /// The word in the database.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            CodeFrom::Letter => "letter",
            CodeFrom::Counter => "counter",
        }
    }
}

/// A code that is under way.
#[derive(Debug, Clone)]
pub(crate) struct ActivationCode {
    pub(crate) digits: String,
    pub(crate) from_counter: bool,
    pub(crate) expires_at: Timestamp,
}

#[derive(Serialize)]
struct From {
    from: CodeFrom,
}

#[derive(Serialize)]
struct By {
    by: &'static str,
}

/// Somebody asks for a code.
pub(crate) async fn order_code(work: &mut Work<'_>, id: &str, from: CodeFrom) -> Result<Outcome, DbError> {
    let known = match may_go_on(work, id).await? {
        Ok(known) => known,
        Err(outcome) => return Ok(outcome),
    };
    let digits = some_number(work, 10_000_000, 99_999_999);
    let means = means_of(work.tx(), &known.user_name).await?;
    sql::save_means(work.tx(), &known.user_name, means).await?;
    let until = work.now() + ACTIVATION_LIFE;
    sql::save_activation(work.tx(), &known.user_name, &digits, from.as_str(), until).await?;
    note(work, "mitid.order_code", &known.user_name, &From { from }).await?;
    Ok(Outcome::CodeComes)
}

/// Somebody types the code that came.
pub(crate) async fn enter_code(work: &mut Work<'_>, id: &str, typed: &str) -> Result<Outcome, DbError> {
    let known = match may_go_on(work, id).await? {
        Ok(known) => known,
        Err(outcome) => return Ok(outcome),
    };
    let Some(digits) = rules::digits(typed, 8) else { return Ok(Outcome::NotACode) };
    let found = sql::means(work.tx(), &known.user_name).await?;
    let Some(code) = found.and_then(|(_, code)| code).filter(|code| work.now() < code.expires_at) else {
        return Ok(Outcome::NoCode);
    };
    if !rules::same_secret(&digits, &code.digits) {
        return wrong_code(work, &known, WrongCode::Activation).await;
    }
    activate(work, &known.user_name, "code").await
}

/// Somebody holds their passport against the telephone.
pub(crate) async fn read_chip(work: &mut Work<'_>, id: &str) -> Result<Outcome, DbError> {
    let known = match may_go_on(work, id).await? {
        Ok(known) => known,
        Err(outcome) => return Ok(outcome),
    };
    let means = means_of(work.tx(), &known.user_name).await?;
    if !means.document_holds(work.today()) {
        note(work, "mitid.expired_document", &known.user_name, &means).await?;
        return Ok(Outcome::DocumentExpired);
    }
    activate(work, &known.user_name, "chip").await
}

async fn activate(work: &mut Work<'_>, user_name: &str, by: &'static str) -> Result<Outcome, DbError> {
    let means = means_of(work.tx(), user_name).await?;
    sql::save_means(work.tx(), user_name, Means { app_active: true, ..means }).await?;
    note(work, "mitid.activate_app", user_name, &By { by }).await?;
    Ok(Outcome::AppReady)
}
