//! The worlds that people practise in, and how things go there: the program's own rooms, with a pretend telephone instead of servers.

use std::sync::Arc;

use courier::{Mailer, Texts};
use futures_util::future::BoxFuture;
use jobs::Jobs;
use notices::Post;
use page::Site;
use practice::sandbox::{Start, Telephone, WorldError, Worlds};
use realm::Realm;

use crate::prepare::prepare;
use crate::reactions;
use schema::MIGRATIONS;

/// The world of whoever just wants to practise: Aase in Vejle, her letters, and those who help her.
const STANDARD: &str = "standard";
/// Who one is there.
const CITIZEN: &str = "aase";
/// Where one begins.
const BEGINNING: &str = "/post";

/// The worlds of this program.
pub struct PracticeWorlds {
    site: Arc<Site>,
}

impl PracticeWorlds {
    /// The worlds as an installation shows them.
    #[must_use]
    pub fn new(site: Arc<Site>) -> Self {
        Self { site }
    }
}

impl Worlds for PracticeWorlds {
    fn schema(&self) -> i64 {
        MIGRATIONS.newest()
    }

    fn standard(&self) -> &str {
        STANDARD
    }

    fn has(&self, world: &str) -> bool {
        world == STANDARD
    }

    fn build<'a>(&'a self, _: &'a str, realm: &'a Arc<Realm>) -> BoxFuture<'a, Result<Start, WorldError>> {
        Box::pin(async move {
            prepare(realm, |_| {}).await.map_err(|error| WorldError(error.to_string()))?;
            town::settle_for_practice(realm).await.map_err(|error| WorldError(error.to_string()))?;
            Ok(Start { user_name: Some(CITIZEN.to_owned()), path: BEGINNING.to_owned() })
        })
    }

    fn jobs(&self, telephone: Telephone) -> Jobs {
        let mailer = Mailer::to_keeper(Arc::new(telephone.clone()));
        let texts = Texts::new(vec![Box::new(telephone)]);
        let post = Post { mailer: Some(mailer), texts: Some(texts), site: self.site.clone() };
        reactions::jobs(Arc::new(post))
    }
}
