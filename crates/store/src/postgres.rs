//! A server, or a primary with its replicas: whichever of them takes writes.

use std::str::FromStr as _;
use std::time::Duration;

use sea_orm::SqlxPostgresConnector;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{ConnectOptions as _, Connection as _, PgConnection, PgPool, Row as _};

use crate::store::{PATIENCE, Pools};
use crate::{DbError, OpenError};

/// How often the primary is asked whether it still is one, where there are several servers.
const WATCH: Duration = Duration::from_millis(500);
/// How long a server may take to answer that.
const ANSWER: Duration = Duration::from_secs(2);

/// How many read, and how many write, at once.
const CONNECTIONS: u32 = 8;

pub(crate) async fn connect(url: &str) -> Result<Pools, OpenError> {
    let servers = servers(url)?;
    let first = primary_of(&servers, None).await.map_or_else(|| servers[0].clone(), |(found, _)| found);
    let several = servers.len() > 1;
    let readers = pool(first.clone(), several).await?;
    let writers = pool(first, several).await?;
    if several {
        tokio::spawn(follow_the_primary([readers.clone(), writers.clone()], servers));
    }
    Ok(Pools {
        readers: SqlxPostgresConnector::from_sqlx_postgres_pool(readers),
        writers: SqlxPostgresConnector::from_sqlx_postgres_pool(writers),
    })
}

async fn pool(server: PgConnectOptions, several: bool) -> Result<PgPool, DbError> {
    let pool = PgPoolOptions::new()
        .max_connections(CONNECTIONS)
        .acquire_timeout(PATIENCE)
        .after_connect(move |connection, _| {
            Box::pin(async move {
                // While a replica is being promoted the pool would otherwise fill with connections that only read.
                if several && is_replica(connection).await? {
                    return Err(sqlx::Error::Protocol("this server is a replica".to_owned()));
                }
                Ok(())
            })
        })
        .connect_with(server)
        .await?;
    Ok(pool)
}

/// The address of each server in `postgres://USER@ONE:5432,TWO:5432/NAME`.
fn servers(url: &str) -> Result<Vec<PgConnectOptions>, DbError> {
    each_address(url)
        .iter()
        .map(|address| Ok(PgConnectOptions::from_str(address)?.application_name("omtanke")))
        .collect()
}

fn each_address(url: &str) -> Vec<String> {
    let Some((scheme, rest)) = url.split_once("://") else { return vec![url.to_owned()] };
    let (authority, tail) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
    let (user, hosts) = authority.rsplit_once('@').map_or(("", authority), |(user, hosts)| (user, hosts));
    let at = if user.is_empty() { "" } else { "@" };
    hosts.split(',').map(|host| format!("{scheme}://{user}{at}{host}{tail}")).collect()
}

/// Asks again and again which server takes writes, and has new connections made to it. Ends when the pools are closed.
async fn follow_the_primary(pools: [PgPool; 2], servers: Vec<PgConnectOptions>) {
    let mut current: Option<(PgConnectOptions, PgConnection)> = None;
    while !pools.iter().all(PgPool::is_closed) {
        let still = match &mut current {
            Some((_, connection)) => answers(is_replica(connection)).await == Some(false),
            None => false,
        };
        if !still {
            let left = current.take().map(|(options, _)| options);
            current = primary_of(&servers, left.as_ref()).await;
            if let Some((options, _)) = &current {
                tracing::info!(
                    host = options.get_host(),
                    port = options.get_port(),
                    "this server takes writes"
                );
                pools.iter().for_each(|pool| pool.set_connect_options(options.clone()));
            }
        }
        tokio::time::sleep(WATCH).await;
    }
}

/// The server that takes writes, with a connection to it; the one that was left is asked last.
async fn primary_of(
    servers: &[PgConnectOptions],
    left: Option<&PgConnectOptions>,
) -> Option<(PgConnectOptions, PgConnection)> {
    let is_left = |server: &PgConnectOptions| {
        left.is_some_and(|left| left.get_host() == server.get_host() && left.get_port() == server.get_port())
    };
    let mut in_turn: Vec<_> = servers.iter().collect();
    in_turn.sort_by_key(|server| is_left(server));
    for server in in_turn {
        let Some(mut connection) = answers(server.connect()).await else { continue };
        if answers(is_replica(&mut connection)).await == Some(false) {
            return Some((server.clone(), connection));
        }
        // It only reads; whether it hears our goodbye does not matter.
        let _ = connection.close().await;
    }
    None
}

async fn answers<T>(question: impl Future<Output = Result<T, sqlx::Error>>) -> Option<T> {
    tokio::time::timeout(ANSWER, question).await.ok()?.ok()
}

async fn is_replica(connection: &mut PgConnection) -> Result<bool, sqlx::Error> {
    sqlx::query("select pg_is_in_recovery()").fetch_one(connection).await?.try_get(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_with_several_servers_becomes_one_address_each() {
        assert_eq!(
            each_address("postgres://omtanke:a@b@one:5432,two:5433/omtanke?sslmode=require"),
            [
                "postgres://omtanke:a@b@one:5432/omtanke?sslmode=require",
                "postgres://omtanke:a@b@two:5433/omtanke?sslmode=require",
            ]
        );
        assert_eq!(each_address("postgres://one/x"), ["postgres://one/x"]);
        assert_eq!(each_address("postgres:///x?host=/run"), ["postgres:///x?host=/run"]);
    }
}
