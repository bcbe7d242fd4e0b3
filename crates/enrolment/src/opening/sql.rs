//! The SQL of companies whose mailbox has been opened.

use std::collections::HashSet;

use basics::Id;
use jiff::Timestamp;
use people::OrganisationTag;
use store::rows::{AT_ONCE, places};
use store::{DbError, Param as _, Tx, params, row};

row! {
    struct Opened {
        organisation: Id<OrganisationTag>,
    }
}

/// Those of the companies for which none has been opened here, in the same order.
pub(super) async fn without_mailbox(
    tx: &Tx,
    companies: &[Id<OrganisationTag>],
) -> Result<Vec<Id<OrganisationTag>>, DbError> {
    let mut opened = HashSet::new();
    for some in companies.chunks(AT_ONCE) {
        let sql = format!(
            "select organisation from enrolment_company where organisation in ({})",
            places(some.len())
        );
        let rows: Vec<Opened> = tx.all(&sql, some.iter().map(|id| id.value()).collect()).await?;
        opened.extend(rows.into_iter().map(|row| row.organisation));
    }
    Ok(companies.iter().copied().filter(|company| !opened.contains(company)).collect())
}

/// Notes that it has been opened; doing it twice changes nothing.
pub(super) async fn note_opened(
    tx: &Tx,
    company: Id<OrganisationTag>,
    now: Timestamp,
) -> Result<(), DbError> {
    tx.run(
        "insert into enrolment_company (organisation, opened_at) values ($1, $2)
         on conflict (organisation) do nothing",
        params![company, now],
    )
    .await?;
    Ok(())
}
