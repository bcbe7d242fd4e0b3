//! Many rows in one statement: the way from the program to the database is longer than the work that one row is.
//!
//! PostgreSQL is given one array for each column, so that the statement is the same for any number of rows and prepared once;
//! a statement with a place for each value costs it more than the rows themselves. SQLite knows no arrays: there the rows
//! stand in the statement, in numbers that come again.

use sea_orm::sea_query::ArrayType;

use crate::{DbError, Engine, FromRow, Tx, Value};

/// How many rows or ids stand in one statement: enough that the way no longer counts, and few enough for the limits of both
/// engines (32,766 values on SQLite).
pub const AT_ONCE: usize = 250;

/// How many rows stand in one statement on SQLite, the most first: a statement for each of these numbers is prepared once, and
/// any number of rows is a few of them.
const STEPS: [usize; 5] = [AT_ONCE, 64, 16, 4, 1];

/// Rows of the same width, to be written together.
#[derive(Debug)]
pub struct Rows {
    width: usize,
    rows: Vec<Vec<Value>>,
}

impl Rows {
    /// No rows yet, each of so many values.
    #[must_use]
    pub fn new(width: usize) -> Self {
        Self { width, rows: Vec::new() }
    }

    /// Adds a row.
    pub fn push(&mut self, row: Vec<Value>) {
        debug_assert_eq!(row.len(), self.width, "rows of one statement are equally wide");
        self.rows.push(row);
    }

    /// Runs `sql`, which is given the rows as a query whose columns are `column1`, `column2` and so on, for all of them.
    ///
    /// # Errors
    /// When the database refuses a statement.
    pub async fn run(self, tx: &Tx, sql: impl Fn(&str) -> String) -> Result<(), DbError> {
        for (rows, bound) in self.statements(tx.engine()) {
            tx.run(&sql(&rows), bound).await?;
        }
        Ok(())
    }

    /// As [`run`](Self::run), with what the statements give back.
    ///
    /// # Errors
    /// When the database refuses a statement, or a row does not read as `T`.
    pub async fn all<T: FromRow>(self, tx: &Tx, sql: impl Fn(&str) -> String) -> Result<Vec<T>, DbError> {
        let mut given = Vec::new();
        for (rows, bound) in self.statements(tx.engine()) {
            given.extend(tx.all::<T>(&sql(&rows), bound).await?);
        }
        Ok(given)
    }

    /// The query of the rows and what is bound to it, as often as it takes.
    fn statements(self, engine: Engine) -> impl Iterator<Item = (String, Vec<Value>)> {
        let Self { width, rows } = self;
        let mut rows = rows.into_iter();
        std::iter::from_fn(move || {
            let step = match engine {
                Engine::Sqlite => STEPS.into_iter().find(|step| *step <= rows.len())?,
                Engine::Postgres => rows.len().min(2 * AT_ONCE),
            };
            let some: Vec<Vec<Value>> = rows.by_ref().take(step).collect();
            match engine {
                _ if some.is_empty() => None,
                Engine::Sqlite => Some((values(step, width), some.into_iter().flatten().collect())),
                Engine::Postgres => Some(columns(some, width)),
            }
        })
    }
}

/// `$1, $2, $3` for three.
#[must_use]
pub fn places(n: usize) -> String {
    places_from(1, n)
}

/// `$2, $3, $4` for three from the second on.
#[must_use]
pub fn places_from(first: usize, n: usize) -> String {
    (first..first + n).map(|place| format!("${place}")).collect::<Vec<_>>().join(", ")
}

/// `in ($2, $3)` for two values from the second place on, or what PostgreSQL understands quicker, and what is to be bound.
/// Not for more than [`AT_ONCE`] values.
#[must_use]
pub fn one_of(engine: Engine, first: usize, mut values: Vec<Value>) -> (String, Vec<Value>) {
    match (engine, values.last().cloned()) {
        (_, None) => ("in (null)".to_owned(), values),
        (Engine::Postgres, Some(_)) => {
            let (array, _) = array_of(values);
            (format!("= any(${first})"), vec![array])
        }
        (Engine::Sqlite, Some(last)) => {
            let step = STEPS.into_iter().rev().find(|step| *step >= values.len()).unwrap_or(values.len());
            values.resize(step, last);
            (format!("in ({})", places_from(first, step)), values)
        }
    }
}

/// `values (?, ?), (?, ?)` for two rows of two. The places have no numbers: SQLite looks for each number among all before it,
/// which takes longer than the rows do when there are thousands.
fn values(rows: usize, width: usize) -> String {
    let row = format!("({})", vec!["?"; width].join(", "));
    format!("values {}", vec![row; rows].join(", "))
}

/// The rows as a query of one array for each column.
fn columns(rows: Vec<Vec<Value>>, width: usize) -> (String, Vec<Value>) {
    let mut columns: Vec<Vec<Value>> = (0..width).map(|_| Vec::with_capacity(rows.len())).collect();
    for row in rows {
        for (column, value) in columns.iter_mut().zip(row) {
            column.push(value);
        }
    }
    let (mut chosen, mut arrays, mut names, mut bound) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (n, column) in columns.into_iter().enumerate() {
        let name = format!("column{}", n + 1);
        let kind = column.first().map_or("text", kind_of);
        let (array, is_there) = array_of(column);
        bound.push(array);
        arrays.push(format!("${}::{kind}[]", bound.len()));
        names.push(name.clone());
        // The driver knows no array with nothing in some of its places.
        let Some(is_there) = is_there else {
            chosen.push(name);
            continue;
        };
        bound.push(is_there);
        arrays.push(format!("${}::boolean[]", bound.len()));
        names.push(format!("has{}", n + 1));
        chosen.push(format!("case when has{} then {name} end as {name}", n + 1));
    }
    let [chosen, arrays, names] = [chosen, arrays, names].map(|list| list.join(", "));
    (format!("select {chosen} from unnest({arrays}) as listed ({names})"), bound)
}

/// The values as one array and, where some of them are null, an array that says which are there.
fn array_of(mut values: Vec<Value>) -> (Value, Option<Value>) {
    let kind = values.first().map_or(ArrayType::String, Value::array_type);
    let there: Vec<bool> = values.iter().map(|value| *value != value.as_null()).collect();
    if there.iter().all(|is_there| *is_there) {
        return (Value::Array(kind, Some(Box::new(values))), None);
    }
    for (value, is_there) in values.iter_mut().zip(&there) {
        if !is_there {
            *value = value.dummy_value();
        }
    }
    let there = there.into_iter().map(|is_there| Value::Bool(Some(is_there))).collect();
    let there = Value::Array(ArrayType::Bool, Some(Box::new(there)));
    (Value::Array(kind, Some(Box::new(values))), Some(there))
}

fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Uuid(_) => "uuid",
        Value::BigInt(_) => "bigint",
        Value::Int(_) => "integer",
        Value::Bool(_) => "boolean",
        Value::Double(_) => "double precision",
        Value::Bytes(_) => "bytea",
        _ => "text",
    }
}
