//! Migrations stand in one line: numbered without gaps, each table under its owner's name.

use super::arrows::table_owners;
use super::tables::tables;
use super::{Finding, Text};

/// Every `migrations/NNNN_name.sql` follows the one before it and creates only tables that have an owner.
pub(super) fn one_line(texts: &[Text]) -> Vec<Finding> {
    let mut migrations: Vec<&Text> =
        texts.iter().filter(|text| text.path.starts_with("migrations/") && text.is(&["sql"])).collect();
    migrations.sort_by(|one, other| one.path.cmp(&other.path));
    let mut findings = Vec::new();
    for (expected, migration) in (1..).zip(migrations) {
        match number(&migration.path) {
            None => findings.push(Finding::new(
                &migration.path,
                1,
                "name it migrations/NNNN_name.sql, in lower case",
            )),
            Some(number) if number != expected => {
                let message = format!("number {number:04} stands where {expected:04} belongs; renumber it");
                findings.push(Finding::new(&migration.path, 1, message));
            }
            Some(_) => {}
        }
        findings.extend(orphans(migration));
    }
    findings
}

/// `12` for `migrations/0012_help_points.sql`.
fn number(path: &str) -> Option<u32> {
    let (number, name) = path.strip_prefix("migrations/")?.strip_suffix(".sql")?.split_once('_')?;
    let is_name = !name.is_empty()
        && name.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_');
    (number.len() == 4 && is_name).then(|| number.parse().ok())?
}

fn orphans(migration: &Text) -> Vec<Finding> {
    let without_comments: String = migration
        .lines()
        .map(|(_, line)| line.split("--").next().unwrap_or_default().to_owned() + "\n")
        .collect();
    tables(&without_comments)
        .into_iter()
        .filter(|(_, table)| !table_owners().any(|owner| table.split('_').next() == Some(owner)))
        .map(|(line, table)| {
            let message = format!("table {table} has no owner; begin its name with the crate it belongs to");
            Finding::new(&migration.path, line + 1, message)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{shown, text};
    use super::*;

    #[test]
    fn numbers_follow_each_other() {
        let line = [
            text("migrations/0001_realm.sql", "create table realm_audit (id text);"),
            text("migrations/0002_help_points.sql", "create table if not exists help_points (id text);"),
            text("migrations/README.md", "One line."),
        ];
        assert!(one_line(&line).is_empty());
    }

    #[test]
    fn a_gap_and_a_double_number_are_both_found() {
        let gap = [text("migrations/0001_a.sql", ""), text("migrations/0003_b.sql", "")];
        assert_eq!(
            shown(&one_line(&gap)),
            ["migrations/0003_b.sql:1: number 0003 stands where 0002 belongs; renumber it"]
        );
        let double = [text("migrations/0001_a.sql", ""), text("migrations/0001_b.sql", "")];
        assert_eq!(one_line(&double).len(), 1);
    }

    #[test]
    fn a_name_off_the_pattern_is_found() {
        for path in [
            "migrations/1_a.sql",
            "migrations/0001-a.sql",
            "migrations/0001_A.sql",
            "migrations/old/0001_a.sql",
        ] {
            assert_eq!(one_line(&[text(path, "")]).len(), 1, "{path}");
        }
    }

    #[test]
    fn a_table_without_an_owner_is_found_where_it_is_created() {
        let migration =
            text("migrations/0001_a.sql", "-- taken from old_hours\n\ncreate table opening_hours (id text);");
        assert_eq!(
            shown(&one_line(&[migration])),
            [
                "migrations/0001_a.sql:3: table opening_hours has no owner; begin its name with the crate it belongs to"
            ]
        );
    }
}
