//! Sending what is waiting, by mail or text message. It may be done twice without anybody noticing: the id of a mail and
//! the reference of a text message stay the same, and what has been sent is not sent again.

mod written;

use std::sync::Arc;

use basics::Id;
use courier::{MailError, Mailer, TextError, Texts};
use jobs::{Doing, Job, JobError, Jobs, Outside, Schedule, When};
use page::Site;
use realm::{Actor, Realm, Via, Work};
use store::DbError;
use written::{mail, text};

use crate::confirm::{self, Armed, secret};
use crate::contact::{self, Contact, ContactError};
use crate::message::sql::{self, Marks};
use crate::message::{Message, MessageTag, State};
use crate::tell::{self, Sending};
use crate::{Channel, SEND, mask};

/// The kind of job that forgets what is no longer needed.
const TIDY: &str = "notices.tidy";

/// What sends mails and text messages.
pub struct Post {
    /// The way to the mail server; without one, mails wait.
    pub mailer: Option<Mailer>,
    /// The way to the gateways; without one, text messages wait.
    pub texts: Option<Texts>,
    /// The installation: where links lead, and whom to call.
    pub site: Arc<Site>,
}

impl std::fmt::Debug for Post {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Post")
            .field("mailer", &self.mailer.is_some())
            .field("texts", &self.texts.is_some())
            .finish_non_exhaustive()
    }
}

/// Adds what this room does: sending, and forgetting every night what is no longer needed.
#[must_use]
pub fn wire(jobs: Jobs, post: Arc<Post>) -> Jobs {
    jobs.outside(SEND, Postman(post)).within(TIDY, tidy).schedule(Schedule {
        name: TIDY,
        when: When::Daily(jiff::civil::time(3, 20, 0, 0)),
        kind: TIDY,
    })
}

fn tidy<'a>(work: &'a mut Work<'_>, _: &'a Job) -> Doing<'a> {
    Box::pin(async move { Ok(confirm::tidy(work).await?) })
}

struct Postman(Arc<Post>);

impl Outside for Postman {
    fn run<'a>(&'a self, realm: &'a Arc<Realm>, job: &'a Job) -> Doing<'a> {
        Box::pin(self.0.deliver(realm, job))
    }
}

/// A message that is ready to go, with what is in it besides its texts.
struct Parcel {
    message: Message,
    address: String,
    /// What stands in place of the hidden part.
    secret: Option<String>,
    /// What the mail is known by when it comes back.
    bounce_token: String,
    /// What ends the news.
    unsubscribe_token: Option<String>,
}

/// What became of an attempt.
enum Outcome {
    Sent,
    /// It will not be taken; whether the address is dead.
    Refused {
        why: String,
        dead: bool,
    },
    Again(String),
    /// It cannot be written: a mistake of the program.
    Unfit(String),
}

impl Post {
    async fn deliver(&self, realm: &Arc<Realm>, job: &Job) -> Result<(), JobError> {
        let Sending { message } = job.read()?;
        let Some(parcel) = make_ready(realm, job, message).await? else { return Ok(()) };
        let outcome = self.hand_over(realm, &parcel).await;
        settle(realm, job, &parcel, &outcome).await?;
        match outcome {
            Outcome::Sent | Outcome::Refused { .. } => Ok(()),
            Outcome::Again(why) => Err(JobError::again(why)),
            Outcome::Unfit(why) => Err(JobError::Never(why)),
        }
    }

    async fn hand_over(&self, realm: &Realm, parcel: &Parcel) -> Outcome {
        match parcel.message.channel {
            Channel::Email => match &self.mailer {
                Some(mailer) => of_mail(mailer.send(&mail(parcel, realm, &self.site)).await),
                None => Outcome::Again("no mail server is set up".to_owned()),
            },
            Channel::Sms => match &self.texts {
                Some(texts) => of_text(texts.send(&text(parcel), realm.now()).await),
                None => Outcome::Again("no gateway for text messages is set up".to_owned()),
            },
            Channel::Letter | Channel::Page => Outcome::Unfit("nothing is sent on this channel".to_owned()),
        }
    }
}

fn of_mail(result: Result<(), MailError>) -> Outcome {
    match result {
        Ok(()) => Outcome::Sent,
        Err(MailError::Refused(refusal)) => {
            Outcome::Refused { dead: refusal.is_bounce(), why: MailError::Refused(refusal).to_string() }
        }
        Err(error @ (MailError::Again(_) | MailError::Settings(_))) => Outcome::Again(error.to_string()),
        Err(error @ MailError::Unfit(_)) => Outcome::Unfit(error.to_string()),
    }
}

fn of_text(result: Result<courier::Accepted, TextError>) -> Outcome {
    match result {
        Ok(_) => Outcome::Sent,
        // A gateway that is set up wrongly refuses everything, so a refusal says nothing against the number. What does not
        // fit a text message here may fit another channel.
        Err(error @ (TextError::Refused { .. } | TextError::TooLong { .. })) => {
            Outcome::Refused { why: error.to_string(), dead: false }
        }
        Err(error @ (TextError::Failed(_) | TextError::Resting { .. })) => Outcome::Again(error.to_string()),
        Err(error @ (TextError::Empty | TextError::Number)) => Outcome::Unfit(error.to_string()),
    }
}

