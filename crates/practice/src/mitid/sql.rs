//! The SQL of the simulated MitID.

use jiff::Timestamp;
use jiff::civil::Date;
use store::{DbError, Tx, params, row};

use super::activation::{ActivationCode, CodeFrom};
use super::means::Means;
use super::rules::{AuthorizeRequest, Standing, Step};
use super::users::PracticeUser;

row! {
    /// A sign-in under way.
    #[derive(Debug, Clone)]
    pub(crate) struct Login {
        pub(crate) id: String,
        pub(crate) redirect_uri: String,
        pub(crate) state: Option<String>,
        pub(crate) nonce: Option<String>,
        pub(crate) code_challenge: String,
        step: String,
        pub(crate) user_name: Option<String>,
        pub(crate) compare_number: Option<String>,
        pub(crate) device_code: Option<String>,
        pub(crate) approved_at: Option<Timestamp>,
    }
}

impl Login {
    /// How far it has come.
    pub(crate) fn step(&self) -> Step {
        Step::parse(&self.step).expect("only steps are written as steps")
    }
}

const LOGIN: &str =
    "id, redirect_uri, state, nonce, code_challenge, step, user_name, compare_number, device_code,
    approved_at";

pub(crate) async fn insert_login(
    tx: &Tx,
    id: &str,
    request: &AuthorizeRequest,
    expires_at: Timestamp,
) -> Result<(), DbError> {
    tx.run(
        "insert into practice_mitid_login
             (id, redirect_uri, state, nonce, code_challenge, step, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
        params![
            id,
            &request.redirect_uri,
            request.state.clone(),
            request.nonce.clone(),
            &request.code_challenge,
            Step::Name.as_str(),
            expires_at
        ],
    )
    .await?;
    Ok(())
}

pub(crate) async fn delete_expired_logins(tx: &Tx, now: Timestamp) -> Result<(), DbError> {
    tx.run("delete from practice_mitid_login where expires_at <= $1", params![now]).await?;
    Ok(())
}

/// A sign-in that somebody can still go on with.
pub(crate) async fn open_login(tx: &Tx, id: &str, now: Timestamp) -> Result<Option<Login>, DbError> {
    let sql = format!(
        "select {LOGIN} from practice_mitid_login
         where id = $1 and step <> $2 and expires_at > $3"
    );
    tx.optional_for_update(&sql, params![id, Step::Approved.as_str(), now]).await
}

/// As [`open_login`], where nothing will be changed.
pub(crate) async fn seen_login(tx: &Tx, id: &str, now: Timestamp) -> Result<Option<Login>, DbError> {
    let sql = format!(
        "select {LOGIN} from practice_mitid_login
         where id = $1 and step <> $2 and expires_at > $3"
    );
    tx.optional(&sql, params![id, Step::Approved.as_str(), now]).await
}

/// The sign-in that a code was given for, while the code lasts.
pub(crate) async fn login_by_code(
    tx: &Tx,
    code_hash: &str,
    now: Timestamp,
) -> Result<Option<Login>, DbError> {
    let sql = format!(
        "select {LOGIN} from practice_mitid_login
         where code_hash = $1 and expires_at > $2"
    );
    tx.optional_for_update(&sql, params![code_hash, now]).await
}

/// Says who signs in, and what telephone and code device show.
pub(crate) async fn ask_user(
    tx: &Tx,
    id: &str,
    user_name: &str,
    compare_number: &str,
    device_code: &str,
) -> Result<(), DbError> {
    tx.run(
        "update practice_mitid_login
         set step = $2, user_name = $3, compare_number = $4, device_code = $5
         where id = $1",
        params![id, Step::Waiting.as_str(), user_name, compare_number, device_code],
    )
    .await?;
    Ok(())
}

pub(crate) async fn set_step(tx: &Tx, id: &str, step: Step) -> Result<(), DbError> {
    tx.run("update practice_mitid_login set step = $2 where id = $1", params![id, step.as_str()]).await?;
    Ok(())
}

pub(crate) async fn approve_login(
    tx: &Tx,
    id: &str,
    code_hash: &str,
    approved_at: Timestamp,
    expires_at: Timestamp,
) -> Result<(), DbError> {
    tx.run(
        "update practice_mitid_login
         set step = $2, code_hash = $3, approved_at = $4, expires_at = $5
         where id = $1",
        params![id, Step::Approved.as_str(), code_hash, approved_at, expires_at],
    )
    .await?;
    Ok(())
}

pub(crate) async fn delete_login(tx: &Tx, id: &str) -> Result<(), DbError> {
    tx.run("delete from practice_mitid_login where id = $1", params![id]).await?;
    Ok(())
}

pub(crate) async fn insert_user(tx: &Tx, user: &PracticeUser) -> Result<(), DbError> {
    tx.run(
        "insert into practice_mitid_user (user_name, subject, name, birth_date)
         values ($1, $2, $3, $4)",
        params![&user.user_name, &user.subject, &user.name, user.birth_date],
    )
    .await?;
    Ok(())
}

row! {
    struct UserRow {
        user_name: String,
        subject: String,
        name: String,
        birth_date: Date,
        failures: i64,
        locked_until: Option<Timestamp>,
    }
}

/// A user and how the user name stands.
pub(crate) type Known = (PracticeUser, Standing);

impl From<UserRow> for Known {
    fn from(row: UserRow) -> Self {
        let UserRow { user_name, subject, name, birth_date, failures, locked_until } = row;
        (PracticeUser { user_name, subject, name, birth_date }, Standing { failures, locked_until })
    }
}

const USER: &str = "user_name, subject, name, birth_date, failures, locked_until";

pub(crate) async fn user(tx: &Tx, user_name: &str) -> Result<Option<Known>, DbError> {
    let sql = format!("select {USER} from practice_mitid_user where user_name = $1");
    Ok(tx.optional::<UserRow>(&sql, params![user_name]).await?.map(Known::from))
}

/// As [`user`], to be changed.
pub(crate) async fn user_for_update(tx: &Tx, user_name: &str) -> Result<Option<Known>, DbError> {
    let sql = format!("select {USER} from practice_mitid_user where user_name = $1");
    Ok(tx.optional_for_update::<UserRow>(&sql, params![user_name]).await?.map(Known::from))
}

pub(crate) async fn user_by_subject(tx: &Tx, subject: &str) -> Result<Option<Known>, DbError> {
    let sql = format!("select {USER} from practice_mitid_user where subject = $1");
    Ok(tx.optional::<UserRow>(&sql, params![subject]).await?.map(Known::from))
}

pub(crate) async fn users(tx: &Tx) -> Result<Vec<PracticeUser>, DbError> {
    let sql = format!("select {USER} from practice_mitid_user order by name, user_name");
    let rows: Vec<UserRow> = tx.all(&sql, params![]).await?;
    Ok(rows.into_iter().map(|row| Known::from(row).0).collect())
}

pub(crate) async fn set_standing(tx: &Tx, user_name: &str, standing: Standing) -> Result<(), DbError> {
    tx.run(
        "update practice_mitid_user
         set failures = $2, locked_until = $3
         where user_name = $1",
        params![user_name, standing.failures, standing.locked_until],
    )
    .await?;
    Ok(())
}

row! {
    struct MeansRow {
        app_active: bool,
        document_expires_on: Option<Date>,
        code: Option<String>,
        code_from: Option<String>,
        code_expires_at: Option<Timestamp>,
    }
}

/// What somebody can show who they are with, and the code for a new telephone that is under way; `None` where nothing has been said.
pub(crate) async fn means(
    tx: &Tx,
    user_name: &str,
) -> Result<Option<(Means, Option<ActivationCode>)>, DbError> {
    let sql = "select app_active, document_expires_on, code, code_from, code_expires_at
               from practice_mitid_means where user_name = $1";
    let row: Option<MeansRow> = tx.optional(sql, params![user_name]).await?;
    Ok(row.map(|row| {
        let MeansRow { app_active, document_expires_on, code, code_from, code_expires_at } = row;
        let from_counter = code_from.as_deref() == Some(CodeFrom::Counter.as_str());
        let code = code.zip(code_expires_at).map(|(digits, expires_at)| ActivationCode {
            digits,
            from_counter,
            expires_at,
        });
        (Means { app_active, document_expires_on }, code)
    }))
}

/// Keeps what somebody has. What code was under way is over.
pub(crate) async fn save_means(tx: &Tx, user_name: &str, means: Means) -> Result<(), DbError> {
    tx.run(
        "insert into practice_mitid_means (user_name, app_active, document_expires_on)
         values ($1, $2, $3)
         on conflict (user_name) do update
         set app_active = excluded.app_active, document_expires_on = excluded.document_expires_on,
             code = null, code_from = null, code_expires_at = null",
        params![user_name, means.app_active, means.document_expires_on],
    )
    .await?;
    Ok(())
}

/// Keeps a code for a new telephone, for somebody whose means are kept.
pub(crate) async fn save_activation(
    tx: &Tx,
    user_name: &str,
    code: &str,
    from: &str,
    expires_at: Timestamp,
) -> Result<(), DbError> {
    tx.run(
        "update practice_mitid_means
         set code = $2, code_from = $3, code_expires_at = $4
         where user_name = $1",
        params![user_name, code, from, expires_at],
    )
    .await?;
    Ok(())
}

row! {
    /// A signing key.
    pub(crate) struct Key {
        pub(crate) kid: String,
        pub(crate) private_key: String,
    }
}

pub(crate) async fn signing_key(tx: &Tx) -> Result<Option<Key>, DbError> {
    tx.optional(
        "select kid, private_key from practice_mitid_key
         where retired_at is null
         order by created_at desc, kid desc limit 1",
        params![],
    )
    .await
}

/// Every key whose signatures may still be met: those in use, and those retired after `since`.
pub(crate) async fn published_keys(tx: &Tx, since: Timestamp) -> Result<Vec<Key>, DbError> {
    tx.all(
        "select kid, private_key from practice_mitid_key
         where retired_at is null or retired_at > $1
         order by created_at desc, kid desc",
        params![since],
    )
    .await
}

pub(crate) async fn insert_key(tx: &Tx, key: &Key, now: Timestamp) -> Result<(), DbError> {
    tx.run(
        "insert into practice_mitid_key (kid, private_key, created_at)
         values ($1, $2, $3)",
        params![&key.kid, &key.private_key, now],
    )
    .await?;
    Ok(())
}

pub(crate) async fn retire_keys(tx: &Tx, now: Timestamp) -> Result<(), DbError> {
    tx.run("update practice_mitid_key set retired_at = $1 where retired_at is null", params![now]).await?;
    Ok(())
}

pub(crate) async fn delete_keys_retired_before(tx: &Tx, then: Timestamp) -> Result<(), DbError> {
    tx.run("delete from practice_mitid_key where retired_at <= $1", params![then]).await?;
    Ok(())
}
