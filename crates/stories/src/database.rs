//! A new database for each story.

use jiff::Timestamp;
use realm::Chance;

use crate::Engine;

/// The address of a new, empty database.
pub async fn new_database(engine: Engine, folder: &tempfile::TempDir) -> String {
    match engine {
        Engine::Sqlite => {
            let name = Chance::System.id(Timestamp::UNIX_EPOCH).simple();
            format!("sqlite:{}", folder.path().join(format!("story_{name}.db")).display())
        }
        Engine::Postgres => testing::new_postgres().await,
    }
}
