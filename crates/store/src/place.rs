//! Where an SQLite database lies, and whether anybody has it open: for whoever handles the file as a file.

use std::path::{Path, PathBuf};
use std::str::FromStr as _;
use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions as _, Connection as _};

use crate::DbError;

/// The file of an address `sqlite:PATH`; nothing for other addresses.
///
/// # Errors
/// When the address has a parameter that SQLite does not know.
pub fn sqlite_file(url: &str) -> Result<Option<PathBuf>, DbError> {
    if !url.starts_with("sqlite:") {
        return Ok(None);
    }
    Ok(Some(SqliteConnectOptions::from_str(url)?.get_filename().to_owned()))
}

/// The address `sqlite:PATH` of a file, whatever letters its name has.
///
/// # Errors
/// When the name is not text.
pub fn sqlite_address(file: &Path) -> Result<String, DbError> {
    let name = file.to_str().ok_or_else(|| DbError::Other("the file's name is not text".to_owned()))?;
    Ok(format!("sqlite:{}", name.replace('%', "%25").replace('?', "%3F").replace('#', "%23")))
}

/// Whether a program has an SQLite database open, if only to wait. Folds the write-ahead log into the file when nobody
/// has. A file that is no database is in nobody's use.
///
/// # Errors
/// When the file cannot be opened.
pub async fn sqlite_in_use(file: &Path) -> Result<bool, DbError> {
    let options = SqliteConnectOptions::new().filename(file).busy_timeout(Duration::ZERO);
    let mut connection: SqliteConnection = options.connect().await?;
    // Leaving the write-ahead log takes being alone: <https://www.sqlite.org/wal.html#activating_and_configuring_wal_mode>.
    let alone = sqlx::query("pragma journal_mode = delete").execute(&mut connection).await;
    // Whether it hears our goodbye does not matter.
    let _ = connection.close().await;
    Ok(matches!(alone.map_err(DbError::from), Err(DbError::Busy)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Store, params};

    #[test]
    fn a_name_with_any_letters_becomes_an_address_and_back() {
        for name in ["omtanke.db", "100 % Åse?.db", "a#b%20c"] {
            let address = sqlite_address(Path::new(name)).unwrap();
            assert_eq!(sqlite_file(&address).unwrap().unwrap(), Path::new(name));
        }
        assert!(sqlite_file("postgres://one/x").unwrap().is_none());
    }

    #[tokio::test]
    async fn somebody_who_only_waits_has_it_open() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.db");
        let store = Store::open(&sqlite_address(&file).unwrap()).await.unwrap();
        store.write().await.unwrap().run("create table store_a (id bigint)", params![]).await.unwrap();
        assert!(sqlite_in_use(&file).await.unwrap());
        store.close().await;
        assert!(!sqlite_in_use(&file).await.unwrap());
        std::fs::write(&file, "Kære Aase, dette er et brev. ".repeat(100)).unwrap();
        assert!(!sqlite_in_use(&file).await.unwrap());
    }
}
