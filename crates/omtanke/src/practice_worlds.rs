//! The worlds that people practise in, and how things go there: the program's own rooms, with a pretend telephone instead of servers.

use std::sync::Arc;

use courier::{Mailer, Texts};
use futures_util::future::BoxFuture;
use jobs::Jobs;
use notices::Post;
use page::Site;
use practice::exercises::start_of;
use practice::sandbox::{Start, Telephone, WorldError, Worlds};
use practice::scenarios::{library, play};
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

/// The worlds of this program: the standard one, and one for each story, in which it has begun.
pub struct PracticeWorlds {
    site: Arc<Site>,
    /// Whether the program serves nothing real beside practice.
    alone: bool,
}

impl PracticeWorlds {
    /// The worlds as an installation shows them that serves real people too.
    #[must_use]
    pub fn new(site: Arc<Site>) -> Self {
        Self { site, alone: false }
    }

    /// The same worlds where nothing real is served beside them: nobody is sent from practice to what is real.
    #[must_use]
    pub fn alone(self) -> Self {
        Self { alone: true, ..self }
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
        world == STANDARD || library().get(world).is_some()
    }

    fn real_help(&self) -> Option<String> {
        (!self.alone).then(|| format!("{}/find-hjaelp", self.site.public_url))
    }

    fn build<'a>(
        &'a self,
        world: &'a str,
        realm: &'a Arc<Realm>,
    ) -> BoxFuture<'a, Result<Start, WorldError>> {
        Box::pin(async move {
            prepare(realm, |_| {}).await.map_err(|error| WorldError(error.to_string()))?;
            town::settle_for_practice(realm).await.map_err(|error| WorldError(error.to_string()))?;
            let Some(story) = library().get(world).filter(|_| world != STANDARD) else {
                return Ok(Start { user_name: Some(CITIZEN.to_owned()), path: BEGINNING.to_owned() });
            };
            play(realm, story).await.map_err(|error| WorldError(error.to_string()))?;
            Ok(start_of(story))
        })
    }

    fn jobs(&self, telephone: Telephone) -> Jobs {
        let mailer = Mailer::to_keeper(Arc::new(telephone.clone()));
        let texts = Texts::new(vec![Box::new(telephone)]);
        let post = Post { mailer: Some(mailer), texts: Some(texts), site: self.site.clone() };
        reactions::jobs(Arc::new(post))
    }
}
