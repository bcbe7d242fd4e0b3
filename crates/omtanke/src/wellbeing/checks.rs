//! What is looked at, and when it is no longer well. Each check gives a sentence that says what to do.

use std::path::Path;

use jiff::{SignedDuration, Timestamp};
use realm::Realm;
use store::{DbError, Engine};
use words::Words;

use schema::MIGRATIONS;

/// A job that has been due for longer than this means that nobody does jobs, or that there are too many.
const LATE: SignedDuration = SignedDuration::from_mins(5);
/// A night and a little: backups are made every night.
const OLD_BACKUP: SignedDuration = SignedDuration::from_hours(30);
/// Letters go out with the next day's post; over a weekend they may wait.
const OLD_LETTER: SignedDuration = SignedDuration::from_hours(4 * 24);
/// Below this much room the database may soon be unable to write.
const LITTLE_ROOM: u64 = 2 * 1024 * 1024 * 1024;
/// Below this, it may happen today.
const HARDLY_ANY_ROOM: u64 = 256 * 1024 * 1024;

/// What this installation can reach people by, and where its database lies.
#[derive(Debug, Clone, Default)]
pub struct Equipment {
    /// Whether mail can be sent.
    pub mail: bool,
    /// Whether text messages can be sent.
    pub sms: bool,
    /// The folder of an embedded database.
    pub folder: Option<std::path::PathBuf>,
}

/// How something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Nothing to do.
    Well,
    /// It works, but somebody should keep an eye on it.
    Look,
    /// It does not work as it should.
    Mend,
}

impl State {
    /// The word in text keys and classes.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            State::Well => "well",
            State::Look => "look",
            State::Mend => "mend",
        }
    }
}

/// One thing that was looked at.
#[derive(Debug)]
pub struct Check {
    /// What it is: `check-NAME` is what people call it.
    pub name: &'static str,
    /// How it is.
    pub state: State,
    /// What there is to say.
    pub sentence: String,
}

/// Looks at everything that can be seen from a running program.
///
/// A database that does not answer is the first finding, not an error.
pub async fn look(realm: &Realm, equipment: &Equipment, words: &Words) -> Vec<Check> {
    let mut checks = vec![database(realm, words).await];
    if checks[0].state == State::Mend {
        return checks;
    }
    checks.push(writing(realm, words).await);
    let looked = async {
        checks.extend(queue(realm, words).await?);
        checks.extend(messages(realm, equipment, words).await?);
        checks.push(backup(realm, words).await?);
        Ok::<_, DbError>(())
    };
    if let Err(error) = looked.await {
        checks.push(Check { name: "database", state: State::Mend, sentence: error.to_string() });
    }
    checks.extend(equipment.folder.as_deref().and_then(|folder| room(folder, words)));
    checks
}

async fn database(realm: &Realm, words: &Words) -> Check {
    let engine = match realm.store.engine() {
        Engine::Sqlite => "SQLite",
        Engine::Postgres => "PostgreSQL",
    };
    let (state, sentence) = match realm.store.size().await {
        Ok(bytes) => (
            State::Well,
            words.t2("well-database", "engine", engine, "size", size(words, bytes.unsigned_abs())),
        ),
        Err(error) => (State::Mend, error.to_string()),
    };
    let schema = MIGRATIONS.newest();
    let sentence = match state {
        State::Well => format!("{sentence} {}", words.t1("well-schema", "version", schema)),
        _ => sentence,
    };
    Check { name: "database", state, sentence }
}

async fn writing(realm: &Realm, words: &Words) -> Check {
    let (state, sentence) = match realm.store.try_writing().await {
        Ok(()) => (State::Well, words.t("well-writing")),
        Err(DbError::Full) => (State::Mend, words.t("mend-full")),
        Err(DbError::ReadOnly) => (State::Mend, words.t("mend-read-only")),
        Err(error) => (State::Mend, error.to_string()),
    };
    Check { name: "writing", state, sentence }
}

