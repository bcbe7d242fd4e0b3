//! Makes a database ready: schema and place register.

use help::denmark::PlaceError;
use realm::{Actor, Realm, Via};

use crate::failure::Failure;
use schema::MIGRATIONS;

/// The place register as it stands in `data/denmark`.
pub const MUNICIPALITIES: &str = include_str!("../../../data/denmark/municipalities.csv");
/// As [`MUNICIPALITIES`].
pub const POSTCODES: &str = include_str!("../../../data/denmark/postcodes.csv");

/// Brings the schema up to date, and fills an empty place register. Tells `say` what it does.
///
/// # Errors
/// When the database refuses or is newer than the program.
pub async fn prepare(realm: &Realm, mut say: impl FnMut(&str)) -> Result<(), Failure> {
    let migrated = MIGRATIONS.run(&realm.store, realm.now()).await?;
    if !migrated.applied.is_empty() {
        say(&format!("brought the database to version {}", migrated.version));
    }
    let empty = help::denmark::places(&realm.read().await?).await?.municipalities.is_empty();
    if empty {
        let (municipalities, postcodes) = load_places(realm).await?;
        say(&format!("loaded {municipalities} municipalities and {postcodes} postcodes"));
    }
    Ok(())
}

/// Loads the place register over whatever stands there.
///
/// # Errors
/// When the database refuses.
pub async fn load_places(realm: &Realm) -> Result<(usize, usize), Failure> {
    let mut work = realm.work(Actor::program("place register", Via::Program)).await?;
    let loaded =
        help::denmark::load_places(&mut work, MUNICIPALITIES, POSTCODES).await.map_err(
            |error| match error {
                PlaceError::Db(error) => error.into(),
                wrong @ PlaceError::Row { .. } => Failure::Other(wrong.to_string()),
            },
        )?;
    work.commit().await?;
    help::directory::forget(realm);
    Ok(loaded)
}
