//! Documents and their files.

use jiff::Timestamp;

use super::Action;

/// `MessageBody`.
#[derive(Debug, Clone, PartialEq)]
pub struct MessageBody<C = Vec<u8>> {
    /// When the message was made.
    pub created_date_time: Timestamp,
    /// The letter itself.
    pub main_document: MainDocument<C>,
    /// Enclosures.
    pub additional_documents: Vec<AdditionalDocument<C>>,
    /// What is meant for the recipient's systems rather than for people.
    pub technical_documents: Vec<TechnicalDocument<C>>,
}

impl<C> MessageBody<C> {
    /// A body with the letter alone.
    pub fn new(created_date_time: Timestamp, main_document: MainDocument<C>) -> Self {
        let (additional_documents, technical_documents) = (Vec::new(), Vec::new());
        Self { created_date_time, main_document, additional_documents, technical_documents }
    }
}

/// `MainDocument`: the letter.
#[derive(Debug, Clone, PartialEq)]
pub struct MainDocument<C = Vec<u8>> {
    /// The sender's number for it.
    pub main_document_id: Option<String>,
    /// Its title.
    pub label: Option<String>,
    /// The same document in one or several formats; at least one.
    pub files: Vec<File<C>>,
    /// What the recipient can do about it.
    pub actions: Vec<Action>,
}

impl<C> MainDocument<C> {
    /// A document of one file.
    pub fn new(file: File<C>) -> Self {
        Self { main_document_id: None, label: None, files: vec![file], actions: Vec::new() }
    }
}

/// `AdditionalDocument`: an enclosure.
#[derive(Debug, Clone, PartialEq)]
pub struct AdditionalDocument<C = Vec<u8>> {
    /// The sender's number for it.
    pub additional_document_id: Option<String>,
    /// Its title.
    pub label: Option<String>,
    /// The same document in one or several formats; at least one.
    pub files: Vec<File<C>>,
    /// What the recipient can do about it.
    pub actions: Vec<Action>,
}

impl<C> AdditionalDocument<C> {
    /// A document of one file.
    pub fn new(file: File<C>) -> Self {
        Self { additional_document_id: None, label: None, files: vec![file], actions: Vec::new() }
    }
}

/// `TechnicalDocument`: for systems rather than for people.
#[derive(Debug, Clone, PartialEq)]
pub struct TechnicalDocument<C = Vec<u8>> {
    /// The sender's number for it.
    pub technical_document_id: Option<String>,
    /// Its title.
    pub label: Option<String>,
    /// The same document in one or several formats; at least one.
    pub files: Vec<File<C>>,
}

impl<C> TechnicalDocument<C> {
    /// A document of one file.
    pub fn new(file: File<C>) -> Self {
        Self { technical_document_id: None, label: None, files: vec![file] }
    }
}

/// `File`: a document in one format.
#[derive(Debug, Clone, PartialEq)]
pub struct File<C = Vec<u8>> {
    /// Its MIME type.
    pub encoding_format: String,
    /// Its name. It comes from outside: never use it as a path.
    pub filename: String,
    /// The language of its text: one or two letters, most often of ISO 639-1.
    pub language: String,
    /// What is in it, sent as base64.
    pub content: C,
}

impl<C> File<C> {
    /// A file.
    pub fn new(
        encoding_format: impl Into<String>,
        filename: impl Into<String>,
        language: impl Into<String>,
        content: C,
    ) -> Self {
        Self {
            encoding_format: encoding_format.into(),
            filename: filename.into(),
            language: language.into(),
            content,
        }
    }
}