async fn queue(realm: &Realm, words: &Words) -> Result<[Check; 2], DbError> {
    let figures = jobs::figures(&realm.read().await?, realm.now()).await?;
    let late = figures.oldest.map(|since| (since, realm.now().duration_since(since)));
    let queue = match late {
        Some((since, age)) if age > LATE => {
            (State::Mend, words.t2("mend-queue", "n", figures.overdue, "since", moment(realm, words, since)))
        }
        _ => (State::Well, words.t1("well-queue", "n", figures.waiting)),
    };
    let dead = if figures.dead == 0 {
        (State::Well, words.t("well-dead"))
    } else {
        (State::Mend, words.t1("mend-dead", "n", figures.dead))
    };
    Ok([("queue", queue), ("dead", dead)].map(|(name, (state, sentence))| Check { name, state, sentence }))
}

async fn messages(realm: &Realm, equipment: &Equipment, words: &Words) -> Result<Vec<Check>, DbError> {
    let figures = notices::figures(&realm.read().await?, realm.now()).await?;
    let channel = |name, there: bool| {
        let (state, key) = if there { (State::Well, "well-channel") } else { (State::Look, "look-channel") };
        Check { name, state, sentence: words.t(key) }
    };
    let told = if figures.failed > 0 || figures.unsendable > 0 {
        let sentence = words.t2("look-messages", "failed", figures.failed, "unsendable", figures.unsendable);
        (State::Look, sentence)
    } else {
        (State::Well, words.t1("well-messages", "n", figures.waiting))
    };
    let letters = match figures.oldest_letter {
        Some(since) if realm.now().duration_since(since) > OLD_LETTER => {
            let since = moment(realm, words, since);
            (State::Mend, words.t2("mend-letters", "n", figures.letters, "since", since))
        }
        _ => (State::Well, words.t1("well-letters", "n", figures.letters)),
    };
    Ok(vec![
        channel("mail", equipment.mail),
        channel("sms", equipment.sms),
        Check { name: "messages", state: told.0, sentence: told.1 },
        Check { name: "letters", state: letters.0, sentence: letters.1 },
    ])
}

async fn backup(realm: &Realm, words: &Words) -> Result<Check, DbError> {
    let last = realm::last(&realm.read().await?, "backup.make").await?;
    let (state, sentence) = match last {
        None => (State::Mend, words.t("mend-no-backup")),
        Some(record) => {
            let is_old = realm.now().duration_since(record.at) > OLD_BACKUP;
            let (state, key) =
                if is_old { (State::Mend, "mend-backup") } else { (State::Well, "well-backup") };
            (state, words.t1(key, "at", moment(realm, words, record.at)))
        }
    };
    Ok(Check { name: "backup", state, sentence })
}

fn room(folder: &Path, words: &Words) -> Option<Check> {
    let about = rustix::fs::statvfs(folder).ok()?;
    let free = about.f_bavail.saturating_mul(about.f_frsize);
    let (state, key) = match free {
        ..HARDLY_ANY_ROOM => (State::Mend, "mend-room"),
        HARDLY_ANY_ROOM..LITTLE_ROOM => (State::Look, "look-room"),
        _ => (State::Well, "well-room"),
    };
    Some(Check { name: "room", state, sentence: words.t1(key, "size", size(words, free)) })
}

/// Whole megabytes, or whole gigabytes where there are many.
fn size(words: &Words, bytes: u64) -> String {
    let megabytes = i64::try_from(bytes / 1_000_000).unwrap_or(i64::MAX);
    match megabytes {
        ..10_000 => format!("{} MB", words.number(megabytes)),
        _ => format!("{} GB", words.number(megabytes / 1000)),
    }
}

/// A moment in Danish time, as staff read it.
pub(super) fn moment(realm: &Realm, words: &Words, at: Timestamp) -> String {
    let at = at.to_zoned(realm.zone().clone());
    words.t2("audit-moment", "date", words.short_date(at.date()), "time", words.time(at.time()))
}
