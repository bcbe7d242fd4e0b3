//! `/virksomhed`: the organisations where somebody signs, decides or has rights. Whoever signs alone comes here with their private
//! MitID (*MitID privat til erhverv*).

use std::collections::BTreeSet;

use access::mandates::{Mandate, State, held_by, in_force};
use access::{Action as _, Holder, ManageMandates, ReadMail, places, policy};
use askama::Template;
use axum::response::Response;
use axum::routing::get;
use basics::Id;
use page::{May, Problem, Routes, Shell, Visit, html};
use people::{Membership, OrganisationTag, Role, memberships_of};

use super::{held_path, rights_path};
use crate::who::{self, Names};
use crate::words as say;

pub(super) const PATH: &str = "/virksomhed";

pub(super) fn routes() -> Routes {
    Routes::new().get(PATH, May::SignedIn, get(list))
}

/// Whether somebody decides, reads post, works or has been given something in some organisation: whether this page says anything.
pub(crate) fn is_somewhere(memberships: &[Membership], held: &[Mandate]) -> bool {
    let does = |action| !places(policy(), memberships, action).is_nowhere();
    does(ManageMandates::NAME)
        || does(ReadMail::NAME)
        || memberships.iter().any(|one| one.role == Role::Employee)
        || held.iter().any(|one| one.state == State::Active && one.to.organisation().is_some())
}

/// An organisation of the visitor.
struct Mine {
    name: String,
    signs: bool,
    post: Option<String>,
    rights: Option<String>,
    held: Option<String>,
    /// What the visitor may do there, and for whom where it is another one.
    may: Vec<String>,
}

#[derive(Template)]
#[template(path = "company/mine.html")]
struct MinePage {
    shell: Shell,
    mine: Vec<Mine>,
}

async fn list(visit: Visit) -> Result<Response, Problem> {
    let words = visit.words;
    let person = visit.visitor.as_ref().ok_or_else(Problem::sign_in_first)?.person;
    let tx = visit.realm.read().await?;
    let moment = access::now_in(&visit.realm);
    let memberships = memberships_of(&tx, person, moment.today).await?;
    let reads = places(policy(), &memberships, ReadMail::NAME);
    let decides = places(policy(), &memberships, ManageMandates::NAME);
    let mut held = held_by(&tx, Holder::Person(person)).await?;
    held.retain(|mandate| in_force(mandate, moment).is_ok());
    let names = Names::of(&tx, &held).await?;
    let organisations: BTreeSet<Id<OrganisationTag>> =
        memberships.iter().map(|one| one.organisation).collect();
    let mut mine = Vec::new();
    for id in organisations {
        let mut may = Vec::new();
        for mandate in &held {
            if mandate.to.organisation() != Some(id) {
                continue;
            }
            let powers = words.list(&say::powers(words, &mandate.terms));
            may.push(if mandate.owner == Holder::Organisation(id) {
                powers
            } else {
                words.t2("company-may-for", "powers", &powers, "name", names.holder(mandate.owner))
            });
        }
        let is = |role| memberships.iter().any(|one| one.organisation == id && one.role == role);
        let rights = decides.includes(id);
        if may.is_empty() && !rights && !reads.includes(id) && !is(Role::Employee) {
            continue;
        }
        mine.push(Mine {
            name: who::name_of(&tx, Holder::Organisation(id)).await?,
            signs: is(Role::Signatory),
            post: reads.includes(id).then(|| format!("{PATH}/{id}/post")),
            rights: rights.then(|| rights_path(id)),
            held: rights.then(|| held_path(id)),
            may,
        });
    }
    mine.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(html(&MinePage { shell: visit.shell(words.t("company-mine-title")), mine }))
}
