//! "Hvem har kigget?": every visit of others, in plain words, on pages and as a file.

use std::collections::HashMap;

use access::{Holder, ReadMail, SeeMandates, allow_to_see};
use askama::Template;
use axum::response::{IntoResponse as _, Response};
use basics::Id;
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use mailbox::letters::LetterTag;
use page::{Problem, Query, Shell, Visit, html};
use realm::AuditRecord;
use serde::Deserialize;
use store::Tx;

use super::GIVEN;
use super::deeds::{deed, ground, letter};
use super::one::moment;
use super::whose::me;

/// How many visits a page shows.
const ON_A_PAGE: usize = 30;
/// How many a file holds at most.
const IN_A_FILE: i64 = 10_000;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asking {
    /// The last record of the page before.
    before: String,
}

/// A visit.
struct Looked {
    when: String,
    who: String,
    ground: String,
    what: String,
    /// What the letter is about, where it still lies in the mailbox.
    letter: Option<String>,
}

#[derive(Template)]
#[template(path = "citizen/looked.html")]
struct LookedPage {
    shell: Shell,
    looks: Vec<Looked>,
    /// The record behind which older ones come.
    older: Option<i64>,
}

pub(super) async fn page(visit: Visit, Query(asking): Query<Asking>) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    // One more than is shown tells whether there are older ones.
    let limit = i64::try_from(ON_A_PAGE + 1).unwrap_or(i64::MAX);
    let mut records = records(&visit, &tx, asking.before.parse().ok(), limit).await?;
    let has_older = records.len() > ON_A_PAGE;
    records.truncate(ON_A_PAGE);
    let older = records.last().filter(|_| has_older).map(|last| last.seq);
    let looks = in_words(&visit, &tx, &records).await?;
    let shell = visit.shell(visit.words.t("looked-title")).back_to(GIVEN);
    Ok(html(&LookedPage { shell, looks, older }))
}

/// What other people have done.
async fn records(
    visit: &Visit,
    tx: &Tx,
    before: Option<i64>,
    limit: i64,
) -> Result<Vec<AuditRecord>, Problem> {
    let me = me(visit)?;
    allow_to_see::<SeeMandates>(&visit.realm, &visit.actor(), tx, Holder::Person(me)).await?;
    Ok(realm::done_by_others(tx, me, before, limit).await?)
}

async fn in_words(visit: &Visit, tx: &Tx, records: &[AuditRecord]) -> Result<Vec<Looked>, Problem> {
    let (words, realm, me) = (visit.words, &visit.realm, me(visit)?);
    let mut letters: Vec<Id<LetterTag>> = records.iter().filter_map(letter).collect();
    letters.sort_unstable();
    letters.dedup();
    let mut subjects = HashMap::new();
    if !letters.is_empty() {
        let permit = allow_to_see::<ReadMail>(realm, &visit.actor(), tx, Holder::Person(me)).await?;
        if let Some(mailbox) = mailbox::reading::permitted(tx, &realm.vault, &permit).await? {
            subjects = mailbox::reading::subjects_of(tx, &permit, &mailbox, &letters, realm.now()).await?;
        }
    }
    let looked = |record: &AuditRecord| Looked {
        when: moment(visit, record.at),
        who: record.actor_label.clone(),
        ground: ground(words, record, me),
        what: deed(words, record),
        letter: letter(record).and_then(|id| subjects.get(&id).cloned()),
    };
    Ok(records.iter().map(looked).collect())
}

/// The same as a file that a spreadsheet opens: semicolons between, as Danish ones expect.
pub(super) async fn file(visit: Visit) -> Result<Response, Problem> {
    let words = visit.words;
    let tx = visit.realm.read().await?;
    let records = records(&visit, &tx, None, IN_A_FILE).await?;
    let head = ["when", "who", "ground", "what", "letter"].map(|key| words.t(&format!("looked-{key}")));
    // Spreadsheets know UTF-8 by its mark.
    let mut text = String::from('\u{feff}');
    line(&mut text, &head);
    for one in in_words(&visit, &tx, &records).await? {
        line(&mut text, &[one.when, one.who, one.ground, one.what, one.letter.unwrap_or_default()]);
    }
    let headers = [
        (CONTENT_TYPE, "text/csv; charset=utf-8"),
        (CONTENT_DISPOSITION, "attachment; filename=\"hvem-kiggede.csv\""),
    ];
    Ok((headers, text).into_response())
}

/// A line of the file (RFC 4180). What a spreadsheet would take for a formula gets a mark in front: subjects come from outside.
fn line(text: &mut String, cells: &[String]) {
    let cells = cells.iter().map(|cell| {
        let mark = if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
        format!("\"{mark}{}\"", cell.replace('"', "\"\""))
    });
    text.push_str(&cells.collect::<Vec<_>>().join(";"));
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_no_formula_and_ends_where_it_ends() {
        let mut text = String::new();
        line(&mut text, &["=1+1".to_owned(), "Bo \"Bus\"; Holm".to_owned()]);
        assert_eq!(text, "\"'=1+1\";\"Bo \"\"Bus\"\"; Holm\"\r\n");
    }
}
