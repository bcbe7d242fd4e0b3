//! The pretend people of the simulated MitID.

use jiff::civil::Date;
use realm::{Change, Work};
use serde::Serialize;
use store::{DbError, Tx};

use super::guard::may_simulate;
use super::sql;

/// What the subjects of people in stories begin with.
pub(crate) const STORY: &str = "story-";

/// A pretend person who can sign in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PracticeUser {
    /// What is typed to sign in, in lower case.
    pub user_name: String,
    /// What the program knows the person by: `sub` and `mitid.uuid` in the id token.
    pub subject: String,
    /// The name in the id token.
    pub name: String,
    /// The date of birth in the id token.
    pub birth_date: Date,
}

/// Why a pretend person was not added.
#[derive(Debug, thiserror::Error)]
pub enum AddUserError {
    /// Pretend people have no place among real ones.
    #[error("a live realm has no simulated MitID")]
    LiveRealm,
    /// A user name cannot be empty.
    #[error("the user name is empty")]
    NoUserName,
    /// The user name is in use.
    #[error("the user name {0} is taken")]
    UserNameTaken(String),
    /// Another user name has this subject.
    #[error("the subject {0} is taken")]
    SubjectTaken(String),
    /// The database does not answer.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Adds a pretend person. Capital letters and surrounding spaces in the user name do not count.
///
/// # Errors
/// In a live realm, when the user name or the subject is taken or the name is empty, and when the database does
/// not answer.
pub async fn add_user(
    work: &mut Work<'_>,
    user_name: &str,
    subject: &str,
    name: &str,
    birth_date: Date,
) -> Result<(), AddUserError> {
    if !may_simulate(work.realm.kind) {
        return Err(AddUserError::LiveRealm);
    }
    let user_name = normal(user_name);
    if user_name.is_empty() {
        return Err(AddUserError::NoUserName);
    }
    if sql::user(work.tx(), &user_name).await?.is_some() {
        return Err(AddUserError::UserNameTaken(user_name));
    }
    if sql::user_by_subject(work.tx(), subject).await?.is_some() {
        return Err(AddUserError::SubjectTaken(subject.to_owned()));
    }
    let user = PracticeUser { user_name, subject: subject.to_owned(), name: name.to_owned(), birth_date };
    sql::insert_user(work.tx(), &user).await?;
    work.record(Change::new("mitid_user.add", "mitid_user", &user.user_name).after(&user));
    Ok(())
}

/// Every pretend person, by name; for telling learners whom they can sign in as.
///
/// # Errors
/// When the database does not answer.
pub async fn users(tx: &Tx) -> Result<Vec<PracticeUser>, DbError> {
    sql::users(tx).await
}

/// What the program knows a user name by; `None` where there is no such user name.
pub(crate) async fn subject(tx: &Tx, user_name: &str) -> Result<Option<String>, DbError> {
    Ok(sql::user(tx, &normal(user_name)).await?.map(|(user, _)| user.subject))
}

/// A user name as it is kept and looked up.
pub(crate) fn normal(typed: &str) -> String {
    typed.trim().to_lowercase()
}
