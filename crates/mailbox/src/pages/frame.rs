//! What stands around every page of a mailbox: whose it is, and its folders.

use access::Holder;
use basics::Id;
use page::{Problem, Visit};
use store::Tx;

use super::whose::{Looking, Whose};
use crate::folders::{Folder, FolderName, folders_within};
use crate::letters::{ARCHIVE, FolderTag, INBOX, SENT};

/// Above this number of own folders they are folded away.
const SHOWN: usize = 8;

/// A list of letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Inbox,
    Archive,
    Sent,
    /// A folder that the holder has made.
    Own(Id<FolderTag>),
    Bin,
}

impl Place {
    /// The list of what lies in a folder.
    pub(super) fn of(folder: Id<FolderTag>) -> Self {
        let fixed = [(INBOX, Place::Inbox), (ARCHIVE, Place::Archive), (SENT, Place::Sent)];
        let found = fixed.into_iter().find(|(known, _)| *known == folder);
        found.map_or(Place::Own(folder), |(_, place)| place)
    }

    /// The folder; none for the bin, in which letters of all folders lie.
    pub(super) fn folder(self) -> Option<Id<FolderTag>> {
        match self {
            Place::Inbox => Some(INBOX),
            Place::Archive => Some(ARCHIVE),
            Place::Sent => Some(SENT),
            Place::Own(folder) => Some(folder),
            Place::Bin => None,
        }
    }

    /// The end of its address.
    pub(super) fn path(self) -> String {
        match self {
            Place::Inbox => String::new(),
            Place::Archive => "/arkiv".to_owned(),
            Place::Sent => "/sendt".to_owned(),
            Place::Own(folder) => format!("/mappe/{folder}"),
            Place::Bin => "/papirkurv".to_owned(),
        }
    }

    /// As a form carries it.
    pub(super) fn code(self) -> String {
        self.folder().map_or_else(|| "bin".to_owned(), |folder| folder.to_string())
    }

    /// Anything else is the inbox.
    pub(super) fn from_code(code: &str) -> Self {
        if code == "bin" { Place::Bin } else { code.parse().map_or(Place::Inbox, Place::of) }
    }
}

/// A link to a list.
pub(super) struct Shelf {
    pub(super) label: String,
    pub(super) href: String,
    pub(super) icon: &'static str,
    /// How many letters in it the reader has not opened, in words.
    pub(super) unread: Option<String>,
    pub(super) is_here: bool,
}

/// What stands around a page of a mailbox.
pub(super) struct Frame {
    /// What every address of this mailbox begins with, but for the realm.
    pub(super) base: String,
    /// The organisation whose post it is.
    pub(super) organisation: Option<String>,
    /// Inbox, archive, sent, bin.
    pub(super) shelves: Vec<Shelf>,
    /// Those that the holder has made.
    pub(super) own: Vec<Shelf>,
    pub(super) is_folded: bool,
    /// Whether it is the post of somebody whom whoever looks helps: the page then has no way to another mailbox.
    pub(super) is_helping: bool,
    /// Whether new letters can be written here, and letters be put in order.
    pub(super) may_write: bool,
    pub(super) may_sort: bool,
}

impl Frame {
    /// With the folders of the mailbox, which are given too.
    pub(super) async fn of(
        whose: &Whose,
        looking: &Looking,
        here: Option<Place>,
    ) -> Result<(Self, Vec<Folder>), Problem> {
        let Looking { tx, permit, mailbox, may } = looking;
        let all = folders_within(tx, permit, mailbox, whose.person, whose.visit.realm.now()).await?;
        let shelf = |folder: &Folder| shelf(whose, folder, here);
        let is_own = |folder: &&Folder| matches!(folder.name, FolderName::Own(_));
        let own: Vec<Shelf> = all.iter().filter(is_own).map(shelf).collect();
        let mut shelves: Vec<Shelf> = all.iter().filter(|folder| !is_own(folder)).map(shelf).collect();
        shelves.push(Shelf {
            label: whose.visit.words.t("mail-bin"),
            href: whose.path("/papirkurv"),
            icon: "delete",
            unread: None,
            is_here: here == Some(Place::Bin),
        });
        let is_folded = own.len() > SHOWN && !own.iter().any(|shelf| shelf.is_here);
        let organisation = name_of(&looking.tx, whose.holder).await?;
        let is_helping = whose.helped().is_some();
        let (may_write, may_sort) = (may.write_new(), may.sort());
        let base = whose.path("");
        Ok((Self { base, organisation, is_helping, shelves, own, is_folded, may_write, may_sort }, all))
    }

    /// Without folders, for a page about one letter.
    pub(super) async fn bare(whose: &Whose, tx: &Tx) -> Result<Self, Problem> {
        let organisation = name_of(tx, whose.holder).await?;
        Ok(Self {
            base: whose.path(""),
            organisation,
            is_helping: whose.helped().is_some(),
            shelves: Vec::new(),
            own: Vec::new(),
            is_folded: false,
            may_write: false,
            may_sort: false,
        })
    }
}

fn shelf(whose: &Whose, folder: &Folder, here: Option<Place>) -> Shelf {
    let place = Place::of(folder.id);
    let words = whose.visit.words;
    let icon = match folder.name {
        FolderName::Inbox => "mail",
        FolderName::Archive => "archive",
        FolderName::Sent => "send",
        FolderName::Own(_) => "folder",
    };
    Shelf {
        label: folder_label(&whose.visit, &folder.name),
        href: whose.path(&place.path()),
        icon,
        unread: (folder.unread > 0).then(|| words.t1("mail-unread-count", "count", folder.unread)),
        is_here: here == Some(place),
    }
}

/// What a folder is called.
pub(super) fn folder_label(visit: &Visit, name: &FolderName) -> String {
    match name {
        FolderName::Inbox => visit.words.t("mail-inbox"),
        FolderName::Archive => visit.words.t("mail-archive"),
        FolderName::Sent => visit.words.t("mail-sent"),
        FolderName::Own(name) => name.clone(),
    }
}

/// What an organisation is called.
async fn name_of(tx: &Tx, holder: Holder) -> Result<Option<String>, Problem> {
    let Holder::Organisation(id) = holder else { return Ok(None) };
    Ok(people::organisation(tx, id).await?.map(|organisation| organisation.details.name))
}
