//! The pretend CPR numbers. They are kept as real ones are, so that no database holds a number in the open, not even
//! that of a demonstration.

use basics::Cpr;
use realm::{Change, Work};
use store::{DbError, params, row};

use super::guard::may_simulate;
use super::sql;
use super::users::normal;

/// What the keys are derived for. Another word would make every number unreadable.
const PURPOSE: &str = "practice.mitid.cpr";

/// Why a pretend person was not given a number.
#[derive(Debug, thiserror::Error)]
pub enum GiveCprError {
    /// Pretend people have no place among real ones.
    #[error("a live realm has no simulated MitID")]
    LiveRealm,
    /// An ordinary number may be that of somebody who lives.
    #[error("a pretend person needs a replacement number")]
    NotAReplacement,
    /// There is no such user name.
    #[error("there is no user name {0}")]
    NoUser(String),
    /// The user name has a number already.
    #[error("the user name {0} has a cpr number")]
    HasOne(String),
    /// The database does not answer.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Gives a pretend person a number, which is told as the claim `cpr` from then on.
///
/// # Errors
/// In a live realm, when the number is no replacement number, when there is no such user name or it has a number, and
/// when the database does not answer.
pub async fn give_cpr(work: &mut Work<'_>, user_name: &str, cpr: &Cpr) -> Result<(), GiveCprError> {
    if !may_simulate(work.realm.kind) {
        return Err(GiveCprError::LiveRealm);
    }
    if !cpr.is_replacement() {
        return Err(GiveCprError::NotAReplacement);
    }
    let user_name = normal(user_name);
    if sql::user_for_update(work.tx(), &user_name).await?.is_none() {
        return Err(GiveCprError::NoUser(user_name));
    }
    if kept(work, &user_name).await?.is_some() {
        return Err(GiveCprError::HasOne(user_name));
    }
    let chance = &work.realm.chance;
    let sealed = work.realm.vault.seal(PURPOSE, user_name.as_bytes(), cpr.expose().as_bytes(), |nonce| {
        chance.fill(nonce);
    });
    work.tx()
        .run(
            "insert into practice_mitid_cpr (user_name, sealed)
             values ($1, $2)",
            params![&user_name, sealed.to_text()],
        )
        .await?;
    work.record(Change::new("mitid_user.give_cpr", "mitid_user", &user_name));
    Ok(())
}

/// The number of a pretend person. `None` where there is none, and where its key is gone: a demonstration whose keys
/// change goes on without the claim.
pub(crate) async fn cpr_of(work: &Work<'_>, user_name: &str) -> Result<Option<Cpr>, DbError> {
    let Some(kept) = kept(work, user_name).await? else { return Ok(None) };
    let Ok(sealed) = kept.sealed.parse() else { return Ok(None) };
    let opened = work.realm.vault.open(PURPOSE, user_name.as_bytes(), &sealed).ok();
    Ok(opened.and_then(|digits| std::str::from_utf8(&digits).ok()?.parse().ok()))
}

row! {
    struct Kept {
        sealed: String,
    }
}

async fn kept(work: &Work<'_>, user_name: &str) -> Result<Option<Kept>, DbError> {
    let sql = "select sealed
               from practice_mitid_cpr
               where user_name = $1";
    work.tx().optional(sql, params![user_name]).await
}
