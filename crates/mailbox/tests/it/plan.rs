//! How a database goes about a statement.

use crate::world::World;

store::row! {
    /// A line of SQLite's plan.
    struct Step {
        detail: String,
    }
}

/// A line of PostgreSQL's plan.
struct PlanLine(String);

impl store::FromRow for PlanLine {
    fn from_row(row: &store::Row) -> Result<Self, store::DbError> {
        row.get("QUERY PLAN").map(Self)
    }
}

impl World {
    /// How the database goes about a statement, in its own words. The values are as SQL has them.
    pub(crate) async fn plan(&self, statement: &str, values: &[&str]) -> String {
        let tx = self.realm.store.write().await.unwrap();
        let mut statement = statement.to_owned();
        for (n, value) in values.iter().enumerate().rev() {
            statement = statement.replace(&format!("${}", n + 1), value);
        }
        match tx.engine() {
            store::Engine::Sqlite => {
                let steps: Vec<Step> =
                    tx.all(&format!("explain query plan {statement}"), Vec::new()).await.unwrap();
                steps.into_iter().map(|step| step.detail).collect::<Vec<_>>().join("\n")
            }
            store::Engine::Postgres => {
                // A table of a few rows is read through whatever its indexes are.
                tx.run("set local enable_seqscan = off", Vec::new()).await.unwrap();
                tx.run("set local enable_bitmapscan = off", Vec::new()).await.unwrap();
                let steps: Vec<PlanLine> = tx.all(&format!("explain {statement}"), Vec::new()).await.unwrap();
                steps.into_iter().map(|step| step.0).collect::<Vec<_>>().join("\n")
            }
        }
    }
}
