//! What an analyst has chosen to let everybody see. A publication is of one result: what a later import comes to is shown
//! when somebody has looked at it.

use access::{AnalyseSurveys, Permit};
use basics::Id;
use realm::{Change, Work};
use serde_json::json;
use store::{Tx, row};

use super::figures::{FigureTag, read};
use super::imports::ImportTag;
use super::{Figure, KeptError, sql};
use crate::Words;
use crate::analyst::Told;

/// Marks ids of publications.
pub enum PublicationTag {}

row! {
    /// That a result is public, or was.
    #[derive(Debug, Clone)]
    pub struct Publication {
        /// Its id.
        pub id: Id<PublicationTag>,
        /// The figure.
        pub figure: Id<FigureTag>,
        /// The import that the result is from.
        pub import: Id<ImportTag>,
        /// What the analyst has written above the numbers, in Danish.
        pub text_da: String,
        /// And in English.
        pub text_en: String,
        /// Who published it.
        pub published_by: String,
        /// When.
        pub published_at: jiff::Timestamp,
        /// When it was taken back.
        pub withdrawn_at: Option<jiff::Timestamp>,
    }
}

/// What everybody may see of a figure.
#[derive(Debug, Clone)]
pub struct Published {
    /// The figure.
    pub figure: Figure,
    /// What was written, by whom and when.
    pub publication: Publication,
    /// The numbers.
    pub told: Told,
}

/// Lets everybody see what a figure came to with an import, instead of what they saw before. Says whether there is such a result.
///
/// # Errors
/// When the database does not answer.
pub async fn publish(
    work: &mut Work<'_>,
    _: &Permit<AnalyseSurveys>,
    figure: &Figure,
    import: Id<ImportTag>,
    text: &Words,
) -> Result<bool, KeptError> {
    let results = sql::results_of(work.tx(), figure.id).await?;
    let Some(result) = results.into_iter().find(|result| result.import == import && result.told.is_some())
    else {
        return Ok(false);
    };
    sql::withdraw(work.tx(), figure.id, work.now()).await?;
    let publication = Publication {
        id: work.new_id(),
        figure: figure.id,
        import,
        text_da: text.da.clone(),
        text_en: text.en.clone(),
        published_by: work.actor.label.clone(),
        published_at: work.now(),
        withdrawn_at: None,
    };
    sql::insert_publication(work.tx(), &publication).await?;
    let after = json!({ "name": figure.name, "version": result.version, "text": text.da });
    work.record(Change::new("figure.publish", "figure", &figure.id).after(&after));
    Ok(true)
}

/// Takes a figure back from the public. Says whether it was there.
///
/// # Errors
/// When the database does not answer.
pub async fn withdraw(
    work: &mut Work<'_>,
    _: &Permit<AnalyseSurveys>,
    figure: &Figure,
) -> Result<bool, KeptError> {
    let was_there = sql::withdraw(work.tx(), figure.id, work.now()).await? > 0;
    if was_there {
        work.record(Change::new("figure.withdraw", "figure", &figure.id));
    }
    Ok(was_there)
}

/// When a figure was public, the latest first.
///
/// # Errors
/// When the database does not answer.
pub async fn publications_of(
    tx: &Tx,
    _: &Permit<AnalyseSurveys>,
    figure: Id<FigureTag>,
) -> Result<Vec<Publication>, KeptError> {
    Ok(sql::publications_of(tx, figure).await?)
}

/// Every figure that is public, by title.
///
/// # Errors
/// When the database does not answer.
pub async fn published(tx: &Tx) -> Result<Vec<Figure>, KeptError> {
    Ok(sql::published(tx).await?)
}

/// What everybody may see of the figure of this name; none if it is not public.
///
/// # Errors
/// When the database does not answer.
pub async fn published_named(tx: &Tx, name: &str) -> Result<Option<Published>, KeptError> {
    let Some(figure) = sql::figure_named(tx, name).await? else { return Ok(None) };
    let current =
        sql::publications_of(tx, figure.id).await?.into_iter().find(|one| one.withdrawn_at.is_none());
    let Some(publication) = current else { return Ok(None) };
    for row in sql::results_of(tx, figure.id).await? {
        if row.import == publication.import
            && let Ok(told) = read(row)?.told
        {
            return Ok(Some(Published { figure, publication, told }));
        }
    }
    Ok(None)
}
