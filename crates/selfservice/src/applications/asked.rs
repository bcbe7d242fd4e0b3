//! What scenarios ask of applications, and do with them.

use access::{ActInService, Holder, Permit};
use basics::Id;
use realm::{PersonTag, Work};
use store::{DbError, Tx};
use words::Words;

use super::{Application, ApplicationError, State, begin, keep, sign, sql};
use crate::forms::Form;

/// Whether a form was sent about an owner; by `by`, where somebody is named.
///
/// # Errors
/// When the database does not answer.
pub async fn has_sent(
    tx: &Tx,
    form: &str,
    owner: Holder,
    by: Option<Id<PersonTag>>,
) -> Result<bool, DbError> {
    Ok(sql::count(tx, form, State::Sent, Some(owner), by).await? > 0)
}

/// Whether somebody has begun a form and not sent it.
///
/// # Errors
/// When the database does not answer.
pub async fn has_draft(tx: &Tx, form: &str, by: Id<PersonTag>) -> Result<bool, DbError> {
    Ok(sql::count(tx, form, State::Draft, None, Some(by)).await? > 0)
}

/// Begins a form and fills in its example, without sending it.
///
/// # Errors
/// As those of [`begin`] and [`keep`].
pub async fn begin_example(
    work: &mut Work<'_>,
    permit: &Permit<ActInService>,
    form: &'static Form,
) -> Result<Application, ApplicationError> {
    let mut application = begin(work, permit, form).await?;
    let example = form.example(work.today());
    for step in form.steps {
        application = keep(work, permit, application.id, step, &example).await?;
    }
    Ok(application)
}

/// Fills in the example of a form and sends it.
///
/// # Errors
/// As those of [`begin`], [`keep`] and [`sign`].
pub async fn apply(
    work: &mut Work<'_>,
    permit: &Permit<ActInService>,
    form: &'static Form,
    words: &Words,
) -> Result<Application, ApplicationError> {
    let draft = begin_example(work, permit, form).await?;
    sign(work, permit, draft.id, words).await
}
