//! `/staff/letters`: what is to be printed, the letters themselves, and what was put in the post.

use access::{Action as _, PrintLetters, allow};
use askama::Template;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{get, post};
use basics::{Id, Language};
use jiff::{SignedDuration, Timestamp};
use page::{Form, May, Problem, Query, Routes, Shell, Visit, html};
use serde::Deserialize;
use store::Tx;
use words::words;

use super::sql::{self, Wanted};
use super::{mark_posted, note_printed, told_in_person};
use crate::contact::{self, PostalAddress};
use crate::message::web::Pages;
use crate::message::{self, Message, MessageTag, State};

/// As many letters as are shown and printed together: a packet of envelopes, and what a printer takes at once.
const TOGETHER: i64 = 200;
/// How many posted letters a page shows.
const PER_PAGE: i64 = 50;
/// The ages in days that letters can be asked for by.
const AGES: [i64; 4] = [0, 1, 3, 7];

const LETTERS: &str = "/staff/letters";
const PRINT: &str = "/staff/letters/print";
const POSTED: &str = "/staff/letters/posted";
const IN_PERSON: &str = "/staff/letters/told-in-person";

pub(crate) fn routes() -> Routes {
    let may = May::Do(PrintLetters::NAME);
    Routes::new()
        .get(LETTERS, may, get(list))
        .get(PRINT, may, get(print))
        .get(POSTED, may, get(posted))
        .post(POSTED, may, post(mark))
        .post(IN_PERSON, may, post(in_person))
}

/// Which letters are asked for, as the address has it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    language: String,
    /// At least so many days old.
    age: String,
    /// One letter alone, posted or not.
    id: String,
    page: String,
    /// How many were just marked.
    marked: String,
}

impl Asked {
    fn wanted(&self, now: Timestamp) -> Wanted {
        let days = self.age.parse().ok().filter(|days| AGES.contains(days)).unwrap_or(0);
        Wanted {
            language: Language::from_code(&self.language),
            until: now - SignedDuration::from_hours(24 * days),
        }
    }

    /// The address of the print page for the same letters.
    fn print(&self) -> String {
        let language = Language::from_code(&self.language).map_or("", Language::code);
        let age = AGES.into_iter().find(|days| days.to_string() == self.age).unwrap_or(0);
        format!("{PRINT}?language={language}&age={age}")
    }
}

/// A letter in a list.
struct Line {
    id: String,
    written: String,
    days: i64,
    name: String,
    town: String,
    subject: String,
    lang: &'static str,
    language: String,
    posted: String,
}

#[derive(Template)]
#[template(path = "letters/list.html")]
struct ListPage {
    shell: Shell,
    marked: Option<String>,
    count: String,
    shown: Option<String>,
    lines: Vec<Line>,
    stranded: Vec<Line>,
    print: String,
    languages: Vec<(String, String)>,
    language: String,
    ages: Vec<(String, String)>,
    age: String,
    none: page::FieldErrors,
}

async fn list(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let words = visit.staff_words();
    let tx = visit.realm.read().await?;
    let wanted = asked.wanted(visit.realm.now());
    let waiting = sql::count_waiting(&tx, wanted).await?;
    let lines = lines(&visit, &tx, sql::waiting(&tx, wanted, TOGETHER).await?).await?;
    let stranded = self::lines(&visit, &tx, sql::stranded(&tx, TOGETHER).await?).await?;
    let marked: Option<i64> = asked.marked.parse().ok();
    let any = (String::new(), words.t("letters-any-language"));
    let named = |language: Language| (language.code().to_owned(), in_words(&visit, language));
    Ok(html(&ListPage {
        shell: visit.staff_shell(words.t("letters-title")),
        marked: marked.map(|count| words.t1("letters-marked", "count", count)),
        count: words.t1("letters-count", "count", waiting),
        shown: (waiting > TOGETHER).then(|| words.t1("letters-shown", "most", TOGETHER)),
        lines,
        stranded,
        print: asked.print(),
        languages: std::iter::once(any).chain(Language::ALL.into_iter().map(named)).collect(),
        language: asked.language,
        ages: AGES.iter().map(|days| (days.to_string(), words.t1("letters-age", "days", *days))).collect(),
        age: asked.age,
        none: page::FieldErrors::default(),
    }))
}

/// Letters with the names and towns of their receivers.
async fn lines(visit: &Visit, tx: &Tx, messages: Vec<Message>) -> Result<Vec<Line>, Problem> {
    let mut lines = Vec::new();
    for message in messages {
        let contact = contact::contact(tx, message.person).await?;
        let address = contact.and_then(|contact| contact.address);
        lines.push(Line {
            id: message.id.to_string(),
            written: date(visit, message.created_at),
            days: visit.realm.now().duration_since(message.created_at).as_hours() / 24,
            name: name(tx, &message).await?,
            town: address.map(|address| address.masked()).unwrap_or_default(),
            subject: message.subject,
            lang: message.language.code(),
            language: in_words(visit, message.language),
            posted: date(visit, message.state_at),
        });
    }
    Ok(lines)
}

async fn name(tx: &Tx, message: &Message) -> Result<String, Problem> {
    Ok(people::person(tx, message.person).await?.map(|person| person.name).unwrap_or_default())
}

