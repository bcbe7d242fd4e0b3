//! What a backup says of itself, before the data.

use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use store::{Engine, TableDigest};

use crate::BackupError;

/// The newest way of writing backups that this program knows.
pub(crate) const FORMAT: u32 = 1;

/// The first entry of a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// How the file is laid out; 1 is all there has been.
    pub format: u32,
    /// When the backup was begun; the data is of that moment or a little later.
    pub made_at: Timestamp,
    /// The version of the program that made it.
    pub program: String,
    /// The engine that the data came from.
    #[serde(with = "EngineName")]
    pub engine: Engine,
    /// The number of the newest migration in the data.
    pub schema: i64,
    /// The size of the data, in bytes.
    pub bytes: u64,
    /// The BLAKE3 hash of the data, in hexadecimal.
    pub blake3: String,
    /// Every table and its digest, in order of their names; see [`store::digest`].
    pub tables: Vec<Table>,
}

/// One table of a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// How many rows it has.
    pub rows: i64,
    /// Its digest.
    pub hash: String,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Engine", rename_all = "lowercase")]
enum EngineName {
    Sqlite,
    Postgres,
}

/// What an engine is called in sentences.
pub(crate) fn name_of(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => "SQLite",
        Engine::Postgres => "PostgreSQL",
    }
}

impl From<TableDigest> for Table {
    fn from(digest: TableDigest) -> Self {
        Self { name: digest.table, rows: digest.rows, hash: digest.hash }
    }
}

impl Manifest {
    /// The name of the data among the entries of the file.
    pub(crate) fn payload_name(&self) -> &'static str {
        match self.engine {
            Engine::Sqlite => "omtanke.db",
            Engine::Postgres => "omtanke.pgdump",
        }
    }

    pub(crate) fn to_json(&self) -> Vec<u8> {
        let mut json = serde_json::to_vec_pretty(self).expect("plain fields become JSON");
        json.push(b'\n');
        json
    }

    /// Reads the JSON, and says in words why not.
    pub(crate) fn from_json(json: &[u8]) -> Result<Self, NoManifest> {
        #[derive(Deserialize)]
        struct OnlyFormat {
            format: u32,
        }
        let wrong =
            |error: serde_json::Error| NoManifest::Wrong(format!("its manifest does not read: {error}"));
        let OnlyFormat { format } = serde_json::from_slice(json).map_err(wrong)?;
        if format > FORMAT {
            return Err(NoManifest::Newer(format));
        }
        serde_json::from_slice(json).map_err(wrong)
    }

    /// Finds the first table that is not as it was.
    pub(crate) fn compare(&self, found: Vec<TableDigest>) -> Result<(), BackupError> {
        let found: Vec<Table> = found.into_iter().map(Table::from).collect();
        let differs =
            |table: &Table, why: String| Err(BackupError::Differs { table: table.name.clone(), why });
        for table in &self.tables {
            match found.iter().find(|other| other.name == table.name) {
                None => return differs(table, "it is missing".to_owned()),
                Some(other) if other.rows != table.rows => {
                    return differs(table, format!("it had {} rows and has {}", table.rows, other.rows));
                }
                Some(other) if other.hash != table.hash => {
                    return differs(table, "a row or a column has changed".to_owned());
                }
                Some(_) => {}
            }
        }
        match found.iter().find(|table| self.tables.iter().all(|other| other.name != table.name)) {
            Some(table) => differs(table, "it was not there".to_owned()),
            None => Ok(()),
        }
    }
}

/// Why a manifest cannot be used.
pub(crate) enum NoManifest {
    Newer(u32),
    Wrong(String),
}

/// For people: what it is in a few lines, then a line for each table.
impl fmt::Display for Manifest {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "made     {} by omtanke {}", self.made_at, self.program)?;
        writeln!(out, "from     {}, schema version {}", name_of(self.engine), self.schema)?;
        writeln!(out, "data     {} bytes, BLAKE3 {}", self.bytes, self.blake3)?;
        for table in &self.tables {
            writeln!(out, "{}  {:>10}  {}", table.hash, table.rows, table.name)?;
        }
        Ok(())
    }
}
