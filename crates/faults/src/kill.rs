//! The program is killed while people write, again and again, on SQLite.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;

use crate::load::Load;
use crate::program::Program;
use crate::{Told, rooms};

/// People for one round: more than can write before the end comes.
const PEOPLE: usize = 150;

pub(crate) async fn run(binary: &Path, rounds: usize) -> anyhow::Result<Told> {
    let folder = tempfile::tempdir()?;
    let data = folder.path().to_str().context("a folder's name is text")?;
    let arguments = ["demo", "--listen", "127.0.0.1:0", "--data", data];
    Program::start(binary, &arguments).await?.stop().await?;

    let url = format!("sqlite:{data}/omtanke.db");
    let keys = folder.path().join("vault.keys");
    let realm = rooms::open(&url, &keys).await?;
    // The demonstration has told its people of their mandates, some of whom have no address.
    let (noted_before, sent_before) = rooms::messages(&realm).await?;
    realm.store.clone().close().await;
    let (mut acknowledged, mut lost) = (Vec::new(), 0);
    for round in 0..rounds {
        let realm = rooms::open(&url, &keys).await?;
        let cookies = rooms::people(&realm, PEOPLE).await?;
        realm.store.clone().close().await;

        let program = Program::start(binary, &arguments).await?;
        let load = Arc::new(Load::default());
        let mut writers = load.begin(&program.url, cookies, &format!("round-{round}"));
        // From right after the first answers to well into the load, differently each time.
        while load.count().await < 3 {
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        tokio::time::sleep(Duration::from_millis(u64::try_from(round * 37 % 300)?)).await;
        program.kill().await?;
        load.end();
        while writers.join_next().await.is_some() {}

        let realm = rooms::open(&url, &keys).await?;
        rooms::audit_holds(&realm).await?;
        let of_round = std::mem::take(&mut *load.acknowledged.lock().await);
        lost += rooms::missing(&realm, &of_round).await?;
        acknowledged.extend(of_round);
        realm.store.clone().close().await;
    }

    let realm = rooms::open(&url, &keys).await?;
    let program = Program::start(binary, &arguments).await?;
    let left = rooms::jobs_done(&realm, 180).await?;
    program.stop().await?;
    rooms::audit_holds(&realm).await?;
    let (noted, sent) = rooms::messages(&realm).await?;
    let (noted, sent) = (noted - noted_before, sent - sent_before);
    let mails = std::fs::read_dir(folder.path().join("sent/mail"))?.count();
    let did = format!(
        "killed {rounds} times under load, {} writes acknowledged, {noted} messages noted and {mails} written",
        acknowledged.len()
    );
    anyhow::ensure!(!acknowledged.is_empty(), "nothing was ever acknowledged");
    Ok(Told { did, lost: lost + left + noted.abs_diff(sent), doubled: mails.saturating_sub(noted) })
}
