//! Who may do what, as tables that a lawyer can read: roles by actions, and what mandates can open.

use std::fmt::Write as _;

use basics::Id;
use people::Role;
use uuid::Uuid;

use crate::mandates::{Level, Power, catalogue};
use crate::{Holder, policy};

/// Both tables, generated from `policies/roles.csv` and `data/denmark/powers.csv`. `policies/matrix.txt` is kept the same.
#[must_use]
pub fn matrix() -> String {
    format!(
        "What a role allows. \"self\": what is the person's own; \"own_organisation\": what belongs to the organisation in \
         which\nthey have the role; \"anywhere\": whoever it belongs to. Everybody is a citizen.\n\n{}\nWhat a mandate can \
         open, to whom its giver likes, within the limits that the giver sets. Nothing else can be\nopened: post.read opens \
         no deletion. A sensitive power that is registered at the counter needs a second employee.\n\n{}",
        aligned(&roles()),
        aligned(&powers())
    )
}

fn roles() -> Vec<Vec<String>> {
    let mut actions: Vec<&str> = policy().rules().iter().map(|rule| rule.action).collect();
    actions.sort_unstable();
    actions.dedup();
    let heads = std::iter::once("action").chain(Role::ALL.map(Role::code));
    let mut rows = vec![heads.map(str::to_owned).collect()];
    for action in actions {
        let scopes = Role::ALL.map(|role| policy().scope(role, action).map_or("-", |scope| scope.code()));
        rows.push(std::iter::once(action).chain(scopes).map(str::to_owned).collect());
    }
    rows
}

fn powers() -> Vec<Vec<String>> {
    let heads =
        ["power", "service", "level", "actions", "given by", "sensitive", "from", "to", "legal basis"];
    let mut rows = vec![heads.map(str::to_owned).to_vec()];
    for power in catalogue().powers() {
        let (from, to) = power.days();
        rows.push(vec![
            power.code.clone(),
            power.service.clone(),
            level(power.level).to_owned(),
            power.actions().join(" "),
            givers(power).to_owned(),
            if power.is_sensitive { "yes" } else { "no" }.to_owned(),
            from.to_string(),
            to.map_or_else(|| "-".to_owned(), |day| day.to_string()),
            power.legal_basis.clone(),
        ]);
    }
    rows
}

fn level(level: Level) -> &'static str {
    match level {
        Level::See => "see",
        Level::Act => "act",
        Level::Contact => "contact",
    }
}

fn givers(power: &Power) -> &'static str {
    let by_person = power.can_be_given_by(Holder::Person(Id::from_uuid(Uuid::nil())));
    let by_organisation = power.can_be_given_by(Holder::Organisation(Id::from_uuid(Uuid::nil())));
    match (by_person, by_organisation) {
        (true, true) => "both",
        (true, false) => "person",
        (false, true) => "organisation",
        (false, false) => "nobody",
    }
}

/// Rows as lines, each column as wide as its widest cell.
fn aligned(rows: &[Vec<String>]) -> String {
    let columns = rows.first().map_or(0, Vec::len);
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut table = String::new();
    for row in rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            write!(line, "{cell:<width$}  ").expect("writing to a text does not fail");
        }
        table.push_str(line.trim_end());
        table.push('\n');
    }
    table
}
