//! `/virksomhed`: the organisations where somebody signs, decides or has rights. Whoever signs alone comes here with their private
//! MitID (*MitID privat til erhverv*).

use access::mandates::{held_by, in_force};
use access::{Holder, ManageMandates, ReadMail, organisations_where};
use askama::Template;
use axum::response::Response;
use axum::routing::get;
use basics::Id;
use page::{May, Problem, Routes, Shell, Visit, html};
use people::{OrganisationTag, Role, memberships_of};

use super::{held_path, rights_path};
use crate::{who, words as say};

pub(super) const PATH: &str = "/virksomhed";

pub(super) fn routes() -> Routes {
    Routes::new().get(PATH, May::SignedIn, get(list))
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
    let reads = organisations_where::<ReadMail>(&tx, person, moment.today).await?;
    let decides = organisations_where::<ManageMandates>(&tx, person, moment.today).await?;
    let held = held_by(&tx, Holder::Person(person)).await?;
    let mut organisations: Vec<Id<OrganisationTag>> =
        memberships.iter().map(|one| one.organisation).collect();
    organisations.sort();
    organisations.dedup();
    let mut mine = Vec::new();
    for id in organisations {
        let mut may = Vec::new();
        for mandate in &held {
            let is_here = mandate.to.organisation() == Some(id);
            if !is_here || in_force(mandate, moment).is_err() {
                continue;
            }
            let powers = words.list(&say::powers(words, &mandate.terms));
            may.push(if mandate.owner == Holder::Organisation(id) {
                powers
            } else {
                let owner = who::name_of(&tx, mandate.owner).await?;
                words.t2("company-may-for", "powers", &powers, "name", &owner)
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
