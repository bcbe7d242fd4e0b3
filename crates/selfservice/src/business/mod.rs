//! `/virk`: for whom one acts, oneself or a company, and what one may do for it.
//!
//! There is no mode that one is in: the chooser leads to pages, and each form says at its head whom it is about. Whoever signs alone
//! for a company needs no other identity than their own (*MitID privat til erhverv*); everybody else acts by a right that the company has
//! given them, and that is asked for at `access` each time.

mod ask;
mod company;
mod places;

use access::Holder;
use askama::Template;
use axum::response::Response;
use axum::routing::{get, post};
use basics::Id;
use page::{May, Problem, Routes, Shell, html};
use people::OrganisationTag;

pub(crate) use places::{Place, companies, may};

use crate::visit::PracticeVisit;
use crate::web;

/// Where the choice is.
pub(crate) const PATH: &str = "/virk";

/// The routes of this part.
pub(crate) fn routes() -> Routes {
    let may = May::Anyone;
    Routes::new().get(PATH, may, get(choose)).get("/virk/firma/{organisation}", may, get(company::page)).post(
        "/virk/firma/{organisation}/bed",
        may,
        post(ask::ask),
    )
}

/// The page of a company.
pub(crate) fn path(organisation: Id<OrganisationTag>) -> String {
    format!("{PATH}/firma/{organisation}")
}

/// A company to act for.
struct Choice {
    name: String,
    path: String,
    /// As what: the key of a text.
    role: &'static str,
}

#[derive(Template)]
#[template(path = "choose.html")]
struct ChoosePage {
    shell: Shell,
    me: String,
    mine: &'static str,
    companies: Vec<Choice>,
}

async fn choose(PracticeVisit { visit, person }: PracticeVisit) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    let companies = companies(&visit, &tx, person).await?;
    Ok(html(&ChoosePage {
        shell: visit.shell(visit.words.t("virk-title")),
        me: web::name_of(&tx, Holder::Person(person)).await?,
        mine: web::PATH,
        companies: companies
            .into_iter()
            .map(|place| Choice { path: path(place.organisation), role: place.as_what(), name: place.name })
            .collect(),
    }))
}
