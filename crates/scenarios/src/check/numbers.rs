//! Numbers are of the series for tests, and addresses lead nowhere.

use basics::{Cpr, Cvr};

use super::Findings;
use crate::{Name, Scenario};

/// Domains that belong to nobody (RFC 2606, and their Danish fellow).
const NOBODYS: [&str; 2] = ["example.dk", "example.com"];

pub(super) fn check(scenario: &Scenario, found: &mut Findings<'_>) {
    let mut own: Vec<Cpr> = Vec::new();
    for (key, person) in &scenario.people {
        let field = format!("people.{key}.cpr");
        match person.cpr.text.parse::<Cpr>() {
            Err(_) => found.add(person.cpr.line, &field, "this is no CPR number"),
            Ok(cpr) if !cpr.is_replacement() => {
                let what = "somebody real may have this number: take one whose day is 60 higher";
                found.add(person.cpr.line, &field, what);
            }
            Ok(cpr) if cpr.birth_date() != person.born.date => {
                let what = format!("the number says {}, not {}", cpr.birth_date(), person.born.date);
                found.add(person.cpr.line, &field, what);
            }
            Ok(cpr) if own.contains(&cpr) => {
                found.add(person.cpr.line, &field, "two people have this number");
            }
            Ok(cpr) => own.push(cpr),
        }
        if key.is_empty() || !key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()) {
            let what = "people sign in by this: it is small letters from a to z and digits";
            found.add(person.name.line, format!("people.{key}"), what);
        }
    }
    for (key, organisation) in &scenario.organisations {
        let number = &organisation.cvr;
        let field = format!("organisations.{key}.cvr");
        if number.text.parse::<Cvr>().is_err() {
            found.add(number.line, field, "this is no CVR number");
        } else if !number.text.starts_with('9') {
            found.add(number.line, field, "some real company may have it: those for tests begin with 9");
        }
        if !organisation.name.text.ends_with("(opdigtet)") {
            let what = "the name ends with (opdigtet), so that nobody takes it for a real one";
            found.add(organisation.name.line, format!("organisations.{key}.name"), what);
        }
    }
    for (key, letter) in &scenario.letters {
        let texts = [Some(&letter.subject), letter.text.as_ref(), letter.summary.as_ref()];
        for text in texts.into_iter().flatten().chain(letter.files.iter().map(|file| &file.text)) {
            addresses(&format!("letters.{key}"), text.line, &text.text, found);
            people_named(&format!("letters.{key}"), text.line, &text.text, &own, found);
        }
        if let Some(link) = &letter.link {
            url(&format!("letters.{key}.link"), &link.url, found);
        }
    }
    for (field, text) in super::words::texts(scenario) {
        for (_, words) in text.all() {
            addresses(&field, text.line, words, found);
            people_named(&field, text.line, words, &own, found);
        }
    }
}

fn url(field: &str, url: &Name, found: &mut Findings<'_>) {
    let host =
        url.text.strip_prefix("https://").map(|rest| rest.split(['/', '?', '#']).next().unwrap_or(rest));
    match host {
        None => found.add(url.line, field, "a link begins with https://"),
        Some(host) if !is_nobodys(host) => {
            found.add(url.line, field, format!("{host} may be somebody's; {ADVICE}"));
        }
        Some(_) => {}
    }
}

const ADVICE: &str = "what is made up ends with example.dk or example.com";

/// Looks at whatever looks like a link or an e-mail address.
fn addresses(field: &str, line: u64, text: &str, found: &mut Findings<'_>) {
    for word in text.split_whitespace() {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let host = match (word.split_once("://"), word.split_once('@')) {
            (Some((_, rest)), _) | (None, Some((_, rest))) => {
                rest.split(['/', '?', '#']).next().unwrap_or(rest)
            }
            (None, None) if word.starts_with("www.") => word.split('/').next().unwrap_or(word),
            (None, None) => continue,
        };
        if !is_nobodys(host) {
            found.add(line, field, format!("{host} may be somebody's; {ADVICE}"));
        }
    }
}

fn is_nobodys(host: &str) -> bool {
    let host = host.to_lowercase();
    NOBODYS.iter().any(|domain| host == *domain || host.ends_with(&format!(".{domain}")))
}

/// A number in a text is that of somebody in the story.
fn people_named(field: &str, line: u64, text: &str, own: &[Cpr], found: &mut Findings<'_>) {
    let digits_and_hyphens = |c: char| !(c.is_ascii_digit() || c == '-');
    for word in text.split(digits_and_hyphens) {
        let has_form = word.len() == 11 && word.as_bytes()[6] == b'-';
        if has_form && !word.parse().is_ok_and(|cpr: Cpr| own.contains(&cpr)) {
            found.add(line, field, "the CPR number in the text is nobody's in the story");
        }
    }
}
