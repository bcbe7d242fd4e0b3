//! Which mailboxes somebody may read: their own, and those of organisations whose post they answer for or were given. Those of
//! people whom they help are not here: they are chosen elsewhere, one at a time.

use access::mandates::{State, held_by};
use access::{
    Action as _, Decision, Holder, Place as _, Question, ReadMail, Where, allow_to_see, consider, now_in,
    organisations_where,
};
use askama::Template;
use axum::response::Response;
use basics::Id;
use page::{Problem, Shell, html};
use people::{OrganisationTag, Role};
use store::Tx;

use super::whose::{WELCOME, Whose};
use crate::boxes::mailbox_of;
use crate::folders::folders_within;
use crate::letters::INBOX;

/// A mailbox to choose.
struct Choice {
    name: String,
    href: String,
    icon: &'static str,
    /// What is unread in its inbox, or that there is no mailbox yet.
    line: String,
}

#[derive(Template)]
#[template(path = "inbox/boxes.html")]
struct BoxesPage {
    shell: Shell,
    choices: Vec<Choice>,
}

/// The organisations whose post somebody answers for, or whose rights to it they hold. Nobody reads that of every organisation:
/// a role which did would have to be chosen for each.
pub(super) async fn answers_for(whose: &Whose, tx: &Tx) -> Result<Vec<Id<OrganisationTag>>, Problem> {
    let visit = &whose.visit;
    let today = visit.realm.now().to_zoned(visit.realm.zone().clone()).date();
    let mut all = match organisations_where::<ReadMail>(tx, whose.person, today).await? {
        Where::Only(some) => some,
        Where::Anywhere => Vec::new(),
    };
    let memberships = people::memberships_of(tx, whose.person, today).await?;
    let signs = memberships.iter().filter(|one| one.role == Role::Signatory);
    let mut holders = vec![Holder::Person(whose.person)];
    holders.extend(signs.map(|one| Holder::Organisation(one.organisation)));
    for holder in holders {
        let held = held_by(tx, holder).await?;
        for mandate in held.into_iter().filter(|mandate| mandate.state == State::Active) {
            let Holder::Organisation(owner) = mandate.owner else { continue };
            if all.contains(&owner) {
                continue;
            }
            let moment = now_in(&visit.realm);
            let question =
                Question { action: ReadMail::NAME, target: mandate.owner.target(), thing: None, moment };
            if let (Decision::Allowed(_), _) = consider(tx, whose.person, question).await? {
                all.push(owner);
            }
        }
    }
    Ok(all)
}

pub(super) async fn list(whose: Whose) -> Result<Response, Problem> {
    let (visit, words) = (&whose.visit, whose.visit.words);
    let tx = visit.realm.read().await?;
    let now = visit.realm.now();
    let mut all =
        vec![(Holder::Person(whose.person), words.t("mail-own-post"), "person", "/post".to_owned())];
    for id in answers_for(&whose, &tx).await? {
        let Some(organisation) = people::organisation(&tx, id).await? else { continue };
        let path = format!("/virksomhed/{id}/post");
        all.push((Holder::Organisation(id), organisation.details.name, "business", path));
    }
    let mut choices = Vec::new();
    for (holder, name, icon, mut path) in all {
        let line = match mailbox_of(&tx, &visit.realm.vault, holder).await? {
            None => {
                if matches!(holder, Holder::Person(_)) {
                    WELCOME.clone_into(&mut path);
                }
                words.t("mail-no-box-yet")
            }
            Some(mailbox) => {
                let permit = allow_to_see::<ReadMail>(&visit.realm, &visit.actor(), &tx, holder).await?;
                let folders = folders_within(&tx, &permit, &mailbox, whose.person, now).await?;
                let inbox = folders.iter().find(|folder| folder.id == INBOX);
                words.t1("mail-inbox-unread", "count", inbox.map_or(0, |inbox| inbox.unread))
            }
        };
        choices.push(Choice { name, href: visit.href(&path), icon, line });
    }
    Ok(html(&BoxesPage { shell: visit.shell(words.t("mail-boxes-title")), choices }))
}
