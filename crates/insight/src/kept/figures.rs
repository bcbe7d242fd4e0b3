//! Figures with names: a choice that is asked anew of each import, and what it came to each time.

use access::{AnalyseSurveys, Permit};
use basics::Id;
use realm::{Change, Work};
use serde_json::json;
use store::{Tx, row};

use super::imports::{ImportTag, SurveyTag};
use super::{KeptError, sql};
use crate::analyst::{Choice, Told};
use crate::{Reason, Words};

/// Marks ids of figures.
pub enum FigureTag {}

row! {
    /// A figure with a name.
    #[derive(Debug, Clone)]
    pub struct Figure {
        /// Its id.
        pub id: Id<FigureTag>,
        /// The survey.
        pub survey: Id<SurveyTag>,
        /// What its page is called.
        pub name: String,
        /// What it is called in Danish.
        pub title_da: String,
        /// And in English.
        pub title_en: String,
        /// What sentences call its share, mean or number in Danish; empty for "Andelen" and the like.
        pub subject_da: String,
        /// And in English.
        pub subject_en: String,
        /// What is asked, as the end of an address.
        pub choice: String,
        /// Who saved it.
        pub created_by: String,
        /// When.
        pub created_at: jiff::Timestamp,
    }
}

impl Figure {
    /// What it is called.
    #[must_use]
    pub fn title(&self) -> Words {
        Words { da: self.title_da.clone(), en: self.title_en.clone() }
    }

    /// What sentences call its share, mean or number.
    #[must_use]
    pub fn subject(&self) -> Option<Words> {
        let is_whole = !self.subject_da.is_empty() && !self.subject_en.is_empty();
        is_whole.then(|| Words { da: self.subject_da.clone(), en: self.subject_en.clone() })
    }

    /// What is asked.
    #[must_use]
    pub fn choice(&self) -> Choice {
        Choice::of_address(&self.choice)
    }
}

/// A figure to save.
#[derive(Debug, Clone, Default)]
pub struct NewFigure {
    /// What it is called.
    pub title: Words,
    /// What sentences call its share, mean or number.
    pub subject: Option<Words>,
    /// What is asked.
    pub choice: Choice,
}

/// What a figure came to with an import.
#[derive(Debug, Clone)]
pub struct SavedResult {
    /// The import.
    pub import: Id<ImportTag>,
    /// Its version of the survey.
    pub version: i64,
    /// When it was estimated.
    pub at: jiff::Timestamp,
    /// What it came to, or why it came to nothing.
    pub told: Result<Told, Reason>,
}

/// Saves a figure, with what it comes to with the import that it was made from.
///
/// # Errors
/// When the database does not answer.
pub async fn save_figure(
    work: &mut Work<'_>,
    _: &Permit<AnalyseSurveys>,
    survey: Id<SurveyTag>,
    new: &NewFigure,
    import: Id<ImportTag>,
    told: &Told,
) -> Result<Figure, KeptError> {
    let subject = new.subject.clone().unwrap_or_default();
    let figure = Figure {
        id: work.new_id(),
        survey,
        name: free_name(work.tx(), &new.title.da).await?,
        title_da: new.title.da.clone(),
        title_en: new.title.en.clone(),
        subject_da: subject.da,
        subject_en: subject.en,
        choice: new.choice.address(),
        created_by: work.actor.label.clone(),
        created_at: work.now(),
    };
    sql::insert_figure(work.tx(), &figure).await?;
    keep_result(work, figure.id, import, Ok(told)).await?;
    let after = json!({ "name": figure.name, "title": figure.title_da, "choice": figure.choice });
    work.record(Change::new("figure.save", "figure", &figure.id).after(&after));
    Ok(figure)
}

/// Keeps what a figure came to; what is there already stays.
pub(super) async fn keep_result(
    work: &Work<'_>,
    figure: Id<FigureTag>,
    import: Id<ImportTag>,
    told: Result<&Told, &Reason>,
) -> Result<(), KeptError> {
    let unreadable = |_| KeptError::Unreadable("figure");
    let (text, failed) = match told {
        Ok(told) => (Some(serde_json::to_string(told).map_err(unreadable)?), None),
        Err(failed) => (None, Some(serde_json::to_string(failed).map_err(unreadable)?)),
    };
    let (text, failed) = (text.as_deref(), failed.as_deref());
    Ok(sql::insert_result(work.tx(), figure, import, text, failed, work.now()).await?)
}

/// A figure; none if there is none with this id.
///
/// # Errors
/// When the database does not answer.
pub async fn figure(
    tx: &Tx,
    _: &Permit<AnalyseSurveys>,
    id: Id<FigureTag>,
) -> Result<Option<Figure>, KeptError> {
    Ok(sql::figure(tx, id).await?)
}

/// The figures of a survey, by title.
///
/// # Errors
/// When the database does not answer.
pub async fn figures_of(
    tx: &Tx,
    _: &Permit<AnalyseSurveys>,
    survey: Id<SurveyTag>,
) -> Result<Vec<Figure>, KeptError> {
    Ok(sql::figures_of(tx, survey).await?)
}

/// What a figure came to with each import, the latest first.
///
/// # Errors
/// When the database does not answer.
pub async fn results_of(
    tx: &Tx,
    _: &Permit<AnalyseSurveys>,
    figure: Id<FigureTag>,
) -> Result<Vec<SavedResult>, KeptError> {
    sql::results_of(tx, figure).await?.into_iter().map(read).collect()
}

pub(super) fn read(row: sql::ResultRow) -> Result<SavedResult, KeptError> {
    let told = match (row.told, row.failed) {
        (Some(text), _) => Ok(serde_json::from_str(&text).map_err(|_| KeptError::Unreadable("figure"))?),
        (None, failed) => {
            let failed = failed.unwrap_or_default();
            Err(serde_json::from_str(&failed).unwrap_or_else(|_| Reason::text(failed)))
        }
    };
    Ok(SavedResult { import: row.import, version: row.version, at: row.at, told })
}

/// A name made of a title that no other figure has.
async fn free_name(tx: &Tx, title: &str) -> Result<String, KeptError> {
    let base = name_of(title);
    let mut name = base.clone();
    let mut n = 1;
    while sql::figure_named(tx, &name).await?.is_some() {
        n += 1;
        name = format!("{base}-{n}");
    }
    Ok(name)
}

/// `behov-for-hjaelp` for "Behov for hjælp".
fn name_of(title: &str) -> String {
    let mut name = String::new();
    for letter in title.to_lowercase().chars() {
        match letter {
            'æ' => name.push_str("ae"),
            'ø' => name.push_str("oe"),
            'å' => name.push_str("aa"),
            letter if letter.is_ascii_alphanumeric() => name.push(letter),
            _ if !name.ends_with('-') && !name.is_empty() => name.push('-'),
            _ => {}
        }
        if name.len() >= 60 {
            break;
        }
    }
    let name = name.trim_matches('-');
    if name.is_empty() { "tal".to_owned() } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::name_of;

    #[test]
    fn a_title_becomes_a_name_that_can_be_said_by_telephone() {
        assert_eq!(name_of("Behov for hjælp, 2020-2024"), "behov-for-hjaelp-2020-2024");
        assert_eq!(name_of("Ældre på Ærø: åben?"), "aeldre-paa-aeroe-aaben");
        assert_eq!(name_of("؟"), "tal");
    }
}
