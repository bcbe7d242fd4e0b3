//! Surveys and their imports.

use access::{AnalyseSurveys, ImportSurveys, Permit};
use basics::Id;
use jobs::Order;
use realm::{Change, Realm, Work};
use serde_json::json;
use store::{Tx, row};

use super::recompute::{OfImport, RECOMPUTE};
use super::sealed::{self, CONTENT};
use super::{Checked, Held, ImportError, KeptError, sql};
use crate::analyst::{AreasTold, Choice, Offered, Telling, Told, tell, tell_areas};
use crate::{Codebook, Source, Words, WrongRow};

/// Marks ids of surveys.
pub enum SurveyTag {}
/// Marks ids of imports.
pub enum ImportTag {}

/// The longest name of a survey.
const LONGEST_NAME: usize = 40;

row! {
    /// A survey.
    #[derive(Debug, Clone)]
    pub struct Survey {
        /// Its id.
        pub id: Id<SurveyTag>,
        /// What the command line calls it.
        pub name: String,
        /// What it is called in Danish.
        pub title_da: String,
        /// And in English.
        pub title_en: String,
    }
}

row! {
    /// An import of a survey: one version of it.
    #[derive(Debug, Clone)]
    pub struct Import {
        /// Its id.
        pub id: Id<ImportTag>,
        /// The survey.
        pub survey: Id<SurveyTag>,
        /// Which version it is, counted from 1.
        pub version: i64,
        /// What the file was called.
        pub file_name: String,
        /// How large it is, in bytes.
        pub size: i64,
        /// What the codebook was called.
        pub codebook_name: String,
        /// The codebook as it came.
        pub codebook: String,
        /// Rows that can be used.
        pub row_count: i64,
        /// Rows that are wrong, and were left out.
        pub wrong_count: i64,
        /// What can be asked of it, as JSON.
        pub offered: String,
        /// Who imported it.
        pub imported_by: String,
        /// When.
        pub imported_at: jiff::Timestamp,
    }
}

impl Survey {
    /// What it is called.
    #[must_use]
    pub fn title(&self) -> Words {
        Words { da: self.title_da.clone(), en: self.title_en.clone() }
    }
}

impl Import {
    /// What can be asked of it.
    ///
    /// # Errors
    /// When the row cannot be read.
    pub fn offers(&self) -> Result<Offered, KeptError> {
        serde_json::from_str(&self.offered).map_err(|_| KeptError::Unreadable("list of variables"))
    }
}

/// What was imported.
#[derive(Debug, Clone)]
pub struct Taken {
    /// The survey.
    pub survey: Id<SurveyTag>,
    /// The import.
    pub import: Id<ImportTag>,
    /// Its version.
    pub version: i64,
    /// Named figures that will be estimated anew.
    pub figures: usize,
}

/// An import with its file in memory.
#[derive(Debug)]
pub struct OpenedImport {
    /// The import.
    pub import: Import,
    /// What can be asked of it.
    pub offered: Offered,
    source: Source,
    _held: Held,
}

impl OpenedImport {
    /// Where its file can be read, and how.
    #[must_use]
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// Estimates what was chosen. Takes time.
    ///
    /// # Errors
    /// A choice that the import does not offer, or that nothing can be estimated of.
    pub fn tell(&self, choice: &Choice, subject: Option<Words>) -> Result<Told, KeptError> {
        choice.question(&self.offered)?;
        Ok(tell(&self.telling(choice, subject))?)
    }

    /// Estimates regions and municipalities of what was chosen. Takes time.
    ///
    /// # Errors
    /// As [`OpenedImport::tell`], and a question that is not told of areas.
    pub fn tell_areas(&self, choice: &Choice) -> Result<AreasTold, KeptError> {
        choice.question(&self.offered)?;
        Ok(tell_areas(&self.telling(choice, None))?)
    }

    fn telling<'a>(&'a self, choice: &'a Choice, subject: Option<Words>) -> Telling<'a> {
        Telling {
            choice,
            offered: &self.offered,
            source: &self.source,
            names: [self.import.file_name.as_str(), self.import.codebook_name.as_str()],
            version: self.import.version,
            subject,
        }
    }
}

/// All surveys, by title.
///
/// # Errors
/// When the database does not answer.
pub async fn surveys(tx: &Tx, _: &Permit<AnalyseSurveys>) -> Result<Vec<Survey>, KeptError> {
    Ok(sql::surveys(tx).await?)
}

/// A survey; none if there is none with this id.
///
/// # Errors
/// When the database does not answer.
pub async fn survey(
    tx: &Tx,
    _: &Permit<AnalyseSurveys>,
    id: Id<SurveyTag>,
) -> Result<Option<Survey>, KeptError> {
    Ok(sql::survey(tx, id).await?)
}

/// The imports of a survey, the latest first.
///
/// # Errors
/// When the database does not answer.
pub async fn imports_of(
    tx: &Tx,
    _: &Permit<AnalyseSurveys>,
    survey: Id<SurveyTag>,
) -> Result<Vec<Import>, KeptError> {
    Ok(sql::imports_of(tx, survey).await?)
}

/// One version of a survey.
///
/// # Errors
/// When the database does not answer.
pub async fn import_of(
    tx: &Tx,
    _: &Permit<AnalyseSurveys>,
    survey: Id<SurveyTag>,
    version: i64,
) -> Result<Option<Import>, KeptError> {
    Ok(sql::imports_of(tx, survey).await?.into_iter().find(|import| import.version == version))
}

