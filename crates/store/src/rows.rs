//! Many rows in one statement: the way from the program to the database is longer than the work that one row is.

use crate::{DbError, Engine, Tx, Value};

/// How many rows or ids stand in one statement: enough that the way no longer counts, and few enough for the limits of both
/// engines (32,766 values on SQLite).
pub const AT_ONCE: usize = 250;

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

    /// Runs `sql`, which is given the list of values, for all rows.
    ///
    /// # Errors
    /// When the database refuses a statement.
    pub async fn run(self, tx: &Tx, sql: impl Fn(&str) -> String) -> Result<(), DbError> {
        let mut rows = self.rows.into_iter().peekable();
        while rows.peek().is_some() {
            let some: Vec<Vec<Value>> = rows.by_ref().take(AT_ONCE).collect();
            let statement = sql(&values(tx.engine(), some.len(), self.width));
            tx.run(&statement, some.into_iter().flatten().collect()).await?;
        }
        Ok(())
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

/// `($1, $2), ($3, $4)` for two rows of two. On SQLite the places have no numbers, `(?, ?), (?, ?)`: it looks for each number
/// among all before it, which takes longer than the rows do when there are thousands.
#[must_use]
pub fn values(engine: Engine, rows: usize, width: usize) -> String {
    let place = |n: usize| match engine {
        Engine::Sqlite => "?".to_owned(),
        Engine::Postgres => format!("${n}"),
    };
    let row = |row: usize| {
        let places: Vec<String> = (1..=width).map(|n| place(row * width + n)).collect();
        format!("({})", places.join(", "))
    };
    (0..rows).map(row).collect::<Vec<_>>().join(", ")
}
