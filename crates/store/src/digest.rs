//! One hash for each table, the same on both engines for the same rows: what a restored backup, or a database that
//! was moved to the other engine, is compared by.

use std::fmt::Write as _;

use sqlx::{Column as _, Row as _, TypeInfo as _, ValueRef as _};

use crate::{DbError, Engine, FromRow, Row, Tx, params, row};

/// What one table holds, in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableDigest {
    /// The table's name.
    pub table: String,
    /// How many rows it has.
    pub rows: i64,
    /// A BLAKE3 hash over its columns and all its rows, in hexadecimal.
    pub hash: String,
}

/// Digests every table of the schema, `store_migration` among them, in order of their names.
///
/// Two tables with the same digest have columns of the same names and kinds and hold the same rows, whatever the
/// order the rows lie in, the engine, or its collation. Equal are: an id as `uuid` and as 16 bytes, a boolean and 0 or
/// 1, both zeros of floating point, and every not-a-number. Each row is hashed with BLAKE3, and the hashes are added
/// up modulo 2^256, so that memory stays the same however long the table is.
///
/// It finds every accident. It does not withstand somebody who may choose many rows freely and looks for another set
/// of rows with the same sum: against forgery stand the audit chain and the seal of a backup. It says nothing of
/// indexes, constraints, triggers, generated columns or defaults; those come from the migrations, whose names and
/// checksums are rows of `store_migration` and thus part of it. Nothing is left out: no table belongs to one node.
///
/// # Errors
/// When the database does not answer, a column has a type that the migrations do not use, or SQLite holds a value
/// that is not of its column's type; the error names table and column.
pub async fn digest(tx: &Tx) -> Result<Vec<TableDigest>, DbError> {
    let mut digests = Vec::new();
    for table in tables(tx).await? {
        digests.push(digest_table(tx, table).await?);
    }
    Ok(digests)
}

/// One hash over the digests of all tables, in hexadecimal.
#[must_use]
pub fn digest_of_all(digests: &[TableDigest]) -> String {
    let mut bytes = Vec::new();
    for digest in digests {
        lengthy(&mut bytes, digest.table.as_bytes());
        bytes.extend(digest.rows.to_le_bytes());
        lengthy(&mut bytes, digest.hash.as_bytes());
    }
    blake3::hash(&bytes).to_hex().to_string()
}

/// The names of every table of the schema, in order; views and the engine's own tables are not among them.
///
/// # Errors
/// When the database does not answer.
pub async fn table_names(tx: &Tx) -> Result<Vec<String>, DbError> {
    let mut names: Vec<String> = described(tx).await?.into_iter().map(|described| described.name).collect();
    names.sort();
    names.dedup();
    Ok(names)
}

row! {
    struct Newest {
        number: Option<i64>,
    }
}

/// The number of the newest migration in a database; nothing where there is no schema.
///
/// # Errors
/// When the database does not answer.
pub async fn schema_version(tx: &Tx) -> Result<Option<i64>, DbError> {
    if !table_names(tx).await?.iter().any(|table| table == "store_migration") {
        return Ok(None);
    }
    let newest =
        tx.optional::<Newest>("select max(number) as number from store_migration", params![]).await?;
    Ok(newest.and_then(|newest| newest.number))
}

struct Table {
    name: String,
    /// In the order of their names' bytes.
    columns: Vec<Column>,
}

struct Column {
    name: String,
    kind: Kind,
}

/// What a column holds, whatever an engine calls it. The numbers are hashed and never change; 0 is null.
#[derive(Debug, Clone, Copy)]
enum Kind {
    Boolean = 1,
    Integer = 2,
    Double = 3,
    Text = 4,
    Bytes = 5,
    Uuid = 6,
}

impl Kind {
    fn of(declared: &str) -> Option<Self> {
        match declared {
            "boolean" => Some(Self::Boolean),
            "bigint" | "integer" => Some(Self::Integer),
            "double precision" => Some(Self::Double),
            "text" => Some(Self::Text),
            "bytea" | "blob" => Some(Self::Bytes),
            "uuid" => Some(Self::Uuid),
            _ => None,
        }
    }
}

