//! What a login brings along, and who takes it in.

use std::sync::{Arc, Mutex};

use ::people::{Baggage, Bringing};
use basics::Id;
use jiff::Timestamp;
use realm::{PersonTag, RealmKind, Work};
use serde_json::json;

use crate::provider::{Provider, aase};
use crate::world::World;

const PUBLIC: &str = "https://hjaelp.example";
const ATTRIBUTE: &str = "https://data.gov.dk/model/core/eid/privilegesIntermediate";

/// Notes what it is given.
#[derive(Clone, Default)]
struct Notes(Arc<Mutex<Vec<Option<String>>>>);

impl Baggage for Notes {
    fn take_in<'a>(
        &'a self,
        work: &'a mut Work<'_>,
        _: Id<PersonTag>,
        list: Option<&'a str>,
        until: Timestamp,
    ) -> Bringing<'a> {
        // A session has an end, and signing out is one.
        assert!(if list.is_some() { work.now() < until } else { work.now() <= until });
        self.0.lock().unwrap().push(list.map(str::to_owned));
        Box::pin(async { Ok(()) })
    }
}

#[tokio::test]
async fn a_list_counts_when_the_broker_is_sure_enough_and_ends_with_signing_out() {
    let (world, provider) = (World::new(RealmKind::Live).await, Provider::start().await);
    let notes = Notes::default();
    let app = world.app_with(vec![provider.broker(&json!({}))], PUBLIC, None, notes.clone());
    let mut browser = app.browser();
    let mut claims = aase();
    claims[ATTRIBUTE] = json!("bGlzdA==");
    provider.signs_in(&mut browser, "/log-ind/mitid", claims.clone()).await;
    browser.post("/log-ud").await;
    claims["loa"] = json!("Low");
    provider.signs_in(&mut browser, "/log-ind/mitid", claims).await;
    let notes = notes.0.lock().unwrap().clone();
    assert_eq!(notes, [Some("bGlzdA==".to_owned()), None, None]);
}
