//! From flat tables to the nested JSON that the API gives out.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value};

use crate::{
    Directory, PROFILE, VERSION,
    directory::{Row, TABLES, table},
    nest::{Join, Nest, nests},
};

/// A directory made ready for nesting: build it once, then ask for as many records as needed.
pub struct Tree {
    rows: Vec<Row>,
    /// Row by table and id.
    by_id: HashMap<(&'static str, String), usize>,
    /// Rows by their table, the column that ties them, the outer table where that column may point anywhere, and the
    /// outer id.
    inside: HashMap<(&'static str, &'static str, String, String), Vec<usize>>,
}

impl Tree {
    /// Indexes the directory.
    pub fn new(directory: &Directory) -> Self {
        let rows = directory.rows();
        let mut tree = Self { rows: Vec::new(), by_id: HashMap::new(), inside: HashMap::new() };
        for (index, row) in rows.iter().enumerate() {
            tree.by_id.entry((row.table.name, cell(row, "id"))).or_insert(index);
        }
        for outer in TABLES {
            for nest in nests(outer.name) {
                tree.index(&rows, outer.name, nest);
            }
        }
        // Two outer tables may tie the same rows by columns of the same name: each row once.
        for list in tree.inside.values_mut() {
            list.sort_unstable();
            list.dedup();
        }
        tree.rows = rows;
        tree
    }

    fn index(&mut self, rows: &[Row], outer: &str, nest: Nest) {
        let (column, entity) = match nest.join {
            Join::Own(_) => return,
            Join::Child(column) => (column, None),
            Join::Any(column, entity) => (column, Some(entity)),
        };
        for (index, row) in rows.iter().enumerate().filter(|(_, row)| row.table.name == nest.table) {
            let entity = entity.map(|entity| cell(row, entity)).unwrap_or_default();
            if row.cells.contains_key(column) && (entity.is_empty() || entity == outer) {
                self.inside.entry((nest.table, column, entity, cell(row, column))).or_default().push(index);
            }
        }
    }

    /// A record with everything that belongs to it inside: `("service", id)` is what `/services/{id}` answers.
    ///
    /// The table is named as the standard names it (`service`, `organization`, `location`, `taxonomy_term`, …). An
    /// organization inside a service comes without its own places and programs, which the standard leaves open: a
    /// municipality would else repeat all its libraries in each of its services.
    pub fn full(&self, table: &str, id: &str) -> Option<Value> {
        let index = self.find(table, id)?;
        Some(Value::Object(self.grow(index, false, &mut HashSet::new())))
    }

    /// A record with only what it has one of inside: `("service", id)` is an entry in what `/services` answers.
    pub fn summary(&self, table: &str, id: &str) -> Option<Value> {
        Some(Value::Object(self.shallow(self.find(table, id)?)))
    }

    fn find(&self, name: &str, id: &str) -> Option<usize> {
        self.by_id.get(&(table(name)?.name, id.to_owned())).copied()
    }

    fn shallow(&self, index: usize) -> Map<String, Value> {
        let row = &self.rows[index];
        let mut object = row.cells.clone();
        for nest in nests(row.table.name) {
            if let Join::Own(column) = nest.join
                && let Some(inner) = self.find(nest.table, &cell(row, column))
            {
                object.remove(column);
                object.insert(nest.key.to_owned(), Value::Object(self.shallow(inner)));
            }
        }
        object
    }

    /// Ends because the standard's nesting has no circles: see [`nests`].
    fn grow(&self, index: usize, in_service: bool, used: &mut HashSet<usize>) -> Map<String, Value> {
        used.insert(index);
        let row = &self.rows[index];
        let id = cell(row, "id");
        let mut object = row.cells.clone();
        for nest in nests(row.table.name) {
            let within = in_service || row.table.name == "service";
            if in_service && row.table.name == "organization" && ["locations", "programs"].contains(&nest.key)
            {
                continue;
            }
            let (column, entity) = match nest.join {
                Join::Own(column) => {
                    if let Some(inner) = self.find(nest.table, &cell(row, column)) {
                        object.remove(column);
                        object.insert(nest.key.to_owned(), Value::Object(self.grow(inner, within, used)));
                    }
                    continue;
                }
                Join::Child(column) => (column, ""),
                Join::Any(column, _) => (column, row.table.name),
            };
            let Some(inner) = self.inside.get(&(nest.table, column, entity.to_owned(), id.clone())) else {
                continue;
            };
            let list = inner.iter().map(|inner| {
                let mut inner = self.grow(*inner, within, used);
                inner.remove(column);
                Value::Object(inner)
            });
            object.insert(nest.key.to_owned(), list.collect());
        }
        object
    }
}

fn cell(row: &Row, column: &str) -> String {
    row.cells.get(column).and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// The answer to `/services/{id}`; `None` if there is no such service. For many services, build one [`Tree`].
pub fn service_full(directory: &Directory, id: &str) -> Option<Value> {
    Tree::new(directory).full("service", id)
}

/// One entry of the answer to `/services`; `None` if there is no such service. For many services, build one [`Tree`].
pub fn service_summary(directory: &Directory, id: &str) -> Option<Value> {
    Tree::new(directory).summary("service", id)
}

/// The whole directory as one JSON document: `contents` holds the services in full, and what belongs to no service
/// stands beside it under the name of its table (`organizations`, `locations`, `taxonomy_terms`, …), so that nothing
/// is lost. The standard itself describes single services only.
pub fn to_json(directory: &Directory) -> String {
    let tree = Tree::new(directory);
    let mut used = HashSet::new();
    let mut document = Map::new();
    document.insert("version".to_owned(), VERSION.into());
    document.insert("profile".to_owned(), PROFILE.into());
    document.insert("contents".to_owned(), Value::Array(Vec::new()));
    for (index, row) in tree.rows.iter().enumerate() {
        if used.contains(&index) {
            continue;
        }
        let key = if row.table.name == "service" { "contents" } else { row.table.collection };
        let full = Value::Object(tree.grow(index, false, &mut used));
        if let Value::Array(list) = document.entry(key).or_insert_with(|| Value::Array(Vec::new())) {
            list.push(full);
        }
    }
    // The alternate form has line breaks and indents, for people who open the file.
    format!("{:#}\n", Value::Object(document))
}
