//! Setting practice up.

use std::path::PathBuf;
use std::sync::Arc;

use page::Site;
use practice::sandbox::{Bounds, Sandboxes};
use realm::Realm;

use crate::failure::Failure;
use crate::practice_worlds::PracticeWorlds;

/// The sandboxes in a folder, beside a live realm or one that is there for nothing else.
///
/// # Errors
/// When the folder cannot be used, or another program uses it.
pub fn sandboxes(
    folder: PathBuf,
    house: &Arc<Realm>,
    site: &Arc<Site>,
    bounds: Bounds,
) -> Result<Arc<Sandboxes>, Failure> {
    let worlds = Arc::new(PracticeWorlds::new(site.clone()));
    let opened = Sandboxes::in_folder(folder.clone(), house.clone(), worlds, bounds);
    opened.map(Arc::new).map_err(|why| Failure::File { path: folder, why })
}