row! {
    /// A column as the engine's catalogue has it.
    struct Described {
        name: String,
        column_name: String,
        declared: String,
    }
}

async fn described(tx: &Tx) -> Result<Vec<Described>, DbError> {
    let sql = match tx.engine() {
        Engine::Sqlite => {
            "select t.name, c.name as column_name, lower(c.type) as declared
             from sqlite_schema t, pragma_table_info(t.name) c
             where t.type = 'table' and substr(t.name, 1, 7) <> 'sqlite_'"
        }
        Engine::Postgres => {
            "select t.relname::text as name, c.attname::text as column_name,
                 format_type(c.atttypid, c.atttypmod) as declared
             from pg_class t
             join pg_attribute c on c.attrelid = t.oid
             where t.relnamespace = current_schema()::regnamespace
                 and t.relkind in ('r', 'p') and not t.relispartition
                 and c.attnum > 0 and not c.attisdropped and c.attgenerated = ''"
        }
    };
    tx.all(sql, params![]).await
}

async fn tables(tx: &Tx) -> Result<Vec<Table>, DbError> {
    let mut described = described(tx).await?;
    described.sort_by(|a, b| (&a.name, &a.column_name).cmp(&(&b.name, &b.column_name)));
    let mut tables: Vec<Table> = Vec::new();
    for Described { name, column_name, declared } in described {
        let Some(kind) = Kind::of(&declared) else {
            let why = format!("the digest does not know the type {declared:?}");
            return Err(DbError::Column { column: format!("{name}.{column_name}"), why });
        };
        if tables.last().is_none_or(|table| table.name != name) {
            tables.push(Table { name, columns: Vec::new() });
        }
        if let Some(table) = tables.last_mut() {
            table.columns.push(Column { name: column_name, kind });
        }
    }
    Ok(tables)
}

async fn digest_table(tx: &Tx, table: Table) -> Result<TableDigest, DbError> {
    let mut sql = String::from("select");
    for (at, column) in table.columns.iter().enumerate() {
        let comma = if at == 0 { "" } else { "," };
        // Writing into a string cannot fail.
        let _ = write!(sql, "{comma} {}", quoted(&column.name));
    }
    let _ = write!(sql, " from {}", quoted(&table.name));
    let (mut rows, mut sum, mut bytes) = (0_i64, Sum::default(), Vec::new());
    tx.each(&sql, params![], |Values(values)| {
        bytes.clear();
        for (column, value) in table.columns.iter().zip(values) {
            lengthy(&mut bytes, column.name.as_bytes());
            typed(&mut bytes, column.kind, &value).ok_or_else(|| DbError::Column {
                column: format!("{}.{}", table.name, column.name),
                why: format!("it holds {} where {:?} belongs", value.kind(), column.kind),
            })?;
        }
        rows += 1;
        sum.add(blake3::hash(&bytes).as_bytes());
        Ok(())
    })
    .await?;
    let mut whole = Vec::new();
    for column in &table.columns {
        lengthy(&mut whole, column.name.as_bytes());
        whole.push(column.kind as u8);
    }
    whole.extend(rows.to_le_bytes());
    whole.extend(sum.bytes());
    Ok(TableDigest { table: table.name, rows, hash: blake3::hash(&whole).to_hex().to_string() })
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// Bytes with their length in front, so that no two different lists of them run together to the same.
fn lengthy(into: &mut Vec<u8>, bytes: &[u8]) {
    into.extend((bytes.len() as u64).to_le_bytes());
    into.extend(bytes);
}

/// Adds a value as its column's kind, or gives nothing when it is none of that kind.
fn typed(into: &mut Vec<u8>, kind: Kind, value: &Value) -> Option<()> {
    let mut add = |bytes: &[u8]| {
        into.push(kind as u8);
        lengthy(into, bytes);
    };
    match (kind, value) {
        (_, Value::Null) => into.push(0),
        (Kind::Boolean, Value::Integer(number @ (0 | 1))) => add(&[u8::from(*number == 1)]),
        (Kind::Integer, Value::Integer(number)) => add(&number.to_le_bytes()),
        (Kind::Double, Value::Double(number)) => add(&one_of_equals(*number).to_le_bytes()),
        (Kind::Text, Value::Text(text)) => add(text.as_bytes()),
        (Kind::Bytes, Value::Bytes(bytes)) => add(bytes),
        (Kind::Uuid, Value::Bytes(bytes)) if bytes.len() == 16 => add(bytes),
        _ => return None,
    }
    Some(())
}

/// SQLite keeps no sign of zero.
fn one_of_equals(number: f64) -> f64 {
    if number.is_nan() {
        f64::NAN
    } else if number == 0.0 {
        0.0
    } else {
        number
    }
}

/// Row hashes added up as numbers of 256 bits, lowest first.
#[derive(Default)]
struct Sum([u64; 4]);

impl Sum {
    fn add(&mut self, hash: &[u8; 32]) {
        let mut carry = false;
        for (limb, bytes) in self.0.iter_mut().zip(hash.as_chunks::<8>().0) {
            let (sum, over) = limb.overflowing_add(u64::from_le_bytes(*bytes));
            let (sum, over_again) = sum.overflowing_add(u64::from(carry));
            *limb = sum;
            carry = over || over_again;
        }
    }

    fn bytes(&self) -> impl Iterator<Item = u8> {
        self.0.into_iter().flat_map(u64::to_le_bytes)
    }
}

/// A row's values as the engine gives them, in the order of the query.
struct Values(Vec<Value>);

#[derive(Debug)]
enum Value {
    Null,
    /// Booleans too, as 0 and 1.
    Integer(i64),
    Double(f64),
    Text(String),
    /// Ids too.
    Bytes(Vec<u8>),
}

impl Value {
    fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Integer(_) => "an integer",
            Self::Double(_) => "a double",
            Self::Text(_) => "text",
            Self::Bytes(_) => "bytes",
        }
    }
}