fn actor(job: &Job) -> Actor {
    Actor { request: job.request.clone(), ..Actor::program("notices", Via::Program) }
}

/// The message with how its receiver is reached, both kept from other writers; `None` where it is dealt with already.
async fn lock(work: &mut Work<'_>, id: Id<MessageTag>) -> Result<Option<(Message, Contact)>, DbError> {
    let Some(seen) = sql::by_id(work.tx(), id).await? else { return Ok(None) };
    // In the same order as whoever tells: first the person, then what they are told.
    let contact = contact::lock(work, seen.person).await.map_err(|error| match error {
        ContactError::Db(error) => error,
        ContactError::NoPerson(_) => DbError::Other("a message has no receiver".to_owned()),
    })?;
    let message = sql::lock(work.tx(), id).await?.filter(Message::is_to_be_sent);
    Ok(message.map(|message| (message, contact)))
}

/// Finds out where the message goes, and makes what it carries. `None` where there is nothing to be sent.
async fn make_ready(realm: &Realm, job: &Job, id: Id<MessageTag>) -> Result<Option<Parcel>, DbError> {
    let mut work = realm.work(actor(job)).await?;
    let Some((mut message, contact)) = lock(&mut work, id).await? else { return Ok(None) };
    let own = sql::own_address(work.tx(), id).await?;
    let in_use = contact.working(message.channel).map(str::to_owned);
    let Some(address) = own.or(in_use) else {
        give_up(&mut work, &mut message, State::Failed, "the address is no longer in use").await?;
        if !message.apart {
            tell::tell_otherwise(&mut work, &contact, &message).await?;
        }
        work.commit().await?;
        return Ok(None);
    };
    let secret = if message.has_a_secret() {
        match confirm::arm(&mut work, id).await? {
            Armed::With(secret) => Some(secret),
            Armed::Over => {
                give_up(&mut work, &mut message, State::Failed, "nobody waits for it any more").await?;
                work.commit().await?;
                return Ok(None);
            }
        }
    } else {
        None
    };
    let keys = &realm.vault;
    let bounce_token = secret::short_token(keys, "notices.bounce", id);
    let unsubscribe_token = message.news.then(|| secret::token(keys, "notices.unsubscribe", id));
    let marks = Marks {
        address: secret::address_marks(keys, &address).into_iter().next(),
        bounce: secret::hash(&bounce_token),
        unsubscribe: unsubscribe_token.as_deref().map(secret::hash),
    };
    sql::set_marks(work.tx(), id, &marks).await?;
    message.sent_to = match message.channel {
        Channel::Sms => mask::mobile(&address),
        _ => mask::email(&address),
    };
    sql::save_state(work.tx(), &message).await?;
    work.commit().await?;
    Ok(Some(Parcel { message, address, secret, bounce_token, unsubscribe_token }))
}

/// Notes what became of the attempt, and tells by the next way where it cannot succeed.
async fn settle(realm: &Realm, job: &Job, parcel: &Parcel, outcome: &Outcome) -> Result<(), DbError> {
    let mut work = realm.work(actor(job)).await?;
    let Some((mut message, contact)) = lock(&mut work, parcel.message.id).await? else { return Ok(()) };
    match outcome {
        Outcome::Sent => {
            message.state = State::Sent;
            message.state_reason = String::new();
            message.state_at = work.now();
            sql::save_state(work.tx(), &message).await?;
            sql::forget_own_address(work.tx(), message.id).await?;
        }
        Outcome::Again(why) => {
            message.state_reason.clone_from(why);
            sql::save_state(work.tx(), &message).await?;
        }
        Outcome::Refused { why, dead } => {
            let state = if *dead { State::Bounced } else { State::Failed };
            not_arrived(&mut work, contact, &mut message, state, why, *dead).await?;
        }
        Outcome::Unfit(why) => {
            not_arrived(&mut work, contact, &mut message, State::Failed, why, false).await?;
        }
    }
    work.commit().await
}

/// A message did not arrive and will not. Where the address is dead, nothing more is sent there; and unless the message was
/// for that address alone, its receiver is told by the next way.
pub(crate) async fn not_arrived(
    work: &mut Work<'_>,
    mut contact: Contact,
    message: &mut Message,
    state: State,
    why: &str,
    dead: bool,
) -> Result<(), DbError> {
    give_up(work, message, state, why).await?;
    if message.apart {
        return Ok(());
    }
    if dead {
        contact = contact::note_bounce(work, contact, message).await?;
    }
    tell::tell_otherwise(work, &contact, message).await
}

async fn give_up(work: &mut Work<'_>, message: &mut Message, state: State, why: &str) -> Result<(), DbError> {
    message.state = state;
    message.state_reason = why.to_owned();
    message.state_at = work.now();
    sql::save_state(work.tx(), message).await?;
    sql::forget_own_address(work.tx(), message.id).await?;
    confirm::end(work, message.id).await
}
