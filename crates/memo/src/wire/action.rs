//! The tables of actions. An action itself is no plain row: it leads to one thing or the other.

use std::io;

use crate::read::{Cursor, Halt};
use crate::wire::moment::Moment;
use crate::wire::numbers::Uuid4;
use crate::wire::texts::{Text, Url};
use crate::wire::{Nested, ReadElement, ReadValue, WriteElement, sequence};
use crate::write::{Check, Pen};
use crate::{Action, ActionTarget, Content, EntryPoint, Reservation, Rule, Trap};

/// An action as it stands in XML, with room for both targets.
struct Row {
    label: String,
    action_code: String,
    start_date_time: Option<jiff::Timestamp>,
    end_date_time: Option<jiff::Timestamp>,
    reservation: Option<Reservation>,
    entry_point: Option<EntryPoint>,
}

sequence! {
    Row {
        label: one Text Memo "label",
        action_code: one Text Memo "actionCode",
        start_date_time: optional Moment Memo "startDateTime",
        end_date_time: optional Moment Memo "endDateTime",
        reservation: optional Nested Memo "Reservation",
        entry_point: optional Nested Memo "EntryPoint",
    }
}

impl<C> ReadElement<C> for Action {
    fn read(cursor: &mut Cursor<'_, C>) -> Result<Option<Self>, Halt> {
        let Some(row) = <Nested as ReadValue<C, Row>>::read(cursor)? else { return Ok(None) };
        let target = match (row.reservation, row.entry_point) {
            (Some(_), Some(_)) => {
                cursor.fault(Rule::Choice)?;
                return Ok(None);
            }
            (Some(reservation), None) => Some(ActionTarget::Reservation(reservation)),
            (None, Some(entry_point)) => Some(ActionTarget::EntryPoint(entry_point)),
            (None, None) => None,
        };
        if row.start_date_time.zip(row.end_date_time).is_some_and(|(start, end)| end < start) {
            cursor.warn(Trap::EndBeforeStart);
        }
        Ok(Some(Self {
            label: row.label,
            action_code: row.action_code,
            start_date_time: row.start_date_time,
            end_date_time: row.end_date_time,
            target,
        }))
    }
}

impl From<&Action> for Row {
    fn from(action: &Action) -> Self {
        let Action { label, action_code, start_date_time, end_date_time, target } = action.clone();
        let (reservation, entry_point) = match target {
            Some(ActionTarget::Reservation(reservation)) => (Some(reservation), None),
            Some(ActionTarget::EntryPoint(entry_point)) => (None, Some(entry_point)),
            None => (None, None),
        };
        Self { label, action_code, start_date_time, end_date_time, reservation, entry_point }
    }
}

impl<C: Content> WriteElement<C> for Action {
    fn check(&self, check: &mut Check) {
        WriteElement::<C>::check(&Row::from(self), check);
    }

    fn write(&self, pen: &mut Pen<'_>) -> io::Result<()> {
        WriteElement::<C>::write(&Row::from(self), pen)
    }
}

sequence! {
    Reservation {
        description: one Text Memo "description",
        reservation_uuid: one Uuid4 Memo "reservationUUID",
        abstract_text: one Text Memo "abstract",
        location: one Text Memo "location",
        start_date_time: one Moment Memo "startDateTime",
        end_date_time: one Moment Memo "endDateTime",
        organizer_mail: optional Text Memo "organizerMail",
        organizer_name: optional Text Memo "organizerName",
    }
    traps look_at_times
}

fn look_at_times<C>(reservation: &Reservation, cursor: &mut Cursor<'_, C>) {
    if reservation.end_date_time < reservation.start_date_time {
        cursor.warn(Trap::EndBeforeStart);
    }
}

sequence! {
    EntryPoint {
        url: one Url Memo "url",
    }
}
