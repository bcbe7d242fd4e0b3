//! A company's rights: to its employees, to an adviser, and from the adviser to its named people.

mod form;
mod give;
mod held;
mod mine;
mod people_here;
mod rights;

pub(crate) use mine::is_somewhere;

use access::{Holder, ManageMandates, Permit, allow, allow_to_see};
use axum::response::{IntoResponse as _, Redirect, Response};
use basics::Id;
use page::{Problem, Routes, Visit};
use people::{Organisation, OrganisationTag};
use realm::Work;
use store::Tx;

/// What the keys of a company's refusals begin with.
const PREFIX: &str = "company";

/// The routes of this part.
pub(crate) fn routes() -> Routes {
    mine::routes()
        .merge(rights::routes())
        .merge(give::routes())
        .merge(people_here::routes())
        .merge(held::routes())
}

/// The organisation of an address, and the visitor's leave to decide about its rights.
async fn at(visit: &Visit, tx: &Tx, id: &str) -> Result<(Permit<ManageMandates>, Organisation), Problem> {
    let organisation = known(tx, id).await?;
    let holder = Holder::Organisation(organisation.id);
    let permit = allow_to_see::<ManageMandates>(&visit.realm, &visit.actor(), tx, holder).await?;
    Ok((permit, organisation))
}

/// As [`at`], for whoever changes something.
async fn work_at<'v>(
    visit: &'v Visit,
    id: &str,
) -> Result<(Work<'v>, Permit<ManageMandates>, Organisation), Problem> {
    let work = visit.realm.work(visit.actor()).await?;
    let organisation = known(work.tx(), id).await?;
    let (work, permit) = allow::<ManageMandates>(work, Holder::Organisation(organisation.id)).await?;
    Ok((work, permit, organisation))
}

async fn known(tx: &Tx, id: &str) -> Result<Organisation, Problem> {
    let not_found = || Problem::not_found().next("company-mine-title", mine::PATH);
    let id: Id<OrganisationTag> = id.parse().map_err(|_| not_found())?;
    people::organisation(tx, id).await?.ok_or_else(not_found)
}

/// The page of who has which rights.
fn rights_path(organisation: Id<OrganisationTag>) -> String {
    format!("{}/{organisation}/rettigheder", mine::PATH)
}

/// The page of what others have given the organisation.
fn held_path(organisation: Id<OrganisationTag>) -> String {
    format!("{}/{organisation}/modtaget", mine::PATH)
}

fn redirect(visit: &Visit, path: &str) -> Response {
    Redirect::to(&visit.href(path)).into_response()
}
