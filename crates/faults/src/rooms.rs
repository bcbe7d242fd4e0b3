//! Looking into the database of a program that does not run, and making people who write to it.

use std::path::Path;
use std::sync::Arc;

use anyhow::Context as _;
use people::NewPerson;
use realm::{Actor, Chance, Clock, Realm, RealmKind, Via};
use store::{Store, params, row};
use vault::Keyring;

row! {
    struct Count {
        n: i64,
    }
}

/// Opens the database as the program would.
pub(crate) async fn open(url: &str, keys: &Path) -> anyhow::Result<Arc<Realm>> {
    let store = Store::open(url).await?;
    let realm = Realm::new(RealmKind::Demo, "", store, Clock::System, Chance::System);
    Ok(Arc::new(realm.with_keys(Keyring::read(keys)?)))
}

/// Makes people who are signed in, and gives their cookies.
pub(crate) async fn people(realm: &Realm, count: usize) -> anyhow::Result<Vec<String>> {
    let mut work = realm.work(Actor::program("faults", Via::Program)).await?;
    let mut cookies = Vec::with_capacity(count);
    for n in 0..count {
        let new = NewPerson { name: format!("Eksempel {n}"), birth_date: None };
        let person = people::create_person(&mut work, new).await?;
        let secret = people::session::start(&mut work, person.id, "demo").await?;
        cookies.push(format!("omtanke={secret}"));
    }
    work.commit().await?;
    Ok(cookies)
}

/// How many of the acknowledged addresses are not in the database.
pub(crate) async fn missing(realm: &Realm, addresses: &[String]) -> anyhow::Result<usize> {
    let tx = realm.read().await?;
    let mut missing = 0;
    for address in addresses {
        let sql = "select count(*) as n from notices_contact where email_typed = $1 or email = $1";
        let found: Count = tx.optional(sql, params![address]).await?.context("a count gives a row")?;
        missing += usize::from(found.n == 0);
    }
    Ok(missing)
}

/// How many messages the program has noted, and how many of them are not on their way out any more.
pub(crate) async fn messages(realm: &Realm) -> anyhow::Result<(usize, usize)> {
    let tx = realm.read().await?;
    let count = async |sql| -> anyhow::Result<usize> {
        let found: Count = tx.optional(sql, params![]).await?.context("a count gives a row")?;
        Ok(usize::try_from(found.n)?)
    };
    let all = count("select count(*) as n from notices_message").await?;
    let sent = count("select count(*) as n from notices_message where state = 'sent'").await?;
    Ok((all, sent))
}

/// Recomputes the audit log.
pub(crate) async fn audit_holds(realm: &Realm) -> anyhow::Result<()> {
    realm::verify(&realm.store, |_, _| {}).await.context("the audit log does not hold")?;
    Ok(())
}

/// Waits until no job is left, or says how many are.
pub(crate) async fn jobs_done(realm: &Realm, seconds: u64) -> anyhow::Result<usize> {
    let mut waiting = 0;
    for _ in 0..seconds * 5 {
        let figures = jobs::figures(&realm.read().await?, realm.now()).await?;
        waiting = usize::try_from(figures.waiting + figures.dead)?;
        if waiting == 0 {
            return Ok(0);
        }
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    }
    Ok(waiting)
}
