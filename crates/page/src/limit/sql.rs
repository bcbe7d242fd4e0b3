//! The SQL of limits that nodes count together.

use store::{DbError, Store, params, row};

row! {
    struct Total {
        taken: i64,
    }
}

/// Takes a portion of a caller's calls in a window, and gives how many all nodes together have taken now. It is a
/// transaction of its own: what is not committed is not taken.
pub(super) async fn take(
    store: &Store,
    kind: &str,
    who: &str,
    window: i64,
    portion: u32,
) -> Result<i64, DbError> {
    let tx = store.write().await?;
    let total: Option<Total> = tx
        .optional(
            "insert into page_limit (kind, who, window_start, taken)
             values ($1, $2, $3, $4)
             on conflict (kind, who, window_start) do update set taken = page_limit.taken + excluded.taken
             returning taken",
            params![kind, who, window, i64::from(portion)],
        )
        .await?;
    tx.commit().await?;
    total
        .map(|total| total.taken)
        .ok_or_else(|| DbError::Other("a portion was taken and its total not told".to_owned()))
}

/// Removes the windows that began before this instant. Says how many callers that were.
pub(super) async fn remove_before(store: &Store, window: i64) -> Result<u64, DbError> {
    let tx = store.write().await?;
    let removed = tx.run("delete from page_limit where window_start < $1", params![window]).await?;
    tx.commit().await?;
    Ok(removed)
}
