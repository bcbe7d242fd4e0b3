//! Mandates in these stories, and what somebody sees by them.

use access::mandates::{By, Limits, Mandate, Party, Terms};
use access::{Holder, ManageMandates, SortMail, allow, mandates};
use basics::Id;
use mailbox::folders::make_folder;
use mailbox::letters::{FolderTag, LetterTag};
use mailbox::sorting::move_letters;
use memo::Message;

use crate::world::{Person, World};

/// Reading, and reading with writing.
pub(crate) const READ: &str = "post.read";
pub(crate) const WRITE: &str = "post.read_write";

impl World {
    /// Somebody opens their post to another, past letters too, from today on.
    pub(crate) async fn opens_post_to(
        &self,
        owner: &Person,
        to: &Person,
        power: &str,
        limits: Limits,
    ) -> Mandate {
        self.opens_to(owner, Holder::Person(owner.id), Party::Person(to.id), power, limits).await
    }

    /// As [`World::opens_post_to`], for whatever holder `giver` may decide for.
    pub(crate) async fn opens_to(
        &self,
        giver: &Person,
        owner: Holder,
        to: Party,
        power: &str,
        limits: Limits,
    ) -> Mandate {
        let work = self.work_of(giver).await;
        let (mut work, permit) = allow::<ManageMandates>(work, owner).await.unwrap();
        let starts_on = work.today();
        let terms =
            Terms { powers: vec![power.to_owned()], starts_on, ends_on: None, with_past_mail: true, limits };
        let by = By::Giver(&permit);
        let begun = mandates::begin(&mut work, by, owner, to, None, terms).await.unwrap();
        let signed = mandates::sign(&mut work, by, begun.id).await.unwrap();
        work.commit().await.unwrap();
        signed
    }

    /// The giver takes a mandate back.
    pub(crate) async fn takes_back(&self, owner: &Person, mandate: &Mandate) {
        let work = self.work_of(owner).await;
        let (mut work, permit) = allow::<ManageMandates>(work, mandate.giver).await.unwrap();
        mandates::withdraw(&mut work, By::Giver(&permit), mandate.id).await.unwrap();
        work.commit().await.unwrap();
    }

    pub(crate) async fn makes_folder(
        &self,
        who: &Person,
        holder: Holder,
        name: &str,
        unit: Option<&str>,
    ) -> Id<FolderTag> {
        let (mut work, permit) = allow::<SortMail>(self.work_of(who).await, holder).await.unwrap();
        let folder = make_folder(&mut work, &permit, name, unit).await.unwrap();
        work.commit().await.unwrap();
        folder
    }

    pub(crate) async fn moves(&self, who: &Person, holder: Holder, letter: Id<LetterTag>, to: Id<FolderTag>) {
        let mailbox = self.mailbox_of_holder(holder).await;
        let (mut work, permit) = allow::<SortMail>(self.work_of(who).await, holder).await.unwrap();
        assert_eq!(move_letters(&mut work, &permit, &mailbox, &[letter], to).await.unwrap(), 1);
        work.commit().await.unwrap();
    }

    /// Aase gets a letter with this subject.
    pub(crate) async fn aase_gets(&self, subject: &str) -> Id<LetterTag> {
        let label = |message: &mut Message<Vec<u8>>| {
            message.header.label = subject.to_owned();
            message.header.reply = Some(true);
        };
        self.gets(&self.aase, label).await.1
    }
}

/// Where somebody's post is for whoever helps them.
pub(crate) fn post_of(owner: &Person) -> String {
    format!("/for/{}/post", owner.id)
}

/// Only what lies in these folders.
pub(crate) fn in_folders(folders: &[Id<FolderTag>]) -> Limits {
    Limits { folders: Some(folders.iter().map(|folder| folder.uuid()).collect()), ..Limits::default() }
}
