//! Packages and builds of the folders that npm looks after: `ui/` and `browser/`.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use anyhow::Context;

use crate::house::House;
use crate::output::{must_succeed, step};

/// Written after a good build, where a new `npm ci` sweeps it away.
const BUILT: &str = "node_modules/.omtanke-built";

/// Installs a folder's packages when they are absent or older than the lock file.
pub(super) fn install_missing(house: &House, folder: &str) -> anyhow::Result<()> {
    let folder_path = house.path(folder);
    if packages_are_current(&folder_path) {
        return Ok(());
    }
    step(&format!("Install the packages of {folder}/ as its package-lock.json names them"), || {
        // Scripts of packages stay unrun: nothing we use needs them, and they could do anything.
        must_succeed(house.command("npm").current_dir(&folder_path).args([
            "ci",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
        ]))
    })
}

/// Builds style sheet, fonts, icons and script when they are absent or older than their sources.
pub(super) fn build_ui(house: &House) -> anyhow::Result<()> {
    let ui = house.path("ui");
    if !ui.join("package.json").is_file() || build_is_current(&ui)? {
        return Ok(());
    }
    step("Build style sheet, fonts, icons and script in ui/", || {
        must_succeed(house.command("npm").current_dir(&ui).args(["run", "build"]))?;
        let mark = ui.join(BUILT);
        fs::write(&mark, "").with_context(|| format!("writing {}", mark.display()))
    })
}

/// A folder without a lock file has no packages to install.
fn packages_are_current(folder: &Path) -> bool {
    let Some(wanted) = changed(&folder.join("package-lock.json")) else { return true };
    changed(&folder.join("node_modules/.package-lock.json")).is_some_and(|installed| installed >= wanted)
}

fn build_is_current(ui: &Path) -> anyhow::Result<bool> {
    let Some(built) = changed(&ui.join(BUILT)).filter(|_| ui.join("dist").is_dir()) else { return Ok(false) };
    let newest = newest_source(ui).with_context(|| format!("looking through {}", ui.display()))?;
    Ok(newest.is_none_or(|source| source <= built))
}

fn newest_source(folder: &Path) -> std::io::Result<Option<SystemTime>> {
    let mut newest = None;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        if ["node_modules", "dist", "shots"].iter().any(|made| name == *made) {
            continue;
        }
        let kind = entry.file_type()?;
        let found = if kind.is_dir() { newest_source(&entry.path())? } else { changed(&entry.path()) };
        newest = newest.max(found);
    }
    Ok(newest)
}

fn changed(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|about| about.modified()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::{File, create_dir_all, remove_dir_all};
    use std::path::PathBuf;
    use std::time::Duration;

    /// A `ui/` whose files are dated by hand, in seconds after a common start.
    struct Ui(PathBuf);

    impl Ui {
        fn new(name: &str) -> Self {
            let folder = std::env::temp_dir().join(format!("omtanke-ui-{name}-{}", std::process::id()));
            create_dir_all(folder.join("node_modules")).unwrap();
            create_dir_all(folder.join("scss")).unwrap();
            Self(folder)
        }

        fn with(self, file: &str, second: u64) -> Self {
            let file = File::create(self.0.join(file)).unwrap();
            file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(second)).unwrap();
            self
        }

        fn built(self) -> Self {
            create_dir_all(self.0.join("dist")).unwrap();
            self
        }
    }

    impl Drop for Ui {
        fn drop(&mut self) {
            remove_dir_all(&self.0).unwrap();
        }
    }

    #[test]
    fn packages_older_than_their_lock_file_are_installed_again() {
        let ui = Ui::new("lock").with("package-lock.json", 20).with("node_modules/.package-lock.json", 10);
        assert!(!packages_are_current(&ui.0));
        let ui = ui.with("node_modules/.package-lock.json", 20);
        assert!(packages_are_current(&ui.0));
    }

    #[test]
    fn a_fresh_clone_has_no_build() {
        let ui = Ui::new("fresh").with("scss/app.scss", 10);
        assert!(!build_is_current(&ui.0).unwrap());
    }

    #[test]
    fn a_changed_style_sheet_asks_for_a_new_build() {
        let ui = Ui::new("changed").built().with(BUILT, 10).with("scss/app.scss", 5);
        assert!(build_is_current(&ui.0).unwrap());
        let ui = ui.with("scss/app.scss", 15);
        assert!(!build_is_current(&ui.0).unwrap());
    }
}
