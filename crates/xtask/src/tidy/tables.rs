//! A table carries its owner's name, and nobody else names it in SQL.

use super::arrows::table_owners;
use super::rust_text::literals;
use super::{Finding, Text};

/// Words after which SQL names a table.
const BEFORE_A_TABLE: [&str; 6] = ["from", "join", "into", "update", "table", "references"];
/// Words that may stand between: `create table if not exists help_points`, `delete from only …`.
const IN_BETWEEN: [&str; 4] = ["if", "not", "exists", "only"];
/// Words a statement starts with.
const STATEMENTS: [&str; 8] = ["select", "insert", "update", "delete", "with", "create", "alter", "drop"];

/// Where tests, trials and measurements of the whole program stand.
const WHOLE_PROGRAM_TESTS: [&str; 5] = [
    "crates/stories/tests/",
    "crates/access-model/tests/",
    "crates/omtanke/tests/",
    "crates/faults/src/",
    "benches/benches/",
];

/// Each crate names only tables that carry its own name.
pub(super) fn owners(texts: &[Text]) -> Vec<Finding> {
    // This crate has no tables; what looks like SQL here are examples for its own tests. Whole-program tests play the
    // intruder, the other node and the full disk, who ask no owner.
    let may_hold_sql = |text: &&Text| {
        text.is(&["rs"])
            && text.room() != Some("xtask")
            && !WHOLE_PROGRAM_TESTS.iter().any(|folder| text.path.starts_with(folder))
    };
    texts.iter().filter(may_hold_sql).flat_map(in_file).collect()
}

fn in_file(text: &Text) -> Vec<Finding> {
    let room = text.room().unwrap_or("benches");
    let mut findings = Vec::new();
    for literal in literals(&text.content) {
        for (line, table) in tables(literal.text) {
            if let Some(message) = judge(&table, room, is_statement(literal.text)) {
                findings.push(Finding::new(&text.path, literal.line + line, message));
            }
        }
    }
    findings
}

fn judge(table: &str, room: &str, in_statement: bool) -> Option<String> {
    let owner = table.split('_').next()?;
    if owner == room || (room == "store" && is_catalogue(table)) {
        return None;
    }
    if table_owners().any(|known| known == owner) {
        return Some(format!("table {table} belongs to {owner}; ask {owner} for what {room} needs to know"));
    }
    // Outside a statement, the words are most likely prose.
    in_statement.then(|| format!("table {table} carries nobody's name; call it {room}_…"))
}

/// The tables in which the databases describe themselves.
fn is_catalogue(table: &str) -> bool {
    ["pg_", "pragma_", "sqlite_", "information_schema"].iter().any(|prefix| table.starts_with(prefix))
}

/// Names of tables in a piece of SQL, with their line within it counted from zero.
///
/// A name has an underscore, which leaves out most prose. Names that the statement itself gives to a part
/// (`with due_now as (…)`) are not tables.
pub(super) fn tables(sql: &str) -> Vec<(usize, String)> {
    let words = words(sql);
    let made_here: Vec<&str> =
        words.windows(2).filter(|pair| pair[1].1 == "as").map(|pair| pair[0].1.as_str()).collect();
    let mut found = Vec::new();
    for (at, (_, word)) in words.iter().enumerate() {
        if !BEFORE_A_TABLE.contains(&word.as_str()) {
            continue;
        }
        let next = words[at + 1..].iter().find(|(_, word)| !IN_BETWEEN.contains(&word.as_str()));
        if let Some((line, name)) = next
            && is_table_name(name)
            && !(word == "from" && made_here.contains(&name.as_str()))
            && !(word == "join" && made_here.contains(&name.as_str()))
        {
            found.push((*line, name.clone()));
        }
    }
    found
}

fn is_statement(sql: &str) -> bool {
    words(sql).first().is_some_and(|(_, word)| STATEMENTS.contains(&word.as_str()))
}

/// Lower-case words and their lines. A placeholder such as `{table}` is kept whole, so it is no name.
fn words(sql: &str) -> Vec<(usize, String)> {
    let belongs = |character: char| character.is_alphanumeric() || "_{}$".contains(character);
    sql.lines()
        .enumerate()
        .flat_map(|(line, text)| {
            text.split(move |character| !belongs(character))
                .filter(|word| !word.is_empty())
                .map(move |word| (line, word.to_lowercase()))
        })
        .collect()
}

fn is_table_name(word: &str) -> bool {
    word.contains('_')
        && word.starts_with(|first: char| first.is_ascii_lowercase())
        && word
            .chars()
            .all(|character| character.is_ascii_lowercase() || character.is_ascii_digit() || character == '_')
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{shown, text};
    use super::*;

    fn found(path: &str, sql: &str) -> Vec<String> {
        shown(&owners(&[text(path, &format!("const SQL: &str = \"\n{sql}\";"))]))
    }

    #[test]
    fn a_crate_names_its_own_tables() {
        let sql = "select p.id from help_points p\njoin help_hours h on h.point = p.id";
        assert!(found("crates/help/src/search/sql.rs", sql).is_empty());
    }

    #[test]
    fn the_table_of_a_neighbour_is_refused_with_its_line() {
        let found =
            found("crates/help/src/search/sql.rs", "select id from help_points\njoin people_persons on true");
        assert_eq!(
            found,
            ["crates/help/src/search/sql.rs:3: table people_persons belongs to people; \
                            ask people for what help needs to know"]
        );
    }

    #[test]
    fn every_way_to_touch_a_table_is_seen() {
        for sql in [
            "delete from realm_audit",
            "update realm_audit set a = 1",
            "insert into realm_audit (a) values (1)",
            "create table if not exists realm_audit (a text)",
            "UPDATE realm_audit SET a = 1",
        ] {
            assert_eq!(found("crates/omtanke/src/status.rs", sql).len(), 1, "{sql}");
        }
    }

    #[test]
    fn a_table_nobody_owns_is_refused() {
        let found = found("crates/help/src/sql.rs", "select 1 from opening_hours");
        assert!(found[0].contains("carries nobody's name; call it help_…"), "{}", found[0]);
    }

    #[test]
    fn a_part_named_in_the_statement_is_not_a_table() {
        let sql = "with open_now as (select 1 from help_hours) select 1 from open_now join open_now on true";
        assert!(found("crates/help/src/sql.rs", sql).is_empty());
    }

    #[test]
    fn prose_is_not_sql() {
        assert!(found("crates/help/src/web.rs", "take the value from snake_case names").is_empty());
        assert!(found("crates/store/src/lib.rs", "select 1 from {table}").is_empty());
    }

    #[test]
    fn store_may_ask_the_databases_about_themselves() {
        assert!(found("crates/store/src/migrate.rs", "select name from sqlite_master").is_empty());
        assert_eq!(found("crates/help/src/sql.rs", "select name from sqlite_master").len(), 1);
    }
}
