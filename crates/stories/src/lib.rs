//! Whole-program tests: the real router on a real socket, on a real SQLite file and a real PostgreSQL database.
//!
//! A story takes a [`House`] and is run on both engines by [`on_both!`](crate::on_both). It is Tuesday
//! 24 November 2026, half past ten in Denmark, until the story moves the clock.
//!
//! A story of several nodes takes a house on PostgreSQL and gives it a [`second_node`](House::second_node); on SQLite
//! there is no such thing.
#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

mod ask;
mod browser;
mod database;
mod house;

pub use ask::Answer;
pub use browser::Browser;
pub use database::new_database;
pub use house::House;

/// Which database a story runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// A file in a folder of its own.
    Sqlite,
    /// A database of its own on the cluster that the test start-up made.
    Postgres,
}

/// Runs a story on both databases: `on_both!(name)` for `async fn name(house: House)`.
#[macro_export]
macro_rules! on_both {
    ($($story:ident),* $(,)?) => {$(
        mod $story {
            #[tokio::test]
            async fn on_sqlite() {
                super::$story($crate::House::open($crate::Engine::Sqlite).await).await;
            }
            #[tokio::test]
            async fn on_postgres() {
                super::$story($crate::House::open($crate::Engine::Postgres).await).await;
            }
        }
    )*};
}