impl FromRow for Values {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        if let Some(row) = row.0.try_as_sqlite_row() {
            return (0..row.len()).map(|at| from_sqlite(row, at)).collect::<Result<_, _>>().map(Self);
        }
        let row = row.0.try_as_pg_row().expect("a row is from one engine or the other");
        (0..row.len()).map(|at| from_postgres(row, at)).collect::<Result<_, _>>().map(Self)
    }
}

/// By the value's own storage class: <https://www.sqlite.org/datatype3.html>.
fn from_sqlite(row: &sqlx::sqlite::SqliteRow, at: usize) -> Result<Value, DbError> {
    let value = row.try_get_raw(at)?;
    if value.is_null() {
        return Ok(Value::Null);
    }
    match value.type_info().name() {
        "INTEGER" => Ok(Value::Integer(row.try_get_unchecked(at)?)),
        "REAL" => Ok(Value::Double(row.try_get_unchecked(at)?)),
        "TEXT" => Ok(Value::Text(row.try_get_unchecked(at)?)),
        "BLOB" => Ok(Value::Bytes(row.try_get_unchecked(at)?)),
        other => Err(unreadable(row.column(at).name(), other)),
    }
}

fn from_postgres(row: &sqlx::postgres::PgRow, at: usize) -> Result<Value, DbError> {
    let value = row.try_get_raw(at)?;
    if value.is_null() {
        return Ok(Value::Null);
    }
    match value.type_info().name() {
        "BOOL" => Ok(Value::Integer(i64::from(row.try_get::<bool, _>(at)?))),
        "INT4" => Ok(Value::Integer(i64::from(row.try_get::<i32, _>(at)?))),
        "INT8" => Ok(Value::Integer(row.try_get(at)?)),
        "FLOAT8" => Ok(Value::Double(row.try_get(at)?)),
        "TEXT" => Ok(Value::Text(row.try_get(at)?)),
        "BYTEA" => Ok(Value::Bytes(row.try_get(at)?)),
        "UUID" => Ok(Value::Bytes(row.try_get::<uuid::Uuid, _>(at)?.as_bytes().to_vec())),
        other => Err(unreadable(row.column(at).name(), other)),
    }
}