/// What is wrong with which rows of an import. It may repeat what somebody answered, and is given to nobody else.
///
/// # Errors
/// When it does not open, or the database does not answer.
pub async fn wrong_rows(
    tx: &Tx,
    _: &Permit<AnalyseSurveys>,
    realm: &Realm,
    import: &Import,
) -> Result<Vec<WrongRow>, KeptError> {
    if import.wrong_count == 0 {
        return Ok(Vec::new());
    }
    let key = sealed::key(tx, realm, import.id).await?;
    sealed::wrong(tx, import.id, &key).await
}

/// Opens an import into memory, to ask something of it.
///
/// # Errors
/// When it does not open, or the database does not answer.
pub async fn open_import(
    tx: &Tx,
    _: &Permit<AnalyseSurveys>,
    realm: &Realm,
    import: Import,
) -> Result<OpenedImport, KeptError> {
    opened(tx, realm, import).await
}

pub(super) async fn opened(tx: &Tx, realm: &Realm, import: Import) -> Result<OpenedImport, KeptError> {
    let size = u64::try_from(import.size).unwrap_or(u64::MAX);
    if let Some(allowed) = crate::free_memory().filter(|allowed| size > *allowed) {
        let path = std::path::PathBuf::from(&import.file_name);
        let (needed, allowed) = (size.div_ceil(1 << 20), allowed >> 20);
        return Err(crate::Error::TooLarge { path, needed, allowed, columns: 0 }.into());
    }
    let key = sealed::key(tx, realm, import.id).await?;
    let held = sealed::get(tx, import.id, &key, &import.file_name).await?;
    let offered = import.offers()?;
    let codebook = Codebook::parse(&import.codebook, std::path::Path::new(&import.codebook_name))?;
    let source = Source {
        data: held.path().to_owned(),
        codebook: Some(codebook),
        leave_out_wrong_rows: offered.leaves_out_wrong_rows,
        memory: crate::free_memory(),
        ..Source::default()
    };
    Ok(OpenedImport { import, offered, source, _held: held })
}

/// Keeps a file as the next version of the survey of this name, which is made if there is none, and orders its named figures to be estimated anew. `progress` hears how many
/// bytes are kept, and of how many.
///
/// # Errors
/// A name that is none; the same file and codebook being there; a database that does not answer.
pub async fn take(
    work: &mut Work<'_>,
    _: &Permit<ImportSurveys>,
    name: &str,
    checked: &Checked,
    progress: impl FnMut(u64, u64),
) -> Result<Taken, ImportError> {
    let survey = found_or_made(work, name, checked).await?;
    let realm = work.realm;
    let marks = realm.vault.find_marks(CONTENT, &content(checked)?);
    for mark in &marks {
        if let Some(version) = sql::version_marked(work.tx(), survey, mark).await? {
            return Err(ImportError::Same(version));
        }
    }
    let mark = marks.first().ok_or(KeptError::Closed("vault"))?;
    let import: Id<ImportTag> = work.new_id();
    let version = sql::last_version(work.tx(), survey).await? + 1;
    let offered =
        serde_json::to_string(&checked.offered).map_err(|_| KeptError::Unreadable("list of variables"))?;
    let new = sql::NewImport {
        id: import,
        survey,
        version,
        mark,
        checked,
        offered: &offered,
        by: &work.actor.label,
        at: work.now(),
    };
    sql::insert_import(work.tx(), &new).await?;
    let key = sealed::new_key(work.tx(), realm, import).await?;
    sealed::put(work.tx(), realm, import, &key, &checked.held, progress).await?;
    if !checked.wrong.is_empty() {
        sealed::put_wrong(work.tx(), realm, import, &key, &checked.wrong).await?;
    }
    let figures = sql::figures_of(work.tx(), survey).await?.len();
    if figures > 0 {
        jobs::order(work, Order::new(RECOMPUTE, &OfImport { import })).await?;
    }
    let told = json!({
        "survey": name, "version": version, "file": checked.held.name(), "rows": checked.rows,
        "wrong_rows": checked.wrong_count,
    });
    work.record(Change::new("survey.import", "survey", &survey).after(&told));
    Ok(Taken { survey, import, version, figures })
}

async fn found_or_made(
    work: &mut Work<'_>,
    name: &str,
    checked: &Checked,
) -> Result<Id<SurveyTag>, ImportError> {
    let name = name.trim();
    let is_letter = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if name.is_empty() || name.len() > LONGEST_NAME || !name.chars().all(is_letter) {
        return Err(ImportError::Name(format!(
            "the name of a survey is written with the letters a to z, digits and hyphens, not {name:?}"
        )));
    }
    if let Some(survey) = sql::survey_to_change(work.tx(), name).await? {
        return Ok(survey.id);
    }
    let id: Id<SurveyTag> = work.new_id();
    let or_name =
        |title: &str| if title.trim().is_empty() { name.to_owned() } else { title.trim().to_owned() };
    let title = &checked.offered.title;
    let survey =
        Survey { id, name: name.to_owned(), title_da: or_name(&title.da), title_en: or_name(&title.en) };
    sql::insert_survey(work.tx(), &survey, work.now()).await?;
    work.record(Change::new("survey.create", "survey", &id).after(&json!({ "name": name })));
    Ok(id)
}

/// What two imports with the same file and codebook have in common.
fn content(checked: &Checked) -> Result<Vec<u8>, KeptError> {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&checked.held.size().to_le_bytes());
    checked.held.pieces::<std::io::Error>(1 << 18, |piece| {
        hasher.update(piece);
        Ok(())
    })?;
    hasher.update(checked.codebook.as_bytes());
    Ok(hasher.finalize().as_bytes().to_vec())
}
