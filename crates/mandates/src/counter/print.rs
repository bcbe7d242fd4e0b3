//! The letter about a mandate, in the giver's language, printed and handed over.

use access::mandates::{Mandate, State};
use access::{Action as _, Holder, RegisterMandate, allow};
use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::get;
use basics::Language;
use page::{May, Problem, Routes, Shell, Visit, html};
use realm::Change;
use words::{Words, words};

use super::one::at;
use super::{PATH, path_of};
use crate::{who, words as say};

const PRINT: &str = "/staff/mandates/{id}/confirmation";

pub(super) fn routes() -> Routes {
    Routes::new().get(PRINT, May::Do(RegisterMandate::NAME), get(print))
}

#[derive(Template)]
#[template(path = "counter/confirmation.html")]
struct Confirmation {
    shell: Shell,
    /// The language of the letter.
    lang: &'static str,
    dir: &'static str,
    name: String,
    address: Vec<String>,
    date: String,
    subject: String,
    first: String,
    powers: Vec<(String, String)>,
    rest: Vec<String>,
}

async fn print(visit: Visit, Path(id): Path<String>) -> Result<Response, Problem> {
    let (mut work, _) = allow::<RegisterMandate>(visit.realm.work(visit.actor()).await?, ()).await?;
    let mandate = at(work.tx(), &id).await?;
    if mandate.state == State::Draft {
        return Ok(Redirect::to(&visit.href(&path_of(mandate.id))).into_response());
    }
    let contact = match mandate.giver {
        Holder::Person(person) => notices::contact(work.tx(), person).await?,
        Holder::Organisation(_) => None,
    };
    let theirs = words(contact.as_ref().and_then(|contact| contact.language).unwrap_or(Language::Da));
    let address = contact.and_then(|contact| contact.address).map_or_else(Vec::new, |address| {
        let lines = [address.extra, address.street, format!("{} {}", address.postcode, address.town)];
        lines.into_iter().filter(|line| !line.is_empty()).collect()
    });
    let giver = who::name_of(work.tx(), mandate.giver).await?;
    let holder = who::name_of_party(work.tx(), mandate.to).await?;
    let change = Change::new("mandate.print", "mandate", &mandate.id);
    work.record(match mandate.owner.person() {
        Some(owner) => change.concerns(owner),
        None => change,
    });
    let today = work.today();
    work.commit().await?;
    let staff = visit.staff_words();
    let shell = visit.staff_shell(staff.t("counter-print-title")).crumb(staff.t("counter-title"), PATH);
    let mut rest = says_of(theirs, &mandate);
    rest.push(theirs.t1("notices-mail-phone", "number", &visit.site.phone.number));
    let opened = |code: &str| (say::power(theirs, code), say::opens(theirs, code));
    Ok(html(&Confirmation {
        shell: shell.crumb(staff.t("counter-one-title"), &path_of(mandate.id)),
        lang: theirs.language().code(),
        dir: theirs.language().direction().as_str(),
        date: theirs.date(today),
        subject: theirs.t("told-letter-title"),
        first: theirs.t2(&format!("told-letter-{}", stands(&mandate)), "giver", &giver, "holder", &holder),
        powers: say::in_order(&mandate.terms).into_iter().map(opened).collect(),
        name: giver,
        address,
        rest,
    }))
}

fn stands(mandate: &Mandate) -> &'static str {
    match mandate.state {
        State::Active => "active",
        State::Draft | State::Requested | State::WaitingForSignature => "waiting",
        State::Rejected => "rejected",
        State::Withdrawn | State::Expired | State::EndedByDeath => "ended",
    }
}

/// From when to when, and how to take it back.
fn says_of(words: &Words, mandate: &Mandate) -> Vec<String> {
    if mandate.state.is_over() {
        return Vec::new();
    }
    let mut says = vec![words.t1("told-letter-from", "date", words.short_date(mandate.terms.starts_on))];
    says.push(match mandate.terms.ends_on {
        Some(last) => words.t1("told-letter-until", "date", words.short_date(last)),
        None => words.t("told-letter-no-end"),
    });
    says.push(words.t("told-letter-back"));
    says
}
