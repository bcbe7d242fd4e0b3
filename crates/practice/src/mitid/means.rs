//! What a pretend person can show who they are with: the app on a telephone, and a passport or identity card.

use jiff::civil::Date;
use realm::{Change, Work};
use serde::Serialize;
use store::{DbError, Tx};

use super::guard::may_simulate;
use super::users::{normal, subject};
use super::{BROKER, sql};

/// What somebody has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Means {
    /// Whether the app is on a telephone of theirs.
    pub app_active: bool,
    /// The last day on which their passport or identity card holds; `None` where that is a long time away.
    pub document_expires_on: Option<Date>,
}

impl Default for Means {
    fn default() -> Self {
        Self { app_active: true, document_expires_on: None }
    }
}

/// Why somebody was not given means.
#[derive(Debug, thiserror::Error)]
pub enum MeansError {
    /// Pretend people have no place among real ones.
    #[error("a live realm has no simulated MitID")]
    LiveRealm,
    /// There is no such user name.
    #[error("there is no user name {0}")]
    NoUser(String),
    /// The database does not answer.
    #[error(transparent)]
    Db(#[from] DbError),
}

impl Means {
    /// Whether the document can still be used.
    pub(crate) fn document_holds(self, today: Date) -> bool {
        self.document_expires_on.is_none_or(|last| today <= last)
    }
}

/// Says what a pretend person has. A code that was under way is not good any more.
///
/// # Errors
/// In a live realm, when there is no such user name, and when the database does not answer.
pub async fn set_means(work: &mut Work<'_>, user_name: &str, means: Means) -> Result<(), MeansError> {
    if !may_simulate(work.realm.kind) {
        return Err(MeansError::LiveRealm);
    }
    let user_name = normal(user_name);
    if sql::user_for_update(work.tx(), &user_name).await?.is_none() {
        return Err(MeansError::NoUser(user_name));
    }
    sql::save_means(work.tx(), &user_name, means).await?;
    work.record(Change::new("mitid_user.set_means", "mitid_user", &user_name).after(&means));
    Ok(())
}

/// What somebody has.
pub(crate) async fn means_of(tx: &Tx, user_name: &str) -> Result<Means, DbError> {
    Ok(sql::means(tx, user_name).await?.map_or_else(Means::default, |(means, _)| means))
}

/// Leaves in the audit trail what somebody did with their MitID before they were signed in: about them, where the program knows them.
pub(super) async fn note(
    work: &mut Work<'_>,
    action: &'static str,
    user_name: &str,
    after: &impl Serialize,
) -> Result<(), DbError> {
    let person = match subject(work.tx(), user_name).await? {
        Some(subject) => people::person_by_identity(work.tx(), BROKER, &subject).await?,
        None => None,
    };
    let change = Change::new(action, "mitid_user", &user_name).after(after);
    work.record(match person {
        Some(person) => change.concerns(person.id),
        None => change,
    });
    Ok(())
}
