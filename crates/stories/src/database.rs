//! A new database for each story.

use realm::Chance;

use crate::Engine;

/// The address of a new, empty database.
pub async fn new_database(engine: Engine, folder: &tempfile::TempDir) -> String {
    let name = format!("story_{}", uuid::Builder::from_random_bytes(random()).into_uuid().simple());
    match engine {
        Engine::Sqlite => format!("sqlite:{}", folder.path().join(format!("{name}.db")).display()),
        Engine::Postgres => {
            use sqlx::{Connection as _, Executor as _};
            let cluster = std::env::var("OMTANKE_TEST_POSTGRES")
                .expect("the stories need PostgreSQL: run `cargo xtask test`, which starts one");
            let mut connection = sqlx::PgConnection::connect(&cluster).await.unwrap();
            let create = format!("create database {name}");
            connection.execute(sqlx::AssertSqlSafe(create)).await.unwrap();
            let (server, _) = cluster.rsplit_once('/').unwrap();
            format!("{server}/{name}")
        }
    }
}

fn random() -> [u8; 16] {
    let mut bytes = [0; 16];
    Chance::System.fill(&mut bytes);
    bytes
}
