//! What a message carries that only its receiver may read: made when it is sent, and kept as a hash.

use basics::Id;
use realm::Work;
use store::DbError;

use super::{CODE_WORKS, LINK_WORKS, secret, sql};
use crate::Channel;
use crate::message::MessageTag;

/// What is to stand in a message in place of [`HIDDEN`](crate::message::HIDDEN).
pub(crate) enum Armed {
    /// This, from now on.
    With(String),
    /// Nothing: whoever asked has asked anew, or it took too long to be sent.
    Over,
}

/// Makes the secret of a message that carries one, and keeps its hash. A second attempt makes the same one.
pub(crate) async fn arm(work: &mut Work<'_>, message: Id<MessageTag>) -> Result<Armed, DbError> {
    let Some(mut confirmation) = sql::by_message(work.tx(), message).await? else { return Ok(Armed::Over) };
    if !confirmation.is_open_at(work.now()) {
        return Ok(Armed::Over);
    }
    let keys = &work.realm.vault;
    let (secret, hash, works) = if confirmation.channel == Channel::Sms.code() {
        let code = secret::code(keys, confirmation.id);
        let hash = secret::code_hashes(keys, confirmation.id, &code).into_iter().next();
        (code, hash, CODE_WORKS)
    } else {
        let token = secret::token(keys, "notices.link", confirmation.id);
        let hash = secret::hash(&token);
        (token, Some(hash), LINK_WORKS)
    };
    confirmation.secret_hash = hash;
    confirmation.expires_at = work.now() + works;
    sql::save(work.tx(), &confirmation).await?;
    Ok(Armed::With(secret))
}

/// Ends the confirmation that a message carries, since it does not arrive.
pub(crate) async fn end(work: &mut Work<'_>, message: Id<MessageTag>) -> Result<(), DbError> {
    if let Some(mut confirmation) = sql::by_message(work.tx(), message).await?
        && confirmation.state == "open"
    {
        "over".clone_into(&mut confirmation.state);
        sql::save(work.tx(), &confirmation).await?;
    }
    Ok(())
}
