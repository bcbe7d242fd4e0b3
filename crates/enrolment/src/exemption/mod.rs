//! Exemption from Digital Post and from mandatory self-service (*fritagelse*).
//!
//! It is declared on honour and holds from that moment on: what comes after it goes on paper. Why somebody asks is not asked
//! for, and there is no place to keep it. Enrolling again is as easy.

mod citizen;
mod ending;
mod form;
mod model;
mod notice;
mod print;
mod sql;
mod staff;

use access::{Exempt, Holder, Permit};
use jiff::ToSpan as _;
use mailbox::terms::{ExemptionTerm, exemption_terms};
use mailbox::{Mailbox, MailboxError, Way, mailbox_of, open_mailbox, paper, set_way};
use notices::{ContactError, TellError};
use page::{Problem, Routes};
use realm::{Change, Work};
use store::{DbError, Tx};

pub(crate) use ending::wire;
pub use model::{AskedBy, Covers, Exemption, ExemptionTag, Request};

/// Somebody cannot be made exempt, or enrolled again.
#[derive(Debug, thiserror::Error)]
pub enum ExemptionError {
    /// Nobody has declared on honour that there is a ground.
    #[error("the exemption was not declared on honour")]
    NotDeclared,
    /// It would be an exemption from nothing.
    #[error("the exemption covers neither post nor self-service")]
    CoversNothing,
    /// Only people can be exempt from self-service (Act 603/2023).
    #[error("an organisation cannot be exempt from self-service")]
    SelfServiceOfOrganisation,
    /// The holder is exempt from all that already.
    #[error("the holder is exempt already")]
    Already(Box<Exemption>),
    /// There is nothing to end.
    #[error("the holder is not exempt")]
    NotExempt,
    /// The mailbox cannot be had.
    #[error(transparent)]
    Mailbox(#[from] MailboxError),
    /// The holder cannot be told.
    #[error(transparent)]
    Tell(#[from] TellError),
}

impl From<DbError> for ExemptionError {
    fn from(error: DbError) -> Self {
        ExemptionError::Mailbox(error.into())
    }
}

impl From<ContactError> for ExemptionError {
    fn from(error: ContactError) -> Self {
        ExemptionError::Tell(error.into())
    }
}

impl From<ExemptionError> for Problem {
    fn from(error: ExemptionError) -> Self {
        match error {
            ExemptionError::Mailbox(error) => error.into(),
            ExemptionError::Tell(TellError::Db(error)) => error.into(),
            ExemptionError::Tell(TellError::NoPerson(_)) | ExemptionError::NotExempt => Problem::not_found(),
            ExemptionError::NotDeclared
            | ExemptionError::CoversNothing
            | ExemptionError::SelfServiceOfOrganisation
            | ExemptionError::Already(_) => Problem::unreadable(),
            ExemptionError::Tell(TellError::Unfit(error)) => {
                tracing::error!(%error, "a notice does not fit");
                Problem::broken()
            }
        }
    }
}

/// What the holder is exempt from now; `None` where nothing.
///
/// # Errors
/// When the database does not answer.
pub async fn exemption_of(tx: &Tx, holder: Holder) -> Result<Option<Exemption>, DbError> {
    sql::of(tx, holder).await
}

/// Makes the holder of the permit exempt, from now on. Who is exempt from one thing and asks for the other is exempt from
/// both. Says also how many older letters go on paper.
///
/// # Errors
/// When it was not declared, covers nothing, or nothing that the holder is not exempt from already.
pub async fn exempt(
    work: &mut Work<'_>,
    permit: &Permit<Exempt>,
    request: Request,
) -> Result<(Exemption, usize), ExemptionError> {
    let holder = permit.on();
    if !request.declared_on_honour {
        return Err(ExemptionError::NotDeclared);
    }
    if request.covers == Covers::NOTHING {
        return Err(ExemptionError::CoversNothing);
    }
    if matches!(holder, Holder::Organisation(_)) && request.covers.self_service {
        return Err(ExemptionError::SelfServiceOfOrganisation);
    }
    let before = sql::lock(work.tx(), holder).await?;
    let had = before.as_ref().map_or(Covers::NOTHING, |before| before.covers);
    let covers = had.and(request.covers);
    if let Some(before) = before {
        if had == covers {
            return Err(ExemptionError::Already(Box::new(before)));
        }
        sql::set_ended(work.tx(), before.id, work.now()).await?;
    }
    let given = given(work, holder, covers, request.asked_by);
    if !sql::insert(work.tx(), &given).await? {
        // Another node was faster by a moment.
        let theirs = sql::of(work.tx(), holder).await?.ok_or(DbError::Busy)?;
        return Err(ExemptionError::Already(Box::new(theirs)));
    }
    work.record(given.concerning(Change::new("exemption.give", "exemption", &given.id).after(&given)));
    let mut older = 0;
    if covers.post && !had.post {
        let mailbox = to_paper(work, holder).await?;
        if request.older_mail_on_paper {
            let months = exemption_terms(work.today()).older_mail_months;
            let since = work.now().to_zoned(work.realm.zone().clone()).saturating_sub(months.months());
            older = paper::queue_older(work, &mailbox, since.timestamp()).await?;
        }
    } else if let Holder::Person(person) = holder {
        notices::tell(work, person, |words| notice::given(words, covers)).await?;
    }
    Ok((given, older))
}

fn given(work: &Work<'_>, holder: Holder, covers: Covers, asked_by: AskedBy) -> Exemption {
    let today = work.today();
    let term = exemption_terms(today).term;
    let valid_until = term.ends(today);
    let warn_on = match term {
        ExemptionTerm::ForLife => None,
        ExemptionTerm::Until { warning_days, .. } => {
            valid_until.map(|last| last.saturating_sub(warning_days.days()))
        }
    };
    Exemption {
        id: work.new_id(),
        holder,
        valid_from: today,
        valid_until,
        warn_on,
        covers,
        asked_by,
        decided_by: work.actor.person,
        created_at: work.now(),
        ended_at: None,
    }
}

/// Sends what comes from now on to the holder on paper, and a letter that says so.
async fn to_paper(work: &mut Work<'_>, holder: Holder) -> Result<Mailbox, ExemptionError> {
    let (mailbox, _) = open_mailbox(work, holder, Way::Paper).await?;
    set_way(work, &mailbox, Way::Paper).await?;
    if let Holder::Person(person) = holder {
        notices::set_exempt(work, person, true).await?;
    }
    paper::queue_confirmation(work, &mailbox).await?;
    Ok(mailbox)
}

/// Enrols the holder of the permit again: what comes from now on is in the mailbox only.
///
/// # Errors
/// When the holder is not exempt.
pub async fn enrol_again(work: &mut Work<'_>, permit: &Permit<Exempt>) -> Result<Exemption, ExemptionError> {
    let before = sql::lock(work.tx(), permit.on()).await?.ok_or(ExemptionError::NotExempt)?;
    let ended = end(work, before, "exemption.withdraw").await?;
    if let Holder::Person(person) = ended.holder {
        notices::tell(work, person, |words| notice::withdrawn(words, ended.covers)).await?;
    }
    Ok(ended)
}

async fn end(
    work: &mut Work<'_>,
    before: Exemption,
    action: &'static str,
) -> Result<Exemption, ExemptionError> {
    let after = Exemption { ended_at: Some(work.now()), ..before.clone() };
    sql::set_ended(work.tx(), after.id, work.now()).await?;
    let change = Change::new(action, "exemption", &after.id).before(&before).after(&after);
    work.record(after.concerning(change));
    if after.covers.post {
        if let Some(mailbox) = mailbox_of(work.tx(), &work.realm.vault, after.holder).await? {
            set_way(work, &mailbox, Way::Digital).await?;
        }
        if let Holder::Person(person) = after.holder {
            notices::set_exempt(work, person, false).await?;
        }
    }
    Ok(after)
}

/// The pages of exemption.
pub(crate) fn routes() -> Routes {
    citizen::routes().merge(staff::routes()).merge(print::routes())
}
