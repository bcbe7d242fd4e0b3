//! The scenarios that a program knows: those that it carries, or those of a folder.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;
use std::{fs, io};

use ::scenarios::{Finding, Known, Scenario, check, read};

include!(concat!(env!("OUT_DIR"), "/scenarios.rs"));

static LIBRARY: OnceLock<Library> = OnceLock::new();

/// Scenarios with the files that lie beside them.
#[derive(Debug, Default)]
pub struct Library {
    scenarios: Vec<(String, Scenario)>,
    beside: BTreeMap<String, Vec<u8>>,
}

/// A folder holds no scenarios that can be played.
#[derive(Debug, thiserror::Error)]
pub enum LibraryError {
    /// The folder or a file in it cannot be read.
    #[error("{path}: {why}")]
    Io {
        /// Which.
        path: String,
        /// Why.
        why: io::Error,
    },
    /// Something is wrong in them.
    #[error("{} findings in the scenarios; the first is {}", .0.len(), .0[0])]
    Wrong(Vec<Finding>),
}

/// The scenarios of this program: those of [`use_library`], else those that it carries.
///
/// # Panics
/// Where those that it carries cannot be read; a test reads them.
pub fn library() -> &'static Library {
    LIBRARY.get_or_init(|| {
        Library::of(FILES.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec())))
            .unwrap_or_else(|error| panic!("the scenarios of the program: {error}"))
    })
}

/// Takes other scenarios than those that the program carries. It must be said before anybody asks for them; says whether it
/// was.
pub fn use_library(other: Library) -> bool {
    LIBRARY.set(other).is_ok()
}

impl Library {
    /// The scenarios of a folder, checked.
    ///
    /// # Errors
    /// When the folder cannot be read, or something is wrong in them.
    pub fn from_folder(folder: &Path) -> Result<Self, LibraryError> {
        Self::of(files_in(folder)?)
    }

    /// What is wrong in the scenarios of a folder, and how many there are.
    ///
    /// # Errors
    /// When the folder or a file in it cannot be read.
    pub fn check_folder(folder: &Path) -> Result<(usize, Vec<Finding>), LibraryError> {
        match Self::of(files_in(folder)?) {
            Ok(library) => Ok((library.scenarios.len(), Vec::new())),
            Err(LibraryError::Wrong(findings)) => Ok((0, findings)),
            Err(error) => Err(error),
        }
    }

    fn of(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Result<Self, LibraryError> {
        let (yaml, others): (Vec<_>, Vec<_>) =
            files.into_iter().partition(|(name, _)| name.ends_with(".yaml"));
        let beside: BTreeMap<String, Vec<u8>> = others.into_iter().collect();
        let (mut scenarios, mut findings) = (Vec::new(), Vec::new());
        for (file, bytes) in yaml {
            match read(&file, &String::from_utf8_lossy(&bytes)) {
                Ok(scenario) => scenarios.push((file, scenario)),
                Err(error) => findings.push(error.0),
            }
        }
        let powers: Vec<&str> =
            access::mandates::catalogue().powers().iter().map(|power| power.code.as_str()).collect();
        let forms = selfservice::forms::FORMS.map(|form| form.slug);
        let known = Known { powers: &powers, forms: &forms, beside: &|name| beside.get(name).cloned() };
        findings.extend(check(&scenarios, known));
        if !findings.is_empty() {
            return Err(LibraryError::Wrong(findings));
        }
        scenarios.sort_by_key(|(_, scenario)| scenario.number);
        Ok(Self { scenarios, beside })
    }

    /// Every scenario, by number.
    pub fn all(&self) -> impl Iterator<Item = &Scenario> {
        self.scenarios.iter().map(|(_, scenario)| scenario)
    }

    /// The scenario that addresses call so.
    #[must_use]
    pub fn get(&self, slug: &str) -> Option<&Scenario> {
        self.all().find(|scenario| scenario.slug == slug)
    }

    /// A file beside the scenarios.
    #[must_use]
    pub fn beside(&self, name: &str) -> Option<&[u8]> {
        self.beside.get(name).map(Vec::as_slice)
    }
}

fn files_in(folder: &Path) -> Result<Vec<(String, Vec<u8>)>, LibraryError> {
    let io = |path: &Path| {
        let path = path.display().to_string();
        move |why| LibraryError::Io { path, why }
    };
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(io(folder))? {
        let path = entry.map_err(io(folder))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_file() && (name.ends_with(".yaml") || name.ends_with(".xml")) {
            let bytes = fs::read(&path).map_err(io(&path))?;
            files.push((name, bytes));
        }
    }
    files.sort();
    Ok(files)
}
