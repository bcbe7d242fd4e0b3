//! Setting practice up.

use std::path::PathBuf;
use std::sync::Arc;

use classes::Classes;
use page::Site;
use practice::sandbox::{Bounds, Sandboxes};
use realm::Realm;

use crate::app::Practice;
use crate::failure::Failure;
use crate::practice_worlds::PracticeWorlds;

/// The sandboxes in a folder, beside a live realm or, `alone`, beside one that is there for nothing else.
///
/// # Errors
/// When the folder cannot be used, or another program uses it.
pub fn sandboxes(
    folder: PathBuf,
    house: &Arc<Realm>,
    site: &Arc<Site>,
    bounds: Bounds,
    alone: bool,
) -> Result<Arc<Sandboxes>, Failure> {
    let worlds = PracticeWorlds::new(site.clone());
    let worlds = Arc::new(if alone { worlds.alone() } else { worlds });
    let opened = Sandboxes::in_folder(folder.clone(), house.clone(), worlds, bounds);
    opened.map(Arc::new).map_err(|why| Failure::File { path: folder, why })
}

/// Practice on these sandboxes, with the classes of an earlier run. `alone` where the program is there for nothing else.
///
/// # Errors
/// When the folder of classes cannot be used.
pub fn practice(sandboxes: Arc<Sandboxes>, alone: bool) -> Result<Practice, Failure> {
    let folder = sandboxes.path().to_owned();
    let classes = Classes::beside(sandboxes.clone()).map_err(|why| Failure::File { path: folder, why })?;
    Ok(Practice { sandboxes, classes: Arc::new(classes), alone })
}
