//! The text of a letter as a page: paragraphs, headings, lists, and dates that are counted from the day of the story.

use jiff::ToSpan as _;
use jiff::civil::Date;

const MONTHS: [&str; 12] = [
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
];

/// A `{…}` in a text that is no date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{{{0}}} is no day: write {{day+16}} or {{day-3}}")]
pub struct NoDay(pub String);

/// The text with every `{day+16}` as a date: `den 18. marts 2026`.
pub(crate) fn with_days(text: &str, today: Date) -> Result<String, NoDay> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (inside, behind) =
            after.split_once('}').ok_or_else(|| NoDay(after.chars().take(12).collect()))?;
        out.push_str(before);
        out.push_str(&danish(day(inside, today).ok_or_else(|| NoDay(inside.to_owned()))?));
        rest = behind;
    }
    out.push_str(rest);
    Ok(out)
}

fn day(inside: &str, today: Date) -> Option<Date> {
    let days: i64 = match inside.trim().strip_prefix("day")?.trim() {
        "" => 0,
        signed => signed.parse().ok().filter(|days: &i64| days.abs() <= 3660)?,
    };
    today.checked_add(days.days()).ok()
}

fn danish(date: Date) -> String {
    let month = MONTHS[usize::try_from(date.month() - 1).expect("months count from 1")];
    format!("den {}. {month} {}", date.day(), date.year())
}

/// The text as HTML.
pub(crate) fn html(text: &str) -> String {
    let mut body = String::new();
    for block in text.replace("\r\n", "\n").split("\n\n").map(str::trim).filter(|block| !block.is_empty()) {
        let lines: Vec<&str> = block.lines().map(str::trim).collect();
        if let [line] = lines.as_slice()
            && let Some(heading) = line.strip_prefix("# ")
        {
            body.push_str(&format!("<h2>{}</h2>", safe(heading)));
        } else if lines.iter().all(|line| line.starts_with("- ")) {
            let items: String = lines.iter().map(|line| format!("<li>{}</li>", safe(&line[2..]))).collect();
            body.push_str(&format!("<ul>{items}</ul>"));
        } else {
            let lines: Vec<String> = lines.into_iter().map(safe).collect();
            body.push_str(&format!("<p>{}</p>", lines.join("<br>")));
        }
    }
    format!(
        "<!DOCTYPE html><html lang=\"da\"><head><meta charset=\"utf-8\"></head><body>{body}</body></html>"
    )
}

fn safe(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_are_counted_from_the_day_of_the_story() {
        let said = with_days("Mød {day+2}, ikke {day-1} eller {day}.", date(2026, 2, 27)).unwrap();
        assert_eq!(said, "Mød den 1. marts 2026, ikke den 26. februar 2026 eller den 27. februar 2026.");
        for wrong in ["{dag+2}", "{day+x}", "{day+99999}", "{day+1", "{}"] {
            assert!(with_days(wrong, date(2026, 2, 27)).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_letter_has_headings_lists_and_paragraphs_and_no_markup_of_its_own() {
        let page = html("# Tid\n\nKære <b>Ida</b>\nHej\n\n- Kom\n- Gå & stå");
        assert!(page.contains("<h2>Tid</h2><p>Kære &lt;b&gt;Ida&lt;/b&gt;<br>Hej</p>"), "{page}");
        assert!(page.contains("<ul><li>Kom</li><li>Gå &amp; stå</li></ul>"), "{page}");
    }
}
