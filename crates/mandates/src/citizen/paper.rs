//! The form on paper: in the reader's language and in Danish, with lines to sign on, and a code by which the counter finds it.

use access::Holder;
use access::mandates::{Mandate, MandateTag, State, await_signature};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use basics::{Id, Language};
use page::{Problem, Qr, Shell, Visit, html};
use words::{Words, words};

use super::preview::Preview;
use super::what::folder_names;
use super::whose::{Seen, begin, hands, path};
use super::{redirect, see};
use crate::who::Names;
use crate::words::Named;

/// A form in one language.
struct Sheet {
    words: &'static Words,
    preview: Preview,
    date: String,
}

impl Sheet {
    fn t(&self, key: &str) -> String {
        self.words.t(key)
    }

    fn lang(&self) -> &'static str {
        self.words.language().code()
    }

    fn dir(&self) -> &'static str {
        self.words.language().direction().as_str()
    }
}

#[derive(Template)]
#[template(path = "citizen/paper.html")]
struct PaperPage {
    shell: Shell,
    giver: String,
    /// Whether a person gives, who has a CPR number to write.
    is_person: bool,
    holder: String,
    number: String,
    code: Option<Qr>,
    sheets: Vec<Sheet>,
}

pub(super) async fn page(visit: Visit, Path(id): Path<Id<MandateTag>>) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    let seen = Seen::find(&visit, &tx, id).await?;
    let mandate = &seen.mandate;
    if mandate.state != State::WaitingForSignature {
        return Ok(redirect(&visit, &path(id, "")));
    }
    let names = Names::of(&tx, [mandate]).await?;
    let mut languages = vec![visit.words.language(), Language::Da];
    languages.dedup();
    // Who signs sees their own folders by name; the names are theirs, whatever the language.
    let named = Named { sender: names.sender(mandate), folders: folder_names(&visit, &tx, &seen).await? };
    let sheet = |words| Sheet {
        words,
        preview: Preview::in_words(words, &visit, mandate, &named),
        date: date(&visit, words, mandate),
    };
    let sheets = languages.into_iter().map(words).map(sheet).collect();
    let shell = visit.shell(visit.words.t("mandate-paper-title"));
    Ok(html(&PaperPage {
        shell: shell.back_to(&path(id, "")),
        giver: names.holder(mandate.giver),
        is_person: matches!(mandate.giver, Holder::Person(_)),
        holder: names.party(mandate.to),
        number: id.to_string(),
        code: Qr::of(&format!("{}{}/staff/mandates/{id}", visit.site.public_url, visit.realm.prefix)),
        sheets,
    }))
}

/// The day after which the form is worth nothing.
fn date(visit: &Visit, words: &Words, mandate: &Mandate) -> String {
    let until = mandate.pending_until.unwrap_or(mandate.state_at);
    words.date(until.to_zoned(visit.realm.zone().clone()).date())
}

/// Puts the draft, or what somebody asks for, on paper.
pub(super) async fn put_on_paper(visit: Visit, Path(id): Path<Id<MandateTag>>) -> Result<Response, Problem> {
    let seen = Seen::first(&visit, id).await?;
    if seen.mandate.state == State::WaitingForSignature {
        return Ok(redirect(&visit, &path(id, "/papir")));
    }
    let (mut work, permit) = begin(&visit).await?;
    let done = await_signature(&mut work, hands(&seen, &permit), id).await;
    see::end(&visit, work, id, done, path(id, "/papir")).await
}
