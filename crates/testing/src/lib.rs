//! What the tests of every room need: a new database on either engine, and a page that came back, with what it must say.
#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]
#![expect(
    clippy::must_use_candidate,
    clippy::return_self_not_must_use,
    reason = "asking is what a test does; what comes back is not always needed"
)]

mod database;
mod reply;

pub use database::new_postgres;
pub use reply::Reply;

/// Tells each story on both databases, in the world that the tests of a room keep in `world::World`.
#[macro_export]
#[expect(clippy::crate_in_macro_def, reason = "the world is that of whoever tells the story")]
macro_rules! on_both {
    ($($story:ident),* $(,)?) => {$(
        mod $story {
            #[tokio::test]
            async fn on_sqlite() {
                super::$story(crate::world::World::on_sqlite().await).await;
            }
            #[tokio::test]
            async fn on_postgres() {
                super::$story(crate::world::World::on_postgres().await).await;
            }
        }
    )*};
}
