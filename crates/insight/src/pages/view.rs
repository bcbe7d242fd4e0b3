//! A figure as a page shows it: the chart, the same numbers in a table, the change, and what the numbers are.

use crate::analyst::Told;
use crate::made::tables::{self, Table};
use crate::made::{Terms, drawing};
use crate::{Language, WrongRow};

/// A row that is wrong, as a page lists it.
pub(super) struct Wrong {
    pub(super) row: u64,
    pub(super) field: Option<String>,
    pub(super) why: String,
}

impl Wrong {
    pub(super) fn of(row: &WrongRow, words: &words::Words) -> Self {
        Self { row: row.row, field: row.field.clone(), why: row.why.said(words) }
    }
}

/// A figure as a page shows it.
pub(super) struct View {
    /// The chart, as SVG of our own making.
    pub(super) chart: String,
    pub(super) head: Vec<String>,
    /// Each cell with the name of its column.
    pub(super) rows: Vec<Vec<(String, String)>>,
    pub(super) sentences: Vec<String>,
    pub(super) changes: Vec<Vec<(String, String)>>,
    pub(super) facts: Vec<(String, String)>,
    pub(super) command: String,
    pub(super) command_name: &'static str,
    pub(super) change_command: String,
    pub(super) change_command_name: &'static str,
    /// The two years that changes are between.
    pub(super) compared: (String, String),
    /// What the table is called, for whoever does not see it.
    pub(super) caption: &'static str,
    /// The language of all this, and its direction.
    pub(super) lang: &'static str,
}

impl View {
    /// `decimals` of percentages: whole ones for the public.
    pub(super) fn of(told: &Told, title: &str, language: Language, decimals: usize) -> Self {
        let (numbers, changes) =
            (tables::numbers(told, language, decimals), tables::changes(told, language, decimals));
        let named = |table: &Table| table.rows.iter().map(|row| named(&table.head, row.clone())).collect();
        let (rows, changes) = (named(&numbers), named(&changes));
        let sentences = told.changes.iter().filter(|change| change.group.is_none());
        let terms = Terms(language);
        let mut facts = vec![
            (terms.definition().to_owned(), told.definition.in_language(language).to_owned()),
            (terms.base().to_owned(), told.base.in_language(language).to_owned()),
            (terms.source().to_owned(), told.source.in_language(language).to_owned()),
            (terms.method().to_owned(), told.method.in_language(language).to_owned()),
        ];
        facts.extend(
            told.notes.iter().map(|note| (terms.note().to_owned(), note.in_language(language).to_owned())),
        );
        Self {
            chart: drawing(told, title, language, "chart"),
            head: numbers.head,
            rows,
            sentences: sentences.map(|change| change.sentence.in_language(language).to_owned()).collect(),
            changes,
            facts,
            command: told.command.clone(),
            command_name: terms.command(),
            change_command: told.change_command.clone(),
            change_command_name: terms.change_command(),
            compared: told.changes.first().map(|one| (one.from.clone(), one.to.clone())).unwrap_or_default(),
            caption: terms.numbers(),
            lang: if language == Language::Danish { "da" } else { "en" },
        }
    }

    pub(super) fn change_head(&self) -> Vec<&String> {
        self.changes.first().into_iter().flatten().map(|(name, _)| name).collect()
    }
}

fn named(head: &[String], cells: Vec<String>) -> Vec<(String, String)> {
    head.iter().cloned().zip(cells).collect()
}
