//! The letters of a scenario as MeMo, ready to be handed in as any authority does.

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use memo::{
    Action, ActionTarget, AdditionalDocument, Day, EntryPoint, File, MainDocument, Message, MessageBody,
    MessageHeader, MessageType, Recipient, Reservation, Sender, Version, action_code, id_type,
};
use uuid::Uuid;

use crate::page::{NoDay, html, with_days};
use crate::{Letter, Name, Scenario};

/// How long an appointment lasts.
const APPOINTMENT: SignedDuration = SignedDuration::from_mins(30);

/// A letter as it is handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The message.
    pub memo: Vec<u8>,
    /// When it came, for one that is there when the story begins.
    pub came: Option<Timestamp>,
}

/// A letter cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum LetterError {
    /// There is no letter of this name.
    #[error("there is no letter {0}")]
    NoLetter(String),
    /// It is from or to nobody in the story.
    #[error("there is nobody called {0}")]
    Nobody(String),
    /// A date in it cannot be told.
    #[error(transparent)]
    Day(#[from] NoDay),
    /// A time of day cannot be read.
    #[error("{0:?} is no time of day")]
    Time(String),
    /// The file beside the scenario was not given, or is no MeMo.
    #[error("{file}: {why}")]
    Memo {
        /// The file.
        file: String,
        /// What is wrong with it.
        why: String,
    },
    /// It is more than a MeMo can hold.
    #[error("{0}")]
    Unfit(String),
}

/// The number of a letter in Digital Post: the same in every sandbox, since each is a world of its own.
#[must_use]
pub fn message_uuid(scenario: &Scenario, key: &str) -> Uuid {
    let hash = blake3::hash(format!("scenario/{}/{}/{key}", scenario.slug, scenario.number).as_bytes());
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash.as_bytes()[..16]);
    uuid::Builder::from_random_bytes(bytes).into_uuid()
}

/// Writes a letter for a story that begins `now`, in the time zone. `beside` is the file that its field `memo` names.
///
/// # Errors
/// When something in it cannot be; [`check`](crate::check()) finds all of that before anybody plays.
pub fn letter(
    scenario: &Scenario,
    key: &str,
    now: Timestamp,
    zone: &TimeZone,
    beside: Option<&[u8]>,
) -> Result<Written, LetterError> {
    let letter = scenario.letters.get(key).ok_or_else(|| LetterError::NoLetter(key.to_owned()))?;
    let today = now.to_zoned(zone.clone()).date();
    // An hour earlier, so that nothing of it is news.
    let came = now - SignedDuration::from_hours(24 * i64::from(letter.days_ago) + 1);
    let mut header = header(scenario, key, letter)?;
    header.reply_by_date_time = match letter.reply_in_days {
        Some(days) => Some(moment(on_day(today, days), Time::midnight(), zone)?),
        None => None,
    };
    header.do_not_deliver_until_date =
        letter.in_days.map(|days| Day { date: on_day(today, days), offset: None });
    let message = match &letter.memo {
        Some(file) => from_file(file, beside, header)?,
        None => from_fields(letter, header, today, came, zone)?,
    };
    let mut memo = Vec::new();
    memo::write(&message, &mut memo).map_err(|error| LetterError::Unfit(error.to_string()))?;
    Ok(Written { memo, came: letter.in_days.is_none().then_some(came) })
}

/// The day so many days after another.
#[must_use]
pub fn on_day(today: Date, days: u16) -> Date {
    today.saturating_add(i64::from(days).days())
}

