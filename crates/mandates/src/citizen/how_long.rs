//! The third step: the first and the last day.

use access::mandates::{Mandate, MandateTag, State, reword};
use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse as _, Response};
use basics::Id;
use http::StatusCode;
use jiff::civil::Date;
use jiff::{Span, ToSpan as _};
use page::{FieldErrors, Form, Problem, Shell, Visit, html};
use serde::Deserialize;

use super::whose::{Seen, begin, hands, path};
use super::{redirect, refusal};

const DATE: &str = "date";
const NONE: &str = "none";

/// How long it can last at the touch of a button.
fn lengths() -> [(&'static str, Span); 3] {
    [("3m", 3.months()), ("1y", 1.year()), ("2y", 2.years())]
}

#[derive(Debug, Default, Clone, Deserialize)]
#[serde(default)]
pub(super) struct LengthForm {
    length: Vec<String>,
    ends_on: String,
    starts_on: String,
}

#[derive(Template)]
#[template(path = "citizen/how_long.html")]
struct LengthPage {
    shell: Shell,
    errors: FieldErrors,
    action: String,
    is_step: bool,
    form: LengthForm,
    lengths: Vec<(String, String)>,
    /// Whether it begins on another day than today, so that the fold stands open.
    begins_later: bool,
}

impl LengthForm {
    fn of(mandate: &Mandate, today: Date) -> Self {
        let terms = &mandate.terms;
        let first = terms.starts_on.max(today);
        let fits = |span: Span| terms.ends_on == Some(first.saturating_add(span));
        let length = match (terms.ends_on, lengths().into_iter().find(|(_, span)| fits(*span))) {
            (None, _) => NONE,
            (Some(_), Some((code, _))) => code,
            (Some(_), None) => DATE,
        };
        let ends_on = terms.ends_on.filter(|_| length == DATE);
        Self {
            length: vec![length.to_owned()],
            ends_on: ends_on.map(|last| last.to_string()).unwrap_or_default(),
            starts_on: first.to_string(),
        }
    }
}

pub(super) async fn page(visit: Visit, Path(id): Path<Id<MandateTag>>) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    let seen = Seen::find(&visit, &tx, id).await?;
    if !seen.can_reword() {
        return Ok(redirect(&visit, &seen.path("")));
    }
    let form = LengthForm::of(&seen.mandate, access::now_in(&visit.realm).today);
    Ok(html(&shown(&visit, &seen, form, FieldErrors::default())))
}

fn shown(visit: &Visit, seen: &Seen, form: LengthForm, errors: FieldErrors) -> LengthPage {
    let words = visit.words;
    let codes = lengths().map(|(code, _)| code).into_iter().chain([DATE, NONE]);
    let today = access::now_in(&visit.realm).today;
    LengthPage {
        shell: visit
            .shell(words.t("mandate-length-title"))
            .back_to(&path(seen.mandate.id, "/hvad"))
            .with_errors(!errors.is_empty()),
        errors,
        action: path(seen.mandate.id, "/hvor-laenge"),
        is_step: seen.mandate.state == State::Draft,
        lengths: codes.map(|code| (code.to_owned(), words.t(&format!("mandate-length-{code}")))).collect(),
        begins_later: form.starts_on != today.to_string(),
        form,
    }
}

pub(super) async fn save(
    visit: Visit,
    Path(id): Path<Id<MandateTag>>,
    Form(form): Form<LengthForm>,
) -> Result<Response, Problem> {
    let words = visit.words;
    let seen = Seen::first(&visit, id).await?;
    if !seen.can_reword() {
        return Ok(redirect(&visit, &seen.path("")));
    }
    if seen.mandate.terms.powers.is_empty() {
        return Ok(redirect(&visit, &path(id, "/hvad")));
    }
    let mut errors = FieldErrors::default();
    let today = access::now_in(&visit.realm).today;
    let starts_on = match form.starts_on.trim() {
        "" => Some(today),
        typed => day(typed),
    };
    match starts_on {
        None => errors.add("starts_on", words.t("mandate-day-wrong")),
        Some(first) if first < today => errors.add("starts_on", words.t("mandate-first-past")),
        Some(_) => {}
    }
    let first = starts_on.unwrap_or(today);
    let length = form.length.first().map(String::as_str).unwrap_or_default();
    let ends_on = match lengths().into_iter().find(|(code, _)| *code == length) {
        Some((_, span)) => Some(first.saturating_add(span)),
        None if length == NONE => None,
        None if length == DATE => {
            let last = day(&form.ends_on);
            if last.is_none() {
                errors.add("ends_on", words.t("mandate-day-wrong"));
            }
            last
        }
        None => {
            errors.add("length", words.t("mandate-length-missing"));
            None
        }
    };
    if errors.is_empty() {
        let mut terms = seen.mandate.terms.clone();
        (terms.starts_on, terms.ends_on) = (first, ends_on);
        let (mut work, permit) = begin(&visit).await?;
        match reword(&mut work, hands(&seen, &permit), id, terms).await {
            Ok(_) => {
                work.commit().await?;
                return Ok(redirect(&visit, &seen.path("/se")));
            }
            Err(error) => match refusal::in_words(words, &error) {
                Some(message) => errors.add(if length == DATE { "ends_on" } else { "length" }, message),
                None => return Err(refusal::problem(error)),
            },
        }
    }
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&shown(&visit, &seen, form, errors))).into_response())
}

/// A day as browsers send it (`2026-12-31`), or as people write it (`31.12.2026`, `31/12 2026`).
fn day(typed: &str) -> Option<Date> {
    let typed = typed.trim();
    if let Ok(day) = typed.parse() {
        return Some(day);
    }
    let parts: Vec<&str> =
        typed.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let [day, month, year] = parts[..] else { return None };
    Date::new(year.parse().ok().filter(|year| *year >= 1900)?, month.parse().ok()?, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_day_is_read_as_people_write_it() {
        for typed in ["2026-12-31", "31.12.2026", " 31/12 2026", "31-12-2026"] {
            assert_eq!(day(typed), Some(date(2026, 12, 31)), "{typed}");
        }
        for typed in ["", "31.12", "31.12.26", "32.12.2026", "i morgen"] {
            assert_eq!(day(typed), None, "{typed}");
        }
    }
}
