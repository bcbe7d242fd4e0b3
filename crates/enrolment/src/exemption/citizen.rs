//! `/min-side/fritagelse`: what exemption is, asking for it, and the way back, one thing at a time.

use access::{Exempt, Holder, allow};
use askama::Template;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::get;
use http::StatusCode;
use page::{FieldErrors, Form, May, Problem, Query, Routes, Shell, Visit, html};
use realm::Work;
use serde::Deserialize;
use store::Tx;

use super::form::{Choices, ExemptForm, FilledInBy, covers, is_more};
use super::model::Exemption;
use super::{ExemptionError, enrol_again, exempt, exemption_of};

/// What exemption is, and what the person is exempt from.
pub(super) const OVERVIEW: &str = "/min-side/fritagelse";
const DECLARE: &str = "/min-side/fritagelse/erklaering";
const RECEIPT: &str = "/min-side/fritagelse/kvittering";
const ENROL: &str = "/min-side/fritagelse/tilmeld";

/// How many grounds the law knows. They are shown, and never asked for.
const GROUNDS: usize = 8;

pub(super) fn routes() -> Routes {
    let may = May::SignedIn;
    Routes::new()
        .get(OVERVIEW, may, get(overview))
        .get(DECLARE, may, get(declare))
        .post(DECLARE, may, axum::routing::post(send))
        .get(RECEIPT, may, get(receipt))
        .get(ENROL, may, get(confirm_enrolling))
        .post(ENROL, may, axum::routing::post(enrol))
}

/// An exemption as pages show it.
pub(super) struct Shown {
    pub(super) since: String,
    /// The last day, where there is one.
    pub(super) until: Option<String>,
    pub(super) covers: Vec<String>,
    pub(super) covers_post: bool,
}

impl Shown {
    pub(super) fn of(words: &words::Words, exemption: &Exemption) -> Self {
        Self {
            since: words.short_date(exemption.valid_from),
            until: exemption.valid_until.map(|last| words.short_date(last)),
            covers: covers(words, exemption.covers),
            covers_post: exemption.covers.post,
        }
    }
}

#[derive(Template)]
#[template(path = "exemption/overview.html")]
struct Overview {
    shell: Shell,
    just_enrolled: bool,
    present: Option<Shown>,
    is_more: bool,
    grounds: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asking {
    /// What has just been saved.
    saved: String,
    /// How many older letters go on paper.
    older: String,
}

async fn overview(visit: Visit, Query(asking): Query<Asking>) -> Result<Response, Problem> {
    let words = visit.words;
    let holder = holder(&visit)?;
    let tx = visit.realm.read().await?;
    let present = exemption_of(&tx, holder).await?;
    Ok(html(&Overview {
        shell: visit.shell(words.t("exempt-title")),
        just_enrolled: asking.saved == "enrolled" && present.is_none(),
        is_more: is_more(holder, present.as_ref()),
        present: present.map(|present| Shown::of(words, &present)),
        grounds: (1..=GROUNDS).map(|n| words.t(&format!("exempt-ground-{n}"))).collect(),
    }))
}

#[derive(Template)]
#[template(path = "exemption/declare.html")]
struct Declare {
    shell: Shell,
    errors: FieldErrors,
    form: ExemptForm,
    choices: Choices,
    /// Where letters would go; none where no address is known.
    address: Option<Vec<String>>,
}

async fn declare(visit: Visit) -> Result<Response, Problem> {
    let holder = holder(&visit)?;
    let tx = visit.realm.read().await?;
    let present = exemption_of(&tx, holder).await?;
    if !is_more(holder, present.as_ref()) {
        return Ok(redirect(&visit, OVERVIEW));
    }
    let form = ExemptForm::of(holder, present.as_ref());
    Ok(html(&declaration(&visit, &tx, form, FieldErrors::default()).await?))
}

async fn declaration(
    visit: &Visit,
    tx: &Tx,
    form: ExemptForm,
    errors: FieldErrors,
) -> Result<Declare, Problem> {
    let words = visit.words;
    let shell = visit.shell(words.t("exempt-declare-title")).back_to(OVERVIEW);
    Ok(Declare {
        shell: shell.with_errors(!errors.is_empty()),
        errors,
        form,
        choices: Choices::new(words, "exempt-declared"),
        address: address(visit, tx).await?,
    })
}

/// The lines of the address that letters go to.
async fn address(visit: &Visit, tx: &Tx) -> Result<Option<Vec<String>>, Problem> {
    let visitor = visit.visitor.as_ref().ok_or_else(Problem::sign_in_first)?;
    let contact = notices::contact(tx, visitor.person).await?;
    Ok(contact.and_then(|contact| contact.address).map(|address| lines(&address)))
}

pub(super) fn lines(address: &notices::PostalAddress) -> Vec<String> {
    let town = format!("{} {}", address.postcode, address.town);
    let lines = [address.extra.clone(), address.street.clone(), town];
    lines.into_iter().filter(|line| !line.is_empty()).collect()
}

async fn send(visit: Visit, Form(form): Form<ExemptForm>) -> Result<Response, Problem> {
    let holder = holder(&visit)?;
    let request = match form.parse(visit.words, holder, FilledInBy::Holder) {
        Ok(request) => request,
        Err(errors) => {
            let tx = visit.realm.read().await?;
            let page = declaration(&visit, &tx, form, errors).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)).into_response());
        }
    };
    let (mut work, permit) = allow::<Exempt>(begin(&visit).await?, holder).await?;
    let older = match exempt(&mut work, &permit, request).await {
        Ok((_, older)) => older,
        // The button was pressed twice.
        Err(ExemptionError::Already(_)) => return Ok(redirect(&visit, RECEIPT)),
        Err(error) => return Err(error.into()),
    };
    work.commit().await?;
    Ok(redirect(&visit, &format!("{RECEIPT}?older={older}")))
}

