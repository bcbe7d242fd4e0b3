//! The SQL of surveys, imports and figures.

use basics::Id;
use jiff::Timestamp;
use store::{DbError, Engine, Tx, params, row};
use vault::{Mark, Sealed};

use super::Checked;
use super::figures::{Figure, FigureTag};
use super::imports::{Import, ImportTag, Survey, SurveyTag};
use super::publishing::Publication;

row! {
    struct Number {
        n: i64,
    }
}

row! {
    struct Bytes {
        sealed: Vec<u8>,
    }
}

row! {
    /// The key of an import, still closed.
    pub(super) struct KeyRow {
        pub(super) import: Id<ImportTag>,
        pub(super) sealed: String,
    }
}

row! {
    /// What a figure came to, as it is kept.
    pub(super) struct ResultRow {
        pub(super) import: Id<ImportTag>,
        pub(super) version: i64,
        pub(super) told: Option<String>,
        pub(super) failed: Option<String>,
        pub(super) at: Timestamp,
    }
}

/// An import to keep.
pub(super) struct NewImport<'a> {
    pub(super) id: Id<ImportTag>,
    pub(super) survey: Id<SurveyTag>,
    pub(super) version: i64,
    pub(super) mark: &'a Mark,
    pub(super) checked: &'a Checked,
    pub(super) offered: &'a str,
    pub(super) by: &'a str,
    pub(super) at: Timestamp,
}

const IMPORT: &str =
    "id, survey, version, file_name, size, codebook_name, codebook, row_count, wrong_count, offered,
    imported_by, imported_at";
const FIGURE: &str =
    "id, survey, name, title_da, title_en, subject_da, subject_en, choice, created_by, created_at";

pub(super) async fn surveys(tx: &Tx) -> Result<Vec<Survey>, DbError> {
    tx.all("select id, name, title_da, title_en from insight_survey order by title_da, name", params![]).await
}

pub(super) async fn survey(tx: &Tx, id: Id<SurveyTag>) -> Result<Option<Survey>, DbError> {
    tx.optional("select id, name, title_da, title_en from insight_survey where id = $1", params![id]).await
}

/// The survey, kept from whoever would import into it at the same time.
pub(super) async fn survey_to_change(tx: &Tx, name: &str) -> Result<Option<Survey>, DbError> {
    tx.optional_for_update(
        "select id, name, title_da, title_en from insight_survey where name = $1",
        params![name],
    )
    .await
}

pub(super) async fn insert_survey(tx: &Tx, survey: &Survey, at: Timestamp) -> Result<(), DbError> {
    let Survey { id, name, title_da, title_en } = survey;
    tx.run(
        "insert into insight_survey (id, name, title_da, title_en, created_at) values ($1, $2, $3, $4, $5)",
        params![*id, name, title_da, title_en, at],
    )
    .await?;
    Ok(())
}

pub(super) async fn imports_of(tx: &Tx, survey: Id<SurveyTag>) -> Result<Vec<Import>, DbError> {
    let sql = format!("select {IMPORT} from insight_import where survey = $1 order by version desc");
    tx.all(&sql, params![survey]).await
}

pub(super) async fn import(tx: &Tx, id: Id<ImportTag>) -> Result<Option<Import>, DbError> {
    tx.optional(&format!("select {IMPORT} from insight_import where id = $1"), params![id]).await
}

pub(super) async fn last_version(tx: &Tx, survey: Id<SurveyTag>) -> Result<i64, DbError> {
    let last: Option<Number> = tx
        .optional(
            "select coalesce(max(version), 0) as n from insight_import where survey = $1",
            params![survey],
        )
        .await?;
    Ok(last.map_or(0, |last| last.n))
}

