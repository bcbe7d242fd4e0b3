//! The second step: what it opens, and what narrows it.

use access::mandates::{Mandate, MandateError, MandateTag, Terms, Unfit, catalogue, reword};
use access::{Holder, ReadMail, allow_to_see};
use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse as _, Response};
use basics::{Cvr, Id};
use http::StatusCode;
use mailbox::folders::FolderName;
use page::{FieldErrors, Form, Problem, Shell, Visit, html};
use people::OrganisationTag;
use serde::Deserialize;
use store::Tx;
use uuid::Uuid;

use super::whose::{Seen, Side, begin, hands};
use super::{redirect, refusal};
use crate::who::{self, Names};
use crate::words::{in_key, opens, opens_not, opens_post, power, service};

const WHOLE: &str = "whole";
const SOME: &str = "some";
const YES: &str = "yes";
const NO: &str = "no";

#[derive(Debug, Default, Clone, Deserialize)]
#[serde(default)]
pub(super) struct WhatForm {
    powers: Vec<String>,
    /// All the post, or some folders.
    reach: Vec<String>,
    folders: Vec<String>,
    /// Whether letters that are there already are open.
    past: Vec<String>,
    sender: String,
    case_number: String,
}

/// A power that can be ticked.
struct Choice {
    id: String,
    code: String,
    name: String,
    opens: String,
    opens_not: String,
    is_chosen: bool,
}

/// The powers of a service.
struct Group {
    name: String,
    choices: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "citizen/what.html")]
struct WhatPage {
    shell: Shell,
    errors: FieldErrors,
    action: String,
    /// Whether it is a draft, and so a step of four.
    is_step: bool,
    question: String,
    groups: Vec<Group>,
    form: WhatForm,
    reach: Vec<(String, String)>,
    /// The folders of whoever gives; none where somebody else asks, who does not know them.
    folders: Vec<(String, String)>,
    past: Vec<(String, String)>,
    /// Whether something narrows it already, so that the fold stands open.
    is_narrowed: bool,
}

impl WhatForm {
    fn of(mandate: &Mandate, sender: Option<String>) -> Self {
        let terms = &mandate.terms;
        let folders = terms.limits.folders.as_ref();
        let ids = folders.into_iter().flatten().map(Uuid::to_string).collect();
        Self {
            powers: terms.powers.clone(),
            reach: vec![if folders.is_some() { SOME } else { WHOLE }.to_owned()],
            folders: ids,
            past: vec![if terms.with_past_mail { YES } else { NO }.to_owned()],
            sender: sender.unwrap_or_default(),
            case_number: terms.limits.case_number.clone().unwrap_or_default(),
        }
    }

    fn is(field: &[String], code: &str) -> bool {
        field.iter().any(|value| value == code)
    }
}

pub(super) async fn page(visit: Visit, Path(id): Path<Id<MandateTag>>) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    let seen = Seen::find(&visit, &tx, id).await?;
    if !seen.can_reword() {
        return Ok(redirect(&visit, &seen.path("")));
    }
    let names = Names::of(&tx, [&seen.mandate]).await?;
    let form = WhatForm::of(&seen.mandate, names.sender(&seen.mandate));
    Ok(html(&shown(&visit, &tx, &seen, &names, form, FieldErrors::default()).await?))
}

async fn shown(
    visit: &Visit,
    tx: &Tx,
    seen: &Seen,
    names: &Names,
    form: WhatForm,
    errors: FieldErrors,
) -> Result<WhatPage, Problem> {
    let words = visit.words;
    let choice = |code: &str, key: &str| (code.to_owned(), words.t(key));
    let question = match seen.side {
        Side::Giver => words.t1("mandate-what-give", "name", names.party(seen.mandate.to)),
        Side::Holder => words.t1("mandate-what-ask", "name", names.holder(seen.mandate.owner)),
    };
    let shell = visit.shell(words.t("mandate-what-title")).with_errors(!errors.is_empty());
    Ok(WhatPage {
        shell: shell.back_to(&seen.path("")),
        errors,
        action: super::whose::path(seen.mandate.id, "/hvad"),
        is_step: seen.mandate.state == access::mandates::State::Draft,
        question,
        groups: groups(visit, seen, &form),
        reach: vec![choice(WHOLE, "mandate-reach-whole"), choice(SOME, "mandate-reach-some")],
        folders: folders(visit, tx, seen).await?,
        past: vec![choice(YES, "mandate-past-yes"), choice(NO, "mandate-past-no")],
        is_narrowed: !form.sender.is_empty() || !form.case_number.is_empty(),
        form,
    })
}

