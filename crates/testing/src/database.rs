//! A new database on the cluster that the test run has started.

use jiff::Timestamp;
use realm::Chance;
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection};

/// The address of a new, empty database on the PostgreSQL cluster that `OMTANKE_TEST_POSTGRES` names.
///
/// # Panics
/// Where there is no cluster, or it makes no database.
pub async fn new_postgres() -> String {
    let cluster = std::env::var("OMTANKE_TEST_POSTGRES")
        .expect("these tests need PostgreSQL: run `cargo xtask test`, which starts one");
    let name = format!("test_{}", Chance::System.id(Timestamp::UNIX_EPOCH).simple());
    let mut connection = PgConnection::connect(&cluster).await.unwrap();
    connection.execute(AssertSqlSafe(format!("create database {name}"))).await.unwrap();
    let (server, _) = cluster.rsplit_once('/').unwrap();
    format!("{server}/{name}")
}
