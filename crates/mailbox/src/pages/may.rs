//! What whoever looks may do besides reading, so that a page offers nothing that would be refused. Before anything is done, a
//! permit still decides.

use access::{
    Action, Decision, Holder, Permit, Place as _, Question, ReadMail, SortMail, WriteMail, consider, now_in,
};
use basics::Id;
use page::Problem;
use realm::{PersonTag, Realm};
use store::Tx;

use super::whose::{Looking, Whose};
use crate::folders::Folder;
use crate::letters::Letter;
use crate::letters::sql::is_within;
use crate::reach::Within;
use crate::reading;

/// What whoever looks may do besides reading.
pub(super) struct Mays {
    sort: Option<Within>,
    write: Option<Within>,
    /// Whether they may delete.
    pub(super) delete: bool,
}

impl Mays {
    pub(super) async fn of(
        realm: &Realm,
        tx: &Tx,
        person: Id<PersonTag>,
        permit: &Permit<ReadMail>,
    ) -> Result<Self, Problem> {
        // Whoever reads by office or as oneself may do the rest as well; the table of roles has it so, and a permit looks.
        if !reading::is_helper(permit) {
            let all = || Some(Within::of(permit));
            return Ok(Self { sort: all(), write: all(), delete: true });
        }
        let sort = reach_of::<SortMail>(realm, tx, person, permit.on()).await?;
        let write = reach_of::<WriteMail>(realm, tx, person, permit.on()).await?;
        Ok(Self { sort, write, delete: false })
    }

    /// Whether they may put some of the letters in order.
    pub(super) fn sort(&self) -> bool {
        self.sort.is_some()
    }

    /// Whether they may write to whom they like.
    pub(super) fn write_new(&self) -> bool {
        self.write.as_ref().is_some_and(Within::is_whole)
    }

    /// Whether they may give a folder another name.
    pub(super) fn rename(&self, folder: &Folder) -> bool {
        let holds = |within: &Within| within.holds_folder(folder.id, folder.production_unit.as_deref());
        self.sort.as_ref().is_some_and(holds)
    }

    /// Whether they may make and remove folders.
    pub(super) fn make_folders(&self) -> bool {
        self.sort.as_ref().is_some_and(Within::is_whole)
    }
}

async fn reach_of<A: Action<On = Holder>>(
    realm: &Realm,
    tx: &Tx,
    person: Id<PersonTag>,
    holder: Holder,
) -> Result<Option<Within>, Problem> {
    let question = Question { action: A::NAME, target: holder.target(), thing: None, moment: now_in(realm) };
    Ok(match consider(tx, person, question).await? {
        (Decision::Allowed(ground), _) => Some(Within::of_ground(&ground)),
        (Decision::Refused(_), _) => None,
    })
}

/// What may be done with one letter.
#[derive(Debug, Clone, Copy)]
pub(super) struct WithLetter {
    pub(super) sort: bool,
    pub(super) write: bool,
    pub(super) delete: bool,
}

impl WithLetter {
    pub(super) async fn of(looking: &Looking, letter: &Letter) -> Result<Self, Problem> {
        let Looking { tx, mailbox, may, .. } = looking;
        let reaches = async |within: &Option<Within>| match within {
            Some(within) => is_within(tx, mailbox.id, letter.id, within).await,
            None => Ok(false),
        };
        let (sort, write) = (reaches(&may.sort).await?, reaches(&may.write).await?);
        Ok(Self { sort, write, delete: may.delete })
    }
}

impl Whose {
    /// Refuses a page on which whoever looks could do nothing.
    pub(super) fn only_if(&self, may: bool) -> Result<(), Problem> {
        if may { Ok(()) } else { Err(self.not_found()) }
    }
}