/// The version with this content.
pub(super) async fn version_marked(
    tx: &Tx,
    survey: Id<SurveyTag>,
    mark: &Mark,
) -> Result<Option<i64>, DbError> {
    let found: Option<Number> = tx
        .optional(
            "select version as n from insight_import where survey = $1 and mark_key = $2 and mark = $3",
            params![survey, &mark.key, &mark.hash],
        )
        .await?;
    Ok(found.map(|found| found.n))
}

pub(super) async fn insert_import(tx: &Tx, new: &NewImport<'_>) -> Result<(), DbError> {
    let Checked { held, codebook_name, codebook, rows, wrong_count, .. } = new.checked;
    let whole = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    tx.run(
        "insert into insight_import (id, survey, version, file_name, size, mark_key, mark, codebook_name, codebook,
             row_count, wrong_count, offered, imported_by, imported_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        params![
            new.id,
            new.survey,
            new.version,
            held.name(),
            whole(held.size()),
            &new.mark.key,
            &new.mark.hash,
            codebook_name,
            codebook,
            whole(*rows),
            whole(*wrong_count),
            new.offered,
            new.by,
            new.at,
        ],
    )
    .await?;
    Ok(())
}

pub(super) async fn insert_key(tx: &Tx, import: Id<ImportTag>, sealed: &Sealed) -> Result<(), DbError> {
    tx.run(
        "insert into insight_import_key (import, sealed, sealed_under) values ($1, $2, $3)",
        params![import, sealed.to_text(), &sealed.key],
    )
    .await?;
    Ok(())
}

pub(super) async fn key(tx: &Tx, import: Id<ImportTag>) -> Result<Option<String>, DbError> {
    let key: Option<KeyRow> = tx
        .optional("select import, sealed from insight_import_key where import = $1", params![import])
        .await?;
    Ok(key.map(|key| key.sealed))
}

pub(super) async fn sealed_otherwise(tx: &Tx, current: &str, limit: i64) -> Result<Vec<KeyRow>, DbError> {
    let locking = if tx.engine() == Engine::Postgres { "for update skip locked" } else { "" };
    let sql = format!(
        "select import, sealed
         from insight_import_key
         where sealed_under <> $1
         order by import
         limit $2
         {locking}"
    );
    tx.all(&sql, params![current, limit]).await
}

pub(super) async fn count_sealed_otherwise(tx: &Tx, current: &str) -> Result<i64, DbError> {
    let count: Option<Number> = tx
        .optional("select count(*) as n from insight_import_key where sealed_under <> $1", params![current])
        .await?;
    Ok(count.map_or(0, |count| count.n))
}

pub(super) async fn set_key(tx: &Tx, import: Id<ImportTag>, sealed: &Sealed) -> Result<(), DbError> {
    tx.run(
        "update insight_import_key set sealed = $2, sealed_under = $3 where import = $1",
        params![import, sealed.to_text(), &sealed.key],
    )
    .await?;
    Ok(())
}

pub(super) async fn insert_piece(
    tx: &Tx,
    import: Id<ImportTag>,
    n: i64,
    sealed: Vec<u8>,
) -> Result<(), DbError> {
    tx.run("insert into insight_piece (import, n, sealed) values ($1, $2, $3)", params![import, n, sealed])
        .await?;
    Ok(())
}

pub(super) async fn piece(tx: &Tx, import: Id<ImportTag>, n: i64) -> Result<Option<Vec<u8>>, DbError> {
    let piece: Option<Bytes> = tx
        .optional("select sealed from insight_piece where import = $1 and n = $2", params![import, n])
        .await?;
    Ok(piece.map(|piece| piece.sealed))
}

pub(super) async fn insert_wrong(tx: &Tx, import: Id<ImportTag>, sealed: Vec<u8>) -> Result<(), DbError> {
    tx.run("insert into insight_wrong (import, sealed) values ($1, $2)", params![import, sealed]).await?;
    Ok(())
}

pub(super) async fn wrong(tx: &Tx, import: Id<ImportTag>) -> Result<Option<Vec<u8>>, DbError> {
    let wrong: Option<Bytes> =
        tx.optional("select sealed from insight_wrong where import = $1", params![import]).await?;
    Ok(wrong.map(|wrong| wrong.sealed))
}