#[derive(Template)]
#[template(path = "exemption/receipt.html")]
struct Receipt {
    shell: Shell,
    present: Shown,
    older: Option<String>,
    address: Option<Vec<String>>,
}

async fn receipt(visit: Visit, Query(asking): Query<Asking>) -> Result<Response, Problem> {
    let words = visit.words;
    let tx = visit.realm.read().await?;
    let Some(present) = exemption_of(&tx, holder(&visit)?).await? else {
        return Ok(redirect(&visit, OVERVIEW));
    };
    let older = asking.older.parse::<u32>().ok().filter(|older| *older > 0);
    Ok(html(&Receipt {
        shell: visit.shell(words.t("exempt-receipt-title")),
        present: Shown::of(words, &present),
        older: older.map(|older| words.t1("exempt-receipt-older", "count", older)),
        address: address(&visit, &tx).await?,
    }))
}

#[derive(Template)]
#[template(path = "exemption/enrol.html")]
struct Enrol {
    shell: Shell,
    present: Shown,
}

async fn confirm_enrolling(visit: Visit) -> Result<Response, Problem> {
    let words = visit.words;
    let tx = visit.realm.read().await?;
    let Some(present) = exemption_of(&tx, holder(&visit)?).await? else {
        return Ok(redirect(&visit, OVERVIEW));
    };
    let shell = visit.shell(words.t("enrol-title")).back_to(OVERVIEW);
    Ok(html(&Enrol { shell, present: Shown::of(words, &present) }))
}

async fn enrol(visit: Visit) -> Result<Response, Problem> {
    let holder = holder(&visit)?;
    let (mut work, permit) = allow::<Exempt>(begin(&visit).await?, holder).await?;
    match enrol_again(&mut work, &permit).await {
        Ok(_) => work.commit().await?,
        // The button was pressed twice.
        Err(ExemptionError::NotExempt) => {}
        Err(error) => return Err(error.into()),
    }
    Ok(redirect(&visit, &format!("{OVERVIEW}?saved=enrolled")))
}

async fn begin(visit: &Visit) -> Result<Work<'_>, Problem> {
    Ok(visit.realm.work(visit.actor()).await?)
}

/// Whoever is signed in, for themself.
fn holder(visit: &Visit) -> Result<Holder, Problem> {
    visit.visitor.as_ref().map(|visitor| Holder::Person(visitor.person)).ok_or_else(Problem::sign_in_first)
}

fn redirect(visit: &Visit, path: &str) -> Response {
    Redirect::to(&visit.href(path)).into_response()
}
