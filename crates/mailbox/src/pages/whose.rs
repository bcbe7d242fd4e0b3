//! Whose post a page is about, and what whoever looks may do there.

use access::{Action, Holder, Permit, ReadMail, allow, allow_to_see};
use axum::extract::{FromRequestParts, RawPathParams};
use basics::Id;
use http::StatusCode;
use http::request::Parts;
use page::{ActingFor, Problem, Visit};
use realm::{PersonTag, Work};
use store::Tx;

use super::may::Mays;
use crate::letters::{Letter, LetterTag};
use crate::reading::{Lately, Look};
use crate::{Mailbox, boxes, reading};

/// Where people choose whom they help, and where they come when they stop.
const PEOPLE_I_HELP: &str = "/jeg-hjaelper";

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
    /// What else whoever looks may do here.
    pub(super) may: Mays,
}

/// What was looked at, once the reading has ended: whoever notes it holds no other transaction meanwhile.
pub(super) struct Looked {
    pub(super) permit: Permit<ReadMail>,
    pub(super) mailbox: Mailbox,
}

impl Looking {
    /// Ends the reading.
    pub(super) fn close(self) -> Looked {
        let Looking { tx, permit, mailbox, .. } = self;
        drop(tx);
        Looked { permit, mailbox }
    }
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
        } else if whose.param("person").is_some() {
            let helped: Id<PersonTag> = whose.id("person").map_err(|_| Problem::not_found())?;
            // Nobody is their own helper.
            if helped == person {
                return Err(Problem::not_found());
            }
            whose.holder = Holder::Person(helped);
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
            Holder::Person(owner) if owner == self.person => format!("/post{rest}"),
            Holder::Person(owner) => format!("/for/{owner}/post{rest}"),
            Holder::Organisation(organisation) => format!("/virksomhed/{organisation}/post{rest}"),
        }
    }

    /// The person whom whoever looks helps.
    pub(super) fn helped(&self) -> Option<Id<PersonTag>> {
        self.holder.person().filter(|owner| *owner != self.person)
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
        if let Some(owner) = self.helped() {
            let name = people::person(&tx, owner).await?.ok_or_else(Problem::not_found)?.name;
            self.visit.act_for(ActingFor { name, leave: PEOPLE_I_HELP.to_owned() });
        }
        let may = Mays::of(realm, &tx, self.person, &permit).await?;
        Ok(Looking { tx, permit, mailbox, may })
    }

    /// The page for whoever has no mailbox yet: nothing has gone wrong, so it is no failure.
    fn no_mailbox(&self) -> Problem {
        match self.holder {
            // A helper hears no more than whoever is none.
            Holder::Person(_) if self.helped().is_some() => Problem::not_found(),
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
    pub(super) async fn note_visit(&self, looked: &Looked) -> Result<(), Problem> {
        boxes::note_visit(&self.visit.realm, self.visit.actor(), &looked.mailbox, self.person).await?;
        self.note_looked(looked, Look::Mailbox).await
    }

    /// As [`note_looked`](Self::note_looked), for whoever goes on reading: in the same reading where nothing was to be noted, and in
    /// a new one, for which the leave is asked anew, where something was.
    pub(super) async fn note_look(&self, looking: Looking, look: Look) -> Result<Looking, Problem> {
        if !self.is_noted(&looking.permit, &looking.mailbox, look) {
            return Ok(looking);
        }
        self.note_looked(&looking.close(), look).await?;
        self.look().await
    }

    /// Notes what somebody who helps looks at or takes out, where the holder reads who looked. The leave is asked for once more:
    /// what has been taken back meanwhile is not done.
    pub(super) async fn note_looked(&self, looked: &Looked, look: Look) -> Result<(), Problem> {
        let Looked { permit, mailbox } = looked;
        if !self.is_noted(permit, mailbox, look) {
            return Ok(());
        }
        let (mut work, permit) = self.work::<ReadMail>().await?;
        match look {
            Look::Open(letter) => {
                reading::note_opened(&mut work, &permit, mailbox, self.person, letter).await?;
            }
            other => {
                reading::note_look(&mut work, &permit, mailbox, other).await?;
            }
        }
        let realm = &self.visit.realm;
        let now = work.now();
        work.commit().await?;
        realm.keep.get::<Lately>().remember(self.person, mailbox, look, now);
        Ok(())
    }

    /// Whether a look is noted: of whoever helps, and not again within a while.
    fn is_noted(&self, permit: &Permit<ReadMail>, mailbox: &Mailbox, look: Look) -> bool {
        let realm = &self.visit.realm;
        reading::is_helper(permit)
            && realm.keep.get::<Lately>().is_due(self.person, mailbox, look, realm.now())
    }

    /// The letter that the address names. Whoever helps must have said that they want to open one with legal effect, before
    /// anything of it is shown, saved or sent on.
    pub(super) async fn letter(&self, looking: &Looking) -> Result<Letter, Problem> {
        let letter = self.closed_letter(looking).await?;
        if reading::needs_a_word(&looking.permit, &letter) {
            let path = self.path(&format!("/brev/{}", letter.id));
            return Err(Problem::own(StatusCode::CONFLICT, "open-first").next("mail-to-letter", path));
        }
        Ok(letter)
    }

    /// The letter that the address names, of which nothing but what a list shows may be shown yet.
    pub(super) async fn closed_letter(&self, looking: &Looking) -> Result<Letter, Problem> {
        let id: Id<LetterTag> = self.id("letter")?;
        let Looking { tx, permit, mailbox, .. } = looking;
        let letter = reading::letter(tx, permit, mailbox, self.person, id, self.visit.realm.now()).await?;
        letter.ok_or_else(|| self.not_found())
    }
}

/// Whoever may not see a mailbox is not told whether there is one.
fn hide(problem: Problem) -> Problem {
    if problem.status == StatusCode::FORBIDDEN { Problem::not_found() } else { problem }
}