pub(super) async fn insert_figure(tx: &Tx, figure: &Figure) -> Result<(), DbError> {
    let Figure {
        id,
        survey,
        name,
        title_da,
        title_en,
        subject_da,
        subject_en,
        choice,
        created_by,
        created_at,
    } = figure;
    tx.run(
        "insert into insight_figure (id, survey, name, title_da, title_en, subject_da, subject_en, choice, created_by,
             created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        params![*id, *survey, name, title_da, title_en, subject_da, subject_en, choice, created_by, *created_at],
    )
    .await?;
    Ok(())
}

pub(super) async fn figure(tx: &Tx, id: Id<FigureTag>) -> Result<Option<Figure>, DbError> {
    tx.optional(&format!("select {FIGURE} from insight_figure where id = $1"), params![id]).await
}

pub(super) async fn figure_named(tx: &Tx, name: &str) -> Result<Option<Figure>, DbError> {
    tx.optional(&format!("select {FIGURE} from insight_figure where name = $1"), params![name]).await
}

pub(super) async fn figures_of(tx: &Tx, survey: Id<SurveyTag>) -> Result<Vec<Figure>, DbError> {
    let sql = format!("select {FIGURE} from insight_figure where survey = $1 order by title_da, id");
    tx.all(&sql, params![survey]).await
}

pub(super) async fn insert_result(
    tx: &Tx,
    figure: Id<FigureTag>,
    import: Id<ImportTag>,
    told: Option<&str>,
    failed: Option<&str>,
    at: Timestamp,
) -> Result<(), DbError> {
    tx.run(
        "insert into insight_result (figure, import, told, failed, at)
         values ($1, $2, $3, $4, $5)
         on conflict (figure, import) do nothing",
        params![figure, import, told, failed, at],
    )
    .await?;
    Ok(())
}

pub(super) async fn results_of(tx: &Tx, figure: Id<FigureTag>) -> Result<Vec<ResultRow>, DbError> {
    tx.all(
        "select insight_result.import, insight_import.version, insight_result.told, insight_result.failed, insight_result.at
         from insight_result
         join insight_import on insight_import.id = insight_result.import
         where insight_result.figure = $1
         order by insight_import.version desc",
        params![figure],
    )
    .await
}

pub(super) async fn insert_publication(tx: &Tx, new: &Publication) -> Result<(), DbError> {
    tx.run(
        "insert into insight_publication (id, figure, import, text_da, text_en, published_by, published_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
        params![
            new.id,
            new.figure,
            new.import,
            &new.text_da,
            &new.text_en,
            &new.published_by,
            new.published_at
        ],
    )
    .await?;
    Ok(())
}

pub(super) async fn withdraw(tx: &Tx, figure: Id<FigureTag>, at: Timestamp) -> Result<u64, DbError> {
    tx.run(
        "update insight_publication set withdrawn_at = $2 where figure = $1 and withdrawn_at is null",
        params![figure, at],
    )
    .await
}

pub(super) async fn publications_of(tx: &Tx, figure: Id<FigureTag>) -> Result<Vec<Publication>, DbError> {
    tx.all(
        "select id, figure, import, text_da, text_en, published_by, published_at, withdrawn_at
         from insight_publication
         where figure = $1
         order by published_at desc, id desc",
        params![figure],
    )
    .await
}

pub(super) async fn published(tx: &Tx) -> Result<Vec<Figure>, DbError> {
    let columns = FIGURE.replace(", ", ", insight_figure.");
    let sql = format!(
        "select insight_figure.{columns}
         from insight_figure
         join insight_publication on insight_publication.figure = insight_figure.id
         where insight_publication.withdrawn_at is null
         order by insight_figure.title_da"
    );
    tx.all(&sql, params![]).await
}
