//! People who write: each notes an e-mail address, which is audited and orders a message to confirm it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use tokio::sync::Mutex;
use tokio::task::JoinSet;

/// How many write at the same time.
const WRITERS: usize = 8;

/// What was answered while the load ran.
#[derive(Debug, Default)]
pub(crate) struct Load {
    /// Addresses that the program said it had saved.
    pub(crate) acknowledged: Mutex<Vec<String>>,
    /// Answers that said that it could not.
    pub(crate) refused: AtomicUsize,
    /// Requests without an answer.
    pub(crate) broken: AtomicUsize,
    next: AtomicUsize,
    ended: AtomicBool,
}

impl Load {
    /// Starts the writers. They go on until [`end`](Self::end), or until each person has written once.
    pub(crate) fn begin(self: &Arc<Self>, url: &str, cookies: Vec<String>, mark: &str) -> JoinSet<()> {
        let cookies = Arc::new(cookies);
        let mut writers = JoinSet::new();
        for _ in 0..WRITERS {
            let (load, cookies) = (self.clone(), cookies.clone());
            let (url, mark) = (url.to_owned(), mark.to_owned());
            writers.spawn(async move { load.write(&url, &cookies, &mark).await });
        }
        writers
    }

    /// Lets the writers finish what they are at.
    pub(crate) fn end(&self) {
        self.ended.store(true, Ordering::SeqCst);
    }

    /// How many writes were acknowledged so far.
    pub(crate) async fn count(&self) -> usize {
        self.acknowledged.lock().await.len()
    }

    async fn write(&self, url: &str, cookies: &[String], mark: &str) {
        let client = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .timeout(Duration::from_secs(15))
            .build()
            .expect("a client without proxies can be made");
        while !self.ended.load(Ordering::SeqCst) {
            let n = self.next.fetch_add(1, Ordering::SeqCst);
            let Some(cookie) = cookies.get(n) else { return };
            let address = format!("{mark}-{n}@example.dk");
            match post(&client, url, cookie, &address).await {
                Ok(303) => self.acknowledged.lock().await.push(address),
                Ok(_) => {
                    self.refused.fetch_add(1, Ordering::SeqCst);
                    tokio::time::sleep(Duration::from_millis(50)).await;
                }
                Err(_) => {
                    self.broken.fetch_add(1, Ordering::SeqCst);
                    tokio::time::sleep(Duration::from_millis(50)).await;
                }
            }
        }
    }
}

/// Notes one address as one person, and gives the status of the answer; 0 where it leads anywhere but back to the page.
pub(crate) async fn post(
    client: &reqwest::Client,
    url: &str,
    cookie: &str,
    address: &str,
) -> Result<u16, reqwest::Error> {
    let body = serde_urlencoded::to_string([("email", address)]).expect("a pair of texts can be encoded");
    let answer = client
        .post(format!("{url}/min-side/kontakt/email"))
        .header("cookie", cookie)
        .header("content-type", "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "same-origin")
        .body(body)
        .send()
        .await?;
    let led = answer.headers().get("location").and_then(|to| to.to_str().ok()).unwrap_or_default();
    let elsewhere = answer.status() == 303 && !led.starts_with("/min-side/kontakt");
    Ok(if elsewhere { 0 } else { answer.status().as_u16() })
}