fn groups(visit: &Visit, seen: &Seen, form: &WhatForm) -> Vec<Group> {
    let words = visit.words;
    let today = access::now_in(&visit.realm).today;
    let mut groups: Vec<(String, Group)> = Vec::new();
    for one in catalogue().for_giver(seen.mandate.owner, today.max(seen.mandate.terms.starts_on)) {
        let choice = Choice {
            id: format!("power-{}", in_key(&one.code)),
            code: one.code.clone(),
            name: power(words, &one.code),
            opens: opens(words, &one.code),
            opens_not: opens_not(words, &one.code),
            is_chosen: form.powers.contains(&one.code),
        };
        match groups.iter_mut().find(|(code, _)| *code == one.service) {
            Some((_, group)) => group.choices.push(choice),
            None => {
                let group = Group { name: service(words, &one.service), choices: vec![choice] };
                groups.push((one.service.clone(), group));
            }
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// The folders of the giver's own mailbox, by id and name.
pub(super) async fn folders(visit: &Visit, tx: &Tx, seen: &Seen) -> Result<Vec<(String, String)>, Problem> {
    let words = visit.words;
    if seen.side == Side::Holder || seen.mandate.owner != Holder::Person(seen.me) {
        return Ok(Vec::new());
    }
    let realm = &visit.realm;
    let permit = allow_to_see::<ReadMail>(realm, &visit.actor(), tx, seen.mandate.owner).await?;
    let Some(mailbox) = mailbox::reading::permitted(tx, &realm.vault, &permit).await? else {
        return Ok(Vec::new());
    };
    let found = mailbox::folders::folders_within(tx, &permit, &mailbox, seen.me, realm.now()).await?;
    let name = |name: FolderName| match name {
        FolderName::Inbox => words.t("mail-inbox"),
        FolderName::Archive => words.t("mail-archive"),
        FolderName::Sent => words.t("mail-sent"),
        FolderName::Own(name) => name,
    };
    Ok(found.into_iter().map(|folder| (folder.id.to_string(), name(folder.name))).collect())
}

pub(super) async fn save(
    visit: Visit,
    Path(id): Path<Id<MandateTag>>,
    Form(form): Form<WhatForm>,
) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    let seen = Seen::find(&visit, &tx, id).await?;
    if !seen.can_reword() {
        return Ok(redirect(&visit, &seen.path("")));
    }
    let mut errors = FieldErrors::default();
    let terms = terms(&visit, &tx, &seen, &form, &mut errors).await?;
    drop(tx);
    if errors.is_empty() {
        let (mut work, permit) = begin(&visit).await?;
        match reword(&mut work, hands(&seen, &permit), id, terms).await {
            Ok(_) => {
                work.commit().await?;
                return Ok(redirect(&visit, &seen.path("/hvor-laenge")));
            }
            Err(error) => {
                let field = if matches!(error, MandateError::Unfit(Unfit::Limit(_))) {
                    "case_number"
                } else {
                    "powers"
                };
                match refusal::in_words(visit.words, &error) {
                    Some(message) => errors.add(field, message),
                    None => return Err(refusal::problem(error)),
                }
            }
        }
    }
    let tx = visit.realm.read().await?;
    let names = Names::of(&tx, [&seen.mandate]).await?;
    let page = shown(&visit, &tx, &seen, &names, form, errors).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)).into_response())
}

/// What the form says, on top of what the mandate says of days.
async fn terms(
    visit: &Visit,
    tx: &Tx,
    seen: &Seen,
    form: &WhatForm,
    errors: &mut FieldErrors,
) -> Result<Terms, Problem> {
    let words = visit.words;
    let mut terms = seen.mandate.terms.clone();
    terms.powers.clone_from(&form.powers);
    terms.powers = crate::words::in_order(&terms).into_iter().map(str::to_owned).collect();
    if terms.powers.is_empty() {
        errors.add("powers", words.t("mandate-wrong-nothing"));
    }
    let is_post = opens_post(&terms);
    terms.with_past_mail = !is_post || !WhatForm::is(&form.past, NO);
    if seen.side == Side::Giver {
        terms.limits.folders = None;
        if is_post && WhatForm::is(&form.reach, SOME) {
            let known = folders(visit, tx, seen).await?;
            let chosen = form.folders.iter().filter(|id| known.iter().any(|(known, _)| known == *id));
            let chosen: Vec<Uuid> = chosen.filter_map(|id| id.parse().ok()).collect();
            if chosen.is_empty() {
                errors.add("folders", words.t("mandate-folders-missing"));
            }
            terms.limits.folders = Some(chosen);
        }
    }
    let typed = form.sender.trim();
    terms.limits.sender = if typed.is_empty() { None } else { sender(tx, typed).await? };
    if !typed.is_empty() && terms.limits.sender.is_none() {
        errors.add("sender", words.t("mandate-sender-unknown"));
    }
    let case_number = form.case_number.trim();
    terms.limits.case_number = (!case_number.is_empty()).then(|| case_number.to_owned());
    Ok(terms)
}

/// The organisation of this number, or of exactly this name.
async fn sender(tx: &Tx, typed: &str) -> Result<Option<Id<OrganisationTag>>, Problem> {
    if let Ok(cvr) = typed.parse::<Cvr>() {
        return Ok(who::organisation_by(tx, &cvr).await?);
    }
    let lower = typed.to_lowercase();
    let all = people::organisations(tx).await?;
    Ok(all.into_iter().find(|one| one.details.name.to_lowercase() == lower).map(|one| one.id))
}

/// The names of the folders that alone are open, for whoever knows them.
pub(super) async fn folder_names(
    visit: &Visit,
    tx: &Tx,
    seen: &Seen,
) -> Result<Option<Vec<String>>, Problem> {
    let Some(chosen) = &seen.mandate.terms.limits.folders else { return Ok(None) };
    let known = folders(visit, tx, seen).await?;
    if known.is_empty() {
        return Ok(None);
    }
    let is_chosen = |id: &str| chosen.iter().any(|folder| folder.to_string() == id);
    Ok(Some(known.into_iter().filter(|(id, _)| is_chosen(id)).map(|(_, name)| name).collect()))
}
