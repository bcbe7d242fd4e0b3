//! The disk under the database fills up while people write, and is given room again.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use anyhow::Context as _;

use crate::load::{self, Load};
use crate::program::Program;
use crate::{Told, rooms};

/// Room for the demonstration's database and its log, and a little more.
const MEGABYTES: usize = 64;

/// A small disk of its own, taken away at the end.
struct Disk {
    folder: PathBuf,
    _parent: tempfile::TempDir,
}

impl Disk {
    fn new() -> anyhow::Result<Self> {
        let parent = tempfile::tempdir()?;
        let folder = parent.path().join("disk");
        std::fs::create_dir(&folder)?;
        let size = format!("size={MEGABYTES}m");
        let mounted =
            Command::new("mount").args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(&folder).status()?;
        anyhow::ensure!(mounted.success(), "a small disk needs the right to mount one: run as root");
        Ok(Self { folder, _parent: parent })
    }

    /// Takes up all room but `left` bytes.
    fn fill(&self, left: u64) -> anyhow::Result<()> {
        let mut filler = std::fs::File::create(self.folder.join("filler"))?;
        let zeros = vec![0; 64 * 1024];
        while filler.write_all(&zeros).is_ok() {}
        let taken = filler.metadata()?.len();
        filler.set_len(taken.saturating_sub(left)).context("leaving a little room")
    }

    fn make_room(&self) -> anyhow::Result<()> {
        std::fs::remove_file(self.folder.join("filler")).context("making room")
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        // A disk that cannot be taken away is the machine's to clean up.
        let _ = Command::new("umount").arg("--lazy").arg(&self.folder).status();
    }
}

pub(crate) async fn run(binary: &Path) -> anyhow::Result<Told> {
    let disk = Disk::new()?;
    let data = disk.folder.join("data");
    let data = data.to_str().context("a folder's name is text")?;
    let arguments = ["demo", "--listen", "127.0.0.1:0", "--data", data];
    Program::start(binary, &arguments).await?.stop().await?;
    let url = format!("sqlite:{data}/omtanke.db");
    let keys = Path::new(data).join("vault.keys");
    let realm = rooms::open(&url, &keys).await?;
    let cookies = rooms::people(&realm, 400).await?;
    let after = rooms::people(&realm, 1).await?;
    realm.store.clone().close().await;

    let program = Program::start(binary, &arguments).await?;
    let load = Arc::new(Load::default());
    let mut writers = load.begin(&program.url, cookies, "full");
    while load.count().await < 20 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    disk.fill(300_000)?;
    let mut waited = 0;
    while load.refused.load(Ordering::SeqCst) < 20 && waited < 400 {
        tokio::time::sleep(Duration::from_millis(50)).await;
        waited += 1;
    }
    let refused = load.refused.load(Ordering::SeqCst);
    anyhow::ensure!(refused > 0, "the disk was never full");
    let readable = reqwest::get(format!("{}/find-hjaelp", program.url)).await?.status().is_success();
    load.end();
    while writers.join_next().await.is_some() {}
    disk.make_room()?;
    let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build()?;
    let mut works_again = false;
    for _ in 0..50 {
        works_again = load::post(&client, &program.url, &after[0], "after@example.dk").await? == 303;
        if works_again {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let realm = rooms::open(&url, &keys).await?;
    let left = rooms::jobs_done(&realm, 120).await?;
    program.stop().await?;
    rooms::audit_holds(&realm).await?;
    let acknowledged = load.acknowledged.lock().await;
    let missing = rooms::missing(&realm, &acknowledged).await?;
    anyhow::ensure!(readable, "a page could not be read while the disk was full");
    anyhow::ensure!(works_again, "nothing could be written after there was room again");
    let did = format!(
        "filled the disk: {} writes acknowledged, {refused} refused in words, pages readable, writing again by itself, \
         {missing} writes missing, {left} jobs left",
        acknowledged.len()
    );
    Ok(Told { did, lost: missing + left, doubled: 0 })
}