/// A language as staff call it.
fn in_words(visit: &Visit, language: Language) -> String {
    visit.staff_words().t(&format!("letters-in-{}", language.code()))
}

fn date(visit: &Visit, at: Timestamp) -> String {
    visit.staff_words().short_date(at.to_zoned(visit.realm.zone().clone()).date())
}

/// A letter as it is printed, in its own language.
struct Letter {
    lang: &'static str,
    dir: &'static str,
    name: String,
    address: PostalAddress,
    date: String,
    subject: String,
    paragraphs: Vec<String>,
    /// The label of the link, and the whole address that somebody can type.
    link: Option<(String, String)>,
    phone: String,
}

#[derive(Template)]
#[template(path = "letters/print.html")]
struct PrintPage {
    shell: Shell,
    count: String,
    letters: Vec<Letter>,
    /// Those that can be marked when they have been put in the post.
    to_mark: Vec<String>,
}

async fn print(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let words = visit.staff_words();
    let (mut work, _permit) = allow::<PrintLetters>(visit.realm.work(visit.actor()).await?, ()).await?;
    let messages = if asked.id.is_empty() {
        sql::waiting(work.tx(), asked.wanted(visit.realm.now()), TOGETHER).await?
    } else {
        vec![one(work.tx(), &asked.id).await?]
    };
    let mut letters = Vec::new();
    let mut to_mark = Vec::new();
    for message in messages {
        let contact = contact::contact(work.tx(), message.person).await?;
        let Some(address) = contact.and_then(|contact| contact.address) else { continue };
        note_printed(&mut work, &message);
        if message.state == State::Waiting {
            to_mark.push(message.id.to_string());
        }
        letters.push(letter(&visit, name(work.tx(), &message).await?, address, message));
    }
    work.commit().await?;
    Ok(html(&PrintPage {
        shell: visit.staff_shell(words.t("letters-print-title")).crumb(words.t("letters-title"), LETTERS),
        count: words.t1("letters-count", "count", letters.len()),
        letters,
        to_mark,
    }))
}

/// One letter, waiting or posted.
async fn one(tx: &Tx, id: &str) -> Result<Message, Problem> {
    let id = id.parse().map_err(|_| Problem::not_found())?;
    let message = message::sql::by_id(tx, id).await?;
    let is_letter = |message: &Message| message.channel == crate::Channel::Letter;
    message.filter(is_letter).ok_or_else(|| Problem::not_found().next("letters-title", LETTERS))
}

fn letter(visit: &Visit, name: String, address: PostalAddress, message: Message) -> Letter {
    let words = words(message.language);
    let date = message.created_at.to_zoned(visit.realm.zone().clone()).date();
    let whole = |path: &str| format!("{}{}", visit.site.public_url, visit.href(path));
    Letter {
        lang: message.language.code(),
        dir: message.language.direction().as_str(),
        name,
        address,
        date: words.date(date),
        subject: message.subject,
        paragraphs: message.paragraphs,
        link: message.link.map(|link| (link.label, whole(&link.path))),
        phone: words.t1("notices-mail-phone", "number", &visit.site.phone.number),
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Marking {
    id: Vec<String>,
}

async fn mark(visit: Visit, Form(form): Form<Marking>) -> Result<Response, Problem> {
    let letters: Result<Vec<Id<MessageTag>>, _> = form.id.iter().map(|id| id.parse()).collect();
    let letters = letters.map_err(|_| Problem::unreadable().next("letters-title", LETTERS))?;
    let (mut work, permit) = allow::<PrintLetters>(visit.realm.work(visit.actor()).await?, ()).await?;
    let marked = mark_posted(&mut work, &permit, &letters).await?;
    work.commit().await?;
    Ok(Redirect::to(&visit.href(&format!("{LETTERS}?marked={marked}"))).into_response())
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct InPerson {
    id: String,
}

async fn in_person(visit: Visit, Form(form): Form<InPerson>) -> Result<Response, Problem> {
    let id = form.id.parse().map_err(|_| Problem::unreadable().next("letters-title", LETTERS))?;
    let (mut work, permit) = allow::<PrintLetters>(visit.realm.work(visit.actor()).await?, ()).await?;
    told_in_person(&mut work, &permit, id).await?;
    work.commit().await?;
    Ok(Redirect::to(&visit.href(LETTERS)).into_response())
}

#[derive(Template)]
#[template(path = "letters/posted.html")]
struct PostedPage {
    shell: Shell,
    lines: Vec<Line>,
    pages: Pages,
    previous: Option<String>,
    next: Option<String>,
}

async fn posted(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let words = visit.staff_words();
    let tx = visit.realm.read().await?;
    let pages = Pages::new(&asked.page, sql::count_posted(&tx).await?, PER_PAGE);
    let found = sql::posted(&tx, pages.skip(PER_PAGE), PER_PAGE).await?;
    let lines = lines(&visit, &tx, found).await?;
    let shell = visit.staff_shell(words.t("letters-posted-title")).crumb(words.t("letters-title"), LETTERS);
    let (previous, next) = pages.links(&shell);
    Ok(html(&PostedPage { shell, lines, pages, previous, next }))
}
