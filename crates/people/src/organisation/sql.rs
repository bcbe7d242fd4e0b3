//! The SQL of organisations.

use basics::{Cvr, Id};
use store::rows::{AT_ONCE, places};
use store::{DbError, FromRow, Param as _, Row, Tx, params, row};

use super::{Organisation, OrganisationDetails, OrganisationKind, OrganisationTag};

impl FromRow for Organisation {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        let unreadable = |column: &str, why: String| DbError::Column { column: column.to_owned(), why };
        let kind: String = row.get("kind")?;
        let cvr: Option<String> = row.get_optional("cvr")?;
        let details = OrganisationDetails {
            name: row.get("name")?,
            kind: OrganisationKind::from_code(&kind)
                .ok_or_else(|| unreadable("kind", format!("{kind} is no kind of organisation")))?,
            description: row.get("description")?,
            cvr: cvr
                .map(|digits| digits.parse::<Cvr>())
                .transpose()
                .map_err(|error| unreadable("cvr", error.to_string()))?,
            municipality_code: row.get_optional("municipality_code")?,
            website: row.get_optional("website")?,
        };
        Ok(Self { id: row.get("id")?, details, created_at: row.get("created_at")? })
    }
}

pub(super) async fn insert(tx: &Tx, organisation: &Organisation) -> Result<(), DbError> {
    let o = organisation;
    tx.run(
        "insert into people_organisation
             (id, name, kind, description, cvr, municipality_code, website, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            o.id,
            &o.name,
            o.kind.code(),
            &o.description,
            o.cvr.map(|cvr| cvr.to_string()),
            o.municipality_code.clone(),
            o.website.clone(),
            o.created_at
        ],
    )
    .await?;
    Ok(())
}

pub(super) async fn update(tx: &Tx, organisation: &Organisation) -> Result<(), DbError> {
    let o = organisation;
    tx.run(
        "update people_organisation
         set name = $2, kind = $3, description = $4, cvr = $5, municipality_code = $6, website = $7
         where id = $1",
        params![
            o.id,
            &o.name,
            o.kind.code(),
            &o.description,
            o.cvr.map(|cvr| cvr.to_string()),
            o.municipality_code.clone(),
            o.website.clone()
        ],
    )
    .await?;
    Ok(())
}

const BY_ID: &str = "select id, name, kind, description, cvr, municipality_code, website, created_at
    from people_organisation
    where id = $1";

pub(super) async fn by_id(tx: &Tx, id: Id<OrganisationTag>) -> Result<Option<Organisation>, DbError> {
    tx.optional(BY_ID, params![id]).await
}

pub(super) async fn lock(tx: &Tx, id: Id<OrganisationTag>) -> Result<Option<Organisation>, DbError> {
    tx.optional_for_update(BY_ID, params![id]).await
}

pub(super) async fn all(tx: &Tx) -> Result<Vec<Organisation>, DbError> {
    tx.all(
        "select id, name, kind, description, cvr, municipality_code, website, created_at
         from people_organisation
         order by name, id",
        params![],
    )
    .await
}

row! {
    struct Numbered {
        cvr: String,
        id: Id<OrganisationTag>,
    }
}

/// The organisations with these numbers. Of several with one number, the one that was known first.
pub(super) async fn by_cvr(tx: &Tx, numbers: &[Cvr]) -> Result<Vec<(Cvr, Id<OrganisationTag>)>, DbError> {
    let mut found: Vec<(Cvr, Id<OrganisationTag>)> = Vec::with_capacity(numbers.len());
    for some in numbers.chunks(AT_ONCE) {
        let places = places(some.len());
        let sql = format!(
            "select cvr, id
             from people_organisation
             where cvr in ({places})
             order by cvr, created_at, id"
        );
        let bound = some.iter().map(|cvr| cvr.to_string().value()).collect();
        for row in tx.all::<Numbered>(&sql, bound).await? {
            let Ok(cvr) = row.cvr.parse() else { continue };
            if found.last().is_none_or(|(last, _)| *last != cvr) {
                found.push((cvr, row.id));
            }
        }
    }
    Ok(found)
}

/// Those that have a number, in order of their ids.
pub(super) async fn with_cvr(
    tx: &Tx,
    after: Option<Id<OrganisationTag>>,
    most: i64,
) -> Result<Vec<Organisation>, DbError> {
    let first = Id::from_uuid(uuid::Uuid::nil());
    tx.all(
        "select id, name, kind, description, cvr, municipality_code, website, created_at
         from people_organisation
         where cvr is not null and id > $1
         order by id
         limit $2",
        params![after.unwrap_or(first), most],
    )
    .await
}
