//! The whole directory as flat tables, the way spreadsheets and databases hold it.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::{
    problem::{Problem, Report},
    record::{Record, Table},
    types::*,
};

/// A row on its way in or out: the table it belongs to and its filled cells.
pub(crate) struct Row {
    pub(crate) table: &'static Table,
    pub(crate) cells: Map<String, Value>,
}

macro_rules! directory {
    ($( $(#[$doc:meta])* $list:ident: $type:ident, )*) => {
        /// Every table of the standard, joined by ids. Rows may stand in any order.
        #[derive(Debug, Clone, Default, PartialEq)]
        pub struct Directory {
            $( $(#[$doc])* pub $list: Vec<$type>, )*
        }

        /// Parents stand before what may be nested in them, which is the order JSON is written in.
        pub(crate) static TABLES: &[&Table] = &[$( <$type as Record>::TABLE, )*];

        impl Directory {
            /// Puts the rows of every table in the order of their ids, so that two directories can be compared.
            pub fn sort(&mut self) {
                $( self.$list.sort_by(|a, b| a.id.cmp(&b.id)); )*
            }

            /// How many rows there are in all tables together.
            pub fn len(&self) -> usize {
                0 $( + self.$list.len() )*
            }

            pub(crate) fn rows(&self) -> Vec<Row> {
                let mut rows = Vec::with_capacity(self.len());
                $( rows.extend(self.$list.iter().map(row)); )*
                rows
            }

            /// Builds the directory of checked rows. What the types refuse all the same is reported like any error.
            pub(crate) fn from_rows(rows: Vec<Row>, report: &mut Report) -> Self {
                let mut by_table: BTreeMap<&str, Vec<Map<String, Value>>> = BTreeMap::new();
                for row in rows {
                    by_table.entry(row.table.name).or_default().push(row.cells);
                }
                Self {
                    $( $list: records(&mut by_table, report), )*
                }
            }
        }
    };
}

directory! {
    /// Kinds of help.
    services: Service,
    /// Who gives it.
    organizations: Organization,
    /// Sets of services.
    programs: Program,
    /// Services in their places.
    service_at_locations: ServiceAtLocation,
    /// Places.
    locations: Location,
    /// Whom to ask.
    contacts: Contact,
    /// Telephone numbers.
    phones: Phone,
    /// Addresses of places.
    addresses: Address,
    /// Opening hours.
    schedules: Schedule,
    /// Languages spoken.
    languages: Language,
    /// What makes places easier to use.
    accessibilities: Accessibility,
    /// Areas served.
    service_areas: ServiceArea,
    /// What to bring.
    required_documents: RequiredDocument,
    /// Prices.
    cost_options: CostOption,
    /// Sources of money.
    funding: Funding,
    /// Numbers in other registers.
    organization_identifiers: OrganizationIdentifier,
    /// Descriptions of whole tables.
    meta_table_descriptions: MetaTableDescription,
    /// Terms on rows.
    attributes: Attribute,
    /// Terms.
    taxonomy_terms: TaxonomyTerm,
    /// Lists of terms.
    taxonomies: Taxonomy,
    /// Changes.
    metadata: Metadata,
}

impl Directory {
    /// Whether no table has a row.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

pub(crate) fn table(name: &str) -> Option<&'static Table> {
    TABLES.iter().copied().find(|table| table.name == name)
}

fn row<R: Record>(record: &R) -> Row {
    // A record is a struct of plain values with text keys, which always becomes an object.
    let Ok(Value::Object(mut cells)) = serde_json::to_value(record) else {
        unreachable!("a {} becomes a JSON object", R::TABLE.name)
    };
    // JSON has no infinity or NaN: serde writes null, which is the same as nothing.
    cells.retain(|_, value| !value.is_null());
    cells.values_mut().for_each(shorten);
    Row { table: R::TABLE, cells }
}

/// Writes a whole number without `.0`, which spreadsheets and people expect.
fn shorten(value: &mut Value) {
    if let Some(number) = value.as_f64().filter(|_| value.is_f64())
        && number.fract() == 0.0
        && number.abs() < 1e15
    {
        *value = Value::from(number as i64);
    }
}

fn records<R: Record>(by_table: &mut BTreeMap<&str, Vec<Map<String, Value>>>, report: &mut Report) -> Vec<R> {
    let rows = by_table.remove(R::TABLE.name).unwrap_or_default();
    let read = |cells| match serde_json::from_value::<R>(Value::Object(cells)) {
        Ok(record) => Some(record),
        Err(error) => {
            report.error(Problem::new(R::TABLE.file, format!("A row could not be understood: {error}.")));
            None
        }
    };
    rows.into_iter().filter_map(read).collect()
}
