//! Finding the letters and folders of a scenario in the mailboxes of a realm.

use ::scenarios::{Name, message_uuid};
use access::{Holder, Permit, ReadMail, allow_to_see};
use basics::Id;
use mailbox::folders::{Folder, FolderName, folders_within};
use mailbox::letters::{ARCHIVE, FolderTag, INBOX, Letter, SENT, Stored};
use mailbox::reading::{Shelf, letters, message_of, permitted};
use mailbox::{Mailbox, MailboxError};
use page::Problem;
use realm::{PersonTag, Realm};
use store::{DbError, Tx};
use uuid::Uuid;

use super::cast::{Cast, CastError, program};

/// A mailbox as the program looks into it, which leaves no mark.
pub(super) struct Look<'r> {
    realm: &'r Realm,
    tx: Tx,
    permit: Permit<ReadMail>,
    pub(super) mailbox: Mailbox,
}

/// A mailbox cannot be looked into.
#[derive(Debug, thiserror::Error)]
pub enum LookError {
    /// There is none.
    #[error("there is no mailbox of {0}")]
    NoMailbox(String),
    /// There is no such letter in it.
    #[error("there is no letter {0}")]
    NoLetter(String),
    /// There is no such folder in it.
    #[error("there is no folder {0}")]
    NoFolder(String),
    /// The program was refused, which it never is.
    #[error("refused: {0}")]
    Refused(&'static str),
    /// Nobody of the name is there.
    #[error(transparent)]
    Cast(#[from] CastError),
    /// The mailbox does not open.
    #[error(transparent)]
    Mailbox(#[from] MailboxError),
}

impl From<DbError> for LookError {
    fn from(error: DbError) -> Self {
        LookError::Mailbox(error.into())
    }
}

impl From<Problem> for LookError {
    fn from(problem: Problem) -> Self {
        LookError::Refused(problem.key)
    }
}

/// Nobody's marks are asked for.
const NOBODY: Id<PersonTag> = Id::from_uuid(Uuid::nil());

impl<'r> Look<'r> {
    /// Looks into the mailbox of whoever the scenario calls so; `None` where they have none.
    pub(super) async fn into(
        realm: &'r Realm,
        cast: &Cast<'_>,
        whose: &Name,
    ) -> Result<Option<Self>, LookError> {
        let holder: Holder = cast.holder(whose)?;
        let tx = realm.read().await?;
        let permit = allow_to_see::<ReadMail>(realm, &program(), &tx, holder).await?;
        let mailbox = permitted(&tx, &realm.vault, &permit).await?;
        Ok(mailbox.map(|mailbox| Self { realm, tx, permit, mailbox }))
    }

    /// The folders.
    pub(super) async fn folders(&self) -> Result<Vec<Folder>, LookError> {
        Ok(folders_within(&self.tx, &self.permit, &self.mailbox, NOBODY, self.realm.now()).await?)
    }

    /// The folder of this name, in whatever case.
    pub(super) async fn folder(&self, name: &Name) -> Result<Option<Id<FolderTag>>, LookError> {
        let wanted = name.text.to_lowercase();
        match wanted.as_str() {
            "inbox" => return Ok(Some(INBOX)),
            "archive" => return Ok(Some(ARCHIVE)),
            "sent" => return Ok(Some(SENT)),
            _ => {}
        }
        let is_it = |folder: &Folder| match &folder.name {
            FolderName::Own(own) => own.to_lowercase() == wanted,
            _ => false,
        };
        Ok(self.folders().await?.into_iter().find(is_it).map(|folder| folder.id))
    }

    /// The first letter on any shelf that fits, and whether it is in the bin.
    pub(super) async fn letter(
        &self,
        fits: impl Fn(&Letter) -> bool,
    ) -> Result<Option<(Letter, bool)>, LookError> {
        let mut shelves: Vec<Shelf> =
            self.folders().await?.into_iter().map(|one| Shelf::Folder(one.id)).collect();
        shelves.push(Shelf::Bin);
        for shelf in shelves {
            if let Some(found) = self.on_shelf(shelf).await?.into_iter().find(&fits) {
                return Ok(Some((found, shelf == Shelf::Bin)));
            }
        }
        Ok(None)
    }

    /// Every letter on a shelf, the newest first.
    pub(super) async fn on_shelf(&self, shelf: Shelf) -> Result<Vec<Letter>, LookError> {
        let (mut all, mut behind) = (Vec::new(), None);
        loop {
            let now = self.realm.now();
            let page = letters(&self.tx, &self.permit, &self.mailbox, NOBODY, shelf, behind, now).await?;
            all.extend(page.letters);
            match page.next {
                Some(next) => behind = Some(next),
                None => return Ok(all),
            }
        }
    }

    /// Whether a letter somewhere in the mailbox says what is asked for, in its envelope.
    pub(super) async fn any(
        &self,
        folder: Option<Id<FolderTag>>,
        says: impl Fn(&memo::Message<Stored>) -> bool,
    ) -> Result<bool, LookError> {
        let shelves: Vec<Shelf> = match folder {
            Some(folder) => vec![Shelf::Folder(folder)],
            None => self.folders().await?.into_iter().map(|one| Shelf::Folder(one.id)).collect(),
        };
        for shelf in shelves {
            for letter in self.on_shelf(shelf).await? {
                let message = message_of(&self.tx, &self.permit, &self.mailbox, &letter).await?;
                if message.is_some_and(|message| says(&message)) {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }
}

/// A letter of the scenario in the mailbox of whoever it is for, and whether it is in the bin; `None` where it has not come.
pub(super) async fn find(
    realm: &Realm,
    cast: &Cast<'_>,
    letter: &Name,
) -> Result<Option<(Letter, bool)>, LookError> {
    let to = receiver(cast, letter)?;
    let Some(look) = Look::into(realm, cast, to).await? else { return Ok(None) };
    let uuid = message_uuid(cast.scenario, letter.as_str());
    look.letter(|one| one.message_uuid == uuid).await
}

/// Whoever a letter of the scenario is for.
pub(super) fn receiver<'s>(cast: &Cast<'s>, letter: &Name) -> Result<&'s Name, LookError> {
    let found = cast.scenario.letters.get(letter.as_str());
    found.map(|letter| &letter.to).ok_or_else(|| LookError::NoLetter(letter.text.clone()))
}
