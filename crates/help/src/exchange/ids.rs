//! Ids of rows that Omtanke does not keep as rows of its own.

use uuid::Uuid;

/// The name space of all of them (RFC 9562 § 5.5). It must never change: whoever harvests knows the rows by their ids.
const NAMESPACE: Uuid = Uuid::from_u128(0xd2b5_1105_d56f_4dc5_a59f_df49_99df_e564);

/// The id of the row that these words name: always the same for the same words.
pub(super) fn derived(words: &[&str]) -> Uuid {
    // A separator that no code and no id contains, so that no two lists of words become one text.
    Uuid::new_v5(&NAMESPACE, words.join("\u{1f}").as_bytes())
}
