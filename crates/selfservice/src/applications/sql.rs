//! The SQL of applications. What was typed is sealed for the row it stands in.

use access::Holder;
use basics::Id;
use jiff::Timestamp;
use realm::{PersonTag, Realm, Work};
use store::{DbError, Tx, params, row};
use uuid::Uuid;
use vault::{Keyring, Sealed};

use super::{Application, ApplicationError, ApplicationTag, State};
use crate::forms::{Answers, Form, form};

/// What the answers are sealed for.
const PURPOSE: &str = "selfservice.answers";

const COLUMNS: &str =
    "id, form, owner, owner_kind, author, answers, state, begun_at, saved_at, sent_at, number, letter";

row! {
    struct Kept {
        id: Id<ApplicationTag>,
        form: String,
        owner: Uuid,
        owner_kind: String,
        author: Id<PersonTag>,
        answers: String,
        state: String,
        begun_at: Timestamp,
        saved_at: Timestamp,
        sent_at: Option<Timestamp>,
        number: Option<String>,
        letter: Option<Uuid>,
    }
}

impl Kept {
    fn open(self, vault: &Keyring) -> Result<Application, ApplicationError> {
        let closed = || ApplicationError::Closed;
        let sealed: Sealed = self.answers.parse().map_err(|_| closed())?;
        let plain = vault.open(PURPOSE, self.id.uuid().as_bytes(), &sealed).map_err(|_| closed())?;
        let answers: Answers = serde_json::from_slice(&plain).map_err(|_| closed())?;
        let owner = match self.owner_kind.as_str() {
            "person" => Holder::Person(Id::from_uuid(self.owner)),
            _ => Holder::Organisation(Id::from_uuid(self.owner)),
        };
        Ok(Application {
            id: self.id,
            form: form(&self.form).ok_or_else(closed)?,
            owner,
            author: self.author,
            answers,
            state: State::from_code(&self.state).ok_or_else(closed)?,
            begun_at: self.begun_at,
            saved_at: self.saved_at,
            sent_at: self.sent_at,
            number: self.number,
            letter: self.letter.map(Id::from_uuid),
        })
    }
}

fn seal(realm: &Realm, application: &Application) -> Result<String, ApplicationError> {
    let plain = serde_json::to_vec(&application.answers).map_err(|_| ApplicationError::Closed)?;
    let bound_to = application.id.uuid().into_bytes();
    Ok(realm.vault.seal(PURPOSE, &bound_to, &plain, |nonce| realm.chance.fill(nonce)).to_text())
}

fn kind(owner: Holder) -> &'static str {
    match owner {
        Holder::Person(_) => "person",
        Holder::Organisation(_) => "organisation",
    }
}

/// Says whether it was inserted; it is not where there is such a draft.
pub(super) async fn insert(work: &Work<'_>, one: &Application) -> Result<bool, ApplicationError> {
    let inserted = work
        .tx()
        .run(
            "insert into selfservice_application (id, form, owner, owner_kind, author, answers, state, begun_at, saved_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
             on conflict do nothing",
            params![
                one.id,
                one.form.slug,
                one.owner.uuid(),
                kind(one.owner),
                one.author,
                seal(work.realm, one)?,
                one.state.code(),
                one.begun_at,
                one.saved_at
            ],
        )
        .await?;
    Ok(inserted == 1)
}

pub(super) async fn save(work: &Work<'_>, one: &Application) -> Result<(), ApplicationError> {
    work.tx()
        .run(
            "update selfservice_application
             set answers = $2, state = $3, saved_at = $4, sent_at = $5, number = $6, letter = $7
             where id = $1",
            params![
                one.id,
                seal(work.realm, one)?,
                one.state.code(),
                one.saved_at,
                one.sent_at,
                one.number.as_deref(),
                one.letter
            ],
        )
        .await?;
    Ok(())
}

pub(super) async fn delete(tx: &Tx, id: Id<ApplicationTag>) -> Result<(), DbError> {
    tx.run("delete from selfservice_application where id = $1", params![id]).await?;
    Ok(())
}

pub(super) async fn by_id(
    tx: &Tx,
    vault: &Keyring,
    id: Id<ApplicationTag>,
) -> Result<Option<Application>, ApplicationError> {
    let sql = format!("select {COLUMNS} from selfservice_application where id = $1");
    let kept: Option<Kept> = tx.optional(&sql, params![id]).await?;
    kept.map(|kept| kept.open(vault)).transpose()
}

/// As [`by_id`], kept from others until the work ends.
pub(super) async fn lock(
    tx: &Tx,
    vault: &Keyring,
    id: Id<ApplicationTag>,
) -> Result<Option<Application>, ApplicationError> {
    let sql = format!("select {COLUMNS} from selfservice_application where id = $1");
    let kept: Option<Kept> = tx.optional_for_update(&sql, params![id]).await?;
    kept.map(|kept| kept.open(vault)).transpose()
}

pub(super) async fn draft(
    tx: &Tx,
    vault: &Keyring,
    form: &Form,
    owner: Holder,
    author: Id<PersonTag>,
) -> Result<Option<Application>, ApplicationError> {
    let sql = format!(
        "select {COLUMNS} from selfservice_application
         where form = $1 and owner = $2 and author = $3 and state = 'draft'"
    );
    let kept: Option<Kept> = tx.optional(&sql, params![form.slug, owner.uuid(), author]).await?;
    kept.map(|kept| kept.open(vault)).transpose()
}

pub(super) async fn of_person(
    tx: &Tx,
    vault: &Keyring,
    person: Id<PersonTag>,
) -> Result<Vec<Application>, ApplicationError> {
    let sql = format!(
        "select {COLUMNS} from selfservice_application
         where author = $1 or (owner = $1 and state = 'sent')
         order by saved_at desc, id desc"
    );
    let kept: Vec<Kept> = tx.all(&sql, params![person]).await?;
    kept.into_iter().map(|kept| kept.open(vault)).collect()
}

/// What was sent about the owner, the latest first.
pub(super) async fn sent_of(
    tx: &Tx,
    vault: &Keyring,
    owner: Holder,
) -> Result<Vec<Application>, ApplicationError> {
    let sql = format!(
        "select {COLUMNS} from selfservice_application
         where owner = $1 and state = 'sent'
         order by saved_at desc, id desc"
    );
    let kept: Vec<Kept> = tx.all(&sql, params![owner.uuid()]).await?;
    kept.into_iter().map(|kept| kept.open(vault)).collect()
}

/// How many there are of a form in a state, of this owner and author where these are given.
pub(super) async fn count(
    tx: &Tx,
    form: &str,
    state: State,
    owner: Option<Holder>,
    author: Option<Id<PersonTag>>,
) -> Result<usize, DbError> {
    row! {
        struct One {
            owner: Uuid,
            author: Id<PersonTag>,
        }
    }
    let all: Vec<One> = tx
        .all(
            "select owner, author from selfservice_application
             where form = $1 and state = $2",
            params![form, state.code()],
        )
        .await?;
    let fits = |one: &&One| {
        owner.is_none_or(|owner| one.owner == owner.uuid())
            && author.is_none_or(|author| one.author == author)
    };
    Ok(all.iter().filter(fits).count())
}