fn header(scenario: &Scenario, key: &str, letter: &Letter) -> Result<MessageHeader, LetterError> {
    let nobody = |name: &Name| LetterError::Nobody(name.text.clone());
    let from = scenario.organisations.get(letter.from.as_str()).ok_or_else(|| nobody(&letter.from))?;
    let sender = Sender::new(from.cvr.as_str(), id_type::CVR, from.name.as_str());
    let mut recipient = if let Some(person) = scenario.people.get(letter.to.as_str()) {
        Recipient::new(person.cpr.text.replace('-', ""), id_type::CPR)
    } else {
        let to = scenario.organisations.get(letter.to.as_str()).ok_or_else(|| nobody(&letter.to))?;
        Recipient::new(to.cvr.as_str(), id_type::CVR)
    };
    recipient.label = scenario.name_of(letter.to.as_str()).map(str::to_owned);
    let uuid = message_uuid(scenario, key);
    let subject = letter.subject.as_str();
    let mut header = MessageHeader::new(MessageType::DigitalPost, uuid, subject, sender, recipient);
    header.notification = letter.summary.as_ref().map(|summary| summary.text.clone());
    header.reply = letter.answer.then_some(true);
    header.mandatory = letter.important.then_some(true);
    header.legal_notification = letter.legal.then_some(true);
    header.message_code = letter.code.as_ref().map(|code| code.text.clone());
    Ok(header)
}

fn from_file(file: &Name, beside: Option<&[u8]>, header: MessageHeader) -> Result<Message, LetterError> {
    let refuse = |why: String| LetterError::Memo { file: file.text.clone(), why };
    let bytes = beside.ok_or_else(|| refuse("there is no such file beside the scenario".to_owned()))?;
    let mut message = memo::read(bytes).map_err(|error| refuse(error.to_string()))?.message;
    message.header = MessageHeader {
        notification: header.notification.or(message.header.notification),
        reply: header.reply.or(message.header.reply),
        mandatory: header.mandatory.or(message.header.mandatory),
        legal_notification: header.legal_notification.or(message.header.legal_notification),
        message_code: header.message_code.or(message.header.message_code),
        reply_by_date_time: header.reply_by_date_time.or(message.header.reply_by_date_time),
        content_data: message.header.content_data,
        ..header
    };
    Ok(message)
}

fn from_fields(
    letter: &Letter,
    header: MessageHeader,
    today: Date,
    came: Timestamp,
    zone: &TimeZone,
) -> Result<Message, LetterError> {
    let text = with_days(letter.text.as_ref().map_or("", Name::as_str), today)?;
    let page = File::new("text/html", "brev.html", "da", html(&text).into_bytes());
    let mut main = MainDocument::new(page);
    if let Some(appointment) = &letter.appointment {
        let at = appointment.at.as_str();
        let time: Time = at.parse().map_err(|_| LetterError::Time(at.to_owned()))?;
        let start = moment(on_day(today, appointment.in_days), time, zone)?;
        let mut action = Action::new("Læg tiden i din kalender", action_code::APPOINTMENT);
        action.target = Some(ActionTarget::Reservation(Reservation {
            description: header.label.clone(),
            reservation_uuid: header.message_uuid,
            abstract_text: header.label.clone(),
            location: appointment.place.text.clone(),
            start_date_time: start,
            end_date_time: start + APPOINTMENT,
            organizer_mail: None,
            organizer_name: Some(header.sender.label.clone()),
        }));
        main.actions.push(action);
    }
    if let Some(link) = &letter.link {
        let mut action = Action::new(link.label.as_str(), action_code::SELF_SERVICE);
        action.target = Some(ActionTarget::EntryPoint(EntryPoint { url: link.url.text.clone() }));
        main.actions.push(action);
    }
    let mut body = MessageBody::new(came, main);
    for file in &letter.files {
        let text = with_days(file.text.as_str(), today)?;
        body.additional_documents.push(AdditionalDocument {
            additional_document_id: None,
            label: Some(file.name.text.clone()),
            files: vec![File::new("text/plain", file.name.as_str(), "da", text.into_bytes())],
            actions: Vec::new(),
        });
    }
    let mut message = Message::new(Version::V1_2, header);
    message.body = Some(body);
    Ok(message)
}

fn moment(date: Date, time: Time, zone: &TimeZone) -> Result<Timestamp, LetterError> {
    let zoned = date.to_datetime(time).to_zoned(zone.clone());
    zoned.map(|zoned| zoned.timestamp()).map_err(|_| LetterError::Time(date.to_string()))
}
