//! `/min-side/kontakt`: how somebody is told, as small forms that are sent one at a time.

use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{get, post};
use basics::{Id, Language};
use http::StatusCode;
use page::{FieldErrors, Form, May, Problem, Query, Routes, Visit, html};
use realm::{PersonTag, Work};
use serde::Deserialize;
use store::Tx;

use super::page::{Fields, contact_page};
use super::typed::{AddressForm, about_email, about_number};
use super::{Contact, ContactError, rules};
use crate::confirm::{self, AskError, Asked};
use crate::{Channel, contact};

/// The address of the page.
pub(crate) const PATH: &str = "/min-side/kontakt";

pub(crate) fn routes() -> Routes {
    let may = May::SignedIn;
    Routes::new()
        .get(PATH, may, get(show))
        .post("/min-side/kontakt/email", may, post(send_email))
        .post("/min-side/kontakt/mobil", may, post(send_mobile))
        .post("/min-side/kontakt/adresse", may, post(send_address))
        .post("/min-side/kontakt/kanal", may, post(send_channel))
        .post("/min-side/kontakt/sprog", may, post(send_language))
        .post("/min-side/kontakt/nyheder", may, post(send_news))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asking {
    saved: String,
}

/// What can have been saved; each has its text `contact-saved-…`.
const SAVED: [&str; 8] =
    ["email-sent", "email-gone", "mobile-done", "mobile-gone", "in-use", "address", "address-gone", "choice"];

async fn show(visit: Visit, Query(asking): Query<Asking>) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    let contact = of_visitor(&visit, &tx).await?;
    let fields = Fields::of(&contact, visit.words.language());
    let mut page = contact_page(&visit, &tx, &contact, fields, FieldErrors::default()).await?;
    let saved = SAVED.iter().find(|code| **code == asking.saved);
    page.saved = saved.map(|code| visit.words.t(&format!("contact-saved-{code}")));
    Ok(html(&page))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct EmailForm {
    email: String,
}

async fn send_email(visit: Visit, Form(form): Form<EmailForm>) -> Result<Response, Problem> {
    let words = visit.words;
    let address = match courier::email_address(&form.email) {
        Ok(address) => Some(address),
        Err(_) if form.email.trim().is_empty() => None,
        Err(error) => {
            let message = about_email(words, error, &form.email);
            return refuse(&visit, "email", message, |fields| fields.email = form.email).await;
        }
    };
    let (mut work, person) = begin(&visit).await?;
    let Some(address) = address else {
        confirm::forget(&mut work, person, Channel::Email).await.map_err(problem)?;
        work.commit().await?;
        return Ok(saved(&visit, "email-gone"));
    };
    match confirm::ask_email(&mut work, person, &address).await {
        Ok(asked) => {
            work.commit().await?;
            Ok(saved(&visit, if asked == Asked::Sent { "email-sent" } else { "in-use" }))
        }
        Err(AskError::TooOften) => {
            drop(work);
            refuse(&visit, "email", words.t("contact-too-often"), |fields| fields.email = form.email).await
        }
        Err(error) => Err(problem(error)),
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct MobileForm {
    mobile: String,
}

async fn send_mobile(visit: Visit, Form(form): Form<MobileForm>) -> Result<Response, Problem> {
    let words = visit.words;
    let number = match courier::phone_number(&form.mobile) {
        Ok(number) => Some(number),
        Err(_) if form.mobile.trim().is_empty() => None,
        Err(error) => {
            let message = about_number(words, error, &form.mobile);
            return refuse(&visit, "mobile", message, |fields| fields.mobile = form.mobile).await;
        }
    };
    let (mut work, person) = begin(&visit).await?;
    let Some(number) = number else {
        confirm::forget(&mut work, person, Channel::Sms).await.map_err(problem)?;
        work.commit().await?;
        return Ok(saved(&visit, "mobile-gone"));
    };
    match confirm::ask_mobile(&mut work, person, &number).await {
        Ok(asked) => {
            work.commit().await?;
            Ok(match asked {
                Asked::Sent => redirect(&visit, confirm::web::CODE),
                Asked::InUse => saved(&visit, "in-use"),
            })
        }
        Err(AskError::TooOften) => {
            drop(work);
            refuse(&visit, "mobile", words.t("contact-too-often"), |fields| fields.mobile = form.mobile).await
        }
        Err(error) => Err(problem(error)),
    }
}

async fn send_address(visit: Visit, Form(form): Form<AddressForm>) -> Result<Response, Problem> {
    let address = match form.parse(visit.words) {
        Ok(address) => address,
        Err(errors) => return refuse_all(&visit, errors, |fields| fields.address = form).await,
    };
    let (mut work, person) = begin(&visit).await?;
    let code = if address.is_some() { "address" } else { "address-gone" };
    contact::set_address(&mut work, person, address).await.map_err(contact_problem)?;
    work.commit().await?;
    Ok(saved(&visit, code))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct ChannelForm {
    channel: String,
}

async fn send_channel(visit: Visit, Form(form): Form<ChannelForm>) -> Result<Response, Problem> {
    let words = visit.words;
    let Some(channel) = Channel::from_code(&form.channel) else {
        return refuse(&visit, "channel", words.t("contact-channel-missing"), |_| {}).await;
    };
    let (mut work, person) = begin(&visit).await?;
    let contact = contact::lock(&work, person).await.map_err(contact_problem)?;
    if !rules::leads_there(&contact, channel) {
        drop(work);
        let message = words.t(&format!("contact-channel-no-{}", channel.code()));
        return refuse(&visit, "channel", message, |fields| fields.channel = vec![form.channel]).await;
    }
    contact::choose_channel(&mut work, person, channel).await.map_err(contact_problem)?;
    work.commit().await?;
    Ok(saved(&visit, "choice"))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct LanguageForm {
    language: String,
}

async fn send_language(visit: Visit, Form(form): Form<LanguageForm>) -> Result<Response, Problem> {
    let Some(language) = Language::from_code(&form.language) else {
        return refuse(&visit, "language", visit.words.t("contact-language-missing"), |_| {}).await;
    };
    let (mut work, person) = begin(&visit).await?;
    contact::choose_language(&mut work, person, language).await.map_err(contact_problem)?;
    work.commit().await?;
    Ok(saved(&visit, "choice"))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct NewsForm {
    news: String,
}

async fn send_news(visit: Visit, Form(form): Form<NewsForm>) -> Result<Response, Problem> {
    let wants_news = match form.news.as_str() {
        "yes" => true,
        "no" => false,
        _ => return refuse(&visit, "news", visit.words.t("contact-news-missing"), |_| {}).await,
    };
    let (mut work, person) = begin(&visit).await?;
    contact::choose_news(&mut work, person, wants_news).await.map_err(contact_problem)?;
    work.commit().await?;
    Ok(saved(&visit, "choice"))
}

/// Who is signed in.
pub(crate) fn visitor(visit: &Visit) -> Result<Id<PersonTag>, Problem> {
    visit.visitor.as_ref().map(|visitor| visitor.person).ok_or_else(Problem::sign_in_first)
}

/// A work by whoever is signed in, about themself, in which the language that they read in is known.
async fn begin(visit: &Visit) -> Result<(Work<'_>, Id<PersonTag>), Problem> {
    let person = visitor(visit)?;
    let mut work = visit.realm.work(visit.actor()).await?;
    let noted = contact::note_language(&mut work, person, visit.words.language()).await;
    noted.map_err(contact_problem)?;
    Ok((work, person))
}

pub(crate) fn problem(error: AskError) -> Problem {
    match error {
        AskError::TooOften => Problem::too_many(),
        AskError::NoPerson(_) => Problem::not_found(),
        AskError::Db(error) => error.into(),
    }
}

fn contact_problem(error: ContactError) -> Problem {
    problem(error.into())
}

pub(crate) fn redirect(visit: &Visit, path: &str) -> Response {
    Redirect::to(&visit.href(path)).into_response()
}

fn saved(visit: &Visit, code: &str) -> Response {
    redirect(visit, &format!("{PATH}?saved={code}"))
}

/// The page again, with what was typed and what is wrong with it.
async fn refuse(
    visit: &Visit,
    field: &str,
    message: String,
    typed: impl FnOnce(&mut Fields),
) -> Result<Response, Problem> {
    let mut errors = FieldErrors::default();
    errors.add(field, message);
    refuse_all(visit, errors, typed).await
}

async fn refuse_all(
    visit: &Visit,
    errors: FieldErrors,
    typed: impl FnOnce(&mut Fields),
) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    let contact = of_visitor(visit, &tx).await?;
    let mut fields = Fields::of(&contact, visit.words.language());
    typed(&mut fields);
    let page = contact_page(visit, &tx, &contact, fields, errors).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)).into_response())
}

async fn of_visitor(visit: &Visit, tx: &Tx) -> Result<Contact, Problem> {
    let person = visitor(visit)?;
    Ok(contact(tx, person).await?.unwrap_or_else(|| Contact::new(person)))
}
