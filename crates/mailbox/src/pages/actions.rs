//! What can be done about a letter: appointments, payments, self-service and other pages to go to.

use http::Uri;
use jiff::Timestamp;
use memo::{Action, ActionTarget, Message, Reservation, action_code};
use page::Visit;

use super::when;
use super::whose::Whose;
use crate::letters::{Letter, Stored};

/// An appointment on a page.
pub(super) struct Appointment {
    pub(super) title: String,
    pub(super) text: String,
    pub(super) when: String,
    pub(super) left: String,
    pub(super) place: String,
    pub(super) with: Option<String>,
    pub(super) calendar: String,
}

/// Something else to do.
pub(super) struct Errand {
    pub(super) label: String,
    /// What kind of thing it is, in the reader's words.
    pub(super) kind: String,
    /// Where it leads, and the name of the site.
    pub(super) link: Option<(String, String)>,
    /// When it can be done, or that it cannot any more.
    pub(super) note: Option<String>,
}

/// What can be done about a letter.
#[derive(Default)]
pub(super) struct ToDo {
    pub(super) appointments: Vec<Appointment>,
    pub(super) errands: Vec<Errand>,
}

impl ToDo {
    pub(super) fn of(whose: &Whose, letter: &Letter, message: &Message<Stored>) -> Self {
        let mut todo = Self::default();
        for (n, action) in message.actions().enumerate() {
            match &action.target {
                Some(ActionTarget::Reservation(reservation)) => {
                    let calendar = whose.path(&format!("/brev/{}/aftale/{n}.ics", letter.id));
                    todo.appointments.push(appointment(&whose.visit, reservation, calendar));
                }
                Some(ActionTarget::EntryPoint(page)) => {
                    todo.errands.push(errand(&whose.visit, action, Some(&page.url)));
                }
                None => todo.errands.push(errand(&whose.visit, action, None)),
            }
        }
        todo
    }
}

fn appointment(visit: &Visit, reservation: &Reservation, calendar: String) -> Appointment {
    let (from, to) = (reservation.start_date_time, reservation.end_date_time);
    let ends = if when::day(visit, from) == when::day(visit, to) {
        visit.words.time(to.to_zoned(visit.realm.zone().clone()).time())
    } else {
        when::moment(visit, to)
    };
    let when = when::moment(visit, from);
    Appointment {
        title: reservation.abstract_text.clone(),
        text: reservation.description.clone(),
        when: if to > from { visit.words.t2("mail-from-to", "from", when, "to", ends) } else { when },
        left: if from < visit.realm.now() {
            visit.words.t("mail-appointment-over")
        } else {
            when::left(visit, from)
        },
        place: reservation.location.clone(),
        with: reservation.organizer_name.clone(),
        calendar,
    }
}

fn errand(visit: &Visit, action: &Action, url: Option<&str>) -> Errand {
    let words = visit.words;
    let host = url.and_then(host_of);
    let state = Open::of(action, visit.realm.now());
    let note = match state {
        Open::Later(at) => Some(words.t1("mail-action-later", "date", when::moment(visit, at))),
        Open::Over(at) => Some(words.t1("mail-action-over", "date", when::moment(visit, at))),
        Open::Until(at) => Some(words.t1("mail-action-until", "date", when::moment(visit, at))),
        Open::Now => None,
    };
    let is_open = matches!(state, Open::Now | Open::Until(_));
    let leads_nowhere = url.is_some() && host.is_none();
    Errand {
        label: match action.label.trim() {
            "" => words.t("mail-action-page"),
            label => label.to_owned(),
        },
        kind: words.t(&format!("mail-action-{}", kind_of(&action.action_code))),
        link: url.zip(host).filter(|_| is_open).map(|(url, host)| (url.trim().to_owned(), host)),
        note: note.or_else(|| leads_nowhere.then(|| words.t("mail-action-unsafe"))),
    }
}

fn kind_of(code: &str) -> &'static str {
    match code.trim().to_uppercase().as_str() {
        action_code::PAYMENT => "payment",
        action_code::SELF_SERVICE => "self-service",
        action_code::SIGN => "sign",
        action_code::CONFIRM => "confirm",
        action_code::PREPARE => "prepare",
        action_code::ENROL => "enrol",
        _ => "page",
    }
}

/// Whether something can be done now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Open {
    Now,
    Until(Timestamp),
    Later(Timestamp),
    Over(Timestamp),
}

impl Open {
    /// Messages in circulation have ends before their starts; such times say nothing, and the way stays open.
    fn of(action: &Action, now: Timestamp) -> Self {
        match (action.start_date_time, action.end_date_time) {
            (Some(start), Some(end)) if end < start => Open::Now,
            (_, Some(end)) if end < now => Open::Over(end),
            (Some(start), _) if now < start => Open::Later(start),
            (_, Some(end)) => Open::Until(end),
            _ => Open::Now,
        }
    }
}

/// The site to which an address on the web leads; `None` where it is no such address, or looks like another than it is.
fn host_of(url: &str) -> Option<String> {
    let url = url.trim();
    if url.chars().any(|c| c == '\\' || c.is_whitespace() || c.is_control()) {
        return None;
    }
    let uri: Uri = url.parse().ok()?;
    let is_web = matches!(uri.scheme_str(), Some("http" | "https"));
    let authority = uri.authority()?;
    let is_plain = is_web && !authority.as_str().contains('@') && !authority.host().is_empty();
    is_plain.then(|| authority.host().to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_where_it_says() {
        assert_eq!(host_of("https://Betal.Vejle.dk/regning?id=7"), Some("betal.vejle.dk".to_owned()));
        for sly in [
            "javascript:alert(1)",
            "data:text/html,x",
            "//evil.example/",
            "https://borger.dk@evil.example/",
            "https://evil.example\\@borger.dk/",
            "https:///x",
            "https://borger.dk/ x",
            "ftp://borger.dk/",
            "",
        ] {
            assert_eq!(host_of(sly), None, "{sly}");
        }
    }

    #[test]
    fn times_that_say_nothing_close_nothing() {
        let at = |text: &str| -> Timestamp { text.parse().unwrap() };
        let now = at("2026-11-22T09:30:00Z");
        let (before, after) = (at("2026-11-01T00:00:00Z"), at("2026-12-01T00:00:00Z"));
        let open = |start, end| {
            let mut action = Action::new("Betal", "BETALING");
            (action.start_date_time, action.end_date_time) = (start, end);
            Open::of(&action, now)
        };
        assert_eq!(open(None, None), Open::Now);
        assert_eq!(open(Some(before), Some(after)), Open::Until(after));
        assert_eq!(open(None, Some(before)), Open::Over(before));
        assert_eq!(open(Some(after), None), Open::Later(after));
        assert_eq!(open(Some(after), Some(before)), Open::Now);
    }
}
