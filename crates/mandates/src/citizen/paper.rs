//! The form on paper: in the reader's language and in Danish, with lines to sign on, and a code by which the counter finds it.

use access::Holder;
use access::mandates::{Mandate, MandateTag, State, await_signature};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use basics::{Id, Language};
use page::{Problem, Shell, Visit, html};
use qrcode::{Color, EcLevel, QrCode};
use words::{Words, words};

use super::preview::Preview;
use super::what::folder_names;
use super::whose::{Seen, begin, hands, path};
use super::{redirect, see};
use crate::who::Names;
use crate::words::Named;

/// What the code is drawn on: at least four modules of white around it (ISO/IEC 18004).
const QUIET: usize = 4;

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

/// A QR code as a drawing.
struct Code {
    /// How many modules it is wide, its edge included.
    size: usize,
    /// The dark modules as a path.
    path: String,
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
    code: Option<Code>,
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
        code: code(&format!("{}{}/staff/mandates/{id}", visit.site.public_url, visit.realm.prefix)),
        sheets,
    }))
}

/// The day after which the form is worth nothing.
fn date(visit: &Visit, words: &Words, mandate: &Mandate) -> String {
    let until = mandate.pending_until.unwrap_or(mandate.state_at);
    words.date(until.to_zoned(visit.realm.zone().clone()).date())
}

/// Draws a text as a QR code; none where it is longer than a code can be.
fn code(text: &str) -> Option<Code> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let width = code.width();
    let mut path = String::new();
    for (n, module) in code.to_colors().into_iter().enumerate() {
        if module == Color::Dark {
            let (x, y) = (n % width + QUIET, n / width + QUIET);
            path.push_str(&format!("M{x} {y}h1v1h-1z"));
        }
    }
    Some(Code { size: width + 2 * QUIET, path })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_drawn_with_its_three_corners_and_an_edge_of_white() {
        let code =
            code("https://hjaelp.example.dk/staff/mandates/0190aa00-0000-7000-8000-000000000001").unwrap();
        let dark = |x: usize, y: usize| code.path.contains(&format!("M{x} {y}h1v1h-1z"));
        let last = code.size - QUIET - 1;
        // The corners of the three finder patterns; the fourth corner has none.
        assert!(dark(QUIET, QUIET) && dark(last, QUIET) && dark(QUIET, last));
        assert!((0..code.size).all(|n| !dark(n, QUIET - 1) && !dark(QUIET - 1, n)));
        assert!(super::code(&"x".repeat(3000)).is_none());
    }
}
