//! The folders that a holder makes: making, naming and removing them.

use access::SortMail;
use askama::Template;
use axum::response::{IntoResponse as _, Response};
use http::StatusCode;
use page::{FieldErrors, Form, Problem, Query, Shell, html};
use serde::Deserialize;
use words::Words;

use super::frame::{Frame, Place};
use super::whose::Whose;
use crate::folders::{
    FolderError, FolderName, LONGEST_NAME, MOST_FOLDERS, make_folder, remove_folder, rename_folder,
};

/// What can have been done; each has its text `mail-folder-…`.
const DONE: [&str; 3] = ["made", "renamed", "removed"];

/// A folder with the form that renames it.
struct Line {
    id: String,
    href: String,
    name: String,
    /// What is typed for its name.
    typed: String,
    unit: Option<String>,
    count: String,
    is_empty: bool,
    may_rename: bool,
    /// What is wrong with it.
    error: Option<String>,
}

#[derive(Template)]
#[template(path = "folder/list.html")]
struct FoldersPage {
    shell: Shell,
    frame: Frame,
    done: Option<String>,
    errors: FieldErrors,
    lines: Vec<Line>,
    new_name: String,
    new_unit: String,
    is_organisation: bool,
    /// Whether folders can be made and removed.
    may_make: bool,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    done: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    name: String,
    unit: String,
}

pub(super) async fn list(whose: Whose, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let mut page = folders_page(&whose, FieldErrors::default()).await?;
    let done = DONE.iter().find(|code| **code == asked.done);
    page.done = done.map(|code| whose.visit.words.t(&format!("mail-folder-{code}")));
    Ok(html(&page))
}

pub(super) async fn make(whose: Whose, Form(typed): Form<Typed>) -> Result<Response, Problem> {
    whose.look().await?;
    let unit = Some(typed.unit.as_str()).filter(|_| whose.is_organisation());
    let (mut work, permit) = whose.work::<SortMail>().await?;
    match make_folder(&mut work, &permit, &typed.name, unit).await {
        Ok(_) => {
            work.commit().await?;
            Ok(whose.redirect("/mapper?done=made"))
        }
        Err(FolderError::None) => Err(whose.not_found()),
        Err(error) => {
            drop(work);
            let field = if matches!(error, FolderError::ProductionUnit) { "unit" } else { "name" };
            let errors = errors(whose.visit.words, field, error)?;
            let mut page = folders_page(&whose, errors).await?;
            (page.new_name, page.new_unit) = (typed.name, typed.unit);
            Ok(refused(&page))
        }
    }
}

pub(super) async fn rename(whose: Whose, Form(typed): Form<Typed>) -> Result<Response, Problem> {
    whose.look().await?;
    let folder = whose.id("folder")?;
    let (mut work, permit) = whose.work::<SortMail>().await?;
    match rename_folder(&mut work, &permit, folder, &typed.name).await {
        Ok(()) => {
            work.commit().await?;
            Ok(whose.redirect("/mapper?done=renamed"))
        }
        Err(FolderError::None) => Err(whose.not_found()),
        Err(error) => {
            drop(work);
            let errors = errors(whose.visit.words, &format!("name-{folder}"), error)?;
            let mut page = folders_page(&whose, errors).await?;
            let id = folder.to_string();
            if let Some(line) = page.lines.iter_mut().find(|line| line.id == id) {
                line.typed = typed.name;
            }
            Ok(refused(&page))
        }
    }
}

pub(super) async fn remove(whose: Whose) -> Result<Response, Problem> {
    whose.look().await?;
    let folder = whose.id("folder")?;
    let (mut work, permit) = whose.work::<SortMail>().await?;
    match remove_folder(&mut work, &permit, folder).await {
        Ok(()) => {
            work.commit().await?;
            Ok(whose.redirect("/mapper?done=removed"))
        }
        Err(FolderError::None) => Err(whose.not_found()),
        Err(error) => {
            drop(work);
            let errors = errors(whose.visit.words, &format!("name-{folder}"), error)?;
            let page = folders_page(&whose, errors).await?;
            // The folders that every mailbox has are none of the holder's own.
            let is_own = page.lines.iter().any(|line| line.error.is_some());
            if is_own { Ok(refused(&page)) } else { Err(whose.not_found()) }
        }
    }
}

fn refused(page: &FoldersPage) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, html(page)).into_response()
}

/// What is wrong, at the field it is about.
fn errors(words: &Words, field: &str, error: FolderError) -> Result<FieldErrors, Problem> {
    let message = match error {
        FolderError::NoName => words.t("mail-folder-no-name"),
        FolderError::LongName => words.t1("mail-folder-long-name", "most", LONGEST_NAME),
        FolderError::Taken => words.t("mail-folder-taken"),
        FolderError::TooMany => words.t1("mail-folder-too-many", "most", MOST_FOLDERS),
        FolderError::NotEmpty => words.t("mail-folder-not-empty"),
        FolderError::ProductionUnit => words.t("mail-folder-unit-wrong"),
        FolderError::None => return Err(Problem::not_found()),
        FolderError::Mailbox(error) => return Err(error.into()),
    };
    let mut errors = FieldErrors::default();
    errors.add(field, message);
    Ok(errors)
}

async fn folders_page(whose: &Whose, errors: FieldErrors) -> Result<FoldersPage, Problem> {
    let (visit, words) = (&whose.visit, whose.visit.words);
    let looking = whose.look().await?;
    whose.only_if(looking.may.sort())?;
    let (frame, all) = Frame::of(whose, &looking, None).await?;
    let own = all.into_iter().map(|folder| (looking.may.rename(&folder), folder));
    let own = own.filter_map(|(may_rename, folder)| match folder.name {
        FolderName::Own(name) => Some(Line {
            may_rename,
            id: folder.id.to_string(),
            error: errors.of(&format!("name-{}", folder.id)).map(str::to_owned),
            href: visit.href(&whose.path(&Place::of(folder.id).path())),
            typed: name.clone(),
            name,
            unit: folder.production_unit.map(|unit| words.t1("mail-folder-unit-is", "unit", unit)),
            count: words.t1("mail-letters-count", "count", folder.letters),
            is_empty: folder.letters == 0,
        }),
        _ => None,
    });
    let lines = own.collect();
    let shell = visit.shell(words.t("mail-folders-title")).with_errors(!errors.is_empty());
    Ok(FoldersPage {
        shell: shell.back_to(&whose.path("")),
        frame,
        done: None,
        errors,
        lines,
        new_name: String::new(),
        new_unit: String::new(),
        is_organisation: whose.is_organisation(),
        may_make: looking.may.make_folders(),
    })
}
