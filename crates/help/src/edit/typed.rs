//! What people type, understood: telephone numbers, addresses on the web, dates and times of day.
//!
//! Each takes what was typed and gives it in the one way in which the register keeps it, or `None` where it cannot
//! be what it should be.

use jiff::civil::{Date, Time};

/// One line of text: no line breaks, single spaces, nothing at the ends.
///
/// ```
/// assert_eq!(help::edit::typed::line("  Vejle \n Bibliotek "), "Vejle Bibliotek");
/// ```
#[must_use]
pub fn line(typed: &str) -> String {
    let words: Vec<&str> =
        typed.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// Several lines: line breaks stay, in one form, with nothing at the ends.
#[must_use]
pub fn lines(typed: &str) -> String {
    let lines: Vec<String> = typed.lines().map(line).collect();
    lines.join("\n").trim().to_owned()
}

/// A telephone number: eight digits of Denmark in pairs, or a country code (ITU-T E.164, at most fifteen digits) with
/// the groups in which it was typed.
///
/// ```
/// use help::edit::typed::phone;
///
/// assert_eq!(phone("+45 7582-3200").as_deref(), Some("75 82 32 00"));
/// assert_eq!(phone("0046 40 34 10 00").as_deref(), Some("+46 40 34 10 00"));
/// assert_eq!(phone("75 82 32"), None);
/// ```
#[must_use]
pub fn phone(typed: &str) -> Option<String> {
    let typed = line(typed);
    let typed = typed.trim_start_matches('(');
    if is_example(typed) {
        return Some(typed.to_owned());
    }
    let international = typed.strip_prefix('+').or_else(|| typed.strip_prefix("00"));
    let number = international.unwrap_or(typed);
    if !number.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-' | '.' | '/' | '(' | ')')) {
        return None;
    }
    let groups: Vec<String> = number
        .split(|c: char| !c.is_ascii_digit())
        .filter(|group| !group.is_empty())
        .map(str::to_owned)
        .collect();
    let digits = groups.concat();
    let danish = match international {
        None => Some(digits.as_str()),
        Some(_) => digits.strip_prefix("45"),
    };
    match danish {
        Some(danish) if danish.len() == 8 && !danish.starts_with('0') => Some(in_pairs(danish)),
        Some(_) => None,
        None if (7..=15).contains(&digits.len()) && !digits.starts_with('0') => {
            Some(format!("+{}", groups.join(" ")))
        }
        None => None,
    }
}

/// The numbers of made-up places, `00 00 20 69`: nobody can be called by them, and a form that shows one must be able to
/// send it back unchanged.
fn is_example(typed: &str) -> bool {
    let pairs: Vec<&str> = typed.split(' ').collect();
    let all_pairs = pairs.iter().all(|pair| pair.len() == 2 && pair.chars().all(|c| c.is_ascii_digit()));
    pairs.len() == 4 && all_pairs && pairs.starts_with(&["00", "00"])
}

fn in_pairs(eight: &str) -> String {
    [&eight[..2], &eight[2..4], &eight[4..6], &eight[6..]].join(" ")
}

/// An address for e-mail: something, an @, and a domain with a dot.
#[must_use]
pub fn email(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let (local, domain) = typed.rsplit_once('@')?;
    let plain = |c: char| !c.is_whitespace() && !c.is_control() && !"<>()[],;:\"\\@".contains(c);
    let sound = !local.is_empty() && local.chars().all(plain) && is_domain(domain) && typed.len() <= 254;
    sound.then(|| typed.to_owned())
}

/// An address on the web. Where nobody typed how it begins, it is `https://`.
///
/// ```
/// use help::edit::typed::website;
///
/// assert_eq!(website("www.vejlebib.dk").as_deref(), Some("https://www.vejlebib.dk"));
/// assert_eq!(website("javascript:alert(1)"), None);
/// ```
#[must_use]
pub fn website(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let whole = if typed.contains("://") { typed.to_owned() } else { format!("https://{typed}") };
    let (scheme, rest) = whole.split_once("://")?;
    let host_and_port = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (host, port) = match host_and_port.split_once(':') {
        Some((host, port)) => (host, Some(port)),
        None => (host_and_port, None),
    };
    let sound = matches!(scheme.to_ascii_lowercase().as_str(), "https" | "http")
        && is_domain(host)
        && port.is_none_or(|port| port.parse::<u16>().is_ok())
        && !whole.chars().any(|c| c.is_whitespace() || c.is_control() || "<>\"`{}|\\^".contains(c))
        && whole.len() <= 500;
    sound.then_some(whole)
}

/// Whether this can be a domain with at least one dot; letters such as `ø` are letters there too (RFC 5891).
fn is_domain(text: &str) -> bool {
    let label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    text.contains('.') && text.split('.').all(label)
}

/// A date: `2026-12-24`, as browsers send it, or `24-12-2026`, `24.12.2026`, `24/12/2026`, as Danes write it.
#[must_use]
pub fn date(typed: &str) -> Option<Date> {
    let parts: Vec<&str> = typed.trim().split(['-', '.', '/', ' ']).filter(|part| !part.is_empty()).collect();
    let [one, month, three] = parts[..] else { return None };
    let (year, day) = if one.len() == 4 { (one, three) } else { (three, one) };
    if year.len() != 4 {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// A time of day: `09:00`, `9.30`, `9`. 24:00 is midnight.
#[must_use]
pub fn time(typed: &str) -> Option<Time> {
    let typed = typed.trim();
    let (hour, minute) = typed.split_once([':', '.']).unwrap_or((typed, "0"));
    // A browser may send seconds.
    let minute = minute.split([':', '.']).next().unwrap_or_default();
    match (hour.parse().ok()?, minute.parse().ok()?) {
        (24, 0) => Some(Time::midnight()),
        (hour, minute) => Time::new(hour, minute, 0, 0).ok(),
    }
}

/// A date as a field of a form holds it.
#[must_use]
pub fn of_date(date: Option<Date>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

/// A time of day as a field of a form holds it.
#[must_use]
pub fn of_time(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}
