//! The confirmation of an exemption, printed and handed over while the holder is there.

use access::{Action as _, AssistExempt, Exempt, Holder, allow};
use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::get;
use basics::Language;
use page::{May, Problem, Routes, Shell, Visit, html};
use realm::Change;
use words::words;

use super::citizen::Shown;
use super::exemption_of;
use super::staff::{LIST, path_of, permitted};

const PRINT: &str = "/staff/exemptions/{kind}/{id}/confirmation";

pub(super) fn routes() -> Routes {
    Routes::new().get(PRINT, May::Do(AssistExempt::NAME), get(print))
}

#[derive(Template)]
#[template(path = "exemption/confirmation.html")]
struct Confirmation {
    shell: Shell,
    /// The language of the letter.
    lang: &'static str,
    dir: &'static str,
    name: String,
    address: Vec<String>,
    date: String,
    subject: String,
    paragraphs: Vec<String>,
    covers: Vec<String>,
    end: String,
    phone: String,
}

async fn print(visit: Visit, Path((kind, id)): Path<(String, String)>) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    let (permit, known) = permitted(&visit, &tx, &kind, &id).await?;
    let holder = permit.on();
    let Some(present) = exemption_of(&tx, holder).await? else {
        return Ok(Redirect::to(&visit.href(&path_of(holder))).into_response());
    };
    let theirs = words(match holder {
        Holder::Person(person) => {
            notices::contact(&tx, person).await?.and_then(|contact| contact.language).unwrap_or_default()
        }
        Holder::Organisation(_) => Language::Da,
    });
    drop(tx);
    let (mut work, _) = allow::<Exempt>(visit.realm.work(visit.actor()).await?, holder).await?;
    let change = Change::new("exemption.print", "exemption", &present.id);
    work.record(present.concerning(change));
    let today = work.today();
    work.commit().await?;
    let staff = visit.staff_words();
    let shown = Shown::of(theirs, &present);
    let shell = visit.staff_shell(staff.t("exemptions-print-title")).crumb(staff.t("exemptions-title"), LIST);
    let paragraph = if shown.covers_post { "confirmation-post" } else { "confirmation-self-service" };
    Ok(html(&Confirmation {
        shell: shell.crumb(known.name.clone(), &path_of(holder)),
        lang: theirs.language().code(),
        dir: theirs.language().direction().as_str(),
        name: known.name,
        address: known.address.unwrap_or_default(),
        date: theirs.date(today),
        subject: theirs.t("confirmation-title"),
        paragraphs: vec![theirs.t1("confirmation-since", "date", &shown.since), theirs.t(paragraph)],
        end: match &shown.until {
            Some(last) => theirs.t1("confirmation-until", "date", last),
            None => theirs.t("confirmation-for-life"),
        },
        covers: shown.covers,
        phone: theirs.t1("notices-mail-phone", "number", &visit.site.phone.number),
    }))
}
