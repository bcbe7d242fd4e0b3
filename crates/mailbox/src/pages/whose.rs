//! Whose post a page is about, and what whoever looks may do there.

use access::{Action, Holder, Permit, ReadMail, allow, allow_to_see};
use axum::extract::{FromRequestParts, RawPathParams};
use basics::Id;
use http::StatusCode;
use http::request::Parts;
use page::{Problem, Visit};
use realm::{PersonTag, Work};
use store::Tx;

use crate::letters::{Letter, LetterTag};
use crate::{Mailbox, boxes, reading};

/// Where people learn how to get a mailbox.
pub(super) const WELCOME: &str = "/post/velkommen";
/// What the page for whoever has no mailbox of their own is known by.
pub(super) const NO_MAILBOX: &str = "no-mailbox";

/// Whose post a page is about.
pub(super) struct Whose {
    pub(super) visit: Visit,
    /// Who looks.
    pub(super) person: Id<PersonTag>,
    pub(super) holder: Holder,
    params: Vec<(String, String)>,
}

/// A mailbox that may be read, and the reading that the permit is good for.
pub(super) struct Looking {
    pub(super) tx: Tx,
    pub(super) permit: Permit<ReadMail>,
    pub(super) mailbox: Mailbox,
}

impl<S: Send + Sync> FromRequestParts<S> for Whose {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let Ok(visit) = Visit::from_request_parts(parts, state).await;
        let person =
            visit.visitor.as_ref().map(|visitor| visitor.person).ok_or_else(Problem::sign_in_first)?;
        let params = RawPathParams::from_request_parts(parts, state).await;
        let params = params.map_err(|_| Problem::not_found())?;
        let params = params.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        let mut whose = Self { visit, person, holder: Holder::Person(person), params };
        if whose.param("organisation").is_some() {
            whose.holder = Holder::Organisation(whose.id("organisation")?);
        }
        Ok(whose)
    }
}

impl Whose {
    fn param(&self, name: &str) -> Option<&str> {
        self.params.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// A part of the address.
    pub(super) fn part<T: std::str::FromStr>(&self, name: &str) -> Result<T, Problem> {
        self.param(name).and_then(|value| value.parse().ok()).ok_or_else(|| self.not_found())
    }

    /// The id of something that the address names.
    pub(super) fn id<T>(&self, name: &str) -> Result<Id<T>, Problem> {
        self.part(name)
    }

    /// There is no such thing, with the way back to the inbox.
    pub(super) fn not_found(&self) -> Problem {
        Problem::not_found().next("mail-to-inbox", self.path(""))
    }

    /// An address within this mailbox, without the prefix of the realm.
    pub(super) fn path(&self, rest: &str) -> String {
        match self.holder {
            Holder::Person(_) => format!("/post{rest}"),
            Holder::Organisation(organisation) => format!("/virksomhed/{organisation}/post{rest}"),
        }
    }

    /// Whether whoever looks is the holder. Whoever may read the post of an organisation reads as the organisation.
    pub(super) fn is_owner(&self) -> bool {
        match self.holder {
            Holder::Person(owner) => owner == self.person,
            Holder::Organisation(_) => true,
        }
    }

    pub(super) fn is_organisation(&self) -> bool {
        matches!(self.holder, Holder::Organisation(_))
    }

    /// The mailbox, to look into.
    pub(super) async fn look(&self) -> Result<Looking, Problem> {
        let realm = &self.visit.realm;
        let tx = realm.read().await?;
        let permit = allow_to_see::<ReadMail>(realm, &self.visit.actor(), &tx, self.holder).await;
        let permit = permit.map_err(hide)?;
        let mailbox = reading::permitted(&tx, &realm.vault, &permit).await?;
        let mailbox = mailbox.ok_or_else(|| self.no_mailbox())?;
        Ok(Looking { tx, permit, mailbox })
    }

    /// The page for whoever has no mailbox yet: nothing has gone wrong, so it is no failure.
    fn no_mailbox(&self) -> Problem {
        match self.holder {
            Holder::Person(_) => Problem::own(StatusCode::OK, NO_MAILBOX).next("mail-to-welcome", WELCOME),
            Holder::Organisation(_) => {
                Problem::own(StatusCode::OK, "no-company-mailbox").next("mail-to-boxes", "/post/kasser")
            }
        }
    }

    /// A piece of work, in which whoever looks may do `A` to the post.
    pub(super) async fn work<A: Action<On = Holder>>(&self) -> Result<(Work<'_>, Permit<A>), Problem> {
        let work = self.visit.realm.work(self.visit.actor()).await?;
        allow::<A>(work, self.holder).await.map_err(hide)
    }

    /// Notes that somebody looks into the mailbox.
    pub(super) async fn note_visit(&self, mailbox: &Mailbox) -> Result<(), Problem> {
        boxes::note_visit(&self.visit.realm, self.visit.actor(), mailbox, self.person).await?;
        Ok(())
    }

    /// The letter that the address names.
    pub(super) async fn letter(&self, looking: &Looking) -> Result<Letter, Problem> {
        let id: Id<LetterTag> = self.id("letter")?;
        let Looking { tx, permit, mailbox } = looking;
        let letter = reading::letter(tx, permit, mailbox, self.person, id, self.visit.realm.now()).await?;
        letter.ok_or_else(|| self.not_found())
    }
}

/// Whoever may not see a mailbox is not told whether there is one.
fn hide(problem: Problem) -> Problem {
    if problem.status == StatusCode::FORBIDDEN { Problem::not_found() } else { problem }
}
