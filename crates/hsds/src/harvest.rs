//! Taking a nested document apart into flat rows.

use std::collections::HashMap;

use serde_json::{Map, Value};

use crate::{
    check::Raw,
    directory::{TABLES, table},
    nest::{Join, Nest, nests},
    problem::{Problem, Report},
    record::Table,
};

/// The keys of a page and of a document that are no records.
const ENVELOPE: &[&str] = &[
    "version",
    "profile",
    "openapi_url",
    "total_items",
    "total_pages",
    "page_number",
    "size",
    "first_page",
    "last_page",
    "empty",
];

/// A document being taken apart.
#[derive(Default)]
pub(crate) struct Harvest {
    raws: Vec<Raw>,
    by_id: HashMap<(&'static str, String), usize>,
    report: Report,
    /// Unknown fields, with the first place and the number of places.
    unknown: Vec<(&'static str, String, String, usize)>,
}

/// A cell that the nesting fills in.
struct Implied {
    column: &'static str,
    value: String,
    /// An outer table's name, which publishers spell in many ways, rather than an id.
    is_name: bool,
}

impl Harvest {
    /// The rows of a document, with the cells its nesting implies, and what was odd about it.
    pub(crate) fn of(document: &Value) -> (Vec<Raw>, Report) {
        let mut harvest = Self::default();
        harvest.document(document);
        harvest.programs_of_services();
        harvest.tell_unknown();
        (harvest.raws, harvest.report)
    }

    fn document(&mut self, document: &Value) {
        match document {
            Value::Array(_) => self.list(document, "service", "contents", &[]),
            Value::Object(object) if object.contains_key("id") => {
                self.list(&Value::Array(vec![document.clone()]), "service", "contents", &[]);
            }
            Value::Object(object) => self.envelope(object),
            _ => self.error(
                "json",
                "This is not a directory. Begin the file with a list [ … ] or an object { … }.",
            ),
        }
    }

    fn envelope(&mut self, object: &Map<String, Value>) {
        if object.get("total_pages").and_then(Value::as_u64).is_some_and(|pages| pages > 1) {
            let message =
                "This is one page of several. Fetch the other pages too, or what is on them will be missing.";
            self.report.warn(Problem::new("json", message));
        }
        for (key, value) in object {
            if let Some(table) = TABLES.iter().find(|table| table.collection == key) {
                self.list(value, table.name, key, &[]);
            } else if key == "contents" {
                self.list(value, "service", key, &[]);
            } else if !ENVELOPE.contains(&key.as_str()) {
                let problem =
                    Problem::new("json", "This is not part of HSDS 3.0 and was ignored. Check its spelling.");
                self.report.warn(problem.field(key));
            }
        }
    }

    fn error(&mut self, place: &str, message: &str) {
        self.report.error(Problem::new(place, message));
    }

    fn list(&mut self, value: &Value, name: &'static str, place: &str, implied: &[Implied]) {
        match value {
            Value::Null => {}
            Value::Array(items) => {
                for (number, item) in items.iter().enumerate() {
                    self.record(item, name, &format!("{place}[{number}]"), implied);
                }
            }
            _ => self.error(place, "This must be a list. Put it in [ and ]."),
        }
    }

    /// Takes in a record and everything inside it.
    fn record(&mut self, value: &Value, name: &'static str, place: &str, implied: &[Implied]) {
        let (Some(table), Value::Object(object)) = (table(name), value) else {
            return self.error(
                place,
                &format!(
                    "This must be a {} as an object. Put its fields in {{ and }}.",
                    name.replace('_', " ")
                ),
            );
        };
        let mut cells = HashMap::new();
        let mut inner: Vec<(Nest, &Value)> = Vec::new();
        for (key, value) in object {
            if let Some(nest) = nests(name).find(|nest| nest.key == key) {
                if let (Join::Own(column), Some(id)) = (nest.join, value.get("id").and_then(Value::as_str)) {
                    self.imply(&mut cells, place, &Implied { column, value: id.to_owned(), is_name: false });
                }
                inner.push((nest, value));
            } else if let Some(field) = table.field(key) {
                if let Some(text) = self.cell(value, field.kind.is_number(), place, key) {
                    self.imply(
                        &mut cells,
                        place,
                        &Implied { column: field.name, value: text, is_name: false },
                    );
                }
            } else if !value.is_null() {
                self.unknown(table, key, place);
            }
        }
        for fact in implied {
            self.imply(&mut cells, place, fact);
        }
        let id = cells.get("id").cloned().unwrap_or_default();
        self.keep(Raw { table, file: place.to_owned(), row: None, cells });
        for (nest, value) in inner {
            let place = format!("{place}.{}", nest.key);
            let tie = |column, value: &str, is_name| Implied { column, value: value.to_owned(), is_name };
            match nest.join {
                Join::Own(_) if value.is_null() => {}
                Join::Own(_) => self.record(value, nest.table, &place, &[]),
                Join::Child(column) => self.list(value, nest.table, &place, &[tie(column, &id, false)]),
                Join::Any(column, entity) => {
                    self.list(value, nest.table, &place, &[tie(column, &id, false), tie(entity, name, true)]);
                }
            }
        }
    }

    fn cell(&mut self, value: &Value, number: bool, place: &str, key: &str) -> Option<String> {
        match value {
            Value::Null => None,
            Value::String(text) => Some(text.clone()),
            Value::Number(digits) if number => Some(digits.to_string()),
            Value::Number(_) => {
                self.report.error(Problem::new(place, "This must be text. Put it in \"quotes\".").field(key));
                None
            }
            _ => {
                self.report.error(
                    Problem::new(place, "This must be a single value, not true, a list or an object.")
                        .field(key),
                );
                None
            }
        }
    }

    /// Sets a cell, unless it is set already; then the two must agree.
    fn imply(&mut self, cells: &mut HashMap<&'static str, String>, place: &str, fact: &Implied) {
        match cells.get(fact.column) {
            Some(said) if fact.is_name => {
                if !said.eq_ignore_ascii_case(&fact.value) {
                    let message =
                        format!("This says {said:?} but stands in a {}. Its place was believed.", fact.value);
                    self.report.warn(Problem::new(place, message).field(fact.column));
                    cells.insert(fact.column, fact.value.clone());
                }
            }
            Some(said) if !said.is_empty() && !said.eq_ignore_ascii_case(&fact.value) => {
                let message = format!(
                    "This says {said}, but its place in the document says {}. Make the two agree.",
                    fact.value
                );
                self.report.error(Problem::new(place, message).field(fact.column));
            }
            _ => {
                cells.insert(fact.column, fact.value.clone());
            }
        }
    }

    /// Adds a record, or puts it together with what an earlier place said of it.
    fn keep(&mut self, raw: Raw) {
        let id = raw.cells.get("id").map(|id| id.trim().to_ascii_lowercase()).unwrap_or_default();
        // Without an id nothing can be put together; the check will tell that it is missing.
        let known =
            (!id.is_empty()).then(|| self.by_id.get(&(raw.table.name, id.clone())).copied()).flatten();
        let Some(index) = known else {
            self.by_id.insert((raw.table.name, id), self.raws.len());
            return self.raws.push(raw);
        };
        let before = &mut self.raws[index];
        let mut fields: Vec<_> = raw.cells.into_iter().collect();
        fields.sort_unstable();
        for (column, value) in fields {
            match before.cells.get(column) {
                Some(said)
                    if *said == value
                        || is_id(column) && said.eq_ignore_ascii_case(&value)
                        || value.is_empty() => {}
                Some(said) if !said.is_empty() => {
                    let message = format!(
                        "This record also stands in {}, where this field says {said:?}. That was kept.",
                        before.file
                    );
                    let problem = Problem::new(raw.file.clone(), message).field(column);
                    self.report.warn(problem.id(before.cells.get("id").map(String::as_str)));
                }
                _ => {
                    before.cells.insert(column, value);
                }
            }
        }
    }

    /// The standard nests a program in a service without saying whose it is: it is the service's organization's.
    fn programs_of_services(&mut self) {
        let owners: HashMap<String, String> = self
            .raws
            .iter()
            .filter(|raw| raw.table.name == "service")
            .filter_map(|raw| {
                Some((
                    raw.cells.get("program_id")?.to_ascii_lowercase(),
                    raw.cells.get("organization_id")?.clone(),
                ))
            })
            .collect();
        for raw in self.raws.iter_mut().filter(|raw| raw.table.name == "program") {
            let owner = raw.cells.get("id").and_then(|id| owners.get(&id.to_ascii_lowercase()));
            if let Some(owner) = owner {
                raw.cells.entry("organization_id").or_insert_with(|| owner.clone());
            }
        }
    }

    fn unknown(&mut self, table: &'static Table, key: &str, place: &str) {
        match self.unknown.iter_mut().find(|(name, field, ..)| *name == table.name && field == key) {
            Some((.., count)) => *count += 1,
            None => self.unknown.push((table.name, key.to_owned(), place.to_owned(), 1)),
        }
    }

    fn tell_unknown(&mut self) {
        for (table, field, place, count) in std::mem::take(&mut self.unknown) {
            let times = if count == 1 { String::new() } else { format!(" It stands in {count} records.") };
            let message = format!(
                "HSDS 3.0 has no such field in a {}, and it was ignored.{times} Check its spelling.",
                table.replace('_', " ")
            );
            self.report.warn(Problem::new(place, message).field(&field));
        }
    }
}

/// Ids are the same in capitals and small letters.
fn is_id(column: &str) -> bool {
    column == "id" || column.ends_with("_id")
}
