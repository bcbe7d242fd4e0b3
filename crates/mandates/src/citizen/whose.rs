//! Who looks at a mandate, and from which side.

use access::mandates::{AskedBy, By, Mandate, MandateTag, State, mandate};
use access::{Holder, ManageMandates, Permit, SeeMandates, allow, allow_to_see};
use basics::Id;
use page::{Problem, Visit};
use realm::{PersonTag, Work};
use store::Tx;

use super::GIVEN;

/// On which side of a mandate somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// It opens their things.
    Giver,
    /// They help, or want to.
    Holder,
}

/// Whoever is signed in.
pub(super) fn me(visit: &Visit) -> Result<Id<PersonTag>, Problem> {
    visit.visitor.as_ref().map(|visitor| visitor.person).ok_or_else(Problem::sign_in_first)
}

/// There is no such mandate, or it is not this person's to know of.
pub(super) fn not_found() -> Problem {
    Problem::not_found().next("mandate-to-overview", GIVEN)
}

/// A mandate as one of its parties sees it.
pub(super) struct Seen {
    pub(super) me: Id<PersonTag>,
    pub(super) side: Side,
    pub(super) mandate: Mandate,
}

impl Seen {
    /// The mandate, for whoever is signed in. Nobody but its author sees a draft.
    pub(super) async fn find(visit: &Visit, tx: &Tx, id: Id<MandateTag>) -> Result<Self, Problem> {
        let me = me(visit)?;
        let mandate = mandate(tx, id).await?.ok_or_else(not_found)?;
        let owner = Holder::Person(me);
        let side = if mandate.owner == owner || mandate.giver == owner {
            allow_to_see::<SeeMandates>(&visit.realm, &visit.actor(), tx, owner).await?;
            Side::Giver
        } else if mandate.to.person() == Some(me) {
            Side::Holder
        } else {
            return Err(not_found());
        };
        let author = match side {
            Side::Giver => AskedBy::Giver,
            Side::Holder => AskedBy::Holder,
        };
        if mandate.state == State::Draft && mandate.asked_by != author {
            return Err(not_found());
        }
        Ok(Self { me, side, mandate })
    }

    /// As [`find`](Self::find), before something is done with it.
    pub(super) async fn first(visit: &Visit, id: Id<MandateTag>) -> Result<Self, Problem> {
        let tx = visit.realm.read().await?;
        Self::find(visit, &tx, id).await
    }

    /// Whether whoever looks can still say something else in it: their own draft, or what they were asked for.
    pub(super) fn can_reword(&self) -> bool {
        match self.mandate.state {
            State::Draft => true,
            State::Requested => self.side == Side::Giver,
            _ => false,
        }
    }

    /// Whether whoever looks can take it back, lay it down, or throw the draft away.
    pub(super) fn can_end(&self) -> bool {
        !self.mandate.state.is_over()
    }

    /// Where the next step of the form is, or the request that is being answered.
    pub(super) fn path(&self, step: &str) -> String {
        match self.mandate.state {
            State::Draft => path(self.mandate.id, step),
            _ => path(self.mandate.id, ""),
        }
    }
}

/// An address of a mandate.
pub(super) fn path(id: Id<MandateTag>, rest: &str) -> String {
    format!("{GIVEN}/{id}{rest}")
}

/// A piece of work of whoever is signed in, about their own mandates.
pub(super) async fn begin(visit: &Visit) -> Result<(Work<'_>, Permit<ManageMandates>), Problem> {
    let owner = Holder::Person(me(visit)?);
    allow::<ManageMandates>(visit.realm.work(visit.actor()).await?, owner).await
}

/// In whose hands the step is taken.
pub(super) fn hands<'p>(seen: &Seen, permit: &'p Permit<ManageMandates>) -> By<'p> {
    match seen.side {
        Side::Giver => By::Giver(permit),
        Side::Holder => By::Holder(seen.me),
    }
}
