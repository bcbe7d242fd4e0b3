//! Telling holders that post has come: that, and never what or from whom.

mod notice;
mod sql;

use std::collections::BTreeMap;

use access::Holder;
use basics::Id;
use jobs::{Doing, Job};
use notices::{Channel, Notice, TellError};
use people::{OrganisationTag, Role};
use realm::{PersonTag, Work};
use store::{DbError, Tx};
use words::Words;

use crate::Way;
use crate::intake::Arrived;
use crate::letters::Weight;

pub(crate) use notice::{About, notice};
pub(crate) use sql::OPENED;

/// Whom a notice is for, and in whose name where it is not about their own post. Sorted by person, which is the order in
/// which people must be told.
pub(crate) type Reader = (Id<PersonTag>, Option<Id<OrganisationTag>>);

/// Tells the holders of some letters that they have come, each once. Whoever has opened or deleted theirs is not told.
pub(crate) fn arrived<'a>(work: &'a mut Work<'_>, job: &'a Job) -> Doing<'a> {
    Box::pin(async move {
        let Arrived { letters } = job.read()?;
        let mut holders: BTreeMap<Holder, Weight> = BTreeMap::new();
        for (mailbox, letter) in letters {
            let Some(news) = sql::news(work.tx(), mailbox, letter).await? else { continue };
            if news.way == Way::Paper || news.is_opened {
                continue;
            }
            let weight = holders.entry(news.holder).or_insert(Weight::Ordinary);
            if *weight == Weight::Ordinary {
                *weight = news.weight;
            }
        }
        let mut readers: BTreeMap<Reader, Weight> = BTreeMap::new();
        for (holder, weight) in holders {
            for reader in readers_of(work, holder).await? {
                readers.insert(reader, weight);
            }
        }
        for ((person, organisation), weight) in readers {
            let about = if weight == Weight::Ordinary { About::Arrived } else { About::ArrivedImportant };
            let name = name_of(work.tx(), organisation).await?;
            tell(work, person, |words| notice(words, about, name.as_deref())).await?;
        }
        Ok(())
    })
}

/// Who reads a holder's post and so is told of it: the person, or whoever answers for the post of an organisation.
pub(crate) async fn readers_of(work: &Work<'_>, holder: Holder) -> Result<Vec<Reader>, DbError> {
    match holder {
        Holder::Person(person) => Ok(vec![(person, None)]),
        Holder::Organisation(organisation) => {
            let members = people::members_of(work.tx(), organisation, work.today()).await?;
            let answers = members.into_iter().filter(|one| one.membership.role == Role::MailAdministrator);
            Ok(answers.map(|one| (one.membership.person, Some(organisation))).collect())
        }
    }
}

/// What the organisation is called, in whose name somebody is told.
pub(crate) async fn name_of(
    tx: &Tx,
    organisation: Option<Id<OrganisationTag>>,
) -> Result<Option<String>, DbError> {
    let Some(organisation) = organisation else { return Ok(None) };
    Ok(people::organisation(tx, organisation).await?.map(|known| known.details.name))
}

/// Tells somebody, where they are told by mail or text message; says whether they are. Nobody gets a letter on paper that says
/// that there is a letter, and for whoever never said how to reach them nothing is written.
pub(crate) async fn tell(
    work: &mut Work<'_>,
    person: Id<PersonTag>,
    write: impl FnOnce(&'static Words) -> Notice,
) -> Result<bool, DbError> {
    let contact = notices::contact(work.tx(), person).await?;
    let way = contact.and_then(|contact| contact.ways().first().copied());
    if !matches!(way, Some(Channel::Email | Channel::Sms)) {
        return Ok(false);
    }
    match notices::tell(work, person, write).await {
        Ok(_) => Ok(true),
        Err(TellError::Db(error)) => Err(error),
        // Contacts belong to people, and the texts of this room are tested in every language.
        Err(error @ (TellError::NoPerson(_) | TellError::Unfit(_))) => Err(DbError::Other(error.to_string())),
    }
}
