//! What the recipient can do about a document.

use jiff::Timestamp;
use uuid::Uuid;

/// Values of `actionCode` in use. The schema leaves it as free text.
pub mod action_code {
    /// An appointment, with a [`Reservation`](super::Reservation).
    pub const APPOINTMENT: &str = "AFTALE";
    /// To pay.
    pub const PAYMENT: &str = "BETALING";
    /// To use self-service.
    pub const SELF_SERVICE: &str = "SELVBETJENING";
    /// To read more.
    pub const INFORMATION: &str = "INFORMATION";
    /// To sign.
    pub const SIGN: &str = "UNDERSKRIV";
    /// To confirm.
    pub const CONFIRM: &str = "BEKRAEFT";
    /// To prepare for something.
    pub const PREPARE: &str = "FORBEREDELSE";
    /// To enrol.
    pub const ENROL: &str = "TILMELDING";
}

/// `Action`.
#[derive(Debug, Clone, PartialEq)]
pub struct Action {
    /// What the button says.
    pub label: String,
    /// What kind of action it is; see [`action_code`].
    pub action_code: String,
    /// From when it is open.
    pub start_date_time: Option<Timestamp>,
    /// Until when it is open. Messages in circulation have ends before their starts.
    pub end_date_time: Option<Timestamp>,
    /// Where it leads.
    pub target: Option<ActionTarget>,
}

impl Action {
    /// An action that leads nowhere yet.
    pub fn new(label: impl Into<String>, action_code: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            action_code: action_code.into(),
            start_date_time: None,
            end_date_time: None,
            target: None,
        }
    }
}

/// Where an action leads: never to both.
#[derive(Debug, Clone, PartialEq)]
pub enum ActionTarget {
    /// To an appointment.
    Reservation(Reservation),
    /// To a page.
    EntryPoint(EntryPoint),
}

/// `EntryPoint`: a page on the web.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct EntryPoint {
    /// Its address, at most 256 characters. It comes from outside: show where it leads before going there.
    pub url: String,
}

/// `Reservation`: an appointment. [`crate::calendar`] makes a calendar entry of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Reservation {
    /// What it is about, at length.
    pub description: String,
    /// Its number, of UUID version 4.
    pub reservation_uuid: Uuid,
    /// What it is about, in short: `abstract` in the schema, a word that Rust keeps for itself.
    pub abstract_text: String,
    /// Where.
    pub location: String,
    /// When it begins.
    pub start_date_time: Timestamp,
    /// When it ends.
    pub end_date_time: Timestamp,
    /// Where to write to whoever invites.
    pub organizer_mail: Option<String>,
    /// Who invites.
    pub organizer_name: Option<String>,
}