fn unreadable(column: &str, kind: &str) -> DbError {
    DbError::Column { column: column.to_owned(), why: format!("the digest does not know the type {kind:?}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Store;

    const EVERY_KIND: &str = "create table store_kinds (
        id uuid primary key, whole bigint, part double precision, said boolean, name text, sealed blob
    )";

    async fn fresh(folder: &tempfile::TempDir) -> Store {
        let store = Store::open(&format!("sqlite:{}", folder.path().join("a.db").display())).await.unwrap();
        let tx = store.write().await.unwrap();
        tx.run(EVERY_KIND, params![]).await.unwrap();
        tx.commit().await.unwrap();
        store
    }

    /// A digest in a backup of today must be the same when a later program restores it. The hashes were computed by
    /// another program in another language.
    #[tokio::test]
    async fn a_digest_never_changes() {
        let folder = tempfile::tempdir().unwrap();
        let tx = fresh(&folder).await.write().await.unwrap();
        let [empty] = &digest(&tx).await.unwrap()[..] else { panic!("there is one table") };
        assert_eq!(empty.hash, "a1dc4051332ee13a838eb9091f6c8a5727d0b6150fb52ce9c18ee57e7a26aea8");
        let sql = "insert into store_kinds values (x'000102030405060708090a0b0c0d0e0f', -7, 55.7, true, 'Åse', x'ff')";
        tx.run(sql, params![]).await.unwrap();
        let nothing = "insert into store_kinds values (x'100102030405060708090a0b0c0d0e0f', null, null, null, null, null)";
        tx.run(nothing, params![]).await.unwrap();
        let digests = digest(&tx).await.unwrap();
        assert_eq!(digests[0].rows, 2);
        assert_eq!(digests[0].hash, "d65b5a1f6e2fccf0166371ffff44b6b0f77a56c3620888efec60d17248fb7994");
        assert_eq!(
            digest_of_all(&digests),
            "a43558fd06f4e0e9084153abb52b452b5ce6c916b6562497200edc47fc4cf747"
        );
    }

    #[tokio::test]
    async fn a_value_that_is_not_of_its_column_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let tx = fresh(&folder).await.write().await.unwrap();
        for (column, value) in
            [("whole", "'seven'"), ("said", "2"), ("id", "x'0001'"), ("part", "'half'"), ("name", "x'41'")]
        {
            tx.run("delete from store_kinds", params![]).await.unwrap();
            tx.run(&format!("insert into store_kinds ({column}) values ({value})"), params![]).await.unwrap();
            let error = digest(&tx).await.unwrap_err().to_string();
            assert!(error.starts_with(&format!("column store_kinds.{column} ")), "{error}");
        }
    }

    #[tokio::test]
    async fn a_type_that_the_migrations_do_not_use_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let tx = fresh(&folder).await.write().await.unwrap();
        tx.run("create table store_odd (price decimal)", params![]).await.unwrap();
        let error = digest(&tx).await.unwrap_err().to_string();
        assert!(error.contains("store_odd.price") && error.contains("decimal"), "{error}");
    }

    #[test]
    fn sums_carry_over_all_their_bits() {
        let mut sum = Sum::default();
        sum.add(&[0xff; 32]);
        let mut one = [0; 32];
        one[0] = 1;
        sum.add(&one);
        assert!(sum.bytes().all(|byte| byte == 0));
        sum.add(&[0xff; 32]);
        sum.add(&[0xff; 32]);
        assert_eq!(sum.bytes().collect::<Vec<_>>(), [&[0xfe][..], &[0xff; 31]].concat());
    }

    #[test]
    fn both_zeros_and_every_not_a_number_are_one() {
        assert_eq!(one_of_equals(-0.0).to_le_bytes(), 0_f64.to_le_bytes());
        assert_eq!(one_of_equals(-f64::NAN).to_le_bytes(), f64::NAN.to_le_bytes());
        assert_eq!(one_of_equals(55.7), 55.7);
    }
}
